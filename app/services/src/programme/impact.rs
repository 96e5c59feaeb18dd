//! What anybody may know of a programme: its figures, none of them about fewer than five people.

use chrono::NaiveDate;
use domain::cascade::evidence::Completeness;
use domain::cascade::small_cells::{Cell, nested};
use domain::ids::ProgrammeId;
use domain::people::Actor;
use domain::policy::{Action, Subject};
use store::programme::{Programme, Tier};
use store::programme_table::{self, Row, Show};

use super::figures::{Figures, Glance, Withheld};
use super::overview::PAGE;
use super::prospect::Basis;
use crate::sight::{Sight, see};
use crate::{ServiceError, Services, local};

/// A programme's public figures.
#[derive(Clone, Debug, PartialEq)]
pub struct Impact {
    /// The programme.
    pub programme: Programme,
    /// What it promised for every institution without its own range.
    pub tier: Option<Tier>,
    /// The day on which this was counted.
    pub today: NaiveDate,
    /// Institutions that take part.
    pub institutions: u32,
    /// Those with a minimum to reach.
    pub with_target: u32,
    /// Those at or above their minimum.
    pub reached: u32,
    /// Colleagues ever enrolled, each once.
    pub enrolled: Cell,
    /// Colleagues who did anything.
    pub started: Cell,
    /// Colleagues who completed a participation.
    pub finished: Cell,
    /// Participations: one person in two cohorts is two.
    pub participations: Cell,
    /// Completed participations.
    pub participations_finished: Cell,
    /// How complete the evidence of its sessions is.
    pub evidence: Completeness,
    /// The institutions on this page.
    pub rows: Vec<Figures>,
    /// Whether more follow.
    pub more: bool,
}

/// The programmes whose figures anybody may read, oldest first.
///
/// # Errors
/// When the database fails.
pub async fn with_impact(
    services: &Services,
    actor: &Actor,
) -> Result<Vec<Programme>, ServiceError> {
    let all = store::programme::all(services.store.read()).await?;
    let public = |one: &Programme| {
        see(
            actor,
            Action::ReadPublicFigures,
            &Subject::Programme(one.id),
        )
        .is_ok()
    };
    Ok(all.into_iter().filter(public).collect())
}

/// A programme's public figures, with page `page` (from 0) of its institutions. Everybody sees the
/// same: who may see more has the programme's own page for that.
///
/// # Errors
/// [`ServiceError::Hidden`] when there is no such programme.
pub async fn impact(
    services: &Services,
    actor: &Actor,
    id: ProgrammeId,
    page: u64,
) -> Result<Impact, ServiceError> {
    see(actor, Action::ReadPublicFigures, &Subject::Programme(id))?;
    let db = services.store.read();
    let (programme, tier, totals) = programme_table::programme(db, id)
        .await?
        .ok_or(ServiceError::Hidden)?;
    let today = local::day(services.now());
    let glance = Glance {
        programme: &programme,
        // Figures show no forecast.
        basis: &Basis::default(),
        today,
        sight: Sight::Figures,
        withheld: Withheld::from(Sight::Figures, db, id).await?,
    };
    let offset = page.saturating_mul(PAGE);
    let mut rows = programme_table::page(db, id, Show::All, PAGE + 1, offset).await?;
    let more = rows.len() > PAGE as usize;
    rows.truncate(PAGE as usize);
    let rows = rows
        .into_iter()
        .map(|row: Row| Figures::of(&row, glance))
        .collect();
    let (evidence, _) = store::evidence::of_programme(db, id, 0).await?;
    // Each count contains the next: subtraction must give no small number of people either.
    let mut heads =
        nested(&[totals.heads, totals.heads_started, totals.heads_finished]).into_iter();
    let mut parts = nested(&[totals.participations, totals.participations_finished]).into_iter();
    let mut head = || heads.next().unwrap_or(Cell::Suppressed);
    let mut part = || parts.next().unwrap_or(Cell::Suppressed);
    Ok(Impact {
        enrolled: head(),
        started: head(),
        finished: head(),
        participations: part(),
        participations_finished: part(),
        institutions: totals.institutions,
        with_target: totals.with_target,
        reached: totals.reached,
        evidence,
        rows,
        more,
        tier,
        today,
        programme,
    })
}
