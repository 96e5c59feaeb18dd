//! Who of a pasted list is known already.

use std::collections::{BTreeSet, HashMap, HashSet};

use domain::ids::{CohortId, InstitutionId, PersonId};
use domain::roster::KnownPerson;
use sea_orm::{ConnectionTrait, EntityTrait, QueryFilter, QuerySelect, entity::prelude::*};

use crate::StoreError;
use crate::entity::{email, membership, participation, person};
use crate::sql::CHUNK;

/// Everybody whose address is in `address_keys`, and the institution's own people whose name is
/// in `name_keys`, with what [`domain::roster::check`] compares. A fixed number of statements for
/// each few hundred keys, however many people there are.
///
/// # Errors
/// When the database fails.
pub async fn known_at_institution(
    db: &impl ConnectionTrait,
    institution: InstitutionId,
    cohort: CohortId,
    name_keys: &[String],
    address_keys: &[String],
) -> Result<Vec<KnownPerson>, StoreError> {
    let mut found = BTreeSet::new();
    for chunk in address_keys.chunks(CHUNK) {
        let owners: Vec<Uuid> = email::Entity::find()
            .select_only()
            .column(email::Column::PersonId)
            .filter(email::Column::AddressKey.is_in(chunk))
            .into_tuple()
            .all(db)
            .await?;
        found.extend(owners);
    }
    for chunk in name_keys.chunks(CHUNK) {
        let namesakes: Vec<Uuid> = person::Entity::find()
            .select_only()
            .column(person::Column::Id)
            .filter(person::Column::NameKey.is_in(chunk))
            .into_tuple()
            .all(db)
            .await?;
        found.extend(members(db, institution, &namesakes).await?);
    }
    let found: Vec<Uuid> = found.into_iter().collect();
    let mut known = Vec::with_capacity(found.len());
    for chunk in found.chunks(CHUNK) {
        known.extend(described(db, institution, cohort, chunk).await?);
    }
    Ok(known)
}

async fn described(
    db: &impl ConnectionTrait,
    institution: InstitutionId,
    cohort: CohortId,
    people: &[Uuid],
) -> Result<Vec<KnownPerson>, StoreError> {
    let rows = person::Entity::find()
        .filter(person::Column::Id.is_in(people.iter().copied()))
        .all(db)
        .await?;
    let mut emails: HashMap<Uuid, Vec<String>> = HashMap::new();
    let addresses = email::Entity::find()
        .filter(email::Column::PersonId.is_in(people.iter().copied()))
        .all(db)
        .await?;
    for row in addresses {
        emails
            .entry(row.person_id)
            .or_default()
            .push(row.address_key);
    }
    let members = members(db, institution, people).await?;
    let taking_part: Vec<Uuid> = participation::Entity::find()
        .select_only()
        .column(participation::Column::PersonId)
        .filter(participation::Column::CohortId.eq(cohort.0))
        .filter(participation::Column::PersonId.is_in(people.iter().copied()))
        .into_tuple()
        .all(db)
        .await?;
    let taking_part: HashSet<Uuid> = taking_part.into_iter().collect();
    Ok(rows
        .into_iter()
        .map(|row| KnownPerson {
            id: PersonId(row.id),
            name: row.name,
            name_key: row.name_key,
            emails: emails.remove(&row.id).unwrap_or_default(),
            at_institution: members.contains(&row.id),
            in_cohort: taking_part.contains(&row.id),
        })
        .collect())
}

/// Those of `people` who are members of the institution now.
async fn members(
    db: &impl ConnectionTrait,
    institution: InstitutionId,
    people: &[Uuid],
) -> Result<HashSet<Uuid>, StoreError> {
    if people.is_empty() {
        return Ok(HashSet::new());
    }
    let members: Vec<Uuid> = membership::Entity::find()
        .select_only()
        .column(membership::Column::PersonId)
        .filter(membership::Column::InstitutionId.eq(institution.0))
        .filter(membership::Column::ToDay.is_null())
        .filter(membership::Column::PersonId.is_in(people.iter().copied()))
        .into_tuple()
        .all(db)
        .await?;
    Ok(members.into_iter().collect())
}
