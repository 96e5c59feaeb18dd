//! Courses: immutable versions, their texts in each language, and the sources they were read from.

use domain::clock::Timestamp;
use domain::ids::{CourseId, CourseVersionId, UnitId};
use domain::language::Language;
use sea_orm::sea_query::OnConflict;
use sea_orm::{
    ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect, Set, entity::prelude::*,
};

use crate::StoreError;
use crate::entity::{course, course_source, course_text, course_version, unit, unit_text};

/// One published state of a course.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Version {
    /// The version.
    pub id: CourseVersionId,
    /// The course across its versions.
    pub course: CourseId,
    /// The course's name in addresses.
    pub slug: String,
    /// 1, 2, 3 …
    pub number: i32,
    /// What it was made of; two versions never share it.
    pub content_hash: String,
    /// When it was published.
    pub published_at: Timestamp,
}

/// A unit of a version, without its text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unit {
    /// The unit.
    pub id: UnitId,
    /// The module's name in addresses.
    pub module: String,
    /// The unit's name in addresses.
    pub slug: String,
    /// Its place in the whole course, from 1.
    pub position: i32,
    /// How long it takes.
    pub minutes: i32,
    /// Whether only trainers may open it.
    pub trainers_only: bool,
}

/// A version with everything that is kept of it.
#[derive(Clone, Debug)]
pub struct Publication {
    /// The course, when this is its first version.
    pub course: CourseId,
    /// The version.
    pub version: CourseVersionId,
    /// The course's name in addresses.
    pub slug: String,
    /// What it is made of.
    pub content_hash: String,
    /// When it is published.
    pub at: Timestamp,
    /// Its files, by path.
    pub sources: Vec<(String, String)>,
    /// The contents page in each language, as documents.
    pub texts: Vec<(Language, String)>,
    /// Its units, each with its text in each language that has one, as documents.
    pub units: Vec<(Unit, Vec<(Language, String)>)>,
}

/// The newest version of every course, in the order of their names.
///
/// # Errors
/// When the database fails.
pub async fn newest_of_all(db: &impl ConnectionTrait) -> Result<Vec<Version>, StoreError> {
    let courses = course::Entity::find()
        .order_by_asc(course::Column::Slug)
        .all(db)
        .await?;
    let versions = course_version::Entity::find()
        .order_by_desc(course_version::Column::Number)
        .all(db)
        .await?;
    let newest = |course: course::Model| {
        let row = versions
            .iter()
            .find(|version| version.course_id == course.id)?
            .clone();
        Some(version(row, course.slug))
    };
    Ok(courses.into_iter().filter_map(newest).collect())
}

/// A version.
///
/// # Errors
/// When the database fails.
pub async fn version_of(
    db: &impl ConnectionTrait,
    id: CourseVersionId,
) -> Result<Option<Version>, StoreError> {
    let Some(row) = course_version::Entity::find_by_id(id.0).one(db).await? else {
        return Ok(None);
    };
    let course = course::Entity::find_by_id(row.course_id).one(db).await?;
    Ok(course.map(|course| version(row, course.slug)))
}

/// The units of a version, in course order.
///
/// # Errors
/// When the database fails.
pub async fn units_of(
    db: &impl ConnectionTrait,
    version: CourseVersionId,
) -> Result<Vec<Unit>, StoreError> {
    let rows = unit::Entity::find()
        .filter(unit::Column::CourseVersionId.eq(version.0))
        .order_by_asc(unit::Column::Position)
        .all(db)
        .await?;
    let record = |row: unit::Model| Unit {
        id: UnitId(row.id),
        module: row.module,
        slug: row.slug,
        position: row.position,
        minutes: row.minutes,
        trainers_only: row.trainers_only,
    };
    Ok(rows.into_iter().map(record).collect())
}

/// The version that a unit belongs to.
///
/// # Errors
/// When the database fails.
pub async fn version_of_unit(
    db: &impl ConnectionTrait,
    unit: UnitId,
) -> Result<Option<CourseVersionId>, StoreError> {
    let found: Option<Uuid> = unit::Entity::find_by_id(unit.0)
        .select_only()
        .column(unit::Column::CourseVersionId)
        .into_tuple()
        .one(db)
        .await?;
    Ok(found.map(CourseVersionId))
}

/// The contents page of a version in each of its languages.
///
/// # Errors
/// When the database fails.
pub async fn texts_of(
    db: &impl ConnectionTrait,
    version: CourseVersionId,
) -> Result<Vec<(Language, String)>, StoreError> {
    let rows = course_text::Entity::find()
        .filter(course_text::Column::CourseVersionId.eq(version.0))
        .all(db)
        .await?;
    Ok(rows
        .into_iter()
        .filter_map(|row| Some((Language::from_tag(&row.language)?, row.body)))
        .collect())
}

/// The text of a unit in a language that has one.
///
/// # Errors
/// When the database fails.
pub async fn unit_text(
    db: &impl ConnectionTrait,
    unit: UnitId,
    language: Language,
) -> Result<Option<String>, StoreError> {
    let found = unit_text::Entity::find_by_id((unit.0, language.tag().to_owned()))
        .one(db)
        .await?;
    Ok(found.map(|row| row.body))
}

/// The files that a version was read from, by path.
///
/// # Errors
/// When the database fails.
pub async fn sources_of(
    db: &impl ConnectionTrait,
    version: CourseVersionId,
) -> Result<Vec<(String, String)>, StoreError> {
    let rows = course_source::Entity::find()
        .filter(course_source::Column::CourseVersionId.eq(version.0))
        .order_by_asc(course_source::Column::Path)
        .all(db)
        .await?;
    Ok(rows.into_iter().map(|row| (row.path, row.body)).collect())
}

/// Publishes a version, unless the newest one is made of the same; answers the version that is
/// now the newest, and whether it is new.
///
/// # Errors
/// When the database fails.
pub async fn publish(
    db: &impl ConnectionTrait,
    new: Publication,
) -> Result<(Version, bool), StoreError> {
    let course = course::ActiveModel {
        id: Set(new.course.0),
        slug: Set(new.slug.clone()),
        created_at: Set(new.at.0),
    };
    course::Entity::insert(course)
        .on_conflict(
            OnConflict::column(course::Column::Slug)
                .do_nothing()
                .to_owned(),
        )
        .exec_without_returning(db)
        .await?;
    // Two processes that start together publish one after the other.
    let course = course::Entity::find()
        .filter(course::Column::Slug.eq(&new.slug))
        .lock_exclusive()
        .one(db)
        .await?
        .ok_or(DbErr::RecordNotInserted)?;
    let newest = course_version::Entity::find()
        .filter(course_version::Column::CourseId.eq(course.id))
        .order_by_desc(course_version::Column::Number)
        .one(db)
        .await?;
    if let Some(same) = newest
        .as_ref()
        .filter(|version| version.content_hash == new.content_hash)
    {
        return Ok((version(same.clone(), new.slug), false));
    }
    let row = course_version::Model {
        id: new.version.0,
        course_id: course.id,
        number: newest.map_or(1, |version| version.number + 1),
        content_hash: new.content_hash.clone(),
        published_at: new.at.0,
    };
    course_version::Entity::insert(course_version::ActiveModel::from(row.clone()))
        .exec_without_returning(db)
        .await?;
    let published = version(row, new.slug.clone());
    keep_texts(db, new).await?;
    Ok((published, true))
}

async fn keep_texts(db: &impl ConnectionTrait, new: Publication) -> Result<(), StoreError> {
    let version = new.version.0;
    let sources = new
        .sources
        .into_iter()
        .map(|(path, body)| course_source::ActiveModel {
            course_version_id: Set(version),
            path: Set(path),
            body: Set(body),
        });
    course_source::Entity::insert_many(sources)
        .exec_without_returning(db)
        .await?;
    let texts = new
        .texts
        .into_iter()
        .map(|(language, body)| course_text::ActiveModel {
            course_version_id: Set(version),
            language: Set(language.tag().to_owned()),
            body: Set(body),
        });
    course_text::Entity::insert_many(texts)
        .exec_without_returning(db)
        .await?;
    for (entry, texts) in new.units {
        let id = entry.id.0;
        let row = unit::ActiveModel {
            id: Set(id),
            course_version_id: Set(version),
            module: Set(entry.module),
            slug: Set(entry.slug),
            position: Set(entry.position),
            minutes: Set(entry.minutes),
            trainers_only: Set(entry.trainers_only),
        };
        unit::Entity::insert(row).exec_without_returning(db).await?;
        let texts = texts
            .into_iter()
            .map(|(language, body)| unit_text::ActiveModel {
                unit_id: Set(id),
                language: Set(language.tag().to_owned()),
                body: Set(body),
            });
        unit_text::Entity::insert_many(texts)
            .exec_without_returning(db)
            .await?;
    }
    Ok(())
}

fn version(row: course_version::Model, slug: String) -> Version {
    Version {
        id: CourseVersionId(row.id),
        course: CourseId(row.course_id),
        slug,
        number: row.number,
        content_hash: row.content_hash,
        published_at: Timestamp(row.published_at),
    }
}
