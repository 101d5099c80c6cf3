//! A rehearsal as a report: how long each step took, beside how long it was meant to.

use std::fmt::Write as _;

use super::clock;
use crate::domain::{Lang, Show};
use crate::lang::messages;

/// Seconds are rounded to this: nobody speaks to the second.
const GRAIN: u64 = 5;

/// Says for each step how long it took and was meant to take, in minutes and seconds, then the steps with these times as
/// their `seconds`, to be put into the dataset. `spent` is in milliseconds.
pub fn report(show: &Show, spent: &[u64], lang: Lang) -> String {
    let words = &messages(lang).outline;
    let mut out = format!("{}\n\n", (words.rehearsed)(show.title.get(lang)));
    let mut sum = 0;
    for (at, (slide, spent)) in show.slides.iter().zip(spent).enumerate() {
        let headline =
            slide.headline.as_ref().map_or_else(|| slide.address.to_string(), |text| text.get(lang).to_owned());
        let meant = slide.seconds.map_or_else(|| "–".to_owned(), |seconds| clock(u64::from(seconds)));
        sum += spent;
        // Writing to a string cannot fail.
        let took = if *spent == 0 { "–".to_owned() } else { clock(spent / 1000) };
        let _ = writeln!(out, "{:>3}  {took:>6}  ({meant:>5})  {headline}", at + 1);
    }
    let planned = clock(u64::from(show.seconds()));
    let _ = writeln!(out, "     {:>6}  ({planned:>5})  {}", clock(sum / 1000), words.in_all);
    let _ = writeln!(out, "\n{}\n", words.as_seconds);
    for (slide, spent) in show.slides.iter().zip(spent) {
        // What was not rehearsed stays as it was meant.
        let seconds = if *spent == 0 { slide.seconds.map_or(0, u64::from) } else { rounded(*spent) };
        if seconds == 0 {
            continue;
        }
        let _ = writeln!(out, "{{ \"place\": {:?}, \"seconds\": {seconds} }}", slide.address.to_string());
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

    #[test]
    fn times_are_rounded_to_what_can_be_planned() {
        for (spent, seconds) in [(0, 5), (2_400, 5), (7_499, 5), (7_500, 10), (61_000, 60), (63_000, 65)] {
            assert_eq!(rounded(spent), seconds, "{spent}");
        }
        assert_eq!(clock(3_725), "62:05");
    }
}
