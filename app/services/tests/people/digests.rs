use domain::clock::{DAY, HOUR};
use domain::people::Role;
use harness::cascade::{Place, id, plant};
use services::reminders::nudge_trainer;
use services::{ServiceError, Services, digest};
use store::Store;

use crate::stage::{
    by_itself, coordinator_of, enrol, happens, installation, lead_of, post_round, problem,
    somebody, trainer_of, value,
};

/// Gives a place's trainer an address.
async fn address(services: &Services, place: &Place, address: &str) {
    let email = domain::roster::Email::parse(address).expect("an address");
    let (trainer, now) = (place.trainer, services.now());
    services
        .store
        .write::<_, ServiceError>(Box::new(move |tx| {
            Box::pin(async move {
                store::person::add_address(tx, trainer, &email, now).await?;
                Ok(())
            })
        }))
        .await
        .expect("an address");
}

/// From the Sunday of the tests to so many Mondays later, at noon.
fn to_monday(services: &Services, clock: &crate::stage::Wound, weeks: i64) {
    let today = domain::clock::Timestamp::start_of(services.now().date());
    let sunday = services.now().since(today);
    clock.on(DAY - sunday + 12 * HOUR + (weeks - 1) * 7 * DAY);
}

harness::on_both! {
    async fn a_trainer_hears_on_monday_how_many_need_help_and_hears_nothing_when_nobody_does(store: Store) {
        let (services, clock) = installation(store.clone());
        let planted = plant(&store, 2).await;
        for (place, at) in planted.places.iter().zip(["emir@uni.example", "lule@uni.example"]) {
            address(&services, place, at).await;
        }
        let arta = somebody(&services, "Arta Hoxha", "arta@uni.example", true, &[]).await;
        enrol(&services, &planted.places[0], &[arta]).await;
        post_round(&services).await;
        to_monday(&services, &clock, 3);
        by_itself(&services).await;
        let letters = post_round(&services).await;
        let digests: Vec<&String> = letters.keys().filter(|to| *to != "arta@uni.example").collect();
        assert_eq!(digests, ["emir@uni.example"], "nothing to say is no letter");
        let letter = &letters["emir@uni.example"];
        assert_eq!(value(letter, "kind"), "digest-trainer");
        assert_eq!((value(letter, "point-help").as_str(), value(letter, "point-sessions").as_str()), ("1", "0"));
        assert!(!letter.contains("Arta"), "names stand on the page only: {letter}");
        for _ in 0..6 {
            clock.on(DAY);
            by_itself(&services).await;
            assert!(!post_round(&services).await.contains_key("emir@uni.example"), "once a week");
        }
        clock.on(DAY);
        by_itself(&services).await;
        assert!(post_round(&services).await.contains_key("emir@uni.example"), "the next week");
    }
}

harness::on_both! {
    async fn a_digest_names_people_on_its_page_and_only_those_of_the_reader_s_role(store: Store) {
        let (services, clock) = installation(store.clone());
        let planted = plant(&store, 2).await;
        let place = &planted.places[0];
        let arta = somebody(&services, "Arta Hoxha", "arta@uni.example", true, &[]).await;
        enrol(&services, place, &[arta]).await;
        clock.on(15 * DAY);
        let mine = digest::mine(&services, &trainer_of(place)).await.expect("a digest");
        let help = mine.training.expect("a trainer's part").help;
        assert_eq!(help.iter().map(|one| one.name.as_str()).collect::<Vec<_>>(), ["Arta Hoxha"]);
        let foreign = digest::mine(&services, &trainer_of(&planted.places[1])).await.expect("a digest");
        assert!(foreign.training.expect("a trainer's part").help.is_empty());
        let lead = digest::mine(&services, &lead_of(place)).await.expect("a digest");
        assert_eq!(lead.led[0].silent.len(), 1, "qualified 105 days ago, nothing delivered");
        assert_eq!(lead.led[0].stalled.len(), 1);
        assert_eq!(lead.led[0].counts.missing, 20);
        let run = digest::mine(&services, &coordinator_of(&planted)).await.expect("a digest").run;
        assert_eq!((run[0].counts.behind, run[0].behind.len()), (2, 2));
        let learner = crate::stage::learner(arta);
        assert!(matches!(digest::mine(&services, &learner).await, Err(ServiceError::Hidden)));
    }
}

harness::on_both! {
    async fn leads_and_coordinators_hear_what_is_behind(store: Store) {
        let (services, clock) = installation(store.clone());
        let planted = plant(&store, 2).await;
        let place = &planted.places[0];
        somebody(&services, "Lule Gashi", "lead@uni.example", true, &[Role::Lead(place.institution)]).await;
        let role = Role::Coordinator(planted.programme);
        somebody(&services, "Teuta Kola", "office@uni.example", true, &[role]).await;
        to_monday(&services, &clock, 1);
        by_itself(&services).await;
        let letters = post_round(&services).await;
        let lead = &letters["lead@uni.example"];
        assert_eq!(["point-silent", "point-stalled", "point-missing"].map(|name| value(lead, name)), ["1", "0", "20"]);
        let office = &letters["office@uni.example"];
        assert_eq!(["point-behind", "point-institutions"].map(|name| value(office, name)), ["2", "2"]);
        let end = domain::clock::Timestamp::start_of("2031-02-17".parse().expect("a day"));
        clock.on(end.since(services.now()) + 12 * HOUR);
        by_itself(&services).await;
        assert!(post_round(&services).await.is_empty(), "the programme is long over");
    }
}

#[tokio::test]
async fn without_a_mail_server_digests_are_a_page_and_not_in_anybody_s_list_of_letters() {
    let scratch = harness::sqlite().await;
    let store: Store = scratch.store.clone();
    let planted = plant(&store, 1).await;
    let (mailing, clock) = installation(store.clone());
    let services = Services::new(
        store,
        std::sync::Arc::new(clock.clone()),
        std::sync::Arc::new(services::ports::SystemRandom),
        services::Settings::default(),
    );
    address(&services, &planted.places[0], "emir@uni.example").await;
    let arta = somebody(&services, "Arta Hoxha", "arta@uni.example", true, &[]).await;
    enrol(&services, &planted.places[0], &[arta]).await;
    post_round(&services).await;
    to_monday(&services, &clock, 3);
    by_itself(&services).await;
    let letters = post_round(&services).await;
    assert_eq!(letters.keys().collect::<Vec<_>>(), ["arta@uni.example"]);
    by_itself(&mailing).await;
    assert!(post_round(&services).await.contains_key("emir@uni.example"));
}

harness::on_both! {
    async fn a_silent_trainer_is_nudged_at_most_once_in_seven_days(store: Store) {
        let (services, clock) = installation(store.clone());
        let planted = plant(&store, 2).await;
        let place = &planted.places[0];
        address(&services, place, "emir@uni.example").await;
        somebody(&services, "Nobody", "nobody@uni.example", true, &[]).await;
        let lead = somebody(&services, "Lule Gashi", "lead@uni.example", true, &[Role::Lead(place.institution)]).await;
        let lead = domain::people::Actor::Person { id: lead, roles: vec![Role::Lead(place.institution)] };
        let nudge = async |actor: &domain::people::Actor| {
            nudge_trainer(&services, actor, planted.programme, place.institution, place.trainer).await
        };
        assert!(matches!(nudge(&lead_of(&planted.places[1])).await, Err(ServiceError::Hidden)));
        assert!(matches!(nudge(&trainer_of(place)).await, Err(ServiceError::Hidden)));
        let stranger = nudge_trainer(&services, &lead, planted.programme, place.institution, planted.places[1].trainer);
        assert!(matches!(stranger.await, Err(ServiceError::Hidden)));
        nudge(&lead).await.expect("queued");
        assert_eq!(problem(nudge(&lead).await), "nudge_lately");
        let letter = post_round(&services).await.remove("emir@uni.example").expect("a letter");
        assert_eq!((value(&letter, "kind").as_str(), value(&letter, "inviter").as_str()), ("nudge", "Lule Gashi"));
        clock.on(7 * DAY - HOUR);
        assert_eq!(problem(nudge(&lead).await), "nudge_lately");
        clock.on(-30 * DAY);
        assert_eq!(problem(nudge(&lead).await), "nudge_lately", "a clock that jumps back is no week");
        clock.on(30 * DAY + HOUR);
        nudge(&lead).await.expect("a week later");
        assert_eq!(post_round(&services).await.len(), 1);
        plan_and_deliver(&services, place).await;
        clock.on(8 * DAY);
        assert_eq!(problem(nudge(&lead).await), "nudge_not_silent");
    }
}

/// The place's trainer delivers a session.
async fn plan_and_deliver(services: &Services, place: &Place) {
    let (now, session) = (services.now(), domain::ids::SessionId(id(30, 1)));
    let planned = store::session::Session::on(
        session,
        place.cohort.id,
        now.date(),
        "Room 12",
        vec![place.trainer],
    );
    services
        .store
        .write::<_, ServiceError>(Box::new(move |tx| {
            Box::pin(async move {
                store::session::plan(tx, &planned).await?;
                Ok(store::session::mark_delivered(tx, &planned, now).await?)
            })
        }))
        .await
        .expect("a session");
    happens(
        services,
        place,
        domain::cascade::tally::ParticipationEvent::Acted(now),
    )
    .await;
}
