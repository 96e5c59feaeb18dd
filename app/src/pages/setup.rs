//! `/setup/{token}`: the first coordinator and the programme.

use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use leptos::prelude::*;

use crate::components::auth_page::AuthPage;
use crate::components::field::{TextAreaField, TextField};
use crate::components::notice::FlashNotice;
use crate::error::Failure;
use crate::flash::Flash;
use crate::i18n::Words;
use crate::markup::{IntoMarkup, Markup};
use crate::visit::Visit;

/// The form, while the address can be used.
///
/// # Errors
/// When the database fails.
pub async fn get(visit: Visit, Path(token): Path<String>) -> Result<Response, Failure> {
    if !services::setup::is_open(visit.services(), &token).await? {
        return Ok(closed(&visit));
    }
    let (words, flash) = (visit.words, visit.flash.clone());
    let title = words.say("setup-title");
    let action = format!("/setup/{token}");
    Ok(visit.page(&title.clone(), || {
        let field = |field| one(words, &flash, field);
        let name = field(Field {
            name: "name",
            autocomplete: "name",
            hint: true,
            ..Field::PLAIN
        });
        let email = field(Field {
            name: "email",
            kind: "email",
            autocomplete: "username",
            ..Field::PLAIN
        });
        let programme = [
            Field {
                name: "title",
                ..Field::PLAIN
            },
            Field {
                name: "reference",
                hint: true,
                required: false,
                ..Field::PLAIN
            },
            Field {
                name: "starts_on",
                kind: "date",
                ..Field::PLAIN
            },
            Field {
                name: "ends_on",
                kind: "date",
                hint: true,
                required: false,
                ..Field::PLAIN
            },
        ]
        .map(field)
        .collect_view();
        view! {
            <AuthPage title>
                <p>{words.say("setup-what")}</p>
                <FlashNotice words flash=flash.clone()/>
                <form class="form" method="post" action=action>
                    <fieldset class="group">
                        <legend>{words.say("setup-you")}</legend>
                        {name}
                        {email}
                        <TextField
                            words
                            flash=flash.clone()
                            name="password"
                            label=words.say("password")
                            hint=words.say("password-hint")
                            kind="password"
                            autocomplete="new-password"
                        />
                    </fieldset>
                    <fieldset class="group">
                        <legend>{words.say("setup-programme")}</legend>
                        {programme}
                        <TextAreaField
                            words
                            flash=flash.clone()
                            name="funding_line"
                            label=words.say("setup-field-funding-line")
                            hint=words.say("setup-field-funding-line-hint")
                            rows=3
                        />
                    </fieldset>
                    <button class="button primary">{words.say("setup-create")}</button>
                </form>
            </AuthPage>
        }
    }))
}

/// What tells the fields apart.
struct Field {
    name: &'static str,
    kind: &'static str,
    autocomplete: &'static str,
    hint: bool,
    required: bool,
}

impl Field {
    const PLAIN: Self = Self {
        name: "",
        kind: "text",
        autocomplete: "off",
        hint: false,
        required: true,
    };
}

/// A field whose label and hint are `setup-field-NAME` and `setup-field-NAME-hint`.
fn one(words: Words, flash: &Flash, field: Field) -> Markup {
    let Field {
        name,
        kind,
        autocomplete,
        hint,
        required,
    } = field;
    let key = format!("setup-field-{}", name.replace('_', "-"));
    let (flash, label) = (flash.clone(), words.say(&key));
    if !hint {
        return view! { <TextField words flash name label kind autocomplete required/> }
            .into_markup();
    }
    let hint = words.say(&format!("{key}-hint"));
    view! { <TextField words flash name label hint kind autocomplete required/> }.into_markup()
}

/// What an address says that opens nothing.
pub(crate) fn closed(visit: &Visit) -> Response {
    let words = visit.words;
    let title = words.say("setup-closed-title");
    visit.page_with_status(StatusCode::NOT_FOUND, &title.clone(), || {
        view! {
            <AuthPage title>
                <p>{words.say("setup-closed-what")}</p>
                <a class="button" href="/sign-in">{words.say("sign-in")}</a>
            </AuthPage>
        }
    })
}
