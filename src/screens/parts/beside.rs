//! Figures that are not the current ones of the own district: those of other periods and of other districts, as they
//! cite their sources.

use crate::domain::{Address, Bound, Decimal, Locator, Metric, Period, Text};
use crate::screens::Context;

/// A figure of another period or another district that names a source.
pub(in crate::screens) struct Beside<'a> {
    /// The metric that it belongs to.
    pub metric: &'a Metric,
    /// Where it is stated.
    pub source: &'a Locator,
    whose: Whose<'a>,
    value: Option<Decimal>,
    bound: Bound,
}

/// Whose a figure is: of another period, or of another district.
enum Whose<'a> {
    Period(&'a Period),
    District(&'a Text),
}

impl Beside<'_> {
    /// Whose it is, in words.
    pub(in crate::screens) fn whose(&self, cx: &Context<'_>) -> String {
        match self.whose {
            Whose::Period(period) => period.describe(cx.prefs.lang),
            Whose::District(district) => cx.text(district).to_owned(),
        }
    }

    /// The figure with its unit, or that there is none.
    pub(in crate::screens) fn figure(&self, cx: &Context<'_>) -> String {
        let unit = cx.district.unit(&self.metric.unit);
        match self.value.zip(unit) {
            Some((value, unit)) => cx.format().figure(value, self.bound, unit).text(),
            None => cx.messages.says.no_value.to_owned(),
        }
    }

    /// Where the figure is shown among its like.
    pub(in crate::screens) fn target(&self) -> Address {
        Address::Metric(self.metric.id.clone())
    }
}

/// The figures of other periods and districts that cite a source, metric by metric.
pub(in crate::screens) fn citing<'a>(cx: &Context<'a>, source: &'a str) -> impl Iterator<Item = Beside<'a>> + use<'a> {
    let district = cx.district;
    let here = move |locator: &&Locator| *locator.id == *source;
    district.data().metrics.iter().flat_map(move |metric| {
        let history = metric.history.iter().filter_map(move |point| {
            let source = point.source.as_ref().filter(here)?;
            let (value, whose) = (point.value.map(|value| value.0), Whose::Period(&point.period));
            Some(Beside { metric, source, whose, value, bound: point.bound })
        });
        let peers = district.joined().map_or(&[][..], |joined| joined.peers(&metric.id));
        let peers = peers.iter().filter_map(move |peer| {
            let source = peer.source.as_ref().filter(here)?;
            Some(Beside {
                metric,
                source,
                whose: Whose::District(&peer.district),
                value: peer.value,
                bound: peer.bound,
            })
        });
        history.chain(peers)
    })
}
