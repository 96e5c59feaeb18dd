//! The activity of a programme or of one of its institutions: who has begun to train and who has
//! not, where colleagues stopped, how far they came, and what was lost between generations.

mod fidelity;
mod lists;

use chrono::NaiveDate;
use domain::cascade::activity::FirstCascade;
use domain::cascade::forecast::OPEN_STAGES;
use domain::cascade::funnel::STAGES;
use domain::cascade::passage::Passage;
use domain::cascade::small_cells::{Cell, SMALLEST_PUBLISHED, nested};
use domain::ids::{InstitutionId, ProgrammeId};
use domain::people::Actor;
use domain::policy::{Action, Subject};
use store::activity::{self, Begun, OpenCohort, Scope, SilentTrainer, Stretch};
use store::programme::Programme;
use store::programme_table;

use crate::sight::{Sight, see};
use crate::{ServiceError, Services, institution};

pub use fidelity::{Generation, PEOPLE_OF_A_GENERATION};
pub use lists::{BegunList, CohortList, List, SilentList};

/// Rows on one page of each list.
pub const PAGE: u64 = 50;
/// Trainers who took the longest, shown beside the quartiles.
const SLOWEST: u64 = 10;

/// Whose activity is asked for.
#[derive(Clone, Copy, Debug, Default)]
pub struct Wanted {
    /// The programme; of an institution, the first of its programmes that the asker sees.
    pub programme: Option<ProgrammeId>,
    /// One institution; the whole programme without it.
    pub institution: Option<InstitutionId>,
    /// The page of the silent trainers, from 0.
    pub silent: u64,
    /// The page of the cohorts, from 0.
    pub cohorts: u64,
}

/// Activity as somebody sees it.
#[derive(Clone, Debug)]
pub struct Activity {
    /// Where.
    pub place: Place,
    /// Today.
    pub today: NaiveDate,
    /// Trainers who have begun, and all of them.
    pub activation: (Cell, Cell),
    /// How many participations reached each stage, in the order of
    /// [`Stage::ALL`](domain::cascade::funnel::Stage::ALL).
    pub funnel: [Cell; STAGES],
    /// Of those who came no further than each stage: whose outcome is known and is not good. Not
    /// for figures.
    pub lost: Option<[u32; OPEN_STAGES]>,
    /// How long trainers took to their first session; withheld from figures when few did.
    pub first_cascade: Option<FirstCascade>,
    /// What each generation knows, from the second on. Of a whole programme only.
    pub generations: Option<Vec<Generation>>,
    /// Names, for those who see everything.
    pub people: Option<People>,
}

/// Where activity is looked at, and how much of it is seen.
#[derive(Clone, Debug)]
pub struct Place {
    /// The programme.
    pub programme: Programme,
    /// The institution, by id and name; the whole programme without it.
    pub institution: Option<(InstitutionId, String)>,
    /// How much is seen.
    pub sight: Sight,
    /// Whether the asker sees the programme's page.
    pub sees_programme: bool,
}

impl Place {
    fn scope(&self) -> Scope {
        Scope {
            programme: self.programme.id,
            institution: self.institution.as_ref().map(|(id, _)| *id),
        }
    }
}

/// A page of a list, and whether more follow.
#[derive(Clone, Debug)]
pub struct Page<T> {
    /// The rows.
    pub rows: Vec<T>,
    /// Whether more follow.
    pub more: bool,
}

impl<T> Page<T> {
    /// A page of rows that were read one too many.
    fn of(mut rows: Vec<T>, size: u64) -> Self {
        let size = usize::try_from(size).unwrap_or(usize::MAX);
        let more = rows.len() > size;
        rows.truncate(size);
        Self { rows, more }
    }
}

/// What the page says of people by name.
#[derive(Clone, Debug)]
pub struct People {
    /// Silent trainers, the longest silent first.
    pub silent: Page<SilentTrainer>,
    /// Cohorts with people on the way, the quietest first.
    pub cohorts: Page<OpenCohort>,
    /// The trainers who took the longest to their first session.
    pub slowest: Page<Begun>,
}

/// The activity page. The number of statements is the same however many people there are; it
/// grows with the generations only.
///
/// # Errors
/// [`ServiceError::Hidden`] when there is nothing there, or it is none of the asker's business.
pub async fn activity(
    services: &Services,
    actor: &Actor,
    wanted: Wanted,
) -> Result<Activity, ServiceError> {
    let (place, counts) = place(services, actor, wanted).await?;
    let db = services.store.read();
    let days = activity::days_to_first(db, place.scope()).await?;
    let generations = match place.institution {
        None => Some(fidelity::generations(services, place.programme.id).await?),
        Some(_) => None,
    };
    let people = match place.sight {
        Sight::Everything => Some(people(services, &place, wanted).await?),
        Sight::Figures => None,
    };
    Ok(Activity {
        today: services.now().date(),
        activation: counts.activation(place.sight),
        funnel: funnel(&counts.passage, place.sight),
        lost: (place.sight == Sight::Everything).then_some(counts.passage.lost),
        first_cascade: FirstCascade::of(&days).filter(|first| {
            place.sight == Sight::Everything || first.trainers >= u64::from(SMALLEST_PUBLISHED)
        }),
        generations,
        people,
        place,
    })
}

/// The counts of a programme or an institution that the page shows.
struct Counts {
    passage: Passage,
    trainers: u32,
    trainers_active: u32,
}

impl Counts {
    fn activation(&self, sight: Sight) -> (Cell, Cell) {
        let cells = match sight {
            Sight::Everything => {
                return (
                    Cell::Shown(self.trainers_active),
                    Cell::Shown(self.trainers),
                );
            }
            Sight::Figures => nested(&[self.trainers, self.trainers_active]),
        };
        let cell = |place: usize| cells.get(place).copied().unwrap_or(Cell::Suppressed);
        (cell(1), cell(0))
    }
}

fn funnel(passage: &Passage, sight: Sight) -> [Cell; STAGES] {
    let reached = passage.funnel();
    match sight {
        Sight::Everything => reached.map(Cell::Shown),
        Sight::Figures => {
            let cells = nested(&reached);
            std::array::from_fn(|stage| cells.get(stage).copied().unwrap_or(Cell::Suppressed))
        }
    }
}

/// Where the asker looks, and the counts there.
async fn place(
    services: &Services,
    actor: &Actor,
    wanted: Wanted,
) -> Result<(Place, Counts), ServiceError> {
    let db = services.store.read();
    let sees_programme = |id| see(actor, Action::SeeProgramme, &Subject::Programme(id)).is_ok();
    let Some(id) = wanted.institution else {
        let id = wanted.programme.ok_or(ServiceError::Hidden)?;
        let sight = see(actor, Action::SeeActivity, &Subject::Programme(id))?;
        let (programme, _, totals) = programme_table::programme(db, id)
            .await?
            .ok_or(ServiceError::Hidden)?;
        let counts = Counts {
            passage: totals.passage,
            trainers: totals.trainers,
            trainers_active: totals.trainers_active,
        };
        let place = Place {
            sees_programme: sees_programme(id),
            institution: None,
            programme,
            sight,
        };
        return Ok((place, counts));
    };
    let action = Action::SeeInstitution;
    let (programme, _, sight) =
        institution::programme_of(services, actor, action, id, wanted.programme).await?;
    let row = programme_table::row(db, programme.id, id)
        .await?
        .ok_or(ServiceError::Hidden)?;
    let counts = Counts {
        passage: row.passage,
        trainers: row.trainers,
        trainers_active: row.trainers_active,
    };
    let place = Place {
        sees_programme: sees_programme(programme.id),
        institution: Some((id, row.name)),
        programme,
        sight,
    };
    Ok((place, counts))
}

async fn people(
    services: &Services,
    place: &Place,
    wanted: Wanted,
) -> Result<People, ServiceError> {
    let (db, now, scope) = (services.store.read(), services.now(), place.scope());
    let page = |number: u64| Stretch {
        limit: PAGE + 1,
        offset: number.saturating_mul(PAGE),
    };
    let first = Stretch {
        limit: SLOWEST + 1,
        offset: 0,
    };
    let silent = activity::silent(db, scope, now, page(wanted.silent)).await?;
    let cohorts = activity::open_cohorts(db, scope, now, page(wanted.cohorts)).await?;
    let slowest = activity::begun(db, scope, first).await?;
    Ok(People {
        silent: Page::of(silent, PAGE),
        cohorts: Page::of(cohorts, PAGE),
        slowest: Page::of(slowest, SLOWEST),
    })
}
