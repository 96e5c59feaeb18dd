//! Sessions and their registers.

use std::collections::HashSet;

use domain::clock::DAY;
use domain::ids::{CohortId, PersonId, SessionId};
use domain::language::Language;
use harness::on_both;
use services::enrolment::Delivery;
use services::sessions::{self, Plan};
use services::{ServiceError, cohorts};

use crate::place::{Place, TRAINER, trainer, tuzla_trainer};

async fn held(place: &Place, day: &str) -> (CohortId, SessionId, Vec<PersonId>) {
    let cohort = place.cohort().await;
    place
        .paste(
            cohort,
            "Arta Hoxha a@x.example\nEmir Begić b@x.example\nLejla Šabić c@x.example",
        )
        .await;
    place
        .commit(cohort, Delivery::Later)
        .await
        .expect("an enrolment");
    let plan = Plan {
        day: day.into(),
        place: "Room 3".into(),
        trainers: vec![TRAINER],
    };
    let session = sessions::plan(&place.services, &trainer(), cohort, &plan)
        .await
        .expect("a plan");
    let register = sessions::register(
        &place.services,
        &trainer(),
        cohort,
        session,
        Language::English,
    )
    .await;
    let people = register
        .expect("a register")
        .people
        .into_iter()
        .map(|(person, ..)| person)
        .collect();
    (cohort, session, people)
}

on_both! {
    async fn whoever_was_there_has_started_and_was_trained_by_who_delivered_it(store: Store) {
        let place = Place::with_mail(store).await;
        let today = place.services.now().date().to_string();
        let (cohort, session, people) = held(&place, &today).await;
        let present = HashSet::from([people[0], people[1]]);
        let counted = sessions::record(&place.services, &trainer(), cohort, session, &people, &present).await;
        assert_eq!(counted.expect("a register"), 2);

        let read = place.services.store.read();
        let tally = store::cohort::by_id(read, cohort).await.expect("read").expect("it").tally;
        assert_eq!(tally.started, 2);
        let trained = store::lineage::trained_by(read, TRAINER, 10).await.expect("lineage");
        assert_eq!(trained.len(), 2);
        let kept = store::session::by_id(read, session).await.expect("read").expect("it");
        assert!(kept.delivered_at.is_some());
    }
}

on_both! {
    async fn a_correction_adds_a_line_and_the_newest_counts(store: Store) {
        let place = Place::with_mail(store).await;
        let today = place.services.now().date().to_string();
        let (cohort, session, people) = held(&place, &today).await;
        let services = &place.services;
        let first = HashSet::from([people[0], people[1]]);
        sessions::record(services, &trainer(), cohort, session, &people, &first).await.expect("a register");
        place.wait(60_000);
        let corrected = HashSet::from([people[0], people[2]]);
        sessions::record(services, &trainer(), cohort, session, &people, &corrected).await.expect("corrected");
        let register = sessions::register(services, &trainer(), cohort, session, Language::English).await;
        let present: HashSet<PersonId> = register
            .expect("a register")
            .people
            .into_iter()
            .filter(|(.., present)| *present == Some(true))
            .map(|(person, ..)| person)
            .collect();
        assert_eq!(present, corrected);
        let counts = store::session::present_counts(services.store.read(), cohort).await.expect("counts");
        assert_eq!(counts[&session], 2);
    }
}

on_both! {
    async fn nobody_is_marked_before_the_day_from_elsewhere_or_outside_the_roster(store: Store) {
        let place = Place::with_mail(store).await;
        let later = place.services.now().plus(3 * DAY).date().to_string();
        let (cohort, session, people) = held(&place, &later).await;
        let services = &place.services;
        let present: HashSet<PersonId> = people.iter().copied().collect();
        let early = sessions::record(services, &trainer(), cohort, session, &people, &present).await;
        assert!(matches!(early, Err(ServiceError::Invalid(_))));
        let foreign = sessions::record(services, &tuzla_trainer(), cohort, session, &people, &present).await;
        assert!(matches!(foreign, Err(ServiceError::Hidden)));

        place.wait(3 * DAY);
        let stranger = PersonId(services.new_id());
        let shown = [people[0], stranger];
        let present = HashSet::from(shown);
        sessions::record(services, &trainer(), cohort, session, &shown, &present).await.expect("a register");
        let read = services.store.read();
        let lines = store::session::attendance(read, session).await.expect("lines");
        assert_eq!(lines, [(people[0], true)]);
    }
}

on_both! {
    async fn a_plan_says_what_is_missing_beside_each_field(store: Store) {
        let place = Place::with_mail(store).await;
        let cohort = place.cohort().await;
        let plan = Plan { day: "tomorrow".into(), place: " ".into(), trainers: Vec::new() };
        let refused = sessions::plan(&place.services, &trainer(), cohort, &plan).await;
        let Err(ServiceError::Invalid(problems)) = refused else { panic!("{refused:?}") };
        let fields: Vec<&str> = problems.iter().map(|problem| problem.field.as_str()).collect();
        assert_eq!(fields, ["day", "place", "trainer"]);
        let wanted = cohorts::Wanted { language: Language::English, stage: None, page: 1 };
        let page = cohorts::show(&place.services, &trainer(), cohort, wanted).await.expect("the page");
        assert!(page.sessions.is_empty());
    }
}
