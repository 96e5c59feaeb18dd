//! Icons, from one sprite. An icon never stands without a word.

use leptos::prelude::*;

/// One icon of `style/icons.svg`, hidden from screen readers: the word beside it speaks.
#[component]
pub fn Icon(
    /// The icon's id in the sprite.
    name: &'static str,
) -> impl IntoView {
    let sprite = use_context::<IconSprite>().unwrap_or_default();
    view! {
        <svg class="icon" aria-hidden="true">
            <use href=format!("{}#{name}", sprite.0)></use>
        </svg>
    }
}

/// The address of the sprite; the document provides it to every component.
#[derive(Clone, Debug, Default)]
pub struct IconSprite(pub String);
