//! A trainer's decision about one version.

use domain::assessment::Level;
use domain::ids::{CohortId, SubmissionId};
use domain::people::Actor;
use domain::policy::Action;
use store::learning::{lock_submissions, newest_submission};
use store::review::{HandedIn, NewReview, Review, keep_reviews, of};

use super::readable;
use crate::cohorts::allowed;
use crate::{FieldProblem, ServiceError, Services, audit};

/// Longest feedback, in characters.
pub const LONGEST_FEEDBACK: usize = 4_000;

/// What a trainer typed.
#[derive(Clone, Copy, Debug, Default)]
pub struct Typed<'a> {
    /// `accept` or `return`: which button was pressed.
    pub decision: &'a str,
    /// The code of a [`Level`].
    pub level: &'a str,
    /// The feedback.
    pub feedback: &'a str,
}

/// What came of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// The version is accepted or returned.
    Done {
        /// Which of them.
        accepted: bool,
    },
    /// Nothing was kept: the learner had handed in this newer version in between.
    Newer(SubmissionId),
    /// Nothing was kept: somebody had reviewed the version in between.
    Already(Review),
}

/// Accepts a version, or returns it with feedback. Each version is reviewed once: of two trainers
/// at the same moment the second is told what the first one said.
///
/// # Errors
/// What is wrong with the form; [`ServiceError::Hidden`] as for [`super::open`].
pub async fn review(
    services: &Services,
    actor: &Actor,
    cohort: CohortId,
    id: SubmissionId,
    typed: Typed<'_>,
) -> Result<Outcome, ServiceError> {
    let (by, standing) = allowed(services, actor, Action::ReviewActivity, cohort).await?;
    let (_, text) = readable(services, &standing, by, id).await?;
    let (level, accepted, feedback) = checked(typed)?;
    let new = NewReview {
        submission: id,
        cohort,
        reviewer: by,
        level,
        accepted,
        feedback,
        at: services.now(),
    };
    let all = services.clone();
    services
        .store
        .write(Box::new(move |tx| {
            Box::pin(async move { kept(&all, tx, &text, new).await })
        }))
        .await
}

async fn kept(
    services: &Services,
    tx: &store::DatabaseTransaction,
    text: &HandedIn,
    new: NewReview,
) -> Result<Outcome, ServiceError> {
    lock_submissions(tx, text.person, text.unit).await?;
    if let Some(earlier) = of(tx, text.id).await? {
        return Ok(Outcome::Already(earlier));
    }
    let newest = newest_submission(tx, text.person, text.unit, &text.question).await?;
    if let Some(newer) = newest.filter(|newest| newest.id != text.id) {
        return Ok(Outcome::Newer(newer.id));
    }
    keep_reviews(tx, std::slice::from_ref(&new)).await?;
    let accepted = new.accepted;
    let action = if accepted {
        "submission.accepted"
    } else {
        "submission.returned"
    };
    let subject = ("submission", text.id.0);
    audit::record(services, tx, Some(new.reviewer), action, subject, "").await?;
    Ok(Outcome::Done { accepted })
}

/// The level, whether the text is accepted, and the feedback.
fn checked(typed: Typed<'_>) -> Result<(Level, bool, String), ServiceError> {
    let mut problems = Vec::new();
    let level = Level::from_code(typed.level);
    if level.is_none() {
        problems.push(FieldProblem::new("level", "review-level"));
    }
    let accepted = match typed.decision {
        "accept" => Some(true),
        "return" => Some(false),
        _ => {
            problems.push(FieldProblem::new("level", "choice"));
            None
        }
    };
    // A form sends line breaks as CR LF; one kind is kept.
    let feedback = typed.feedback.replace("\r\n", "\n").trim().to_owned();
    if feedback.contains('\0') {
        problems.push(FieldProblem::new("feedback", "text-unkeepable"));
    } else if feedback.chars().count() > LONGEST_FEEDBACK {
        let problem = FieldProblem::new("feedback", "text-too-long");
        problems.push(problem.with("max", LONGEST_FEEDBACK));
    } else if feedback.is_empty() && accepted == Some(false) {
        problems.push(FieldProblem::new("feedback", "review-feedback"));
    }
    match (level, accepted) {
        (Some(level), Some(accepted)) if problems.is_empty() => Ok((level, accepted, feedback)),
        _ => Err(ServiceError::Invalid(problems)),
    }
}
