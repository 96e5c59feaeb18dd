//! The trainer's side of a unit, shown to trainers only.

use serde::{Deserialize, Serialize};

/// What helps a trainer take a group through a unit.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TrainerSide {
    /// Notes on leading the unit.
    pub facilitation_html: String,
    /// The unit minute by minute; each step begins where the one before ended.
    pub plan: Vec<PlanStep>,
    /// Remarks on the plan; may be empty.
    pub plan_notes_html: String,
    /// How the unit runs in a room.
    pub workshop_html: String,
    /// What there is to say about the questions beyond their marked keys.
    pub key_html: String,
}

/// One step of a minute plan.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PlanStep {
    /// The minute it begins.
    pub minutes_from: u16,
    /// The minute it ends.
    pub minutes_to: u16,
    /// What happens, as HTML.
    pub what_html: String,
    /// How it is done, as HTML.
    pub how_html: String,
}
