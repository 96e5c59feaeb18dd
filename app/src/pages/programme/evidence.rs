//! How complete the evidence of a programme's sessions is, and where some is lacking.

use domain::cascade::Rule;
use domain::cascade::evidence::Completeness;
use leptos::prelude::*;
use services::evidence::Lacking;
use services::programme::Overview;

use crate::components::definition_note::DefinitionNote;
use crate::i18n::Words;

/// The section.
pub(super) fn section(words: Words, seen: &Overview) -> impl IntoView + use<> {
    let id = seen.programme.id;
    let items = seen
        .lacking
        .iter()
        .map(|one| {
            let href = format!("/institutions/{}?programme={id}#evidence", one.institution);
            view! {
                <li>
                    <a href=href>{one.name.clone()}</a>
                    <span class="under">{lacking(words, one)}</span>
                </li>
            }
        })
        .collect_view();
    let list = (!seen.lacking.is_empty()).then(|| {
        view! {
            <h3>{words.say("evidence-lacking")}</h3>
            <ul class="attention">{items}</ul>
        }
    });
    view! {
        <section class="section">
            <h2>{words.say("evidence-section")}</h2>
            <p>{sentence(words, seen.evidence)}</p>
            {list}
            <DefinitionNote words rules=vec![Rule::Evidence]/>
        </section>
    }
}

fn lacking(words: Words, one: &Lacking) -> String {
    let count = one.completeness.lacking();
    words.say_with("evidence-lacking-count", [("count", count.into())])
}

/// "31 of 40 delivered sessions have every required piece of evidence (77 %)."
pub(in crate::pages) fn sentence(words: Words, evidence: Completeness) -> String {
    let Some(share) = evidence.per_cent() else {
        return words.say("evidence-sentence-none");
    };
    let values = [
        ("complete", evidence.complete.into()),
        ("delivered", evidence.delivered.into()),
        ("percent", share.into()),
    ];
    words.say_with("evidence-sentence", values)
}
