//! What happens between the first frame and the last.

use std::time::{Duration, Instant};

use crate::pty::{Terminal, program, script, size};

#[test]
fn an_idle_program_writes_nothing_and_computes_nothing() {
    let mut terminal = Terminal::open(&[], size(120, 40));
    terminal.settle();
    let (written, worked) = (terminal.bytes.len(), ticks(&terminal));
    let end = Instant::now() + Duration::from_secs(2);
    while Instant::now() < end {
        terminal.take(Duration::from_millis(100));
    }
    assert_eq!(terminal.bytes.len(), written);
    assert!(ticks(&terminal) - worked <= 1, "it computes");
}

/// How long the program has computed, in hundredths of a second; 0 where the system does not tell.
fn ticks(terminal: &Terminal) -> u64 {
    let pid = terminal.child.process_id().unwrap();
    let Ok(stat) = std::fs::read_to_string(format!("/proc/{pid}/stat")) else { return 0 };
    let (_, fields) = stat.rsplit_once(')').unwrap();
    let fields: Vec<&str> = fields.split_whitespace().collect();
    [11, 12].iter().map(|at| fields[*at].parse::<u64>().unwrap()).sum()
}

#[test]
fn a_key_without_effect_writes_nothing() {
    let mut terminal = Terminal::open(&[], size(80, 24));
    terminal.settle();
    let written = terminal.bytes.len();
    terminal.type_in("\x1b[24~");
    terminal.settle();
    assert_eq!(terminal.bytes.len(), written);
}

#[test]
fn a_flood_of_keys_is_swallowed() {
    let mut terminal = Terminal::open(&[], size(80, 24));
    terminal.type_in(&"\x1b[B".repeat(1000));
    terminal.type_in("q");
    assert_eq!(terminal.end(), 0);
    terminal.assert_restored();
}

#[test]
fn no_answer_of_a_terminal_is_taken_for_keys_or_makes_the_program_deaf() {
    for answer in [
        "\x1b[?2026;1$y",
        "\x1b[?997;1n",
        "\x1b[?62;22c",
        "\x1bP>|term\x1b\\",
        "\x1b]11;rgb:ff/qj/ff\x07",
        "\x1b]11;rgb:ffff/ff",
        "\x1b[?12",
    ] {
        let mut terminal = Terminal::open(&["--at", "metrics"], size(80, 24));
        terminal.settle();
        let before = terminal.screen();
        terminal.type_in(answer);
        std::thread::sleep(std::time::Duration::from_millis(100));
        terminal.settle();
        assert_eq!(terminal.screen(), before, "{answer:?}");
        // It was read: the key behind it is heard, which puts an end to what was cut off.
        terminal.type_in("\x1b[B");
        terminal.until("the next row", |it| it.screen() != before);
        terminal.type_in("\x1b[A");
        terminal.until("the row before", |it| it.screen() == before);
        terminal.type_in("\x03");
        assert_eq!(terminal.end(), 0, "{answer:?}");
        terminal.assert_restored();
    }
}

#[test]
fn pasted_text_commands_nothing() {
    let mut terminal = Terminal::open(&[], size(80, 24));
    terminal.type_in("\x1b[200~qqq\x1b[201~");
    terminal.settle();
    assert!(terminal.child.try_wait().unwrap().is_none());
    terminal.type_in("q");
    assert_eq!(terminal.end(), 0);
}

#[test]
fn the_cursor_is_shown_at_the_caret_while_text_is_typed() {
    let mut terminal = Terminal::open(&[], size(80, 24));
    terminal.settle();
    assert_eq!(terminal.cursor(), None);
    terminal.type_in("／");
    terminal.until("the caret", |it| it.cursor().is_some());
    let (start, row) = terminal.cursor().unwrap();
    terminal.type_in("治理a");
    terminal.until("what is typed", |it| it.cursor() == Some((start + 5, row)));
    terminal.type_in("\x1b[D");
    terminal.until("a step to the left", |it| it.cursor() == Some((start + 4, row)));
    // Backspace, then End, then text pasted with breaks of lines in it.
    terminal.type_in("\x7f\x1b[F\x1b[200~\n\x1b[201~");
    terminal.until("the end", |it| it.screen().lines().any(|line| line.contains("治a")));
    terminal.resize(size(100, 30));
    terminal.until("the new size", |it| it.screen().lines().count() > 24 && it.cursor().is_some());
    terminal.type_in("\x15zlqj\r");
    terminal.until("the place", |it| it.cursor().is_none() && it.screen().contains("夯根本"));
    terminal.type_in(":");
    terminal.until("the palette", |it| it.cursor().is_some());
    terminal.type_in("\x03");
    assert_eq!(terminal.end(), 0);
    terminal.assert_restored();
}

#[test]
fn a_full_width_key_is_its_ascii_twin() {
    let mut terminal = Terminal::open(&[], size(80, 24));
    terminal.type_in("ｑ");
    assert_eq!(terminal.end(), 0);
}

#[test]
fn data_from_a_pipe_and_keys_from_the_terminal() {
    let mut terminal = Terminal::start(script("cat data/baoan-2024.json | \"$X\" -"), size(80, 24));
    terminal.until("the first frame", |it| it.screen().contains("薪火"));
    terminal.assert_taken();
    terminal.type_in("q");
    assert_eq!(terminal.end(), 0);
    terminal.assert_restored();
}

#[test]
fn the_invented_district_is_opened() {
    let mut terminal = Terminal::start(program(&["--demo", "--at", "metrics"]), size(80, 24));
    terminal.until("the first frame", |it| it.screen().contains("薪火"));
    assert!(terminal.screen().contains("虚构数据"), "{}", terminal.screen());
    terminal.type_in("?");
    terminal.settle();
    assert!(terminal.screen().contains("虚构数据"), "{}", terminal.screen());
    terminal.type_in("q");
    terminal.settle();
    terminal.type_in("\x03");
    assert_eq!(terminal.end(), 0);
    terminal.assert_restored();
}

#[test]
fn after_a_storm_of_sizes_the_screen_is_as_if_freshly_started() {
    let mut fresh = Terminal::open(&[], size(100, 30));
    fresh.settle();
    let mut terminal = Terminal::open(&[], size(80, 24));
    let sizes = (0..60u16).map(|step| size(1 + step * 37 % 400, 1 + step * 13 % 100));
    terminal.storm(sizes, size(100, 30));
    terminal.until("the last size", |it| it.screen() == fresh.screen());
    terminal.settle();
    assert_eq!(terminal.screen(), fresh.screen());
    terminal.type_in("q");
    assert_eq!(terminal.end(), 0);
    terminal.assert_restored();
}

#[test]
fn every_size_is_survived() {
    for (columns, rows) in [(1, 1), (1, 40), (2, 2), (19, 4), (20, 4), (60, 16), (80, 24), (400, 1), (400, 100)] {
        let mut terminal = Terminal::start(program(&[]), size(columns, rows));
        terminal.until("a frame", |it| it.text().contains("\x1b[?2026l"));
        terminal.type_in("q");
        assert_eq!(terminal.end(), 0, "{columns}x{rows}");
        terminal.assert_restored();
    }
}

#[test]
fn colours_are_as_asked_for() {
    let coloured = |text: &str| {
        text.split("\x1b[").skip(1).filter_map(|part| part.split_once('m')).any(|(codes, _)| {
            codes.split(';').any(|code| code.parse::<u8>().is_ok_and(|code| (30..=49).contains(&code) || code >= 90))
        })
    };
    let mut plain = program(&[]);
    plain.env("NO_COLOR", "1");
    let mut option = program(&["--colour", "none"]);
    option.env("COLORTERM", "truecolor");
    for command in [plain, option] {
        let mut terminal = Terminal::start(command, size(120, 40));
        terminal.until("the first frame", |it| it.screen().contains("薪火"));
        terminal.settle();
        assert!(!coloured(&terminal.text()), "{:?}", terminal.text());
    }
}

/// What was put on the clipboard, encoded.
fn copied(terminal: &Terminal) -> Vec<String> {
    let text = terminal.text();
    let after = text.split("\x1b]52;c;").skip(1);
    after.filter_map(|rest| rest.split_once("\x1b\\")).map(|(encoded, _)| encoded.to_owned()).collect()
}

#[test]
fn a_copy_goes_to_the_clipboard_of_the_terminal_outside_any_frame() {
    let mut terminal = Terminal::open(&["--at", "metric/firm-visits"], size(100, 30));
    terminal.settle();
    terminal.type_in("Yy");
    terminal.until("two copies", |it| copied(it).len() == 2);
    terminal.until("the notice", |it| it.screen().contains("已复制"));
    let [address, figure] = copied(&terminal).try_into().unwrap();
    assert_eq!(address, "bWV0cmljL2Zpcm0tdmlzaXRz");
    assert!(figure.len() > 60 && figure.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"+/=".contains(&byte)));
    let text = terminal.text();
    for frame in text.split("\x1b[?2026h").skip(1).filter_map(|rest| rest.split_once("\x1b[?2026l")) {
        assert!(!frame.0.contains("\x1b]52"), "{:?}", frame.0);
    }
    terminal.type_in("\x03");
    assert_eq!(terminal.end(), 0);
    terminal.assert_restored();
}

#[test]
fn a_terminal_that_takes_no_copies_is_sent_none() {
    let mut command = program(&["--at", "metric/firm-visits"]);
    command.env("TERM", "linux");
    let mut terminal = Terminal::start(command, size(100, 30));
    terminal.until("the first frame", |it| it.screen().contains("薪火"));
    terminal.type_in("y");
    terminal.until("the notice", |it| it.screen().contains("此终端不接受复制"));
    assert_eq!(copied(&terminal), [""; 0]);
}

#[test]
fn the_mouse_selects_and_opens() {
    let mut terminal = Terminal::open(&["--at", "metrics"], size(100, 30));
    let mark = |it: &Terminal| it.screen().lines().position(|line| line.contains('➤'));
    terminal.settle();
    // Columns and rows count from 1 in these reports.
    terminal.type_in("\x1b[<0;20;9M\x1b[<0;20;9m");
    terminal.until("the row under the pointer", |it| mark(it) == Some(8));
    terminal.type_in("\x1b[<65;20;9M");
    terminal.until("rows further down", |it| mark(it) == Some(5));
    terminal.type_in("\x1b[<0;20;6M\x1b[<0;20;6m");
    terminal.until("the card", |it| it.screen().contains("metric/"));
    terminal.type_in("\x03");
    assert_eq!(terminal.end(), 0);
    terminal.assert_restored();
}

#[test]
fn the_mouse_is_left_to_the_terminal_on_demand() {
    let mut terminal = Terminal::open(&[], size(80, 24));
    terminal.settle();
    assert!(terminal.text().contains("\x1b[?1000h"));
    let mut terminal = Terminal::open(&["--no-mouse"], size(80, 24));
    terminal.settle();
    assert!(!terminal.text().contains("\x1b[?1000h"));
    terminal.type_in("q");
    assert_eq!(terminal.end(), 0);
    terminal.assert_restored();
}
