//! Choosing a track: by oneself, or for a colleague by who may enrol them.
//!
//! The rule: a track may be changed until it is finished, and whatever was done stays done. Who
//! follows another track owes its units from then on; should these be complete already, they have
//! finished at that moment.

use std::sync::Arc;

use domain::course::Slug;
use domain::ids::{CohortId, ParticipationId, PersonId};
use domain::people::Actor;
use domain::policy::{Action, Subject};
use store::ConnectionTrait;
use store::cohort::Cohort;
use store::participation::Participation;

use crate::access::{CohortStanding, allow};
use crate::course::{Edition, edition_of};
use crate::{ServiceError, Services, audit, cascade};

/// Somebody's track of a cohort's course, and what else there is.
#[derive(Clone, Debug)]
pub struct Choosing {
    /// The cohort.
    pub cohort: Cohort,
    /// The participation.
    pub participation: Participation,
    /// The learner's name.
    pub name: String,
    /// Whether the asker is the learner.
    pub oneself: bool,
    /// The course with its tracks.
    pub edition: Arc<Edition>,
}

/// What a learner, or somebody who may enrol them, can choose from.
///
/// # Errors
/// [`ServiceError::Hidden`] when there is no such participation, it was withdrawn, its course has
/// no tracks, or it is none of the asker's business.
pub async fn to_choose(
    services: &Services,
    actor: &Actor,
    cohort: CohortId,
    participation: ParticipationId,
) -> Result<Choosing, ServiceError> {
    let read = services.store.read();
    let (_, standing, found) = allowed(read, actor, cohort, participation).await?;
    let edition = edition_of(services, standing.cohort.course_version).await?;
    if edition.syllabus().choices().next().is_none() {
        return Err(ServiceError::Hidden);
    }
    let person = store::person::by_id(read, found.person).await?;
    Ok(Choosing {
        cohort: standing.cohort,
        name: person.ok_or(ServiceError::Hidden)?.name,
        oneself: actor.person() == Some(found.person),
        participation: found,
        edition,
    })
}

/// Lets a participation follow a track, by its name; an empty one stands for the whole course.
///
/// # Errors
/// [`ServiceError::Invalid`] with the field `track` when the course has no such track to choose or
/// the participation is finished; otherwise as [`to_choose`].
pub async fn choose(
    services: &Services,
    actor: &Actor,
    cohort: CohortId,
    participation: ParticipationId,
    track: &str,
) -> Result<(), ServiceError> {
    let before = to_choose(services, actor, cohort, participation).await?;
    let track = chosen(&before.edition, track)?;
    let (asker, actor) = (services.clone(), actor.clone());
    services
        .store
        .write(Box::new(move |tx| {
            Box::pin(async move {
                // Asked once more with the participation to oneself: it may be finished by now.
                let locked = store::participation::lock(tx, participation).await?;
                let found = locked.ok_or(ServiceError::Hidden)?;
                if found.track == track {
                    return Ok(());
                }
                if found.finished_at.is_some() {
                    return Err(ServiceError::field("track", "track_finished"));
                }
                let (by, ..) = allowed(tx, &actor, cohort, participation).await?;
                follow(&asker, tx, &before.edition, by, &found, track).await
            })
        }))
        .await
}

async fn follow(
    services: &Services,
    tx: &store::DatabaseTransaction,
    edition: &Edition,
    by: PersonId,
    of: &Participation,
    track: Option<Slug>,
) -> Result<(), ServiceError> {
    store::participation::keep_track(tx, of.id, track.as_ref()).await?;
    let name = |track: &Option<Slug>| track.as_ref().map_or("", Slug::as_str).to_owned();
    let detail = format!("{} → {}", name(&of.track), name(&track));
    let subject = ("person", of.person.0);
    audit::record(
        services,
        tx,
        Some(by),
        "participation.track",
        subject,
        &detail,
    )
    .await?;
    // Of somebody who has not come in yet nothing is said before they do; see `cascade::Arrival`.
    if of.started_at.is_some() || by == of.person {
        let (version, now) = (edition.version, services.now());
        cascade::completed_unit(services, tx, of.person, version, edition.syllabus(), now).await?;
    }
    Ok(())
}

/// The track of a course that somebody typed; an empty name stands for the whole course.
///
/// # Errors
/// [`ServiceError::Invalid`] with the field `track` when the course has no such track to choose.
pub(crate) fn chosen(edition: &Edition, typed: &str) -> Result<Option<Slug>, ServiceError> {
    if typed.is_empty() {
        return Ok(None);
    }
    let track = edition.syllabus().choice(typed);
    let track = track.ok_or_else(|| ServiceError::field("track", "choice"))?;
    Ok(Some(track.slug.clone()))
}

async fn allowed(
    db: &impl ConnectionTrait,
    actor: &Actor,
    cohort: CohortId,
    participation: ParticipationId,
) -> Result<(PersonId, CohortStanding, Participation), ServiceError> {
    let by = actor.person().ok_or(ServiceError::SignIn)?;
    let found = store::participation::by_id(db, participation)
        .await?
        .filter(|found| found.cohort == cohort && found.withdrawn.is_none())
        .ok_or(ServiceError::Hidden)?;
    let standing = CohortStanding::of(db, cohort).await?;
    if by == found.person {
        allow(actor, Action::Learn, &Subject::oneself(by))?;
    } else {
        allow(actor, Action::EnrolPeople, &standing.subject())?;
    }
    Ok((by, standing, found))
}
