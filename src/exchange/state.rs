//! What the program remembers from one time to the next: where each dataset was left, and how the columns of its table
//! stood. Never part of the settings.

use std::fmt::Write as _;

use toml::de::{DeTable, DeValue};

use super::config::quoted;
use crate::domain::Column;
use crate::model::Columns;

/// So many datasets are remembered; the ones left longest ago are forgotten.
const MOST: usize = 50;

/// Where a dataset was left.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Left {
    /// The id of the dataset.
    pub dataset: String,
    /// The address of the place.
    pub place: String,
    /// How the columns of its table were left; none: as the settings have them.
    pub table: Option<Table>,
}

/// How the columns of the table were left.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Table {
    /// How the settings had them then: whoever changes the settings wants to see that.
    pub settings: Columns,
    /// How they were left.
    pub columns: Columns,
}

/// What is remembered.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct State {
    /// Where each dataset was left, the latest first.
    pub left: Vec<Left>,
}

/// Reads what is remembered. What cannot be read is not remembered.
pub fn read(text: &str) -> State {
    let Ok(table) = DeTable::parse(text) else { return State::default() };
    let field = |key: &str| table.get_ref().get(key).map(toml::Spanned::get_ref);
    let left = field("left")
        .and_then(DeValue::as_array)
        .map_or_else(Vec::new, |left| left.iter().filter_map(|entry| left_of(entry.get_ref())).take(MOST).collect());
    State { left }
}

fn left_of(entry: &DeValue<'_>) -> Option<Left> {
    let field = |key: &str| Some(entry.as_table()?.get(key)?.get_ref());
    let text = |key: &str| Some(field(key)?.as_str()?.to_owned());
    let table = field("settings").and_then(columns_of).zip(field("columns").and_then(columns_of));
    let table = table.map(|(settings, columns)| Table { settings, columns });
    Some(Left { dataset: text("dataset")?, place: text("place")?, table })
}

fn columns_of(value: &DeValue<'_>) -> Option<Columns> {
    let list = |key: &str| -> Option<Vec<Column>> {
        let list = value.as_table()?.get(key)?.get_ref().as_array()?;
        list.iter().map(|it| Column::parse(it.get_ref().as_str()?)).collect()
    };
    Some(Columns {
        order: list("order")?,
        hidden: list("hidden")?.into_iter().collect(),
        frozen: list("frozen")?.into_iter().collect(),
    })
}

/// What is remembered, with one dataset left anew.
pub fn written(mut state: State, latest: Left) -> String {
    state.left.retain(|left| left.dataset != latest.dataset);
    state.left.insert(0, latest);
    let mut out = String::from("# xinhuo: what the last start left behind. It may be deleted.\n");
    // Writing to a string cannot fail.
    for Left { dataset, place, table } in state.left.iter().take(MOST) {
        let _ = write!(out, "\n[[left]]\ndataset = {}\nplace = {}\n", quoted(dataset), quoted(place));
        let columns = table.iter().flat_map(|table| [("settings", &table.settings), ("columns", &table.columns)]);
        for (name, columns) in columns {
            let order = list(&columns.order);
            let (hidden, frozen) = (list(&columns.hidden), list(&columns.frozen));
            let _ = writeln!(out, "{name} = {{ order = [{order}], hidden = [{hidden}], frozen = [{frozen}] }}");
        }
    }
    out
}

fn list<'a>(columns: impl IntoIterator<Item = &'a Column>) -> String {
    columns.into_iter().map(|column| quoted(column.id())).collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn the_latest_stands_first_and_each_dataset_once() {
        let left =
            |dataset: &str, place: &str| Left { dataset: dataset.to_owned(), place: place.to_owned(), table: None };
        let text = written(State::default(), left("a", "overview"));
        let text = written(read(&text), left("b", "metrics?text=\"\\"));
        let text = written(read(&text), left("a", "honours"));
        assert_eq!(read(&text).left, [left("a", "honours"), left("b", "metrics?text=\"\\")]);
    }

    #[test]
    fn the_oldest_are_forgotten() {
        let mut text = String::new();
        for at in 0..MOST + 5 {
            text = written(read(&text), Left { dataset: format!("d-{at}"), place: "overview".to_owned(), table: None });
        }
        let left = read(&text).left;
        assert_eq!((left.len(), left[0].dataset.as_str()), (MOST, "d-54"));
    }

    #[test]
    fn columns_are_remembered_with_what_the_settings_had() {
        let mut columns = Columns::default();
        columns.hide(Column::Source);
        columns.freeze(Column::Figure);
        let table = Table { settings: Columns::only(&[Column::Name, Column::Figure]), columns };
        let left = |dataset: &str, table| Left { dataset: dataset.to_owned(), place: "metrics".to_owned(), table };
        // Each dataset has its own.
        let other = left("b", None);
        let text = written(read(&written(State::default(), left("a", Some(table.clone())))), other.clone());
        assert_eq!(read(&text), State { left: vec![other, left("a", Some(table))] });
        for columns in ["columns = 1", "columns = { order = [\"nam\"], hidden = [], frozen = [] }"] {
            let text = format!("[[left]]\ndataset = \"a\"\nplace = \"metrics\"\nsettings = {{}}\n{columns}");
            assert_eq!(read(&text).left, [left("a", None)]);
        }
    }

    proptest! {
        #[test]
        fn any_text_can_be_remembered_or_is_ignored(text in any::<String>(), dataset in "\\PC{0,20}", place in any::<String>()) {
            let latest = Left { dataset, place, table: None };
            prop_assert_eq!(read(&written(read(&text), latest.clone())).left.into_iter().next(), Some(latest));
        }
    }
}
