//! Text that Markdown shows as it is.

/// `text` with a backslash before every character that Markdown would take for a mark: anywhere, or at the beginning of
/// a line.
pub(super) fn escape(text: &str) -> String {
    let text = text.trim();
    let mut out = String::with_capacity(text.len() + 8);
    // Digits that a dot or a bracket follows make a numbered list.
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    for (at, character) in text.char_indices() {
        let ends = text.get(at + character.len_utf8()..).is_none_or(|rest| rest.is_empty() || rest.starts_with(' '));
        let marks = match character {
            // A hash begins a heading and, behind a blank, ends one.
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '&' | '~' | '$' | '#' => true,
            '-' | '=' => at == 0 && (ends || text.starts_with("--") || text.starts_with("==")),
            '+' => at == 0 && ends,
            '.' | ')' => at == digits && digits > 0 && ends,
            _ => false,
        };
        if marks {
            out.push('\\');
        }
        out.push(character);
    }
    out
}

/// `text` as code. What holds the mark of code itself stands escaped instead.
pub(super) fn code(text: &str) -> String {
    if text.contains('`') { escape(text) } else { format!("`{text}`") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_lose_their_meaning() {
        for (plain, escaped) in [
            ("宝安区", "宝安区"),
            ("“1+4+1”指引", "“1+4+1”指引"),
            ("*a* _b_ `c`", r"\*a\* \_b\_ \`c\`"),
            ("[x](y) <b> &amp; ~~c~~ $d$", r"\[x\](y) \<b\> \&amp; \~\~c\~\~ \$d\$"),
            ("# a", r"\# a"),
            ("a ##", r"a \#\#"),
            ("- a - b", r"\- a - b"),
            ("+5", "+5"),
            ("+ 5", r"\+ 5"),
            ("-5", "-5"),
            ("-", r"\-"),
            ("===", r"\==="),
            ("---", r"\---"),
            ("> a", r"\> a"),
            ("1. a 2. b", r"1\. a 2. b"),
            ("12) a", r"12\) a"),
            ("2.", r"2\."),
            ("3.476 million", "3.476 million"),
            ("    a ", "a"),
            (r"a\b", r"a\\b"),
            ("", ""),
        ] {
            assert_eq!(escape(plain), escaped, "{plain}");
        }
    }

    #[test]
    fn code_stands_between_marks_of_its_own() {
        assert_eq!(code("metrics?text=a*b"), "`metrics?text=a*b`");
        assert_eq!(code("metrics?text=`"), r"metrics?text=\`");
    }
}
