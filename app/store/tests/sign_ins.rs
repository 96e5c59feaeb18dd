//! Who is signed in, as every page asks: what changed is heard with the next page.

use domain::clock::{DAY, Timestamp};
use domain::ids::{GrantId, PersonId, SignInId};
use domain::language::Language;
use domain::people::Role;
use futures::future::BoxFuture;
use store::sign_in::{SignIn, current};
use store::{DatabaseTransaction, Store, StoreError, flash, grant, person, sign_in};
use uuid::Uuid;

const NOW: Timestamp = Timestamp(1_900_000_000_000);
const ARTA: PersonId = PersonId(Uuid::from_u128(1));
const HERE: SignInId = SignInId(Uuid::from_u128(2));
const GRANT: GrantId = GrantId(Uuid::from_u128(3));

async fn write(
    store: &Store,
    work: impl for<'t> FnOnce(&'t DatabaseTransaction) -> BoxFuture<'t, Result<(), StoreError>>
    + Send
    + 'static,
) {
    store
        .write::<_, StoreError>(Box::new(work))
        .await
        .expect("a write");
}

/// Arta, signed in in one browser.
async fn arta(store: &Store) {
    write(store, |tx| {
        Box::pin(async move {
            person::create(tx, ARTA, "Arta Hoxha", None, NOW).await?;
            sign_in::keep(tx, HERE, "hash", ARTA, "a browser", NOW, NOW.plus(DAY)).await
        })
    })
    .await;
}

async fn seen(store: &Store) -> Option<SignIn> {
    let found = current(store, "hash").await.expect("an answer");
    found.map(|sign_in| SignIn::clone(&sign_in))
}

harness::on_both! {
    async fn a_name_a_language_and_a_role_are_heard_with_the_next_page(store: Store) {
        arta(&store).await;
        assert_eq!(seen(&store).await.expect("signed in").roles, []);
        write(&store, |tx| Box::pin(person::rename(tx, ARTA, "Arta Krasniqi"))).await;
        assert_eq!(seen(&store).await.expect("signed in").name, "Arta Krasniqi");
        write(&store, |tx| Box::pin(person::set_language(tx, ARTA, Language::Albanian))).await;
        assert_eq!(seen(&store).await.expect("signed in").language, Some(Language::Albanian));
        write(&store, |tx| Box::pin(grant::give(tx, GRANT, ARTA, Role::Author, None, NOW))).await;
        assert_eq!(seen(&store).await.expect("signed in").roles, [Role::Author]);
        write(&store, |tx| Box::pin(grant::revoke(tx, GRANT, NOW))).await;
        assert_eq!(seen(&store).await.expect("signed in").roles, []);
    }
}

harness::on_both! {
    async fn a_sign_in_that_was_ended_opens_no_page_more(store: Store) {
        arta(&store).await;
        assert!(seen(&store).await.is_some());
        write(&store, |tx| Box::pin(sign_in::end(tx, ARTA, HERE))).await;
        assert!(seen(&store).await.is_none());
    }
}

harness::on_both! {
    async fn a_role_given_in_a_write_that_fails_is_never_seen(store: Store) {
        arta(&store).await;
        let refused = store
            .write::<(), StoreError>(Box::new(|tx| {
                Box::pin(async move {
                    grant::give(tx, GRANT, ARTA, Role::Author, None, NOW).await?;
                    Err(StoreError::WriterStopped)
                })
            }))
            .await;
        assert!(refused.is_err());
        assert_eq!(seen(&store).await.expect("signed in").roles, []);
    }
}

#[tokio::test]
async fn an_embedded_database_is_asked_once_until_something_about_people_changes() {
    use std::sync::Arc;
    use std::sync::atomic::{AtomicUsize, Ordering};

    let scratch = harness::sqlite().await;
    let asked = Arc::new(AtomicUsize::new(0));
    let count = Arc::clone(&asked);
    let store = scratch.store.clone().watched(move |_| {
        count.fetch_add(1, Ordering::SeqCst);
    });
    arta(&store).await;
    for _ in 0..3 {
        assert!(seen(&store).await.is_some());
    }
    assert_eq!(asked.load(Ordering::SeqCst), 1);
    write(&store, |tx| {
        Box::pin(flash::keep(tx, "other", String::new(), NOW, NOW.plus(DAY)))
    })
    .await;
    assert!(seen(&store).await.is_some());
    assert_eq!(asked.load(Ordering::SeqCst), 1);
    write(&store, |tx| Box::pin(sign_in::touch(tx, HERE, NOW))).await;
    assert!(seen(&store).await.is_some());
    assert_eq!(asked.load(Ordering::SeqCst), 2);
}
