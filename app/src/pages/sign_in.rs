//! `/sign-in`.

use axum::extract::Query;
use axum::response::Response;
use leptos::prelude::*;
use serde::Deserialize;

use crate::actions::local_path;
use crate::components::auth_page::AuthPage;
use crate::components::field::TextField;
use crate::components::icon::Icon;
use crate::components::notice::FlashNotice;
use crate::visit::Visit;

/// Where to go afterwards.
#[derive(Deserialize)]
pub struct Wanted {
    #[serde(default)]
    next: String,
}

/// The form; whoever is signed in already is led on.
pub async fn get(visit: Visit, Query(wanted): Query<Wanted>) -> Response {
    let next = local_path(&wanted.next).to_owned();
    if visit.viewer.is_some() {
        return visit.go(&next);
    }
    let (words, flash, waits) = (visit.words, visit.flash.clone(), visit.waits);
    let title = words.say("sign-in");
    visit.page(&title.clone(), || {
        view! {
            <AuthPage title>
                <FlashNotice words flash=flash.clone()/>
                {waits.then(|| view! {
                    <div class="notice" role="status"><Icon name="info"/><div><p>{words.say("sign-in-kept")}</p></div></div>
                })}
                <form class="form" method="post" action="/sign-in">
                    <input type="hidden" name="next" value=next/>
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
                        flash
                        name="password"
                        label=words.say("password")
                        kind="password"
                        autocomplete="current-password"
                    />
                    <button class="button primary">{words.say("sign-in")}</button>
                </form>
                <p class="after"><a href="/reset">{words.say("sign-in-forgot")}</a></p>
                <p class="after"><a href="/join">{words.say("sign-in-have-code")}</a></p>
            </AuthPage>
        }
    })
}
