//! What a trainer said about a text that the learner handed in.

use domain::assessment::ReviewState;
use leptos::prelude::*;
use services::learning::HandedIn;

use super::Sheet;
use crate::markup::{IntoMarkup, Markup};
use crate::pages::review::{level_words, state_word};

/// How a text stands, and the newest feedback on it.
pub(super) fn standing(sheet: &Sheet<'_>, handed_in: &HandedIn) -> Markup {
    let words = sheet.words;
    let state = handed_in.state();
    let class = match state {
        ReviewState::Accepted => "feedback right",
        _ => "feedback",
    };
    let review = handed_in.review.as_ref().map(|review| {
        let earlier = (review.version < handed_in.version)
            .then(|| view! { <p class="quiet-text">{words.say("review-of-earlier")}</p> });
        let feedback = (!review.feedback.is_empty())
            .then(|| view! { <p class="own-words"><bdi>{review.feedback.clone()}</bdi></p> });
        let ago = words.ago(review.at, sheet.now);
        view! {
            {earlier}
            <p>{level_words(words, review.level)}" "<span class="quiet-text">{ago}</span></p>
            {feedback}
        }
    });
    let again = (state == ReviewState::Returned)
        .then(|| view! { <p>{words.say("review-hand-in-again")}</p> });
    view! { <div class=class><p>{state_word(words, state)}</p>{review}{again}</div> }.into_markup()
}

/// A text that was accepted: it stands as it is.
pub(super) fn accepted(sheet: &Sheet<'_>, handed_in: &HandedIn) -> Markup {
    view! {
        <figure class="commitment">
            <figcaption>{sheet.words.say("review-your-text")}</figcaption>
            <blockquote><bdi>{handed_in.text.body.clone()}</bdi></blockquote>
        </figure>
        {standing(sheet, handed_in)}
    }
    .into_markup()
}
