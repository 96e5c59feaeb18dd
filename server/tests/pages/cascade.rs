//! Who trained whom, in front of the real site: hostile names, and nobody trained yet.

use axum::http::StatusCode;
use domain::cascade::lineage::Edge;
use domain::ids::SessionId;
use domain::people::Role;
use services::ServiceError;
use uuid::Uuid;

use crate::browser::Visit;

const HOSTILE: &str = "=</text></svg><script>alert(1)</script> Begić";

#[tokio::test]
async fn a_hostile_name_is_only_ever_text_in_the_drawing_the_list_and_the_files() {
    let mut visit = Visit::new().await;
    let planted = visit.as_trainer().await;
    let place = planted.places[0].clone();
    let lead = Role::Lead(place.institution);
    let hostile = visit
        .somebody(HOSTILE, "hostile@uni.example", false, &[])
        .await;
    let arta = visit
        .somebody("Arta Hoxha", "arta@uni.example", false, &[])
        .await;
    visit
        .somebody("Vesna Lead", "lead@uni.example", true, &[lead])
        .await;
    visit.sign_in("lead@uni.example").await;
    let query = format!("?institution={}", place.institution);
    let empty = visit.get(&format!("/programme/cascade{query}")).await;
    assert_eq!(empty.status, StatusCode::OK);
    assert!(empty.body.contains("Nobody has trained anybody here yet"));
    let drawing = visit.get(&format!("/programme/cascade.svg{query}")).await;
    assert_eq!(drawing.status, StatusCode::NOT_FOUND, "nothing is drawn");
    let (cohort, root, at) = (place.cohort.clone(), place.trainer, visit.services.now());
    visit
        .services
        .store
        .write::<_, ServiceError>(Box::new(move |tx| {
            Box::pin(async move {
                for (trainee, trainer) in [(hostile, root), (arta, hostile)] {
                    let edge = Edge {
                        trainee,
                        trainer,
                        cohort: cohort.id,
                        session: Some(SessionId(Uuid::from_u128(7))),
                        at,
                    };
                    services::cascade::record_edge(tx, &cohort, &edge).await?;
                }
                Ok(())
            })
        }))
        .await
        .expect("a cascade");
    let focused = format!("{query}&focus={hostile}");
    for path in ["", ".svg"] {
        let seen = visit
            .get(&format!("/programme/cascade{path}{focused}"))
            .await;
        assert_eq!(seen.status, StatusCode::OK, "{path}");
        assert!(seen.body.contains("Begić") && seen.body.contains("Arta Hoxha"));
        assert!(
            !seen.body.contains("<script>alert") && !seen.body.contains("</text></svg>"),
            "{}",
            seen.body
        );
    }
    let csv = visit.get(&format!("/programme/cascade.csv{query}")).await;
    assert_eq!(csv.status, StatusCode::OK);
    let mut cells = csv.body.lines().flat_map(|line| line.split(','));
    assert!(
        !cells.any(|cell| cell.trim_matches('"').starts_with('=')),
        "{}",
        csv.body
    );
}
