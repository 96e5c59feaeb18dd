//! Colleagues by units.

use std::collections::{BTreeSet, HashMap};
use std::sync::Arc;

use domain::course::Owing;
use domain::ids::{CourseVersionId, InstitutionId, PersonId, ProgrammeId, UnitId};
use domain::language::Language;
use domain::names::collation_key;
use domain::people::Actor;
use domain::policy::Action;
use store::institution::{Colleague, UnitState, colleagues, course_versions, unit_states};
use store::programme::Institution;

use super::{Wanted, programme_of};
use crate::access::Pages;
use crate::course::{Edition, UnitPlace, edition_of};
use crate::sight::Sight;
use crate::{ServiceError, Services};

/// Colleagues on one page of the matrix.
pub const PAGE: u64 = 50;
/// Colleagues read at a time for a file.
const PIECE: usize = 500;

/// Colleagues by units of one course.
#[derive(Clone, Debug)]
pub struct Matrix {
    /// The course.
    pub edition: Arc<Edition>,
    /// The other courses that the institution's cohorts take.
    pub others: Vec<Arc<Edition>>,
    /// The units asked of colleagues, in course order.
    pub units: Vec<UnitPlace>,
    /// The colleagues on this page.
    pub lines: Vec<Line>,
    /// The page, from 0.
    pub page: u64,
    /// How many colleagues there are in all.
    pub count: u64,
}

/// One colleague's line.
#[derive(Clone, Debug)]
pub struct Line {
    /// Who.
    pub colleague: Colleague,
    /// Whether the asker may open their page: a guest from another institution has only a name.
    pub open: bool,
    /// How far they are in each unit; `None`: not opened.
    pub states: Vec<Option<UnitState>>,
    /// Whether they owe each unit: the others are not in their track.
    pub owed: Vec<bool>,
}

/// The page of the matrix that is wanted; `None` when the institution has no cohort.
pub(super) async fn page(
    services: &Services,
    actor: &Actor,
    programme: ProgrammeId,
    institution: InstitutionId,
    wanted: Wanted,
) -> Result<Option<Matrix>, ServiceError> {
    let db = services.store.read();
    let versions = course_versions(db, programme, institution).await?;
    let Some(version) = chosen(&versions, wanted.course) else {
        return Ok(None);
    };
    let edition = edition_of(services, version).await?;
    let mut others = Vec::new();
    for other in versions.into_iter().filter(|other| *other != version) {
        others.push(edition_of(services, other).await?);
    }
    let people = colleagues(db, programme, institution, version).await?;
    let count = people.len() as u64;
    let people = pick(in_order(people, wanted.language), wanted.page);
    let units = units_of(&edition);
    Ok(Some(Matrix {
        lines: lines(services, actor, programme, people, &edition, &units).await?,
        edition,
        others,
        units,
        page: wanted.page,
        count,
    }))
}

/// In the order of the reader's alphabet.
fn in_order(mut people: Vec<Colleague>, language: Language) -> Vec<Colleague> {
    people.sort_by_cached_key(|one| (collation_key(&one.name, language), one.person));
    people
}

fn pick(people: Vec<Colleague>, page: u64) -> Vec<Colleague> {
    let before = usize::try_from(page.saturating_mul(PAGE)).unwrap_or(usize::MAX);
    people
        .into_iter()
        .skip(before)
        .take(PAGE as usize)
        .collect()
}

fn chosen(
    versions: &[CourseVersionId],
    wanted: Option<CourseVersionId>,
) -> Option<CourseVersionId> {
    wanted
        .filter(|wanted| versions.contains(wanted))
        .or_else(|| versions.first().copied())
}

/// What colleagues take: a module for trainers only is not asked of them.
fn units_of(edition: &Edition) -> Vec<UnitPlace> {
    edition
        .units()
        .iter()
        .copied()
        .filter(|place| !edition.is_for_trainers(*place))
        .collect()
}

async fn lines(
    services: &Services,
    actor: &Actor,
    programme: ProgrammeId,
    people: Vec<Colleague>,
    edition: &Edition,
    units: &[UnitPlace],
) -> Result<Vec<Line>, ServiceError> {
    let ids: Vec<PersonId> = people.iter().map(|colleague| colleague.person).collect();
    let unit_ids: Vec<UnitId> = units.iter().map(|place| place.id).collect();
    let read = services.store.read();
    let states: HashMap<(PersonId, UnitId), UnitState> = unit_states(read, &ids, &unit_ids).await?;
    let pages = Pages::of(read, &ids).await?;
    Ok(people
        .into_iter()
        .map(|colleague| Line {
            states: unit_ids
                .iter()
                .map(|unit| states.get(&(colleague.person, *unit)).copied())
                .collect(),
            owed: owed(edition, &colleague, &unit_ids),
            open: pages.open(actor, colleague.person, programme, &[]),
            colleague,
        })
        .collect())
}

/// Whether a colleague owes each of these units in any of their cohorts.
fn owed(edition: &Edition, colleague: &Colleague, units: &[UnitId]) -> Vec<bool> {
    let of_track = |track: &Option<_>| {
        let owing = Owing {
            track: track.as_ref(),
            of_trainers: false,
        };
        edition.required(owing)
    };
    let owed: BTreeSet<UnitId> = colleague.tracks.iter().flat_map(of_track).collect();
    units.iter().map(|unit| owed.contains(unit)).collect()
}

/// The whole matrix; how far everybody is, is read piece by piece.
pub struct WholeMatrix {
    services: Services,
    actor: Actor,
    programme: ProgrammeId,
    rest: std::vec::IntoIter<Colleague>,
    /// The institution.
    pub institution: Institution,
    /// The course.
    pub edition: Arc<Edition>,
    /// The units asked of colleagues, in course order.
    pub units: Vec<UnitPlace>,
}

/// The whole matrix of an institution, for a file.
///
/// # Errors
/// [`ServiceError::Hidden`] when there is no such institution, it has no cohort, or the asker sees
/// no names there.
pub async fn whole_matrix(
    services: &Services,
    actor: &Actor,
    id: InstitutionId,
    wanted: Wanted,
) -> Result<WholeMatrix, ServiceError> {
    let (programme, _, sight) = programme_of(
        services,
        actor,
        Action::ExportInstitution,
        id,
        wanted.programme,
    )
    .await?;
    if sight == Sight::Figures {
        return Err(ServiceError::Hidden);
    }
    let db = services.store.read();
    let versions = course_versions(db, programme.id, id).await?;
    let version = chosen(&versions, wanted.course).ok_or(ServiceError::Hidden)?;
    let edition = edition_of(services, version).await?;
    let people = colleagues(db, programme.id, id, version).await?;
    Ok(WholeMatrix {
        services: services.clone(),
        actor: actor.clone(),
        programme: programme.id,
        rest: in_order(people, wanted.language).into_iter(),
        institution: store::programme::institution(db, id)
            .await?
            .ok_or(ServiceError::Hidden)?,
        units: units_of(&edition),
        edition,
    })
}

impl WholeMatrix {
    /// The next lines; none at the end.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn next(&mut self) -> Result<Vec<Line>, ServiceError> {
        let people = self.rest.by_ref().take(PIECE).collect();
        lines(
            &self.services,
            &self.actor,
            self.programme,
            people,
            &self.edition,
            &self.units,
        )
        .await
    }
}
