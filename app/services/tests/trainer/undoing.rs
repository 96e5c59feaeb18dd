//! Taking an enrolment back.

use domain::cascade::tally::ParticipationEvent;
use domain::clock::HOUR;
use harness::on_both;
use services::enrolment::{self, Delivery, UndoRefused};
use services::{ServiceError, cohorts};
use store::enrolment::State;
use store::participation::Because;

use crate::enrolling::MESSY;
use crate::place::{Place, trainer};

on_both! {
    async fn an_undone_enrolment_leaves_no_count_but_keeps_its_page_and_its_people(store: Store) {
        let place = Place::with_mail(store).await;
        let (cohort, other) = (place.cohort().await, place.cohort().await);
        place.paste(other, "Arta Hoxha arta.hoxha@unitir.example").await;
        place.commit(other, Delivery::Later).await.expect("an enrolment");
        place.paste(cohort, MESSY).await;
        let id = place.commit(cohort, Delivery::Mail).await.expect("an enrolment");
        assert_eq!(place.heads().await, 22);

        enrolment::undo(&place.services, &trainer(), cohort, id).await.expect("undone");
        enrolment::undo(&place.services, &trainer(), cohort, id).await.expect("a second press");
        assert!(place.people(cohort).await.is_empty());
        assert_eq!(place.heads().await, 1, "Arta is a head by her other cohort");
        let page = enrolment::result(&place.services, &trainer(), cohort, id, 1).await.expect("the page stays");
        assert_eq!((page.enrolment.state, page.rows.len()), (State::Undone, 25));
        assert_eq!(page.undone_by.as_deref(), Some("Teuta Trajnere"));
        let invitations = store::invitation::of_cohort(place.services.store.read(), cohort).await.expect("them");
        assert!(invitations.iter().all(|one| one.revoked_at.is_some()) && invitations.len() == 22);

        let again = place.paste(cohort, MESSY).await;
        assert_eq!(again.totals.ready, 22, "known people come back under the same list");
        place.commit(cohort, Delivery::Mail).await.expect("enrolled again");
        assert_eq!(place.heads().await, 22);
    }
}

on_both! {
    async fn after_a_day_or_once_anybody_has_started_nothing_is_undone(store: Store) {
        let place = Place::with_mail(store).await;
        let cohort = place.cohort().await;
        place.paste(cohort, MESSY).await;
        let id = place.commit(cohort, Delivery::Mail).await.expect("an enrolment");
        let found = store::participation::in_cohort(place.services.store.read(), cohort).await.expect("roster");
        let one = *found.values().next().expect("somebody");
        let services = place.services.clone();
        place
            .services
            .store
            .write::<_, ServiceError>(Box::new(move |tx| {
                Box::pin(async move {
                    let now = services.now();
                    let because = Because { event: services.new_id(), actor: None, at: now, detail: "" };
                    store::participation::record(tx, one, ParticipationEvent::Acted(now), because).await?;
                    Ok(())
                })
            }))
            .await
            .expect("a start");

        let page = enrolment::result(&place.services, &trainer(), cohort, id, 1).await.expect("the page");
        assert_eq!(page.undo, Err(UndoRefused::Started));
        let refused = enrolment::undo(&place.services, &trainer(), cohort, id).await;
        assert!(matches!(refused, Err(ServiceError::Invalid(_))));
        assert_eq!(place.people(cohort).await.len(), 22);

        place.wait(24 * HOUR);
        let page = enrolment::result(&place.services, &trainer(), cohort, id, 1).await.expect("the page");
        assert_eq!(page.undo, Err(UndoRefused::TooLate));
    }
}

on_both! {
    async fn a_withdrawal_is_listed_with_its_reason_and_is_not_lost_by_an_undo(store: Store) {
        let place = Place::with_mail(store).await;
        let cohort = place.cohort().await;
        place.paste(cohort, MESSY).await;
        let id = place.commit(cohort, Delivery::Mail).await.expect("an enrolment");
        let found = store::participation::in_cohort(place.services.store.read(), cohort).await.expect("roster");
        let one = *found.values().next().expect("somebody");
        let (services, actor) = (&place.services, trainer());
        let without = cohorts::withdraw(services, &actor, cohort, one, " \n").await;
        assert!(matches!(without, Err(ServiceError::Invalid(_))));
        cohorts::withdraw(services, &actor, cohort, one, "On parental leave").await.expect("withdrawn");

        let kept = store::participation::by_id(services.store.read(), one).await.expect("read").expect("it");
        assert_eq!(kept.withdrawn.map(|(_, reason)| reason).as_deref(), Some("On parental leave"));
        assert!(matches!(enrolment::undo(services, &actor, cohort, id).await, Err(ServiceError::Invalid(_))));
        assert_eq!(place.heads().await, 22, "the denominator stays");
        cohorts::bring_back(services, &actor, cohort, one).await.expect("back");
        let kept = store::participation::by_id(services.store.read(), one).await.expect("read").expect("it");
        assert_eq!(kept.withdrawn, None);
    }
}
