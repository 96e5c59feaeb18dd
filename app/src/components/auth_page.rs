//! A small page around one form: signing in, joining, a new password.

use leptos::prelude::*;

use crate::components::frame::Mark;
use crate::markup::{IntoMarkup, Markup};

/// The mark, a title and what stands under it.
#[component]
pub fn AuthPage<C: IntoView + 'static>(
    /// The page's title.
    #[prop(into)]
    title: String,
    /// What stands under it.
    children: TypedChildren<C>,
) -> impl IntoView {
    around(title, children.into_inner()().into_markup())
}

fn around(title: String, inside: Markup) -> impl IntoView {
    view! {
        <main id="main" class="page narrow" tabindex="-1">
            <div class="auth-page">
                <Mark/>
                <h1>{title}</h1>
                {inside}
            </div>
        </main>
    }
}
