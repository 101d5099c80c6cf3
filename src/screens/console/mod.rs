//! placeholder
use super::Context;
use crate::model::{Keymap, Stage};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
pub struct Console<'a> {
    pub cx: Context<'a>,
    pub stage: &'a Stage,
    pub keymap: &'a Keymap,
    pub preview: &'a dyn Fn(Rect, &mut Buffer),
    pub behind: Option<&'a dyn Fn(Rect, &mut Buffer)>,
}
pub fn draw(console: &Console<'_>, area: Rect, buf: &mut Buffer) {
    let _ = (console, area, buf);
}
pub fn agenda_for_audience(cx: &Context<'_>, stage: &Stage, at: usize, area: Rect, buf: &mut Buffer) {
    let _ = (cx, stage, at, area, buf);
}
pub fn elapsed(cx: &Context<'_>, stage: &Stage) -> String {
    let _ = (cx, stage);
    String::new()
}
