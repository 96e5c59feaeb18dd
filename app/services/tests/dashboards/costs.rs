//! A page costs by what it shows, not by how many institutions and people stand behind it.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use domain::ids::PersonId;
use harness::cascade::id;
use harness::on_both;
use services::Services;
use services::institution::Wanted;
use services::programme::{Show, overview};
use store::Store;

use super::stage::{Stage, services, stage};

/// The same use cases, and how many statements they have read with.
fn counted(store: &Store) -> (Services, Arc<AtomicUsize>) {
    let statements = Arc::new(AtomicUsize::new(0));
    let count = statements.clone();
    let store = store.clone().watched(move |_| {
        count.fetch_add(1, Ordering::Relaxed);
    });
    (services(&store), statements)
}

/// How many statements each page takes: programme, its observer's view, institution, person.
async fn statements(stage: &Stage, store: &Store) -> [usize; 4] {
    let (services, count) = counted(store);
    let programme = stage.planted.programme;
    let taken = || count.swap(0, Ordering::Relaxed);
    // The course is read into memory once.
    for actor in [stage.coordinator(), stage.coordinator()] {
        taken();
        services::institution::page(&services, &actor, stage.at(0), Wanted::default())
            .await
            .expect("a page");
    }
    let institution = taken();
    overview(&services, &stage.coordinator(), programme, Show::All, 0)
        .await
        .expect("a page");
    let coordinator = taken();
    // Another part of the table: the same one would be in memory.
    overview(&services, &stage.observer(), programme, Show::Silent, 0)
        .await
        .expect("a page");
    let observer = taken();
    services::person_page::page(&services, &stage.coordinator(), PersonId(id(4, 0)))
        .await
        .expect("a page");
    [coordinator, observer, institution, taken()]
}

/// What the pages take; the same for six institutions and for forty.
const STATEMENTS: [usize; 4] = [6, 9, 22, 18];

on_both! {
    async fn the_pages_of_six_institutions_take_so_many_statements(store: Store) {
        let stage = stage(&store, 6).await;
        stage.fill(0, 0, 5, 1).await;
        assert_eq!(statements(&stage, &store).await, STATEMENTS);
    }
}

on_both! {
    async fn the_pages_of_forty_institutions_and_their_people_take_no_more(store: Store) {
        let stage = stage(&store, 40).await;
        for place in 0..20 {
            let first = u32::try_from(place).expect("a small number") * 100;
            let finished = if place == 0 { 1 } else { 10 };
            stage.fill(place, first, 30, finished).await;
        }
        assert_eq!(statements(&stage, &store).await, STATEMENTS);
    }
}

on_both! {
    async fn a_programme_s_page_is_read_again_once_a_figure_moved(store: Store) {
        let stage = stage(&store, 6).await;
        let (services, count) = counted(&store);
        let look = async || {
            let programme = stage.planted.programme;
            let seen = overview(&services, &stage.coordinator(), programme, Show::All, 0).await;
            (seen.expect("a page").totals.heads, count.swap(0, Ordering::Relaxed))
        };
        assert_eq!(look().await, (0, 6));
        // PostgreSQL may be written by other machines.
        let again = if store.engine() == "sqlite" { 0 } else { 6 };
        assert_eq!(look().await, (0, again));
        stage.fill(0, 0, 5, 1).await;
        assert_eq!(look().await, (5, 6), "at once, not after a while");
        assert_eq!(look().await, (5, again));
    }
}
