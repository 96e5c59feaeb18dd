//! Recording who was there.

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
    let present: Vec<PersonId> = fields.all("present").collect();
    let (source, reason) = (fields.get("source"), fields.get("reason"));
    let recorded = Recorded {
        shown: fields.all("person").collect(),
        present: present.iter().copied().collect(),
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
            let present = joined(&present);
            let kept = [
                ("present", present.as_str()),
                ("source", source),
                ("reason", reason),
            ];
            visit
                .refuse(&format!("{page}/register"), &kept, error)
                .await
        }
    }
}
