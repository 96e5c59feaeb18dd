//! Who was there: recorded by a trainer, corrected with a reason, or said by the person themself.

use std::collections::{BTreeSet, HashMap, HashSet};

use domain::cascade::lineage::{DeliveredSession, edges_from_attendance};
use domain::cascade::tally::ParticipationEvent;
use domain::clock::Timestamp;
use domain::ids::{CohortId, InstitutionId, ParticipationId, PersonId, SessionId};
use domain::language::Language;
use domain::people::Actor;
use domain::policy::Action;
use domain::session::attendance::{Changes, Source};
use store::DatabaseTransaction;
use store::cohort::Cohort;
use store::participation::Because;
use store::session::{Attendance, Session};

use super::{allowed, attended_at, is_due};
use crate::{FieldProblem, ServiceError, Services, audit, cascade, cohorts, form};

/// Longest reason of a correction, in characters.
const LONGEST_REASON: usize = 300;

/// One person of a register.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// Who.
    pub person: PersonId,
    /// Their name as they write it.
    pub name: String,
    /// Whether they were there, if that was recorded.
    pub present: Option<bool>,
}

/// A session's register.
#[derive(Clone, Debug)]
pub struct Register {
    /// The cohort.
    pub cohort: Cohort,
    /// The session.
    pub session: Session,
    /// Everybody of the roster who was not withdrawn, by name.
    pub people: Vec<Line>,
    /// Whether the session's day has come.
    pub due: bool,
}

/// The register of a session.
///
/// # Errors
/// [`ServiceError::Hidden`] when the session is none of the asker's business.
pub async fn register(
    services: &Services,
    actor: &Actor,
    cohort: CohortId,
    session: SessionId,
    language: Language,
) -> Result<Register, ServiceError> {
    let (_, standing, session) =
        allowed(services, actor, Action::KeepRegister, cohort, session).await?;
    let read = services.store.read();
    let sheet = store::session::attendance(read, session.id).await?;
    let lines = cohorts::sorted(store::roster::of_cohort(read, cohort).await?, language);
    let people = lines
        .into_iter()
        // Whoever was there before being withdrawn was there.
        .filter(|line| line.withdrawn.is_none() || sheet.present(line.person) == Some(true))
        .map(|line| Line {
            present: sheet.present(line.person),
            person: line.person,
            name: line.name,
        })
        .collect();
    Ok(Register {
        due: is_due(&session, services.now()),
        cohort: standing.cohort,
        session,
        people,
    })
}

/// What somebody records of a session.
#[derive(Clone, Debug)]
pub struct Recorded {
    /// Everybody who stood on the register that was filled in.
    pub shown: Vec<PersonId>,
    /// Those of them who were there.
    pub present: BTreeSet<PersonId>,
    /// Where it comes from, one of [`Source::OF_TRAINERS`].
    pub source: Source,
    /// Why something recorded before was wrong; needed only then.
    pub reason: String,
}

/// Records who was there: with the first record the session is delivered; those present have
/// started and were trained by who delivered it (rule 1). Recording again corrects: only what
/// changed is added, with its reason, and nothing is overwritten. Whoever turns out not to have
/// been there was not trained there; what they did since stays done. Answers how many were there.
///
/// # Errors
/// [`ServiceError::Invalid`] before the session's day, when it was cancelled, or when a correction
/// has no reason.
pub async fn record(
    services: &Services,
    actor: &Actor,
    cohort: CohortId,
    session: SessionId,
    recorded: Recorded,
) -> Result<u32, ServiceError> {
    let (by, standing, session) =
        allowed(services, actor, Action::KeepRegister, cohort, session).await?;
    if session.cancelled.is_some() {
        return Err(ServiceError::field("present", "session_cancelled"));
    }
    if !is_due(&session, services.now()) {
        return Err(ServiceError::field("present", "session_not_yet"));
    }
    if !Source::OF_TRAINERS.contains(&recorded.source) {
        return Err(ServiceError::field("source", "choice"));
    }
    let mut problems = Vec::new();
    let reason = form::line("reason", &recorded.reason, LONGEST_REASON, &mut problems);
    if !problems.is_empty() {
        return Err(ServiceError::Invalid(problems));
    }
    let record = Record {
        by,
        cohort: standing.cohort,
        session,
        recorded: Recorded { reason, ..recorded },
    };
    let asker = services.clone();
    services
        .store
        .write(Box::new(move |tx| {
            Box::pin(async move { record.keep(&asker, tx).await })
        }))
        .await
}

/// A record on its way into the database.
pub(super) struct Record {
    pub(super) by: PersonId,
    pub(super) cohort: Cohort,
    pub(super) session: Session,
    pub(super) recorded: Recorded,
}

type Roster = HashMap<PersonId, ParticipationId>;

impl Record {
    /// Keeps it; answers how many of those shown were there.
    pub(super) async fn keep(
        self,
        services: &Services,
        tx: &DatabaseTransaction,
    ) -> Result<u32, ServiceError> {
        // Two registers at once would otherwise both find nothing recorded yet.
        store::cohort::lock(tx, self.cohort.id).await?;
        let roster = store::participation::in_cohort(tx, self.cohort.id).await?;
        let mut shown = self.recorded.shown.clone();
        shown.retain(|person| roster.contains_key(person));
        let sheet = store::session::attendance(tx, self.session.id).await?;
        let changes = sheet.changes(&shown, &self.recorded.present);
        if !changes.corrected.is_empty() && self.recorded.reason.is_empty() {
            let problem = FieldProblem::new("reason", "correction_reason_missing");
            return Err(problem.into());
        }
        let at = sheet.next_moment(services.now());
        let lines = self.lines(services, &changes);
        store::session::record_attendance(tx, self.session.id, &lines, self.by, at).await?;
        store::session::mark_delivered(tx, &self.session, services.now()).await?;
        self.follow(services, tx, &changes, &roster).await?;
        let present = shown
            .iter()
            .filter(|person| self.recorded.present.contains(person))
            .count();
        let action = match self.recorded.source {
            Source::SelfCheckIn => "attendance.checked_in",
            _ if changes.corrected.is_empty() => "attendance.recorded",
            _ => "attendance.corrected",
        };
        let subject = ("session", self.session.id.0);
        let detail = present.to_string();
        audit::record(services, tx, Some(self.by), action, subject, &detail).await?;
        Ok(u32::try_from(present).unwrap_or(u32::MAX))
    }

    fn lines(&self, services: &Services, changes: &Changes) -> Vec<Attendance> {
        let line = |(person, present): (PersonId, bool), reason: &str| Attendance {
            id: services.new_id(),
            person,
            present,
            source: self.recorded.source,
            reason: reason.to_owned(),
        };
        let first = changes.first.iter().map(|one| line(*one, ""));
        let corrected = changes
            .corrected
            .iter()
            .map(|one| line(*one, &self.recorded.reason));
        first.chain(corrected).collect()
    }

    /// What it means that these people were there, and that others were not after all.
    async fn follow(
        &self,
        services: &Services,
        tx: &DatabaseTransaction,
        changes: &Changes,
        roster: &Roster,
    ) -> Result<(), ServiceError> {
        let at = attended_at(&self.session, services.now());
        let (came, gone): (Vec<_>, Vec<_>) = changes.lines().partition(|(_, present)| *present);
        let came: Vec<PersonId> = came.into_iter().map(|(person, _)| person).collect();
        for participation in came.iter().filter_map(|person| roster.get(person)) {
            let because = Because {
                event: services.new_id(),
                actor: Some(self.by),
                at,
                detail: "",
            };
            let event = ParticipationEvent::Acted(at);
            store::participation::record(tx, *participation, event, because).await?;
        }
        self.trained(tx, &self.session, at, &came).await?;
        let moved: Roster = changes
            .lines()
            .filter_map(|(person, _)| Some((person, *roster.get(&person)?)))
            .collect();
        let because = Because {
            event: services.new_id(),
            actor: Some(self.by),
            at,
            detail: "",
        };
        store::participation::follow_registers(tx, self.cohort.id, &moved, because).await?;
        let corrected: HashSet<PersonId> = changes
            .corrected
            .iter()
            .map(|(person, _)| *person)
            .collect();
        for (person, _) in gone.iter().filter(|(person, _)| corrected.contains(person)) {
            self.not_trained(tx, *person).await?;
        }
        for institution in self.trainers_homes(tx).await? {
            store::tally::recount_trainers(tx, institution).await?;
        }
        Ok(())
    }

    async fn trained(
        &self,
        tx: &DatabaseTransaction,
        session: &Session,
        at: Timestamp,
        present: &[PersonId],
    ) -> Result<(), ServiceError> {
        let edges = edges_from_attendance(&DeliveredSession {
            session: session.id,
            cohort: self.cohort.id,
            at,
            trainers: &session.trainers,
            present,
        });
        for edge in &edges {
            cascade::record_edge(tx, &self.cohort, edge).await?;
        }
        Ok(())
    }

    /// Somebody was not there after all: what they learned from whom rests on the cohort's other
    /// sessions.
    async fn not_trained(
        &self,
        tx: &DatabaseTransaction,
        person: PersonId,
    ) -> Result<(), ServiceError> {
        store::lineage::retract(tx, self.cohort.programme, person, self.session.id).await?;
        let attended = store::session::sessions_attended(tx, self.cohort.id, person).await?;
        for other in attended {
            if let Some(other) = store::session::by_id(tx, other).await? {
                let at = attended_at(&other, other.delivered_at.unwrap_or_default());
                self.trained(tx, &other, at, &[person]).await?;
            }
        }
        Ok(())
    }

    async fn trainers_homes(
        &self,
        tx: &DatabaseTransaction,
    ) -> Result<HashSet<InstitutionId>, ServiceError> {
        let mut homes = HashSet::from([self.cohort.institution]);
        for trainer in &self.session.trainers {
            homes.extend(store::tally::institutions_trained_at(tx, *trainer).await?);
        }
        Ok(homes)
    }
}
