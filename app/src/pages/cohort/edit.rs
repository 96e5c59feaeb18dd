//! `/cohorts/{id}/edit`: a cohort's title and trainers.

use axum::response::Response;
use domain::ids::{CohortId, PersonId};
use leptos::prelude::*;
use services::cohorts::{CohortPage, Wanted};

use crate::address::At;
use crate::components::breadcrumb::Breadcrumb;
use crate::components::field::{SelectField, TextField};
use crate::components::notice::FlashNotice;
use crate::components::tell_by_letter::TellByLetter;
use crate::error::Failure;
use crate::flash::Flash;
use crate::i18n::Words;
use crate::markup::IntoMarkup;
use crate::visit::Visit;

/// The page.
///
/// # Errors
/// [`Failure::NotFound`] when the cohort is none of the asker's business.
pub async fn get(visit: Visit, At(cohort): At<CohortId>) -> Result<Response, Failure> {
    let words = visit.words;
    let wanted = Wanted {
        language: words.0,
        stage: None,
        page: 1,
    };
    let page = services::cohorts::show(visit.services(), &visit.actor(), cohort, wanted).await?;
    let title = words.say("cohort-edit");
    let (flash, mail) = (visit.flash.clone(), visit.services().settings.mail);
    Ok(visit.page(&title, || {
        let above = vec![
            ("/cohorts".to_owned(), words.say("cohorts-title")),
            (format!("/cohorts/{cohort}"), page.cohort.title.clone()),
        ];
        view! {
            <main id="main" class="page narrow" tabindex="-1">
                <Breadcrumb words above here=title.clone()/>
                <header class="page-title"><h1>{title.clone()}</h1></header>
                <FlashNotice words flash=flash.clone()/>
                {rename(words, flash.clone(), &page)}
                {trainers(words, &page)}
                {hand_over(words, &flash, mail, &page)}
            </main>
        }
    }))
}

fn rename(words: Words, flash: Flash, page: &CohortPage) -> impl IntoView + use<> {
    // A form that was refused keeps the revision it was typed against.
    let revision = flash.value("revision", &page.cohort.revision.to_string());
    view! {
        <form class="form" method="post" action=format!("/cohorts/{}/title", page.cohort.id)>
            <input type="hidden" name="revision" value=revision/>
            <TextField words flash name="title" label=words.say("cohort-title") value=page.cohort.title.clone()/>
            <div class="actions"><button class="button primary">{words.say("cohort-rename")}</button></div>
        </form>
    }
}

fn trainers(words: Words, page: &CohortPage) -> impl IntoView + use<> {
    let named = page
        .trainers
        .iter()
        .map(|(_, name)| view! { <li><bdi>{name.clone()}</bdi></li> })
        .collect_view();
    let options: Vec<(String, String)> = page
        .more_trainers
        .iter()
        .map(|(person, name)| (person.to_string(), name.clone()))
        .collect();
    let add = if options.is_empty() {
        view! { <p class="quiet-text">{words.say("cohort-no-more-trainers")}</p> }.into_markup()
    } else {
        view! {
            <form class="form" method="post" action=format!("/cohorts/{}/trainers", page.cohort.id)>
                <SelectField words flash=Flash::default() name="trainer" label=words.say("cohort-add-trainer") options/>
                <div class="actions"><button class="button">{words.say("cohort-add-trainer-do")}</button></div>
            </form>
        }
        .into_markup()
    };
    view! {
        <section class="section">
            <h2>{words.say("trainers")}</h2>
            <ul>{named}</ul>
            {add}
        </section>
    }
}

/// Another trainer in somebody's place, when there is one to choose.
fn hand_over(
    words: Words,
    flash: &Flash,
    mail: bool,
    page: &CohortPage,
) -> Option<impl IntoView + use<>> {
    let option = |(person, name): &(PersonId, String)| (person.to_string(), name.clone());
    let from: Vec<(String, String)> = page.trainers.iter().map(option).collect();
    let to: Vec<(String, String)> = page
        .more_trainers
        .iter()
        .chain(&page.trainers)
        .map(option)
        .collect();
    (!from.is_empty() && to.len() > 1).then(|| {
        view! {
            <section class="section" id="hand-over">
                <h2>{words.say("hand-over-title")}</h2>
                <p>{words.say("hand-over-what")}</p>
                <form class="form" method="post" action=format!("/cohorts/{}/hand-over", page.cohort.id)>
                    <SelectField words flash=flash.clone() name="from" label=words.say("hand-over-from") options=from/>
                    <SelectField words flash=flash.clone() name="to" label=words.say("hand-over-to") options=to/>
                    <TellByLetter words flash=flash.clone() mail/>
                    <div class="actions"><button class="button">{words.say("hand-over-do")}</button></div>
                </form>
            </section>
        }
    })
}
