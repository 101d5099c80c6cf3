//! A rehearsal as a report: how long each step took, beside how long it was meant to.

use std::fmt::Write as _;

use crate::domain::{Lang, Show, Slide};
use crate::lang::messages;
use crate::model::show::Millis;
use crate::model::show::elapsed::{seconds, written};
use crate::ui::text;

/// Seconds are rounded to this: nobody speaks to the second.
const GRAIN: u64 = 5;

/// Says for each step how long it took and was meant to take, in minutes and seconds, then the steps with these times as
/// their `seconds`, to be put into the dataset. `spent` is in milliseconds.
pub fn report(show: &Show, spent: &[u64], lang: Lang) -> String {
    let words = &messages(lang).outline;
    let mut out = format!("{}\n\n", (words.rehearsed)(show.title.get(lang)));
    let time = |time: Millis| if time == 0 { "–".to_owned() } else { written(time) };
    let meant = |slide: &Slide| slide.seconds.map_or_else(|| "–".to_owned(), |meant| written(seconds(meant)));
    let headline = |slide: &Slide| {
        slide.headline.as_ref().map_or_else(|| slide.address.to_string(), |text| text.get(lang).to_owned())
    };
    let steps = show.slides.iter().zip(spent).enumerate();
    let mut rows: Vec<[String; 4]> =
        steps.map(|(at, (slide, spent))| [(at + 1).to_string(), time(*spent), meant(slide), headline(slide)]).collect();
    let in_all = [written(spent.iter().sum()), written(seconds(show.seconds()))];
    let [took, planned] = in_all;
    rows.push([String::new(), took, planned, words.in_all.to_owned()]);
    let widest = |column: fn(&[String; 4]) -> &str| rows.iter().map(|row| text::width(column(row))).max().unwrap_or(0);
    let (number, took, meant) = (widest(|[it, ..]| it), widest(|[_, it, ..]| it), widest(|[_, _, it, _]| it));
    for [a, b, c, headline] in &rows {
        let (a, b, c) = (text::right(a, number), text::right(b, took), text::right(c, meant));
        // Writing to a string cannot fail.
        let _ = writeln!(out, "{a}  {b}  ({c})  {headline}");
    }
    let _ = writeln!(out, "\n{}\n", words.as_seconds);
    for (slide, spent) in show.slides.iter().zip(spent) {
        // What was not rehearsed stays as it was meant.
        let planned = if *spent == 0 { slide.seconds.map_or(0, u64::from) } else { rounded(*spent) };
        if planned == 0 {
            continue;
        }
        let _ = writeln!(out, "{{ \"place\": {:?}, \"seconds\": {planned} }}", slide.address.to_string());
    }
    out
}

/// A time as it is planned: to five seconds, and at least that.
fn rounded(spent: u64) -> u64 {
    ((spent + GRAIN * 500) / (GRAIN * 1000) * GRAIN).max(GRAIN)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{Address, Form, Id};

    #[test]
    fn times_are_rounded_to_what_can_be_planned() {
        for (spent, seconds) in [(0, 5), (2_400, 5), (7_499, 5), (7_500, 10), (61_000, 60), (63_000, 65)] {
            assert_eq!(rounded(spent), seconds, "{spent}");
        }
    }

    #[test]
    fn times_end_in_one_column_beyond_an_hour_too() {
        let slide = |seconds| Slide { seconds, ..Slide::of(Address::Overview, Form::Title) };
        let slides = vec![slide(Some(60)), slide(None), slide(Some(4_000))];
        let show = Show { id: Id::from("a"), title: "A".into(), minutes: None, slides, made: false };
        let report = report(&show, &[65_000, 0, 3_725_000], Lang::En);
        let rows: Vec<&str> = report.lines().skip(2).take(4).collect();
        assert_eq!(rows[0], "1     1:05  (   1:00)  overview");
        assert_eq!(rows[1], "2        –  (      –)  overview");
        assert_eq!(rows[2], "3  1:02:05  (1:06:40)  overview");
        assert!(rows[3].starts_with("   1:03:10  (1:07:40)  "), "{report}");
    }
}
