//! Sending a form from an island.

use leptos::wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{RequestInit, RequestRedirect, Response, ResponseType, UrlSearchParams};

use super::browser::window;

/// What came of it.
pub(super) enum Reply {
    /// It was done; pieces of the page come back.
    Done(String),
    /// It cannot be kept as it is; pieces say why.
    Refused(String),
    /// The sign-in has ended.
    SignedOut,
    /// There is no such thing any more.
    Gone,
    /// Nobody answered, or not now: try again.
    Unreachable,
}

/// Sends a form's fields and says that an island sends them.
pub(super) async fn post(action: &str, fields: &UrlSearchParams) -> Reply {
    fields.set("island", "yes");
    match send(action, fields).await {
        Ok(reply) => reply,
        Err(_) => Reply::Unreachable,
    }
}

async fn send(action: &str, fields: &UrlSearchParams) -> Result<Reply, JsValue> {
    let window = window().ok_or(JsValue::NULL)?;
    let request = RequestInit::new();
    request.set_method("POST");
    request.set_body(fields);
    // A redirect leads to the sign-in page, and that is all we need to know of it.
    request.set_redirect(RequestRedirect::Manual);
    // A last batch still goes out while the page is being left.
    keep_alive(&request);
    let response: Response = JsFuture::from(window.fetch_with_str_and_init(action, &request))
        .await?
        .dyn_into()?;
    if response.type_() == ResponseType::Opaqueredirect {
        return Ok(Reply::SignedOut);
    }
    let status = response.status();
    if status >= 500 || status == 429 {
        return Ok(Reply::Unreachable);
    }
    let pieces = JsFuture::from(response.text()?)
        .await?
        .as_string()
        .unwrap_or_default();
    Ok(match status {
        200 => Reply::Done(pieces),
        422 => Reply::Refused(pieces),
        _ => Reply::Gone,
    })
}

fn keep_alive(request: &RequestInit) {
    // `web-sys` has no setter for it in this version's stable features.
    let _ = js_sys::Reflect::set(request, &"keepalive".into(), &JsValue::TRUE);
}
