//! What the program remembers from one time to the next: where each dataset was left. Never part of the settings.

use std::fmt::Write as _;

use toml::de::{DeTable, DeValue};

use super::config::quoted;

/// So many datasets are remembered; the ones left longest ago are forgotten.
const MOST: usize = 50;

/// Where a dataset was left.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Left {
    /// The id of the dataset.
    pub dataset: String,
    /// The address of the place.
    pub place: String,
}

/// Reads what is remembered, the latest first. What cannot be read is not remembered.
pub fn read(text: &str) -> Vec<Left> {
    let Ok(table) = DeTable::parse(text) else { return Vec::new() };
    let Some(left) = table.get_ref().get("left").and_then(|left| left.get_ref().as_array()) else { return Vec::new() };
    let entry = |entry: &DeValue<'_>| {
        let text = |key: &str| Some(entry.as_table()?.get(key)?.get_ref().as_str()?.to_owned());
        Some(Left { dataset: text("dataset")?, place: text("place")? })
    };
    left.iter().filter_map(|left| entry(left.get_ref())).take(MOST).collect()
}

/// What is remembered, with one dataset left anew.
pub fn written(mut left: Vec<Left>, latest: Left) -> String {
    left.retain(|left| left.dataset != latest.dataset);
    left.insert(0, latest);
    let mut out = String::from("# xinhuo: where each dataset was left, the latest first.\n");
    for Left { dataset, place } in left.iter().take(MOST) {
        // Writing to a string cannot fail.
        let _ = write!(out, "\n[[left]]\ndataset = {}\nplace = {}\n", quoted(dataset), quoted(place));
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn the_latest_stands_first_and_each_dataset_once() {
        let left = |dataset: &str, place: &str| Left { dataset: dataset.to_owned(), place: place.to_owned() };
        let text = written(read(&written(Vec::new(), left("a", "overview"))), left("b", "metrics?text=\"\\"));
        let text = written(read(&text), left("a", "honours"));
        assert_eq!(read(&text), [left("a", "honours"), left("b", "metrics?text=\"\\")]);
    }

    #[test]
    fn the_oldest_are_forgotten() {
        let mut text = String::new();
        for at in 0..MOST + 5 {
            text = written(read(&text), Left { dataset: format!("d-{at}"), place: "overview".to_owned() });
        }
        let left = read(&text);
        assert_eq!((left.len(), left[0].dataset.as_str()), (MOST, "d-54"));
    }

    proptest! {
        #[test]
        fn any_text_can_be_remembered_or_is_ignored(text in any::<String>(), dataset in "\\PC{0,20}", place in any::<String>()) {
            let latest = Left { dataset, place };
            prop_assert_eq!(read(&written(read(&text), latest.clone())).into_iter().next(), Some(latest));
        }
    }
}
