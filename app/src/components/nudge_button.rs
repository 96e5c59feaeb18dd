//! The button that reminds a silent trainer.

use domain::ids::{InstitutionId, PersonId, ProgrammeId};
use leptos::prelude::*;

use crate::i18n::Words;

/// The button, beside a silent trainer.
#[component]
pub fn NudgeButton(
    /// The language.
    words: Words,
    /// In which programme they are silent.
    programme: ProgrammeId,
    /// Where they are a trainer.
    institution: InstitutionId,
    /// Who.
    trainer: PersonId,
    /// Their name.
    name: String,
    /// The page to come back to.
    back: String,
) -> impl IntoView {
    let action = format!("/institutions/{institution}/trainers/{trainer}/nudge");
    view! {
        <form class="row-actions no-print" method="post" action=action>
            <input type="hidden" name="programme" value=programme.to_string()/>
            <input type="hidden" name="back" value=back/>
            <button class="button small">
                {words.say("remind")}<span class="visually-hidden">" "{name}</span>
            </button>
        </form>
    }
}
