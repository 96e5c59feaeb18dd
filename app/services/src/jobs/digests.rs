//! Weekly digests: how many of what there is to see, never who; the names stand on the page that
//! the letter leads to, for whoever signs in. Whoever has nothing to be told gets no letter.

use std::collections::{BTreeMap, HashMap};

use domain::cascade::activity::TrainerState;
use domain::clock::{DAY, Timestamp};
use domain::ids::{InstitutionId, PersonId, ProgrammeId};
use domain::language::Language;
use domain::people::Role;

use super::{Cursor, PAGE, Page};
use crate::outbox::{Note, SeenBy};
use crate::{ServiceError, Services};

/// A digest says nothing true any more after the next one.
const GOOD_FOR: i64 = 7 * DAY;

/// To trainers and partner trainers.
pub(super) async fn trainers(
    services: &Services,
    period: &str,
    after: Option<Cursor>,
) -> Result<Page, ServiceError> {
    let read = services.store.read();
    let (place, person) = split(after);
    let codes = ["trainer", "partner_trainer"];
    let Some(code) = codes.get(place) else {
        return Ok(Page {
            notes: Vec::new(),
            next: None,
        });
    };
    let held = store::digest::holders(read, code, person, PAGE).await?;
    let people = people_of(&held);
    let now = services.now();
    let counts = store::digest::trainer_counts(read, &people, now).await?;
    let notes = people.iter().filter_map(|person| {
        let counts = counts.get(person).filter(|counts| !counts.is_empty())?;
        let points = [
            ("help", counts.help),
            ("sessions", counts.sessions),
            ("registers", counts.registers),
        ];
        Some(note("digest-trainer", period, *person, &points, now))
    });
    let notes = notes.collect();
    let next = next(&people, place, codes.len());
    Ok(Page { notes, next })
}

/// To leads: of all institutions that they lead.
pub(super) async fn leads(
    services: &Services,
    period: &str,
    after: Option<Cursor>,
) -> Result<Page, ServiceError> {
    let read = services.store.read();
    let held = store::digest::holders(read, "lead", split(after).1, PAGE).await?;
    let people = people_of(&held);
    let led: Vec<(PersonId, InstitutionId)> = held
        .iter()
        .filter_map(|(person, role)| match role {
            Role::Lead(institution) => Some((*person, *institution)),
            _ => None,
        })
        .collect();
    let mut institutions: Vec<InstitutionId> = led.iter().map(|(_, at)| *at).collect();
    institutions.sort_unstable();
    institutions.dedup();
    let now = services.now();
    let counts = store::digest::lead_counts(read, &institutions, now).await?;
    let mut silent: HashMap<InstitutionId, u32> = HashMap::new();
    for trainer in store::digest::trainers_of(read, &institutions, now.date()).await? {
        let is_silent = trainer.record.state(now) == TrainerState::Silent;
        *silent.entry(trainer.institution).or_default() += u32::from(is_silent);
    }
    let mut told: BTreeMap<PersonId, [u32; 3]> = BTreeMap::new();
    for (person, at) in led {
        let Some(counts) = counts.get(&at).filter(|counts| counts.goes_on) else {
            continue;
        };
        let so_far = told.entry(person).or_default();
        so_far[0] += silent.get(&at).copied().unwrap_or_default();
        so_far[1] += counts.stalled;
        so_far[2] += counts.missing;
    }
    let notes = told
        .into_iter()
        .filter(|(_, counts)| *counts != [0; 3])
        .map(|(person, [silent, stalled, missing])| {
            let points = [
                ("silent", silent),
                ("stalled", stalled),
                ("missing", missing),
            ];
            note("digest-lead", period, person, &points, now)
        });
    let notes = notes.collect();
    let next = next(&people, 0, 1);
    Ok(Page { notes, next })
}

/// To coordinators: of all programmes that they run.
pub(super) async fn coordinators(
    services: &Services,
    period: &str,
    after: Option<Cursor>,
) -> Result<Page, ServiceError> {
    let read = services.store.read();
    let held = store::digest::holders(read, "coordinator", split(after).1, PAGE).await?;
    let people = people_of(&held);
    let run: Vec<(PersonId, ProgrammeId)> = held
        .iter()
        .filter_map(|(person, role)| match role {
            Role::Coordinator(programme) => Some((*person, *programme)),
            _ => None,
        })
        .collect();
    let now = services.now();
    let mut counts = HashMap::new();
    for (_, programme) in &run {
        if !counts.contains_key(programme) {
            let found = store::digest::programme_counts(read, *programme, now.date()).await?;
            counts.insert(*programme, found.unwrap_or_default());
        }
    }
    let mut told: BTreeMap<PersonId, [u32; 2]> = BTreeMap::new();
    for (person, programme) in run {
        let so_far = told.entry(person).or_default();
        let counts = counts.get(&programme).copied().unwrap_or_default();
        so_far[0] += counts.behind;
        so_far[1] += counts.silent;
    }
    let notes = told
        .into_iter()
        .filter(|(_, counts)| *counts != [0; 2])
        .map(|(person, [behind, silent])| {
            let points = [("behind", behind), ("institutions", silent)];
            note("digest-coordinator", period, person, &points, now)
        });
    let notes = notes.collect();
    let next = next(&people, 0, 1);
    Ok(Page { notes, next })
}

/// Which of several roles a page is about, and from after which of its people.
fn split(after: Option<Cursor>) -> (usize, Option<PersonId>) {
    match after {
        Some(Cursor::Person(place, person)) => (place, person),
        _ => (0, None),
    }
}

fn people_of(held: &[(PersonId, Role)]) -> Vec<PersonId> {
    let mut people: Vec<PersonId> = held.iter().map(|(person, _)| *person).collect();
    people.dedup();
    people
}

/// After a full page, the same role goes on; after the last one of a role, the next role.
fn next(people: &[PersonId], place: usize, roles: usize) -> Option<Cursor> {
    let full = u64::try_from(people.len()).is_ok_and(|people| people >= PAGE);
    match people.last() {
        Some(last) if full => Some(Cursor::Person(place, Some(*last))),
        _ if place + 1 < roles => Some(Cursor::Person(place + 1, None)),
        _ => None,
    }
}

/// A digest is seen by whoever gets it and by nobody else: a lead's list of letters must not drown
/// in everybody's digests.
fn note(
    kind: &'static str,
    period: &str,
    person: PersonId,
    points: &[(&str, u32)],
    now: Timestamp,
) -> Note {
    let values = points
        .iter()
        .map(|(name, count)| (format!("point-{name}"), count.to_string()));
    Note {
        kind,
        person,
        dedupe_key: format!("{kind}-{period}-{person}"),
        values: values.collect(),
        invitation: None,
        session: None,
        good_until: Some(now.plus(GOOD_FOR)),
        language: Language::default(),
        seen_by: SeenBy {
            author: Some(person),
            ..SeenBy::default()
        },
    }
}
