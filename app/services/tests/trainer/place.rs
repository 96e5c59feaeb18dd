//! A programme with two institutions, each with a trainer, a lead at Tirana, and a clock to turn.

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use chrono::NaiveDate;
use domain::clock::{Clock, DAY, Timestamp};
use domain::ids::{
    CohortId, CourseId, CourseVersionId, GrantId, InstitutionId, PersonId, ProgrammeId,
};
use domain::language::Language;
use domain::people::{Actor, InstitutionKind, Role};
use domain::roster::Email;
use services::cohorts::{self, NewCohort};
use services::course::Contents;
use services::enrolment::{self, Confirmed, Delivery, Desk, Prepared};
use services::ports::SystemRandom;
use services::{ServiceError, Services, Settings};
use store::cohort::{Audience, Mode};
use store::programme::{Institution, Programme, Tier};
use store::{Store, StoreError};
use uuid::Uuid;

use crate::memory::Memory;

pub const NOW: Timestamp = Timestamp(1_790_000_000_000);
pub const PROGRAMME: ProgrammeId = ProgrammeId(Uuid::from_u128(1));
pub const TIRANA: InstitutionId = InstitutionId(Uuid::from_u128(11));
pub const TUZLA: InstitutionId = InstitutionId(Uuid::from_u128(12));
pub const TRAINER: PersonId = PersonId(Uuid::from_u128(21));
pub const LEAD: PersonId = PersonId(Uuid::from_u128(22));
pub const TUZLA_TRAINER: PersonId = PersonId(Uuid::from_u128(23));
pub const COURSE: CourseVersionId = CourseVersionId(Uuid::from_u128(31));

/// A clock that stands still until it is turned.
pub struct Hands(AtomicI64);

impl Clock for Hands {
    fn now(&self) -> Timestamp {
        Timestamp(self.0.load(Ordering::Relaxed))
    }
}

pub struct Place {
    pub services: Services,
    pub files: Arc<Memory>,
    clock: Arc<Hands>,
}

impl Place {
    /// The programme, with a mail server.
    pub async fn with_mail(store: Store) -> Self {
        Self::new(store, true).await
    }

    /// The programme, without a mail server.
    pub async fn without_mail(store: Store) -> Self {
        Self::new(store, false).await
    }

    async fn new(store: Store, mail: bool) -> Self {
        let clock = Arc::new(Hands(AtomicI64::new(NOW.0)));
        let settings = Settings {
            public_url: "https://kaskada.example".into(),
            mail,
            mail_from: "Kaskada <kaskada@uni.example>".into(),
            client_header: None,
        };
        let files = Arc::new(Memory::default());
        let services = Services::new(store, clock.clone(), Arc::new(SystemRandom), settings)
            .keeping_files(files.clone());
        let built: Result<(), StoreError> = services
            .store
            .write(Box::new(|tx| Box::pin(build(tx))))
            .await;
        built.expect("a programme");
        Self {
            services,
            files,
            clock,
        }
    }

    pub fn wait(&self, milliseconds: i64) {
        self.clock.0.fetch_add(milliseconds, Ordering::Relaxed);
    }

    pub async fn cohort(&self) -> CohortId {
        self.cohort_by(trainer(), Audience::Colleagues)
            .await
            .expect("a cohort")
    }

    pub async fn cohort_by(
        &self,
        actor: Actor,
        audience: Audience,
    ) -> Result<CohortId, ServiceError> {
        let new = NewCohort {
            title: "Spring cohort".into(),
            programme: PROGRAMME,
            institution: TIRANA,
            course: COURSE,
            track: String::new(),
            mode: Mode::Sessions,
            audience,
            co_trainers: Vec::new(),
        };
        cohorts::create(&self.services, &actor, new).await
    }

    pub async fn paste(&self, cohort: CohortId, text: &str) -> Prepared {
        enrolment::paste(&self.services, &trainer(), cohort, text.into(), None)
            .await
            .expect("a list");
        self.prepared(cohort).await
    }

    /// A second trainer at Tirana.
    pub async fn another_trainer(&self) -> PersonId {
        let id = PersonId(self.services.new_id());
        let grant = GrantId(self.services.new_id());
        let kept: Result<(), StoreError> = self
            .services
            .store
            .write(Box::new(move |tx| {
                Box::pin(async move {
                    store::person::create(tx, id, "Drita Trajnere", None, NOW).await?;
                    store::grant::give(tx, grant, id, Role::Trainer(TIRANA), None, NOW).await?;
                    Ok(())
                })
            }))
            .await;
        kept.expect("a trainer");
        id
    }

    pub async fn desk(&self, cohort: CohortId) -> Desk {
        enrolment::desk(&self.services, &trainer(), cohort)
            .await
            .expect("the page")
    }

    pub async fn prepared(&self, cohort: CohortId) -> Prepared {
        self.desk(cohort).await.prepared.expect("a draft")
    }

    /// Confirms exactly what the page says.
    pub async fn commit(
        &self,
        cohort: CohortId,
        delivery: Delivery,
    ) -> Result<domain::ids::EnrolmentId, ServiceError> {
        let prepared = self.prepared(cohort).await;
        let confirmed = Confirmed {
            revision: prepared.revision,
            ready: prepared.totals.ready,
            delivery,
        };
        enrolment::commit(&self.services, &trainer(), cohort, confirmed).await
    }

    pub async fn heads(&self) -> u32 {
        let standing = store::head::standing(self.services.store.read(), PROGRAMME, TIRANA).await;
        standing.expect("an answer").expect("a standing").heads
    }

    pub async fn people(&self, cohort: CohortId) -> Vec<PersonId> {
        let found = store::participation::in_cohort(self.services.store.read(), cohort).await;
        found.expect("a roster").into_keys().collect()
    }
}

fn person(id: PersonId, role: Role) -> Actor {
    Actor::Person {
        id,
        roles: vec![role],
    }
}

pub fn trainer() -> Actor {
    person(TRAINER, Role::Trainer(TIRANA))
}

pub fn lead() -> Actor {
    person(LEAD, Role::Lead(TIRANA))
}

pub fn tuzla_trainer() -> Actor {
    person(TUZLA_TRAINER, Role::Trainer(TUZLA))
}

async fn build(tx: &store::DatabaseTransaction) -> Result<(), StoreError> {
    let programme = Programme {
        id: PROGRAMME,
        title: "INTERBA".into(),
        reference: "610429".into(),
        starts_on: NaiveDate::default(),
        ends_on: None,
        trainers_per_institution: 5,
        funding_line: String::new(),
        credit: store::programme::Credit::default(),
        revision: 1,
    };
    let tier = Tier {
        id: Uuid::from_u128(2),
        institution: None,
        wording: "colleagues re-trained".into(),
        target_min: 20,
        target_max: 30,
    };
    store::programme::create(tx, &programme, &tier, NOW).await?;
    for (id, name) in [
        (TIRANA, "University of Tirana"),
        (TUZLA, "University of Tuzla"),
    ] {
        let institution = Institution {
            id,
            name: name.into(),
            kind: InstitutionKind::University,
            place: String::new(),
            country: String::new(),
            revision: 0,
        };
        store::programme::create_institution(tx, &institution, NOW).await?;
        store::programme::join(tx, PROGRAMME, &institution, Some((20, 30))).await?;
    }
    for (id, name, role, address) in [
        (
            TRAINER,
            "Teuta Trajnere",
            Role::Trainer(TIRANA),
            "teuta@unitir.example",
        ),
        (
            LEAD,
            "Luan Lideri",
            Role::Lead(TIRANA),
            "luan@unitir.example",
        ),
        (
            TUZLA_TRAINER,
            "Tarik Trener",
            Role::Trainer(TUZLA),
            "tarik@untz.example",
        ),
    ] {
        store::person::create(tx, id, name, None, NOW).await?;
        let email = Email::parse(address).expect("an address");
        store::person::add_address(tx, id, &email, NOW).await?;
        store::grant::give(
            tx,
            GrantId(Uuid::from_u128(id.0.as_u128() + 100)),
            id,
            role,
            None,
            NOW,
        )
        .await?;
    }
    publish(tx).await
}

/// A course without units: cohorts need its title only.
async fn publish(tx: &store::DatabaseTransaction) -> Result<(), StoreError> {
    let contents = Contents {
        language: Language::English,
        title: "Internationalisation at home".into(),
        summary: String::new(),
        licence: "CC-BY-4.0".into(),
        authors: Vec::new(),
        about_html: String::new(),
        tracks: Vec::new(),
        modules: Vec::new(),
    };
    let publication = store::course::Publication {
        course: CourseId(Uuid::from_u128(30)),
        version: COURSE,
        slug: "interba".into(),
        content_hash: "0".into(),
        at: NOW.minus(DAY),
        sources: vec![("course.en.md".into(), String::new())],
        texts: vec![(Language::English, serde_json::to_string(&contents)?)],
        units: Vec::new(),
    };
    store::course::publish(tx, publication).await?;
    Ok(())
}
