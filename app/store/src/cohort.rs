//! Cohorts: a group of colleagues and the trainers who take them through a course.

use std::collections::HashMap;

use domain::cascade::tally::CohortTally;
use domain::clock::Timestamp;
use domain::course::{Owing, Slug};
use domain::ids::{CohortId, CourseVersionId, InstitutionId, PersonId, ProgrammeId};
use sea_orm::{
    Condition, ConnectionTrait, EntityTrait, FromQueryResult, PaginatorTrait, QueryFilter,
    QueryOrder, QuerySelect, QueryTrait, Set, entity::prelude::*, sea_query::ExprTrait,
};
use serde::{Deserialize, Serialize};

use crate::entity::{cohort, cohort_trainer};
use crate::programme::count;
use crate::{StoreError, sql};

/// How a cohort learns together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Mode {
    /// In sessions: who attended was trained by who delivered.
    Sessions,
    /// Alone, with the trainers' help: who completes was trained by the cohort's trainers.
    SelfPaced,
}

impl Mode {
    /// The word kept in the database and in forms.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Sessions => "sessions",
            Self::SelfPaced => "self_paced",
        }
    }

    /// The mode a code stands for.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        [Self::Sessions, Self::SelfPaced]
            .into_iter()
            .find(|mode| mode.code() == code)
    }
}

/// Who a cohort is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Audience {
    /// Colleagues at home: they count towards the institution's target.
    Colleagues,
    /// Future trainers: the first generation.
    Trainers,
}

impl Audience {
    /// The word kept in the database and in forms.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Colleagues => "colleagues",
            Self::Trainers => "trainers",
        }
    }

    /// The audience a code stands for.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        [Self::Colleagues, Self::Trainers]
            .into_iter()
            .find(|audience| audience.code() == code)
    }
}

/// A cohort with its tally.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cohort {
    /// Its id.
    pub id: CohortId,
    /// The programme that counts it.
    pub programme: ProgrammeId,
    /// Where it is held.
    pub institution: InstitutionId,
    /// What it learns.
    pub course_version: CourseVersionId,
    /// Its name.
    pub title: String,
    /// How it learns.
    pub mode: Mode,
    /// Who it is for.
    pub audience: Audience,
    /// Who made it.
    pub created_by: PersonId,
    /// When it was made.
    pub created_at: Timestamp,
    /// Counts changes, so that a stale form is refused.
    pub revision: i64,
    /// The track of its course that whoever is enrolled begins with; none: the whole course.
    pub track: Option<Slug>,
    /// Its counts.
    pub tally: CohortTally,
}

impl Cohort {
    /// What somebody in it owes who follows this track.
    #[must_use]
    pub fn owing<'a>(&self, track: Option<&'a Slug>) -> Owing<'a> {
        Owing {
            track,
            of_trainers: self.audience == Audience::Trainers,
        }
    }
}

/// Keeps a new cohort with its trainers.
///
/// # Errors
/// When the database fails.
pub async fn create(
    db: &impl ConnectionTrait,
    cohort: &Cohort,
    trainers: &[PersonId],
) -> Result<(), StoreError> {
    let row = cohort::ActiveModel {
        id: Set(cohort.id.0),
        programme_id: Set(cohort.programme.0),
        institution_id: Set(cohort.institution.0),
        course_version_id: Set(cohort.course_version.0),
        title: Set(cohort.title.clone()),
        mode: Set(cohort.mode.code().to_owned()),
        audience: Set(cohort.audience.code().to_owned()),
        created_by: Set(cohort.created_by.0),
        created_at: Set(cohort.created_at.0),
        revision: Set(cohort.revision),
        track: Set(cohort.track.as_ref().map(Slug::to_string)),
        ..Default::default()
    };
    cohort::Entity::insert(row)
        .exec_without_returning(db)
        .await?;
    for trainer in trainers {
        add_trainer(db, cohort.id, *trainer, cohort.created_at).await?;
    }
    Ok(())
}

/// Names one more trainer of a cohort; naming one twice changes nothing.
///
/// # Errors
/// When the database fails.
pub async fn add_trainer(
    db: &impl ConnectionTrait,
    cohort: CohortId,
    trainer: PersonId,
    now: Timestamp,
) -> Result<(), StoreError> {
    sql::run(
        db,
        "insert into cohort_trainer (cohort_id, person_id, added_at) values ($1, $2, $3) \
         on conflict (cohort_id, person_id) do nothing",
        [cohort.0.into(), trainer.0.into(), now.0.into()],
    )
    .await?;
    Ok(())
}

/// Somebody trains a cohort no longer. What they delivered stays theirs.
///
/// # Errors
/// When the database fails.
pub async fn remove_trainer(
    db: &impl ConnectionTrait,
    cohort: CohortId,
    trainer: PersonId,
) -> Result<(), StoreError> {
    sql::run(
        db,
        "delete from cohort_trainer where cohort_id = $1 and person_id = $2",
        [cohort.0.into(), trainer.0.into()],
    )
    .await?;
    Ok(())
}

/// A cohort.
///
/// # Errors
/// When the database fails.
pub async fn by_id(db: &impl ConnectionTrait, id: CohortId) -> Result<Option<Cohort>, StoreError> {
    Ok(cohort::Entity::find_by_id(id.0).one(db).await?.map(record))
}

/// A cohort, locked until the transaction ends: what depends on who is in it happens one by one.
///
/// # Errors
/// When the database fails.
pub async fn lock(db: &impl ConnectionTrait, id: CohortId) -> Result<Option<Cohort>, StoreError> {
    let row = cohort::Entity::find_by_id(id.0)
        .lock_exclusive()
        .one(db)
        .await?;
    Ok(row.map(record))
}

/// Changes a cohort's title, unless somebody else changed the cohort since `revision`; answers
/// whether it did.
///
/// # Errors
/// When the database fails.
pub async fn rename(
    db: &impl ConnectionTrait,
    id: CohortId,
    title: &str,
    revision: i64,
) -> Result<bool, StoreError> {
    let touched = sql::run(
        db,
        "update cohort set title = $1, revision = revision + 1 where id = $2 and revision = $3",
        [title.into(), id.0.into(), revision.into()],
    )
    .await?;
    Ok(touched == 1)
}

/// The trainers of a cohort, in the order they were added.
///
/// # Errors
/// When the database fails.
pub async fn trainers(
    db: &impl ConnectionTrait,
    cohort: CohortId,
) -> Result<Vec<PersonId>, StoreError> {
    let rows = cohort_trainer::Entity::find()
        .filter(cohort_trainer::Column::CohortId.eq(cohort.0))
        .order_by_asc(cohort_trainer::Column::AddedAt)
        .order_by_asc(cohort_trainer::Column::PersonId)
        .all(db)
        .await?;
    Ok(rows
        .into_iter()
        .map(|row| PersonId(row.person_id))
        .collect())
}

/// The names of several cohorts' trainers.
///
/// # Errors
/// When the database fails.
pub async fn trainer_names(
    db: &impl ConnectionTrait,
    cohorts: &[CohortId],
) -> Result<HashMap<CohortId, Vec<(PersonId, String)>>, StoreError> {
    #[derive(FromQueryResult)]
    struct Row {
        cohort_id: Uuid,
        person_id: Uuid,
        name: String,
    }
    let mut names: HashMap<CohortId, Vec<(PersonId, String)>> = HashMap::new();
    for chunk in cohorts.chunks(sql::CHUNK) {
        let rows: Vec<Row> = sql::all(
            db,
            &format!(
                "select t.cohort_id, t.person_id, p.name from cohort_trainer t \
                 join person p on p.id = t.person_id where t.cohort_id in ({}) order by p.name_key",
                sql::placeholders(0, chunk.len())
            ),
            chunk.iter().map(|cohort| cohort.0.into()).collect(),
        )
        .await?;
        for row in rows {
            names
                .entry(CohortId(row.cohort_id))
                .or_default()
                .push((PersonId(row.person_id), row.name));
        }
    }
    Ok(names)
}

/// Which cohorts somebody sees: any of these is enough.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reach {
    /// Every cohort of these programmes.
    pub programmes: Vec<ProgrammeId>,
    /// Every cohort at these institutions.
    pub institutions: Vec<InstitutionId>,
    /// Those that this person trains at [`Reach::trains_at`] or in [`Reach::trains_in`].
    pub trainer: Option<PersonId>,
    /// Where they are a trainer.
    pub trains_at: Vec<InstitutionId>,
    /// Where they are a partner trainer.
    pub trains_in: Vec<ProgrammeId>,
}

/// A page of the cohorts within reach, newest first, and how many there are in all.
///
/// # Errors
/// When the database fails.
pub async fn within(
    db: &impl ConnectionTrait,
    reach: &Reach,
    limit: u64,
    offset: u64,
) -> Result<(Vec<Cohort>, u64), StoreError> {
    let which = reach.condition();
    let total = cohort::Entity::find()
        .filter(which.clone())
        .count(db)
        .await?;
    Ok((page(db, which, limit, offset).await?, total))
}

impl Reach {
    fn condition(&self) -> Condition {
        let programmes =
            |ids: &[ProgrammeId]| cohort::Column::ProgrammeId.is_in(ids.iter().map(|id| id.0));
        let institutions =
            |ids: &[InstitutionId]| cohort::Column::InstitutionId.is_in(ids.iter().map(|id| id.0));
        let trained = self.trainer.map(|trainer| {
            let named = cohort_trainer::Entity::find()
                .select_only()
                .column(cohort_trainer::Column::CohortId)
                .filter(cohort_trainer::Column::PersonId.eq(trainer.0))
                .into_query();
            Condition::all()
                .add(cohort::Column::Id.in_subquery(named))
                .add(
                    Condition::any()
                        .add(institutions(&self.trains_at))
                        .add(programmes(&self.trains_in)),
                )
        });
        Condition::any()
            .add(programmes(&self.programmes))
            .add(institutions(&self.institutions))
            .add_option(trained)
    }
}

/// The cohorts of an institution in a programme, newest first.
///
/// # Errors
/// When the database fails.
pub async fn of_institution(
    db: &impl ConnectionTrait,
    programme: ProgrammeId,
    institution: InstitutionId,
    limit: u64,
    offset: u64,
) -> Result<Vec<Cohort>, StoreError> {
    let there = cohort::Column::ProgrammeId
        .eq(programme.0)
        .and(cohort::Column::InstitutionId.eq(institution.0));
    page(db, there, limit, offset).await
}

/// The cohorts of a programme, newest first.
///
/// # Errors
/// When the database fails.
pub async fn of_programme(
    db: &impl ConnectionTrait,
    programme: ProgrammeId,
    limit: u64,
    offset: u64,
) -> Result<Vec<Cohort>, StoreError> {
    page(
        db,
        cohort::Column::ProgrammeId.eq(programme.0),
        limit,
        offset,
    )
    .await
}

async fn page(
    db: &impl ConnectionTrait,
    which: impl sea_orm::sea_query::IntoCondition,
    limit: u64,
    offset: u64,
) -> Result<Vec<Cohort>, StoreError> {
    let rows = cohort::Entity::find()
        .filter(which)
        .order_by_desc(cohort::Column::CreatedAt)
        .order_by_desc(cohort::Column::Id)
        .limit(limit)
        .offset(offset)
        .all(db)
        .await?;
    Ok(rows.into_iter().map(record).collect())
}

/// A track as it is kept: by its name.
pub(crate) fn track(kept: Option<String>) -> Option<Slug> {
    kept.and_then(|slug| slug.parse().ok())
}

pub(crate) fn record(row: cohort::Model) -> Cohort {
    Cohort {
        id: CohortId(row.id),
        programme: ProgrammeId(row.programme_id),
        institution: InstitutionId(row.institution_id),
        course_version: CourseVersionId(row.course_version_id),
        title: row.title,
        mode: Mode::from_code(&row.mode).unwrap_or(Mode::Sessions),
        audience: Audience::from_code(&row.audience).unwrap_or(Audience::Colleagues),
        created_by: PersonId(row.created_by),
        created_at: Timestamp(row.created_at),
        revision: row.revision,
        track: track(row.track),
        tally: CohortTally {
            invited: count(row.people),
            started: count(row.started),
            finished: count(row.finished),
            withdrawn: count(row.withdrawn),
            open: count(row.open),
            last_activity: row.last_activity_at.map(Timestamp),
        },
    }
}
