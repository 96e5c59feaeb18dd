//! The starter course, a person who learns it, and a cohort that counts it.

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use domain::assessment::Answer;
use domain::cascade::tally::CohortTally;
use domain::clock::{Clock, Timestamp};
use domain::course::{Key, Question, UnitText};
use domain::ids::{
    CohortId, CourseVersionId, InstitutionId, ParticipationId, PersonId, ProgrammeId, UnitId,
};
use domain::language::Language;
use domain::people::{Actor, InstitutionKind, Role};
use services::course::{Edition, UnitPlace};
use services::learning::AnswerGiven;
use services::ports::SystemRandom;
use services::{ServiceError, Services, Settings};
use store::Store;
use store::cohort::{Audience, Cohort, Mode};
use store::participation::Newcomer;
use store::programme::{Institution, Programme, Tier};
use uuid::Uuid;

pub const ENGLISH: Language = Language::English;
pub const LEARNER: PersonId = PersonId(Uuid::from_u128(1));
pub const TRAINER: PersonId = PersonId(Uuid::from_u128(2));
const INSTITUTION: InstitutionId = InstitutionId(Uuid::from_u128(3));
const PROGRAMME: ProgrammeId = ProgrammeId(Uuid::from_u128(4));
pub const COHORT: CohortId = CohortId(Uuid::from_u128(5));

/// A clock that moves when it is told to.
pub struct HandClock(AtomicI64);

impl HandClock {
    pub fn pass(&self, milliseconds: i64) {
        self.0.fetch_add(milliseconds, Ordering::Relaxed);
    }
}

impl Clock for HandClock {
    fn now(&self) -> Timestamp {
        Timestamp(self.0.load(Ordering::Relaxed))
    }
}

pub struct World {
    pub services: Services,
    pub clock: Arc<HandClock>,
    pub edition: Arc<Edition>,
}

pub fn services(store: &Store) -> (Services, Arc<HandClock>) {
    let clock = Arc::new(HandClock(AtomicI64::new(1_900_000_000_000)));
    let time: Arc<dyn Clock> = Arc::<HandClock>::clone(&clock);
    let services = Services::new(
        store.clone(),
        time,
        Arc::new(SystemRandom),
        Settings::default(),
    );
    (services, clock)
}

/// Somebody signed in who holds no role.
pub fn learner() -> Actor {
    Actor::Person {
        id: LEARNER,
        roles: Vec::new(),
    }
}

pub fn trainer() -> Actor {
    Actor::Person {
        id: TRAINER,
        roles: vec![Role::Trainer(INSTITUTION)],
    }
}

/// The starter course is published, and the learner and the trainer exist.
pub async fn world(store: &Store) -> World {
    let (services, clock) = services(store);
    services::course::publish_starter(&services)
        .await
        .expect("a publication");
    let now = services.now();
    store
        .write::<_, ServiceError>(Box::new(move |tx| {
            Box::pin(async move {
                store::person::create(tx, LEARNER, "Arta Hoxha", None, now).await?;
                Ok(store::person::create(tx, TRAINER, "Emir Begić", None, now).await?)
            })
        }))
        .await
        .expect("two people");
    let edition = services::course::course(&services, &Actor::Visitor, "iah")
        .await
        .expect("the starter course")
        .edition;
    World {
        services,
        clock,
        edition,
    }
}

impl World {
    /// More people, who hold no role.
    pub async fn people(&self, people: &[PersonId]) {
        let (people, now) = (people.to_vec(), self.services.now());
        self.services
            .store
            .write::<_, ServiceError>(Box::new(move |tx| {
                Box::pin(async move {
                    for person in people {
                        store::person::create(tx, person, "Lule Gashi", None, now).await?;
                    }
                    Ok(())
                })
            }))
            .await
            .expect("people");
    }

    /// The units that are open to everyone, in course order.
    pub fn open_units(&self) -> Vec<UnitPlace> {
        let open = |place: &UnitPlace| !self.edition.is_for_trainers(*place);
        self.edition.units().iter().copied().filter(open).collect()
    }

    /// The units of modules, by the modules' names.
    pub fn units_of(&self, modules: &[&str]) -> Vec<UnitPlace> {
        let inside = |place: &UnitPlace| {
            let module = &self.edition.at(*place, ENGLISH).0.slug;
            modules.contains(&module.as_str())
        };
        self.edition
            .units()
            .iter()
            .copied()
            .filter(inside)
            .collect()
    }

    /// Does all that modules ask for.
    pub async fn do_modules(&self, modules: &[&str]) {
        for place in self.units_of(modules) {
            self.do_unit(place.id).await;
        }
    }

    pub fn first_unit(&self) -> UnitId {
        self.edition.units()[0].id
    }

    pub async fn text(&self, unit: UnitId) -> Arc<UnitText> {
        let view = services::course::unit_by_id(&self.services, &trainer(), ENGLISH, unit).await;
        view.expect("a unit").text
    }

    /// Answers a question of a unit as the learner.
    pub async fn answer(&self, unit: UnitId, given: AnswerGiven) -> Result<(), ServiceError> {
        let saved =
            services::learning::save_answer(&self.services, &learner(), ENGLISH, unit, given).await;
        saved.map(|_| ())
    }

    /// Does all that a unit asks for.
    pub async fn do_unit(&self, unit: UnitId) {
        let (services, actor) = (&self.services, learner());
        let text = self.text(unit).await;
        for question in &text.thinking.questions {
            self.answer(unit, right(question, "key"))
                .await
                .expect("an answer");
        }
        services::learning::submit_activity(services, &actor, ENGLISH, unit, "My list")
            .await
            .expect("handed in");
        services::learning::mark_read(services, &actor, ENGLISH, unit, None, None)
            .await
            .expect("read");
    }

    /// The learner joins a cohort of the trainer's.
    pub async fn enrol(&self, mode: Mode) -> ParticipationId {
        self.enrol_in(mode, Audience::Colleagues, None).await
    }

    /// The learner joins a cohort of the trainer's whose people follow a track.
    pub async fn enrol_on(&self, mode: Mode, track: &str) -> ParticipationId {
        self.enrol_in(mode, Audience::Colleagues, Some(track)).await
    }

    /// The learner joins a cohort of the trainer's, of colleagues or of trainers.
    pub async fn enrol_among(&self, mode: Mode, audience: Audience) -> ParticipationId {
        self.enrol_in(mode, audience, None).await
    }

    async fn enrol_in(
        &self,
        mode: Mode,
        audience: Audience,
        track: Option<&str>,
    ) -> ParticipationId {
        let track = track.map(|track| track.parse().expect("a track"));
        let (now, version) = (self.services.now(), self.edition.version);
        let participation = ParticipationId(Uuid::from_u128(6));
        self.services
            .store
            .write::<_, ServiceError>(Box::new(move |tx| {
                Box::pin(async move {
                    let institution = institution();
                    store::programme::create(tx, &programme(), &tier(), now).await?;
                    store::programme::create_institution(tx, &institution, now).await?;
                    store::programme::join(tx, PROGRAMME, &institution, Some((20, 30))).await?;
                    let cohort = Cohort {
                        audience,
                        track,
                        ..cohort(version, mode, now)
                    };
                    store::cohort::create(tx, &cohort, &[TRAINER]).await?;
                    let one = Newcomer {
                        id: participation,
                        event: Uuid::from_u128(7),
                        person: LEARNER,
                    };
                    store::participation::enrol(tx, &cohort, &[one], TRAINER, now).await?;
                    Ok(())
                })
            }))
            .await
            .expect("an enrolment");
        participation
    }
}

/// The right answer to a question, under a save key.
pub fn right(question: &Question, save_key: &str) -> AnswerGiven {
    let values = match &question.key {
        Key::Single { options } | Key::Multiple { options } | Key::TrueFalse { options } => {
            let right = options
                .iter()
                .enumerate()
                .filter(|(_, option)| option.right);
            right.map(|(index, _)| index.to_string()).collect()
        }
        Key::Matching { rows, .. } => {
            Answer::Matches(rows.iter().map(|row| row.choice).collect()).to_form(question)
        }
        Key::Ordering { items } => {
            Answer::Order((0..).take(items.len()).collect()).to_form(question)
        }
        Key::Numeric { answer, .. } => vec![answer.to_string()],
        Key::Short { accept, .. } => accept.iter().take(1).cloned().collect(),
        Key::Open { .. } => vec!["What I would change".to_owned()],
    };
    AnswerGiven {
        question: question.id.to_string(),
        save_key: save_key.to_owned(),
        values,
        known: None,
        check: true,
    }
}

/// An answer to a choice question.
pub fn choose(question: &Question, option: usize, save_key: &str) -> AnswerGiven {
    AnswerGiven {
        values: vec![option.to_string()],
        ..right(question, save_key)
    }
}

fn programme() -> Programme {
    Programme {
        id: PROGRAMME,
        title: "Internationalisation at Home".into(),
        reference: "610429".into(),
        starts_on: "2030-01-01".parse().expect("a day"),
        ends_on: None,
        trainers_per_institution: 5,
        funding_line: String::new(),
        credit: store::programme::Credit::default(),
        revision: 0,
    }
}

fn tier() -> Tier {
    Tier {
        id: Uuid::from_u128(8),
        institution: None,
        wording: "Colleagues".into(),
        target_min: 20,
        target_max: 30,
    }
}

fn institution() -> Institution {
    Institution {
        id: INSTITUTION,
        name: "University of Vrelograd".into(),
        kind: InstitutionKind::University,
        place: "Vrelograd".into(),
        country: "Nowhere".into(),
        revision: 0,
    }
}

fn cohort(version: CourseVersionId, mode: Mode, now: Timestamp) -> Cohort {
    Cohort {
        id: COHORT,
        programme: PROGRAMME,
        institution: INSTITUTION,
        course_version: version,
        title: "Spring".into(),
        mode,
        audience: Audience::Colleagues,
        created_by: TRAINER,
        created_at: now,
        revision: 0,
        track: None,
        tally: CohortTally::default(),
    }
}
