//! The dataset and everything that can be said about it without a screen: types, loading, checking, figures, queries.

pub mod address;
pub mod briefing;
pub mod change;
pub mod check;
pub mod dataset;
pub mod date;
pub mod decimal;
pub mod derivation;
pub mod dimension;
pub mod district;
pub mod exception;
pub mod figure;
pub mod id;
pub mod join;
pub mod metric;
pub(crate) mod near;
pub mod panels;
pub mod parts;
pub mod pinyin;
pub mod query;
pub mod search;
pub mod series;
pub mod slip;
pub mod span;
pub mod status;
pub mod summary;
pub mod text;
pub mod timeline;
pub mod visible;
pub mod written;

pub use address::Address;
pub use briefing::{Form, Show, Slide};
pub use dataset::{
    Action, Briefing, Dataset, Event, Honour, HonourKind, Initiative, Level, Locator, Source, Step, Unit, UnitKind,
};
pub use date::{Date, Day, Period};
pub use decimal::Exact;
pub use district::District;
pub use exception::Exception;
pub use figure::{Figure, Format, Notation, Scale};
pub use id::Id;
pub use join::{Joined, PeerStanding};
pub use metric::{Bound, Flag, Metric, Polarity, Rank};
pub use panels::{Panel, PanelRow};
pub use query::{Column, Facet, Query, Sort};
pub use rust_decimal::Decimal;
pub use status::Status;
pub use text::{Lang, Text};
pub use written::Written;
