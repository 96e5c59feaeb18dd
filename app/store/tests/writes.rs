//! What a write promises: all of it or nothing, and nothing of anybody else's is touched.

use domain::clock::Timestamp;
use harness::on_both;
use store::{ConnectionTrait, Store, StoreError};

#[derive(Debug, thiserror::Error)]
enum Refused {
    #[error(transparent)]
    Store(#[from] StoreError),
    #[error("changed my mind")]
    ChangedMind,
}

const NOW: Timestamp = Timestamp(1_000);
const LATER: Timestamp = Timestamp(2_000);

async fn keep(store: &Store, token: String, then_refuse: bool) -> Result<(), Refused> {
    store
        .write(Box::new(move |tx| {
            Box::pin(async move {
                store::flash::keep(tx, &token, "body".into(), NOW, LATER).await?;
                if then_refuse {
                    Err(Refused::ChangedMind)
                } else {
                    Ok(())
                }
            })
        }))
        .await
}

async fn kept(store: &Store, token: &str) -> bool {
    store::flash::find(store.read(), token, NOW)
        .await
        .expect("a read")
        .is_some()
}

on_both! {
    async fn a_refused_write_leaves_nothing_behind(store: Store) {
        let refused = keep(&store, "a".into(), true).await;
        assert!(matches!(refused, Err(Refused::ChangedMind)));
        assert!(!kept(&store, "a").await);
    }
}

on_both! {
    async fn what_was_acknowledged_is_there(store: Store) {
        keep(&store, "a".into(), false).await.expect("a write");
        assert!(kept(&store, "a").await);
    }
}

on_both! {
    async fn writes_at_the_same_moment_do_not_take_each_other_down(store: Store) {
        let writes: Vec<_> = (0..60)
            .map(|n| {
                let store = store.clone();
                tokio::spawn(async move { (n, keep(&store, format!("t{n}"), n % 3 == 0).await.is_ok()) })
            })
            .collect();
        for write in writes {
            let (n, acknowledged) = write.await.expect("a task");
            assert_eq!(acknowledged, n % 3 != 0);
            assert_eq!(kept(&store, &format!("t{n}")).await, acknowledged, "write {n}");
        }
    }
}

on_both! {
    async fn a_write_that_breaks_the_rules_of_the_database_is_taken_back_alone(store: Store) {
        keep(&store, "a".into(), false).await.expect("a write");
        assert!(keep(&store, "a".into(), false).await.is_err(), "the same key twice");
        keep(&store, "b".into(), false).await.expect("the next write");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_write_that_panics_is_taken_back_and_the_writer_goes_on() {
    let scratch = harness::sqlite().await;
    let store = scratch.store.clone();
    let broken: Result<(), Refused> = store
        .write(Box::new(|tx| {
            Box::pin(async move {
                store::flash::keep(tx, "a", "body".into(), NOW, LATER).await?;
                panic!("a mistake of ours");
            })
        }))
        .await;
    assert!(matches!(broken, Err(Refused::Store(StoreError::Panicked))));
    assert!(!kept(&store, "a").await);
    keep(&store, "b".into(), false)
        .await
        .expect("the next write");
}

#[tokio::test]
async fn writes_that_share_a_commit_are_refused_and_panic_each_for_itself() {
    let scratch = harness::sqlite().await;
    let store = &scratch.store;
    let panicking = store.write::<(), Refused>(Box::new(|tx| {
        Box::pin(async move {
            store::flash::keep(tx, "panicking", "body".into(), NOW, LATER).await?;
            panic!("a mistake of ours");
        })
    }));
    // On one thread, all four wait before the writer sees the first.
    let (first, panicked, refused, last) = tokio::join!(
        keep(store, "first".into(), false),
        panicking,
        keep(store, "refused".into(), true),
        keep(store, "last".into(), false),
    );
    assert!(first.is_ok() && last.is_ok());
    assert!(matches!(
        panicked,
        Err(Refused::Store(StoreError::Panicked))
    ));
    assert!(matches!(refused, Err(Refused::ChangedMind)));
    for (token, expected) in [
        ("first", true),
        ("panicking", false),
        ("refused", false),
        ("last", true),
    ] {
        assert_eq!(kept(store, token).await, expected, "{token}");
    }
}

#[tokio::test]
async fn after_the_disk_was_full_what_is_acknowledged_is_there() {
    let scratch = harness::sqlite().await;
    let store = &scratch.store;
    store
        .write::<_, StoreError>(Box::new(|tx| {
            Box::pin(async move {
                // Never less than the file has: it cannot grow from here on.
                tx.execute_unprepared("pragma max_page_count = 1").await?;
                Ok(())
            })
        }))
        .await
        .expect("a file that is full");
    let large = store.write::<_, StoreError>(Box::new(|tx| {
        Box::pin(store::flash::keep(
            tx,
            "large",
            "x".repeat(1 << 22),
            NOW,
            LATER,
        ))
    }));
    large.await.expect_err("there is no room");
    assert!(keep(store, "refused".into(), true).await.is_err());
    keep(store, "small".into(), false)
        .await
        .expect("room enough");
    assert!(kept(store, "small").await);
    assert!(!kept(store, "large").await && !kept(store, "refused").await);
}
