//! Recording who was there.

use std::collections::{BTreeMap, BTreeSet};

use axum::Form;
use axum::response::Response;
use domain::ids::{CohortId, PersonId, SessionId};
use domain::session::attendance::Source;
use services::sessions::{self, Recorded};

use crate::actions::fields::Fields;
use crate::address::At;
use crate::error::Failure;
use crate::pages::session::joined;
use crate::visit::Visit;

/// Records who was there.
///
/// # Errors
/// When the session is none of the asker's business.
pub async fn post(
    visit: Visit,
    At((cohort, session)): At<(CohortId, SessionId)>,
    Form(fields): Form<Fields>,
) -> Result<Response, Failure> {
    let present: BTreeSet<PersonId> = fields.all("present").collect();
    let shown: Vec<PersonId> = fields.all("person").collect();
    let seen = seen(&fields);
    let (source, reason) = (fields.get("source"), fields.get("reason"));
    let recorded = Recorded {
        shown: shown.clone(),
        present: present.clone(),
        seen: Some(seen.clone()),
        source: Source::from_code(source).unwrap_or(Source::TrainerList),
        reason: reason.to_owned(),
    };
    let page = format!("/cohorts/{cohort}/sessions/{session}");
    match sessions::record(visit.services(), &visit.actor(), cohort, session, recorded).await {
        Ok(count) => {
            let values = [("count", count.to_string())];
            visit.done(&page, "register-recorded", &values).await
        }
        Err(error) => {
            // Only what was changed is kept: the other lines are shown as they are by then.
            let touched = |tick: bool| {
                let was = |person: &PersonId| seen.get(person) == Some(&true);
                let is = |person: &PersonId| present.contains(person);
                let people = shown.iter().copied();
                let people: Vec<PersonId> = people
                    .filter(|one| is(one) == tick && was(one) != tick)
                    .collect();
                joined(&people)
            };
            let (ticked, unticked) = (touched(true), touched(false));
            let kept = [
                ("ticked", ticked.as_str()),
                ("unticked", &unticked),
                ("source", source),
                ("reason", reason),
            ];
            visit
                .refuse(&format!("{page}/register"), &kept, error)
                .await
        }
    }
}

/// Takes the whole register back: the session was not held.
///
/// # Errors
/// When the session is none of the asker's business.
pub async fn not_held(
    visit: Visit,
    At((cohort, session)): At<(CohortId, SessionId)>,
    Form(fields): Form<Fields>,
) -> Result<Response, Failure> {
    let page = format!("/cohorts/{cohort}/sessions/{session}");
    let reason = fields.get("reason");
    match sessions::not_held(visit.services(), &visit.actor(), cohort, session, reason).await {
        Ok(()) => visit.done(&page, "session-not-held-done", &[]).await,
        Err(error) => {
            let kept = [("reason", reason)];
            visit
                .refuse(&format!("{page}/not-held"), &kept, error)
                .await
        }
    }
}

/// What the register showed as recorded when it was filled in.
fn seen(fields: &Fields) -> BTreeMap<PersonId, bool> {
    let present = fields.all("was-present").map(|person| (person, true));
    let absent = fields.all("was-absent").map(|person| (person, false));
    present.chain(absent).collect()
}
