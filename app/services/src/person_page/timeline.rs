//! What happened to a person, from invitation to completion.

use std::sync::Arc;

use domain::clock::Timestamp;
use domain::ids::{CohortId, PersonId};
use domain::people::Role;
use store::grant::Holder;
use store::participation::Participation;
use store::person_history::{self, Place};

use super::Course;
use crate::course::{Edition, UnitPlace};
use crate::{ServiceError, Services};

/// Most entries of a timeline.
const LONGEST: u64 = 200;

/// Something that happened.
#[derive(Clone, Debug)]
pub struct Entry {
    /// When.
    pub at: Timestamp,
    /// What.
    pub what: What,
}

/// What happened.
#[derive(Clone, Debug)]
pub enum What {
    /// Enrolled in a cohort.
    Invited(Place),
    /// Did something in it for the first time.
    Started(Place),
    /// Completed everything required.
    Finished(Place),
    /// Withdrawn from it, with the reason.
    Withdrawn(Place, String),
    /// Completed a unit.
    Unit(Arc<Edition>, UnitPlace),
    /// Was given a role.
    RoleGiven(Role),
    /// A role was taken back.
    RoleTaken(Role),
}

/// What happened, newest first, as far as the asker sees it.
pub(super) async fn of(
    services: &Services,
    person: PersonId,
    participations: &[(Participation, Place)],
    courses: &[Course],
    roles: &[Holder],
) -> Result<Vec<Entry>, ServiceError> {
    let db = services.store.read();
    let mut entries = Vec::new();
    let place = |cohort: CohortId| {
        let seen = participations
            .iter()
            .find(|(one, _)| one.cohort == cohort)?;
        Some(seen.1.clone())
    };
    for happened in person_history::happened(db, person, LONGEST).await? {
        let Some(place) = place(happened.cohort) else {
            continue;
        };
        let what = match happened.kind.as_str() {
            "invited" => What::Invited(place),
            "finished" => What::Finished(place),
            _ => What::Withdrawn(place, happened.detail),
        };
        entries.push(Entry {
            at: happened.at,
            what,
        });
    }
    for (one, place) in participations {
        if let Some(at) = one.started_at {
            entries.push(Entry {
                at,
                what: What::Started(place.clone()),
            });
        }
    }
    for (unit, at) in person_history::completed_units(db, person, LONGEST).await? {
        let found = courses
            .iter()
            .find_map(|course| Some((course, course.edition.place(unit)?)));
        if let Some((course, place)) = found {
            entries.push(Entry {
                at,
                what: What::Unit(course.edition.clone(), place),
            });
        }
    }
    for held in roles {
        entries.push(Entry {
            at: held.given_at,
            what: What::RoleGiven(held.role),
        });
        if let Some(at) = held.revoked_at {
            entries.push(Entry {
                at,
                what: What::RoleTaken(held.role),
            });
        }
    }
    entries.sort_by_key(|entry| std::cmp::Reverse(entry.at));
    entries.truncate(LONGEST as usize);
    Ok(entries)
}
