//! Units whose names begin with a scale: 万元, `hundred million yuan`.

use rust_decimal::Decimal;

use super::Format;
use crate::domain::dataset::{Plain, Unit};
use crate::domain::decimal::exact_product;
use crate::domain::text::{Lang, Text};

/// Whether the name of a unit begins with a scale of its own, as 万元, `hundred million yuan` or `10,000 people`: another
/// scale word before it would be read as one with it.
fn is_scaled(name: &Text, lang: Lang) -> bool {
    let name = name.get(lang).trim_start();
    match lang {
        // 千 is no scale that is written: 5.26万千瓦.
        Lang::Zh => name.starts_with(['万', '亿']),
        Lang::En => {
            let word = name.split_whitespace().next().unwrap_or_default().to_lowercase();
            let scales = ["ten", "hundred", "thousand", "million", "billion", "trillion"];
            name.starts_with(|c: char| c.is_ascii_digit()) || scales.contains(&word.as_str())
        }
    }
}

/// Whether figures are better told in the base of their unit: the name of the unit brings a scale, that of the base none.
pub(in crate::domain) fn is_plainer(base: &Unit, unit: &Unit) -> bool {
    is_scaled(&unit.name, Lang::En) && !is_scaled(&base.name, Lang::En)
}

/// The unit that a figure is told in instead of its own. 亿元 is how money is told in Chinese; in English nobody writes 26.9
/// hundred million yuan, and 2.69B yuan is the same.
fn plain(unit: &Unit, lang: Lang) -> Option<&Plain> {
    unit.plain.as_ref().filter(|_| lang == Lang::En)
}

impl Format {
    /// The name of the unit that figures of this one are told in.
    pub fn unit_name(self, unit: &Unit) -> &str {
        plain(unit, self.lang).map_or(&unit.name, |plain| &plain.name).get(self.lang)
    }

    /// A value in the unit that it is told in, the name of that, and whether the name brings a scale. A value that cannot be
    /// held there with every digit stays in its own unit.
    pub(super) fn told_in(self, value: Decimal, unit: &Unit) -> (Decimal, &str, bool) {
        let converted =
            plain(unit, self.lang).and_then(|plain| Some((exact_product(value, plain.factor)?, &plain.name)));
        match converted {
            Some((value, name)) => (value, name.get(self.lang), false),
            None => (value, unit.name.get(self.lang), is_scaled(&unit.name, self.lang)),
        }
    }
}
