//! Lengths of time, as a clock shows them.

use super::Millis;

/// Whole seconds as `m:ss`, from an hour on `h:mm:ss`. What has begun is not counted.
pub fn written(time: Millis) -> String {
    let seconds = time / 1000;
    let (hours, minutes, seconds) = (seconds / 3600, seconds / 60 % 60, seconds % 60);
    if hours > 0 { format!("{hours}:{minutes:02}:{seconds:02}") } else { format!("{minutes}:{seconds:02}") }
}

/// So many seconds as a length of time.
pub fn seconds(count: u32) -> Millis {
    Millis::from(count) * 1000
}

/// A time without the part of a second that has begun: so that what is over and what is left are the whole as they are read.
pub fn whole(time: Millis) -> Millis {
    time - time % 1000
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn minutes_and_seconds() {
        let pairs = [(0, "0:00"), (999, "0:00"), (65_000, "1:05"), (3_599_999, "59:59"), (3_600_000, "1:00:00")];
        for (time, shown) in pairs {
            assert_eq!(written(time), shown);
        }
    }

    proptest! {
        #[test]
        fn what_is_over_and_what_is_left_are_the_whole(total in 0u64..20_000, spent in 0u64..20_000_000) {
            let total = total * 1000;
            if let Some(left) = total.checked_sub(whole(spent)) {
                let seconds = |text: &str| text.split(':').fold(0, |sum, part| sum * 60 + part.parse::<u64>().unwrap());
                prop_assert_eq!(seconds(&written(spent)) + seconds(&written(left)), total / 1000);
            }
        }
    }
}
