//! Who trained whom, in front of the real site: hostile names, nobody trained yet, and people of
//! institutions that the reader does not see.

use axum::http::StatusCode;
use domain::cascade::lineage::Edge;
use domain::cascade::tally::ParticipationEvent;
use domain::clock::Timestamp;
use domain::ids::{PersonId, SessionId};
use domain::people::Role;
use services::ServiceError;
use store::cohort::Cohort;
use store::participation::Because;
use uuid::Uuid;

use crate::browser::Visit;

const HOSTILE: &str = "=</text></svg><script>alert(1)</script> Begić";

/// The files of a cascade, and its page.
const KINDS: [&str; 5] = ["", ".svg", ".png", ".csv", ".xlsx"];
const HIDDEN: &str = "somebody at another institution";
/// The day of what happened elsewhere: 1 March 2001.
const LONG_AGO: Timestamp = Timestamp(983_448_000_000);

/// Records who was trained by whom in a session of a cohort.
async fn train(visit: &Visit, cohort: &Cohort, edges: &[(PersonId, PersonId)], at: Timestamp) {
    let (cohort, edges) = (cohort.clone(), edges.to_vec());
    visit
        .services
        .store
        .write::<_, ServiceError>(Box::new(move |tx| {
            Box::pin(async move {
                for (trainee, trainer) in edges {
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
}

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
    let at = visit.services.now();
    let edges = [(hostile, place.trainer), (arta, hostile)];
    train(&visit, &place.cohort, &edges, at).await;
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

#[tokio::test]
async fn who_belongs_elsewhere_keeps_their_place_without_a_name_on_the_page_and_in_every_file() {
    let mut visit = Visit::new().await;
    let planted = visit.as_trainer().await;
    let [own, elsewhere] = [0, 1].map(|place| planted.places[place].clone());
    let people = [
        ("lead", Role::Lead(own.institution)),
        ("neighbour", Role::Lead(elsewhere.institution)),
        ("coordinator", Role::Coordinator(planted.programme)),
        ("observer", Role::Observer(planted.programme)),
    ];
    for (name, role) in people {
        let address = format!("{name}@uni.example");
        visit.somebody(name, &address, true, &[role]).await;
    }
    let root = visit
        .somebody("Vesna Drugdje", "vesna@uni.example", false, &[])
        .await;
    let arta = visit
        .somebody("Arta Hoxha", "arta@uni.example", false, &[])
        .await;
    // Who trains here was trained elsewhere, by somebody of elsewhere.
    let trainer = own.trainer;
    train(&visit, &elsewhere.cohort, &[(trainer, root)], LONG_AGO).await;
    let now = visit.services.now();
    train(&visit, &own.cohort, &[(arta, trainer)], now).await;
    let query = format!("?institution={}", own.institution);
    let of = async |visit: &mut Visit, name: &str| {
        visit.cookies.clear();
        visit.sign_in(&format!("{name}@uni.example")).await;
        let mut answers = Vec::new();
        for kind in KINDS {
            let path = format!("/programme/cascade{kind}{query}");
            answers.push(visit.get(&path).await);
        }
        answers
    };
    let seen = of(&mut visit, "lead").await;
    for (kind, answer) in KINDS.iter().zip(&seen) {
        assert_eq!(answer.status, StatusCode::OK, "{kind}");
        for told in ["Vesna", "2001", elsewhere.cohort.title.as_str()] {
            assert!(!answer.body.contains(told), "{kind} says {told}");
        }
    }
    let [page, svg, png, csv, _] = &seen[..] else {
        panic!("five answers")
    };
    for answer in [page, svg, csv] {
        assert!(answer.body.contains(HIDDEN) && answer.body.contains("Arta Hoxha"));
    }
    assert!(page.body.contains("at another institution"));
    assert!(
        svg.body.contains("Generation 2"),
        "the root keeps its column"
    );
    // A picture cannot be searched: but it is the same whatever the name.
    let whole = of(&mut visit, "coordinator").await;
    assert!(whole[0].body.contains("Vesna Drugdje") && whole[3].body.contains("2001-03-01"));
    visit
        .services
        .store
        .write::<_, ServiceError>(Box::new(move |tx| {
            Box::pin(async move { Ok(store::person::rename(tx, root, "Another Name").await?) })
        }))
        .await
        .expect("a new name");
    assert_eq!(
        (png.kind.as_str(), &png.body),
        ("image/png", &of(&mut visit, "lead").await[2].body)
    );
    assert_ne!(whole[2].body, of(&mut visit, "coordinator").await[2].body);
    // Whoever sees figures only, or another institution only, sees none of it.
    for stranger in ["observer", "neighbour"] {
        for answer in of(&mut visit, stranger).await {
            assert_eq!(answer.status, StatusCode::NOT_FOUND, "{stranger}");
            assert!(!answer.body.contains("Arta Hoxha") && !answer.body.contains(HIDDEN));
        }
    }
}

#[tokio::test]
async fn those_without_a_recorded_trainer_have_a_lane_even_when_nobody_else_is_drawn() {
    let mut visit = Visit::new().await;
    let planted = visit.as_trainer().await;
    let place = planted.places[0].clone();
    let lead = Role::Lead(place.institution);
    visit
        .somebody("Vesna Lead", "lead@uni.example", true, &[lead])
        .await;
    let services = visit.services.clone();
    visit
        .services
        .store
        .write::<_, ServiceError>(Box::new(move |tx| {
            Box::pin(async move {
                let there = store::participation::in_cohort(tx, place.cohort.id).await?;
                for participation in there.into_values() {
                    let because = Because {
                        event: services.new_id(),
                        actor: None,
                        at: services.now(),
                        detail: "",
                    };
                    let event = ParticipationEvent::Finished(services.now());
                    store::participation::record(tx, participation, event, because).await?;
                }
                Ok(())
            })
        }))
        .await
        .expect("somebody who finished");
    visit.sign_in("lead@uni.example").await;
    let query = format!("?institution={}", planted.places[0].institution);
    let page = visit.get(&format!("/programme/cascade{query}")).await;
    let svg = visit.get(&format!("/programme/cascade.svg{query}")).await;
    let lane = "1 finished with no recorded trainer";
    assert!(svg.body.contains(lane), "{}", svg.body);
    assert_eq!(
        page.body.matches(lane).count(),
        2,
        "in the drawing and in the list"
    );
    let png = visit.get(&format!("/programme/cascade.png{query}")).await;
    assert_eq!(png.status, StatusCode::OK);
    assert!(png.disposition.contains(".png"), "{}", png.disposition);
}
