//! `/cohorts`: the cohorts somebody works with.

use axum::extract::Query;
use axum::response::Response;
use leptos::prelude::*;
use services::cohorts::{Listed, Listing, PER_PAGE};

use super::Asked;
use crate::components::empty_state::EmptyState;
use crate::components::notice::FlashNotice;
use crate::components::pagination::Pagination;
use crate::error::Failure;
use crate::i18n::Words;
use crate::markup::IntoMarkup;
use crate::visit::Visit;

/// The page.
///
/// # Errors
/// For people who have nothing to do with cohorts, or when the database fails.
pub async fn get(visit: Visit, Query(asked): Query<Asked>) -> Result<Response, Failure> {
    let listing = services::cohorts::list(visit.services(), &visit.actor(), asked.page()).await?;
    let words = visit.words;
    let title = words.say("cohorts-title");
    let flash = visit.flash.clone();
    Ok(visit.page(&title, || {
        let body = if listing.total == 0 {
            nothing_yet(words).into_markup()
        } else {
            table(&visit, listing).into_markup()
        };
        view! {
            <main id="main" class="page" tabindex="-1">
                <header class="page-title">
                    <h1>{title.clone()}</h1>
                    <p class="lead">{words.say("cohorts-lead")}</p>
                </header>
                <FlashNotice words flash/>
                {body}
            </main>
        }
    }))
}

fn nothing_yet(words: Words) -> impl IntoView {
    let action = ("/cohorts/new".to_owned(), words.say("cohort-create"));
    view! { <EmptyState title=words.say("my-cohorts-none") what=words.say("my-cohorts-none-what") action/> }
}

fn table(visit: &Visit, listing: Listing) -> impl IntoView + use<> {
    let words = visit.words;
    let Listing {
        cohorts,
        total,
        page,
        ..
    } = listing;
    let shown = u64::try_from(cohorts.len()).unwrap_or_default();
    let more = page * PER_PAGE < total;
    let rows = cohorts
        .into_iter()
        .map(|listed| row(visit, listed))
        .collect_view();
    view! {
        <div class="actions"><a class="button primary" href="/cohorts/new">{words.say("cohort-create")}</a></div>
        <div class="table-scroll" role="region" aria-labelledby="cohorts" tabindex="0">
            <table class="data-table rows">
                <caption id="cohorts">
                    {words.say_with("cohorts-count", [("count", total.into())])}
                </caption>
                <thead>
                    <tr>
                        <th scope="col">{words.say("cohort")}</th>
                        <th scope="col">{words.say("trainers")}</th>
                        <th scope="col" class="number">{words.say("cohort-people")}</th>
                        <th scope="col" class="number">{words.say("cohort-started")}</th>
                        <th scope="col" class="number">{words.say("cohort-finished")}</th>
                        <th scope="col">{words.say("column-activity")}</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
        <Pagination words page={page - 1} size=PER_PAGE shown more of={Some(total)} address="/cohorts?"/>
    }
}

fn row(visit: &Visit, listed: Listed) -> impl IntoView + use<> {
    let words = visit.words;
    let tally = listed.cohort.tally;
    let last = match tally.last_activity {
        Some(at) => words.ago(at, visit.now()),
        None => words.say("nothing-yet"),
    };
    view! {
        <tr>
            <th scope="row">
                <a href=format!("/cohorts/{}", listed.cohort.id)>{listed.cohort.title}</a>
                <span class="under">{listed.institution}</span>
            </th>
            <td data-label=words.say("trainers")>{listed.trainers.join(", ")}</td>
            <td class="number" data-label=words.say("cohort-people")>{tally.invited}</td>
            <td class="number" data-label=words.say("cohort-started")>{tally.started}</td>
            <td class="number" data-label=words.say("cohort-finished")>{tally.finished}</td>
            <td data-label=words.say("column-activity")>{last}</td>
        </tr>
    }
}
