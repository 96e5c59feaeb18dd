//! What will be here, and the one thing to do.

use leptos::prelude::*;

/// An empty place that says what will fill it.
#[component]
pub fn EmptyState(
    /// What is not here yet.
    #[prop(into)]
    title: String,
    /// What will be here.
    #[prop(into)]
    what: String,
    /// The address and the words of the one thing to do.
    #[prop(optional)]
    action: Option<(String, String)>,
) -> impl IntoView {
    view! {
        <div class="empty-state">
            <h2>{title}</h2>
            <p>{what}</p>
            {action.map(|(href, words)| view! { <a class="button primary" href=href>{words}</a> })}
        </div>
    }
}
