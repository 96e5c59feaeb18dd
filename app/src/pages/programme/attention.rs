//! What needs attention: institutions behind their pace, and those whose trainers are silent.

use domain::cascade::Rule;
use leptos::prelude::*;
use services::programme::{Figures, Overview};

use super::table::trainers;
use crate::components::definition_note::DefinitionNote;
use crate::components::standing_word::StandingWord;
use crate::i18n::Words;
use crate::markup::IntoMarkup;

/// Most institutions listed.
const LISTED: usize = 10;

/// The list, the farthest behind first.
pub(super) fn section(words: Words, seen: &Overview) -> Option<impl IntoView + use<>> {
    if seen.totals.institutions == 0 {
        return None;
    }
    let behind = seen.farthest.iter().filter(|one| one.behind);
    let mut listed: Vec<&Figures> = behind.collect();
    for silent in &seen.silent {
        if listed
            .iter()
            .all(|one| one.institution != silent.institution)
        {
            listed.push(silent);
        }
    }
    let id = seen.programme.id;
    let more = (listed.len() > LISTED || seen.farthest.len() == LISTED).then(|| {
        let href = format!("/programme?id={id}&show=below#institutions");
        view! { <p><a href=href>{words.say("attention-all")}</a></p> }
    });
    listed.truncate(LISTED);
    let items = listed
        .iter()
        .map(|figures| {
            let href = format!("/institutions/{}?programme={id}", figures.institution);
            view! {
                <li>
                    <a href=href>{figures.name.clone()}</a>
                    <StandingWord words figures=(*figures).clone()/>
                    <span class="under">{why(words, figures)}</span>
                </li>
            }
        })
        .collect_view();
    let list = if listed.is_empty() {
        view! { <p>{words.say("attention-none")}</p> }.into_markup()
    } else {
        view! { <ul class="attention">{items}</ul> }.into_markup()
    };
    Some(view! {
        <section class="section">
            <h2>{words.say("attention-title")}</h2>
            {list}
            {more}
            <DefinitionNote words rules=vec![Rule::BehindPace, Rule::TrainerActivation]/>
        </section>
    })
}

fn why(words: Words, figures: &Figures) -> String {
    let mut reasons = Vec::new();
    if figures.behind {
        reasons.push(words.say_with(
            "attention-behind",
            [("pace", words.pace(figures.pace).into())],
        ));
    }
    if figures.silent {
        let trainers = trainers(words, figures);
        reasons.push(words.say_with("attention-silent", [("trainers", trainers.into())]));
    }
    reasons.join(" ")
}
