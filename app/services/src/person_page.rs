//! A person's page: what they take part in, who trained them, and what happened when.

mod timeline;

use std::collections::{BTreeSet, HashMap, HashSet};
use std::sync::Arc;

use domain::cascade::generation::Generation;
use domain::course::Owing;
use domain::ids::{CohortId, CourseVersionId, InstitutionId, PersonId, ProgrammeId, UnitId};
use domain::people::{Actor, Role};
use domain::policy::{Action, Subject};
use store::grant::Holder;
use store::institution::{UnitState, unit_states};
use store::lineage::Relative;
use store::membership::Membership;
use store::participation::Participation;
use store::person::Person;
use store::person_history::{self, Place};

use crate::access::{Pages, PersonStanding, allow, institution_of};
use crate::course::{Edition, UnitPlace, edition_of};
use crate::follow_up::{FollowUp, of_participations};
use crate::{ServiceError, Services};

pub use timeline::{Entry, What};

/// Most people shown whom somebody trained.
const TRAINED: u64 = 200;

/// Somebody who trained or was trained.
#[derive(Clone, Debug)]
pub struct Trained {
    /// Who, and when.
    pub relative: Relative,
    /// Where.
    pub place: Place,
    /// Whether the asker may open their page.
    pub open: bool,
}

/// A person as somebody sees them.
#[derive(Clone, Debug)]
pub struct PersonPage {
    /// Who it is.
    pub person: Person,
    /// Their addresses.
    pub addresses: Vec<String>,
    /// Where they belong and belonged.
    pub memberships: Vec<Membership>,
    /// The names of the institutions on the page.
    pub institutions: HashMap<InstitutionId, String>,
    /// The roles they hold or held, as far as the asker sees them.
    pub roles: Vec<Holder>,
    /// Their participations that the asker sees, newest first.
    pub participations: Vec<(Participation, Place)>,
    /// How many more there are elsewhere.
    pub elsewhere: usize,
    /// The courses of those participations, with the units asked of them.
    pub courses: Vec<Course>,
    /// Who trained them, where the asker sees it.
    pub trained_by: Vec<Trained>,
    /// Whom they trained, where the asker sees it.
    pub trained: Vec<Trained>,
    /// Their generation in the programme, once a trainer of theirs is recorded.
    pub generation: Option<Generation>,
    /// What happened, newest first.
    pub timeline: Vec<Entry>,
    /// What they are asked about courses that they finished; for nobody but themself.
    pub follow_ups: Vec<FollowUp>,
    /// Whether the asker may hand over a code that sets a new password.
    pub may_hand_over: bool,
}

/// A course with how far a person is in each unit.
#[derive(Clone, Debug)]
pub struct Course {
    /// The course.
    pub edition: Arc<Edition>,
    /// The units that the person owes or has opened, in course order.
    pub units: Vec<PersonsUnit>,
}

/// How far a person is in a unit.
#[derive(Clone, Copy, Debug)]
pub struct PersonsUnit {
    /// The unit.
    pub place: UnitPlace,
    /// How far; `None`: not opened.
    pub state: Option<UnitState>,
    /// Whether they owe it in one of their cohorts.
    pub owed: bool,
}

/// A person's page.
///
/// # Errors
/// [`ServiceError::Hidden`] when there is no such person, or they are none of the asker's
/// business: both look the same.
pub async fn page(
    services: &Services,
    actor: &Actor,
    id: PersonId,
) -> Result<PersonPage, ServiceError> {
    actor.person().ok_or(ServiceError::SignIn)?;
    let db = services.store.read();
    let standing = PersonStanding::of(db, id).await?;
    allow(actor, Action::SeePerson, &standing.subject())?;
    let trained_by = store::lineage::trainers_of(db, id).await?;
    let trained = store::lineage::trained_by(db, id, TRAINED).await?;
    let cohorts: BTreeSet<CohortId> = standing
        .participations
        .iter()
        .map(|one| one.cohort)
        .chain(trained_by.iter().chain(&trained).map(|one| one.cohort))
        .collect();
    let seen = seen_places(services, actor, id, &cohorts).await?;
    let participations: Vec<(Participation, Place)> = standing
        .participations
        .iter()
        .filter_map(|one| Some((one.clone(), seen.get(&one.cohort)?.clone())))
        .collect();
    let roles = seen_roles(services, actor, &standing).await?;
    let courses = courses(services, id, &participations).await?;
    let known: Vec<InstitutionId> = standing
        .memberships
        .iter()
        .map(|one| one.institution)
        .chain(roles.iter().filter_map(|held| institution_of(&held.role)))
        .collect();
    let names = person_history::institution_names(db, &known).await?;
    Ok(PersonPage {
        addresses: addresses(services, id).await?,
        institutions: names.into_iter().collect(),
        elsewhere: standing.participations.len() - participations.len(),
        generation: generation(services, id, &participations).await?,
        timeline: timeline::of(services, id, &participations, &courses, &roles).await?,
        trained_by: with_places(services, actor, trained_by, None, &seen).await?,
        trained: with_places(services, actor, trained, Some(id), &seen).await?,
        follow_ups: follow_ups(services, actor, id, &participations).await?,
        may_hand_over: allow(actor, Action::HandOverResetCode, &standing.subject()).is_ok(),
        participations,
        roles,
        courses,
        memberships: standing.memberships,
        person: standing.person,
    })
}

/// What a person is asked about courses that they finished; their texts and answers are theirs
/// alone.
async fn follow_ups(
    services: &Services,
    actor: &Actor,
    person: PersonId,
    participations: &[(Participation, Place)],
) -> Result<Vec<FollowUp>, ServiceError> {
    if actor.person() != Some(person) {
        return Ok(Vec::new());
    }
    of_participations(services, person, participations).await
}

/// The cohorts that the asker sees, of those that a person was in or trained.
async fn seen_places(
    services: &Services,
    actor: &Actor,
    person: PersonId,
    cohorts: &BTreeSet<CohortId>,
) -> Result<HashMap<CohortId, Place>, ServiceError> {
    let db = services.store.read();
    let ids: Vec<CohortId> = cohorts.iter().copied().collect();
    let mut trainers = store::cohort::trainer_names(db, &ids).await?;
    let oneself = actor.person() == Some(person);
    let mut seen = HashMap::new();
    for place in person_history::places(db, &ids).await? {
        let trainers = trainers.remove(&place.cohort).unwrap_or_default();
        let trainers: Vec<PersonId> = trainers.into_iter().map(|(trainer, _)| trainer).collect();
        let subject = Subject::Cohort {
            programme: place.programme,
            institution: place.institution,
            trainers: &trainers,
        };
        if oneself || allow(actor, Action::SeeCohort, &subject).is_ok() {
            seen.insert(place.cohort, place);
        }
    }
    Ok(seen)
}

async fn seen_roles(
    services: &Services,
    actor: &Actor,
    standing: &PersonStanding,
) -> Result<Vec<Holder>, ServiceError> {
    let held = store::grant::history(services.store.read(), standing.person.id).await?;
    let oneself = actor.person() == Some(standing.person.id);
    let of = |programme: ProgrammeId| {
        allow(actor, Action::SeeProgramme, &Subject::Programme(programme)).is_ok()
    };
    let at = |institution: InstitutionId| {
        standing.programmes.iter().any(|programme| {
            let subject = Subject::Institution {
                programme: *programme,
                institution,
            };
            allow(actor, Action::SeeInstitution, &subject).is_ok()
        })
    };
    let sees = |role: &Role| match *role {
        Role::Trainer(institution) | Role::Lead(institution) => at(institution),
        Role::Coordinator(programme)
        | Role::PartnerTrainer(programme)
        | Role::Observer(programme)
        | Role::Recogniser(programme) => of(programme),
        Role::Author => standing.programmes.iter().copied().any(of),
    };
    Ok(held
        .into_iter()
        .filter(|holder| oneself || sees(&holder.role))
        .collect())
}

async fn addresses(services: &Services, person: PersonId) -> Result<Vec<String>, ServiceError> {
    let addresses = store::person::addresses(services.store.read(), person).await?;
    Ok(addresses.into_iter().map(|one| one.address).collect())
}

async fn courses(
    services: &Services,
    person: PersonId,
    participations: &[(Participation, Place)],
) -> Result<Vec<Course>, ServiceError> {
    let mut met: HashSet<CourseVersionId> = HashSet::new();
    let mut editions = Vec::new();
    for (_, place) in participations {
        if met.insert(place.course_version) {
            editions.push(edition_of(services, place.course_version).await?);
        }
    }
    let units: Vec<UnitId> = editions
        .iter()
        .flat_map(|edition| edition.units())
        .map(|place| place.id)
        .collect();
    let states = unit_states(services.store.read(), &[person], &units).await?;
    let course = |edition: Arc<Edition>| {
        let owed = owed(&edition, participations);
        let unit = |place: &UnitPlace| PersonsUnit {
            place: *place,
            state: states.get(&(person, place.id)).copied(),
            owed: owed.contains(&place.id),
        };
        let units = edition.units().iter().map(unit);
        Course {
            units: units
                .filter(|unit| unit.owed || unit.state.is_some())
                .collect(),
            edition,
        }
    };
    Ok(editions.into_iter().map(course).collect())
}

/// The units that a person owes in any cohort of a course.
fn owed(edition: &Edition, participations: &[(Participation, Place)]) -> HashSet<UnitId> {
    let of_cohort = |(one, place): &(Participation, Place)| {
        let owing = Owing {
            track: one.track.as_ref(),
            of_trainers: place.of_trainers,
        };
        edition.required(owing)
    };
    participations
        .iter()
        .filter(|(_, place)| place.course_version == edition.version)
        .flat_map(of_cohort)
        .collect()
}

async fn generation(
    services: &Services,
    person: PersonId,
    participations: &[(Participation, Place)],
) -> Result<Option<Generation>, ServiceError> {
    let Some((_, place)) = participations.first() else {
        return Ok(None);
    };
    let db = services.store.read();
    let known = store::lineage::generations(db, place.programme, &[person]).await?;
    Ok(known.get(&person).copied())
}

/// Relatives with the cohorts that the asker sees; `trainer` trained all of them, if it is said.
async fn with_places(
    services: &Services,
    actor: &Actor,
    relatives: Vec<Relative>,
    trainer: Option<PersonId>,
    seen: &HashMap<CohortId, Place>,
) -> Result<Vec<Trained>, ServiceError> {
    let people: Vec<PersonId> = relatives.iter().map(|one| one.person).collect();
    let pages = Pages::of(services.store.read(), &people).await?;
    let trained = |relative: Relative| {
        let place = seen.get(&relative.cohort)?.clone();
        let trained_by: Vec<_> = trainer
            .map(|one| (one, place.institution))
            .into_iter()
            .collect();
        let open = pages.open(actor, relative.person, place.programme, &trained_by);
        Some(Trained {
            relative,
            place,
            open,
        })
    };
    Ok(relatives.into_iter().filter_map(trained).collect())
}
