//! Letters about sessions, in words, with their calendar files.

use std::sync::Mutex;

use axum::http::StatusCode;
use domain::language::Language;
use harness::cascade::Place;
use services::outbox::deliver;
use services::ports::{Mail, Mailer};

use crate::browser::Visit;

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

/// What goes out now to one address.
async fn letters_to(visit: &Visit, address: &str) -> Vec<Mail> {
    let server = Kept::default();
    while deliver(&visit.services, &app::mail::Letters, &server)
        .await
        .expect("a round")
        > 0
    {}
    let mut taken = server.0.into_inner().expect("one test");
    taken.retain(|mail| mail.to == address);
    taken
}

/// A trainer who is signed in, with a cohort of one colleague whose other letters went out.
async fn with_cohort(visit: &mut Visit) -> (Place, String) {
    visit.publish().await;
    let mut place = visit.as_trainer().await.places.remove(0);
    let cohort = visit.cohort(&place).await;
    let read = visit.services.store.read();
    place.cohort = store::cohort::by_id(read, cohort)
        .await
        .expect("an answer")
        .expect("the cohort");
    let colleague = store::person::by_address(read, "colleague@uni.example").await;
    let colleague = colleague.expect("an answer").expect("the colleague");
    visit.enrol_as(2, &place, &[colleague]).await;
    letters_to(visit, "nobody").await;
    (place, format!("/cohorts/{cohort}"))
}

fn plan(place: &Place, more: &str) -> String {
    format!(
        "day=2030-12-03&starts=09:00&ends=12:00&meeting=hybrid&place=Room%203&\
         link=https://meet.example/room&agenda=09:00%20Welcome%0D%0A10:00%20Unit%201&trainer={}&{more}",
        place.trainer
    )
}

/// The session at the end of an address.
fn session(place: &str) -> String {
    place.rsplit('/').next().expect("an id").to_owned()
}

fn unfolded(file: &str) -> String {
    file.replace("\r\n ", "")
}

#[tokio::test]
async fn a_session_is_told_of_moved_and_called_off_by_letters_with_one_calendar_entry() {
    let mut visit = Visit::new().await;
    let (place, cohort) = with_cohort(&mut visit).await;
    let form = visit.get(&format!("{cohort}/sessions/new")).await.body;
    assert!(
        form.contains("name=\"tell\" value=\"yes\" checked") && form.contains("list of letters"),
        "{form}"
    );
    let done = visit
        .post(&format!("{cohort}/sessions/new"), &plan(&place, "tell=yes"))
        .await;
    let page = done.place.clone();
    let letters = letters_to(&visit, "colleague@uni.example").await;
    let [planned] = letters.as_slice() else {
        panic!("one letter: {letters:?}")
    };
    for part in [
        "3 December 2030, 09:00–12:00 (local time in Tirana",
        "Room 3",
        "https://meet.example/room",
        "10:00 Unit 1",
        &format!("/sessions/{}/calendar.ics", session(&page)),
    ] {
        assert!(planned.body.contains(part), "{part} in {}", planned.body);
    }
    let [file] = planned.calendars.as_slice() else {
        panic!("one file")
    };
    let first = unfolded(&file.text);
    assert_eq!(file.name, "2030-12-03.ics");
    for line in [
        "METHOD:REQUEST",
        "SEQUENCE:0",
        &format!("UID:{}@kaskada", session(&page)),
        "DTSTART;TZID=Europe/Belgrade:20301203T090000",
    ] {
        assert!(first.contains(&format!("{line}\r\n")), "{line} in {first}");
    }
    let attendee = first.lines().find(|line| line.starts_with("ATTENDEE"));
    assert!(attendee.is_some_and(|line| line.ends_with("mailto:colleague@uni.example")));

    let moved = plan(&place, "tell=yes&revision=0").replace("2030-12-03", "2030-12-05");
    visit.post(&format!("{page}/edit"), &moved).await;
    let letters = letters_to(&visit, "colleague@uni.example").await;
    let file = unfolded(&letters[0].calendars[0].text);
    assert!(
        file.contains("SEQUENCE:1\r\n") && file.contains(":20301205T090000\r\n"),
        "{file}"
    );
    let same = moved.replace("revision=0", "revision=1");
    visit.post(&format!("{page}/edit"), &same).await;
    assert_eq!(letters_to(&visit, "colleague@uni.example").await, []);

    visit
        .post(&format!("{page}/cancel"), "reason=Strike&tell=yes")
        .await;
    let letters = letters_to(&visit, "colleague@uni.example").await;
    let file = unfolded(&letters[0].calendars[0].text);
    assert!(
        letters[0].body.contains("Strike") && !letters[0].body.contains("10:00 Unit 1"),
        "{}",
        letters[0].body
    );
    assert!(
        file.contains("METHOD:CANCEL\r\n") && file.contains("STATUS:CANCELLED\r\n"),
        "{file}"
    );
}

#[tokio::test]
async fn a_letter_to_copy_says_how_to_take_its_calendar_file_and_nobody_else_takes_it() {
    let mut visit = Visit::new().await;
    let (place, cohort) = with_cohort(&mut visit).await;
    visit
        .post(&format!("{cohort}/sessions/new"), &plan(&place, "tell=yes"))
        .await;
    let copied = visit.post("/outbox/copy", "group=sessions").await.body;
    assert!(
        copied.contains("Attach the calendar file to this letter"),
        "{copied}"
    );
    let link = copied
        .split("href=\"/outbox/")
        .nth(1)
        .and_then(|rest| rest.split('"').next())
        .map(|rest| format!("/outbox/{rest}"))
        .expect("a link");
    let file = visit.get(&link).await;
    assert_eq!(file.status, StatusCode::OK);
    let text = unfolded(&file.body);
    assert!(
        text.contains("METHOD:PUBLISH\r\n") && !text.contains("ATTENDEE"),
        "{text}"
    );
    let listed = visit.get("/outbox?state=waiting&group=sessions").await.body;
    assert!(
        listed.contains("session planned") && listed.contains(&link),
        "{listed}"
    );
    visit
        .somebody("Blerim Krasniqi", "blerim@uni.example", true, &[])
        .await;
    visit.sign_in("blerim@uni.example").await;
    assert_eq!(visit.get(&link).await.status, StatusCode::NOT_FOUND);
    visit.cookies.clear();
    assert_ne!(visit.get(&link).await.status, StatusCode::OK);
}

#[tokio::test]
async fn every_letter_about_a_session_is_written_in_every_language() {
    let mut visit = Visit::new().await;
    let (place, cohort) = with_cohort(&mut visit).await;
    visit
        .post(&format!("{cohort}/sessions/new"), &plan(&place, "tell=yes"))
        .await;
    let letters = services::outbox::copy(&visit.services, &trainer_of(&place), None, None)
        .await
        .expect("letters")
        .letters;
    let told = letters
        .into_iter()
        .find(|one| !one.letter.sessions.is_empty() && one.letter.kind == "session-planned")
        .expect("a letter about a session")
        .letter;
    for language in Language::ALL {
        for kind in [
            "session-planned",
            "session-changed",
            "session-cancelled",
            "session-again",
            "session-handed",
            "session-left",
            "invitation",
        ] {
            let mut letter = services::ports::Letter {
                kind: kind.to_owned(),
                language,
                ..told.clone()
            };
            let further = ["institution", "link", "code"];
            letter
                .values
                .extend(further.map(|name| (name.to_owned(), "x".to_owned())));
            let (subject, body) = services::ports::Writer::write(&app::mail::Letters, &letter);
            for text in [&subject, &body] {
                assert!(
                    !text.contains("mail-") && !text.contains('{') && !text.contains("Unknown"),
                    "{language:?} {kind}: {text}"
                );
            }
            assert!(body.contains("Room 3"), "{body}");
        }
    }
}

fn trainer_of(place: &Place) -> domain::people::Actor {
    domain::people::Actor::Person {
        id: place.trainer,
        roles: vec![domain::people::Role::Trainer(place.institution)],
    }
}
