//! The headline of a step, and how much of the screen it takes.

use ratatui::layout::Rect;

use super::body::Body;
use super::regions::Regions;
use crate::domain::District;
use crate::domain::Lang;
use crate::ui::big::{Headline, Plan, Size};

/// As text a headline takes so many lines at the most.
const LINES: u16 = 4;

/// The names of units, which are not torn at the end of a line.
pub(super) fn units(district: &District, lang: Lang) -> Vec<&str> {
    district.data().units.iter().map(|unit| unit.name.get(lang)).collect()
}

/// Whether a headline is drawn in big characters.
pub(super) fn is_big(plan: &Plan) -> bool {
    matches!(plan.size(), Size::Drawn(..))
}

/// The largest headline that leaves the body the room that it needs, and takes no more rows than what it heads; else one of
/// more rows. Where the body never has enough, the smallest one.
pub(super) fn plan(headline: &Headline<'_>, regions: &Regions, body: &dyn Body) -> Plan {
    let text = written(headline, regions.inner.width, regions.inner.height);
    let least = regions.body(text.rows());
    let best = body.class(least.width, least.height);
    // What has no room under any headline is no reason for a small one.
    let bare = body.flaws(least.width, least.height);
    let fits = |plan: &Plan| {
        let Rect { width, height, .. } = regions.body(plan.rows());
        let lines = u16::try_from(plan.size().rows()).unwrap_or(u16::MAX);
        let smaller = body.largest(width, height).is_none_or(|rows| rows >= lines);
        let mut flaws = body.flaws(width, height).into_iter();
        let as_well = body.class(width, height) >= best;
        smaller && as_well && flaws.all(|flaw| flaw.is_small() && bare.contains(&flaw))
    };
    let lighter = |plan: &Plan| {
        let Rect { width, height, .. } = regions.body(plan.rows());
        body.weight(width, height).is_none_or(|rows| rows >= plan.rows())
    };
    let mut heavy = None;
    // Somewhat less than half: what is told is larger than its name.
    let mut most = u32::from(regions.inner.height) * 11 / 20;
    while let Ok(rows) = u16::try_from(most) {
        let plan = headline.fit(regions.inner.width, rows);
        if rows == 0 || !is_big(&plan) {
            break;
        }
        most = u32::from(plan.rows()).saturating_sub(1);
        if fits(&plan) {
            if lighter(&plan) {
                return plan;
            }
            heavy.get_or_insert(plan);
        }
    }
    heavy.unwrap_or(text)
}

/// The headline as bold text, in as few lines as hold all of it.
fn written(headline: &Headline<'_>, width: u16, height: u16) -> Plan {
    let most = LINES.min(height.div_ceil(2)).max(1);
    let plans = (1..=most).map(|rows| headline.fit(width, rows));
    let mut last = None;
    for plan in plans {
        if plan.is_whole() {
            return plan;
        }
        last = Some(plan);
    }
    last.unwrap_or_else(|| headline.fit(width, 1))
}
