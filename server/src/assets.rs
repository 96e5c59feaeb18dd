//! The site's static files: embedded at build time, served from memory.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use app::state::Assets;
use axum::body::Body;
use axum::extract::Path;
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use rust_embed::RustEmbed;

#[derive(RustEmbed)]
#[folder = "../target/site"]
struct Site;

/// Logical names and the hashed names the bundle gave them.
static MANIFEST: LazyLock<BTreeMap<String, String>> = LazyLock::new(|| {
    Site::get("manifest.json")
        .and_then(|file| serde_json::from_slice(&file.data).ok())
        .unwrap_or_default()
});

/// The addresses of the files that pages name.
pub fn addresses() -> Assets {
    let address = |name: &str| {
        let hashed = MANIFEST.get(name).map_or(name, String::as_str);
        format!("/assets/{hashed}")
    };
    Assets {
        stylesheet: address("main.css"),
        islands: address("islands.js"),
        icon: address("favicon.svg"),
        icons: address("icons.svg"),
    }
}

/// One file. Names carry a hash of the content, so browsers may keep them for ever.
pub async fn get(Path(name): Path<String>, request: HeaderMap) -> Response {
    let Some(kind) = content_type(&name) else {
        return StatusCode::NOT_FOUND.into_response();
    };
    let accepted = request
        .get(header::ACCEPT_ENCODING)
        .and_then(|v| v.to_str().ok())
        .unwrap_or_default();
    let variants = [("br", ".br"), ("gzip", ".gz")];
    let compressed = variants
        .into_iter()
        .filter(|(encoding, _)| {
            accepted
                .split(',')
                .any(|a| a.trim().split(';').next() == Some(*encoding))
        })
        .find_map(|(encoding, ending)| Some((encoding, Site::get(&format!("{name}{ending}"))?)));
    let (encoding, file) = match compressed {
        Some((encoding, file)) => (Some(encoding), file),
        None => match Site::get(&name) {
            Some(file) => (None, file),
            None => return StatusCode::NOT_FOUND.into_response(),
        },
    };
    let mut response = Body::from(file.data.into_owned()).into_response();
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(kind));
    headers.insert(
        header::CACHE_CONTROL,
        HeaderValue::from_static("public, max-age=31536000, immutable"),
    );
    headers.insert(header::VARY, HeaderValue::from_static("accept-encoding"));
    if let Some(encoding) = encoding {
        headers.insert(header::CONTENT_ENCODING, HeaderValue::from_static(encoding));
    }
    response
}

/// The types of the files that the bundle makes; anything else is not ours to serve.
fn content_type(name: &str) -> Option<&'static str> {
    match name.rsplit_once('.')?.1 {
        "css" => Some("text/css; charset=utf-8"),
        "js" => Some("text/javascript; charset=utf-8"),
        "wasm" => Some("application/wasm"),
        "svg" => Some("image/svg+xml"),
        "woff2" => Some("font/woff2"),
        _ => None,
    }
}
