//! What somebody may read, and in which version.

use std::sync::Arc;

use domain::course::UnitText;
use domain::ids::UnitId;
use domain::language::Language;
use domain::people::Actor;
use domain::policy::{Action, Decision, Subject, decide};

use super::contents::ModuleContents;
use super::edition::{Edition, UnitPlace};
use crate::{ServiceError, Services};

/// A module that somebody may read.
#[derive(Clone, Debug)]
pub struct ModuleView {
    /// The course.
    pub edition: Arc<Edition>,
    /// The module's index, from 0.
    pub index: usize,
    /// Whether the trainer's side may be shown.
    pub trainer: bool,
}

impl ModuleView {
    /// The module in a language.
    #[must_use]
    pub fn contents(&self, language: Language) -> &ModuleContents {
        &self.edition.contents(language).modules[self.index]
    }
}

/// A unit that somebody may read.
#[derive(Clone, Debug)]
pub struct UnitView {
    /// The course.
    pub edition: Arc<Edition>,
    /// Where the unit stands in it.
    pub place: UnitPlace,
    /// Its text, in the language that was asked for or the one that stands in for it.
    pub text: Arc<UnitText>,
    /// Whether the trainer's side may be shown.
    pub trainer: bool,
}

/// All courses, each as the asker reads it.
///
/// # Errors
/// When the database fails.
pub async fn courses(
    services: &Services,
    actor: &Actor,
) -> Result<Vec<Arc<Edition>>, ServiceError> {
    permit(actor, Action::ReadCourse)?;
    let mine = own_editions(services, actor).await?;
    let mut editions = Vec::new();
    for version in services.library.newest(services).await?.iter() {
        let own = mine
            .iter()
            .find(|edition| edition.course == version.course)
            .cloned();
        editions.push(match own {
            Some(edition) => edition,
            None => services.library.edition(services, version.id).await?,
        });
    }
    Ok(editions)
}

/// A course as the asker reads it: somebody in a cohort stays with their cohort's version,
/// everybody else reads the newest.
///
/// # Errors
/// [`ServiceError::Hidden`] when there is no such course; when the database fails.
pub async fn course(
    services: &Services,
    actor: &Actor,
    slug: &str,
) -> Result<Arc<Edition>, ServiceError> {
    permit(actor, Action::ReadCourse)?;
    let newest = services.library.newest(services).await?;
    let version = newest
        .iter()
        .find(|version| version.slug == slug)
        .ok_or(ServiceError::Hidden)?;
    let mine = own_editions(services, actor).await?;
    match mine
        .into_iter()
        .find(|edition| edition.course == version.course)
    {
        Some(edition) => Ok(edition),
        None => services.library.edition(services, version.id).await,
    }
}

/// A module.
///
/// # Errors
/// [`ServiceError::Hidden`] when there is none or it is for trainers; [`ServiceError::SignIn`]
/// when it is for trainers and a visitor asks; when the database fails.
pub async fn module(
    services: &Services,
    actor: &Actor,
    slug: &str,
    module: &str,
) -> Result<ModuleView, ServiceError> {
    let edition = course(services, actor, slug).await?;
    let modules = &edition.contents(Language::default()).modules;
    let index = modules
        .iter()
        .position(|m| m.slug.as_str() == module)
        .ok_or(ServiceError::Hidden)?;
    if modules[index].trainers_only {
        permit(actor, Action::ReadTrainersSide)?;
    }
    Ok(ModuleView {
        edition,
        index,
        trainer: may_see_trainers_side(actor),
    })
}

/// A unit, in a language or the one that stands in for it.
///
/// # Errors
/// As [`module`].
pub async fn unit(
    services: &Services,
    actor: &Actor,
    language: Language,
    slug: &str,
    module: &str,
    unit: &str,
) -> Result<UnitView, ServiceError> {
    let edition = course(services, actor, slug).await?;
    let place = edition.find(module, unit).ok_or(ServiceError::Hidden)?;
    open(services, actor, language, edition, place).await
}

/// A unit, by its id.
///
/// # Errors
/// As [`module`].
pub async fn unit_by_id(
    services: &Services,
    actor: &Actor,
    language: Language,
    unit: UnitId,
) -> Result<UnitView, ServiceError> {
    let edition = services.library.edition_of_unit(services, unit).await?;
    let place = edition.place(unit).ok_or(ServiceError::Hidden)?;
    open(services, actor, language, edition, place).await
}

async fn open(
    services: &Services,
    actor: &Actor,
    language: Language,
    edition: Arc<Edition>,
    place: UnitPlace,
) -> Result<UnitView, ServiceError> {
    let needed = if edition.is_for_trainers(place) {
        Action::ReadTrainersSide
    } else {
        Action::ReadCourse
    };
    permit(actor, needed)?;
    let written_in = edition.at(place, language).1.language;
    let text = services
        .library
        .text(services, place.id, written_in)
        .await?;
    Ok(UnitView {
        edition,
        place,
        text,
        trainer: may_see_trainers_side(actor),
    })
}

/// The edition of a version that a cohort works through.
pub(crate) async fn edition_of(
    services: &Services,
    version: domain::ids::CourseVersionId,
) -> Result<Arc<Edition>, ServiceError> {
    services.library.edition(services, version).await
}

/// Whether somebody may see the trainer's side of units, and open modules for trainers.
#[must_use]
pub fn may_see_trainers_side(actor: &Actor) -> bool {
    decide(actor, Action::ReadTrainersSide, &Subject::Platform).is_allowed()
}

/// Refuses everybody who may not see the trainer's side of units.
///
/// # Errors
/// [`ServiceError::SignIn`] for a visitor, [`ServiceError::Hidden`] for anybody else.
pub fn require_trainers_side(actor: &Actor) -> Result<(), ServiceError> {
    permit(actor, Action::ReadTrainersSide)
}

/// The editions of the cohorts that somebody is in, newest cohort first.
async fn own_editions(
    services: &Services,
    actor: &Actor,
) -> Result<Vec<Arc<Edition>>, ServiceError> {
    let Some(person) = actor.person() else {
        return Ok(Vec::new());
    };
    let mut editions = Vec::new();
    for version in store::learner::versions(services.store.read(), person).await? {
        editions.push(services.library.edition(services, version).await?);
    }
    Ok(editions)
}

fn permit(actor: &Actor, action: Action) -> Result<(), ServiceError> {
    match decide(actor, action, &Subject::Platform) {
        Decision::Allow | Decision::Aggregates => Ok(()),
        Decision::SignIn => Err(ServiceError::SignIn),
        Decision::Hidden => Err(ServiceError::Hidden),
    }
}
