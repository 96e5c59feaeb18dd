//! Cohorts: made, seen, renamed; colleagues withdrawn with a reason and brought back.

mod change;
mod create;
mod list;
mod view;

use domain::ids::{CohortId, PersonId};
use domain::names::is_invisible;
use domain::people::Actor;
use domain::policy::Action;

use crate::access::{CohortStanding, allow};
use crate::{FieldProblem, ServiceError, Services, form};

pub use change::{add_trainer, bring_back, rename, to_withdraw, withdraw};
pub use create::{NewCohort, Offer, Place, create, offer};
pub use list::{Listed, Listing, PER_PAGE, list};
pub use store::cohort::{Audience, Cohort, Mode};
pub use store::enrolment::Past;
pub use store::message::State as LetterState;
pub use store::roster::{Invited, Line};
pub(crate) use view::sorted;
pub use view::{CohortPage, RosterLine, SessionLine, Summary, Wanted, export, show};

/// Longest title, place or name of a thing.
const LONGEST_LINE: usize = 200;

/// A cohort that the actor may do `action` to.
///
/// # Errors
/// [`ServiceError::SignIn`] for a visitor, before anything is looked up; [`ServiceError::Hidden`]
/// when there is none or it is none of the asker's business.
pub(crate) async fn allowed(
    services: &Services,
    actor: &Actor,
    action: Action,
    cohort: CohortId,
) -> Result<(PersonId, CohortStanding), ServiceError> {
    let by = actor.person().ok_or(ServiceError::SignIn)?;
    let standing = CohortStanding::of(services.store.read(), cohort).await?;
    allow(actor, action, &standing.subject())?;
    Ok((by, standing))
}

/// The people who may deliver a cohort's sessions: its own trainers, then the institution's others.
pub(crate) async fn possible_trainers(
    services: &Services,
    cohort: &Cohort,
) -> Result<Vec<(PersonId, String)>, ServiceError> {
    let read = services.store.read();
    let mut people = store::cohort::trainer_names(read, &[cohort.id])
        .await?
        .remove(&cohort.id)
        .unwrap_or_default();
    for other in store::grant::trainers_at(read, cohort.institution).await? {
        if !people.iter().any(|(person, _)| *person == other.0) {
            people.push(other);
        }
    }
    Ok(people)
}

/// A line somebody typed as a title or a place: without invisible characters, neither empty (then
/// `missing` is the problem's code) nor longer than a line.
pub(crate) fn clean_line(field: &str, missing: &str, typed: &str) -> Result<String, FieldProblem> {
    let visible: String = typed
        .chars()
        .filter(|letter| !is_invisible(*letter))
        .collect();
    let mut problems = Vec::new();
    let line = form::line(field, &visible, LONGEST_LINE, &mut problems);
    match problems.pop() {
        Some(problem) => Err(problem),
        None if line.is_empty() => Err(FieldProblem::new(field, missing)),
        None => Ok(line),
    }
}

#[cfg(test)]
mod tests {
    use super::clean_line;

    #[test]
    fn a_title_is_one_visible_line() {
        assert_eq!(
            clean_line(
                "title",
                "cohort_title_missing",
                " Spring\u{202e}\n cohort\0 "
            )
            .as_deref(),
            Ok("Spring cohort")
        );
        assert!(clean_line("title", "cohort_title_missing", "\u{200b} \t").is_err());
        assert!(clean_line("title", "cohort_title_missing", &"š".repeat(201)).is_err());
    }
}
