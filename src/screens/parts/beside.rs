//! Figures that are not the current ones of the own district: those of other periods and of other districts, as they
//! cite their sources.

use crate::domain::{Address, Bound, Decimal, Locator, Metric};
use crate::screens::Context;

/// A figure of another period or another district that names a source.
pub(in crate::screens) struct Beside<'a> {
    /// The metric that it belongs to.
    pub metric: &'a Metric,
    /// Where it is stated.
    pub source: &'a Locator,
    /// Whose it is: the period, or the other district.
    pub whose: String,
    value: Option<Decimal>,
    bound: Bound,
}

impl Beside<'_> {
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
pub(in crate::screens) fn citing<'a>(cx: &Context<'a>, source: &str) -> Vec<Beside<'a>> {
    let lang = cx.prefs.lang;
    let mut found = Vec::new();
    for metric in &cx.district.data().metrics {
        let history = metric.history.iter().filter_map(|point| {
            let (value, whose) = (point.value.map(|value| value.0), point.period.describe(lang));
            Some(Beside { metric, source: point.source.as_ref()?, whose, value, bound: point.bound })
        });
        let peers = cx.district.joined().map_or(&[][..], |joined| joined.peers(&metric.id));
        let peers = peers.iter().filter_map(|peer| {
            let whose = peer.district.get(lang).to_owned();
            Some(Beside { metric, source: peer.source.as_ref()?, whose, value: peer.value, bound: peer.bound })
        });
        found.extend(history.chain(peers).filter(|beside| *beside.source.id == *source));
    }
    found
}
