//! What somebody may read, and in which version.

use std::sync::Arc;

use domain::course::UnitText;
use domain::ids::{PersonId, UnitId};
use domain::language::Language;
use domain::people::Actor;
use domain::policy::{Action, Decision, Subject, decide};
use domain::progress::UnitShape;

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

/// A course that somebody may read.
#[derive(Clone, Debug)]
pub struct CourseView {
    /// The course.
    pub edition: Arc<Edition>,
    /// Whether its modules for trainers are open to the reader: by a role, or in a cohort of
    /// trainers.
    pub trainers_modules: bool,
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
    /// The unit before it, of those open to the reader.
    pub before: Option<UnitPlace>,
    /// The unit after it, of those open to the reader.
    pub after: Option<UnitPlace>,
    /// Whether the trainer's side may be shown.
    pub trainer: bool,
}

impl UnitView {
    /// What there is to do in the unit.
    #[must_use]
    pub fn shape(&self) -> &UnitShape {
        &self.edition.at(self.place, self.text.language).1.shape
    }
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
    let mine = taken(services, actor).await?;
    let mut editions = Vec::new();
    for version in services.library.newest(services).await?.iter() {
        let own = mine
            .iter()
            .find(|taken| taken.edition.course == version.course)
            .map(|taken| Arc::clone(&taken.edition));
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
) -> Result<CourseView, ServiceError> {
    permit(actor, Action::ReadCourse)?;
    let newest = services.library.newest(services).await?;
    let version = newest
        .iter()
        .find(|version| version.slug == slug)
        .ok_or(ServiceError::Hidden)?;
    let mine = taken(services, actor).await?;
    let own = mine
        .iter()
        .find(|taken| taken.edition.course == version.course);
    let edition = match own {
        Some(taken) => Arc::clone(&taken.edition),
        None => services.library.edition(services, version.id).await?,
    };
    Ok(CourseView {
        trainers_modules: trainers_modules(actor, &edition, &mine) == Decision::Allow,
        edition,
    })
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
    let CourseView {
        edition,
        trainers_modules,
    } = course(services, actor, slug).await?;
    let modules = &edition.contents(Language::default()).modules;
    let index = modules
        .iter()
        .position(|m| m.slug.as_str() == module)
        .ok_or(ServiceError::Hidden)?;
    if modules[index].trainers_only && !trainers_modules {
        return Err(closed(actor));
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
    let newest = services.library.newest(services).await?;
    let version = newest
        .iter()
        .find(|version| version.slug == slug)
        .ok_or(ServiceError::Hidden)?;
    // While there is but the first version, no cohort can be working through another.
    let edition = match version.number {
        1 => services.library.edition(services, version.id).await?,
        _ => course(services, actor, slug).await?.edition,
    };
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
    permit(actor, Action::ReadCourse)?;
    // Whoever reads a unit away from the trainers' modules reads the same: then nobody's cohorts
    // are asked for.
    let mine = if is_beside_trainers_modules(&edition, place) {
        taken(services, actor).await?
    } else {
        Vec::new()
    };
    let trainers_modules = trainers_modules(actor, &edition, &mine).is_allowed();
    if edition.is_for_trainers(place) && !trainers_modules {
        return Err(closed(actor));
    }
    let text = text_of(services, &edition, place, language).await?;
    let (before, after) = edition.neighbours(place, trainers_modules);
    Ok(UnitView {
        edition,
        place,
        text,
        before,
        after,
        trainer: may_see_trainers_side(actor),
    })
}

/// A unit's text in a language, or in the one that stands in for it.
pub(crate) async fn text_of(
    services: &Services,
    edition: &Edition,
    place: UnitPlace,
    language: Language,
) -> Result<Arc<UnitText>, ServiceError> {
    let written_in = edition.at(place, language).1.language;
    services.library.text(services, place.id, written_in).await
}

/// Whether a unit is in a module for trainers, or leads into one.
fn is_beside_trainers_modules(edition: &Edition, place: UnitPlace) -> bool {
    edition.is_for_trainers(place)
        || edition.neighbours(place, true) != edition.neighbours(place, false)
}

/// The edition of a version that a cohort works through.
pub(crate) async fn edition_of(
    services: &Services,
    version: domain::ids::CourseVersionId,
) -> Result<Arc<Edition>, ServiceError> {
    services.library.edition(services, version).await
}

/// Whether somebody may see the trainer's side of units.
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

/// Whether a course's modules for trainers are open to somebody who takes these courses.
fn trainers_modules(actor: &Actor, edition: &Edition, taken: &[Taken]) -> Decision {
    let learns = taken
        .iter()
        .any(|one| one.as_trainer && one.edition.course == edition.course);
    may_open_trainers_modules(actor, learns)
}

/// Whether a course's modules for trainers are open to somebody, who takes it in a cohort of
/// trainers or not.
pub(crate) fn may_open_trainers_modules(actor: &Actor, learns: bool) -> Decision {
    let taken_by: Vec<PersonId> = actor.person().filter(|_| learns).into_iter().collect();
    let modules = Subject::TrainersModules {
        taken_by: &taken_by,
    };
    decide(actor, Action::ReadTrainersModule, &modules)
}

/// How a module for trainers answers everybody else.
fn closed(actor: &Actor) -> ServiceError {
    match actor {
        Actor::Visitor => ServiceError::SignIn,
        Actor::Person { .. } => ServiceError::Hidden,
    }
}

/// A course that somebody takes in a cohort.
struct Taken {
    edition: Arc<Edition>,
    as_trainer: bool,
}

/// What somebody takes in cohorts, newest cohort first.
async fn taken(services: &Services, actor: &Actor) -> Result<Vec<Taken>, ServiceError> {
    let Some(person) = actor.person() else {
        return Ok(Vec::new());
    };
    let mut taken = Vec::new();
    for one in store::learner::versions(services.store.read(), person).await? {
        taken.push(Taken {
            edition: services.library.edition(services, one.version).await?,
            as_trainer: one.as_trainer,
        });
    }
    Ok(taken)
}

fn permit(actor: &Actor, action: Action) -> Result<(), ServiceError> {
    match decide(actor, action, &Subject::Platform) {
        Decision::Allow | Decision::Aggregates => Ok(()),
        Decision::SignIn => Err(ServiceError::SignIn),
        Decision::Hidden => Err(ServiceError::Hidden),
    }
}
