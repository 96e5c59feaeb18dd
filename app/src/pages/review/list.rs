//! `/cohorts/{id}/reviews`: what waits for the cohort's trainers, oldest first, and what they have
//! reviewed.

use axum::extract::Query;
use axum::response::Response;
use domain::assessment::ReviewState;
use domain::ids::CohortId;
use leptos::prelude::*;
use serde::Deserialize;
use services::reviews::{HandedIn, List, PER_PAGE};

use super::{kind, level_words, unit_in_full};
use crate::address::At;
use crate::components::breadcrumb::Breadcrumb;
use crate::components::empty_state::EmptyState;
use crate::components::notice::FlashNotice;
use crate::components::pagination::Pagination;
use crate::error::Failure;
use crate::i18n::Words;
use crate::markup::{IntoMarkup, Markup};
use crate::visit::Visit;

/// Which part of the list is asked for.
#[derive(Debug, Default, Deserialize)]
pub struct Asked {
    #[serde(default)]
    page: String,
    #[serde(default)]
    state: String,
}

/// What the list can show.
const STATES: [ReviewState; 3] = [
    ReviewState::Waiting,
    ReviewState::Returned,
    ReviewState::Accepted,
];

/// The page.
///
/// # Errors
/// [`Failure::NotFound`] for everybody but the cohort's trainers.
pub async fn get(
    visit: Visit,
    At(cohort): At<CohortId>,
    Query(asked): Query<Asked>,
) -> Result<Response, Failure> {
    let state = ReviewState::from_code(&asked.state).filter(|state| STATES.contains(state));
    let state = state.unwrap_or(ReviewState::Waiting);
    let page = asked.page.parse().unwrap_or(1);
    let (services, actor) = (visit.services(), visit.actor());
    let list = services::reviews::list(services, &actor, cohort, state, page).await?;
    let title = visit.words.say("reviews-title");
    Ok(visit.page(&title, || page_of(&visit, &list, state)))
}

fn page_of(visit: &Visit, list: &List, state: ReviewState) -> impl IntoView + use<> {
    let (words, flash) = (visit.words, visit.flash.clone());
    let title = words.say("reviews-title");
    let here = format!("/cohorts/{}", list.cohort.id);
    let above = vec![
        ("/cohorts".to_owned(), words.say("cohorts-title")),
        (here, list.cohort.title.clone()),
    ];
    let body = if list.total == 0 {
        let none = format!("reviews-none-{}", state.code());
        view! { <EmptyState title=words.say(&none) what=words.say("reviews-none-what")/> }
            .into_markup()
    } else {
        table(visit, list, state)
    };
    view! {
        <main id="main" class="page" tabindex="-1">
            <Breadcrumb words above here=title.clone()/>
            <header class="page-title">
                <h1>{title}</h1>
                <p class="lead">{words.say("reviews-lead")}</p>
            </header>
            <FlashNotice words flash/>
            {states(words, list, state)}
            {body}
        </main>
    }
}

/// The ways to the three parts of the list.
fn states(words: Words, list: &List, state: ReviewState) -> impl IntoView + use<> {
    let id = list.cohort.id;
    let links = STATES
        .iter()
        .map(|one| {
            let href = format!("/cohorts/{id}/reviews?state={}", one.code());
            let current = (*one == state).then_some("page");
            let word = words.say(&format!("review-state-{}", one.code()));
            view! { <li><a class="button small" href=href aria-current=current>{word}</a></li> }
        })
        .collect_view();
    view! { <nav aria-label=words.say("reviews-which")><ul class="choose-list">{links}</ul></nav> }
}

fn table(visit: &Visit, list: &List, state: ReviewState) -> Markup {
    let words = visit.words;
    let rows = list
        .texts
        .iter()
        .map(|text| row(visit, list, text))
        .collect_view();
    let shown = u64::try_from(list.texts.len()).unwrap_or_default();
    let (page, total) = (list.page, list.total);
    let more = page * PER_PAGE < total;
    let address = format!(
        "/cohorts/{}/reviews?state={}&",
        list.cohort.id,
        state.code()
    );
    let caption = words.say_with("reviews-count", [("count", total.into())]);
    view! {
        <div class="table-scroll" role="region" aria-labelledby="reviews" tabindex="0">
            <table class="data-table rows">
                <caption id="reviews">{caption}</caption>
                <thead>
                    <tr>
                        <th scope="col">{words.say("review-who")}</th>
                        <th scope="col">{words.say("review-what")}</th>
                        <th scope="col">{words.say("review-when")}</th>
                        <th scope="col">{words.say("review-version")}</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
        <Pagination words page={page - 1} size=PER_PAGE shown more of={Some(total)} address/>
    }
    .into_markup()
}

fn row(visit: &Visit, list: &List, text: &HandedIn) -> impl IntoView + use<> {
    let words = visit.words;
    let place = list.edition.place(text.unit);
    let unit = place.map(|place| unit_in_full(words, &list.edition, place));
    let href = format!("/cohorts/{}/reviews/{}", list.cohort.id, text.id);
    let reviewed = text.review.as_ref().map(|review| {
        let said = [
            ("name", review.reviewer.clone().into()),
            ("level", level_words(words, review.level).into()),
        ];
        view! { <span class="under">{words.say_with("review-by", said)}</span> }
    });
    let ago = words.ago(text.at, visit.now());
    view! {
        <tr>
            <th scope="row"><a href=href><bdi>{text.name.clone()}</bdi></a></th>
            <td data-label=words.say("review-what")>
                <div>{kind(words, &text.question)}<span class="under">{unit}</span></div>
            </td>
            <td data-label=words.say("review-when")>{ago}</td>
            <td data-label=words.say("review-version")><div>{text.version}{reviewed}</div></td>
        </tr>
    }
}
