//! The tracks of a course: which modules each asks for, and how long that takes.

use domain::course::{Slug, Track};
use leptos::prelude::*;
use services::course::{Contents, Edition};

use super::other_language;
use crate::i18n::Words;
use crate::markup::IntoMarkup;

/// The section of the course's page; nothing for a course without tracks. `trainer`: whether
/// modules for trainers are open to the reader.
pub(super) fn section(
    words: Words,
    edition: &Edition,
    trainer: bool,
) -> Option<impl IntoView + use<>> {
    let course = edition.contents(words.0);
    let rows = course
        .tracks
        .iter()
        .map(|track| row(words, edition, course, track, trainer))
        .collect_view();
    (!course.tracks.is_empty()).then(|| {
        view! {
            <section class="section" aria-labelledby="tracks">
                <h2 id="tracks">{words.say("tracks-title")}</h2>
                <p class="quiet-text">{words.say("tracks-lead")}</p>
                <div class="table-scroll" role="region" aria-labelledby="tracks" tabindex="0">
                    <table class="data-table rows tracks">
                        <thead>
                            <tr>
                                <th scope="col">{words.say("track")}</th>
                                <th scope="col">{words.say("track-modules")}</th>
                                <th scope="col">{words.say("track-time")}</th>
                            </tr>
                        </thead>
                        <tbody>{rows}</tbody>
                    </table>
                </div>
            </section>
        }
    })
}

fn row(
    words: Words,
    edition: &Edition,
    course: &Contents,
    track: &Track,
    trainer: bool,
) -> impl IntoView + use<> {
    let on_top = track
        .trainers_only
        .then(|| view! { <span class="under">{words.say("track-on-top")}</span> });
    let modules = course
        .modules
        .iter()
        .enumerate()
        .filter(|(_, module)| track.modules.contains(&module.slug))
        .map(|(index, module)| {
            let lang = other_language(words, module.language);
            let name = view! {
                {index + 1}
                <span class="visually-hidden" lang=lang>": "{module.title.clone()}</span>
            };
            let href = format!("/courses/{}/{}", edition.slug, module.slug);
            if trainer || !module.trainers_only {
                view! { <li><a href=href title=module.title.clone()>{name}</a></li> }.into_markup()
            } else {
                view! { <li>{name}</li> }.into_markup()
            }
        })
        .collect_view();
    view! {
        <tr>
            <th scope="row">
                <span lang=other_language(words, course.language)>{track.title.clone()}</span>
                {on_top}
            </th>
            <td data-label=words.say("track-modules")><ol class="track-modules">{modules}</ol></td>
            <td data-label=words.say("track-time")>{hours(words, course.track_minutes(track))}</td>
        </tr>
    }
}

/// "7 h 10 min".
pub fn hours(words: Words, minutes: u32) -> String {
    let whole = ("hours", (minutes / 60).into());
    match minutes % 60 {
        0 => words.say_with("hours-exact", [whole]),
        rest => words.say_with("hours-minutes", [whole, ("minutes", rest.into())]),
    }
}

/// The title of a track; without one, "The whole course".
pub fn title(words: Words, course: &Contents, track: Option<&Slug>) -> String {
    match course.track_title(track) {
        Some(title) => title.to_owned(),
        None => words.say("track-whole"),
    }
}

/// The tracks to choose from as a list's values and words, the whole course last with an empty
/// value; nothing for a course without tracks.
pub fn options(words: Words, course: &Contents) -> Vec<(String, String, u32)> {
    let mut choices: Vec<(String, String, u32)> = course
        .tracks
        .iter()
        .filter(|track| !track.trainers_only)
        .map(|track| {
            let minutes = course.track_minutes(track);
            (track.slug.to_string(), track.title.clone(), minutes)
        })
        .collect();
    if !choices.is_empty() {
        choices.push((
            String::new(),
            words.say("track-whole"),
            course.open_minutes(),
        ));
    }
    choices
}
