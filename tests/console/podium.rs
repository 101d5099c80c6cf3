//! A place to speak from: a show is opened, orders are given, time passes, and the console is read.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::{Color, Style};
use xinhuo::domain::{Address, District, Lang, Show, check};
use xinhuo::exchange;
use xinhuo::model::show::{Audience, Blank, Detour, Order, PeerId, Seen, Shot, Stop};
use xinhuo::model::stage::Role;
use xinhuo::model::trouble::Unread;
use xinhuo::model::{Ambiguous, Keymap, Markers, Prefs, Stage, ThemeName, View};
use xinhuo::screens::Context;
use xinhuo::screens::console::{self, Console, Draw};
use xinhuo::ui::{ascii, text};

/// When the show began, in milliseconds since the Unix epoch.
const BEGAN: u64 = 1_750_000_000_000;

pub(crate) struct Podium {
    pub(crate) district: District,
    pub(crate) prefs: Prefs,
    pub(crate) stage: Stage,
    pub(crate) keymap: Keymap,
}

impl Podium {
    /// The first briefing of a dataset.
    pub(crate) fn open(json: &str, lang: Lang) -> Self {
        let district = District::new(check::load(json.as_bytes()).expect("the dataset has no faults"));
        let show = Show::of(&district, None).expect("a show");
        let me = PeerId::new(BEGAN, 1);
        let mut stage = Stage::new(show, &district, Role::Console, lang, me, BEGAN).expect("steps");
        stage.now = BEGAN;
        let mut podium = Self { district, prefs: Prefs { lang, ..Prefs::default() }, stage, keymap: Keymap::default() };
        podium.audience(100, 30);
        podium
    }

    pub(crate) fn baoan(lang: Lang) -> Self {
        Self::open(crate::common::BAOAN, lang)
    }

    /// A terminal of an audience joins, or has another size.
    pub(crate) fn audience(&mut self, cols: u16, rows: u16) -> &mut Self {
        let theme = ThemeName::Projector;
        self.stage.peers = 1;
        self.order(Order::Audience(Audience { cols, rows, theme, markers: Markers::Braille, wide: false }))
    }

    pub(crate) fn order(&mut self, order: Order) -> &mut Self {
        let stage = &mut self.stage;
        stage.cue.apply(order, &stage.steps, stage.now, stage.me);
        self
    }

    /// So many seconds pass.
    pub(crate) fn wait(&mut self, seconds: u64) -> &mut Self {
        self.stage.now += seconds * 1000;
        self
    }

    /// Steps on so often, each time after so many seconds.
    pub(crate) fn steps(&mut self, count: usize, seconds: u64) -> &mut Self {
        for _ in 0..count {
            self.order(Order::Next).wait(seconds);
        }
        self
    }

    /// A detour to a place.
    pub(crate) fn detour(&mut self, address: &str) -> &mut Self {
        let address = Address::parse(address).expect("an address");
        let stop = Stop::new(&address, View::default()).expect("a short address");
        self.order(Order::Detour(Detour::new(vec![stop]).expect("a place")))
    }

    /// Stands in for what the audience sees: which place, and how large; what draws steps is tested elsewhere.
    fn shot(&self, shot: &Shot, area: Rect, buf: &mut Buffer) {
        let here = shot.detour.as_ref().and_then(Detour::here).and_then(|stop| Address::parse(&stop.address));
        let address = here.or_else(|| self.stage.show.slides.get(shot.step).map(|slide| slide.address.clone()));
        let address = address.map(|address| address.to_string()).unwrap_or_default();
        let line = format!("[{address}] {}x{}", area.width, area.height);
        buf.set_stringn(area.x, area.y, line, usize::from(area.width), Style::new());
    }

    /// Calls with the console.
    pub(crate) fn with<T>(&self, call: impl FnOnce(&Console<'_>) -> T) -> T {
        let preview = |area: Rect, buf: &mut Buffer| match self.stage.cue.seen() {
            Seen::Blank(Blank::Black) => buf.set_style(area, Style::new().bg(Color::Black)),
            Seen::Blank(Blank::White) => buf.set_style(area, Style::new().bg(Color::White)),
            Seen::Shot(shot) => self.shot(shot, area, buf),
        };
        let behind = |area: Rect, buf: &mut Buffer| self.shot(&self.stage.cue.live, area, buf);
        let held = self.stage.cue.blank.is_some() || self.stage.cue.frozen.is_some();
        let cx = Context::new(&self.district, &self.prefs);
        let behind: Option<Draw<'_>> = if held { Some(&behind) } else { None };
        call(&Console { cx, stage: &self.stage, keymap: &self.keymap, pending: &[], preview: &preview, behind })
    }

    /// Draws the console into an area of a buffer, as the program does.
    pub(crate) fn draw(&self, area: Rect, buf: &mut Buffer) {
        text::measured(self.prefs.ambiguous, || {
            self.with(|console| console::draw(console, area, buf));
            if self.prefs.signs() == Markers::Ascii {
                ascii::apply(buf, area, self.prefs.lang);
            }
        });
    }

    pub(crate) fn buffer(&self, size: &str) -> Buffer {
        let (width, height) = crate::common::parse_size(size);
        let area = Rect::new(0, 0, width, height);
        let mut buf = Buffer::empty(area);
        self.draw(area, &mut buf);
        buf
    }

    /// What the console says.
    pub(crate) fn screen(&self, size: &str) -> String {
        exchange::text::render(&self.buffer(size))
    }

    pub(crate) fn wide(&mut self) -> &mut Self {
        self.prefs.ambiguous = Ambiguous::Wide;
        self
    }
}

/// A show in each of its states, with a name.
pub(crate) fn states(lang: Lang) -> Vec<(&'static str, Podium)> {
    use xinhuo::model::stage::Sheet;
    let mut all = Vec::new();
    let mut state = |name: &'static str, set: &dyn Fn(&mut Podium)| {
        let mut podium = Podium::baoan(lang);
        set(&mut podium);
        all.push((name, podium));
    };
    let on_time = |podium: &mut Podium| {
        podium.order(Order::Next).wait(65).order(Order::Next).wait(60).order(Order::Next).wait(42);
    };
    state("waiting", &|_| {});
    state("on-time", &|podium| on_time(podium));
    state("behind", &|podium| {
        podium.steps(4, 95);
    });
    state("rows", &|podium| {
        podium.steps(9, 60).order(Order::Next).order(Order::Next).wait(20);
    });
    state("last", &|podium| {
        podium.order(Order::Pause).wait(900).order(Order::Last).wait(5);
    });
    state("paused", &|podium| {
        on_time(podium);
        podium.order(Order::Pause);
        "12".clone_into(&mut podium.stage.typed);
    });
    state("black", &|podium| {
        on_time(podium);
        podium.order(Order::Black);
    });
    state("frozen-detour", &|podium| {
        on_time(podium);
        podium.order(Order::Freeze).detour("metric/firm-visits").wait(30);
    });
    state("agenda", &|podium| {
        podium.steps(4, 70);
        podium.stage.sheet = Some(Sheet::Agenda(6));
    });
    state("ending", &|podium| {
        on_time(podium);
        podium.stage.sheet = Some(Sheet::Ending);
    });
    state("no-audience", &|podium| {
        podium.stage.cue.audience = None;
        podium.stage.peers = 0;
    });
    state("trouble", &|podium| {
        on_time(podium);
        podium.stage.unread = Some(Unread::Faulty { name: "baoan-2024.json".to_owned(), faults: 1, line: 812 });
    });
    all
}
