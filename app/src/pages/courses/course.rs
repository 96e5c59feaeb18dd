//! `/courses/{course}`: the contents page of a course.

use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use leptos::prelude::*;
use serde_json::json;
use services::course::{Contents, Edition};

use super::list::course_facts;
use super::{contents, facts, other_language, tracks};
use crate::components::breadcrumb::Breadcrumb;
use crate::components::prose::{FallbackNote, Prose};
use crate::error::Failure;
use crate::i18n::Words;
use crate::markup::IntoMarkup;
use crate::tags::Tags;
use crate::visit::Visit;

/// The page.
///
/// # Errors
/// When there is no such course, or the database fails.
pub async fn get(visit: Visit, Path(slug): Path<String>) -> Result<Response, Failure> {
    let actor = visit.actor();
    let found = services::course::course(visit.services(), &actor, &slug).await?;
    let (edition, trainer) = (found.edition, found.trainers_modules);
    let words = visit.words;
    let course = edition.contents(words.0);
    let tags = described(&visit.services().settings.public_url, &edition, course);
    Ok(visit.page_with_tags(StatusCode::OK, &course.title, &tags, || {
        let lang = other_language(words, course.language);
        let modules = (0..course.modules.len()).map(|index| module(words, &edition, index, trainer)).collect_view();
        view! {
            <main id="main" class="page" tabindex="-1">
                <Breadcrumb words above=vec![("/courses".to_owned(), words.say("courses-title"))] here=course.title.clone()/>
                <header class="page-title">
                    <h1 lang=lang>{course.title.clone()}</h1>
                    <p class="lead" lang=lang>{course.summary.clone()}</p>
                    {course_facts(words, &edition)}
                </header>
                <FallbackNote words language=course.language/>
                <Prose html=course.about_html.clone() language=course.language/>
                {tracks::section(words, &edition, trainer)}
                <section class="section" aria-labelledby="modules">
                    <h2 id="modules">{words.say("modules-title")}</h2>
                    <ol class="catalogue">{modules}</ol>
                </section>
            </main>
        }
    }))
}

/// The course in the words of schema.org (`Course`): free, in this language, under its licence.
fn described(site: &str, edition: &Edition, course: &Contents) -> Tags {
    let url = format!("{site}/courses/{}", edition.slug);
    let data = json!({
        "@context": "https://schema.org",
        "@type": "Course",
        "name": course.title,
        "description": course.summary,
        "url": url,
        "inLanguage": course.language.tag(),
        "license": course.licence,
        "version": edition.number,
        "isAccessibleForFree": true,
        "author": course.authors,
        "hasPart": course.modules.iter().map(|module| json!({
            "@type": "LearningResource",
            "name": module.title,
            "url": format!("{url}/{}", module.slug),
        })).collect::<Vec<_>>(),
    });
    Tags::of_page(&course.title, &course.summary, &url).with_data(&data)
}

fn module(words: Words, edition: &Edition, index: usize, trainer: bool) -> impl IntoView + use<> {
    let module = &edition.contents(words.0).modules[index];
    let open = trainer || !module.trainers_only;
    let lang = other_language(words, module.language);
    let title = module.title.clone();
    let name = if open {
        let href = format!("/courses/{}/{}", edition.slug, module.slug);
        view! { <a href=href lang=lang>{title}</a> }.into_markup()
    } else {
        view! { <span lang=lang>{title}</span> }.into_markup()
    };
    view! {
        <li>
            <span class="module-number" aria-hidden="true">{index + 1}</span>
            <div>
                <h3>{name}</h3>
                <p class="module-about" lang=lang>{module.summary.clone()}</p>
                {facts(words, module)}
                {contents(words, edition, index, open)}
            </div>
        </li>
    }
}
