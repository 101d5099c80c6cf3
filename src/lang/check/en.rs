//! English.

use super::{Message, amounts, character, quote, quotes, short};
use crate::domain::check::{
    FaultKind, FigureFault, Found, Limits, List, ReferenceFault, Role, SeriesFault, StandingFault, Syntax, Unshown,
    Wanted,
};
use crate::domain::{Bound, Form, Lang, UnitKind};

pub(super) fn message(kind: &FaultKind) -> Message {
    match kind {
        FaultKind::Syntax(syntax) => self::syntax(syntax),
        FaultKind::NotUtf8 { byte, throughout } => not_utf8(*byte, *throughout),
        FaultKind::ControlCharacter { character } => {
            let title = format!("control character U+{:04X} in the text", u32::from(*character));
            Message::new(title, "text without control characters")
                .hint("delete the character; it could act on the terminal")
        }
        FaultKind::WrongType { wanted, found, instead } => {
            Message::new(format!("wrong type: {}", self::found(*found)), self::wanted(*wanted))
                .maybe(instead.as_ref().map(|instead| format!("write {}", short(instead, 40))))
        }
        FaultKind::MissingField { field } => {
            Message::new(format!("the field {} is missing", quote(field)), format!("the field {}", quote(field)))
        }
        FaultKind::UnknownField { field, near } => {
            Message::new(format!("the format has no field {}", quote(field)), "a field of the format")
                .maybe(near.as_ref().map(|near| format!("did you mean {}?", quote(near))))
        }
        FaultKind::DuplicateKey { key, .. } => {
            Message::new(format!("the key {} appears twice in the object", quote(key)), "each key once")
                .hint("delete one of the two")
        }
        FaultKind::NoLanguage => Message::new("the text has neither “zh” nor “en”", "“zh”, “en” or both"),
        FaultKind::UnknownWord { found, allowed, near } => {
            Message::new(format!("{} is not a value of this field", quote(found)), one_of(allowed))
                .maybe(near.as_ref().map(|near| format!("did you mean {}?", quote(near))))
        }
        FaultKind::BadDate { found, full } => {
            let expected = if *full { "a full date such as 2024-07-21" } else { "2024, 2024-07 or 2024-07-21" };
            Message::new(format!("{} is not a valid date", quote(found)), expected)
        }
        FaultKind::BadDecimal { found } => {
            Message::new(format!("{} cannot be held exactly", quote(found)), "a decimal of at most 28 digits")
                .hint("write 53100, not 53,100 or 5.31万; put the source's own form into “as_written”")
        }
        FaultKind::BadId { found, near } => Message::new(
            format!("{} is not a valid id", quote(found)),
            "lower-case ASCII words joined by single hyphens",
        )
        .maybe(perhaps(near)),
        FaultKind::SchemaVersion { found } => {
            Message::new(format!("format version {found} cannot be read"), "schema_version 1")
        }
        FaultKind::EmptyText => Message::new("the text is empty", "some text to show"),
        FaultKind::Briefing(unshown) => self::unshown(unshown),
        FaultKind::Reference(fault) => reference(fault),
        FaultKind::Figure(fault) => figure(fault),
        FaultKind::Series(fault) => series(fault),
        FaultKind::Standing(fault) => standing(fault),
    }
}

/// Ids, references, units and places.
fn reference(fault: &ReferenceFault) -> Message {
    match fault {
        ReferenceFault::DuplicateId { list, id } => Message::new(
            format!("the id {} is defined twice in {}", quote(id), list.field()),
            "each id once in its list",
        ),
        ReferenceFault::DanglingReference { list, id, near } => {
            let expected = list.map_or("the id of a metric, honour, initiative or action", defined);
            Message::new(format!("there is no id {}", quote(id)), expected).maybe(perhaps(near))
        }
        ReferenceFault::ForeignInitiative { initiative, action, belongs_to } => {
            let title = format!("the initiative {} does not belong to the action {}", quote(initiative), quote(action));
            Message::new(title, "an initiative of the same action").hint(format!("it belongs to {}", quote(belongs_to)))
        }
        ReferenceFault::UnitCycle { units } => {
            Message::new(format!("units convert in a circle: {}", quotes(units, " → ")), "a base unit without a base")
        }
        ReferenceFault::UnitKindDiffers { kind, base, base_kind } => {
            let (own, other) = (unit_kind(*kind), unit_kind(*base_kind));
            Message::new(format!("a unit of {own} cannot be converted to {}, one of {other}", quote(base)), own)
        }
        ReferenceFault::UnknownPlace { found, near } => {
            Message::new(format!("there is no place {}", quote(found)), "an address such as overview or metric/ID")
                .maybe(perhaps(near))
        }
    }
}

/// Numbers, periods, parts, and figures as written.
fn figure(fault: &FigureFault) -> Message {
    match fault {
        FigureFault::OutOfRange { found, limits } => {
            Message::new(format!("{} is out of range", short(found, 40)), self::limits(*limits))
                .maybe((*limits == Limits::Share).then(|| "a share is a fraction: 0.77 is 77 %".to_owned()))
        }
        FigureFault::PeriodReversed { from, to } => {
            Message::new(format!("the period ends ({to}) before it begins ({from})"), "“from” no later than “to”")
        }
        FigureFault::BreakdownOfRanks => {
            Message::new("ranks do not add up to a rank", "no “whole” with a unit of rank").hint("drop “whole”")
        }
        FigureFault::BreakdownSum { sum, value, bound, tolerance } => {
            let whole = self::bounded(*bound, &value.to_string());
            let expected = format!("parts that sum to {whole} (rounding may explain {})", tolerance.normalize());
            Message::new(format!("the parts sum to {sum}, not to the whole: {whole}"), expected)
                .hint("correct the parts, or drop “whole” if they are not complete")
        }
        FigureFault::AsWrittenUnreadable { found } => Message::new(
            format!("{} cannot be read as a figure", quote(found)),
            "the figure exactly as the source prints it",
        )
        .hint("write only the number with its bound and unit, such as 超6万人次"),
        FigureFault::AsWrittenMismatch(mismatch) => {
            let (left, right) = (self::bound(mismatch.reads_bound), self::bound(mismatch.bound));
            let (reads, value) = amounts(mismatch, Lang::En);
            let title = format!("{} reads as {reads} ({left}), the value is {value} ({right})", quote(&mismatch.found));
            Message::new(title, "value, unit and bound as the source says").hint("check it against the source")
        }
        FigureFault::ValueMissing { found, reads } => {
            let title = format!("the value is null, but {} reads as {reads}", quote(found));
            Message::new(title, "the value that the source gives").hint("write the value, or drop “as_written”")
        }
        FigureFault::PlaceMissing { position } => {
            Message::new(format!("the value is null, but the rank's position is {position}"), "the same number in both")
                .hint(format!("write {position}"))
        }
        FigureFault::DerivedFromItself { id } => {
            Message::new(format!("{} is derived from itself", quote(id)), "the ids of other metrics")
        }
    }
}

/// Histories and revisions.
fn series(fault: &SeriesFault) -> Message {
    match fault {
        SeriesFault::HistoryOrder { previous, from } => {
            Message::new(format!("{from} comes after {previous}"), "the history with the oldest period first")
        }
        SeriesFault::HistoryRepeated { from, to } => {
            Message::new(format!("the history lists {from} to {to} twice"), "each period once")
        }
        SeriesFault::HistoryOverlap { previous, from } => {
            let title = format!("{from} lies within the period before it, which ends on {previous}");
            Message::new(title, "periods that do not overlap")
        }
        SeriesFault::HistoryNotEarlier { from, own } => {
            let title = format!("{from} is not before the period of the value, which begins on {own}");
            Message::new(title, "a period before that of the value")
                .hint("a forecast begins after the period of the value")
        }
        SeriesFault::ForecastNotEstimated { from, own } => {
            let title = format!("{from} is after the period of the value, which ends on {own}");
            Message::new(title, "a period before that of the value, or a forecast")
                .hint("if it is a forecast, add \"flag\": \"estimated\"")
        }
        SeriesFault::RevisionOrder { previous, date } => {
            Message::new(format!("{date} comes after {previous}"), "the revisions with the oldest first")
        }
        SeriesFault::RevisionChain { new, old } => {
            let title = format!("the revision before led to {new}, this one begins with {old}");
            Message::new(title, "the same number in both")
        }
        SeriesFault::RevisionMismatch { new, value } => {
            Message::new(format!("the last revision led to {new}, but the value is {value}"), "the same number in both")
        }
    }
}

/// Ranks, targets and evidence.
fn standing(fault: &StandingFault) -> Message {
    match fault {
        StandingFault::RankBeyondSize { position, of } => {
            Message::new(format!("position {position} of {of} is impossible"), format!("a position from 1 to {of}"))
        }
        StandingFault::RankMismatch { value, position } => {
            Message::new(format!("the value {value} is not the rank's position {position}"), "the same number in both")
        }
        StandingFault::RuleOrder { on_course, behind } => Message::new(
            format!("“behind” ({behind}) is less than “on_course” ({on_course})"),
            "“behind” no less than “on_course”",
        ),
        StandingFault::MetricWithoutSource => {
            Message::new("the metric names no source", "a source, or the metrics it is derived from")
        }
        StandingFault::HonourWithoutSource => Message::new("the honour names no source", "a source"),
    }
}

/// Steps that cannot be shown as they say.
fn unshown(unshown: &Unshown) -> Message {
    match unshown {
        Unshown::Form { form, place, instead } => {
            let title = format!("{} cannot be shown as {}", quote(place), quote(form.word()));
            Message::new(title, form_places(*form)).hint(match instead {
                Form::Place => "leave out “as”".to_owned(),
                instead => format!("write \"as\": \"{}\", or leave out “as”", instead.word()),
            })
        }
        Unshown::Reveal { listed } => {
            Message::new("only the rows of a list can be revealed one by one", "\"as\": \"list\"").hint(if *listed {
                "add \"as\": \"list\", or leave out “reveal”"
            } else {
                "leave out “reveal”"
            })
        }
        Unshown::NoSteps => Message::new("the briefing has no steps", "at least one step")
            .hint("leave the briefing out; without one, xinhuo generates it from the dataset"),
    }
}

/// The places that a form shows.
fn form_places(form: Form) -> &'static str {
    match form {
        Form::Place | Form::Title => "any place",
        Form::Figure => "metric/ID",
        Form::Comparison => "compare/ID,ID with at least two metrics",
        Form::List => "a list: action/ID, initiative/ID, metrics, honours, timeline, sources, source/ID",
    }
}

fn not_utf8(byte: u8, throughout: bool) -> Message {
    let title = if throughout {
        "the file is not UTF-8".to_owned()
    } else {
        format!("the byte 0x{byte:02X} is not valid UTF-8")
    };
    Message::new(title, "UTF-8").hint("save the file as UTF-8")
}

fn syntax(syntax: &Syntax) -> Message {
    match syntax {
        Syntax::Empty => Message::new("the file is empty", "a JSON object"),
        Syntax::TrailingComma => Message::new("comma after the last entry", "no comma here").hint("delete the comma"),
        Syntax::MissingComma => Message::new("comma missing between two entries", "a comma"),
        Syntax::MissingColon => Message::new("colon missing after the key", "a colon"),
        Syntax::Comment => Message::new("comments are not allowed in JSON", "no comment").hint("use a “note” field"),
        Syntax::FullWidth { found, wanted } => {
            let title = format!("full-width {} outside text", character(*found));
            Message::new(title, format!("the ASCII {}", character(*wanted))).hint("switch off the input method")
        }
        Syntax::Unexpected(found) => Message::new(format!("unexpected {}", character(*found)), "valid JSON"),
        Syntax::UnexpectedEnd(open) => Message::new(
            "the file ends too early",
            match open {
                Some('[') => "“]”",
                Some(_) => "“}”",
                None => "a value",
            },
        ),
        Syntax::Mismatched { open, close } => {
            let title = format!("{} closed by {}", character(*open), character(*close));
            Message::new(title, if *open == '[' { "“]”" } else { "“}”" })
        }
        Syntax::Unterminated => Message::new("closing quote missing", "a double quote at the end of the text")
            .hint("a double quote inside a text is written \\\""),
        Syntax::SingleQuotes => Message::new("single quotes", "double quotes"),
        Syntax::BareKey(key) => Message::new(format!("the key {} has no quotes", quote(key)), "a key in double quotes"),
        Syntax::BadEscape => {
            Message::new("unknown backslash sequence", "\\\", \\\\ or \\/").hint("a backslash itself is written \\\\")
        }
        Syntax::BadNumber(found) => {
            Message::new(format!("{} is not a valid JSON number", quote(found)), "a number such as -12.5")
        }
        Syntax::WrittenNumber { found, plain } => {
            let message = Message::new(format!("{} is not a valid JSON number", quote(found)), "digits only");
            let unit =
                found.chars().find(|c| !c.is_ascii()).map_or("a comma or % is".to_owned(), |c| format!("{c} is"));
            message.maybe(plain.as_ref().map(|plain| format!("write {plain}; {unit} not part of JSON numbers")))
        }
        Syntax::MissingBrace => {
            Message::new("closing brace missing", "“}” at the end of the object").hint("close the object that is open")
        }
        Syntax::InnerQuote => {
            Message::new("double quote inside a text", "\\\"").hint("a double quote inside a text is written \\\"")
        }
        Syntax::BadWord(found) => Message::new(
            format!("{} is not a valid JSON value", quote(found)),
            "true, false, null, a number or a text in quotes",
        ),
        Syntax::TrailingData => Message::new("there is more after the end of the document", "the end of the file"),
        Syntax::Refused(why) => Message::new(format!("the file cannot be read: {}", short(why, 200)), "a dataset"),
    }
}

fn perhaps(near: &[String]) -> Option<String> {
    (!near.is_empty()).then(|| format!("did you mean {}?", quotes(near, " or ")))
}

fn one_of(words: &[String]) -> String {
    format!("one of {}", words.join(", "))
}

fn wanted(wanted: Wanted) -> &'static str {
    match wanted {
        Wanted::Text => "a text in quotes",
        Wanted::TextOrLanguages => "a text, or an object with “zh” or “en”",
        Wanted::Decimal => "a number, or digits in quotes",
        Wanted::Integer => "a whole number",
        Wanted::Bool => "true or false",
        Wanted::Array => "a list [ … ]",
        Wanted::Object => "an object { … }",
    }
}

fn found(found: Found) -> &'static str {
    match found {
        Found::Null => "null",
        Found::Bool => "true or false",
        Found::Number => "a number",
        Found::Text => "a text",
        Found::Array => "a list",
        Found::Object => "an object",
    }
}

fn limits(limits: Limits) -> &'static str {
    match limits {
        Limits::Share => "a share from 0 to 1",
        Limits::Rank => "a rank: a whole number, 1 or more",
        Limits::NotNegative => "0 or more",
        Limits::Positive => "more than 0",
        Limits::FromOne => "a whole number, 1 or more",
        Limits::Unsigned => "a whole number, 4294967295 or less",
    }
}

fn defined(list: List) -> &'static str {
    match list {
        List::Sources => "an id from sources",
        List::Units => "an id from units",
        List::Actions => "an id from actions",
        List::Initiatives => "an id from initiatives",
        List::Metrics => "an id from metrics",
        List::Honours => "an id from honours",
        List::Events => "an id from events",
        List::Briefings => "an id from briefings",
    }
}

fn unit_kind(kind: UnitKind) -> &'static str {
    match kind {
        UnitKind::Count => "count",
        UnitKind::Money => "money",
        UnitKind::Area => "area",
        UnitKind::Share => "share",
        UnitKind::Rank => "rank",
        UnitKind::Multiple => "multiple",
        UnitKind::Duration => "duration",
    }
}

fn bound(bound: Bound) -> &'static str {
    match bound {
        Bound::Exact => "exact",
        Bound::About => "about",
        Bound::Nearly => "nearly",
        Bound::Over => "over",
        Bound::AtMost => "at most",
    }
}

/// A value with the words of its bound.
fn bounded(bound: Bound, value: &str) -> String {
    match bound {
        Bound::Exact => value.to_owned(),
        Bound::About => format!("about {value}"),
        Bound::Nearly => format!("{value} or slightly less"),
        Bound::Over => format!("{value} or more"),
        Bound::AtMost => format!("{value} or less"),
    }
}

pub(super) fn role(role: Role) -> &'static str {
    match role {
        Role::FirstDefinition => "first defined here",
        Role::FirstKey => "first used here",
        Role::Opening => "opened here",
        Role::Value => "the value",
        Role::Bound => "the bound",
        Role::UnitKind => "the kind of the unit",
        Role::ActionOfInitiative => "the action it belongs to",
        Role::Previous => "the previous entry",
        Role::OtherEnd => "compared with this",
    }
}
