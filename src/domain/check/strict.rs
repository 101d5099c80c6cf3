//! What the typed reader takes though the format does not: an object written as a list of its fields, and a word
//! written as an object.
//!
//! The reader is as generous by design and cannot be told otherwise; a file that does either has to be judged by the
//! form of the dataset instead. Neither happens in real files, so a scan that errs on the side of caution is enough.

/// The fields that hold lists. A list anywhere else sends the file to the slow path, no more.
const LISTS: [&str; 14] = [
    "metrics",
    "history",
    "breakdown",
    "parts",
    "revisions",
    "from",
    "sources",
    "units",
    "actions",
    "initiatives",
    "honours",
    "events",
    "briefings",
    "steps",
];

/// The fields that hold one of a few words.
pub(super) const WORDS: [&str; 6] = ["bound", "kind", "level", "flag", "polarity", "as"];

/// Whether a document may hold a list in place of an object, or an object in place of a word.
pub(super) fn generous(text: &str) -> bool {
    let bytes = text.as_bytes();
    let (mut at, mut key, mut value) = (0, b"".as_slice(), false);
    while let Some(&byte) = bytes.get(at) {
        at += 1;
        match byte {
            b' ' | b'\t' | b'\r' | b'\n' => continue,
            b'"' => {
                let rest = bytes.get(at..).unwrap_or_default();
                let len = string_len(rest);
                key = rest.get(..len).unwrap_or_default();
                at += len + 1;
            }
            b'[' if !value || !LISTS.iter().any(|name| name.as_bytes() == key) => return true,
            b'{' if value && (key.contains(&b'\\') || WORDS.iter().any(|name| name.as_bytes() == key)) => return true,
            _ => {}
        }
        value = byte == b':';
    }
    false
}

/// The length of a string up to its closing quote.
fn string_len(rest: &[u8]) -> usize {
    let mut escaped = false;
    rest.iter()
        .position(|byte| {
            let closes = *byte == b'"' && !escaped;
            escaped = *byte == b'\\' && !escaped;
            closes
        })
        .unwrap_or(rest.len())
}

#[cfg(test)]
mod tests {
    use super::generous;

    #[test]
    fn lists_stand_where_lists_belong_and_words_are_words() {
        assert!(!generous(r#"{"metrics": [{"id": "[", "bound": "over"}], "sources" : [ "a\"[", "b" ]}"#));
        for odd in [r#"{"period": ["2024-01-01"]}"#, "[]", r#"{"metrics": [["a"]]}"#, r#"{"kind": {"count": null}}"#] {
            assert!(generous(odd), "{odd}");
        }
    }
}
