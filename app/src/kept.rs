//! What somebody typed after their sign-in had ended: kept for them until they have signed in
//! again, and for nobody else.
//!
//! Only a browser whose ended sign-in still names its person keeps anything, and only that person
//! sees it again, on the page it was typed on. Whoever else signs in there makes it go.

use std::collections::BTreeMap;

use axum::Form;
use axum::body::{Body, Bytes, to_bytes};
use axum::extract::{FromRequest, Request};
use axum::http::header::{CONTENT_LENGTH, CONTENT_TYPE, HOST, REFERER};
use axum::http::{HeaderMap, Method, Uri};
use domain::ids::PersonId;
use serde::{Deserialize, Serialize};
use services::{ServiceError, Services};

use crate::actions::fields::Fields;
use crate::actions::local_path;
use crate::error::Failure;
use crate::flash::Flash;

/// Largest form kept; a longer list has a draft of its own on the server.
const LARGEST: usize = 64 * 1024;
/// What a plain form is sent as.
const PLAIN: &str = "application/x-www-form-urlencoded";

/// A form that waits for its writer.
#[derive(Debug, PartialEq, Eq, Serialize, Deserialize)]
struct Kept {
    person: PersonId,
    page: String,
    values: BTreeMap<String, String>,
}

/// Reads a small plain form, so that it can be kept should nobody be signed in to send it.
///
/// # Errors
/// When the browser did not send what it had announced.
pub async fn read(request: Request) -> Result<(Request, Option<Bytes>), Failure> {
    let headers = request.headers();
    let plain = text(headers, CONTENT_TYPE).is_some_and(|kind| kind.starts_with(PLAIN));
    let length = text(headers, CONTENT_LENGTH).and_then(|length| length.parse::<usize>().ok());
    let small = length.is_some_and(|length| length <= LARGEST);
    if request.method() != Method::POST || !plain || !small {
        return Ok((request, None));
    }
    let (parts, body) = request.into_parts();
    let sent = to_bytes(body, LARGEST)
        .await
        .map_err(|_| Failure::BadRequest)?;
    let request = Request::from_parts(parts, Body::from(sent.clone()));
    Ok((request, Some(sent)))
}

/// The page of this site that a request came from, as its address says.
#[must_use]
pub fn came_from(headers: &HeaderMap, public_url: &str) -> Option<String> {
    let from: Uri = text(headers, REFERER)?.parse().ok()?;
    let host = from.authority()?.as_str();
    let public = public_url.split_once("://").map(|(_, rest)| rest);
    if text(headers, HOST) != Some(host) && public != Some(host) {
        return None;
    }
    let page = from.path_and_query()?.as_str();
    (local_path(page) == page && !page.starts_with("/sign-in")).then(|| page.to_owned())
}

/// Keeps a form for the person whose ended sign-in a browser still names; answers the token for
/// its cookie. `None`: nobody is named, or the form holds nothing to keep.
///
/// # Errors
/// When the database fails.
pub async fn keep(
    services: &Services,
    sign_in: &str,
    page: &str,
    sent: Bytes,
) -> Result<Option<String>, ServiceError> {
    let values = values(sent).await;
    if values.is_empty() {
        return Ok(None);
    }
    let Some(person) = services::sign_in::formerly(services, sign_in).await? else {
        return Ok(None);
    };
    let kept = Kept {
        person,
        page: page.to_owned(),
        values,
    };
    services::flash::keep(services, &kept).await.map(Some)
}

/// What a signed-in person finds again on a page.
#[derive(Debug, PartialEq, Eq)]
pub enum Found {
    /// What they typed here.
    Typed(Flash),
    /// It belongs to another page of theirs.
    Elsewhere,
    /// Nothing any more.
    Nothing,
}

/// Looks for a kept form. It is given back once; to anybody but its writer it is lost.
///
/// # Errors
/// When the database fails.
pub async fn find(
    services: &Services,
    token: &str,
    person: PersonId,
    page: &Uri,
) -> Result<Found, ServiceError> {
    let Some(kept) = services::flash::look::<Kept>(services, token).await? else {
        return Ok(Found::Nothing);
    };
    let here = page.path_and_query().map(|page| page.as_str());
    if kept.person == person && here != Some(&kept.page) {
        return Ok(Found::Elsewhere);
    }
    services::flash::forget(services, token).await?;
    Ok(if kept.person == person {
        Found::Typed(Flash {
            values: kept.values,
            ..Flash::done("kept-back", &[])
        })
    } else {
        Found::Nothing
    })
}

/// The fields of a form but its secrets. What an island sends stays in the browser anyway.
async fn values(sent: Bytes) -> BTreeMap<String, String> {
    let form = Request::post("/")
        .header(CONTENT_TYPE, PLAIN)
        .body(Body::from(sent));
    let Ok(form) = form else {
        return BTreeMap::new();
    };
    match Form::<Fields>::from_request(form, &()).await {
        Ok(Form(fields)) if !fields.has("island") => {
            let mut values = fields.joined();
            values.retain(|name, value| !is_secret(name) && !value.is_empty());
            values
        }
        _ => BTreeMap::new(),
    }
}

fn is_secret(name: &str) -> bool {
    ["password", "current", "code", "token"]
        .iter()
        .any(|secret| name.contains(secret))
}

fn text(headers: &HeaderMap, name: axum::http::HeaderName) -> Option<&str> {
    headers.get(name)?.to_str().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn headers(host: &str, referer: &str) -> HeaderMap {
        let mut headers = HeaderMap::new();
        for (name, value) in [(HOST, host), (REFERER, referer)] {
            headers.insert(name, value.parse().expect("a header"));
        }
        headers
    }

    #[test]
    fn only_a_page_of_this_site_is_come_back_to() {
        let from = |referer: &str| came_from(&headers("uni.example", referer), "");
        assert_eq!(
            from("http://uni.example/courses/iah?page=2").as_deref(),
            Some("/courses/iah?page=2")
        );
        for foreign in [
            "https://evil.example/courses",
            "https://uni.example.evil.example/",
            "http://uni.example//evil.example",
            "http://uni.example/sign-in?next=/",
            "/courses",
            "",
        ] {
            assert_eq!(from(foreign), None, "{foreign}");
        }
        let behind_a_proxy = headers("127.0.0.1:3000", "https://uni.example/account");
        assert_eq!(
            came_from(&behind_a_proxy, "https://uni.example").as_deref(),
            Some("/account")
        );
    }
}
