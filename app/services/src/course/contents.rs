//! A course without the texts of its units: what contents pages and progress need.

use domain::course::{Audience, CourseText, ModuleText, Slug, Track, UnitText};
use domain::language::Language;
use domain::progress::UnitShape;
use serde::{Deserialize, Serialize};

/// A course in one language, without the texts of its units. Whatever is not translated stands in
/// its original language and says so.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Contents {
    /// The language in which title and description are written.
    pub language: Language,
    /// Its title.
    pub title: String,
    /// One sentence.
    pub summary: String,
    /// The licence, as an SPDX identifier.
    pub licence: String,
    /// Who wrote it.
    pub authors: Vec<String>,
    /// What the course is.
    pub about_html: String,
    /// The tracks to choose from; versions published before there were tracks have none.
    #[serde(default)]
    pub tracks: Vec<Track>,
    /// In course order.
    pub modules: Vec<ModuleContents>,
}

/// A module in one language.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ModuleContents {
    /// Its name in addresses.
    pub slug: Slug,
    /// The language in which title and description are written.
    pub language: Language,
    /// Its title.
    pub title: String,
    /// One sentence.
    pub summary: String,
    /// Whom it is for.
    pub audience: Vec<Audience>,
    /// Whether only trainers may open it.
    pub trainers_only: bool,
    /// What the module gives.
    pub about_html: String,
    /// The workshop of the module; for trainers only.
    pub trainer_html: String,
    /// In module order.
    pub units: Vec<UnitContents>,
}

/// A unit in one language, without its text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct UnitContents {
    /// The language in which it is written.
    pub language: Language,
    /// Its title.
    pub title: String,
    /// What there is to do in it, its name and its minutes.
    pub shape: UnitShape,
    /// Whether its activity is the commitment that the follow-up asks about.
    #[serde(default)]
    pub commitment: bool,
}

impl Contents {
    pub(super) fn of(course: &CourseText) -> Self {
        Self {
            language: course.language,
            title: course.title.clone(),
            summary: course.summary.clone(),
            licence: course.licence.clone(),
            authors: course.authors.clone(),
            about_html: course.about_html.clone(),
            tracks: course.tracks.clone(),
            modules: course.modules.iter().map(ModuleContents::of).collect(),
        }
    }

    /// The title of a track, or nothing for the whole course.
    #[must_use]
    pub fn track_title(&self, slug: Option<&Slug>) -> Option<&str> {
        let slug = slug?;
        let track = self.tracks.iter().find(|track| track.slug == *slug)?;
        Some(&track.title)
    }

    /// The minutes of a track's modules.
    #[must_use]
    pub fn track_minutes(&self, track: &Track) -> u32 {
        let of_track = |module: &&ModuleContents| track.modules.contains(&module.slug);
        let modules = self.modules.iter().filter(of_track);
        modules.map(ModuleContents::minutes).sum()
    }

    /// The minutes of the modules that are open to everyone.
    #[must_use]
    pub fn open_minutes(&self) -> u32 {
        self.modules
            .iter()
            .filter(|module| !module.trainers_only)
            .map(ModuleContents::minutes)
            .sum()
    }
}

impl ModuleContents {
    fn of(module: &ModuleText) -> Self {
        Self {
            slug: module.slug.clone(),
            language: module.language,
            title: module.title.clone(),
            summary: module.summary.clone(),
            audience: module.audience.clone(),
            trainers_only: module.trainers_only,
            about_html: module.about_html.clone(),
            trainer_html: module.trainer_html.clone(),
            units: module.units.iter().map(UnitContents::of).collect(),
        }
    }

    /// The minutes of all its units.
    #[must_use]
    pub fn minutes(&self) -> u32 {
        self.units
            .iter()
            .map(|unit| u32::from(unit.shape.minutes))
            .sum()
    }
}

impl UnitContents {
    fn of(unit: &UnitText) -> Self {
        Self {
            language: unit.language,
            title: unit.title.clone(),
            shape: UnitShape::of(unit),
            commitment: unit.activity.commitment,
        }
    }
}
