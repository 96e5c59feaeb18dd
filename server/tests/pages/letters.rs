//! The buttons around letters: copied, sent again, taken back, tried again; and the reminder.

use axum::http::StatusCode;
use domain::clock::DAY;
use harness::cascade::Place;
use services::outbox::{ATTEMPTS, deliver};
use services::ports::{Mail, Mailer};

use crate::browser::{PASSWORD, Visit};

/// A mail server that is out of order.
struct Refusing;

#[async_trait::async_trait]
impl Mailer for Refusing {
    async fn send(&self, _: &Mail) -> Result<(), String> {
        Err("451 <b>not now</b>".to_owned())
    }
}

/// Where the form of the page that ends in `verb` goes.
fn action(page: &str, verb: &str) -> String {
    let mut actions = page
        .split("action=\"")
        .skip(1)
        .map(|rest| rest.split('"').next());
    let found = actions.find_map(|action| action.filter(|action| action.ends_with(verb)));
    found
        .unwrap_or_else(|| panic!("no {verb}: {page}"))
        .to_owned()
}

async fn said(visit: &mut Visit, path: &str) -> String {
    let page = visit.get(path).await;
    assert_eq!(page.status, StatusCode::OK, "{path}");
    page.body
}

fn link(page: &str) -> String {
    let link = page
        .split("https://kaskada.example/invitations/")
        .nth(1)
        .expect("a link");
    format!("/invitations/{}", &link[..64])
}

#[tokio::test]
async fn an_invitation_is_sent_again_and_taken_back_from_the_list_of_letters() {
    let mut visit = Visit::new().await;
    visit.as_trainer().await;
    let open = link(&visit.post("/outbox/copy", "").await.body);
    let page = said(&mut visit, "/outbox").await;
    let sent = visit
        .post(&action(&page, "/resend"), "back=/outbox?state=waiting")
        .await;
    assert_eq!(
        (sent.status, sent.place.as_str()),
        (StatusCode::SEE_OTHER, "/outbox?state=waiting")
    );
    let page = said(&mut visit, &sent.place).await;
    let taken = visit
        .post(&action(&page, "/revoke"), "back=https://evil.example")
        .await;
    assert_eq!(taken.place, "/", "the way back stays within the site");
    assert!(
        said(&mut visit, "/outbox")
            .await
            .contains("No letter is waiting")
    );
    assert_eq!(visit.get(&open).await.status, StatusCode::GONE);
}

#[tokio::test]
async fn letters_copied_and_sent_by_hand_are_marked_so_and_wait_no_longer() {
    let mut visit = Visit::new().await;
    visit.as_trainer().await;
    let copied = visit.post("/outbox/copy", "").await.body;
    assert!(
        copied.contains("I have sent this letter") && !copied.contains("Show the next letters")
    );
    let letter = copied
        .split("name=\"letter\" value=\"")
        .nth(1)
        .expect("a letter");
    let letter = letter.split('"').next().expect("its id");
    let marked = visit
        .post("/outbox/copied", &format!("letter={letter}&letter=x"))
        .await;
    let page = said(&mut visit, &marked.place).await;
    assert!(
        page.contains("One letter is marked as sent.") && page.contains("No letter is waiting"),
        "{page}"
    );
    assert!(
        said(&mut visit, "/outbox?state=sent")
            .await
            .contains("sent by hand")
    );
    assert_eq!(
        visit.get(&link(&copied)).await.status,
        StatusCode::OK,
        "its link works"
    );
    let garbled = visit.post("/outbox/copy", "after=x").await;
    assert!(
        garbled.body.contains("No letter is waiting"),
        "{}",
        garbled.body
    );
}

#[tokio::test]
async fn a_letter_given_up_says_why_and_waits_again_at_the_press_of_a_button() {
    let mut visit = Visit::new().await;
    visit.as_trainer().await;
    for _ in 0..ATTEMPTS {
        deliver(&visit.services, &app::mail::Letters, &Refusing)
            .await
            .expect("a round");
        visit.wait(DAY / 6);
    }
    let page = said(&mut visit, "/outbox?state=failed").await;
    assert!(page.contains("451 &lt;b&gt;not now&lt;/b&gt;"), "{page}");
    let again = visit.post(&action(&page, "/try-again"), "").await;
    assert!(
        said(&mut visit, &again.place)
            .await
            .contains("waits for another try")
    );
}

#[tokio::test]
async fn a_colleague_who_stopped_is_reminded_from_the_roster_once_a_day() {
    let mut visit = Visit::new().await;
    visit.publish().await;
    let planted = visit.as_trainer().await;
    let cohort = visit.cohort(&planted.places[0]).await;
    let found = store::cohort::by_id(visit.services.store.read(), cohort).await;
    let place = Place {
        cohort: found.expect("an answer").expect("the cohort"),
        ..planted.places[0].clone()
    };
    let quiet = visit
        .somebody("Selma Hodžić", "selma@uni.example", false, &[])
        .await;
    visit.enrol_as(40, &place, &[quiet]).await;
    let letters = visit.post("/outbox/copy", "").await.body;
    let hers = letters.split("selma@uni.example").nth(1).expect("a letter");
    let joined = visit
        .post(&link(hers), &format!("password={PASSWORD}"))
        .await;
    assert_eq!(joined.place, "/");
    visit.wait(20 * DAY);
    let form = format!("email=trainer@uni.example&password={PASSWORD}&next=/cohorts/{cohort}");
    let roster = visit.post("/sign-in", &form).await.place;
    let page = said(&mut visit, &roster).await;
    let remind = action(&page, "/remind");
    for _ in 0..2 {
        let back = visit.post(&remind, "").await;
        assert_eq!(back.place, roster);
        assert!(
            said(&mut visit, &back.place)
                .await
                .contains("A reminder is on its way.")
        );
    }
    let letters = said(&mut visit, "/outbox").await;
    assert_eq!(letters.matches(">reminder</td>").count(), 1, "{letters}");
}
