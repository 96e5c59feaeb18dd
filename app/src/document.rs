//! The whole HTML document around a page.

use std::sync::Arc;

use hydration_context::SsrSharedContext;
use leptos::prelude::*;

use crate::components::frame::{self, Footer, Header};
use crate::components::icon::IconSprite;
use crate::drawings::{Drawn, Filling};
use crate::tags::Tags;
use crate::visit::Visit;

/// How every head ends: what one page adds to it stands before.
const HEAD_END: &str = "</head>";

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
pub fn around(
    visit: &Visit,
    title: &str,
    tags: &Tags,
    main: &Drawn,
    filling: Filling<'_>,
) -> String {
    let language = visit.words.0.tag();
    let (head, header, footer) = (head(visit, main.has_island), header(visit), footer(visit));
    let title = html_escape::encode_text(title);
    let name = visit.viewer.as_ref().map(|viewer| viewer.name.as_str());
    let name = html_escape::encode_text(name.unwrap_or_default());
    let back = visit.uri.path_and_query().map_or("/", |path| path.as_str());
    let back = html_escape::encode_double_quoted_attribute(back);
    let parts = head.size() + header.size() + main.size() + footer.size();
    let mut page = String::with_capacity(parts + 1024);
    page.push_str("<!DOCTYPE html><html lang=\"");
    page.push_str(language);
    page.push_str("\">");
    let of_page = |own| Filling { reader: &name, own };
    head.fill(of_page(&title), &mut page);
    if !tags.html().is_empty() {
        page.truncate(page.len() - HEAD_END.len());
        page.push_str(tags.html());
        page.push_str(HEAD_END);
    }
    page.push_str("<body>");
    header.fill(of_page(&back), &mut page);
    main.fill(filling, &mut page);
    footer.fill(Filling::default(), &mut page);
    page.push_str("</body></html>");
    page
}

/// The head, but for the page's title.
fn head(visit: &Visit, has_island: bool) -> Arc<Drawn> {
    let (words, drawings) = (visit.words, &visit.state.drawings);
    let place = format!("head {} {has_island}", words.0.tag());
    drawings.of(place, (), |()| {
        let assets = &visit.state.assets;
        let title = format!("{} · {}", drawings.own, words.say("product-name"));
        let script = has_island.then(|| {
            view! { <script type="module" src=assets.islands.clone()></script> }
        });
        in_islands(visit, || {
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
        })
    })
}

/// The way past the header, and the header, but for the reader's name and the page's address.
fn header(visit: &Visit) -> Arc<Drawn> {
    let (words, drawings) = (visit.words, &visit.state.drawings);
    let places = frame::places(visit);
    let account = visit.viewer.as_ref().map(|_| drawings.reader.to_string());
    let place = format!("header {} {} {places:?}", words.0.tag(), account.is_some());
    drawings.of(place, (), |()| {
        let back = drawings.own.clone();
        in_islands(visit, || {
            view! {
                <a class="skip-link" href="#main">{words.say("skip-to-content")}</a>
                <Header words places account back/>
            }
            .to_html()
        })
    })
}

fn footer(visit: &Visit) -> Arc<Drawn> {
    let words = visit.words;
    let place = format!("footer {}", words.0.tag());
    let funding = visit.funding.clone();
    visit.state.drawings.of(place, funding, |funding| {
        in_islands(visit, || {
            view! { <Footer words funding=funding.clone()/> }.to_html()
        })
    })
}
