//! `/cohorts/{id}/participations/{id}/track`: which modules somebody owes, chosen by themself or by
//! who may enrol them.

use axum::response::Response;
use domain::course::Slug;
use domain::ids::{CohortId, ParticipationId};
use leptos::prelude::*;
use services::learning::Choosing;

use crate::address::At;
use crate::components::breadcrumb::Breadcrumb;
use crate::components::notice::FlashNotice;
use crate::error::Failure;
use crate::flash::Flash;
use crate::i18n::Words;
use crate::markup::{IntoMarkup, Markup};
use crate::pages::courses::{other_language, tracks};
use crate::visit::Visit;

/// The page.
///
/// # Errors
/// [`Failure::NotFound`] when it is none of the asker's business, or the course has no tracks.
pub async fn get(
    visit: Visit,
    At((cohort, participation)): At<(CohortId, ParticipationId)>,
) -> Result<Response, Failure> {
    let words = visit.words;
    let (services, actor) = (visit.services(), visit.actor());
    let found = services::learning::to_choose(services, &actor, cohort, participation).await?;
    let (title, lead) = if found.oneself {
        (words.say("track-choose"), "track-choose-lead")
    } else {
        let name = found.name.clone();
        let title = words.say_with("track-choose-for", [("name", name.into())]);
        (title, "track-choose-for-lead")
    };
    let flash = visit.flash.clone();
    Ok(visit.page(&title, || {
        let above = if found.oneself {
            Vec::new()
        } else {
            vec![
                ("/cohorts".to_owned(), words.say("cohorts-title")),
                (format!("/cohorts/{cohort}"), found.cohort.title.clone()),
            ]
        };
        view! {
            <main id="main" class="page narrow" tabindex="-1">
                <Breadcrumb words above here=title.clone()/>
                <header class="page-title">
                    <h1>{title.clone()}</h1>
                    <p class="lead">{words.say(lead)}</p>
                </header>
                <FlashNotice words flash=flash.clone()/>
                {body(words, &flash, &found)}
            </main>
        }
    }))
}

fn body(words: Words, flash: &Flash, found: &Choosing) -> Markup {
    let course = found.edition.contents(words.0);
    if found.participation.finished_at.is_some() {
        let track = tracks::title(words, course, found.participation.track.as_ref());
        return view! { <p><strong>{track}</strong></p> <p>{words.say("track-is-finished")}</p> }
            .into_markup();
    }
    let followed = found.participation.track.as_ref().map_or("", Slug::as_str);
    let chosen = flash.value("track", followed);
    let lang = other_language(words, course.language);
    let choices = tracks::options(words, course)
        .into_iter()
        .map(|(slug, title, minutes)| {
            let track = course
                .tracks
                .iter()
                .find(|track| track.slug.as_str() == slug);
            let modules = track.map(|track| {
                let of_track = course.modules.iter().enumerate();
                let titles: Vec<String> = of_track
                    .filter(|(_, module)| track.modules.contains(&module.slug))
                    .map(|(index, module)| format!("{}. {}", index + 1, module.title))
                    .collect();
                view! { <span class="hint" lang=lang>{titles.join(" · ")}</span> }
            });
            let checked = slug == chosen;
            let lang = track.and(lang);
            view! {
                <label class="choice">
                    <input type="radio" name="track" value=slug checked=checked/>
                    <span>
                        <span lang=lang>{title}</span> ", " {tracks::hours(words, minutes)}
                        {modules}
                    </span>
                </label>
            }
        })
        .collect_view();
    let action = format!(
        "/cohorts/{}/participations/{}/track",
        found.cohort.id, found.participation.id
    );
    let back = if found.oneself {
        "/".to_owned()
    } else {
        format!("/cohorts/{}", found.cohort.id)
    };
    view! {
        <form class="form" method="post" action=action>
            <fieldset class="group" id="track"><legend>{words.say("track")}</legend>{choices}</fieldset>
            <div class="actions">
                <button class="button primary">{words.say("track-choose-do")}</button>
                <a class="button quiet" href=back>{words.say("go-back")}</a>
            </div>
        </form>
    }
    .into_markup()
}
