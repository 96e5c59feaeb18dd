//! Giving and taking roles.

use axum::Form;
use axum::extract::{Path, Query};
use axum::response::Response;
use domain::ids::{GrantId, ProgrammeId};
use domain::people::Role;
use serde::Deserialize;
use services::ServiceError;
use services::invitations::{Invitee, invite_role};
use services::programme::people::take_back;

use crate::actions::local_path;
use crate::error::Failure;
use crate::pages::programme::Asked;
use crate::visit::Visit;

/// The form that invites.
#[derive(Deserialize)]
pub struct Invited {
    /// The code of the role.
    pub role: String,
    name: String,
    email: String,
}

impl Invited {
    /// The values as typed, for the form when it is refused.
    #[must_use]
    pub fn values(&self) -> [(&str, &str); 3] {
        [
            ("role", &self.role),
            ("name", &self.name),
            ("email", &self.email),
        ]
    }
}

/// Invites somebody to a role of the programme itself.
///
/// # Errors
/// When the asker may not.
pub async fn invite(
    visit: Visit,
    Query(asked): Query<Asked>,
    Form(typed): Form<Invited>,
) -> Result<Response, Failure> {
    let id = asked.programme(&visit)?;
    let path = format!("/programme/people?id={id}");
    match role_of(&typed.role, id) {
        Some(role) => invite_to(&visit, role, &typed, &path, &path).await,
        None => {
            visit
                .refuse(
                    &path,
                    &typed.values(),
                    ServiceError::field("role", "choice"),
                )
                .await
        }
    }
}

fn role_of(code: &str, programme: ProgrammeId) -> Option<Role> {
    match code {
        "coordinator" => Some(Role::Coordinator(programme)),
        "partner_trainer" => Some(Role::PartnerTrainer(programme)),
        "observer" => Some(Role::Observer(programme)),
        "recogniser" => Some(Role::Recogniser(programme)),
        _ => None,
    }
}

/// Invites somebody to a role and leads to `done`; refused, back to `form`. Without a mail server
/// the letter waits to be copied by hand, and the notice says where.
///
/// # Errors
/// When the asker may not.
pub async fn invite_to(
    visit: &Visit,
    role: Role,
    typed: &Invited,
    form: &str,
    done: &str,
) -> Result<Response, Failure> {
    let invitee = Invitee {
        name: &typed.name,
        email: &typed.email,
        language: visit.words.0,
    };
    match invite_role(visit.services(), &visit.actor(), role, invitee).await {
        Ok(_) if visit.services().settings.mail => {
            visit
                .done(done, "role-invited", &[("name", typed.name.clone())])
                .await
        }
        Ok(_) => {
            visit
                .done(
                    "/outbox",
                    "role-invited-to-copy",
                    &[("name", typed.name.clone())],
                )
                .await
        }
        Err(error) => visit.refuse(form, &typed.values(), error).await,
    }
}

/// Where to go after a role was taken back.
#[derive(Deserialize)]
pub struct Back {
    back: String,
}

/// Takes a role back.
///
/// # Errors
/// When the asker may not.
pub async fn take(
    visit: Visit,
    Path(grant): Path<GrantId>,
    Form(form): Form<Back>,
) -> Result<Response, Failure> {
    let back = local_path(&form.back);
    match take_back(visit.services(), &visit.actor(), grant).await {
        Ok(taken) => {
            visit
                .done(back, "role-taken", &[("name", taken.name)])
                .await
        }
        Err(error) => visit.refuse(back, &[], error).await,
    }
}
