//! Small counts in a pack (rule 11): what is told of the parts must not give a hidden one back.

use std::collections::BTreeMap;

use domain::cascade::small_cells::{Cell, keyed_parts_of_a_total};
use store::period::{Counts, There};

use super::sheet::Value;

/// Counts as a pack tells them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Told {
    pub heads: Cell,
    pub participations: Cell,
    pub finished: Cell,
    pub participations_finished: Cell,
}

impl Told {
    pub(super) fn values(self) -> [Value; 4] {
        [
            self.heads,
            self.participations,
            self.finished,
            self.participations_finished,
        ]
        .map(Value::People)
    }
}

/// Counts of parts that add up to a total told elsewhere. Participations are told where the heads
/// they belong to are. Of equal counts, that of the smaller key is withheld first.
pub(super) fn told<K: Copy + Ord>(parts: &[(K, Counts)]) -> Vec<Told> {
    let column = |count: fn(&Counts) -> u32| {
        let counts: Vec<(u32, K)> = parts
            .iter()
            .map(|(key, counts)| (count(counts), *key))
            .collect();
        keyed_parts_of_a_total(&counts)
    };
    let heads = column(|counts| counts.heads);
    let finished = column(|counts| counts.finished);
    parts
        .iter()
        .zip(heads.into_iter().zip(finished))
        .map(|((_, counts), (heads, finished))| Told {
            heads,
            participations: beside(heads, counts.participations),
            finished,
            participations_finished: beside(finished, counts.participations_finished),
        })
        .collect()
}

/// Heads and participations of people by how they came together. Told like parts of a total: all
/// but those who came in two ways add up to one.
pub(super) fn told_there(ways: &[(String, There)]) -> Vec<[Cell; 2]> {
    let heads: Vec<(u32, &str)> = ways
        .iter()
        .map(|(way, there)| (there.heads, way.as_str()))
        .collect();
    let heads = keyed_parts_of_a_total(&heads);
    ways.iter()
        .zip(heads)
        .map(|((_, there), heads)| [heads, beside(heads, there.participations)])
        .collect()
}

/// Counts that do not add up to anything: each stands alone.
pub(super) fn told_alone(counts: Counts) -> Told {
    let (heads, finished) = (Cell::alone(counts.heads), Cell::alone(counts.finished));
    Told {
        heads,
        participations: beside(heads, counts.participations),
        finished,
        participations_finished: beside(finished, counts.participations_finished),
    }
}

fn beside(heads: Cell, count: u32) -> Cell {
    match heads {
        Cell::Shown(_) => Cell::Shown(count),
        Cell::Suppressed => Cell::Suppressed,
    }
}

/// The totals of groups whose parts are told one by one: a group's total is told only when all of
/// its parts are, for otherwise it would give a hidden part back.
pub(super) fn told_groups<'a>(
    parts: impl Iterator<Item = (&'a str, Told)>,
) -> BTreeMap<&'a str, Told> {
    let mut groups: BTreeMap<&str, Told> = BTreeMap::new();
    let none = Told {
        heads: Cell::Shown(0),
        participations: Cell::Shown(0),
        finished: Cell::Shown(0),
        participations_finished: Cell::Shown(0),
    };
    let plus = |sum: Cell, part: Cell| match (sum, part) {
        (Cell::Shown(sum), Cell::Shown(part)) => Cell::Shown(sum + part),
        _ => Cell::Suppressed,
    };
    for (group, part) in parts {
        let sum = groups.entry(group).or_insert(none);
        *sum = Told {
            heads: plus(sum.heads, part.heads),
            participations: plus(sum.participations, part.participations),
            finished: plus(sum.finished, part.finished),
            participations_finished: plus(
                sum.participations_finished,
                part.participations_finished,
            ),
        };
    }
    groups
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Under a key that is as large as the count.
    fn enrolled(heads: u32) -> (u32, Counts) {
        let counts = Counts {
            heads,
            participations: heads * 2,
            ..Counts::default()
        };
        (heads, counts)
    }

    #[test]
    fn whoever_is_hidden_as_a_head_is_hidden_as_a_participation() {
        let told = told(&[enrolled(3), enrolled(40), enrolled(12)]);
        let heads: Vec<Cell> = told.iter().map(|one| one.heads).collect();
        assert_eq!(heads, [Cell::Suppressed, Cell::Shown(40), Cell::Suppressed]);
        let participations: Vec<Cell> = told.iter().map(|one| one.participations).collect();
        assert_eq!(
            participations,
            [Cell::Suppressed, Cell::Shown(80), Cell::Suppressed]
        );
    }

    #[test]
    fn a_way_to_come_together_cannot_be_found_by_subtraction() {
        let there = |heads| There {
            heads,
            participations: heads + 1,
        };
        let ways = [
            ("hybrid".to_owned(), there(2)),
            ("online".to_owned(), there(30)),
            ("room".to_owned(), there(9)),
        ];
        assert_eq!(
            told_there(&ways),
            [
                [Cell::Suppressed; 2],
                [Cell::Shown(30), Cell::Shown(31)],
                [Cell::Suppressed; 2]
            ]
        );
    }

    #[test]
    fn a_country_s_total_never_gives_a_hidden_institution_back() {
        let parts = [enrolled(3), enrolled(40), enrolled(12), enrolled(20)];
        let countries = ["Kosovo", "Kosovo", "Albania", "Bosnia"];
        let told = told(&parts);
        let groups = told_groups(countries.into_iter().zip(told));
        assert_eq!(groups["Kosovo"].heads, Cell::Suppressed);
        assert_eq!(groups["Albania"].heads, Cell::Suppressed);
        assert_eq!(groups["Bosnia"].heads, Cell::Shown(20));
    }
}
