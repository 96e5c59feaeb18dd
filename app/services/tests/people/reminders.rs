use chrono::Days;
use domain::cascade::tally::ParticipationEvent;
use domain::clock::{DAY, HOUR};
use domain::ids::{ParticipationId, SessionId};
use domain::language::Language;
use harness::cascade::{Place, plant};
use services::invitations::{Secret, look};
use services::{ServiceError, Services, letter_choice};
use store::session::Session;

use crate::stage::{
    browser, by_itself, enrol, happens, installation, learner, participation, post_round, problem,
    somebody, token, trainer_of, value, waiting, written,
};

harness::on_both! {
    async fn somebody_who_never_came_in_is_invited_once_more_after_a_week(store: Store) {
        let (services, clock) = installation(store.clone());
        let planted = plant(&store, 2).await;
        let arta = somebody(&services, "Arta Hoxha", "arta@uni.example", false, &[]).await;
        let emir = somebody(&services, "Emir Begić", "emir@uni.example", true, &[]).await;
        enrol(&services, &planted.places[0], &[arta, emir]).await;
        post_round(&services).await;
        // Their letter never went out: a second invitation would be the first.
        let lule = somebody(&services, "Lule Gashi", "lule@uni.example", false, &[]).await;
        enrol(&services, &planted.places[1], &[lule]).await;
        clock.on(6 * DAY);
        by_itself(&services).await;
        clock.on(DAY);
        by_itself(&services).await;
        let letters = post_round(&services).await;
        assert_eq!(letters.len(), 2, "{letters:?}");
        assert_eq!(value(&letters["lule@uni.example"], "kind"), "invitation");
        let letter = &letters["arta@uni.example"];
        assert_eq!(value(letter, "kind"), "joining");
        let token = token(letter);
        let offer = look(&services, Secret::Link(&token), browser(1).client).await.expect("an answer");
        assert_eq!(offer.expect("an invitation").name, "Arta Hoxha");
        for _ in 0..6 {
            clock.on(DAY);
            assert!(!written(&services).await.contains_key("arta@uni.example"), "once");
        }
    }
}

harness::on_both! {
    async fn somebody_who_stopped_is_asked_once_for_each_silence(store: Store) {
        let (services, clock) = installation(store.clone());
        let planted = plant(&store, 1).await;
        let place = &planted.places[0];
        let arta = somebody(&services, "Arta Hoxha", "arta@uni.example", true, &[]).await;
        enrol(&services, place, &[arta]).await;
        post_round(&services).await;
        let mut kinds = Vec::new();
        for day in 1..=40 {
            clock.on(DAY);
            if day == 20 {
                let now = services.now();
                happens(&services, place, ParticipationEvent::Acted(now)).await;
            }
            kinds.extend(written(&services).await.into_values().map(|kind| (day, kind)));
        }
        assert_eq!(kinds, [(14, "quiet".to_owned()), (34, "quiet".to_owned())]);
    }
}

/// Plans a session of a place's cohort in so many days.
async fn plan(services: &Services, place: &Place, days: u64) -> SessionId {
    let id = SessionId(services.new_id());
    let day = services.now().date() + Days::new(days);
    let session = Session::on(id, place.cohort.id, day, "Room 12", vec![place.trainer]);
    services
        .store
        .write::<_, ServiceError>(Box::new(move |tx| {
            Box::pin(async move { Ok(store::session::plan(tx, &session).await?) })
        }))
        .await
        .expect("a session");
    id
}

harness::on_both! {
    async fn a_session_is_announced_three_days_before_and_the_day_before_but_not_when_it_is_cancelled(store: Store) {
        let (services, clock) = installation(store.clone());
        let planted = plant(&store, 2).await;
        let arta = somebody(&services, "Arta Hoxha", "arta@uni.example", true, &[]).await;
        let emir = somebody(&services, "Emir Begić", "emir@uni.example", true, &[]).await;
        enrol(&services, &planted.places[0], &[arta]).await;
        enrol(&services, &planted.places[1], &[emir]).await;
        post_round(&services).await;
        plan(&services, &planted.places[0], 5).await;
        let session = plan(&services, &planted.places[1], 5).await;
        let now = services.now();
        store
            .write::<_, ServiceError>(Box::new(move |tx| {
                Box::pin(async move {
                    store::session::cancel(tx, session, Some((now, "Strike"))).await?;
                    Ok(())
                })
            }))
            .await
            .expect("cancelled");
        let mut told = Vec::new();
        for day in 1..=6 {
            clock.on(DAY);
            by_itself(&services).await;
            for (to, letter) in post_round(&services).await {
                assert_eq!((to.as_str(), value(&letter, "place").as_str()), ("arta@uni.example", "Room 12"));
                told.push((day, value(&letter, "days")));
            }
        }
        assert_eq!(told, [(2, "3".to_owned()), (4, "1".to_owned())]);
    }
}

harness::on_both! {
    async fn a_session_that_is_over_is_not_announced_from_the_list_to_copy(store: Store) {
        let (services, clock) = installation(store.clone());
        let planted = plant(&store, 1).await;
        let place = &planted.places[0];
        let arta = somebody(&services, "Arta Hoxha", "arta@uni.example", true, &[]).await;
        enrol(&services, place, &[arta]).await;
        post_round(&services).await;
        plan(&services, place, 1).await;
        by_itself(&services).await;
        assert_eq!(waiting(&services, place).await.total, 1);
        clock.on(2 * DAY);
        by_itself(&services).await;
        assert_eq!(waiting(&services, place).await.total, 0);
        assert!(post_round(&services).await.is_empty());
    }
}

harness::on_both! {
    async fn the_follow_up_is_asked_after_30_and_90_days_unless_it_is_answered(store: Store) {
        let (services, clock) = installation(store.clone());
        let planted = plant(&store, 1).await;
        let place = &planted.places[0];
        let arta = somebody(&services, "Arta Hoxha", "arta@uni.example", true, &[]).await;
        let emir = somebody(&services, "Emir Begić", "emir@uni.example", true, &[]).await;
        enrol(&services, place, &[arta, emir]).await;
        post_round(&services).await;
        happens(&services, place, ParticipationEvent::Finished(services.now())).await;
        clock.on(29 * DAY);
        assert!(written(&services).await.is_empty());
        clock.on(DAY);
        by_itself(&services).await;
        let letters = post_round(&services).await;
        assert_eq!(letters.len(), 2);
        assert_eq!(value(&letters["arta@uni.example"], "days"), "30");
        let of = participation(&services, place, arta).await;
        assert_eq!(value(&letters["arta@uni.example"], "participation"), of.to_string());
        clock.on(60 * DAY);
        answer(&services, arta, of, "90").await;
        by_itself(&services).await;
        let letters = post_round(&services).await;
        assert_eq!(letters.keys().collect::<Vec<_>>(), ["emir@uni.example"]);
        assert_eq!(value(&letters["emir@uni.example"], "days"), "90");
    }
}

async fn answer(
    services: &Services,
    person: domain::ids::PersonId,
    of: ParticipationId,
    round: &str,
) {
    let typed = services::follow_up::Typed {
        round,
        answer: "yes",
        ..Default::default()
    };
    services::follow_up::answer(services, &learner(person), of, typed)
        .await
        .expect("an answer");
}

harness::on_both! {
    async fn nobody_withdrawn_and_nobody_of_a_programme_long_over_is_written_to(store: Store) {
        let (services, clock) = installation(store.clone());
        let planted = plant(&store, 2).await;
        let arta = somebody(&services, "Arta Hoxha", "arta@uni.example", true, &[]).await;
        enrol(&services, &planted.places[0], &[arta]).await;
        happens(&services, &planted.places[0], ParticipationEvent::Withdrawn).await;
        post_round(&services).await;
        clock.on(14 * DAY);
        assert!(written(&services).await.is_empty(), "withdrawn");
        // The programme ends on 14 November 2030: whoever stopped is written to that day at last.
        let end = domain::clock::Timestamp::start_of("2030-11-14".parse().expect("a day"));
        let last = end.plus(12 * HOUR);
        let emir = somebody(&services, "Emir Begić", "emir@uni.example", true, &[]).await;
        clock.on(last.since(services.now()) - 14 * DAY);
        enrol(&services, &planted.places[1], &[emir]).await;
        post_round(&services).await;
        clock.on(15 * DAY);
        assert!(written(&services).await.is_empty(), "over");
        clock.on(-DAY);
        services::jobs::put_in_line(&services).await.expect("a line");
        assert!(post_round(&services).await.is_empty());
    }
}

harness::on_both! {
    async fn somebody_who_finished_on_the_last_day_is_asked_after_30_and_90_days(store: Store) {
        let (services, clock) = installation(store.clone());
        let planted = plant(&store, 1).await;
        let place = &planted.places[0];
        let arta = somebody(&services, "Arta Hoxha", "arta@uni.example", true, &[]).await;
        let end = domain::clock::Timestamp::start_of("2030-11-14".parse().expect("a day"));
        clock.on(end.plus(22 * HOUR).since(services.now()));
        enrol(&services, place, &[arta]).await;
        post_round(&services).await;
        happens(&services, place, ParticipationEvent::Finished(services.now())).await;
        let mut told = Vec::new();
        for day in 1..=110 {
            clock.on(DAY);
            by_itself(&services).await;
            told.extend(post_round(&services).await.into_values().map(|letter| (day, value(&letter, "days"))));
        }
        assert_eq!(told, [(30, "30".to_owned()), (90, "90".to_owned())]);
    }
}

harness::on_both! {
    async fn a_withdrawal_holds_back_the_reminder_that_waits(store: Store) {
        let (services, clock) = installation(store.clone());
        let planted = plant(&store, 1).await;
        let place = &planted.places[0];
        let arta = somebody(&services, "Arta Hoxha", "arta@uni.example", true, &[]).await;
        enrol(&services, place, &[arta]).await;
        post_round(&services).await;
        clock.on(14 * DAY);
        by_itself(&services).await;
        let of = participation(&services, place, arta).await;
        services::cohorts::withdraw(&services, &trainer_of(place), place.cohort.id, of, "Left")
            .await
            .expect("withdrawn");
        assert!(post_round(&services).await.is_empty());
    }
}

harness::on_both! {
    async fn a_withdrawal_from_one_cohort_holds_back_nothing_of_another(store: Store) {
        let (services, clock) = installation(store.clone());
        let planted = plant(&store, 2).await;
        let [left, stays] = [&planted.places[0], &planted.places[1]];
        let arta = somebody(&services, "Arta Hoxha", "arta@uni.example", true, &[]).await;
        enrol(&services, left, &[arta]).await;
        enrol(&services, stays, &[arta]).await;
        post_round(&services).await;
        clock.on(14 * DAY);
        plan(&services, left, 1).await;
        plan(&services, stays, 1).await;
        by_itself(&services).await;
        let kinds = async |place| {
            let mut kinds: Vec<String> =
                waiting(&services, place).await.letters.into_iter().map(|letter| letter.kind).collect();
            kinds.sort();
            kinds
        };
        assert_eq!(kinds(left).await, ["quiet", "session-ahead"]);
        let of = participation(&services, left, arta).await;
        services::cohorts::withdraw(&services, &trainer_of(left), left.cohort.id, of, "Left")
            .await
            .expect("withdrawn");
        assert!(kinds(left).await.is_empty());
        assert_eq!(kinds(stays).await, ["quiet", "session-ahead"]);
    }
}

harness::on_both! {
    async fn the_link_of_a_letter_stops_reminders_and_looking_at_it_does_not(store: Store) {
        let (services, clock) = installation(store.clone());
        let planted = plant(&store, 1).await;
        let place = &planted.places[0];
        let arta = somebody(&services, "Arta Hoxha", "arta@uni.example", true, &[]).await;
        enrol(&services, place, &[arta]).await;
        post_round(&services).await;
        clock.on(14 * DAY);
        by_itself(&services).await;
        let letter = post_round(&services).await.remove("arta@uni.example").expect("a letter");
        let stop = value(&letter, "stop").rsplit('/').next().expect("a link").to_owned();
        assert!(letter_choice::is_known(&services, &stop).await.expect("an answer"));
        assert!(!letter_choice::is_known(&services, "0000").await.expect("an answer"));
        let of = participation(&services, place, arta).await;
        let remind = async || services::reminders::remind(&services, &trainer_of(place), place.cohort.id, of).await;
        remind().await.expect("still wanted");
        letter_choice::stop(&services, &stop).await.expect("stopped");
        letter_choice::stop(&services, &stop).await.expect("stopped already");
        assert!(matches!(letter_choice::stop(&services, "0000").await, Err(ServiceError::Hidden)));
        assert!(post_round(&services).await.is_empty(), "what waited is held back");
        clock.on(DAY);
        assert_eq!(problem(remind().await), "remind_refused");
        plan(&services, place, 1).await;
        assert!(written(&services).await.is_empty());
        letter_choice::choose(&services, &learner(arta), true).await.expect("wanted again");
        remind().await.expect("wanted");
        assert_eq!(post_round(&services).await.len(), 1);
    }
}

harness::on_both! {
    async fn a_refusal_that_comes_while_letters_are_written_holds_them_back(store: Store) {
        let (services, clock) = installation(store.clone());
        let planted = plant(&store, 1).await;
        let place = &planted.places[0];
        let arta = somebody(&services, "Arta Hoxha", "arta@uni.example", true, &[]).await;
        enrol(&services, place, &[arta]).await;
        post_round(&services).await;
        clock.on(14 * DAY);
        by_itself(&services).await;
        // The letter is queued after the refusal: its page of people was read before.
        let now = services.now();
        store
            .write::<_, ServiceError>(Box::new(move |tx| {
                Box::pin(async move { Ok(store::letter_refusal::refuse(tx, arta, now).await?) })
            }))
            .await
            .expect("refused");
        assert!(post_round(&services).await.is_empty());
        letter_choice::choose(&services, &learner(arta), true).await.expect("wanted again");
        assert!(post_round(&services).await.is_empty(), "cancelled, not put off");
    }
}

harness::on_both! {
    async fn the_link_of_a_letter_that_is_copied_and_sent_later_stays_the_same(store: Store) {
        let (services, clock) = installation(store.clone());
        let planted = plant(&store, 1).await;
        let place = &planted.places[0];
        let arta = somebody(&services, "Arta Hoxha", "arta@uni.example", true, &[]).await;
        let emir = somebody(&services, "Emir Begić", "emir@uni.example", true, &[]).await;
        enrol(&services, place, &[arta, emir]).await;
        post_round(&services).await;
        clock.on(14 * DAY);
        by_itself(&services).await;
        let copied = services::outbox::copy(&services, &trainer_of(place), None, None).await.expect("letters").letters;
        let sent = post_round(&services).await;
        let stops: Vec<String> = copied
            .iter()
            .map(|one| {
                let stop = one.letter.values.iter().find(|(name, _)| name == "stop").expect("a link").1.clone();
                assert_eq!(stop, value(&sent[&one.message.recipient], "stop"));
                stop.rsplit('/').next().expect("a token").to_owned()
            })
            .collect();
        assert_ne!(stops[0], stops[1], "each letter has its own");
        for stop in stops {
            assert!(letter_choice::is_known(&services, &stop).await.expect("an answer"));
        }
    }
}

harness::on_both! {
    async fn a_letter_is_written_in_the_language_of_its_reader_or_of_whoever_made_the_cohort(store: Store) {
        let (services, clock) = installation(store.clone());
        let planted = plant(&store, 1).await;
        let place = &planted.places[0];
        let arta = somebody(&services, "Arta Hoxha", "arta@uni.example", true, &[]).await;
        let emir = somebody(&services, "Emir Begić", "emir@uni.example", true, &[]).await;
        services::account::choose_language(&services, place.trainer, Language::Albanian).await.expect("kept");
        services::account::choose_language(&services, emir, Language::Bosnian).await.expect("kept");
        enrol(&services, place, &[arta, emir]).await;
        post_round(&services).await;
        clock.on(14 * DAY);
        by_itself(&services).await;
        let mut letters = waiting(&services, place).await.letters;
        letters.sort_by(|a, b| a.recipient.cmp(&b.recipient));
        let languages: Vec<Language> = letters.iter().map(|letter| letter.language).collect();
        assert_eq!(languages, [Language::Albanian, Language::Bosnian]);
    }
}
