//! Who was there: recorded by a trainer, corrected with a reason, or said by the person themself.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use domain::cascade::lineage::{DeliveredSession, edges_from_attendance, edges_from_completion};
use domain::cascade::tally::ParticipationEvent;
use domain::clock::Timestamp;
use domain::ids::{CohortId, ParticipationId, PersonId, SessionId};
use domain::language::Language;
use domain::people::Actor;
use domain::policy::Action;
use domain::session::attendance::{Changes, Source};
use store::DatabaseTransaction;
use store::cohort::{Cohort, Mode};
use store::participation::Because;
use store::session::{Attendance, Session};

use super::{allowed, as_it_is, attended_at, is_due};
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
        // Whoever was withdrawn later stays on the registers that name them.
        .filter(|line| line.withdrawn.is_none() || sheet.present(line.person).is_some())
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
    /// What the register showed as recorded when it was filled in; `None` vouches for every line
    /// whatever it showed.
    pub seen: Option<BTreeMap<PersonId, bool>>,
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

pub(super) type Roster = HashMap<PersonId, ParticipationId>;

impl Record {
    /// Keeps it; answers how many of those shown were there.
    pub(super) async fn keep(
        mut self,
        services: &Services,
        tx: &DatabaseTransaction,
    ) -> Result<u32, ServiceError> {
        self.lock(tx).await?;
        self.session = as_it_is(tx, self.session.id).await?;
        if self.session.cancelled.is_some() {
            return Err(ServiceError::field("present", "session_cancelled"));
        }
        let roster = store::participation::in_cohort(tx, self.cohort.id).await?;
        let mut shown = self.recorded.shown.clone();
        shown.retain(|person| roster.contains_key(person));
        let sheet = store::session::attendance(tx, self.session.id).await?;
        let seen = self.recorded.seen.as_ref();
        let changes = match sheet.changes(&shown, &self.recorded.present, seen) {
            Ok(changes) => changes,
            Err(people) => return Err(recorded_meanwhile(tx, &people).await?),
        };
        let corrects = !changes.corrected.is_empty();
        if corrects && self.recorded.reason.is_empty() {
            let problem = FieldProblem::new("reason", "correction_reason_missing");
            return Err(problem.into());
        }
        let at = sheet.next_moment(services.now());
        let lines = self.lines(services, &changes);
        store::session::record_attendance(tx, self.session.id, &lines, self.by, at).await?;
        store::session::mark_delivered(tx, &self.session, services.now()).await?;
        self.follow(services, tx, &changes, &roster).await?;
        let before = sheet.expected_and_present();
        let after = sheet.with(&changes, self.recorded.source);
        let after = after.expected_and_present();
        store::tally::move_show(tx, self.cohort.programme, before, after).await?;
        let present = shown
            .iter()
            .filter(|person| self.recorded.present.contains(person))
            .count();
        let action = match self.recorded.source {
            Source::SelfCheckIn => "attendance.checked_in",
            _ if corrects => "attendance.corrected",
            _ => "attendance.recorded",
        };
        let subject = ("session", self.session.id.0);
        let detail = present.to_string();
        audit::record(services, tx, Some(self.by), action, subject, &detail).await?;
        Ok(u32::try_from(present).unwrap_or(u32::MAX))
    }

    /// Two registers at once would otherwise both find nothing recorded yet.
    pub(super) async fn lock(&self, tx: &DatabaseTransaction) -> Result<(), ServiceError> {
        // Learners' own writes take their participation first and the cohort after it: so does this.
        store::participation::lock_all(tx, self.cohort.id).await?;
        store::cohort::lock(tx, self.cohort.id).await?;
        Ok(())
    }

    pub(super) fn lines(&self, services: &Services, changes: &Changes) -> Vec<Attendance> {
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
        self.stages(services, tx, &moved).await?;
        let corrected: HashSet<PersonId> = changes
            .corrected
            .iter()
            .map(|(person, _)| *person)
            .collect();
        for (person, _) in gone.iter().filter(|(person, _)| corrected.contains(person)) {
            self.not_trained(tx, roster, *person).await?;
        }
        self.recount_trainers(tx).await
    }

    /// The stages of these people, from all registers of the cohort.
    pub(super) async fn stages(
        &self,
        services: &Services,
        tx: &DatabaseTransaction,
        people: &Roster,
    ) -> Result<(), ServiceError> {
        let because = Because {
            event: services.new_id(),
            actor: Some(self.by),
            at: attended_at(&self.session, services.now()),
            detail: "",
        };
        Ok(store::participation::follow_registers(tx, self.cohort.id, people, because).await?)
    }

    pub(super) async fn recount_trainers(
        &self,
        tx: &DatabaseTransaction,
    ) -> Result<(), ServiceError> {
        cascade::recount_trainers(tx, self.cohort.institution, &self.session.trainers).await
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
    pub(super) async fn not_trained(
        &self,
        tx: &DatabaseTransaction,
        roster: &Roster,
        person: PersonId,
    ) -> Result<(), ServiceError> {
        store::lineage::retract(tx, self.cohort.programme, person, self.session.id).await?;
        let participation = roster.get(&person).copied();
        if let (Mode::SelfPaced, Some(id)) = (self.cohort.mode, participation) {
            self.trained_on_completion(tx, person, id).await?;
        }
        let attended = store::session::sessions_attended(tx, self.cohort.id, person).await?;
        for other in attended {
            if let Some(other) = store::session::by_id(tx, other).await? {
                let at = attended_at(&other, other.delivered_at.unwrap_or_default());
                self.trained(tx, &other, at, &[person]).await?;
            }
        }
        Ok(())
    }

    /// In a self-paced cohort, whoever completed it was trained by its trainers all the same.
    async fn trained_on_completion(
        &self,
        tx: &DatabaseTransaction,
        person: PersonId,
        id: ParticipationId,
    ) -> Result<(), ServiceError> {
        let found = store::participation::by_id(tx, id).await?;
        let Some(at) = found.and_then(|found| found.finished_at) else {
            return Ok(());
        };
        let trainers = store::cohort::trainers(tx, self.cohort.id).await?;
        for edge in edges_from_completion(self.cohort.id, person, &trainers, at) {
            cascade::record_edge(tx, &self.cohort, &edge).await?;
        }
        Ok(())
    }
}

/// Somebody else recorded another thing of these people meanwhile.
async fn recorded_meanwhile(
    tx: &DatabaseTransaction,
    people: &[PersonId],
) -> Result<ServiceError, ServiceError> {
    let named = store::person::by_ids(tx, people).await?;
    let mut names: Vec<&str> = named.values().map(|person| person.name.as_str()).collect();
    names.sort_unstable();
    let problem = FieldProblem::new("present", "recorded_meanwhile");
    Ok(problem.with("names", names.join(", ")).into())
}
