//! A cascade that is played through the use cases, and what is noted of it beside the database.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use domain::cascade::funnel::Stage;
use domain::cascade::tally::ParticipationEvent;
use domain::clock::{Clock, DAY, MINUTE, Timestamp};
use domain::course::{Asked, Slug, Syllabus, Track};
use domain::ids::{CohortId, GrantId, InstitutionId, PersonId, SessionId, UnitId};
use domain::people::{Actor, Role};
use domain::session::attendance::Source;
use harness::Scratch;
use harness::cascade::{NOW, Place, Planted, enrol, id, plant};
use services::ports::SystemRandom;
use services::sessions::{Recorded, not_held, record};
use services::{ServiceError, Services, Settings};
use store::DatabaseTransaction;
use store::cohort::Mode;
use store::participation::{Because, Participation};
use store::session::Session;

use super::story::{Happens, PEOPLE};

/// The tracks of the course: its first unit, both, and the whole course, which is both as well.
const TRACKS: [Option<&str>; 3] = [Some("short"), Some("long"), None];

struct Hands(AtomicI64);

impl Clock for Hands {
    fn now(&self) -> Timestamp {
        Timestamp(self.0.load(Ordering::SeqCst))
    }
}

/// A cascade that is being played, and what was noted of it beside the database.
pub struct Played {
    pub services: Services,
    pub planted: Planted,
    /// Two cohorts of the first institution, one of the second, and a self-paced one.
    pub cohorts: Vec<Place>,
    /// Sessions in the order in which they were delivered.
    pub sessions: Vec<Session>,
    /// Sessions whose register was taken back.
    pub not_held: Vec<Session>,
    /// Who was enrolled where and not undone, and whether they are colleagues there.
    pub enrolled: BTreeMap<(CohortId, PersonId), bool>,
    /// Who came in to which cohort.
    pub came_in: BTreeSet<(CohortId, PersonId)>,
    /// The track that each follows.
    pub tracks: BTreeMap<(CohortId, PersonId), Option<&'static str>>,
    /// Who completed which unit.
    pub completed: BTreeSet<(PersonId, u32)>,
    /// Who had completed all that their track asks for while they took part.
    pub finished: BTreeSet<(CohortId, PersonId)>,
    /// The furthest of certified and applied.
    pub reached: BTreeMap<(CohortId, PersonId), Stage>,
    /// Who holds the role of a trainer where, since when.
    pub trainers: BTreeMap<(InstitutionId, PersonId), (GrantId, Timestamp)>,
    clock: Arc<Hands>,
}

/// A person by number: colleagues first, then the trainers of the two institutions.
pub fn person(number: u32) -> PersonId {
    if number < PEOPLE {
        PersonId(id(4, number))
    } else {
        PersonId(id(7, number - PEOPLE + 1))
    }
}

fn slug(track: Option<&str>) -> Option<Slug> {
    track.map(|track| track.parse().expect("a slug"))
}

/// The planted course, with its tracks.
fn syllabus() -> Syllabus {
    let module = |number: u32| -> Slug { format!("m{number}").parse().expect("a slug") };
    let asked = |number: u32| Asked {
        unit: UnitId(id(3, number)),
        module: module(number),
        trainers_only: false,
    };
    let track = |name, modules: &[u32]| Track {
        slug: slug(Some(name)).expect("a name"),
        title: name.to_owned(),
        modules: modules.iter().map(|number| module(*number)).collect(),
        trainers_only: false,
    };
    Syllabus {
        units: vec![asked(1), asked(2)],
        tracks: vec![track("short", &[1]), track("long", &[1, 2])],
    }
}

impl Played {
    pub async fn begin(scratch: &Scratch) -> Self {
        let store = &scratch.store;
        let planted = plant(store, 2).await;
        let clock = Arc::new(Hands(AtomicI64::new(NOW.0)));
        let random = Arc::new(SystemRandom);
        let services = Services::new(store.clone(), clock.clone(), random, Settings::default());
        let [mut first, second] = [planted.places[0].clone(), planted.places[1].clone()];
        first.cohort.track = slug(TRACKS[0]);
        let mut again = first.clone();
        again.cohort.track = slug(TRACKS[1]);
        again.cohort.id = CohortId(id(9, 50));
        let mut alone = first.clone();
        alone.cohort.id = CohortId(id(9, 51));
        alone.cohort.mode = Mode::SelfPaced;
        let trainers = planted.places.iter().zip(1..).map(|(place, number)| {
            let since = NOW.minus(90 * DAY);
            (
                (place.institution, place.trainer),
                (GrantId(id(11, number)), since),
            )
        });
        let played = Self {
            trainers: trainers.collect(),
            cohorts: vec![first, again.clone(), second, alone.clone()],
            services,
            planted,
            sessions: Vec::new(),
            not_held: Vec::new(),
            enrolled: BTreeMap::new(),
            came_in: BTreeSet::new(),
            tracks: BTreeMap::new(),
            completed: BTreeSet::new(),
            finished: BTreeSet::new(),
            reached: BTreeMap::new(),
            clock,
        };
        played
            .write(move |tx| {
                Box::pin(async move {
                    store::cohort::create(tx, &again.cohort, &[]).await?;
                    store::cohort::create(tx, &alone.cohort, &[alone.trainer]).await?;
                    store::person::create(tx, PersonId(id(30, 1)), "Etleva", None, NOW).await?;
                    for number in 0..PEOPLE {
                        let name = format!("Colleague {number}");
                        store::person::create(tx, person(number), &name, None, NOW).await?;
                    }
                    Ok(())
                })
            })
            .await;
        played
    }

    pub fn now(&self) -> Timestamp {
        self.services.now()
    }

    async fn write(
        &self,
        work: impl for<'t> FnOnce(
            &'t DatabaseTransaction,
        ) -> std::pin::Pin<
            Box<dyn Future<Output = Result<(), ServiceError>> + Send + 't>,
        > + Send
        + 'static,
    ) {
        let written = self.services.store.write::<_, ServiceError>(Box::new(work));
        written.await.expect("something written");
    }

    pub async fn participation(&self, cohort: CohortId, who: PersonId) -> Option<Participation> {
        let all = store::participation::of_person(self.services.store.read(), who).await;
        let all = all.expect("a read");
        all.into_iter().find(|one| one.cohort == cohort)
    }

    pub async fn happen(&mut self, what: &Happens) {
        self.clock.0.fetch_add(MINUTE, Ordering::SeqCst);
        match what {
            Happens::Enrolled {
                cohort,
                person,
                more,
            } => self.enrol(*cohort, *person, *more).await,
            Happens::Held {
                cohort,
                trainers,
                present,
            } => {
                self.hold(*cohort, *trainers, *present).await;
            }
            Happens::Corrected { session, present } => self.correct(*session, *present).await,
            Happens::NotHeld { session } => self.take_session_back(*session).await,
            Happens::HeldAfterAll { session, present } => {
                self.hold_after_all(*session, *present).await;
            }
            Happens::Withdrawn { cohort, person } => {
                self.event(*cohort, *person, ParticipationEvent::Withdrawn)
                    .await;
            }
            Happens::BroughtBack { cohort, person } => {
                self.event(*cohort, *person, ParticipationEvent::Invited)
                    .await;
            }
            Happens::Undone { cohort, person } => self.undo(*cohort, *person).await,
            Happens::Completed { person, unit } => self.complete(*person, *unit).await,
            Happens::Followed {
                cohort,
                person,
                track,
            } => self.follow(*cohort, *person, TRACKS[*track]).await,
            Happens::CameIn { person } => self.come_in(*person).await,
            Happens::Reached {
                cohort,
                person,
                applied,
            } => {
                let stage = if *applied {
                    Stage::Applied
                } else {
                    Stage::Certified
                };
                self.reach(*cohort, *person, stage).await;
            }
            Happens::NotApplied { cohort, person } => self.take_back(*cohort, *person).await,
            Happens::MadeTrainer { person, place } => self.make_trainer(*person, *place).await,
            Happens::NoTrainerAnyMore { person, place } => self.end_trainer(*person, *place).await,
            Happens::Waited { days } => {
                self.clock.0.fetch_add(days * DAY, Ordering::SeqCst);
            }
        }
    }

    fn because(&self) -> Because<'static> {
        Because {
            event: self.services.new_id(),
            actor: None,
            at: self.now(),
            detail: "moved abroad",
        }
    }

    async fn enrol(&mut self, cohort: usize, first: u32, more: u32) {
        let place = self.cohorts[cohort].clone();
        let cohort = place.cohort.clone();
        for number in first..(first + more + 1).min(PEOPLE + 2) {
            let who = person(number);
            let known = self.enrolled.contains_key(&(cohort.id, who));
            if number < PEOPLE {
                enrol(&self.services.store, &place, number..number + 1).await;
            } else {
                let (cohort, actor, now) = (cohort.clone(), place.trainer, self.now());
                let newcomer = store::participation::Newcomer {
                    id: domain::ids::ParticipationId(self.services.new_id()),
                    event: self.services.new_id(),
                    person: who,
                };
                self.write(move |tx| {
                    Box::pin(async move {
                        store::participation::enrol(tx, &cohort, &[newcomer], actor, now).await?;
                        Ok(())
                    })
                })
                .await;
            }
            if !known {
                let staff = self.trainers.contains_key(&(place.institution, who));
                self.enrolled.insert((cohort.id, who), !staff);
                let begins = TRACKS
                    .into_iter()
                    .find(|track| slug(*track) == cohort.track);
                self.tracks
                    .insert((cohort.id, who), begins.expect("a track"));
            }
        }
    }

    /// Whoever can stand on the register of a cohort.
    async fn shown(&self, cohort: CohortId) -> Vec<PersonId> {
        let there = store::participation::in_cohort(self.services.store.read(), cohort).await;
        there.expect("a read").into_keys().collect()
    }

    async fn hold(&mut self, cohort: usize, trainers: [u32; 2], present: u32) {
        let cohort = self.cohorts[cohort].cohort.id;
        let trainers: BTreeSet<PersonId> = trainers.map(person).into();
        let session = Session::on(
            SessionId(self.services.new_id()),
            cohort,
            services::local::day(self.now()),
            "Room 1",
            trainers.into_iter().collect(),
        );
        let planned = session.clone();
        self.write(move |tx| {
            Box::pin(async move { Ok(store::session::plan(tx, &planned).await?) })
        })
        .await;
        self.register(&session, present).await;
        self.sessions.push(session);
    }

    async fn correct(&mut self, session: usize, present: u32) {
        if let Some(last) = self.sessions.len().checked_sub(1) {
            let session = self.sessions[session % (last + 1)].clone();
            self.register(&session, present).await;
        }
    }

    async fn take_session_back(&mut self, session: usize) {
        let Some(last) = self.sessions.len().checked_sub(1) else {
            return;
        };
        let session = self.sessions.remove(session % (last + 1));
        let (cohort, id) = (session.cohort, session.id);
        let coordinator = self.coordinator();
        not_held(&self.services, &coordinator, cohort, id, "a mistake")
            .await
            .expect("taken back");
        self.not_held.push(session);
    }

    async fn hold_after_all(&mut self, session: usize, present: u32) {
        if let Some(last) = self.not_held.len().checked_sub(1) {
            let session = self.not_held.remove(session % (last + 1));
            self.register(&session, present).await;
            self.sessions.push(session);
        }
    }

    fn coordinator(&self) -> Actor {
        Actor::Person {
            id: PersonId(id(30, 1)),
            roles: vec![Role::Coordinator(self.planted.programme)],
        }
    }

    async fn register(&self, session: &Session, present: u32) {
        let shown = self.shown(session.cohort).await;
        let was_there = |number: &u32| present >> number & 1 == 1;
        let present = (0..PEOPLE + 2).filter(was_there).map(person);
        let recorded = Recorded {
            present: present.filter(|who| shown.contains(who)).collect(),
            shown,
            seen: None,
            source: Source::TrainerList,
            reason: "a mistake".to_owned(),
        };
        record(
            &self.services,
            &self.coordinator(),
            session.cohort,
            session.id,
            recorded,
        )
        .await
        .expect("a register");
    }

    async fn event(&mut self, cohort: usize, number: u32, event: ParticipationEvent) {
        let cohort = self.cohorts[cohort].cohort.id;
        if let Some(found) = self.participation(cohort, person(number)).await {
            let because = self.because();
            self.write(move |tx| {
                Box::pin(async move {
                    store::participation::record(tx, found.id, event, because).await?;
                    Ok(())
                })
            })
            .await;
        }
    }

    async fn undo(&mut self, cohort: usize, number: u32) {
        let (cohort, who) = (self.cohorts[cohort].cohort.clone(), person(number));
        let Some(found) = self.participation(cohort.id, who).await else {
            return;
        };
        let (key, untouched) = (
            (cohort.id, who),
            found.last_activity.is_none() && found.withdrawn.is_none(),
        );
        self.write(move |tx| {
            Box::pin(async move {
                let gone = store::participation::undo_many(tx, &cohort, &[found.id]).await?;
                assert_eq!(gone.is_some(), untouched);
                Ok(())
            })
        })
        .await;
        if untouched {
            self.enrolled.remove(&key);
            self.came_in.remove(&key);
            self.finished.remove(&key);
            self.tracks.remove(&key);
            self.reached.remove(&key);
        }
    }

    async fn complete(&mut self, number: u32, unit: u32) {
        let (who, now) = (person(number), self.now());
        self.completed.insert((who, unit));
        self.write(move |tx| {
            Box::pin(async move {
                store::learning::complete(tx, who, UnitId(id(3, unit)), now).await?;
                Ok(())
            })
        })
        .await;
        self.count_units(who).await;
    }

    async fn follow(&mut self, cohort: usize, number: u32, track: Option<&'static str>) {
        let key = (self.cohorts[cohort].cohort.id, person(number));
        let found = self.participation(key.0, key.1).await;
        let open = |one: &Participation| one.withdrawn.is_none() && one.finished_at.is_none();
        let Some(found) = found.filter(open) else {
            return;
        };
        self.tracks.insert(key, track);
        self.write(move |tx| {
            Box::pin(async move {
                let track = slug(track);
                Ok(store::participation::keep_track(tx, found.id, track.as_ref()).await?)
            })
        })
        .await;
        self.count_units(key.1).await;
    }

    /// Counts what somebody has completed; notes plainly where that is all they owe.
    async fn count_units(&mut self, who: PersonId) {
        let (course, services, now) = (
            self.planted.places[0].cohort.course_version,
            self.services.clone(),
            self.now(),
        );
        self.write(move |tx| {
            Box::pin(async move {
                let syllabus = syllabus();
                services::cascade::completed_unit(&services, tx, who, course, &syllabus, now).await
            })
        })
        .await;
        let (one, both) = ([1].as_slice(), [1, 2].as_slice());
        for (key, track) in self.tracks.clone().iter().filter(|(key, _)| key.1 == who) {
            let owed = if *track == Some("short") { one } else { both };
            let done = owed
                .iter()
                .all(|unit| self.completed.contains(&(who, *unit)));
            let found = self.participation(key.0, who).await;
            if done && found.is_some_and(|one| one.withdrawn.is_none()) {
                self.finished.insert(*key);
            }
        }
    }

    async fn come_in(&mut self, number: u32) {
        let (who, because) = (person(number), self.because());
        self.write(move |tx| {
            Box::pin(async move { Ok(store::participation::come_in(tx, who, because).await?) })
        })
        .await;
        for (cohort, person) in self.enrolled.keys().filter(|(_, person)| *person == who) {
            let found = self.participation(*cohort, *person).await;
            if found.is_some_and(|one| one.withdrawn.is_none()) {
                self.came_in.insert((*cohort, *person));
            }
        }
    }

    async fn reach(&mut self, cohort: usize, number: u32, stage: Stage) {
        let key = (self.cohorts[cohort].cohort.id, person(number));
        let Some(found) = self.participation(key.0, key.1).await else {
            return;
        };
        let because = self.because();
        self.write(move |tx| {
            Box::pin(async move {
                store::participation::reach(tx, found.id, stage, because).await?;
                Ok(())
            })
        })
        .await;
        let furthest = self.reached.entry(key).or_default();
        *furthest = stage.max(*furthest);
    }

    /// Somebody who finished and said that it is applied says now that it is not.
    async fn take_back(&mut self, cohort: usize, number: u32) {
        let key = (self.cohorts[cohort].cohort.id, person(number));
        let found = self.participation(key.0, key.1).await;
        let Some(found) = found.filter(|found| found.finished_at.is_some()) else {
            return;
        };
        let because = self.because();
        self.write(move |tx| {
            Box::pin(async move {
                store::participation::not_applied(tx, found.id, because).await?;
                Ok(())
            })
        })
        .await;
        if self.reached.get(&key) == Some(&Stage::Applied) {
            self.reached.insert(key, Stage::Passed);
        }
    }

    async fn make_trainer(&mut self, number: u32, place: usize) {
        let (at, who, now) = (
            self.planted.places[place].institution,
            person(number),
            self.now(),
        );
        if self.trainers.contains_key(&(at, who)) {
            return;
        }
        let grant = GrantId(self.services.new_id());
        self.trainers.insert((at, who), (grant, now));
        self.write(move |tx| {
            Box::pin(async move {
                store::grant::give(tx, grant, who, Role::Trainer(at), None, now).await?;
                Ok(store::tally::recount_trainers(tx, at).await?)
            })
        })
        .await;
    }

    async fn end_trainer(&mut self, number: u32, place: usize) {
        let (at, who, now) = (
            self.planted.places[place].institution,
            person(number),
            self.now(),
        );
        if let Some((grant, _)) = self.trainers.remove(&(at, who)) {
            self.write(move |tx| {
                Box::pin(async move {
                    store::grant::revoke(tx, grant, now).await?;
                    Ok(store::tally::recount_trainers(tx, at).await?)
                })
            })
            .await;
        }
    }
}
