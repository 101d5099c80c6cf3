//! What is typed to find something, and what was found: the search over the dataset, and the palette of commands and
//! places.

use std::ops::Range;

use super::command::Command;
use super::input::Input;
use crate::domain::Lang;
use crate::domain::search::{Field, Hit, Index, Kind, Query, Target};
use crate::domain::{Address, District, Exception};
use crate::lang::messages;

/// What is looked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Mode {
    /// Anything in the dataset, by any of its texts.
    Search,
    /// Commands, and places by name or address.
    Palette,
}

/// A heading that things found stand under.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Group {
    /// Places where one has just been.
    Recent,
    /// Commands.
    Commands,
    /// Places that are lists.
    Lists,
    /// Things of the dataset.
    Things(Kind),
}

/// Something that can be chosen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Choice {
    /// A command.
    Command(Command),
    /// A place that is a list or a view of the whole.
    List(Address),
    /// Something of the dataset.
    Thing(Target),
}

/// Something that was found: a number in an index, and which of its texts says why.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Found {
    /// Whether it is in the finder's own index or in the dataset's.
    own: bool,
    entry: u32,
    /// Which of its texts was found; none where nothing was typed.
    pub text: Option<u16>,
}

/// What is typed to find something, and what was found.
#[derive(Debug)]
pub struct Finder {
    /// What is looked for.
    pub mode: Mode,
    /// What is typed.
    pub input: Input,
    /// The same, read.
    pub query: Query,
    /// What was found, group by group.
    pub found: Vec<Found>,
    /// Which of it stands under which heading, in order.
    pub groups: Vec<(Group, Range<usize>)>,
    /// Which of it is selected.
    pub selected: usize,
    /// How many queries back the line was taken from.
    pub recalled: usize,
    /// Commands and lists, and before them the recent places.
    own: Index<Choice>,
    recent: usize,
}

/// What was found, and which of it stands under which heading.
type Listed = (Vec<Found>, Vec<(Group, Range<usize>)>);

/// Where one has been most lately, the latest first, so many at most.
pub const MOST_RECENT: usize = 8;

impl Finder {
    /// A finder with nothing typed yet. `recent` are the places where one has just been, the latest first.
    pub fn new(mode: Mode, district: &District, recent: &[Address]) -> Self {
        let mut own = Index::default();
        if mode == Mode::Palette {
            for address in recent {
                own.add(choice_of(address), 0, []);
            }
            for &command in Command::ALL {
                let names = command_names(command);
                own.add(Choice::Command(command), 0, names.iter().map(|name| (Field::NAME, *name)));
            }
            for address in lists(district) {
                let names = list_names(&address);
                let id = address.to_string();
                let texts = names.iter().map(|name| (Field::NAME, &**name)).chain([(Field::ID, &*id)]);
                own.add(Choice::List(address.clone()), 1, texts);
            }
        }
        let recent = if mode == Mode::Palette { recent.len() } else { 0 };
        let mut finder = Self {
            mode,
            input: Input::default(),
            query: Query::new(""),
            found: Vec::new(),
            groups: Vec::new(),
            selected: 0,
            recalled: 0,
            own,
            recent,
        };
        finder.look(district);
        finder
    }

    /// Looks for what is typed by now, and selects the first of what is found.
    pub fn look(&mut self, district: &District) {
        let before = std::mem::replace(&mut self.query, Query::new(self.input.text()));
        self.selected = 0;
        (self.found, self.groups) = match (self.mode, self.query.is_empty()) {
            (Mode::Search, true) => (Vec::new(), Vec::new()),
            (Mode::Palette, true) => self.everything(),
            (mode, false) => {
                let wanted = |rank| mode == Mode::Search || rank == Field::NAME || rank == Field::ID;
                grouped(district.search_index(), &self.own, self.hits(district, &before, wanted))
            }
        };
    }

    /// What is found, each with whether it is in the own index. One who types on looks among what was found before.
    fn hits(&self, district: &District, before: &Query, wanted: impl Fn(u8) -> bool) -> Vec<(bool, Hit)> {
        let among = self.query.narrows(before).then(|| {
            let mut entries: Vec<u32> = self.found.iter().filter(|it| !it.own).map(|it| it.entry).collect();
            entries.sort_unstable();
            entries
        });
        let things = district.search_index().search(&self.query, &wanted, among.as_deref());
        let own = self.own.search(&self.query, &wanted, None);
        own.into_iter().map(|hit| (true, hit)).chain(things.into_iter().map(|hit| (false, hit))).collect()
    }

    /// Everything that the palette offers before anything is typed: the recent places, commands, lists.
    fn everything(&self) -> Listed {
        let numbers = 0..u32::try_from(self.own.len()).unwrap_or(u32::MAX);
        let found: Vec<Found> = numbers.map(|entry| Found { own: true, entry, text: None }).collect();
        let commands = self.recent + Command::ALL.len();
        let groups = [
            (Group::Recent, 0..self.recent),
            (Group::Commands, self.recent..commands),
            (Group::Lists, commands..found.len()),
        ];
        let groups = groups.into_iter().filter(|(_, range)| !range.is_empty()).collect();
        (found, groups)
    }

    /// What a thing found is.
    pub fn choice(&self, district: &District, found: Found) -> Option<Choice> {
        if found.own {
            return self.own.key(found.entry).cloned();
        }
        found.target(district).cloned().map(Choice::Thing)
    }

    /// What is selected.
    pub fn selection(&self) -> Option<Found> {
        self.found.get(self.selected).copied()
    }
}

impl Found {
    /// The thing of the dataset that was found.
    pub fn target(self, district: &District) -> Option<&Target> {
        if self.own { None } else { district.search_index().key(self.entry) }
    }
}

/// What was found under one heading, each with whether it is in the own index.
struct Heap {
    group: Group,
    /// The score of the best of it.
    best: u64,
    hits: Vec<(bool, Hit)>,
}

/// What was found, group by group; the group with the best comes first, and in each the best.
fn grouped(things: &Index<Target>, own: &Index<Choice>, hits: Vec<(bool, Hit)>) -> Listed {
    let mut heaps: Vec<Heap> = Vec::new();
    for (is_own, hit) in hits {
        let group = if is_own { own.key(hit.entry).map(group_of) } else { things.class(hit.entry).and_then(thing_of) };
        let Some(group) = group else { continue };
        match heaps.iter_mut().find(|heap| heap.group == group) {
            Some(heap) => {
                heap.best = heap.best.min(hit.score);
                heap.hits.push((is_own, hit));
            }
            None => heaps.push(Heap { group, best: hit.score, hits: vec![(is_own, hit)] }),
        }
    }
    heaps.sort_by_key(|heap| (heap.best, heap.group));
    let (mut found, mut ranges) = (Vec::new(), Vec::new());
    for Heap { group, mut hits, .. } in heaps {
        hits.sort_unstable_by_key(|(_, hit)| hit.score);
        let from = found.len();
        found.extend(hits.into_iter().map(|(own, hit)| Found { own, entry: hit.entry, text: Some(hit.text) }));
        ranges.push((group, from..found.len()));
    }
    (found, ranges)
}

/// The heading of things of a class.
fn thing_of(class: u8) -> Option<Group> {
    Kind::ALL.into_iter().find(|kind| kind.class() == class).map(Group::Things)
}

fn group_of(choice: &Choice) -> Group {
    match choice {
        Choice::Command(_) => Group::Commands,
        Choice::List(_) => Group::Lists,
        Choice::Thing(target) => Group::Things(target.kind()),
    }
}

/// An address as something to be chosen.
fn choice_of(address: &Address) -> Choice {
    match address {
        Address::Action(_) | Address::Initiative(_) | Address::Metric(_) | Address::Honour(_) | Address::Source(_) => {
            Choice::Thing(Target::Place(address.clone()))
        }
        list => Choice::List(list.clone()),
    }
}

/// The names of a command in every language, in the order in which the index has them.
pub fn command_names(command: Command) -> [&'static str; 2] {
    Lang::ALL.map(|lang| command.name(messages(lang)))
}

/// The places that are lists or views of the whole.
fn lists(district: &District) -> impl Iterator<Item = Address> {
    let lists = [Address::Overview, Address::Metrics, Address::Honours, Address::Timeline, Address::Sources];
    let lists = lists.into_iter().chain([Address::Datasets, Address::Compare(Vec::new())]);
    lists.chain(Exception::ALL.map(Address::attention)).filter(|list| district.has(list))
}

/// The names of a list in every language, in the order in which the index has them.
pub fn list_names(address: &Address) -> [String; 2] {
    Lang::ALL.map(|lang| list_name(address, lang))
}

fn list_name(address: &Address, lang: Lang) -> String {
    let words = &messages(lang).words;
    match address {
        Address::Overview => words.overview.to_owned(),
        Address::Honours => words.honours.to_owned(),
        Address::Timeline => words.timeline.to_owned(),
        Address::Sources => words.sources.to_owned(),
        Address::Datasets => words.datasets.to_owned(),
        Address::Compare(_) => words.compare.to_owned(),
        Address::MetricsBy(_) => {
            let reason = Exception::ALL.into_iter().zip(words.reasons);
            let mut reason =
                reason.filter(|(it, _)| Address::attention(*it) == *address).map(|(_, name)| name.to_owned());
            let query = || address.to_string().split_once('?').map_or_else(String::new, |(_, query)| query.to_owned());
            format!("{} · {}", words.metrics, reason.next().unwrap_or_else(query))
        }
        _ => words.metrics.to_owned(),
    }
}
