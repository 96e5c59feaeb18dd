//! Keeps a form's values until the server has them.
//!
//! Every change is first kept in the browser, under a name of its own for this save, and only
//! forgotten when the server has acknowledged that very save. So a lost network, a restarted
//! server, an ended sign-in or a closed window loses nothing, and sending twice saves once.

use std::cell::{Cell, RefCell};
use std::rc::Rc;
use std::time::Duration;

use leptos::prelude::{TimeoutHandle, set_timeout_with_handle};
use leptos::task::spawn_local;
use leptos::wasm_bindgen::{JsCast, JsValue};
use web_sys::{
    Element, FormData, HtmlFormElement, HtmlInputElement, HtmlSelectElement, HtmlTextAreaElement,
    StorageEvent, UrlSearchParams,
};

use super::browser::{elements, listen, put_in_place, saying, storage, window};
use super::ordering;
use super::post::{Reply, post};

/// A choice is saved this soon, a typed text when typing pauses this long.
const CHOSEN: Duration = Duration::from_millis(400);
const TYPED: Duration = Duration::from_millis(2500);
/// After an ended sign-in it is tried again this often: somebody signs in in another window.
const SIGNED_OUT: Duration = Duration::from_secs(15);
/// Longest wait between two tries without a network.
const LONGEST_WAIT: u64 = 60;

struct Keeper {
    form: HtmlFormElement,
    /// Where its state is said.
    note: Element,
    /// The name under which unsent values are kept.
    key: String,
    auto: bool,
    /// What this window has yet to send; the browser keeps a copy for the next one.
    unsent: RefCell<Option<Unsent>>,
    sending: Cell<bool>,
    /// Whether the person asked for feedback.
    check: Cell<bool>,
    /// Whether another window saved the same since it was last changed here.
    elsewhere: Cell<bool>,
    failures: Cell<u32>,
    timer: RefCell<Option<TimeoutHandle>>,
}

/// What is not acknowledged yet. In the browser: the save's own name, a line break, the fields.
#[derive(Clone)]
struct Unsent {
    save_key: String,
    fields: String,
}

/// Keeps the form inside `holder`.
pub(super) fn keep(holder: &Element, place: &str, auto: bool) {
    let find = |selector| holder.query_selector(selector).ok().flatten();
    let Some(form) = find("form").and_then(|form| form.dyn_into::<HtmlFormElement>().ok()) else {
        return;
    };
    let Some(note) = find("[role=status]") else {
        return;
    };
    let keeper = Rc::new(Keeper {
        form,
        note,
        key: format!("kaskada {place}"),
        auto,
        unsent: RefCell::default(),
        sending: Cell::new(false),
        check: Cell::new(false),
        elsewhere: Cell::new(false),
        failures: Cell::new(0),
        timer: RefCell::default(),
    });
    keeper.listen();
    if let Some(unsent) = keeper.copy() {
        keeper.restore(&unsent.fields);
        *keeper.unsent.borrow_mut() = Some(unsent);
        if auto {
            keeper.later(CHOSEN);
        } else {
            keeper.show("say-draft");
        }
    }
    ordering::improve(&keeper.form);
}

impl Keeper {
    fn listen(self: &Rc<Self>) {
        let keeper = Rc::clone(self);
        listen(&self.form, "input", move |event| {
            let text = event.target().is_some_and(|target| {
                if target.has_type::<HtmlSelectElement>() {
                    return false;
                }
                let kind = target
                    .dyn_ref::<HtmlInputElement>()
                    .map(HtmlInputElement::type_);
                !matches!(kind.as_deref(), Some("radio" | "checkbox"))
            });
            keeper.changed(if text { TYPED } else { CHOSEN });
        });
        let keeper = Rc::clone(self);
        listen(&self.form, "submit", move |event| {
            event.prevent_default();
            keeper.check.set(true);
            keeper.keep_values();
            keeper.send();
        });
        let Some(window) = window() else { return };
        let keeper = Rc::clone(self);
        listen(&window, "online", move |_| {
            if keeper.auto || keeper.check.get() {
                keeper.send();
            }
        });
        let keeper = Rc::clone(self);
        listen(&window, "storage", move |event| {
            keeper.heard(event.unchecked_ref())
        });
    }

    /// Another window saved, or is changing, the same.
    fn heard(&self, event: &StorageEvent) {
        let elsewhere = format!("{} saved", self.key);
        if event.key().as_deref() == Some(&elsewhere) && event.new_value().is_some() {
            self.elsewhere.set(true);
            self.show("say-elsewhere");
        }
    }

    fn changed(self: &Rc<Self>, pause: Duration) {
        self.elsewhere.set(false);
        self.keep_values();
        if self.auto {
            self.show("say-unsaved");
            self.later(pause);
        } else {
            self.show("say-draft");
        }
    }

    /// Keeps the form's values under a new name for the save.
    fn keep_values(&self) {
        let fields = FormData::new_with_form(&self.form)
            .and_then(|data| UrlSearchParams::new_with_str_sequence_sequence(&data));
        let Ok(fields) = fields else { return };
        let random = js_sys::Math::random().to_bits();
        let save_key = format!("{:x}-{random:x}", js_sys::Date::now() as u64);
        let fields = String::from(fields.to_string());
        if let Some(storage) = storage() {
            // A full or forbidden storage costs the safety net only: the form still sends.
            let _ = storage.set_item(&self.key, &format!("{save_key}\n{fields}"));
        }
        *self.unsent.borrow_mut() = Some(Unsent { save_key, fields });
    }

    /// What the browser keeps, from an earlier window or this one.
    fn copy(&self) -> Option<Unsent> {
        let kept = storage()?.get_item(&self.key).ok()??;
        let (save_key, fields) = kept.split_once('\n')?;
        Some(Unsent {
            save_key: save_key.to_owned(),
            fields: fields.to_owned(),
        })
    }

    fn restore(&self, fields: &str) {
        let Ok(fields) = UrlSearchParams::new_with_str(fields) else {
            return;
        };
        for element in elements(&self.form, "input:not([type=hidden]), textarea, select") {
            if let Some(text) = element.dyn_ref::<HtmlTextAreaElement>() {
                text.set_value(&fields.get(&text.name()).unwrap_or_default());
            } else if let Some(select) = element.dyn_ref::<HtmlSelectElement>() {
                choose(select, &fields.get_all(&select.name()));
            } else if let Some(input) = element.dyn_ref::<HtmlInputElement>() {
                if matches!(input.type_().as_str(), "radio" | "checkbox") {
                    let value = JsValue::from(input.value());
                    input.set_checked(fields.get_all(&input.name()).includes(&value, 0));
                } else {
                    input.set_value(&fields.get(&input.name()).unwrap_or_default());
                }
            }
        }
    }

    fn later(self: &Rc<Self>, wait: Duration) {
        let keeper = Rc::clone(self);
        let timer = set_timeout_with_handle(move || keeper.send(), wait).ok();
        if let Some(earlier) = self.timer.replace(timer) {
            earlier.clear();
        }
    }

    fn send(self: &Rc<Self>) {
        let Some(unsent) = self.unsent.borrow().clone() else {
            return;
        };
        let Ok(fields) = UrlSearchParams::new_with_str(&unsent.fields) else {
            return;
        };
        if self.sending.replace(true) {
            return;
        }
        fields.set("save_key", &unsent.save_key);
        if self.check.get() {
            fields.set("check", "yes");
            self.show("say-saving");
        }
        let keeper = Rc::clone(self);
        spawn_local(async move {
            let reply = post(
                &keeper.form.get_attribute("action").unwrap_or_default(),
                &fields,
            )
            .await;
            keeper.sending.set(false);
            keeper.answered(&unsent, reply);
        });
    }

    fn answered(self: &Rc<Self>, sent: &Unsent, reply: Reply) {
        match reply {
            Reply::Done(pieces) => {
                self.failures.set(0);
                if self.forget(sent) {
                    self.check.set(false);
                    put_in_place(&pieces);
                    if self.elsewhere.get() {
                        // A save that another window had taken over: what it saved last counts.
                        self.show("say-elsewhere");
                    } else {
                        self.tell_other_windows();
                    }
                } else {
                    // It was changed while it was on its way.
                    self.later(CHOSEN);
                }
                self.remember_time();
            }
            Reply::Refused(pieces) => {
                // Half a number while it is typed, or half of the lines, is no mistake yet. It
                // stays in the browser, where the next window finds it.
                if self.check.replace(false) {
                    put_in_place(&pieces);
                    self.forget(sent);
                } else if self.is_newest(sent) {
                    *self.unsent.borrow_mut() = None;
                    self.show("say-unsaved");
                } else {
                    self.later(CHOSEN);
                }
            }
            Reply::SignedOut => {
                self.show("say-signed-out");
                self.later(SIGNED_OUT);
            }
            Reply::Unreachable => {
                self.show("say-waiting");
                let failures = self.failures.get().saturating_add(1);
                self.failures.set(failures);
                self.later(Duration::from_secs(
                    (1 << failures.min(6)).min(LONGEST_WAIT),
                ));
            }
            Reply::Gone => {
                self.check.set(false);
                self.show("say-refused");
            }
        }
    }

    /// Forgets what was saved; `false` when this window holds something newer by now.
    fn forget(&self, sent: &Unsent) -> bool {
        let is_sent = |kept: Unsent| kept.save_key == sent.save_key;
        if self.copy().is_some_and(is_sent)
            && let Some(storage) = storage()
        {
            let _ = storage.remove_item(&self.key);
        }
        let newest = self.is_newest(sent);
        if newest {
            *self.unsent.borrow_mut() = None;
        }
        newest
    }

    /// Whether nothing was changed in this window since it was sent.
    fn is_newest(&self, sent: &Unsent) -> bool {
        let unsent = self.unsent.borrow();
        unsent
            .as_ref()
            .is_some_and(|unsent| unsent.save_key == sent.save_key)
    }

    fn tell_other_windows(&self) {
        if let Some(storage) = storage() {
            let key = format!("{} saved", self.key);
            let _ = storage.set_item(&key, "yes");
            let _ = storage.remove_item(&key);
        }
    }

    /// The next save says which answer this window knows of.
    fn remember_time(&self) {
        let time = self.note.query_selector("[data-known]").ok().flatten();
        let time = time.and_then(|element| element.get_attribute("data-known"));
        let field = self.form.query_selector("input[name=known]").ok().flatten();
        if let (Some(time), Some(field)) = (
            time,
            field.and_then(|f| f.dyn_into::<HtmlInputElement>().ok()),
        ) {
            field.set_value(&time);
        }
    }

    fn show(&self, id: &str) {
        self.note.set_inner_html(&saying(id));
    }
}

/// Chooses the one of these values that the list has.
fn choose(select: &HtmlSelectElement, values: &js_sys::Array) {
    for option in elements(select, "option") {
        let value = option.get_attribute("value").unwrap_or_default();
        if !value.is_empty() && values.includes(&JsValue::from(&value), 0) {
            select.set_value(&value);
        }
    }
}
