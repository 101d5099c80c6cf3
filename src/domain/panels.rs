//! Which metrics share a chart: those in one unit, or in units of one dimension.

use std::collections::HashMap;

use rust_decimal::Decimal;

use super::dataset::{Level, Unit, UnitKind};
use super::dimension::base_of;
use super::district::District;
use super::metric::Metric;

/// A chart's worth of metrics, all in one unit.
#[derive(Debug, Clone, PartialEq)]
pub struct Panel<'a> {
    /// The unit of the axis.
    pub unit: &'a Unit,
    /// The metrics, the largest value first.
    pub rows: Vec<PanelRow<'a>>,
    /// The units that were converted into `unit`; a chart says so.
    pub converted: Vec<&'a Unit>,
}

/// One metric on a chart.
#[derive(Debug, Clone, PartialEq)]
pub struct PanelRow<'a> {
    /// The metric.
    pub metric: &'a Metric,
    /// Its value in the unit of the panel.
    pub value: Decimal,
    /// Whether the value was converted from another unit.
    pub converted: bool,
}

/// A panel that is being filled: values stay in their own units until it is known whether there are several.
struct Draft<'a> {
    base: &'a Unit,
    rows: Vec<(&'a Metric, &'a Unit, Decimal, Decimal)>,
}

/// Groups metrics into panels, one a unit; those with the most rows first, and else in the order of the metrics.
///
/// Units of one dimension share a panel in their base unit. Where all rows are in one unit they stay in it, base or not:
/// 107 hectares alone are not told in square metres. Left out are metrics without a value, those whose unit is not in the
/// dataset, and ranks, which are never drawn from zero (see [`ranks`]).
pub fn panels<'a>(district: &'a District, metrics: impl Iterator<Item = &'a Metric>) -> Vec<Panel<'a>> {
    let mut drafts: Vec<Draft<'a>> = Vec::new();
    let mut places: HashMap<&'a str, usize> = HashMap::new();
    for metric in metrics {
        let (Some(value), Some(unit)) = (metric.value, district.unit(&metric.unit)) else { continue };
        if unit.kind == UnitKind::Rank {
            continue;
        }
        let (base, factor) = base_of(district, unit);
        // A value that cannot be held in the base unit keeps its own, in a panel of its own.
        let (base, in_base) = value.0.checked_mul(factor).map_or((unit, value.0), |converted| (base, converted));
        let place = *places.entry(base.id.as_str()).or_insert(drafts.len());
        if place == drafts.len() {
            drafts.push(Draft { base, rows: Vec::new() });
        }
        if let Some(draft) = drafts.get_mut(place) {
            draft.rows.push((metric, unit, value.0, in_base));
        }
    }
    let mut panels: Vec<Panel<'a>> = drafts.into_iter().map(finish).collect();
    panels.sort_by_key(|panel| std::cmp::Reverse(panel.rows.len()));
    panels
}

/// Converts the rows where they are in several units, and ranks them by value, ties in the order of the file.
fn finish(draft: Draft<'_>) -> Panel<'_> {
    let first = draft.rows.first().map_or(draft.base, |(_, unit, ..)| *unit);
    let alike = draft.rows.iter().all(|(_, unit, ..)| unit.id == first.id);
    let unit = if alike { first } else { draft.base };
    let mut converted: Vec<&Unit> = Vec::new();
    let mut rows = Vec::with_capacity(draft.rows.len());
    for (metric, own, value, in_base) in draft.rows {
        let other = own.id != unit.id;
        if other && !converted.iter().any(|it| it.id == own.id) {
            converted.push(own);
        }
        rows.push(PanelRow { metric, value: if alike { value } else { in_base }, converted: other });
    }
    rows.sort_by_key(|row| std::cmp::Reverse(row.value));
    Panel { unit, rows, converted }
}

/// The metrics that hold a place in a comparison: the best level first (none last), then by position, ties in the order
/// given. A metric whose unit is a rank holds its value as a place.
pub fn ranks<'a>(district: &'a District, metrics: impl Iterator<Item = &'a Metric>) -> Vec<&'a Metric> {
    let mut placed: Vec<_> = metrics.filter_map(|metric| Some((place(district, metric)?, metric))).collect();
    placed.sort_by_key(|(place, _)| *place);
    placed.into_iter().map(|(_, metric)| metric).collect()
}

/// The place that a metric holds, as a key that sorts the best first: the level (3 where it is not known) and the
/// position. `None` where it holds none.
pub fn place(district: &District, metric: &Metric) -> Option<(usize, Decimal)> {
    match &metric.rank {
        Some(rank) => {
            let level = rank.level.and_then(|level| Level::ALL.iter().position(|it| *it == level));
            Some((level.unwrap_or(Level::ALL.len()), rank.position.into()))
        }
        None if district.unit(&metric.unit)?.kind == UnitKind::Rank => Some((Level::ALL.len(), metric.value?.0)),
        None => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn district(units: &str, metrics: &[(&str, &str, &str, &str)]) -> District {
        let metrics: Vec<String> = metrics
            .iter()
            .map(|(id, unit, value, more)| {
                format!(r#"{{"id":"{id}","name":"{id}","unit":"{unit}","value":{value}{more}}}"#)
            })
            .collect();
        let json = format!(
            r#"{{"schema_version":1,"id":"d","title":"d","district":"d","sources":[],"actions":[],
                "period":{{"from":"2024-01-01","to":"2024-12-31"}},"units":[{units}],"metrics":[{}]}}"#,
            metrics.join(",")
        );
        District::new(serde_json::from_str(&json).unwrap())
    }

    const UNITS: &str = r#"
        {"id":"home","name":"户","kind":"count"},
        {"id":"m2","name":"m²","kind":"area"},
        {"id":"hectare","name":"公顷","kind":"area","base":{"unit":"m2","factor":10000}},
        {"id":"km2","name":"km²","kind":"area","base":{"unit":"hectare","factor":100}},
        {"id":"place","name":"名","kind":"rank"},
        {"id":"round","name":"圈","kind":"count","base":{"unit":"ring","factor":2}},
        {"id":"ring","name":"环","kind":"count","base":{"unit":"round","factor":2}},
        {"id":"odd","name":"怪","kind":"money","base":{"unit":"home","factor":2}},
        {"id":"none","name":"零","kind":"count","base":{"unit":"home","factor":0}}"#;

    /// Unit; id, value and whether converted of each row; converted units.
    type Shape = (String, Vec<(String, String, bool)>, Vec<String>);

    fn shape(district: &District) -> Vec<Shape> {
        panels(district, district.data().metrics.iter())
            .into_iter()
            .map(|panel| {
                let row =
                    |row: &PanelRow<'_>| (row.metric.id.to_string(), row.value.normalize().to_string(), row.converted);
                (
                    panel.unit.id.to_string(),
                    panel.rows.iter().map(row).collect(),
                    panel.converted.iter().map(|unit| unit.id.to_string()).collect(),
                )
            })
            .collect()
    }

    fn row(id: &str, value: &str, converted: bool) -> (String, String, bool) {
        (id.to_owned(), value.to_owned(), converted)
    }

    #[test]
    fn units_of_one_dimension_share_a_panel_in_the_base_unit() {
        let district = district(
            UNITS,
            &[
                ("homes", "home", "5", ""),
                ("small", "m2", "3476000", ""),
                ("large", "km2", "2", ""),
                ("middle", "hectare", "107", ""),
                ("unknown", "hectare", "null", ""),
                ("first", "place", "1", ""),
            ],
        );
        let areas = vec![row("small", "3476000", false), row("large", "2000000", true), row("middle", "1070000", true)];
        assert_eq!(
            shape(&district),
            [
                ("m2".to_owned(), areas, vec!["km2".to_owned(), "hectare".to_owned()]),
                ("home".to_owned(), vec![row("homes", "5", false)], vec![]),
            ]
        );
    }

    #[test]
    fn one_unit_alone_is_not_converted() {
        let district =
            district(UNITS, &[("a", "hectare", "107", ""), ("b", "hectare", "-3", ""), ("c", "home", "1", "")]);
        let hectares = vec![row("a", "107", false), row("b", "-3", false)];
        assert_eq!(
            shape(&district),
            [("hectare".to_owned(), hectares, vec![]), ("home".to_owned(), vec![row("c", "1", false)], vec![])]
        );
    }

    #[test]
    fn a_chain_that_cannot_be_followed_leaves_the_unit_alone() {
        let metrics = [
            ("a", "round", "1", ""),
            ("b", "ring", "1", ""),
            ("c", "odd", "1", ""),
            ("d", "none", "1", ""),
            ("e", "home", "1", ""),
            ("f", "nowhere", "1", ""),
        ];
        let district = district(UNITS, &metrics);
        let units: Vec<String> = shape(&district).into_iter().map(|(unit, ..)| unit).collect();
        assert_eq!(units, ["round", "ring", "odd", "none", "home"]);
    }

    #[test]
    fn a_value_too_large_for_the_base_unit_keeps_its_own() {
        let huge = "9999999999999999999999999999";
        let district = district(UNITS, &[("a", "m2", "1", ""), ("b", "hectare", &format!("\"{huge}\""), "")]);
        assert_eq!(
            shape(&district),
            [
                ("m2".to_owned(), vec![row("a", "1", false)], vec![]),
                ("hectare".to_owned(), vec![row("b", huge, false)], vec![]),
            ]
        );
    }

    #[test]
    fn equal_values_are_in_the_order_of_the_file() {
        let district = district(UNITS, &[("b", "home", "1", ""), ("a", "home", "1.0", ""), ("c", "home", "2", "")]);
        let rows: Vec<String> = shape(&district).remove(0).1.into_iter().map(|(id, ..)| id).collect();
        assert_eq!(rows, ["c", "b", "a"]);
    }

    #[test]
    fn ranks_begin_with_the_highest_level() {
        let metrics = [
            ("bare", "place", "1", ""),
            ("none", "place", "null", ""),
            ("plain", "home", "9", ""),
            ("city", "home", "1", r#","rank":{"position":1,"level":"city"}"#),
            ("nation", "home", "1", r#","rank":{"position":5,"level":"nation"}"#),
            ("best", "home", "null", r#","rank":{"position":2,"level":"nation"}"#),
            ("anywhere", "home", "1", r#","rank":{"position":1}"#),
        ];
        let district = district(UNITS, &metrics);
        let ids: Vec<&str> =
            ranks(&district, district.data().metrics.iter()).into_iter().map(|metric| metric.id.as_str()).collect();
        assert_eq!(ids, ["best", "nation", "city", "bare", "anywhere"]);
    }
}
