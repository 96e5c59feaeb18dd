//! Notices what is read.

#![expect(missing_docs, reason = "the island macro makes a struct without any")]

use leptos::prelude::*;

/// Watches the blocks of Content come into sight and tells the server, a few at a time, so that
/// reading counts and goes on where it stopped.
#[island]
pub fn Reading(
    /// Where sightings are sent.
    action: String,
) -> impl IntoView {
    #[cfg(feature = "hydrate")]
    {
        let action = action.clone();
        Effect::new(move || super::sightings::watch(&action));
    }
    view! { <span hidden data-action=action></span> }
}
