//! What the scenes stand on: an installation with a clock to wind and a mail server to listen to.

use std::collections::BTreeMap;
use std::net::{IpAddr, Ipv4Addr};
use std::sync::atomic::{AtomicI64, Ordering};
use std::sync::{Arc, Mutex};

use documents::calendar::Method;
use domain::cascade::tally::ParticipationEvent;
use domain::clock::{Clock, Timestamp};
use domain::ids::{GrantId, PersonId};
use domain::people::{Actor, Role};
use domain::roster::Email;
use harness::cascade::{NOW, Place, Planted};
use services::limits::Client;
use services::password::{self, Password};
use services::ports::{CalendarFile, Letter, Mail, Mailer, SystemRandom, Writer};
use services::sessions::Entry;
use services::sign_in::Browser;
use services::{ServiceError, Services, Settings};
use store::Store;

/// A password that obeys the rules.
pub const PASSWORD: &str = "a river runs uphill";

/// A clock that stands until it is wound.
#[derive(Clone)]
pub struct Wound(Arc<AtomicI64>);

impl Wound {
    pub fn on(&self, milliseconds: i64) {
        self.0.fetch_add(milliseconds, Ordering::SeqCst);
    }
}

impl Clock for Wound {
    fn now(&self) -> Timestamp {
        Timestamp(self.0.load(Ordering::SeqCst))
    }
}

/// An installation with a mail server.
pub fn installation(store: Store) -> (Services, Wound) {
    let clock = Wound(Arc::new(AtomicI64::new(NOW.0)));
    let settings = Settings {
        public_url: "https://kaskada.example".to_owned(),
        mail: true,
        ..Settings::default()
    };
    let services = Services::new(
        store,
        Arc::new(clock.clone()),
        Arc::new(SystemRandom),
        settings,
    );
    (services, clock)
}

/// A browser that calls from 192.0.2.`host` and holds no sign-in.
pub fn browser(host: u8) -> Browser<'static> {
    let client = Client::new(IpAddr::V4(Ipv4Addr::new(192, 0, 2, host)));
    Browser {
        agent: "Firefox/140.0 (Linux)",
        client,
        holds: None,
    }
}

pub fn trainer_of(place: &Place) -> Actor {
    Actor::Person {
        id: place.trainer,
        roles: vec![Role::Trainer(place.institution)],
    }
}

pub fn coordinator_of(planted: &Planted) -> Actor {
    let id = PersonId(harness::cascade::id(7, 99));
    Actor::Person {
        id,
        roles: vec![Role::Coordinator(planted.programme)],
    }
}

/// Keeps somebody with a confirmed address, a password when they have joined, and roles.
pub async fn somebody(
    services: &Services,
    name: &str,
    address: &str,
    joined: bool,
    roles: &[Role],
) -> PersonId {
    let person = PersonId(services.new_id());
    let hash = match joined {
        true => {
            let password = Password::new("password", PASSWORD, &[]).expect("a good password");
            Some(password::hash(services, &password).await.expect("a hash"))
        }
        false => None,
    };
    let email = Email::parse(address).expect("an address");
    let (asker, name, roles) = (services.clone(), name.to_owned(), roles.to_vec());
    services
        .store
        .write::<_, ServiceError>(Box::new(move |tx| {
            Box::pin(async move {
                let now = asker.now();
                store::person::create(tx, person, &name, None, now).await?;
                assert!(store::person::add_address(tx, person, &email, now).await?);
                if let Some(hash) = hash {
                    store::person::set_password_hash(tx, person, &hash).await?;
                    store::person::confirm_addresses(tx, person, None, now).await?;
                }
                for role in roles {
                    store::grant::give(tx, GrantId(asker.new_id()), person, role, None, now)
                        .await?;
                }
                Ok(())
            })
        }))
        .await
        .expect("somebody");
    person
}

/// Enrols people in a place's cohort and invites them by letter.
pub async fn enrol(services: &Services, place: &Place, people: &[PersonId]) {
    let (asker, place, people) = (services.clone(), place.clone(), people.to_vec());
    services
        .store
        .write::<_, ServiceError>(Box::new(move |tx| {
            Box::pin(async move {
                let newcomers: Vec<_> = people
                    .iter()
                    .map(|person| store::participation::Newcomer {
                        id: domain::ids::ParticipationId(asker.new_id()),
                        event: asker.new_id(),
                        person: *person,
                    })
                    .collect();
                store::participation::enrol(
                    tx,
                    &place.cohort,
                    &newcomers,
                    place.trainer,
                    asker.now(),
                )
                .await?;
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
        .expect("an enrolment");
}

/// Writes letters as their values, so that scenes read links without words around them.
pub struct Values;

impl Writer for Values {
    fn write(&self, letter: &Letter) -> (String, String) {
        let mut body = format!("kind={}\n", letter.kind);
        for (name, value) in &letter.values {
            body.push_str(&format!("{name}={value}\n"));
        }
        (format!("To {}", value(&body, "name")), body)
    }

    fn calendars(&self, letter: &Letter) -> Vec<CalendarFile> {
        let file = |told: &Entry| CalendarFile {
            name: told.session.id.to_string(),
            method: if told.gone {
                Method::Cancel
            } else {
                Method::Request
            },
            text: format!("{} {}", told.session.revision, letter.parties.guest.address),
        };
        letter.sessions.iter().map(file).collect()
    }
}

/// A mail server that keeps what it took, and refuses the first so many letters.
#[derive(Default)]
pub struct Listening {
    pub taken: Mutex<Vec<Mail>>,
    pub refuse: AtomicI64,
}

#[async_trait::async_trait]
impl Mailer for Listening {
    async fn send(&self, mail: &Mail) -> Result<(), String> {
        if self.refuse.fetch_sub(1, Ordering::SeqCst) > 0 {
            return Err("451 try again later".to_owned());
        }
        self.taken.lock().expect("one test").push(mail.clone());
        Ok(())
    }
}

/// Delivers everything that is due; answers the letters by address.
pub async fn post_round(services: &Services) -> BTreeMap<String, String> {
    let server = Listening::default();
    while services::outbox::deliver(services, &Values, &server)
        .await
        .expect("a round")
        > 0
    {}
    let taken = server.taken.into_inner().expect("one test");
    taken.into_iter().map(|mail| (mail.to, mail.body)).collect()
}

/// The token at the end of a letter's link.
pub fn token(letter: &str) -> String {
    value(letter, "link")
        .rsplit('/')
        .next()
        .expect("a link")
        .to_owned()
}

/// A value of a letter; empty when it has none.
pub fn value(letter: &str, name: &str) -> String {
    let found = letter
        .lines()
        .find_map(|line| line.strip_prefix(&format!("{name}=")));
    found.unwrap_or_default().to_owned()
}

/// The code of a refused form's first problem.
pub fn problem<T: std::fmt::Debug>(outcome: Result<T, ServiceError>) -> String {
    match outcome {
        Err(ServiceError::Invalid(problems)) => problems[0].code.clone(),
        other => format!("{other:?}"),
    }
}

/// Does everything that is due by itself.
pub async fn by_itself(services: &Services) {
    services::jobs::put_in_line(services).await.expect("a line");
    while services::jobs::work(services).await.expect("work") {}
}

/// What everybody gets in a round of what the installation does by itself: kinds by address.
pub async fn written(services: &Services) -> BTreeMap<String, String> {
    by_itself(services).await;
    let letters = post_round(services).await;
    let kind = |(to, body): (String, String)| (to, value(&body, "kind"));
    letters.into_iter().map(kind).collect()
}

/// Lets something happen to everybody of a place's cohort.
pub async fn happens(services: &Services, place: &Place, event: ParticipationEvent) {
    let (asker, cohort) = (services.clone(), place.cohort.id);
    services
        .store
        .write::<_, ServiceError>(Box::new(move |tx| {
            Box::pin(async move {
                for (_, participation) in store::participation::in_cohort(tx, cohort).await? {
                    let because = store::participation::Because {
                        event: asker.new_id(),
                        actor: None,
                        at: asker.now(),
                        detail: "",
                    };
                    store::participation::record(tx, participation, event, because).await?;
                }
                Ok(())
            })
        }))
        .await
        .expect("an event");
}

/// The participation of somebody in a place's cohort.
pub async fn participation(
    services: &Services,
    place: &Place,
    person: PersonId,
) -> domain::ids::ParticipationId {
    let all = store::participation::in_cohort(services.store.read(), place.cohort.id).await;
    all.expect("participations")[&person]
}

pub fn learner(id: PersonId) -> Actor {
    Actor::Person {
        id,
        roles: Vec::new(),
    }
}

pub fn lead_of(place: &Place) -> Actor {
    Actor::Person {
        id: PersonId(harness::cascade::id(7, 98)),
        roles: vec![Role::Lead(place.institution)],
    }
}

/// The reminders that wait, as the place's trainer sees them: whoever made a cohort sees its own.
pub async fn waiting(services: &Services, place: &Place) -> services::outbox::Letters {
    use services::outbox::{Group, State, list};
    let trainer = trainer_of(place);
    list(
        services,
        &trainer,
        State::Waiting,
        Some(Group::Reminders),
        0,
    )
    .await
    .expect("a list")
}
