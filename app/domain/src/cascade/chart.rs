//! How a cascade is drawn: a column per generation. Whoever trained somebody has a place of their
//! own; those who have trained nobody yet share one with all who had the same trainers.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use super::generation::Generations;
use super::lineage::Edge;
use crate::ids::PersonId;

/// A place in the drawing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// Who stands here: one person who trained somebody, or everybody with the same trainers who
    /// trained nobody, in the order given.
    pub people: Vec<PersonId>,
    /// Whether it is one person who trained somebody.
    pub trained: bool,
    /// The column: the generation of whoever stands here (rule 2).
    pub generation: u32,
    /// The places of its people's trainers, by their numbers in the chart, those of the smallest
    /// generation first.
    pub above: Vec<usize>,
}

/// A cascade, ready to be drawn or read out.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Chart {
    /// The places, by generation, and within one in the order in which they are drawn.
    pub places: Vec<Place>,
    /// The places that hang under each, and at the end those that hang nowhere.
    hanging: Vec<Vec<usize>>,
}

impl Chart {
    /// The chart of `edges`. `order` names the people in the order in which they are drawn where
    /// nothing else decides; who is missing there comes last.
    #[must_use]
    pub fn of(edges: &[Edge], generations: &Generations, order: &[PersonId]) -> Self {
        let rank: HashMap<PersonId, usize> = order.iter().copied().zip(0..).collect();
        let rank = |person: &PersonId| rank.get(person).copied().unwrap_or(usize::MAX);
        let mut trainers_of: HashMap<PersonId, BTreeSet<PersonId>> = HashMap::new();
        for edge in edges {
            let trainers = trainers_of.entry(edge.trainee).or_default();
            trainers.insert(edge.trainer);
            trainers_of.entry(edge.trainer).or_default();
        }
        let mut columns: BTreeMap<u32, Vec<Place>> = BTreeMap::new();
        for mut place in gather(edges, &trainers_of, generations) {
            place.people.sort_by_key(|person| (rank(person), *person));
            columns.entry(place.generation).or_default().push(place);
        }
        let mut chart = Self::default();
        let mut number: HashMap<PersonId, usize> = HashMap::new();
        for mut column in columns.into_values() {
            for place in &mut column {
                place.above = chart.above(place, &trainers_of, &number);
            }
            // Under their trainers, those who trained others before those who did not.
            column.sort_by_cached_key(|place| {
                let parent = place.above.first().copied().unwrap_or(usize::MAX);
                let first = place.people.first().map_or(usize::MAX, &rank);
                (parent, !place.trained, first, place.people.first().copied())
            });
            for place in column {
                for person in &place.people {
                    number.insert(*person, chart.places.len());
                }
                chart.places.push(place);
            }
        }
        // Somebody may also have been trained by people of later generations.
        for at in 0..chart.places.len() {
            chart.places[at].above = chart.above(&chart.places[at], &trainers_of, &number);
        }
        chart.hang();
        chart
    }

    /// Works out which place hangs under which. An earlier generation always, so that no loop is
    /// read.
    fn hang(&mut self) {
        let nowhere = self.places.len();
        let mut hanging = vec![Vec::new(); nowhere + 1];
        for (at, place) in self.places.iter().enumerate() {
            let first = place.above.first().copied();
            let earlier = |from: &usize| self.places[*from].generation < place.generation;
            hanging[first.filter(earlier).unwrap_or(nowhere)].push(at);
        }
        self.hanging = hanging;
    }

    /// The places of the trainers of a place's people, of those that have a number: its people have
    /// the same trainers.
    fn above(
        &self,
        place: &Place,
        trainers_of: &HashMap<PersonId, BTreeSet<PersonId>>,
        number: &HashMap<PersonId, usize>,
    ) -> Vec<usize> {
        let trainers = place.people.first().and_then(|one| trainers_of.get(one));
        let trainers = trainers.into_iter().flatten();
        let mut above: Vec<usize> = trainers
            .filter_map(|trainer| number.get(trainer).copied())
            .collect();
        above.sort_by_key(|at| (self.places[*at].generation, *at));
        above
    }

    /// The places that hang under a place in the indented list: each hangs under the first of its
    /// trainers only, so that nobody is read twice. Without a place: those that hang nowhere.
    #[must_use]
    pub fn under(&self, place: Option<usize>) -> &[usize] {
        let at = place.unwrap_or(self.places.len());
        self.hanging.get(at).map_or(&[], Vec::as_slice)
    }

    /// Everybody above and below the place of `person`, with that place: what stays bright when
    /// the eye is on them.
    #[must_use]
    pub fn around(&self, person: PersonId) -> BTreeSet<usize> {
        let stands = |place: &Place| place.people.contains(&person);
        let Some(start) = self.places.iter().position(stands) else {
            return BTreeSet::new();
        };
        let mut trained = vec![Vec::new(); self.places.len()];
        for (at, place) in self.places.iter().enumerate() {
            for trainer in &place.above {
                trained[*trainer].push(at);
            }
        }
        let mut bright = reach(start, |at| &self.places[at].above);
        bright.extend(reach(start, |at| &trained[at]));
        bright
    }

    /// How many columns there are.
    #[must_use]
    pub fn generations(&self) -> u32 {
        self.places.last().map_or(0, |place| place.generation + 1)
    }
}

/// The places, in no order yet and without their edges.
fn gather(
    edges: &[Edge],
    trainers_of: &HashMap<PersonId, BTreeSet<PersonId>>,
    generations: &Generations,
) -> Vec<Place> {
    let trainers: HashSet<PersonId> = edges.iter().map(|edge| edge.trainer).collect();
    let place = |generation, people, trained| Place {
        people,
        trained,
        generation,
        above: Vec::new(),
    };
    let mut places = Vec::new();
    let mut together: BTreeMap<(u32, &BTreeSet<PersonId>), Vec<PersonId>> = BTreeMap::new();
    for (person, trained_by) in trainers_of {
        let known = generations.of.get(person);
        let generation = known.map_or(0, |generation| generation.smallest);
        if trainers.contains(person) {
            places.push(place(generation, vec![*person], true));
        } else {
            let group = together.entry((generation, trained_by)).or_default();
            group.push(*person);
        }
    }
    let groups = together.into_iter();
    places.extend(groups.map(|((generation, _), people)| place(generation, people, false)));
    places
}

/// Everything that can be reached from `start`, step by step.
fn reach<'a>(start: usize, next: impl Fn(usize) -> &'a [usize]) -> BTreeSet<usize> {
    let mut found = BTreeSet::from([start]);
    let mut waiting = vec![start];
    while let Some(at) = waiting.pop() {
        waiting.extend(next(at).iter().filter(|other| found.insert(**other)));
    }
    found
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::cascade::generation::generations;
    use crate::cascade::lineage::Lineage;
    use crate::cascade::sample::{edge, person};

    fn chart(edges: &[Edge]) -> Chart {
        let order: Vec<PersonId> = (0..100).map(person).collect();
        Chart::of(edges, &generations(edges, &[]), &order)
    }

    fn people(chart: &Chart, places: &[usize]) -> Vec<Vec<u128>> {
        let numbers = |at: &usize| {
            let people = chart.places[*at].people.iter();
            people.map(|person| person.0.as_u128()).collect()
        };
        places.iter().map(numbers).collect()
    }

    #[test]
    fn colleagues_of_the_same_trainers_share_a_place_and_trainers_have_their_own() {
        // 1 trained the trainers 2 and 3; these trained 10 to 12 together, and 3 trained 13 alone.
        let edges = [
            edge(2, 1),
            edge(3, 1),
            edge(10, 2),
            edge(10, 3),
            edge(11, 3),
            edge(11, 2),
            edge(12, 2),
            edge(12, 3),
            edge(13, 3),
        ];
        let chart = chart(&edges);
        assert_eq!(chart.generations(), 3);
        assert_eq!(people(&chart, chart.under(None)), [[1]]);
        assert_eq!(people(&chart, chart.under(Some(0))), [[2], [3]]);
        assert_eq!(people(&chart, chart.under(Some(1))), [[10, 11, 12]]);
        assert_eq!(people(&chart, chart.under(Some(2))), [[13]]);
        assert_eq!(people(&chart, &chart.places[3].above), [[2], [3]]);
    }

    #[test]
    fn the_eye_on_somebody_sees_who_trained_them_and_whom_they_trained() {
        let edges = [
            edge(2, 1),
            edge(3, 1),
            edge(10, 2),
            edge(11, 3),
            edge(20, 10),
        ];
        let chart = chart(&edges);
        let bright: Vec<usize> = chart.around(person(2)).into_iter().collect();
        assert_eq!(people(&chart, &bright), [[1], [2], [10], [20]]);
        assert!(chart.around(person(99)).is_empty());
    }

    #[test]
    fn somebody_trained_by_a_root_and_by_a_later_generation_hangs_under_the_root() {
        let edges = [edge(2, 1), edge(3, 2), edge(4, 1), edge(4, 3)];
        let chart = chart(&edges);
        let four = chart
            .places
            .iter()
            .position(|place| place.people == [person(4)]);
        let place = &chart.places[four.expect("a place")];
        assert_eq!((place.generation, place.above.len()), (1, 2));
        assert!(chart.under(Some(0)).contains(&four.expect("a place")));
    }

    #[test]
    fn damaged_data_with_a_cycle_is_drawn_all_the_same() {
        let chart = chart(&[edge(2, 1), edge(1, 2), edge(3, 2)]);
        let everybody: usize = chart.places.iter().map(|place| place.people.len()).sum();
        assert_eq!(everybody, 3);
        assert_eq!(chart.around(person(1)).len(), 3);
    }

    proptest! {
        #[test]
        fn everybody_stands_at_one_place_and_is_read_once(
            tried in prop::collection::vec((0_u128..14, 0_u128..14), 0..60)
        ) {
            let mut lineage = Lineage::default();
            let edges: Vec<Edge> = tried
                .into_iter()
                .map(|(trainee, trainer)| edge(trainee, trainer))
                .filter(|new| lineage.accept(new).is_ok())
                .collect();
            let chart = chart(&edges);
            let mut read = Vec::new();
            let mut waiting = chart.under(None).to_vec();
            while let Some(at) = waiting.pop() {
                read.extend(chart.places[at].people.iter().copied());
                waiting.extend(chart.under(Some(at)));
            }
            read.sort_unstable();
            let mut known: Vec<PersonId> = edges.iter().flat_map(|e| [e.trainee, e.trainer]).collect();
            known.sort_unstable();
            known.dedup();
            prop_assert_eq!(read, known);
        }
    }
}
