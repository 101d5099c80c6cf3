//! Several datasets at once: the years of one district become history, other districts become peers.
//!
//! Joining goes by the ids of metrics and guesses nothing. What is not alike in name, unit or days is not put together
//! but listed, with the figure that was left out; so no value of any file is lost, and the order in which the files are
//! named decides only which district is the own one.

mod alike;
mod arrange;
mod history;
mod peers;
mod sources;
#[cfg(test)]
mod tests;

use std::collections::HashMap;

use super::dataset::{Dataset, Locator, Unit};
use super::date::{Day, Period};
use super::decimal::Exact;
use super::district::District;
use super::id::Id;
use super::metric::{Bound, Breakdown, Metric};
use super::text::Text;

pub use peers::{Peer, PeerOrder, PeerRow, PeerStanding};

/// A dataset that has been read and checked, and what its file is called.
#[derive(Debug, Clone)]
pub struct Loaded {
    /// The name of the file, for people.
    pub name: String,
    /// What it holds.
    pub data: Dataset,
}

/// Why datasets cannot be opened together.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// Two files speak of one district and the same days: which of them counts is not for the program to say.
    #[error("{first} and {second} are of one district and one period")]
    SamePeriod {
        /// The file that was named first.
        first: String,
        /// The other.
        second: String,
    },
}

/// What a file is to the others.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum FileRole {
    /// The own district's latest: what the screens show.
    Base,
    /// Another period of the own district.
    Earlier,
    /// Another district.
    Peer,
}

/// One of the files that are open.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct File {
    /// Its name.
    pub name: String,
    /// The title of its dataset.
    pub title: Text,
    /// The district that it speaks of.
    pub district: Text,
    /// The days that it covers.
    pub period: Period,
    /// What it is to the others.
    pub role: FileRole,
    /// How many metrics it has.
    pub metrics: usize,
    /// How many of their values stand in the base, in its history or beside it as a peer's.
    pub matched: usize,
}

/// A figure as a file states it.
#[derive(Debug, Clone, PartialEq)]
pub struct Stated {
    /// The position of the file in [`Joined::files`].
    pub file: usize,
    /// The days that it speaks of.
    pub period: Period,
    /// The value in that file's unit; `None` where it has none.
    pub value: Option<Exact>,
    /// How its source qualifies it.
    pub bound: Bound,
    /// That file's unit; `None` where the file has no such unit.
    pub unit: Option<Unit>,
}

/// Why something was not put together, or not without a word.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Reason {
    /// Two files give two figures for the same days; the newer file's is kept.
    Revised,
    /// The names have nothing in common.
    Name,
    /// The definitions differ. The figures are put together all the same, and may not be comparable.
    Definition,
    /// The units differ and cannot be converted into each other.
    Unit,
    /// The value cannot be converted without being rounded.
    Inexact,
    /// The days do not come before those of the value.
    NotBefore,
    /// The days run into those of another figure of the history.
    Overlap,
    /// Another district's figure is of other days.
    OtherPeriod,
    /// The base has no metric of this id.
    OnlyThere,
    /// The other file has no metric of this id.
    OnlyHere,
}

impl Reason {
    /// Every reason, in the order in which they are shown.
    pub const ALL: [Self; 10] = [
        Self::Revised,
        Self::Name,
        Self::Definition,
        Self::Unit,
        Self::Inexact,
        Self::NotBefore,
        Self::Overlap,
        Self::OtherPeriod,
        Self::OnlyThere,
        Self::OnlyHere,
    ];
}

/// Something that did not match.
#[derive(Debug, Clone, PartialEq)]
pub struct Mismatch {
    /// Why.
    pub reason: Reason,
    /// The id of the metric.
    pub metric: Id,
    /// Its name in the file that is not the base; in the base where only that has it.
    pub name: Text,
    /// The position of the file that is not the base in [`Joined::files`].
    pub file: usize,
    /// What that file states; `None` where it has no such metric.
    pub theirs: Option<Stated>,
    /// The figure that is kept, or that it was compared with.
    pub ours: Option<Stated>,
    /// The definition in that file, where it is what differs.
    pub definition: Option<Text>,
}

/// What is known of several files beyond the base's own dataset.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Joined {
    /// The files: the base, then the own district's others with the latest first, then those of other districts.
    pub files: Vec<File>,
    /// What did not match: by reason, in a reason in the order of the base's metrics, then of the files.
    pub mismatches: Vec<Mismatch>,
    peers: HashMap<Id, Vec<Peer>>,
    origins: HashMap<Id, Vec<(Day, Day, usize)>>,
    breakdowns: HashMap<Id, Vec<Earlier>>,
}

/// The breakdowns of a value of an earlier period, and where that value is stated.
pub type Earlier = (Period, Option<Locator>, Vec<Breakdown>);

impl Joined {
    /// The other districts' figures for a metric, in its unit, in the order of the files.
    pub fn peers(&self, metric: &str) -> &[Peer] {
        self.peers.get(metric).map_or(&[], Vec::as_slice)
    }

    /// The breakdowns of a metric's earlier values that stand in its history, in its unit, the oldest first.
    pub fn breakdowns(&self, metric: &str) -> &[Earlier] {
        self.breakdowns.get(metric).map_or(&[], Vec::as_slice)
    }

    /// The file that a figure of a metric's history comes from; `None` where it stood in the base itself.
    pub fn origin(&self, metric: &str, period: &Period) -> Option<&File> {
        let origins = self.origins.get(metric)?;
        let (.., file) = origins.iter().find(|(from, to, _)| (*from, *to) == (period.from, period.to))?;
        self.files.get(*file)
    }

    /// The first and the last year that the own district's files speak of.
    pub fn years(&self) -> Option<(u16, u16)> {
        let own = || self.files.iter().filter(|file| file.role != FileRole::Peer).map(|file| &file.period);
        Some((own().map(|it| it.from.parts().0).min()?, own().map(|it| it.to.parts().0).max()?))
    }
}

/// Joins datasets. The district of `own` is the own one; whichever of its files ends last is the base. A single dataset
/// is opened as it is.
pub fn join(own: Loaded, others: Vec<Loaded>) -> Result<District, Refusal> {
    if others.is_empty() {
        return Ok(District::new(own.data));
    }
    let (base, others) = arrange::arrange(own, others)?;
    let synthetic = std::iter::once(&base).chain(&others).any(|file| file.data().synthetic == Some(true));
    let mut joining = Joining::new(&base, &others);
    let histories = joining.histories();
    joining.peers();
    joining.only_there();
    let (joined, sources) = joining.finish();
    let mut data = base.data().clone();
    for (metric, history) in data.metrics.iter_mut().zip(histories) {
        metric.history = history;
    }
    data.sources.extend(sources);
    data.synthetic = if synthetic { Some(true) } else { data.synthetic };
    Ok(District::new(data).with_joined(joined))
}

/// A file that is being joined.
struct Opened {
    name: String,
    district: District,
    role: FileRole,
    /// What all files of its district are called alike, for their order.
    label: String,
}

impl Opened {
    fn data(&self) -> &Dataset {
        self.district.data()
    }

    /// What a metric of this file states, the file being at this position.
    fn stated(&self, file: usize, metric: &Metric) -> Stated {
        let period = self.district.period_of(metric).clone();
        let unit = self.district.unit(&metric.unit).cloned();
        Stated { file, period, value: metric.value, bound: metric.bound, unit }
    }

    fn file(&self, matched: usize) -> File {
        let data = self.data();
        File {
            name: self.name.clone(),
            title: data.title.clone(),
            district: data.district.clone(),
            period: data.period.clone(),
            role: self.role,
            metrics: data.metrics.len(),
            matched,
        }
    }
}

fn same_days(a: &Period, b: &Period) -> bool {
    (a.from, a.to) == (b.from, b.to)
}

/// The work in progress.
struct Joining<'a> {
    base: &'a Opened,
    /// The other files; the first of them is number 1.
    others: &'a [Opened],
    sources: sources::Sources<'a>,
    mismatches: Vec<Mismatch>,
    peers: HashMap<Id, Vec<Peer>>,
    origins: HashMap<Id, Vec<(Day, Day, usize)>>,
    breakdowns: HashMap<Id, Vec<Earlier>>,
    matched: Vec<usize>,
}

impl<'a> Joining<'a> {
    fn new(base: &'a Opened, others: &'a [Opened]) -> Self {
        Self {
            base,
            others,
            sources: sources::Sources::new(base.data()),
            mismatches: Vec::new(),
            peers: HashMap::new(),
            origins: HashMap::new(),
            breakdowns: HashMap::new(),
            matched: vec![0; others.len() + 1],
        }
    }

    /// The other files of this role, with their numbers.
    fn others(&self, role: FileRole) -> impl Iterator<Item = (usize, &'a Opened)> + use<'a> {
        (1..).zip(self.others).filter(move |(_, file)| file.role == role)
    }

    fn list(&mut self, reason: Reason, metric: &Metric, theirs: Stated, ours: Option<Stated>) {
        let (id, name, file) = (metric.id.clone(), metric.name.clone(), theirs.file);
        let definition = metric.definition.clone().filter(|_| reason == Reason::Definition);
        self.mismatches.push(Mismatch { reason, metric: id, name, file, theirs: Some(theirs), ours, definition });
    }

    fn count(&mut self, file: usize) {
        if let Some(count) = self.matched.get_mut(file) {
            *count += 1;
        }
    }

    /// The metric of another file that goes with one of the base, and what makes its values ones of the base's unit.
    /// What does not go together is listed.
    fn counterpart(
        &mut self,
        metric: &Metric,
        (number, file): (usize, &'a Opened),
    ) -> Option<(&'a Metric, alike::Conversion)> {
        let ours = self.base.stated(0, metric);
        let Some(theirs) = file.district.metric(&metric.id) else {
            let (id, name) = (metric.id.clone(), metric.name.clone());
            let (reason, ours) = (Reason::OnlyHere, Some(ours));
            let lacking = Mismatch { reason, metric: id, name, file: number, theirs: None, ours, definition: None };
            self.mismatches.push(lacking);
            return None;
        };
        let stated = file.stated(number, theirs);
        if !alike::in_a_language(&metric.name, &theirs.name) {
            self.list(Reason::Name, theirs, stated, Some(ours));
            return None;
        }
        let conversion = alike::conversion((&file.district, &theirs.unit), (&self.base.district, &metric.unit));
        let Some(conversion) = conversion else {
            self.list(Reason::Unit, theirs, stated, Some(ours));
            return None;
        };
        if !alike::throughout(metric.definition.as_ref(), theirs.definition.as_ref()) {
            self.list(Reason::Definition, theirs, stated, Some(ours));
        }
        Some((theirs, conversion))
    }

    /// Lists the metrics that the base does not have.
    fn only_there(&mut self) {
        for (number, file) in (1..).zip(self.others) {
            for metric in file.data().metrics.iter().filter(|it| self.base.district.metric(&it.id).is_none()) {
                self.list(Reason::OnlyThere, metric, file.stated(number, metric), None);
            }
        }
    }

    /// What is known in the end, and the sources that the base has to be given.
    fn finish(mut self) -> (Joined, Vec<super::dataset::Source>) {
        let metrics = &self.base.data().metrics;
        let positions: HashMap<&str, usize> = metrics.iter().map(|metric| metric.id.as_str()).zip(0..).collect();
        // What the base lacks comes last, by id.
        let at = |id: &Id| positions.get(id.as_str()).copied().unwrap_or(usize::MAX);
        self.mismatches.sort_by(|a, b| {
            let key = |it: &Mismatch| (it.reason, at(&it.metric));
            key(a).cmp(&key(b)).then_with(|| (&a.metric, a.file).cmp(&(&b.metric, b.file)))
        });
        let base = self.base.file(metrics.len());
        let others = self.others.iter().zip(self.matched.iter().skip(1)).map(|(file, matched)| file.file(*matched));
        let files = std::iter::once(base).chain(others).collect();
        let Self { mismatches, peers, origins, breakdowns, .. } = self;
        let joined = Joined { files, mismatches, peers, origins, breakdowns };
        (joined, self.sources.added)
    }
}
