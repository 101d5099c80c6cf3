//! Which labels of periods are written, and rows for labels that would lie upon each other.

/// The labels to write under an axis, each with its first cell: whole, at tightest a cell apart, evenly thinned, with the
/// last one and if possible the first. `widths` are their cells, `middles` the columns that they belong to; all of them
/// lie between `left` and `right`.
pub(super) fn thinned(widths: &[u16], middles: &[u16], left: u16, right: u16) -> Vec<(usize, u16)> {
    let last = widths.len().saturating_sub(1);
    let span = |at: usize| {
        let (width, middle) = (*widths.get(at)?, *middles.get(at)?);
        let latest = right.checked_sub(width).filter(|latest| width > 0 && *latest >= left)?;
        Some((at, middle.saturating_sub(width.saturating_sub(1) / 2).clamp(left, latest)))
    };
    let every = |step: usize| (0..=last).filter(move |at| (last - at).is_multiple_of(step)).filter_map(span).collect();
    let clear = |spans: &Vec<(usize, u16)>| {
        spans.iter().zip(spans.iter().skip(1)).all(|(one, next)| {
            let end = widths.get(one.0).map(|width| one.1.saturating_add(*width));
            end.is_some_and(|end| end < next.1)
        })
    };
    let Some(tightest) = (1..=last.max(1)).find(|step| clear(&every(*step))) else {
        return span(last).into_iter().collect();
    };
    // A step that meets both ends is worth a few labels.
    let even = (tightest..=tightest * 2).find(|step| last.is_multiple_of(*step) && clear(&every(*step)));
    if let Some(step) = even {
        return every(step);
    }
    let spans: Vec<(usize, u16)> = every(tightest);
    // Else the first label takes the place of the one that it would touch.
    let with_first = |skip: usize| span(0).into_iter().chain(spans.iter().copied().skip(skip)).collect();
    [with_first(0), with_first(1)]
        .into_iter()
        .find(|found: &Vec<(usize, u16)>| found.len() > 1 && clear(found))
        .unwrap_or(spans)
}

/// A row for each label, as near as may be to the one that it wants, no two in the same row. `wanted` must not fall;
/// `None` where there are fewer rows than labels.
pub(super) fn apart(wanted: &[u16], rows: u16) -> Option<Vec<u16>> {
    let mut placed: Vec<u16> = Vec::with_capacity(wanted.len());
    for want in wanted {
        let free = placed.last().map_or(0, |row| row.saturating_add(1));
        placed.push((*want).max(free));
    }
    let mut end = rows;
    for row in placed.iter_mut().rev() {
        end = end.checked_sub(1)?;
        *row = (*row).min(end);
        end = *row;
    }
    Some(placed)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn labels_are_thinned_evenly_and_keep_both_ends() {
        let shown = |count: u16, step: u16| {
            let middles: Vec<u16> = (0..count).map(|at| 10 + at * step).collect();
            let labels = thinned(&vec![4; usize::from(count)], &middles, 0, 300);
            labels.into_iter().map(|(at, _)| at).collect::<Vec<_>>()
        };
        assert_eq!(shown(5, 6), [0, 1, 2, 3, 4]);
        assert_eq!(shown(5, 3), [0, 2, 4]);
        assert_eq!(shown(7, 2), [0, 3, 6]);
        assert_eq!(shown(6, 3), [0, 3, 5]);
        assert_eq!(shown(12, 3), [0, 3, 5, 7, 9, 11]);
        assert_eq!(shown(1, 3), [0]);
    }

    #[test]
    fn labels_move_apart() {
        assert_eq!(apart(&[2, 2, 2], 6), Some(vec![2, 3, 4]));
        assert_eq!(apart(&[0, 5, 5], 6), Some(vec![0, 4, 5]));
        assert_eq!(apart(&[1, 1], 1), None);
        assert_eq!(apart(&[], 0), Some(Vec::new()));
    }

    proptest! {
        #[test]
        fn labels_never_touch(
            labels in prop::collection::vec((0u16..14, 1u16..9), 0..40),
            left in 0u16..8,
            room in 0u16..120,
        ) {
            let widths: Vec<u16> = labels.iter().map(|label| label.0).collect();
            let middles: Vec<u16> = labels.iter().scan(left, |x, label| { *x += label.1; Some(*x) }).collect();
            let shown = thinned(&widths, &middles, left, left + room);
            for (at, start) in &shown {
                prop_assert!(*start >= left && start + widths[*at] <= left + room && widths[*at] > 0);
            }
            for pair in shown.windows(2) {
                prop_assert!(pair[0].0 < pair[1].0 && pair[0].1 + widths[pair[0].0] < pair[1].1);
            }
        }

        #[test]
        fn no_two_labels_share_a_row(mut wanted in prop::collection::vec(0u16..20, 0..9), rows in 0u16..24) {
            wanted.sort_unstable();
            if let Some(placed) = apart(&wanted, rows) {
                prop_assert_eq!(placed.len(), wanted.len());
                prop_assert!(placed.windows(2).all(|pair| pair[0] < pair[1]));
                prop_assert!(placed.iter().all(|row| *row < rows));
            } else {
                prop_assert!(wanted.len() > usize::from(rows));
            }
        }
    }
}
