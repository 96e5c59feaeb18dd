//! The five parts of a unit.

use crate::people::coded;

coded! {
    /// A part of a unit in the SCATE model, in reading order.
    Part {
        /// Audience, outcomes, minutes and licence.
        Scope = "scope",
        /// What there is to read.
        Content = "content",
        /// One task.
        Activity = "activity",
        /// Reflection prompts and questions.
        Thinking = "thinking",
        /// Where to read on; never required.
        Extra = "extra",
    }
}

impl Part {
    /// Whether a unit can be complete without this part.
    #[must_use]
    pub fn is_required(self) -> bool {
        self != Self::Extra
    }
}
