//! What somebody may have meant.

/// The candidates most like `text`, at most `limit`, the most alike first.
pub(crate) fn nearest<'a>(text: &str, candidates: impl Iterator<Item = &'a str>, limit: usize) -> Vec<String> {
    let wanted = text.to_lowercase().replace(['_', ' '], "-");
    let mut scored: Vec<(f64, &str)> = candidates
        .filter(|candidate| *candidate != text && candidate.len().abs_diff(text.len()) <= 12)
        .map(|candidate| (alike(&wanted, &candidate.replace('_', "-")), candidate))
        .filter(|(score, _)| *score >= 0.6)
        .collect();
    scored.sort_by(|a, b| b.0.total_cmp(&a.0).then_with(|| a.1.cmp(b.1)));
    scored.dedup_by(|a, b| a.1 == b.1);
    scored.into_iter().take(limit).map(|(_, name)| name.to_owned()).collect()
}

/// How alike two words are, from 0 to 1; a word that begins the other counts as alike.
pub(in crate::domain) fn alike(wanted: &str, candidate: &str) -> f64 {
    let prefix =
        wanted.len() > 2 && candidate.len() > 2 && (candidate.starts_with(wanted) || wanted.starts_with(candidate));
    strsim::normalized_damerau_levenshtein(wanted, candidate).max(if prefix { 0.75 } else { 0.0 })
}

/// How many comparisons one check may spend on near matches: enough for any real file, and an end to a hostile one.
const BUDGET: usize = 2_000_000;

/// The near matches that one check may still look for.
#[derive(Debug)]
pub(in crate::domain) struct Budget {
    comparisons: usize,
    hints: usize,
}

impl Budget {
    /// A budget for that many hints; nobody reads more.
    pub(in crate::domain) fn new(hints: usize) -> Self {
        Self { comparisons: BUDGET, hints }
    }

    /// Takes `comparisons` from the budget; `false` where there is not enough left.
    pub(in crate::domain) fn take(&mut self, comparisons: usize) -> bool {
        match (self.comparisons.checked_sub(comparisons), self.hints.checked_sub(1)) {
            (Some(comparisons), Some(hints)) => {
                *self = Self { comparisons, hints };
                true
            }
            _ => false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::nearest;

    #[test]
    fn slips_are_recognised() {
        let ids = ["governance", "vanguard-visits", "unit"];
        assert_eq!(nearest("goverance", ids.into_iter(), 3), ["governance"]);
        assert_eq!(nearest("Vanguard_Visits", ids.into_iter(), 3), ["vanguard-visits"]);
        assert_eq!(nearest("units", ids.into_iter(), 3), ["unit"]);
        assert!(nearest("xyz", ids.into_iter(), 3).is_empty());
    }
}
