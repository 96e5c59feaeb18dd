//! How far somebody is, and what counts as complete.

mod completion;
mod resume;
mod steps;
mod work;

pub use completion::{State, module_state, part_state, percent, unit_state};
pub use resume::{Place, resume};
pub use steps::{ActivityState, Step, UnitProgress};
pub use work::{BlockShape, UnitShape, minutes_left};

#[cfg(test)]
mod samples;
