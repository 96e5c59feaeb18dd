//! `/cohorts/{id}/sessions/{id}/check-in`: the code that the room shows, large enough for its last
//! row. The page renews itself when the code changes, without a script.

use axum::http::HeaderValue;
use axum::http::header::REFRESH;
use axum::response::Response;
use documents::qr::qr;
use domain::ids::{CohortId, SessionId};
use domain::session::check_in::Moment;
use leptos::prelude::*;
use services::sessions::ShownCode;

use super::words::{check_in_moment, when};
use crate::address::At;
use crate::components::breadcrumb::Breadcrumb;
use crate::components::notice::FlashNotice;
use crate::error::Failure;
use crate::i18n::Words;
use crate::markup::IntoMarkup;
use crate::visit::Visit;

/// The page.
///
/// # Errors
/// [`Failure::NotFound`] when the session is none of the asker's business.
pub async fn get(
    visit: Visit,
    At((cohort, session)): At<(CohortId, SessionId)>,
) -> Result<Response, Failure> {
    let words = visit.words;
    let shown =
        services::sessions::show_code(visit.services(), &visit.actor(), cohort, session).await?;
    let title = words.say("check-in-room");
    let flash = visit.flash.clone();
    let site = visit.services().settings.public_url.clone();
    let renewed = shown.code.as_ref().map(|(_, seconds)| *seconds);
    let mut response = visit.page(&title, || {
        let back = format!("/cohorts/{cohort}");
        let above = vec![
            ("/cohorts".to_owned(), words.say("cohorts-title")),
            (back.clone(), shown.cohort.title.clone()),
            (
                format!("{back}/sessions/{session}"),
                words.day(shown.session.on_day),
            ),
        ];
        let (here, of) = shown.here;
        let count = words.say_with("check-in-count", [("here", here.into()), ("of", of.into())]);
        view! {
            <main id="main" class="page narrow check-in-room" tabindex="-1">
                <Breadcrumb words above here=title.clone()/>
                <header class="page-title">
                    <p class="over">{when(words, &shown.session)}</p>
                    <h1>{title.clone()}</h1>
                    <p class="lead">{check_in_moment(words, &shown.session, shown.moment)}</p>
                </header>
                <FlashNotice words flash/>
                {code(words, &site, &shown)}
                <p class="check-in-count">{count}</p>
            </main>
        }
    });
    if let Some(seconds) =
        renewed.and_then(|seconds| HeaderValue::try_from(seconds.to_string()).ok())
    {
        response.headers_mut().insert(REFRESH, seconds);
    }
    Ok(response)
}

fn code(words: Words, site: &str, shown: &ShownCode) -> impl IntoView + use<> {
    let session = shown.session.id;
    let Some((code, seconds)) = &shown.code else {
        let action = format!("/cohorts/{}/sessions/{session}/check-in", shown.cohort.id);
        if shown.moment != Moment::Open || shown.session.cancelled.is_some() {
            return ().into_markup();
        }
        return view! {
            <form method="post" action=action>
                <p>{words.say("check-in-room-what")}</p>
                <div class="actions" id="check_in"><button class="button primary">{words.say("check-in-start")}</button></div>
            </form>
        }
        .into_markup();
    };
    let address = format!("{site}/sessions/{session}/check-in");
    let square = qr(&format!("{address}?code={}", code.digits())).unwrap_or_default();
    let drawn = words.say("check-in-qr");
    let changes = words.say_with("check-in-changes", [("seconds", (*seconds).into())]);
    view! {
        <figure class="check-in-code">
            <div class="check-in-qr" role="img" aria-label=drawn inner_html=square></div>
            <figcaption>
                <p>{words.say("check-in-or-type")}</p>
                <p class="check-in-digits">{code.to_string()}</p>
                <p class="hint">{changes}</p>
            </figcaption>
        </figure>
    }
    .into_markup()
}
