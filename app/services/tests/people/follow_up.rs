use domain::cascade::follow_up::{Answer, Barrier, Counts, Round};
use domain::cascade::funnel::Stage;
use domain::cascade::tally::ParticipationEvent;
use domain::clock::{DAY, HOUR};
use domain::ids::{ParticipationId, PersonId};
use harness::cascade::{Place, plant, plant_on};
use services::follow_up::{LONGEST_EVIDENCE, Typed, answer, in_programme, mine};
use services::{ServiceError, Services};

use crate::stage::{
    coordinator_of, enrol, happens, installation, learner, participation, problem, somebody,
    trainer_of,
};

const YES: Typed<'static> = Typed {
    round: "30",
    answer: "yes",
    evidence: "",
    barrier: "",
    barrier_text: "",
};

/// So many people who finished a place's cohort, with their participations.
async fn finished(
    services: &Services,
    place: &Place,
    people: usize,
) -> Vec<(PersonId, ParticipationId)> {
    let mut all = Vec::new();
    for n in 0..people {
        let address = format!("colleague{n}@uni.example");
        all.push(somebody(services, "Arta Hoxha", &address, false, &[]).await);
    }
    enrol(services, place, &all).await;
    happens(
        services,
        place,
        ParticipationEvent::Finished(services.now()),
    )
    .await;
    let mut found = Vec::new();
    for person in all {
        found.push((person, participation(services, place, person).await));
    }
    found
}

async fn of_cohort(services: &Services, place: &Place, round: Round) -> Counts {
    let rounds =
        store::follow_up::of_cohort(services.store.read(), place.cohort.id, services.now());
    rounds.await.expect("counts")[&round]
}

harness::on_both! {
    async fn a_round_opens_on_its_day_and_closes_when_the_next_one_opens(store: Store) {
        let (services, clock) = installation(store.clone());
        let planted = plant(&store, 1).await;
        let (arta, of) = finished(&services, &planted.places[0], 1).await.remove(0);
        let say = async |round| answer(&services, &learner(arta), of, Typed { round, ..YES }).await;
        clock.on(29 * DAY);
        assert_eq!(problem(say("30").await), "follow_up_closed");
        clock.on(DAY);
        assert_eq!(problem(say("90").await), "follow_up_closed");
        assert_eq!(say("30").await.expect("kept"), Round::Thirty);
        clock.on(60 * DAY);
        assert_eq!(problem(say("30").await), "follow_up_closed", "a page left open");
        assert_eq!(say("90").await.expect("kept"), Round::Ninety);
        let reached = store::participation::by_id(store.read(), of).await.expect("an answer");
        assert_eq!(reached.expect("a participation").stage, Stage::Applied, "it closes the funnel");
        assert_eq!(problem(say("<script>").await), "follow_up_closed");
    }
}

harness::on_both! {
    async fn a_no_after_a_yes_takes_the_last_stage_back_and_every_count_of_it(store: Store) {
        let (services, clock) = installation(store.clone());
        let planted = plant(&store, 1).await;
        let (arta, of) = finished(&services, &planted.places[0], 2).await.remove(0);
        clock.on(90 * DAY);
        let applied = async || {
            let counts = harness::texts(
                &store,
                "select cast(at_applied as text) from programme_tally",
            );
            let found = store::participation::by_id(store.read(), of).await.expect("an answer");
            (found.expect("a participation").stage, counts.await)
        };
        let say = async |answered| {
            let typed = Typed { round: "90", answer: answered, ..YES };
            answer(&services, &learner(arta), of, typed).await.expect("kept");
        };
        say("no").await;
        let before = applied().await;
        assert_eq!(before.0, Stage::Passed);
        say("partly").await;
        let reached = applied().await;
        assert_eq!(reached.0, Stage::Applied);
        assert_ne!(reached.1, before.1);
        say("no").await;
        assert_eq!(applied().await, before);
        say("yes").await;
        assert_eq!(applied().await, reached);
    }
}

harness::on_both! {
    async fn the_newest_answer_counts_and_every_earlier_one_stays_on_record(store: Store) {
        let (services, clock) = installation(store.clone());
        let planted = plant(&store, 1).await;
        let place = &planted.places[0];
        let (arta, of) = finished(&services, place, 1).await.remove(0);
        clock.on(31 * DAY);
        let say = async |answered, barrier| {
            let typed = Typed { answer: answered, barrier, ..YES };
            answer(&services, &learner(arta), of, typed).await.expect("kept");
        };
        say("no", "time").await;
        // The clock jumps back: what is said later still counts.
        clock.on(-HOUR);
        say("partly", "time").await;
        say("partly", "time").await;
        say("yes", "").await;
        let counts = of_cohort(&services, place, Round::Thirty).await;
        let expected = Counts { asked: counts.asked, yes: 1, ..Counts::default() };
        assert_eq!(counts, expected);
        let (kept, _) = in_programme(&services, &coordinator_of(&planted), planted.programme).await.expect("counts");
        assert_eq!(kept[&Round::Thirty], Counts { asked: None, ..expected });
        let rows = harness::texts(&store, "select answer from follow_up_answer order by number").await;
        assert_eq!(rows, ["no", "partly", "yes"], "the same said twice is said once");
    }
}

harness::on_both! {
    async fn hostile_and_endless_words_are_kept_as_they_are_or_refused_beside_their_field(store: Store) {
        let (services, clock) = installation(store.clone());
        let planted = plant(&store, 1).await;
        let (arta, of) = finished(&services, &planted.places[0], 1).await.remove(0);
        clock.on(30 * DAY);
        let hostile = "</textarea><script>alert(1)</script>\r\n=cmd|'/c calc'!A1 '; drop table person; --";
        let typed = Typed { evidence: hostile, barrier: "other", barrier_text: "a\u{0}b\n<b>", ..YES };
        answer(&services, &learner(arta), of, typed).await.expect("kept");
        let found = mine(&services, &learner(arta), of).await.expect("a follow-up");
        let kept = &found.answers[&Round::Thirty];
        assert_eq!(kept.evidence, hostile.replace("\r\n", "\n"));
        assert_eq!((kept.barrier, kept.barrier_text.as_str()), (Some(Barrier::Other), "ab <b>"));
        let long = "š".repeat(LONGEST_EVIDENCE + 1);
        let refuse = async |typed: Typed<'_>| problem(answer(&services, &learner(arta), of, typed).await);
        assert_eq!(refuse(Typed { evidence: &long, ..YES }).await, "text-too-long");
        assert_eq!(refuse(Typed { evidence: "a\u{0}b", ..YES }).await, "text-unkeepable");
        assert_eq!(refuse(Typed { answer: "perhaps", ..YES }).await, "choice");
        assert_eq!(refuse(Typed { barrier: "weather", ..YES }).await, "choice");
        assert_eq!(refuse(Typed { barrier: "other", ..YES }).await, "follow_up_other");
        assert_eq!(refuse(Typed { barrier_text: &long, ..YES }).await, "text_long");
    }
}

harness::on_both! {
    async fn nobody_but_the_learner_sees_or_answers_their_follow_up(store: Store) {
        let (services, clock) = installation(store.clone());
        let planted = plant(&store, 1).await;
        let place = &planted.places[0];
        let all = finished(&services, place, 2).await;
        let (_, of) = all[0];
        clock.on(30 * DAY);
        for actor in [learner(all[1].0), trainer_of(place), coordinator_of(&planted)] {
            assert!(matches!(mine(&services, &actor, of).await, Err(ServiceError::Hidden)));
            assert!(matches!(answer(&services, &actor, of, YES).await, Err(ServiceError::Hidden)));
        }
        let visitor = domain::people::Actor::Visitor;
        assert!(matches!(mine(&services, &visitor, of).await, Err(ServiceError::SignIn)));
        happens(&services, place, ParticipationEvent::Withdrawn).await;
        assert!(matches!(mine(&services, &learner(all[0].0), of).await, Err(ServiceError::Hidden)));
    }
}

harness::on_both! {
    async fn what_is_counted_while_people_answer_is_what_a_recount_finds(store: Store) {
        let (services, clock) = installation(store.clone());
        let planted = plant(&store, 1).await;
        let place = &planted.places[0];
        let all = finished(&services, place, 12).await;
        clock.on(30 * DAY);
        assert_eq!(of_cohort(&services, place, Round::Thirty).await.asked, Some(12));
        assert_eq!(of_cohort(&services, place, Round::Ninety).await.asked, Some(0));
        for pass in 0..2 {
            for (n, (person, of)) in all.iter().enumerate().skip(pass) {
                let answered = Answer::ALL[(n + pass) % 3].code();
                let barrier = Barrier::ALL[n % 4].code();
                let typed = Typed { answer: answered, barrier, ..YES };
                answer(&services, &learner(*person), *of, typed).await.expect("kept");
            }
        }
        let (read, now) = (store.read(), services.now());
        let counted = store::follow_up::of_cohort(read, place.cohort.id, now).await.expect("counts");
        let kept = store::follow_up::of_institution(read, planted.programme, place.institution, now).await;
        assert_eq!(counted, kept.expect("counts"));
        let (programme, _) = in_programme(&services, &coordinator_of(&planted), planted.programme).await.expect("counts");
        let counts = counted[&Round::Thirty];
        assert_eq!(counts.answered(), 12);
        assert_eq!(programme[&Round::Thirty], Counts { asked: None, ..counts });
    }
}

harness::on_both! {
    async fn a_learner_finds_the_commitment_in_their_own_words(store: Store) {
        let (services, clock) = installation(store.clone());
        services::course::publish_starter(&services).await.expect("published");
        let course = services::course::course(&services, &domain::people::Actor::Visitor, "iah").await;
        let edition = course.expect("the starter course").edition;
        let planted = plant_on(&store, 1, edition.version).await;
        let (arta, of) = finished(&services, &planted.places[0], 1).await.remove(0);
        let unit = edition.find("m1", "my-place").expect("unit 1.3").id;
        assert_eq!(edition.commitment(), Some(unit));
        let words = "By 1 May, I will rewrite the e-mail of October.";
        let language = domain::language::Language::English;
        services::learning::submit_activity(&services, &learner(arta), language, unit, words).await.expect("handed in");
        clock.on(30 * DAY);
        let home = services::learning::home(&services, &learner(arta)).await.expect("a home");
        let found = &home.follow_ups[0];
        assert_eq!((found.participation, found.waits()), (of, Some(Round::Thirty)));
        assert_eq!(found.commitment.as_ref().map(|text| text.body.as_str()), Some(words));
    }
}
