//! The rules of the cascade: who trained whom, who counts, and how far there is to go.
//!
//! Every rule is written once, here, and has a [`Rule`] whose code is the key of the sentence that
//! pages print beside the rule's number.

pub mod activity;
pub mod chart;
pub mod evidence;
pub mod fidelity;
pub mod follow_up;
pub mod forecast;
pub mod funnel;
pub mod generation;
pub mod heads;
pub mod help;
pub mod lineage;
pub mod origin;
pub mod pace;
pub mod passage;
pub mod small_cells;
mod split_mix;
pub mod tally;
pub mod target;

use crate::people::coded;

coded! {
    /// A rule of the cascade.
    Rule {
        /// Trained by whoever delivered a session one attended; self-paced, by the lead trainers.
        Edge = "rule-edge",
        /// Root trainers are generation 0; others 1 + the smallest among their trainers.
        Generation = "rule-generation",
        /// A head is a person; a participation is a person in a cohort.
        Heads = "rule-heads",
        /// Who is a colleague, who stays in the denominator, who is only listed.
        WhoCounts = "rule-who-counts",
        /// Completions and awards never change a past count.
        AppendOnly = "rule-append-only",
        /// The status word of a count against its range.
        TargetStatus = "rule-target-status",
        /// (minimum − certified) ÷ weeks left.
        RequiredPace = "rule-required-pace",
        /// Slower so far than the weeks left require.
        BehindPace = "rule-behind-pace",
        /// Where the count will probably be at the end.
        Forecast = "rule-forecast",
        /// Qualified long ago, nothing delivered, nothing planned.
        SilentTrainer = "rule-silent-trainer",
        /// Trainers with a delivered session ÷ qualified trainers.
        TrainerActivation = "rule-trainer-activation",
        /// From invited to applied.
        Funnel = "rule-funnel",
        /// When an outcome is known: finished, withdrawn, or silent for long.
        Outcome = "rule-outcome",
        /// From qualifying to the first delivered session.
        FirstCascade = "rule-first-cascade",
        /// Unfinished, and nothing done for two weeks.
        Stalled = "rule-stalled",
        /// What one generation knows against those who trained it.
        Fidelity = "rule-fidelity",
        /// Asked 30 and 90 days after finishing.
        FollowUp = "rule-follow-up",
        /// Counts below five are not published.
        SmallCells = "rule-small-cells",
        /// Sessions with every required piece ÷ sessions delivered.
        Evidence = "rule-evidence",
    }
}

/// People and edges for the tests of the cascade's rules.
#[cfg(test)]
mod sample {
    use uuid::Uuid;

    use super::lineage::Edge;
    use crate::clock::Timestamp;
    use crate::ids::{CohortId, PersonId};

    pub(super) fn person(n: u128) -> PersonId {
        PersonId(Uuid::from_u128(n))
    }

    pub(super) fn edge(trainee: u128, trainer: u128) -> Edge {
        Edge {
            trainee: person(trainee),
            trainer: person(trainer),
            cohort: CohortId(Uuid::from_u128(900)),
            session: None,
            at: Timestamp(0),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Rule;

    #[test]
    fn every_rule_has_its_own_message_key() {
        for rule in Rule::ALL {
            assert!(rule.code().starts_with("rule-"));
            assert_eq!(Rule::from_code(rule.code()), Some(*rule));
        }
    }
}
