//! Rules 3 and 4: heads and participations, and who counts.

use std::collections::{BTreeMap, HashSet};

use serde::{Deserialize, Serialize};

use crate::ids::{InstitutionId, ParticipationId, PersonId};
use crate::people::coded;

coded! {
    /// What somebody is in a cohort.
    Part {
        /// A colleague being trained; only these are counted.
        Colleague = "colleague",
        /// A trainer of the cohort or institution who is present.
        Trainer = "trainer",
        /// A lead of the institution who is present.
        Lead = "lead",
    }
}

impl Part {
    /// What a person is, given the trainers and leads of the cohort and its institution.
    #[must_use]
    pub fn of(person: PersonId, trainers: &[PersonId], leads: &[PersonId]) -> Self {
        if trainers.contains(&person) {
            Self::Trainer
        } else if leads.contains(&person) {
            Self::Lead
        } else {
            Self::Colleague
        }
    }
}

/// What counting needs to know of one participation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ParticipationFacts {
    /// The participation.
    pub participation: ParticipationId,
    /// Who takes part.
    pub person: PersonId,
    /// The cohort's institution. Whoever moves on stays counted here, where they were trained.
    pub trained_at: InstitutionId,
    /// What they are in the cohort.
    pub part: Part,
    /// Whether they ever signed in.
    pub signed_in: bool,
    /// Whether they were certified; true for ever, whatever happens later.
    pub certified: bool,
    /// Why they were withdrawn, if they were.
    pub withdrawn: Option<String>,
}

/// A number of people and of their participations: two cohorts are one head, two participations.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Both {
    /// Different people.
    pub heads: u32,
    /// Places in cohorts.
    pub participations: u32,
}

/// A withdrawn participation: listed with its reason, never silently dropped.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Withdrawn {
    /// The participation.
    pub participation: ParticipationId,
    /// Who.
    pub person: PersonId,
    /// Why.
    pub reason: String,
}

/// A count of colleagues.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct HeadCount {
    /// The denominator: everybody ever invited. Never having signed in, or being withdrawn, does
    /// not take anybody out, so no share can be improved by removing people.
    pub invited: Both,
    /// Those of them who never signed in.
    pub never_signed_in: Both,
    /// Those of them who were certified, withdrawn later or not.
    pub certified: Both,
    /// Those withdrawn, in the order given.
    pub withdrawn: Vec<Withdrawn>,
}

/// Counts the colleagues among `facts`. Heads of several counts cannot be added up: the same
/// person may be in two of them; count the facts of all instead.
#[must_use]
pub fn count<'a>(facts: impl IntoIterator<Item = &'a ParticipationFacts>) -> HeadCount {
    let colleagues: Vec<_> = facts
        .into_iter()
        .filter(|f| f.part == Part::Colleague)
        .collect();
    let signed_in: HashSet<PersonId> = colleagues
        .iter()
        .filter(|f| f.signed_in)
        .map(|f| f.person)
        .collect();
    HeadCount {
        invited: both(colleagues.iter().copied()),
        never_signed_in: both(
            colleagues
                .iter()
                .copied()
                .filter(|f| !signed_in.contains(&f.person)),
        ),
        certified: both(colleagues.iter().copied().filter(|f| f.certified)),
        withdrawn: colleagues.iter().filter_map(|f| withdrawal(f)).collect(),
    }
}

/// Counts for each institution, by where people were trained.
#[must_use]
pub fn count_by_institution(facts: &[ParticipationFacts]) -> BTreeMap<InstitutionId, HeadCount> {
    let mut groups: BTreeMap<InstitutionId, Vec<&ParticipationFacts>> = BTreeMap::new();
    for fact in facts {
        groups.entry(fact.trained_at).or_default().push(fact);
    }
    groups
        .into_iter()
        .map(|(institution, group)| (institution, count(group)))
        .collect()
}

fn both<'a>(facts: impl Iterator<Item = &'a ParticipationFacts>) -> Both {
    let mut people = HashSet::new();
    let mut participations = 0;
    for fact in facts {
        people.insert(fact.person);
        participations += 1;
    }
    Both {
        heads: u32::try_from(people.len()).unwrap_or(u32::MAX),
        participations,
    }
}

fn withdrawal(fact: &ParticipationFacts) -> Option<Withdrawn> {
    let reason = fact.withdrawn.clone()?;
    Some(Withdrawn {
        participation: fact.participation,
        person: fact.person,
        reason,
    })
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;

    fn institution(n: u128) -> InstitutionId {
        InstitutionId(Uuid::from_u128(n))
    }

    fn colleague(participation: u128, person: u128) -> ParticipationFacts {
        ParticipationFacts {
            participation: ParticipationId(Uuid::from_u128(participation)),
            person: PersonId(Uuid::from_u128(person)),
            trained_at: institution(1),
            part: Part::Colleague,
            signed_in: true,
            certified: false,
            withdrawn: None,
        }
    }

    #[test]
    fn two_cohorts_are_one_head_and_two_participations() {
        let counted = count(&[colleague(1, 7), colleague(2, 7), colleague(3, 8)]);
        assert_eq!(
            counted.invited,
            Both {
                heads: 2,
                participations: 3
            }
        );
    }

    #[test]
    fn a_trainer_or_lead_present_is_not_a_colleague_head() {
        let person = PersonId(Uuid::from_u128(7));
        assert_eq!(Part::of(person, &[person], &[person]), Part::Trainer);
        assert_eq!(Part::of(person, &[], &[person]), Part::Lead);
        assert_eq!(Part::of(person, &[], &[]), Part::Colleague);

        let trainer = ParticipationFacts {
            part: Part::Trainer,
            ..colleague(1, 7)
        };
        let lead = ParticipationFacts {
            part: Part::Lead,
            certified: true,
            ..colleague(2, 8)
        };
        assert_eq!(count(&[trainer, lead]), HeadCount::default());
    }

    #[test]
    fn someone_invited_who_never_signed_in_stays_in_the_denominator() {
        let silent = ParticipationFacts {
            signed_in: false,
            ..colleague(1, 7)
        };
        let counted = count(&[silent, colleague(2, 8)]);
        assert_eq!(counted.invited.heads, 2);
        assert_eq!(
            counted.never_signed_in,
            Both {
                heads: 1,
                participations: 1
            }
        );
    }

    #[test]
    fn someone_who_signed_in_for_one_cohort_has_signed_in() {
        let second = ParticipationFacts {
            signed_in: false,
            ..colleague(2, 7)
        };
        assert_eq!(
            count(&[colleague(1, 7), second]).never_signed_in,
            Both::default()
        );
    }

    #[test]
    fn a_withdrawn_person_is_listed_with_the_reason_and_changes_no_count() {
        let left = ParticipationFacts {
            certified: true,
            withdrawn: Some("left the university".to_owned()),
            ..colleague(1, 7)
        };
        let counted = count(&[left, colleague(2, 8)]);
        assert_eq!((counted.invited.heads, counted.certified.heads), (2, 1));
        let reasons: Vec<&str> = counted
            .withdrawn
            .iter()
            .map(|w| w.reason.as_str())
            .collect();
        assert_eq!(reasons, ["left the university"]);
    }

    #[test]
    fn a_person_who_changes_institution_stays_counted_where_trained() {
        let elsewhere = ParticipationFacts {
            trained_at: institution(2),
            ..colleague(2, 7)
        };
        let facts = [colleague(1, 7), elsewhere];
        let counted = count_by_institution(&facts);
        assert_eq!(counted[&institution(1)].invited.heads, 1);
        assert_eq!(counted[&institution(2)].invited.heads, 1);
        assert_eq!(
            count(&facts).invited.heads,
            1,
            "in the programme it is still one head"
        );
    }
}
