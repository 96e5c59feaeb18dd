//! The whole HTML document around a page.

use std::sync::Arc;

use hydration_context::SsrSharedContext;
use leptos::prelude::*;

use crate::components::frame::{Footer, Header};
use crate::components::icon::IconSprite;
use crate::visit::Visit;

/// Renders pieces of a page, for an island that puts them in place.
pub fn render_pieces<V: IntoView + 'static>(visit: &Visit, body: impl FnOnce() -> V) -> String {
    in_islands(visit, || body().into_view().to_html())
}

fn in_islands(visit: &Visit, render: impl FnOnce() -> String) -> String {
    let owner = Owner::new_root(Some(Arc::new(SsrSharedContext::new_islands())));
    let html = owner.with(|| {
        provide_context(IconSprite(visit.state.assets.icons.clone()));
        render()
    });
    // Leptos marks places with the malformed `<!>`, which browsers repair to an empty comment.
    html.replace("<!>", "<!---->")
}

/// Renders a page: `body` is its `<main id="main" tabindex="-1">`. Only a page that holds an
/// island sends any script.
pub fn render<V: IntoView + 'static>(
    visit: &Visit,
    title: &str,
    body: impl FnOnce() -> V,
) -> String {
    in_islands(visit, || {
        let words = visit.words;
        let main = body().into_view().to_html();
        let has_islands = main.contains("<leptos-island");
        let head = head(visit, title, has_islands);
        let skip = view! { <a class="skip-link" href="#main">{words.say("skip-to-content")}</a> }
            .to_html();
        let header = view! { <Header visit/> }.to_html();
        let footer = view! { <Footer words funding=visit.funding.clone()/> }.to_html();
        let language = words.0.tag();
        format!(
            "<!DOCTYPE html><html lang=\"{language}\">{head}<body>{skip}{header}{main}{footer}</body></html>"
        )
    })
}

fn head(visit: &Visit, title: &str, has_islands: bool) -> String {
    let assets = &visit.state.assets;
    let title = format!("{title} · {}", visit.words.say("product-name"));
    let script = has_islands.then(|| {
        view! { <script type="module" src=assets.islands.clone()></script> }
    });
    view! {
        <head>
            <meta charset="utf-8"/>
            <meta name="viewport" content="width=device-width, initial-scale=1"/>
            <meta name="color-scheme" content="light dark"/>
            <title>{title}</title>
            <link rel="stylesheet" href=assets.stylesheet.clone()/>
            <link rel="icon" type="image/svg+xml" href=assets.icon.clone()/>
            {script}
        </head>
    }
    .to_html()
}
