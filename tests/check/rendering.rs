//! How faults are shown.

use unicode_width::UnicodeWidthStr;
use xinhuo::domain::Lang;
use xinhuo::exchange::faults::{Style, json, text};

use super::{check, seed};

fn sample() -> String {
    seed(&[
        ("\"id\": \"festival\", \"action\": \"brand\"", "\"id\": \"vanguard\", \"action\": \"brands\""),
        ("\"年度奖🔥\", \"level\": \"nation\"", "\"年度奖🔥\u{1b}\", \"level\": \"national\""),
        ("\"5.31万家次\"", "\"超6万家次\""),
        ("\"headline\": true", "\"headlin\": true"),
        ("\"unit\": \"rank\", ", ""),
        ("\"id\": \"test-2024\",", "\"id\": \"test-2024\""),
    ])
    .0
}

fn plain(source: &str, lang: Lang) -> String {
    text(&check(source.as_bytes()), "data/区.json", source.as_bytes(), Style { lang, colour: false })
}

#[test]
fn a_report_in_chinese() {
    insta::assert_snapshot!("report-zh", plain(&sample(), Lang::Zh));
}

#[test]
fn a_report_in_english() {
    insta::assert_snapshot!("report-en", plain(&sample(), Lang::En));
}

#[test]
fn a_report_for_programs() {
    let report = check(sample().as_bytes());
    insta::assert_snapshot!("report-json", json(&report, Lang::En));
}

#[test]
fn carets_stand_under_what_they_mean() {
    let source = sample();
    let shown = plain(&source, Lang::Zh);
    let lines: Vec<&str> = shown.lines().collect();
    let at = lines.iter().rposition(|line| line.contains("\"national\"")).unwrap();
    let caret = lines.iter().skip(at).find(|line| line.contains('^')).unwrap();
    let before = lines[at].split("\"national\"").next().unwrap();
    assert_eq!(caret.split('^').next().unwrap().width(), before.width());
}

#[test]
fn a_file_in_one_line_gives_a_frame_that_can_be_read() {
    let one_line: String = sample().lines().map(str::trim).collect();
    let padded = one_line.replacen("测试数据集", &"薪".repeat(40_000), 1);
    let shown = plain(&padded, Lang::Zh);
    assert!(shown.lines().all(|line| line.width() < 160), "{shown}");
    assert!(shown.contains("\"national\"") && shown.contains('…'));
    let lines: Vec<&str> = shown.lines().collect();
    let at = lines.iter().rposition(|line| line.contains("\"national\"")).unwrap();
    let before = lines[at].split("\"national\"").next().unwrap();
    assert!(
        lines
            .iter()
            .skip(at)
            .any(|line| line.contains('^') && line.split('^').next().unwrap().width() == before.width())
    );
}

#[test]
fn a_file_without_faults_says_so() {
    assert_eq!(plain(super::BASE, Lang::Zh), "data/区.json：没有错误或警告\n");
    assert_eq!(plain(super::BASE, Lang::En), "data/区.json: no errors or warnings\n");
}
