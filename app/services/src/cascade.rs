//! What learning and sessions mean for the cascade: participations move, lineage follows.

use std::collections::BTreeSet;
use std::sync::Arc;

use domain::cascade::lineage::{Edge, edges_from_completion};
use domain::cascade::tally::ParticipationEvent;
use domain::clock::{MINUTE, Timestamp};
use domain::course::Syllabus;
use domain::ids::{CourseVersionId, InstitutionId, PersonId, UnitId};
use store::ConnectionTrait;
use store::cohort::{Cohort, Mode};
use store::participation::{Activity, Because};

use crate::course::{Edition, edition_of};
use crate::{ServiceError, Services};

/// Activity is remembered to this grain, so that reading on does not write on every block.
const GRAIN: i64 = MINUTE;

/// A person did something in a course: their participations in it are under way. Call it in the
/// transaction that keeps what they did. `true` when it was noted, at most once a minute.
///
/// # Errors
/// When the database fails.
pub(crate) async fn acted(
    services: &Services,
    db: &impl ConnectionTrait,
    participations: impl Iterator<Item = &Activity>,
    now: Timestamp,
) -> Result<bool, ServiceError> {
    let mut noted = false;
    for activity in participations {
        if activity.last.is_some_and(|last| now.since(last) < GRAIN) {
            continue;
        }
        let event = ParticipationEvent::Acted(now);
        let because = Because {
            event: services.new_id(),
            actor: Some(activity.person),
            at: now,
            detail: "",
        };
        store::participation::record(db, activity.participation, event, because).await?;
        if !activity.started && activity.mode == Mode::SelfPaced {
            let found = store::participation::by_id(db, activity.participation).await?;
            let trainers = match found {
                Some(found) => store::cohort::trainers(db, found.cohort).await?,
                None => Vec::new(),
            };
            recount_trainers(db, activity.institution, &trainers).await?;
        }
        noted = true;
    }
    Ok(noted)
}

/// A person has completed a unit of a course, or follows another track of it: a participation whose
/// every owed unit is completed, in whichever cohort or before any, is finished, and in a self-paced
/// cohort the cohort's trainers have trained the person (rule 1). Calling it again changes nothing.
///
/// # Errors
/// When the database fails.
pub async fn completed_unit(
    services: &Services,
    db: &impl ConnectionTrait,
    person: PersonId,
    course: CourseVersionId,
    syllabus: &Syllabus,
    now: Timestamp,
) -> Result<(), ServiceError> {
    for (participation, cohort) in store::participation::under_way(db, person, course).await? {
        let owed: Vec<UnitId> = syllabus
            .required(cohort.owing(participation.track.as_ref()))
            .collect();
        let done = store::learning::completed(db, person, &owed).await?.len();
        store::participation::keep_units_done(db, &participation, done).await?;
        // Where nothing is owed nothing can be completed.
        if owed.is_empty() || done < owed.len() || participation.finished_at.is_some() {
            continue;
        }
        let event = ParticipationEvent::Finished(now);
        let because = Because {
            event: services.new_id(),
            actor: Some(person),
            at: now,
            detail: "",
        };
        store::participation::record(db, participation.id, event, because).await?;
        if cohort.mode == Mode::SelfPaced {
            let trainers = store::cohort::trainers(db, cohort.id).await?;
            if participation.started_at.is_none() {
                recount_trainers(db, cohort.institution, &trainers).await?;
            }
            for edge in edges_from_completion(cohort.id, person, &trainers, now) {
                record_edge(db, &cohort, &edge).await?;
            }
        }
    }
    Ok(())
}

/// Somebody who is here: what they completed before they were enrolled counts from now on, in the
/// transaction that notes that they are here. Enrolling alone says nothing of it, so that nobody
/// learns of a stranger's record by putting their address on a list.
pub(crate) struct Arrival {
    person: PersonId,
    courses: Vec<Arc<Edition>>,
}

impl Arrival {
    /// Looks up what the person was enrolled in and has not begun.
    pub(crate) async fn of(services: &Services, person: PersonId) -> Result<Self, ServiceError> {
        let mut courses = Vec::new();
        for version in store::learner::not_begun(services.store.read(), person).await? {
            match edition_of(services, version).await {
                Ok(edition) => courses.push(edition),
                // A course that cannot be read has nothing to complete.
                Err(ServiceError::Hidden) => {}
                Err(error) => return Err(error),
            }
        }
        Ok(Self { person, courses })
    }

    /// Notes that the person is here, and counts what was completed before.
    pub(crate) async fn settle(
        &self,
        services: &Services,
        db: &impl ConnectionTrait,
    ) -> Result<(), ServiceError> {
        let now = services.now();
        let because = Because {
            event: services.new_id(),
            actor: Some(self.person),
            at: now,
            detail: "",
        };
        store::participation::come_in(db, self.person, because).await?;
        for edition in &self.courses {
            let (version, syllabus) = (edition.version, edition.syllabus());
            completed_unit(services, db, self.person, version, syllabus, now).await?;
        }
        Ok(())
    }
}

/// Counts trainers again where these are counted: at the institution that holds their cohort and
/// wherever they are trainers, always in the same order, so that two recounts alone never wait for
/// one another.
///
/// # Errors
/// When the database fails.
pub(crate) async fn recount_trainers(
    db: &impl ConnectionTrait,
    institution: InstitutionId,
    trainers: &[PersonId],
) -> Result<(), ServiceError> {
    let mut homes = BTreeSet::from([institution]);
    for trainer in trainers {
        homes.extend(store::tally::institutions_trained_at(db, *trainer).await?);
    }
    for home in homes {
        store::tally::recount_trainers(db, home).await?;
    }
    Ok(())
}

/// Records one edge; one that would close a cycle is refused and said so in the log.
///
/// # Errors
/// When the database fails.
pub async fn record_edge(
    db: &impl ConnectionTrait,
    cohort: &Cohort,
    edge: &Edge,
) -> Result<store::lineage::Recorded, ServiceError> {
    let recorded = store::lineage::record(db, cohort.programme, edge).await?;
    if recorded == store::lineage::Recorded::ClosesCycle {
        tracing::warn!(trainee = %edge.trainee, trainer = %edge.trainer, "an edge that closes a cycle was refused");
    }
    Ok(recorded)
}
