//! Institutions, people and what they may do.

use domain::names::{fold, match_key};
use domain::people::Gender;
use sea_orm::{ConnectionTrait, Value};

use super::Facts;
use crate::programme::int;
use crate::sql::insert;
use crate::{StoreError, grant, over_time};

pub(super) async fn keep(db: &impl ConnectionTrait, facts: &Facts) -> Result<(), StoreError> {
    institutions(db, facts).await?;
    people(db, facts).await?;
    memberships_and_grants(db, facts).await?;
    let extensions = facts.extensions.iter();
    over_time::keep(db, extensions.map(|(programme, one)| (*programme, one))).await
}

async fn institutions(db: &impl ConnectionTrait, facts: &Facts) -> Result<(), StoreError> {
    let rows = facts.institutions.iter().map(|joined| {
        let institution = &joined.institution;
        [
            institution.id.0.into(),
            institution.name.clone().into(),
            institution.kind.code().into(),
            institution.place.clone().into(),
            institution.country.clone().into(),
            institution.revision.into(),
            joined.at.0.into(),
        ]
    });
    insert(
        db,
        "institution (id, name, kind, place, country, revision, created_at)",
        rows,
    )
    .await?;
    let rows = facts.institutions.iter().map(|joined| {
        [
            joined.programme.0.into(),
            joined.institution.id.0.into(),
            joined.institution.name.clone().into(),
            fold(&joined.institution.name).into(),
            joined.range.map(|range| int(range.0)).into(),
            joined.range.map(|range| int(range.1)).into(),
        ]
    });
    let into = "programme_institution (programme_id, institution_id, name, name_key, target_min, \
                target_max)";
    insert(db, into, rows).await?;
    let rows = facts.tiers.iter().map(|(programme, tier)| {
        [
            tier.id.into(),
            programme.0.into(),
            tier.institution.map(|institution| institution.0).into(),
            tier.wording.clone().into(),
            int(tier.target_min).into(),
            int(tier.target_max).into(),
        ]
    });
    let into = "tier (id, programme_id, institution_id, wording, target_min, target_max)";
    insert(db, into, rows).await
}

async fn people(db: &impl ConnectionTrait, facts: &Facts) -> Result<(), StoreError> {
    let rows = facts.people.iter().map(|person| {
        [
            person.id.0.into(),
            person.name.clone().into(),
            match_key(&person.name).into(),
            person
                .language
                .map(|language| language.tag().to_owned())
                .into(),
            person.password_hash.clone().into(),
            person.gender.map(Gender::code).into(),
            person.since.0.into(),
        ]
    });
    let into = "person (id, name, name_key, language, password_hash, gender, created_at)";
    insert(db, into, rows).await?;
    let rows = facts.people.iter().map(|person| {
        [
            person.address.to_lowercase().into(),
            person.address.clone().into(),
            person.id.0.into(),
            person.confirmed_at.map(|at| at.0).into(),
            person.since.0.into(),
        ]
    });
    insert(
        db,
        "email (address_key, address, person_id, confirmed_at, created_at)",
        rows,
    )
    .await
}

async fn memberships_and_grants(
    db: &impl ConnectionTrait,
    facts: &Facts,
) -> Result<(), StoreError> {
    let rows = facts.memberships.iter().map(|membership| {
        [
            membership.id.into(),
            membership.person.0.into(),
            membership.institution.0.into(),
            membership
                .category
                .map(|category| category.code().to_owned())
                .into(),
            membership.from.to_string().into(),
            membership.to.map(|day| day.to_string()).into(),
        ]
    });
    let into = "membership (id, person_id, institution_id, category, from_day, to_day)";
    insert(db, into, rows).await?;
    let rows = facts.grants.iter().map(|granted| {
        let (code, institution, programme) = grant::columns(granted.role);
        let by: Value = granted.by.map(|by| by.0).into();
        [
            granted.id.0.into(),
            granted.person.0.into(),
            code.into(),
            institution.into(),
            programme.into(),
            by,
            granted.at.0.into(),
        ]
    });
    let into =
        "role_grant (id, person_id, role, institution_id, programme_id, granted_by, granted_at)";
    insert(db, into, rows).await
}
