//! Rows in large type, which may come one by one.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::{Modifier, Style};

use super::body::Body;
use super::figures;
use super::flaw::Flaw;
use super::headline::is_big;
use crate::domain::briefing::Row;
use crate::domain::{Id, Slide};
use crate::screens::parts::dated_rows;
use crate::screens::parts::honour_rows::level_word;
use crate::screens::{Context, parts as shared};
use crate::ui::big::{FigurePlan, Headline, Parts, Plan};
use crate::ui::theme::Role;
use crate::ui::{draw, text};

/// The cells before what a row begins with, for the mark of the spotlight and a blank behind it.
const MARK: u16 = 2;
/// Blanks between columns.
const GUTTER: u16 = 4;
/// The rows of a figure that is drawn, without the blank ones below it.
const DRAWN: u16 = 4;
/// The rows of a name that is drawn, without and with the tails of its letters.
const NAME: (u16, u16) = (6, 7);
/// A row is at most so high.
const HIGHEST: u16 = 7;
/// More columns than these no eye follows.
const COLUMNS: u16 = 3;

/// A page of fewer rows than these bears no large headline.
const PAGE: usize = 7;

/// What a row says.
struct Item<'a> {
    id: &'a Id,
    name: String,
    /// What has to be known of the figure; under the name, and behind it where rows have no air.
    caveat: String,
    /// The name as it is drawn, where it has the shapes.
    large: Option<Plan>,
    /// What stands at its right end, and behind that its unit.
    right: String,
    unit: String,
    role: Role,
    /// The figure, where it has one.
    parts: Option<Parts>,
    hue: Role,
}

/// The rows of a place.
pub(super) struct List<'a> {
    cx: Context<'a>,
    items: Vec<Item<'a>>,
    /// So many of them are there.
    revealed: usize,
    /// Rows come one by one, and have numbers.
    numbered: bool,
    spotlight: Option<&'a Id>,
}

/// How large rows are, the smallest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Type {
    Written,
    /// Figures are drawn.
    Figures,
    /// Names are drawn too.
    Drawn,
}

/// How rows are laid out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Layout {
    columns: u16,
    /// The cells of a column, and those that it could have.
    wide: u16,
    room: u16,
    /// The rows from one row of the list to the next.
    pitch: u16,
    /// The rows of the list that a column has, and how many have no room at all.
    deep: u16,
    hidden: usize,
    /// Rows that come one by one take pages of so many where they have no room together; 0 where they have.
    page: usize,
    /// The cells of what stands right, and of the units behind.
    right: u16,
    unit: u16,
    kind: Type,
    /// Figures that are drawn take so many cells, their digits from so many on.
    drawn: (u16, u16),
    /// The cells before the names.
    inset: u16,
}

impl<'a> List<'a> {
    /// The rows of a step, so many of which are there.
    pub(super) fn new(cx: Context<'a>, slide: &'a Slide, revealed: usize, spotlight: Option<&'a Id>) -> Self {
        let rows = slide.rows(cx.district, cx.prefs.lang);
        let items: Vec<Item<'a>> = rows.into_iter().map(|row| item(&cx, row)).collect();
        let revealed = if slide.reveal { revealed } else { usize::MAX };
        // The eye is led to the row that has just come, and when all are there to the one that matters.
        let newest = revealed.checked_sub(1).and_then(|at| items.get(at)).filter(|_| revealed < items.len());
        let spotlight = spotlight.map(|id| newest.map_or(id, |item| item.id));
        Self { cx, items, revealed, numbered: slide.reveal, spotlight }
    }

    /// What a row begins with.
    fn bullet(&self, at: usize) -> String {
        if self.numbered { (at + 1).to_string() } else { "▪".to_owned() }
    }

    /// The first way in which all rows have room whole: large and in one column, else closer, else in several columns.
    fn layout(&self, width: u16, height: u16) -> Layout {
        let count = u16::try_from(self.items.len()).unwrap_or(u16::MAX);
        let pitches = |columns: u16| {
            let deep = count.div_ceil(columns).max(1);
            // The blank rows below the last one are not needed.
            (height + 1) / deep
        };
        let one = pitches(1);
        let under = self.under();
        let drawn = [(Type::Drawn, NAME.0 + 1 + 2 * under, NAME.1 + 2 + under), (Type::Figures, DRAWN + 1, HIGHEST)];
        let drawn = drawn.into_iter().filter(|(_, least, _)| one >= *least);
        let drawn = drawn.map(|(kind, _, most)| (1, one.min(most), kind));
        let written = [(1, 3), (1, 2), (2, 3), (2, 2), (1, 1), (2, 1), (COLUMNS, 1)];
        let written = written.into_iter().map(|(columns, pitch)| (columns, pitch, Type::Written));
        let ways = drawn.chain(written);
        let fits = |layout: &Layout| layout.hidden == 0 && self.is_whole(*layout);
        let all = || ways.clone().map(|(columns, pitch, kind)| self.lay(width, height, columns, pitch, kind));
        if self.numbered {
            // A page that turns is better than columns too narrow for names.
            let found = all().find(|it| fits(it) && it.columns < COLUMNS);
            let cut = || all().find(|it| it.hidden == 0 && it.kind == Type::Written && it.columns == 1);
            return found.or_else(cut).unwrap_or_else(|| self.paged(width, height));
        }
        // Names are cut before rows are left out.
        let found = all().find(fits).or_else(|| all().find(|it| it.hidden == 0 && it.kind == Type::Written));
        found.unwrap_or_else(|| self.lay(width, height, if width >= 120 { 2 } else { 1 }, 1, Type::Written))
    }

    /// One column with air, as many rows at a time as it has room for.
    fn paged(&self, width: u16, height: u16) -> Layout {
        let pitch = if height > 4 { 2 } else { 1 };
        let deep = ((height + pitch - 1).saturating_sub(self.under()) / pitch).max(1);
        Layout { page: usize::from(deep), deep, hidden: 0, ..self.lay(width, height, 1, pitch, Type::Written) }
    }

    /// The first row that is in sight: of the page with the one that has come last.
    fn first(&self, layout: Layout) -> usize {
        let newest = self.revealed.min(self.items.len()).saturating_sub(1);
        newest.checked_div(layout.page).unwrap_or(0) * layout.page
    }

    fn lay(&self, width: u16, height: u16, columns: u16, pitch: u16, kind: Type) -> Layout {
        let columns = columns.min(u16::try_from(self.items.len()).unwrap_or(u16::MAX)).max(1);
        let wide = width.saturating_sub((columns - 1) * GUTTER) / columns;
        let widest = |cells: &dyn Fn(&Item<'_>) -> u16| self.items.iter().map(cells).max().unwrap_or(0);
        let (right, unit) = (widest(&|item| text::cells(&item.right)), widest(&|item| text::cells(&item.unit)));
        let count = self.items.len();
        let room = usize::from((height.div_ceil(pitch)) * columns);
        // The last row says how many are not there.
        let shown = if room < count { room.saturating_sub(1) } else { count };
        let deep = u16::try_from(count.min(room).div_ceil(usize::from(columns))).unwrap_or(u16::MAX);
        let inset = MARK + text::cells(&self.bullet(count.saturating_sub(1))) + 1;
        let mut layout = Layout {
            columns,
            wide,
            room: wide,
            pitch,
            deep: deep.max(1),
            hidden: count - shown,
            page: 0,
            right,
            unit,
            kind,
            drawn: (0, 0),
            inset,
        };
        if kind != Type::Written {
            let plans = self.items.iter().filter_map(|item| self.drawn(item, layout));
            let sides = plans.map(|plan| (plan.indent(), plan.columns() - plan.indent()));
            let (before, behind) = sides.fold((0, 0), |most, side| (side.0.max(most.0), side.1.max(most.1)));
            // Where a row has no figure, what stands in its place is text.
            let texts = self.items.iter().filter(|item| item.parts.is_none());
            let texts = texts.map(|item| text::cells(&item.right)).max().unwrap_or(0);
            layout.drawn = ((before + behind).max(texts), before);
        }
        // Figures stand near their names: the block is no wider than its longest row.
        let name = widest(&|item| self.name_cells(item, layout));
        let beside = if kind == Type::Written { right + unit } else { layout.drawn.0 };
        // A third of the block is kept for names, however short they are.
        let names = name.saturating_add(GUTTER).max(beside / 2 + 3);
        let natural = inset.saturating_add(names).saturating_add(beside);
        layout.wide = if columns == 1 { wide.min(natural) } else { wide };
        layout
    }

    fn name_cells(&self, item: &Item<'_>, layout: Layout) -> u16 {
        match (layout.kind, &item.large) {
            (Type::Drawn, Some(plan)) => plan.columns(),
            (Type::Drawn, None) => u16::MAX,
            _ => text::cells(&self.name(item, layout)).max(text::cells(&item.caveat)),
        }
    }

    fn name(&self, item: &Item<'_>, layout: Layout) -> String {
        if layout.pitch > 1 { item.name.clone() } else { figures::with_caveat(&self.cx, &item.name, &item.caveat) }
    }

    /// A row for caveats under the names.
    fn under(&self) -> u16 {
        u16::from(self.items.iter().any(|item| !item.caveat.is_empty()))
    }

    /// A figure as it is drawn in a row.
    fn drawn(&self, item: &Item<'_>, layout: Layout) -> Option<FigurePlan> {
        let parts = item.parts.as_ref()?;
        Some(parts.fit(layout.room / 2, (layout.pitch - 1).min(DRAWN), self.cx.theme.markers()))
    }

    /// Whether nothing is cut in this layout.
    fn is_whole(&self, layout: Layout) -> bool {
        self.cut(layout).next().is_none()
    }

    /// The rows that are cut in a layout.
    fn cut(&self, layout: Layout) -> impl Iterator<Item = (&Item<'a>, bool)> {
        self.items.iter().filter_map(move |item| {
            let columns = Columns::of(layout);
            let name = self.name_cells(item, layout) > columns.name;
            let figure = match layout.kind {
                Type::Written => columns.right < layout.right || columns.unit < layout.unit,
                _ => self.drawn(item, layout).is_some_and(|plan| plan.times().is_none()),
            };
            (name || figure).then_some((item, figure))
        })
    }

    /// The row of the name and of the figure of a row, from its top on.
    fn feet(layout: Layout, plan: Option<&FigurePlan>) -> (u16, u16) {
        match (layout.kind, plan) {
            // Digits and names stand on one foot.
            (Type::Drawn, Some(plan)) => (0, NAME.0.saturating_sub(plan.rows())),
            (Type::Drawn, None) => (0, NAME.0 / 2),
            // A name stands on the middle of its figure.
            _ => (middle(layout), 0),
        }
    }

    fn draw_item(&self, at: usize, item: &Item<'_>, layout: Layout, area: Rect, buf: &mut Buffer) {
        let theme = &self.cx.theme;
        let columns = Columns::of(layout);
        let lit = self.spotlight == Some(item.id);
        let weight = if lit || layout.pitch > 1 { Modifier::BOLD } else { Modifier::empty() };
        let plan = (layout.kind != Type::Written).then(|| self.drawn(item, layout)).flatten();
        let (name, figure) = Self::feet(layout, plan.as_ref());
        let middle = middle(layout);
        self.draw_bullet(at, theme.style(item.hue), Rect { y: area.y + middle, ..area }, buf);
        let x = area.x + layout.inset;
        if let Some(large) = item.large.as_ref().filter(|_| layout.kind == Type::Drawn) {
            let room = Rect { x, width: area.right().saturating_sub(x), ..area };
            large.draw(room, buf, theme.style(Role::Text));
        } else {
            let style = theme.style(Role::Text).add_modifier(weight);
            draw::put(buf, x, area.y + name, columns.name, &self.name(item, layout), style);
        }
        if layout.pitch > 1 {
            let y = area.y + if layout.kind == Type::Drawn { NAME.1 } else { name + 1 };
            draw::put(buf, x, y, columns.name, &item.caveat, theme.style(Role::Muted));
        }
        if let Some(plan) = plan {
            // Digits begin below each other, whatever words stand before them.
            let (cells, before) = layout.drawn;
            let cells = (cells - (before - plan.indent())).min(area.width);
            let top = (area.y + figure).min(area.bottom());
            let room = Rect { x: area.right() - cells, width: cells, y: top, height: area.bottom() - top };
            plan.draw(room, buf, figures::styles(theme));
        } else {
            let end = area.right().saturating_sub(columns.unit);
            let right = if item.parts.is_some() {
                text::fit_figure(&item.right, usize::from(columns.right))
            } else {
                &item.right
            };
            let y = area.y + figure;
            let used = draw::put_right(buf, end, y, columns.right, right, theme.style(item.role).add_modifier(weight));
            // A unit of which nothing but `…` is left would make the figure look cut.
            if text::fit(&item.unit, usize::from(columns.unit)) != text::ellipsis() {
                draw::put(buf, end, y, columns.unit, &item.unit, theme.style(Role::Muted));
            }
            if layout.kind == Type::Written && used > 0 {
                let from = x + text::cells(&self.name(item, layout)).min(columns.name) + 1;
                let to = end.saturating_sub(text::cells(right)).saturating_sub(1);
                leader(Rect { x: from, y, width: to.saturating_sub(from), height: 1 }, buf, theme.style(Role::Faint));
            }
        }
        if lit {
            figures::emphasise(area, area.y + middle, buf, theme);
        }
    }

    /// What a row begins with: its number, flush right with the others.
    fn draw_bullet(&self, at: usize, style: Style, row: Rect, buf: &mut Buffer) {
        let widest = text::cells(&self.bullet(self.items.len().saturating_sub(1)));
        draw::put_right(buf, row.x + MARK + widest, row.y, widest, &self.bullet(at), style);
    }
}

/// The row of the mark and of what a row begins with, from its top on.
fn middle(layout: Layout) -> u16 {
    match layout.kind {
        Type::Written => 0,
        Type::Figures => (DRAWN - 1) / 2,
        Type::Drawn => NAME.0 / 2,
    }
}

/// Dots that lead the eye from a name to its figure.
fn leader(row: Rect, buf: &mut Buffer, style: Style) {
    if row.width < 4 {
        return;
    }
    // Those of all rows stand below each other.
    for x in (row.left()..row.right()).filter(|x| x % 2 == 0) {
        draw::put(buf, x, row.y, 1, "·", style);
    }
}

/// The cells of the columns of a row.
#[derive(Debug, Clone, Copy)]
struct Columns {
    name: u16,
    right: u16,
    unit: u16,
}

impl Columns {
    fn of(layout: Layout) -> Self {
        let inner = layout.wide.saturating_sub(layout.inset);
        if layout.kind != Type::Written {
            let (cells, _) = layout.drawn;
            return Self { name: inner.saturating_sub(cells + 2), right: cells, unit: 0 };
        }
        // The unit goes before the figure, and the figure never before the name has its third.
        let right = layout.right.min(inner.saturating_sub(inner / 3));
        let unit = layout.unit.min(inner.saturating_sub(right + inner / 3));
        let beside = right + unit;
        Self { name: inner.saturating_sub(if beside > 0 { beside + 2 } else { 0 }), right, unit }
    }
}

fn item<'a>(cx: &Context<'a>, row: Row<'a>) -> Item<'a> {
    match row {
        Row::Metric(metric) => {
            let figure = cx.format().metric(cx.district, metric);
            let (right, unit, role) = match &figure {
                Some(figure) => {
                    let gap =
                        if cx.prefs.lang == crate::domain::Lang::En && !figure.unit.is_empty() { " " } else { "" };
                    let rounded = if figure.rounded { "≈" } else { "" };
                    (format!("{rounded}{}", figure.short()), format!("{gap}{}", figure.unit), Role::Strong)
                }
                None => (cx.messages.says.no_value.to_owned(), String::new(), Role::Unknown),
            };
            let (name, caveat) = (cx.text(&metric.name).to_owned(), figures::caveat(cx, metric));
            let (large, hue) = (large(cx, &name), shared::hue(cx, metric.action.as_ref()));
            // In a row the digits are of one size.
            let parts = figures::parts(cx, metric).map(|parts| parts.at_most(1));
            Item { id: &metric.id, name, caveat, large, right, unit, role, parts, hue }
        }
        Row::Honour(honour) => {
            let right = level_word(cx.messages, honour.level).to_owned();
            quiet(cx, &honour.id, cx.text(&honour.name), right, shared::hue(cx, honour.action.as_ref()))
        }
        Row::Event(event) => {
            let right = dated_rows::when(cx, event.date, event.date_note.as_ref(), false);
            quiet(cx, &event.id, cx.text(&event.name), right, shared::hue(cx, event.action.as_ref()))
        }
        Row::Source(source) => {
            let right = cx.text(&source.publisher).to_owned();
            quiet(cx, &source.id, cx.text(&source.title), right, Role::Muted)
        }
    }
}

/// A row without a figure.
fn quiet<'a>(cx: &Context<'_>, id: &'a Id, name: &str, right: String, hue: Role) -> Item<'a> {
    let (name, large) = (name.to_owned(), large(cx, name));
    let caveat = String::new();
    Item { id, name, caveat, large, right, unit: String::new(), role: Role::Muted, parts: None, hue }
}

/// A name as it is drawn.
fn large(cx: &Context<'_>, name: &str) -> Option<Plan> {
    let plan = Headline::new(name).lines(1).markers(cx.theme.markers()).fit(u16::MAX, NAME.1);
    is_big(&plan).then_some(plan)
}

impl Body for List<'_> {
    fn flaws(&self, width: u16, height: u16) -> Vec<Flaw> {
        let layout = self.layout(width, height);
        let mut flaws: Vec<Flaw> = Vec::new();
        if layout.hidden > 0 {
            flaws.push(Flaw::RowsHidden(layout.hidden, self.items.len()));
        }
        flaws.extend(self.cut(layout).map(|(item, figure)| {
            let name = item.name.clone();
            if figure && item.parts.is_some() { Flaw::FigureCut(name) } else { Flaw::TextCut(name) }
        }));
        let small = layout.hidden == 0 && layout.kind == Type::Written && layout.pitch == 1;
        flaws.extend((small && width >= 72 && !self.items.is_empty()).then_some(Flaw::ListSmall));
        flaws
    }

    fn class(&self, width: u16, height: u16) -> usize {
        let layout = self.layout(width, height);
        match layout.kind {
            Type::Drawn => 3,
            Type::Figures => 2,
            // Whether there is air at all is what matters, and the type of the rows when all are there.
            // Of pages it is that enough rows are seen together.
            Type::Written => usize::from(layout.pitch > 1 && (layout.page == 0 || layout.page >= PAGE)),
        }
    }

    fn largest(&self, width: u16, height: u16) -> Option<u16> {
        let drawn = self.layout(width, height).kind != Type::Written;
        // Rows of text bear the smallest headline that is drawn, no larger one.
        Some(if drawn { DRAWN * 3 } else { NAME.0 })
    }

    fn has(&self, spotlight: &Id) -> bool {
        self.items.iter().any(|item| item.id == spotlight)
    }

    fn draw(&self, area: Rect, buf: &mut Buffer) {
        if area.is_empty() {
            return;
        }
        if self.items.is_empty() {
            draw::put(
                buf,
                area.x,
                area.y,
                area.width,
                self.cx.messages.stage.no_rows,
                self.cx.theme.style(Role::Muted),
            );
            return;
        }
        let layout = self.layout(area.width, area.height);
        let shown = self.items.len() - layout.hidden;
        let place = |at: usize| {
            let deep = usize::from(layout.deep);
            let (column, row) = (at / deep, at % deep);
            let x = u16::try_from(column).unwrap_or(u16::MAX).saturating_mul(layout.wide + GUTTER);
            let y = u16::try_from(row).unwrap_or(u16::MAX).saturating_mul(layout.pitch);
            let high = match layout.kind {
                Type::Written => 1 + self.under().min(layout.pitch - 1),
                Type::Figures => DRAWN,
                Type::Drawn => NAME.1 + self.under(),
            };
            Rect { x: area.x + x, y: area.y + y, width: layout.wide, height: high }.intersection(area)
        };
        let first = self.first(layout);
        let shown = if layout.page > 0 { layout.page } else { shown };
        for (at, item) in self.items.iter().enumerate().take(self.revealed).skip(first).take(shown) {
            self.draw_item(at, item, layout, place(at - first), buf);
        }
        if layout.hidden > 0 && self.revealed > shown {
            let rest = place(shown);
            let says = (self.cx.messages.stage.more_rows)(layout.hidden);
            let x = rest.x + layout.inset.min(rest.width);
            draw::put(buf, x, rest.y, rest.width.saturating_sub(layout.inset), &says, self.cx.theme.style(Role::Muted));
        }
    }
}
