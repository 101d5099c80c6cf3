//! Completions for fish.

use std::fmt::Write;

use super::{NAME, Offer, Opt, Part, Values};

pub(super) fn text(offer: &Offer) -> String {
    let commands: Vec<&str> = offer.commands.iter().map(|(name, ..)| name.as_str()).collect();
    let mut text = format!(
        "# Whether the line is about one of these commands; `alone` is none, `start` is before anything of that kind.
function __{NAME}_in
    set -l first
    set -l behind 0
    set -l words (commandline -opc)
    for word in $words[2..]
        if test $behind = 1
            set behind 0
        else if contains -- $word {with_values}
            set behind 1
        else if test \"$word\" = - || not string match -q -- '-*' $word
            set first $word
            break
        end
    end
    if test -z \"$first\"
        set first start alone
    else if not contains -- $first {commands}
        set first alone
    end
    for word in $first
        contains -- $word $argv; and return 0
    end
    return 1
end

",
        with_values = offer.with_values().collect::<Vec<_>>().join(" "),
        commands = commands.join(" "),
    );
    options(&mut text, &offer.anywhere, "");
    for (name, told, _) in &offer.commands {
        // Writing to a string cannot fail.
        let _ = writeln!(text, "complete -c {NAME} -n '__{NAME}_in start' -a {name} -d '{}'", quoted(told));
    }
    part_of(&mut text, &offer.alone, "alone");
    for (name, _, part) in &offer.commands {
        part_of(&mut text, part, name);
    }
    text
}

/// The options and values of a command.
fn part_of(text: &mut String, part: &Part, name: &str) {
    let condition = format!(" -n '__{NAME}_in {name}'");
    options(text, &part.options, &condition);
    // Files are offered without being asked for.
    let values = match &part.values {
        Some((Values::File, _)) => return,
        Some((values, _)) => action(values),
        None => " -f".to_owned(),
    };
    let _ = writeln!(text, "complete -c {NAME}{condition}{values}");
}

fn options(text: &mut String, options: &[Opt], condition: &str) {
    for option in options {
        let _ = write!(text, "complete -c {NAME}{condition}");
        for name in &option.names {
            let _ = match name.strip_prefix("--") {
                Some(long) => write!(text, " -l {long}"),
                None => write!(text, " -s {}", name.trim_start_matches('-')),
            };
        }
        let _ = write!(text, " -d '{}'", quoted(&option.told));
        if let Some((_, values)) = &option.value {
            let _ = write!(text, " -r{}", action(values));
        }
        text.push('\n');
    }
}

/// What offers such values.
fn action(values: &Values) -> String {
    match values {
        Values::File => " -F".to_owned(),
        Values::Any => " -f".to_owned(),
        Values::Words(words) => {
            // Between the quotation marks of the line, those of the list are read.
            let words = words.iter().map(|(word, told)| format!("{word}\\t'{}'", quoted(told)));
            format!(" -f -a '{}'", quoted(&words.collect::<Vec<_>>().join(" ")))
        }
    }
}

/// Text between single quotation marks.
fn quoted(text: &str) -> String {
    text.replace('\\', "\\\\").replace('\'', "\\'")
}
