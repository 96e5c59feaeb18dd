//! People in front of the real site: cookies, forms and what hostile input becomes.

use std::sync::Arc;

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::{Method, Request, StatusCode, header};
use domain::ids::{GrantId, ParticipationId, PersonId};
use domain::people::Role;
use domain::roster::Email;
use harness::Scratch;
use harness::cascade::{Planted, id, plant};
use services::password::{self, Password};
use services::ports::{SystemClock, SystemRandom};
use services::{ServiceError, Services, Settings};
use tower::ServiceExt;

const PASSWORD: &str = "a river runs uphill";
const HOSTILE: &str = "<script>alert(1)</script>\"' Begić";

/// A site, and a browser that keeps its cookies.
struct Visit {
    site: Router,
    services: Services,
    cookies: Vec<(String, String)>,
    _scratch: Scratch,
}

/// An answer of the site.
struct Answer {
    status: StatusCode,
    place: String,
    set_cookie: Vec<String>,
    cache: String,
    body: String,
}

impl Visit {
    async fn new() -> Self {
        let scratch = harness::sqlite().await;
        let settings = Settings {
            public_url: "https://kaskada.example".to_owned(),
            ..Settings::default()
        };
        let services = Services::new(
            scratch.store.clone(),
            Arc::new(SystemClock),
            Arc::new(SystemRandom),
            settings,
        );
        let site = server::http::router(services.clone());
        Self {
            site,
            services,
            cookies: Vec::new(),
            _scratch: scratch,
        }
    }

    async fn ask(&mut self, method: Method, path: &str, form: &str, origin: &str) -> Answer {
        let cookies: Vec<String> = self
            .cookies
            .iter()
            .map(|(name, value)| format!("{name}={value}"))
            .collect();
        let request = Request::builder()
            .method(method)
            .uri(path)
            .header(header::HOST, "kaskada.example")
            .header("sec-fetch-site", origin)
            .header(header::COOKIE, cookies.join("; "))
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
            .body(Body::from(form.to_owned()))
            .expect("a request");
        let answer = self.site.clone().oneshot(request).await.expect("an answer");
        let text = |name| {
            answer
                .headers()
                .get(name)
                .map_or("", |v| v.to_str().unwrap_or(""))
                .to_owned()
        };
        let (status, place, cache) = (
            answer.status(),
            text(header::LOCATION),
            text(header::CACHE_CONTROL),
        );
        let set_cookie: Vec<String> = answer
            .headers()
            .get_all(header::SET_COOKIE)
            .iter()
            .map(|value| value.to_str().expect("a cookie").to_owned())
            .collect();
        for cookie in &set_cookie {
            let (name, rest) = cookie.split_once('=').expect("a name");
            let value = rest.split(';').next().unwrap_or_default();
            self.cookies.retain(|(known, _)| known != name);
            if !value.is_empty() {
                self.cookies.push((name.to_owned(), value.to_owned()));
            }
        }
        let body = to_bytes(answer.into_body(), usize::MAX)
            .await
            .expect("a body");
        Answer {
            status,
            place,
            set_cookie,
            cache,
            body: String::from_utf8_lossy(&body).into_owned(),
        }
    }

    async fn get(&mut self, path: &str) -> Answer {
        self.ask(Method::GET, path, "", "same-origin").await
    }

    async fn post(&mut self, path: &str, form: &str) -> Answer {
        self.ask(Method::POST, path, form, "same-origin").await
    }

    fn cookie(&self) -> Option<&str> {
        self.cookies
            .iter()
            .find(|(name, _)| name == "kaskada")
            .map(|(_, value)| value.as_str())
    }

    /// Keeps somebody, with a password when they have joined.
    async fn somebody(&self, name: &str, address: &str, joined: bool, roles: &[Role]) -> PersonId {
        let person = PersonId(self.services.new_id());
        let password = Password::new("password", PASSWORD, &[]).expect("a good password");
        let hash = password::hash(&self.services, &password)
            .await
            .expect("a hash");
        let email = Email::parse(address).expect("an address");
        let (asker, name, roles) = (self.services.clone(), name.to_owned(), roles.to_vec());
        self.services
            .store
            .write::<_, ServiceError>(Box::new(move |tx| {
                Box::pin(async move {
                    store::person::create(tx, person, &name, None, asker.now()).await?;
                    store::person::add_address(tx, person, &email, asker.now()).await?;
                    if joined {
                        store::person::set_password_hash(tx, person, &hash).await?;
                    }
                    for role in roles {
                        let grant = GrantId(asker.new_id());
                        store::grant::give(tx, grant, person, role, None, asker.now()).await?;
                    }
                    Ok(())
                })
            }))
            .await
            .expect("somebody");
        person
    }

    /// A planted programme whose trainer signs in here, with one hostile name in the cohort.
    async fn as_trainer(&mut self) -> Planted {
        let planted = plant(&self.services.store, 2).await;
        let place = planted.places[0].clone();
        let email = Email::parse("trainer@uni.example").expect("an address");
        let hash = password::hash(
            &self.services,
            &Password::new("p", PASSWORD, &[]).expect("good"),
        )
        .await
        .expect("a hash");
        let colleague = self
            .somebody(HOSTILE, "colleague@uni.example", false, &[])
            .await;
        let asker = self.services.clone();
        self.services
            .store
            .write::<_, ServiceError>(Box::new(move |tx| {
                Box::pin(async move {
                    store::person::add_address(tx, place.trainer, &email, asker.now()).await?;
                    store::person::set_password_hash(tx, place.trainer, &hash).await?;
                    let newcomer = store::participation::Newcomer {
                        id: ParticipationId(id(20, 1)),
                        event: id(21, 1),
                        person: colleague,
                    };
                    store::participation::enrol(
                        tx,
                        &place.cohort,
                        &[newcomer],
                        place.trainer,
                        asker.now(),
                    )
                    .await?;
                    let people = [colleague];
                    services::invitations::invite_to_cohort(
                        &asker,
                        tx,
                        &place.cohort,
                        place.trainer,
                        &people,
                        true,
                    )
                    .await
                })
            }))
            .await
            .expect("a trainer");
        self.post(
            "/sign-in",
            &format!("email=trainer@uni.example&password={PASSWORD}"),
        )
        .await;
        planted
    }
}

#[tokio::test]
async fn signing_in_gives_a_cookie_that_no_script_reads_and_leads_on_within_the_site() {
    let mut visit = Visit::new().await;
    visit
        .somebody("Arta Hoxha", "arta@uni.example", true, &[])
        .await;
    for (next, place) in [
        ("/courses?page=2", "/courses?page=2"),
        ("https://evil.example", "/"),
        ("//evil.example", "/"),
    ] {
        visit.cookies.clear();
        let answer = visit
            .post(
                "/sign-in",
                &format!("email=Arta@uni.example&password={PASSWORD}&next={next}"),
            )
            .await;
        assert_eq!(
            (answer.status, answer.place.as_str()),
            (StatusCode::SEE_OTHER, place)
        );
        let cookie = answer
            .set_cookie
            .iter()
            .find(|c| c.starts_with("kaskada="))
            .expect("a cookie");
        for part in ["HttpOnly", "SameSite=Lax", "Secure", "Path=/"] {
            assert!(cookie.contains(part), "{cookie}");
        }
    }
}

#[tokio::test]
async fn a_wrong_password_is_said_beside_the_field_and_never_shown_again() {
    let mut visit = Visit::new().await;
    visit
        .somebody("Arta Hoxha", "arta@uni.example", true, &[])
        .await;
    let mut pages = Vec::new();
    for address in ["arta@uni.example", "nobody@uni.example"] {
        let answer = visit
            .post(
                "/sign-in",
                &format!("email={address}&password=not-the-password"),
            )
            .await;
        assert_eq!(
            (answer.status, answer.place.as_str()),
            (StatusCode::SEE_OTHER, "/sign-in?next=/")
        );
        let page = visit.get(&answer.place).await.body;
        assert!(
            page.contains("do not belong together") && page.contains(address),
            "{page}"
        );
        assert!(!page.contains("not-the-password"));
        pages.push(page.replace(address, ""));
    }
    assert_eq!(pages[0], pages[1]);
    assert_eq!(visit.cookie(), None);
}

#[tokio::test]
async fn no_other_site_signs_anybody_in_or_out() {
    let mut visit = Visit::new().await;
    visit
        .somebody("Arta Hoxha", "arta@uni.example", true, &[])
        .await;
    let form = format!("email=arta@uni.example&password={PASSWORD}");
    let foreign = visit
        .ask(Method::POST, "/sign-in", &form, "cross-site")
        .await;
    assert_eq!(
        (foreign.status, visit.cookie()),
        (StatusCode::FORBIDDEN, None)
    );
    visit.post("/sign-in", &form).await;
    for path in [
        "/sign-out",
        "/account/password",
        "/account/sign-ins/end",
        "/outbox/copy",
    ] {
        assert_eq!(
            visit
                .ask(Method::POST, path, "which=others", "cross-site")
                .await
                .status,
            StatusCode::FORBIDDEN
        );
    }
    assert_eq!(visit.get("/account").await.status, StatusCode::OK);
}

#[tokio::test]
async fn a_token_that_was_planted_in_a_browser_never_becomes_a_sign_in() {
    let mut visit = Visit::new().await;
    visit
        .somebody("Arta Hoxha", "arta@uni.example", true, &[])
        .await;
    let planted = "ab".repeat(32);
    visit.cookies.push(("kaskada".to_owned(), planted.clone()));
    visit
        .post(
            "/sign-in",
            &format!("email=arta@uni.example&password={PASSWORD}"),
        )
        .await;
    let own = visit.cookie().expect("a sign-in").to_owned();
    assert_ne!(own, planted);
    visit.post("/sign-out", "").await;
    assert_eq!(visit.cookie(), None);
    for dead in [planted, own] {
        visit.cookies = vec![("kaskada".to_owned(), dead)];
        let answer = visit.get("/account").await;
        assert_eq!(
            (answer.status, answer.place.as_str()),
            (StatusCode::SEE_OTHER, "/sign-in?next=/account")
        );
    }
}

#[tokio::test]
async fn the_first_coordinator_is_made_from_the_one_time_address() {
    let mut visit = Visit::new().await;
    let link = services::setup::link(&visit.services, false)
        .await
        .expect("an answer")
        .expect("a link");
    let path = link
        .trim_start_matches("https://kaskada.example")
        .to_owned();
    assert_eq!(visit.get(&path).await.status, StatusCode::OK);
    let form =
        "name=Arta+Hoxha&email=arta@uni.example&password=short&title=Home&starts_on=2026-11-15";
    let refused = visit.post(&path, form).await;
    assert_eq!(refused.place, path);
    let page = visit.get(&path).await.body;
    assert!(
        page.contains("Use at least 10 characters") && page.contains("value=\"Arta Hoxha\""),
        "{page}"
    );
    let form = form.replace("short", PASSWORD);
    assert_eq!(visit.post(&path, &form).await.place, "/programme");
    assert!(visit.get("/account").await.body.contains("coordinator"));
    visit.cookies.clear();
    assert_eq!(visit.get(&path).await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn hostile_names_are_only_ever_text() {
    let mut visit = Visit::new().await;
    let planted = visit.as_trainer().await;
    let slips = format!("/cohorts/{}/slips", planted.places[0].cohort.id);
    assert_eq!(visit.get(&slips).await.status, StatusCode::OK);
    let made = visit.post(&slips, "").await;
    let (outbox, copied) = (
        visit.get("/outbox").await,
        visit.post("/outbox/copy", "").await,
    );
    for answer in [&made, &outbox, &copied] {
        assert_eq!(answer.status, StatusCode::OK);
        assert!(
            answer
                .body
                .contains("&lt;script&gt;alert(1)&lt;/script&gt;"),
            "{}",
            answer.body
        );
        assert!(!answer.body.contains("<script>alert"), "{}", answer.body);
        assert_eq!(answer.cache, "no-store");
    }
    assert!(
        made.body.contains("class=\"slip-code\"") && made.body.contains("<path d=\"M4 4h1v1h-1z")
    );
}

#[tokio::test]
async fn looking_at_an_invitation_with_get_or_head_leaves_it_open_and_posting_joins() {
    let mut visit = Visit::new().await;
    visit.as_trainer().await;
    let copied = visit.post("/outbox/copy", "").await.body;
    let link = copied
        .split("https://kaskada.example/invitations/")
        .nth(1)
        .expect("a link");
    let path = format!("/invitations/{}", &link[..64]);
    visit.cookies.clear();
    for method in [Method::GET, Method::HEAD, Method::GET] {
        assert_eq!(
            visit.ask(method, &path, "", "none").await.status,
            StatusCode::OK
        );
    }
    assert!(
        visit
            .get(&path)
            .await
            .body
            .contains("Trainer 1 invites you")
    );
    let refused = visit.post(&path, "password=short").await;
    assert_eq!(refused.place, path);
    assert!(
        visit
            .get(&path)
            .await
            .body
            .contains("Use at least 10 characters")
    );
    assert_eq!(
        visit
            .post(&path, &format!("password={PASSWORD}"))
            .await
            .place,
        "/"
    );
    assert!(visit.get("/account").await.body.contains("&lt;script&gt;"));
    assert_eq!(visit.get(&path).await.status, StatusCode::GONE);
    assert_eq!(
        visit.get("/invitations/unknown").await.status,
        StatusCode::NOT_FOUND
    );
}

#[tokio::test]
async fn a_code_from_paper_is_typed_and_leads_to_the_account() {
    let mut visit = Visit::new().await;
    let planted = visit.as_trainer().await;
    let made = visit
        .post(
            &format!("/cohorts/{}/slips", planted.places[0].cohort.id),
            "",
        )
        .await
        .body;
    let code = made.split("class=\"slip-code\">").nth(1).expect("a code")[..9].to_owned();
    visit.cookies.clear();
    let typed = code.to_lowercase().replace('-', "+");
    let place = visit.post("/join", &format!("code={typed}")).await.place;
    assert!(
        visit
            .get(&place)
            .await
            .body
            .contains("Set password and join")
    );
    assert_eq!(
        visit
            .post(&place, &format!("password={PASSWORD}"))
            .await
            .place,
        "/"
    );
    assert_eq!(visit.get("/account").await.status, StatusCode::OK);
    visit.cookies.clear();
    let unknown = visit.get("/join/AAAA-AAAA").await;
    assert_eq!(unknown.status, StatusCode::NOT_FOUND);
    assert!(unknown.body.contains("This code opens nothing") && unknown.body.contains("AAAA-AAAA"));
}

#[tokio::test]
async fn another_institution_s_slips_and_people_look_like_nothing_at_all() {
    let mut visit = Visit::new().await;
    let planted = visit.as_trainer().await;
    for path in [
        format!("/cohorts/{}/slips", planted.places[1].cohort.id),
        format!("/cohorts/{}/slips", id(99, 1)),
        format!("/people/{}/reset-code", planted.places[1].trainer),
        format!("/people/{}/reset-code", id(99, 1)),
    ] {
        assert_eq!(
            visit.get(&path).await.status,
            StatusCode::NOT_FOUND,
            "{path}"
        );
        assert_eq!(
            visit.post(&path, "").await.status,
            StatusCode::NOT_FOUND,
            "{path}"
        );
    }
}
