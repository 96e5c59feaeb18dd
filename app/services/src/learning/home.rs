//! A learner's home: the one next step, the courses as checklists, and the cohorts.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use domain::course::{Owing, Part};
use domain::ids::{CourseId, PersonId, UnitId};
use domain::language::Language;
use domain::people::Actor;
use domain::progress::{State, UnitProgress, minutes_left, resume, unit_state};
use store::learner::LearnersCohort;

use super::learner;
use super::unit_record::progress_in;
use crate::course::{Edition, UnitPlace, courses, edition_of, may_open_trainers_modules};
use crate::follow_up::{FollowUp, asked_so_far};
use crate::reviews::{CameBack, returned_to};
use crate::{ServiceError, Services, local};

/// What a learner's home shows.
#[derive(Clone, Debug)]
pub struct Home {
    /// The one thing to do next; none when nothing was begun or all is done.
    pub next: Option<NextStep>,
    /// The courses begun or worked through in a cohort.
    pub courses: Vec<CourseProgress>,
    /// What came back from a trainer with feedback, the newest first.
    pub came_back: Vec<CameBack>,
    /// The cohorts the person is in, newest first.
    pub cohorts: Vec<LearnersCohort>,
    /// What each of these cohorts learns, in the same order.
    pub learns: Vec<Arc<Edition>>,
    /// What they are asked about courses that they finished, newest first.
    pub follow_ups: Vec<FollowUp>,
}

/// Where to go on.
#[derive(Clone, Debug)]
pub struct NextStep {
    /// The course.
    pub edition: Arc<Edition>,
    /// The unit.
    pub place: UnitPlace,
    /// The minutes still to go in it.
    pub minutes_left: u64,
    /// Whether the unit was begun.
    pub begun: bool,
    /// The block or part to go on at, as an anchor of the unit's page.
    pub anchor: String,
}

/// How far somebody is in a course.
#[derive(Clone, Debug)]
pub struct CourseProgress {
    /// The course.
    pub edition: Arc<Edition>,
    /// Its modules, as far as they are open to the person.
    pub modules: Vec<ModuleProgress>,
}

/// How far somebody is in a module.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ModuleProgress {
    /// The module's index, from 0.
    pub index: usize,
    /// Units completed.
    pub done: usize,
    /// Units in all.
    pub units: usize,
    /// Whether anything was begun.
    pub state: State,
    /// Whether the person owes it: the others stay open, outside their track.
    pub in_track: bool,
}

/// What a person did, for all units of several courses at once.
struct Doing {
    progress: BTreeMap<UnitId, UnitProgress>,
    completed: BTreeSet<UnitId>,
    blocks: BTreeMap<UnitId, String>,
}

/// The signed-in person's home.
///
/// # Errors
/// [`ServiceError::SignIn`] for a visitor; when the database fails.
pub async fn home(services: &Services, actor: &Actor) -> Result<Home, ServiceError> {
    let person = learner(actor)?;
    let today = local::day(services.now()).to_string();
    let cohorts = store::learner::cohorts(services.store.read(), person, &today).await?;
    let mut editions: Vec<Arc<Edition>> = Vec::new();
    let mut as_trainer: BTreeSet<CourseId> = BTreeSet::new();
    let mut tracks = Tracks::default();
    let mut learns = Vec::new();
    for cohort in &cohorts {
        let edition = edition_of(services, cohort.version).await?;
        tracks.take_in(&edition, cohort);
        learns.push(Arc::clone(&edition));
        if cohort.of_trainers {
            as_trainer.insert(edition.course);
        }
        if editions.iter().all(|known| known.course != edition.course) {
            editions.push(edition);
        }
    }
    let in_cohort = editions.len();
    for edition in courses(services, actor).await? {
        if editions.iter().all(|known| known.course != edition.course) {
            editions.push(edition);
        }
    }
    let doing = doing(services, person, &editions).await?;
    let came_back = returned_to(services, person, &editions).await?;
    let trainer = |edition: &Edition| {
        may_open_trainers_modules(actor, as_trainer.contains(&edition.course)).is_allowed()
    };
    let mine = editions
        .into_iter()
        .enumerate()
        .filter(|(n, edition)| *n < in_cohort || doing.has_begun(edition));
    let courses: Vec<CourseProgress> = mine
        .map(|(_, edition)| {
            let trainer = trainer(&edition);
            course_progress(edition, &doing, &tracks, trainer)
        })
        .collect();
    let next = courses
        .iter()
        .find_map(|course| next_step(&course.edition, &doing, &tracks, trainer(&course.edition)));
    Ok(Home {
        next,
        courses,
        came_back,
        follow_ups: asked_so_far(services, person, &cohorts).await?,
        cohorts,
        learns,
    })
}

/// What a person owes of the courses of their cohorts.
#[derive(Default)]
struct Tracks {
    owed: BTreeSet<UnitId>,
    /// Courses of which they owe the whole in one of their cohorts.
    whole: BTreeSet<CourseId>,
    met: BTreeSet<CourseId>,
}

impl Tracks {
    fn take_in(&mut self, edition: &Edition, cohort: &LearnersCohort) {
        let owing = Owing {
            track: cohort.track.as_ref(),
            of_trainers: cohort.of_trainers,
        };
        self.owed.extend(edition.required(owing));
        self.met.insert(edition.course);
        if cohort.track.is_none() {
            self.whole.insert(edition.course);
        }
    }

    /// Whether a unit is in their track; outside cohorts and without a track every unit is.
    fn hold(&self, edition: &Edition, unit: UnitId) -> bool {
        let course = &edition.course;
        !self.met.contains(course) || self.whole.contains(course) || self.owed.contains(&unit)
    }
}

async fn doing(
    services: &Services,
    person: PersonId,
    editions: &[Arc<Edition>],
) -> Result<Doing, ServiceError> {
    let db = services.store.read();
    let units: Vec<UnitId> = editions
        .iter()
        .flat_map(|edition| edition.units())
        .map(|place| place.id)
        .collect();
    let readings = store::learning::readings(db, person, &units).await?;
    Ok(Doing {
        progress: progress_in(db, person, &units).await?,
        completed: store::learning::completed(db, person, &units)
            .await?
            .into_iter()
            .collect(),
        blocks: readings
            .into_iter()
            .filter_map(|reading| Some((reading.unit, reading.block?)))
            .collect(),
    })
}

impl Doing {
    fn has_begun(&self, edition: &Edition) -> bool {
        edition
            .units()
            .iter()
            .any(|place| self.progress.contains_key(&place.id))
    }

    fn of(&self, unit: UnitId) -> UnitProgress {
        self.progress.get(&unit).cloned().unwrap_or_default()
    }

    fn state(&self, edition: &Edition, place: UnitPlace) -> State {
        if self.completed.contains(&place.id) {
            return State::Complete;
        }
        unit_state(
            &edition.at(place, Language::default()).1.shape,
            &self.of(place.id),
        )
    }
}

fn open_units(edition: &Edition, trainer: bool) -> impl Iterator<Item = UnitPlace> + '_ {
    edition
        .units()
        .iter()
        .copied()
        .filter(move |place| trainer || !edition.is_for_trainers(*place))
}

fn course_progress(
    edition: Arc<Edition>,
    doing: &Doing,
    tracks: &Tracks,
    trainer: bool,
) -> CourseProgress {
    let mut modules: Vec<ModuleProgress> = Vec::new();
    for place in open_units(&edition, trainer) {
        if modules
            .last()
            .is_none_or(|module| module.index != place.module)
        {
            modules.push(ModuleProgress {
                index: place.module,
                done: 0,
                units: 0,
                state: State::NotStarted,
                in_track: tracks.hold(&edition, place.id),
            });
        }
        let Some(module) = modules.last_mut() else {
            continue;
        };
        let state = doing.state(&edition, place);
        module.units += 1;
        module.done += usize::from(state == State::Complete);
        if state != State::NotStarted {
            module.state = State::Started;
        }
    }
    for module in &mut modules {
        if module.done == module.units {
            module.state = State::Complete;
        }
    }
    CourseProgress { edition, modules }
}

/// The first unit of the track that is begun and not finished, else the first not begun; when the
/// track is done, what was begun outside it.
fn next_step(
    edition: &Arc<Edition>,
    doing: &Doing,
    tracks: &Tracks,
    trainer: bool,
) -> Option<NextStep> {
    let first = |wanted: State, in_track: bool| {
        open_units(edition, trainer)
            .filter(|place| tracks.hold(edition, place.id) == in_track)
            .find(|place| doing.state(edition, *place) == wanted)
    };
    let place = first(State::Started, true)
        .or_else(|| first(State::NotStarted, true))
        .or_else(|| first(State::Started, false))?;
    let progress = doing.of(place.id);
    let shape = &edition.at(place, Language::default()).1.shape;
    let to = resume([(shape, &progress)])?;
    let anchor = match to.part {
        Part::Content => doing
            .blocks
            .get(&place.id)
            .cloned()
            .or(to.block.map(|block| block.to_string())),
        Part::Scope | Part::Activity | Part::Thinking | Part::Extra => None,
    };
    Some(NextStep {
        edition: Arc::clone(edition),
        place,
        minutes_left: minutes_left(shape, &progress),
        begun: progress.has_begun(),
        anchor: anchor.unwrap_or_else(|| to.part.code().to_owned()),
    })
}
