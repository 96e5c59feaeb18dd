//! Having packs made.

use axum::Form;
use axum::extract::Query;
use axum::response::Response;
use domain::ids::{CohortId, PackId, SessionId};
use domain::language::Language;
use services::packs::{self, About};

use crate::actions::fields::Fields;
use crate::address::At;
use crate::error::Failure;
use crate::pages::programme::Asked;
use crate::visit::Visit;

/// Asks for a programme's funder pack.
///
/// # Errors
/// When the programme is none of the asker's business.
pub async fn ask_funder(
    visit: Visit,
    Query(asked): Query<Asked>,
    Form(fields): Form<Fields>,
) -> Result<Response, Failure> {
    let programme = asked.programme(&visit)?;
    let language = Language::from_tag(fields.get("language")).unwrap_or(visit.words.0);
    let period = (fields.get("from"), fields.get("to"));
    let page = format!("/programme/packs?id={programme}");
    match packs::ask_funder(
        visit.services(),
        &visit.actor(),
        programme,
        period,
        language,
    )
    .await
    {
        Ok(()) => visit.done(&page, "packs-asked", &[]).await,
        Err(error) => {
            let kept = [
                ("from", period.0),
                ("to", period.1),
                ("language", language.tag()),
            ];
            visit.refuse(&page, &kept, error).await
        }
    }
}

/// Asks for a session's evidence pack, in the asker's language.
///
/// # Errors
/// When the session is none of the asker's business.
pub async fn ask_session(
    visit: Visit,
    At((cohort, session)): At<(CohortId, SessionId)>,
) -> Result<Response, Failure> {
    let page = format!("/cohorts/{cohort}/sessions/{session}/evidence");
    let language = visit.words.0;
    match packs::ask_session(visit.services(), &visit.actor(), cohort, session, language).await {
        Ok(()) => visit.done(&page, "packs-asked", &[]).await,
        Err(error) => visit.refuse(&page, &[], error).await,
    }
}

/// Lets a pack that failed be made again.
///
/// # Errors
/// When there is no such pack, or it is none of the asker's business.
pub async fn try_again(visit: Visit, At(id): At<PackId>) -> Result<Response, Failure> {
    let (pack, cohort) = packs::try_again(visit.services(), &visit.actor(), id).await?;
    let page = match (pack.about, cohort) {
        (About::Session(session), Some(cohort)) => {
            format!("/cohorts/{cohort}/sessions/{session}/evidence")
        }
        _ => format!("/programme/packs?id={}", pack.programme),
    };
    visit.done(&page, "packs-asked", &[]).await
}
