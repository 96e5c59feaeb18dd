//! The server that is measured: the real router, and beside it a constant page.
//!
//! `POST /constant/{path}` keeps what the real router answers to a GET of `/{path}` with the same
//! headers; `GET /constant` answers exactly that, bytes and headers, and does nothing else.

use std::net::SocketAddr;
use std::path::PathBuf;
use std::sync::{Arc, RwLock};

use axum::Router;
use axum::body::{Body, Bytes, to_bytes};
use axum::extract::{ConnectInfo, Path, Request, State};
use axum::http::{HeaderMap, Method, StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use server::command::serve;
use server::configuration::Configuration;
use services::ports::SystemClock;
use tower::ServiceExt;

use crate::process::READY;

/// Largest page kept.
const LARGEST: usize = 4 * 1024 * 1024;

#[derive(Clone)]
struct Constant {
    site: Router,
    kept: Arc<RwLock<(HeaderMap, Bytes)>>,
}

/// Serves the installation in `data` until it is stopped; if `anew`, with nothing that was read
/// kept in memory.
pub async fn run(data: PathBuf, anew: bool) -> Result<(), String> {
    let configuration = Configuration {
        data,
        listen: "127.0.0.1:0".into(),
        ..Configuration::default()
    };
    let listener = serve::listen(&configuration).await?;
    let address: SocketAddr = listener.local_addr().map_err(|error| error.to_string())?;
    let mut services = serve::open(&configuration, &listener, Arc::new(SystemClock)).await?;
    if anew {
        services.store = services.store.forgetful();
    }
    let site = server::http::router(services);
    let constant = Router::new()
        .route("/constant", get(answer))
        .route("/constant/{*path}", post(keep))
        .with_state(Constant {
            site: site.clone(),
            kept: Arc::default(),
        });
    println!("{READY}{address}");
    serve::answer(listener, constant.fallback_service(site)).await
}

async fn keep(
    State(constant): State<Constant>,
    Path(path): Path<String>,
    mut request: Request,
) -> Result<StatusCode, Response> {
    *request.method_mut() = Method::GET;
    *request.uri_mut() = format!("/{path}")
        .parse()
        .map_err(|_| StatusCode::BAD_REQUEST.into_response())?;
    // What the address of this request stood for is nothing to the page that is asked for.
    let client = request.extensions_mut().remove::<ConnectInfo<SocketAddr>>();
    request.extensions_mut().clear();
    if let Some(client) = client {
        request.extensions_mut().insert(client);
    }
    for name in [header::CONTENT_LENGTH, header::CONTENT_TYPE, header::ORIGIN] {
        request.headers_mut().remove(name);
    }
    let response = match constant.site.oneshot(request).await {
        Ok(response) => response,
        Err(never) => match never {},
    };
    let (parts, body) = response.into_parts();
    let body = to_bytes(body, LARGEST)
        .await
        .map_err(|_| StatusCode::PAYLOAD_TOO_LARGE.into_response())?;
    let mut kept = constant
        .kept
        .write()
        .map_err(|_| StatusCode::INTERNAL_SERVER_ERROR.into_response())?;
    *kept = (parts.headers, body);
    Ok(parts.status)
}

async fn answer(State(constant): State<Constant>) -> Response {
    let Ok(kept) = constant.kept.read() else {
        return StatusCode::INTERNAL_SERVER_ERROR.into_response();
    };
    let mut response = Response::new(Body::from(kept.1.clone()));
    *response.headers_mut() = kept.0.clone();
    response
}
