//! A session's page, and its entry in a calendar.

use std::sync::Arc;

use domain::clock::Timestamp;
use domain::ids::{CohortId, PersonId, SessionId, UnitId};
use domain::language::Language;
use domain::people::Actor;
use domain::policy::Action;
use domain::session::check_in::Moment;
use store::adaptation::Adaptation;
use store::cohort::Cohort;
use store::session::Session;

use super::{allowed, check_in_window, is_due, to_check_in};
use crate::course::{Edition, edition_of};
use crate::{ServiceError, Services};

/// How many corrections the page shows.
const CORRECTIONS: u64 = 50;

/// A unit that a session teaches.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnitLine {
    /// Which unit.
    pub unit: UnitId,
    /// Its title.
    pub title: String,
    /// Its address.
    pub path: String,
    /// How long it takes, in minutes.
    pub minutes: u32,
}

/// Everything a session's page shows.
#[derive(Clone, Debug)]
pub struct SessionPage {
    /// The cohort.
    pub cohort: Cohort,
    /// The session.
    pub session: Session,
    /// Who delivers it.
    pub trainers: Vec<(PersonId, String)>,
    /// What it teaches, in order.
    pub units: Vec<UnitLine>,
    /// The cohort's course.
    pub course: Arc<Edition>,
    /// Whether its day has come.
    pub due: bool,
    /// Whether people can check in now.
    pub moment: Moment,
    /// How many were there, and how many are on the roster and not withdrawn.
    pub here: (u32, u32),
    /// The corrections of its register, newest first.
    pub corrections: Vec<store::session::Line>,
    /// What was changed for the local context.
    pub adaptations: Vec<Adaptation>,
}

/// A session's page.
///
/// # Errors
/// [`ServiceError::Hidden`] when the session is none of the asker's business.
pub async fn show(
    services: &Services,
    actor: &Actor,
    cohort: CohortId,
    session: SessionId,
    language: Language,
) -> Result<SessionPage, ServiceError> {
    let (_, standing, session) =
        allowed(services, actor, Action::SeeCohort, cohort, session).await?;
    let read = services.store.read();
    let course = edition_of(services, standing.cohort.course_version).await?;
    let units = store::session::units(read, session.id).await?;
    let named = store::person::by_ids(read, &session.trainers).await?;
    let trainers = session
        .trainers
        .iter()
        .filter_map(|id| Some((*id, named.get(id)?.name.clone())))
        .collect();
    let sheet = store::session::attendance(read, session.id).await?;
    let roster = store::roster::of_cohort(read, cohort).await?;
    // The people of the register: those withdrawn later stand on it where it names them.
    let expected = roster
        .iter()
        .filter(|line| line.withdrawn.is_none() || sheet.present(line.person).is_some())
        .count();
    let count = |people: usize| u32::try_from(people).unwrap_or(u32::MAX);
    Ok(SessionPage {
        trainers,
        units: lines(&course, &units, language),
        due: is_due(&session, services.now()),
        moment: check_in_window(&session).at(services.now()),
        here: (count(sheet.everybody_present().count()), count(expected)),
        corrections: store::session::history(read, session.id, true, CORRECTIONS).await?,
        adaptations: store::adaptation::of_session(read, session.id).await?,
        course,
        cohort: standing.cohort,
        session,
    })
}

pub(super) fn lines(course: &Edition, units: &[UnitId], language: Language) -> Vec<UnitLine> {
    let line = |unit: &UnitId| {
        let place = course.place(*unit)?;
        let (_, contents) = course.at(place, language);
        Some(UnitLine {
            unit: *unit,
            title: contents.title.clone(),
            path: course.path(place),
            minutes: u32::from(contents.shape.minutes),
        })
    };
    units.iter().filter_map(line).collect()
}

/// A session as a calendar shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// The cohort.
    pub cohort: Cohort,
    /// The session.
    pub session: Session,
    /// Who delivers it.
    pub trainers: Vec<String>,
    /// When this was asked.
    pub at: Timestamp,
    /// Whether the asker takes part in it; otherwise they see its cohort.
    pub takes_part: bool,
    /// Whether it is to leave the asker's calendar: it was called off, or they deliver it no more.
    pub gone: bool,
}

/// A session as a calendar entry, for those who take part in it and those who may see its cohort.
///
/// # Errors
/// [`ServiceError::Hidden`] when the session is none of the asker's business.
pub async fn entry(
    services: &Services,
    actor: &Actor,
    session: SessionId,
) -> Result<Entry, ServiceError> {
    let (cohort, session, takes_part) = match to_check_in(services, actor, session).await {
        Ok(found) => (found.cohort, found.session, true),
        Err(ServiceError::Hidden) => {
            let read = services.store.read();
            let found = store::session::by_id(read, session)
                .await?
                .ok_or(ServiceError::Hidden)?;
            let seen = allowed(services, actor, Action::SeeCohort, found.cohort, found.id).await?;
            (seen.1.cohort, seen.2, false)
        }
        Err(error) => return Err(error),
    };
    let named = store::person::by_ids(services.store.read(), &session.trainers).await?;
    let trainers = session
        .trainers
        .iter()
        .filter_map(|id| Some(named.get(id)?.name.clone()))
        .collect();
    Ok(Entry {
        gone: session.cancelled.is_some(),
        cohort,
        session,
        trainers,
        at: services.now(),
        takes_part,
    })
}
