//! `/cohorts/{id}/sessions/{id}/register`: who was there.

use axum::response::Response;
use domain::ids::{CohortId, PersonId, SessionId};
use leptos::prelude::*;
use services::sessions::Register;

use crate::address::At;
use crate::components::breadcrumb::Breadcrumb;
use crate::components::empty_state::EmptyState;
use crate::components::notice::FlashNotice;
use crate::error::Failure;
use crate::i18n::Words;
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
    let register =
        services::sessions::register(visit.services(), &visit.actor(), cohort, session, words.0)
            .await?;
    let title = words.say_with(
        "register-title",
        [("day", words.day(register.session.on_day).into())],
    );
    let flash = visit.flash.clone();
    Ok(visit.page(&title, || {
        let above = vec![
            ("/cohorts".to_owned(), words.say("cohorts-title")),
            (format!("/cohorts/{cohort}"), register.cohort.title.clone()),
        ];
        let place = register.session.place.clone();
        let body = if register.people.is_empty() {
            let action = (format!("/cohorts/{cohort}/enrol"), words.say("cohort-enrol"));
            view! { <EmptyState title=words.say("cohort-empty") what=words.say("cohort-empty-what") action/> }
                .into_any()
        } else if register.due {
            form(words, &register).into_any()
        } else {
            view! { <p>{words.say("register-not-yet")}</p> }.into_any()
        };
        view! {
            <main id="main" class="page narrow" tabindex="-1">
                <Breadcrumb words above here=title.clone()/>
                <header class="page-title">
                    <p class="over"><bdi>{place}</bdi></p>
                    <h1>{title.clone()}</h1>
                    <p class="lead">{words.say("register-lead")}</p>
                </header>
                <FlashNotice words flash/>
                {body}
            </main>
        }
    }))
}

fn form(words: Words, register: &Register) -> impl IntoView + use<> {
    let people = register.people.iter().map(person).collect_view();
    let action = format!(
        "/cohorts/{}/sessions/{}/register",
        register.cohort.id, register.session.id
    );
    view! {
        <form class="form" method="post" action=action>
            <fieldset class="group" id="present">
                <legend>{words.say("register-present")}</legend>
                {people}
            </fieldset>
            <div class="actions"><button class="button primary">{words.say("register-record")}</button></div>
        </form>
    }
}

fn person((person, name, present): &(PersonId, String, Option<bool>)) -> impl IntoView + use<> {
    let id = person.to_string();
    let checked = *present == Some(true);
    view! {
        <label class="choice">
            <input type="hidden" name="person" value=id.clone()/>
            <input type="checkbox" name="present" value=id checked=checked/>
            <span><bdi>{name.clone()}</bdi></span>
        </label>
    }
}
