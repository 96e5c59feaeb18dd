//! Tracks: which of a course's modules somebody owes.

use serde::{Deserialize, Serialize};

use super::Slug;
use crate::ids::UnitId;

/// A named choice among a course's modules. A track of modules for trainers only cannot be chosen:
/// it comes on top of one's own track in a cohort of trainers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Track {
    /// Its name in forms, unique in the course.
    pub slug: Slug,
    /// Its title, in the language of the course's title.
    pub title: String,
    /// Its modules, in the order in which the track names them; at least one.
    pub modules: Vec<Slug>,
    /// Whether its modules are for trainers only; all of them are, or none.
    pub trainers_only: bool,
}

/// A unit with what decides whether somebody owes it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asked {
    /// The unit.
    pub unit: UnitId,
    /// Its module.
    pub module: Slug,
    /// Whether the module is for trainers only.
    pub trainers_only: bool,
}

/// What a course asks: its units, and the tracks that choose among them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Syllabus {
    /// In course order.
    pub units: Vec<Asked>,
    /// In the order in which the course names them.
    pub tracks: Vec<Track>,
}

/// What somebody in a cohort owes of its course.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Owing<'a> {
    /// The name of their own track; without one they owe the whole course.
    pub track: Option<&'a Slug>,
    /// Whether the cohort's people learn to be trainers.
    pub of_trainers: bool,
}

impl Syllabus {
    /// The units that somebody owes, in course order. Everything that asks whether a person is done
    /// asks this.
    ///
    /// Without a track it is every unit that is open to everybody. With one it is the units of its
    /// modules and, in a cohort of trainers, those of the tracks for trainers as well. A name that
    /// the course does not know asks for what no track asks for.
    pub fn required(&self, owing: Owing<'_>) -> impl Iterator<Item = UnitId> + use<'_> {
        let own = owing.track.and_then(|slug| self.choice(slug.as_str()));
        let of_trainers = owing.of_trainers;
        let on_top = move |track: &&Track| of_trainers && track.trainers_only;
        let owed = move |asked: &&Asked| match own {
            None => !asked.trainers_only,
            Some(own) => std::iter::once(own)
                .chain(self.tracks.iter().filter(on_top))
                .any(|track| track.modules.contains(&asked.module)),
        };
        self.units.iter().filter(owed).map(|asked| asked.unit)
    }

    /// The tracks that somebody can choose, the one that a new cohort begins with first.
    pub fn choices(&self) -> impl Iterator<Item = &Track> {
        self.tracks.iter().filter(|track| !track.trainers_only)
    }

    /// The track of this name, if somebody can choose it.
    #[must_use]
    pub fn choice(&self, slug: &str) -> Option<&Track> {
        self.choices().find(|track| track.slug.as_str() == slug)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use uuid::Uuid;

    fn slug(text: &str) -> Slug {
        text.parse().expect("a slug")
    }

    fn track(name: &str, modules: &[&str], trainers_only: bool) -> Track {
        Track {
            slug: slug(name),
            title: name.to_owned(),
            modules: modules.iter().map(|module| slug(module)).collect(),
            trainers_only,
        }
    }

    /// Modules a, b and c of a unit each, and t for trainers; unit 1 stands in a, and so on.
    fn syllabus() -> Syllabus {
        let unit = |(number, module): (u128, &str)| Asked {
            unit: UnitId(Uuid::from_u128(number)),
            module: slug(module),
            trainers_only: module == "t",
        };
        Syllabus {
            units: (1..).zip(["a", "b", "c", "t"]).map(unit).collect(),
            tracks: vec![
                track("core", &["b"], false),
                track("long", &["c", "b"], false),
                track("trainer", &["t"], true),
            ],
        }
    }

    fn owed(track: Option<&str>, of_trainers: bool) -> Vec<u128> {
        let track = track.map(slug);
        let owing = Owing {
            track: track.as_ref(),
            of_trainers,
        };
        let syllabus = syllabus();
        let units = syllabus.required(owing);
        units.map(|unit| unit.0.as_u128()).collect()
    }

    #[test]
    fn without_a_track_everything_open_is_owed_as_it_was_before_there_were_tracks() {
        assert_eq!(owed(None, false), [1, 2, 3]);
        assert_eq!(owed(None, true), [1, 2, 3]);
    }

    #[test]
    fn a_track_asks_for_its_modules_in_course_order_and_for_nothing_else() {
        assert_eq!(owed(Some("core"), false), [2]);
        assert_eq!(owed(Some("long"), false), [2, 3]);
    }

    #[test]
    fn future_trainers_owe_the_trainers_track_on_top_of_their_own() {
        assert_eq!(owed(Some("core"), true), [2, 4]);
    }

    #[test]
    fn an_unknown_track_and_one_that_cannot_be_chosen_ask_for_the_whole_course() {
        assert_eq!(owed(Some("gone"), false), [1, 2, 3]);
        assert_eq!(owed(Some("trainer"), false), [1, 2, 3]);
        assert_eq!(syllabus().choices().count(), 2);
    }
}
