//! `/courses/{course}/{module}`: what a module gives, its units, and for trainers its workshop.

use axum::extract::{Path, Query};
use axum::response::Response;
use leptos::prelude::*;
use serde::Deserialize;

use super::{contents, facts, other_language};
use crate::components::breadcrumb::Breadcrumb;
use crate::components::icon::Icon;
use crate::components::prose::{FallbackNote, Prose};
use crate::error::Failure;
use crate::visit::Visit;

/// Which side of the page is asked for.
#[derive(Deserialize)]
pub struct Side {
    view: Option<String>,
}

impl Side {
    /// Whether the trainer's side is asked for.
    #[must_use]
    pub fn is_trainers(&self) -> bool {
        self.view.as_deref() == Some("trainer")
    }
}

/// The page.
///
/// # Errors
/// When there is no such module, it is for trainers and somebody else asks, or the database fails.
pub async fn get(
    visit: Visit,
    Path((slug, module)): Path<(String, String)>,
    Query(side): Query<Side>,
) -> Result<Response, Failure> {
    let actor = visit.actor();
    let found = services::course::module(visit.services(), &actor, &slug, &module).await?;
    if side.is_trainers() {
        services::course::require_trainers_side(&actor)?;
    }
    let words = visit.words;
    let (edition, module) = (&found.edition, found.contents(words.0));
    let course = edition.contents(words.0);
    let number = words.say_with("module-number", [("module", (found.index + 1).into())]);
    let here = format!("/courses/{}/{}", edition.slug, module.slug);
    Ok(visit.page(&module.title, || {
        let lang = other_language(words, module.language);
        let above = vec![
            ("/courses".to_owned(), words.say("courses-title")),
            (format!("/courses/{}", edition.slug), course.title.clone()),
        ];
        let switch = found.trainer.then(|| {
            let (href, key) = if side.is_trainers() {
                (here.clone(), "readers-side")
            } else {
                (format!("{here}?view=trainer"), "trainers-side")
            };
            view! { <p class="actions"><a class="button" href=href><Icon name="trainer"/>{words.say(key)}</a></p> }
        });
        let workshop = side.is_trainers().then(|| {
            view! {
                <aside class="trainer-side" aria-label=words.say("for-trainers")>
                    <p class="trainer-side-label"><Icon name="trainer"/>{words.say("for-trainers")}</p>
                    <Prose html=module.trainer_html.clone() language=module.language/>
                </aside>
            }
        });
        view! {
            <main id="main" class="page" tabindex="-1">
                <Breadcrumb words above here=number.clone()/>
                <header class="page-title">
                    <p class="over">{number.clone()}</p>
                    <h1 lang=lang>{module.title.clone()}</h1>
                    <p class="lead" lang=lang>{module.summary.clone()}</p>
                    {facts(words, module)}
                    {switch}
                </header>
                <FallbackNote words language=module.language/>
                <Prose html=module.about_html.clone() language=module.language/>
                <section class="section" aria-labelledby="units">
                    <h2 id="units">{words.say("units-title")}</h2>
                    {contents(words, edition, found.index, true)}
                </section>
                {workshop}
            </main>
        }
    }))
}
