use domain::cascade::activity::TrainerState;
use domain::cascade::tally::ParticipationEvent;
use domain::clock::DAY;
use domain::ids::{InstitutionId, PersonId, SessionId};
use domain::people::{Actor, Role};
use harness::cascade::{NOW, id};
use harness::on_both;
use services::ServiceError;
use services::institution::{InstitutionPage, UnitState, Wanted, page, whole_matrix};
use store::session::Session;

use super::stage::{Stage, holding, stage};

async fn seen(stage: &Stage, actor: &Actor, place: usize) -> Result<InstitutionPage, ServiceError> {
    page(&stage.services, actor, stage.at(place), Wanted::default()).await
}

on_both! {
    async fn a_foreign_institution_looks_exactly_like_an_absent_one(store: Store) {
        let stage = stage(&store, 2).await;
        let absent = InstitutionId(id(8, 999));
        let nowhere = async |actor: &Actor| page(&stage.services, actor, absent, Wanted::default()).await;
        for actor in [stage.lead(0), stage.trainer(0)] {
            assert!(matches!(seen(&stage, &actor, 1).await, Err(ServiceError::Hidden)));
            assert!(matches!(nowhere(&actor).await, Err(ServiceError::Hidden)));
        }
        assert!(matches!(seen(&stage, &Actor::Visitor, 1).await, Err(ServiceError::SignIn)));
        assert!(matches!(nowhere(&Actor::Visitor).await, Err(ServiceError::SignIn)));
    }
}

on_both! {
    async fn leads_and_coordinators_see_names_and_everybody_else_inside_sees_totals(store: Store) {
        let stage = stage(&store, 1).await;
        stage.fill(0, 0, 6, 5).await;
        for actor in [stage.lead(0), stage.coordinator()] {
            assert!(seen(&stage, &actor, 0).await.expect("the page").people.is_some());
        }
        let partner = holding(Role::PartnerTrainer(stage.planted.programme));
        for actor in [stage.trainer(0), stage.observer(), partner] {
            assert!(seen(&stage, &actor, 0).await.expect("the page").people.is_none());
            let files = whole_matrix(&stage.services, &actor, stage.at(0), Wanted::default()).await;
            assert!(matches!(files, Err(ServiceError::Hidden)), "a file of names is for those who see names");
        }
    }
}

on_both! {
    async fn every_colleague_stands_in_the_matrix_and_every_withdrawn_one_is_listed(store: Store) {
        let stage = stage(&store, 1).await;
        stage.fill(0, 0, 4, 1).await;
        stage.happen(&stage.planted.places[0], 3, ParticipationEvent::Withdrawn, "moved abroad").await;
        let units: Vec<_> = stage.edition.units().iter().take(2).map(|unit| unit.id).collect();
        let person = PersonId(id(4, 0));
        stage
            .write(move |tx| {
                Box::pin(async move {
                    store::learning::open(tx, &[(person, units[1])], NOW).await?;
                    store::learning::complete(tx, person, units[0], NOW).await?;
                    Ok(())
                })
            })
            .await;
        let people = seen(&stage, &stage.lead(0), 0).await.expect("the page").people.expect("names");
        let matrix = people.matrix.expect("a matrix");
        assert_eq!((matrix.lines.len(), matrix.count), (4, 4));
        let states = &matrix.lines[0].states;
        assert_eq!(states[..3], [Some(UnitState::Completed(NOW)), Some(UnitState::Opened), None]);
        assert!(matrix.lines[3].colleague.withdrawn);
        assert!(states.len() < stage.edition.units().len(), "trainers' units are not asked of colleagues");
        assert_eq!(people.withdrawn.len(), 1);
        assert_eq!(people.withdrawn[0].0.reason, "moved abroad");
        let mut whole =
            whole_matrix(&stage.services, &stage.lead(0), stage.at(0), Wanted::default()).await.expect("a file");
        assert_eq!(whole.next().await.expect("lines").len(), 4);
        assert!(whole.next().await.expect("the end").is_empty());
    }
}

on_both! {
    async fn the_matrix_says_which_units_are_in_a_colleague_s_track(store: Store) {
        let stage = stage(&store, 1).await;
        stage.fill(0, 0, 2, 0).await;
        let cohort = stage.planted.places[0].cohort.id;
        stage
            .write(move |tx| {
                Box::pin(async move {
                    let present = store::participation::in_cohort(tx, cohort).await?;
                    let core = "core".parse().ok();
                    Ok(store::participation::keep_track(tx, present[&PersonId(id(4, 0))], core.as_ref()).await?)
                })
            })
            .await;
        let people = seen(&stage, &stage.lead(0), 0).await.expect("the page").people.expect("names");
        let matrix = people.matrix.expect("a matrix");
        let owed = |line: usize| -> Vec<usize> {
            let modules = matrix.units.iter().zip(&matrix.lines[line].owed);
            let mut modules: Vec<usize> = modules.filter(|(_, owed)| **owed).map(|(place, _)| place.module).collect();
            modules.dedup();
            modules
        };
        assert_eq!(owed(0), [0, 3, 4], "the core track");
        assert_eq!(owed(1), [0, 1, 2, 3, 4, 5, 6, 7], "the whole course");
    }
}

on_both! {
    async fn a_trainer_is_silent_until_a_session_is_near_and_active_once_one_is_delivered(store: Store) {
        let stage = stage(&store, 1).await;
        let state = async || {
            let people = seen(&stage, &stage.lead(0), 0).await.expect("the page").people.expect("names");
            people.trainers[0].state
        };
        assert_eq!(state().await, TrainerState::Silent);
        let place = &stage.planted.places[0];
        let day = NOW.plus(20 * DAY).date();
        let trainers = vec![place.trainer];
        let planned = Session::on(SessionId(id(40, 1)), place.cohort.id, day, "Room 1", trainers);
        let session = planned.clone();
        stage.write(move |tx| Box::pin(async move { Ok(store::session::plan(tx, &planned).await?) })).await;
        assert_eq!(state().await, TrainerState::Planned);
        stage
            .write(move |tx| {
                Box::pin(async move { Ok(store::session::mark_delivered(tx, &session, NOW).await?) })
            })
            .await;
        assert_eq!(state().await, TrainerState::Active);
    }
}
