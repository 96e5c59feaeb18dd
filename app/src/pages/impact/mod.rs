//! `/impact`: what anybody may know of a programme, with the day it was counted and how.

pub mod feed;

use axum::extract::Query;
use axum::http::StatusCode;
use axum::response::Response;
use domain::cascade::Rule;
use domain::cascade::small_cells::Cell;
use domain::ids::ProgrammeId;
use leptos::prelude::*;
use serde::Deserialize;
use services::programme::{Impact, PAGE, impact, with_impact};

use crate::components::definition_note::DefinitionNote;
use crate::components::empty_state::EmptyState;
use crate::components::pagination::Pagination;
use crate::components::standing_word::StandingWord;
use crate::error::Failure;
use crate::i18n::Words;
use crate::markup::IntoMarkup;

use crate::pages::programme::{evidence_sentence, page_number};
use crate::tags::Tags;
use crate::visit::Visit;

/// Which programme, and which part of its institutions.
#[derive(Clone, Debug, Default, Deserialize)]
pub struct Asked {
    id: Option<String>,
    page: Option<String>,
}

impl Asked {
    /// The programme asked for; the only one there is, when none is named.
    async fn programme(&self, visit: &Visit) -> Result<Option<ProgrammeId>, Failure> {
        if let Some(id) = crate::address::optional(self.id.as_deref())? {
            return Ok(Some(id));
        }
        let all = with_impact(visit.services(), &visit.actor()).await?;
        Ok(match all.as_slice() {
            [one] => Some(one.id),
            _ => None,
        })
    }
}

/// The page: one programme's figures, or the list of programmes.
///
/// # Errors
/// [`Failure::NotFound`] when there is no such programme.
pub async fn get(visit: Visit, Query(asked): Query<Asked>) -> Result<Response, Failure> {
    let words = visit.words;
    let Some(id) = asked.programme(&visit).await? else {
        let all = with_impact(visit.services(), &visit.actor()).await?;
        let title = words.say("impact-title");
        let listed = all
            .into_iter()
            .map(|one| (one.id, one.title))
            .collect::<Vec<_>>();
        return Ok(visit.page(&title, || list(words, listed)));
    };
    let number = page_number(asked.page.as_deref());
    let seen = impact(visit.services(), &visit.actor(), id, number).await?;
    let title = words.say_with(
        "impact-of",
        [("programme", seen.programme.title.clone().into())],
    );
    let site = &visit.services().settings.public_url;
    let tags = Tags::of_page(
        &title,
        &sentence(words, &seen),
        &format!("{site}/impact?id={id}"),
    )
    .with_feed(&format!("{site}/impact.json?id={id}"));
    let response = visit.page_with_tags(StatusCode::OK, &title, &tags, || {
        page(words, site, &seen, number)
    });
    Ok(response)
}

fn list(words: Words, listed: Vec<(ProgrammeId, String)>) -> impl IntoView {
    let none = listed.is_empty();
    let items = listed
        .into_iter()
        .map(|(id, title)| view! { <li><a href=format!("/impact?id={id}")>{title}</a></li> })
        .collect_view();
    let body = if none {
        view! { <EmptyState title=words.say("impact-none") what=words.say("impact-none-what")/> }
            .into_markup()
    } else {
        view! { <ul class="relatives">{items}</ul> }.into_markup()
    };
    view! {
        <main id="main" class="page" tabindex="-1">
            <header class="page-title"><h1>{words.say("impact-title")}</h1></header>
            {body}
        </main>
    }
}

/// What the page says first, and what other sites show of it.
fn sentence(words: Words, seen: &Impact) -> String {
    let values = [
        ("finished", words.figure(seen.finished).into()),
        ("reached", seen.reached.into()),
        ("institutions", seen.with_target.into()),
    ];
    match seen.with_target {
        0 => words.say_with("impact-sentence-no-target", values),
        _ => words.say_with("impact-sentence", values),
    }
}

fn page(words: Words, site: &str, seen: &Impact, number: u64) -> impl IntoView + use<> {
    let programme = &seen.programme;
    let over = (!programme.reference.is_empty())
        .then(|| view! { <p class="over">{programme.reference.clone()}</p> });
    let counted = words.say_with("impact-counted", [("day", words.day(seen.today).into())]);
    let figure = |key: &str, cell: Cell| {
        view! { <div><dt>{words.say(key)}</dt><dd>{words.figure(cell)}</dd></div> }
    };
    let rules = vec![
        Rule::WhoCounts,
        Rule::Heads,
        Rule::AppendOnly,
        Rule::TargetStatus,
        Rule::SmallCells,
    ];
    let feed = format!("/impact.json?id={}", programme.id);
    let cite = format!("{site}/impact?id={}", programme.id);
    view! {
        <main id="main" class="page" tabindex="-1">
            <header class="page-title">
                {over}
                <h1>{programme.title.clone()}</h1>
                <p class="lead">{sentence(words, seen)}</p>
                <p class="quiet-text">{counted}</p>
            </header>
            <dl class="figures">
                {figure("figure-finished", seen.finished)}
                {figure("figure-enrolled", seen.enrolled)}
                {figure("figure-participations", seen.participations)}
                {figure("impact-participations-finished", seen.participations_finished)}
            </dl>
            <p>{evidence_sentence(words, seen.evidence)}</p>
            {institutions(words, seen, number)}
            <section class="section">
                <h2>{words.say("impact-definitions")}</h2>
                <DefinitionNote words rules/>
                <p class="quiet-text">{words.say("impact-cite")} " " <span class="address">{cite}</span></p>
                <p class="no-print"><a href=feed>{words.say("impact-feed")}</a></p>
            </section>
        </main>
    }
}

fn institutions(words: Words, seen: &Impact, number: u64) -> impl IntoView + use<> {
    if seen.institutions == 0 {
        return view! {
            <EmptyState title=words.say("institutions-empty-title") what=words.say("impact-none-what")/>
        }
        .into_markup();
    }
    let rows = seen
        .rows
        .iter()
        .map(|row| {
            view! {
                <tr>
                    <th scope="row">{row.name.clone()}</th>
                    <td data-label=words.say("column-finished")>{words.figure_of(row.finished, row.range)}</td>
                    <td data-label=words.say("column-status")><StandingWord words figures=row.clone()/></td>
                </tr>
            }
        })
        .collect_view();
    let shown = seen.rows.len() as u64;
    let of = Some(u64::from(seen.institutions));
    let address = format!("/impact?id={}&", seen.programme.id);
    view! {
        <section class="section">
            <h2 id="institutions">{words.say("institutions-title")}</h2>
            <div class="table-scroll" role="region" aria-labelledby="institutions" tabindex="0">
                <table class="data-table rows">
                    <thead>
                        <tr>
                            <th scope="col">{words.say("institution")}</th>
                            <th scope="col">{words.say("column-finished")}</th>
                            <th scope="col">{words.say("column-status")}</th>
                        </tr>
                    </thead>
                    <tbody>{rows}</tbody>
                </table>
            </div>
            <Pagination words page=number size=PAGE shown more=seen.more of address/>
        </section>
    }
    .into_markup()
}
