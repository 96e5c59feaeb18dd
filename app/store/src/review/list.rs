//! What a cohort handed in.

use domain::assessment::ReviewState;
use domain::clock::Timestamp;
use domain::ids::{
    CohortId, CourseVersionId, InstitutionId, PersonId, ProgrammeId, SubmissionId, UnitId,
};
use sea_orm::{ConnectionTrait, FromQueryResult, QueryResult, Value, entity::prelude::Uuid};

use super::{COLUMNS, REVIEWER, Review, Row};
use crate::{StoreError, sql};

/// Which texts are asked for.
#[derive(Clone, Copy, Debug)]
pub struct Asked {
    /// The cohort whose people handed them in.
    pub cohort: CohortId,
    /// Nobody reviews themself: the asker's own are left out.
    pub but_of: PersonId,
    /// The unit whose product is the learner's own business, if the course has one.
    pub but_product_of: Option<UnitId>,
    /// How they stand.
    pub state: ReviewState,
}

/// A text that somebody handed in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HandedIn {
    /// Its id.
    pub id: SubmissionId,
    /// Who handed it in.
    pub person: PersonId,
    /// Their name.
    pub name: String,
    /// The unit.
    pub unit: UnitId,
    /// The open question; empty for an activity's product.
    pub question: String,
    /// 1, 2, 3 …
    pub version: i32,
    /// The text.
    pub body: String,
    /// When it was handed in.
    pub at: Timestamp,
    /// What a trainer said about this version.
    pub review: Option<Review>,
}

/// What the people of a cohort who take part handed in, in the units that it works through.
const FROM: &str = "from participation p join cohort c on c.id = p.cohort_id \
    join unit u on u.course_version_id = c.course_version_id \
    join submission s on s.person_id = p.person_id and s.unit_id = u.id";
const COUNTS: &str = "p.withdrawn_at is null and not exists (select 1 from submission n \
    where n.person_id = s.person_id and n.unit_id = s.unit_id and n.question = s.question \
    and n.version > s.version)";
const SHOWN: &str = "s.id, s.person_id, w.name, s.unit_id, s.question, s.version, s.body, \
    s.submitted_at";

/// One page of the newest versions, oldest first.
///
/// # Errors
/// When the database fails.
pub async fn list(
    db: &impl ConnectionTrait,
    asked: Asked,
    skip: u64,
    take: u64,
) -> Result<Vec<HandedIn>, StoreError> {
    let (wanted, mut values) = wanted(asked);
    values.extend([number(take), number(skip)]);
    let (limit, offset) = (values.len() - 1, values.len());
    let text = format!(
        "select {SHOWN}, {COLUMNS} {FROM} join person w on w.id = s.person_id \
         left join review v on v.submission_id = s.id {REVIEWER} where {wanted} \
         order by s.submitted_at, s.id limit ${limit} offset ${offset}"
    );
    sql::all::<HandedIn>(db, &text, values).await
}

/// How many there are.
///
/// # Errors
/// When the database fails.
pub async fn count(db: &impl ConnectionTrait, asked: Asked) -> Result<u64, StoreError> {
    let (wanted, values) = wanted(asked);
    let text = format!(
        "select count(*) as n {FROM} left join review v on v.submission_id = s.id where {wanted}"
    );
    counted(db, &text, values).await
}

fn wanted(asked: Asked) -> (String, Vec<Value>) {
    let state = match asked.state {
        ReviewState::NotYet | ReviewState::Waiting => "v.submission_id is null",
        ReviewState::Returned => "v.accepted = false",
        ReviewState::Accepted => "v.accepted = true",
    };
    let product = asked.but_product_of.map_or(Uuid::nil(), |unit| unit.0);
    let text = format!(
        "p.cohort_id = $1 and s.person_id <> $2 and not (s.question = '' and s.unit_id = $3) \
         and {COUNTS} and {state}"
    );
    let values = vec![asked.cohort.0.into(), asked.but_of.0.into(), product.into()];
    (text, values)
}

/// One version that somebody who takes part in the cohort handed in, newest or not.
///
/// # Errors
/// When the database fails.
pub async fn find(
    db: &impl ConnectionTrait,
    cohort: CohortId,
    submission: SubmissionId,
) -> Result<Option<HandedIn>, StoreError> {
    let text = format!(
        "select {SHOWN}, {COLUMNS} {FROM} join person w on w.id = s.person_id \
         left join review v on v.submission_id = s.id {REVIEWER} \
         where p.cohort_id = $1 and p.withdrawn_at is null and s.id = $2"
    );
    sql::one(db, &text, vec![cohort.0.into(), submission.0.into()]).await
}

/// Every version of the same text, the newest first.
///
/// # Errors
/// When the database fails.
pub async fn versions(
    db: &impl ConnectionTrait,
    of: &HandedIn,
) -> Result<Vec<HandedIn>, StoreError> {
    let text = format!(
        "select {SHOWN}, {COLUMNS} from submission s join person w on w.id = s.person_id \
         left join review v on v.submission_id = s.id {REVIEWER} \
         where s.person_id = $1 and s.unit_id = $2 and s.question = $3 order by s.version desc"
    );
    let values = vec![
        of.person.0.into(),
        of.unit.0.into(),
        of.question.clone().into(),
    ];
    sql::all(db, &text, values).await
}

/// How many texts of one kind wait in a cohort.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Waiting {
    /// The cohort.
    pub cohort: CohortId,
    /// The programme that counts it.
    pub programme: ProgrammeId,
    /// Where it is held.
    pub institution: InstitutionId,
    /// What it learns.
    pub version: CourseVersionId,
    /// The unit.
    pub unit: UnitId,
    /// Whether they are the activity's products; else open answers.
    pub products: bool,
    /// How many.
    pub count: u64,
}

/// What waits in the cohorts that somebody trains, but their own.
///
/// # Errors
/// When the database fails.
pub async fn waiting_for(
    db: &impl ConnectionTrait,
    trainer: PersonId,
) -> Result<Vec<Waiting>, StoreError> {
    #[derive(FromQueryResult)]
    struct Counted {
        id: Uuid,
        programme_id: Uuid,
        institution_id: Uuid,
        course_version_id: Uuid,
        unit_id: Uuid,
        products: bool,
        n: i64,
    }
    let text = format!(
        "select c.id, c.programme_id, c.institution_id, c.course_version_id, s.unit_id, \
         s.question = '' as products, count(*) as n {FROM} \
         where c.id in (select t.cohort_id from cohort_trainer t where t.person_id = $1) \
         and s.person_id <> $1 and {COUNTS} \
         and not exists (select 1 from review v where v.submission_id = s.id) \
         group by c.id, c.programme_id, c.institution_id, c.course_version_id, s.unit_id, \
         s.question = ''"
    );
    let rows: Vec<Counted> = sql::all(db, &text, vec![trainer.0.into()]).await?;
    let waiting = |row: Counted| Waiting {
        cohort: CohortId(row.id),
        programme: ProgrammeId(row.programme_id),
        institution: InstitutionId(row.institution_id),
        version: CourseVersionId(row.course_version_id),
        unit: UnitId(row.unit_id),
        products: row.products,
        count: u64::try_from(row.n).unwrap_or_default(),
    };
    Ok(rows.into_iter().map(waiting).collect())
}

impl FromQueryResult for HandedIn {
    fn from_query_result(row: &QueryResult, before: &str) -> Result<Self, sea_orm::DbErr> {
        Ok(Self {
            id: SubmissionId(row.try_get(before, "id")?),
            person: PersonId(row.try_get(before, "person_id")?),
            name: row.try_get(before, "name")?,
            unit: UnitId(row.try_get(before, "unit_id")?),
            question: row.try_get(before, "question")?,
            version: row.try_get(before, "version")?,
            body: row.try_get(before, "body")?,
            at: Timestamp(row.try_get(before, "submitted_at")?),
            review: Row::from_query_result(row, before)?.review(),
        })
    }
}

async fn counted(
    db: &impl ConnectionTrait,
    text: &str,
    values: Vec<Value>,
) -> Result<u64, StoreError> {
    #[derive(FromQueryResult)]
    struct Counted {
        n: i64,
    }
    let row: Option<Counted> = sql::one(db, text, values).await?;
    Ok(row.map_or(0, |row| u64::try_from(row.n).unwrap_or_default()))
}

fn number(n: u64) -> Value {
    i64::try_from(n).unwrap_or(i64::MAX).into()
}
