//! `/people/{id}/reset-code`: a code that sets a new password, to be handed over in person.

use axum::response::Response;
use domain::ids::PersonId;
use leptos::prelude::*;

use crate::address::At;
use crate::components::auth_page::AuthPage;
use crate::error::Failure;
use crate::visit::Visit;

/// What making a code means, and the button.
///
/// # Errors
/// When the person is none of the asker's business.
pub async fn get(visit: Visit, At(person): At<PersonId>) -> Result<Response, Failure> {
    let name = services::reset::may_hand_over(visit.services(), &visit.actor(), person).await?;
    let words = visit.words;
    let title = words.say_with("reset-code-title", [("name", name.into())]);
    let action = format!("/people/{person}/reset-code");
    Ok(visit.page(&title.clone(), || {
        view! {
            <AuthPage title>
                <p>{words.say("reset-code-what")}</p>
                <form class="form" method="post" action=action>
                    <button class="button primary">{words.say("reset-code-make")}</button>
                </form>
            </AuthPage>
        }
    }))
}

/// The code, shown once.
pub(crate) fn made(visit: &Visit, name: &str, code: String) -> Response {
    let words = visit.words;
    let title = words.say_with("reset-code-title", [("name", name.to_owned().into())]);
    let place = visit.services().settings.public_url.clone();
    visit.page(&title.clone(), || {
        view! {
            <AuthPage title>
                <p class="slip-code">{code}</p>
                <p>{words.say_with("reset-code-how", [("place", format!("{place}/reset/code").into())])}</p>
            </AuthPage>
        }
    })
}
