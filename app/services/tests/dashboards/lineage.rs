use domain::cascade::generation::Generation;
use domain::cascade::lineage::Edge;
use domain::ids::{PersonId, SessionId};
use domain::language::Language;
use domain::people::Actor;
use harness::cascade::{NOW, enrol, id};
use harness::on_both;
use services::ServiceError;
use services::cascade::record_edge;
use services::institution::lineage;
use services::person_page::page;
use store::lineage::Recorded;

use super::stage::{Stage, stage};

impl Stage {
    async fn train(&self, trainee: PersonId, trainer: PersonId, session: u32) -> Recorded {
        let cohort = self.planted.places[0].cohort.clone();
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
    async fn an_institution_s_cascade_shows_who_trained_whom_up_to_the_roots_and_who_has_no_trainer(store: Store) {
        let stage = stage(&store, 2).await;
        // Three enrolled, of whom the first finished; then one whom a colleague trained.
        stage.fill(0, 0, 4, 1).await;
        let [orphan, anna, bora, cela] = [0, 1, 2, 3].map(|number| PersonId(id(4, number)));
        let root = stage.planted.places[0].trainer;
        for trainee in [anna, bora] {
            stage.train(trainee, root, 1).await;
        }
        stage.train(cela, anna, 2).await;
        let seen = async |actor| {
            let at = stage.at(0);
            lineage(&stage.services, &actor, at, None, Language::English).await
        };
        let page = seen(stage.lead(0)).await.expect("the cascade");
        assert_eq!(page.chart.generations(), 3);
        let read = |under| page.chart.under(under).into_iter().map(|at| page.chart.places[at].people.clone());
        assert_eq!(read(None).collect::<Vec<_>>(), [vec![root]]);
        assert_eq!(read(Some(0)).collect::<Vec<_>>(), [vec![anna], vec![bora]]);
        assert_eq!(page.orphans, [orphan]);
        assert_eq!(page.heads(), (2, 3));
        assert_eq!(page.name(cela), "Colleague 3");
        assert!(page.may_open(cela), "a colleague of the own institution");
        assert_eq!(seen(stage.coordinator()).await.expect("the cascade").orphans, [orphan]);
        // Names are nobody else's business, and another institution looks like none.
        for stranger in [stage.observer(), stage.lead(1), stage.trainer(0)] {
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
        let page = lineage(&stage.services, &stage.lead(0), stage.at(0), None, Language::English).await;
        let page = page.expect("the cascade");
        assert!(page.chart.places.is_empty() && page.orphans.is_empty());
    }
}
