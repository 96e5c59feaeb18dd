//! What people are told of a session by letter, and how it reaches their calendars.

use std::collections::BTreeMap;
use std::sync::Mutex;

use chrono::Days;
use documents::calendar::Method;
use domain::ids::{CohortId, PersonId, SessionId};
use domain::roster::Email;
use harness::on_both;
use services::enrolment::Delivery;
use services::outbox::{deliver, list};
use services::ports::{CalendarFile, Letter, Mail, Mailer, Writer};
use services::sessions::{self, Entry, Plan};
use services::{cohorts, jobs};
use store::message::{Message, State};

use crate::place::{NOW, Place, TRAINER, trainer, tuzla_trainer};
use crate::sessions::{at, enrolled, planned, today};

/// Writes letters as their kind, and their sessions as what a calendar compares.
struct Facts;

impl Writer for Facts {
    fn write(&self, letter: &Letter) -> (String, String) {
        let values: String = letter
            .values
            .iter()
            .map(|(name, value)| format!("{name}={value}\n"))
            .collect();
        (letter.kind.clone(), values)
    }

    fn calendars(&self, letter: &Letter) -> Vec<CalendarFile> {
        let file = |told: &Entry| CalendarFile {
            name: told.session.id.to_string(),
            method: if told.gone {
                Method::Cancel
            } else {
                Method::Request
            },
            text: format!(
                "{} for {} from {}",
                told.session.revision,
                letter.parties.guest.address,
                letter.parties.organiser.address
            ),
        };
        letter.sessions.iter().map(file).collect()
    }
}

#[derive(Default)]
struct Kept(Mutex<Vec<Mail>>);

#[async_trait::async_trait]
impl Mailer for Kept {
    async fn send(&self, mail: &Mail) -> Result<(), String> {
        self.0.lock().expect("one test").push(mail.clone());
        Ok(())
    }
}

/// Everything that goes out now, by address.
async fn post(place: &Place) -> BTreeMap<String, Mail> {
    let server = Kept::default();
    while deliver(&place.services, &Facts, &server)
        .await
        .expect("a round")
        > 0
    {}
    let taken = server.0.into_inner().expect("one test");
    let letters = taken.len();
    let by_address: BTreeMap<_, _> = taken
        .into_iter()
        .map(|mail| (mail.to.clone(), mail))
        .collect();
    assert_eq!(by_address.len(), letters, "nobody gets two letters at once");
    by_address
}

/// The kinds of letters that wait, each with whose.
async fn waiting(place: &Place) -> Vec<(String, String)> {
    let found: Vec<Message> =
        store::message::due(place.services.store.read(), place.services.now(), 1000)
            .await
            .expect("a list");
    let mut found: Vec<_> = found
        .into_iter()
        .filter(|one| one.kind.starts_with("session"))
        .map(|one| (one.recipient, one.kind))
        .collect();
    found.sort();
    found
}

fn told(plan: Plan) -> Plan {
    Plan { tell: true, ..plan }
}

fn to_all(kind: &str) -> Vec<(String, String)> {
    ["a@x.example", "b@x.example", "c@x.example"]
        .map(|to| (to.to_owned(), kind.to_owned()))
        .to_vec()
}

fn tomorrow(place: &Place) -> Plan {
    told(at(today(place) + Days::new(1), "09:00", "12:00"))
}

/// A second trainer of Tirana who can be written to.
async fn colleague(place: &Place) -> PersonId {
    let id = place.another_trainer().await;
    let kept: Result<(), store::StoreError> = place
        .services
        .store
        .write(Box::new(move |tx| {
            Box::pin(async move {
                let email = Email::parse("drita@x.example").expect("an address");
                store::person::add_address(tx, id, &email, NOW).await?;
                Ok(())
            })
        }))
        .await;
    kept.expect("an address");
    id
}

async fn change(place: &Place, of: (CohortId, SessionId), plan: &Plan, revision: i64) {
    sessions::change(&place.services, &trainer(), of.0, of.1, plan, revision)
        .await
        .expect("changed");
}

on_both! {
    async fn a_planned_moved_cancelled_and_planned_again_session_is_one_entry_in_every_calendar(store: Store) {
        let place = Place::with_mail(store).await;
        let (services, cohort) = (&place.services, enrolled(&place).await);
        let session = planned(&place, cohort, &tomorrow(&place)).await;
        let entry = |kind: &str, method, text: &str, letters: &BTreeMap<String, Mail>| {
            assert_eq!(letters.len(), 3);
            for (to, mail) in letters {
                let file = CalendarFile {
                    name: session.to_string(),
                    method,
                    text: format!("{text} for {to} from kaskada@uni.example"),
                };
                assert_eq!((mail.subject.as_str(), &mail.calendars, &mail.stop), (kind, &vec![file], &None));
            }
        };
        entry("session-planned", Method::Request, "0", &post(&place).await);

        let moved = told(at(today(&place) + Days::new(3), "10:00", "13:00"));
        change(&place, (cohort, session), &moved, 0).await;
        entry("session-changed", Method::Request, "1", &post(&place).await);

        for _ in 0..2 {
            sessions::cancel(services, &trainer(), cohort, session, "Strike", true).await.expect("cancelled");
        }
        let letters = post(&place).await;
        assert_eq!(letters["a@x.example"].calendars[0].method, Method::Cancel);
        assert_eq!(letters.len(), 3, "a second press says nothing new");

        sessions::plan_again(services, &trainer(), cohort, session, true).await.expect("planned again");
        let letters = post(&place).await;
        assert_eq!(letters["a@x.example"].subject, "session-again");
        assert_eq!(letters["a@x.example"].calendars[0].method, Method::Request);
    }
}

on_both! {
    async fn saving_without_change_or_without_the_box_tells_nobody_and_what_is_past_tells_nobody(store: Store) {
        let place = Place::with_mail(store).await;
        let cohort = enrolled(&place).await;
        let session = planned(&place, cohort, &tomorrow(&place)).await;
        post(&place).await;
        change(&place, (cohort, session), &tomorrow(&place), 0).await;
        let for_the_funder = Plan { work_package: "WP3".into(), ..tomorrow(&place) };
        change(&place, (cohort, session), &for_the_funder, 1).await;
        let silently = Plan { tell: false, place: "Room 4".into(), ..tomorrow(&place) };
        change(&place, (cohort, session), &silently, 2).await;
        planned(&place, cohort, &told(at(today(&place) - Days::new(2), "09:00", "12:00"))).await;
        assert_eq!(waiting(&place).await, []);
    }
}

on_both! {
    async fn a_session_without_hours_is_told_of_as_well(store: Store) {
        let place = Place::with_mail(store).await;
        let cohort = enrolled(&place).await;
        let day = today(&place) + Days::new(5);
        planned(&place, cohort, &told(crate::sessions::on(day))).await;
        let letters = post(&place).await;
        assert_eq!(letters["a@x.example"].subject, "session-planned");
        assert_eq!(letters["a@x.example"].calendars[0].method, Method::Request);
    }
}

on_both! {
    async fn nobody_withdrawn_is_told_and_what_waits_for_them_is_held_back(store: Store) {
        let place = Place::without_mail(store).await;
        let (services, cohort) = (&place.services, enrolled(&place).await);
        planned(&place, cohort, &tomorrow(&place)).await;
        assert_eq!(waiting(&place).await, to_all("session-planned"));
        let emir = store::person::by_address(services.store.read(), "b@x.example")
            .await.expect("an answer").expect("Emir");
        let participations = store::participation::in_cohort(services.store.read(), cohort).await.expect("a roster");
        cohorts::withdraw(services, &trainer(), cohort, participations[&emir], "Moved away").await.expect("withdrawn");
        let without_emir = |kind: &str| {
            let mut all = to_all(kind);
            all.remove(1);
            all
        };
        assert_eq!(waiting(&place).await, without_emir("session-planned"));
        let other = told(at(today(&place) + Days::new(2), "09:00", "12:00"));
        post(&place).await;
        planned(&place, cohort, &other).await;
        assert_eq!(waiting(&place).await, without_emir("session-planned"));
    }
}

on_both! {
    async fn a_letter_that_waits_is_replaced_and_goes_out_as_the_session_is_then(store: Store) {
        let place = Place::without_mail(store).await;
        let (services, cohort) = (&place.services, enrolled(&place).await);
        let session = planned(&place, cohort, &tomorrow(&place)).await;
        let elsewhere = Plan { place: "Room 9".into(), ..tomorrow(&place) };
        change(&place, (cohort, session), &elsewhere, 0).await;
        assert_eq!(waiting(&place).await, to_all("session-changed"), "one letter each");
        let quietly = Plan { tell: false, place: "Room 10".into(), ..tomorrow(&place) };
        change(&place, (cohort, session), &quietly, 1).await;
        let letters = list(services, &trainer(), State::Waiting, None, 0).await.expect("letters").letters;
        let (_, entries) = services::outbox::calendar_of(services, &trainer(), letters[0].id).await.expect("a file");
        assert_eq!((entries[0].session.place.as_str(), entries[0].session.revision), ("Room 10", 2));
        let hidden = services::outbox::calendar_of(services, &tuzla_trainer(), letters[0].id).await;
        assert!(hidden.is_err(), "another institution's letters are hidden");
        sessions::cancel(services, &trainer(), cohort, session, "Strike", false).await.expect("cancelled");
        assert_eq!(waiting(&place).await, [], "a session that is off is not announced");
    }
}

on_both! {
    async fn a_session_handed_over_tells_the_cohort_and_the_new_trainer_and_leaves_the_old_calendar(store: Store) {
        let place = Place::with_mail(store).await;
        let (services, cohort) = (&place.services, enrolled(&place).await);
        let drita = colleague(&place).await;
        let together = Plan { trainers: vec![TRAINER, drita], ..tomorrow(&place) };
        let session = planned(&place, cohort, &together).await;
        let letters = post(&place).await;
        assert_eq!(letters.len(), 4, "the co-trainer is told, whoever planned it is not");
        assert_eq!(letters["drita@x.example"].subject, "session-planned");
        change(&place, (cohort, session), &tomorrow(&place), 0).await;
        let letters = post(&place).await;
        let left = &letters["drita@x.example"];
        assert_eq!((left.subject.as_str(), left.calendars[0].method), ("session-left", Method::Cancel));
        sessions::hand_over(services, &trainer(), cohort, TRAINER, drita, true).await.expect("handed over");
        let letters = post(&place).await;
        let kinds: Vec<&str> = letters.values().map(|mail| mail.subject.as_str()).collect();
        assert_eq!(kinds, ["session-handed"; 4]);
    }
}

on_both! {
    async fn whoever_is_enrolled_later_gets_the_coming_sessions_with_their_invitation(store: Store) {
        let place = Place::with_mail(store).await;
        let cohort = place.cohort().await;
        let first = planned(&place, cohort, &tomorrow(&place)).await;
        let second = planned(&place, cohort, &told(at(today(&place) + Days::new(8), "09:00", "12:00"))).await;
        planned(&place, cohort, &at(today(&place) - Days::new(8), "09:00", "12:00")).await;
        place.paste(cohort, "Arta Hoxha a@x.example").await;
        place.commit(cohort, Delivery::Mail).await.expect("enrolled");
        let letters = post(&place).await;
        let invitation = &letters["a@x.example"];
        let names: Vec<&str> = invitation.calendars.iter().map(|file| file.name.as_str()).collect();
        assert_eq!(invitation.subject, "invitation");
        assert_eq!(names, [first.to_string(), second.to_string()]);
    }
}

on_both! {
    async fn a_reminder_of_a_session_is_held_back_when_it_moves_or_is_called_off(store: Store) {
        let place = Place::with_mail(store).await;
        let (services, cohort) = (&place.services, enrolled(&place).await);
        let session = planned(&place, cohort, &Plan { tell: false, ..tomorrow(&place) }).await;
        let remind = async || {
            jobs::put_in_line(services).await.expect("a line");
            while jobs::work(services).await.expect("work") {}
        };
        remind().await;
        assert_eq!(waiting(&place).await, to_all("session-ahead"));
        // Another room: the same reminder, with the room as it is.
        let elsewhere = Plan { tell: false, place: "Room 9".into(), ..tomorrow(&place) };
        change(&place, (cohort, session), &elsewhere, 0).await;
        let letters = post(&place).await;
        let reminder = &letters["a@x.example"];
        assert!(reminder.body.contains("place=Room 9") && reminder.calendars.is_empty(), "{}", reminder.body);

        let other = planned(&place, cohort, &Plan { tell: false, ..told(at(today(&place) + Days::new(4), "09:00", "12:00")) }).await;
        place.wait(domain::clock::DAY);
        remind().await;
        assert_eq!(waiting(&place).await, to_all("session-ahead"));
        let moved = at(today(&place) + Days::new(9), "09:00", "12:00");
        change(&place, (cohort, other), &moved, 0).await;
        assert_eq!(waiting(&place).await, []);
    }
}

on_both! {
    async fn a_cohort_of_more_people_than_one_statement_takes_is_told_in_full(store: Store) {
        let place = Place::with_mail(store).await;
        let cohort = place.cohort().await;
        let list: String = (1..=520).map(|n| format!("Arta Hoxha{n} a{n}@x.example\n")).collect();
        place.paste(cohort, &list).await;
        place.commit(cohort, Delivery::Later).await.expect("enrolled");
        planned(&place, cohort, &tomorrow(&place)).await;
        assert_eq!(waiting(&place).await.len(), 520);
    }
}
