//! How a figure is shown: its digits, its scale word, its bound and its unit, in either language.
//!
//! The rules are those of "Rules for figures" in the design. Everything is computed on exact decimals; rounding is half
//! away from zero (四舍五入) and comes before the choice of 万, 亿, K, M. A bound stays true: what is over a value is
//! rounded down, what is at most a value is rounded up.

use rust_decimal::Decimal;

use super::change::Change;
use super::dataset::{Unit, UnitKind};
use super::district::District;
use super::metric::{Bound, Metric, Rank};
use super::text::Lang;

mod digits;
mod ranks;
mod scale;
#[cfg(test)]
mod tests;
mod units;

use digits::Way;
pub use scale::Scale;
pub(super) use units::is_plainer;

/// How many digits are shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Notation {
    /// At most two decimals, with 万 亿 or K M B.
    #[default]
    Compact,
    /// Every digit.
    Exact,
}

impl Notation {
    /// The other notation.
    pub fn toggled(self) -> Self {
        match self {
            Self::Compact => Self::Exact,
            Self::Exact => Self::Compact,
        }
    }
}

/// The language and the notation that figures are shown in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct Format {
    /// The language of scale words, bounds and units.
    pub lang: Lang,
    /// Compact or exact.
    pub notation: Notation,
}

/// A value as it is shown, in its parts.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Figure {
    /// The word of the bound, such as 超; empty where the value is exact or the number says it (`前4`, `top 4`).
    pub bound: String,
    /// The number with what belongs to it: sign, scale word, `%`, 倍, 第.
    pub number: String,
    /// The name of the unit; empty for shares, multiples and ranks.
    pub unit: String,
    /// Whether digits were lost; the card then marks the figure with ≈.
    pub rounded: bool,
    lang: Lang,
}

/// The bound of what is counted the other way round.
fn turned(bound: Bound) -> Bound {
    match bound {
        Bound::Over => Bound::AtMost,
        Bound::AtMost => Bound::Over,
        other => other,
    }
}

/// A change as it is shown, in its parts.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct ChangeText {
    /// How much: a percentage, percentage points, or a difference in the unit.
    pub amount: String,
    /// The difference in the unit, where the amount is a percentage.
    pub difference: Option<String>,
    /// The value that it is measured from, in full.
    pub base: String,
    /// The same without its unit.
    pub base_short: String,
}

impl Figure {
    /// The whole figure: `超6万人次`, `over 60,000 visits`.
    pub fn text(&self) -> String {
        self.join(&[&self.bound, &self.number, &self.unit])
    }

    /// The figure without its unit: `超6万`, `over 60,000`. `%`, 倍 and × stay, for without them it is another value.
    pub fn short(&self) -> String {
        self.join(&[&self.bound, &self.number])
    }

    /// Chinese joins without blanks, English with one.
    fn join(&self, parts: &[&str]) -> String {
        let parts: Vec<&str> = parts.iter().copied().filter(|part| !part.is_empty()).collect();
        parts.join(match self.lang {
            Lang::Zh => "",
            Lang::En => " ",
        })
    }
}

impl Format {
    /// A value with its bound, in its unit. Shares are fractions of one and show as percent.
    pub fn figure(self, value: Decimal, bound: Bound, unit: &Unit) -> Figure {
        let (value, name, scaled) = self.told_in(value, unit);
        let number =
            |it| if scaled { self.at_scale_by(it, Scale::One, bound.into()) } else { self.number_by(it, bound.into()) };
        self.build(value, bound, (unit, name), number)
    }

    /// The same beside others on an axis with this scale. Shares, multiples and ranks have no scale and ignore it.
    pub fn figure_at(self, value: Decimal, bound: Bound, unit: &Unit, scale: Scale) -> Figure {
        let (value, name, scaled) = self.told_in(value, unit);
        let scale = if scaled { Scale::One } else { scale };
        self.build(value, bound, (unit, name), |it| self.on_axis(it, scale, bound.into()))
    }

    /// The value of a metric; `None` where it has none.
    pub fn metric(self, district: &District, metric: &Metric) -> Option<Figure> {
        let value = metric.value?.0;
        if let Some(unit) = district.unit(&metric.unit) {
            return Some(self.figure(value, metric.bound, unit));
        }
        // Checking reports a unit that is not there; its id is still better than a number without one.
        let (number, rounded) = self.number(value);
        let bound = self.bound_word(metric.bound).to_owned();
        Some(Figure { bound, number, unit: metric.unit.to_string(), rounded, lang: self.lang })
    }

    fn build(
        self,
        value: Decimal,
        bound: Bound,
        (unit, name): (&Unit, &str),
        number: impl Fn(Decimal) -> (String, bool),
    ) -> Figure {
        let figure = |(number, rounded): (String, bool), unit: &str| Figure {
            bound: self.bound_word(bound).to_owned(),
            number,
            unit: unit.to_owned(),
            rounded,
            lang: self.lang,
        };
        match unit.kind {
            UnitKind::Share => figure(self.percent(value, bound.into()), ""),
            UnitKind::Multiple => figure(self.times(value, bound.into()), ""),
            UnitKind::Rank => {
                let (word, number) = self.place(&self.digits(value), bound);
                Figure { bound: word.to_owned(), ..figure((number, false), "") }
            }
            UnitKind::Count | UnitKind::Money | UnitKind::Area | UnitKind::Duration => figure(number(value), name),
        }
    }

    /// A fraction of one as percent, without a scale word: 1万% is no way to write. Short of the whole is never 100%.
    fn percent(self, value: Decimal, way: Way) -> (String, bool) {
        let Some(percent) = digits::hundredfold(value) else {
            // Too large for a hundred times it to be held: the same value as a multiple.
            return self.times(value, way);
        };
        let (mut number, mut rounded) = self.at_scale_by(percent, Scale::One, way);
        if value < Decimal::ONE && number == "100" {
            (number, rounded) = self.at_scale_by(percent, Scale::One, Way::Down);
        }
        (number + "%", rounded)
    }

    /// A ratio as 倍 or ×.
    fn times(self, value: Decimal, way: Way) -> (String, bool) {
        let (number, rounded) = self.number_by(value, way);
        let mark = match self.lang {
            Lang::Zh => "倍",
            Lang::En => "×",
        };
        (number + mark, rounded)
    }

    /// The word before a bounded number: 超, `over`; empty for an exact one.
    pub fn bound_word(self, bound: Bound) -> &'static str {
        match (self.lang, bound) {
            (_, Bound::Exact) => "",
            (Lang::Zh, Bound::About) => "约",
            (Lang::Zh, Bound::Nearly) => "近",
            (Lang::Zh, Bound::Over) => "超",
            (Lang::Zh, Bound::AtMost) => "不超过",
            (Lang::En, Bound::About) => "about",
            (Lang::En, Bound::Nearly) => "nearly",
            (Lang::En, Bound::Over) => "over",
            (Lang::En, Bound::AtMost) => "at most",
        }
    }

    /// The change between two values of one unit, signed: `+5.31万户`, `−3 pp`. Shares differ in percentage points, never
    /// in percent. Ranks move up or down, for a smaller number is a better place. A difference that cannot be held (both
    /// values near the end of 28 digits, of unlike sign) is `—`.
    pub fn difference(self, from: Decimal, to: Decimal, unit: &Unit) -> String {
        let delta = to.checked_sub(from);
        let delta = if unit.kind == UnitKind::Share { delta.and_then(digits::hundredfold) } else { delta };
        let Some(delta) = delta else {
            return "—".to_owned();
        };
        if unit.kind == UnitKind::Rank {
            return self.moved(delta);
        }
        let plus = if delta > Decimal::ZERO { "+" } else { "" };
        match (unit.kind, self.lang) {
            (UnitKind::Multiple, _) => return format!("{plus}{}", self.times(delta, Way::Nearest).0),
            (UnitKind::Share, Lang::Zh) => return format!("{plus}{}个百分点", self.at_scale(delta, Scale::One).0),
            (UnitKind::Share, Lang::En) => return format!("{plus}{} pp", self.at_scale(delta, Scale::One).0),
            _ => {}
        }
        let (delta, name, scaled) = self.told_in(delta, unit);
        let number = if scaled { self.at_scale(delta, Scale::One).0 } else { self.number(delta).0 };
        match self.lang {
            Lang::Zh => format!("{plus}{number}{name}"),
            Lang::En => format!("{plus}{number} {name}"),
        }
    }

    /// A change year on year: `+5.2%` with the difference beside it, or the difference alone where no percentage says how
    /// much; `持平`, `no change` where there is none. The base belongs to it and is always given along.
    pub fn change(self, change: &Change, unit: &Unit) -> ChangeText {
        let difference = if change.base == change.value {
            match self.lang {
                Lang::Zh => "持平".to_owned(),
                Lang::En => "no change".to_owned(),
            }
        } else {
            // A smaller place is a rise: what the place is at most, the rise is at least.
            let fell = (change.value < change.base) != (unit.kind == UnitKind::Rank);
            let bound = if unit.kind == UnitKind::Rank { turned(change.bound) } else { change.bound };
            self.known_to(bound, fell, self.difference(change.base, change.value, unit))
        };
        let part = change.relative.filter(|part| !part.is_zero()).and_then(digits::hundredfold).map(|part| {
            let plus = if part > Decimal::ZERO { "+" } else { "" };
            // Digits without end are no more exact for being shown.
            let compact = Self { notation: Notation::Compact, ..self };
            let mut number = compact.at_scale(part, Scale::One).0;
            // What is left of it is not nothing.
            if !change.value.is_zero() && number == "−100" {
                number = compact.at_scale_by(part, Scale::One, Way::Up).0;
            }
            self.known_to(change.bound, part < Decimal::ZERO, format!("{plus}{number}%"))
        });
        let base = self.figure(change.base, change.base_bound, unit);
        let (amount, difference) = match part {
            Some(part) => (part, Some(difference)),
            None => (difference, None),
        };
        ChangeText { amount, difference, base: base.text(), base_short: base.short() }
    }

    /// How far a value is from its target, signed, and as far as its bound lets it be known: `−6家`, `至少低2天`, `at most 0.4
    /// minutes above`; empty where the two are one number.
    pub fn gap(self, target: Decimal, value: Decimal, bound: Bound, unit: &Unit) -> String {
        if value == target {
            return String::new();
        }
        let difference = self.difference(target, value, unit);
        let below = value < target;
        if unit.kind == UnitKind::Rank {
            return self.known_to(turned(bound), !below, difference);
        }
        let Some(word) = self.known_word(if below { turned(bound) } else { bound }) else { return difference };
        let size = difference.trim_start_matches(['+', '−']);
        match (self.lang, below) {
            (Lang::Zh, true) => format!("{word}低{size}"),
            (Lang::Zh, false) => format!("{word}高{size}"),
            (Lang::En, true) => format!("{word} {size} below"),
            (Lang::En, false) => format!("{word} {size} above"),
        }
    }

    /// What the size of a difference is known to, in a word; none where it is known.
    fn known_word(self, bound: Bound) -> Option<&'static str> {
        match (self.lang, bound) {
            (_, Bound::Exact) => None,
            (Lang::Zh, Bound::About | Bound::Nearly) => Some("约"),
            (Lang::Zh, Bound::Over) => Some("至少"),
            (Lang::Zh, Bound::AtMost) => Some("至多"),
            (Lang::En, Bound::About | Bound::Nearly) => Some("about"),
            (Lang::En, Bound::Over) => Some("at least"),
            (Lang::En, Bound::AtMost) => Some("at most"),
        }
    }

    /// A difference with the word that says what its size is known to: of a fall, what the difference is at most the fall is
    /// at least. The way is told by a word then, `至少降4%`, `down at least 4%`: at least −4% would be a fall of 4% or less.
    fn known_to(self, bound: Bound, fell: bool, difference: String) -> String {
        let Some(word) = self.known_word(if fell { turned(bound) } else { bound }) else { return difference };
        // Places say the way themselves, in Chinese already where it belongs.
        let size = ["+", "−", "up ", "down "].iter().find_map(|way| difference.strip_prefix(way));
        match (self.lang, size, fell) {
            (Lang::Zh, Some(size), false) => format!("{word}增{size}"),
            (Lang::Zh, Some(size), true) => format!("{word}降{size}"),
            (Lang::Zh, None, _) => format!("{word}{difference}"),
            (Lang::En, Some(size), false) => format!("up {word} {size}"),
            (Lang::En, Some(size), true) => format!("down {word} {size}"),
            (Lang::En, None, _) => format!("{word} {difference}"),
        }
    }

    /// A place in a comparison: `全国第2 / 100`, `全市第1（连续4年）`, `No. 2 of 100 nationwide`, `top 4 nationwide`.
    pub fn rank(self, rank: &Rank) -> String {
        ranks::text(self, rank)
    }
}
