//! `/cohorts/{id}/reviews/{submission}`: one text, what helps to judge it, and the decision.

use axum::response::Response;
use domain::assessment::{Level, ReviewState};
use domain::course::Key;
use domain::ids::{CohortId, SubmissionId};
use leptos::prelude::*;
use services::reviews::{HandedIn, Opened, Review};

use super::{kind, level_words, state_word, unit_in_full};
use crate::address::At;
use crate::components::breadcrumb::Breadcrumb;
use crate::components::field::{TextAreaField, problem_sentence};
use crate::components::icon::Icon;
use crate::components::notice::FlashNotice;
use crate::components::prose::Prose;
use crate::error::Failure;
use crate::i18n::Words;
use crate::markup::{IntoMarkup, Markup};
use crate::visit::Visit;

/// The page.
///
/// # Errors
/// [`Failure::NotFound`] for everybody but the cohort's trainers.
pub async fn get(
    visit: Visit,
    At((cohort, text)): At<(CohortId, SubmissionId)>,
) -> Result<Response, Failure> {
    let (services, actor) = (visit.services(), visit.actor());
    let opened = services::reviews::open(services, &actor, visit.words.0, cohort, text).await?;
    let title = visit
        .words
        .say_with("review-title", [("name", opened.text.name.clone().into())]);
    Ok(visit.page(&title, || page(&visit, &opened, &title)))
}

fn page(visit: &Visit, opened: &Opened, title: &str) -> impl IntoView + use<> {
    let (words, flash) = (visit.words, visit.flash.clone());
    let here = format!("/cohorts/{}", opened.cohort.id);
    let above = vec![
        ("/cohorts".to_owned(), words.say("cohorts-title")),
        (here.clone(), opened.cohort.title.clone()),
        (format!("{here}/reviews"), words.say("reviews-title")),
    ];
    let title = title.to_owned();
    let unit = unit_in_full(words, &opened.edition, opened.place);
    let path = format!("{}?view=trainer", opened.edition.path(opened.place));
    let decision = match (&opened.text.review, opened.newer()) {
        (Some(review), _) => result(visit, review),
        (None, Some(newer)) => older(words, opened, newer),
        (None, None) => form(visit, opened),
    };
    view! {
        <main id="main" class="page text" tabindex="-1">
            <Breadcrumb words above here=title.clone()/>
            <header class="page-title">
                <p class="over">{kind(words, &opened.text.question)}" · "<a href=path>{unit}</a></p>
                <h1><bdi>{title}</bdi></h1>
            </header>
            <FlashNotice words flash/>
            {written(visit, &opened.text)}
            {asked(words, opened)}
            {decision}
            {earlier(visit, opened)}
        </main>
    }
}

/// What was asked for, and, on the trainer's side, what a good text holds.
fn asked(words: Words, opened: &Opened) -> Markup {
    let (unit, language) = (&opened.unit, opened.unit.language);
    let question = unit.question(&opened.text.question);
    let asked = match question {
        Some(question) => question.stem_html.clone(),
        None => format!("{}{}", unit.activity.intro_html, unit.activity.online_html),
    };
    let guidance = question.and_then(|question| match &question.key {
        Key::Open { guidance_html } => Some(guidance_html.clone()),
        _ => None,
    });
    let guidance = guidance.map(|html| {
        view! { <h3>{words.say("key-open")}</h3> <Prose html language/> }
    });
    let key = unit.trainer.key_html.clone();
    view! {
        <details class="variant">
            <summary>{words.say("review-asked")}</summary>
            <Prose html=asked language/>
        </details>
        <aside class="trainer-side" aria-label=words.say("review-guidance")>
            <p class="trainer-side-label"><Icon name="trainer"/>{words.say("review-guidance")}</p>
            {guidance}
            <Prose html=key language/>
        </aside>
    }
    .into_markup()
}

/// The text as it was written: letters only, whatever they spell.
fn written(visit: &Visit, text: &HandedIn) -> Markup {
    let words = visit.words;
    let values = [
        ("version", text.version.into()),
        ("when", words.ago(text.at, visit.now()).into()),
    ];
    view! {
        <figure class="commitment">
            <figcaption>{words.say_with("review-handed-in", values)}</figcaption>
            <blockquote><bdi>{text.body.clone()}</bdi></blockquote>
        </figure>
    }
    .into_markup()
}

fn form(visit: &Visit, opened: &Opened) -> Markup {
    let (words, flash) = (visit.words, visit.flash.clone());
    let action = format!("/cohorts/{}/reviews/{}", opened.cohort.id, opened.text.id);
    view! {
        <section class="section">
            <h2>{words.say("review-decide")}</h2>
            <form class="form" method="post" action=action>
                {levels(visit)}
                <TextAreaField words flash name="feedback" label=words.say("review-feedback")
                    hint=words.say("review-feedback-hint") rows=5/>
                <p class="hint">{words.say("review-stands")}</p>
                <div class="actions">
                    <button class="button" name="decision" value="return">{words.say("review-return")}</button>
                    <button class="button primary" name="decision" value="accept">{words.say("review-accept")}</button>
                </div>
            </form>
        </section>
    }
    .into_markup()
}

/// 0 to 3, each in words.
fn levels(visit: &Visit) -> impl IntoView + use<> {
    let words = visit.words;
    let chosen = visit.flash.value("level", "");
    let problem = visit
        .flash
        .problem("level")
        .map(|problem| problem_sentence(words, problem));
    let described = problem.is_some().then_some("level-problem");
    let choices = Level::ALL
        .iter()
        .map(|level| {
            let code = level.code();
            view! {
                <label class="choice">
                    <input type="radio" name="level" value=code checked=chosen == code/>
                    <span>{level_words(words, *level)}</span>
                </label>
            }
        })
        .collect_view();
    view! {
        <fieldset class="group" id="level" aria-describedby=described>
            <legend>{words.say("review-level")}</legend>
            {choices}
            {problem.map(|problem| view! {
                <p class="field-error" id="level-problem"><Icon name="warning"/><span>{problem}</span></p>
            })}
        </fieldset>
    }
}

/// What was decided; below it what the asker typed, when somebody else was quicker.
fn result(visit: &Visit, review: &Review) -> Markup {
    let words = visit.words;
    let typed = visit.flash.value("feedback", "");
    let typed = (!typed.is_empty()).then(|| {
        view! {
            <figure class="commitment" id="feedback">
                <figcaption>{words.say("review-yours-not-kept")}</figcaption>
                <blockquote><bdi>{typed}</bdi></blockquote>
            </figure>
        }
    });
    view! {
        <section class="section">
            <h2>{words.say("review-result")}</h2>
            {said(visit, review)}
            {typed}
        </section>
    }
    .into_markup()
}

/// What a trainer said about a version.
fn said(visit: &Visit, review: &Review) -> Markup {
    let words = visit.words;
    let state = ReviewState::of_handed_in(Some(review.accepted));
    let values = [
        ("name", review.reviewer.clone().into()),
        ("when", words.ago(review.at, visit.now()).into()),
    ];
    let feedback = (!review.feedback.is_empty())
        .then(|| view! { <p class="own-words"><bdi>{review.feedback.clone()}</bdi></p> });
    view! {
        <p>{state_word(words, state)}" "{level_words(words, review.level)}</p>
        {feedback}
        <p class="quiet-text">{words.say_with("review-signed", values)}</p>
    }
    .into_markup()
}

/// An older version is not reviewed any more.
fn older(words: Words, opened: &Opened, newer: &HandedIn) -> Markup {
    let href = format!("/cohorts/{}/reviews/{}", opened.cohort.id, newer.id);
    view! {
        <p class="notice">
            <Icon name="info"/>
            <span>{words.say("review-older")}" "<a href=href>{words.say("review-to-newest")}</a></span>
        </p>
    }
    .into_markup()
}

/// The other versions, with what was said about each.
fn earlier(visit: &Visit, opened: &Opened) -> Option<Markup> {
    let words = visit.words;
    let others: Vec<Markup> = opened
        .versions
        .iter()
        .filter(|version| version.version < opened.text.version)
        .map(|version| {
            let said = version.review.as_ref().map(|review| said(visit, review));
            view! { {written(visit, version)} {said} }.into_markup()
        })
        .collect();
    (!others.is_empty()).then(|| {
        view! {
            <details class="variant">
                <summary>{words.say("review-earlier")}</summary>
                {others}
            </details>
        }
        .into_markup()
    })
}
