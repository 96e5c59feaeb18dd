//! `/digest`: what a weekly digest counts, with names, for whoever it is about; current whenever it
//! is opened, with or without a mail server.

use domain::cascade::activity::TrainerState;
use domain::ids::{InstitutionId, ProgrammeId};
use domain::people::{Actor, Role};

use crate::{ServiceError, Services};

pub use store::digest::{
    InstitutionBehind, LeadCounts, NearSession, NeedsHelp, ProgrammeCounts, StalledCohort, Trainer,
};

/// Most lines of one list: what is more stands on the page that it leads to.
const LINES: u64 = 30;

/// What somebody's roles give them to see to.
#[derive(Clone, Debug, Default)]
pub struct Digest {
    /// As a trainer.
    pub training: Option<Training>,
    /// As a lead, an institution each.
    pub led: Vec<Led>,
    /// As a coordinator, a programme each.
    pub run: Vec<Run>,
}

/// What a trainer sees to.
#[derive(Clone, Debug)]
pub struct Training {
    /// Colleagues who need help, those quiet for longest first.
    pub help: Vec<NeedsHelp>,
    /// Sessions that come soon, by day.
    pub sessions: Vec<NearSession>,
    /// Sessions whose attendance was not recorded, by day.
    pub registers: Vec<NearSession>,
}

/// What a lead sees to in an institution.
#[derive(Clone, Debug)]
pub struct Led {
    /// The institution.
    pub institution: InstitutionId,
    /// Its name.
    pub name: String,
    /// The programme that its page shows first.
    pub programme: Option<ProgrammeId>,
    /// Trainers who are silent (rule 9).
    pub silent: Vec<Trainer>,
    /// Cohorts in which nobody did anything for a while.
    pub stalled: Vec<StalledCohort>,
    /// What is missing to the target.
    pub counts: LeadCounts,
}

/// What a coordinator sees to in a programme.
#[derive(Clone, Debug)]
pub struct Run {
    /// The programme.
    pub programme: ProgrammeId,
    /// Its title.
    pub title: String,
    /// How many institutions are behind.
    pub counts: ProgrammeCounts,
    /// Those that miss most.
    pub behind: Vec<InstitutionBehind>,
}

/// One's own digest. Only what the same roles open elsewhere is in it.
///
/// # Errors
/// [`ServiceError::Hidden`] for people without a role that has one.
pub async fn mine(services: &Services, actor: &Actor) -> Result<Digest, ServiceError> {
    actor.person().ok_or(ServiceError::SignIn)?;
    let mut digest = Digest::default();
    for role in actor.roles() {
        match *role {
            Role::Trainer(_) | Role::PartnerTrainer(_) if digest.training.is_none() => {
                digest.training = Some(training(services, actor).await?);
            }
            Role::Lead(institution) => digest.led.push(led(services, institution).await?),
            Role::Coordinator(programme) => digest.run.extend(run(services, programme).await?),
            _ => {}
        }
    }
    if digest.training.is_none() && digest.led.is_empty() && digest.run.is_empty() {
        return Err(ServiceError::Hidden);
    }
    Ok(digest)
}

async fn training(services: &Services, actor: &Actor) -> Result<Training, ServiceError> {
    let trainer = actor.person().ok_or(ServiceError::SignIn)?;
    let (read, now) = (services.store.read(), services.now());
    let today = now.date();
    let sessions = store::digest::sessions(read, trainer, today, 2 * LINES).await?;
    let (sessions, registers) = sessions
        .into_iter()
        .partition(|session| session.on_day >= today);
    Ok(Training {
        help: store::digest::need_help(read, trainer, now, LINES).await?,
        sessions,
        registers,
    })
}

async fn led(services: &Services, institution: InstitutionId) -> Result<Led, ServiceError> {
    let (read, now) = (services.store.read(), services.now());
    let known = store::programme::institution(read, institution).await?;
    let mut counts = store::digest::lead_counts(read, &[institution], now).await?;
    let trainers = store::digest::trainers_of(read, &[institution], now.date()).await?;
    let programmes = store::programme::of_institution(read, institution).await?;
    Ok(Led {
        institution,
        name: known.map(|one| one.name).unwrap_or_default(),
        programme: programmes.first().copied(),
        silent: trainers
            .into_iter()
            .filter(|trainer| trainer.record.state(now) == TrainerState::Silent)
            .collect(),
        stalled: store::digest::stalled_cohorts(read, institution, now, LINES).await?,
        counts: counts.remove(&institution).unwrap_or_default(),
    })
}

async fn run(services: &Services, programme: ProgrammeId) -> Result<Option<Run>, ServiceError> {
    let read = services.store.read();
    let Some(known) = store::programme::by_id(read, programme).await? else {
        return Ok(None);
    };
    let counts = store::digest::programme_counts(read, programme, services.now().date()).await?;
    Ok(Some(Run {
        programme,
        title: known.title,
        counts: counts.unwrap_or_default(),
        behind: store::digest::behind(read, programme, LINES).await?,
    }))
}
