//! The axis of a bullet graph: the bar from zero, the marks on it, and the zones under it.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use rust_decimal::prelude::ToPrimitive;

use super::bullet::{Bullet, Zone};
use super::scale::{self, EIGHTHS, Length, Weight};
use crate::domain::Decimal;
use crate::model::Markers;
use crate::ui::theme::{Role, Theme};
use crate::ui::{draw, text};

/// The shortest that the longest bar may be.
const LEAST: u16 = 8;

/// Blank cells between two figures.
const GAP: u16 = 1;

/// Cells behind the last mark, for the sign of a bound and for zones that go on.
const SPARE: u16 = 2;

/// The characters of a bullet graph.
pub(super) struct Signs {
    pub(super) bar: &'static str,
    pub(super) target: &'static str,
    pub(super) last: &'static str,
    zero: &'static str,
}

impl Signs {
    /// Those of a set.
    pub(super) fn of(markers: Markers) -> Self {
        match markers {
            Markers::Ascii => Self { bar: "=", target: "T", last: "^", zero: "|" },
            Markers::Braille | Markers::Block => Self { bar: "█", target: "┃", last: "▴", zero: "│" },
        }
    }
}

/// Where zero is, and how long the longest bar is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Reach {
    /// The first column, and the one behind the last.
    ends: (u16, u16),
    /// The column that positive bars start in; negative ones end before the zero line at its left.
    zero: u16,
    /// Whether there are negative values, and so a line at zero.
    signed: bool,
    /// The largest value without its sign.
    full: Decimal,
    /// The cells that it takes.
    cells: u16,
}

impl Reach {
    /// The axis for these values; `None` where the longest bar would be too short to say anything.
    pub(super) fn of(values: impl Iterator<Item = Decimal>, x: u16, width: u16) -> Option<Self> {
        let (low, top) = values
            .fold((Decimal::ZERO, Decimal::ZERO), |(low, top): (Decimal, Decimal), it| (low.min(it), top.max(it)));
        let (full, ends) = (top.max(low.abs()), (x, x.saturating_add(width)));
        let reach = if low.is_zero() {
            Self { ends, zero: x, signed: false, full, cells: width.checked_sub(SPARE)? }
        } else {
            let room = width.checked_sub(1 + 2 * SPARE)?;
            let both = scale::ratio(top, full) + scale::ratio(low, full);
            // The longer side is rounded down, so that the other, on the same scale, fits into what is left.
            let longer = Decimal::from(room).checked_div(both)?.floor().to_u16()?;
            let longer = if top.is_zero() { room } else { longer.min(room.saturating_sub(1)) };
            let back = if full == top { room - longer } else { longer };
            Self { ends, zero: x.saturating_add(SPARE + back + 1), signed: true, full, cells: longer }
        };
        (reach.cells >= LEAST).then_some(reach)
    }

    fn length(&self, value: Decimal) -> u32 {
        scale::eighths(value, self.full, self.cells)
    }

    /// The cell that a bar of this value ends in; a mark for the value stands there.
    pub(super) fn mark(&self, value: Decimal) -> u16 {
        let cells = u16::try_from(self.length(value).div_ceil(EIGHTHS)).unwrap_or(u16::MAX);
        let line = self.zero.saturating_sub(u16::from(self.signed));
        if value < Decimal::ZERO {
            line.saturating_sub(cells)
        } else if cells == 0 {
            line
        } else {
            self.zero.saturating_add(cells - 1)
        }
    }

    /// The first cell of a zone that begins at this value, which is the one behind a zone that ends there.
    fn edge(&self, value: Decimal) -> u16 {
        let cells = u16::try_from((self.length(value) + EIGHTHS / 2) / EIGHTHS).unwrap_or(u16::MAX);
        if value < Decimal::ZERO {
            self.zero.saturating_sub(cells.saturating_add(1))
        } else {
            self.zero.saturating_add(cells)
        }
    }

    /// Draws the bar with the target across it in row `y`, and the zones with last year's mark in the row below.
    pub(super) fn draw(&self, row: &Bullet, y: u16, buf: &mut Buffer, theme: &Theme) {
        let signs = Signs::of(theme.markers());
        for (zone, (from, to)) in row.zones.iter().zip(self.zones(row)) {
            for x in from..to {
                put(buf, x, y + 1, zone.kind.tone().fill(theme.markers()), theme.style(Role::Faint));
            }
        }
        if self.signed {
            for y in [y, y + 1] {
                put(buf, self.zero.saturating_sub(1), y, signs.zero, theme.style(Role::Faint));
            }
        }
        let end = row.value.map(|value| self.draw_bar(value, y, theme.style(row.role), buf, theme.markers()));
        if let Some(target) = &row.target {
            put(buf, self.mark(target.value), y, signs.target, theme.style(Role::Strong));
        }
        // In a cell with the target the sign of a bound takes its place; the words under the bar name both.
        if let Some(end) = end {
            let back = row.value.is_some_and(|value| value < Decimal::ZERO);
            draw::put(buf, end, y, 1, row.mark.sign(back, theme.markers()), theme.style(row.role));
        }
        if let Some(last) = &row.last {
            put(buf, self.mark(last.value), y + 1, signs.last, theme.style(Role::Strong));
        }
    }

    /// Draws the bar, and gives the cell behind its end.
    fn draw_bar(&self, value: Decimal, y: u16, style: Style, buf: &mut Buffer, markers: Markers) -> u16 {
        let back = value < Decimal::ZERO;
        let length = self.length(value);
        let start = if back { self.zero.saturating_sub(1) } else { self.zero };
        let weight = if markers == Markers::Ascii { Weight::Typed(Signs::of(markers).bar) } else { Weight::Full };
        weight.draw(buf, (start, y), Length { eighths: length, back, ..Length::default() }, style);
        let touched = weight.touched(length);
        if back { start.saturating_sub(touched + 1) } else { start.saturating_add(touched) }
    }

    /// The cells of the zones of a row, first and behind the last. Every zone that holds any value has a cell that can be
    /// seen, be it one of the widest.
    fn zones(&self, row: &Bullet) -> Vec<(u16, u16)> {
        let mark = row.last.as_ref().map(|last| self.mark(last.value));
        let mut least: Vec<u16> = row.zones.iter().map(|zone| u16::from(self.holds_values(zone))).collect();
        let mut cells = self.shared(&row.zones, &least);
        for _ in &row.zones {
            // The mark of last year hides a cell.
            let hides = |(from, to): &(u16, u16)| to.checked_sub(*from) == Some(1) && mark == Some(*from);
            let Some(hidden) = cells.iter().position(hides).and_then(|at| least.get_mut(at)) else { break };
            *hidden = 2;
            cells = self.shared(&row.zones, &least);
        }
        cells
    }

    /// Whether a zone holds any value that can be drawn: nothing lies below a zero that all values lie above.
    fn holds_values(&self, zone: &Zone) -> bool {
        let from = zone.from.as_ref().map(|limit| limit.value).or((!self.signed).then_some(Decimal::ZERO));
        let to = zone.to.as_ref().map(|limit| limit.value);
        from.zip(to).is_none_or(|(from, to)| from < to)
    }

    /// The cells of zones, each with at least so many as it is to have, as far as the widest has any to give.
    fn shared(&self, zones: &[Zone], least: &[u16]) -> Vec<(u16, u16)> {
        let cells = |zone: &Zone| {
            let from = zone.from.as_ref().map_or(self.ends.0, |limit| self.edge(limit.value)).max(self.ends.0);
            (from, zone.to.as_ref().map_or(self.ends.1, |limit| self.edge(limit.value)).min(self.ends.1))
        };
        let places: Vec<(u16, u16)> = zones.iter().map(cells).collect();
        let follow = places.iter().zip(places.iter().skip(1)).all(|(one, next)| one.1 == next.0);
        let widths: Option<Vec<u16>> = places.iter().map(|(from, to)| to.checked_sub(*from)).collect();
        let (Some(mut widths), true) = (widths, follow) else { return places };
        let wants = |widths: &[u16]| widths.iter().zip(least).position(|(width, least)| width < least);
        while let Some(poor) = wants(&widths) {
            let rich = widths.iter().zip(least).enumerate().filter(|(_, (width, least))| width > least);
            let Some((rich, _)) = rich.max_by_key(|(_, (width, _))| **width) else { break };
            for (at, width) in widths.iter_mut().enumerate() {
                *width = if at == poor { *width + 1 } else { *width - u16::from(at == rich) };
            }
        }
        let mut from = places.first().map_or(self.ends.0, |place| place.0);
        let next = |width: u16| {
            let start = from;
            from = from.saturating_add(width);
            (start, from)
        };
        widths.into_iter().map(next).collect()
    }

    /// Writes zero and the limits of the zones under their places, in row `y`, those that no other text says first; where
    /// they do not all have room there, zones and limits in their order, or as many limits as have.
    pub(super) fn draw_limits(&self, row: &Bullet, y: u16, buf: &mut Buffer, theme: &Theme) {
        let target = row.target.as_ref().map(|target| target.value);
        let mut limits: Vec<(Decimal, &str)> = row.limits().map(|limit| (limit.value, &*limit.figure)).collect();
        limits.push((Decimal::ZERO, "0"));
        limits.sort_by_key(|(value, _)| (Some(*value) == target, value.is_zero()));
        let needed = limits.iter().filter(|(value, _)| !value.is_zero() && Some(*value) != target).count();
        // From the left and from the right: one may find room where the other does not.
        let mut reversed = limits.clone();
        if let Some(needed) = reversed.get_mut(..needed) {
            needed.reverse();
        }
        let (left, right) = (self.arranged(&limits, y), self.arranged(&reversed, y));
        let placed = if right.len() > left.len() { right } else { left };
        let said = |(_, figure): &&(Decimal, &str)| placed.iter().any(|(_, placed)| placed == figure);
        let all = limits.iter().take(needed).all(|limit| said(&limit));
        let style = theme.style(Role::Faint);
        let (chain, width) = (row.chain(), self.ends.1.saturating_sub(self.ends.0));
        if !all && text::cells(&chain) <= width {
            draw::put(buf, self.ends.0, y, width, &chain, style);
            return;
        }
        for (place, figure) in placed {
            draw::put(buf, place.x, y, place.width, figure, style);
        }
    }

    /// Figures at places where none runs into another, as many as have room, those given first before the others.
    fn arranged<'r>(&self, limits: &[(Decimal, &'r str)], y: u16) -> Vec<(Rect, &'r str)> {
        let mut placed: Vec<(Rect, &str)> = Vec::new();
        for (value, figure) in limits {
            let near = self.places(*value, figure, y);
            let place = near.into_iter().find(|place| !placed.iter().any(|(other, _)| other.intersects(*place)));
            placed.extend(place.map(|place| (place, *figure)));
        }
        placed
    }

    /// Where a limit's figure can stand, with the blank behind it: around its place, or a little beside that.
    fn places(&self, value: Decimal, figure: &str, y: u16) -> Vec<Rect> {
        let width = text::cells(figure);
        let middle = if value.is_zero() { self.mark(value) } else { self.edge(value) };
        let Some(last) = self.ends.1.checked_sub(width).filter(|last| *last >= self.ends.0 && width > 0) else {
            return Vec::new();
        };
        let at = |x: u16| Rect { x: x.clamp(self.ends.0, last), y, width: width.saturating_add(GAP), height: 1 };
        let start = middle.saturating_sub(width / 2);
        (0..=width).flat_map(|by| [at(start.saturating_add(by)), at(start.saturating_sub(by))]).collect()
    }
}

fn put(buf: &mut Buffer, x: u16, y: u16, symbol: &str, style: Style) {
    if let Some(cell) = buf.cell_mut((x, y)) {
        cell.set_symbol(symbol).set_style(style);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::chart::{Mark, Stated, Verdict, ZoneKind, testing};
    use proptest::prelude::*;

    #[test]
    fn a_mark_stands_in_the_cell_that_a_bar_of_its_value_ends_in() {
        let values = || [100, 50, 51].map(Decimal::from).into_iter();
        let reach = Reach::of(values(), 5, 22).unwrap();
        assert_eq!(values().map(|value| reach.mark(value)).collect::<Vec<_>>(), [24, 14, 15]);
        assert_eq!((reach.mark(Decimal::ZERO), reach.edge(Decimal::ZERO)), (5, 5));
        let reach = Reach::of([Decimal::from(-100), Decimal::from(100)].into_iter(), 0, 25).unwrap();
        assert_eq!(
            (reach.mark(Decimal::from(-100)), reach.mark(Decimal::ZERO), reach.mark(Decimal::from(100))),
            (2, 12, 22)
        );
        assert!(Reach::of([Decimal::ONE].into_iter(), 0, 9).is_none());
    }

    proptest! {
        #[test]
        fn the_order_of_marks_is_that_of_values_and_they_stay_inside(
            values in prop::collection::vec(testing::decimals(), 1..8), x in 0u16..100, width in 0u16..300,
        ) {
            let Some(reach) = Reach::of(values.iter().copied(), x, width) else { return Ok(()) };
            let mut sorted = values;
            sorted.sort_unstable();
            for at in [Reach::mark, Reach::edge] {
                let cells: Vec<u16> = sorted.iter().map(|value| at(&reach, *value)).collect();
                prop_assert!(cells.is_sorted(), "{cells:?}");
                // Behind the last mark there is room for a sign, and before the first too if there are negative values.
                let first = x + u16::from(reach.signed);
                prop_assert!(cells.iter().all(|cell| (first..=x + width - SPARE).contains(cell)), "{cells:?} {reach:?}");
            }
        }

        #[test]
        fn every_zone_that_holds_values_can_be_seen(
            mut limits in prop::collection::vec(1i64..100_000, 3), last in 0i64..100_000, width in 20u16..90,
        ) {
            limits.sort_unstable();
            let stated = |value: i64| Stated { value: value.into(), figure: String::new(), whole: String::new() };
            let kinds = [ZoneKind::Missed, ZoneKind::Behind, ZoneKind::OnCourse, ZoneKind::Met];
            let zone = |(at, kind): (usize, ZoneKind)| Zone {
                from: at.checked_sub(1).map(|at| stated(limits[at])),
                to: limits.get(at).map(|limit| stated(*limit)),
                word: String::new(),
                kind,
            };
            let row = Bullet {
                label: String::new(),
                value: Some(limits[1].into()),
                figure: String::new(),
                mark: Mark::None,
                role: Role::Good,
                target: Some(stated(limits[2])),
                last: Some(stated(last)),
                zones: kinds.into_iter().enumerate().map(zone).collect(),
                better: String::new(),
                verdict: Verdict { word: String::new(), sign: String::new(), role: Role::Good },
            };
            let reach = Reach::of(row.values(), 0, width).unwrap();
            let lines = testing::lines(width, 2, |_, buf, theme| reach.draw(&row, 0, buf, theme));
            for (at, zone) in row.zones.iter().enumerate() {
                let holds = at == 0 || at == 3 || limits[at - 1] < limits[at];
                prop_assert_eq!(lines[1].contains(zone.kind.tone().fill(Markers::Braille)), holds, "{:?}", lines);
            }
            prop_assert!(reach.zones(&row).windows(2).all(|pair| pair[0].1 == pair[1].0 && pair[0].0 <= pair[0].1));
        }

        #[test]
        fn a_mark_is_within_a_cell_of_the_exact_place(value in 0i64..1_000_000, width in 12u16..300) {
            let full = Decimal::from(1_000_000);
            let reach = Reach::of([full].into_iter(), 0, width).unwrap();
            let exact = Decimal::from(value) / full * Decimal::from(width - SPARE);
            let mark = Decimal::from(reach.mark(Decimal::from(value)));
            let eighth = Decimal::new(125, 3);
            prop_assert!(mark <= exact + eighth && exact <= mark + Decimal::ONE + eighth, "{mark} {exact}");
            let edge = Decimal::from(reach.edge(Decimal::from(value)));
            prop_assert!((edge - exact).abs() <= Decimal::new(625, 3), "{edge} {exact}");
        }
    }
}
