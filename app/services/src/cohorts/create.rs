//! Making a cohort.

use std::sync::Arc;

use domain::ids::{CohortId, CourseVersionId, InstitutionId, PersonId, ProgrammeId};
use domain::people::{Actor, Role};
use domain::policy::{Action, Subject};
use store::cohort::{Audience, Cohort, Mode};

use super::clean_line;
use crate::access::allow;
use crate::course::Edition;
use crate::{FieldProblem, ServiceError, Services, audit, course, learning};

/// Where a cohort can be held.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// The programme that counts it.
    pub programme: ProgrammeId,
    /// The programme's title.
    pub programme_title: String,
    /// The institution.
    pub institution: InstitutionId,
    /// The institution's name.
    pub name: String,
}

/// What a person who makes a cohort can choose from.
#[derive(Clone, Debug)]
pub struct Offer {
    /// Where.
    pub places: Vec<Place>,
    /// The newest version of each course.
    pub courses: Vec<Arc<Edition>>,
    /// Whether it may be a cohort of future trainers.
    pub trainers_too: bool,
    /// Who can train it with them; only when there is one place, else they are added later.
    pub co_trainers: Vec<(PersonId, String)>,
    /// Whether the asker will be one of its trainers.
    pub trains: bool,
}

/// What was chosen.
#[derive(Clone, Debug)]
pub struct NewCohort {
    /// Its name, as typed.
    pub title: String,
    /// The programme that counts it.
    pub programme: ProgrammeId,
    /// Where it is held.
    pub institution: InstitutionId,
    /// What it learns.
    pub course: CourseVersionId,
    /// The name of the track that whoever is enrolled begins with; empty: the whole course. Of a
    /// course without tracks nothing is asked.
    pub track: String,
    /// How it learns.
    pub mode: Mode,
    /// Who it is for.
    pub audience: Audience,
    /// Who trains it besides the maker.
    pub co_trainers: Vec<PersonId>,
}

/// What the asker can choose from; an offer without places means they may make none.
///
/// # Errors
/// [`ServiceError::Hidden`] for somebody who may never make a cohort.
pub async fn offer(services: &Services, actor: &Actor) -> Result<Offer, ServiceError> {
    let maker = actor.person().ok_or(ServiceError::SignIn)?;
    let read = services.store.read();
    let places = places(services, actor).await?;
    let mut courses = Vec::new();
    for version in store::course::newest_of_all(read).await? {
        courses.push(course::edition_of(services, version.id).await?);
    }
    let mut co_trainers = Vec::new();
    if let [only] = places.as_slice() {
        co_trainers = store::grant::trainers_at(read, only.institution).await?;
        co_trainers.retain(|(person, _)| *person != maker);
    }
    let trains = places
        .iter()
        .any(|place| trains_at(actor, place.programme, place.institution));
    Ok(Offer {
        places,
        courses,
        trainers_too: may_train_trainers(actor),
        co_trainers,
        trains,
    })
}

/// Makes a cohort; its maker trains it, if a trainer there.
///
/// # Errors
/// [`ServiceError::Invalid`] with what is wrong beside which field.
pub async fn create(
    services: &Services,
    actor: &Actor,
    new: NewCohort,
) -> Result<CohortId, ServiceError> {
    let maker = actor.person().ok_or(ServiceError::SignIn)?;
    let place = Subject::Institution {
        programme: new.programme,
        institution: new.institution,
    };
    allow(actor, Action::CreateCohort, &place)?;
    let read = services.store.read();
    // Roles are held at an institution, whatever the programme: the pair must exist.
    let programmes = store::programme::of_institution(read, new.institution).await?;
    if !programmes.contains(&new.programme) {
        return Err(ServiceError::Hidden);
    }
    let mut problems = Vec::new();
    let title = clean_line("title", "cohort_title_missing", &new.title)
        .map_err(|problem| problems.push(problem))
        .ok();
    let newest = store::course::newest_of_all(read).await?;
    let mut track = None;
    if newest.iter().any(|version| version.id == new.course) {
        let edition = course::edition_of(services, new.course).await?;
        match learning::chosen(&edition, &new.track) {
            Ok(chosen) => track = chosen,
            Err(ServiceError::Invalid(found)) => problems.extend(found),
            Err(error) => return Err(error),
        }
    } else {
        problems.push(FieldProblem::new("course", "choice"));
    }
    if new.audience == Audience::Trainers && !may_train_trainers(actor) {
        problems.push(FieldProblem::new("audience", "audience_not_yours"));
    }
    let mut trainers = Vec::new();
    if trains_at(actor, new.programme, new.institution) {
        trainers.push(maker);
    }
    let there = store::grant::trainers_at(read, new.institution).await?;
    trainers.extend(
        new.co_trainers.iter().filter(|chosen| {
            **chosen != maker && there.iter().any(|(person, _)| person == *chosen)
        }),
    );
    let Some(title) = title.filter(|_| problems.is_empty()) else {
        return Err(ServiceError::Invalid(problems));
    };
    let cohort = Cohort {
        id: CohortId(services.new_id()),
        programme: new.programme,
        institution: new.institution,
        course_version: new.course,
        title,
        mode: new.mode,
        audience: new.audience,
        created_by: maker,
        created_at: services.now(),
        revision: 1,
        track,
        tally: Default::default(),
    };
    keep(services, cohort, trainers).await
}

async fn keep(
    services: &Services,
    cohort: Cohort,
    trainers: Vec<PersonId>,
) -> Result<CohortId, ServiceError> {
    let asker = services.clone();
    services
        .store
        .write(Box::new(move |tx| {
            Box::pin(async move {
                store::cohort::create(tx, &cohort, &trainers).await?;
                let subject = ("cohort", cohort.id.0);
                audit::record(
                    &asker,
                    tx,
                    Some(cohort.created_by),
                    "cohort.created",
                    subject,
                    &cohort.title,
                )
                .await?;
                Ok(cohort.id)
            })
        }))
        .await
}

async fn places(services: &Services, actor: &Actor) -> Result<Vec<Place>, ServiceError> {
    let read = services.store.read();
    let mut places: Vec<Place> = Vec::new();
    for programme in store::programme::all(read).await? {
        for (institution, name) in store::programme::institutions_of(read, programme.id).await? {
            let subject = Subject::Institution {
                programme: programme.id,
                institution,
            };
            if allow(actor, Action::CreateCohort, &subject).is_ok() {
                let programme_title = programme.title.clone();
                places.push(Place {
                    programme: programme.id,
                    programme_title,
                    institution,
                    name,
                });
            }
        }
    }
    if places.is_empty() {
        return Err(ServiceError::Hidden);
    }
    Ok(places)
}

/// Whether the actor will train what they make there; otherwise they make it for others.
fn trains_at(actor: &Actor, programme: ProgrammeId, institution: InstitutionId) -> bool {
    actor.roles().iter().any(|role| match *role {
        Role::Trainer(at) => at == institution,
        Role::PartnerTrainer(of) => of == programme,
        _ => false,
    })
}

/// Future trainers are trained by partner trainers, in cohorts that those or a coordinator make.
fn may_train_trainers(actor: &Actor) -> bool {
    actor
        .roles()
        .iter()
        .any(|role| matches!(role, Role::Coordinator(_) | Role::PartnerTrainer(_)))
}
