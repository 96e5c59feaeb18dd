//! Whose cascade to look at.

use axum::response::Response;
use leptos::prelude::*;
use services::programme::{Overview, PAGE, Show, overview};

use super::{Asked, address};
use crate::components::breadcrumb::Breadcrumb;
use crate::components::empty_state::EmptyState;
use crate::components::pagination::Pagination;
use crate::error::Failure;
use crate::i18n::Words;
use crate::markup::IntoMarkup;
use crate::pages::programme;
use crate::visit::Visit;

/// The institutions of a programme, with how many of their trainers are active and how many
/// colleagues finished.
///
/// # Errors
/// [`Failure::NotFound`] when the asker sees no such programme, or no names in it.
pub(super) async fn get(visit: Visit, asked: &Asked) -> Result<Response, Failure> {
    let id = programme::Asked::of(asked.id.clone()).programme(&visit)?;
    let page = programme::page_number(asked.page.as_deref());
    let seen = overview(visit.services(), &visit.actor(), id, Show::All, page).await?;
    // Partner trainers and observers see the programme's counts, not each institution's people.
    if !seen.may_change {
        return Err(Failure::NotFound);
    }
    let title = visit.words.say("lineage-title");
    Ok(visit.page(&title, || draw(visit.words, &seen, page)))
}

fn draw(words: Words, seen: &Overview, page: u64) -> impl IntoView + use<> {
    let id = seen.programme.id;
    let above = vec![(format!("/programme?id={id}"), seen.programme.title.clone())];
    let body = if seen.rows.is_empty() {
        let title = words.say("institutions-empty-title");
        let what = words.say("institutions-empty");
        view! { <EmptyState title what/> }.into_markup()
    } else {
        table(words, seen).into_markup()
    };
    let shown = seen.rows.len() as u64;
    let next = format!("/programme/cascade?id={id}&");
    view! {
        <main id="main" class="page" tabindex="-1">
            <Breadcrumb words above here=words.say("lineage-title")/>
            <header class="page-title">
                <h1>{words.say("lineage-title")}</h1>
                <p class="lead">{words.say("cascade-choose")}</p>
            </header>
            {body}
            <Pagination words page size=PAGE shown more=seen.more of=None address=next/>
        </main>
    }
}

fn table(words: Words, seen: &Overview) -> impl IntoView + use<> {
    let rows = seen
        .rows
        .iter()
        .map(|figures| {
            let href = address(seen.programme.id, figures.institution);
            view! {
                <tr>
                    <th scope="row"><a href=href>{figures.name.clone()}</a></th>
                    <td class="number">{words.figure(figures.trainers_active)}</td>
                    <td class="number">{words.figure(figures.finished)}</td>
                </tr>
            }
        })
        .collect_view();
    view! {
        <div class="table-scroll">
            <table class="data-table">
                <thead>
                    <tr>
                        <th scope="col">{words.say("column-institution")}</th>
                        <th scope="col" class="number">{words.say("column-trainers-active")}</th>
                        <th scope="col" class="number">{words.say("column-finished")}</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
}
