//! What somebody owes of a course.

use domain::ids::UnitId;
use store::cohort::Cohort;
use store::participation::Participation;

use crate::course::Edition;

/// The units that a participation asks for, in course order: those of the person's track, or the
/// whole course without one. Completion, the percentages and awards all rest on this.
#[must_use]
pub fn required(edition: &Edition, cohort: &Cohort, of: &Participation) -> Vec<UnitId> {
    edition.required(cohort.owing(of.track.as_ref()))
}
