//! Changing a programme.

use axum::Form;
use axum::extract::Query;
use axum::response::Response;
use services::programme::change::{TypedProgramme, change_programme};

use crate::error::Failure;
use crate::pages::programme::Asked;
use crate::visit::Visit;

/// Changes the programme.
///
/// # Errors
/// When the asker may not, or somebody else changed it meanwhile.
pub async fn post(
    visit: Visit,
    Query(asked): Query<Asked>,
    Form(typed): Form<TypedProgramme>,
) -> Result<Response, Failure> {
    let id = asked.programme(&visit)?;
    match change_programme(visit.services(), &visit.actor(), id, &typed).await {
        Ok(()) => {
            let path = format!("/programme?id={id}");
            visit.done(&path, "programme-changed", &[]).await
        }
        Err(error) => {
            let path = format!("/programme/edit?id={id}");
            visit.refuse(&path, &typed.values(), error).await
        }
    }
}
