//! Which columns the table of metrics has, and in which order.

use std::collections::BTreeSet;

use crate::domain::Column;

/// How the columns of the table differ from what they are at first. Kept for every look at the table.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Columns {
    /// The columns from the left; those that are not in it follow in their own order.
    pub order: Vec<Column>,
    /// The columns that are not shown.
    pub hidden: BTreeSet<Column>,
    /// The columns that stand at the left edge and never give way.
    pub frozen: BTreeSet<Column>,
}

impl Columns {
    /// These columns in this order and no others but the name; all where there are none.
    pub fn only(columns: &[Column]) -> Self {
        if columns.is_empty() {
            return Self::default();
        }
        let hidden = Column::ALL.into_iter().filter(|column| *column != Column::Name && !columns.contains(column));
        // The order in which they stand anyway is none of its own.
        let order = if columns == Column::ALL { Vec::new() } else { columns.to_vec() };
        Self { order, hidden: hidden.collect(), frozen: BTreeSet::new() }
    }

    /// The columns that are shown of those that there are: the frozen ones first. The name is always among them.
    pub fn shown(&self, there: &[Column]) -> Vec<Column> {
        let hidden = |column: &&Column| **column != Column::Name && self.hidden.contains(column);
        let mut shown: Vec<Column> = there.iter().filter(|column| !hidden(column)).copied().collect();
        shown.sort_by_key(|column| (!self.frozen.contains(column), self.place(*column)));
        shown
    }

    /// Where a column stands among the others.
    fn place(&self, column: Column) -> usize {
        self.order.iter().position(|it| *it == column).unwrap_or(self.order.len())
    }

    /// How many of the columns that are shown are frozen; they are the first ones.
    pub fn frozen_of(&self, shown: &[Column]) -> usize {
        shown.iter().filter(|column| self.frozen.contains(column)).count()
    }

    /// Hides a column; false for the name, which tells what the figures are of.
    pub fn hide(&mut self, column: Column) -> bool {
        self.frozen.remove(&column);
        column != Column::Name && self.hidden.insert(column)
    }

    /// Moves a column one place among those shown, the frozen ones among themselves; false at the edge.
    pub fn shift(&mut self, column: Column, right: bool, there: &[Column]) -> bool {
        let shown = self.shown(there);
        let Some(at) = shown.iter().position(|it| *it == column) else { return false };
        let other = if right { Some(at + 1) } else { at.checked_sub(1) };
        let Some(neighbour) = other.and_then(|other| shown.get(other)).copied() else { return false };
        if self.frozen.contains(&column) != self.frozen.contains(&neighbour) {
            return false;
        }
        // Hidden columns keep their places among the others.
        let mut order: Vec<Column> = Column::ALL.to_vec();
        order.sort_by_key(|column| self.place(*column));
        order.retain(|it| *it != column);
        if let Some(at) = order.iter().position(|it| *it == neighbour) {
            order.insert(if right { at + 1 } else { at }, column);
        }
        self.order = order;
        true
    }

    /// Freezes a column, or lets it go.
    pub fn freeze(&mut self, column: Column) {
        if !self.frozen.remove(&column) {
            self.frozen.insert(column);
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn columns_move_hide_and_freeze() {
        let there = [Column::Action, Column::Name, Column::Figure, Column::Unit];
        let mut columns = Columns::default();
        assert_eq!(columns.shown(&there), there);
        assert!(columns.hide(Column::Figure) && !columns.hide(Column::Name));
        assert!(columns.shift(Column::Unit, false, &there));
        assert_eq!(columns.shown(&there), [Column::Action, Column::Unit, Column::Name]);
        assert!(!columns.shift(Column::Action, false, &there));
        columns.freeze(Column::Name);
        assert_eq!(columns.shown(&there), [Column::Name, Column::Action, Column::Unit]);
        assert!(!columns.shift(Column::Action, false, &there), "a frozen column keeps the edge");
        columns.freeze(Column::Name);
        assert_eq!(columns.shown(&there), [Column::Action, Column::Unit, Column::Name]);
    }

    #[test]
    fn only_the_columns_that_are_asked_for_are_shown() {
        let columns = Columns::only(&[Column::Rank, Column::Figure, Column::Name]);
        assert_eq!(columns.shown(&Column::ALL), [Column::Rank, Column::Figure, Column::Name]);
        let columns = Columns::only(&[Column::Rank]);
        assert_eq!(columns.shown(&Column::ALL), [Column::Rank, Column::Name], "a figure without a name says nothing");
        assert_eq!(Columns::only(&Column::ALL), Columns::default());
        assert_eq!(Columns::only(&[]), Columns::default());
    }

    proptest! {
        #[test]
        fn no_column_is_lost_or_doubled(steps in proptest::collection::vec((0usize..9, 0u8..4), 0..40)) {
            let mut columns = Columns::default();
            for (at, step) in steps {
                let column = Column::ALL[at];
                match step {
                    0 => drop(columns.hide(column)),
                    1 => columns.freeze(column),
                    _ => drop(columns.shift(column, step == 2, &Column::ALL)),
                }
                let mut shown = columns.shown(&Column::ALL);
                prop_assert!(shown.contains(&Column::Name));
                shown.extend(columns.hidden.iter().filter(|it| **it != Column::Name));
                shown.sort_unstable();
                prop_assert_eq!(shown, Column::ALL);
            }
        }
    }
}
