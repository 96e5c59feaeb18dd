//! The permanent page of an enrolment, and taking it back.

use domain::clock::{HOUR, Timestamp};
use domain::ids::{CohortId, EnrolmentId, ParticipationId, PersonId};
use domain::people::Actor;
use domain::policy::Action;
use store::cohort::Cohort;
use store::enrolment::{Enrolment, Outcome, OutcomeRow, State};

use crate::{ServiceError, Services, audit, cohorts, invitations};

/// How long an enrolment can be undone.
pub const UNDO_WITHIN: i64 = 24 * HOUR;
/// How many rows a page of the result shows.
pub const ROWS_PER_PAGE: u64 = 100;

/// Why an enrolment cannot be undone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum UndoRefused {
    /// It was undone.
    Undone,
    /// More than [`UNDO_WITHIN`] ago.
    TooLate,
    /// Somebody has started, or was withdrawn since.
    Started,
}

/// What became of a list.
#[derive(Clone, Debug)]
pub struct ResultPage {
    /// The cohort.
    pub cohort: Cohort,
    /// The enrolment.
    pub enrolment: Enrolment,
    /// Who made it.
    pub made_by: String,
    /// Who undid it.
    pub undone_by: Option<String>,
    /// How many rows came to each outcome.
    pub counts: Vec<(Outcome, u32)>,
    /// One page of the rows.
    pub rows: Vec<OutcomeRow>,
    /// How many rows there are on all pages.
    pub total: u64,
    /// Which page this is, from 1.
    pub page: u64,
    /// Until when it can be undone, or why not.
    pub undo: Result<Timestamp, UndoRefused>,
    /// Whether the asker has rows of this or another list waiting as a draft.
    pub draft: bool,
}

/// The permanent page of an enrolment.
///
/// # Errors
/// [`ServiceError::Hidden`] when it is none of the asker's business, or still a draft.
pub async fn result(
    services: &Services,
    actor: &Actor,
    cohort: CohortId,
    id: EnrolmentId,
    page: u64,
) -> Result<ResultPage, ServiceError> {
    let (by, standing) = cohorts::allowed(services, actor, Action::SeeCohort, cohort).await?;
    let enrolment = committed(services, cohort, id).await?;
    let read = services.store.read();
    let counts = store::enrolment::counts(read, id).await?;
    let total: u64 = counts.iter().map(|(_, rows)| u64::from(*rows)).sum();
    let page = page.clamp(1, total.div_ceil(ROWS_PER_PAGE).max(1));
    let rows = store::enrolment::rows(read, id, ROWS_PER_PAGE, (page - 1) * ROWS_PER_PAGE).await?;
    let undone_by = enrolment.undone.and_then(|(_, by)| by);
    let people: Vec<PersonId> = [Some(enrolment.made_by), undone_by]
        .into_iter()
        .flatten()
        .collect();
    let named = store::person::by_ids(read, &people).await?;
    let name = |person: PersonId| named.get(&person).map(|known| known.name.clone());
    Ok(ResultPage {
        made_by: name(enrolment.made_by).unwrap_or_default(),
        undone_by: undone_by.and_then(name),
        undo: undoable(services, &enrolment).await?,
        draft: store::enrolment::draft_of(read, cohort, by)
            .await?
            .is_some(),
        cohort: standing.cohort,
        enrolment,
        counts,
        rows,
        total,
        page,
    })
}

async fn undoable(
    services: &Services,
    enrolment: &Enrolment,
) -> Result<Result<Timestamp, UndoRefused>, ServiceError> {
    if enrolment.state == State::Undone {
        return Ok(Err(UndoRefused::Undone));
    }
    let until = enrolment.committed_at.unwrap_or_default().plus(UNDO_WITHIN);
    if services.now() >= until {
        return Ok(Err(UndoRefused::TooLate));
    }
    if store::enrolment::touched(services.store.read(), enrolment.id).await? {
        return Ok(Err(UndoRefused::Started));
    }
    Ok(Ok(until))
}

/// Takes an enrolment back: its participations go, its invitations open nothing any more. The
/// people stay known, without roles, and the page stays.
///
/// # Errors
/// [`ServiceError::Invalid`] beside `undo` after 24 hours, or once anybody has started.
pub async fn undo(
    services: &Services,
    actor: &Actor,
    cohort: CohortId,
    id: EnrolmentId,
) -> Result<(), ServiceError> {
    let (by, _) = cohorts::allowed(services, actor, Action::UndoEnrolment, cohort).await?;
    let enrolment = committed(services, cohort, id).await?;
    match undoable(services, &enrolment).await? {
        // A second press of the button changes nothing.
        Err(UndoRefused::Undone) => return Ok(()),
        Err(UndoRefused::TooLate) => return Err(ServiceError::field("undo", "undo_too_late")),
        Err(UndoRefused::Started) => return Err(ServiceError::field("undo", "undo_started")),
        Ok(_) => {}
    }
    let asker = services.clone();
    services
        .store
        .write(Box::new(move |tx| {
            Box::pin(async move {
                let cohort = store::cohort::lock(tx, cohort)
                    .await?
                    .ok_or(ServiceError::Hidden)?;
                if !store::enrolment::undo(tx, id, by, asker.now()).await? {
                    return Err(ServiceError::Stale);
                }
                let made = store::enrolment::participations(tx, id).await?;
                let (participations, people): (Vec<ParticipationId>, Vec<PersonId>) =
                    made.into_iter().unzip();
                let gone = store::participation::undo_many(tx, &cohort, &participations).await?;
                let gone = gone.ok_or_else(|| ServiceError::field("undo", "undo_started"))?;
                invitations::revoke_of_cohort(&asker, tx, cohort.id, &people).await?;
                store::message::cancel_of_sessions_to(tx, cohort.id, &people).await?;
                let subject = ("enrolment", id.0);
                audit::record(
                    &asker,
                    tx,
                    Some(by),
                    "enrolment.undone",
                    subject,
                    &gone.to_string(),
                )
                .await
            })
        }))
        .await
}

async fn committed(
    services: &Services,
    cohort: CohortId,
    id: EnrolmentId,
) -> Result<Enrolment, ServiceError> {
    store::enrolment::by_id(services.store.read(), id)
        .await?
        .filter(|found| found.cohort == cohort && found.state != State::Draft)
        .ok_or(ServiceError::Hidden)
}
