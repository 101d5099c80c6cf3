//! The files that are open together: what each is to the others, how the own district stands beside the others, and
//! what did not match.

mod standings;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::parts::more_row;
use super::{Context, Screen};
use crate::domain::figure::{Format, Notation};
use crate::domain::join::{File, FileRole, Joined, Mismatch, Reason, Stated};
use crate::domain::{Address, Text};
use crate::model::{Command, Place};
use crate::ui::page::Pen;
use crate::ui::theme::{Role, Theme};
use crate::ui::{draw, text};

pub(super) struct Datasets;

/// Rows are at most so wide, so that the eye finds the figure of a name.
const MEASURE: u16 = 170;
/// A list shows at most so many rows.
const ROWS: usize = 500;
/// Columns are measured over at most so many rows.
const MEASURED: usize = 500;
/// Blanks between columns.
const GAP: u16 = 2;

impl Screen for Datasets {
    fn title(&self, cx: &Context<'_>, _: &Place) -> String {
        cx.messages.words.datasets.to_owned()
    }

    fn commands(&self, _: &Context<'_>, _: &Place) -> Vec<Command> {
        vec![Command::Open]
    }

    fn paint(&self, cx: &Context<'_>, _: &Place, pen: &mut Pen<'_>, width: u16, _: u16) -> u16 {
        let Some(joined) = cx.district.joined() else { return 0 };
        let area = Rect::new(0, 0, width.min(MEASURE), 0);
        let names = short_names(&joined.files);
        let mut y = files(cx, pen, area, joined, &names).saturating_add(1);
        y = standings::paint(cx, pen, Rect { y, ..area });
        if joined.mismatches.is_empty() {
            let spans = [("✓ ", Role::Good), (cx.messages.says.all_matched, Role::Muted)];
            pen.line(2, y, area.width.saturating_sub(2), &spans);
            return y.saturating_add(1);
        }
        let columns = Columns::measure(cx, &joined.mismatches, &names, area.width);
        // They come by reason; a district may have a million, so they are gone over once.
        for all in joined.mismatches.chunk_by(|a, b| a.reason == b.reason) {
            let Some((title, note)) = all.first().map(|first| reason(cx, first.reason)) else { continue };
            // Those that lack a metric are told together; everything else is about one figure.
            let together = |a: &Mismatch, b: &Mismatch| a.reason == Reason::OnlyHere && a.metric == b.metric;
            let mut chunks = all.chunk_by(together);
            let shown: Vec<&[Mismatch]> = chunks.by_ref().take(ROWS).collect();
            let hidden = chunks.count();
            let count = shown.len() + hidden;
            y = pen.heading(Rect { y, ..area }, &format!("{title} · {count}"), note);
            for mismatches in shown {
                y = match mismatches {
                    [one] if one.theirs.is_some() => paint_mismatch(cx, pen, Rect { y, ..area }, one, &names, columns),
                    lacking => paint_lacking(cx, pen, Rect { y, height: 1, ..area }, lacking, &names, columns),
                };
            }
            y = more_row(cx, pen, Rect { y, ..area }, hidden, Address::Metrics).saturating_add(1);
        }
        y.saturating_sub(1)
    }
}

/// The names of the files without their folders, where they can still be told apart.
fn short_names(files: &[File]) -> Vec<&str> {
    let short = |file: &File| file.name.rfind(['/', '\\']).map_or(0, |at| at + 1);
    let names: Vec<&str> = files.iter().map(|file| file.name.get(short(file)..).unwrap_or(&file.name)).collect();
    let mut sorted = names.clone();
    sorted.sort_unstable();
    let alike = sorted.windows(2).any(|pair| pair.first() == pair.last());
    if alike { files.iter().map(|file| file.name.as_str()).collect() } else { names }
}

/// Draws the files with their roles. Gives the row below.
fn files(cx: &Context<'_>, pen: &mut Pen<'_>, area: Rect, joined: &Joined, names: &[&str]) -> u16 {
    let (words, says) = (&cx.messages.words, &cx.messages.says);
    let mut y = pen.heading(area, words.datasets, &joined.files.len().to_string());
    let rows: Vec<[String; 5]> = joined
        .files
        .iter()
        .zip(names)
        .map(|(file, name)| {
            let matched = match file.role {
                FileRole::Base => (says.metric_count)(file.metrics),
                FileRole::Earlier | FileRole::Peer => (says.matched)(file.matched, file.metrics),
            };
            let (role, period) = (role(cx, file.role), file.period.describe(cx.prefs.lang));
            [role.to_owned(), (*name).to_owned(), matched, cx.text(&file.district).to_owned(), period]
        })
        .collect();
    let widths: Vec<u16> = (0..5).map(|at| widest(rows.iter().filter_map(|row| row.get(at)))).collect();
    let whole = 2 + widths.iter().map(|width| width.saturating_add(GAP)).fold(0, u16::saturating_add);
    // Where not everything fits into one row, whose the file is stands below its name.
    let split = if whole <= area.width { 5 } else { 3 };
    let below = area.x + 2 + widths.first().copied().unwrap_or(0) + GAP;
    for (row, file) in rows.iter().zip(&joined.files) {
        let name = if file.role == FileRole::Base { Role::Strong } else { Role::Text };
        let cells: Vec<(&str, u16, Role)> = row
            .iter()
            .zip(&widths)
            .zip([Role::Muted, name, Role::Text, Role::Text, Role::Text])
            .map(|((cell, width), role)| (cell.as_str(), *width, role))
            .collect();
        let (first, second) = cells.split_at(split.min(cells.len()));
        for (x, cells) in [(area.x + 2, first), (below, second)] {
            if !cells.is_empty() {
                paint_cells(pen, Rect { x, y, width: area.right().saturating_sub(x), height: 1 }, cells);
                y = y.saturating_add(1);
            }
        }
    }
    y
}

/// Draws cells beside each other, each in its width.
fn paint_cells(pen: &mut Pen<'_>, area: Rect, cells: &[(&str, u16, Role)]) {
    pen.draw(area, |area, buf, theme| {
        let mut x = area.x;
        for (cell, width, role) in cells {
            draw::put(buf, x, area.y, area.right().saturating_sub(x), cell, theme.style(*role));
            x = x.saturating_add(width + GAP);
        }
    });
}

/// What a file is to the others, in words.
fn role(cx: &Context<'_>, role: FileRole) -> &'static str {
    let [base, earlier, peer] = cx.messages.words.file_roles;
    match role {
        FileRole::Base => base,
        FileRole::Earlier => earlier,
        FileRole::Peer => peer,
    }
}

/// Why something did not match, and what became of it.
fn reason(cx: &Context<'_>, reason: Reason) -> (&'static str, &'static str) {
    let [revised, name, definition, unit, inexact, not_before, overlap, other_period, unknown, alone] =
        cx.messages.says.reasons;
    match reason {
        Reason::Revised => revised,
        Reason::Name => name,
        Reason::Definition => definition,
        Reason::Unit => unit,
        Reason::Inexact => inexact,
        Reason::NotBefore => not_before,
        Reason::Overlap => overlap,
        Reason::OtherPeriod => other_period,
        Reason::OnlyThere => unknown,
        Reason::OnlyHere => alone,
    }
}

/// The widths of the columns of what did not match.
#[derive(Debug, Clone, Copy)]
struct Columns {
    name: u16,
    file: u16,
    period: u16,
    figure: u16,
}

impl Columns {
    fn measure(cx: &Context<'_>, mismatches: &[Mismatch], names: &[&str], width: u16) -> Self {
        let mut columns = Self { name: 0, file: 0, period: 0, figure: 0 };
        for mismatch in mismatches.iter().take(MEASURED) {
            columns.name = columns.name.max(text::cells(cx.text(&mismatch.name)));
            for line in lines(cx, mismatch, names) {
                columns.file = columns.file.max(text::cells(line.file));
                columns.period = columns.period.max(text::cells(&line.period));
                columns.figure = columns.figure.max(text::cells(&line.figure));
            }
        }
        columns.file = columns.file.min(width / 4);
        // Two days in full, wherever a row has any room to speak of.
        columns.period = columns.period.min(width / 3);
        // Figures have what they need, names the rest.
        let rest = width.saturating_sub(2 + columns.file + columns.period + columns.figure + 3 * GAP + 6);
        columns.name = columns.name.min(rest.max(width / 5));
        columns
    }
}

/// One file's part of a mismatch.
struct Line<'a> {
    name: &'a str,
    file: &'a str,
    period: String,
    figure: String,
    kept: bool,
}

/// What the files say, the one that is not the base first.
fn lines<'a>(cx: &Context<'a>, mismatch: &'a Mismatch, names: &[&'a str]) -> Vec<Line<'a>> {
    let file = |at: usize| names.get(at).copied().unwrap_or_default();
    let name = cx.text(&mismatch.name);
    let (Some(theirs), ours) = (&mismatch.theirs, &mismatch.ours) else { return Vec::new() };
    // Two figures that differ are never shown alike.
    let compact = [Some(theirs), ours.as_ref()].map(|stated| stated.map(|it| figure(cx, it, cx.format())));
    let format = match &compact {
        [Some(a), Some(b)] if a == b => Format { notation: Notation::Exact, ..cx.format() },
        _ => cx.format(),
    };
    let line = |stated: &Stated, name: &'a str, kept: bool| Line {
        name,
        file: file(stated.file),
        period: stated.period.describe(cx.prefs.lang),
        figure: figure(cx, stated, format),
        kept,
    };
    let mut lines = vec![line(theirs, name, false)];
    if let Some(ours) = ours {
        let base = cx.district.metric(&mismatch.metric).map(|metric| cx.text(&metric.name)).unwrap_or_default();
        let name = if mismatch.reason == Reason::Name { base } else { "" };
        lines.push(line(ours, name, matches!(mismatch.reason, Reason::Revised | Reason::Overlap)));
    }
    lines
}

fn figure(cx: &Context<'_>, stated: &Stated, format: Format) -> String {
    match (stated.value, &stated.unit) {
        (Some(value), Some(unit)) => format.figure(value.0, stated.bound, unit).text(),
        (Some(value), None) => value.to_string(),
        (None, _) => cx.messages.says.no_value.to_owned(),
    }
}

/// Draws a mismatch, a row a file; it leads to the metric where the base has it. Gives the row below.
fn paint_mismatch(
    cx: &Context<'_>,
    pen: &mut Pen<'_>,
    area: Rect,
    mismatch: &Mismatch,
    names: &[&str],
    columns: Columns,
) -> u16 {
    let lines = lines(cx, mismatch, names);
    let height = u16::try_from(lines.len()).unwrap_or(1);
    let rect = Rect { height, ..area };
    let paint = |area: Rect, buf: &mut Buffer, theme: &Theme| {
        for (y, line) in (area.y..).zip(&lines) {
            paint_line(cx, buf, Rect { y, height: 1, ..area }, line, columns, theme);
        }
    };
    match cx.district.metric(&mismatch.metric) {
        Some(metric) => pen.stop(rect, Address::Metric(metric.id.clone()), paint),
        None => pen.draw(rect, paint),
    }
    definitions(cx, pen, Rect { y: rect.bottom(), ..area }, mismatch, names)
}

/// Draws a metric and the files that lack it. Gives the row below.
fn paint_lacking(
    cx: &Context<'_>,
    pen: &mut Pen<'_>,
    area: Rect,
    lacking: &[Mismatch],
    names: &[&str],
    columns: Columns,
) -> u16 {
    let Some(first) = lacking.first() else { return area.y };
    let files: Vec<&str> = lacking.iter().filter_map(|it| names.get(it.file).copied()).collect();
    pen.stop(area, Address::Metric(first.metric.clone()), |area, buf, theme| {
        let x = area.x + 2;
        draw::put(buf, x, area.y, columns.name, cx.text(&first.name), theme.style(Role::Text));
        let x = x.saturating_add(columns.name + GAP);
        draw::put(buf, x, area.y, area.right().saturating_sub(x), &files.join("  "), theme.style(Role::Muted));
    });
    area.bottom()
}

fn paint_line(cx: &Context<'_>, buf: &mut Buffer, area: Rect, line: &Line<'_>, columns: Columns, theme: &Theme) {
    let Columns { name, file, period, figure } = columns;
    let x = area.x + 2;
    draw::put(buf, x, area.y, name, line.name, theme.style(Role::Text));
    let x = x.saturating_add(name + GAP);
    draw::put(buf, x, area.y, file, line.file, theme.style(Role::Muted));
    let x = x.saturating_add(file + GAP);
    draw::put(buf, x, area.y, period, &line.period, theme.style(Role::Muted));
    let x = x.saturating_add(period + GAP);
    let end = x.saturating_add(figure).min(area.right());
    put_figure(buf, end, area.y, end.saturating_sub(x), &line.figure, theme, Role::Text);
    if line.kept {
        let x = end.saturating_add(GAP);
        let room = area.right().saturating_sub(x);
        draw::put(buf, x, area.y, room, cx.messages.says.kept, theme.style(Role::Faint));
    }
}

/// Writes a figure that ends before `right`; what has no room is `…`, never a shorter figure.
fn put_figure(buf: &mut Buffer, right: u16, y: u16, max: u16, figure: &str, theme: &Theme, role: Role) {
    draw::put_right(buf, right, y, max, text::fit_figure(figure, usize::from(max)), theme.style(role));
}

/// Draws the definitions that differ. Gives the row below.
fn definitions(cx: &Context<'_>, pen: &mut Pen<'_>, area: Rect, mismatch: &Mismatch, names: &[&str]) -> u16 {
    let own = cx.district.metric(&mismatch.metric).and_then(|metric| metric.definition.as_ref());
    let (Some(theirs), Some(own)) = (&mismatch.definition, own) else { return area.y };
    let mut y = area.y;
    for (file, definition) in [(mismatch.file, theirs), (0, own)] {
        let said = |definition: &Text| cx.text(definition).to_owned();
        let line = format!("{}  {}", names.get(file).copied().unwrap_or_default(), said(definition));
        let inner = Rect { x: area.x + 4, y, width: area.width.saturating_sub(4), height: 0 };
        y = super::parts::facts::paragraph(pen, inner, &line, Role::Faint);
    }
    y
}

fn widest<'t>(texts: impl Iterator<Item = &'t String>) -> u16 {
    texts.map(|content| text::cells(content)).max().unwrap_or(0)
}
