use std::sync::atomic::Ordering;

use domain::clock::{DAY, HOUR};
use domain::ids::GrantId;
use domain::people::{Actor, Role};
use harness::cascade::plant;
use services::ServiceError;
use services::invitations::{Secret, look, slips};
use services::outbox::{ATTEMPTS, PAGE, State, copy, deliver, list, sent_by_hand, try_again};

use crate::stage::{
    Listening, Values, browser, by_itself, enrol, installation, lead_of, post_round, problem,
    somebody, token, trainer_of, value,
};

harness::on_both! {
    async fn each_letter_goes_out_once_though_two_processes_send_at_the_same_time(store: Store) {
        let (services, _) = installation(store.clone());
        let planted = plant(&store, 1).await;
        let mut people = Vec::new();
        for n in 0..12 {
            people.push(somebody(&services, "Arta Hoxha", &format!("arta{n}@uni.example"), false, &[]).await);
        }
        enrol(&services, &planted.places[0], &people).await;
        let server = Listening::default();
        let (one, two) =
            tokio::join!(deliver(&services, &Values, &server), deliver(&services, &Values, &server));
        assert_eq!(one.expect("a round") + two.expect("a round"), 12);
        let mut to: Vec<String> = server.taken.lock().expect("one test").iter().map(|mail| mail.to.clone()).collect();
        to.sort();
        to.dedup();
        assert_eq!(to.len(), 12);
        assert!(post_round(&services).await.is_empty());
    }
}

harness::on_both! {
    async fn a_mail_server_that_refuses_is_asked_again_later_and_given_up_after_eight_attempts(store: Store) {
        let (services, clock) = installation(store.clone());
        let planted = plant(&store, 1).await;
        let arta = somebody(&services, "Arta Hoxha", "arta@uni.example", false, &[]).await;
        enrol(&services, &planted.places[0], &[arta]).await;
        let server = Listening::default();
        server.refuse.store(i64::MAX, Ordering::SeqCst);
        for _ in 0..ATTEMPTS {
            assert_eq!(deliver(&services, &Values, &server).await.expect("a round"), 1);
            // Not at once again.
            assert_eq!(deliver(&services, &Values, &server).await.expect("a round"), 0);
            clock.on(3 * HOUR);
        }
        assert_eq!(deliver(&services, &Values, &server).await.expect("a round"), 0);
        let trainer = trainer_of(&planted.places[0]);
        let failed = list(&services, &trainer, State::Failed, None, 0).await.expect("a list").letters;
        assert_eq!(failed[0].last_error.as_deref(), Some("451 try again later"));
        try_again(&services, &trainer, failed[0].id).await.expect("waits again");
        assert_eq!(post_round(&services).await.len(), 1);
        assert_eq!(list(&services, &trainer, State::Sent, None, 0).await.expect("a list").total, 1);
    }
}

harness::on_both! {
    async fn a_trainer_sees_and_copies_own_letters_only_and_a_visitor_none(store: Store) {
        let (services, _) = installation(store.clone());
        let planted = plant(&store, 2).await;
        let arta = somebody(&services, "Arta Hoxha", "arta@uni.example", false, &[]).await;
        enrol(&services, &planted.places[0], &[arta]).await;
        let own = copy(&services, &trainer_of(&planted.places[0]), None, None).await.expect("letters").letters;
        assert_eq!(own.len(), 1);
        let link = own[0].letter.values.iter().find(|(name, _)| name == "link").expect("a link").1.clone();
        let offer = look(&services, Secret::Link(link.rsplit('/').next().expect("a token")), browser(1).client).await;
        assert_eq!(offer.expect("an answer").expect("an offer").person, arta);
        let foreign = trainer_of(&planted.places[1]);
        assert!(copy(&services, &foreign, None, None).await.expect("letters").letters.is_empty());
        assert_eq!(list(&services, &foreign, State::Waiting, None, 0).await.expect("a list").total, 0);
        let learner = Actor::Person { id: arta, roles: Vec::new() };
        assert!(matches!(copy(&services, &learner, None, None).await, Err(ServiceError::Hidden)));
        assert!(matches!(copy(&services, &Actor::Visitor, None, None).await, Err(ServiceError::SignIn)));
    }
}

harness::on_both! {
    async fn a_trainer_who_went_to_another_institution_sees_and_copies_no_letter_of_the_former_one(store: Store) {
        let (services, clock) = installation(store.clone());
        let planted = plant(&store, 2).await;
        let [former, new] = [&planted.places[0], &planted.places[1]];
        let arta = somebody(&services, "Arta Hoxha", "arta@uni.example", true, &[]).await;
        enrol(&services, former, &[arta]).await;
        let gone = Actor::Person {
            id: former.trainer,
            roles: vec![Role::Trainer(new.institution)],
        };
        assert_eq!(copy(&services, &trainer_of(former), None, None).await.expect("letters").letters.len(), 1);
        assert!(copy(&services, &gone, None, None).await.expect("letters").letters.is_empty());
        let waiting = list(&services, &trainer_of(former), State::Waiting, None, 0).await.expect("a list").letters;
        let marked = sent_by_hand(&services, &gone, vec![waiting[0].id]).await;
        assert_eq!(marked.expect("an answer"), 0);
        let again = try_again(&services, &gone, waiting[0].id).await;
        assert!(matches!(again, Err(ServiceError::Hidden)));
        post_round(&services).await;
        // What is written by itself names nobody who is no trainer there any more.
        let (grant, now) = (GrantId(harness::cascade::id(11, 1)), services.now());
        store
            .write::<_, ServiceError>(Box::new(move |tx| {
                Box::pin(async move {
                    store::grant::revoke(tx, grant, now).await?;
                    Ok(())
                })
            }))
            .await
            .expect("revoked");
        clock.on(14 * DAY);
        by_itself(&services).await;
        let seen = async |actor: &Actor| list(&services, actor, State::Waiting, None, 0).await.expect("a list").total;
        assert_eq!(seen(&lead_of(former)).await, 1);
        assert_eq!(seen(&trainer_of(former)).await, 0, "named as its author");
        assert_eq!(seen(&gone).await, 0);
    }
}

harness::on_both! {
    async fn every_letter_that_waits_can_be_copied_pile_by_pile_and_marked_as_sent_by_hand(store: Store) {
        let (services, _) = installation(store.clone());
        let planted = plant(&store, 2).await;
        let trainer = trainer_of(&planted.places[0]);
        let page = usize::try_from(PAGE).expect("a small number");
        let mut people = Vec::new();
        for n in 0..2 * page + 5 {
            people.push(somebody(&services, "Arta Hoxha", &format!("arta{n}@uni.example"), false, &[]).await);
        }
        enrol(&services, &planted.places[0], &people).await;
        let (mut after, mut sizes, mut copied) = (None, Vec::new(), Vec::new());
        loop {
            let pile = copy(&services, &trainer, None, after).await.expect("a pile");
            sizes.push(pile.letters.len());
            copied.extend(pile.letters.into_iter().map(|one| one.message.id));
            after = pile.more_after;
            if after.is_none() {
                break;
            }
        }
        assert_eq!(sizes, [page, page, 5]);
        let first = copied[..page].to_vec();
        copied.sort_unstable();
        copied.dedup();
        assert_eq!(copied.len(), people.len(), "each once");
        let foreign = trainer_of(&planted.places[1]);
        assert_eq!(sent_by_hand(&services, &foreign, first.clone()).await.expect("an answer"), 0);
        assert_eq!(sent_by_hand(&services, &trainer, first.clone()).await.expect("an answer"), PAGE);
        assert_eq!(sent_by_hand(&services, &trainer, first.clone()).await.expect("an answer"), 0, "once");
        let rest = copy(&services, &trainer, None, None).await.expect("a pile").letters;
        assert!(rest.iter().all(|one| !first.contains(&one.message.id)));
        assert_eq!(list(&services, &trainer, State::Sent, None, 0).await.expect("a list").total, PAGE);
        assert_eq!(post_round(&services).await.len(), page + 5, "no mail server sends them again");
    }
}

harness::on_both! {
    async fn a_letter_carries_a_code_but_never_replaces_one_on_paper(store: Store) {
        let (services, clock) = installation(store.clone());
        let planted = plant(&store, 1).await;
        let place = &planted.places[0];
        let trainer = trainer_of(place);
        let arta = somebody(&services, "Arta Hoxha", "arta@uni.example", false, &[]).await;
        enrol(&services, place, &[arta]).await;
        let letter = post_round(&services).await.remove("arta@uni.example").expect("a letter");
        assert_eq!(value(&letter, "code").len(), 9);
        let slip = slips(&services, &trainer, place.cohort.id, Default::default()).await.expect("slips").remove(0);
        clock.on(DAY);
        services::invitations::send_waiting(&services, &trainer, place.cohort.id).await.expect("queued");
        let again = post_round(&services).await.remove("arta@uni.example").expect("a letter");
        assert_eq!(value(&again, "code"), "");
        assert_ne!(token(&letter), token(&again));
        assert!(look(&services, Secret::Code(&slip.code), browser(1).client).await.expect("an answer").is_some());
    }
}

harness::on_both! {
    async fn nothing_in_the_database_opens_an_account(store: Store) {
        let (services, _) = installation(store.clone());
        let planted = plant(&store, 1).await;
        let arta = somebody(&services, "Arta Hoxha", "arta@uni.example", false, &[]).await;
        enrol(&services, &planted.places[0], &[arta]).await;
        let link = token(&post_round(&services).await["arta@uni.example"]);
        let sent = list(&services, &trainer_of(&planted.places[0]), State::Sent, None, 0).await.expect("a list").letters;
        assert!(!format!("{sent:?}").contains(&link));
        let hash = services::hash_token(&link);
        assert!(store::invitation::by_token_hash(store.read(), &link).await.expect("an answer").is_none());
        assert!(store::invitation::by_token_hash(store.read(), &hash).await.expect("an answer").is_some());
    }
}

harness::on_both! {
    async fn a_colleague_who_joined_is_reminded_once_a_day_and_only_by_those_who_train_them(store: Store) {
        let (services, _) = installation(store.clone());
        let planted = plant(&store, 2).await;
        let place = &planted.places[0];
        let arta = somebody(&services, "Arta Hoxha", "arta@uni.example", true, &[]).await;
        let emir = somebody(&services, "Emir Begić", "emir@uni.example", false, &[]).await;
        enrol(&services, place, &[arta, emir]).await;
        post_round(&services).await;
        let rows = store::participation::in_cohort(store.read(), place.cohort.id).await.expect("rows");
        let remind = |actor: Actor, person| {
            let (services, cohort, row) = (services.clone(), place.cohort.id, rows[&person]);
            async move { services::reminders::remind(&services, &actor, cohort, row).await }
        };
        let foreign = remind(trainer_of(&planted.places[1]), arta).await;
        assert!(matches!(foreign, Err(ServiceError::Hidden)));
        let trainer = trainer_of(place);
        assert_eq!(problem(remind(trainer.clone(), emir).await), "remind_not_joined");
        remind(trainer.clone(), arta).await.expect("queued");
        remind(trainer, arta).await.expect("queued already");
        let letters = post_round(&services).await;
        assert_eq!(letters.len(), 1);
        assert_eq!(value(&letters["arta@uni.example"], "kind"), "reminder");
    }
}
