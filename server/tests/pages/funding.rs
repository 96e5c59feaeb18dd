//! The funder's sentence stands at the foot of every page.

use domain::clock::MINUTE;
use domain::people::{Actor, Role};
use services::programme::change::{TypedProgramme, change_programme, programme_form};
use store::StoreError;

use crate::browser::Visit;

const BEFORE: &str = "Funded by nobody.";
const AFTER: &str = "Co-funded by the European Union & friends.";

/// The sentence of a page, as the browser shows it.
async fn sentence(visit: &mut Visit, path: &str) -> String {
    let page = visit.get(path).await.body;
    let foot = page.split("<footer").nth(1).expect("a footer").to_owned();
    let line = foot.split("class=\"funding\">").nth(1).unwrap_or_default();
    let line = line.split("</p>").next().unwrap_or_default();
    line.replace("&amp;", "&")
}

#[tokio::test]
async fn every_page_says_who_pays_and_says_it_anew_as_soon_as_it_is_changed() {
    let mut visit = Visit::new().await;
    visit.publish().await;
    assert_eq!(
        sentence(&mut visit, "/courses").await,
        "",
        "nobody pays yet"
    );
    visit.wait(MINUTE);
    let planted = harness::cascade::plant(&visit.services.store, 1).await;
    let pages = [
        "/sign-in",
        "/courses",
        "/courses/iah/m1/mobile-few",
        "/",
        "/nothing",
    ];
    for path in pages {
        sentence(&mut visit, path).await;
        assert_eq!(sentence(&mut visit, path).await, BEFORE, "{path}");
    }
    let actor = Actor::Person {
        id: planted.places[0].trainer,
        roles: vec![Role::Coordinator(planted.programme)],
    };
    let form = programme_form(&visit.services, &actor, planted.programme)
        .await
        .expect("the form");
    let typed = TypedProgramme {
        title: form.programme.title,
        starts_on: form.programme.starts_on.to_string(),
        ends_on: form.programme.ends_on.expect("a last day").to_string(),
        trainers_per_institution: "5".to_owned(),
        target_min: "20".to_owned(),
        target_max: "30".to_owned(),
        funding_line: AFTER.to_owned(),
        revision: form.programme.revision,
        ..TypedProgramme::default()
    };
    change_programme(&visit.services, &actor, planted.programme, &typed)
        .await
        .expect("changed");
    for path in pages {
        assert_eq!(sentence(&mut visit, path).await, AFTER, "{path}");
    }
}

#[tokio::test]
async fn what_another_process_changed_is_shown_a_minute_later() {
    let mut visit = Visit::new().await;
    let planted = harness::cascade::plant(&visit.services.store, 1).await;
    assert_eq!(sentence(&mut visit, "/sign-in").await, BEFORE);
    let programme = store::programme::by_id(visit.services.store.read(), planted.programme).await;
    let changed = store::programme::Programme {
        funding_line: AFTER.to_owned(),
        ..programme.expect("an answer").expect("the programme")
    };
    visit
        .services
        .store
        .write::<_, StoreError>(Box::new(move |tx| {
            Box::pin(async move { store::programme::change(tx, &changed).await })
        }))
        .await
        .expect("changed elsewhere");
    assert_eq!(
        sentence(&mut visit, "/sign-in").await,
        BEFORE,
        "no statement for it on each page"
    );
    visit.wait(MINUTE);
    assert_eq!(sentence(&mut visit, "/sign-in").await, AFTER);
}
