//! Which blocks of Content came into sight.

use std::cell::{Cell, RefCell};
use std::rc::Rc;
use std::time::Duration;

use leptos::prelude::set_timeout;
use leptos::task::spawn_local;
use leptos::wasm_bindgen::JsCast;
use leptos::wasm_bindgen::closure::Closure;
use web_sys::{
    IntersectionObserver, IntersectionObserverEntry, IntersectionObserverInit, UrlSearchParams,
};

use super::browser::{document, elements, listen, put_in_place};
use super::post::{Reply, post};

/// Sightings go out together, this long after the first of them.
const BATCH: Duration = Duration::from_secs(2);
/// After a failure they wait this long.
const RETRY: Duration = Duration::from_secs(20);

struct Sightings {
    action: String,
    /// Seen and not yet acknowledged.
    seen: RefCell<Vec<String>>,
    /// Where the reader is.
    at: RefCell<String>,
    /// Whether a batch is on its way or will be soon.
    busy: Cell<bool>,
}

/// Watches the blocks of the page.
pub(super) fn watch(action: &str) {
    let Some(blocks) = document().and_then(|page| page.get_element_by_id("blocks")) else {
        return;
    };
    let sightings = Rc::new(Sightings {
        action: action.to_owned(),
        seen: RefCell::default(),
        at: RefCell::default(),
        busy: Cell::new(false),
    });
    let notice = {
        let sightings = Rc::clone(&sightings);
        Closure::<dyn FnMut(js_sys::Array, IntersectionObserver)>::new(
            move |entries: js_sys::Array, observer: IntersectionObserver| {
                for entry in entries.iter() {
                    let entry: IntersectionObserverEntry = entry.unchecked_into();
                    if entry.is_intersecting() {
                        observer.unobserve(&entry.target());
                        sightings.add(&entry.target().id());
                    }
                }
            },
        )
    };
    let options = IntersectionObserverInit::new();
    // A block counts when it has come up into the upper four fifths of the window.
    options.set_root_margin("0px 0px -20% 0px");
    if let Ok(observer) =
        IntersectionObserver::new_with_options(notice.as_ref().unchecked_ref(), &options)
    {
        elements(&blocks, ".block:not([data-seen])")
            .iter()
            .for_each(|block| observer.observe(block));
    }
    notice.forget();
    if let Some(page) = document() {
        listen(&page, "visibilitychange", move |_| {
            Rc::clone(&sightings).send()
        });
    }
}

impl Sightings {
    fn add(self: &Rc<Self>, block: &str) {
        self.seen.borrow_mut().push(block.to_owned());
        block.clone_into(&mut self.at.borrow_mut());
        if !self.busy.replace(true) {
            self.later(BATCH);
        }
    }

    fn later(self: &Rc<Self>, wait: Duration) {
        let sightings = Rc::clone(self);
        set_timeout(move || sightings.send(), wait);
    }

    fn send(self: Rc<Self>) {
        let batch = self.seen.take();
        if batch.is_empty() {
            self.busy.set(false);
            return;
        }
        self.busy.set(true);
        spawn_local(async move {
            let Ok(fields) = UrlSearchParams::new() else {
                return;
            };
            batch
                .iter()
                .for_each(|block| fields.append("blocks", block));
            fields.append("block", &self.at.borrow());
            match post(&self.action, &fields).await {
                Reply::Done(pieces) => {
                    put_in_place(&pieces);
                    self.busy.set(false);
                    if !self.seen.borrow().is_empty() {
                        self.busy.set(true);
                        self.later(BATCH);
                    }
                }
                Reply::Unreachable | Reply::SignedOut => {
                    self.seen.borrow_mut().splice(0..0, batch);
                    self.later(RETRY);
                }
                // What a newer version of the page no longer knows needs no noting.
                Reply::Refused(_) | Reply::Gone => self.busy.set(false),
            }
        });
    }
}
