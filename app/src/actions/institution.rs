//! What the forms of an institution do.

use axum::Form;
use axum::extract::Path;
use axum::response::Response;
use domain::people::Role;
use services::ServiceError;
use services::programme::change::{TypedInstitution, change_institution};

use super::programme::people::{Invited, invite_to};
use crate::error::Failure;
use crate::pages::institution::id_of;
use crate::visit::Visit;

/// Changes the institution.
///
/// # Errors
/// When the asker may not, or somebody else changed it meanwhile.
pub async fn change(
    visit: Visit,
    Path(id): Path<String>,
    Form(typed): Form<TypedInstitution>,
) -> Result<Response, Failure> {
    let id = id_of(&id)?;
    match change_institution(visit.services(), &visit.actor(), id, &typed).await {
        Ok(()) => {
            let values = [("name", typed.name.clone())];
            visit
                .done(
                    &format!("/institutions/{id}"),
                    "institution-changed",
                    &values,
                )
                .await
        }
        Err(error) => {
            let path = format!("/institutions/{id}/edit");
            visit.refuse(&path, &typed.values(), error).await
        }
    }
}

/// Invites a trainer or a lead.
///
/// # Errors
/// When the asker may not.
pub async fn invite(
    visit: Visit,
    Path(id): Path<String>,
    Form(typed): Form<Invited>,
) -> Result<Response, Failure> {
    let id = id_of(&id)?;
    let form = format!("/institutions/{id}/people/new");
    let role = match typed.role.as_str() {
        "trainer" => Role::Trainer(id),
        "lead" => Role::Lead(id),
        _ => {
            let error = ServiceError::field("role", "choice");
            return visit.refuse(&form, &typed.values(), error).await;
        }
    };
    invite_to(&visit, role, &typed, &form, &format!("/institutions/{id}")).await
}
