use domain::cascade::tally::ParticipationEvent;
use domain::ids::PersonId;
use domain::people::{Actor, Role};
use harness::cascade::{NOW, enrol, id};
use harness::on_both;
use services::ServiceError;
use services::person_page::{PersonPage, What, page};

use super::stage::{Stage, stage};

async fn seen(stage: &Stage, actor: &Actor, person: u32) -> Result<PersonPage, ServiceError> {
    page(&stage.services, actor, PersonId(id(4, person))).await
}

on_both! {
    async fn a_foreign_person_looks_exactly_like_an_absent_one(store: Store) {
        let stage = stage(&store, 2).await;
        enrol(&store, &stage.planted.places[1], 0..1).await;
        for actor in [stage.lead(0), stage.trainer(0), stage.observer()] {
            assert!(matches!(seen(&stage, &actor, 0).await, Err(ServiceError::Hidden)));
            assert!(matches!(seen(&stage, &actor, 77).await, Err(ServiceError::Hidden)));
        }
        assert!(matches!(seen(&stage, &Actor::Visitor, 0).await, Err(ServiceError::SignIn)));
        for actor in [stage.lead(1), stage.trainer(1), stage.coordinator()] {
            assert_eq!(seen(&stage, &actor, 0).await.expect("the page").person.name, "Colleague 0");
        }
    }
}

on_both! {
    async fn whoever_takes_part_in_two_places_is_told_of_each_only_there(store: Store) {
        let stage = stage(&store, 2).await;
        for place in &stage.planted.places {
            enrol(&store, place, 0..1).await;
        }
        for actor in [stage.lead(0), stage.trainer(1)] {
            let page = seen(&stage, &actor, 0).await.expect("the page");
            assert_eq!((page.participations.len(), page.elsewhere), (1, 1));
        }
        let whole = seen(&stage, &stage.coordinator(), 0).await.expect("the page");
        assert_eq!((whole.participations.len(), whole.elsewhere), (2, 0));
        let oneself = Actor::Person { id: PersonId(id(4, 0)), roles: Vec::new() };
        assert_eq!(seen(&stage, &oneself, 0).await.expect("the page").participations.len(), 2);
    }
}

on_both! {
    async fn the_timeline_tells_what_happened_newest_first(store: Store) {
        let stage = stage(&store, 1).await;
        let place = &stage.planted.places[0];
        enrol(&store, place, 0..1).await;
        stage.happen(place, 0, ParticipationEvent::Acted(NOW.plus(1_000)), "").await;
        stage.happen(place, 0, ParticipationEvent::Withdrawn, "moved abroad").await;
        let person = PersonId(id(4, 0));
        let unit = stage.edition.units()[0].id;
        stage
            .write(move |tx| {
                Box::pin(async move {
                    store::learning::complete(tx, person, unit, NOW.plus(2_000)).await?;
                    Ok(())
                })
            })
            .await;
        let page = seen(&stage, &stage.lead(0), 0).await.expect("the page");
        assert!(page.timeline.is_sorted_by_key(|entry| std::cmp::Reverse(entry.at)));
        assert!(matches!(page.timeline[0].what, What::Unit(_, _)));
        assert!(matches!(page.timeline[1].what, What::Started(_)));
        let withdrawn = |entry: &What| matches!(entry, What::Withdrawn(_, why) if why == "moved abroad");
        assert!(page.timeline.iter().any(|entry| withdrawn(&entry.what)));
        assert!(page.timeline.iter().any(|entry| matches!(entry.what, What::Invited(_))));
    }
}

on_both! {
    async fn a_lead_hands_over_codes_to_those_beneath_and_never_to_a_coordinator(store: Store) {
        let stage = stage(&store, 1).await;
        enrol(&store, &stage.planted.places[0], 0..2).await;
        stage.give(PersonId(id(4, 1)), Role::Coordinator(stage.planted.programme)).await;
        assert!(seen(&stage, &stage.lead(0), 0).await.expect("the page").may_hand_over);
        assert!(!seen(&stage, &stage.lead(0), 1).await.expect("the page").may_hand_over);
        assert!(!seen(&stage, &stage.trainer(0), 0).await.expect("the page").may_hand_over);
    }
}
