//! How somebody came to be trained, in words: by which sessions of which cohort, or by completing
//! it at their own pace.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use domain::ids::SessionId;
use services::institution::SeenEdge;

use crate::i18n::Words;

/// Most days that are named one by one.
const NAMED: usize = 3;

/// What several edges say together.
#[derive(Default)]
struct Together {
    sessions: BTreeSet<(NaiveDate, SessionId)>,
    completed: BTreeSet<NaiveDate>,
}

impl Together {
    fn add(&mut self, edge: &SeenEdge) {
        if let Some(told) = &edge.told {
            self.sessions.extend(&told.origin.sessions);
            let completed = told.origin.completed.map(Words::local_day);
            self.completed.extend(completed);
        }
    }

    /// "sessions on 9 March 2026 and 16 March 2026".
    fn say(&self, words: Words) -> Option<String> {
        let sessions = (!self.sessions.is_empty()).then(|| self.sessions(words));
        let completed = ends(&self.completed).map(|(first, last)| {
            let (first, last) = (words.day(first), words.day(last));
            if first == last {
                words.say_with("cascade-finished-on", [("day", first.into())])
            } else {
                let days = [("first", first.into()), ("last", last.into())];
                words.say_with("cascade-finished-between", days)
            }
        });
        let both: Vec<String> = sessions.into_iter().chain(completed).collect();
        (!both.is_empty()).then(|| both.join(", "))
    }

    fn sessions(&self, words: Words) -> String {
        let count = self.sessions.len();
        let days: BTreeSet<NaiveDate> = self.sessions.iter().map(|(on, _)| *on).collect();
        match ends(&days) {
            Some((first, last)) if days.len() > NAMED => words.say_with(
                "cascade-sessions-many",
                [
                    ("count", count.into()),
                    ("first", words.day(first).into()),
                    ("last", words.day(last).into()),
                ],
            ),
            _ => {
                let days: Vec<String> = days.into_iter().map(|on| words.day(on)).collect();
                let days = words.list(&days);
                words.say_with(
                    "cascade-sessions-on",
                    [("count", count.into()), ("days", days.into())],
                )
            }
        }
    }
}

/// The first and the last of some days.
fn ends(days: &BTreeSet<NaiveDate>) -> Option<(NaiveDate, NaiveDate)> {
    Some((*days.first()?, *days.last()?))
}

/// How the trainees of these edges came to be trained, cohort by cohort; of what the reader does
/// not see, that it was at another institution.
pub(super) fn in_full<'a>(
    words: Words,
    edges: impl Iterator<Item = &'a SeenEdge>,
) -> Option<String> {
    let mut cohorts: BTreeMap<&str, Together> = BTreeMap::new();
    let mut elsewhere = false;
    for edge in edges {
        match &edge.told {
            Some(told) => cohorts.entry(&told.cohort).or_default().add(edge),
            None => elsewhere = true,
        }
    }
    let told = cohorts.into_iter().filter_map(|(cohort, together)| {
        let when = together.say(words)?;
        Some(words.say_with(
            "cascade-origin",
            [("when", when.into()), ("cohort", cohort.into())],
        ))
    });
    let elsewhere = elsewhere.then(|| words.say("cascade-origin-elsewhere"));
    let all: Vec<String> = told.chain(elsewhere).collect();
    (!all.is_empty()).then(|| all.join("; "))
}

/// The same without the cohorts: only when.
pub(super) fn when<'a>(words: Words, edges: impl Iterator<Item = &'a SeenEdge>) -> Option<String> {
    let mut together = Together::default();
    edges.for_each(|edge| together.add(edge));
    together.say(words)
}

/// From the first to the last day, as short as it can be said: what fits beneath a name.
pub(super) fn days<'a>(words: Words, edges: impl Iterator<Item = &'a SeenEdge>) -> Option<String> {
    let mut together = Together::default();
    edges.for_each(|edge| together.add(edge));
    let mut days = together.completed;
    days.extend(together.sessions.iter().map(|(on, _)| *on));
    let (first, last) = ends(&days)?;
    let (first, last) = (words.day(first), words.day(last));
    Some(if first == last {
        first
    } else {
        format!("{first} – {last}")
    })
}
