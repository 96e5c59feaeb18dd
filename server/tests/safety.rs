//! What every answer of the server promises, whatever page it is.

use std::sync::Arc;

use axum::Router;
use axum::body::Body;
use axum::http::{Request, Response, StatusCode, header};
use harness::Scratch;
use services::ports::{SystemClock, SystemRandom};
use services::{Services, Settings};
use tower::ServiceExt;

async fn site() -> (Router, Scratch) {
    let scratch = harness::sqlite().await;
    let settings = Settings {
        public_url: "https://kaskada.example".into(),
        ..Settings::default()
    };
    let services = Services::new(
        scratch.store.clone(),
        Arc::new(SystemClock),
        Arc::new(SystemRandom),
        settings,
    );
    (server::http::router(services), scratch)
}

async fn ask(site: &Router, request: Request<Body>) -> Response<Body> {
    site.clone().oneshot(request).await.expect("an answer")
}

fn get(path: &str) -> Request<Body> {
    Request::get(path).body(Body::empty()).expect("a request")
}

#[tokio::test]
async fn a_form_posted_from_another_site_is_refused() {
    let (site, _scratch) = site().await;
    let foreign = Request::post("/language")
        .header(header::HOST, "kaskada.example")
        .header(header::ORIGIN, "https://evil.example")
        .header("sec-fetch-site", "cross-site")
        .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
        .body(Body::from("language=sq&back=/"))
        .expect("a request");
    assert_eq!(ask(&site, foreign).await.status(), StatusCode::FORBIDDEN);
}

#[tokio::test]
async fn the_language_chosen_comes_back_to_the_same_page() {
    let (site, _scratch) = site().await;
    let choice = Request::post("/language")
        .header(header::HOST, "kaskada.example")
        .header("sec-fetch-site", "same-origin")
        .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
        .body(Body::from("language=sq&back=/courses?page=2"))
        .expect("a request");
    let answer = ask(&site, choice).await;
    assert_eq!(answer.status(), StatusCode::SEE_OTHER);
    assert_eq!(answer.headers()[header::LOCATION], "/courses?page=2");
    let cookie = answer.headers()[header::SET_COOKIE]
        .to_str()
        .expect("a cookie");
    assert!(cookie.starts_with("kaskada_language=sq;"), "{cookie}");
    for part in ["HttpOnly", "SameSite=Lax", "Secure"] {
        assert!(cookie.contains(part), "{cookie}");
    }
}

#[tokio::test]
async fn every_page_forbids_foreign_content_and_framing() {
    let (site, _scratch) = site().await;
    for path in ["/courses", "/sign-in", "/nothing-here"] {
        let answer = ask(&site, get(path)).await;
        let policy = answer.headers()[header::CONTENT_SECURITY_POLICY]
            .to_str()
            .expect("a policy");
        assert!(policy.contains("default-src 'self'"), "{path}: {policy}");
        assert!(
            policy.contains("frame-ancestors 'none'"),
            "{path}: {policy}"
        );
        assert!(!policy.contains("unsafe-inline"), "{path}: {policy}");
        assert_eq!(answer.headers()[header::X_CONTENT_TYPE_OPTIONS], "nosniff");
        assert_ne!(answer.headers()[header::REFERRER_POLICY], "no-referrer");
    }
}

#[tokio::test]
async fn an_address_that_names_nothing_is_a_plain_page_with_status_404() {
    let (site, _scratch) = site().await;
    let answer = ask(&site, get("/nothing-here")).await;
    assert_eq!(answer.status(), StatusCode::NOT_FOUND);
    let body = axum::body::to_bytes(answer.into_body(), 1 << 20)
        .await
        .expect("a page");
    let page = String::from_utf8_lossy(&body);
    assert!(page.contains("<h1>There is nothing here</h1>"), "{page}");
}

#[tokio::test]
async fn health_says_what_it_stands_on() {
    let (site, _scratch) = site().await;
    let answer = ask(&site, get("/healthz")).await;
    assert_eq!(answer.status(), StatusCode::OK);
    let body = axum::body::to_bytes(answer.into_body(), 1 << 20)
        .await
        .expect("a document");
    let health: serde_json::Value = serde_json::from_slice(&body).expect("JSON");
    assert_eq!(health["status"], "ok");
    assert_eq!(health["database"], "sqlite");
}
