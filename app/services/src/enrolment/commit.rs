//! Confirming: one transaction enrols what is ready and keeps the rest as a draft.

use std::collections::{HashMap, HashSet};

use domain::ids::{CohortId, EnrolmentId, EnrolmentRowId, ParticipationId, PersonId, SessionId};
use domain::people::Actor;
use domain::policy::Action;
use domain::roster::{CheckedRow, Email, Problem, Row, Verdict};
use store::DatabaseTransaction;
use store::cohort::Cohort;
use store::enrolment::{Enrolment, Outcome, OutcomeRow};
use store::membership::Membership;
use store::participation::Newcomer;
use store::person::NewPerson;
use store::session::Session;

use super::Delivery;
use super::check::{Checked, check};
use super::draft::{Draft, is_planned, number};
use crate::sessions::{News, Plan};
use crate::{FieldProblem, ServiceError, Services, audit, cohorts, invitations, local, sessions};

/// What somebody confirmed, as the page's sentence said it.
#[derive(Clone, Copy, Debug)]
pub struct Confirmed {
    /// The draft's revision that they saw.
    pub revision: i64,
    /// How many the sentence said would be enrolled.
    pub ready: usize,
    /// How the invitations go out.
    pub delivery: Delivery,
}

/// Enrols the ready rows of the asker's draft. Answers the enrolment whose page lists what became
/// of every row.
///
/// # Errors
/// [`ServiceError::Stale`] when the draft was changed or committed elsewhere;
/// [`ServiceError::Invalid`] when what would happen is not what was confirmed, because somebody
/// else enrolled people meanwhile, or when the session cannot be planned.
pub async fn commit(
    services: &Services,
    actor: &Actor,
    cohort: CohortId,
    confirmed: Confirmed,
) -> Result<EnrolmentId, ServiceError> {
    let (by, standing) = cohorts::allowed(services, actor, Action::EnrolPeople, cohort).await?;
    if confirmed.delivery == Delivery::Mail && !services.settings.mail {
        return Err(ServiceError::field("delivery", "delivery_no_mail"));
    }
    let enrolment = store::enrolment::draft_of(services.store.read(), cohort, by)
        .await?
        .filter(|draft| draft.revision == confirmed.revision)
        .ok_or(ServiceError::Stale)?;
    let draft = Draft::read(&enrolment)?;
    let trainers = cohorts::possible_trainers(services, &standing.cohort).await?;
    let session = planned(services, cohort, &draft.plan, &trainers)?;
    let enrolling = Enrolling {
        by,
        enrolment,
        draft,
        session,
        confirmed,
    };
    let asker = services.clone();
    services
        .store
        .write(Box::new(move |tx| {
            Box::pin(async move { enrolling.run(&asker, tx).await })
        }))
        .await
}

fn planned(
    services: &Services,
    cohort: CohortId,
    plan: &Plan,
    trainers: &[(PersonId, String)],
) -> Result<Option<Session>, ServiceError> {
    if !is_planned(plan) {
        return Ok(None);
    }
    let id = SessionId(services.new_id());
    plan.checked(id, cohort, trainers, local::day(services.now()))
        .map(Some)
        .map_err(ServiceError::Invalid)
}

struct Enrolling {
    by: PersonId,
    enrolment: Enrolment,
    draft: Draft,
    session: Option<Session>,
    confirmed: Confirmed,
}

/// A ready row, and who it is.
struct Ready {
    row: Row,
    person: PersonId,
    is_new: bool,
}

impl Enrolling {
    async fn run(
        self,
        services: &Services,
        tx: &DatabaseTransaction,
    ) -> Result<EnrolmentId, ServiceError> {
        let id = self.enrolment.id;
        // Enrolments of one cohort happen one after the other: each sees whom the last one added.
        let cohort = store::cohort::lock(tx, self.enrolment.cohort)
            .await?
            .ok_or(ServiceError::Hidden)?;
        if !store::enrolment::commit(tx, id, self.confirmed.revision, services.now()).await? {
            return Err(ServiceError::Stale);
        }
        let checked = check(tx, &cohort, self.draft.rows).await?;
        let ready = ready(services, &checked);
        if ready.is_empty() {
            return Err(ServiceError::field("confirm", "nothing_ready"));
        }
        if ready.len() != self.confirmed.ready {
            return Err(FieldProblem::new("confirm", "changed_meanwhile")
                .with("ready", ready.len())
                .into());
        }
        know(services, tx, &cohort, &ready).await?;
        let made = enrol(services, tx, &cohort, self.by, &ready).await?;
        let people: Vec<PersonId> = ready.iter().map(|one| one.person).collect();
        let send = self.confirmed.delivery == Delivery::Mail;
        invitations::invite_to_cohort(services, tx, &cohort, self.by, &people, send).await?;
        if let Some(session) = &self.session {
            sessions::keep(services, tx, session, self.by).await?;
            // Who is enrolled now finds it in their invitation.
            if send && sessions::is_ahead(session, services.now()) {
                let new: HashSet<PersonId> = people.iter().copied().collect();
                sessions::tell(services, tx, News::Planned, session.id, self.by, &new).await?;
            }
        }
        store::enrolment::keep_rows(tx, id, &outcomes(services, &checked, &ready, &made)).await?;
        let rest = rest(checked.rows);
        if !rest.is_empty() {
            let left = Draft {
                rows: rest,
                plan: Plan::default(),
                delivery: Some(self.confirmed.delivery),
            };
            let (id, now) = (EnrolmentId(services.new_id()), services.now());
            // A second press of the same button names the list that is enrolled by now.
            let revision = self.confirmed.revision + 1;
            let written = left.written()?;
            store::enrolment::begin(tx, id, cohort.id, self.by, &written, revision, now).await?;
        }
        let detail = ready.len().to_string();
        let subject = ("enrolment", id.0);
        audit::record(
            services,
            tx,
            Some(self.by),
            "enrolment.committed",
            subject,
            &detail,
        )
        .await?;
        Ok(id)
    }
}

fn ready(services: &Services, checked: &Checked) -> Vec<Ready> {
    let ready = |row: &CheckedRow| {
        let (person, is_new) = match row.verdict {
            Verdict::New => (PersonId(services.new_id()), true),
            Verdict::Known(person) => (person, false),
            _ => return None,
        };
        Some(Ready {
            row: row.row.clone(),
            person,
            is_new,
        })
    };
    checked.rows.iter().filter_map(ready).collect()
}

/// Makes persons of those who are new, gives known ones the address they were listed under, and
/// makes whoever belongs nowhere a member of the cohort's institution.
async fn know(
    services: &Services,
    tx: &DatabaseTransaction,
    cohort: &Cohort,
    ready: &[Ready],
) -> Result<(), ServiceError> {
    let now = services.now();
    let new = |one: &Ready| NewPerson {
        id: one.person,
        name: one.row.name.clone(),
        language: None,
    };
    let people: Vec<NewPerson> = ready.iter().filter(|one| one.is_new).map(new).collect();
    store::person::create_many(tx, &people, now).await?;
    let addresses = addresses(tx, ready).await?;
    let added = store::person::add_addresses(tx, &addresses, now).await?;
    if usize::try_from(added).ok() != Some(addresses.len()) {
        // Another institution enrolled one of them in this moment.
        return Err(ServiceError::Stale);
    }
    let known: Vec<PersonId> = ready
        .iter()
        .filter(|one| !one.is_new)
        .map(|one| one.person)
        .collect();
    let homeless: HashSet<PersonId> = store::membership::without_one(tx, &known)
        .await?
        .into_iter()
        .collect();
    let memberships: Vec<Membership> = ready
        .iter()
        .filter(|one| one.is_new || homeless.contains(&one.person))
        .map(|one| Membership {
            id: services.new_id(),
            person: one.person,
            institution: cohort.institution,
            category: one.row.category,
            from: now.date(),
            to: None,
        })
        .collect();
    store::membership::add_many(tx, &memberships).await?;
    Ok(())
}

/// The addresses that nobody has yet, each with whose it becomes. Whoever signs in with a
/// password adds their own addresses: a list must not open their account to another mailbox.
async fn addresses(
    tx: &DatabaseTransaction,
    ready: &[Ready],
) -> Result<Vec<(PersonId, Email)>, ServiceError> {
    let decided: Vec<PersonId> = ready
        .iter()
        .filter(|one| matches!(one.row.decision, Some(domain::roster::Decision::Same(_))))
        .map(|one| one.person)
        .collect();
    let open: HashSet<PersonId> = store::person::by_ids(tx, &decided)
        .await?
        .into_values()
        .filter(|person| !person.has_password)
        .map(|person| person.id)
        .collect();
    Ok(ready
        .iter()
        .filter(|one| one.is_new || open.contains(&one.person))
        .filter_map(|one| Some((one.person, one.row.email.clone()?)))
        .collect())
}

async fn enrol(
    services: &Services,
    tx: &DatabaseTransaction,
    cohort: &Cohort,
    by: PersonId,
    ready: &[Ready],
) -> Result<HashMap<PersonId, ParticipationId>, ServiceError> {
    let newcomers: Vec<Newcomer> = ready
        .iter()
        .map(|one| Newcomer {
            id: ParticipationId(services.new_id()),
            event: services.new_id(),
            person: one.person,
        })
        .collect();
    let enrolled = store::participation::enrol(tx, cohort, &newcomers, by, services.now()).await?;
    Ok(enrolled
        .into_iter()
        .map(|one| (one.person, one.id))
        .collect())
}

/// The permanent outcome of every row.
fn outcomes(
    services: &Services,
    checked: &Checked,
    ready: &[Ready],
    made: &HashMap<PersonId, ParticipationId>,
) -> Vec<OutcomeRow> {
    let by_number: HashMap<usize, &Ready> = ready.iter().map(|one| (one.row.number, one)).collect();
    let here: HashSet<PersonId> = checked
        .known
        .iter()
        .filter(|known| known.at_institution)
        .map(|known| known.id)
        .collect();
    let outcome = |checked: &CheckedRow| {
        let row = &checked.row;
        let person = by_number.get(&row.number).map(|one| one.person);
        let (outcome, reason, person) = match &checked.verdict {
            // Somebody known elsewhere looks like somebody new.
            Verdict::New | Verdict::Known(_) => {
                let known = person.is_some_and(|person| here.contains(&person));
                (
                    Outcome::Enrolled,
                    if known { "known" } else { "new" }.to_owned(),
                    person,
                )
            }
            Verdict::AlreadyHere(person) => (Outcome::AlreadyHere, String::new(), Some(*person)),
            Verdict::FixNeeded(problems) => (
                Outcome::ToFix,
                problems.first().map(reason).unwrap_or_default(),
                None,
            ),
            Verdict::SamePerson(_) => (Outcome::ToDecide, String::new(), None),
            Verdict::SameName(_) => (Outcome::ToDecide, String::new(), None),
            Verdict::Skipped => (Outcome::LeftOut, String::new(), None),
        };
        let participation = match outcome {
            Outcome::Enrolled => person.and_then(|person| made.get(&person).copied()),
            _ => None,
        };
        OutcomeRow {
            id: EnrolmentRowId(services.new_id()),
            line: u32::try_from(row.number).unwrap_or(u32::MAX),
            name: without_nul(&row.name),
            address: without_nul(&row.address),
            outcome,
            reason,
            person,
            participation,
        }
    };
    checked.rows.iter().map(outcome).collect()
}

/// A problem as its code, with the earlier row's number where it names one.
fn reason(problem: &Problem) -> String {
    match problem {
        Problem::DuplicateInList(number) => format!("{}:{number}", problem.code()),
        _ => problem.code().to_owned(),
    }
}

/// PostgreSQL keeps no NUL in a text.
fn without_nul(text: &str) -> String {
    text.chars().filter(|letter| *letter != '\0').collect()
}

/// What somebody still has to do something about.
fn rest(rows: Vec<CheckedRow>) -> Vec<Row> {
    let mut rest: Vec<Row> = rows
        .into_iter()
        .filter(|row| row.verdict.is_open())
        .map(|row| row.row)
        .collect();
    number(&mut rest);
    rest
}
