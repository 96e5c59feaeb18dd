//! A cohort in other hands.

use std::collections::BTreeSet;

use domain::cascade::tally::ParticipationEvent;
use domain::ids::PersonId;
use domain::session::attendance::Source;
use harness::{on_both, texts};
use services::cohorts::{self, NewCohort};
use services::enrolment::Delivery;
use services::sessions::{self, Recorded};
use services::{ServiceError, Services};
use store::StoreError;
use store::cohort::{Audience, Mode};
use store::participation::Because;

use crate::place::{COURSE, PROGRAMME, Place, TIRANA, TRAINER, trainer};
use crate::sessions::{enrolled, on, planned, register, today};

on_both! {
    async fn a_cohort_is_handed_over_with_its_sessions_to_come(store: Store) {
        let place = Place::with_mail(store).await;
        let services = &place.services;
        let cohort = enrolled(&place).await;
        let held = planned(&place, cohort, &on(today(&place))).await;
        let person = register(&place, cohort, held).await[0].person;
        let here = Recorded {
            shown: vec![person],
            present: BTreeSet::from([person]),
            seen: None,
            source: Source::TrainerList,
            reason: String::new(),
        };
        sessions::record(services, &trainer(), cohort, held, here).await.expect("a register");
        let later = planned(&place, cohort, &on(today(&place) + chrono::Days::new(7))).await;
        let stranger = sessions::hand_over(services, &trainer(), cohort, TRAINER, person, false).await;
        assert!(matches!(stranger, Err(ServiceError::Invalid(_))));

        let colleague = place.another_trainer().await;
        let handed = sessions::hand_over(services, &trainer(), cohort, TRAINER, colleague, false).await;
        assert_eq!(handed.expect("handed over"), 1);
        let read = services.store.read();
        assert_eq!(store::cohort::trainers(read, cohort).await.expect("trainers"), [colleague]);
        let of = async |session| {
            let found = store::session::by_id(read, session).await.expect("read");
            found.expect("the session").trainers
        };
        assert_eq!(of(later).await, [colleague]);
        assert_eq!(of(held).await, [TRAINER]);
    }
}

/// The trainers whom the programme counts as active.
async fn active(services: &Services) -> Vec<String> {
    let counted =
        "select p.name from programme_trainer t join person p on p.id = t.person_id where t.active";
    texts(&services.store, counted).await
}

/// Somebody of a cohort has done something.
async fn begin(services: &Services, of: PersonId, participation: domain::ids::ParticipationId) {
    let (event, at) = (services.new_id(), services.now());
    let kept: Result<(), StoreError> = services
        .store
        .write(Box::new(move |tx| {
            Box::pin(async move {
                let because = Because {
                    event,
                    actor: Some(of),
                    at,
                    detail: "",
                };
                store::participation::record(
                    tx,
                    participation,
                    ParticipationEvent::Acted(at),
                    because,
                )
                .await?;
                store::tally::recount_trainers(tx, TIRANA).await
            })
        }))
        .await;
    kept.expect("a beginning");
}

on_both! {
    async fn whoever_takes_over_a_cohort_under_way_is_active_and_whoever_left_it_is_not(store: Store) {
        let place = Place::with_mail(store).await;
        let services = &place.services;
        let new = NewCohort {
            title: "At their own pace".into(),
            programme: PROGRAMME,
            institution: TIRANA,
            course: COURSE,
            track: String::new(),
            mode: Mode::SelfPaced,
            audience: Audience::Colleagues,
            co_trainers: Vec::new(),
        };
        let cohort = cohorts::create(services, &trainer(), new).await.expect("a cohort");
        place.paste(cohort, "Arta Hoxha a@x.example").await;
        place.commit(cohort, Delivery::Later).await.expect("an enrolment");
        let people = store::participation::in_cohort(services.store.read(), cohort).await.expect("a roster");
        let (person, participation) = people.into_iter().next().expect("one person");
        begin(services, person, participation).await;
        assert_eq!(active(services).await, ["Teuta Trajnere"]);
        let colleague = place.another_trainer().await;
        sessions::hand_over(services, &trainer(), cohort, TRAINER, colleague, false).await.expect("handed over");
        assert_eq!(active(services).await, ["Drita Trajnere"]);
    }
}
