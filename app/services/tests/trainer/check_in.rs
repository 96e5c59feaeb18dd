//! Checking in with the code that the room shows.

use domain::clock::{DAY, HOUR, MINUTE};
use domain::ids::{CohortId, PersonId, SessionId};
use domain::people::Actor;
use domain::session::attendance::Source;
use domain::session::check_in::Moment;
use harness::on_both;
use services::sessions::{self, Plan};
use services::{ServiceError, local};

use crate::place::{Place, TRAINER, trainer, tuzla_trainer};
use crate::sessions::{enrolled, on, planned, register, today};

/// A session that lasts from half an hour ago for two hours.
async fn under_way(place: &Place) -> (CohortId, SessionId, PersonId) {
    let cohort = enrolled(place).await;
    // The clock stands in the middle of a working day, whatever the day is.
    let noon = local::moment(today(place), "12:00:00".parse().expect("a time"));
    place.wait(noon.since(place.services.now()));
    let plan = Plan {
        starts: "11:30".into(),
        ends: "13:30".into(),
        ..on(today(place))
    };
    let session = planned(place, cohort, &plan).await;
    let person = register(place, cohort, session).await[0].person;
    (cohort, session, person)
}

fn colleague(id: PersonId) -> Actor {
    Actor::Person {
        id,
        roles: Vec::new(),
    }
}

async fn shown(place: &Place, cohort: CohortId, session: SessionId) -> String {
    let (services, trainer) = (&place.services, trainer());
    sessions::open_check_in(services, &trainer, cohort, session)
        .await
        .expect("opened");
    let shown = sessions::show_code(services, &trainer, cohort, session)
        .await
        .expect("a page");
    shown.code.expect("a code").0.to_string()
}

async fn enter(place: &Place, who: &Actor, session: SessionId, code: &str) -> Result<(), String> {
    let entered = sessions::check_in(&place.services, who, session, code).await;
    entered.map_err(|error| match error {
        ServiceError::Invalid(problems) => problems[0].code.clone(),
        other => other.to_string(),
    })
}

on_both! {
    async fn whoever_enters_the_shown_code_is_there_once_and_was_trained(store: Store) {
        let place = Place::with_mail(store).await;
        let (cohort, session, person) = under_way(&place).await;
        let code = shown(&place, cohort, session).await;
        let who = colleague(person);
        enter(&place, &who, session, &code).await.expect("here");
        enter(&place, &who, session, &code).await.expect("still here");
        let read = place.services.store.read();
        let lines = store::session::history(read, session, false, 10).await.expect("lines");
        assert_eq!(lines.len(), 1);
        assert_eq!((lines[0].present, lines[0].source), (true, Source::SelfCheckIn));
        let trained = store::lineage::trained_by(read, TRAINER, 10).await.expect("lineage");
        assert_eq!(trained.iter().map(|one| one.person).collect::<Vec<_>>(), [person]);
    }
}

on_both! {
    async fn a_code_works_while_it_is_shown_and_one_minute_longer(store: Store) {
        let place = Place::with_mail(store).await;
        let (cohort, session, person) = under_way(&place).await;
        let code = shown(&place, cohort, session).await;
        let who = colleague(person);
        place.wait(2 * MINUTE);
        assert_eq!(enter(&place, &who, session, &code).await, Err("check_in_code".into()));
        place.wait(-MINUTE);
        assert_eq!(enter(&place, &who, session, &code).await, Ok(()));
    }
}

on_both! {
    async fn nobody_checks_in_before_after_without_a_code_or_from_elsewhere(store: Store) {
        let place = Place::with_mail(store).await;
        let (cohort, session, person) = under_way(&place).await;
        let who = colleague(person);
        // Nobody has opened the check-in: no code counts.
        assert_eq!(enter(&place, &who, session, "000000").await, Err("check_in_code".into()));
        let code = shown(&place, cohort, session).await;
        let stranger = enter(&place, &tuzla_trainer(), session, &code).await;
        assert_eq!(stranger, Err("not found".into()));
        assert_eq!(enter(&place, &Actor::Visitor, session, &code).await, Err("sign in first".into()));
        place.wait(-3 * HOUR);
        assert_eq!(enter(&place, &who, session, &code).await, Err("check_in_early".into()));
        let room = sessions::show_code(&place.services, &trainer(), cohort, session).await.expect("a page");
        assert_eq!((room.moment, room.code.is_none()), (Moment::Early, true));
        place.wait(DAY);
        assert_eq!(enter(&place, &who, session, &code).await, Err("check_in_late".into()));
    }
}

on_both! {
    async fn codes_are_not_guessed_at_for_long(store: Store) {
        let place = Place::with_mail(store).await;
        let (cohort, session, person) = under_way(&place).await;
        let code = shown(&place, cohort, session).await;
        let who = colleague(person);
        let wrong = if code == "111 111" { "222222" } else { "111111" };
        for _ in 0..10 {
            assert_eq!(enter(&place, &who, session, wrong).await, Err("check_in_code".into()));
        }
        let refused = enter(&place, &who, session, &code).await;
        assert!(refused.is_err_and(|said| said.starts_with("too many tries")));
    }
}

on_both! {
    async fn a_trainer_s_word_that_somebody_was_not_there_is_not_overruled_by_a_code(store: Store) {
        let place = Place::with_mail(store).await;
        let (cohort, session, person) = under_way(&place).await;
        let code = shown(&place, cohort, session).await;
        let nobody = sessions::Recorded {
            shown: vec![person],
            present: std::collections::BTreeSet::new(),
            seen: None,            source: Source::TrainerList,
            reason: String::new(),
        };
        sessions::record(&place.services, &trainer(), cohort, session, nobody).await.expect("a register");
        let entered = enter(&place, &colleague(person), session, &code).await;
        assert_eq!(entered, Err("check_in_recorded_absent".into()));
    }
}
