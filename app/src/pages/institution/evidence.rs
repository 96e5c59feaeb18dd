//! How complete the evidence of an institution's sessions is, and which sessions lack some.

use domain::cascade::Rule;
use domain::cascade::evidence::Piece;
use leptos::prelude::*;
use services::evidence::LackingSession;
use services::institution::InstitutionPage;

use crate::components::definition_note::DefinitionNote;
use crate::i18n::Words;
use crate::pages::programme::evidence_sentence;

/// The section; the sessions only for those who see names.
pub(super) fn section(words: Words, seen: &InstitutionPage) -> impl IntoView + use<> {
    let lacking = seen.people.iter().flat_map(|people| &people.lacking);
    let items: Vec<_> = lacking.map(|one| session(words, one)).collect();
    let list = (!items.is_empty()).then(|| {
        view! {
            <h3>{words.say("evidence-lacking")}</h3>
            <ul class="attention">{items}</ul>
        }
    });
    view! {
        <section class="section" id="evidence">
            <h2>{words.say("evidence-section")}</h2>
            <p>{evidence_sentence(words, seen.evidence)}</p>
            {list}
            <DefinitionNote words rules=vec![Rule::Evidence]/>
        </section>
    }
}

fn session(words: Words, one: &LackingSession) -> impl IntoView + use<> {
    let href = format!("/cohorts/{}/sessions/{}/evidence", one.cohort, one.session);
    let name = [
        ("day", words.day(one.on_day).into()),
        ("cohort", one.title.clone().into()),
    ];
    view! {
        <li>
            <a href=href>{words.say_with("evidence-lacking-session", name)}</a>
            <span class="under">{lacks(words, &one.missing)}</span>
        </li>
    }
}

/// "Agenda, Scan of the paper register missing".
fn lacks(words: Words, missing: &[Piece]) -> String {
    let pieces: Vec<String> = missing
        .iter()
        .map(|piece| words.say(&format!("evidence-piece-{}", piece.code())))
        .collect();
    words.say_with("evidence-lacks", [("pieces", pieces.join(", ").into())])
}
