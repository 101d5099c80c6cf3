//! What is typed to find something, and what was found: the search over the dataset, and the palette of commands and
//! places.

use std::borrow::Cow;
use std::ops::Range;

use super::command::{Command, Scope};
use super::input::Input;
use super::theme::ThemeName;
use super::{Model, Prefs};
use crate::domain::Lang;
use crate::domain::search::{COMMANDS, Hit, Index, Kind, Part, Query, Target};
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
    /// Commands that were just chosen, and places where one has just been.
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
    /// A theme.
    Theme(ThemeName),
    /// A language.
    Language(Lang),
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

/// What the last search found.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Hits {
    /// The things, in order.
    pub found: Vec<Found>,
    /// Which of them was opened last.
    pub at: usize,
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
    /// What was being typed when the first of them was taken.
    typed: Input,
    /// The language of the screen.
    lang: Lang,
    /// What is recent, commands, lists.
    own: Index<Choice>,
    /// How many of these are recent, and how many are commands.
    counts: [usize; 2],
}

/// What was found, and which of it stands under which heading.
type Listed = (Vec<Found>, Vec<(Group, Range<usize>)>);

/// Where one has been most lately, the latest first, so many at most.
pub const MOST_RECENT: usize = 8;

/// So many commands that were just chosen are offered first, at most.
const MOST_USED: usize = 4;

/// The classes of what is in the finder's own index: commands before everything, lists before the things of the dataset in
/// the palette and behind them in the search.
const LISTS: u8 = 1;
const LISTS_LAST: u8 = 9;

impl Finder {
    /// A finder with nothing typed yet.
    pub fn new(mode: Mode, model: &Model) -> Self {
        let mut own = Index::default();
        let mut add = |choice: Choice, class| {
            let names = choice.names();
            own.add(choice, class, names.iter().map(|(lang, name)| (Part::Name(Some(*lang)), &**name)));
        };
        let mut counts = [0; 2];
        if mode == Mode::Palette {
            let recent = recent(model);
            let commands = offered(model.scope(), &model.prefs);
            counts = [recent.len(), commands.len()];
            for choice in recent {
                own.add(choice, COMMANDS, []);
            }
            let mut add = |choice: Choice, class, id: Option<String>| {
                let names = choice.names();
                let texts = names.iter().map(|(lang, name)| (Part::Name(Some(*lang)), &**name));
                own.add(choice, class, texts.chain(id.as_deref().map(|id| (Part::Id, id))));
            };
            for choice in commands {
                add(choice, COMMANDS, None);
            }
            for address in lists(&model.district).chain(attention(&model.district)) {
                let id = address.to_string();
                add(Choice::List(address), LISTS, Some(id));
            }
        } else {
            for address in lists(&model.district).chain(attention(&model.district)) {
                add(Choice::List(address), LISTS_LAST);
            }
        }
        let mut finder = Self {
            mode,
            input: Input::default(),
            query: Query::new(""),
            found: Vec::new(),
            groups: Vec::new(),
            selected: 0,
            recalled: 0,
            typed: Input::default(),
            lang: model.prefs.lang,
            own,
            counts,
        };
        finder.look(&model.district);
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
                let known = |part| matches!(part, Part::Name(_) | Part::Publisher | Part::Id);
                let wanted = |part| mode == Mode::Search || known(part);
                grouped(district.search_index(), &self.own, self.hits(district, &before, wanted))
            }
        };
    }

    /// Takes an earlier query into the line, or a later one, and behind the latest what was being typed. At either end
    /// nothing happens.
    pub fn recall(&mut self, queries: &[String], older: bool, district: &District) {
        let back = if older { (self.recalled + 1).min(queries.len()) } else { self.recalled.saturating_sub(1) };
        if back == self.recalled {
            return;
        }
        if self.recalled == 0 {
            self.typed = std::mem::take(&mut self.input);
        }
        let query = queries.len().checked_sub(back).and_then(|at| queries.get(at));
        self.input = query.map_or_else(|| std::mem::take(&mut self.typed), |query| Input::new(query));
        self.recalled = back;
        self.look(district);
    }

    /// What is found, each with whether it is in the own index. One who types on looks among what was found before.
    fn hits(&self, district: &District, before: &Query, wanted: impl Fn(Part) -> bool) -> Vec<(bool, Hit)> {
        let among = self.query.narrows(before).then(|| {
            let mut entries: Vec<u32> = self.found.iter().filter(|it| !it.own).map(|it| it.entry).collect();
            entries.sort_unstable();
            entries
        });
        let things = district.search_index().search(&self.query, self.lang, &wanted, among.as_deref());
        let own = self.own.search(&self.query, self.lang, &wanted, None);
        own.into_iter().map(|hit| (true, hit)).chain(things.into_iter().map(|hit| (false, hit))).collect()
    }

    /// Everything that the palette offers before anything is typed: what is recent, commands, lists.
    fn everything(&self) -> Listed {
        let numbers = 0..u32::try_from(self.own.len()).unwrap_or(u32::MAX);
        let found: Vec<Found> = numbers.map(|entry| Found { own: true, entry, text: None }).collect();
        let [recent, commands] = self.counts;
        let groups = [
            (Group::Recent, 0..recent),
            (Group::Commands, recent..recent + commands),
            (Group::Lists, recent + commands..found.len()),
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
    /// Whether it is a thing of the dataset.
    pub fn is_thing(self) -> bool {
        !self.own
    }

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
        Choice::Command(_) | Choice::Theme(_) | Choice::Language(_) => Group::Commands,
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

/// What was chosen and where one was last, but for where one is.
fn recent(model: &Model) -> Vec<Choice> {
    let here = &model.trail.here().address;
    let heard = |choice: &&Choice| match choice {
        Choice::Command(command) => is_heard(*command, model.scope()),
        _ => true,
    };
    let used = model.used.iter().filter(heard).take(MOST_USED).cloned();
    used.chain(model.recent.iter().filter(|address| *address != here).map(choice_of)).collect()
}

/// Whether a command can be chosen: at the steps of a show any, elsewhere those of the dashboard.
fn is_heard(command: Command, scope: Scope) -> bool {
    scope == Scope::Show || command.scope().meets(scope)
}

/// The commands that can be chosen, themes and languages among them: what only moves comes last, for keys are quicker.
fn offered(scope: Scope, prefs: &Prefs) -> Vec<Choice> {
    let mut commands: Vec<Command> = Command::ALL.iter().copied().filter(|it| is_heard(*it, scope)).collect();
    let last = |command: Command| {
        command <= Command::Tab0 || matches!(command, Command::Palette | Command::QuitNow | Command::Suspend)
    };
    let first = if scope == Scope::Show { [Scope::Show, Scope::Both] } else { [Scope::Both, Scope::Desk] };
    let order = |of: Scope| first.iter().position(|scope| *scope == of).unwrap_or(first.len());
    commands.sort_by_key(|command| (last(*command), order(command.scope())));
    let moving = commands.iter().position(|command| last(*command)).unwrap_or(commands.len());
    let mut offered: Vec<Choice> = commands.into_iter().map(Choice::Command).collect();
    let themes = ThemeName::ALL.into_iter().chain(prefs.own_themes.iter().map(ThemeName::Own)).map(Choice::Theme);
    offered.splice(moving..moving, themes.chain(Lang::ALL.map(Choice::Language)));
    offered
}

impl Choice {
    /// What it is called, and what else one may type for it, each with the language. Things of the dataset are called
    /// what their fields say.
    pub fn names(&self) -> Vec<(Lang, Cow<'static, str>)> {
        let in_each = |name: &dyn Fn(Lang) -> Cow<'static, str>| Lang::ALL.map(|lang| (lang, name(lang))).to_vec();
        match self {
            Self::Command(command) => {
                command_names(*command).into_iter().map(|(lang, name)| (lang, name.into())).collect()
            }
            Self::Theme(theme) => {
                let mut names = in_each(&|lang| theme_name(*theme, lang).into());
                names.extend(in_each(&|_| theme.id().into()));
                names
            }
            Self::Language(language) => in_each(&|lang| {
                let messages = messages(lang);
                let names = Lang::ALL.into_iter().zip(messages.words.languages);
                let name = names.filter(|(it, _)| it == language).map(|(_, name)| name).next();
                (messages.says.setting)(messages.commands.language, name.unwrap_or_default()).into()
            }),
            Self::List(address) => {
                let mut names = in_each(&|lang| list_name(address, lang).into());
                if *address == Address::attention(Exception::Missing) {
                    // As it stands where the figure would be.
                    names.extend(in_each(&|lang| messages(lang).says.no_value.into()));
                }
                names
            }
            Self::Thing(_) => Vec::new(),
        }
    }
}

/// What a theme is called as something to be chosen.
pub fn theme_name(theme: ThemeName, lang: Lang) -> String {
    let messages = messages(lang);
    let names = ThemeName::ALL.into_iter().zip(messages.words.themes);
    let name = names.filter(|(it, _)| *it == theme).map(|(_, name)| name).next();
    (messages.says.setting)(messages.commands.theme, name.unwrap_or(theme.id()))
}

/// The names of a command in every language, then what else one may type for it.
pub fn command_names(command: Command) -> Vec<(Lang, &'static str)> {
    let id = command.id();
    let names = Lang::ALL.map(|lang| (lang, command.name(messages(lang))));
    let more = Lang::ALL.into_iter().flat_map(|lang| {
        let synonyms = messages(lang).words.synonyms.iter().filter(|(of, _)| *of == id);
        synonyms.map(move |(_, name)| (lang, *name))
    });
    names.into_iter().chain(more).collect()
}

/// The places that are lists or views of the whole. The comparison is a command.
fn lists(district: &District) -> impl Iterator<Item = Address> {
    let lists = [Address::Overview, Address::Metrics, Address::Honours, Address::Timeline, Address::Sources];
    lists.into_iter().chain([Address::Datasets]).filter(|list| district.has(list))
}

/// The lists of what wants attention.
fn attention(district: &District) -> impl Iterator<Item = Address> {
    Exception::ALL.map(Address::attention).into_iter().filter(|list| district.has(list))
}

fn list_name(address: &Address, lang: Lang) -> String {
    let words = &messages(lang).words;
    match address {
        Address::Overview => words.overview.to_owned(),
        Address::Honours => words.honours.to_owned(),
        Address::HonoursByAction => format!("{} · {}", words.honours, messages(lang).says.by_action),
        Address::Timeline => words.timeline.to_owned(),
        Address::TimelineByAction => format!("{} · {}", words.timeline, messages(lang).says.by_action),
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
