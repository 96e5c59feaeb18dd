//! The whole HTML document around a page.

use std::sync::Arc;

use hydration_context::SsrSharedContext;
use leptos::prelude::*;

use crate::components::frame::{self, Footer, Header};
use crate::components::icon::IconSprite;
use crate::visit::Visit;

fn in_islands(visit: &Visit, render: impl FnOnce() -> String) -> String {
    let owner = Owner::new_root(Some(Arc::new(SsrSharedContext::new_islands())));
    let html = owner.with(|| {
        provide_context(IconSprite(visit.state.assets.icons.clone()));
        render()
    });
    // Leptos marks places with the malformed `<!>`, which browsers repair to an empty comment.
    html.replace("<!>", "<!---->")
}

/// Draws a part of a page: its main part, or pieces for an island to put in place.
pub fn draw<V: IntoView + 'static>(visit: &Visit, body: impl FnOnce() -> V) -> String {
    in_islands(visit, || body().into_view().to_html())
}

/// The whole document around a page's main part, its `<main id="main" tabindex="-1">`. Only a page
/// that holds an island sends any script.
pub fn around(visit: &Visit, title: &str, main: &str) -> String {
    let words = visit.words;
    let head = in_islands(visit, || {
        head(visit, title, main.contains("<leptos-island"))
    });
    let language = words.0.tag();
    let header = header(visit);
    let footer = visit.state.drawings.of(
        format!("footer {language}"),
        visit.funding.clone(),
        |funding| {
            in_islands(visit, || {
                view! { <Footer words funding=funding.clone()/> }.to_html()
            })
        },
    );
    format!(
        "<!DOCTYPE html><html lang=\"{language}\">{head}<body>{header}{main}{footer}</body></html>"
    )
}

/// The way past the header, and the header.
fn header(visit: &Visit) -> String {
    let (words, drawings) = (visit.words, &visit.state.drawings);
    let places = frame::places(visit);
    let name = visit.viewer.as_ref().map(|viewer| viewer.name.as_str());
    let place = format!("header {} {} {places:?}", words.0.tag(), name.is_some());
    let html = drawings.of(place, (), |()| {
        in_islands(visit, || {
            let account = name.map(|_| drawings.reader.to_string());
            let back = drawings.own.clone();
            view! {
                <a class="skip-link" href="#main">{words.say("skip-to-content")}</a>
                <Header words places account back/>
            }
            .to_html()
        })
    });
    let back = visit.uri.path_and_query().map_or("/", |path| path.as_str());
    html.replace(
        &drawings.reader.to_string(),
        &html_escape::encode_text(name.unwrap_or_default()),
    )
    .replace(
        &drawings.own,
        &html_escape::encode_double_quoted_attribute(back),
    )
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
