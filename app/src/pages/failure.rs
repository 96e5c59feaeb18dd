//! The page for a request that has no ordinary answer: what happened, and what to do.

use axum::body::Bytes;
use axum::extract::{FromRequestParts, Request, State};
use axum::http::request::Parts;
use axum::http::{HeaderValue, Method, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use leptos::prelude::*;

use crate::actions::sign_in_path;
use crate::error::Failure;
use crate::kept;
use crate::state::AppState;
use crate::visit::Visit;

/// Turns a [`Failure`], and every refusal of the framework's own, into a page in the visitor's
/// language.
pub async fn show(State(state): State<AppState>, request: Request, next: Next) -> Response {
    let (parts, body) = request.into_parts();
    let asked = parts.clone();
    let (response, sent) = match kept::read(Request::from_parts(parts, body)).await {
        Ok((request, sent)) => (next.run(request).await, sent),
        Err(failure) => (failure.into_response(), None),
    };
    let Some((failure, status)) = refused(&response, &asked.method) else {
        return response;
    };
    if failure == Failure::SignIn {
        return lead_to_sign_in(&state, response, asked, sent).await;
    }
    let mut parts = asked;
    // The sign-in could not be read if the database is down: then the page is a visitor's.
    let Ok(visit) = Visit::from_request_parts(&mut parts, &state).await else {
        return response;
    };
    let back =
        kept::came_from(&parts.headers, &state.services.settings.public_url).filter(|back| {
            parts
                .uri
                .path_and_query()
                .is_none_or(|here| here.as_str() != back)
        });
    page(&visit, failure, status, back, &response)
}

/// What a response refuses, and with which status; `None` for one that says something itself.
fn refused(response: &Response, method: &Method) -> Option<(Failure, StatusCode)> {
    if let Some(failure) = response.extensions().get::<Failure>() {
        return Some((*failure, failure.status()));
    }
    let status = response.status();
    let said = response
        .headers()
        .get(header::CONTENT_TYPE)
        .is_some_and(|kind| !kind.as_bytes().starts_with(b"text/plain"));
    if said || !(status.is_client_error() || status.is_server_error()) {
        return None;
    }
    let failure = Failure::of_status(status, method);
    let status = match failure {
        Failure::NotFound => failure.status(),
        _ => status,
    };
    Some((failure, status))
}

fn page(
    visit: &Visit,
    failure: Failure,
    status: StatusCode,
    back: Option<String>,
    response: &Response,
) -> Response {
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
    let mut shown = visit.page_with_status(status, &title, || {
        let back = back
            .map(|back| view! { <a class="button" href=back>{words.say("failure-go-back")}</a> });
        view! {
            <main id="main" class="page narrow" tabindex="-1">
                <header class="page-title">
                    <h1>{title.clone()}</h1>
                    <p class="lead">{what}</p>
                    <div class="actions">
                        {back}
                        <a class="button primary" href="/">{words.say("go-home")}</a>
                    </div>
                </header>
            </main>
        }
    });
    for name in [header::RETRY_AFTER, header::ALLOW] {
        if let Some(value) = response.headers().get(&name) {
            shown.headers_mut().insert(name, value.clone());
        }
    }
    shown
}

/// To the sign-in page, and from there back to the page that was asked for, or that a form was
/// sent from. What the form said waits for its writer.
async fn lead_to_sign_in(
    state: &AppState,
    mut response: Response,
    mut asked: Parts,
    sent: Option<Bytes>,
) -> Response {
    let wanted = if asked.method == Method::GET {
        asked
            .uri
            .path_and_query()
            .map(|path| path.as_str().to_owned())
    } else {
        kept::came_from(&asked.headers, &state.services.settings.public_url)
    };
    let Some(wanted) = wanted else {
        return response;
    };
    if let Ok(place) = HeaderValue::from_str(&sign_in_path(&wanted)) {
        response.headers_mut().insert(header::LOCATION, place);
    }
    if let Some(sent) = sent
        && let Ok(visit) = Visit::from_request_parts(&mut asked, state).await
        && let Err(failure) = visit
            .keep_typed(&mut response, &asked.headers, &wanted, sent)
            .await
    {
        // The way to the sign-in page is still right.
        tracing::error!(?failure, "what somebody typed could not be kept");
    }
    response
}

/// An address that names nothing.
pub async fn not_found() -> Failure {
    Failure::NotFound
}
