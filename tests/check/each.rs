//! Each sort of fault by a single seeded change.

use super::{BASE, check, found, one, seed, several};

#[test]
fn slips_of_syntax() {
    one("syntax", "metrics[visits]", "\"headline\": true}", "\"headline\": true⟦,}");
    one("syntax", "sources", "\"published\": \"2025-02\"}", "\"published\": \"2025-02\"}⟦,");
    one("syntax", "", "\"id\": \"test-2024\",", "\"id\": \"test-2024\"⟦");
    one("syntax", "metrics", "\"headline\": true},", "\"headline\": true}⟦");
    one("syntax", "", "\"id\": \"test-2024\",", "\"id\": \"test-2024\", ⟦// the id");
    one("syntax", "", "\"id\": \"test-2024\",", "⟦/* the id\n */ \"id\": \"test-2024\",");
    one("syntax", "", "\"id\": \"test-2024\",", "\"id\": \"test-2024\"⟦，");
    one("syntax", "title", "\"title\": \"测试数据集\"", "\"title\"⟦：\"测试数据集\"");
    one("syntax", "title", "\"title\": \"测试数据集\"", "\"title\"⟦ \"测试数据集\"");
    one("syntax", "title", "\"title\": \"测试数据集\"", "\"title\": ⟦'测试数据集'");
    one("syntax", "title", "\"title\": \"测试数据集\",", "\"title\": ⟦\"测试数据集,");
    one("syntax", "title", "\"测试数据集\"", "\"测试⟦\\q数据集\"");
    one("syntax", "metrics[visits].value", "\"value\": 53100", "\"value\": ⟦053100");
    one("syntax", "metrics[visits].headline", "\"headline\": true", "\"headline\": ⟦True");
    one("syntax", "schema_version", "\"schema_version\"", "⟦schema_version");
    one("syntax", "", "  \"id\": \"test-2024\",", "⟦\u{3000} \"id\": \"test-2024\",");
}

#[test]
fn numbers_as_people_write_them() {
    let value = "\"value\": 53100, \"action\"";
    for (text, advice) in [
        ("5.31万", "write 53100; 万 is not part of JSON numbers"),
        ("5.31万家次", "write 53100; 万 is not part of JSON numbers"),
        ("2亿", "write 200000000; 亿 is not part of JSON numbers"),
        ("98%", "write 0.98; a comma or % is not part of JSON numbers"),
        ("53,100", "write 53100; a comma or % is not part of JSON numbers"),
        ("1,234,567.5", "write 1234567.5; a comma or % is not part of JSON numbers"),
    ] {
        let (from, to) = (value, format!("\"value\": ⟦{text}, \"action\""));
        one("syntax", "metrics[visits].value", from, &to);
        let report = check(seed(&[(from, &to.replace('⟦', ""))]).0.as_bytes());
        let message = xinhuo::lang::check::message(&report.faults[0].kind, xinhuo::domain::Lang::En);
        assert_eq!(message.hint.as_deref(), Some(advice), "{text}");
    }
}

#[test]
fn an_object_that_is_not_closed_is_named() {
    let first = "{\"id\": \"vanguard\", \"action\": \"governance\", \"name\": \"党员先锋队\"},";
    let open = first.strip_suffix("},").unwrap();
    one("syntax", "initiatives[vanguard]", first, &format!("{open}⟦,"));
    one("syntax", "initiatives[vanguard]", first, &format!("{open}⟦"));
    one("syntax", "units[hectare]", "\"factor\": 10000}}", "\"factor\": 10000}⟦");
    let report = check(seed(&[(first, &format!("{open},"))]).0.as_bytes());
    assert_eq!(report.faults[0].related[0].place.line, 22);
}

#[test]
fn quotes_that_were_forgotten() {
    for text in ["⟦\"测试\"数据\"集\"", "⟦\"测试\"abc\"数据集\"", "⟦\"\"测试\" 数据\"集\"", "⟦\"测试\"数据集\"，真好\""]
    {
        // The fault stands at the quote that is too much.
        let text = text.replacen('⟦', "", 1);
        let inside = text.chars().enumerate().filter(|(_, c)| *c == '"').nth(1).unwrap().0;
        let marked: String = text
            .chars()
            .enumerate()
            .map(|(at, c)| if at == inside { format!("⟦{c}") } else { c.to_string() })
            .collect();
        one("syntax", "title", "\"测试数据集\"", &marked);
    }
    one("syntax", "metrics[visits].name", "\"走访企业\", \"unit\"", "⟦\"走访企业, \"unit\"");
    let (text, _) = seed(&[("\"走访企业\", \"unit\"", "\"走访企业 \"unit\"")]);
    assert!(check(text.as_bytes()).errors() <= 2);
}

#[test]
fn what_cannot_be_mended_stands_alone() {
    one("syntax", "metrics[visits].history", "\"value\": null}\n     ],", "\"value\": null}\n     ⟦},");
    one("syntax", "", "\"title\": \"测试数据集\",", "\"title\": ⟦*,");
    let whole = super::BASE;
    for len in [1, 2, 20, 1000, whole.chars().count() - 3] {
        let cut: String = whole.chars().take(len).collect();
        let report = check(cut.as_bytes());
        assert_eq!(found(&report).iter().map(|it| it.0).collect::<Vec<_>>(), ["syntax"], "{len}: {report:#?}");
    }
    assert_eq!(found(&check(b"")), [("syntax", 1, 1)]);
    assert_eq!(found(&check("\u{feff}\n".as_bytes())), [("syntax", 1, 1)]);
    assert_eq!(found(&check(b"[]")), [("wrong-type", 1, 1)]);
    let behind = format!("{whole}}}");
    assert_eq!(found(&check(behind.as_bytes())), [("syntax", whole.lines().count() + 1, 1)]);
}

#[test]
fn encoding() {
    let (text, expected) = seed(&[("\"title\": \"工作报告\"", "\"title\": \"工作⟦@报告\"")]);
    let bytes: Vec<u8> = text.bytes().map(|byte| if byte == b'@' { 0xff } else { byte }).collect();
    let (line, column) = expected.unwrap();
    assert_eq!(found(&check(&bytes)), [("not-utf8", line, column)]);
    let gb: Vec<u8> = super::BASE.bytes().map(|byte| if byte.is_ascii() { byte } else { 0xd0 }).collect();
    assert_eq!(found(&check(&gb)).len(), 1);
}

#[test]
fn control_characters() {
    one("control-character", "title", "\"测试数据集\"", "\"测试⟦\u{1b}[2J数据集\"");
    one("control-character", "title", "\"测试数据集\"", "\"测试⟦\\u001b[2J数据集\"");
    one("control-character", "title", "\"测试数据集\"", "\"测试⟦\\u009b数据集\"");
    one("control-character", "title", "\"测试数据集\"", "\"测试⟦\\n数据集\"");
    one("control-character", "title", "\"测试数据集\"", "\"测试⟦\u{7f}数据集\"");
    one("control-character", "title", "\"测试数据集\"", "\"测试⟦\u{85}数据集\"");
    one("control-character", "title", "\"测试数据集\"", "\"测试⟦\u{202e}数据集\"");
    one("control-character", "title", "\"测试数据集\"", "\"测试⟦\u{2066}数据集\"");
    one("control-character", "title", "\"测试数据集\"", "\"测试⟦\t数据集\"");
    one("control-character", "title", "\"测试数据集\"", "\"测试⟦\u{200e}数据集\"");
    one("control-character", "title", "\"测试数据集\"", "\"测试⟦\u{200f}数据集\"");
    one("control-character", "title", "\"测试数据集\"", "\"测试⟦\u{61c}数据集\"");
    one("control-character", "title", "\"测试数据集\"", "\"测试⟦\\u200f数据集\"");
    one("control-character", "title", "\"title\": \"测试", "\"ti⟦\\u001btle\": \"测试");
    one("control-character", "honours[prize].name", "🔥\"", "🔥⟦\u{1b}\"");
    one("control-character", "metrics[coverage].unit", "\"unit\": \"share\"", "\"unit\": \"share⟦\\u0007\"");
}

#[test]
fn types_and_fields() {
    one("wrong-type", "metrics[visits].name", "\"走访企业\"", "⟦5");
    one("wrong-type", "metrics[visits].value", "\"value\": 53100", "\"value\": ⟦[53100]");
    one("wrong-type", "metrics[visits].bound", "\"headline\": true", "\"headline\": true, \"bound\": ⟦null");
    one("wrong-type", "metrics[visits].headline", "\"headline\": true", "\"headline\": ⟦\"yes\"");
    one("wrong-type", "metrics[place].rank.position", "\"position\": 2", "\"position\": ⟦2.0");
    one("wrong-type", "period", "{\"from\": \"2024-01-01\", \"to\": \"2024-12-31\"}", "⟦[\"2024-01-01\"]");
    one("out-of-range", "metrics[place].rank.of", "\"of\": 10", "\"of\": ⟦4294967296");
    one("out-of-range", "metrics[place].rank.of", "\"of\": 10", "\"of\": ⟦-1");
    one(
        "missing-field",
        "metrics[coverage].unit",
        "{\"id\": \"coverage\", \"name\": \"覆盖率\", \"unit\": \"share\",",
        "⟦{\"id\": \"coverage\", \"name\": \"覆盖率\",",
    );
    one(
        "missing-field",
        "metrics[place].value",
        "{\"id\": \"place\", \"name\": \"全国排名\", \"unit\": \"rank\", \"value\": 2,",
        "⟦{\"id\": \"place\", \"name\": \"全国排名\", \"unit\": \"rank\",",
    );
    several("missing-field", "schema_version", &[("{\n  \"schema_version\": 1,", "⟦{")]);
    one("unknown-field", "metrics[visits].headlin", "\"headline\": true", "⟦\"headlin\": true");
    one("unknown-field", "title.zh-cn", "\"测试数据集\"", "{\"zh\": \"测试\", ⟦\"zh-cn\": \"测\"}");
    one("no-language", "title", "\"测试数据集\"", "⟦{}");
    one("duplicate-key", "metrics[visits].value", "\"value\": 53100", "\"value\": 53100, ⟦\"value\": 53100");
    one("unknown-value", "units[visit].kind", "\"kind\": \"count\"", "\"kind\": ⟦\"counts\"");
    one("bad-date", "events[opening].date", "\"2024-07\"", "⟦\"2024-13\"");
    one("bad-date", "period.to", "\"to\": \"2024-12-31\"}", "\"to\": ⟦\"2024\"}");
    one("bad-number", "metrics[visits].value", "\"value\": 53100", "\"value\": ⟦\"5.31万\"");
    one("bad-number", "metrics[visits].value", "\"value\": 53100", "\"value\": ⟦12345678901234567890123456789012345");
    one("schema-version", "schema_version", "\"schema_version\": 1", "\"schema_version\": ⟦2");
    one("empty-text", "metrics[visits].name", "\"走访企业\"", "⟦\" \"");
    one("empty-text", "metrics[visits].name", "\"走访企业\"", "⟦\"\u{200b}\u{2060}\"");
    one("empty-text", "metrics[visits].name", "\"走访企业\"", "⟦\"\u{feff}\"");
    one("empty-text", "district.en", "\"en\": \"Test\"", "\"en\": ⟦\"\"");
}

#[test]
fn ids_and_references() {
    one("duplicate-id", "metrics[visits].id", "{\"id\": \"coverage\"", "{\"id\": ⟦\"visits\"");
    one("bad-id", "metrics[3].id", "\"id\": \"parks\"", "\"id\": ⟦\"Parks_1\"");
    let dangling = [
        ("metrics[visits].unit", "\"unit\": \"visit\"", "\"unit\": ⟦\"vist\""),
        (
            "metrics[visits].action",
            "\"value\": 53100, \"action\": \"governance\"",
            "\"value\": 53100, \"action\": ⟦\"goverance\"",
        ),
        ("metrics[visits].initiative", "\"initiative\": \"vanguard\",\n", "\"initiative\": ⟦\"vangard\",\n"),
        ("metrics[visits].source.id", "\"id\": \"report\", \"paragraph\"", "\"id\": ⟦\"reprot\", \"paragraph\""),
        ("metrics[parks].derived.from[0]", "\"from\": [\"visits\"]", "\"from\": [⟦\"visit\"]"),
        ("honours[prize].metric", "\"metric\": \"place\"", "\"metric\": ⟦\"plaice\""),
        ("units[hectare].base.unit", "{\"unit\": \"m2\"", "{\"unit\": ⟦\"m3\""),
        ("actions[governance].sources[0]", "\"sources\": [\"report\"]", "\"sources\": [⟦\"reports\"]"),
        (
            "initiatives[festival].action",
            "\"action\": \"brand\", \"name\": \"文化节\"",
            "\"action\": ⟦\"brands\", \"name\": \"文化节\"",
        ),
        ("events[opening].action", "\"action\": \"brand\", \"source\"", "\"action\": ⟦\"brands\", \"source\""),
        (
            "metrics[coverage].target.source.id",
            "\"by\": \"2024-12\"",
            "\"by\": \"2024-12\", \"source\": {\"id\": ⟦\"x\"}",
        ),
        ("metrics[visits].history[0].source.id", "\"value\": 100", "\"value\": 100, \"source\": {\"id\": ⟦\"x\"}"),
        ("briefings[morning].steps[1].spotlight", "\"spotlight\": \"visits\"", "\"spotlight\": ⟦\"visitz\""),
    ];
    for (path, from, to) in dangling {
        one("dangling-reference", path, from, to);
    }
    one(
        "initiative-mismatch",
        "metrics[visits].initiative",
        "\"initiative\": \"vanguard\",\n",
        "\"initiative\": ⟦\"festival\",\n",
    );
    one(
        "initiative-mismatch",
        "honours[prize].initiative",
        "\"initiative\": \"vanguard\", \"metric\"",
        "\"initiative\": ⟦\"festival\", \"metric\"",
    );
    one("unknown-place", "briefings[morning].steps[1].place", "\"metric/visits\"", "⟦\"metric/visit\"");
    one("unknown-place", "briefings[morning].steps[0].place", "\"overview\"", "⟦\"start\"");
}

#[test]
fn a_step_is_shown_in_a_form_that_fits_its_place() {
    let steps = "briefings[morning].steps";
    let spot = "\"metric/visits\", \"spotlight\"";
    for (path, from, to) in [
        ("[0].as", "\"seconds\": 30", "\"as\": ⟦\"figure\""),
        ("[0].as", "\"seconds\": 30", "\"as\": ⟦\"list\""),
        ("[1].as", spot, "\"metric/visits\", \"as\": ⟦\"comparison\", \"spotlight\""),
        ("[1].as", spot, "\"compare/visits\", \"as\": ⟦\"comparison\", \"spotlight\""),
        ("[1].as", spot, "\"compare/visits,parks\", \"as\": ⟦\"figure\", \"spotlight\""),
        ("[1].as", spot, "\"compare/visits,parks\", \"as\": ⟦\"list\", \"spotlight\""),
    ] {
        one("form-mismatch", &format!("{steps}{path}"), from, to);
    }
    one("unknown-value", &format!("{steps}[0].as"), "\"seconds\": 30", "\"as\": ⟦\"figur\"");
    // A place that is not there is one fault, whatever the form.
    let to = "⟦\"metric/visit\", \"as\": \"figure\", \"spotlight\"";
    one("unknown-place", &format!("{steps}[1].place"), spot, to);
    for good in [
        "\"metric/visits\", \"as\": \"figure\"",
        "\"metric/visits\", \"as\": \"title\"",
        "\"metric/visits\", \"as\": \"place\", \"reveal\": false",
        "\"compare/visits,parks\", \"as\": \"comparison\"",
        "\"action/brand\", \"as\": \"list\", \"reveal\": true",
        "\"metrics?unit=visit\", \"as\": \"list\"",
        "\"timeline\", \"as\": \"list\"",
    ] {
        let text = seed(&[(spot, &format!("{good}, \"spotlight\""))]).0;
        assert_eq!(check(text.as_bytes()).faults, [], "{good}");
    }
}

#[test]
fn rows_come_one_by_one_only_in_a_list() {
    let steps = "briefings[morning].steps";
    one("reveal-without-list", &format!("{steps}[0].reveal"), "\"seconds\": 30", "\"reveal\": ⟦true");
    let (from, to) = ("\"overview\", \"seconds\"", "\"honours\", \"reveal\": ⟦true, \"seconds\"");
    one("reveal-without-list", &format!("{steps}[0].reveal"), from, to);
    // With a form that does not fit there is but one fault.
    let (from, to) = ("\"seconds\": 30", "\"as\": ⟦\"list\", \"reveal\": true");
    one("form-mismatch", &format!("{steps}[0].as"), from, to);
}

#[test]
fn a_briefing_has_steps_and_no_headline_is_blank() {
    let all = BASE.split_once("\"steps\": [").unwrap().1.split_once("\n    ]}").unwrap().0;
    one("briefing-without-steps", "briefings[morning].steps", &format!("[{all}\n    ]}}"), "⟦[]}");
    one("wrong-type", "briefings[morning].steps[0]", &format!("[{all}\n    ]}}"), "[⟦5]}");
    let path = "briefings[morning].steps[0].headline";
    one("empty-text", &format!("{path}.en"), "\"seconds\": 30", "\"headline\": {\"zh\": \"开场\", \"en\": ⟦\" \"}");
    for (field, path) in [("headline", path), ("notes", "briefings[morning].steps[0].notes")] {
        let to = format!("\"{field}\": \"今天⟦\u{1b}[2J\"");
        one("control-character", path, "\"seconds\": 30", &to);
    }
    one("control-character", "briefings[morning].title", "\"晨会\"", "\"晨⟦\\u0007会\"");
}

#[test]
fn a_table_is_a_place_where_everything_it_names_is_there() {
    for query in [
        "is=behind",
        "action=brand,-&unit!=m2&source=report&sort=-figure",
        "text=a/b&owner=区委&group=unit",
        "is=behind&inverse",
    ] {
        let text = seed(&[("\"overview\"", &format!("\"metrics?{query}\""))]).0;
        assert_eq!(check(text.as_bytes()).faults, [], "{query}");
    }
    for query in ["is=late", "action=brands", "unit=m3", "source=reports&action=brand", "sort=size", "inverse"] {
        let to = format!("⟦\"metrics?{query}\"");
        one("unknown-place", "briefings[morning].steps[0].place", "\"overview\"", &to);
    }
}

#[test]
fn a_timeline_is_a_place_where_anything_has_a_date() {
    let step = ("\"overview\"", "⟦\"timeline\"");
    let event = "{\"id\": \"opening\", \"name\": \"开幕\", \"date\": \"2024-07\", \"action\": \"brand\", \"source\": {\"id\": \"report\"}}";
    several("unknown-place", "briefings[morning].steps[0].place", &[step, (event, "")]);
    let step = ("\"overview\"", "\"timeline\"");
    assert_eq!(check(seed(&[step]).0.as_bytes()).faults, []);
    // What is there but cannot be read is told, and not that there is no timeline.
    let codes = |change| {
        let report = check(seed(&[step, change]).0.as_bytes());
        report.faults.iter().map(|fault| fault.kind.code()).collect::<Vec<_>>()
    };
    assert!(!codes(("\"2024-07\"", "\"July\"")).contains(&"unknown-place"));
    assert!(!codes((event, "5")).contains(&"unknown-place"));
}

#[test]
fn a_duplicate_leads_to_the_first_definition() {
    let (text, _) = seed(&[("\"id\": \"festival\"", "\"id\": \"vanguard\"")]);
    let report = check(text.as_bytes());
    assert_eq!(found(&report), [("duplicate-id", 23, 12)]);
    assert_eq!(report.faults[0].related[0].place.line, 22);
    // The same id in lists of different kinds is no fault.
    let (text, _) = seed(&[("\"id\": \"festival\"", "\"id\": \"brand\"")]);
    assert_eq!(found(&check(text.as_bytes())), []);
}

#[test]
fn figures() {
    let share = [("0.98, \"bound\": \"over\", \"as_written\": \"98%以上\"", "⟦1.98"), (", \"whole\": true", "")];
    several("out-of-range", "metrics[coverage].value", &share);
    one("out-of-range", "metrics[coverage].target.value", "\"value\": 0.95", "\"value\": ⟦95");
    one("out-of-range", "metrics[parks].value", "\"value\": 12.5", "\"value\": ⟦-12.5");
    let rank = [("\"value\": 2, \"as_written\": \"第二\"", "\"value\": ⟦2.5")];
    several("out-of-range", "metrics[place].value", &rank);
    one("out-of-range", "metrics[visits].source.paragraph", "\"paragraph\": 3", "\"paragraph\": ⟦0");
    one("out-of-range", "units[hectare].base.factor", "\"factor\": 10000", "\"factor\": ⟦0");
    one("out-of-range", "metrics[coverage].target.rule.on_course", "\"on_course\": 0.05", "\"on_course\": ⟦-1");
    one("rule-order", "metrics[coverage].target.rule.behind", "\"behind\": 0.2", "\"behind\": ⟦0.02");
    one(
        "rank-beyond-size",
        "metrics[place].rank.position",
        "\"position\": 2, \"of\": 10",
        "\"position\": ⟦2, \"of\": 1",
    );
    several("rank-mismatch", "metrics[place].value", &[("\"value\": 2, \"as_written\": \"第二\"", "\"value\": ⟦3")]);
    one("as-written-mismatch", "metrics[visits].as_written", "\"5.31万家次\"", "⟦\"5.13万家次\"");
    one("as-written-mismatch", "metrics[visits].as_written", "\"5.31万家次\"", "⟦\"超5.31万家次\"");
    one("as-written-mismatch", "metrics[coverage].as_written", "\"98%以上\"", "⟦\"97%以上\"");
    one("as-written-unreadable", "metrics[visits].as_written", "\"5.31万家次\"", "⟦\"若干\"");
    one("revision-mismatch", "metrics[visits].revisions[0].new", "\"new\": 53100", "\"new\": ⟦53200");
    one(
        "breakdown-sum",
        "metrics[coverage].breakdown[0].parts",
        "\"parts\": [{\"name\": \"东\", \"value\": 0.5}",
        "\"parts\": ⟦[{\"name\": \"东\", \"value\": 0.4}",
    );
    one(
        "metric-without-source",
        "metrics[place].source",
        "{\"id\": \"place\", \"name\": \"全国排名\", \"unit\": \"rank\", \"value\": 2, \"as_written\": \"第二\", \"source\": {\"id\": \"report\"},",
        "⟦{\"id\": \"place\", \"name\": \"全国排名\", \"unit\": \"rank\", \"value\": 2, \"as_written\": \"第二\",",
    );
    one(
        "honour-without-source",
        "honours[prize].source",
        "{\"id\": \"prize\", \"name\": \"年度奖🔥\", \"level\": \"nation\", \"kind\": \"award\", \"action\": \"governance\", \"initiative\": \"vanguard\", \"metric\": \"place\", \"source\": {\"id\": \"report\"}}",
        "⟦{\"id\": \"prize\", \"name\": \"年度奖\", \"level\": \"nation\", \"kind\": \"award\"}",
    );
}

#[test]
fn written_figures_meet_their_units() {
    for (from, to) in [
        ("\"as_written\": \"98%以上\"", "\"as_written\": \"98个百分点以上\""),
        ("\"value\": 12.5,", "\"value\": 12.5, \"as_written\": \"12.5公顷\","),
        ("\"value\": 12.5,", "\"value\": 12.5, \"as_written\": \"12.5万平方米\","),
    ] {
        assert_eq!(found(&check(seed(&[(from, to)]).0.as_bytes())), [], "{to}");
    }
}

#[test]
fn sums_may_be_off_by_rounding_and_no_more() {
    let with = |unit: &str, value: &str, parts: &[&str]| {
        let parts: Vec<_> = parts.iter().map(|value| format!("{{\"name\": \"甲\", \"value\": {value}}}")).collect();
        let breakdown =
            format!("\"breakdown\": [{{\"dimension\": \"街道\", \"whole\": true, \"parts\": [{}]}}],", parts.join(","));
        let (text, _) = seed(&[(
            "\"unit\": \"hectare\", \"value\": 12.5,",
            &format!("\"unit\": \"{unit}\", \"value\": {value}, {breakdown}"),
        )]);
        check(text.as_bytes()).has_errors()
    };
    assert!(!with("hectare", "10.0", &["3.3", "3.3", "3.3"]));
    assert!(!with("hectare", "10.1", &["3.3", "3.4", "3.3"]));
    assert!(with("hectare", "10.3", &["3.3", "3.3", "3.3"]));
    assert!(!with("hectare", "10", &["3.3", "3.3", "3.3"]));
    assert!(!with("share", "1", &["0.33", "0.33", "0.33"]));
    assert!(with("share", "1", &["0.5", "0.4"]));
    assert!(!with("visit", "60", &["10", "20", "30"]));
    assert!(with("visit", "60", &["10", "20", "31"]));
}

#[test]
fn periods_and_histories() {
    one(
        "period-reversed",
        "period.from",
        "{\"from\": \"2024-01-01\", \"to\": \"2024-12-31\"}",
        "{\"from\": ⟦\"2025-01-01\", \"to\": \"2024-12-31\"}",
    );
    one(
        "period-reversed",
        "metrics[visits].period.from",
        "{\"from\": \"2024-01-01\", \"to\": \"2024-06-30\"}",
        "{\"from\": ⟦\"2024-07-01\", \"to\": \"2024-06-30\"}",
    );
    one(
        "history-order",
        "metrics[visits].history[1].period.from",
        "{\"from\": \"2023-01-01\", \"to\": \"2023-12-31\"}",
        "{\"from\": ⟦\"2021-01-01\", \"to\": \"2021-12-31\"}",
    );
    one(
        "history-repeated",
        "metrics[visits].history[1].period.from",
        "{\"from\": \"2023-01-01\", \"to\": \"2023-12-31\"}",
        "{\"from\": ⟦\"2022-01-01\", \"to\": \"2022-12-31\"}",
    );
}

#[test]
fn units() {
    one("unit-kind-mismatch", "units[hectare].base.unit", "{\"unit\": \"m2\"", "{\"unit\": ⟦\"visit\"");
    one(
        "unit-cycle",
        "units[m2].base.unit",
        "{\"id\": \"m2\", \"name\": \"平方米\", \"kind\": \"area\"}",
        "{\"id\": \"m2\", \"name\": \"平方米\", \"kind\": \"area\", \"base\": {\"unit\": ⟦\"hectare\", \"factor\": 0.0001}}",
    );
    one("unit-cycle", "units[hectare].base.unit", "{\"unit\": \"m2\"", "{\"unit\": ⟦\"hectare\"");
}

#[test]
fn columns_count_characters_behind_any_text() {
    // Behind Chinese text and an emoji, on a line written out here.
    let (text, _) = seed(&[("\"年度奖🔥\", \"level\": \"nation\"", "\"年度奖🔥\", \"level\": \"national\"")]);
    let report = check(text.as_bytes());
    assert_eq!(found(&report), [("unknown-value", 44, 46)]);
}
