//! `/reset`: a new password, by letter or with a code.

use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use leptos::prelude::*;

use crate::components::auth_page::AuthPage;
use crate::components::field::TextField;
use crate::components::notice::FlashNotice;
use crate::error::Failure;
use crate::visit::Visit;

/// Asking for a letter; without a mail server, how to get a code.
pub async fn ask(visit: Visit) -> Response {
    let (words, flash) = (visit.words, visit.flash.clone());
    let title = words.say("reset-title");
    let mail = visit.services().settings.mail;
    visit.page(&title.clone(), || {
        let letter = mail.then(|| {
            let flash = flash.clone();
            view! {
                <p>{words.say("reset-what")}</p>
                <form class="form" method="post" action="/reset">
                    <TextField words flash name="email" label=words.say("email") kind="email" autocomplete="username"/>
                    <button class="button primary">{words.say("reset-send")}</button>
                </form>
            }
        });
        view! {
            <AuthPage title>
                <FlashNotice words flash=flash.clone()/>
                {letter}
                <p>{words.say(if mail { "reset-or-code" } else { "reset-only-code" })}</p>
                <p class="after"><a href="/reset/code">{words.say("reset-have-code")}</a></p>
            </AuthPage>
        }
    })
}

/// A new password with a code that was handed over.
pub async fn code(visit: Visit) -> Response {
    let (words, flash) = (visit.words, visit.flash.clone());
    let title = words.say("reset-new-title");
    visit.page(&title.clone(), || {
        view! {
            <AuthPage title>
                <FlashNotice words flash=flash.clone()/>
                <form class="form" method="post" action="/reset/code">
                    <TextField
                        words
                        flash=flash.clone()
                        name="email"
                        label=words.say("email")
                        kind="email"
                        autocomplete="username"
                    />
                    <TextField
                        words
                        flash=flash.clone()
                        name="code"
                        label=words.say("reset-code")
                        hint=words.say("join-code-hint")
                    />
                    <TextField
                        words
                        flash
                        name="password"
                        label=words.say("password-new")
                        hint=words.say("password-hint")
                        kind="password"
                        autocomplete="new-password"
                    />
                    <button class="button primary">{words.say("reset-set")}</button>
                </form>
            </AuthPage>
        }
    })
}

/// A new password with a letter's link.
///
/// # Errors
/// When the database fails.
pub async fn link(visit: Visit, Path(token): Path<String>) -> Result<Response, Failure> {
    if !services::reset::is_open(visit.services(), &token).await? {
        return Ok(closed(&visit));
    }
    let (words, flash) = (visit.words, visit.flash.clone());
    let title = words.say("reset-new-title");
    let action = format!("/reset/{token}");
    Ok(visit.page(&title.clone(), || {
        view! {
            <AuthPage title>
                <FlashNotice words flash=flash.clone()/>
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
                    <button class="button primary">{words.say("reset-set")}</button>
                </form>
            </AuthPage>
        }
    }))
}

/// What a link says that sets no password any more.
pub(crate) fn closed(visit: &Visit) -> Response {
    let words = visit.words;
    let title = words.say("reset-closed-title");
    visit.page_with_status(StatusCode::GONE, &title.clone(), || {
        view! {
            <AuthPage title>
                <p>{words.say("reset-closed-what")}</p>
                <a class="button" href="/reset">{words.say("reset-title")}</a>
            </AuthPage>
        }
    })
}
