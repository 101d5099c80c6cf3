use proptest::prelude::*;

use super::*;
use crate::model::command::Scope;
use crate::model::{Meaning, Slot, ThemeName};

fn good(text: &str) -> Settings {
    let (settings, faults) = read(text.as_bytes());
    assert_eq!(faults, [], "{text}");
    settings
}

/// The faults of a file: the code, the line and the column of each.
fn found(text: &str) -> Vec<(&'static str, usize, usize)> {
    read(text.as_bytes()).1.iter().map(|it| (it.kind.code(), it.place.line, it.place.column)).collect()
}

fn near(text: &str) -> Option<String> {
    match read(text.as_bytes()).1.into_iter().next().unwrap().kind {
        Kind::UnknownKey { near, .. }
        | Kind::UnknownCommand { near, .. }
        | Kind::UnknownValue { near, .. }
        | Kind::UnknownKeyName { near, .. }
        | Kind::BadPlace { near, .. } => near,
        other => panic!("{other:?}"),
    }
}

#[test]
fn nothing_is_a_settings_file_too() {
    for text in ["", "\n# nothing\n", "\u{feff}", "[keys]\n[themes]\n[table]\n"] {
        assert_eq!(good(text), Settings::default(), "{text:?}");
    }
}

#[test]
fn every_setting_is_read_with_its_line() {
    let settings = good(
        "\u{feff}language = \"en\"\r\ntheme = \"house\"\ncolours = \"256\"\nmarkers = \"block\"\nambiguous = \"wide\"\n\
         start = \"action/governance\"\n[table]\ncolumns = [\n  \"name\",\n  \"figure\"]\n\
         [keys]\nsort = \"o\"\nlast = ['Z Z', \"Ctrl-e\"]\nmark = []\n\
         [themes.house]\naccent = \"#FF7a4a\"\nbase = \"light\"\n",
    );
    assert_eq!(settings.language, Some(Stated { value: Some(Lang::En), line: 1 }));
    assert_eq!(settings.theme, Some(Stated { value: "house".to_owned(), line: 2 }));
    assert_eq!(settings.colours, Some(Stated { value: Some(ColourDepth::Indexed), line: 3 }));
    assert_eq!(settings.markers, Some(Stated { value: Markers::Block, line: 4 }));
    assert_eq!(settings.ambiguous, Some(Stated { value: Some(Ambiguous::Wide), line: 5 }));
    let place = Address::parse("action/governance").unwrap();
    assert_eq!(settings.start, Some(Stated { value: Start::At(place), line: 6 }));
    assert_eq!(settings.columns, Some(Stated { value: vec![Column::Name, Column::Figure], line: 8 }));
    let lines: Vec<_> = settings.keys.iter().map(|(command, keys)| (*command, keys.line)).collect();
    assert_eq!(lines, [(Command::Sort, 12), (Command::Last, 13), (Command::Mark, 14)]);
    let keymap = settings.keymap();
    assert_eq!(keymap.keys_of(Command::Last).collect::<Vec<_>>(), ["Z Z", "Ctrl-e"]);
    assert_eq!(keymap.meaning(Scope::Desk, &["o".parse().unwrap()]), Meaning::Command(Command::Sort));
    let theme = &settings.themes[0];
    assert_eq!((theme.line, theme.value.base), (15, ThemeName::Light));
    assert_eq!(theme.value.colours, [(Slot::Accent, [0xff, 0x7a, 0x4a])]);
}

#[test]
fn what_is_wrong_is_told_with_its_place() {
    for (text, faults) in [
        ("lanuage = \"zh\"", vec![("unknown-setting", 1, 1)]),
        ("# 中文\nlanguage = 1", vec![("wrong-type", 2, 12)]),
        ("language = \"de\"\ntheme = \"drak\"", vec![("unknown-value", 1, 12), ("unknown-value", 2, 9)]),
        ("start = \"nowhere\"", vec![("bad-place", 1, 9)]),
        ("table = 1", vec![("wrong-type", 1, 9)]),
        ("[table]\ncolums = []", vec![("unknown-setting", 2, 1)]),
        (
            "[table]\ncolumns = [\"name\", \"nam\", 1, \"name\"]",
            vec![("unknown-value", 2, 20), ("wrong-type", 2, 27), ("column-twice", 2, 30)],
        ),
        ("[keys]\nsrot = \"x\"", vec![("unknown-command", 2, 1)]),
        ("[keys]\nsort = 1\nmark = [1]", vec![("wrong-type", 2, 8), ("wrong-type", 3, 9)]),
        ("[keys]\nsort = \"ctrl-s\"", vec![("unknown-key", 2, 8)]),
        (
            "[keys]\nsort = [\"\", \"x  x\", \"Shift-s\", \"\\u0007\"]",
            vec![("unknown-key", 2, 9), ("unknown-key", 2, 13), ("unknown-key", 2, 21), ("unknown-key", 2, 32)],
        ),
        ("[keys]\nsort = \"Ctrl-h\"\nmark=\"Ctrl-[\"", vec![("same-key", 2, 8), ("same-key", 3, 6)]),
        ("[keys]\nsort = [\"Ctrl-Enter\", \"Ctrl-1\"]", vec![("same-key", 2, 9), ("same-key", 2, 23)]),
        ("[keys]\nblack = [\"1\", \"Alt-1\"]\nhelp = \"v 2\"", vec![("digit-key", 2, 10), ("digit-key", 3, 8)]),
        ("[keys]\nquit = []\nquit-now = []", vec![("no-way-out", 3, 1)]),
        ("[keys]\nend-show = []\nquit-now = []", vec![("no-end-of-show", 3, 1)]),
        ("[keys]\nend-show = []\nquit = []", vec![]),
        (
            "[themes.Dark]\n[themes.mono]\n[themes.a]\nbase = \"own\"\ntxt = \"#000000\"\ntext = \"#12345\"",
            vec![
                ("bad-theme-name", 1, 9),
                ("bad-theme-name", 2, 9),
                ("unknown-value", 4, 8),
                ("unknown-setting", 5, 1),
                ("bad-colour", 6, 8),
            ],
        ),
        ("[themes.a]\nbad = \"#12é45\"\ngood = \"#+12345\"", vec![("bad-colour", 2, 7), ("bad-colour", 3, 8)]),
        ("theme = \"a\"\n[themes.b]", vec![("unknown-value", 1, 9)]),
        // Where the file is no TOML, nothing else is told.
        ("lanuage = 1\ntheme = ", vec![("syntax", 2, 9)]),
        ("theme = \"dark\"\ntheme = \"mono\"", vec![("syntax", 2, 1)]),
    ] {
        assert_eq!(found(text), faults, "{text}");
    }
    assert_eq!(read(b"# \xe4\xb8\xad\nstart = \"\xff\"").1[0].place.column, 10);
}

#[test]
fn slips_of_the_form_are_told_apart() {
    for (text, slip, first) in [
        ("language = \"en", Slip::NoEnd, None),
        ("language = 'en\n", Slip::NoEnd, None),
        ("x = \"\"\"abc", Slip::NoEnd, None),
        ("language =", Slip::NoValue, None),
        ("language = \ntheme = \"dark\"", Slip::NoValue, None),
        ("language = en", Slip::NoQuotes, None),
        ("language = “en”", Slip::NoQuotes, None),
        ("language", Slip::NoEquals, None),
        ("language \"en\"", Slip::NoEquals, None),
        ("[keys", Slip::Unclosed(']'), None),
        ("[table]\ncolumns = [\"name\"", Slip::Unclosed(']'), None),
        ("keys = { up = \"a\"", Slip::Unclosed('}'), None),
        ("[table]\ncolumns = [\"name\" \"unit\"]", Slip::NoComma, None),
        ("language = \"en\" theme = \"dark\"", Slip::Crowded, None),
        ("language = \"en\"\n\nlanguage = \"zh\"", Slip::Twice("language".to_owned()), Some((1, 1))),
        ("[keys]\nup = \"a\"\n[keys]\ndown = \"b\"", Slip::Twice("keys".to_owned()), Some((1, 2))),
        (
            "[themes.a]\nbase = \"dark\"\n[themes.b]\nbase = \"dark\"\nbase = \"mono\"",
            Slip::Twice("base".to_owned()),
            Some((4, 1)),
        ),
    ] {
        let (_, faults) = read(text.as_bytes());
        let [fault] = faults.as_slice() else { panic!("{text}: {faults:?}") };
        assert_eq!(fault.kind, Kind::Syntax(slip), "{text}");
        assert_eq!(fault.other.as_ref().map(|place| (place.line, place.column)), first, "{text}");
    }
    assert!(matches!(&read(b"= 3").1[0].kind, Kind::Syntax(Slip::Other(_))));
}

#[test]
fn the_language_of_a_file_counts_though_the_rest_is_at_fault() {
    for text in ["language = \"en\"\ncolour = 1", "language = \"en\"\ntheme ="] {
        assert_eq!(read(text.as_bytes()).0.language.and_then(|it| it.value), Some(Lang::En));
    }
}

#[test]
fn what_may_be_meant_is_offered() {
    for (text, meant) in [
        ("langauge = \"zh\"", Some("language")),
        ("color = \"16\"", Some("colours")),
        ("theme = \"projecter\"", Some("projector")),
        ("theme = \"hose\"\n[themes.house]", Some("house")),
        ("[keys]\nnext_tab = \"x\"", Some("next-tab")),
        ("[keys]\nsort = \"ctrl-pgup\"", Some("Ctrl-PgUp")),
        ("[keys]\nsort = \"C-s\"", Some("Ctrl-s")),
        ("[keys]\nsort = \"Shift-s\"", Some("S")),
        ("[keys]\nsort = \"Ctrl-Shift-l\"", Some("Ctrl-l")),
        ("[keys]\nsort = \"Alt-Shift-t\"", Some("Alt-T")),
        ("[keys]\nsort = \"Ctrl-Shift-m\"", None),
        ("[keys]\nsort = \"Shift-1\"", None),
        ("[keys]\nsort = \"Retrun\"", None),
        ("[keys]\nsort = \"escape\"", Some("Esc")),
        ("start = \"overveiw\"", Some("overview")),
        ("start = \"metrik/firm-visits\"", Some("metric/firm-visits")),
        ("start = \"honors\"", Some("honours")),
        ("start = \"lsat\"", Some("last")),
        ("start = \"metrics?zz=1\"", None),
        ("start = \"nowhere\"", None),
        ("zzz = 1", None),
    ] {
        assert_eq!(near(text).as_deref(), meant, "{text}");
    }
}

#[test]
fn conflicts_name_both_commands_and_both_lines() {
    let conflict = |text: &str| match read(text.as_bytes()).1.as_slice() {
        [Fault { kind: Kind::Conflict { shorter, longer, by_default }, place, other }] => {
            let other = other.as_ref().map(|place| place.line);
            ((shorter.1, longer.1), *by_default, place.line, other)
        }
        faults => panic!("{text}: {faults:?}"),
    };
    // Against a default.
    assert_eq!(conflict("[keys]\nsort = \"q\""), ((Command::Sort, Command::Quit), Some(Command::Quit), 2, None));
    // Between two lines; the later one is at fault.
    let both = conflict("[keys]\nsort = \"X\"\n\nmark = [\"Alt-m\", \"X\"]");
    assert_eq!(both, ((Command::Sort, Command::Mark), None, 4, Some(2)));
    // One the beginning of the other, whichever stands first.
    let prefix = conflict("[keys]\nsort = \"X X\"\nmark = \"X\"");
    assert_eq!(prefix, ((Command::Mark, Command::Sort), None, 3, Some(2)));
    assert_eq!(conflict("[keys]\nsort = \"g\"").0, (Command::Sort, Command::First));
    // Of one command with itself.
    assert_eq!(conflict("[keys]\nsort = [\"X\", \"X\"]").0, (Command::Sort, Command::Sort));
    // A full-width key is its ASCII twin.
    assert_eq!(conflict("[keys]\nsort = \"？\"").0, (Command::Sort, Command::Help));
    // What is one byte on the wire is one key.
    assert_eq!(conflict("[keys]\nsort = \"Ctrl-D\"").0, (Command::HalfDown, Command::Sort));
    assert_eq!(conflict("[keys]\nsort = \"Ctrl-_\"\nmark = \"Ctrl-/\"").0, (Command::Sort, Command::Mark));
    // Two commands may change places.
    assert_eq!(found("[keys]\nsort = \"m\"\nmark = \"s\""), []);
}

#[test]
fn what_is_asked_for_goes_before_the_file_and_the_file_before_the_default() {
    let settings = good("theme = \"light\"\nlanguage = \"en\"\nmarkers = \"ascii\"\n[themes.own]");
    let theme = |asked: Option<&str>| {
        let theme = asked.map(|name| Choice { value: name.to_owned(), origin: Origin::CommandLine });
        let asked = Asked { theme, ..Asked::default() };
        Effective::new(asked, settings.clone(), Lang::Zh, ThemeName::Dark)
    };
    let file = theme(None).unwrap();
    assert_eq!(file.theme, Choice { value: Some(ThemeName::Light), origin: Origin::File(1) });
    assert_eq!(file.language, Choice { value: Some(Lang::En), origin: Origin::File(2) });
    assert_eq!(file.start.origin, Origin::Default);
    assert_eq!(
        theme(Some("mono")).unwrap().theme,
        Choice { value: Some(ThemeName::Mono), origin: Origin::CommandLine }
    );
    assert_eq!(theme(Some("own")).unwrap().theme.value.unwrap().id(), "own");
    assert_eq!(theme(Some("other")).err().as_deref(), Some("other"));
    // As locale and terminal have it, whether nobody says anything or somebody says so.
    for (text, asked, origin) in [
        ("", None, Origin::Default),
        ("theme = \"auto\"\nlanguage = \"auto\"", None, Origin::File(1)),
        ("theme = \"mono\"\nlanguage = \"zh\"", Some("auto"), Origin::CommandLine),
    ] {
        let theme = asked.map(|name| Choice { value: name.to_owned(), origin: Origin::CommandLine });
        let language = asked.map(|_| Choice { value: None, origin: Origin::CommandLine });
        let asked = Asked { language, theme, ..Asked::default() };
        let light = Effective::new(asked, good(text), Lang::En, ThemeName::Light).unwrap();
        assert_eq!(light.theme, Choice { value: None, origin }, "{text}");
        let prefs = light.prefs(ColourDepth::True, Ambiguous::Narrow);
        assert_eq!((prefs.theme, prefs.lang), (ThemeName::Light, Lang::En), "{text}");
    }
    assert_eq!(found("[themes.auto]"), [("bad-theme-name", 1, 9)]);
}

proptest! {
    #[test]
    fn no_file_whatever_breaks_the_reader(text in "([a-z]{1,8}|[\\[\\]=.\"'#{}, \n\\\\]|keys|themes|\"g g\"|#12|中|\u{7}){0,40}") {
        let (_, faults) = read(text.as_bytes());
        for fault in faults {
            prop_assert!(fault.place.span.end <= text.len() && fault.place.line > 0);
        }
    }

    #[test]
    fn no_bytes_break_the_reader(bytes in prop::collection::vec(any::<u8>(), 0..60)) {
        read(&bytes);
    }
}
