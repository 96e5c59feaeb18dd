//! Walking a tree with the keyboard, as the tree view pattern of the ARIA Authoring Practices Guide
//! says (https://www.w3.org/WAI/ARIA/apg/patterns/treeview/).
//!
//! One item is the tree's stop of the tab key; with it the links in its own line can be reached.
//! Enter follows the first of them, or opens and closes the item.

use std::cell::RefCell;
use std::rc::Rc;

use leptos::wasm_bindgen::JsCast;
use web_sys::{
    Element, Event, EventTarget, FocusOptions, HtmlElement, KeyboardEvent, ScrollIntoViewOptions,
    ScrollLogicalPosition,
};

use super::browser::{document, elements, listen};

/// Letters that follow one another within so many milliseconds look for a name together.
const TYPED_TOGETHER: f64 = 1000.0;
const ITEM: &str = "[role=treeitem]";
const CLOSED: &str = "[aria-expanded=false]";

/// The tree, and what is going on in it.
struct Tree {
    root: Element,
    /// The item that is the stop of the tab key.
    current: RefCell<Option<Element>>,
    /// What was typed, and when the last letter came.
    typed: RefCell<(String, f64)>,
}

/// Makes the list in `holder` a tree, and watches over it.
pub(super) fn tend(holder: &Element, labelled: &str) {
    let Ok(Some(root)) = holder.query_selector("ul") else {
        return;
    };
    elements(&root, "details").iter().for_each(unfold);
    name(&root, labelled);
    let tree = Rc::new(Tree {
        current: RefCell::default(),
        typed: RefCell::default(),
        root: root.clone(),
    });
    if let Some(first) = elements(&root, ITEM).first() {
        tree.stop_at(first);
    }
    let within = Rc::clone(&tree);
    listen(&root, "keydown", move |event| within.key(&event));
    let within = Rc::clone(&tree);
    listen(&root, "focusin", move |event| {
        if let Some(item) = item_of(&event) {
            within.stop_at(&item);
        }
    });
    listen(&root, "click", |event| click(&event));
}

/// Puts what details hold into their place: a line, and a list that is closed.
fn unfold(details: &Element) {
    let (Some(item), Some(summary)) = (details.parent_element(), details.first_element_child())
    else {
        return;
    };
    let (Some(list), Some(page)) = (summary.next_element_sibling(), document()) else {
        return;
    };
    let Ok(line) = page.create_element("span") else {
        return;
    };
    line.set_class_name("who");
    while let Some(child) = summary.first_child() {
        if line.append_child(&child).is_err() {
            return;
        }
    }
    // Both have just been made or found, so both can be put there.
    let _ = item.insert_before(&line, Some(details));
    let _ = item.insert_before(&list, Some(details));
    let was_here = page.active_element().as_ref() == Some(&summary);
    let is_open = details.has_attribute("open");
    details.remove();
    set(
        &item,
        "aria-expanded",
        if is_open { "true" } else { "false" },
    );
    // Whoever stood on the summary before the tree came to life stands on its item now.
    if let Some(item) = item.dyn_ref::<HtmlElement>().filter(|_| was_here) {
        set(item, "tabindex", "0");
        let _ = item.focus();
    }
}

/// Gives everything its role, its level and its name.
fn name(root: &Element, labelled: &str) {
    set(root, "role", "tree");
    set(root, "aria-labelledby", labelled);
    for list in elements(root, "ul") {
        set(&list, "role", "group");
        if let Some(item) = list.parent_element()
            && !item.has_attribute("aria-expanded")
        {
            set(&item, "aria-expanded", "true");
        }
    }
    for (number, item) in elements(root, "li").iter().enumerate() {
        set(item, "role", "treeitem");
        set(item, "tabindex", "-1");
        let above = parent(item).and_then(|above| above.get_attribute("aria-level"));
        let level = above.and_then(|level| level.parse::<u32>().ok());
        set(
            item,
            "aria-level",
            &level.map_or(1, |level| level + 1).to_string(),
        );
        if let Some(said) = said(item) {
            let id = format!("said-{number}");
            said.set_id(&id);
            set(item, "aria-labelledby", &id);
        }
        links(item)
            .iter()
            .for_each(|link| set(link, "tabindex", "-1"));
    }
}

impl Tree {
    /// Makes an item the stop of the tab key, with the links in its line.
    fn stop_at(&self, item: &Element) {
        let before = self.current.replace(Some(item.clone()));
        if let Some(before) = before.filter(|before| before != item) {
            set(&before, "tabindex", "-1");
            links(&before)
                .iter()
                .for_each(|link| set(link, "tabindex", "-1"));
        }
        set(item, "tabindex", "0");
        for link in links(item) {
            // Taking away what is not there is no failure.
            let _ = link.remove_attribute("tabindex");
        }
    }

    fn key(&self, event: &Event) {
        let (Some(key), Some(item)) = (event.dyn_ref::<KeyboardEvent>(), item_of(event)) else {
            return;
        };
        if key.ctrl_key() || key.alt_key() || key.meta_key() {
            return;
        }
        let name = key.key();
        let own: &EventTarget = item.as_ref();
        let is_on_item = event.target().as_ref() == Some(own);
        let taken = match name.as_str() {
            // A link of the line does what links do.
            "Enter" | " " if !is_on_item => false,
            "Enter" => follow(&item) || turn(&item),
            " " => turn(&item),
            "ArrowRight" if is_closed(&item) => turn(&item),
            "ArrowRight" => self.focus(children(&item).first()),
            "ArrowLeft" if is_open(&item) => turn(&item),
            "ArrowLeft" => self.focus(parent(&item).as_ref()),
            "ArrowDown" => self.step(&item, 1),
            "ArrowUp" => self.step(&item, -1),
            "Home" => self.focus(self.seen().first()),
            "End" => self.focus(self.seen().last()),
            "*" => open_all(&item),
            letter if letter.chars().count() == 1 => {
                self.look_for(letter, &item, event.time_stamp())
            }
            _ => false,
        };
        if taken {
            event.prevent_default();
            // Whoever has walked on begins a new name.
            if name.chars().count() > 1 {
                self.typed.borrow_mut().0.clear();
            }
        }
    }

    /// The items that are not within a closed one, from top to bottom.
    fn seen(&self) -> Vec<Element> {
        let mut items = elements(&self.root, ITEM);
        items.retain(|item| {
            let above = item.parent_element();
            above.is_none_or(|above| !matches!(above.closest(CLOSED), Ok(Some(_))))
        });
        items
    }

    fn focus(&self, item: Option<&Element>) -> bool {
        if let Some(item) = item.and_then(|item| item.dyn_ref::<HtmlElement>()) {
            let still = FocusOptions::new();
            still.set_prevent_scroll(true);
            // Focus fails only for what is not in the page.
            let _ = item.focus_with_options(&still);
            // The item holds its whole branch; its own line is what must be seen.
            if let Some(line) = item.first_element_child() {
                let nearest = ScrollIntoViewOptions::new();
                nearest.set_block(ScrollLogicalPosition::Nearest);
                line.scroll_into_view_with_scroll_into_view_options(&nearest);
            }
        }
        true
    }

    fn step(&self, item: &Element, by: isize) -> bool {
        let seen = self.seen();
        let at = seen.iter().position(|other| other == item);
        let next = at.and_then(|at| at.checked_add_signed(by));
        self.focus(next.and_then(|next| seen.get(next)))
    }

    /// Goes to the next item whose name begins as was typed.
    fn look_for(&self, letter: &str, item: &Element, now: f64) -> bool {
        let mut typed = self.typed.borrow_mut();
        if now - typed.1 > TYPED_TOGETHER {
            typed.0.clear();
        }
        typed.0.push_str(&lowered(letter));
        typed.1 = now;
        let seen = self.seen();
        let at = seen.iter().position(|other| other == item).unwrap_or(0);
        // The first letter goes on to the next name, a second one may stay.
        let from = if typed.0.chars().count() == 1 {
            at + 1
        } else {
            at
        };
        let in_turn = seen.iter().cycle().skip(from).take(seen.len());
        let named = |item: &&Element| {
            let text = said(item).and_then(|said| said.text_content());
            text.is_some_and(|text| lowered(text.trim_ascii_start()).starts_with(&typed.0))
        };
        let found = in_turn.clone().find(named);
        drop(typed);
        self.focus(found)
    }
}

/// A line that is clicked beside its links opens or closes its item.
fn click(event: &Event) {
    let Some(target) = event
        .target()
        .and_then(|target| target.dyn_into::<Element>().ok())
    else {
        return;
    };
    let Ok(None) = target.closest("a") else {
        return;
    };
    if let (Ok(Some(_)), Some(item)) = (target.closest(".who"), item_of(event)) {
        turn(&item);
    }
}

/// Opens what is closed and closes what is open; whether it is either.
fn turn(item: &Element) -> bool {
    let Some(open) = item.get_attribute("aria-expanded") else {
        return false;
    };
    set(
        item,
        "aria-expanded",
        if open == "true" { "false" } else { "true" },
    );
    true
}

/// Opens the item with all its siblings.
fn open_all(item: &Element) -> bool {
    let Some(list) = item.parent_element() else {
        return false;
    };
    let siblings = elements(&list, CLOSED);
    let own = siblings
        .iter()
        .filter(|one| one.parent_element().as_ref() == Some(&list));
    own.for_each(|one| set(one, "aria-expanded", "true"));
    true
}

fn is_open(item: &Element) -> bool {
    item.get_attribute("aria-expanded").as_deref() == Some("true")
}

fn is_closed(item: &Element) -> bool {
    item.get_attribute("aria-expanded").as_deref() == Some("false")
}

/// Follows the link of the item's name, if there is one.
fn follow(item: &Element) -> bool {
    let links = elements(item, ":scope > span .said a, :scope > .said a");
    let Some(link) = links.first().and_then(|link| link.dyn_ref::<HtmlElement>()) else {
        return false;
    };
    link.click();
    true
}

/// The item in which something happened.
fn item_of(event: &Event) -> Option<Element> {
    let target = event.target()?.dyn_into::<Element>().ok()?;
    target.closest(ITEM).ok()?
}

fn parent(item: &Element) -> Option<Element> {
    item.parent_element()?.closest(ITEM).ok()?
}

fn children(item: &Element) -> Vec<Element> {
    elements(item, ":scope > ul > li")
}

/// What is said of an item.
fn said(item: &Element) -> Option<Element> {
    item.query_selector(".said").ok()?
}

/// The links in an item's own line.
fn links(item: &Element) -> Vec<Element> {
    elements(item, ":scope > span a")
}

/// In small letters; the browser knows those of every script.
fn lowered(text: &str) -> String {
    js_sys::JsString::from(text).to_lower_case().into()
}

fn set(element: &Element, name: &str, value: &str) {
    // Fails only for a name that is none.
    let _ = element.set_attribute(name, value);
}
