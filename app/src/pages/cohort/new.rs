//! `/cohorts/new`: making a cohort.

use axum::response::Response;
use leptos::prelude::*;
use services::cohorts::Offer;
use services::course::Edition;

use crate::components::breadcrumb::Breadcrumb;
use crate::components::empty_state::EmptyState;
use crate::components::field::{SelectField, TextField};
use crate::components::notice::FlashNotice;
use crate::components::people_choice::PeopleChoice;
use crate::error::Failure;
use crate::flash::Flash;
use crate::i18n::Words;
use crate::markup::IntoMarkup;
use crate::pages::courses::tracks;
use crate::visit::Visit;

/// The page.
///
/// # Errors
/// For people who may make no cohort anywhere, or when the database fails.
pub async fn get(visit: Visit) -> Result<Response, Failure> {
    let words = visit.words;
    let offer = services::cohorts::offer(visit.services(), &visit.actor()).await?;
    let title = words.say("cohort-create");
    let flash = visit.flash.clone();
    Ok(visit.page(&title, || {
        let body = if offer.courses.is_empty() {
            view! { <EmptyState title=words.say("cohort-no-course") what=words.say("cohort-no-course-what")/> }
                .into_markup()
        } else {
            form(words, flash.clone(), offer).into_markup()
        };
        view! {
            <main id="main" class="page narrow" tabindex="-1">
                <Breadcrumb words above=vec![("/cohorts".to_owned(), words.say("cohorts-title"))] here=title.clone()/>
                <header class="page-title">
                    <h1>{title.clone()}</h1>
                    <p class="lead">{words.say("cohort-create-lead")}</p>
                </header>
                <FlashNotice words flash/>
                {body}
            </main>
        }
    }))
}

fn form(words: Words, flash: Flash, offer: Offer) -> impl IntoView {
    let several = offer
        .places
        .windows(2)
        .any(|pair| pair[0].programme != pair[1].programme);
    let places = offer
        .places
        .into_iter()
        .map(|place| {
            let name = if several {
                format!("{} · {}", place.name, place.programme_title)
            } else {
                place.name
            };
            (format!("{}.{}", place.programme, place.institution), name)
        })
        .collect::<Vec<_>>();
    let courses = offer
        .courses
        .iter()
        .flat_map(|edition| courses(words, edition))
        .collect::<Vec<_>>();
    let audience = offer.trainers_too.then(|| {
        view! { <Choices words flash=flash.clone() name="audience" codes=&["colleagues", "trainers"]/> }
    });
    let with = (!offer.co_trainers.is_empty()).then(|| {
        let legend = words.say(if offer.trains {
            "cohort-co-trainers"
        } else {
            "trainers"
        });
        view! { <PeopleChoice legend people=offer.co_trainers chosen=Vec::new() problem=None/> }
    });
    let course = courses
        .first()
        .map(|(version, _)| version.clone())
        .unwrap_or_default();
    let label = |key| words.say(key);
    let course = if courses.iter().any(|(course, _)| course.contains('.')) {
        view! {
            <SelectField words flash=flash.clone() name="course" label=label("cohort-course-and-track")
                hint=label("cohort-course-and-track-hint") options=courses value=course/>
        }
        .into_markup()
    } else {
        view! { <SelectField words flash=flash.clone() name="course" label=label("cohort-course") options=courses value=course/> }
            .into_markup()
    };
    let place = places
        .first()
        .map(|(place, _)| place.clone())
        .unwrap_or_default();
    view! {
        <form class="form" method="post" action="/cohorts/new">
            <TextField words flash=flash.clone() name="title" label=words.say("cohort-title")
                hint=words.say("cohort-title-hint")/>
            <SelectField words flash=flash.clone() name="place" label=words.say("institution") options=places value=place/>
            {course}
            <Choices words flash=flash.clone() name="mode" codes=&["sessions", "self_paced"]/>
            {audience}
            {with}
            <div class="actions"><button class="button primary">{words.say("cohort-create")}</button></div>
        </form>
    }
}

/// A course to choose, with each of its tracks: the version, a point and the track's name.
fn courses(words: Words, edition: &Edition) -> Vec<(String, String)> {
    let course = edition.contents(words.0);
    let tracks = tracks::options(words, course);
    if tracks.is_empty() {
        return vec![(edition.version.to_string(), course.title.clone())];
    }
    let with = |(slug, title, minutes): (String, String, u32)| {
        let values = [
            ("course", course.title.clone().into()),
            ("track", title.into()),
            ("time", tracks::hours(words, minutes).into()),
        ];
        let name = words.say_with("course-with-track", values);
        (format!("{}.{slug}", edition.version), name)
    };
    tracks.into_iter().map(with).collect()
}

/// One of a few, each with the sentence that explains it: `cohort-{name}-{code}`, `…-what`.
#[component]
fn Choices(
    words: Words,
    flash: Flash,
    name: &'static str,
    codes: &'static [&'static str],
) -> impl IntoView {
    let chosen = flash.value(name, codes.first().copied().unwrap_or_default());
    let choices = codes
        .iter()
        .map(|code| {
            view! {
                <label class="choice">
                    <input type="radio" name=name value=*code checked=chosen == *code/>
                    <span>
                        {words.say(&format!("cohort-{name}-{code}"))}
                        <span class="hint">{words.say(&format!("cohort-{name}-{code}-what"))}</span>
                    </span>
                </label>
            }
        })
        .collect_view();
    view! { <fieldset class="group" id=name><legend>{words.say(&format!("cohort-{name}"))}</legend>{choices}</fieldset> }
}
