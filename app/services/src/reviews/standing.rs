//! How what people handed in stands: for a learner's home, and for whoever decides whether a course
//! is completed.

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use domain::assessment::{Activities, ReviewState};
use domain::clock::Timestamp;
use domain::ids::{ParticipationId, PersonId, UnitId};
use store::ConnectionTrait;
use store::learning::PRODUCT;

use crate::course::{Edition, UnitPlace, edition_of};
use crate::{ServiceError, Services};

/// Something that came back to a learner with feedback.
#[derive(Clone, Debug)]
pub struct CameBack {
    /// The course.
    pub edition: Arc<Edition>,
    /// The unit.
    pub place: UnitPlace,
    /// The open question; none for the activity's product.
    pub question: Option<String>,
    /// When it came back.
    pub at: Timestamp,
}

impl CameBack {
    /// Where the learner reads the feedback and hands in again.
    #[must_use]
    pub fn path(&self) -> String {
        let anchor = match &self.question {
            Some(question) => format!("q-{question}"),
            None => "activity".to_owned(),
        };
        format!("{}#{anchor}", self.edition.path(self.place))
    }
}

/// What came back to somebody in these courses, the newest first.
pub(crate) async fn returned_to(
    services: &Services,
    person: PersonId,
    editions: &[Arc<Edition>],
) -> Result<Vec<CameBack>, ServiceError> {
    let places: BTreeMap<UnitId, (&Arc<Edition>, UnitPlace)> = editions
        .iter()
        .flat_map(|edition| edition.units().iter().map(move |place| (edition, *place)))
        .map(|(edition, place)| (place.id, (edition, place)))
        .collect();
    let units: Vec<UnitId> = places.keys().copied().collect();
    let returned = store::review::returned_to(services.store.read(), person, &units).await?;
    let came_back = |one: store::review::Returned| {
        let (edition, place) = places.get(&one.unit)?;
        Some(CameBack {
            edition: Arc::clone(edition),
            place: *place,
            question: Some(one.question).filter(|question| question != PRODUCT),
            at: one.at,
        })
    };
    Ok(returned.into_iter().filter_map(came_back).collect())
}

/// How the activities that a participation requires stand: those of the units that it owes by its
/// track. None when there is no such participation.
///
/// The rule: an activity is accepted when a trainer accepts its newest version. The one in which
/// the course asks for a commitment is nobody else's to read, so it counts as accepted when it was
/// handed in.
///
/// # Errors
/// When the database fails or the course cannot be read.
pub async fn activities(
    services: &Services,
    db: &impl ConnectionTrait,
    participation: ParticipationId,
) -> Result<Option<Activities>, ServiceError> {
    let Some(of) = store::participation::by_id(db, participation).await? else {
        return Ok(None);
    };
    let Some(cohort) = store::cohort::by_id(db, of.cohort).await? else {
        return Ok(None);
    };
    let edition = edition_of(services, cohort.course_version).await?;
    let required = crate::learning::required(&edition, &cohort, &of);
    let mut all = activities_of(db, &edition, &required, &[of.person]).await?;
    Ok(Some(all.remove(&of.person).unwrap_or_default()))
}

/// The same for many people and any set of required units of one edition, in one statement.
///
/// # Errors
/// When the database fails.
pub async fn activities_of(
    db: &impl ConnectionTrait,
    edition: &Edition,
    required: &[UnitId],
    people: &[PersonId],
) -> Result<HashMap<PersonId, Activities>, ServiceError> {
    let private = edition.commitment();
    let mut states: HashMap<(PersonId, UnitId), ReviewState> = HashMap::new();
    for product in store::review::products(db, people, required).await? {
        let state = match product.state {
            ReviewState::Waiting if Some(product.unit) == private => ReviewState::Accepted,
            state => state,
        };
        states.insert((product.person, product.unit), state);
    }
    let of = |person: PersonId| {
        Activities::of(required.iter().map(|unit| {
            let state = states.get(&(person, *unit));
            state.copied().unwrap_or(ReviewState::NotYet)
        }))
    };
    Ok(people.iter().map(|person| (*person, of(*person))).collect())
}
