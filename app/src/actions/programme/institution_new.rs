//! Adding an institution, with its lead's invitation.

use axum::Form;
use axum::extract::Query;
use axum::response::Response;
use serde::Deserialize;
use services::invitations::Invitee;
use services::programme::change::{TypedInstitution, add_institution};

use crate::error::Failure;
use crate::pages::programme::Asked;
use crate::visit::Visit;

/// The form.
#[derive(Deserialize)]
pub struct Typed {
    #[serde(flatten)]
    institution: TypedInstitution,
    lead_name: String,
    lead_email: String,
}

/// Adds the institution.
///
/// # Errors
/// When the asker may not.
pub async fn post(
    visit: Visit,
    Query(asked): Query<Asked>,
    Form(typed): Form<Typed>,
) -> Result<Response, Failure> {
    let id = asked.programme(&visit)?;
    let lead = Invitee {
        name: &typed.lead_name,
        email: &typed.lead_email,
        language: visit.words.0,
    };
    let added = add_institution(
        visit.services(),
        &visit.actor(),
        id,
        &typed.institution,
        lead,
    )
    .await;
    match added {
        Ok(institution) => {
            let path = format!("/institutions/{institution}?programme={id}");
            let notice = match (
                typed.lead_email.trim().is_empty(),
                visit.services().settings.mail,
            ) {
                (true, _) => "institution-added",
                (false, true) => "institution-added-invited",
                (false, false) => "institution-added-to-copy",
            };
            let values = [
                ("name", typed.institution.name.clone()),
                ("who", typed.lead_name.clone()),
            ];
            visit.done(&path, notice, &values).await
        }
        Err(error) => {
            let mut values = typed.institution.values();
            values.push(("lead_name", &typed.lead_name));
            values.push(("lead_email", &typed.lead_email));
            visit
                .refuse(
                    &format!("/programme/institutions/new?id={id}"),
                    &values,
                    error,
                )
                .await
        }
    }
}
