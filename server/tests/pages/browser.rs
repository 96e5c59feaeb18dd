//! A site, and a browser without script that keeps its cookies.

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::{HeaderName, Method, Request, Response, StatusCode, header};
use domain::clock::{Clock, Timestamp};
use domain::ids::{CohortId, GrantId, ParticipationId, PersonId};
use domain::people::{Actor, Role};
use domain::roster::Email;
use harness::Scratch;
use harness::cascade::{NOW, Place, Planted, id, plant};
use server::blobs::Files;
use services::cohorts::{Audience, Mode, NewCohort, create};
use services::password::{self, Password};
use services::ports::SystemRandom;
use services::{ServiceError, Services, Settings};
use store::StoreError;
use tempfile::TempDir;
use tower::ServiceExt;

pub const PASSWORD: &str = "a river runs uphill";
/// The name of a colleague who means no good.
pub const HOSTILE: &str = "<script>alert(1)</script>\"' Begić";
pub const FORM: &str = "application/x-www-form-urlencoded";
const SITE: &str = "https://kaskada.example";

/// A clock that stands until it is wound.
struct Wound(AtomicI64);

impl Clock for Wound {
    fn now(&self) -> Timestamp {
        Timestamp(self.0.load(Ordering::SeqCst))
    }
}

/// A site, and a browser that keeps its cookies and says which page a form came from.
pub struct Visit {
    pub services: Services,
    pub cookies: Vec<(String, String)>,
    /// The page that the browser shows.
    pub page: String,
    site: Router,
    clock: Arc<Wound>,
    _scratch: Scratch,
    _files: TempDir,
}

/// An answer of the site.
pub struct Answer {
    pub status: StatusCode,
    pub place: String,
    pub set_cookie: Vec<String>,
    pub cache: String,
    pub kind: String,
    pub disposition: String,
    pub sniffing: String,
    pub body: String,
}

impl Visit {
    pub async fn new() -> Self {
        let scratch = harness::sqlite().await;
        let settings = Settings {
            public_url: SITE.to_owned(),
            ..Settings::default()
        };
        let clock = Arc::new(Wound(AtomicI64::new(NOW.0)));
        let services = Services::new(
            scratch.store.clone(),
            clock.clone(),
            Arc::new(SystemRandom),
            settings,
        );
        let folder = TempDir::new().expect("a temporary folder");
        let files = Files::in_folder(folder.path()).expect("a folder of files");
        let services = services.keeping_files(Arc::new(files));
        let site = server::http::router(services.clone());
        Self {
            services,
            cookies: Vec::new(),
            page: String::new(),
            site,
            clock,
            _scratch: scratch,
            _files: folder,
        }
    }

    /// Lets time pass.
    pub fn wait(&self, milliseconds: i64) {
        self.clock.0.fetch_add(milliseconds, Ordering::SeqCst);
    }

    pub async fn get(&mut self, path: &str) -> Answer {
        self.ask(Method::GET, path, "", "same-origin").await
    }

    pub async fn post(&mut self, path: &str, form: &str) -> Answer {
        self.ask(Method::POST, path, form, "same-origin").await
    }

    pub async fn ask(&mut self, method: Method, path: &str, form: &str, origin: &str) -> Answer {
        self.send(method, path, FORM, form.as_bytes().to_vec(), origin)
            .await
    }

    /// Sends a body of any kind.
    pub async fn send(
        &mut self,
        method: Method,
        path: &str,
        kind: &str,
        body: Vec<u8>,
        origin: &str,
    ) -> Answer {
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
            .header(header::REFERER, format!("{SITE}{}", self.page))
            .header(header::COOKIE, cookies.join("; "))
            .header(header::CONTENT_TYPE, kind)
            .header(header::CONTENT_LENGTH, body.len())
            .body(in_pieces(body))
            .expect("a request");
        let answer = self.site.clone().oneshot(request).await.expect("an answer");
        self.keep_cookies(&answer);
        read(answer).await
    }

    fn keep_cookies(&mut self, answer: &Response<Body>) {
        for cookie in cookies(answer) {
            let (name, rest) = cookie.split_once('=').expect("a name");
            let value = rest.split(';').next().unwrap_or_default();
            self.cookies.retain(|(known, _)| known != name);
            if !value.is_empty() {
                self.cookies.push((name.to_owned(), value.to_owned()));
            }
        }
    }

    /// What the browser holds of the site's sign-in.
    pub fn cookie(&self) -> Option<&str> {
        self.held("kaskada")
    }

    /// The value of a cookie.
    pub fn held(&self, name: &str) -> Option<&str> {
        let found = self.cookies.iter().find(|(known, _)| known == name);
        found.map(|(_, value)| value.as_str())
    }

    pub async fn sign_in(&mut self, address: &str) -> Answer {
        self.post("/sign-in", &format!("email={address}&password={PASSWORD}"))
            .await
    }

    /// Keeps somebody, with a password when they have joined.
    pub async fn somebody(
        &self,
        name: &str,
        address: &str,
        joined: bool,
        roles: &[Role],
    ) -> PersonId {
        let person = PersonId(self.services.new_id());
        let hash = self.hash().await;
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
    pub async fn as_trainer(&mut self) -> Planted {
        let planted = plant(&self.services.store, 2).await;
        self.give_password(planted.places[0].trainer, "trainer@uni.example")
            .await;
        let colleague = self
            .somebody(HOSTILE, "colleague@uni.example", false, &[])
            .await;
        self.enrol(&planted.places[0], &[colleague]).await;
        self.sign_in("trainer@uni.example").await;
        planted
    }

    /// Gives somebody an address and a password to sign in with.
    pub async fn give_password(&self, person: PersonId, address: &str) {
        let (hash, now) = (self.hash().await, self.services.now());
        let email = Email::parse(address).expect("an address");
        self.services
            .store
            .write::<_, StoreError>(Box::new(move |tx| {
                Box::pin(async move {
                    store::person::add_address(tx, person, &email, now).await?;
                    store::person::set_password_hash(tx, person, &hash).await?;
                    Ok(())
                })
            }))
            .await
            .expect("a password");
    }

    /// Enrols people in a place's cohort and writes them letters.
    pub async fn enrol(&self, place: &Place, people: &[PersonId]) {
        self.enrol_as(1, place, people).await;
    }

    /// The same, with participations numbered from `first`.
    pub async fn enrol_as(&self, first: u32, place: &Place, people: &[PersonId]) {
        let (asker, place, people) = (self.services.clone(), place.clone(), people.to_vec());
        self.services
            .store
            .write::<_, ServiceError>(Box::new(move |tx| {
                Box::pin(async move {
                    let newcomers: Vec<_> = (first..)
                        .zip(&people)
                        .map(|(n, person)| store::participation::Newcomer {
                            id: ParticipationId(id(20, n)),
                            event: id(21, n),
                            person: *person,
                        })
                        .collect();
                    let (cohort, by) = (&place.cohort, place.trainer);
                    store::participation::enrol(tx, cohort, &newcomers, by, asker.now()).await?;
                    services::invitations::invite_to_cohort(&asker, tx, cohort, by, &people, true)
                        .await
                })
            }))
            .await
            .expect("an enrolment");
    }

    /// Publishes the starter course; nothing else must be published before.
    pub async fn publish(&self) {
        services::course::publish_starter(&self.services)
            .await
            .expect("the starter course");
    }

    /// A cohort of a place's trainer that takes the starter course.
    pub async fn cohort(&self, place: &Place) -> CohortId {
        let course = services::course::course(&self.services, &Actor::Visitor, "iah").await;
        let new = NewCohort {
            title: "Spring".to_owned(),
            programme: place.cohort.programme,
            institution: place.institution,
            course: course.expect("the starter course").edition.version,
            track: "core".to_owned(),
            mode: Mode::SelfPaced,
            audience: Audience::Colleagues,
            co_trainers: Vec::new(),
        };
        let trainer = Actor::Person {
            id: place.trainer,
            roles: vec![Role::Trainer(place.institution)],
        };
        create(&self.services, &trainer, new)
            .await
            .expect("a cohort")
    }

    async fn hash(&self) -> String {
        let password = Password::new("password", PASSWORD, &[]).expect("a good password");
        password::hash(&self.services, &password)
            .await
            .expect("a hash")
    }
}

/// A body as it comes over the wire: piece by piece.
fn in_pieces(body: Vec<u8>) -> Body {
    let pieces: Vec<_> = body
        .chunks(16 * 1024)
        .map(|piece| Ok::<_, std::convert::Infallible>(piece.to_vec()))
        .collect();
    Body::from_stream(futures::stream::iter(pieces))
}

fn cookies(answer: &Response<Body>) -> Vec<String> {
    answer
        .headers()
        .get_all(header::SET_COOKIE)
        .iter()
        .map(|value| value.to_str().expect("a cookie").to_owned())
        .collect()
}

async fn read(answer: Response<Body>) -> Answer {
    let text = |name: HeaderName| {
        let value = answer.headers().get(name);
        value
            .map_or("", |value| value.to_str().unwrap_or(""))
            .to_owned()
    };
    let (place, cache, kind) = (
        text(header::LOCATION),
        text(header::CACHE_CONTROL),
        text(header::CONTENT_TYPE),
    );
    let disposition = text(header::CONTENT_DISPOSITION);
    let sniffing = text(header::X_CONTENT_TYPE_OPTIONS);
    let (status, set_cookie) = (answer.status(), cookies(&answer));
    let body = to_bytes(answer.into_body(), usize::MAX)
        .await
        .expect("a body");
    Answer {
        status,
        place,
        set_cookie,
        cache,
        kind,
        disposition,
        sniffing,
        body: String::from_utf8_lossy(&body).into_owned(),
    }
}
