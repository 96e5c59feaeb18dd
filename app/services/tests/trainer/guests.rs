//! Somebody of another institution in a cohort: a name to the place that holds it, no more.

use domain::ids::{CohortId, PersonId};
use domain::language::Language;
use domain::people::{Actor, Role};
use harness::on_both;
use services::cohorts::{self, Wanted};
use services::enrolment::Delivery;
use services::{ServiceError, institution, person_page, reset};
use uuid::Uuid;

use crate::place::{PROGRAMME, Place, TIRANA, TUZLA, TUZLA_TRAINER, lead, trainer, tuzla_trainer};

const NAME: &str = "Tarik Trener";

fn with(role: Role) -> Actor {
    Actor::Person {
        id: PersonId(Uuid::from_u128(99)),
        roles: vec![role],
    }
}

/// A cohort of Tirana's trainer in which Tuzla's takes part.
async fn with_a_guest(place: &Place) -> CohortId {
    let cohort = place.cohort().await;
    place
        .paste(cohort, &format!("{NAME} tarik@untz.example"))
        .await;
    place
        .commit(cohort, Delivery::Mail)
        .await
        .expect("an enrolment");
    assert_eq!(place.people(cohort).await, [TUZLA_TRAINER]);
    cohort
}

on_both! {
    async fn a_guest_s_page_opens_for_their_own_institution_and_for_those_who_train_them(store: Store) {
        let place = Place::with_mail(store).await;
        with_a_guest(&place).await;
        let another = with(Role::Trainer(TIRANA));
        for (who, actor, opens) in [
            ("the lead of the place", lead(), false),
            ("another trainer of the place", another, false),
            ("their own trainer", trainer(), true),
            ("their own lead", with(Role::Lead(TUZLA)), true),
            ("the coordinator", with(Role::Coordinator(PROGRAMME)), true),
            ("they themselves", tuzla_trainer(), true),
        ] {
            match person_page::page(&place.services, &actor, TUZLA_TRAINER).await {
                Ok(_) => assert!(opens, "{who}"),
                Err(ServiceError::Hidden) => assert!(!opens, "{who}"),
                Err(error) => panic!("{who}: {error}"),
            }
        }
        let code = reset::code_for(&place.services, &lead(), TUZLA_TRAINER).await;
        assert!(matches!(code, Err(ServiceError::Hidden)), "their account is not the place's");
        let own = with(Role::Lead(TUZLA));
        assert!(reset::code_for(&place.services, &own, TUZLA_TRAINER).await.is_ok());
    }
}

on_both! {
    async fn lists_name_a_guest_and_lead_to_a_page_only_where_it_opens(store: Store) {
        let place = Place::with_mail(store).await;
        let cohort = with_a_guest(&place).await;
        let services = &place.services;
        let wanted = Wanted { language: Language::English, stage: None, page: 1 };
        let coordinator = with(Role::Coordinator(PROGRAMME));
        for (actor, open) in [(lead(), false), (trainer(), true), (coordinator, true)] {
            let page = cohorts::show(services, &actor, cohort, wanted).await.expect("the cohort");
            let line = &page.roster[0];
            assert_eq!((line.line.name.as_str(), line.open), (NAME, open));
            assert_eq!(line.address.is_some(), open, "an address is more than a name");
            let (_, _, file) = cohorts::export(services, &actor, cohort, Language::English).await.expect("a file");
            assert_eq!(file[0].address.is_some(), open);
        }
        cohorts::withdraw(services, &trainer(), cohort, page_of(&place, cohort).await, "went home").await.expect("withdrawn");
        let wanted = institution::Wanted::default();
        let seen = institution::page(services, &lead(), TIRANA, wanted).await.expect("the institution");
        let withdrawn = seen.people.expect("names").withdrawn;
        assert_eq!((withdrawn[0].0.name.as_str(), withdrawn[0].1), (NAME, false));
    }
}

async fn page_of(place: &Place, cohort: CohortId) -> domain::ids::ParticipationId {
    let found = store::participation::in_cohort(place.services.store.read(), cohort).await;
    found.expect("a roster")[&TUZLA_TRAINER]
}
