//! Planning sessions and recording who was there.

use std::collections::HashSet;

use axum::Form;
use axum::response::Response;
use domain::ids::{CohortId, PersonId, SessionId};
use services::sessions::{self, Plan};

use crate::actions::fields::Fields;
use crate::address::At;
use crate::error::Failure;
use crate::visit::Visit;

/// The session that a form describes.
pub fn plan_in(fields: &Fields) -> Plan {
    Plan {
        day: fields.get("day").to_owned(),
        place: fields.get("place").to_owned(),
        trainers: fields.all("trainer").collect(),
    }
}

/// Plans a session.
///
/// # Errors
/// When the cohort is none of the asker's business.
pub async fn plan(
    visit: Visit,
    At(cohort): At<CohortId>,
    Form(fields): Form<Fields>,
) -> Result<Response, Failure> {
    let plan = plan_in(&fields);
    match sessions::plan(visit.services(), &visit.actor(), cohort, &plan).await {
        Ok(_) => {
            visit
                .done(&format!("/cohorts/{cohort}"), "session-planned-done", &[])
                .await
        }
        Err(error) => {
            let trainers = plan
                .trainers
                .iter()
                .map(PersonId::to_string)
                .collect::<Vec<_>>()
                .join(" ");
            let kept = [
                ("day", plan.day.as_str()),
                ("place", &plan.place),
                ("trainers", &trainers),
            ];
            visit
                .refuse(&format!("/cohorts/{cohort}/sessions/new"), &kept, error)
                .await
        }
    }
}

/// Records who was there.
///
/// # Errors
/// When the session is none of the asker's business.
pub async fn record(
    visit: Visit,
    At((cohort, session)): At<(CohortId, SessionId)>,
    Form(fields): Form<Fields>,
) -> Result<Response, Failure> {
    let shown: Vec<PersonId> = fields.all("person").collect();
    let present: HashSet<PersonId> = fields.all("present").collect();
    match sessions::record(
        visit.services(),
        &visit.actor(),
        cohort,
        session,
        &shown,
        &present,
    )
    .await
    {
        Ok(count) => {
            let values = [("count", count.to_string())];
            visit
                .done(&format!("/cohorts/{cohort}"), "register-recorded", &values)
                .await
        }
        Err(error) => {
            let page = format!("/cohorts/{cohort}/sessions/{session}/register");
            visit.refuse(&page, &[], error).await
        }
    }
}
