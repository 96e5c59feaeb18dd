//! Planning, changing and cancelling sessions, and handing them over.

use axum::Form;
use axum::response::Response;
use domain::ids::{CohortId, PersonId, SessionId};
use services::ServiceError;
use services::sessions::{self, Plan};

use crate::actions::fields::Fields;
use crate::address::At;
use crate::error::Failure;
use crate::pages::session::joined;
use crate::visit::Visit;

/// The session that a form describes.
pub fn plan_in(fields: &Fields) -> Plan {
    let text = |name| fields.get(name).to_owned();
    Plan {
        day: text("day"),
        starts: text("starts"),
        ends: text("ends"),
        meeting: text("meeting"),
        place: text("place"),
        link: text("link"),
        hours: text("hours"),
        seats: text("seats"),
        agenda: text("agenda"),
        work_package: text("work_package"),
        deliverable: text("deliverable"),
        units: fields.all("unit").collect(),
        trainers: fields.all("trainer").collect(),
        tell: fields.has("tell"),
    }
}

async fn refuse(
    visit: &Visit,
    page: &str,
    plan: &Plan,
    revision: Option<&str>,
    error: ServiceError,
) -> Result<Response, Failure> {
    let (units, trainers) = (joined(&plan.units), joined(&plan.trainers));
    let kept = [
        ("day", plan.day.as_str()),
        ("starts", &plan.starts),
        ("ends", &plan.ends),
        ("meeting", &plan.meeting),
        ("place", &plan.place),
        ("link", &plan.link),
        ("hours", &plan.hours),
        ("seats", &plan.seats),
        ("agenda", &plan.agenda),
        ("work_package", &plan.work_package),
        ("deliverable", &plan.deliverable),
        ("unit", &units),
        ("trainer", &trainers),
        ("tell", if plan.tell { "yes" } else { "" }),
    ];
    let kept: Vec<(&str, &str)> = kept
        .into_iter()
        .chain(revision.map(|revision| ("revision", revision)))
        .collect();
    visit.refuse(page, &kept, error).await
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
        Ok(session) => {
            let page = format!("/cohorts/{cohort}/sessions/{session}");
            visit.done(&page, "session-planned-done", &[]).await
        }
        Err(error) => {
            let page = format!("/cohorts/{cohort}/sessions/new");
            refuse(&visit, &page, &plan, None, error).await
        }
    }
}

/// Changes a session's plan.
///
/// # Errors
/// When the session is none of the asker's business, or somebody else changed it meanwhile.
pub async fn change(
    visit: Visit,
    At((cohort, session)): At<(CohortId, SessionId)>,
    Form(fields): Form<Fields>,
) -> Result<Response, Failure> {
    let plan = plan_in(&fields);
    let typed = fields.get("revision");
    let revision = typed.parse().map_err(|_| Failure::BadRequest)?;
    let page = format!("/cohorts/{cohort}/sessions/{session}");
    let (services, actor) = (visit.services(), visit.actor());
    match sessions::change(services, &actor, cohort, session, &plan, revision).await {
        Ok(()) => visit.done(&page, "session-changed", &[]).await,
        // What was typed stays, now against the plan that the other person made.
        Err(ServiceError::Stale) => {
            let changed = ServiceError::field("day", "session_changed_meanwhile");
            refuse(&visit, &format!("{page}/edit"), &plan, None, changed).await
        }
        Err(error) => refuse(&visit, &format!("{page}/edit"), &plan, Some(typed), error).await,
    }
}

/// Calls a session off.
///
/// # Errors
/// When the session is none of the asker's business.
pub async fn cancel(
    visit: Visit,
    At((cohort, session)): At<(CohortId, SessionId)>,
    Form(fields): Form<Fields>,
) -> Result<Response, Failure> {
    let page = format!("/cohorts/{cohort}/sessions/{session}");
    let (reason, told) = (fields.get("reason"), fields.has("tell"));
    let (services, actor) = (visit.services(), visit.actor());
    match sessions::cancel(services, &actor, cohort, session, reason, told).await {
        Ok(()) => visit.done(&page, "session-cancelled", &[]).await,
        Err(error) => {
            let kept = [("reason", reason), ("tell", if told { "yes" } else { "" })];
            visit.refuse(&format!("{page}/cancel"), &kept, error).await
        }
    }
}

/// Plans a session that was called off again.
///
/// # Errors
/// When the session is none of the asker's business.
pub async fn plan_again(
    visit: Visit,
    At((cohort, session)): At<(CohortId, SessionId)>,
    Form(fields): Form<Fields>,
) -> Result<Response, Failure> {
    let page = format!("/cohorts/{cohort}/sessions/{session}");
    let (services, told) = (visit.services(), fields.has("tell"));
    match sessions::plan_again(services, &visit.actor(), cohort, session, told).await {
        Ok(()) => visit.done(&page, "session-planned-done", &[]).await,
        Err(error) => {
            let kept = [("tell", if told { "yes" } else { "" })];
            visit.refuse(&page, &kept, error).await
        }
    }
}

/// Hands a cohort and its sessions over to a colleague.
///
/// # Errors
/// When the cohort is none of the asker's business.
pub async fn hand_over(
    visit: Visit,
    At(cohort): At<CohortId>,
    Form(fields): Form<Fields>,
) -> Result<Response, Failure> {
    let chosen = |name| fields.all::<PersonId>(name).next();
    let edit = format!("/cohorts/{cohort}/edit");
    let (Some(from), Some(to)) = (chosen("from"), chosen("to")) else {
        let error = ServiceError::field("to", "choice");
        return visit.refuse(&edit, &[], error).await;
    };
    let told = fields.has("tell");
    match sessions::hand_over(visit.services(), &visit.actor(), cohort, from, to, told).await {
        // Whoever handed over their own cohort may not see it any more.
        Ok(handed) => {
            let page = if visit.person().ok() == Some(from) {
                "/cohorts"
            } else {
                &edit
            };
            let values = [("count", handed.to_string())];
            visit.done(page, "cohort-handed-over", &values).await
        }
        Err(error) => {
            let (from, to) = (from.to_string(), to.to_string());
            let tell = if told { "yes" } else { "" };
            let kept = [("from", from.as_str()), ("to", to.as_str()), ("tell", tell)];
            visit.refuse(&edit, &kept, error).await
        }
    }
}
