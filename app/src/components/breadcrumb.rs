//! Where the reader is.

use leptos::prelude::*;

use crate::i18n::Words;

/// The pages above this one, outermost first, and this one.
#[component]
pub fn Breadcrumb(
    /// The language.
    words: Words,
    /// Addresses and names of the pages above.
    above: Vec<(String, String)>,
    /// The name of this page.
    #[prop(into)]
    here: String,
) -> impl IntoView {
    let above = above
        .into_iter()
        .map(|(href, name)| view! { <li><a href=href>{name}</a></li> })
        .collect_view();
    view! {
        <nav class="breadcrumb" aria-label=words.say("you-are-here")>
            <ol>
                {above}
                <li aria-current="page">{here}</li>
            </ol>
        </nav>
    }
}
