//! Activity in front of the real site: hostile names, files, and who gets which.

use axum::http::StatusCode;
use domain::people::Role;

use crate::browser::Visit;

const HOSTILE: &str = "=<script>alert(1)</script> Begić";
const FILES: [&str; 5] = ["silent", "cohorts", "first-sessions", "funnel", "fidelity"];

#[tokio::test]
async fn a_silent_trainer_of_hostile_name_is_only_ever_text_and_can_be_written_to() {
    let mut visit = Visit::new().await;
    let planted = visit.as_trainer().await;
    let at = planted.places[0].institution;
    visit
        .somebody(HOSTILE, "a?b&c=d@uni.example", false, &[Role::Trainer(at)])
        .await;
    let coordinator = Role::Coordinator(planted.programme);
    visit
        .somebody("Etleva Çabej", "e@uni.example", true, &[coordinator])
        .await;
    recount(&visit, at).await;
    visit.sign_in("e@uni.example").await;
    visit.wait(50 * domain::clock::DAY);
    visit.sign_in("e@uni.example").await;
    let page = visit.get("/programme/activity").await;
    assert_eq!(page.status, StatusCode::OK);
    assert!(page.body.contains("Begić") && !page.body.contains("<script>alert"));
    assert!(
        page.body.contains("/nudge\""),
        "they are reminded by a button"
    );
    let csv = visit.get("/programme/activity/silent.csv").await;
    assert!(csv.body.contains("Begić"), "{}", csv.body);
    let mut cells = csv.body.lines().flat_map(|line| line.split(','));
    assert!(
        !cells.any(|cell| cell.trim_matches('"').starts_with('=')),
        "{}",
        csv.body
    );
    for file in FILES {
        for ending in ["csv", "xlsx"] {
            let got = visit
                .get(&format!("/programme/activity/{file}.{ending}"))
                .await;
            assert_eq!(got.status, StatusCode::OK, "{file}.{ending}");
        }
    }
    for nothing in ["silent.pdf", "silent", "people.csv", ".csv"] {
        let got = visit.get(&format!("/programme/activity/{nothing}")).await;
        assert_eq!(got.status, StatusCode::NOT_FOUND, "{nothing}");
    }
}

#[tokio::test]
async fn an_observer_gets_figures_and_no_file_of_names() {
    let mut visit = Visit::new().await;
    let planted = visit.as_trainer().await;
    let observer = Role::Observer(planted.programme);
    visit
        .somebody("Olga Observer", "o@agency.example", true, &[observer])
        .await;
    visit.sign_in("o@agency.example").await;
    let page = visit.get("/programme/activity").await;
    assert_eq!(page.status, StatusCode::OK);
    assert!(!page.body.contains("Trainer 1"), "a name");
    for (file, status) in FILES.into_iter().zip([404, 404, 404, 200, 200]) {
        let got = visit.get(&format!("/programme/activity/{file}.csv")).await;
        assert_eq!(got.status.as_u16(), status, "{file}");
    }
}

/// Counts the trainers after roles were given past the use cases.
async fn recount(visit: &Visit, at: domain::ids::InstitutionId) {
    visit
        .services
        .store
        .write::<_, store::StoreError>(Box::new(move |tx| {
            Box::pin(async move { store::tally::recount_trainers(tx, at).await })
        }))
        .await
        .expect("counted");
}
