//! `/courses`: every course of the installation.

use std::sync::Arc;

use axum::response::Response;
use leptos::prelude::*;
use services::course::Edition;

use super::other_language;
use crate::components::empty_state::EmptyState;
use crate::components::icon::Icon;
use crate::error::Failure;
use crate::i18n::Words;
use crate::markup::{IntoMarkup, Markup};
use crate::visit::Visit;

/// The page.
///
/// # Errors
/// When the database fails.
pub async fn get(visit: Visit) -> Result<Response, Failure> {
    let courses = services::course::courses(visit.services(), &visit.actor()).await?;
    let words = visit.words;
    let title = words.say("courses-title");
    Ok(visit.page(&title.clone(), || {
        let list = catalogue(words, &courses);
        view! {
            <main id="main" class="page" tabindex="-1">
                <header class="page-title">
                    <h1>{title}</h1>
                    <p class="lead">{words.say("courses-lead")}</p>
                </header>
                {list}
            </main>
        }
    }))
}

/// The courses as a contents page, or what will stand here.
pub(in crate::pages) fn catalogue(words: Words, courses: &[Arc<Edition>]) -> Markup {
    if courses.is_empty() {
        let (title, what) = (
            words.say("courses-none-title"),
            words.say("courses-none-what"),
        );
        return view! { <EmptyState title what/> }.into_markup();
    }
    let lines = (1_usize..)
        .zip(courses)
        .map(|(number, course)| line(words, number, course))
        .collect_view();
    view! { <ol class="catalogue">{lines}</ol> }.into_markup()
}

fn line(words: Words, number: usize, course: &Arc<Edition>) -> impl IntoView + use<> {
    let contents = course.contents(words.0);
    let lang = other_language(words, contents.language);
    view! {
        <li>
            <span class="module-number" aria-hidden="true">{number}</span>
            <div>
                <h2><a href=format!("/courses/{}", course.slug) lang=lang>{contents.title.clone()}</a></h2>
                <p class="module-about" lang=lang>{contents.summary.clone()}</p>
                {course_facts(words, course)}
            </div>
        </li>
    }
}

/// How many modules, how long, how open, under which licence.
pub(super) fn course_facts(words: Words, course: &Edition) -> impl IntoView + use<> {
    let contents = course.contents(words.0);
    let hours = contents.open_minutes().div_ceil(60);
    view! {
        <ul class="course-facts">
            <li>{words.say_with("course-modules", [("n", contents.modules.len().into())])}</li>
            <li>{words.say_with("course-hours", [("n", hours.into())])}</li>
            <li><Icon name="open"/>{words.say("module-open")}</li>
            <li>{words.say_with("licence", [("licence", contents.licence.clone().into())])}</li>
        </ul>
    }
}
