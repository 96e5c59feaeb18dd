//! The programme's page: a sentence, the institutions, and what needs attention.

use chrono::NaiveDate;
use domain::cascade::evidence::Completeness;
use domain::cascade::small_cells::{Cell, nested};
use domain::ids::ProgrammeId;
use domain::people::{Actor, Role};
use domain::policy::{Action, Subject};
use store::ConnectionTrait;
use store::evidence::Lacking;
use store::over_time::OverTime;
use store::programme::{Programme, Tier};
use store::programme_page::{self, Asked};
use store::programme_table::{self, Row, Show, Totals};

use super::figures::{Figures, Glance, Withheld};
use super::prospect::{Basis, Prospect};
use crate::access::allow;
use crate::sight::{Sight, see};
use crate::{ServiceError, Services};

/// Institutions on one page of the table.
pub const PAGE: u64 = 50;
/// Most institutions of each list of what needs attention.
const ATTENTION: u64 = 10;
/// Rows of the table read at a time for a file.
const PIECE: u64 = 1_000;

/// A programme as somebody sees it.
#[derive(Clone, Debug, PartialEq)]
pub struct Overview {
    /// The programme.
    pub programme: Programme,
    /// What it promised for every institution without its own range.
    pub tier: Option<Tier>,
    /// How much is seen.
    pub sight: Sight,
    /// Its counts.
    pub totals: Totals,
    /// Today.
    pub today: NaiveDate,
    /// What can be said about the end, all institutions together.
    pub prospect: Prospect,
    /// When colleagues finished, and how the end date moved.
    pub over_time: OverTime,
    /// Whether the asker may change the programme.
    pub may_change: bool,
    /// The institutions on this page of the table.
    pub rows: Vec<Figures>,
    /// Whether more follow.
    pub more: bool,
    /// The institutions that miss most to their minimum, at most ten.
    pub farthest: Vec<Figures>,
    /// Institutions with trainers who delivered nothing, at most ten.
    pub silent: Vec<Figures>,
    /// How complete the evidence of its sessions is (rule 12).
    pub evidence: Completeness,
    /// Institutions with sessions that lack evidence, by name, at most ten.
    pub lacking: Vec<Lacking>,
}

/// A programme on the list of programmes.
#[derive(Clone, Debug)]
pub struct Listed {
    /// The programme.
    pub programme: Programme,
    /// Its counts.
    pub totals: Totals,
}

/// The programmes that somebody sees, by their roles; oldest first.
///
/// # Errors
/// [`ServiceError::SignIn`] for a visitor; when the database fails.
pub async fn programmes(services: &Services, actor: &Actor) -> Result<Vec<Listed>, ServiceError> {
    actor.person().ok_or(ServiceError::SignIn)?;
    let ids = seen_by(actor);
    let db = services.store.read();
    let totals = programme_table::totals_of(db, &ids).await?;
    let listed = store::programme::several(db, &ids).await?;
    Ok(listed
        .into_iter()
        .map(|programme| Listed {
            totals: totals
                .iter()
                .find(|(id, _)| *id == programme.id)
                .map(|(_, totals)| *totals)
                .unwrap_or_default(),
            programme,
        })
        .collect())
}

/// The programmes that somebody's roles open.
#[must_use]
pub fn seen_by(actor: &Actor) -> Vec<ProgrammeId> {
    let mut ids: Vec<ProgrammeId> = actor
        .roles()
        .iter()
        .filter_map(|role| match *role {
            Role::Coordinator(id) | Role::PartnerTrainer(id) | Role::Observer(id) => Some(id),
            _ => None,
        })
        .filter(|id| see(actor, Action::SeeProgramme, &Subject::Programme(*id)).is_ok())
        .collect();
    ids.sort_unstable();
    ids.dedup();
    ids
}

/// The page of a programme: page `page` (from 0) of its table.
///
/// # Errors
/// [`ServiceError::Hidden`] when there is no such programme, or it is none of the asker's business.
pub async fn overview(
    services: &Services,
    actor: &Actor,
    id: ProgrammeId,
    show: Show,
    page: u64,
) -> Result<Overview, ServiceError> {
    let sight = see(actor, Action::SeeProgramme, &Subject::Programme(id))?;
    let today = services.now().date();
    let asked = Asked {
        programme: id,
        show,
        limit: PAGE + 1,
        offset: page.saturating_mul(PAGE),
        attention: ATTENTION,
        today,
    };
    let found = programme_page::current(&services.store, asked)
        .await?
        .ok_or(ServiceError::Hidden)?;
    let withheld = Withheld::from(sight, services.store.read(), id).await?;
    let (programme, totals) = (&found.programme, &found.totals);
    let basis = Basis::with(totals, found.seats.clone());
    let glance = Glance {
        programme,
        basis: &basis,
        today,
        sight,
        withheld,
    };
    let figures = |rows: &[Row]| -> Vec<Figures> {
        rows.iter().map(|row| Figures::of(row, glance)).collect()
    };
    let shown = found.rows.len().min(PAGE as usize);
    Ok(Overview {
        prospect: Prospect::of_programme(programme, totals, &basis, today),
        over_time: seen_over_time(found.over_time.clone(), sight),
        rows: figures(&found.rows[..shown]),
        more: found.rows.len() > shown,
        farthest: figures(&found.farthest),
        silent: figures(&found.silent),
        evidence: found.evidence,
        lacking: found.lacking.clone(),
        totals: *totals,
        tier: found.tier.clone(),
        may_change: allow(actor, Action::EditProgramme, &Subject::Programme(id)).is_ok(),
        sight,
        today,
        programme: programme.clone(),
    })
}

/// A programme over time as somebody sees it: figures name nobody, and of the colleagues who
/// finished they show only so many weeks that subtraction gives no small number of people.
fn seen_over_time(mut whole: OverTime, sight: Sight) -> OverTime {
    if sight == Sight::Everything {
        return whole;
    }
    whole.extensions.iter_mut().for_each(|one| one.by = None);
    let mut sums = vec![0];
    for (_, finished) in &whole.weeks {
        sums.push(sums[sums.len() - 1] + finished);
    }
    let mut shown = 0;
    let cells = nested(&sums).into_iter().skip(1);
    whole.weeks = whole
        .weeks
        .iter()
        .zip(cells)
        .filter_map(|((at, _), cell)| {
            let Cell::Shown(sum) = cell else { return None };
            let since = sum - shown;
            shown = sum;
            Some((*at, since))
        })
        .collect();
    whole
}

/// A programme's whole table, read piece by piece so that its length never fills the memory.
pub struct WholeTable {
    services: Services,
    programme: Programme,
    basis: Basis,
    sight: Sight,
    withheld: Withheld,
    last: Option<Row>,
}

/// The whole table of a programme, for a file.
///
/// # Errors
/// [`ServiceError::Hidden`] when there is no such programme, or it is none of the asker's business.
pub async fn whole_table(
    services: &Services,
    actor: &Actor,
    id: ProgrammeId,
) -> Result<WholeTable, ServiceError> {
    let sight = see(actor, Action::ExportProgramme, &Subject::Programme(id))?;
    let db = services.store.read();
    let (programme, _, totals) = programme_table::programme(db, id)
        .await?
        .ok_or(ServiceError::Hidden)?;
    Ok(WholeTable {
        basis: Basis::of(db, &programme, &totals, services.now().date()).await?,
        withheld: Withheld::from(sight, db, id).await?,
        services: services.clone(),
        programme,
        sight,
        last: None,
    })
}

impl WholeTable {
    /// The programme.
    #[must_use]
    pub fn programme(&self) -> &Programme {
        &self.programme
    }

    /// The next rows; none at the end.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn next(&mut self) -> Result<Vec<Figures>, ServiceError> {
        let db = self.services.store.read();
        let rows = read_piece(db, self.programme.id, self.last.as_ref()).await?;
        if let Some(last) = rows.last() {
            self.last = Some(last.clone());
        }
        let glance = Glance {
            programme: &self.programme,
            basis: &self.basis,
            today: self.services.now().date(),
            sight: self.sight,
            withheld: self.withheld,
        };
        Ok(rows.iter().map(|row| Figures::of(row, glance)).collect())
    }
}

async fn read_piece(
    db: &impl ConnectionTrait,
    programme: ProgrammeId,
    last: Option<&Row>,
) -> Result<Vec<Row>, ServiceError> {
    Ok(programme_table::following(db, programme, last, PIECE).await?)
}
