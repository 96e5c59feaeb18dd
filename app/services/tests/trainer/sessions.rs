//! Sessions and their registers.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use domain::clock::{DAY, HOUR, MINUTE};
use domain::ids::{CohortId, PersonId, SessionId};
use domain::language::Language;
use domain::session::attendance::Source;
use harness::{on_both, texts};
use services::enrolment::Delivery;
use services::sessions::{self, Line, Plan, Recorded};
use services::{ServiceError, cohorts, local};
use store::session::Session;

use crate::place::{PROGRAMME, Place, TIRANA, TRAINER, trainer, tuzla_trainer};

const LIST: &str = "Arta Hoxha a@x.example\nEmir Begić b@x.example\nLejla Šabić c@x.example";

pub async fn enrolled(place: &Place) -> CohortId {
    let cohort = place.cohort().await;
    place.paste(cohort, LIST).await;
    place
        .commit(cohort, Delivery::Later)
        .await
        .expect("an enrolment");
    cohort
}

pub fn today(place: &Place) -> NaiveDate {
    local::day(place.services.now())
}

pub fn on(day: NaiveDate) -> Plan {
    Plan {
        day: day.to_string(),
        place: "Room 3".into(),
        trainers: vec![TRAINER],
        ..Plan::default()
    }
}

pub fn at(day: NaiveDate, starts: &str, ends: &str) -> Plan {
    Plan {
        starts: starts.into(),
        ends: ends.into(),
        ..on(day)
    }
}

pub async fn planned(place: &Place, cohort: CohortId, plan: &Plan) -> SessionId {
    sessions::plan(&place.services, &trainer(), cohort, plan)
        .await
        .expect("a plan")
}

async fn held(place: &Place, day: NaiveDate) -> (CohortId, SessionId, Vec<PersonId>) {
    let cohort = enrolled(place).await;
    let session = planned(place, cohort, &on(day)).await;
    let people = register(place, cohort, session).await;
    let people = people.into_iter().map(|line| line.person).collect();
    (cohort, session, people)
}

pub async fn register(place: &Place, cohort: CohortId, session: SessionId) -> Vec<Line> {
    let language = Language::English;
    sessions::register(&place.services, &trainer(), cohort, session, language)
        .await
        .expect("a register")
        .people
}

fn recorded(shown: &[PersonId], present: &[PersonId], reason: &str) -> Recorded {
    Recorded {
        shown: shown.to_vec(),
        present: present.iter().copied().collect(),
        seen: None,
        source: Source::TrainerList,
        reason: reason.into(),
    }
}

async fn record(
    place: &Place,
    (cohort, session): (CohortId, SessionId),
    recorded: Recorded,
) -> Result<u32, ServiceError> {
    sessions::record(&place.services, &trainer(), cohort, session, recorded).await
}

async fn kept(place: &Place, session: SessionId) -> Session {
    let read = place.services.store.read();
    let found = store::session::by_id(read, session).await.expect("read");
    found.expect("the session")
}

fn fields(refused: Result<impl std::fmt::Debug, ServiceError>) -> Vec<(String, String)> {
    let Err(ServiceError::Invalid(problems)) = refused else {
        panic!("{refused:?}")
    };
    problems
        .into_iter()
        .map(|one| (one.field, one.code))
        .collect()
}

on_both! {
    async fn whoever_was_there_has_started_and_was_trained_by_who_delivered_it(store: Store) {
        let place = Place::with_mail(store).await;
        let (cohort, session, people) = held(&place, today(&place)).await;
        let counted = record(&place, (cohort, session), recorded(&people, &people[..2], "")).await;
        assert_eq!(counted.expect("a register"), 2);

        let read = place.services.store.read();
        let tally = store::cohort::by_id(read, cohort).await.expect("read").expect("it").tally;
        assert_eq!(tally.started, 2);
        let trained = store::lineage::trained_by(read, TRAINER, 10).await.expect("lineage");
        assert_eq!(trained.len(), 2);
        assert!(kept(&place, session).await.delivered_at.is_some());
    }
}

on_both! {
    async fn a_correction_needs_a_reason_adds_a_line_and_the_newest_counts(store: Store) {
        let place = Place::with_mail(store).await;
        let (cohort, session, people) = held(&place, today(&place)).await;
        let at = (cohort, session);
        record(&place, at, recorded(&people, &people[..2], "")).await.expect("a register");
        let corrected = [people[0], people[2]];
        let refused = record(&place, at, recorded(&people, &corrected, " ")).await;
        assert_eq!(fields(refused), [("reason".into(), "correction_reason_missing".into())]);
        // A clock that was set back does not make an old line the newest.
        place.wait(-HOUR);
        let reason = "Two names were mixed up";
        record(&place, at, recorded(&people, &corrected, reason)).await.expect("corrected");

        let present: BTreeSet<PersonId> = register(&place, cohort, session)
            .await
            .into_iter()
            .filter(|line| line.present == Some(true))
            .map(|line| line.person)
            .collect();
        assert_eq!(present, BTreeSet::from(corrected));
        let read = place.services.store.read();
        let counts = store::session::present_counts(read, cohort).await.expect("counts");
        assert_eq!(counts[&session], 2);
        let lines = store::session::history(read, session, false, 100).await.expect("lines");
        assert_eq!(lines.len(), 5);
        let corrections: Vec<_> = lines.iter().filter(|line| !line.reason.is_empty()).collect();
        assert_eq!(corrections.len(), 2);
        assert!(corrections.iter().all(|line| line.reason == reason));
    }
}

on_both! {
    async fn whoever_was_not_there_after_all_was_not_trained_there(store: Store) {
        let place = Place::with_mail(store).await;
        let (cohort, first, people) = held(&place, today(&place)).await;
        let second = planned(&place, cohort, &Plan { place: "Room 4".into(), ..on(today(&place)) }).await;
        let both = [people[0], people[1]];
        record(&place, (cohort, first), recorded(&people, &both, "")).await.expect("a register");
        record(&place, (cohort, second), recorded(&people, &people[..1], "")).await.expect("a register");
        // Neither was at the first session; one of them was at the second.
        let reason = "The wrong list";
        record(&place, (cohort, first), recorded(&people, &[], reason)).await.expect("corrected");
        let read = place.services.store.read();
        let trained = store::lineage::trained_by(read, TRAINER, 10).await.expect("lineage");
        let trained: Vec<PersonId> = trained.into_iter().map(|one| one.person).collect();
        assert_eq!(trained, [people[0]]);
        // What was done stays done.
        let tally = store::cohort::by_id(read, cohort).await.expect("read").expect("it").tally;
        assert_eq!(tally.started, 2);
    }
}

on_both! {
    async fn nobody_is_marked_before_the_day_from_elsewhere_or_outside_the_roster(store: Store) {
        let place = Place::with_mail(store).await;
        let later = today(&place) + chrono::Days::new(3);
        let (cohort, session, people) = held(&place, later).await;
        let at = (cohort, session);
        let early = record(&place, at, recorded(&people, &people, "")).await;
        assert!(matches!(early, Err(ServiceError::Invalid(_))));
        let everybody = recorded(&people, &people, "");
        let services = &place.services;
        let foreign = sessions::record(services, &tuzla_trainer(), cohort, session, everybody).await;
        assert!(matches!(foreign, Err(ServiceError::Hidden)));

        place.wait(3 * DAY);
        let stranger = PersonId(services.new_id());
        let shown = [people[0], stranger];
        record(&place, at, recorded(&shown, &shown, "")).await.expect("a register");
        let sheet = store::session::attendance(services.store.read(), session).await.expect("lines");
        assert_eq!(sheet.everybody_present().collect::<Vec<_>>(), [people[0]]);
        assert_eq!(sheet.present(stranger), None);
    }
}

on_both! {
    async fn a_plan_says_what_is_missing_beside_each_field(store: Store) {
        let place = Place::with_mail(store).await;
        let cohort = place.cohort().await;
        let plan = Plan {
            day: "tomorrow".into(),
            starts: "12:00".into(),
            ends: "9".into(),
            meeting: "hybrid".into(),
            link: "javascript:alert(1)".into(),
            hours: "17".into(),
            seats: "many".into(),
            ..Plan::default()
        };
        let refused = sessions::plan(&place.services, &trainer(), cohort, &plan).await;
        let named: Vec<String> = fields(refused).into_iter().map(|(field, _)| field).collect();
        assert_eq!(named, ["day", "ends", "place", "link", "hours", "seats", "trainer"]);
        let wanted = cohorts::Wanted { language: Language::English, stage: None, page: 1 };
        let page = cohorts::show(&place.services, &trainer(), cohort, wanted).await.expect("the page");
        assert!(page.sessions.is_empty());
    }
}

on_both! {
    async fn a_session_keeps_what_was_planned_and_counts_its_own_hours(store: Store) {
        let place = Place::with_mail(store).await;
        let cohort = place.cohort().await;
        let plan = Plan {
            meeting: "hybrid".into(),
            link: "https://meet.example/room".into(),
            agenda: "09:00 Welcome\r\n09:15 Unit 1\u{0}".into(),
            work_package: "WP3".into(),
            deliverable: "D3.2".into(),
            seats: "25".into(),
            ..at(today(&place), "9:00", "12.30")
        };
        let session = kept(&place, planned(&place, cohort, &plan).await).await;
        assert_eq!(session.minutes, 210);
        assert_eq!(session.agenda, "09:00 Welcome\n09:15 Unit 1");
        assert_eq!((session.seats, session.deliverable.as_str()), (Some(25), "D3.2"));
        let shorter = Plan { hours: "2,5".into(), ..at(today(&place), "13:00", "16:00") };
        assert_eq!(kept(&place, planned(&place, cohort, &shorter).await).await.minutes, 150);
    }
}

on_both! {
    async fn neither_a_cohort_nor_a_trainer_is_in_two_places_at_once(store: Store) {
        let place = Place::with_mail(store).await;
        let (services, day) = (&place.services, today(&place));
        let cohort = place.cohort().await;
        let other = place.cohort().await;
        let morning = planned(&place, cohort, &at(day, "09:00", "12:00")).await;
        let plan = async |cohort, plan: Plan| {
            sessions::plan(services, &trainer(), cohort, &plan).await
        };
        let twice = plan(cohort, at(day, "09:00", "12:00")).await;
        assert_eq!(fields(twice), [("day".into(), "session_twice".into())]);
        let overlapping = plan(cohort, at(day, "11:00", "13:00")).await;
        assert_eq!(fields(overlapping), [("starts".into(), "session_overlaps".into())]);
        let elsewhere = plan(other, at(day, "11:30", "13:00")).await;
        assert_eq!(fields(elsewhere), [("trainer".into(), "session_trainer_busy".into())]);
        plan(other, at(day, "12:00", "13:00")).await.expect("one after the other");

        // A cancelled session holds nobody up, until it is planned again.
        sessions::cancel(services, &trainer(), cohort, morning, "The trainer is ill", false).await.expect("cancelled");
        plan(other, at(day, "10:00", "11:00")).await.expect("free again");
        let again = sessions::plan_again(services, &trainer(), cohort, morning, false).await;
        assert_eq!(fields(again), [("trainer".into(), "session_trainer_busy".into())]);
    }
}

on_both! {
    async fn a_moved_session_is_a_later_revision_and_a_stale_change_is_refused(store: Store) {
        let place = Place::with_mail(store).await;
        let (services, day) = (&place.services, today(&place));
        let cohort = place.cohort().await;
        let session = planned(&place, cohort, &at(day, "09:00", "12:00")).await;
        let later = at(day + chrono::Days::new(7), "10:00", "13:00");
        sessions::change(services, &trainer(), cohort, session, &later, 0).await.expect("moved");
        let stale = sessions::change(services, &trainer(), cohort, session, &on(day), 0).await;
        assert!(matches!(stale, Err(ServiceError::Stale)));
        let moved = kept(&place, session).await;
        assert_eq!((moved.revision, moved.on_day), (1, day + chrono::Days::new(7)));
        assert_eq!(moved.times.map(|times| times.minutes()), Some(180));
    }
}

on_both! {
    async fn a_session_that_was_held_keeps_its_day_and_is_not_cancelled(store: Store) {
        let place = Place::with_mail(store).await;
        let (cohort, session, people) = held(&place, today(&place)).await;
        let services = &place.services;
        record(&place, (cohort, session), recorded(&people, &people, "")).await.expect("a register");
        let tomorrow = on(today(&place) + chrono::Days::new(1));
        let moved = sessions::change(services, &trainer(), cohort, session, &tomorrow, 0).await;
        assert_eq!(fields(moved), [("day".into(), "session_held".into())]);
        let cancelled = sessions::cancel(services, &trainer(), cohort, session, "No", false).await;
        assert_eq!(fields(cancelled), [("reason".into(), "session_held_cancel".into())]);
        let agenda = Plan { agenda: "What we did".into(), ..on(today(&place)) };
        sessions::change(services, &trainer(), cohort, session, &agenda, 0).await.expect("the agenda");
        assert!(kept(&place, session).await.delivered_at.is_some());
    }
}

on_both! {
    async fn a_register_kept_by_mistake_is_taken_back_with_a_reason_and_its_lines_stay(store: Store) {
        let place = Place::with_mail(store).await;
        let (cohort, session, people) = held(&place, today(&place)).await;
        let services = &place.services;
        let take_back = async |reason: &str| sessions::not_held(services, &trainer(), cohort, session, reason).await;
        assert_eq!(fields(take_back("The wrong session").await), [("reason".into(), "session_not_held".into())]);
        record(&place, (cohort, session), recorded(&people, &people[..2], "")).await.expect("a register");
        assert_eq!(fields(take_back(" ").await), [("reason".into(), "not_held_reason_missing".into())]);
        let tuzla = sessions::not_held(services, &tuzla_trainer(), cohort, session, "No").await;
        assert!(matches!(tuzla, Err(ServiceError::Hidden)), "{tuzla:?}");
        take_back("It was the other group's").await.expect("taken back");

        let read = services.store.read();
        assert_eq!(kept(&place, session).await.delivered_at, None);
        assert!(store::lineage::trained_by(read, TRAINER, 10).await.expect("lineage").is_empty());
        assert!(register(&place, cohort, session).await.iter().all(|line| line.present != Some(true)));
        let lines = store::session::history(read, session, false, 100).await.expect("lines");
        assert_eq!(lines.len(), 6, "three kept, and each of them taken back");
        assert_eq!(lines[0].reason, "It was the other group's");
        let (evidence, _) = store::evidence::of_programme(read, PROGRAMME, 10).await.expect("counts");
        assert_eq!(evidence.delivered, 0);
        let row = store::programme_table::row(read, PROGRAMME, TIRANA).await.expect("read").expect("a row");
        assert_eq!((row.trainers_active, row.last_session), (0, None));
        let said = texts(&services.store, "select detail from audit where action = 'session.not_held'").await;
        assert_eq!(said, ["It was the other group's"]);
    }
}

on_both! {
    async fn a_session_taken_back_is_moved_cancelled_or_held_after_all(store: Store) {
        let place = Place::with_mail(store).await;
        let (cohort, session, people) = held(&place, today(&place)).await;
        let services = &place.services;
        record(&place, (cohort, session), recorded(&people, &people[..2], "")).await.expect("a register");
        sessions::not_held(services, &trainer(), cohort, session, "Too early").await.expect("taken back");
        let later = on(today(&place) + chrono::Days::new(2));
        let revision = kept(&place, session).await.revision;
        sessions::change(services, &trainer(), cohort, session, &later, revision).await.expect("moved");
        place.wait(2 * DAY);
        // Nobody has to say why the first true register differs from the mistaken one.
        let count = record(&place, (cohort, session), recorded(&people, &people[1..], "")).await;
        assert_eq!(count.expect("held after all"), 2);
        let read = services.store.read();
        let trained = store::lineage::trained_by(read, TRAINER, 10).await.expect("lineage");
        assert_eq!(trained.len(), 2);
        sessions::not_held(services, &trainer(), cohort, session, "Again").await.expect("taken back");
        sessions::cancel(services, &trainer(), cohort, session, "Nobody came", false).await.expect("cancelled");
    }
}

on_both! {
    async fn whoever_a_mistaken_register_called_absent_may_still_check_in(store: Store) {
        let place = Place::with_mail(store).await;
        let (cohort, session, people) = held(&place, today(&place)).await;
        let services = &place.services;
        sessions::open_check_in(services, &trainer(), cohort, session).await.expect("opened");
        record(&place, (cohort, session), recorded(&people, &people[..1], "")).await.expect("a register");
        let absent = domain::people::Actor::Person { id: people[2], roles: Vec::new() };
        let try_to = async || sessions::check_in(services, &absent, session, "000 000").await;
        assert_eq!(fields(try_to().await), [("code".into(), "check_in_recorded_absent".into())]);
        sessions::not_held(services, &trainer(), cohort, session, "Too early").await.expect("taken back");
        assert_eq!(fields(try_to().await), [("code".into(), "check_in_code".into())], "only the code is wrong");
        // Once the first is there and the session is held, the others still may.
        let first = recorded(&people[..1], &people[..1], "");
        record(&place, (cohort, session), first).await.expect("no correction, so no reason");
        assert_eq!(fields(try_to().await), [("code".into(), "check_in_code".into())]);
    }
}

on_both! {
    async fn a_cancelled_session_has_no_register_and_no_check_in(store: Store) {
        let place = Place::with_mail(store).await;
        let (cohort, session, people) = held(&place, today(&place)).await;
        let services = &place.services;
        let without = sessions::cancel(services, &trainer(), cohort, session, " ", false).await;
        assert_eq!(fields(without), [("reason".into(), "cancel_reason_missing".into())]);
        sessions::cancel(services, &trainer(), cohort, session, "The room is closed", false).await.expect("cancelled");
        let refused = record(&place, (cohort, session), recorded(&people, &people, "")).await;
        assert_eq!(fields(refused), [("present".into(), "session_cancelled".into())]);
        let opened = sessions::open_check_in(services, &trainer(), cohort, session).await;
        assert_eq!(fields(opened), [("check_in".into(), "session_cancelled".into())]);
        sessions::plan_again(services, &trainer(), cohort, session, false).await.expect("planned again");
        place.wait(MINUTE);
        record(&place, (cohort, session), recorded(&people, &people, "")).await.expect("a register");
    }
}
