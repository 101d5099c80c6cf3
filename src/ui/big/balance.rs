//! Lines of about one length.

use std::ops::Range;

use super::measured::{Measured, Stop};

/// More lines than these are no headline and are filled one after the other.
const BALANCED: usize = 6;

/// Breaks a text into as few lines of at most `width` as possible, none of them much shorter than the others, and at good
/// places rather than poor ones; `None` where that takes more than `most` lines or a part is too long for any line.
pub(super) fn lines(text: &Measured<'_>, width: usize, most: usize) -> Option<Vec<Range<usize>>> {
    let places: Vec<(usize, Stop)> =
        [(0, Stop::Good)].into_iter().chain(text.stops()).chain([(text.len(), Stop::Good)]).collect();
    let filled = filled(text, &places, width, most)?;
    if filled.len() < 2 || filled.len() > BALANCED {
        return Some(filled);
    }
    Some(balanced(text, &places, width, filled.len()).unwrap_or(filled))
}

/// Each line as long as it goes.
fn filled(text: &Measured<'_>, places: &[(usize, Stop)], width: usize, most: usize) -> Option<Vec<Range<usize>>> {
    let mut lines = Vec::new();
    let (mut start, mut end) = (0, 0);
    for (place, _) in places.iter().skip(1) {
        if text.length(start..*place) > width {
            if end == start || text.length(end..*place) > width {
                return None;
            }
            lines.push(start..end);
            start = end;
        }
        end = *place;
    }
    lines.push(start..end);
    (lines.len() <= most).then_some(lines)
}

/// The cheapest way to a place with some number of lines: what it costs, and the place where its last line starts.
type Way = Option<(usize, usize)>;

/// So many lines whose squared shortfalls sum to the least.
fn balanced(text: &Measured<'_>, places: &[(usize, Stop)], width: usize, count: usize) -> Option<Vec<Range<usize>>> {
    let fine = (width / 4).pow(2);
    let mut layers: Vec<Vec<Way>> = vec![places.iter().map(|(place, _)| (*place == 0).then_some((0, 0))).collect()];
    for _ in 0..count {
        let before = layers.last()?;
        let way = |(to, (place, stop)): (usize, &(usize, Stop))| {
            let penalty = match stop {
                Stop::Good => 0,
                Stop::Fair => fine,
                Stop::Poor => fine * 4,
            };
            let starts = before.iter().zip(places).enumerate().take(to);
            let ways = starts.filter_map(|(from, (way, (start, _)))| {
                let (cost, _) = (*way)?;
                let short = width.checked_sub(text.length(*start..*place))?;
                Some((cost + short.pow(2) + penalty, from))
            });
            ways.min()
        };
        layers.push(places.iter().enumerate().map(way).collect());
    }
    let mut lines = Vec::new();
    let mut to = places.len().checked_sub(1)?;
    for layer in layers.iter().skip(1).rev() {
        let (_, from) = (*layer.get(to)?)?;
        lines.push(places.get(from)?.0..places.get(to)?.0);
        to = from;
    }
    lines.reverse();
    Some(lines)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn broken(content: &str, width: usize, most: usize) -> Option<Vec<String>> {
        let measured = Measured::plain(content, &[]).unwrap();
        let lines = lines(&measured, width, most)?;
        Some(lines.into_iter().map(|line| measured.text(line)).collect())
    }

    #[test]
    fn no_line_is_left_with_one_character() {
        assert_eq!(broken("三张全国榜单位列第二", 18, 2).unwrap(), ["三张全国榜", "单位列第二"]);
        assert_eq!(broken("三张全国榜单，位列第二", 20, 2).unwrap(), ["三张全国榜单，", "位列第二"]);
        assert_eq!(broken("one two three four", 14, 3).unwrap(), ["one two", "three four"]);
    }

    #[test]
    fn what_takes_more_lines_has_no_room() {
        assert_eq!(broken("三张全国榜单位列第二", 6, 3), None);
        assert_eq!(broken("12345678", 7, 3), None);
        assert_eq!(broken("a 12345678", 7, 3), None);
        assert_eq!(broken("", 7, 3).unwrap(), [""]);
    }
}
