//! Moving the lines of an order up and down. The lists of places beside them go along, so that
//! what is sent is what a form without script sends.

use leptos::wasm_bindgen::JsCast;
use web_sys::{Element, Event, EventInit, HtmlElement, HtmlSelectElement};

use super::browser::{document, elements, listen};

/// Lets the lines of every order in the form be moved, and stand in the order chosen.
pub(super) fn improve(form: &Element) {
    for list in elements(form, "ol.ordering") {
        arrange(&list);
        let _ = list.set_attribute("data-moves", "");
        for button in elements(&list, "[data-move]") {
            let (list, pressed) = (list.clone(), button.clone());
            listen(&button, "click", move |_| moved(&list, &pressed));
        }
        let changed = list.clone();
        listen(&list, "change", move |_| arrange(&changed));
    }
}

/// Exchanges a line with its neighbour. The neighbour is what moves in the page, so that the
/// pressed button keeps the focus.
fn moved(list: &Element, button: &Element) {
    let Ok(Some(line)) = button.closest("li") else {
        return;
    };
    let up = button.get_attribute("data-move").as_deref() == Some("up");
    let neighbour = if up {
        line.previous_element_sibling()
    } else {
        line.next_element_sibling()
    };
    if let Some(neighbour) = neighbour {
        let before = if up {
            line.next_sibling()
        } else {
            Some(line.clone().into())
        };
        let _ = list.insert_before(&neighbour, before.as_ref());
    }
    number(list);
    say_place(list, &line);
    let changed = EventInit::new();
    changed.set_bubbles(true);
    if let (Some(select), Ok(event)) = (
        place_of(&line),
        Event::new_with_event_init_dict("input", &changed),
    ) {
        let _ = select.dispatch_event(&event);
    }
}

/// Gives every line the place where it stands.
fn number(list: &Element) {
    for (place, line) in (1_usize..).zip(elements(list, "li")) {
        let piece = line.get_attribute("data-piece").unwrap_or_default();
        if let Some(select) = place_of(&line) {
            select.set_value(&format!("{piece}-{place}"));
        }
    }
}

/// Puts the lines where their places say, once every one has a place of its own.
fn arrange(list: &Element) {
    let place = |line: &Element| {
        let value = place_of(line)?.value();
        value.rsplit_once('-')?.1.parse::<usize>().ok()
    };
    let lines = elements(list, "li");
    let mut placed: Vec<(usize, &Element)> = lines
        .iter()
        .filter_map(|line| Some((place(line)?, line)))
        .collect();
    placed.sort_by_key(|(place, _)| *place);
    let complete = placed.len() == lines.len() && placed.windows(2).all(|two| two[0].0 < two[1].0);
    let in_order = placed
        .iter()
        .zip(&lines)
        .all(|((_, one), line)| *one == line);
    if !complete || in_order {
        return;
    }
    let focused = document().and_then(|page| page.active_element());
    for (_, line) in placed {
        let _ = list.append_child(line);
    }
    if let Some(focused) = focused.filter(|focused| list.contains(Some(focused)))
        && let Some(focused) = focused.dyn_ref::<HtmlElement>()
    {
        let _ = focused.focus();
    }
}

/// Says which line stands where now: its text, and the words of its list.
fn say_place(list: &Element, line: &Element) {
    let text = |selector| {
        let found = line.query_selector(selector).ok().flatten();
        found.and_then(|found| found.text_content())
    };
    let said = list.parent_element().and_then(|around| {
        let said = around.query_selector("[data-moved]");
        said.ok().flatten()
    });
    if let (Some(said), Some(what), Some(place)) = (said, text("label"), text("option:checked")) {
        said.set_text_content(Some(&format!("{what}: {place}")));
    }
}

fn place_of(line: &Element) -> Option<HtmlSelectElement> {
    let select = line.query_selector("select").ok().flatten()?;
    select.dyn_into().ok()
}
