//! `/follow-up/{participation}`: what somebody promised, in their own words, and whether they did
//! it. Nobody else sees either.

use axum::response::Response;
use domain::cascade::follow_up::{Answer, Barrier, Round};
use domain::clock::Timestamp;
use domain::ids::ParticipationId;
use leptos::prelude::*;
use services::follow_up::{Answered, FollowUp, mine};

use crate::address::At;
use crate::components::field::{SelectField, TextAreaField, TextField, problem_sentence};
use crate::components::icon::Icon;
use crate::components::notice::FlashNotice;
use crate::error::Failure;
use crate::flash::Flash;
use crate::i18n::Words;
use crate::markup::{IntoMarkup, Markup};
use crate::visit::Visit;

/// The page.
///
/// # Errors
/// [`Failure::NotFound`] when it is somebody else's, or nothing was finished.
pub async fn get(visit: Visit, At(of): At<ParticipationId>) -> Result<Response, Failure> {
    let found = mine(visit.services(), &visit.actor(), of).await?;
    let title = visit.words.say("follow-up-title");
    Ok(visit.page(&title, || page(&visit, &found)))
}

fn page(visit: &Visit, found: &FollowUp) -> impl IntoView + use<> {
    let (words, flash, now) = (visit.words, visit.flash.clone(), visit.now());
    let values = [
        ("cohort", found.cohort.clone().into()),
        ("day", words.day_of(found.finished_at).into()),
    ];
    let form = found
        .open
        .map(|round| form(words, flash.clone(), found, round));
    let next = found.next(now).map(|(_, from)| {
        let day = words.day_of(from);
        view! { <p class="quiet-text">{words.say_with("follow-up-next", [("day", day.into())])}</p> }
    });
    view! {
        <main id="main" class="page text" tabindex="-1">
            <header class="page-title">
                <h1>{words.say("follow-up-title")}</h1>
                <p class="lead">{words.say_with("follow-up-lead", values)}</p>
            </header>
            <FlashNotice words flash/>
            {commitment(words, found)}
            {form}
            {earlier(words, found, now)}
            {next}
        </main>
    }
}

/// What was promised, as it was written.
pub(in crate::pages) fn commitment(words: Words, found: &FollowUp) -> Markup {
    match &found.commitment {
        Some(text) => view! {
            <figure class="commitment">
                <figcaption>{words.say("follow-up-your-words")}</figcaption>
                <blockquote><bdi>{text.body.clone()}</bdi></blockquote>
            </figure>
        }
        .into_markup(),
        None => view! { <p>{words.say("follow-up-no-commitment")}</p> }.into_markup(),
    }
}

fn form(words: Words, flash: Flash, found: &FollowUp, round: Round) -> impl IntoView + use<> {
    let known = found.answers.get(&round);
    let before = |value: fn(&Answered) -> String| known.map(value).unwrap_or_default();
    let barriers: Vec<(String, String)> =
        std::iter::once((String::new(), words.say("barrier-none")))
            .chain(Barrier::ALL.iter().map(|barrier| {
                let code = barrier.code();
                (code.to_owned(), words.say(&format!("barrier-{code}")))
            }))
            .collect();
    let save = if known.is_some() {
        "follow-up-change"
    } else {
        "follow-up-save"
    };
    let barrier = before(|known| known.barrier.map_or("", Barrier::code).to_owned());
    view! {
        <section class="section">
            <h2>{words.say(&format!("follow-up-round-{}", round.code()))}</h2>
            <form class="form" method="post" action=format!("/follow-up/{}", found.participation)>
                <input type="hidden" name="round" value=round.code()/>
                {answers(words, &flash, &before(|known| known.answer.code().to_owned()))}
                <TextAreaField words flash=flash.clone() name="evidence" label=words.say("follow-up-evidence")
                    hint=words.say("follow-up-evidence-hint") value=before(|known| known.evidence.clone()) rows=4/>
                <SelectField words flash=flash.clone() name="barrier" label=words.say("follow-up-barrier")
                    options=barriers value=barrier/>
                <TextField words flash name="barrier_text" label=words.say("follow-up-barrier-text")
                    value=before(|known| known.barrier_text.clone()) required=false/>
                <p class="hint">{words.say("follow-up-who-sees")}</p>
                <div class="actions"><button class="button primary">{words.say(save)}</button></div>
            </form>
        </section>
    }
}

/// Yes, partly or no.
fn answers(words: Words, flash: &Flash, before: &str) -> impl IntoView + use<> {
    let chosen = flash.value("answer", before);
    let problem = flash
        .problem("answer")
        .map(|problem| problem_sentence(words, problem));
    let described = problem.is_some().then_some("answer-problem");
    let choices = Answer::ALL
        .iter()
        .map(|answer| {
            let code = answer.code();
            let word = words.say(&format!("answer-{code}"));
            view! {
                <label class="choice">
                    <input type="radio" name="answer" value=code checked=chosen == code/>
                    <span>{word}</span>
                </label>
            }
        })
        .collect_view();
    view! {
        <fieldset class="group" id="answer" aria-describedby=described>
            <legend>{words.say("follow-up-did-you")}</legend>
            {choices}
            {problem.map(|problem| view! {
                <p class="field-error" id="answer-problem"><Icon name="warning"/><span>{problem}</span></p>
            })}
        </fieldset>
    }
}

/// What was answered in rounds that are over.
fn earlier(words: Words, found: &FollowUp, now: Timestamp) -> Option<impl IntoView + use<>> {
    let answers: Vec<Markup> = found
        .answers
        .iter()
        .filter(|(round, _)| found.open != Some(**round))
        .map(|(round, answered)| {
            let title = words.say(&format!("follow-up-round-{}", round.code()));
            view! { <h3>{title}</h3> {given(words, answered, now)} }.into_markup()
        })
        .collect();
    (!answers.is_empty()).then(|| {
        view! { <section class="section"><h2>{words.say("follow-up-earlier")}</h2>{answers}</section> }
    })
}

/// An answer, as its giver reads it again.
pub(in crate::pages) fn given(
    words: Words,
    answered: &Answered,
    now: Timestamp,
) -> impl IntoView + use<> {
    let evidence = (!answered.evidence.is_empty()).then(|| {
        view! {
            <dt>{words.say("follow-up-evidence")}</dt>
            <dd class="own-words"><bdi>{answered.evidence.clone()}</bdi></dd>
        }
    });
    let barrier = answered.barrier.map(|barrier| {
        let word = words.say(&format!("barrier-{}", barrier.code()));
        let text = answered.barrier_text.clone();
        view! {
            <dt>{words.say("follow-up-barrier")}</dt>
            <dd>{word} " " <bdi>{text}</bdi></dd>
        }
    });
    view! {
        <dl class="facts">
            <dt>{words.say("follow-up-did-you")}</dt>
            <dd>{words.say(&format!("answer-{}", answered.answer.code()))}", "{words.ago(answered.at, now)}</dd>
            {evidence}
            {barrier}
        </dl>
    }
}
