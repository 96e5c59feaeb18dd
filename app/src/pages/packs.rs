//! `/programme/packs`: the funder packs of a programme; and `/packs/{id}`, the file of any pack.

use axum::extract::Query;
use axum::response::Response;
use domain::ids::PackId;
use domain::language::Language;
use leptos::prelude::*;
use serde::Deserialize;
use services::packs::{About, PAGE, Packs};

use crate::address::At;
use crate::components::breadcrumb::Breadcrumb;
use crate::components::empty_state::EmptyState;
use crate::components::field::{SelectField, TextField};
use crate::components::notice::FlashNotice;
use crate::components::pack_table::PackTable;
use crate::components::pagination::Pagination;
use crate::download;
use crate::error::Failure;
use crate::flash::Flash;
use crate::i18n::Words;
use crate::markup::IntoMarkup;
use crate::pages::programme::{Asked as Programme, page_number};
use crate::visit::Visit;

/// Which programme, and which page of its packs.
#[derive(Debug, Default, Deserialize)]
pub struct Asked {
    id: Option<String>,
    page: Option<String>,
}

/// The list.
///
/// # Errors
/// [`Failure::NotFound`] when the programme is none of the asker's business.
pub async fn get(visit: Visit, Query(asked): Query<Asked>) -> Result<Response, Failure> {
    let words = visit.words;
    let id = Programme::of(asked.id).programme(&visit)?;
    let page = page_number(asked.page.as_deref());
    let seen = services::packs::of_programme(visit.services(), &visit.actor(), id, page).await?;
    let title = words.say("packs-title");
    let flash = visit.flash.clone();
    Ok(visit.page(&title.clone(), || {
        let above = vec![(format!("/programme?id={id}"), seen.programme.title.clone())];
        let here = format!("/programme/packs?id={id}");
        let shown = seen.packs.len() as u64;
        let make = seen.may_make.then(|| form(words, &seen, &flash));
        let list = if seen.packs.is_empty() {
            view! { <EmptyState title=words.say("packs-none") what=words.say("packs-none-what")/> }.into_markup()
        } else {
            let packs = seen.packs.clone();
            view! { <PackTable words packs may_make=seen.may_make here=here.clone()/> }.into_markup()
        };
        view! {
            <main id="main" class="page" tabindex="-1">
                <Breadcrumb words above here=title.clone()/>
                <header class="page-title">
                    <h1>{title}</h1>
                    <p class="lead">{words.say("packs-lead")}</p>
                </header>
                <FlashNotice words flash/>
                {list}
                <Pagination words page size=PAGE shown more=seen.more of=None address=format!("{here}&")/>
                {make}
            </main>
        }
    }))
}

fn form(words: Words, seen: &Packs, flash: &Flash) -> impl IntoView + use<> {
    let (from, to) = seen.suggested;
    let options = Language::ALL
        .iter()
        .map(|language| (language.tag().to_owned(), language.own_name().to_owned()))
        .collect();
    let action = format!("/programme/packs?id={}", seen.programme.id);
    view! {
        <section class="section">
            <h2>{words.say("packs-new")}</h2>
            <form class="form" method="post" action=action>
                <TextField words flash=flash.clone() name="from" label=words.say("packs-from") kind="date" value=from.to_string()/>
                <TextField words flash=flash.clone() name="to" label=words.say("packs-to") kind="date" value=to.to_string()/>
                <SelectField words flash=flash.clone() name="language" label=words.say("packs-language") options value=words.0.tag()/>
                <div class="actions"><button class="button primary">{words.say("packs-make")}</button></div>
            </form>
        </section>
    }
}

/// `/packs/{id}`: the frozen file.
///
/// # Errors
/// [`Failure::NotFound`] when there is no such pack, it is not ready, or it is none of the asker's
/// business.
pub async fn fetch(visit: Visit, At(id): At<PackId>) -> Result<Response, Failure> {
    let (pack, made, pieces) = services::packs::fetch(visit.services(), &visit.actor(), id).await?;
    let name = match pack.about {
        About::Session(_) => format!("evidence-pack-{}", Words::local_day(made.at)),
        About::Period(from, to) => format!("funder-pack-{from}-{to}"),
    };
    Ok(download::kept(
        &name,
        "zip",
        "application/zip",
        made.bytes,
        pieces,
    ))
}
