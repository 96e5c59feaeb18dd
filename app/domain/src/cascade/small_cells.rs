//! Rule 11: counts below five are suppressed in anything public or exported for observers.

use serde::{Deserialize, Serialize};

/// The smallest count, above zero, that may be published.
pub const SMALLEST_PUBLISHED: u32 = 5;

/// A count as it may be published.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Cell {
    /// The count. Zero is shown: it names nobody, and it is the news.
    Shown(u32),
    /// One to four people, or a neighbour hidden with them.
    Suppressed,
}

impl Cell {
    /// A count that stands alone.
    #[must_use]
    pub fn alone(count: u32) -> Self {
        if (1..SMALLEST_PUBLISHED).contains(&count) {
            Self::Suppressed
        } else {
            Self::Shown(count)
        }
    }
}

/// The parts of a published total. Whoever subtracts all that are shown from it learns the sum of
/// those that are hidden, and their number: while that sum is small, or says that each of them is
/// one, the smallest other part is hidden too. Of equal parts, the first.
#[must_use]
pub fn parts_of_a_total(counts: &[u32]) -> Vec<Cell> {
    let keyed: Vec<(u32, usize)> = counts.iter().copied().zip(0..).collect();
    keyed_parts_of_a_total(&keyed)
}

/// The parts of a published total, like [`parts_of_a_total`]; of equal parts, that with the smaller
/// key is hidden first, in whatever order they stand.
#[must_use]
pub fn keyed_parts_of_a_total<K: Ord>(parts: &[(u32, K)]) -> Vec<Cell> {
    let mut cells: Vec<Cell> = parts.iter().map(|(count, _)| Cell::alone(*count)).collect();
    let (mut hidden, mut sum) = (0_u32, 0_u32);
    let mut others = Vec::new();
    for (place, (count, key)) in parts.iter().enumerate() {
        if cells[place] == Cell::Suppressed {
            hidden += 1;
            sum += count;
        } else if *count > 0 {
            others.push((count, key, place));
        }
    }
    others.sort_unstable();
    for (count, _, place) in others {
        if hidden == 0 || (sum >= SMALLEST_PUBLISHED && sum > hidden) {
            break;
        }
        cells[place] = Cell::Suppressed;
        hidden += 1;
        sum = sum.saturating_add(*count);
    }
    cells
}

/// Counts each of which contains the next, such as a funnel's, or a sum that grows. A count is
/// hidden when it is small itself, or when subtracting it from the last one shown would give a
/// small number of people.
#[must_use]
pub fn nested(counts: &[u32]) -> Vec<Cell> {
    let mut last_shown = None;
    let mut show = |count: u32| {
        let apart = last_shown.map_or(0, |last: u32| last.abs_diff(count));
        let both = (Cell::alone(count), Cell::alone(apart));
        let (Cell::Shown(_), Cell::Shown(_)) = both else {
            return Cell::Suppressed;
        };
        last_shown = Some(count);
        Cell::Shown(count)
    };
    counts.iter().map(|count| show(*count)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_to_four_people_are_hidden_and_nobody_is_news() {
        use Cell::{Shown, Suppressed};
        assert_eq!(
            [0, 1, 4, 5, 23].map(Cell::alone),
            [Shown(0), Suppressed, Suppressed, Shown(5), Shown(23)]
        );
    }

    #[test]
    fn a_single_small_part_cannot_be_found_by_subtraction() {
        use Cell::{Shown, Suppressed};
        assert_eq!(
            parts_of_a_total(&[3, 12, 9, 0]),
            [Suppressed, Shown(12), Suppressed, Shown(0)]
        );
    }

    #[test]
    fn small_parts_protect_each_other_when_their_sum_is_not_small() {
        use Cell::{Shown, Suppressed};
        assert_eq!(
            parts_of_a_total(&[3, 12, 2]),
            [Suppressed, Shown(12), Suppressed]
        );
        // Two that sum to two are one each; two that sum to four are known to be few.
        assert_eq!(
            parts_of_a_total(&[1, 12, 1, 0, 30]),
            [Suppressed, Suppressed, Suppressed, Shown(0), Shown(30)]
        );
        assert_eq!(
            parts_of_a_total(&[3, 12, 1, 6]),
            [Suppressed, Shown(12), Suppressed, Suppressed]
        );
        // Five that sum to five are one each.
        assert_eq!(
            parts_of_a_total(&[1, 1, 1, 1, 1, 20, 9]),
            [
                Suppressed,
                Suppressed,
                Suppressed,
                Suppressed,
                Suppressed,
                Shown(20),
                Suppressed
            ]
        );
    }

    #[test]
    fn of_equal_parts_the_one_with_the_smaller_key_is_hidden() {
        use Cell::{Shown, Suppressed};
        assert_eq!(
            keyed_parts_of_a_total(&[(7, 'c'), (7, 'a'), (2, 'b')]),
            [Shown(7), Suppressed, Suppressed]
        );
        assert_eq!(
            parts_of_a_total(&[7, 7, 2]),
            [Suppressed, Shown(7), Suppressed]
        );
    }

    #[test]
    fn of_counts_within_counts_no_subtraction_gives_a_small_one() {
        use Cell::{Shown, Suppressed};
        assert_eq!(
            nested(&[30, 28, 24, 24, 6, 3, 0]),
            [
                Shown(30),
                Suppressed,
                Shown(24),
                Shown(24),
                Shown(6),
                Suppressed,
                Shown(0)
            ]
        );
        assert_eq!(nested(&[4, 0]), [Suppressed, Shown(0)]);
        assert_eq!(
            nested(&[0, 3, 5, 12]),
            [Shown(0), Suppressed, Shown(5), Shown(12)]
        );
    }

    #[test]
    fn a_small_total_made_of_one_part_is_hidden_like_any_small_count() {
        assert_eq!(
            parts_of_a_total(&[3, 0]),
            [Cell::Suppressed, Cell::Shown(0)]
        );
        assert_eq!(Cell::alone(3), Cell::Suppressed);
    }
}
