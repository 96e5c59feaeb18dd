//! A cohort's page: the sentence, the roster, the sessions, the history.

use std::collections::HashMap;
use std::sync::Arc;

use domain::cascade::help::Stage;
use domain::clock::Timestamp;
use domain::ids::{CohortId, PersonId, SessionId};
use domain::language::Language;
use domain::names::collation_key;
use domain::people::Actor;
use domain::policy::Action;
use store::cohort::Cohort;
use store::enrolment::Past;
use store::follow_up::Rounds;
use store::head::Standing;
use store::roster::{Invited, Line};
use store::session::Session;

use super::{PER_PAGE, allowed, possible_trainers};
use crate::access::{CohortStanding, Pages, allow};
use crate::course::{self, Edition};
use crate::sessions::is_due;
use crate::{ServiceError, Services};

/// How many enrolments the history shows.
const HISTORY: u64 = 50;

/// Which part of a roster is wanted.
#[derive(Clone, Copy, Debug)]
pub struct Wanted {
    /// Whose order of names.
    pub language: Language,
    /// Only this stage.
    pub stage: Option<Stage>,
    /// Which page, from 1.
    pub page: u64,
}

/// What the header's sentence counts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Summary {
    /// Everybody ever enrolled and not undone.
    pub people: u32,
    /// Those who did anything.
    pub started: u32,
    /// Those who have done everything required.
    pub finished: u32,
    /// Those who have not, and did nothing for a while.
    pub need_help: u32,
    /// Those withdrawn.
    pub withdrawn: u32,
}

/// One line of the roster.
#[derive(Clone, Debug)]
pub struct RosterLine {
    /// Who, and how far.
    pub line: Line,
    /// How they are doing now.
    pub stage: Stage,
    /// How many units they owe.
    pub units: usize,
    /// Whether the asker may open their page: a guest from another institution has only a name
    /// here, unless the asker trains them.
    pub open: bool,
    /// Where mail reaches them, for those who may open their page.
    pub address: Option<String>,
    /// Their newest invitation.
    pub invited: Option<Invited>,
}

/// One session of the list.
#[derive(Clone, Debug)]
pub struct SessionLine {
    /// The session.
    pub session: Session,
    /// Who delivers it.
    pub trainers: Vec<String>,
    /// How many were there, once it was delivered.
    pub present: Option<u32>,
    /// Whether its day has come, so that attendance can be recorded.
    pub due: bool,
}

/// Everything a cohort's page shows.
#[derive(Clone, Debug)]
pub struct CohortPage {
    /// The cohort.
    pub cohort: Cohort,
    /// The institution's name.
    pub institution: String,
    /// Where the institution stands in the programme.
    pub standing: Option<Standing>,
    /// What it learns.
    pub course: Arc<Edition>,
    /// Its trainers.
    pub trainers: Vec<(PersonId, String)>,
    /// Those who could train it too.
    pub more_trainers: Vec<(PersonId, String)>,
    /// What the header's sentence counts.
    pub summary: Summary,
    /// The wanted part of the roster.
    pub roster: Vec<RosterLine>,
    /// How many lines the wanted stage has on all pages.
    pub total: u64,
    /// Which page this is, from 1.
    pub page: u64,
    /// The sessions by day.
    pub sessions: Vec<SessionLine>,
    /// The enrolments, newest first.
    pub history: Vec<Past>,
    /// What became of the follow-up.
    pub follow_up: Rounds,
    /// How many texts wait for the asker; none when they do not review this cohort's.
    pub reviews: Option<u64>,
    /// When the asker last changed a list that waits as a draft.
    pub draft: Option<Timestamp>,
}

/// A cohort's page. The number of statements does not depend on how many people are in it.
///
/// # Errors
/// [`ServiceError::Hidden`] when the cohort is none of the asker's business.
pub async fn show(
    services: &Services,
    actor: &Actor,
    cohort: CohortId,
    wanted: Wanted,
) -> Result<CohortPage, ServiceError> {
    let (by, standing) = allowed(services, actor, Action::SeeCohort, cohort).await?;
    let (cohort, own) = (&standing.cohort, &standing.trainers);
    let read = services.store.read();
    let now = services.now();
    let lines = sorted(
        store::roster::of_cohort(read, cohort.id).await?,
        wanted.language,
    );
    let summary = summary(&lines, now);
    let staged: Vec<(Line, Stage)> = lines
        .into_iter()
        .map(|line| (line.way().stage(now), line))
        .filter(|(stage, _)| wanted.stage.is_none_or(|only| only == *stage))
        .map(|(stage, line)| (line, stage))
        .collect();
    let total = u64::try_from(staged.len()).unwrap_or(u64::MAX);
    let page = wanted.page.clamp(1, total.div_ceil(PER_PAGE).max(1));
    let skip = usize::try_from((page - 1) * PER_PAGE).unwrap_or(usize::MAX);
    let take = usize::try_from(PER_PAGE).unwrap_or(usize::MAX);
    let shown = staged.into_iter().skip(skip).take(take).collect();
    let course = course::edition_of(services, cohort.course_version).await?;
    let roster = with_invitations(services, actor, &standing, &course, shown).await?;
    let possible = possible_trainers(services, cohort).await?;
    let (trainers, more_trainers) = possible
        .into_iter()
        .partition(|(person, _)| own.contains(person));
    let institution = store::programme::institution_names(read, &[cohort.institution]).await?;
    let draft = store::enrolment::draft_of(read, cohort.id, by).await?;
    let reviews = reviews_waiting(services, actor, &standing).await?;
    Ok(CohortPage {
        reviews,
        institution: institution.into_values().next().unwrap_or_default(),
        standing: store::head::standing(read, cohort.programme, cohort.institution).await?,
        course,
        trainers,
        more_trainers,
        summary,
        roster,
        total,
        page,
        sessions: sessions(services, cohort.id, now).await?,
        history: store::enrolment::history(read, cohort.id, HISTORY).await?,
        draft: draft.map(|draft| draft.changed_at),
        follow_up: store::follow_up::of_cohort(read, cohort.id, now).await?,
        cohort: standing.cohort,
    })
}

async fn reviews_waiting(
    services: &Services,
    actor: &Actor,
    standing: &CohortStanding,
) -> Result<Option<u64>, ServiceError> {
    if allow(actor, Action::ReviewActivity, &standing.subject()).is_err() {
        return Ok(None);
    }
    let waiting = crate::reviews::waiting(services, actor).await?;
    let here = waiting
        .iter()
        .find(|(cohort, _)| *cohort == standing.cohort.id);
    Ok(Some(here.map_or(0, |(_, count)| *count)))
}

/// The whole roster, to be taken away as a file, with the course.
///
/// # Errors
/// [`ServiceError::Hidden`] when the cohort is none of the asker's business.
pub async fn export(
    services: &Services,
    actor: &Actor,
    cohort: CohortId,
    language: Language,
) -> Result<(Cohort, Arc<Edition>, Vec<RosterLine>), ServiceError> {
    let (_, standing) = allowed(services, actor, Action::ExportCohort, cohort).await?;
    let now = services.now();
    let lines = store::roster::of_cohort(services.store.read(), cohort).await?;
    let lines = sorted(lines, language)
        .into_iter()
        .map(|line| {
            let stage = line.way().stage(now);
            (line, stage)
        })
        .collect();
    let course = course::edition_of(services, standing.cohort.course_version).await?;
    let roster = with_invitations(services, actor, &standing, &course, lines).await?;
    Ok((standing.cohort, course, roster))
}

/// In the order of names of the reader's language.
pub(crate) fn sorted(mut lines: Vec<Line>, language: Language) -> Vec<Line> {
    lines.sort_by_cached_key(|line| (collation_key(&line.name, language), line.person));
    lines
}

fn summary(lines: &[Line], now: Timestamp) -> Summary {
    let mut summary = Summary::default();
    for line in lines {
        summary.people += 1;
        summary.started += u32::from(line.started_at.is_some());
        summary.finished += u32::from(line.finished_at.is_some());
        summary.need_help += u32::from(line.way().stage(now) == Stage::NeedsHelp);
        summary.withdrawn += u32::from(line.withdrawn.is_some());
    }
    summary
}

async fn with_invitations(
    services: &Services,
    actor: &Actor,
    standing: &CohortStanding,
    course: &Edition,
    lines: Vec<(Line, Stage)>,
) -> Result<Vec<RosterLine>, ServiceError> {
    let (read, cohort) = (services.store.read(), &standing.cohort);
    let people: Vec<PersonId> = lines.iter().map(|(line, _)| line.person).collect();
    let mut addresses = store::person::main_addresses(read, &people).await?;
    let mut invitations = store::roster::invitations(read, cohort.id, &people).await?;
    let pages = Pages::of(read, &people).await?;
    let trained_by = standing.trained_by();
    Ok(lines
        .into_iter()
        .map(|(line, stage)| {
            let open = pages.open(actor, line.person, cohort.programme, &trained_by);
            let units = course.required(cohort.owing(line.track.as_ref())).len();
            RosterLine {
                open,
                units,
                address: addresses.remove(&line.person).filter(|_| open),
                invited: invitations.remove(&line.person),
                line,
                stage,
            }
        })
        .collect())
}

async fn sessions(
    services: &Services,
    cohort: CohortId,
    now: Timestamp,
) -> Result<Vec<SessionLine>, ServiceError> {
    let read = services.store.read();
    let sessions = store::session::of_cohort(read, cohort).await?;
    let present: HashMap<SessionId, u32> = store::session::present_counts(read, cohort).await?;
    let people: Vec<PersonId> = sessions
        .iter()
        .flat_map(|session| session.trainers.clone())
        .collect();
    let named = store::person::by_ids(read, &people).await?;
    Ok(sessions
        .into_iter()
        .map(|session| SessionLine {
            trainers: session
                .trainers
                .iter()
                .filter_map(|id| Some(named.get(id)?.name.clone()))
                .collect(),
            present: session
                .delivered_at
                .map(|_| present.get(&session.id).copied().unwrap_or_default()),
            due: is_due(&session, now),
            session,
        })
        .collect())
}
