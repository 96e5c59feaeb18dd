//! `/letters/{token}`: no more reminders, for whoever got the letter with this link. Showing it
//! changes nothing, because mail scanners follow links; only the button does.

use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use leptos::prelude::*;
use services::letter_choice;

use crate::components::auth_page::AuthPage;
use crate::error::Failure;
use crate::visit::Visit;

/// The page with the button.
///
/// # Errors
/// When the database fails.
pub async fn get(visit: Visit, Path(token): Path<String>) -> Result<Response, Failure> {
    let words = visit.words;
    if !letter_choice::is_known(visit.services(), &token).await? {
        let title = words.say("letters-unknown-title");
        return Ok(
            visit.page_with_status(StatusCode::GONE, &title.clone(), || {
                view! { <AuthPage title><p>{words.say("letters-unknown")}</p></AuthPage> }
            }),
        );
    }
    let title = words.say("letters-stop-title");
    Ok(visit.page(&title.clone(), || {
        view! {
            <AuthPage title>
                <p>{words.say("letters-stop-what")}</p>
                <form class="form" method="post" action=format!("/letters/{token}")>
                    <button class="button primary">{words.say("letters-stop")}</button>
                </form>
            </AuthPage>
        }
    }))
}

/// The page after the button.
pub(crate) fn stopped(visit: &Visit) -> Response {
    let words = visit.words;
    let title = words.say("letters-stopped-title");
    visit.page(&title.clone(), || {
        view! { <AuthPage title><p>{words.say("letters-stopped")}</p></AuthPage> }
    })
}
