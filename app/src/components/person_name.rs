//! A person's name in a list: it leads to their page where the reader may open it.

use crate::markup::IntoMarkup;
use domain::ids::PersonId;
use leptos::prelude::*;

/// The name, isolated from the direction of the text around it.
#[component]
pub fn PersonName(
    /// Who.
    person: PersonId,
    /// Their name.
    name: String,
    /// Whether the reader may open their page.
    open: bool,
) -> impl IntoView {
    if open {
        view! { <a href=format!("/people/{person}")><bdi>{name}</bdi></a> }.into_markup()
    } else {
        view! { <bdi>{name}</bdi> }.into_markup()
    }
}
