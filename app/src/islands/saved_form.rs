//! A form that keeps what is typed until the server has acknowledged it.

#![expect(missing_docs, reason = "the island macro makes a struct without any")]

use leptos::prelude::*;

/// Keeps a form's values in the browser, saves them by itself, and goes on trying while the
/// network, the server or the sign-in is away. It never sends because a page is left.
#[island]
pub fn SavedForm(
    /// What is saved here and whose: the person, the unit and the field.
    place: String,
    /// Whether it saves by itself; else with its button only.
    auto: bool,
    /// The form.
    children: Children,
) -> impl IntoView {
    let holder = NodeRef::<leptos::html::Div>::new();
    #[cfg(feature = "hydrate")]
    {
        let place = place.clone();
        Effect::new(move || {
            if let Some(holder) = holder.get() {
                super::keeper::keep(&holder, &place, auto);
            }
        });
    }
    view! { <div class="saved-form" data-place=place data-auto=auto.to_string() node_ref=holder>{children()}</div> }
}
