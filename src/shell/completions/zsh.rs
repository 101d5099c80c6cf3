//! Completions for zsh. What the line is about is found first, then one call offers all that may stand in it: so options
//! are known wherever they stand.

use std::fmt::Write;

use super::{NAME, Offer, Opt, Part, Values};

pub(super) fn text(offer: &Offer) -> String {
    let alone = part_of(&offer.alone);
    let mut commands = String::new();
    let mut names = String::new();
    for (name, told, part) in &offer.commands {
        // Writing to a string cannot fail.
        let _ = writeln!(commands, "        ({name}) specs+=('1: :'\n{}) ;;", part_of(part));
        let _ = writeln!(names, "        '{name}:{}'", quoted(told));
    }
    format!(
        "#compdef {NAME}

_{NAME}() {{
    # The command, or the file that stands in its place.
    local first word behind=0
    for word in ${{words[2,CURRENT-1]}}; do
        if (( behind )); then
            behind=0
        elif [[ $word == ({with_values}) ]]; then
            behind=1
        elif [[ $word == - || $word != -* ]]; then
            first=$word
            break
        fi
    done
    local -a specs=(
{anywhere})
    case $first in
{commands}        ('') specs+=('1: :_{NAME}_first'\n{alone}) ;;
        (*) specs+=({alone}) ;;
    esac
    _arguments -s -S : $specs
}}

_{NAME}_first() {{
    local ret=1
    local -a commands=(
{names}    )
    _describe -t commands command commands && ret=0
    _files && ret=0
    return ret
}}

if [ \"$funcstack[1]\" = \"_{NAME}\" ]; then
    _{NAME} \"$@\"
else
    compdef _{NAME} {NAME}
fi
",
        with_values = offer.with_values().collect::<Vec<_>>().join("|"),
        anywhere = options(&offer.anywhere),
    )
}

/// The options and values of a command, a line each.
fn part_of(part: &Part) -> String {
    let mut text = options(&part.options);
    if let Some((values, many)) = &part.values {
        // What stands first is the command itself, or has its own line.
        let place = if *many { "*" } else { "2" };
        let _ = writeln!(text, "'{place}: :{}'", action(values));
    }
    text
}

/// Options, a line for each name; one that does not repeat stands once under any of its names.
fn options(options: &[Opt]) -> String {
    let mut text = String::new();
    for option in options {
        let once = if option.repeats { "*".to_owned() } else { format!("({})", option.names.join(" ")) };
        for name in &option.names {
            let (sign, value) = match &option.value {
                Some((value, values)) => ("=", format!(":{}:{}", quoted(value), action(values))),
                None => ("", String::new()),
            };
            let _ = writeln!(text, "'{once}{name}{sign}[{}]{value}'", quoted(&option.told));
        }
    }
    text
}

/// What offers such values.
fn action(values: &Values) -> String {
    match values {
        Values::File => "_files".to_owned(),
        Values::Any => String::new(),
        Values::Words(words) if words.iter().all(|(_, told)| told.is_empty()) => {
            let words: Vec<&str> = words.iter().map(|(word, _)| word.as_str()).collect();
            format!("({})", words.join(" "))
        }
        Values::Words(words) => {
            let words = words.iter().map(|(word, told)| format!("{word}\\:\"{}\"", quoted(told)));
            format!("(({}))", words.collect::<Vec<_>>().join(" "))
        }
    }
}

/// Text between single quotation marks, in which nothing has a meaning of its own.
fn quoted(text: &str) -> String {
    let mut quoted = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '\'' => quoted.push_str("'\\''"),
            '\\' | '[' | ']' | ':' | '$' | '`' | '"' => quoted.extend(['\\', character]),
            other => quoted.push(other),
        }
    }
    quoted
}
