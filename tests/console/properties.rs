//! No state of a show at any size breaks the console, nothing is drawn beside it, and drawing is a function of the state alone.

use proptest::prelude::*;
use ratatui::buffer::{Buffer, Cell};
use ratatui::layout::Rect;
use xinhuo::domain::Lang;
use xinhuo::model::show::{Blank, Clock, Order};
use xinhuo::model::stage::{Auto, Notes, Sheet};
use xinhuo::model::trouble::{Unopened, Unread};
use xinhuo::model::{ColourDepth, Markers, ThemeName};
use xinhuo::screens::{Context, console};

use crate::common::{BAOAN, SAMPLE, district};
use crate::podium::Podium;

fn open(dataset: usize, lang: Lang) -> Podium {
    match dataset {
        0 => Podium::open(BAOAN, lang),
        1 => Podium::open(SAMPLE, lang),
        2 => Podium::open(&district(0, 0, 0, 0), lang),
        _ => Podium::open(&district(9, 1, 4, 2), lang),
    }
}

/// What somebody does, and how long it takes.
fn deeds() -> impl Strategy<Value = Vec<(usize, usize, u64)>> {
    let time = prop_oneof![8 => 0u64..400, 1 => Just(40_000u64), 1 => Just(1 << 40)];
    proptest::collection::vec((0usize..20, 0usize..20, time), 0..24)
}

fn order(podium: &mut Podium, deed: usize, at: usize) {
    let order = match deed {
        0..=4 => Order::Next,
        5 => Order::Previous,
        6 => Order::First,
        7 => Order::Last,
        8 => Order::Jump(at),
        9 => Order::Black,
        10 => Order::White,
        11 => Order::Freeze,
        12 => {
            podium.detour(["overview", "honours", "metrics", "gone/away", "sources"][at % 3]);
            return;
        }
        13 => Order::Return,
        14 => Order::Pause,
        15 => Order::Reset,
        16 => Order::Spotlight,
        17 if at == 0 => Order::End,
        18 => {
            let at = at as u16;
            podium.audience(at * at * 3, at * at);
            return;
        }
        _ => Order::Exact,
    };
    podium.order(order);
}

fn sheets() -> impl Strategy<Value = Option<Sheet>> {
    prop_oneof![
        4 => Just(None),
        1 => prop_oneof![0usize..40, Just(usize::MAX)].prop_map(|at| Some(Sheet::Agenda(at))),
        1 => Just(Some(Sheet::Ending)),
    ]
}

/// Draws into the middle of a larger buffer.
fn drawn(podium: &Podium, area: Rect, around: Rect) -> Buffer {
    let mut buf = Buffer::filled(around, Cell::new("?"));
    podium.draw(area, &mut buf);
    buf
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 160, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_state_at_any_size_does_no_harm(
        (dataset, english, theme, look) in (0usize..4, any::<bool>(), 0usize..6, 0usize..4),
        deeds in deeds(),
        (width, height) in prop_oneof![4 => (1u16..130, 1u16..50), 1 => (1u16..=300, 1u16..=120)],
        sheet in sheets(),
        (scroll, share, peers) in (prop_oneof![0usize..12, Just(usize::MAX)], 0u16..12, 0usize..4),
        trouble in proptest::option::of("\\PC{0,60}"),
        typed in "[0-9]{0,8}",
        auto in proptest::option::of(any::<bool>()),
    ) {
        let mut podium = open(dataset, if english { Lang::En } else { Lang::Zh });
        podium.prefs.theme = ThemeName::ALL[theme % ThemeName::ALL.len()];
        match look {
            0 => podium.prefs.markers = Markers::Ascii,
            1 => podium.prefs.depth = ColourDepth::None,
            2 => {
                podium.wide();
            }
            _ => {}
        }
        for (deed, at, time) in deeds {
            order(&mut podium, deed, at);
            podium.wait(time);
        }
        let stage = &mut podium.stage;
        (stage.sheet, stage.unread, stage.typed, stage.peers) = (sheet, trouble.map(|name| Unread::Unopened(Unopened::Missing(name))), typed, peers);
        stage.notes = Notes { scroll, share };
        stage.auto = auto.map(|runs| if runs { Auto::Runs } else { Auto::Stopped });
        let area = Rect::new(2, 1, width, height);
        let around = Rect::new(0, 0, width + 4, height + 2);
        let buf = drawn(&podium, area, around);
        for position in around.positions().filter(|position| !area.contains(*position)) {
            prop_assert_eq!(buf[position].symbol(), "?", "{:?} beside {:?}", position, area);
        }
        prop_assert_eq!(buf, drawn(&podium, area, around));
        podium.with(|console| {
            let rows = [console::agenda_rows(console, area), console::notes_end(console, area)];
            prop_assert!(rows[0] >= 1 && rows.iter().all(|rows| *rows < 2000));
            Ok(())
        })?;
    }

    #[test]
    fn an_agenda_for_the_audience_at_any_size(
        dataset in 0usize..4,
        (width, height) in (0u16..300, 0u16..120),
        (current, selected) in (0usize..30, 0usize..30),
    ) {
        let podium = open(dataset, Lang::Zh);
        let cx = Context::new(&podium.district, &podium.prefs);
        let area = Rect::new(2, 1, width, height);
        let around = Rect::new(0, 0, width + 4, height + 2);
        let mut buf = Buffer::filled(around, Cell::new("?"));
        console::agenda_for_audience(&cx, &podium.stage.show, current, selected, area, &mut buf);
        for position in around.positions().filter(|position| !area.contains(*position)) {
            prop_assert_eq!(buf[position].symbol(), "?", "{:?} beside {:?}", position, area);
        }
    }
}

/// What cannot come about by orders, but over the wire.
#[test]
fn a_cue_that_makes_no_sense_does_no_harm() {
    let mut podium = Podium::baoan(Lang::Zh);
    let cue = &mut podium.stage.cue;
    cue.live.step = usize::MAX - 1;
    cue.live.revealed = usize::MAX;
    cue.frozen = Some(cue.live.clone());
    cue.blank = Some(Blank::White);
    cue.clock = Clock::new(0);
    podium.stage.now = u64::MAX;
    for size in ["1x1", "7x3", "40x10", "80x24", "200x60"] {
        podium.screen(size);
        podium.stage.sheet = if podium.stage.sheet.is_none() { Some(Sheet::Agenda(3)) } else { None };
    }
}
