//! What is done with letters and invitations that are on their way.

use axum::Form;
use axum::response::Response;
use domain::ids::{CohortId, InstitutionId, InvitationId, MessageId, ParticipationId, PersonId};
use serde::Deserialize;
use services::outbox::Group;
use services::reminders::nudge_trainer;
use services::{invitations, outbox};

use super::fields::Fields;
use super::local_path;
use crate::address::At;
use crate::error::Failure;
use crate::pages;
use crate::visit::Visit;

/// The page to go back to.
#[derive(Deserialize)]
pub struct Back {
    #[serde(default)]
    back: String,
}

impl Back {
    fn path(&self) -> &str {
        if self.back.is_empty() {
            "/outbox"
        } else {
            local_path(&self.back)
        }
    }
}

/// Shows the letters that wait, from after the one named, with fresh links, this once.
///
/// # Errors
/// For people who send no letters, or when the database fails.
pub async fn copy(visit: Visit, Form(fields): Form<Fields>) -> Result<Response, Failure> {
    let after = fields.all("after").next();
    let group = Group::from_code(fields.get("group"));
    let pile = outbox::copy(visit.services(), &visit.actor(), group, after).await?;
    Ok(pages::outbox::copied(&visit, pile, group))
}

/// Notes that the letters named were sent by hand.
///
/// # Errors
/// For people who send no letters, or when the database fails.
pub async fn copied(visit: Visit, Form(fields): Form<Fields>) -> Result<Response, Failure> {
    let letters = fields.all("letter").collect();
    let marked = outbox::sent_by_hand(visit.services(), &visit.actor(), letters).await?;
    visit
        .done("/outbox", "outbox-marked", &[("count", marked.to_string())])
        .await
}

/// Back to the list: letters are copied once, and a reload or another language asks again.
pub async fn copied_before(visit: Visit) -> Response {
    visit.go("/outbox")
}

/// Lets a letter that was given up wait again.
///
/// # Errors
/// When it is none of the asker's business.
pub async fn try_again(visit: Visit, At(letter): At<MessageId>) -> Result<Response, Failure> {
    outbox::try_again(visit.services(), &visit.actor(), letter).await?;
    visit
        .done("/outbox?state=waiting", "outbox-waits-again", &[])
        .await
}

/// Sends everybody in a cohort who has not accepted yet their invitation (again).
///
/// # Errors
/// When the cohort is none of the asker's business.
pub async fn send_to_cohort(visit: Visit, At(cohort): At<CohortId>) -> Result<Response, Failure> {
    let sent = invitations::send_waiting(visit.services(), &visit.actor(), cohort).await?;
    let back = format!("/cohorts/{cohort}");
    visit
        .done(&back, "invitations-sent", &[("count", sent.to_string())])
        .await
}

/// Reminds a colleague who stopped.
///
/// # Errors
/// When the cohort is none of the asker's business.
pub async fn remind(
    visit: Visit,
    At((cohort, participation)): At<(CohortId, ParticipationId)>,
) -> Result<Response, Failure> {
    let back = format!("/cohorts/{cohort}");
    let actor = visit.actor();
    match services::reminders::remind(visit.services(), &actor, cohort, participation).await {
        Ok(()) => visit.done(&back, "remind-sent", &[]).await,
        Err(error) => visit.refuse(&back, &[], error).await,
    }
}

/// Sends one invitation again.
///
/// # Errors
/// When it is none of the asker's business.
pub async fn resend(
    visit: Visit,
    At(invitation): At<InvitationId>,
    Form(back): Form<Back>,
) -> Result<Response, Failure> {
    invitations::resend(visit.services(), &visit.actor(), invitation).await?;
    visit
        .done(
            back.path(),
            "invitations-sent",
            &[("count", "1".to_owned())],
        )
        .await
}

/// Takes one invitation back.
///
/// # Errors
/// When it is none of the asker's business.
pub async fn revoke(
    visit: Visit,
    At(invitation): At<InvitationId>,
    Form(back): Form<Back>,
) -> Result<Response, Failure> {
    invitations::revoke(visit.services(), &visit.actor(), invitation).await?;
    visit.done(back.path(), "invitation-taken-back", &[]).await
}

/// Reminds a silent trainer.
///
/// # Errors
/// When the institution is none of the asker's business.
pub async fn nudge(
    visit: Visit,
    At((institution, trainer)): At<(InstitutionId, PersonId)>,
    Form(fields): Form<Fields>,
) -> Result<Response, Failure> {
    let back = local_path(fields.get("back"));
    let programme = fields.get("programme").parse();
    let programme = programme.map_err(|_| Failure::BadRequest)?;
    let actor = visit.actor();
    match nudge_trainer(visit.services(), &actor, programme, institution, trainer).await {
        Ok(()) => visit.done(back, "remind-sent", &[]).await,
        Err(error) => visit.refuse(back, &[], error).await,
    }
}
