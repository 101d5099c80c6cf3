//! Whatever the bytes: no panic, loading and checking agree, and a report cannot act on a terminal.

use proptest::prelude::*;
use xinhuo::domain::Lang;
use xinhuo::domain::visible::is_control;
use xinhuo::exchange::faults::{Style, json, text};

use super::{BASE, check, load};

/// Checks and renders, and compares with loading.
fn try_all(bytes: &[u8]) {
    let report = check(bytes);
    assert_eq!(load(bytes).is_ok(), !report.has_errors(), "{report:#?}");
    assert!(report.faults.is_sorted_by_key(|fault| fault.place.span.start));
    for lang in Lang::ALL {
        for colour in [false, true] {
            let out = text(&report, "a\u{1b}.json", bytes, Style { lang, colour });
            let out = if colour { without_colour(&out) } else { out };
            assert!(!out.contains(|c| is_control(c) && c != '\n'), "{out:?}");
        }
        let out = json(&report, lang);
        assert!(!out.contains(|c| is_control(c) && c != '\n'), "{out:?}");
        let rows: serde_json::Value = serde_json::from_str(&out).unwrap();
        assert_eq!(rows.as_array().map(Vec::len), Some(report.faults.len()));
    }
    for fault in &report.faults {
        assert!(!fault.path.contains(is_control));
        assert!(fault.place.span.end <= bytes.len() && fault.place.line > 0 && fault.place.column > 0);
    }
}

/// Takes out `ESC [ … m`.
fn without_colour(text: &str) -> String {
    let mut parts = text.split("\u{1b}[");
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |out, part| {
        let (codes, rest) = part.split_once('m').unwrap();
        assert!(codes.bytes().all(|byte| byte.is_ascii_digit() || byte == b';'), "{codes}");
        out + rest
    })
}

/// Pieces out of which broken JSON is made.
fn pieces() -> impl Strategy<Value = String> {
    let piece = prop::sample::select(vec![
        "{",
        "}",
        "[",
        "]",
        ",",
        ":",
        "\"",
        "\"id\"",
        "\"metrics\"",
        "\"value\"",
        "null",
        "true",
        "1",
        "-",
        "0.5e3",
        "\\",
        "\\u",
        "薪",
        "🔥",
        "\n",
        "\r\n",
        "\t",
        " ",
        "/*",
        "*/",
        "//",
        "'",
        "，",
        "：",
        "\u{1b}",
        "\u{202e}",
        "\u{feff}",
        "a",
        "\"sources\":[",
        "\"schema_version\":1",
    ]);
    prop::collection::vec(piece, 0..60).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 150, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_bytes(bytes in prop::collection::vec(any::<u8>(), 0..300)) {
        try_all(&bytes);
    }

    #[test]
    fn any_pieces(text in pieces()) {
        try_all(text.as_bytes());
    }

    #[test]
    fn one_byte_changed(at in any::<prop::sample::Index>(), byte in any::<u8>()) {
        let mut bytes = BASE.as_bytes().to_vec();
        let at = at.index(bytes.len());
        bytes[at] = byte;
        try_all(&bytes);
    }

    #[test]
    fn one_byte_changed_for_one_of_json(at in any::<prop::sample::Index>(), byte in prop::sample::select(b"{}[]\",:0123456789-.eE \n\\unta_".to_vec())) {
        let mut bytes = BASE.as_bytes().to_vec();
        let at = at.index(bytes.len());
        bytes[at] = byte;
        try_all(&bytes);
    }

    #[test]
    fn one_piece_put_in(at in any::<prop::sample::Index>(), piece in pieces()) {
        let chars: Vec<char> = BASE.chars().collect();
        let at = at.index(chars.len());
        let text: String = chars[..at].iter().copied().chain(piece.chars()).chain(chars[at..].iter().copied()).collect();
        try_all(text.as_bytes());
    }

    #[test]
    fn one_stretch_taken_out(at in any::<prop::sample::Index>(), len in 1..40usize) {
        let chars: Vec<char> = BASE.chars().collect();
        let at = at.index(chars.len());
        let text: String = chars[..at].iter().chain(chars.iter().skip(at + len)).collect();
        try_all(text.as_bytes());
    }
}

#[test]
fn nesting_without_end_is_no_danger() {
    for deep in
        ["[".repeat(200_000), "{\"a\":".repeat(200_000), format!("{}{}", "[".repeat(100_000), "]".repeat(100_000))]
    {
        try_all(deep.as_bytes());
    }
    let known = BASE.replacen("\"note\"", "", 1);
    let unknown = known.replacen(
        "\"id\": \"test-2024\",",
        &format!("\"id\": \"test-2024\", \"x\": {}{},", "[".repeat(5000), "]".repeat(5000)),
        1,
    );
    try_all(unknown.as_bytes());
}

#[test]
fn odd_but_strict_values_are_judged_alike() {
    for (from, to) in [
        ("\"schema_version\": 1", "\"schema_version\": 1.0"),
        ("\"schema_version\": 1", "\"schema_version\": -0"),
        ("\"schema_version\": 1", "\"schema_version\": 1e0"),
        ("\"value\": 53100,", "\"value\": \"53100\","),
        ("\"value\": 53100,", "\"value\": \"531\\u00300\","),
        ("\"value\": 53100,", "\"value\": 5.31e4,"),
        ("\"value\": 53100,", "\"value\": \"+53100\","),
        ("\"value\": 53100,", "\"value\": -0,"),
        ("\"value\": 53100,", "\"value\": 1e-400,"),
        ("\"headline\": true", "\"x\": \"\\ud800\""),
        ("\"headline\": true", "\"x\": 1e999, \"x\": 2"),
        ("\"headline\": true", "\"x\": {\"y\": [1, 2], \"y\": 3}"),
        ("\"kind\": \"count\"", "\"kind\": \"c\\u006funt\""),
        ("\"headline\": true", "\"bound\": \"\\u0065xact\""),
        ("\"kind\": \"count\"", "\"kind\": {\"count\": null}"),
        ("\"kind\": \"count\"", "\"k\\u0069nd\": {\"count\": null}"),
        ("{\"from\": \"2024-01-01\", \"to\": \"2024-12-31\"}", "[\"2024-01-01\", \"2024-12-31\", null]"),
        ("\"headline\": true", "\"x\": [1]"),
    ] {
        try_all(BASE.replacen(from, to, 1).as_bytes());
    }
}
