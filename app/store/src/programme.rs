//! Programmes, their tiers, and the institutions that take part.

use std::collections::{BTreeSet, HashMap};

use chrono::NaiveDate;
use domain::cascade::target::TargetRange;
use domain::clock::Timestamp;
use domain::ids::{InstitutionId, ProgrammeId};
use domain::language::Language;
use domain::names::fold;
use domain::people::InstitutionKind;
use sea_orm::{ConnectionTrait, EntityTrait, FromQueryResult, QueryOrder, Set, entity::prelude::*};

use crate::entity::{institution, programme, programme_tally, tier};
use crate::{StoreError, sql, tally};

/// A funded project or national programme.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Programme {
    /// Its id.
    pub id: ProgrammeId,
    /// Its name.
    pub title: String,
    /// The funder's number.
    pub reference: String,
    /// Its first day.
    pub starts_on: NaiveDate,
    /// Its last day, if one is agreed.
    pub ends_on: Option<NaiveDate>,
    /// How many trainers each institution sends.
    pub trainers_per_institution: u32,
    /// The funder's sentence, in English and wherever it has no words of its own.
    pub funding_line: String,
    /// The sentence in other languages, and the emblem beside it.
    pub credit: Credit,
    /// Counts changes, so that a stale form is refused.
    pub revision: i64,
}

/// How papers name the funder, besides its sentence.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Credit {
    /// The funder's sentence in Albanian; empty when there is none.
    pub albanian: String,
    /// The same in Bosnian.
    pub bosnian: String,
    /// Whether papers show the emblem of the European Union.
    pub emblem: bool,
}

impl Programme {
    /// The funder's sentence for readers of a language.
    #[must_use]
    pub fn funding_in(&self, language: Language) -> &str {
        let own = match language {
            Language::English => "",
            Language::Albanian => self.credit.albanian.trim(),
            Language::Bosnian => self.credit.bosnian.trim(),
        };
        if own.is_empty() {
            self.funding_line.trim()
        } else {
            own
        }
    }
}

/// A promise of a programme: how many of whom each institution trains.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tier {
    /// Its id.
    pub id: Uuid,
    /// The institution it was agreed with; `None` for every institution without its own.
    pub institution: Option<InstitutionId>,
    /// Of whom: "colleagues re-trained".
    pub wording: String,
    /// At least.
    pub target_min: u32,
    /// At most.
    pub target_max: u32,
}

impl Tier {
    /// Its range.
    #[must_use]
    pub fn range(&self) -> Option<TargetRange> {
        TargetRange::new(self.target_min, self.target_max).ok()
    }
}

/// An institution.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Institution {
    /// Its id.
    pub id: InstitutionId,
    /// Its name.
    pub name: String,
    /// What it is.
    pub kind: InstitutionKind,
    /// Its town.
    pub place: String,
    /// Its country, as people call it.
    pub country: String,
    /// Counts changes, so that a stale form is refused.
    pub revision: i64,
}

/// Keeps a new programme with its general tier.
///
/// # Errors
/// When the database fails.
pub async fn create(
    db: &impl ConnectionTrait,
    programme: &Programme,
    general: &Tier,
    now: Timestamp,
) -> Result<(), StoreError> {
    let row = programme::ActiveModel {
        id: Set(programme.id.0),
        title: Set(programme.title.clone()),
        reference: Set(programme.reference.clone()),
        starts_on: Set(programme.starts_on.to_string()),
        ends_on: Set(programme.ends_on.map(|day| day.to_string())),
        trainers_per_institution: Set(int(programme.trainers_per_institution)),
        funding_line: Set(programme.funding_line.clone()),
        funding_line_sq: Set(programme.credit.albanian.clone()),
        funding_line_bs: Set(programme.credit.bosnian.clone()),
        emblem: Set(programme.credit.emblem),
        revision: Set(programme.revision),
        created_at: Set(now.0),
    };
    programme::Entity::insert(row)
        .exec_without_returning(db)
        .await?;
    let tally = programme_tally::ActiveModel {
        programme_id: Set(programme.id.0),
        ..Default::default()
    };
    programme_tally::Entity::insert(tally)
        .exec_without_returning(db)
        .await?;
    add_tier(db, programme.id, general).await
}

/// Adds a tier.
///
/// # Errors
/// When the database fails.
pub async fn add_tier(
    db: &impl ConnectionTrait,
    programme: ProgrammeId,
    tier: &Tier,
) -> Result<(), StoreError> {
    let row = tier::ActiveModel {
        id: Set(tier.id),
        programme_id: Set(programme.0),
        institution_id: Set(tier.institution.map(|institution| institution.0)),
        wording: Set(tier.wording.clone()),
        target_min: Set(int(tier.target_min)),
        target_max: Set(int(tier.target_max)),
    };
    tier::Entity::insert(row).exec_without_returning(db).await?;
    Ok(())
}

/// A programme.
///
/// # Errors
/// When the database fails.
pub async fn by_id(
    db: &impl ConnectionTrait,
    id: ProgrammeId,
) -> Result<Option<Programme>, StoreError> {
    Ok(programme::Entity::find_by_id(id.0)
        .one(db)
        .await?
        .map(record))
}

/// Every programme, oldest first.
///
/// # Errors
/// When the database fails.
pub async fn all(db: &impl ConnectionTrait) -> Result<Vec<Programme>, StoreError> {
    let rows = programme::Entity::find()
        .order_by_asc(programme::Column::CreatedAt)
        .all(db)
        .await?;
    Ok(rows.into_iter().map(record).collect())
}

/// Several programmes, oldest first.
///
/// # Errors
/// When the database fails.
pub async fn several(
    db: &impl ConnectionTrait,
    ids: &[ProgrammeId],
) -> Result<Vec<Programme>, StoreError> {
    let rows = programme::Entity::find()
        .filter(programme::Column::Id.is_in(ids.iter().map(|id| id.0)))
        .order_by_asc(programme::Column::CreatedAt)
        .all(db)
        .await?;
    Ok(rows.into_iter().map(record).collect())
}

/// Whether an institution of that name takes part in a programme already.
///
/// # Errors
/// When the database fails.
pub async fn has_institution_called(
    db: &impl ConnectionTrait,
    programme: ProgrammeId,
    name: &str,
) -> Result<bool, StoreError> {
    use crate::entity::programme_institution::{Column, Entity};
    let known = Entity::find()
        .filter(Column::ProgrammeId.eq(programme.0))
        .filter(Column::NameKey.eq(fold(name)))
        .count(db)
        .await?;
    Ok(known > 0)
}

/// Changes a programme's wording, dates and numbers, unless somebody else changed it since
/// `programme.revision`; answers whether it did.
///
/// # Errors
/// When the database fails.
pub async fn change(db: &impl ConnectionTrait, programme: &Programme) -> Result<bool, StoreError> {
    let touched = sql::run(
        db,
        "update programme set title = $1, reference = $2, starts_on = $3, ends_on = $4, \
         trainers_per_institution = $5, funding_line = $6, funding_line_sq = $7, \
         funding_line_bs = $8, emblem = $9, revision = revision + 1 \
         where id = $10 and revision = $11",
        [
            programme.title.clone().into(),
            programme.reference.clone().into(),
            programme.starts_on.to_string().into(),
            programme.ends_on.map(|day| day.to_string()).into(),
            int(programme.trainers_per_institution).into(),
            programme.funding_line.clone().into(),
            programme.credit.albanian.clone().into(),
            programme.credit.bosnian.clone().into(),
            programme.credit.emblem.into(),
            programme.id.0.into(),
            programme.revision.into(),
        ],
    )
    .await?;
    Ok(touched == 1)
}

/// Keeps a new institution.
///
/// # Errors
/// When the database fails.
pub async fn create_institution(
    db: &impl ConnectionTrait,
    institution: &Institution,
    now: Timestamp,
) -> Result<(), StoreError> {
    let row = institution::ActiveModel {
        id: Set(institution.id.0),
        name: Set(institution.name.clone()),
        kind: Set(institution.kind.code().to_owned()),
        place: Set(institution.place.clone()),
        country: Set(institution.country.clone()),
        revision: Set(institution.revision),
        created_at: Set(now.0),
    };
    institution::Entity::insert(row)
        .exec_without_returning(db)
        .await?;
    Ok(())
}

/// An institution.
///
/// # Errors
/// When the database fails.
pub async fn institution(
    db: &impl ConnectionTrait,
    id: InstitutionId,
) -> Result<Option<Institution>, StoreError> {
    Ok(institution::Entity::find_by_id(id.0)
        .one(db)
        .await?
        .map(|row| Institution {
            id: InstitutionId(row.id),
            name: row.name,
            kind: InstitutionKind::from_code(&row.kind).unwrap_or(InstitutionKind::University),
            place: row.place,
            country: row.country,
            revision: row.revision,
        }))
}

/// The names of several institutions.
///
/// # Errors
/// When the database fails.
pub async fn institution_names(
    db: &impl ConnectionTrait,
    ids: &[InstitutionId],
) -> Result<HashMap<InstitutionId, String>, StoreError> {
    let rows = institution::Entity::find()
        .filter(institution::Column::Id.is_in(ids.iter().map(|id| id.0)))
        .all(db)
        .await?;
    Ok(rows
        .into_iter()
        .map(|row| (InstitutionId(row.id), row.name))
        .collect())
}

/// The institutions of a programme, by name.
///
/// # Errors
/// When the database fails.
pub async fn institutions_of(
    db: &impl ConnectionTrait,
    programme: ProgrammeId,
) -> Result<Vec<(InstitutionId, String)>, StoreError> {
    #[derive(FromQueryResult)]
    struct Row {
        institution_id: Uuid,
        name: String,
    }
    let rows: Vec<Row> = sql::all(
        db,
        "select institution_id, name from programme_institution where programme_id = $1 order by name",
        vec![programme.0.into()],
    )
    .await?;
    Ok(rows
        .into_iter()
        .map(|row| (InstitutionId(row.institution_id), row.name))
        .collect())
}

/// Makes an institution part of a programme, with the target range in force for it.
///
/// # Errors
/// When the database fails.
pub async fn join(
    db: &impl ConnectionTrait,
    programme: ProgrammeId,
    institution: &Institution,
    range: Option<(u32, u32)>,
) -> Result<(), StoreError> {
    sql::run(
        db,
        "insert into programme_institution \
         (programme_id, institution_id, name, name_key, target_min, target_max) \
         values ($1, $2, $3, $4, $5, $6)",
        [
            programme.0.into(),
            institution.id.0.into(),
            institution.name.clone().into(),
            fold(&institution.name).into(),
            range.map(|range| int(range.0)).into(),
            range.map(|range| int(range.1)).into(),
        ],
    )
    .await?;
    tally::add_institution(db, programme, range).await
}

/// Changes what an institution is called and where it is, unless somebody else changed it since
/// `institution.revision`; answers whether it did.
///
/// # Errors
/// When the database fails.
pub async fn change_institution(
    db: &impl ConnectionTrait,
    institution: &Institution,
) -> Result<bool, StoreError> {
    let touched = sql::run(
        db,
        "update institution set name = $1, kind = $2, place = $3, country = $4, revision = revision + 1 \
         where id = $5 and revision = $6",
        [
            institution.name.clone().into(),
            institution.kind.code().into(),
            institution.place.clone().into(),
            institution.country.clone().into(),
            institution.id.0.into(),
            institution.revision.into(),
        ],
    )
    .await?;
    if touched == 0 {
        return Ok(false);
    }
    sql::run(
        db,
        "update programme_institution set name = $1, name_key = $2 where institution_id = $3",
        [
            institution.name.clone().into(),
            fold(&institution.name).into(),
            institution.id.0.into(),
        ],
    )
    .await?;
    Ok(true)
}

/// The programmes that an institution takes part in.
///
/// # Errors
/// When the database fails.
pub async fn of_institution(
    db: &impl ConnectionTrait,
    institution: InstitutionId,
) -> Result<Vec<ProgrammeId>, StoreError> {
    of_institutions(db, &[institution]).await
}

/// The programmes that any of these institutions takes part in.
///
/// # Errors
/// When the database fails.
pub async fn of_institutions(
    db: &impl ConnectionTrait,
    institutions: &[InstitutionId],
) -> Result<Vec<ProgrammeId>, StoreError> {
    #[derive(FromQueryResult)]
    struct Row {
        programme_id: Uuid,
    }
    let mut found = BTreeSet::new();
    for chunk in institutions.chunks(sql::CHUNK) {
        let text = format!(
            "select distinct programme_id from programme_institution where institution_id in ({})",
            sql::placeholders(0, chunk.len())
        );
        let values = chunk.iter().map(|one| one.0.into()).collect();
        let rows: Vec<Row> = sql::all(db, &text, values).await?;
        found.extend(rows.into_iter().map(|row| ProgrammeId(row.programme_id)));
    }
    Ok(found.into_iter().collect())
}

pub(crate) fn record(row: programme::Model) -> Programme {
    Programme {
        id: ProgrammeId(row.id),
        title: row.title,
        reference: row.reference,
        starts_on: day(&row.starts_on).unwrap_or_default(),
        ends_on: row.ends_on.as_deref().and_then(day),
        trainers_per_institution: count(row.trainers_per_institution),
        funding_line: row.funding_line,
        credit: Credit {
            albanian: row.funding_line_sq,
            bosnian: row.funding_line_bs,
            emblem: row.emblem,
        },
        revision: row.revision,
    }
}

/// A stored day. We wrote it ourselves, so it reads back.
pub(crate) fn day(text: &str) -> Option<NaiveDate> {
    text.parse().ok()
}

/// A count as the database keeps it.
pub(crate) fn int(count: u32) -> i32 {
    i32::try_from(count).unwrap_or(i32::MAX)
}

/// A stored count.
pub(crate) fn count(int: i32) -> u32 {
    u32::try_from(int).unwrap_or_default()
}
