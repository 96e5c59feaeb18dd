use domain::cascade::small_cells::Cell::{Shown, Suppressed};
use domain::cascade::target::TargetStatus;
use domain::ids::ProgrammeId;
use domain::people::{Actor, Role};
use harness::cascade::id;
use harness::on_both;
use services::ServiceError;
use services::programme::{Show, overview, programmes, whole_table};
use services::sight::Sight;

use super::stage::{holding, stage};

on_both! {
    async fn the_page_counts_institutions_on_target_and_what_the_others_need(store: Store) {
        let stage = stage(&store, 3).await;
        stage.fill(0, 0, 24, 22).await;
        stage.fill(1, 100, 12, 5).await;
        let seen = overview(&stage.services, &stage.coordinator(), stage.planted.programme, Show::All, 0)
            .await
            .expect("the page");
        assert_eq!((seen.totals.institutions, seen.totals.reached, seen.totals.missing), (3, 1, 35));
        assert_eq!((seen.totals.heads, seen.totals.heads_finished), (36, 27));
        let rows: Vec<_> = seen.rows.iter().map(|row| (row.finished, row.under_way)).collect();
        assert_eq!(rows, [(Shown(22), Shown(2)), (Shown(5), Shown(7)), (Shown(0), Shown(0))]);
        assert_eq!(seen.rows[1].status, Some(TargetStatus::ToGo { missing: 15 }));
        let farthest: Vec<_> = seen.farthest.iter().map(|row| row.institution).collect();
        assert_eq!(farthest, [stage.at(2), stage.at(1)]);
        assert!(seen.farthest.iter().all(|row| row.behind), "a quarter of the minimum in a third of the time");
        assert_eq!(seen.silent.len(), 3, "nobody has delivered a session");
        assert_eq!(seen.sight, Sight::Everything);
    }
}

on_both! {
    async fn the_table_is_shown_fifty_institutions_at_a_time_and_read_whole_for_a_file(store: Store) {
        let stage = stage(&store, 53).await;
        let (actor, programme) = (stage.coordinator(), stage.planted.programme);
        let page = async |number| {
            overview(&stage.services, &actor, programme, Show::All, number).await.expect("a page")
        };
        let (first, second, third) = (page(0).await, page(1).await, page(2).await);
        assert_eq!((first.rows.len(), first.more), (50, true));
        assert_eq!((second.rows.len(), second.more), (3, false));
        assert!(third.rows.is_empty());
        let mut whole = whole_table(&stage.services, &actor, programme).await.expect("the table");
        let mut rows = 0;
        loop {
            let piece = whole.next().await.expect("a piece");
            if piece.is_empty() {
                break;
            }
            rows += piece.len();
        }
        assert_eq!(rows, 53);
    }
}

on_both! {
    async fn an_observer_sees_figures_without_small_counts_or_what_gives_them_away(store: Store) {
        let stage = stage(&store, 3).await;
        stage.fill(0, 0, 24, 22).await;
        stage.fill(1, 100, 30, 3).await;
        stage.fill(2, 200, 40, 9).await;
        let seen = overview(&stage.services, &stage.observer(), stage.planted.programme, Show::All, 0)
            .await
            .expect("the page");
        assert_eq!(seen.sight, Sight::Figures);
        assert!(!seen.may_change);
        let finished: Vec<_> = seen.rows.iter().map(|row| row.finished).collect();
        assert_eq!(finished, [Shown(22), Suppressed, Suppressed], "nine would give three away");
        let withheld = &seen.rows[1];
        assert_eq!((withheld.status, withheld.pace, withheld.behind), (None, None, false));
        assert!(seen.rows.iter().all(|row| row.under_way == Suppressed && row.withdrawn == Suppressed));
        assert!(seen.rows.iter().all(|row| row.trainers == Suppressed), "one trainer is a small count");
        let page = services::institution::page(
            &stage.services,
            &stage.observer(),
            stage.at(2),
            services::institution::Wanted::default(),
        )
        .await
        .expect("the institution");
        assert_eq!(page.figures.finished, Suppressed, "nor does the institution's own page");
        assert!(page.people.is_none());
    }
}

on_both! {
    async fn only_those_who_run_train_in_or_observe_a_programme_see_its_page(store: Store) {
        let stage = stage(&store, 1).await;
        let programme = stage.planted.programme;
        let ask = async |actor: Actor| {
            overview(&stage.services, &actor, programme, Show::All, 0).await.map(|seen| seen.sight)
        };
        assert!(matches!(ask(Actor::Visitor).await, Err(ServiceError::SignIn)));
        assert!(matches!(ask(stage.lead(0)).await, Err(ServiceError::Hidden)));
        assert!(matches!(ask(stage.trainer(0)).await, Err(ServiceError::Hidden)));
        let elsewhere = holding(Role::Coordinator(ProgrammeId(id(1, 2))));
        assert!(matches!(ask(elsewhere).await, Err(ServiceError::Hidden)));
        let partner = holding(Role::PartnerTrainer(programme));
        assert_eq!(ask(partner.clone()).await.expect("the page"), Sight::Everything);
        let listed = programmes(&stage.services, &partner).await.expect("the list");
        assert_eq!(listed.len(), 1);
        assert_eq!(listed[0].totals.institutions, 1);
        assert!(programmes(&stage.services, &stage.lead(0)).await.expect("no list").is_empty());
    }
}
