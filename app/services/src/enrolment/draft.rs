//! The draft: what was pasted, corrected and chosen so far.

use std::collections::HashMap;

use documents::roster_file;
use domain::clock::Timestamp;
use domain::ids::{CohortId, EnrolmentId, PersonId};
use domain::people::Actor;
use domain::policy::Action;
use domain::roster::{CheckedRow, Decision, Row, RowEdit, Totals, apply_edits, parse, totals};
use serde::{Deserialize, Serialize};
use store::StoreError;
use store::cohort::Cohort;
use store::enrolment::Enrolment;

use super::check::{Checked, candidates, check, meter};
use super::{Delivery, Meter};
use crate::sessions::Plan;
use crate::{FieldProblem, ServiceError, Services, cohorts, local};

/// What a draft holds.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub(super) struct Draft {
    /// The rows, corrected.
    pub rows: Vec<Row>,
    /// The session, as typed.
    pub plan: Plan,
    /// How the invitations go out, once chosen.
    pub delivery: Option<Delivery>,
}

impl Draft {
    pub(super) fn read(enrolment: &Enrolment) -> Result<Self, ServiceError> {
        Ok(serde_json::from_str(&enrolment.draft).map_err(StoreError::from)?)
    }

    pub(super) fn written(&self) -> Result<String, ServiceError> {
        Ok(serde_json::to_string(self).map_err(StoreError::from)?)
    }
}

/// What the enrolment page shows.
#[derive(Clone, Debug)]
pub struct Desk {
    /// The cohort.
    pub cohort: Cohort,
    /// The institution's name.
    pub institution: String,
    /// Who may deliver a session.
    pub trainers: Vec<(PersonId, String)>,
    /// The list being prepared, if any.
    pub prepared: Option<Prepared>,
    /// Where the institution stands, and where the ready rows take it.
    pub meter: Meter,
    /// Who else prepares a list for this cohort, and since when.
    pub others: Vec<(String, Timestamp)>,
    /// Whether a mail server is configured.
    pub mail: bool,
}

/// A list, checked.
#[derive(Clone, Debug)]
pub struct Prepared {
    /// Its enrolment.
    pub id: EnrolmentId,
    /// Counts changes, so that a stale form is refused.
    pub revision: i64,
    /// When it was last changed.
    pub changed_at: Timestamp,
    /// Every row with its verdict, in the list's order.
    pub rows: Vec<CheckedRow>,
    /// How many there are of each sort.
    pub totals: Totals,
    /// Those known at this institution, with name and address: nobody else may be shown.
    pub known_here: HashMap<PersonId, (String, Option<String>)>,
    /// The session, as typed.
    pub plan: Plan,
    /// What is wrong with it; nothing when no session is planned.
    pub problems: Vec<FieldProblem>,
    /// How the invitations go out.
    pub delivery: Delivery,
}

/// The enrolment page of a cohort, with the asker's draft.
///
/// # Errors
/// [`ServiceError::Hidden`] when the cohort is none of the asker's business.
pub async fn desk(
    services: &Services,
    actor: &Actor,
    cohort: CohortId,
) -> Result<Desk, ServiceError> {
    let (by, standing) = cohorts::allowed(services, actor, Action::EnrolPeople, cohort).await?;
    let cohort = standing.cohort;
    let read = services.store.read();
    let trainers = cohorts::possible_trainers(services, &cohort).await?;
    let (prepared, meter) = match store::enrolment::draft_of(read, cohort.id, by).await? {
        Some(enrolment) => {
            let draft = Draft::read(&enrolment)?;
            let checked = check(read, &cohort, draft.rows).await?;
            let meter = meter(read, &cohort, &checked.rows).await?;
            let plan = (draft.plan, draft.delivery);
            (
                Some(prepared(services, &cohort, &enrolment, checked, plan, &trainers).await?),
                meter,
            )
        }
        None => (None, meter(read, &cohort, &[]).await?),
    };
    let institution = store::programme::institution_names(read, &[cohort.institution]).await?;
    Ok(Desk {
        institution: institution.into_values().next().unwrap_or_default(),
        others: store::enrolment::other_drafts(read, cohort.id, by).await?,
        mail: services.settings.mail,
        cohort,
        trainers,
        prepared,
        meter,
    })
}

async fn prepared(
    services: &Services,
    cohort: &Cohort,
    enrolment: &Enrolment,
    checked: Checked,
    (plan, delivery): (Plan, Option<Delivery>),
    trainers: &[(PersonId, String)],
) -> Result<Prepared, ServiceError> {
    let known_here = candidates(services.store.read(), &checked).await?;
    let usual = if services.settings.mail {
        Delivery::Mail
    } else {
        Delivery::Later
    };
    let id = domain::ids::SessionId(enrolment.id.0);
    let problems = if is_planned(&plan) {
        plan.checked(id, cohort.id, trainers, local::day(services.now()))
            .err()
            .unwrap_or_default()
    } else {
        Vec::new()
    };
    Ok(Prepared {
        id: enrolment.id,
        revision: enrolment.revision,
        changed_at: enrolment.changed_at,
        totals: totals(&checked.rows),
        rows: checked.rows,
        known_here,
        plan,
        problems,
        delivery: delivery
            .filter(|way| *way != Delivery::Mail || services.settings.mail)
            .unwrap_or(usual),
    })
}

/// Whether a session is planned at all: a day or a place was given.
pub(super) fn is_planned(plan: &Plan) -> bool {
    !plan.day.trim().is_empty() || !plan.place.trim().is_empty()
}

/// Takes a list: pasted text, a file, or both. It replaces the asker's earlier draft.
///
/// # Errors
/// [`ServiceError::Invalid`] beside `roster` or `file` for what is not a list; the earlier draft
/// stays.
pub async fn paste(
    services: &Services,
    actor: &Actor,
    cohort: CohortId,
    text: String,
    file: Option<(Vec<u8>, String)>,
) -> Result<(), ServiceError> {
    let (by, _) = cohorts::allowed(services, actor, Action::EnrolPeople, cohort).await?;
    // Megabytes take a while to read: not on the threads that answer everybody.
    let rows = tokio::task::spawn_blocking(move || read_list(&text, file.as_ref()))
        .await
        .map_err(|_| StoreError::Panicked)??;
    let earlier = store::enrolment::draft_of(services.store.read(), cohort, by).await?;
    let mut draft = Draft {
        rows,
        ..Draft::default()
    };
    if let Some(earlier) = earlier {
        // The session and delivery chosen already are about the cohort, not about the list.
        let earlier = Draft::read(&earlier)?;
        (draft.plan, draft.delivery) = (earlier.plan, earlier.delivery);
    }
    let written = draft.written()?;
    let id = EnrolmentId(services.new_id());
    let now = services.now();
    services
        .store
        .write(Box::new(move |tx| {
            Box::pin(async move {
                store::enrolment::discard(tx, cohort, by).await?;
                Ok(store::enrolment::begin(tx, id, cohort, by, &written, 1, now).await?)
            })
        }))
        .await
}

fn read_list(text: &str, file: Option<&(Vec<u8>, String)>) -> Result<Vec<Row>, ServiceError> {
    let mut rows = Vec::new();
    if !text.trim().is_empty() {
        rows = parse(text)
            .map_err(|problem| ServiceError::field("roster", problem.code()))?
            .rows;
    }
    if let Some((bytes, name)) = file {
        let text = roster_file::read(bytes, name)
            .map_err(|problem| ServiceError::field("file", problem.code()))?;
        let more = parse(&text)
            .map_err(|problem| ServiceError::field("file", problem.code()))?
            .rows;
        rows.extend(more);
    }
    if rows.is_empty() {
        return Err(ServiceError::field("roster", "list_empty"));
    }
    if rows.len() > domain::roster::MAX_ROWS {
        return Err(ServiceError::field("roster", "too_many_rows"));
    }
    number(&mut rows);
    Ok(rows)
}

/// Numbers rows from 1, in their order.
pub(super) fn number(rows: &mut [Row]) {
    for (index, row) in rows.iter_mut().enumerate() {
        row.number = index + 1;
    }
}

/// What the trainer decided about a row, as the form sends it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Choice {
    /// Nothing, or what the row itself says.
    Open,
    /// It is this known person.
    Same(PersonId),
    /// It is somebody else of the same name.
    Different,
    /// It is left out.
    Skip,
}

/// One row of the table, as the form sends it.
#[derive(Clone, Debug)]
pub struct RowChange {
    /// The row's number.
    pub number: usize,
    /// The name in its field.
    pub name: String,
    /// The address in its field.
    pub address: String,
    /// What was decided.
    pub choice: Choice,
}

/// Everything one form of the page sends.
#[derive(Clone, Debug, Default)]
pub struct Edits {
    /// The rows it showed.
    pub rows: Vec<RowChange>,
    /// The session, if the form showed it.
    pub plan: Option<Plan>,
    /// How the invitations go out, if chosen.
    pub delivery: Option<Delivery>,
    /// A row whose suggested address is taken.
    pub take_suggestion: Option<usize>,
}

/// Keeps corrections and choices. Answers the draft's new revision.
///
/// # Errors
/// [`ServiceError::Stale`] when the draft was changed elsewhere since `revision`.
pub async fn revise(
    services: &Services,
    actor: &Actor,
    cohort: CohortId,
    revision: i64,
    edits: Edits,
) -> Result<i64, ServiceError> {
    let (by, _) = cohorts::allowed(services, actor, Action::EnrolPeople, cohort).await?;
    let enrolment = store::enrolment::draft_of(services.store.read(), cohort, by)
        .await?
        .filter(|draft| draft.revision == revision)
        .ok_or(ServiceError::Stale)?;
    let mut draft = Draft::read(&enrolment)?;
    let before = draft.written()?;
    draft.take(edits);
    let written = draft.written()?;
    if written == before {
        return Ok(revision);
    }
    let now = services.now();
    services
        .store
        .write(Box::new(move |tx| {
            Box::pin(async move {
                if store::enrolment::change(tx, enrolment.id, revision, &written, now).await? {
                    Ok(revision + 1)
                } else {
                    Err(ServiceError::Stale)
                }
            })
        }))
        .await
}

impl Draft {
    fn take(&mut self, edits: Edits) {
        for change in edits.rows {
            let at = self
                .rows
                .binary_search_by_key(&change.number, |row| row.number);
            if let Some(row) = at.ok().and_then(|at| self.rows.get_mut(at)) {
                correct(row, change);
            }
        }
        if let Some(row) = edits
            .take_suggestion
            .and_then(|number| self.rows.iter_mut().find(|row| row.number == number))
            && let Some(meant) = row.suggestion.clone()
        {
            let name = row.name.clone();
            let number = row.number;
            let choice = Choice::Open;
            correct(
                row,
                RowChange {
                    number,
                    name,
                    address: meant.as_str().to_owned(),
                    choice,
                },
            );
        }
        if let Some(plan) = edits.plan {
            self.plan = plan;
        }
        self.delivery = edits.delivery.or(self.delivery);
    }
}

fn correct(row: &mut Row, change: RowChange) {
    let (name, address) = (row.name.clone(), row.address.clone());
    let edit = RowEdit {
        number: row.number,
        name: Some(change.name),
        address: Some(change.address),
        ..RowEdit::default()
    };
    apply_edits(std::slice::from_mut(row), &[edit]);
    let is_other = row.name != name || row.address != address;
    row.decision = match change.choice {
        Choice::Skip => Some(Decision::Skip),
        // A decision about who it is holds for the name and address it was made about.
        Choice::Same(_) | Choice::Different if is_other => None,
        Choice::Same(person) => Some(Decision::Same(person)),
        Choice::Different => Some(Decision::Different),
        Choice::Open => None,
    };
}

/// Throws the asker's draft away.
///
/// # Errors
/// [`ServiceError::Hidden`] when the cohort is none of the asker's business.
pub async fn start_again(
    services: &Services,
    actor: &Actor,
    cohort: CohortId,
) -> Result<(), ServiceError> {
    let (by, _) = cohorts::allowed(services, actor, Action::EnrolPeople, cohort).await?;
    services
        .store
        .write(Box::new(move |tx| {
            Box::pin(async move { Ok(store::enrolment::discard(tx, cohort, by).await?) })
        }))
        .await
}
