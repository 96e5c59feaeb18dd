//! Sessions: planned, then delivered when somebody records who was there.

use std::collections::HashSet;

use chrono::NaiveDate;
use domain::cascade::lineage::{DeliveredSession, edges_from_attendance};
use domain::cascade::tally::ParticipationEvent;
use domain::clock::{DAY, HOUR, Timestamp};
use domain::ids::{CohortId, InstitutionId, PersonId, SessionId};
use domain::language::Language;
use domain::people::Actor;
use domain::policy::Action;
use serde::{Deserialize, Serialize};
use store::DatabaseTransaction;
use store::cohort::Cohort;
use store::participation::Because;
use store::session::{Attendance, Session};

use crate::cohorts::{self, clean_line};
use crate::{FieldProblem, ServiceError, Services, audit, cascade, form};

/// How far a planned day may lie from today: a typing mistake in the year is no plan.
const FARTHEST: i64 = 5 * 366;

/// A session as somebody typed it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Plan {
    /// The day, as 2026-11-14.
    pub day: String,
    /// The room, building or link.
    pub place: String,
    /// Who delivers it.
    pub trainers: Vec<PersonId>,
}

impl Plan {
    /// The plan as a session, or what is wrong with it.
    pub(crate) fn checked(
        &self,
        id: SessionId,
        cohort: CohortId,
        possible: &[(PersonId, String)],
        now: Timestamp,
    ) -> Result<Session, Vec<FieldProblem>> {
        let mut problems = Vec::new();
        let day = checked_day(&self.day, now)
            .map_err(|problem| problems.push(problem))
            .ok();
        let place = clean_line("place", "place_missing", &self.place)
            .map_err(|problem| problems.push(problem))
            .ok();
        let chosen = |person: &PersonId| possible.iter().any(|(known, _)| known == person);
        let trainers: Vec<PersonId> = self.trainers.iter().copied().filter(chosen).collect();
        if trainers.is_empty() {
            problems.push(FieldProblem::new("trainer", "session_trainer_missing"));
        }
        match (day, place) {
            (Some(on_day), Some(place)) if problems.is_empty() => Ok(Session {
                id,
                cohort,
                on_day,
                place,
                delivered_at: None,
                trainers,
            }),
            _ => Err(problems),
        }
    }
}

fn checked_day(typed: &str, now: Timestamp) -> Result<NaiveDate, FieldProblem> {
    if typed.trim().is_empty() {
        return Err(FieldProblem::new("day", "day_missing"));
    }
    let mut problems = Vec::new();
    let Some(day) = form::day("day", typed, &mut problems) else {
        return Err(problems
            .pop()
            .unwrap_or_else(|| FieldProblem::new("day", "day")));
    };
    if (day - now.date()).num_days().abs() > FARTHEST {
        return Err(FieldProblem::new("day", "day_too_far"));
    }
    Ok(day)
}

/// The cohort, and who may deliver a session of it.
///
/// # Errors
/// [`ServiceError::Hidden`] when the cohort is none of the asker's business.
pub async fn to_plan(
    services: &Services,
    actor: &Actor,
    cohort: CohortId,
) -> Result<(Cohort, Vec<(PersonId, String)>), ServiceError> {
    let (_, standing) = cohorts::allowed(services, actor, Action::PlanSession, cohort).await?;
    let possible = cohorts::possible_trainers(services, &standing.cohort).await?;
    Ok((standing.cohort, possible))
}

/// Plans a session of a cohort. Whoever delivers it is a trainer of the cohort from then on.
///
/// # Errors
/// [`ServiceError::Invalid`] with what is wrong beside which field.
pub async fn plan(
    services: &Services,
    actor: &Actor,
    cohort: CohortId,
    plan: &Plan,
) -> Result<SessionId, ServiceError> {
    let (by, standing) = cohorts::allowed(services, actor, Action::PlanSession, cohort).await?;
    let possible = cohorts::possible_trainers(services, &standing.cohort).await?;
    let id = SessionId(services.new_id());
    let session = plan
        .checked(id, cohort, &possible, services.now())
        .map_err(ServiceError::Invalid)?;
    let asker = services.clone();
    services
        .store
        .write(Box::new(move |tx| {
            Box::pin(async move { keep(&asker, tx, &session, by).await })
        }))
        .await?;
    Ok(id)
}

/// Keeps a planned session in a transaction that may do more.
pub(crate) async fn keep(
    services: &Services,
    tx: &DatabaseTransaction,
    session: &Session,
    by: PersonId,
) -> Result<(), ServiceError> {
    store::session::plan(tx, session).await?;
    for trainer in &session.trainers {
        store::cohort::add_trainer(tx, session.cohort, *trainer, services.now()).await?;
    }
    let detail = session.on_day.to_string();
    audit::record(
        services,
        tx,
        Some(by),
        "session.planned",
        ("session", session.id.0),
        &detail,
    )
    .await
}

/// A session's register.
#[derive(Clone, Debug)]
pub struct Register {
    /// The cohort.
    pub cohort: Cohort,
    /// The session.
    pub session: Session,
    /// Everybody of the roster who was not withdrawn, by name, and whether they were there, if
    /// that was recorded.
    pub people: Vec<(PersonId, String, Option<bool>)>,
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
    let (_, standing) = cohorts::allowed(services, actor, Action::KeepRegister, cohort).await?;
    let session = session_of(services, cohort, session).await?;
    let read = services.store.read();
    let recorded: std::collections::HashMap<PersonId, bool> =
        store::session::attendance(read, session.id)
            .await?
            .into_iter()
            .collect();
    let lines = cohorts::sorted(store::roster::of_cohort(read, cohort).await?, language);
    let people = lines
        .into_iter()
        // Whoever was there before being withdrawn was there.
        .filter(|line| line.withdrawn.is_none() || recorded.get(&line.person) == Some(&true))
        .map(|line| {
            let present = recorded.get(&line.person).copied();
            (line.person, line.name, present)
        })
        .collect();
    let due = session.on_day <= services.now().date();
    Ok(Register {
        cohort: standing.cohort,
        session,
        people,
        due,
    })
}

/// Records who was there, of those `shown` on the register: with the first record the session
/// is delivered; those present have started and were trained by who delivered it (rule 1).
/// Recording again corrects: only what changed is added, and nothing is overwritten.
///
/// # Errors
/// [`ServiceError::Invalid`] before the session's day.
pub async fn record(
    services: &Services,
    actor: &Actor,
    cohort: CohortId,
    session: SessionId,
    shown: &[PersonId],
    present: &HashSet<PersonId>,
) -> Result<u32, ServiceError> {
    let (by, standing) = cohorts::allowed(services, actor, Action::KeepRegister, cohort).await?;
    let session = session_of(services, cohort, session).await?;
    if session.on_day > services.now().date() {
        return Err(ServiceError::field("present", "session_not_yet"));
    }
    let record = Record {
        by,
        cohort: standing.cohort,
        session,
        shown: shown.to_vec(),
        present: present.clone(),
    };
    let asker = services.clone();
    services
        .store
        .write(Box::new(move |tx| {
            Box::pin(async move { record.keep(&asker, tx).await })
        }))
        .await
}

struct Record {
    by: PersonId,
    cohort: Cohort,
    session: Session,
    shown: Vec<PersonId>,
    present: HashSet<PersonId>,
}

impl Record {
    async fn keep(
        self,
        services: &Services,
        tx: &DatabaseTransaction,
    ) -> Result<u32, ServiceError> {
        // Two registers at once would otherwise both find nothing recorded yet.
        store::cohort::lock(tx, self.cohort.id).await?;
        let roster = store::participation::in_cohort(tx, self.cohort.id).await?;
        let before: std::collections::HashMap<PersonId, bool> =
            store::session::attendance(tx, self.session.id)
                .await?
                .into_iter()
                .collect();
        let changed: Vec<Attendance> = self
            .shown
            .iter()
            .filter(|person| roster.contains_key(person))
            .map(|person| Attendance {
                id: services.new_id(),
                person: *person,
                present: self.present.contains(person),
            })
            .filter(|line| before.get(&line.person) != Some(&line.present))
            .collect();
        let now = services.now();
        store::session::record_attendance(tx, self.session.id, &changed, self.by, now).await?;
        store::session::mark_delivered(tx, &self.session, now).await?;
        let came: Vec<PersonId> = changed
            .iter()
            .filter(|line| line.present)
            .map(|line| line.person)
            .collect();
        self.follow(services, tx, &came, &roster).await?;
        let present = self
            .shown
            .iter()
            .filter(|person| self.present.contains(person))
            .count();
        let subject = ("session", self.session.id.0);
        audit::record(
            services,
            tx,
            Some(self.by),
            "attendance.recorded",
            subject,
            &present.to_string(),
        )
        .await?;
        Ok(u32::try_from(present).unwrap_or(u32::MAX))
    }

    /// What it means that these people were there.
    async fn follow(
        &self,
        services: &Services,
        tx: &DatabaseTransaction,
        came: &[PersonId],
        roster: &std::collections::HashMap<PersonId, domain::ids::ParticipationId>,
    ) -> Result<(), ServiceError> {
        let at = held_at(self.session.on_day, services.now());
        for person in came {
            if let Some(participation) = roster.get(person) {
                let because = Because {
                    event: services.new_id(),
                    actor: Some(self.by),
                    at,
                    detail: "",
                };
                let event = ParticipationEvent::Acted(at);
                store::participation::record(tx, *participation, event, because).await?;
            }
        }
        let edges = edges_from_attendance(&DeliveredSession {
            session: self.session.id,
            cohort: self.cohort.id,
            at,
            trainers: &self.session.trainers,
            present: came,
        });
        for edge in &edges {
            cascade::record_edge(tx, &self.cohort, edge).await?;
        }
        for institution in self.trainers_homes(tx).await? {
            store::tally::recount_trainers(tx, institution).await?;
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

/// When a session of this day was held: now on the day itself, noon of a day gone by.
fn held_at(day: NaiveDate, now: Timestamp) -> Timestamp {
    let morning = Timestamp::start_of(day);
    if now.since(morning) < DAY {
        now
    } else {
        morning.plus(12 * HOUR)
    }
}

async fn session_of(
    services: &Services,
    cohort: CohortId,
    session: SessionId,
) -> Result<Session, ServiceError> {
    store::session::by_id(services.store.read(), session)
        .await?
        .filter(|found| found.cohort == cohort)
        .ok_or(ServiceError::Hidden)
}
