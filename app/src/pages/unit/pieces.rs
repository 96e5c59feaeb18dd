//! What an island gets after a save: the pieces of the page that changed, each under the id of
//! the element whose inside it replaces.

use domain::clock::Timestamp;
use leptos::prelude::*;
use services::FieldProblem;

use super::{Sheet, activity, outline, question, reader, reflection, text};
use crate::components::field::problem_sentence;
use crate::components::icon::Icon;
use crate::components::saved_note::SavedNote;
use crate::i18n::Words;
use crate::markup::{IntoMarkup, Markup};

fn piece(id: impl Into<String>, inside: impl IntoView) -> Markup {
    view! { <div data-for=id.into()>{inside.into_markup()}</div> }.into_markup()
}

/// How far the learner is in the unit.
pub(crate) fn progress(sheet: &Sheet<'_>) -> Markup {
    view! {
        {piece("outline-steps", outline::steps(sheet))}
        {piece("time-left", reader::time_left(sheet))}
        {piece("read-form", text::read_state(sheet))}
    }
    .into_markup()
}

/// An answer's time and feedback; `replaced` says that it took the place of one given elsewhere.
pub(crate) fn answer(sheet: &Sheet<'_>, id: &str, replaced: bool) -> Option<Markup> {
    let question = sheet.view.text.question(id)?.for_learner();
    let kept = sheet.record()?.answers.get(id)?;
    let inside =
        view! { {question::state(sheet, &question, kept)} {elsewhere(sheet.words, replaced)} };
    Some(piece(format!("state-q-{id}"), inside))
}

/// That an answer was saved, without a word about it: it has not been checked yet.
pub(crate) fn answer_time(
    words: Words,
    now: Timestamp,
    id: &str,
    at: Timestamp,
    replaced: bool,
) -> Markup {
    let time = view! { <div data-known=at.0><SavedNote words at now/></div> };
    piece(
        format!("state-q-{id}"),
        view! { {time} {elsewhere(words, replaced)} },
    )
}

fn elsewhere(words: Words, replaced: bool) -> Option<Markup> {
    let note =
        || view! { <p class="saved-note"><Icon name="info"/>{words.say("answer-replaced")}</p> };
    replaced.then(|| note().into_markup())
}

/// When a reflection was saved.
pub(crate) fn reflection(sheet: &Sheet<'_>, prompt: &str) -> Option<Markup> {
    let prompt = prompt.parse().ok()?;
    Some(piece(
        format!("state-r-{prompt}"),
        reflection::state(sheet, &prompt),
    ))
}

/// When the activity's product was handed in.
pub(crate) fn product(sheet: &Sheet<'_>) -> Markup {
    piece("state-product", activity::state(sheet))
}

/// What is wrong with what was sent, beside its form.
pub(crate) fn problem(words: Words, problem: &FieldProblem) -> Markup {
    let sentence = problem_sentence(words, problem);
    let inside = view! { <p class="field-error"><Icon name="warning"/><span>{sentence}</span></p> };
    piece(format!("state-{}", problem.field), inside)
}
