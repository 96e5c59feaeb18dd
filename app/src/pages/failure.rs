//! The page for a request that has no ordinary answer: what happened, and what to do.

use axum::extract::{Request, State};
use axum::http::{HeaderValue, header};
use axum::middleware::Next;
use axum::response::Response;
use leptos::prelude::*;

use crate::actions::sign_in_path;
use crate::error::Failure;
use crate::state::AppState;
use crate::visit::Visit;

/// Turns a [`Failure`] into a page in the visitor's language.
pub async fn show(State(state): State<AppState>, request: Request, next: Next) -> Response {
    let (mut parts, body) = request.into_parts();
    let asked = parts.clone();
    let response = next.run(Request::from_parts(parts.clone(), body)).await;
    let Some(failure) = response.extensions().get::<Failure>().copied() else {
        return response;
    };
    if failure == Failure::SignIn {
        return lead_to_sign_in(response, &asked);
    }
    use axum::extract::FromRequestParts;
    // The sign-in could not be read if the database is down: then the page is a visitor's.
    let Ok(visit) = Visit::from_request_parts(&mut parts, &state).await else {
        return response;
    };
    page(&visit, failure, response)
}

fn page(visit: &Visit, failure: Failure, response: Response) -> Response {
    let words = visit.words;
    let title = words.say(&format!("failure-{}-title", failure.code()));
    let seconds = if let Failure::Wait(seconds) = failure {
        seconds
    } else {
        0
    };
    let what = words.say_with(
        &format!("failure-{}-what", failure.code()),
        [("seconds", seconds.into())],
    );
    let mut shown = visit.page_with_status(failure.status(), &title, || {
        view! {
            <main id="main" class="page narrow" tabindex="-1">
                <header class="page-title">
                    <h1>{title.clone()}</h1>
                    <p class="lead">{what}</p>
                    <div class="actions"><a class="button primary" href="/">{words.say("go-home")}</a></div>
                </header>
            </main>
        }
    });
    if let Some(wait) = response.headers().get(header::RETRY_AFTER) {
        shown
            .headers_mut()
            .insert(header::RETRY_AFTER, wait.clone());
    }
    shown
}

/// To the sign-in page, and back to a page that was asked for; what a form sent is not repeated.
fn lead_to_sign_in(mut response: Response, asked: &axum::http::request::Parts) -> Response {
    if asked.method == axum::http::Method::GET {
        let wanted = asked.uri.path_and_query().map_or("/", |path| path.as_str());
        if let Ok(place) = HeaderValue::from_str(&sign_in_path(wanted)) {
            response.headers_mut().insert(header::LOCATION, place);
        }
    }
    response
}

/// An address that names nothing.
pub async fn not_found() -> Failure {
    Failure::NotFound
}
