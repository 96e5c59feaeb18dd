//! A list in lists that becomes a tree for the keyboard.

#![expect(missing_docs, reason = "the island macro makes a struct without any")]

use leptos::prelude::*;

/// Turns the list within into a tree as the ARIA Authoring Practices Guide describes it: one stop
/// of the tab key, walked with the arrow keys, and every branch can be closed. Without script it
/// stays a list, and its groups open as details do.
#[island]
pub fn Tree(
    /// The id of the heading that names it.
    labelled: String,
    /// The list. What is said of an item stands in its own `said`, and what belongs to its line in
    /// a `who` or a `summary`.
    children: Children,
) -> impl IntoView {
    let holder = NodeRef::<leptos::html::Div>::new();
    #[cfg(feature = "hydrate")]
    {
        let labelled = labelled.clone();
        Effect::new(move || {
            if let Some(holder) = holder.get() {
                super::walk::tend(&holder, &labelled);
            }
        });
    }
    view! { <div data-labelled=labelled node_ref=holder>{children()}</div> }
}
