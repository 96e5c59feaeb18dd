//! Whatever is asked in whichever way, the answer is a page in words.

use std::collections::BTreeSet;

use axum::http::{Method, StatusCode};
use domain::people::Role;

use crate::browser::{Answer, FORM, Visit};

const ROUTES: &str = include_str!("../../../app/src/routes.rs");
const AN_ID: &str = "01935299-0000-7000-8000-000000000000";

/// Every address of the router, with `id` for whatever it names.
fn addresses(id: &str) -> BTreeSet<String> {
    let mut found: BTreeSet<String> = ROUTES
        .split(".route(")
        .skip(1)
        .filter_map(|rest| rest.split('"').nth(1))
        .map(|path| {
            path.split('/')
                .map(|part| if part.starts_with('{') { id } else { part })
                .collect::<Vec<_>>()
                .join("/")
        })
        .collect();
    assert!(
        found.len() > 50,
        "the router's source reads differently now"
    );
    found.extend(["/nothing".to_owned(), "/assets/nothing.css".to_owned()]);
    found
}

fn is_said(answer: &Answer, asked: &str) {
    if answer.status.is_redirection() {
        assert!(!answer.place.is_empty(), "{asked} leads nowhere");
        return;
    }
    assert!(
        !answer.body.trim().is_empty(),
        "{asked}: {} and nothing else",
        answer.status
    );
    if !answer.status.is_success() {
        assert!(
            answer.kind.starts_with("text/html"),
            "{asked}: {}",
            answer.body
        );
        assert!(
            answer.body.contains("<h1>") && answer.body.contains("href=\"/\""),
            "{asked}"
        );
    }
}

async fn ask_everything(visit: &mut Visit) {
    for path in addresses("x")
        .into_iter()
        .chain(addresses(AN_ID))
        .chain(addresses("%FF"))
    {
        for (method, kind, body) in [
            (Method::GET, FORM, ""),
            (Method::GET, FORM, ""),
            (Method::PUT, FORM, ""),
            (Method::POST, FORM, ""),
            (Method::POST, FORM, "%FF=%00&a"),
            (Method::POST, "text/plain", "x"),
            (Method::POST, "application/json", "{"),
            (Method::POST, "multipart/form-data", "x"),
            (
                Method::POST,
                "multipart/form-data; boundary=x",
                "--x\r\nno part",
            ),
        ] {
            // Signing out would end the round.
            if path == "/sign-out" && method == Method::POST {
                continue;
            }
            let asked = format!("{method} {path} as {kind} with {body:?}");
            let body = body.as_bytes().to_vec();
            let answer = visit.send(method, &path, kind, body, "same-origin").await;
            is_said(&answer, &asked);
            assert!(
                !answer.status.is_server_error(),
                "{asked}: {}",
                answer.status
            );
        }
        let query = visit
            .get(&format!("{path}?page=x&id=x&view=x&state=x"))
            .await;
        is_said(&query, &format!("{path} with a query"));
    }
}

#[tokio::test]
async fn no_address_answers_a_visitor_with_nothing() {
    ask_everything(&mut Visit::new().await).await;
}

#[tokio::test]
async fn no_address_answers_a_signed_in_person_with_nothing() {
    let mut visit = Visit::new().await;
    let planted = visit.as_trainer().await;
    let role = Role::Coordinator(planted.programme);
    visit
        .somebody("Arta Hoxha", "arta@uni.example", true, &[role])
        .await;
    visit.sign_in("arta@uni.example").await;
    ask_everything(&mut visit).await;
}

#[tokio::test]
async fn an_address_for_forms_opened_as_a_page_says_so_and_leads_back() {
    let mut visit = Visit::new().await;
    visit.page = "/account".to_owned();
    let answer = visit.get("/account/password").await;
    assert_eq!(answer.status, StatusCode::METHOD_NOT_ALLOWED);
    assert!(answer.body.contains("takes forms only"), "{}", answer.body);
    assert!(
        answer
            .body
            .contains("href=\"/account\" class=\"button\">Go back"),
        "{}",
        answer.body
    );
    visit.page = "//evil.example".to_owned();
    let answer = visit.get("/account/password").await;
    assert!(!answer.body.contains("evil"), "{}", answer.body);
}

#[tokio::test]
async fn what_is_too_large_or_from_another_site_is_refused_in_words() {
    let mut visit = Visit::new().await;
    let large = vec![b'x'; 7 * 1024 * 1024];
    let answer = visit
        .send(Method::POST, "/language", FORM, large, "same-origin")
        .await;
    assert_eq!(answer.status, StatusCode::PAYLOAD_TOO_LARGE);
    assert!(answer.body.contains("too much at once"), "{}", answer.body);
    let answer = visit
        .ask(Method::POST, "/language", "language=sq", "cross-site")
        .await;
    assert_eq!(answer.status, StatusCode::FORBIDDEN);
    assert!(
        answer.body.contains("came from another site"),
        "{}",
        answer.body
    );
    let garbled = visit
        .send(
            Method::POST,
            "/sign-in",
            "text/plain",
            b"x".to_vec(),
            "same-origin",
        )
        .await;
    assert_eq!(garbled.status, StatusCode::UNSUPPORTED_MEDIA_TYPE);
    assert!(
        garbled.body.contains("could not be read"),
        "{}",
        garbled.body
    );
}
