//! Parts of a page that are text already.
//!
//! Pages are drawn on the server, whole and in one go. What stands in several places or in one of
//! several forms is drawn at once and carried as text: Leptos' own erased views also carry all that
//! it takes to stream a page and to bring it to life in a browser, which is most of the code of a
//! page and never used here. Islands bring only themselves to life.

use leptos::prelude::*;
use leptos::tachys::html::InertElement;

/// A part of a page, drawn: HTML whose texts are escaped.
pub type Markup = InertElement;

/// Drawing a view at once.
pub trait IntoMarkup {
    /// The view as text. It must be whole: nothing in it may wait.
    fn into_markup(self) -> Markup;
}

impl<V: IntoView> IntoMarkup for V {
    fn into_markup(self) -> Markup {
        Markup::new(self.into_view().to_html())
    }
}
