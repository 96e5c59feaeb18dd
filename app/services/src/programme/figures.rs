//! One institution's row, with what may be shown of it.

use chrono::NaiveDate;
use domain::cascade::pace::RequiredPace;
use domain::cascade::small_cells::Cell;
use domain::cascade::target::{TargetRange, TargetStatus};
use domain::clock::Timestamp;
use domain::ids::{InstitutionId, ProgrammeId};
use store::ConnectionTrait;
use store::programme::Programme;
use store::programme_table::{Measure, Row, neighbour_of_the_only_small_count};

use super::prospect::{Basis, Prospect};
use crate::ServiceError;
use crate::sight::Sight;

/// An institution's row as somebody sees it.
#[derive(Clone, Debug, PartialEq)]
pub struct Figures {
    /// The institution.
    pub institution: InstitutionId,
    /// Its name.
    pub name: String,
    /// The target range in force.
    pub range: Option<TargetRange>,
    /// Colleagues who completed a participation.
    pub finished: Cell,
    /// Colleagues ever enrolled.
    pub enrolled: Cell,
    /// Participations.
    pub participations: Cell,
    /// Trainers.
    pub trainers: Cell,
    /// Trainers who delivered a session.
    pub trainers_active: Cell,
    /// Colleagues enrolled who neither finished nor were withdrawn; withheld from figures.
    pub under_way: Cell,
    /// Colleagues withdrawn before they finished; withheld from figures.
    pub withdrawn: Cell,
    /// The last moment that any colleague did anything.
    pub last_activity: Option<Timestamp>,
    /// The day of the last delivered session.
    pub last_session: Option<NaiveDate>,
    /// The status word; withheld where it would give a small count away.
    pub status: Option<TargetStatus>,
    /// The pace that reaching the minimum requires; withheld likewise.
    pub pace: Option<RequiredPace>,
    /// Whether it has trainers and none has delivered anything.
    pub silent: bool,
    /// Whether it is slower so far than the weeks left require.
    pub behind: bool,
    /// What can be said about the end; withheld from figures, because it tells how many are on the
    /// way.
    pub prospect: Option<Prospect>,
}

/// How an institution's row is looked at: in which programme, when and by whom.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Glance<'a> {
    /// The programme.
    pub programme: &'a Programme,
    /// What its forecasts rest on.
    pub basis: &'a Basis,
    /// Today.
    pub today: NaiveDate,
    /// How much is seen.
    pub sight: Sight,
    /// What must be withheld beside small counts.
    pub withheld: Withheld,
}

/// What must be withheld beside the small counts themselves.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Withheld {
    enrolled: Option<InstitutionId>,
    finished: Option<InstitutionId>,
}

impl Withheld {
    /// Looks up what subtraction would give away; nothing is withheld from those who see everything.
    pub(crate) async fn from(
        sight: Sight,
        db: &impl ConnectionTrait,
        programme: ProgrammeId,
    ) -> Result<Self, ServiceError> {
        if sight == Sight::Everything {
            return Ok(Self::default());
        }
        let neighbour =
            async |measure| neighbour_of_the_only_small_count(db, programme, measure).await;
        Ok(Self {
            enrolled: neighbour(Measure::Enrolled).await?,
            finished: neighbour(Measure::Finished).await?,
        })
    }
}

impl Figures {
    /// The row as somebody sees it.
    pub(crate) fn of(row: &Row, glance: Glance<'_>) -> Self {
        let Glance {
            programme,
            basis,
            today,
            sight,
            withheld,
        } = glance;
        let prospect = (sight == Sight::Everything)
            .then(|| Prospect::of_institution(row, programme, basis, today));
        let cell = |count: u32, neighbour: Option<InstitutionId>| match sight {
            Sight::Everything => Cell::Shown(count),
            Sight::Figures if neighbour == Some(row.institution) => Cell::Suppressed,
            Sight::Figures => Cell::alone(count),
        };
        let detail = |count: u32| match sight {
            Sight::Everything => Cell::Shown(count),
            Sight::Figures => Cell::Suppressed,
        };
        let enrolled = cell(row.heads, withheld.enrolled);
        let finished = cell(row.heads_finished, withheld.finished);
        let participations = match enrolled {
            Cell::Shown(_) => cell(row.participations, None),
            Cell::Suppressed => Cell::Suppressed,
        };
        let told = matches!(finished, Cell::Shown(_));
        let pace = row
            .range
            .filter(|_| told)
            .map(|range| RequiredPace::of(range, row.heads_finished, today, programme.ends_on));
        let left = row
            .heads
            .saturating_sub(row.heads_finished)
            .saturating_sub(row.heads_withdrawn);
        Self {
            institution: row.institution,
            range: row.range,
            finished,
            enrolled,
            participations,
            trainers: cell(row.trainers, None),
            trainers_active: cell(row.trainers_active, None),
            under_way: detail(left),
            withdrawn: detail(row.heads_withdrawn),
            last_activity: row.last_activity,
            last_session: row.last_session,
            status: told.then(|| TargetStatus::of(row.heads_finished, row.range)),
            pace,
            silent: row.trainers > 0 && row.trainers_active == 0,
            behind: pace
                .is_some_and(|pace| pace.is_behind(row.heads_finished, programme.starts_on, today)),
            prospect,
            name: row.name.clone(),
        }
    }
}
