//! What a form says on the next page: that it worked, or that something needs mending.

use leptos::prelude::*;

use crate::components::field::problem_sentence;
use crate::components::icon::Icon;
use crate::flash::Flash;
use crate::i18n::Words;

/// The flash's sentence, if it left one; for a refused form, a summary that leads to each field.
#[component]
pub fn FlashNotice(
    /// The language.
    words: Words,
    /// What the form left.
    flash: Flash,
) -> impl IntoView {
    let done = flash.notice.as_ref().map(|key| {
        let sentence = words.say_with_pairs(key, &flash.notice_values);
        view! {
            <div class="notice success" role="status"><Icon name="done"/><div><p>{sentence}</p></div></div>
        }
    });
    let problems = (!flash.problems.is_empty()).then(|| {
        let items = flash
            .problems
            .iter()
            .map(|problem| {
                let sentence = problem_sentence(words, problem);
                view! { <li><a href=format!("#{}", problem.field)>{sentence}</a></li> }
            })
            .collect_view();
        view! {
            <div class="notice error" role="alert">
                <Icon name="warning"/>
                <div>
                    <p><strong>{words.say("form-needs-mending")}</strong></p>
                    <ul>{items}</ul>
                </div>
            </div>
        }
    });
    view! { {done} {problems} }
}
