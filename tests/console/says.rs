//! What the console says of a show, state by state.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Modifier;
use xinhuo::domain::Lang;
use xinhuo::model::show::Order;
use xinhuo::model::stage::Sheet;
use xinhuo::model::trouble::{Apart, Unopened, Unread};
use xinhuo::model::{ColourDepth, Command, Key, Markers, ThemeName};
use xinhuo::screens::Context;
use xinhuo::screens::console;
use xinhuo::ui::theme::Theme;

use crate::common::SAMPLE;
use crate::podium::{Podium, states};

fn has(screen: &str, words: &[&str]) {
    for word in words {
        assert!(screen.contains(word), "{word} in\n{screen}");
    }
}

fn has_not(screen: &str, words: &[&str]) {
    for word in words {
        assert!(!screen.contains(word), "no {word} in\n{screen}");
    }
}

#[test]
fn the_clock_tells_the_whole_the_step_and_the_pace() {
    let mut podium = Podium::baoan(Lang::Zh);
    // In a row or two the time is text, not big digits.
    has(&podium.screen("60x14"), &["0:00", "翻步即开始计时，或按 p", "剩余 14:00", "本步 0:00 / 0:20"]);
    podium.steps(4, 95);
    has(&podium.screen("60x14"), &["6:20", "落后 1:50", "剩余 7:40", "本步 1:35 / 1:05"]);
    podium.order(Order::Pause).wait(500);
    has(&podium.screen("60x14"), &["6:20", "已暂停"]);
    podium.order(Order::Pause).wait(8 * 60);
    has(&podium.screen("80x24"), &["超时 0:20", "共 14:00"]);
    let mut quick = Podium::baoan(Lang::En);
    has(&quick.steps(4, 5).screen("60x14"), &["3:05 ahead", "0:20", "13:40 left"]);
}

#[test]
fn what_the_audience_sees_is_told_in_words() {
    for (order, words) in [(Order::Black, ["黑屏", "b 恢复画面"]), (Order::White, ["白屏", "w 恢复画面"])] {
        let mut podium = Podium::baoan(Lang::Zh);
        let screen = podium.order(order).screen("80x24");
        has(&screen, &words);
        has(&screen, &["观众所见", "仅主讲可见"]);
    }
    let mut podium = Podium::baoan(Lang::Zh);
    podium.steps(2, 5).order(Order::Freeze).steps(2, 5).detour("honours");
    let screen = podium.screen("80x24");
    has(&screen, &["冻结", "查看中", "停在第3步 · z 解除冻结", "Esc 回到第5步", "仅主讲可见"]);
    // What the audience keeps seeing, and what the presenter looks at.
    has(&screen, &["[compare/", "[honours]", "第5/15步"]);
    has(&podium.screen("40x10"), &["冻结"]);
    podium.order(Order::Freeze).order(Order::Return);
    has_not(&podium.screen("80x24"), &[" 冻结 ", " 查看中 ", "仅主讲可见"]);
}

#[test]
fn the_size_of_the_picture_is_told() {
    let mut podium = Podium::baoan(Lang::Zh);
    has(&podium.screen("80x24"), &["观众 100×30 · 此处按 "]);
    let full = podium.screen("200x60");
    has(&full, &["观众 100×30"]);
    has_not(&full, &["此处按"]);
    podium.audience(60, 16);
    let screen = podium.screen("100x30");
    has(&screen, &["观众 60×16"]);
    has_not(&screen, &["此处按"]);
    podium.stage.peers = 0;
    has(&podium.screen("100x30"), &["没有观众端 · 此处按 60×16", "另开终端 xinhuo present", "没有其他终端"]);
}

#[test]
fn what_comes_next_is_a_row_a_step_or_the_end() {
    let mut podium = Podium::baoan(Lang::Zh);
    has(&podium.screen("80x24"), &["下一步  2", "2024年一页看清", "对比", "超400亿元"]);
    podium.order(Order::Jump(8));
    has(&podium.screen("80x24"), &["书记破解难题", "列表 · 逐行，共6行"]);
    podium.order(Order::Next).order(Order::Next);
    has(&podium.screen("80x24"), &["下一行  第2/6行", "4329", "随后第11步"]);
    podium.order(Order::Last);
    has(&podium.screen("80x24"), &["这是最后一步", "d 临时查看", "q q"]);
}

#[test]
fn a_figure_is_whole_or_not_there() {
    let mut podium = Podium::baoan(Lang::En);
    podium.order(Order::Jump(3));
    // The name gives way, not the figure.
    has(&podium.screen("40x10"), &["62 joint projects"]);
    has(&podium.screen("80x24"), &["Projects along the Link", "62 joint projects"]);
}

#[test]
fn notes_scroll_as_far_as_there_are_any() {
    let mut podium = Podium::baoan(Lang::En);
    podium.order(Order::Jump(1));
    let area = Rect::new(0, 0, 40, 10);
    let end = podium.with(|console| console::notes_end(console, area));
    assert!(end > 2);
    has(&podium.screen("40x10"), &["These are four of", "▾", "more lines · Ctrl-d"]);
    podium.stage.notes.scroll = 1;
    has(&podium.screen("40x10"), &["▴ 1 line above"]);
    podium.stage.notes.scroll = end;
    let last = podium.screen("40x10");
    has(&last, &["arrangement."]);
    has_not(&last, &["▾"]);
    podium.stage.notes.scroll = usize::MAX;
    assert_eq!(podium.screen("40x10"), last);
    assert_eq!(podium.with(|console| console::notes_end(console, Rect::new(0, 0, 120, 40))), 0);
}

#[test]
fn a_step_without_notes_says_so() {
    let made = crate::common::district(2, 1, 3, 1);
    has(&Podium::open(&made, Lang::Zh).screen("80x24"), &["讲稿", "本步没有讲稿"]);
    has(&Podium::open(&made, Lang::En).screen("40x10"), &["Notes", "No notes for this step."]);
}

#[test]
fn the_agenda_has_times_that_add_up() {
    let mut podium = Podium::baoan(Lang::Zh);
    podium.steps(4, 70);
    podium.stage.sheet = Some(Sheet::Agenda(14));
    let screen = podium.screen("80x24");
    let line =
        |start: &str| screen.lines().skip(2).find(|line| line.contains(start)).unwrap_or_else(|| panic!("{start}"));
    has(line("四榜全国前五"), &["✓", "3", "1:00", "1:25", "1:10"]);
    has(line("共推62个项目"), &["▸", "5", "前海协同", "1:05", "3:25", "1:10"]);
    has(line("每个数字都有出处"), &["➤", "15", "0:20", "13:40"]);
    has(&screen, &["计划", "起点", "实际", "共 14:00", "4:40 · 剩余 9:20", "去这一步"]);
    podium.stage.sheet = Some(Sheet::Agenda(usize::MAX));
    assert_eq!(podium.screen("80x24"), screen);
    has(&podium.screen("60x12"), &["▴ 上方", "每个数字都有出处"]);
    let rows = podium.with(|console| console::agenda_rows(console, Rect::new(0, 0, 60, 12)));
    assert_eq!(podium.screen("60x12").lines().filter(|line| line.contains(':')).count(), rows + 2);
}

#[test]
fn the_agenda_of_the_audience_tells_no_times_and_no_keys() {
    let podium = Podium::baoan(Lang::Zh);
    let cx = Context::new(&podium.district, &podium.prefs);
    for (width, height) in [(80, 24), (100, 40), (30, 6)] {
        let area = Rect::new(0, 0, width, height);
        let mut buf = Buffer::empty(area);
        console::agenda_for_audience(&cx, &podium.stage.show, 4, 6, area, &mut buf);
        let screen = xinhuo::exchange::text::render(&buf);
        has(&screen, &["年度成效汇报", "➤", "72个项目落地"]);
        has_not(&screen, &["0:", "1:", "Enter", "Esc", "各位好"]);
        let rows = console::agenda_rows_for_audience(&podium.stage.show, area);
        assert!(screen.lines().filter(|line| !line.trim().is_empty()).count() <= rows + 1, "{screen}");
    }
}

#[test]
fn keys_are_those_that_are_bound() {
    let mut podium = Podium::baoan(Lang::En);
    podium.keymap = podium.keymap.with(Command::Hold, &[vec!["F9".parse::<Key>().unwrap()]]);
    has(&podium.screen("80x24"), &["F9 freeze picture"]);
    has(&podium.order(Order::Freeze).screen("80x24"), &["F9 unfreeze", "F9 unfreezes"]);
    // A command without keys is not told with half a sentence.
    podium.keymap = podium.keymap.with(Command::Hold, &[]).with(Command::Pause, &[]).with(Command::StepOn, &[]);
    has_not(&podium.screen("80x24"), &["unfreezes", "freeze picture", "next step  "]);
}

#[test]
fn trouble_is_one_line_and_cannot_command_the_terminal() {
    let mut podium = Podium::baoan(Lang::Zh);
    podium.stage.apart = Some(Apart::Failed("坏\u{1b}[2J了\n两行".to_owned()));
    let screen = podium.screen("80x24");
    let line = screen.lines().nth(1).unwrap();
    has(line, &["异常", "坏", "了", "两行"]);
    assert!(!screen.contains('\u{1b}'));
}

#[test]
fn trouble_is_told_in_the_language_of_the_moment() {
    let mut podium = Podium::baoan(Lang::Zh);
    let missing = Unread::Unopened(Unopened::Missing("baoan.json".to_owned()));
    let cases = [
        (
            Some(missing),
            None,
            None,
            ["仍使用原数据：没有这个文件：baoan.json", "The previous data are kept: there is no"],
        ),
        (None, Some(5), None, ["另一终端的简报有5步", "another terminal has 5 steps"]),
        (None, None, Some(Apart::Lost), ["暂时连不上", "cannot reach the other terminals"]),
    ];
    for (unread, differs, apart, told) in cases {
        (podium.stage.unread, podium.stage.differs, podium.stage.apart) = (unread, differs, apart);
        for (lang, told) in Lang::ALL.into_iter().zip(told) {
            podium.prefs.lang = lang;
            let screen = podium.screen("100x30");
            has(screen.lines().nth(1).unwrap(), &[told]);
        }
    }
}

#[test]
fn invented_data_are_called_so() {
    for size in ["40x10", "80x24", "200x60"] {
        let podium = Podium::open(SAMPLE, Lang::Zh);
        assert!(podium.screen(size).lines().next().unwrap().contains("虚构"), "{size}");
    }
}

#[test]
fn typed_characters_will_do() {
    for lang in Lang::ALL {
        for (state, mut podium) in states(lang) {
            podium.prefs.markers = Markers::Ascii;
            let screen = podium.screen("80x24");
            let odd = screen.chars().filter(|c| ('\u{2500}'..='\u{28ff}').contains(c)).collect::<String>();
            assert!(odd.is_empty(), "{state}: {odd}\n{screen}");
        }
    }
}

#[test]
fn a_badge_is_as_legible_on_a_blank_picture_as_on_the_screen() {
    for (theme, order) in ThemeName::ALL.into_iter().flat_map(|theme| [(theme, Order::Black), (theme, Order::White)]) {
        let mut podium = Podium::baoan(Lang::En);
        podium.prefs.theme = theme;
        podium.prefs.depth = ColourDepth::True;
        podium.order(Order::Next).order(order);
        let base = Theme::new(theme, ColourDepth::True).base();
        let buffer = podium.buffer("100x30");
        let badges: Vec<_> = buffer.content.iter().filter(|it| it.modifier.contains(Modifier::REVERSED)).collect();
        assert!(badges.len() > 5, "{theme:?}");
        assert!(badges.iter().all(|cell| Some(cell.bg) == base.bg), "{theme:?}");
    }
}
