//! What each page asks of the database: so many statements, and no more for more people.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use axum::Router;
use axum::body::Body;
use axum::http::{Request, StatusCode, header};
use demo::Size;
use domain::ids::CohortId;
use harness::Scratch;
use services::limits::Client;
use services::ports::{SystemClock, SystemRandom};
use services::sign_in::{Browser, resume, start};
use services::{Services, Settings, enrolment};
use tower::ServiceExt;

/// Nobody is signed in.
const VISITOR: &str = "visitor";

/// Who comes, the links they follow, and the statements of the page where these lead. A star in
/// an address stands for an identifier.
const PAGES: &[(&str, &[&str], usize)] = &[
    (VISITOR, &["/"], 0),
    (VISITOR, &["/courses"], 0),
    (VISITOR, &["/courses/iah"], 0),
    (VISITOR, &["/courses/iah/m1"], 0),
    (VISITOR, &["/courses/iah/m1/mobile-few"], 0),
    (VISITOR, &["/sign-in"], 0),
    ("learner", &["/"], 10),
    ("learner", &["/courses"], 1),
    ("learner", &["/courses/iah"], 1),
    ("learner", &["/courses/iah/m1/mobile-few"], 1),
    ("learner", &["/account"], 5),
    ("trainer", &["/"], 17),
    ("trainer", &["/courses/iah/m1/mobile-few"], 1),
    ("trainer", &["/cohorts"], 4),
    ("trainer", &["/cohorts/new"], 5),
    ("trainer", &["/cohorts", "/cohorts/*"], 20),
    (
        "trainer",
        &["/cohorts", "/cohorts/*", "/cohorts/*/edit"],
        20,
    ),
    (
        "trainer",
        &["/cohorts", "/cohorts/*", "/cohorts/*/enrol"],
        8,
    ),
    (
        "trainer",
        &["/cohorts", "/cohorts/*", "/cohorts/*/reviews"],
        4,
    ),
    (
        "trainer",
        &[
            "/cohorts",
            "/cohorts/*",
            "/cohorts/*/reviews",
            "/cohorts/*/reviews/*",
        ],
        4,
    ),
    (
        "trainer",
        &["/cohorts", "/cohorts/*", "/cohorts/*/slips"],
        6,
    ),
    (
        "trainer",
        &["/cohorts", "/cohorts/*", "/cohorts/*/sessions/new"],
        4,
    ),
    (
        "trainer",
        &["/cohorts", "/cohorts/*", "/cohorts/*/sessions/*"],
        10,
    ),
    (
        "trainer",
        &[
            "/cohorts",
            "/cohorts/*",
            "/cohorts/*/sessions/*",
            "/cohorts/*/sessions/*/edit",
        ],
        7,
    ),
    (
        "trainer",
        &["/cohorts", "/cohorts/*", "/cohorts/*/sessions/*/register"],
        6,
    ),
    (
        "trainer",
        &["/cohorts", "/cohorts/*", "/cohorts/*/enrolments/*"],
        7,
    ),
    (
        "trainer",
        &[
            "/cohorts",
            "/cohorts/*",
            "/cohorts/*/participations/*/withdraw",
        ],
        4,
    ),
    (
        "trainer",
        &[
            "/cohorts",
            "/cohorts/*",
            "/cohorts/*/participations/*/track",
        ],
        4,
    ),
    ("learner", &["/", "/cohorts/*/participations/*/track"], 4),
    ("trainer", &["/cohorts", "/cohorts/*", "/people/*"], 19),
    ("lead", &["/"], 13),
    ("lead", &["/", "/institutions/*"], 23),
    ("lead", &["/", "/institutions/*", "/people/*"], 20),
    (
        "lead",
        &["/", "/institutions/*", "/institutions/*/adaptations"],
        4,
    ),
    ("lead", &["/outbox"], 2),
    ("coordinator", &["/"], 15),
    // In memory until a figure moves; what reading takes is promised where it is read.
    ("coordinator", &["/programme"], 0),
    ("coordinator", &["/programme", "/programme/activity"], 8),
    ("lead", &["/", "/institutions/*", "/programme/activity"], 7),
    ("coordinator", &["/programme", "/programme/packs"], 2),
    ("coordinator", &["/programme", "/programme/cascade"], 0),
    ("lead", &["/", "/institutions/*", "/programme/cascade"], 8),
    ("coordinator", &["/programme.csv"], 4),
    ("coordinator", &["/programme/edit"], 2),
    ("coordinator", &["/programme/people"], 3),
    ("coordinator", &["/programme/institutions/new"], 2),
    ("coordinator", &["/programme", "/institutions/*"], 19),
    (
        "coordinator",
        &["/programme", "/institutions/*", "/institutions/*/edit"],
        5,
    ),
    (
        "coordinator",
        &[
            "/programme",
            "/institutions/*",
            "/institutions/*/people/new",
        ],
        3,
    ),
    (
        "coordinator",
        &["/programme", "/institutions/*", "/cohorts/*"],
        19,
    ),
    (
        "coordinator",
        &["/programme", "/institutions/*", "/people/*"],
        19,
    ),
    ("coordinator", &["/cohorts"], 4),
    ("coordinator", &["/outbox"], 2),
    ("trainer", &["/digest"], 2),
    ("lead", &["/digest"], 6),
    ("coordinator", &["/digest"], 3),
    ("coordinator", &["/programme/follow-up"], 1),
    ("coordinator", &["/programme/jobs"], 2),
    ("partner", &["/"], 15),
    ("partner", &["/cohorts"], 4),
    ("observer", &["/"], 10),
    ("observer", &["/programme"], 2),
    ("observer", &["/programme", "/programme/activity"], 5),
    ("observer", &["/programme", "/institutions/*"], 8),
];

/// A site with a demonstration, and the statements it has read with.
struct Site {
    router: Router,
    cookies: BTreeMap<&'static str, String>,
    statements: Arc<AtomicUsize>,
    services: Services,
    _scratch: Scratch,
}

impl Site {
    async fn of(people: u32) -> Self {
        let scratch = harness::sqlite().await;
        let statements = Arc::new(AtomicUsize::new(0));
        let count = Arc::clone(&statements);
        let store = scratch.store.clone().watched(move |text| {
            // Who asks is in memory, unless it was read a while ago or anything about people
            // changed: then it is one statement more.
            if !text.contains("from sign_in") {
                count.fetch_add(1, Ordering::Relaxed);
            }
        });
        let services = Services::new(
            store,
            Arc::new(SystemClock),
            Arc::new(SystemRandom),
            Settings::default(),
        );
        services::course::publish_starter(&services)
            .await
            .expect("the starter course");
        let size = Size {
            people,
            ..Size::default()
        };
        demo::prepare(&services, size, |_| ())
            .await
            .expect("a demonstration");
        let mut cookies = BTreeMap::from([(VISITOR, String::new())]);
        for (who, _, _) in PAGES.iter().filter(|(who, _, _)| *who != VISITOR) {
            let address = format!("{who}@demo.example");
            let person = store::person::by_address(services.store.read(), &address)
                .await
                .expect("an answer")
                .expect("somebody");
            let browser = Browser {
                agent: "test",
                client: Client::new("127.0.0.1".parse().expect("an address")),
                holds: None,
            };
            let token = start(&services, person, browser).await.expect("a sign-in");
            cookies.insert(who, format!("kaskada={token}"));
        }
        Self {
            router: server::http::router(services.clone()),
            cookies,
            statements,
            services,
            _scratch: scratch,
        }
    }

    /// The page at an address, in a language: a public page is kept once for each.
    async fn page(&self, who: &str, path: &str, language: &str) -> String {
        let request = Request::get(path)
            .header(header::COOKIE, &self.cookies[who])
            .header(header::ACCEPT_LANGUAGE, language)
            .body(Body::empty())
            .expect("a request");
        let answer = self
            .router
            .clone()
            .oneshot(request)
            .await
            .expect("an answer");
        let status = answer.status();
        assert_eq!(status, StatusCode::OK, "{path}, as the {who}");
        let body = axum::body::to_bytes(answer.into_body(), 1 << 24)
            .await
            .expect("a page");
        String::from_utf8_lossy(&body).into_owned()
    }

    /// The address where links lead somebody, page by page.
    async fn follow(&self, who: &str, links: &[&str]) -> String {
        let mut address = links[0].to_owned();
        for pattern in &links[1..] {
            let page = self.page(who, &address, "en").await;
            address = linked(&page, pattern)
                .unwrap_or_else(|| panic!("{address} has no link to {pattern} for the {who}"));
        }
        address
    }

    /// The statements that a page takes.
    async fn costs(&self, who: &str, address: &str) -> usize {
        // What is read into memory once, the texts of a course, is read now.
        self.page(who, address, "en").await;
        self.statements.swap(0, Ordering::Relaxed);
        self.page(who, address, "sq").await;
        self.statements.swap(0, Ordering::Relaxed)
    }

    /// The statements of each page, with the links that lead there.
    async fn taken(&self) -> Vec<(String, usize)> {
        let mut counts = Vec::new();
        for (who, links, _) in PAGES {
            let address = self.follow(who, links).await;
            counts.push((named(who, links), self.costs(who, &address).await));
        }
        counts
    }

    /// Pastes a list on the enrolment page of a cohort.
    async fn paste(&self, cohort: &str, list: String) {
        let token = self.cookies["trainer"].trim_start_matches("kaskada=");
        let trainer = resume(&self.services, token)
            .await
            .expect("an answer")
            .expect("a trainer");
        let cohort = cohort.rsplit('/').next().unwrap_or_default();
        let cohort = CohortId(cohort.parse().expect("an identifier"));
        enrolment::paste(&self.services, &trainer.actor, cohort, list, None)
            .await
            .expect("a list");
    }
}

fn named(who: &str, links: &[&str]) -> String {
    format!("{who} at {}", links.join(" › "))
}

/// The first address of a page that fits a pattern.
fn linked(page: &str, pattern: &str) -> Option<String> {
    page.split("href=\"")
        .skip(1)
        .filter_map(|rest| rest.split('"').next())
        .map(|address| address.replace("&amp;", "&"))
        .find(|address| {
            let path = address.split(['?', '#']).next().unwrap_or_default();
            let (found, wanted) = (path.split('/'), pattern.split('/'));
            found.clone().count() == wanted.clone().count()
                && found.zip(wanted).all(|(found, wanted)| match wanted {
                    "*" => uuid::Uuid::parse_str(found).is_ok(),
                    word => found == word,
                })
        })
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn every_page_takes_so_many_statements_however_many_people_there_are() {
    let promised: Vec<(String, usize)> = PAGES
        .iter()
        .map(|(who, links, statements)| (named(who, links), *statements))
        .collect();
    assert_eq!(Site::of(150).await.taken().await, promised);
    assert_eq!(Site::of(450).await.taken().await, promised);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn checking_a_list_takes_as_many_statements_however_long_it_is() {
    let site = Site::of(150).await;
    let cohort = site.follow("trainer", &["/cohorts", "/cohorts/*"]).await;
    let enrol = format!("{cohort}/enrol");
    for people in [3, 60] {
        let list: String = (0..people)
            .map(|number| format!("Colleague {number} <colleague.{number}@uni.example>\n"))
            .collect();
        site.paste(&cohort, list).await;
        assert_eq!(site.costs("trainer", &enrol).await, 10, "{people} people");
    }
}
