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

/// The parts of a published total. When exactly one of them is small, the smallest other part is
/// hidden too: otherwise subtraction would give the small one back.
#[must_use]
pub fn parts_of_a_total(counts: &[u32]) -> Vec<Cell> {
    let mut cells: Vec<Cell> = counts.iter().copied().map(Cell::alone).collect();
    let hidden = cells
        .iter()
        .filter(|cell| **cell == Cell::Suppressed)
        .count();
    if hidden == 1 {
        let neighbour = cells
            .iter_mut()
            .filter(|cell| matches!(cell, Cell::Shown(1..)))
            .min_by_key(|cell| match cell {
                Cell::Shown(count) => *count,
                Cell::Suppressed => u32::MAX,
            });
        if let Some(neighbour) = neighbour {
            *neighbour = Cell::Suppressed;
        }
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
    fn two_small_parts_protect_each_other() {
        use Cell::{Shown, Suppressed};
        assert_eq!(
            parts_of_a_total(&[3, 12, 1]),
            [Suppressed, Shown(12), Suppressed]
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
