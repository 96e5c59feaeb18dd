//! Cohorts as their trainers, leads and strangers see them.

use domain::cascade::help::{HELP_AFTER_DAYS, Stage};
use domain::clock::DAY;
use domain::language::Language;
use domain::people::{Actor, Role};
use harness::on_both;
use services::ServiceError;
use services::cohorts::{self, Wanted};
use services::enrolment::Delivery;
use store::cohort::Audience;

use crate::place::{LEAD, PROGRAMME, Place, TUZLA_TRAINER, lead, trainer, tuzla_trainer};

const EVERYBODY: Wanted = Wanted {
    language: Language::Bosnian,
    stage: None,
    page: 1,
};

on_both! {
    async fn each_sees_the_cohorts_of_their_own_scope(store: Store) {
        let place = Place::with_mail(store).await;
        place.cohort().await;
        place.cohort_by(lead(), Audience::Colleagues).await.expect("the lead's cohort");
        let coordinator = Actor::Person { id: TUZLA_TRAINER, roles: vec![Role::Coordinator(PROGRAMME)] };
        let learner = Actor::Person { id: LEAD, roles: Vec::new() };
        let services = &place.services;
        let total = |actor: Actor| async move {
            cohorts::list(services, &actor, 1).await.map(|listing| listing.total)
        };
        assert_eq!(total(trainer()).await.expect("a list"), 1, "the trainer's own");
        assert_eq!(total(lead()).await.expect("a list"), 2, "the institution's");
        assert_eq!(total(coordinator).await.expect("a list"), 2, "the programme's");
        assert_eq!(total(tuzla_trainer()).await.expect("a list"), 0, "nothing of Tirana");
        assert!(matches!(total(learner).await, Err(ServiceError::Hidden)));
        assert!(matches!(total(Actor::Visitor).await, Err(ServiceError::SignIn)));
    }
}

on_both! {
    async fn nobody_makes_a_cohort_elsewhere_or_one_of_trainers_without_training_trainers(store: Store) {
        let place = Place::with_mail(store).await;
        let elsewhere = place.cohort_by(tuzla_trainer(), Audience::Colleagues).await;
        assert!(matches!(elsewhere, Err(ServiceError::Hidden)));
        let of_trainers = place.cohort_by(trainer(), Audience::Trainers).await;
        assert!(matches!(of_trainers, Err(ServiceError::Invalid(_))));
        let partner = Actor::Person { id: LEAD, roles: vec![Role::PartnerTrainer(PROGRAMME)] };
        place.cohort_by(partner, Audience::Trainers).await.expect("generation 1");
    }
}

on_both! {
    async fn the_roster_stands_in_the_reader_s_order_and_two_quiet_weeks_ask_for_help(store: Store) {
        let place = Place::with_mail(store).await;
        let cohort = place.cohort().await;
        place.paste(cohort, "Đurić A a@x.example\nDžafić B b@x.example\nDupla C c@x.example\nČović D d@x.example").await;
        place.commit(cohort, Delivery::Mail).await.expect("an enrolment");
        let page = cohorts::show(&place.services, &trainer(), cohort, EVERYBODY).await.expect("the page");
        let names: Vec<&str> = page.roster.iter().map(|line| line.line.name.as_str()).collect();
        assert_eq!(names, ["Čović D", "Dupla C", "Džafić B", "Đurić A"]);
        assert_eq!((page.summary.people, page.summary.need_help), (4, 0));
        assert!(page.roster.iter().all(|line| line.invited.as_ref().is_some_and(|i| i.message.is_some())));

        place.wait(HELP_AFTER_DAYS * DAY);
        let quiet = Wanted { stage: Some(Stage::NeedsHelp), ..EVERYBODY };
        let page = cohorts::show(&place.services, &trainer(), cohort, quiet).await.expect("the page");
        assert_eq!((page.summary.need_help, page.total), (4, 4));
    }
}

on_both! {
    async fn a_second_person_s_change_is_never_written_over(store: Store) {
        let place = Place::with_mail(store).await;
        let cohort = place.cohort().await;
        cohorts::rename(&place.services, &trainer(), cohort, "Autumn cohort", 1).await.expect("renamed");
        let late = cohorts::rename(&place.services, &lead(), cohort, "Winter cohort", 1).await;
        assert!(matches!(late, Err(ServiceError::Stale)));
        let page = cohorts::show(&place.services, &trainer(), cohort, EVERYBODY).await.expect("the page");
        assert_eq!(page.cohort.title, "Autumn cohort");
        let log = store::audit::of_subject(place.services.store.read(), cohort.0, 10).await.expect("the log");
        assert_eq!(log.iter().filter(|entry| entry.action == "cohort.renamed").count(), 1);
    }
}

on_both! {
    async fn only_trainers_of_the_institution_are_named_as_co_trainers(store: Store) {
        let place = Place::with_mail(store).await;
        let cohort = place.cohort_by(lead(), Audience::Colleagues).await.expect("a cohort");
        let refused = cohorts::add_trainer(&place.services, &lead(), cohort, TUZLA_TRAINER).await;
        assert!(matches!(refused, Err(ServiceError::Invalid(_))));
        assert!(matches!(
            cohorts::show(&place.services, &trainer(), cohort, EVERYBODY).await,
            Err(ServiceError::Hidden)
        ));
        cohorts::add_trainer(&place.services, &lead(), cohort, crate::place::TRAINER).await.expect("named");
        cohorts::show(&place.services, &trainer(), cohort, EVERYBODY).await.expect("now it is theirs");
    }
}
