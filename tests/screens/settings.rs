//! What settings change on the screen: keys everywhere they are told, columns, themes; and help that is filtered.

use xinhuo::domain::{Lang, Show};
use xinhuo::model::command::Scope;
use xinhuo::model::settings::{self, Asked, Effective};
use xinhuo::model::show::PeerId;
use xinhuo::model::stage::Role;
use xinhuo::model::{Ambiguous, ColourDepth, Command, Event, Input, Overlay, Stage, ThemeName};

use crate::common::Desk;

/// Other keys for every command, each one of its own.
fn remapped() -> (String, Vec<(Command, String)>) {
    let letters: Vec<char> = ('A'..='Z').chain('a'..='z').chain('0'..='9').collect();
    let key = |at: usize| match at {
        0..12 => format!("F{}", at + 1),
        12..24 => format!("Ctrl-F{}", at - 11),
        _ => format!("Alt-{}", letters[at - 24]),
    };
    let keys: Vec<(Command, String)> = Command::ALL.iter().enumerate().map(|(at, it)| (*it, key(at))).collect();
    let lines = keys.iter().map(|(command, key)| format!("{} = \"{key}\"\n", command.id()));
    (format!("[keys]\n{}", lines.collect::<String>()), keys)
}

/// A desk with these settings.
fn desk(settings: &str, at: &str, size: &str, lang: Lang) -> Desk {
    let (settings, faults) = settings::read(settings.as_bytes());
    assert_eq!(faults, []);
    let mut desk = Desk::baoan(at, size, lang);
    let effective = Effective::new(Asked::default(), settings, lang, ThemeName::Dark).unwrap();
    desk.model.prefs = effective.prefs(ColourDepth::True, Ambiguous::Narrow);
    desk.model.columns = effective.columns();
    desk.model.keymap = effective.keymap;
    desk
}

#[test]
fn other_keys_for_every_command_are_told_everywhere() {
    let (settings, keys) = remapped();
    let key = |command: Command| keys.iter().find(|(it, _)| *it == command).unwrap().1.clone();
    for lang in Lang::ALL {
        // Help is of this screen: no screen has the keys of all others.
        let mut told = std::collections::BTreeSet::new();
        for place in ["overview", "metrics", "honours", "metric/firm-visits", "timeline"] {
            let mut desk = desk(&settings, place, "600x90", lang);
            let messages = xinhuo::lang::messages(lang);
            let before = desk.screen();
            let footer = before.lines().last().unwrap().to_owned();
            for command in [Command::Notation, Command::Theme, Command::Language, Command::Help] {
                let told = format!("{} {}", key(command), command.name(messages));
                assert!(footer.contains(&told), "{place}: {told} is not in {footer}");
            }
            let tabs = before.lines().nth(1).unwrap();
            assert!(tabs.contains(&format!("{} ", key(Command::Tab1))), "{tabs}");
            desk.keys(&key(Command::Help));
            let help = desk.screen();
            for (command, key) in &keys {
                if help.split_whitespace().any(|word| word == key) {
                    told.insert(*command);
                }
            }
            for old in Command::ALL.iter().flat_map(|it| it.default_keys().split("  ")).filter(|it| it.len() > 1) {
                let words: Vec<&str> = help.split_whitespace().collect();
                // Esc closes help whatever it is bound to.
                let told = words.contains(&old) && old != "Esc" && !old.starts_with('F') && !old.contains(' ');
                assert!(!told, "{place}: {old} is still in\n{help}");
            }
        }
        let here = |command: &&Command| command.scope().meets(Scope::Desk);
        let untold: Vec<_> = Command::ALL.iter().filter(here).filter(|it| !told.contains(it)).collect();
        assert!(untold.is_empty(), "{untold:?}");
    }
}

#[test]
fn many_or_long_keys_leave_room_for_what_they_do() {
    let tabs = |keys: fn(u8) -> String| {
        let lines: Vec<String> = (0..=9).map(|tab| format!("tab-{tab} = \"{}\"\n", keys(tab))).collect();
        lines.concat()
    };
    for (settings, told) in [
        (format!("[keys]\n{}", tabs(|tab| format!("Alt-{tab}"))), "Alt-1 – Alt-9  Alt-0"),
        (format!("[keys]\n{}", tabs(|tab| format!("Ctrl-F{}", tab + 1))), "Ctrl-F2 Ctrl-F3"),
    ] {
        for size in ["60x16", "80x24"] {
            let mut desk = desk(&settings, "overview", size, Lang::En);
            desk.keys("?").text("straight to");
            let screen = desk.screen();
            assert!(screen.contains(told) && screen.contains("straight to a tab"), "{screen}");
        }
    }
}

#[test]
fn esc_closes_what_lies_over_a_place_though_it_is_bound_to_nothing() {
    let mut table = desk("[keys]\nback = []\nreturn-to-step = []\nstep-back = []", "metrics", "80x24", Lang::En);
    table.keys("f Right Esc");
    assert!(matches!(table.model.overlay, Some(Overlay::Facets { value: None, .. })));
    table.keys("Esc");
    assert!(table.model.overlay.is_none());
    let show = Show::of(&table.model.district, None).unwrap();
    let stage = Stage::new(show, &table.model.district, Role::Console, Lang::En, PeerId::new(0, 0), 0).unwrap();
    xinhuo::app::start(&mut table.model, stage, false);
    table.keys("o Esc");
    assert_eq!(table.model.stage.as_ref().unwrap().sheet, None);
    table.keys("d");
    assert!(table.screen().contains("Detour from step 1"), "{}", table.screen());
}

#[test]
fn other_keys_are_told_on_the_console_of_a_show() {
    let (settings, keys) = remapped();
    let key = |command: Command| keys.iter().find(|(it, _)| *it == command).unwrap().1.clone();
    for lang in Lang::ALL {
        let mut desk = desk(&settings, "overview", "300x80", lang);
        let show = Show::of(&desk.model.district, None).unwrap();
        let stage = Stage::new(show, &desk.model.district, Role::Console, lang, PeerId::new(0, 0), 0).unwrap();
        xinhuo::app::start(&mut desk.model, stage, false);
        let footer = desk.screen().lines().last().unwrap().to_owned();
        for command in [Command::StepOn, Command::StepBack, Command::Black, Command::Agenda, Command::Help] {
            assert!(footer.contains(&key(command)), "{command:?} is not in {footer}");
        }
        desk.keys(&key(Command::Help));
        let screen = desk.screen();
        for command in Command::ALL.iter().filter(|command| command.scope().meets(Scope::Show)) {
            assert!(screen.contains(&key(*command)), "{command:?} is not in\n{screen}");
        }
        desk.keys(&key(Command::Help)).keys(&key(Command::StepOn));
        assert_eq!(desk.model.stage.as_ref().unwrap().cue.live.step, 1);
    }
}

#[test]
fn other_keys_for_every_command_are_told_in_the_palette() {
    let (settings, keys) = remapped();
    for lang in Lang::ALL {
        for (command, key) in keys.iter().filter(|(command, _)| command.scope().meets(Scope::Desk)) {
            let mut desk = desk(&settings, "metrics", "120x40", lang);
            let open = keys.iter().find(|(it, _)| *it == Command::Palette).unwrap();
            desk.keys(&open.1).text(command.name(xinhuo::lang::messages(lang)));
            let screen = desk.screen();
            let name = command.name(xinhuo::lang::messages(lang));
            let row = screen.lines().skip(3).find(|line| line.contains(name) && line.contains(key.as_str()));
            assert!(row.is_some(), "{command:?} with {key} is not in\n{screen}");
        }
    }
}

#[test]
fn what_has_no_key_is_not_offered() {
    let mut desk = desk("[keys]\nmark = []\nhelp = []\ntheme = []", "metrics", "120x50", Lang::En);
    let screen = desk.screen();
    let footer = screen.lines().last().unwrap();
    assert!(footer.contains("sort") && !footer.contains("mark") && !footer.contains("theme"), "{footer}");
    assert!(screen.lines().next().unwrap().trim_end().ends_with("EN"), "{screen}");
    desk.model.overlay = Some(Overlay::Help { scroll: 0, filter: Input::default() });
    let help = desk.screen();
    assert!(help.contains("1 – 9  0") && help.contains("compare") && !help.contains("theme"), "{help}");
}

#[test]
fn other_keys_work_and_the_old_ones_do_not() {
    let (settings, keys) = remapped();
    let mut desk = desk(&settings, "overview", "120x40", Lang::Zh);
    for (command, key) in &keys {
        let (Some(tab), true) = (command.tab(), *command != Command::Tab0) else { continue };
        desk.keys(key);
        assert!(
            matches!(tab, xinhuo::model::command::Tab::At(at) if (at == 0) == (desk.here() == "overview")),
            "{key}"
        );
    }
    let here = desk.here();
    desk.keys("1 2 Tab ] L T u q ? g g Esc");
    assert_eq!((desk.here(), desk.effects.len()), (here, 0));
    assert!(desk.model.overlay.is_none());
}

#[test]
fn columns_are_those_of_the_settings_in_their_order() {
    let titles = |settings: &str| {
        let screen = desk(settings, "metrics", "160x30", Lang::En).screen();
        screen
            .lines()
            .find(|line| line.contains("Name"))
            .unwrap()
            .split_whitespace()
            .map(str::to_owned)
            .collect::<Vec<_>>()
    };
    assert_eq!(titles("[table]\ncolumns = [\"unit\", \"name\", \"rank\"]"), ["Unit", "Name", "Rank"]);
    assert_eq!(titles("[table]\ncolumns = []"), titles(""));
    // What the dataset has nothing of is no column; the name always is one.
    assert_eq!(titles("[table]\ncolumns = [\"change\"]"), ["Name"]);
    let mut desk = desk("[table]\ncolumns = [\"unit\", \"name\"]", "metrics", "160x30", Lang::En);
    desk.keys("l l l s");
    assert_eq!(desk.here(), "metrics?sort=name");
}

#[test]
fn the_switch_goes_through_own_themes_too() {
    let mut desk = desk("theme = \"mono\"\n[themes.house]\naccent = \"#123456\"", "overview", "80x24", Lang::Zh);
    desk.keys("T");
    assert_eq!(desk.model.prefs.theme.id(), "house");
    let ground = desk.buffer()[(0, 0)].bg;
    desk.keys("T");
    assert_eq!((desk.model.prefs.theme, desk.buffer()[(0, 0)].bg), (ThemeName::Dark, ground));
}

#[test]
fn a_theme_whose_name_is_typed_comes_first() {
    for name in ["house", "first"] {
        for lang in Lang::ALL {
            let mut desk = desk(&format!("[themes.{name}]\naccent = \"#123456\""), "overview", "80x24", lang);
            desk.keys(":").text(name).keys("Enter");
            assert_eq!(desk.model.prefs.theme.id(), name);
        }
    }
}

#[test]
fn the_ground_of_the_terminal_decides_until_somebody_else_does() {
    // The terminal itself knows better than what was guessed.
    for (guessed, said) in [(ThemeName::Dark, ThemeName::Light), (ThemeName::Light, ThemeName::Dark)] {
        let mut desk = Desk::baoan("overview", "80x24", Lang::Zh);
        desk.model.prefs.theme = guessed;
        desk.model.guessed = Some(guessed);
        xinhuo::app::update(&mut desk.model, Event::Ground(said));
        assert_eq!(desk.model.prefs.theme, said);
    }
    let mut desk = Desk::baoan("overview", "80x24", Lang::Zh);
    desk.model.guessed = Some(desk.model.prefs.theme);
    desk.keys("T");
    let chosen = desk.model.prefs.theme;
    assert_eq!(chosen, ThemeName::Light);
    assert!(desk.screen().lines().last().is_some_and(|line| line.contains("主题：浅色")), "{}", desk.screen());
    xinhuo::app::update(&mut desk.model, Event::Ground(ThemeName::Dark));
    assert_eq!(desk.model.prefs.theme, chosen);
}

#[test]
fn help_is_filtered_by_typing() {
    let mut desk = Desk::baoan("metrics", "100x90", Lang::Zh);
    desk.model.settings_file = "/home/x/.config/xinhuo/config.toml".to_owned();
    let all = desk.keys("?").screen();
    assert!(all.contains("/home/x/.config/xinhuo/config.toml") && all.contains("输入筛选"), "{all}");
    // By the name in either language, the name in settings, or the key; letters are no commands here.
    for (typed, shown, hidden) in [
        ("t h e m e", "主题", "语言"),
        ("/ 语 言", "语言", "主题"),
        ("q u i t - n o w", "Ctrl-c", "Ctrl-z"),
        ("C t r l - z", "Ctrl-z", "Ctrl-c"),
    ] {
        let screen = desk.keys(typed).screen();
        let body: String = screen.lines().skip(3).take(84).collect();
        assert!(body.contains(shown) && !body.contains(hidden), "{typed}:\n{screen}");
        desk.keys("Esc");
        assert!(
            matches!(&desk.model.overlay, Some(Overlay::Help { filter, .. }) if filter.text().is_empty()),
            "{typed}"
        );
        assert_eq!(desk.screen(), all);
    }
    assert!(desk.keys("z z z").screen().contains("没有匹配的按键"));
    assert!(desk.keys("Backspace Backspace Backspace Down").screen().contains("主题"));
    assert!(desk.keys("?").model.overlay.is_none());
    assert!(desk.keys("? x Esc Esc").model.overlay.is_none());
    assert_eq!((desk.here().as_str(), desk.effects.len()), ("metrics", 0));
}

#[test]
fn help_is_filtered_by_pinyin_and_initials() {
    for (typed, lang) in [("y d", Lang::Zh), ("y i d o n g", Lang::Zh), ("h a l f", Lang::En)] {
        let mut desk = Desk::baoan("overview", "100x90", lang);
        let screen = desk.keys("?").keys(typed).screen();
        let body: String = screen.lines().skip(3).take(84).collect();
        assert!(body.contains("Ctrl-u") || body.contains("上移") || body.contains("左移"), "{typed}:\n{screen}");
        assert!(!body.contains("Ctrl-z"), "{typed}:\n{screen}");
    }
}

#[test]
fn the_caret_of_help_is_where_the_next_letter_goes() {
    let mut desk = Desk::baoan("overview", "80x24", Lang::En);
    desk.keys("? t h e m e");
    let area = ratatui::layout::Rect::new(0, 0, 80, 24);
    let at = |desk: &Desk| xinhuo::app::caret(&desk.model, area).expect("a caret");
    let end = at(&desk);
    let buf = desk.buffer();
    assert_eq!([end.x - 1, end.x].map(|x| buf[(x, end.y)].symbol().to_owned()), ["e", " "]);
    if let Some(Overlay::Help { filter, .. }) = &mut desk.model.overlay {
        filter.start();
        filter.right();
    }
    let middle = at(&desk);
    let buf = desk.buffer();
    assert_eq!([middle.x - 1, middle.x].map(|x| buf[(x, middle.y)].symbol().to_owned()), ["t", "h"]);
    // Its end is in sight however long it is and however narrow the screen.
    for (columns, typed) in [20, 24, 30, 60, 80, 120].into_iter().flat_map(|it| [(it, "v"), (it, "长")]) {
        desk.keys(&format!("size:{columns}x16"));
        if let Some(Overlay::Help { filter, .. }) = &mut desk.model.overlay {
            *filter = Input::new(&typed.repeat(90));
        }
        let area = ratatui::layout::Rect::new(0, 0, columns, 16);
        let at = xinhuo::app::caret(&desk.model, area).expect("a caret");
        let cells = if typed == "v" { 1 } else { 2 };
        let screen = desk.screen();
        assert_eq!(desk.buffer()[(at.x - cells, at.y)].symbol(), typed, "{columns}\n{screen}");
        assert_eq!(screen.contains("Esc clears"), columns > 30, "{screen}");
    }
}

#[test]
fn open_help_offers_only_what_works_in_it() {
    let mut desk = Desk::baoan("overview", "100x30", Lang::En);
    let footer = |desk: &Desk| desk.screen().lines().last().unwrap().trim().to_owned();
    desk.keys("?");
    assert!(footer(&desk).starts_with("Up Down scroll  Esc close  Ctrl-c quit now"), "{}", footer(&desk));
    assert!(desk.screen().contains("╭ Help ─"), "{}", desk.screen());
    desk.keys("x");
    assert!(footer(&desk).starts_with("Up Down scroll  Esc clear  Ctrl-c"), "{}", footer(&desk));
}
