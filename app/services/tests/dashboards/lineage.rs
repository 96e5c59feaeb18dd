use chrono::NaiveDate;
use domain::cascade::generation::Generation;
use domain::cascade::lineage::Edge;
use domain::clock::DAY;
use domain::ids::{PersonId, SessionId};
use domain::language::Language;
use domain::people::Actor;
use domain::policy::Action;
use domain::session::attendance::Source;
use harness::cascade::{NOW, enrol, id};
use harness::on_both;
use services::ServiceError;
use services::cascade::record_edge;
use services::institution::lineage;
use services::person_page::page;
use store::lineage::Recorded;
use store::session::{Attendance, Session};

use super::stage::{Stage, stage};

impl Stage {
    async fn train(&self, trainee: PersonId, trainer: PersonId, session: u32) -> Recorded {
        self.train_at(0, trainee, trainer, session).await
    }

    async fn train_at(
        &self,
        place: usize,
        trainee: PersonId,
        trainer: PersonId,
        session: u32,
    ) -> Recorded {
        let cohort = self.planted.places[place].cohort.clone();
        let session = Some(SessionId(id(40, session)));
        let edge = Edge {
            trainee,
            trainer,
            cohort: cohort.id,
            session,
            at: NOW,
        };
        self.services
            .store
            .write(Box::new(move |tx| {
                Box::pin(async move { record_edge(tx, &cohort, &edge).await })
            }))
            .await
            .expect("an answer")
    }
}

on_both! {
    async fn generations_follow_the_nearest_trainer_and_no_cycle_is_ever_written(store: Store) {
        let stage = stage(&store, 1).await;
        let place = &stage.planted.places[0];
        enrol(&store, place, 0..3).await;
        let [anna, bora, cela] = [0, 1, 2].map(|number| PersonId(id(4, number)));
        let root = place.trainer;
        assert_eq!(stage.train(anna, root, 1).await, Recorded::New);
        assert_eq!(stage.train(anna, root, 2).await, Recorded::Known, "a second session is no second edge");
        assert_eq!(stage.train(bora, anna, 3).await, Recorded::New);
        assert_eq!(stage.train(cela, bora, 4).await, Recorded::New);
        assert_eq!(stage.train(root, cela, 5).await, Recorded::ClosesCycle);
        assert_eq!(stage.train(cela, cela, 5).await, Recorded::ClosesCycle);
        let of = async |person| {
            let page = page(&stage.services, &stage.coordinator(), person).await.expect("the page");
            page.generation.expect("a generation")
        };
        assert_eq!(of(cela).await, Generation { smallest: 3, largest: 3 });
        // The root trains the last one too: the nearest trainer counts, the longest way is kept.
        assert_eq!(stage.train(cela, root, 6).await, Recorded::New);
        assert_eq!(of(cela).await, Generation { smallest: 1, largest: 3 });
        // A trainer above the root moves everybody below.
        assert_eq!(stage.train(anna, PersonId(id(4, 2)), 7).await, Recorded::ClosesCycle);
        let page = page(&stage.services, &stage.lead(0), bora).await.expect("the page");
        let names = |related: &[services::person_page::Trained]| {
            related.iter().map(|one| one.relative.name.clone()).collect::<Vec<_>>()
        };
        assert_eq!(names(&page.trained_by), ["Colleague 0"]);
        assert_eq!(names(&page.trained), ["Colleague 2"]);
    }
}

on_both! {
    async fn an_institution_s_cascade_goes_up_to_the_roots_and_hides_names_of_other_institutions(store: Store) {
        let stage = stage(&store, 2).await;
        // Four are enrolled here, of whom the first finished without any trainer.
        stage.fill(0, 0, 4, 1).await;
        let [orphan, anna, bora, cela] = [0, 1, 2, 3].map(|number| PersonId(id(4, number)));
        let [trainer, root] = [0, 1].map(|place| stage.planted.places[place].trainer);
        // The root trained the trainer at the other institution, and there Bora too.
        stage.train_at(1, trainer, root, 1).await;
        stage.train_at(1, bora, root, 2).await;
        stage.train(anna, trainer, 3).await;
        stage.train(bora, trainer, 3).await;
        stage.train(cela, anna, 4).await;
        let seen = async |actor| {
            let (at, see) = (stage.at(0), Action::SeeInstitution);
            lineage(&stage.services, &actor, see, at, None, Language::English).await
        };
        let page = seen(stage.lead(0)).await.expect("the cascade");
        assert_eq!(page.chart.generations(), 4);
        let read = |under| page.chart.under(under).iter().map(|at| page.chart.places[*at].people.clone());
        assert_eq!(read(None).collect::<Vec<_>>(), [vec![root]]);
        assert_eq!(read(Some(0)).collect::<Vec<_>>(), [vec![trainer], vec![bora]]);
        assert_eq!((page.orphans.as_slice(), page.heads()), ([orphan].as_slice(), (2, 3)));
        // The page and the table of generations agree.
        let people: Vec<PersonId> = page.generations.of.keys().copied().collect();
        let programme = stage.planted.programme;
        let kept = store::lineage::generations(store.read(), programme, &people).await.expect("generations");
        for person in [trainer, anna, bora, cela] {
            assert_eq!(page.generations.of[&person], kept[&person]);
        }
        // A lead reads the names of the own institution only; the coordinator all.
        assert_eq!((page.name(cela), page.name(root)), (Some("Colleague 3"), None));
        assert!(page.may_open(cela) && !page.may_open(root));
        assert!(page.edges.iter().all(|seen| seen.told.is_some() == seen.own));
        let whole = seen(stage.coordinator()).await.expect("the cascade");
        assert!(whole.name(root).is_some() && whole.edges.iter().all(|seen| seen.told.is_some()));
        // Names are nobody else's business, and another institution looks like none.
        let partner = stage.partner();
        for stranger in [stage.observer(), stage.lead(1), stage.trainer(0), partner] {
            let refused = seen(stranger).await;
            assert!(matches!(refused, Err(ServiceError::Hidden)), "{refused:?}");
        }
        let visitor = seen(Actor::Visitor).await;
        assert!(matches!(visitor, Err(ServiceError::SignIn)));
    }
}

on_both! {
    async fn a_cascade_that_nobody_began_is_empty(store: Store) {
        let stage = stage(&store, 1).await;
        stage.fill(0, 0, 3, 0).await;
        let (lead, see) = (stage.lead(0), Action::SeeInstitution);
        let page = lineage(&stage.services, &lead, see, stage.at(0), None, Language::English).await;
        let page = page.expect("the cascade");
        assert!(page.chart.places.is_empty() && page.orphans.is_empty());
    }
}

impl Stage {
    /// A session of the first place's cohort by these trainers, delivered so many days ago.
    async fn deliver(&self, number: u32, ago: i64, trainers: &[PersonId]) -> Session {
        let place = &self.planted.places[0];
        let (id, day) = (SessionId(id(40, number)), NOW.minus(ago * DAY).date());
        let session = Session::on(id, place.cohort.id, day, "Room 1", trainers.to_vec());
        let planned = session.clone();
        self.write(move |tx| {
            Box::pin(async move {
                store::session::plan(tx, &planned).await?;
                Ok(store::session::mark_delivered(tx, &planned, NOW).await?)
            })
        })
        .await;
        session
    }

    /// Writes into a session's register, so many milliseconds after now.
    async fn note(&self, session: &Session, person: PersonId, present: bool, later: i64) {
        let (id, session) = (self.services.new_id(), session.clone());
        let line = Attendance {
            id,
            person,
            present,
            source: Source::TrainerList,
            reason: String::new(),
        };
        self.write(move |tx| {
            Box::pin(async move {
                let (by, at) = (session.trainers[0], NOW.plus(later));
                let lines = [line];
                let noted = store::session::record_attendance(tx, session.id, &lines, by, at);
                Ok(noted.await?)
            })
        })
        .await;
    }
}

on_both! {
    async fn an_edge_says_by_which_sessions_it_came_to_be_as_the_registers_say_now(store: Store) {
        let stage = stage(&store, 2).await;
        enrol(&store, &stage.planted.places[0], 0..2).await;
        let [anna, bora] = [0, 1].map(|number| PersonId(id(4, number)));
        let [trainer, other] = [0, 1].map(|place| stage.planted.places[place].trainer);
        let first = stage.deliver(1, 30, &[trainer]).await;
        let second = stage.deliver(2, 20, &[trainer, other]).await;
        let third = stage.deliver(3, 10, &[trainer]).await;
        for session in [&first, &second, &third] {
            stage.note(session, anna, true, 0).await;
            stage.note(session, bora, false, 0).await;
        }
        // A line was wrong, and an edge whose register names nobody keeps its own day.
        stage.note(&third, anna, false, 1).await;
        for (trainee, by, session) in [(anna, trainer, 1), (anna, other, 2), (bora, trainer, 1)] {
            stage.train(trainee, by, session).await;
        }
        let (lead, see) = (stage.lead(0), Action::SeeInstitution);
        let page = lineage(&stage.services, &lead, see, stage.at(0), None, Language::English).await;
        let page = page.expect("the cascade");
        let days = |trainee, by| -> Vec<NaiveDate> {
            let edges = page.edges_of(trainee).iter();
            let told = edges.filter(|seen| seen.edge.trainer == by).filter_map(|seen| seen.told.as_ref());
            told.flat_map(|told| told.origin.sessions.iter().map(|(on, _)| *on)).collect()
        };
        assert_eq!(days(anna, trainer), [first.on_day, second.on_day]);
        assert_eq!(days(anna, other), [second.on_day], "only what the other one delivered");
        assert_eq!(days(bora, trainer), [NOW.date()]);
        assert!(page.edges.iter().all(|seen| seen.told.as_ref().is_some_and(|told| told.origin.completed.is_none())));
        assert!(page.edges_of(trainer).is_empty());
    }
}
