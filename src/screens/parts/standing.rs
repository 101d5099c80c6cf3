//! How a metric stands against its target, told by a sign and a word: never by colour alone.

use crate::domain::status::Status;
use crate::model::Markers;
use crate::screens::Context;

/// The sign of a status, one cell wide.
pub(in crate::screens) fn sign(cx: &Context<'_>, status: Status) -> &'static str {
    let (drawn, typed) = match status {
        Status::Met => ("✓", "+"),
        Status::OnCourse => ("▴", "^"),
        Status::Behind => ("▾", "v"),
        Status::Missed => ("✗", "x"),
        Status::NoTarget => ("▪", "-"),
        Status::NoData => ("░", "?"),
    };
    if cx.prefs.markers == Markers::Ascii { typed } else { drawn }
}

/// The word of a status.
pub(in crate::screens) fn word(cx: &Context<'_>, status: Status) -> &'static str {
    let [met, on_course, behind, missed, no_target, no_data] = cx.messages.words.statuses;
    match status {
        Status::Met => met,
        Status::OnCourse => on_course,
        Status::Behind => behind,
        Status::Missed => missed,
        Status::NoTarget => no_target,
        Status::NoData => no_data,
    }
}

/// Sign and word.
pub(in crate::screens) fn told(cx: &Context<'_>, status: Status) -> String {
    format!("{} {}", sign(cx, status), word(cx, status))
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;
    use crate::domain::{District, Lang};
    use crate::model::Prefs;
    use crate::ui::text;

    #[test]
    fn every_status_has_a_sign_and_a_word_of_its_own_in_every_set() {
        let json = r#"{"schema_version":1,"id":"d","title":"d","district":"d","sources":[],"actions":[],"units":[],
            "period":{"from":"2024-01-01","to":"2024-12-31"},"metrics":[]}"#;
        let district = District::new(serde_json::from_str(json).unwrap());
        for (lang, markers) in Lang::ALL.into_iter().flat_map(|lang| Markers::ALL.map(|markers| (lang, markers))) {
            let prefs = Prefs { lang, markers, ..Prefs::default() };
            let cx = Context::new(&district, &prefs);
            let signs: HashSet<_> = Status::ALL.map(|status| sign(&cx, status)).into();
            let words: HashSet<_> = Status::ALL.map(|status| word(&cx, status)).into();
            assert_eq!((signs.len(), words.len()), (6, 6), "{signs:?} {words:?}");
            assert!(signs.iter().all(|sign| text::width(sign) == 1), "{signs:?}");
            assert!(markers != Markers::Ascii || signs.iter().all(|sign| sign.is_ascii()), "{signs:?}");
        }
    }
}
