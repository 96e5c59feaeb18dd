//! People in front of the real site: cookies, forms and what hostile input becomes.

use axum::http::{Method, StatusCode};
use harness::cascade::id;

use crate::browser::{PASSWORD, Visit};

#[tokio::test]
async fn signing_in_gives_a_cookie_that_no_script_reads_and_leads_on_within_the_site() {
    let mut visit = Visit::new().await;
    visit
        .somebody("Arta Hoxha", "arta@uni.example", true, &[])
        .await;
    for (next, place) in [
        ("/courses?page=2", "/courses?page=2"),
        ("https://evil.example", "/"),
        ("//evil.example", "/"),
    ] {
        visit.cookies.clear();
        let answer = visit
            .post(
                "/sign-in",
                &format!("email=Arta@uni.example&password={PASSWORD}&next={next}"),
            )
            .await;
        assert_eq!(
            (answer.status, answer.place.as_str()),
            (StatusCode::SEE_OTHER, place)
        );
        let cookie = answer
            .set_cookie
            .iter()
            .find(|c| c.starts_with("kaskada="))
            .expect("a cookie");
        for part in ["HttpOnly", "SameSite=Lax", "Secure", "Path=/"] {
            assert!(cookie.contains(part), "{cookie}");
        }
    }
}

#[tokio::test]
async fn a_wrong_password_is_said_beside_the_field_and_never_shown_again() {
    let mut visit = Visit::new().await;
    visit
        .somebody("Arta Hoxha", "arta@uni.example", true, &[])
        .await;
    let mut pages = Vec::new();
    for address in ["arta@uni.example", "nobody@uni.example"] {
        let answer = visit
            .post(
                "/sign-in",
                &format!("email={address}&password=not-the-password"),
            )
            .await;
        assert_eq!(
            (answer.status, answer.place.as_str()),
            (StatusCode::SEE_OTHER, "/sign-in?next=/")
        );
        let page = visit.get(&answer.place).await.body;
        assert!(
            page.contains("do not belong together") && page.contains(address),
            "{page}"
        );
        assert!(!page.contains("not-the-password"));
        pages.push(page.replace(address, ""));
    }
    assert_eq!(pages[0], pages[1]);
    assert_eq!(visit.cookie(), None);
}

#[tokio::test]
async fn no_other_site_signs_anybody_in_or_out() {
    let mut visit = Visit::new().await;
    visit
        .somebody("Arta Hoxha", "arta@uni.example", true, &[])
        .await;
    let form = format!("email=arta@uni.example&password={PASSWORD}");
    let foreign = visit
        .ask(Method::POST, "/sign-in", &form, "cross-site")
        .await;
    assert_eq!(
        (foreign.status, visit.cookie()),
        (StatusCode::FORBIDDEN, None)
    );
    visit.post("/sign-in", &form).await;
    for path in [
        "/sign-out",
        "/account/password",
        "/account/sign-ins/end",
        "/outbox/copy",
    ] {
        assert_eq!(
            visit
                .ask(Method::POST, path, "which=others", "cross-site")
                .await
                .status,
            StatusCode::FORBIDDEN
        );
    }
    assert_eq!(visit.get("/account").await.status, StatusCode::OK);
}

#[tokio::test]
async fn a_token_that_was_planted_in_a_browser_never_becomes_a_sign_in() {
    let mut visit = Visit::new().await;
    visit
        .somebody("Arta Hoxha", "arta@uni.example", true, &[])
        .await;
    let planted = "ab".repeat(32);
    visit.cookies.push(("kaskada".to_owned(), planted.clone()));
    visit
        .post(
            "/sign-in",
            &format!("email=arta@uni.example&password={PASSWORD}"),
        )
        .await;
    let own = visit.cookie().expect("a sign-in").to_owned();
    assert_ne!(own, planted);
    visit.post("/sign-out", "").await;
    assert_eq!(visit.cookie(), None);
    for dead in [planted, own] {
        visit.cookies = vec![("kaskada".to_owned(), dead)];
        let answer = visit.get("/account").await;
        assert_eq!(
            (answer.status, answer.place.as_str()),
            (StatusCode::SEE_OTHER, "/sign-in?next=/account")
        );
    }
}

#[tokio::test]
async fn the_first_coordinator_is_made_from_the_one_time_address() {
    let mut visit = Visit::new().await;
    let link = services::setup::link(&visit.services, false)
        .await
        .expect("an answer")
        .expect("a link");
    let path = link
        .trim_start_matches("https://kaskada.example")
        .to_owned();
    assert_eq!(visit.get(&path).await.status, StatusCode::OK);
    let form =
        "name=Arta+Hoxha&email=arta@uni.example&password=short&title=Home&starts_on=2026-11-15";
    let refused = visit.post(&path, form).await;
    assert_eq!(refused.place, path);
    let page = visit.get(&path).await.body;
    assert!(
        page.contains("Use at least 10 characters") && page.contains("value=\"Arta Hoxha\""),
        "{page}"
    );
    let form = form.replace("short", PASSWORD);
    assert_eq!(visit.post(&path, &form).await.place, "/programme");
    assert!(visit.get("/account").await.body.contains("coordinator"));
    visit.cookies.clear();
    assert_eq!(visit.get(&path).await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn hostile_names_are_only_ever_text() {
    let mut visit = Visit::new().await;
    let planted = visit.as_trainer().await;
    let slips = format!("/cohorts/{}/slips", planted.places[0].cohort.id);
    assert_eq!(visit.get(&slips).await.status, StatusCode::OK);
    let made = visit.post(&slips, "").await;
    let (outbox, copied) = (
        visit.get("/outbox").await,
        visit.post("/outbox/copy", "").await,
    );
    for answer in [&made, &outbox, &copied] {
        assert_eq!(answer.status, StatusCode::OK);
        assert!(
            answer
                .body
                .contains("&lt;script&gt;alert(1)&lt;/script&gt;"),
            "{}",
            answer.body
        );
        assert!(!answer.body.contains("<script>alert"), "{}", answer.body);
        assert_eq!(answer.cache, "no-store");
    }
    assert!(
        made.body.contains("class=\"slip-code\"") && made.body.contains("<path d=\"M4 4h7v1h-7z")
    );
}

#[tokio::test]
async fn looking_at_an_invitation_with_get_or_head_leaves_it_open_and_posting_joins() {
    let mut visit = Visit::new().await;
    visit.as_trainer().await;
    let copied = visit.post("/outbox/copy", "").await.body;
    let link = copied
        .split("https://kaskada.example/invitations/")
        .nth(1)
        .expect("a link");
    let path = format!("/invitations/{}", &link[..64]);
    visit.cookies.clear();
    for method in [Method::GET, Method::HEAD, Method::GET] {
        assert_eq!(
            visit.ask(method, &path, "", "none").await.status,
            StatusCode::OK
        );
    }
    assert!(
        visit
            .get(&path)
            .await
            .body
            .contains("Trainer 1 invites you")
    );
    let refused = visit.post(&path, "password=short").await;
    assert_eq!(refused.place, path);
    assert!(
        visit
            .get(&path)
            .await
            .body
            .contains("Use at least 10 characters")
    );
    assert_eq!(
        visit
            .post(&path, &format!("password={PASSWORD}"))
            .await
            .place,
        "/"
    );
    assert!(visit.get("/account").await.body.contains("&lt;script&gt;"));
    assert_eq!(visit.get(&path).await.status, StatusCode::GONE);
    assert_eq!(
        visit.get("/invitations/unknown").await.status,
        StatusCode::NOT_FOUND
    );
}

#[tokio::test]
async fn a_code_from_paper_is_typed_and_leads_to_the_account() {
    let mut visit = Visit::new().await;
    let planted = visit.as_trainer().await;
    let made = visit
        .post(
            &format!("/cohorts/{}/slips", planted.places[0].cohort.id),
            "",
        )
        .await
        .body;
    let code = made.split("class=\"slip-code\">").nth(1).expect("a code")[..9].to_owned();
    visit.cookies.clear();
    let typed = code.to_lowercase().replace('-', "+");
    let place = visit.post("/join", &format!("code={typed}")).await.place;
    assert!(
        visit
            .get(&place)
            .await
            .body
            .contains("Set password and join")
    );
    assert_eq!(
        visit
            .post(&place, &format!("password={PASSWORD}"))
            .await
            .place,
        "/"
    );
    assert_eq!(visit.get("/account").await.status, StatusCode::OK);
    visit.cookies.clear();
    let unknown = visit.get("/join/AAAA-AAAA").await;
    assert_eq!(unknown.status, StatusCode::NOT_FOUND);
    assert!(unknown.body.contains("This code opens nothing") && unknown.body.contains("AAAA-AAAA"));
}

#[tokio::test]
async fn another_institution_s_slips_and_people_look_like_nothing_at_all() {
    let mut visit = Visit::new().await;
    let planted = visit.as_trainer().await;
    for path in [
        format!("/cohorts/{}/slips", planted.places[1].cohort.id),
        format!("/cohorts/{}/slips", id(99, 1)),
        format!("/people/{}/reset-code", planted.places[1].trainer),
        format!("/people/{}/reset-code", id(99, 1)),
    ] {
        assert_eq!(
            visit.get(&path).await.status,
            StatusCode::NOT_FOUND,
            "{path}"
        );
        assert_eq!(
            visit.post(&path, "").await.status,
            StatusCode::NOT_FOUND,
            "{path}"
        );
    }
}
