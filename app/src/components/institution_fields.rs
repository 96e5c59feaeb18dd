//! The fields that a new and a known institution have in common.

use domain::people::InstitutionKind;
use leptos::prelude::*;
use services::programme::change::TypedInstitution;

use crate::components::field::{SelectField, TextField};
use crate::flash::Flash;
use crate::i18n::Words;

/// Name, kind, place, and the range that is the institution's own.
#[component]
pub fn InstitutionFields(
    /// The language.
    words: Words,
    /// What the form left, if it was refused.
    flash: Flash,
    /// What stands in the fields before anything was typed.
    known: TypedInstitution,
    /// The programme's range: "20–30".
    #[prop(into)]
    general: String,
) -> impl IntoView {
    let kinds = InstitutionKind::ALL
        .iter()
        .map(|kind| {
            (
                kind.code().to_owned(),
                words.say(&format!("kind-{}", kind.code())),
            )
        })
        .collect::<Vec<_>>();
    let without = !flash.value("no_target", &known.no_target).is_empty();
    let hint = words.say_with("field-own-range-hint", [("range", general.into())]);
    view! {
        <TextField words flash=flash.clone() name="name" label=words.say("field-institution-name") value=known.name/>
        <SelectField words flash=flash.clone() name="kind" label=words.say("field-kind") options=kinds value=known.kind/>
        <div class="field-row">
            <TextField words flash=flash.clone() name="place" label=words.say("field-place") value=known.place required=false/>
            <TextField words flash=flash.clone() name="country" label=words.say("field-country") value=known.country required=false/>
        </div>
        <fieldset class="group">
            <legend>{words.say("field-own-range")}</legend>
            <p class="hint">{hint}</p>
            <div class="field-row">
                <TextField words flash=flash.clone() name="target_min" label=words.say("field-target-min")
                    kind="number" value=known.target_min required=false/>
                <TextField words flash=flash.clone() name="target_max" label=words.say("field-target-max")
                    kind="number" value=known.target_max required=false/>
            </div>
            <label class="choice">
                <input type="checkbox" name="no_target" value="yes" checked=without/>
                {words.say("field-no-target")}
            </label>
        </fieldset>
    }
}
