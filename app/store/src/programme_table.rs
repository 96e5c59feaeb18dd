//! A programme's counts and its table of institutions: read as they stand, never counted again,
//! so that a dashboard costs by what it shows.

use std::cmp::Reverse;

use chrono::NaiveDate;
use domain::cascade::forecast::PassThrough;
use domain::cascade::passage::Passage;
use domain::cascade::small_cells::SMALLEST_PUBLISHED;
use domain::cascade::target::TargetRange;
use domain::clock::Timestamp;
use domain::ids::{InstitutionId, ProgrammeId};
use sea_orm::{
    ConnectionTrait, EntityTrait, FromQueryResult, QueryFilter, Value, entity::prelude::*,
};

use crate::entity::{programme, programme_tally, tier};
use crate::programme::{Programme, Tier, count, day, record};
use crate::tally::passage;
use crate::{StoreError, sql};

/// The counts of a whole programme.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Totals {
    /// Institutions that take part.
    pub institutions: u32,
    /// Those with a minimum to reach.
    pub with_target: u32,
    /// Those at or above their minimum.
    pub reached: u32,
    /// How many colleagues are missing to the minimums of the others.
    pub missing: u32,
    /// Colleagues ever enrolled.
    pub heads: u32,
    /// Those who did anything.
    pub heads_started: u32,
    /// Those who completed a participation.
    pub heads_finished: u32,
    /// Participations.
    pub participations: u32,
    /// Completed participations.
    pub participations_finished: u32,
    /// Trainers.
    pub trainers: u32,
    /// Those who delivered a session.
    pub trainers_active: u32,
    /// How far participations came.
    pub passage: Passage,
    /// People on the registers of delivered sessions, and those of them who were there.
    pub show: PassThrough,
}

/// One institution's row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// The institution.
    pub institution: InstitutionId,
    /// Its name.
    pub name: String,
    /// The target range in force.
    pub range: Option<TargetRange>,
    /// Trainers.
    pub trainers: u32,
    /// Those who delivered a session.
    pub trainers_active: u32,
    /// Colleagues ever enrolled: each has finished, is withdrawn, or is under way.
    pub heads: u32,
    /// Those who did anything.
    pub heads_started: u32,
    /// Those who completed a participation.
    pub heads_finished: u32,
    /// Those withdrawn before they completed one.
    pub heads_withdrawn: u32,
    /// Participations.
    pub participations: u32,
    /// Completed participations.
    pub participations_finished: u32,
    /// The last moment that any colleague did anything.
    pub last_activity: Option<Timestamp>,
    /// The day of the last delivered session.
    pub last_session: Option<NaiveDate>,
    /// How far participations came.
    pub passage: Passage,
    key: String,
}

/// Which institutions a table shows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Show {
    /// All of them.
    #[default]
    All,
    /// Those below their minimum.
    BelowMinimum,
    /// Those with trainers of whom none has delivered anything.
    Silent,
}

impl Show {
    // As the partial indexes say it, so that they are used.
    fn condition(self) -> &'static str {
        match self {
            Self::All => "",
            // Never "> 0": SQLite would go by the index that orders by what is missing, and sort.
            Self::BelowMinimum => " and missing <> 0",
            Self::Silent => " and trainers > 0 and trainers_active = 0",
        }
    }
}

/// A count of people that a table publishes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Measure {
    /// Colleagues ever enrolled.
    Enrolled,
    /// Those who completed a participation.
    Finished,
}

/// A programme with its general tier and its counts: the head of its page.
///
/// # Errors
/// When the database fails.
pub async fn programme(
    db: &impl ConnectionTrait,
    id: ProgrammeId,
) -> Result<Option<(Programme, Option<Tier>, Totals)>, StoreError> {
    let found = programme::Entity::find_by_id(id.0)
        .find_also_related(programme_tally::Entity)
        .find_also_related(tier::Entity)
        .one(db)
        .await?;
    Ok(found.map(|(row, tally, tier)| {
        let totals = tally.as_ref().map(read_totals).unwrap_or_default();
        (record(row), tier.map(crate::tier::read), totals)
    }))
}

/// The counts of several programmes, in no order.
///
/// # Errors
/// When the database fails.
pub async fn totals_of(
    db: &impl ConnectionTrait,
    programmes: &[ProgrammeId],
) -> Result<Vec<(ProgrammeId, Totals)>, StoreError> {
    let rows = programme_tally::Entity::find()
        .filter(programme_tally::Column::ProgrammeId.is_in(programmes.iter().map(|one| one.0)))
        .all(db)
        .await?;
    Ok(rows
        .iter()
        .map(|row| (ProgrammeId(row.programme_id), read_totals(row)))
        .collect())
}

/// A page of the table, by name.
///
/// # Errors
/// When the database fails.
pub async fn page(
    db: &impl ConnectionTrait,
    programme: ProgrammeId,
    show: Show,
    limit: u64,
    offset: u64,
) -> Result<Vec<Row>, StoreError> {
    let rest = format!(
        "{} order by name_key, institution_id limit {limit} offset {offset}",
        show.condition()
    );
    select(db, &rest, vec![programme.0.into()]).await
}

/// The rows that follow `last` in the table by name; the first ones without it. However long the
/// table, each call costs the same.
///
/// # Errors
/// When the database fails.
pub async fn following(
    db: &impl ConnectionTrait,
    programme: ProgrammeId,
    last: Option<&Row>,
    limit: u64,
) -> Result<Vec<Row>, StoreError> {
    let mut values: Vec<Value> = vec![programme.0.into()];
    let after = last.map_or("", |last| {
        values.extend([last.key.clone().into(), last.institution.0.into()]);
        " and (name_key, institution_id) > ($2, $3)"
    });
    select(
        db,
        &format!("{after} order by name_key, institution_id limit {limit}"),
        values,
    )
    .await
}

/// What needs attention, at most `limit` institutions each: those that miss most to their minimum,
/// the farthest first; and those with trainers of whom none has delivered anything, by name.
///
/// # Errors
/// When the database fails.
pub async fn attention(
    db: &impl ConnectionTrait,
    programme: ProgrammeId,
    limit: u64,
) -> Result<(Vec<Row>, Vec<Row>), StoreError> {
    #[derive(FromQueryResult)]
    struct Found {
        is_silent: i32,
        #[sea_orm(nested)]
        row: Stored,
    }
    let (silent, columns) = (Show::Silent.condition(), columns());
    let text = format!(
        "select * from (select 0 as is_silent, {columns} from programme_institution \
           where programme_id = $1 and missing > 0 \
           order by missing desc, institution_id limit {limit}) farthest \
         union all \
         select * from (select 1 as is_silent, {columns} from programme_institution \
           where programme_id = $1{silent} order by name_key, institution_id limit {limit}) silent"
    );
    let found: Vec<Found> = sql::all(db, &text, vec![programme.0.into()]).await?;
    let (silent, farthest): (Vec<_>, Vec<_>) =
        found.into_iter().partition(|one| one.is_silent != 0);
    let rows =
        |found: Vec<Found>| -> Vec<Row> { found.into_iter().map(|one| read(one.row)).collect() };
    let (mut farthest, mut silent) = (rows(farthest), rows(silent));
    let missing = |row: &Row| {
        row.range
            .map(|range| range.min().saturating_sub(row.heads_finished))
    };
    farthest.sort_by_key(|row| (Reverse(missing(row)), row.institution));
    silent.sort_by(|one, other| (&one.key, one.institution).cmp(&(&other.key, other.institution)));
    Ok((farthest, silent))
}

/// One institution's row.
///
/// # Errors
/// When the database fails.
pub async fn row(
    db: &impl ConnectionTrait,
    programme: ProgrammeId,
    institution: InstitutionId,
) -> Result<Option<Row>, StoreError> {
    let values = vec![programme.0.into(), institution.0.into()];
    Ok(select(db, " and institution_id = $2", values)
        .await?
        .into_iter()
        .next())
}

/// Where a small count could be found by subtracting all others from the programme's total,
/// because it is the only one: the institution whose count, the next smallest, is withheld too
/// (rule 11).
///
/// # Errors
/// When the database fails.
pub async fn neighbour_of_the_only_small_count(
    db: &impl ConnectionTrait,
    programme: ProgrammeId,
    measure: Measure,
) -> Result<Option<InstitutionId>, StoreError> {
    let column = match measure {
        Measure::Enrolled => "heads",
        Measure::Finished => "heads_finished",
    };
    let find = async |condition: String| -> Result<Vec<Named>, StoreError> {
        let text = format!(
            "select institution_id from programme_institution where programme_id = $1 and {condition}"
        );
        sql::all(db, &text, vec![programme.0.into()]).await
    };
    let small = find(format!(
        "{column} > 0 and {column} < {SMALLEST_PUBLISHED} limit 2"
    ))
    .await?;
    if small.len() != 1 {
        return Ok(None);
    }
    let next = find(format!(
        "{column} >= {SMALLEST_PUBLISHED} order by {column}, institution_id limit 1"
    ))
    .await?;
    Ok(next.first().map(|row| InstitutionId(row.institution_id)))
}

#[derive(FromQueryResult)]
struct Named {
    institution_id: Uuid,
}

/// The columns of a [`Row`].
fn columns() -> String {
    format!(
        "institution_id, name, name_key, target_min, target_max, trainers, trainers_active, heads, \
         heads_started, heads_finished, heads_withdrawn, participations, participations_finished, \
         last_activity_at, last_session_on, {}",
        passage::COLUMNS.join(", ")
    )
}

#[derive(FromQueryResult)]
struct Stored {
    institution_id: Uuid,
    name: String,
    name_key: String,
    target_min: Option<i32>,
    target_max: Option<i32>,
    trainers: i32,
    trainers_active: i32,
    heads: i32,
    heads_started: i32,
    heads_finished: i32,
    heads_withdrawn: i32,
    participations: i32,
    participations_finished: i32,
    last_activity_at: Option<i64>,
    last_session_on: Option<String>,
    #[sea_orm(nested)]
    passage: passage::Stored,
}

async fn select(
    db: &impl ConnectionTrait,
    rest: &str,
    values: Vec<Value>,
) -> Result<Vec<Row>, StoreError> {
    let columns = columns();
    let text = format!("select {columns} from programme_institution where programme_id = $1{rest}");
    let rows: Vec<Stored> = sql::all(db, &text, values).await?;
    Ok(rows.into_iter().map(read).collect())
}

fn read(row: Stored) -> Row {
    let range = row
        .target_min
        .zip(row.target_max)
        .and_then(|(min, max)| TargetRange::new(count(min), count(max)).ok());
    Row {
        institution: InstitutionId(row.institution_id),
        name: row.name,
        range,
        trainers: count(row.trainers),
        trainers_active: count(row.trainers_active),
        heads: count(row.heads),
        heads_started: count(row.heads_started),
        heads_finished: count(row.heads_finished),
        heads_withdrawn: count(row.heads_withdrawn),
        participations: count(row.participations),
        participations_finished: count(row.participations_finished),
        last_activity: row.last_activity_at.map(Timestamp),
        last_session: row.last_session_on.as_deref().and_then(day),
        passage: row.passage.passage(),
        key: row.name_key,
    }
}

fn read_totals(row: &programme_tally::Model) -> Totals {
    Totals {
        institutions: count(row.institutions),
        with_target: count(row.with_target),
        reached: count(row.reached),
        missing: count(row.missing),
        heads: count(row.heads),
        heads_started: count(row.heads_started),
        heads_finished: count(row.heads_finished),
        participations: count(row.participations),
        participations_finished: count(row.participations_finished),
        trainers: count(row.trainers),
        trainers_active: count(row.trainers_active),
        passage: passage::of_programme(row),
        show: PassThrough {
            observed: count(row.expected),
            succeeded: count(row.present),
        },
    }
}
