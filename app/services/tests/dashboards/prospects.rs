use domain::cascade::forecast::Forecast;
use domain::cascade::tally::ParticipationEvent;
use domain::clock::DAY;
use domain::ids::{PersonId, SessionId};
use domain::session::attendance::Source;
use harness::cascade::{NOW, id};
use harness::on_both;
use services::ServiceError;
use services::programme::change::{
    TypedInstitution, TypedProgramme, change_institution, change_programme,
};
use services::programme::{Overview, Prospect, Show, overview};
use services::sessions::{Recorded, record};
use store::session::Session;

use super::stage::{Stage, stage};

async fn seen(stage: &Stage) -> Overview {
    overview(
        &stage.services,
        &stage.coordinator(),
        stage.planted.programme,
        Show::All,
        0,
    )
    .await
    .expect("the page")
}

fn of_row(seen: &Overview, place: usize) -> Forecast {
    let prospect = seen.rows[place].prospect.expect("a coordinator sees it");
    prospect.forecast().expect("an end that is ahead")
}

fn typed(ends_on: &str, end_reason: &str, revision: i64) -> TypedProgramme {
    TypedProgramme {
        title: "Internationalisation at home".into(),
        starts_on: "2029-11-15".into(),
        ends_on: ends_on.into(),
        end_reason: end_reason.into(),
        trainers_per_institution: "5".into(),
        target_min: "20".into(),
        target_max: "30".into(),
        revision,
        ..TypedProgramme::default()
    }
}

on_both! {
    async fn a_forecast_needs_ten_known_outcomes_of_the_institution_itself(store: Store) {
        let stage = stage(&store, 2).await;
        stage.fill(0, 0, 20, 9).await;
        stage.fill(1, 100, 6, 0).await;
        assert_eq!(of_row(&seen(&stage).await, 0), Forecast::TooEarly { observed: 9 });
        let place = stage.planted.places[0].clone();
        stage.happen(&place, 15, ParticipationEvent::Withdrawn, "moved abroad").await;
        let page = seen(&stage).await;
        let Forecast::Range { low, high, .. } = of_row(&page, 0) else {
            panic!("ten outcomes are known");
        };
        assert!(9 <= low && low <= high && high <= 9 + 10, "{low}–{high}");
        assert_eq!(of_row(&page, 1), Forecast::TooEarly { observed: 0 });
        assert_eq!(of_row(&seen(&stage).await, 0), of_row(&page, 0), "a reload shows the same");
        assert!(page.prospect.range().is_some(), "the programme has ten as well");
    }
}

/// Plans a session at the first place, so many days from now.
async fn planned(stage: &Stage, number: u32, days: i64, seats: Option<u32>) {
    let place = &stage.planted.places[0];
    let session = Session {
        seats,
        ..Session::on(
            SessionId(id(12, number)),
            place.cohort.id,
            NOW.plus(days * DAY).date(),
            "Room 1",
            vec![place.trainer],
        )
    };
    stage
        .write(move |tx| Box::pin(async move { Ok(store::session::plan(tx, &session).await?) }))
        .await;
}

/// The free seats that the first institution's forecast counts, and the programme's.
async fn free(stage: &Stage) -> (u32, u32) {
    let page = seen(stage).await;
    let seats = |prospect: Prospect| match prospect {
        Prospect::Ahead { outlook, .. } => outlook.planned_seats,
        other => panic!("{other:?}"),
    };
    let own = page.rows[0].prospect.expect("a coordinator sees it");
    (seats(own), seats(page.prospect))
}

on_both! {
    async fn a_cohort_s_free_seats_count_once_beyond_the_people_enrolled(store: Store) {
        let stage = stage(&store, 2).await;
        stage.fill(0, 0, 20, 10).await;
        assert_eq!(free(&stage).await, (0, 0));
        planned(&stage, 1, 5, None).await;
        assert_eq!(free(&stage).await, (0, 0), "nobody said how many can come");
        planned(&stage, 2, 6, Some(20)).await;
        assert_eq!(free(&stage).await, (0, 0), "whoever is enrolled takes a seat");
        store_cancels(&stage, 2).await;
        planned(&stage, 3, 7, Some(30)).await;
        assert_eq!(free(&stage).await, (10, 10), "a cancelled session offers nothing");
        planned(&stage, 4, 8, Some(28)).await;
        assert_eq!(free(&stage).await, (8, 8), "the smallest has room for eight more");
        let place = stage.planted.places[0].clone();
        stage.happen(&place, 15, ParticipationEvent::Withdrawn, "moved abroad").await;
        assert_eq!(free(&stage).await, (9, 9), "whoever left takes no seat");
        assert_eq!(of_row(&seen(&stage).await, 1), Forecast::TooEarly { observed: 0 });
    }
}

async fn store_cancels(stage: &Stage, number: u32) {
    let session = SessionId(id(12, number));
    stage
        .write(move |tx| {
            Box::pin(
                async move { Ok(store::session::cancel(tx, session, Some((NOW, "snow"))).await?) },
            )
        })
        .await;
}

on_both! {
    async fn only_sessions_from_today_until_the_end_offer_seats(store: Store) {
        let stage = stage(&store, 1).await;
        planned(&stage, 1, -1, Some(30)).await;
        assert_eq!(free(&stage).await, (0, 0), "it is over");
        let programme = seen(&stage).await.programme;
        let left = programme.ends_on.expect("an end").signed_duration_since(NOW.date());
        planned(&stage, 2, left.num_days() + 1, Some(30)).await;
        assert_eq!(free(&stage).await, (0, 0), "it is after the end");
        planned(&stage, 3, left.num_days(), Some(30)).await;
        assert_eq!(free(&stage).await, (30, 30));
        planned(&stage, 4, 0, Some(25)).await;
        assert_eq!(free(&stage).await, (25, 25), "today's is ahead");
    }
}

on_both! {
    async fn the_show_rate_is_that_of_the_registers_and_moves_the_forecast(store: Store) {
        let stage = stage(&store, 1).await;
        stage.fill(0, 0, 20, 10).await;
        planned(&stage, 1, 0, None).await;
        planned(&stage, 2, 30, Some(60)).await;
        let assumed = async || match of_row(&seen(&stage).await, 0) {
            Forecast::Range { expected, assumptions, .. } => (expected, assumptions),
            other => panic!("{other:?}"),
        };
        let (hoped, before) = assumed().await;
        assert_eq!((before.show.observed, before.show.chance), (0, 0.8), "nothing was held yet");
        let register = async |present: std::ops::Range<u32>, reason: &str| {
            let person = |number| PersonId(id(4, number));
            let recorded = Recorded {
                shown: (0..20).map(person).collect(),
                present: present.map(person).collect(),
                seen: None,
                source: Source::TrainerList,
                reason: reason.to_owned(),
            };
            let (cohort, session) = (stage.planted.places[0].cohort.id, SessionId(id(12, 1)));
            record(&stage.services, &stage.trainer(0), cohort, session, recorded).await.expect("a register");
        };
        register(0..4, "").await;
        let (lower, after) = assumed().await;
        assert_eq!((after.show.observed, after.show.chance), (20, 0.2));
        assert!(lower < hoped - 10.0, "{lower} after {hoped}");
        register(0..16, "counted wrongly").await;
        assert_eq!(assumed().await.1.show.chance, 0.8, "a correction counts");
    }
}

on_both! {
    async fn whoever_is_silent_for_sixty_days_is_waited_for_no_more_until_they_act(store: Store) {
        let stage = stage(&store, 1).await;
        stage.fill(0, 0, 20, 10).await;
        let expected = async || match of_row(&seen(&stage).await, 0) {
            Forecast::Range { expected, .. } => expected,
            other => panic!("{other:?}"),
        };
        assert!(expected().await > 10.0);
        stage
            .write(|tx| {
                Box::pin(async move {
                    let late = NOW.plus(60 * DAY);
                    use store::participation::{fallen_silent, lapse};
                    assert!(fallen_silent(tx, late.minus(1), None, 50).await?.is_empty());
                    let silent = fallen_silent(tx, late, None, 50).await?;
                    assert_eq!(silent.len(), 10);
                    for (id, _) in silent {
                        assert!(!lapse(tx, id, late.minus(1)).await?, "they did something meanwhile");
                        assert!(lapse(tx, id, late).await?);
                    }
                    Ok(())
                })
            })
            .await;
        assert!((expected().await - 10.0).abs() < 1e-9, "nobody is on the way");
        let place = stage.planted.places[0].clone();
        stage.happen(&place, 15, ParticipationEvent::Acted(NOW), "").await;
        assert!(expected().await > 10.0, "one is on the way again");
    }
}

on_both! {
    async fn without_an_end_or_a_target_there_are_plain_words_instead(store: Store) {
        let stage = stage(&store, 2).await;
        let (services, actor) = (&stage.services, stage.coordinator());
        let none = TypedInstitution {
            name: "Institution 2".into(),
            kind: "university".into(),
            no_target: "yes".into(),
            ..TypedInstitution::default()
        };
        change_institution(services, &actor, stage.at(1), &none).await.expect("a change");
        let page = seen(&stage).await;
        assert_eq!(page.rows[1].prospect, Some(Prospect::NoTarget));
        assert_eq!((page.totals.with_target, page.totals.missing), (1, 20));
        let both = TypedInstitution { target_min: "1".into(), target_max: "2".into(), revision: "1".into(), ..none };
        let refused = change_institution(services, &actor, stage.at(1), &both).await;
        assert!(matches!(refused, Err(ServiceError::Invalid(_))));
        change_programme(services, &actor, stage.planted.programme, &typed("", "The agency asked.", 0))
            .await
            .expect("a change");
        let page = seen(&stage).await;
        assert_eq!(page.rows[0].prospect, Some(Prospect::NoEndDate));
        assert_eq!(page.rows[1].range, None, "another general target is none of its business");
        assert_eq!(page.totals.with_target, 1);
    }
}

on_both! {
    async fn an_end_date_moves_with_a_reason_and_every_move_is_kept(store: Store) {
        let stage = stage(&store, 1).await;
        let (services, actor, programme) = (&stage.services, stage.coordinator(), stage.planted.programme);
        stage
            .write(|tx| {
                Box::pin(async move {
                    let me = domain::ids::PersonId(harness::cascade::id(30, 1));
                    Ok(store::person::create(tx, me, "Etleva Çabej", None, NOW).await?)
                })
            })
            .await;
        let change = async |typed| change_programme(services, &actor, programme, &typed).await;
        let refused = change(typed("2031-05-14", " ", 0)).await;
        let Err(ServiceError::Invalid(problems)) = refused else {
            panic!("moved without a reason");
        };
        assert_eq!((problems[0].field.as_str(), problems[0].code.as_str()), ("end_reason", "end_reason_missing"));
        change(typed("2031-05-14", "Two joined late.", 0)).await.expect("moved");
        change(typed("2031-05-14", "", 1)).await.expect("nothing moves");
        change(typed("2031-11-14", "The pandemic.", 2)).await.expect("moved again");
        let moves = seen(&stage).await.over_time.extensions;
        let told: Vec<_> = moves
            .iter()
            .map(|one| (one.from.expect("a day").to_string(), one.to.expect("a day").to_string(), one.reason.as_str()))
            .collect();
        assert_eq!(told, [
            ("2030-11-14".to_owned(), "2031-05-14".to_owned(), "Two joined late."),
            ("2031-05-14".to_owned(), "2031-11-14".to_owned(), "The pandemic."),
        ]);
        assert_eq!(moves[0].by.as_deref(), Some("Etleva Çabej"));
        let figures = overview(services, &stage.observer(), programme, Show::All, 0).await.expect("the page");
        assert!(figures.over_time.extensions.iter().all(|one| one.by.is_none()), "figures name nobody");
    }
}

on_both! {
    async fn an_observer_sees_no_week_in_which_few_finished_and_no_institution_s_forecast(store: Store) {
        let stage = stage(&store, 1).await;
        stage.fill(0, 0, 12, 3).await;
        let figures = async || {
            overview(&stage.services, &stage.observer(), stage.planted.programme, Show::All, 0)
                .await
                .expect("the page")
        };
        assert!(figures().await.over_time.weeks.is_empty());
        assert!(figures().await.rows[0].prospect.is_none());
        let place = stage.planted.places[0].clone();
        for person in 3..6 {
            stage.happen(&place, person, ParticipationEvent::Finished(NOW), "").await;
        }
        let weeks: Vec<u32> = figures().await.over_time.weeks.iter().map(|week| week.1).collect();
        assert_eq!(weeks, [6]);
    }
}
