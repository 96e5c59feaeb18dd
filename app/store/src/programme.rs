//! Programmes, their tiers, and the institutions that take part.

mod institutions;

use chrono::NaiveDate;
use domain::cascade::target::TargetRange;
use domain::clock::Timestamp;
use domain::ids::{InstitutionId, ProgrammeId};
use domain::language::Language;
use sea_orm::{ConnectionTrait, EntityTrait, QueryOrder, Set, entity::prelude::*};

use crate::entity::{programme, programme_tally, tier};
use crate::{StoreError, sql};

pub use institutions::*;

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
