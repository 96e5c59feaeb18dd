//! The unit's page over HTTP: open to everyone, and silent about its key until an answer is saved.

use std::sync::Arc;

use axum::Router;
use axum::body::Body;
use axum::http::{Request, Response, StatusCode, header};
use domain::course::{Key, UnitText};
use domain::ids::PersonId;
use domain::people::Actor;
use harness::Scratch;
use services::limits::Client;
use services::ports::{SystemClock, SystemRandom};
use services::sign_in::{Browser, start};
use services::{ServiceError, Services, Settings};
use tower::ServiceExt;
use uuid::Uuid;

const UNIT: &str = "/courses/iah/m1/mobile-few";
const LEARNER: PersonId = PersonId(Uuid::from_u128(1));

struct Site {
    router: Router,
    services: Services,
    cookie: String,
    _scratch: Scratch,
}

async fn site() -> Site {
    let scratch = harness::sqlite().await;
    let services = Services::new(
        scratch.store.clone(),
        Arc::new(SystemClock),
        Arc::new(SystemRandom),
        Settings::default(),
    );
    services::course::publish_starter(&services)
        .await
        .expect("the starter course");
    let mut site = Site {
        router: server::http::router(services.clone()),
        services,
        cookie: String::new(),
        _scratch: scratch,
    };
    site.cookie = site.learner(LEARNER, "Arta Hoxha").await;
    site
}

impl Site {
    /// Somebody new, signed in: the cookie of their browser.
    async fn learner(&self, person: PersonId, name: &'static str) -> String {
        let now = self.services.now();
        self.services
            .store
            .write::<_, ServiceError>(Box::new(move |tx| {
                Box::pin(
                    async move { Ok(store::person::create(tx, person, name, None, now).await?) },
                )
            }))
            .await
            .expect("a person");
        let browser = Browser {
            agent: "test",
            client: Client::new("127.0.0.1".parse().expect("an address")),
            holds: None,
        };
        let token = start(&self.services, person, browser)
            .await
            .expect("a sign-in");
        format!("kaskada={token}")
    }

    async fn ask(&self, request: Request<Body>) -> Response<Body> {
        self.router
            .clone()
            .oneshot(request)
            .await
            .expect("an answer")
    }

    async fn page(&self, path: &str, cookie: &str) -> (StatusCode, String) {
        let request = Request::get(path).header(header::COOKIE, cookie);
        let answer = self
            .ask(request.body(Body::empty()).expect("a request"))
            .await;
        read(answer).await
    }

    async fn post(&self, path: &str, cookie: &str, body: &str) -> Response<Body> {
        let request = Request::post(path)
            .header(header::HOST, "kaskada.example")
            .header("sec-fetch-site", "same-origin")
            .header(header::COOKIE, cookie)
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
        self.ask(
            request
                .body(Body::from(body.to_owned()))
                .expect("a request"),
        )
        .await
    }

    async fn unit(&self) -> (String, Arc<UnitText>) {
        let language = domain::language::Language::English;
        let view = services::course::unit(
            &self.services,
            &Actor::Visitor,
            language,
            "iah",
            "m1",
            "mobile-few",
        );
        let view = view.await.expect("the unit");
        (view.place.id.to_string(), view.text)
    }
}

async fn read(answer: Response<Body>) -> (StatusCode, String) {
    let status = answer.status();
    let body = axum::body::to_bytes(answer.into_body(), 1 << 22)
        .await
        .expect("a page");
    (status, String::from_utf8_lossy(&body).into_owned())
}

/// Everything about the questions that must not be read before answering, and the trainer's side.
fn secrets(unit: &UnitText) -> Vec<String> {
    let mut secrets = vec![
        unit.trainer.facilitation_html.clone(),
        unit.trainer.key_html.clone(),
    ];
    for question in &unit.thinking.questions {
        match &question.key {
            Key::Single { options } | Key::Multiple { options } | Key::TrueFalse { options } => {
                secrets.extend(options.iter().map(|option| option.feedback_html.clone()));
            }
            Key::Numeric { verdicts, .. } | Key::Short { verdicts, .. } => {
                secrets.extend([verdicts.right_html.clone(), verdicts.wrong_html.clone()]);
            }
            Key::Matching { rows, .. } => {
                secrets.extend(rows.iter().map(|row| row.feedback_html.clone()));
            }
            Key::Ordering { items } => {
                secrets.extend(items.iter().map(|item| item.feedback_html.clone()));
            }
            Key::Open { guidance_html } => secrets.push(guidance_html.clone()),
        }
    }
    secrets.retain(|secret| !secret.is_empty());
    secrets
}

#[tokio::test]
async fn a_visitor_reads_the_whole_unit_without_script_or_cookie() {
    let site = site().await;
    let (_, unit) = site.unit().await;
    let answer = site
        .ask(Request::get(UNIT).body(Body::empty()).expect("a request"))
        .await;
    assert!(answer.headers().get(header::SET_COOKIE).is_none());
    let (status, page) = read(answer).await;
    assert_eq!(status, StatusCode::OK);
    for block in &unit.content {
        assert!(page.contains(&block.html), "block {} is missing", block.id);
    }
    for text in [
        &unit.activity.online_html,
        &unit.activity.workshop_html,
        &unit.scope_html,
    ] {
        assert!(page.contains(text));
    }
    assert!(!page.contains("<script") && !page.contains("<form method=\"post\" action=\"/learn"));
}

#[tokio::test]
async fn neither_key_nor_feedback_nor_the_trainer_s_side_is_in_a_page_before_an_answer() {
    let site = site().await;
    let (_, unit) = site.unit().await;
    for cookie in ["", site.cookie.as_str()] {
        let (_, page) = site.page(UNIT, cookie).await;
        for secret in secrets(&unit) {
            assert!(!page.contains(&secret), "{secret}");
        }
    }
    let (visitor, _) = site.page(&format!("{UNIT}?view=trainer"), "").await;
    let (learner, _) = site
        .page(&format!("{UNIT}?view=trainer"), &site.cookie)
        .await;
    assert_eq!(
        (visitor, learner),
        (StatusCode::SEE_OTHER, StatusCode::NOT_FOUND)
    );
}

/// The name that a page gives to the first save from it.
fn save_key(page: &str) -> Option<&str> {
    page.split("name=\"save_key\" value=\"")
        .nth(1)?
        .split('"')
        .next()
}

#[tokio::test]
async fn learners_who_see_the_same_unit_see_their_own_names_and_save_for_themselves() {
    let site = site().await;
    let zef = PersonId(Uuid::from_u128(2));
    let other = site.learner(zef, "Zef <b> & Sons").await;
    let (_, arta) = site.page(UNIT, &site.cookie).await;
    let (_, first) = site.page(UNIT, &other).await;
    let (_, again) = site.page(&format!("{UNIT}?a=1&b=2"), &other).await;
    assert!(arta.contains("Arta Hoxha") && arta.contains(&LEARNER.to_string()));
    for page in [&first, &again] {
        assert!(page.contains("Zef &lt;b&gt; &amp; Sons") && page.contains(&zef.to_string()));
        assert!(!page.contains("Arta Hoxha") && !page.contains(&LEARNER.to_string()));
    }
    assert!(
        again.contains(&format!("value=\"{UNIT}?a=1&amp;b=2\"")),
        "the way back"
    );
    let keys = [&arta, &first, &again].map(|page| save_key(page).expect("a name for the save"));
    assert!(keys[0] != keys[1] && keys[1] != keys[2]);
}

#[tokio::test]
async fn what_was_saved_is_on_the_next_page_and_on_nobody_else_s() {
    let site = site().await;
    let other = site.learner(PersonId(Uuid::from_u128(2)), "Zef").await;
    let (unit, _) = site.unit().await;
    for cookie in [&site.cookie, &other] {
        let (_, page) = site.page(UNIT, cookie).await;
        assert!(!page.contains("My own words."));
    }
    let product = "product=My+own+words.";
    site.post(&format!("/learn/{unit}/activity"), &site.cookie, product)
        .await;
    let (_, mine) = site.page(UNIT, &site.cookie).await;
    assert!(mine.contains("My own words."));
    let (_, theirs) = site.page(UNIT, &other).await;
    assert!(!theirs.contains("My own words."));
}

#[tokio::test]
async fn an_answer_without_script_leads_back_to_its_question_with_feedback_on_what_was_chosen() {
    let site = site().await;
    let (id, unit) = site.unit().await;
    let question = unit
        .thinking
        .questions
        .iter()
        .find(|q| !q.options().is_empty())
        .expect("a choice");
    let (field, action) = (format!("q-{}", question.id), format!("/learn/{id}/answers"));
    let body = format!(
        "question={}&save_key=k1&known=0&{field}=0&check=yes",
        question.id
    );
    let answer = site.post(&action, &site.cookie, &body).await;
    assert_eq!(answer.status(), StatusCode::SEE_OTHER);
    assert_eq!(
        answer.headers()[header::LOCATION],
        format!("{UNIT}#{field}")
    );
    let (_, page) = site.page(UNIT, &site.cookie).await;
    assert!(
        page.contains(&question.options()[0].feedback_html),
        "what is said about the choice"
    );
    for option in &question.options()[1..] {
        assert!(
            !page.contains(&option.feedback_html),
            "the rest of the key stays hidden"
        );
    }
    // Nothing chosen: a sentence beside the question, nothing kept.
    let empty = format!("question={}&save_key=k2&check=yes", question.id);
    let refused = site.post(&action, &site.cookie, &empty).await;
    assert_eq!(refused.status(), StatusCode::SEE_OTHER);
    let flash = refused.headers()[header::SET_COOKIE]
        .to_str()
        .expect("a cookie");
    let flash = flash.split(';').next().expect("a pair").to_owned();
    let (_, page) = site.page(UNIT, &format!("{}; {flash}", site.cookie)).await;
    assert!(page.contains("Choose or write an answer first."), "{page}");
}

#[tokio::test]
async fn an_island_saves_silently_while_somebody_chooses_and_hears_more_when_they_ask() {
    let site = site().await;
    let (id, unit) = site.unit().await;
    let question = unit
        .thinking
        .questions
        .iter()
        .find(|q| !q.options().is_empty())
        .expect("a choice");
    let (field, action) = (format!("q-{}", question.id), format!("/learn/{id}/answers"));
    let body = format!("question={}&save_key=k1&{field}=0&island=yes", question.id);
    let (status, pieces) = read(site.post(&action, &site.cookie, &body).await).await;
    assert_eq!(status, StatusCode::OK);
    assert!(
        pieces.contains(&format!("data-for=\"state-{field}\"")),
        "{pieces}"
    );
    assert!(
        !pieces.contains(&question.options()[0].feedback_html),
        "no feedback unasked: {pieces}"
    );
    let (_, pieces) = read(
        site.post(&action, &site.cookie, &format!("{body}&check=yes"))
            .await,
    )
    .await;
    assert!(
        pieces.contains(&question.options()[0].feedback_html),
        "{pieces}"
    );
    assert!(pieces.contains("data-for=\"outline-steps\""), "{pieces}");
    let (status, pieces) = read(
        site.post(
            &action,
            &site.cookie,
            "question=nothing&save_key=k&island=yes",
        )
        .await,
    )
    .await;
    assert_eq!(status, StatusCode::NOT_FOUND, "{pieces}");
    let signed_out = site.post(&action, "", &body).await;
    assert_eq!(signed_out.status(), StatusCode::SEE_OTHER);
}

#[tokio::test]
async fn the_button_of_content_marks_all_of_it_as_read() {
    let site = site().await;
    let (id, _) = site.unit().await;
    let answer = site
        .post(&format!("/learn/{id}/reading"), &site.cookie, "all=yes")
        .await;
    assert_eq!(
        answer.headers()[header::LOCATION],
        format!("{UNIT}#activity")
    );
    let (_, page) = site.page(UNIT, &site.cookie).await;
    assert!(page.contains("You have read this part."));
    let (_, home) = site.page("/", &site.cookie).await;
    assert!(
        home.contains(&format!("href=\"{UNIT}#activity\"")),
        "{home}"
    );
}

#[tokio::test]
async fn a_text_with_a_closing_tag_comes_back_as_it_was_typed() {
    let site = site().await;
    let (id, _) = site.unit().await;
    let body = "prompt=p1&r-p1=%3C%2Ftextarea%3E%3Cscript%3Ealert(1)%3C%2Fscript%3E";
    site.post(&format!("/learn/{id}/reflections"), &site.cookie, body)
        .await;
    let (_, page) = site.page(UNIT, &site.cookie).await;
    assert!(page.contains("&lt;/textarea&gt;&lt;script&gt;alert(1)&lt;/script&gt;"));
    assert!(!page.contains("<script>alert"));
}

#[tokio::test]
async fn every_course_page_answers_and_what_is_not_there_does_not() {
    let site = site().await;
    for path in ["/", "/courses", "/courses/iah", "/courses/iah/m1", UNIT] {
        assert_eq!(site.page(path, "").await.0, StatusCode::OK, "{path}");
        assert_eq!(
            site.page(path, &site.cookie).await.0,
            StatusCode::OK,
            "{path} signed in"
        );
    }
    for path in [
        "/courses/x",
        "/courses/iah/x",
        "/courses/iah/m1/x",
        "/courses/iah/m1/mobile-few/x",
    ] {
        assert_eq!(site.page(path, "").await.0, StatusCode::NOT_FOUND, "{path}");
    }
    let garbled = site
        .post("/learn/not-a-unit/answers", &site.cookie, "question=x")
        .await;
    assert_eq!(garbled.status(), StatusCode::NOT_FOUND);
}
