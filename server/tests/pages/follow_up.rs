//! The follow-up, reminders that are stopped, trainers who are nudged, and what the installation
//! does by itself, as a browser without script meets them.

use axum::http::StatusCode;
use domain::cascade::tally::ParticipationEvent;
use domain::clock::DAY;
use domain::ids::{ParticipationId, PersonId};
use domain::language::Language;
use domain::people::{Actor, Role};
use harness::cascade::{Place, Planted, id, plant_on};
use services::ServiceError;
use services::outbox::deliver;
use services::ports::{Mail, Mailer};
use std::sync::Mutex;

use crate::browser::Visit;

/// A promise that means no good.
const PROMISE: &str = "By May </textarea><script>alert(1)</script>";

async fn said(visit: &mut Visit, path: &str) -> String {
    let page = visit.get(path).await;
    assert_eq!(page.status, StatusCode::OK, "{path}");
    page.body
}

fn form(fields: &[(&str, &str)]) -> String {
    let escape = |text: &str| {
        text.bytes()
            .map(|byte| format!("%{byte:02X}"))
            .collect::<String>()
    };
    let pairs = fields
        .iter()
        .map(|(name, value)| format!("{name}={}", escape(value)));
    pairs.collect::<Vec<_>>().join("&")
}

/// A planted programme whose cohorts take the starter course; the first trainer can sign in.
async fn planted(visit: &Visit) -> Planted {
    visit.publish().await;
    let course = services::course::course(&visit.services, &Actor::Visitor, "iah").await;
    let version = course.expect("the starter course").edition.version;
    let planted = plant_on(&visit.services.store, 2, version).await;
    visit
        .give_password(planted.places[0].trainer, "trainer@uni.example")
        .await;
    planted
}

/// Somebody who wrote a promise and finished the starter course 31 days ago; they are signed in.
async fn who_finished(visit: &mut Visit) -> (Place, PersonId, ParticipationId) {
    let place = planted(visit).await.places.remove(0);
    let arta = visit
        .somebody("Arta Hoxha", "arta@uni.example", true, &[])
        .await;
    visit.enrol_as(40, &place, &[arta]).await;
    let course = services::course::course(&visit.services, &Actor::Visitor, "iah").await;
    let unit = course
        .expect("the starter course")
        .edition
        .commitment()
        .expect("a commitment");
    let actor = Actor::Person {
        id: arta,
        roles: Vec::new(),
    };
    services::learning::submit_activity(&visit.services, &actor, Language::English, unit, PROMISE)
        .await
        .expect("handed in");
    let of = ParticipationId(id(20, 40));
    happens(
        visit,
        of,
        ParticipationEvent::Finished(visit.services.now()),
    )
    .await;
    visit.wait(31 * DAY);
    visit.sign_in("arta@uni.example").await;
    (place, arta, of)
}

async fn happens(visit: &Visit, of: ParticipationId, event: ParticipationEvent) {
    let asker = visit.services.clone();
    visit
        .services
        .store
        .write::<_, ServiceError>(Box::new(move |tx| {
            Box::pin(async move {
                let because = store::participation::Because {
                    event: asker.new_id(),
                    actor: None,
                    at: asker.now(),
                    detail: "",
                };
                store::participation::record(tx, of, event, because).await?;
                Ok(())
            })
        }))
        .await
        .expect("an event");
}

#[tokio::test]
async fn a_learner_answers_without_script_and_what_was_refused_stays_typed() {
    let mut visit = Visit::new().await;
    let (place, arta, of) = who_finished(&mut visit).await;
    let home = said(&mut visit, "/").await;
    let page = format!("/follow-up/{of}");
    assert!(home.contains(&format!("href=\"{page}\"")), "{home}");
    for body in [home, said(&mut visit, &page).await] {
        assert!(
            body.contains("&lt;/textarea&gt;&lt;script&gt;") && !body.contains("<script>alert"),
            "{body}"
        );
    }
    let refused = form(&[
        ("round", "30"),
        ("evidence", PROMISE),
        ("barrier", "other"),
        ("barrier_text", ""),
    ]);
    let back = visit.post(&page, &refused).await;
    assert_eq!(
        (back.status, back.place.as_str()),
        (StatusCode::SEE_OTHER, page.as_str())
    );
    let body = said(&mut visit, &page).await;
    assert!(
        body.contains("Write a few words about it.") && body.contains("id=\"answer-problem\""),
        "{body}"
    );
    assert!(
        body.contains("By May &lt;/textarea") && body.contains("value=\"other\" selected"),
        "{body}"
    );
    let fields = [
        ("round", "30"),
        ("answer", "partly"),
        ("evidence", PROMISE),
        ("barrier", "time"),
        ("barrier_text", "x"),
    ];
    assert_eq!(visit.post(&page, &form(&fields)).await.place, page);
    let body = said(&mut visit, &page).await;
    assert!(
        body.contains("Your answer is saved.") && body.contains("Change answer"),
        "{body}"
    );
    assert!(
        said(&mut visit, &format!("/people/{arta}"))
            .await
            .contains("Only you can see this part.")
    );
    visit.sign_in("trainer@uni.example").await;
    let cohort = said(&mut visit, &format!("/cohorts/{}", place.cohort.id)).await;
    assert!(
        cohort.contains("Asked 1, answered 1: 0 yes, 1 partly, 0 no"),
        "{cohort}"
    );
    assert!(!cohort.contains("By May"), "{cohort}");
    let person = said(&mut visit, &format!("/people/{arta}")).await;
    assert!(
        !person.contains("By May") && !person.contains("Only you can see"),
        "{person}"
    );
    assert_eq!(visit.get(&page).await.status, StatusCode::NOT_FOUND);
}

/// A mail server that keeps what it took.
#[derive(Default)]
struct Kept(Mutex<Vec<Mail>>);

#[async_trait::async_trait]
impl Mailer for Kept {
    async fn send(&self, mail: &Mail) -> Result<(), String> {
        self.0.lock().expect("one test").push(mail.clone());
        Ok(())
    }
}

/// The letters that go out now, in words.
async fn letters(visit: &Visit) -> Vec<Mail> {
    services::jobs::put_in_line(&visit.services)
        .await
        .expect("a line");
    while services::jobs::work(&visit.services).await.expect("work") {}
    let server = Kept::default();
    while deliver(&visit.services, &app::mail::Letters, &server)
        .await
        .expect("a round")
        > 0
    {}
    server.0.into_inner().expect("one test")
}

#[tokio::test]
async fn the_link_of_a_letter_shows_a_button_and_only_the_button_stops_reminders() {
    let mut visit = Visit::new().await;
    let (_, _, of) = who_finished(&mut visit).await;
    let all = letters(&visit).await;
    let letter = all
        .iter()
        .find(|mail| mail.to == "arta@uni.example" && mail.subject.contains("promised"));
    let body = &letter.expect("a letter").body;
    assert!(
        body.contains(&format!("https://kaskada.example/follow-up/{of}")),
        "{body}"
    );
    let link = body
        .split("https://kaskada.example/letters/")
        .nth(1)
        .expect("a link");
    let link = format!("/letters/{}", &link[..64]);
    visit.cookies.clear();
    for _ in 0..2 {
        assert!(
            said(&mut visit, &link)
                .await
                .contains("Stop reminders and digests")
        );
    }
    let stopped = visit.post(&link, "").await;
    assert!(
        stopped.body.contains("No more reminders"),
        "{}",
        stopped.body
    );
    // A mail program presses the button by itself (RFC 8058).
    let pressed = visit
        .ask(
            axum::http::Method::POST,
            &link,
            "List-Unsubscribe=One-Click",
            "none",
        )
        .await;
    assert_eq!(pressed.status, StatusCode::OK);
    visit.sign_in("arta@uni.example").await;
    assert!(
        said(&mut visit, "/account")
            .await
            .contains("You get no reminders and no digests.")
    );
    assert_eq!(
        visit.post("/account/letters", "wanted=yes").await.place,
        "/account"
    );
    assert!(
        said(&mut visit, "/account")
            .await
            .contains("You get reminders and digests again.")
    );
    let unknown = visit.get(&format!("/letters/{}", "0".repeat(64))).await;
    assert_eq!(unknown.status, StatusCode::GONE);
    let unknown = visit.post("/letters/'%20or%201=1", "").await;
    assert_eq!(unknown.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn a_lead_reminds_a_silent_trainer_once_from_the_institution_s_page() {
    let mut visit = Visit::new().await;
    let planted = planted(&visit).await;
    let place = &planted.places[0];
    let role = [Role::Lead(place.institution)];
    visit
        .somebody("Lule Gashi", "lead@uni.example", true, &role)
        .await;
    visit.sign_in("lead@uni.example").await;
    let page = format!("/institutions/{}", place.institution);
    let nudge = format!("{page}/trainers/{}/nudge", place.trainer);
    assert!(
        said(&mut visit, &page)
            .await
            .contains(&format!("action=\"{nudge}\""))
    );
    let back = format!("{page}?programme={}", planted.programme);
    let programme = planted.programme.to_string();
    let sent = form(&[("programme", &programme), ("back", &back)]);
    let answer = visit.post(&nudge, &sent).await;
    assert_eq!(answer.place, back);
    assert!(
        said(&mut visit, &back)
            .await
            .contains("A reminder is on its way.")
    );
    visit.post(&nudge, &sent).await;
    assert!(
        said(&mut visit, &back)
            .await
            .contains("was reminded in the last seven days")
    );
    let digest = said(&mut visit, "/digest").await;
    assert!(digest.contains(&format!("action=\"{nudge}\"")), "{digest}");
    let away = form(&[("programme", &programme), ("back", "https://evil.example")]);
    assert_eq!(visit.post(&nudge, &away).await.place, "/");
    visit.sign_in("trainer@uni.example").await;
    assert_eq!(
        visit.post(&nudge, &sent).await.status,
        StatusCode::NOT_FOUND
    );
}

#[tokio::test]
async fn coordinators_see_what_the_installation_does_and_others_do_not() {
    let mut visit = Visit::new().await;
    let planted = visit.as_trainer().await;
    letters(&visit).await;
    for path in ["/programme/jobs", "/programme/follow-up"] {
        assert_eq!(
            visit.get(path).await.status,
            StatusCode::NOT_FOUND,
            "{path}"
        );
    }
    let role = [Role::Coordinator(planted.programme)];
    visit
        .somebody("Teuta Kola", "office@uni.example", true, &role)
        .await;
    visit.sign_in("office@uni.example").await;
    let jobs = said(&mut visit, "/programme/jobs").await;
    assert!(
        jobs.contains("Reminders to people who stopped") && jobs.contains("done"),
        "{jobs}"
    );
    assert!(
        said(&mut visit, "/programme/follow-up")
            .await
            .contains("answered 0: 0 yes")
    );
    assert!(
        said(&mut visit, "/digest")
            .await
            .contains("Institutions behind")
    );
    let none = visit
        .post(&format!("/programme/jobs/{}/try-again", id(1, 1)), "")
        .await;
    assert_eq!(none.status, StatusCode::NOT_FOUND);
    let role = [Role::Observer(planted.programme)];
    visit
        .somebody("Nicola Rossi", "observer@uni.example", true, &role)
        .await;
    visit.sign_in("observer@uni.example").await;
    let figures = said(&mut visit, "/programme/follow-up").await;
    assert!(
        figures.contains("You see counts without names."),
        "{figures}"
    );
    visit.cookies.clear();
    let asked = visit.get("/programme/jobs").await;
    assert!(asked.place.starts_with("/sign-in"), "{}", asked.place);
}

#[tokio::test]
async fn reminders_and_invitations_are_copied_apart() {
    let mut visit = Visit::new().await;
    let planted = visit.as_trainer().await;
    let arta = visit
        .somebody("Arta Hoxha", "arta@uni.example", true, &[])
        .await;
    visit.enrol_as(40, &planted.places[0], &[arta]).await;
    visit.wait(15 * DAY);
    services::jobs::put_in_line(&visit.services)
        .await
        .expect("a line");
    while services::jobs::work(&visit.services).await.expect("work") {}
    visit.sign_in("trainer@uni.example").await;
    let reminders = said(&mut visit, "/outbox?group=reminders").await;
    assert!(
        reminders.contains("reminder to go on") && !reminders.contains("invitation to a cohort"),
        "{reminders}"
    );
    let copied = visit.post("/outbox/copy", "group=reminders").await.body;
    assert_eq!(copied.matches("name=\"letter\"").count(), 1, "{copied}");
    let copied = visit.post("/outbox/copy", "group=invitations").await.body;
    assert_eq!(copied.matches("name=\"letter\"").count(), 2, "{copied}");
}
