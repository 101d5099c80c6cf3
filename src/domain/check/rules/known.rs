//! Units that everybody knows, whether a dataset names them or not.

use rust_decimal::Decimal;

use crate::domain::dataset::UnitKind;

/// A well-known unit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Known {
    /// So many square metres: numerator and denominator.
    Area(u32, u32),
    /// So many months.
    Months(u32),
    /// So many seconds. Months and days have no common measure.
    Seconds(u32),
    /// A currency; there are no rates.
    Money(&'static str),
}

const AREAS: [(u32, u32, &[&str]); 4] = [
    (1, 1, &["平方米", "平米", "㎡", "m²", "m2", "square metre", "square meter", "sq m", "sqm"]),
    (10_000, 1, &["公顷", "hectare", "ha"]),
    (1_000_000, 1, &["平方公里", "平方千米", "km²", "km2", "square kilometre", "square kilometer", "sq km"]),
    (10_000, 15, &["亩", "mu"]),
];

const MONTHS: [(u32, &[&str]); 3] =
    [(12, &["年", "周年", "个年头", "year"]), (3, &["个季度", "季度", "quarter"]), (1, &["个月", "月", "month"])];

const SECONDS: [(u32, &[&str]); 5] = [
    (604_800, &["周", "个星期", "星期", "week"]),
    (86_400, &["天", "日", "个工作日", "工作日", "day"]),
    (3600, &["小时", "个小时", "hour"]),
    (60, &["分钟", "minute"]),
    (1, &["秒", "秒钟", "second"]),
];

const CURRENCIES: [(&str, &[&str]); 7] = [
    ("CNY", &["元", "元人民币", "人民币", "人民币元", "yuan", "rmb", "cny", "renminbi"]),
    ("USD", &["美元", "us dollar", "usd", "dollar"]),
    ("HKD", &["港元", "港币", "hk dollar", "hong kong dollar", "hkd"]),
    ("EUR", &["欧元", "euro", "eur"]),
    ("JPY", &["日元", "yen", "jpy"]),
    ("GBP", &["英镑", "pound", "gbp"]),
    ("MOP", &["澳门元", "澳元", "pataca", "mop"]),
];

/// Names in which 千 or 百 belongs to a unit of its own.
const METRIC: [&str; 10] = ["千米", "千克", "千瓦", "千卡", "千帕", "千伏", "千赫", "千兆", "千字节", "百帕"];

/// The well-known unit of that name, without letter case and the s of a plural.
pub(super) fn find(name: &str) -> Option<Known> {
    let area = AREAS.iter().find(|(_, _, names)| names.contains(&name)).map(|(num, den, _)| Known::Area(*num, *den));
    let months = || MONTHS.iter().find(|(_, names)| names.contains(&name)).map(|(count, _)| Known::Months(*count));
    let seconds = || SECONDS.iter().find(|(_, names)| names.contains(&name)).map(|(count, _)| Known::Seconds(*count));
    let money = || CURRENCIES.iter().find(|(_, names)| names.contains(&name)).map(|(code, _)| Known::Money(code));
    area.or_else(months).or_else(seconds).or_else(money)
}

impl Known {
    pub(super) fn kind(self) -> UnitKind {
        match self {
            Self::Area(..) => UnitKind::Area,
            Self::Months(_) | Self::Seconds(_) => UnitKind::Duration,
            Self::Money(_) => UnitKind::Money,
        }
    }
}

/// Whether so many of one unit are so many of another; exact, by cross-multiplication.
pub(super) fn same(unit: &Known, count: Decimal, other: &Known, other_count: Decimal) -> bool {
    let (left, right) = match (*unit, *other) {
        (Known::Area(num, den), Known::Area(other_num, other_den)) => {
            (u64::from(num) * u64::from(other_den), u64::from(other_num) * u64::from(den))
        }
        (Known::Months(left), Known::Months(right)) | (Known::Seconds(left), Known::Seconds(right)) => {
            (left.into(), right.into())
        }
        (Known::Money(left), Known::Money(right)) if left == right => (1, 1),
        _ => return false,
    };
    match (count.checked_mul(left.into()), other_count.checked_mul(right.into())) {
        (Some(left), Some(right)) => left == right,
        _ => true,
    }
}

/// Whether differences of shares are counted in it.
pub(super) fn is_percentage_point(name: &str) -> bool {
    name.starts_with("个百分点") || name.starts_with("百分点") || name.starts_with("percentage point") || name == "pp"
}

/// Whether a name begins with a metric prefix instead of a number.
pub(super) fn begins_with_metric_prefix(name: &str) -> bool {
    METRIC.iter().any(|word| name.starts_with(word))
}
