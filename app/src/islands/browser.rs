//! The little of the browser that islands use.

use leptos::wasm_bindgen::JsCast;
use leptos::wasm_bindgen::closure::Closure;
use web_sys::{Document, Element, Event, EventTarget, Storage, Window};

/// The window; none outside a page.
pub(super) fn window() -> Option<Window> {
    web_sys::window()
}

/// The page.
pub(super) fn document() -> Option<Document> {
    window()?.document()
}

/// What the browser keeps for this site; none when a person forbids it.
pub(super) fn storage() -> Option<Storage> {
    window()?.local_storage().ok()?
}

/// Calls `listener` for every event of this name, as long as the page lives.
pub(super) fn listen(target: &EventTarget, name: &str, listener: impl FnMut(Event) + 'static) {
    let listener = Closure::<dyn FnMut(Event)>::new(listener);
    // Listening fails only for a name that is not a string.
    let _ = target.add_event_listener_with_callback(name, listener.as_ref().unchecked_ref());
    listener.forget();
}

/// Every element within `root` that a selector names.
pub(super) fn elements(root: &Element, selector: &str) -> Vec<Element> {
    let Ok(found) = root.query_selector_all(selector) else {
        return Vec::new();
    };
    (0..found.length())
        .filter_map(|n| found.item(n)?.dyn_into().ok())
        .collect()
}

/// The inside of one of the sentences that the server wrote into the page for islands.
pub(super) fn saying(id: &str) -> String {
    document()
        .and_then(|page| page.get_element_by_id(id))
        .map(|said| said.inner_html())
        .unwrap_or_default()
}

/// Puts the pieces of an answer in place: each `data-for` names the element that it fills.
pub(super) fn put_in_place(pieces: &str) {
    let Some(page) = document() else { return };
    let Ok(holder) = page.create_element("div") else {
        return;
    };
    holder.set_inner_html(pieces);
    for piece in elements(&holder, "[data-for]") {
        let place = piece
            .get_attribute("data-for")
            .and_then(|id| page.get_element_by_id(&id));
        if let Some(place) = place {
            place.set_inner_html(&piece.inner_html());
        }
    }
}
