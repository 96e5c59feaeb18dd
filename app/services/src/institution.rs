//! An institution's page: where it stands, its trainers, its cohorts, and every colleague by unit.

mod adaptations;
mod lineage;
mod matrix;

use chrono::NaiveDate;
use domain::cascade::activity::{TrainerRecord, TrainerState};
use domain::cascade::evidence::Completeness;
use domain::clock::{DAY, Timestamp};
use domain::ids::{CohortId, CourseVersionId, GrantId, InstitutionId, PersonId, ProgrammeId};
use domain::language::Language;
use domain::people::{Actor, Role};
use domain::policy::{Action, Subject};
use store::cohort::Cohort;
use store::evidence::LackingSession;
use store::follow_up::Rounds;
use store::grant::Holder;
use store::institution::{TrainersDoings, Withdrawn};
use store::invitation::Purpose;
use store::programme::{Institution, Programme};
use store::programme_table::{self, Totals};

use crate::access::{Pages, allow};
use crate::programme::{Basis, Figures, Glance, Withheld};
use crate::sight::{Sight, see};
use crate::{ServiceError, Services, invitations};

pub use store::institution::UnitState;

pub use adaptations::{Adaptations, MOST_ADAPTATIONS, adaptations};
pub use lineage::{Lineage, SeenEdge, Told, lineage};
pub use matrix::{Line, Matrix, PAGE, WholeMatrix, whole_matrix};

/// Most cohorts shown on the page.
const COHORTS: u64 = 50;
/// Most sessions without evidence shown on the page.
const LACKING: u64 = 20;
/// Most withdrawn people shown on the page.
const WITHDRAWN: u64 = 50;

/// Which part of an institution's page is asked for.
#[derive(Clone, Copy, Debug, Default)]
pub struct Wanted {
    /// In which of its programmes; the first one the asker sees without it.
    pub programme: Option<ProgrammeId>,
    /// By which course; that of the newest cohort without it.
    pub course: Option<CourseVersionId>,
    /// The page of the matrix, from 0.
    pub page: u64,
    /// The reader's language: names stand in the order of its alphabet.
    pub language: Language,
}

/// An institution as somebody sees it.
#[derive(Clone, Debug)]
pub struct InstitutionPage {
    /// The institution.
    pub institution: Institution,
    /// The programme it is seen in.
    pub programme: Programme,
    /// Its counts.
    pub figures: Figures,
    /// How complete the evidence of its sessions is (rule 12).
    pub evidence: Completeness,
    /// Whether the asker sees the programme's page too.
    pub sees_programme: bool,
    /// Names, for those who see everything.
    pub people: Option<People>,
}

/// What an institution's page says of people by name.
#[derive(Clone, Debug)]
pub struct People {
    /// Its leads.
    pub leads: Vec<Holder>,
    /// Its trainers.
    pub trainers: Vec<Trainer>,
    /// Those invited to a role who have not accepted yet: the role, their name, and since when.
    pub invited: Vec<(Role, String, Timestamp)>,
    /// Its cohorts, newest first, with their trainers' names.
    pub cohorts: Vec<(Cohort, Vec<String>)>,
    /// Its colleagues by unit; `None` without a cohort.
    pub matrix: Option<Matrix>,
    /// Those withdrawn, newest first, each with whether the asker may open their page.
    pub withdrawn: Vec<(Withdrawn, bool)>,
    /// What became of the follow-up of its colleagues.
    pub follow_up: Rounds,
    /// Sessions that lack evidence, the newest first.
    pub lacking: Vec<LackingSession>,
    /// Whether the asker may change the institution.
    pub may_change: bool,
}

/// A trainer of the institution.
#[derive(Clone, Debug)]
pub struct Trainer {
    /// Who.
    pub person: PersonId,
    /// Their name.
    pub name: String,
    /// The role, for taking it back.
    pub grant: GrantId,
    /// Since when they are a trainer.
    pub qualified: Timestamp,
    /// How they are doing (rule 9).
    pub state: TrainerState,
    /// Their last delivered session.
    pub last_delivered: Option<Timestamp>,
    /// Their next planned session.
    pub next_planned: Option<NaiveDate>,
    /// Their cohorts with titles, newest first.
    pub cohorts: Vec<(CohortId, String)>,
}

/// An institution's page. The number of statements is the same however many people there are.
///
/// # Errors
/// [`ServiceError::Hidden`] when there is no such institution, or it is none of the asker's
/// business: both look the same.
pub async fn page(
    services: &Services,
    actor: &Actor,
    id: InstitutionId,
    wanted: Wanted,
) -> Result<InstitutionPage, ServiceError> {
    let (programme, totals, sight) = programme_of(
        services,
        actor,
        Action::SeeInstitution,
        id,
        wanted.programme,
    )
    .await?;
    let db = services.store.read();
    let today = services.now().date();
    let row = programme_table::row(db, programme.id, id)
        .await?
        .ok_or(ServiceError::Hidden)?;
    let withheld = Withheld::from(sight, db, programme.id).await?;
    let basis = Basis::of(db, &programme, &totals, today).await?;
    let people = match sight {
        Sight::Everything => Some(people(services, actor, &programme, id, wanted).await?),
        Sight::Figures => None,
    };
    Ok(InstitutionPage {
        institution: store::programme::institution(db, id)
            .await?
            .ok_or(ServiceError::Hidden)?,
        figures: Figures::of(
            &row,
            Glance {
                programme: &programme,
                basis: &basis,
                today,
                sight,
                withheld,
            },
        ),
        evidence: store::evidence::of_institution(db, programme.id, id).await?,
        sees_programme: see(
            actor,
            Action::SeeProgramme,
            &Subject::Programme(programme.id),
        )
        .is_ok(),
        people,
        programme,
    })
}

/// The programme in which somebody sees an institution, its counts, and how much they see of the
/// institution there.
pub(crate) async fn programme_of(
    services: &Services,
    actor: &Actor,
    action: Action,
    institution: InstitutionId,
    wanted: Option<ProgrammeId>,
) -> Result<(Programme, Totals, Sight), ServiceError> {
    // A visitor is asked to sign in before anything is looked up.
    actor.person().ok_or(ServiceError::SignIn)?;
    let db = services.store.read();
    let seen = store::programme::of_institution(db, institution)
        .await?
        .into_iter()
        .filter(|id| wanted.is_none_or(|wanted| wanted == *id))
        .filter_map(|programme| {
            let subject = Subject::Institution {
                programme,
                institution,
            };
            Some((programme, see(actor, action, &subject).ok()?))
        })
        .min_by_key(|(_, sight)| *sight == Sight::Figures);
    let (id, sight) = seen.ok_or(ServiceError::Hidden)?;
    let (programme, _, totals) = programme_table::programme(db, id)
        .await?
        .ok_or(ServiceError::Hidden)?;
    Ok((programme, totals, sight))
}

async fn people(
    services: &Services,
    actor: &Actor,
    programme: &Programme,
    id: InstitutionId,
    wanted: Wanted,
) -> Result<People, ServiceError> {
    let db = services.store.read();
    let (leads, trainers): (Vec<Holder>, Vec<Holder>) = store::grant::holders_at(db, id)
        .await?
        .into_iter()
        .partition(|holder| matches!(holder.role, Role::Lead(_)));
    let ids: Vec<PersonId> = trainers.iter().map(|holder| holder.person).collect();
    let now = services.now();
    let mut doings = store::institution::doings(db, programme.id, &ids, now.date()).await?;
    let cohorts = store::cohort::of_institution(db, programme.id, id, COHORTS, 0).await?;
    let cohort_ids: Vec<CohortId> = cohorts.iter().map(|cohort| cohort.id).collect();
    let mut names = store::cohort::trainer_names(db, &cohort_ids).await?;
    Ok(People {
        trainers: trainers
            .into_iter()
            .map(|holder| {
                let doings = doings.remove(&holder.person).unwrap_or_default();
                trainer(holder, doings, now)
            })
            .collect(),
        leads,
        invited: invited(services, actor, id).await?,
        cohorts: cohorts
            .into_iter()
            .map(|cohort| {
                let names = names.remove(&cohort.id).unwrap_or_default();
                (cohort, names.into_iter().map(|(_, name)| name).collect())
            })
            .collect(),
        matrix: matrix::page(services, actor, programme.id, id, wanted).await?,
        withdrawn: withdrawn(services, actor, programme.id, id).await?,
        follow_up: store::follow_up::of_institution(db, programme.id, id, now).await?,
        lacking: store::evidence::lacking_sessions(db, programme.id, id, LACKING).await?,
        may_change: allow(
            actor,
            Action::EditProgramme,
            &Subject::Programme(programme.id),
        )
        .is_ok(),
    })
}

async fn withdrawn(
    services: &Services,
    actor: &Actor,
    programme: ProgrammeId,
    id: InstitutionId,
) -> Result<Vec<(Withdrawn, bool)>, ServiceError> {
    let db = services.store.read();
    let withdrawn = store::institution::withdrawn(db, programme, id, WITHDRAWN).await?;
    let people: Vec<PersonId> = withdrawn.iter().map(|one| one.person).collect();
    let pages = Pages::of(db, &people).await?;
    let with_page = |one: Withdrawn| {
        let open = pages.open(actor, one.person, programme, &[]);
        (one, open)
    };
    Ok(withdrawn.into_iter().map(with_page).collect())
}

async fn invited(
    services: &Services,
    actor: &Actor,
    id: InstitutionId,
) -> Result<Vec<(Role, String, Timestamp)>, ServiceError> {
    let open = invitations::open_to_roles_at(services, actor, id).await?;
    Ok(open
        .into_iter()
        .filter_map(|(invitation, name)| match invitation.purpose {
            Purpose::Role(role) => Some((role, name, invitation.created_at)),
            _ => None,
        })
        .collect())
}

/// An institution that somebody may invite to.
#[derive(Clone, Debug)]
pub struct Invitable {
    /// The institution.
    pub id: InstitutionId,
    /// Its name.
    pub name: String,
}

/// The institution, when the asker may invite trainers and leads there.
///
/// # Errors
/// [`ServiceError::Hidden`] when there is no such institution, or the asker may not.
pub async fn invitable(
    services: &Services,
    actor: &Actor,
    id: InstitutionId,
) -> Result<Invitable, ServiceError> {
    programme_of(services, actor, Action::InviteTrainer, id, None).await?;
    let db = services.store.read();
    let institution = store::programme::institution(db, id)
        .await?
        .ok_or(ServiceError::Hidden)?;
    Ok(Invitable {
        id,
        name: institution.name,
    })
}

/// How a trainer of an institution is doing in a programme (rule 9).
///
/// # Errors
/// [`ServiceError::Hidden`] when the person is no trainer there.
pub(crate) async fn trainer_state(
    services: &Services,
    programme: ProgrammeId,
    institution: InstitutionId,
    person: PersonId,
) -> Result<TrainerState, ServiceError> {
    let (db, now) = (services.store.read(), services.now());
    let holder = store::grant::holders_at(db, institution)
        .await?
        .into_iter()
        .find(|holder| holder.person == person && matches!(holder.role, Role::Trainer(_)))
        .ok_or(ServiceError::Hidden)?;
    let mut doings = store::institution::doings(db, programme, &[person], now.date()).await?;
    Ok(trainer(holder, doings.remove(&person).unwrap_or_default(), now).state)
}

fn trainer(holder: Holder, doings: TrainersDoings, now: Timestamp) -> Trainer {
    let record = TrainerRecord {
        qualified: holder.given_at,
        last_delivered: doings.last_delivered,
        // A session planned for today is ahead until the day is over.
        next_planned: doings
            .next_planned
            .map(|day| Timestamp::start_of(day).plus(DAY - 1)),
    };
    Trainer {
        person: holder.person,
        name: holder.name,
        grant: holder.grant,
        qualified: holder.given_at,
        state: record.state(now),
        last_delivered: doings.last_delivered,
        next_planned: doings.next_planned,
        cohorts: doings.cohorts,
    }
}
