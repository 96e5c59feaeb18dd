use domain::cascade::fidelity::Fidelity;
use domain::cascade::funnel::Stage;
use domain::cascade::small_cells::Cell::{Shown, Suppressed};
use domain::clock::DAY;
use domain::ids::{PersonId, SessionId};
use domain::people::Actor;
use harness::cascade::{NOW, enrol, id};
use harness::on_both;
use services::ServiceError;
use services::activity::{Activity, List, SilentList, Wanted, activity};
use store::session::Session;

use super::stage::{Stage as Played, stage};

fn whole(stage: &Played) -> Wanted {
    Wanted {
        programme: Some(stage.planted.programme),
        ..Wanted::default()
    }
}

fn at(stage: &Played, place: usize) -> Wanted {
    Wanted {
        institution: Some(stage.at(place)),
        ..Wanted::default()
    }
}

async fn seen(stage: &Played, actor: &Actor, wanted: Wanted) -> Activity {
    activity(&stage.services, actor, wanted)
        .await
        .expect("the page")
}

/// A session of an institution's cohort, delivered or planned so many days ahead.
async fn session(stage: &Played, place: usize, number: u32, ahead: Option<i64>) {
    let place = &stage.planted.places[place];
    let day = NOW.plus(ahead.unwrap_or(0) * DAY).date();
    let id = SessionId(id(40, number));
    let planned = Session::on(id, place.cohort.id, day, "Room 1", vec![place.trainer]);
    let institution = place.institution;
    stage
        .write(move |tx| {
            Box::pin(async move {
                store::session::plan(tx, &planned).await?;
                if ahead.is_none() {
                    store::session::mark_delivered(tx, &planned, NOW).await?;
                }
                Ok(store::tally::recount_trainers(tx, institution).await?)
            })
        })
        .await;
}

on_both! {
    async fn a_trainer_is_on_the_list_until_a_session_is_near_or_delivered(store: Store) {
        let stage = stage(&store, 3).await;
        let names = async || -> Vec<String> {
            let people = seen(&stage, &stage.coordinator(), whole(&stage)).await.people.expect("names");
            people.silent.rows.into_iter().map(|one| one.name).collect()
        };
        assert_eq!(names().await, ["Trainer 1", "Trainer 2", "Trainer 3"]);
        session(&stage, 0, 1, None).await;
        session(&stage, 1, 2, Some(30)).await;
        session(&stage, 2, 3, Some(31)).await;
        assert_eq!(names().await, ["Trainer 3"], "31 days ahead is not near");
        let page = seen(&stage, &stage.coordinator(), whole(&stage)).await;
        assert_eq!(page.activation, (Shown(1), Shown(3)));
        let first = page.first_cascade.expect("one has begun");
        assert_eq!((first.trainers, first.median), (1, 90));
        let slowest = page.people.expect("names").slowest.rows;
        assert_eq!((slowest[0].name.as_str(), slowest[0].days), ("Trainer 1", 90));
    }
}

on_both! {
    async fn a_lead_sees_the_names_of_their_own_institution_and_of_no_other(store: Store) {
        let stage = stage(&store, 2).await;
        let own = seen(&stage, &stage.lead(0), at(&stage, 0)).await;
        let people = own.people.expect("names");
        assert_eq!(people.silent.rows.len(), 1);
        assert_eq!(people.silent.rows[0].institution, stage.at(0));
        assert!(own.generations.is_none(), "generations are the programme's");
        let ask = async |actor: &Actor, wanted| activity(&stage.services, actor, wanted).await.map(|_| ());
        let lead = stage.lead(0);
        for wanted in [at(&stage, 1), whole(&stage)] {
            assert!(matches!(ask(&lead, wanted).await, Err(ServiceError::Hidden)));
        }
        assert!(matches!(ask(&Actor::Visitor, whole(&stage)).await, Err(ServiceError::SignIn)));
        assert!(matches!(ask(&Actor::Visitor, at(&stage, 0)).await, Err(ServiceError::SignIn)));
        for actor in [stage.observer(), stage.partner()] {
            assert!(seen(&stage, &actor, whole(&stage)).await.people.is_none());
            let file = List::of(&stage.services, &actor, whole(&stage)).await;
            assert!(matches!(file.map(|_| ()), Err(ServiceError::Hidden)));
        }
        let mut file =
            SilentList(List::of(&stage.services, &stage.coordinator(), whole(&stage)).await.expect("a file"));
        assert_eq!(file.next().await.expect("rows").len(), 2);
        assert!(file.next().await.expect("the end").is_empty());
    }
}

on_both! {
    async fn the_funnel_counts_every_stage_and_an_observer_learns_no_small_count(store: Store) {
        let stage = stage(&store, 1).await;
        stage.fill(0, 0, 24, 12).await;
        let place = stage.planted.places[0].clone();
        for person in 12..15 {
            let (cohort, services) = (place.cohort.id, stage.services.clone());
            stage
                .write(move |tx| {
                    Box::pin(async move {
                        let there = store::participation::in_cohort(tx, cohort).await?;
                        let because = store::participation::Because {
                            event: services.new_id(),
                            actor: None,
                            at: NOW,
                            detail: "",
                        };
                        let one = there[&PersonId(id(4, person))];
                        store::participation::reach(tx, one, Stage::AttendedOnce, because).await?;
                        Ok(())
                    })
                })
                .await;
        }
        let everything = seen(&stage, &stage.coordinator(), whole(&stage)).await;
        assert_eq!(everything.funnel, [24, 15, 15, 12, 12, 0, 0].map(Shown));
        let figures = seen(&stage, &stage.observer(), whole(&stage)).await;
        let expected = [
            Shown(24), Shown(15), Shown(15), Suppressed, Suppressed, Shown(0), Shown(0),
        ];
        assert_eq!(figures.funnel, expected, "fifteen less twelve are three");
        assert_eq!((figures.lost, figures.activation), (None, (Shown(0), Suppressed)), "one trainer is a small count");
    }
}

on_both! {
    async fn a_cohort_says_how_many_stopped_and_leaves_the_list_when_nobody_is_on_the_way(store: Store) {
        let stage = stage(&store, 2).await;
        enrol(&store, &stage.planted.places[0], 0..3).await;
        let people = async || seen(&stage, &stage.coordinator(), whole(&stage)).await.people.expect("names");
        let cohorts = people().await.cohorts.rows;
        assert_eq!(cohorts.len(), 1, "a cohort of nobody is not on the way");
        assert_eq!((cohorts[0].open, cohorts[0].stalled), (3, 0), "enrolled today");
        let late = NOW.plus(20 * DAY);
        let scope = store::activity::Scope { programme: stage.planted.programme, institution: None };
        let stretch = store::activity::Stretch { limit: 5, offset: 0 };
        let later = store::activity::open_cohorts(store.read(), scope, late, stretch).await.expect("rows");
        assert_eq!((later[0].open, later[0].stalled), (3, 3));
        let much_later = NOW.plus(60 * DAY);
        stage
            .write(move |tx| {
                Box::pin(async move {
                    let silent = store::participation::fallen_silent(tx, much_later, None, 10).await?;
                    assert_eq!(silent.len(), 3);
                    for (id, _) in silent {
                        assert!(store::participation::lapse(tx, id, much_later).await?);
                    }
                    Ok(())
                })
            })
            .await;
        assert!(people().await.cohorts.rows.is_empty());
    }
}

on_both! {
    async fn nothing_is_said_of_generations_before_five_people_answered(store: Store) {
        let stage = stage(&store, 1).await;
        let page = seen(&stage, &stage.coordinator(), whole(&stage)).await;
        assert_eq!(page.generations, Some(Vec::new()), "nobody is trained yet");
        let (programme, place) = (stage.planted.programme, stage.planted.places[0].clone());
        enrol(&store, &place, 0..2).await;
        stage
            .write(move |tx| {
                Box::pin(async move {
                    for (trainee, trainer) in [(PersonId(id(4, 0)), place.trainer), (PersonId(id(4, 1)), PersonId(id(4, 0)))] {
                        let edge = domain::cascade::lineage::Edge {
                            trainee, trainer, cohort: place.cohort.id, session: None, at: NOW,
                        };
                        store::lineage::record(tx, programme, &edge).await?;
                    }
                    Ok(())
                })
            })
            .await;
        let generations = seen(&stage, &stage.coordinator(), whole(&stage)).await.generations.expect("of the programme");
        assert_eq!(generations.len(), 1);
        assert_eq!((generations[0].number, generations[0].fidelity), (2, Fidelity::Hidden { people: 0 }));
    }
}
