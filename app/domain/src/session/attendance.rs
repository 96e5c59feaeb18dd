//! Who was there. Nothing is overwritten: a correction is a new line with its reason, and the
//! newest line of a person counts.

use std::collections::{BTreeMap, BTreeSet};

use crate::clock::Timestamp;
use crate::ids::PersonId;
use crate::people::coded;

coded! {
    /// Where a line of attendance comes from.
    Source {
        /// The trainer ticked a name.
        TrainerList = "trainer_list",
        /// The person entered the code shown in the room.
        SelfCheckIn = "self_check_in",
        /// The trainer saw the person in the online room.
        Online = "online",
        /// A signed paper register, entered afterwards.
        Paper = "paper",
        /// The session was not held: whatever was recorded of the person before is taken back, and
        /// nothing is recorded of them any more.
        TakenBack = "taken_back",
    }
}

impl Source {
    /// The sources that a trainer can name; a check-in is the person's own.
    pub const OF_TRAINERS: [Self; 3] = [Self::TrainerList, Self::Online, Self::Paper];
}

/// One line as it was recorded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Recorded {
    /// Who.
    pub person: PersonId,
    /// Whether they were there.
    pub present: bool,
    /// Where it comes from.
    pub source: Source,
    /// When.
    pub at: Timestamp,
}

/// What counts of each person: whether they were there, and who says so.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sheet {
    newest: BTreeMap<PersonId, (bool, Source)>,
    last: Option<Timestamp>,
}

/// What recording a list changes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Changes {
    /// People of whom nothing was recorded yet, and whether they were there.
    pub first: Vec<(PersonId, bool)>,
    /// People of whom something else was recorded before.
    pub corrected: Vec<(PersonId, bool)>,
}

impl Changes {
    /// Every new line.
    pub fn lines(&self) -> impl Iterator<Item = (PersonId, bool)> {
        self.first.iter().chain(&self.corrected).copied()
    }
}

impl Sheet {
    /// The sheet that lines make, oldest first.
    pub fn of(lines: impl IntoIterator<Item = Recorded>) -> Self {
        let mut sheet = Self::default();
        for line in lines {
            if line.source == Source::TakenBack {
                sheet.newest.remove(&line.person);
            } else {
                let newest = (line.present, line.source);
                sheet.newest.insert(line.person, newest);
            }
            sheet.last = sheet.last.max(Some(line.at));
        }
        sheet
    }

    /// Whether a person was there; `None` when nothing was recorded of them.
    #[must_use]
    pub fn present(&self, person: PersonId) -> Option<bool> {
        self.newest.get(&person).map(|(present, _)| *present)
    }

    /// Everybody of whom something is recorded.
    pub fn everybody(&self) -> impl Iterator<Item = PersonId> {
        self.newest.keys().copied()
    }

    /// Everybody who was there.
    pub fn everybody_present(&self) -> impl Iterator<Item = PersonId> {
        self.newest
            .iter()
            .filter(|(_, (present, _))| *present)
            .map(|(person, _)| *person)
    }

    /// How many people were expected, and how many of them came (rule 7, the show rate): of a session
    /// at which a trainer said who came. Where people only checked in by themselves, nobody says who
    /// stayed away.
    #[must_use]
    pub fn expected_and_present(&self) -> (u32, u32) {
        let by_trainer = |(_, source): &(bool, Source)| Source::OF_TRAINERS.contains(source);
        if !self.newest.values().any(by_trainer) {
            return (0, 0);
        }
        let count = |people: usize| u32::try_from(people).unwrap_or(u32::MAX);
        (
            count(self.newest.len()),
            count(self.everybody_present().count()),
        )
    }

    /// The sheet once these changes are recorded.
    #[must_use]
    pub fn with(mut self, changes: &Changes, source: Source) -> Self {
        let lines = changes.lines();
        self.newest
            .extend(lines.map(|(person, present)| (person, (present, source))));
        self
    }

    /// The lines to add so that of `shown` exactly `present` were there. `seen` is what the list
    /// showed as recorded when it was filled in: a line that was left as it was says nothing, so
    /// that whoever was recorded meanwhile stays. `None` vouches for every line.
    ///
    /// # Errors
    /// The people whose line was changed although it was recorded otherwise meanwhile.
    pub fn changes(
        &self,
        shown: &[PersonId],
        present: &BTreeSet<PersonId>,
        seen: Option<&BTreeMap<PersonId, bool>>,
    ) -> Result<Changes, Vec<PersonId>> {
        let mut changes = Changes::default();
        let mut recorded_meanwhile = Vec::new();
        for person in shown.iter().copied().collect::<BTreeSet<_>>() {
            let now = present.contains(&person);
            let newest = self.present(person);
            if let Some(seen) = seen.map(|seen| seen.get(&person).copied()) {
                let touched = now != seen.unwrap_or(false);
                if newest != seen && !touched {
                    continue;
                }
                if newest != seen && newest != Some(now) {
                    recorded_meanwhile.push(person);
                    continue;
                }
            }
            match newest {
                None => changes.first.push((person, now)),
                Some(before) if before != now => changes.corrected.push((person, now)),
                Some(_) => {}
            }
        }
        if recorded_meanwhile.is_empty() {
            Ok(changes)
        } else {
            Err(recorded_meanwhile)
        }
    }

    /// The moment of a new line: now, but always after every line before it. A clock that was
    /// set back would otherwise make an old line the newest.
    #[must_use]
    pub fn next_moment(&self, now: Timestamp) -> Timestamp {
        self.last.map_or(now, |last| now.max(last.plus(1)))
    }
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;

    fn person(number: u128) -> PersonId {
        PersonId(Uuid::from_u128(number))
    }

    const NOW: Timestamp = Timestamp(1_000);

    fn listed(lines: &[(PersonId, bool, Timestamp)]) -> Sheet {
        Sheet::of(lines.iter().map(|(person, present, at)| Recorded {
            person: *person,
            present: *present,
            source: Source::TrainerList,
            at: *at,
        }))
    }

    #[test]
    fn the_newest_line_of_a_person_counts() {
        let (arta, emir) = (person(1), person(2));
        let sheet = listed(&[
            (arta, true, NOW),
            (emir, false, NOW),
            (arta, false, NOW.plus(1)),
        ]);
        assert_eq!(sheet.present(arta), Some(false));
        assert_eq!(sheet.present(person(3)), None);
        assert_eq!(sheet.everybody_present().count(), 0);
    }

    #[test]
    fn only_what_differs_is_added_and_a_change_of_mind_is_a_correction() {
        let (arta, emir, lejla) = (person(1), person(2), person(3));
        let sheet = listed(&[(arta, true, NOW), (emir, true, NOW)]);
        let present = BTreeSet::from([arta, lejla]);
        let changes = sheet.changes(&[arta, emir, lejla, lejla], &present, None);
        let changes = changes.expect("changes");
        assert_eq!(changes.first, [(lejla, true)]);
        assert_eq!(changes.corrected, [(emir, false)]);
        let same = sheet.changes(&[arta], &BTreeSet::from([arta]), None);
        assert_eq!(same.expect("no change").lines().count(), 0);
        assert_eq!(sheet.expected_and_present(), (2, 2));
        let after = sheet.with(&changes, Source::TrainerList);
        assert_eq!(after.expected_and_present(), (3, 2));
    }

    #[test]
    fn a_list_filled_in_before_somebody_checked_in_does_not_send_them_away() {
        let (arta, emir) = (person(1), person(2));
        // The list showed nobody; Arta has checked in since.
        let sheet = listed(&[(arta, true, NOW)]);
        let nothing_seen = BTreeMap::new();
        let changes = sheet.changes(&[arta, emir], &BTreeSet::from([emir]), Some(&nothing_seen));
        assert_eq!(changes.expect("changes").first, [(emir, true)]);
        // It showed Arta as absent and she was ticked; somebody else ticked her too.
        let seen = BTreeMap::from([(arta, false)]);
        let same = sheet.changes(&[arta], &BTreeSet::from([arta]), Some(&seen));
        assert_eq!(same.expect("the same word").lines().count(), 0);
        // It showed her as present and she was sent away; meanwhile somebody else did that and
        // took it back.
        let sheet = listed(&[(arta, false, NOW)]);
        let seen = BTreeMap::from([(arta, false), (emir, false)]);
        let ticked = sheet.changes(&[arta], &BTreeSet::from([arta]), Some(&seen));
        assert_eq!(ticked.expect("a correction").corrected, [(arta, true)]);
    }

    #[test]
    fn two_people_who_correct_one_line_differently_are_told() {
        let arta = person(1);
        // Two people saw nothing recorded. The first wrote that she was absent.
        let sheet = listed(&[(arta, false, NOW)]);
        let refused = sheet.changes(&[arta], &BTreeSet::from([arta]), Some(&BTreeMap::new()));
        assert_eq!(refused, Err(vec![arta]));
    }

    #[test]
    fn a_line_written_after_the_clock_went_back_is_still_the_newest() {
        let sheet = listed(&[(person(1), true, NOW.plus(500))]);
        assert_eq!(sheet.next_moment(NOW), NOW.plus(501));
        assert_eq!(sheet.next_moment(NOW.plus(900)), NOW.plus(900));
    }

    #[test]
    fn what_was_taken_back_is_as_if_nothing_had_been_recorded() {
        let arta = person(1);
        let line = |source, at| Recorded {
            person: arta,
            present: source != Source::TakenBack,
            source,
            at,
        };
        let taken_back = [
            line(Source::Paper, NOW),
            line(Source::TakenBack, NOW.plus(1)),
        ];
        let sheet = Sheet::of(taken_back);
        assert_eq!((sheet.present(arta), sheet.everybody().count()), (None, 0));
        let changes = sheet.changes(&[arta], &BTreeSet::new(), None);
        assert_eq!(changes.expect("changes").first, [(arta, false)]);
        assert_eq!(sheet.next_moment(NOW), NOW.plus(2));
    }

    #[test]
    fn who_was_expected_is_known_only_where_a_trainer_says_who_came() {
        let (arta, emir) = (person(1), person(2));
        let checked_in = Recorded {
            person: arta,
            present: true,
            source: Source::SelfCheckIn,
            at: NOW,
        };
        let sheet = Sheet::of([checked_in]);
        assert_eq!(sheet.expected_and_present(), (0, 0));
        let changes = sheet.changes(&[arta, emir], &BTreeSet::from([arta]), None);
        let after = sheet.with(&changes.expect("changes"), Source::TrainerList);
        assert_eq!(after.expected_and_present(), (2, 1));
    }
}
