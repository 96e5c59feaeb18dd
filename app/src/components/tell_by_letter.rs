//! The box that says whether the cohort is told of a session by letter.

use leptos::prelude::*;

use crate::flash::Flash;
use crate::i18n::Words;

/// Checked until somebody says otherwise; under it, what happens with the letters.
#[component]
pub fn TellByLetter(
    /// The reader's words.
    words: Words,
    /// What was typed before it was refused.
    flash: Flash,
    /// Whether letters go out by themselves.
    mail: bool,
) -> impl IntoView {
    let checked = !flash.value("tell", "yes").is_empty();
    let hint = words.say(if mail {
        "tell-by-letter-mail"
    } else {
        "tell-by-letter-no-mail"
    });
    view! {
        <div class="field">
            <label class="choice">
                <input type="checkbox" name="tell" value="yes" checked=checked aria-describedby="tell-hint"/>
                <span>{words.say("tell-by-letter")}</span>
            </label>
            <p class="hint" id="tell-hint">{hint}</p>
        </div>
    }
}
