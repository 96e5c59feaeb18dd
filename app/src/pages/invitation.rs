//! `/invitations/{token}` and `/join/{code}`: who invites to what, and accepting it. Showing it
//! changes nothing, because mail scanners follow links.

use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use domain::people::Role;
use leptos::prelude::*;
use services::invitations::{Offer, Purpose, Secret, Standing, look, role_code};

use crate::actions::sign_in_path;
use crate::caller::Caller;
use crate::components::auth_page::AuthPage;
use crate::components::field::TextField;
use crate::components::notice::FlashNotice;
use crate::error::Failure;
use crate::i18n::Words;
use crate::markup::{IntoMarkup, Markup};
use crate::visit::Visit;

/// The invitation behind a letter's link.
///
/// # Errors
/// When the database fails.
pub async fn by_link(
    visit: Visit,
    caller: Caller,
    Path(token): Path<String>,
) -> Result<Response, Failure> {
    let offer = look(visit.services(), Secret::Link(&token), caller.client).await?;
    Ok(show(&visit, offer, &format!("/invitations/{token}")))
}

/// The invitation behind a slip's code.
///
/// # Errors
/// When codes were guessed at too often, or the database fails.
pub async fn by_code(
    visit: Visit,
    caller: Caller,
    Path(code): Path<String>,
) -> Result<Response, Failure> {
    let offer = look(visit.services(), Secret::Code(&code), caller.client).await?;
    match offer {
        None => Ok(super::join::unknown(&visit, &code)),
        offer => Ok(show(&visit, offer, &format!("/join/{code}"))),
    }
}

fn show(visit: &Visit, offer: Option<Offer>, here: &str) -> Response {
    match offer {
        Some(offer) if offer.standing == Standing::Open => open(visit, offer, here),
        other => closed(visit, other.map(|offer| offer.standing)),
    }
}

fn open(visit: &Visit, offer: Offer, here: &str) -> Response {
    let words = visit.words;
    let flash = visit.flash.clone();
    let title = words.say_with("invitation-title", [("place", offer.place.clone().into())]);
    let what = what(words, &offer);
    let way = way_in(visit, &offer, here);
    visit.page(&title.clone(), || {
        view! {
            <AuthPage title>
                <p>{words.say_with("invitation-for", [("name", offer.name.clone().into())])}</p>
                <p>{what}</p>
                <FlashNotice words flash/>
                {way}
            </AuthPage>
        }
    })
}

/// Who invites to what.
fn what(words: Words, offer: &Offer) -> String {
    let by = offer.by.clone().unwrap_or_default();
    let place = offer.place.clone();
    match &offer.purpose {
        Purpose::Cohort(_) => words.say_with(
            "invitation-to-cohort",
            [
                ("inviter", by.into()),
                ("cohort", place.into()),
                (
                    "institution",
                    offer.institution.clone().unwrap_or_default().into(),
                ),
            ],
        ),
        Purpose::Role(role) => words.say_with(
            "invitation-to-role",
            [
                ("inviter", by.into()),
                (
                    "role",
                    words.say(&format!("role-{}", role_code(role))).into(),
                ),
                (
                    "scope",
                    if *role == Role::Author {
                        "none"
                    } else {
                        "some"
                    }
                    .into(),
                ),
                ("place", place.into()),
            ],
        ),
        Purpose::Address(address) => words.say_with(
            "invitation-to-address",
            [("address", address.clone().into())],
        ),
        Purpose::Reset | Purpose::Setup => String::new(),
    }
}

/// Setting a password, signing in first, or simply accepting.
fn way_in(visit: &Visit, offer: &Offer, here: &str) -> Markup {
    let words = visit.words;
    let action = here.to_owned();
    let viewer = visit.viewer.as_ref();
    if !offer.has_password {
        let flash = visit.flash.clone();
        return view! {
            <form class="form" method="post" action=action>
                <TextField
                    words
                    flash
                    name="password"
                    label=words.say("password-new")
                    hint=words.say("password-hint")
                    kind="password"
                    autocomplete="new-password"
                />
                <button class="button primary">{words.say("invitation-accept-first")}</button>
            </form>
        }
        .into_markup();
    }
    match viewer {
        Some(viewer) if viewer.person == offer.person => view! {
            <form class="form" method="post" action=action>
                <button class="button primary">{words.say("invitation-accept")}</button>
            </form>
        }
        .into_markup(),
        Some(viewer) => {
            let name = viewer.name.clone();
            view! {
                <p>{words.say_with("invitation-somebody-else", [("name", name.into())])}</p>
                <form class="form" method="post" action="/sign-out">
                    <button class="button">{words.say("sign-out")}</button>
                </form>
            }
            .into_markup()
        }
        None => view! {
            <p>{words.say("invitation-sign-in-first")}</p>
            <a class="button primary" href=sign_in_path(here)>{words.say("sign-in")}</a>
        }
        .into_markup(),
    }
}

/// What an invitation says that opens nothing (any more), and what to do.
pub(crate) fn closed(visit: &Visit, standing: Option<Standing>) -> Response {
    let words = visit.words;
    let (status, code) = match standing {
        None => (StatusCode::NOT_FOUND, "unknown"),
        // Somebody was quicker between showing and accepting.
        Some(Standing::Open | Standing::Used) => (StatusCode::GONE, "used"),
        Some(Standing::Revoked) => (StatusCode::GONE, "revoked"),
        Some(Standing::Expired) => (StatusCode::GONE, "expired"),
    };
    let title = words.say(&format!("invitation-{code}-title"));
    visit.page_with_status(status, &title.clone(), || {
        view! {
            <AuthPage title>
                <p>{words.say(&format!("invitation-{code}-what"))}</p>
                <div class="actions">
                    <a class="button primary" href="/sign-in">{words.say("sign-in")}</a>
                    <a class="button" href="/join">{words.say("join-title")}</a>
                </div>
            </AuthPage>
        }
    })
}
