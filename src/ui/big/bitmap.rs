//! Pixels, and what makes of a small shape a larger or a stronger one.

/// A rectangle of pixels. What lies outside is not set.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bitmap {
    width: usize,
    height: usize,
    set: Vec<bool>,
}

impl Bitmap {
    /// Pixels by their column and row.
    pub fn new(width: usize, height: usize, set: impl Fn(usize, usize) -> bool) -> Self {
        let set = &set;
        Self { width, height, set: (0..height).flat_map(|y| (0..width).map(move |x| set(x, y))).collect() }
    }

    /// Nothing.
    pub fn blank(width: usize, height: usize) -> Self {
        Self { width, height, set: vec![false; width.saturating_mul(height)] }
    }

    /// The pixels of a row.
    pub fn width(&self) -> usize {
        self.width
    }

    /// The pixels of a column.
    pub fn height(&self) -> usize {
        self.height
    }

    /// Whether a pixel is set.
    pub fn get(&self, x: usize, y: usize) -> bool {
        x < self.width && self.set.get(y.saturating_mul(self.width).saturating_add(x)).copied().unwrap_or(false)
    }

    /// The pixels down to the last row that holds any.
    pub(super) fn ink_height(&self) -> usize {
        self.set.iter().rposition(|set| *set).map_or(0, |at| at / self.width.max(1) + 1)
    }

    /// The same without the blank columns at its sides.
    pub(super) fn trimmed(&self) -> Self {
        let inked = |x: &usize| (0..self.height).any(|y| self.get(*x, y));
        let from = (0..self.width).find(inked).unwrap_or(0);
        let to = (0..self.width).rev().find(inked).map_or(0, |last| last + 1);
        Self::new(to.saturating_sub(from), self.height, |x, y| self.get(from + x, y))
    }

    /// Sets what another one has, at a column and a row of this one; what has no room is left out.
    pub(super) fn stamp(&mut self, other: &Self, left: usize, top: usize) {
        for y in 0..other.height {
            for x in (0..other.width).filter(|x| other.get(*x, y)) {
                let (x, y) = (left + x, top + y);
                let at = y * self.width + x;
                if let Some(slot) = self.set.get_mut(at).filter(|_| x < self.width) {
                    *slot = true;
                }
            }
        }
    }

    /// Each pixel as a square of so many.
    pub fn enlarged(&self, times: usize) -> Self {
        let times = times.max(1);
        Self::new(self.width * times, self.height * times, |x, y| self.get(x / times, y / times))
    }

    /// Enlarged so that slanting strokes stay strokes and do not become stairs (Scale2x and Scale3x). Times other than twos
    /// and threes are stairs for what is left of them.
    pub(super) fn smoothed(&self, times: usize) -> Self {
        match times {
            0 | 1 => self.clone(),
            _ if times.is_multiple_of(2) => self.twice().smoothed(times / 2),
            _ if times.is_multiple_of(3) => self.thrice().smoothed(times / 3),
            _ => self.enlarged(times),
        }
    }

    /// The neighbours of a pixel, row by row.
    fn around(&self, x: usize, y: usize) -> [[bool; 3]; 3] {
        let at = |dx: usize, dy: usize| match ((x + dx).checked_sub(1), (y + dy).checked_sub(1)) {
            (Some(x), Some(y)) => self.get(x, y),
            _ => false,
        };
        [[at(0, 0), at(1, 0), at(2, 0)], [at(0, 1), at(1, 1), at(2, 1)], [at(0, 2), at(1, 2), at(2, 2)]]
    }

    fn twice(&self) -> Self {
        Self::new(self.width * 2, self.height * 2, |x, y| {
            let [[_, up, _], [left, own, right], [_, down, _]] = self.around(x / 2, y / 2);
            // The two neighbours of this quarter, and the two opposite to them.
            let (beside, beyond) = if x % 2 == 0 { (left, right) } else { (right, left) };
            let (near, far) = if y % 2 == 0 { (up, down) } else { (down, up) };
            if beside == near && beside != far && near != beyond { beside } else { own }
        })
    }

    fn thrice(&self) -> Self {
        Self::new(self.width * 3, self.height * 3, |x, y| {
            let [[up_left, up, up_right], [left, own, right], [down_left, down, down_right]] =
                self.around(x / 3, y / 3);
            if up == down || left == right {
                return own;
            }
            match (x % 3, y % 3) {
                (0, 0) if left == up => left,
                (1, 0) if (left == up && own != up_right) || (up == right && own != up_left) => up,
                (2, 0) if up == right => right,
                (0, 1) if (left == up && own != down_left) || (left == down && own != up_left) => left,
                (2, 1) if (up == right && own != down_right) || (down == right && own != up_right) => right,
                (0, 2) if left == down => left,
                (1, 2) if (left == down && own != down_right) || (down == right && own != down_left) => down,
                (2, 2) if down == right => right,
                _ => own,
            }
        })
    }

    /// Strokes stronger to the right by so many pixels, but never so far that two of them meet: what is open stays open.
    pub(super) fn bolder(&self, by: usize) -> Self {
        (0..by).fold(self.clone(), |it, _| {
            Self::new(it.width, it.height, |x, y| {
                let left = x.checked_sub(1).is_some_and(|left| it.get(left, y));
                it.get(x, y) || (left && !it.get(x + 1, y))
            })
        })
    }

    /// The rows as text, `#` a pixel.
    #[cfg(test)]
    pub(super) fn lines(&self) -> Vec<String> {
        let row = |y| (0..self.width).map(|x| if self.get(x, y) { '#' } else { ' ' }).collect::<String>();
        (0..self.height).map(|y| row(y).trim_end().to_owned()).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn of(rows: &[&str]) -> Bitmap {
        Bitmap::new(rows[0].len(), rows.len(), |x, y| rows[y].as_bytes()[x] == b'#')
    }

    #[test]
    fn a_slanting_stroke_stays_one() {
        assert_eq!(of(&["#..", ".#.", "..#"]).smoothed(2).lines(), ["##", "###", " ###", "  ###", "   ###", "    ##"]);
        assert_eq!(of(&["##", "##"]).smoothed(2).lines().len(), 4);
        assert_eq!(of(&["#"]).smoothed(5), of(&["#"]).enlarged(5));
    }

    #[test]
    fn what_is_open_stays_open() {
        assert_eq!(of(&["#.#..#...", "###......"]).bolder(1).lines(), ["# ## ##", "####"]);
        assert_eq!(of(&["#.....#"]).bolder(3).lines(), ["####  #"]);
    }

    #[test]
    fn sides_without_ink_are_left_out() {
        assert_eq!(of(&["..#.", ".##."]).trimmed(), of(&[".#", "##"]));
        assert_eq!(of(&["...", "..."]).trimmed().width(), 0);
    }

    proptest! {
        #[test]
        fn whatever_is_enlarged_keeps_its_proportions(
            set in prop::collection::vec(any::<bool>(), 0..64), width in 1usize..9, times in 0usize..8
        ) {
            let small = Bitmap::new(width, set.len() / width, |x, y| set[y * width + x]);
            let large = small.smoothed(times);
            let times = times.max(1);
            prop_assert_eq!((large.width(), large.height()), (small.width() * times, small.height() * times));
            // The middle of what was a pixel is still what it was, where there is one.
            for y in 0..small.height() {
                for x in 0..small.width() {
                    let at = |x: usize| x * times + times / 2;
                    prop_assert!(times % 2 == 0 || times == 1 || large.get(at(x), at(y)) == small.get(x, y));
                }
            }
        }
    }
}
