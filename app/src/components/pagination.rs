//! Going on in a long table.

use leptos::prelude::*;

use crate::components::icon::Icon;
use crate::i18n::Words;

/// Where in a long table the reader is, and the ways on and back. Nothing for a short one.
#[component]
pub fn Pagination(
    /// The language.
    words: Words,
    /// The page shown, from 0.
    page: u64,
    /// Rows on a full page.
    size: u64,
    /// Rows on this page.
    shown: u64,
    /// Whether more follow.
    more: bool,
    /// How many rows there are in all, where that is known.
    #[prop(optional_no_strip)]
    of: Option<u64>,
    /// The address without the page; it ends with `?` or `&`.
    #[prop(into)]
    address: String,
) -> Option<impl IntoView> {
    if page == 0 && !more {
        return None;
    }
    let first = page * size + 1;
    let last = page * size + shown;
    let range = match of {
        Some(of) => words.say_with(
            "pages-range-of",
            [
                ("first", first.into()),
                ("last", last.into()),
                ("of", of.into()),
            ],
        ),
        None => words.say_with(
            "pages-range",
            [("first", first.into()), ("last", last.into())],
        ),
    };
    let earlier = (page > 0).then(|| {
        let href = format!("{address}page={page}");
        view! { <li><a rel="prev" href=href><Icon name="back"/>{words.say("pages-earlier")}</a></li> }
    });
    let later = more.then(|| {
        let href = format!("{address}page={}", page + 2);
        view! { <li><a rel="next" href=href>{words.say("pages-later")}<Icon name="forward"/></a></li> }
    });
    Some(view! {
        <nav class="pagination" aria-label=words.say("pages")>
            <p>{range}</p>
            <ul>
                {earlier}
                <li><span aria-current="page">{page + 1}</span></li>
                {later}
            </ul>
        </nav>
    })
}
