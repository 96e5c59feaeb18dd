//! Whole public pages, of courses and of programmes' figures, for visitors without an account, as they went over the wire.
//!
//! A public page depends on its address, its language, the encodings the browser takes and the
//! funders' sentences at its foot, and on nothing else; so a visitor without cookies gets the very bytes that the last one got.

use std::sync::Arc;
use std::time::Duration;

use app::visit::visitor_language;
use axum::body::{Body, Bytes, to_bytes};
use axum::extract::{Request, State};
use axum::http::{HeaderMap, HeaderValue, Method, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use domain::language::Language;
use moka::sync::Cache;
use services::funding::Funding;

/// Bytes of pages kept.
const CAPACITY: u64 = 8 * 1024 * 1024;
/// A page is made anew after this long: another process may have published a new version.
const FRESH: Duration = Duration::from_secs(30);
/// Largest page kept.
const LARGEST: usize = 1024 * 1024;

/// What a cached page depends on.
#[derive(Clone, PartialEq, Eq, Hash)]
struct Key {
    address: String,
    language: Language,
    encoding: &'static str,
    /// Pages of an earlier edition of the funders' sentences are never found again.
    funding: u64,
}

/// A page as it went over the wire.
#[derive(Clone)]
struct Page {
    headers: HeaderMap,
    tag: HeaderValue,
    body: Bytes,
}

/// The pages kept.
#[derive(Clone)]
pub struct PageCache {
    pages: Cache<Key, Page>,
    funding: Arc<Funding>,
}

impl PageCache {
    /// An empty cache.
    pub fn new(funding: Arc<Funding>) -> Self {
        let pages = Cache::builder()
            .max_capacity(CAPACITY)
            .weigher(|key: &Key, page: &Page| {
                u32::try_from(key.address.len() + page.body.len() + 512).unwrap_or(u32::MAX)
            })
            .time_to_live(FRESH)
            .build();
        Self { pages, funding }
    }
}

/// Answers from the cache where it can.
pub async fn answer(State(cache): State<PageCache>, request: Request, next: Next) -> Response {
    let Some(key) = key(&request, cache.funding.edition()) else {
        return next.run(request).await;
    };
    let known = request.headers().get(header::IF_NONE_MATCH).cloned();
    if let Some(page) = cache.pages.get(&key) {
        return page.response(known.as_ref());
    }
    let response = next.run(request).await;
    if response.status() != StatusCode::OK {
        return response;
    }
    let (parts, body) = response.into_parts();
    let Ok(body) = to_bytes(body, LARGEST).await else {
        tracing::warn!(
            address = key.address,
            "a public page is too large to answer"
        );
        return StatusCode::INTERNAL_SERVER_ERROR.into_response();
    };
    let page = Page {
        headers: parts.headers,
        tag: tag(&body),
        body,
    };
    let response = page.response(known.as_ref());
    cache.pages.insert(key, page);
    response
}

/// What the answer depends on, if it is one of ours to keep.
fn key(request: &Request, funding: u64) -> Option<Key> {
    let path = request.uri().path();
    let public =
        matches!(path, "/courses" | "/impact" | "/impact.json") || path.starts_with("/courses/");
    if request.method() != Method::GET || !public {
        return None;
    }
    let accepted = request
        .headers()
        .get(header::ACCEPT_ENCODING)
        .and_then(|v| v.to_str().ok())
        .unwrap_or_default();
    let takes = |name: &str| {
        accepted
            .split(',')
            .any(|part| part.trim().split(';').next() == Some(name))
    };
    let encoding = if takes("br") {
        "br"
    } else if takes("gzip") {
        "gzip"
    } else {
        ""
    };
    Some(Key {
        address: request.uri().path_and_query()?.as_str().to_owned(),
        language: visitor_language(request.headers())?,
        encoding,
        funding,
    })
}

fn tag(body: &[u8]) -> HeaderValue {
    let name = format!("\"{}\"", &services::hash_bytes(body)[..24]);
    HeaderValue::from_str(&name).unwrap_or(HeaderValue::from_static("\"\""))
}

impl Page {
    fn response(&self, known: Option<&HeaderValue>) -> Response {
        let unchanged = known == Some(&self.tag);
        let body = if unchanged {
            Body::empty()
        } else {
            Body::from(self.body.clone())
        };
        let mut response = Response::new(body);
        *response.headers_mut() = self.headers.clone();
        let headers = response.headers_mut();
        headers.insert(header::ETAG, self.tag.clone());
        headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-cache"));
        headers.insert(
            header::VARY,
            HeaderValue::from_static("accept-encoding, accept-language, cookie"),
        );
        if unchanged {
            *response.status_mut() = StatusCode::NOT_MODIFIED;
        }
        response
    }
}
