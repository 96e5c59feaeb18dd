//! Checking a draft against the people known at this moment.

use std::collections::{HashMap, HashSet};

use domain::cascade::target::TargetRange;
use domain::ids::PersonId;
use domain::names::match_key;
use domain::roster::{Against, CheckedRow, Email, KnownPerson, Row, Verdict};
use store::ConnectionTrait;
use store::cohort::{Audience, Cohort};

use super::Meter;
use crate::ServiceError;

/// Rows with their verdicts, and whom they were compared with.
#[derive(Debug)]
pub(super) struct Checked {
    pub rows: Vec<CheckedRow>,
    pub known: Vec<KnownPerson>,
}

/// Checks every row; a fixed number of statements for each few hundred rows.
pub(super) async fn check(
    db: &impl ConnectionTrait,
    cohort: &Cohort,
    rows: Vec<Row>,
) -> Result<Checked, ServiceError> {
    let addresses: HashSet<String> = rows
        .iter()
        .filter_map(|row| row.email.as_ref())
        .map(Email::key)
        .collect();
    let addresses: Vec<String> = addresses.into_iter().collect();
    let names: HashSet<String> = rows
        .iter()
        .map(|row| match_key(&row.name))
        .filter(|key| !key.is_empty())
        .collect();
    let names: Vec<String> = names.into_iter().collect();
    let known =
        store::person::known_at_institution(db, cohort.institution, cohort.id, &names, &addresses)
            .await?;
    let rows = domain::roster::check(
        rows,
        &Against {
            known: &known,
            domains: &[],
        },
    );
    Ok(Checked { rows, known })
}

/// The people of this institution whom the verdicts name, with name and address. People of other
/// institutions look like absent ones, so they are left out.
pub(super) async fn candidates(
    db: &impl ConnectionTrait,
    checked: &Checked,
) -> Result<HashMap<PersonId, (String, Option<String>)>, ServiceError> {
    let named: HashSet<PersonId> = checked
        .rows
        .iter()
        .flat_map(|checked| match &checked.verdict {
            Verdict::Known(person) | Verdict::AlreadyHere(person) => vec![*person],
            Verdict::SamePerson(people) => people.clone(),
            _ => Vec::new(),
        })
        .collect();
    let here: Vec<&KnownPerson> = checked
        .known
        .iter()
        .filter(|person| person.at_institution && named.contains(&person.id))
        .collect();
    let people: Vec<PersonId> = here.iter().map(|person| person.id).collect();
    let mut addresses = store::person::main_addresses(db, &people).await?;
    Ok(here
        .into_iter()
        .map(|person| {
            (
                person.id,
                (person.name.clone(), addresses.remove(&person.id)),
            )
        })
        .collect())
}

/// Where the ready rows take the institution.
pub(super) async fn meter(
    db: &impl ConnectionTrait,
    cohort: &Cohort,
    rows: &[CheckedRow],
) -> Result<Meter, ServiceError> {
    let standing = store::head::standing(db, cohort.programme, cohort.institution).await?;
    let before = standing.map_or(0, |standing| standing.heads);
    let mut added = 0;
    if cohort.audience == Audience::Colleagues {
        let known: Vec<PersonId> = rows
            .iter()
            .filter_map(|row| match row.verdict {
                Verdict::Known(person) => Some(person),
                _ => None,
            })
            .collect();
        added = rows
            .iter()
            .filter(|row| row.verdict == Verdict::New)
            .count();
        added += store::head::new_among(db, cohort.programme, cohort.institution, &known).await?;
    }
    Ok(Meter {
        before,
        after: before.saturating_add(u32::try_from(added).unwrap_or(u32::MAX)),
        range: standing
            .and_then(|standing| standing.range)
            .and_then(|(min, max)| TargetRange::new(min, max).ok()),
    })
}
