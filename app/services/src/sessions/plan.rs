//! Planning a session.

use std::collections::HashSet;
use std::sync::Arc;

use chrono::NaiveDate;
use domain::ids::{CohortId, PersonId, SessionId, UnitId};
use domain::people::Actor;
use domain::policy::Action;
use domain::session::{MOST_MINUTES, MOST_SEATS, Meeting, Times, clock_time};
use serde::{Deserialize, Serialize};
use store::DatabaseTransaction;
use store::cohort::{Cohort, Mode};
use store::session::{Clash, Session};

use super::letters::{News, is_ahead, tell};
use crate::cohorts::{self, clean_line};
use crate::course::{self, Edition};
use crate::{FieldProblem, ServiceError, Services, audit, cascade, form, local};

/// How far a planned day may lie from today: a typing mistake in the year is no plan.
const FARTHEST: i64 = 5 * 366;
/// Longest link, in characters.
const LONGEST_LINK: usize = 500;
/// Longest agenda, in characters.
const LONGEST_AGENDA: usize = 5_000;
/// Longest code of a work package or deliverable, in characters.
const LONGEST_CODE: usize = 40;

/// A session as somebody typed it. A field that a form does not have is empty.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Plan {
    /// The day, as 2026-11-14.
    pub day: String,
    /// When it starts, as 09:30.
    pub starts: String,
    /// When it ends.
    pub ends: String,
    /// `room`, `online` or `hybrid`; nothing is a room.
    pub meeting: String,
    /// The room or building.
    pub place: String,
    /// The link to the online room.
    pub link: String,
    /// Hours taught, as 3 or 2.5; nothing is the time between start and end.
    pub hours: String,
    /// How many can come; nothing is everybody.
    pub seats: String,
    /// What happens when, in lines.
    pub agenda: String,
    /// The funder's code of the work package.
    pub work_package: String,
    /// The funder's code of the deliverable.
    pub deliverable: String,
    /// What it teaches.
    pub units: Vec<UnitId>,
    /// Who delivers it.
    pub trainers: Vec<PersonId>,
    /// Whether the cohort is told by letter.
    pub tell: bool,
}

/// What a session of a cohort can be made of.
#[derive(Clone, Debug)]
pub struct Offer {
    /// The cohort.
    pub cohort: Cohort,
    /// Who may deliver it.
    pub trainers: Vec<(PersonId, String)>,
    /// The course whose units it can teach.
    pub course: Arc<Edition>,
}

impl Plan {
    /// The plan as a session, or what is wrong with it.
    pub(crate) fn checked(
        &self,
        id: SessionId,
        cohort: CohortId,
        possible: &[(PersonId, String)],
        today: NaiveDate,
    ) -> Result<Session, Vec<FieldProblem>> {
        let mut problems = Vec::new();
        let on_day = self.checked_day(today, &mut problems);
        let times = self.checked_times(&mut problems);
        let meeting = self.checked_meeting(&mut problems);
        let place = self.checked_place(meeting, &mut problems);
        let link = self.checked_link(meeting, &mut problems);
        let minutes = self.checked_minutes(times, &mut problems);
        let seats = self.checked_seats(&mut problems);
        let agenda = form::text("agenda", &self.agenda, LONGEST_AGENDA, &mut problems);
        let mut code = |field, typed| form::line(field, typed, LONGEST_CODE, &mut problems);
        let work_package = code("work_package", &self.work_package);
        let deliverable = code("deliverable", &self.deliverable);
        let trainers = self.checked_trainers(possible, &mut problems);
        match on_day {
            Some(on_day) if problems.is_empty() => Ok(Session {
                times,
                meeting,
                link,
                minutes,
                seats,
                agenda,
                work_package,
                deliverable,
                ..Session::on(id, cohort, on_day, &place, trainers)
            }),
            _ => Err(problems),
        }
    }

    fn checked_day(&self, today: NaiveDate, problems: &mut Vec<FieldProblem>) -> Option<NaiveDate> {
        if self.day.trim().is_empty() {
            problems.push(FieldProblem::new("day", "day_missing"));
            return None;
        }
        let day = form::day("day", &self.day, problems)?;
        if (day - today).num_days().abs() > FARTHEST {
            problems.push(FieldProblem::new("day", "day_too_far"));
        }
        Some(day)
    }

    fn checked_times(&self, problems: &mut Vec<FieldProblem>) -> Option<Times> {
        let mut time = |field: &str, typed: &str| {
            let time = clock_time(typed);
            if time.is_none() && !typed.trim().is_empty() {
                problems.push(FieldProblem::new(field, "time"));
            }
            time
        };
        let times = (time("starts", &self.starts), time("ends", &self.ends));
        match times {
            (Some(starts), Some(ends)) => Times::new(starts, ends)
                .map_err(|_| problems.push(FieldProblem::new("ends", "times_reversed")))
                .ok(),
            (None, None) => None,
            (Some(_), None) if self.ends.trim().is_empty() => {
                problems.push(FieldProblem::new("ends", "times_half"));
                None
            }
            (None, Some(_)) if self.starts.trim().is_empty() => {
                problems.push(FieldProblem::new("starts", "times_half"));
                None
            }
            _ => None,
        }
    }

    fn checked_meeting(&self, problems: &mut Vec<FieldProblem>) -> Meeting {
        if self.meeting.is_empty() {
            return Meeting::Room;
        }
        Meeting::from_code(&self.meeting).unwrap_or_else(|| {
            problems.push(FieldProblem::new("meeting", "choice"));
            Meeting::Room
        })
    }

    fn checked_place(&self, meeting: Meeting, problems: &mut Vec<FieldProblem>) -> String {
        if !meeting.has_room() && self.place.trim().is_empty() {
            return String::new();
        }
        clean_line("place", "place_missing", &self.place).unwrap_or_else(|problem| {
            problems.push(problem);
            String::new()
        })
    }

    fn checked_link(&self, meeting: Meeting, problems: &mut Vec<FieldProblem>) -> String {
        let link = form::line("link", &self.link, LONGEST_LINK, problems);
        // Anything else, such as `javascript:`, is no place to meet.
        let opens = ["https://", "http://"]
            .iter()
            .any(|scheme| link.to_ascii_lowercase().starts_with(scheme));
        if link.is_empty() && meeting.has_link() {
            problems.push(FieldProblem::new("link", "link_missing"));
        } else if !link.is_empty() && (!opens || link.contains(char::is_whitespace)) {
            problems.push(FieldProblem::new("link", "link"));
        }
        link
    }

    /// Hours as people write them, in minutes.
    fn checked_minutes(&self, times: Option<Times>, problems: &mut Vec<FieldProblem>) -> u32 {
        let typed = self.hours.trim().replace(',', ".");
        if typed.is_empty() {
            return times.map_or(0, Times::minutes);
        }
        let hours: Option<f64> = typed.parse().ok();
        let most = f64::from(MOST_MINUTES / 60);
        match hours.filter(|hours| (0.0..=most).contains(hours)) {
            // At most 960, so the conversion is exact enough and never wraps.
            #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
            Some(hours) => (hours * 60.0).round() as u32,
            None => {
                problems.push(FieldProblem::new("hours", "hours").with("most", MOST_MINUTES / 60));
                0
            }
        }
    }

    fn checked_seats(&self, problems: &mut Vec<FieldProblem>) -> Option<u32> {
        if self.seats.trim().is_empty() {
            return None;
        }
        form::count("seats", &self.seats, MOST_SEATS, problems)
    }

    fn checked_trainers(
        &self,
        possible: &[(PersonId, String)],
        problems: &mut Vec<FieldProblem>,
    ) -> Vec<PersonId> {
        let known = |person: &PersonId| possible.iter().any(|(other, _)| other == person);
        let trainers: Vec<PersonId> = self.trainers.iter().copied().filter(known).collect();
        if trainers.is_empty() {
            problems.push(FieldProblem::new("trainer", "session_trainer_missing"));
        }
        trainers
    }

    /// The chosen units that the course has, in its order.
    pub(super) fn units_of(&self, course: &Edition) -> Vec<UnitId> {
        let chosen = |unit: &UnitId| self.units.contains(unit);
        course
            .units()
            .iter()
            .map(|place| place.id)
            .filter(chosen)
            .collect()
    }
}

/// What a new session of a cohort can be made of.
///
/// # Errors
/// [`ServiceError::Hidden`] when the cohort is none of the asker's business.
pub async fn to_plan(
    services: &Services,
    actor: &Actor,
    cohort: CohortId,
) -> Result<Offer, ServiceError> {
    let (_, standing) = cohorts::allowed(services, actor, Action::PlanSession, cohort).await?;
    offer(services, standing.cohort).await
}

pub(super) async fn offer(services: &Services, cohort: Cohort) -> Result<Offer, ServiceError> {
    Ok(Offer {
        trainers: cohorts::possible_trainers(services, &cohort).await?,
        course: course::edition_of(services, cohort.course_version).await?,
        cohort,
    })
}

/// Plans a session of a cohort. Whoever delivers it is a trainer of the cohort from then on. A day
/// that has passed is taken as well: what was held before the list existed counts too.
///
/// # Errors
/// [`ServiceError::Invalid`] with what is wrong beside which field, such as hours at which the
/// cohort or a trainer has another session.
pub async fn plan(
    services: &Services,
    actor: &Actor,
    cohort: CohortId,
    plan: &Plan,
) -> Result<SessionId, ServiceError> {
    let offer = to_plan(services, actor, cohort).await?;
    let by = actor.person().ok_or(ServiceError::SignIn)?;
    let id = SessionId(services.new_id());
    let session = plan
        .checked(id, cohort, &offer.trainers, local::day(services.now()))
        .map_err(ServiceError::Invalid)?;
    let units = plan.units_of(&offer.course);
    let told = plan.tell && is_ahead(&session, services.now());
    let asker = services.clone();
    services
        .store
        .write(Box::new(move |tx| {
            Box::pin(async move {
                keep(&asker, tx, &session, by).await?;
                store::session::keep_units(tx, session.id, &units).await?;
                if told {
                    tell(&asker, tx, News::Planned, session.id, by, &HashSet::new()).await?;
                }
                Ok(())
            })
        }))
        .await
        .map(|()| id)
}

/// Keeps a planned session in a transaction that may do more.
pub(crate) async fn keep(
    services: &Services,
    tx: &DatabaseTransaction,
    session: &Session,
    by: PersonId,
) -> Result<(), ServiceError> {
    // Two plans at once would otherwise not see each other.
    store::cohort::lock(tx, session.cohort).await?;
    refuse_clash(tx, session).await?;
    store::session::plan(tx, session).await?;
    follow_trainers(services, tx, session).await?;
    let detail = session.on_day.to_string();
    audit::record(
        services,
        tx,
        Some(by),
        "session.planned",
        ("session", session.id.0),
        &detail,
    )
    .await
}

/// Whoever delivers a session is a trainer of its cohort, and active where others started alone.
pub(super) async fn follow_trainers(
    services: &Services,
    tx: &DatabaseTransaction,
    session: &Session,
) -> Result<(), ServiceError> {
    for trainer in &session.trainers {
        store::cohort::add_trainer(tx, session.cohort, *trainer, services.now()).await?;
    }
    match store::cohort::by_id(tx, session.cohort).await? {
        Some(cohort) if cohort.mode == Mode::SelfPaced => {
            cascade::recount_trainers(tx, cohort.institution, &session.trainers).await
        }
        _ => Ok(()),
    }
}

/// Refuses a session at hours when its cohort or a trainer has another one.
pub(super) async fn refuse_clash(
    tx: &DatabaseTransaction,
    session: &Session,
) -> Result<(), ServiceError> {
    let problem = match store::session::clash(tx, session).await? {
        None => return Ok(()),
        Some(Clash::Same) => FieldProblem::new("day", "session_twice"),
        Some(Clash::Cohort) => FieldProblem::new("starts", "session_overlaps"),
        Some(Clash::Trainer(name)) => {
            FieldProblem::new("trainer", "session_trainer_busy").with("name", name)
        }
    };
    Err(ServiceError::Invalid(vec![problem]))
}
