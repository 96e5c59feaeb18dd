//! One published version of a course, in memory. It never changes, so it is read once.

use std::collections::BTreeMap;

use domain::clock::Timestamp;
use domain::course::{Asked, Owing, Syllabus};
use domain::ids::{CourseId, CourseVersionId, UnitId};
use domain::language::Language;

use super::Contents;
use super::contents::{ModuleContents, UnitContents};

/// One published version of a course.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edition {
    /// The version.
    pub version: CourseVersionId,
    /// The course across its versions.
    pub course: CourseId,
    /// The course's name in addresses.
    pub slug: String,
    /// 1, 2, 3 …
    pub number: i32,
    /// When it was published.
    pub published_at: Timestamp,
    /// The language shown to those whose own has no text.
    fallback: Language,
    texts: BTreeMap<Language, Contents>,
    units: Vec<UnitPlace>,
    syllabus: Syllabus,
}

/// Where a unit stands in an edition.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct UnitPlace {
    /// The unit.
    pub id: UnitId,
    /// The module's index, from 0.
    pub module: usize,
    /// The unit's index in its module, from 0.
    pub unit: usize,
}

impl Edition {
    /// Puts an edition together; `None` when its parts do not belong together.
    pub(super) fn assemble(
        version: store::course::Version,
        units: &[store::course::Unit],
        texts: BTreeMap<Language, Contents>,
    ) -> Option<Self> {
        // Content falls back to English where there is any, else to the language there is.
        let fallback = *texts
            .keys()
            .find(|language| **language == Language::default())
            .or(texts.keys().next())?;
        let modules = &texts.get(&fallback)?.modules;
        let place = |unit: &store::course::Unit| {
            let module = modules
                .iter()
                .position(|module| module.slug.as_str() == unit.module)?;
            let index = modules[module]
                .units
                .iter()
                .position(|text| text.shape.slug.as_str() == unit.slug)?;
            Some(UnitPlace {
                id: unit.id,
                module,
                unit: index,
            })
        };
        let units = units.iter().map(place).collect::<Option<Vec<_>>>()?;
        let asked = |place: &UnitPlace| Asked {
            unit: place.id,
            module: modules[place.module].slug.clone(),
            trainers_only: modules[place.module].trainers_only,
        };
        let syllabus = Syllabus {
            units: units.iter().map(asked).collect(),
            tracks: texts.get(&fallback)?.tracks.clone(),
        };
        Some(Self {
            version: version.id,
            course: version.course,
            slug: version.slug,
            number: version.number,
            published_at: version.published_at,
            fallback,
            texts,
            units,
            syllabus,
        })
    }

    /// The course in a language, or in the one that stands in for it.
    ///
    /// # Panics
    /// Never: an edition is only put together with a text in its fallback language.
    #[must_use]
    pub fn contents(&self, language: Language) -> &Contents {
        self.texts
            .get(&language)
            .unwrap_or_else(|| &self.texts[&self.fallback])
    }

    /// Its units, in course order.
    #[must_use]
    pub fn units(&self) -> &[UnitPlace] {
        &self.units
    }

    /// The unit with these names.
    #[must_use]
    pub fn find(&self, module: &str, unit: &str) -> Option<UnitPlace> {
        let named = |place: &&UnitPlace| {
            let (m, u) = self.at(**place, self.fallback);
            m.slug.as_str() == module && u.shape.slug.as_str() == unit
        };
        self.units.iter().find(named).copied()
    }

    /// Where a unit stands.
    #[must_use]
    pub fn place(&self, unit: UnitId) -> Option<UnitPlace> {
        self.units.iter().find(|place| place.id == unit).copied()
    }

    /// The module and the unit at a place, in a language.
    #[must_use]
    pub fn at(&self, place: UnitPlace, language: Language) -> (&ModuleContents, &UnitContents) {
        let module = &self.contents(language).modules[place.module];
        (module, &module.units[place.unit])
    }

    /// The address of a unit.
    #[must_use]
    pub fn path(&self, place: UnitPlace) -> String {
        let (module, unit) = self.at(place, self.fallback);
        format!("/courses/{}/{}/{}", self.slug, module.slug, unit.shape.slug)
    }

    /// The unit before and the unit after, as far as trainers' modules may be opened.
    #[must_use]
    pub fn neighbours(
        &self,
        place: UnitPlace,
        trainers_too: bool,
    ) -> (Option<UnitPlace>, Option<UnitPlace>) {
        let open = |other: &&UnitPlace| trainers_too || !self.is_for_trainers(**other);
        let index = self
            .units
            .iter()
            .position(|other| other.id == place.id)
            .unwrap_or_default();
        let before = self.units[..index].iter().rev().find(open).copied();
        let after = self.units.iter().skip(index + 1).find(open).copied();
        (before, after)
    }

    /// What it asks of people, by the tracks that it knows.
    #[must_use]
    pub fn syllabus(&self) -> &Syllabus {
        &self.syllabus
    }

    /// The units that somebody owes, in course order; see [`Syllabus::required`].
    #[must_use]
    pub fn required(&self, owing: Owing<'_>) -> Vec<UnitId> {
        self.syllabus.required(owing).collect()
    }

    /// The unit in whose activity people write the commitment that the follow-up asks about, if the
    /// course has one.
    #[must_use]
    pub fn commitment(&self) -> Option<UnitId> {
        let place = self
            .units
            .iter()
            .find(|place| self.at(**place, self.fallback).1.commitment)?;
        Some(place.id)
    }

    /// Whether the unit's module is written for trainers.
    #[must_use]
    pub fn is_for_trainers(&self, place: UnitPlace) -> bool {
        self.at(place, self.fallback).0.trainers_only
    }
}
