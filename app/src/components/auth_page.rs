//! A small page around one form: signing in, joining, a new password.

use leptos::prelude::*;

use crate::components::frame::Mark;

/// The mark, a title and what stands under it.
#[component]
pub fn AuthPage(
    /// The page's title.
    #[prop(into)]
    title: String,
    /// What stands under it.
    children: Children,
) -> impl IntoView {
    view! {
        <main id="main" class="page narrow" tabindex="-1">
            <div class="auth-page">
                <Mark/>
                <h1>{title}</h1>
                {children()}
            </div>
        </main>
    }
}
