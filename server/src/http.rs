//! The router with what surrounds every request: safety headers, limits, compression.

use std::sync::Arc;

use app::drawings::Drawings;
use app::state::AppState;
use axum::Router;
use axum::extract::{DefaultBodyLimit, State};
use axum::http::{HeaderValue, StatusCode, header};
use axum::middleware::from_fn_with_state;
use axum::response::{IntoResponse, Json, Response};
use axum::routing::get;
use services::Services;
use tokio::sync::Semaphore;
use tower_http::compression::CompressionLayer;
use tower_http::compression::predicate::{DefaultPredicate, NotForContentType, Predicate};
use tower_http::csrf::CsrfLayer;
use tower_http::set_header::SetResponseHeaderLayer;
use tower_http::trace::TraceLayer;

use crate::assets;
use crate::page_cache::{self, PageCache};

/// Largest form taken: a roster file of 5 MB with its surroundings.
const LARGEST_FORM: usize = 6 * 1024 * 1024;

/// Everything from this site, no inline script or style, no framing, forms only to ourselves.
const CONTENT_SECURITY_POLICY: &str = "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; \
    style-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; \
    frame-ancestors 'none'; form-action 'self'";

/// The whole site.
pub fn router(services: Services) -> Router {
    let funding = Arc::clone(&services.funding);
    let state = AppState {
        drawings: Arc::new(Drawings::new(&services)),
        services: Arc::new(services),
        assets: Arc::new(assets::addresses()),
        pictures: Arc::new(Semaphore::new(1)),
    };
    let health = Router::new()
        .route("/healthz", get(health))
        .with_state(Arc::clone(&state.services));
    let header =
        |name, value| SetResponseHeaderLayer::if_not_present(name, HeaderValue::from_static(value));
    app::routes::router(state.clone())
        .merge(health)
        .route("/assets/{name}", get(assets::get))
        .layer(DefaultBodyLimit::max(LARGEST_FORM))
        .layer(CsrfLayer::new())
        // Outside of everything that refuses, so that each refusal is a page.
        .layer(from_fn_with_state(state, app::pages::failure::show))
        .layer(
            CompressionLayer::new().compress_when(
                DefaultPredicate::new()
                    .and(NotForContentType::const_new("font/"))
                    .and(NotForContentType::const_new("application/wasm"))
                    // Packed already, and its length says how long it still takes.
                    .and(NotForContentType::const_new("application/zip")),
            ),
        )
        .layer(from_fn_with_state(
            PageCache::new(funding),
            page_cache::answer,
        ))
        .layer(header(
            header::CONTENT_SECURITY_POLICY,
            CONTENT_SECURITY_POLICY,
        ))
        .layer(header(header::X_CONTENT_TYPE_OPTIONS, "nosniff"))
        // Redirects after forms without script need the referrer within this site.
        .layer(header(header::REFERRER_POLICY, "same-origin"))
        .layer(header(header::CACHE_CONTROL, "no-store"))
        .layer(TraceLayer::new_for_http())
}

/// Whether the installation can do its work.
async fn health(State(services): State<Arc<Services>>) -> Response {
    let engine = services.store.engine();
    match services.store.ping().await {
        Ok(()) => Json(serde_json::json!({
            "status": "ok", "version": env!("CARGO_PKG_VERSION"), "database": engine,
        }))
        .into_response(),
        Err(error) => (
            StatusCode::SERVICE_UNAVAILABLE,
            Json(serde_json::json!({ "status": "failing", "reason": error.to_string() })),
        )
            .into_response(),
    }
}
