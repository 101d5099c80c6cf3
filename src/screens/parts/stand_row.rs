//! The last row of a tile: how the metric stands, where it belongs, its rank.

use super::standing;
use super::tiles::Belongs;
use crate::domain::Metric;
use crate::domain::status::{Status, status};
use crate::screens::Context;
use crate::ui::text;
use crate::ui::theme::Role;

/// In how many words it is told how a metric stands. Tiles beside each other use one form.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::screens) enum Form {
    /// The status, the change with the period and the value of its base.
    Full,
    /// The status, the change with the value of its base.
    Short,
    /// The sign of the status, the change and its base without a blank.
    Narrow,
    /// The status.
    Status,
    /// Nothing.
    Nothing,
}

impl Form {
    /// Every form, the fullest first.
    pub(in crate::screens) const ALL: [Self; 5] = [Self::Full, Self::Short, Self::Narrow, Self::Status, Self::Nothing];
}

/// A piece of the row.
type Piece = (String, Role);

/// What the last row of a tile can say.
pub(in crate::screens) struct LastRow {
    sign: Piece,
    status: Piece,
    change: [String; 3],
    role: Role,
    owner: Piece,
    rank: Piece,
}

impl LastRow {
    /// What there is to say of a metric; where it belongs only on a tile with room for it.
    pub(in crate::screens) fn of(cx: &Context<'_>, metric: &Metric, belongs: Belongs, roomy: bool) -> Self {
        let owner = match belongs {
            _ if !roomy => (String::new(), Role::Faint),
            Belongs::Action => {
                let action = metric.action.as_ref();
                (super::action_name(cx, action).to_owned(), super::hue(cx, action))
            }
            Belongs::Initiative => {
                let initiative = metric.initiative.as_ref().and_then(|id| cx.district.initiative(id));
                (initiative.map_or("", |initiative| cx.text(&initiative.name)).to_owned(), Role::Faint)
            }
            Belongs::Nothing => (String::new(), Role::Faint),
        };
        let told = standing::change(cx, metric);
        let change = told.as_ref().map(|told| [told.full(cx), told.short(cx), told.narrow(cx)]).unwrap_or_default();
        let stands = status(metric);
        let (sign, word) = match stands {
            Status::NoTarget => (String::new(), (String::new(), Role::Text)),
            _ => (standing::sign(stands).to_owned(), standing::short(cx, metric)),
        };
        Self {
            sign: (sign, standing::role(stands)),
            status: word,
            change,
            role: told.map_or(Role::Text, |told| told.role()),
            owner,
            rank: (metric.rank.as_ref().map(|rank| cx.format().rank(rank)).unwrap_or_default(), Role::Muted),
        }
    }

    /// How the metric stands, in a form.
    fn stands(&self, form: Form) -> Vec<Piece> {
        let [full, short, narrow] = &self.change;
        let change = |text: &String| (text.clone(), self.role);
        let pieces = match form {
            Form::Full => vec![self.status.clone(), change(full)],
            Form::Short => vec![self.status.clone(), change(short)],
            Form::Narrow => vec![self.sign.clone(), change(narrow)],
            Form::Status => vec![self.status.clone()],
            Form::Nothing => Vec::new(),
        };
        joined(pieces, if form == Form::Narrow { " " } else { " · " })
    }

    /// The cells that it takes to tell how the metric stands.
    pub(in crate::screens) fn width(&self, form: Form) -> u16 {
        width(&self.stands(form))
    }

    /// The row in so many cells: the unit that had no room beside the figure, how the metric stands, and of where it belongs
    /// and its rank what has room whole.
    pub(in crate::screens) fn spans(&self, unit: &str, form: Form, room: u16) -> Vec<Piece> {
        let unit = (unit.to_owned(), Role::Muted);
        let with = |stands: Vec<Piece>, more: &[&Piece]| {
            let more: Vec<Piece> = more.iter().map(|piece| (*piece).clone()).collect();
            let first = joined(vec![unit.clone()], "");
            let all = [first, stands, joined(more, " · ")];
            let mut spans: Vec<Piece> = Vec::new();
            for part in all.into_iter().filter(|part| !part.is_empty()) {
                if !spans.is_empty() {
                    spans.push((" · ".to_owned(), Role::Faint));
                }
                spans.extend(part);
            }
            spans
        };
        let stands = || self.stands(form);
        let choices = [
            with(stands(), &[&self.owner, &self.rank]),
            with(stands(), &[&self.rank]),
            with(stands(), &[&self.owner]),
            with(stands(), &[]),
            with(Vec::new(), &[]),
        ];
        // A figure without its unit is another figure: the unit is there, if need be cut.
        choices.into_iter().find(|spans| width(spans) <= room).unwrap_or_else(|| vec![unit.clone()])
    }
}

fn width(spans: &[Piece]) -> u16 {
    spans.iter().map(|(content, _)| text::cells(content)).fold(0, u16::saturating_add)
}

/// The pieces that there are, apart by a quiet sign.
fn joined(pieces: Vec<Piece>, gap: &str) -> Vec<Piece> {
    let mut spans: Vec<Piece> = Vec::new();
    for piece in pieces.into_iter().filter(|(content, _)| !content.is_empty()) {
        if !spans.is_empty() {
            spans.push((gap.to_owned(), Role::Faint));
        }
        spans.push(piece);
    }
    spans
}
