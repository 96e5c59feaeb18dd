//! What somebody sends after their sign-in has ended is not lost, and nobody else's.

use axum::http::StatusCode;
use domain::clock::DAY;
use domain::language::Language;
use domain::people::Actor;

use crate::browser::{PASSWORD, Visit};

const UNIT: &str = "/courses/iah/m1/mobile-few";
const TYPED: &str = "My colleagues never went abroad";

/// Arta reads a unit, and her sign-in ends before she sends anything. Answers where its forms go.
async fn arta_s_sign_in_has_ended() -> (Visit, String) {
    let mut visit = Visit::new().await;
    visit.publish().await;
    for (name, address) in [
        ("Arta Hoxha", "arta@uni.example"),
        ("Emir Begić", "emir@uni.example"),
    ] {
        visit.somebody(name, address, true, &[]).await;
    }
    visit.sign_in("arta@uni.example").await;
    let view = services::course::unit(
        &visit.services,
        &Actor::Visitor,
        Language::English,
        "iah",
        "m1",
        "mobile-few",
    );
    let unit = view.await.expect("the unit").place.id;
    visit.page = UNIT.to_owned();
    visit.wait(15 * DAY);
    (visit, format!("/learn/{unit}"))
}

/// Signs in where the site led to, and answers where that leads.
async fn sign_in(visit: &mut Visit, address: &str) -> String {
    let form = format!("email={address}&password={PASSWORD}&next={UNIT}");
    visit.post("/sign-in", &form).await.place
}

fn reflection() -> String {
    format!("prompt=p1&r-p1={}", TYPED.replace(' ', "+"))
}

#[tokio::test]
async fn what_was_typed_is_back_on_its_page_once_its_writer_has_signed_in_again() {
    let (mut visit, unit) = arta_s_sign_in_has_ended().await;
    let sent = visit
        .post(&format!("{unit}/reflections"), &reflection())
        .await;
    assert_eq!(sent.status, StatusCode::SEE_OTHER);
    assert_eq!(sent.place, format!("/sign-in?next={UNIT}"));
    for cookie in &sent.set_cookie {
        assert!(
            cookie.contains("HttpOnly") && cookie.contains("SameSite=Lax"),
            "{cookie}"
        );
        assert!(!cookie.contains("abroad"), "the text stays on the server");
    }
    let page = visit.get(&sent.place).await.body;
    assert!(page.contains("What you typed is kept for you"), "{page}");
    assert!(!page.contains(TYPED), "nobody is known yet");
    assert_eq!(sign_in(&mut visit, "arta@uni.example").await, UNIT);
    let elsewhere = visit.get("/courses").await.body;
    assert!(!elsewhere.contains(TYPED));
    let page = visit.get(UNIT).await.body;
    assert!(page.contains(&format!("\n{TYPED}</textarea>")), "{page}");
    assert!(page.contains("back in its place"), "{page}");
    assert!(
        !visit.get(UNIT).await.body.contains(TYPED),
        "it was not saved, and is shown once"
    );
    assert_eq!(visit.held("kaskada_kept"), None);
}

#[tokio::test]
async fn what_was_chosen_is_chosen_again() {
    let (mut visit, unit) = arta_s_sign_in_has_ended().await;
    let form = "question=which-is-iah&save_key=k1&known=0&q-which-is-iah=1&check=yes";
    visit.post(&format!("{unit}/answers"), form).await;
    sign_in(&mut visit, "arta@uni.example").await;
    let page = visit.get(UNIT).await.body;
    let option = page
        .split("name=\"q-which-is-iah\"")
        .nth(2)
        .expect("the second option");
    let option = &option[..option.find('>').expect("its end")];
    assert!(option.contains("checked"), "{option}");
}

#[tokio::test]
async fn whoever_else_signs_in_there_never_sees_it_and_it_is_gone() {
    let (mut visit, unit) = arta_s_sign_in_has_ended().await;
    visit
        .post(&format!("{unit}/reflections"), &reflection())
        .await;
    sign_in(&mut visit, "emir@uni.example").await;
    let page = visit.get(UNIT).await.body;
    assert!(
        !page.contains(TYPED) && !page.contains("back in its place"),
        "{page}"
    );
    assert_eq!(visit.held("kaskada_kept"), None);
    visit.post("/sign-out", "").await;
    sign_in(&mut visit, "arta@uni.example").await;
    assert!(!visit.get(UNIT).await.body.contains(TYPED));
}

#[tokio::test]
async fn nothing_is_kept_where_its_writer_is_not_known_and_no_password_ever() {
    let (mut visit, unit) = arta_s_sign_in_has_ended().await;
    let ended = visit.cookies.clone();
    visit.cookies.clear();
    let sent = visit
        .post(&format!("{unit}/reflections"), &reflection())
        .await;
    assert_eq!(
        sent.place,
        format!("/sign-in?next={UNIT}"),
        "the way back is known all the same"
    );
    assert_eq!(visit.held("kaskada_kept"), None);
    visit.cookies = ended;
    visit.page = "/account".to_owned();
    let form = format!("present_password={PASSWORD}&password=a+river+runs+downhill");
    let sent = visit.post("/account/password", &form).await;
    assert_eq!(sent.place, "/sign-in?next=/account");
    assert_eq!(
        visit.held("kaskada_kept"),
        None,
        "nothing but secrets in that form"
    );
    visit.page = "//evil.example".to_owned();
    let sent = visit.post("/account/name", "name=Arta").await;
    assert_eq!(
        sent.place, "/sign-in",
        "only pages of this site are come back to"
    );
}

#[tokio::test]
async fn an_island_hears_that_the_sign_in_ended_and_keeps_the_text_itself() {
    let (mut visit, unit) = arta_s_sign_in_has_ended().await;
    let form = format!("{}&island=yes", reflection());
    let sent = visit.post(&format!("{unit}/reflections"), &form).await;
    assert_eq!(sent.status, StatusCode::SEE_OTHER);
    assert_eq!(visit.held("kaskada_kept"), None);
}
