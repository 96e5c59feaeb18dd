//! The follow-up after a course: 30 and 90 days after finishing it, people see what they promised
//! in their own words and say whether they did it. Nobody but they sees their text and their
//! answers; trainers, leads and coordinators see how many answered what.

use std::collections::BTreeMap;

use domain::cascade::follow_up::{Answer, Barrier, Round, Standing};
use domain::cascade::funnel::Stage;
use domain::clock::Timestamp;
use domain::ids::{CourseVersionId, ParticipationId, PersonId, ProgrammeId, UnitId};
use domain::people::Actor;
use domain::policy::{Action, Subject};
use store::learner::LearnersCohort;
use store::participation::{Because, Participation};
use store::person_history::Place;

use crate::access::oneself;
use crate::course::edition_of;
use crate::learning::Text;
use crate::sight::{Sight, see};
use crate::{FieldProblem, ServiceError, Services};

pub use store::follow_up::{Answered, Rounds};

/// Longest text that shows what was done, in characters.
pub const LONGEST_EVIDENCE: usize = 4_000;
/// Longest line about what stood in the way, in characters.
pub const LONGEST_BARRIER: usize = 300;

/// One person's follow-up of one course.
#[derive(Clone, Debug)]
pub struct FollowUp {
    /// The participation that was finished.
    pub participation: ParticipationId,
    /// The cohort's title.
    pub cohort: String,
    /// When it was finished.
    pub finished_at: Timestamp,
    /// What the person promised, in their words; none where the course asks for no commitment.
    pub commitment: Option<Text>,
    /// What they answered, by round.
    pub answers: BTreeMap<Round, Answered>,
    /// The round that can be answered now.
    pub open: Option<Round>,
}

impl FollowUp {
    /// The round that waits for a first answer.
    #[must_use]
    pub fn waits(&self) -> Option<Round> {
        self.open.filter(|round| !self.answers.contains_key(round))
    }

    /// The next round that is not asked yet, and from when it will be.
    #[must_use]
    pub fn next(&self, now: Timestamp) -> Option<(Round, Timestamp)> {
        Round::ALL
            .iter()
            .find_map(|round| match round.standing(self.finished_at, now) {
                Standing::NotYet(from) => Some((*round, from)),
                Standing::Open | Standing::Over => None,
            })
    }
}

/// What somebody typed into the follow-up's form.
#[derive(Clone, Copy, Debug, Default)]
pub struct Typed<'a> {
    /// The round that the form showed.
    pub round: &'a str,
    /// Whether they did it.
    pub answer: &'a str,
    /// What shows it.
    pub evidence: &'a str,
    /// What stood in the way; empty: nothing named.
    pub barrier: &'a str,
    /// The same in their words.
    pub barrier_text: &'a str,
}

/// One's own follow-up.
///
/// # Errors
/// [`ServiceError::Hidden`] when the participation is somebody else's, not finished or withdrawn.
pub async fn mine(
    services: &Services,
    actor: &Actor,
    id: ParticipationId,
) -> Result<FollowUp, ServiceError> {
    let person = oneself(actor)?;
    let (of, finished_at) = finished(services, person, id).await?;
    let read = services.store.read();
    let cohort = store::cohort::by_id(read, of.cohort)
        .await?
        .ok_or(ServiceError::Hidden)?;
    let taken = [Taken {
        participation: id,
        cohort: cohort.title,
        version: cohort.course_version,
        finished_at,
    }];
    let found = followed_up(services, person, &taken).await?;
    found.into_iter().next().ok_or(ServiceError::Hidden)
}

/// The follow-ups of a learner's cohorts that were asked so far, the newest first. Nothing is read
/// for somebody who has none.
pub(crate) async fn asked_so_far(
    services: &Services,
    person: PersonId,
    cohorts: &[LearnersCohort],
) -> Result<Vec<FollowUp>, ServiceError> {
    let now = services.now();
    let asked = cohorts.iter().filter_map(|cohort| {
        let finished_at = cohort.finished_at?;
        Round::open(finished_at, now)?;
        Some(Taken {
            participation: cohort.participation,
            cohort: cohort.title.clone(),
            version: cohort.version,
            finished_at,
        })
    });
    followed_up(services, person, &asked.collect::<Vec<_>>()).await
}

/// The same of a person's participations.
pub(crate) async fn of_participations(
    services: &Services,
    person: PersonId,
    participations: &[(Participation, Place)],
) -> Result<Vec<FollowUp>, ServiceError> {
    let now = services.now();
    let asked = participations.iter().filter_map(|(of, place)| {
        let finished_at = of.finished_at.filter(|_| of.withdrawn.is_none())?;
        Round::open(finished_at, now)?;
        Some(Taken {
            participation: of.id,
            cohort: place.title.clone(),
            version: place.course_version,
            finished_at,
        })
    });
    followed_up(services, person, &asked.collect::<Vec<_>>()).await
}

/// A course that somebody finished in a cohort.
struct Taken {
    participation: ParticipationId,
    cohort: String,
    version: CourseVersionId,
    finished_at: Timestamp,
}

async fn followed_up(
    services: &Services,
    person: PersonId,
    taken: &[Taken],
) -> Result<Vec<FollowUp>, ServiceError> {
    if taken.is_empty() {
        return Ok(Vec::new());
    }
    let read = services.store.read();
    let mut units = Vec::with_capacity(taken.len());
    for one in taken {
        units.push(commitment_of(services, one.version).await?);
    }
    let asked: Vec<UnitId> = units.iter().copied().flatten().collect();
    let texts = store::follow_up::commitments(read, person, &asked).await?;
    let ids: Vec<ParticipationId> = taken.iter().map(|one| one.participation).collect();
    let mut answers = store::follow_up::answers(read, &ids).await?;
    let now = services.now();
    let one = |(one, unit): (&Taken, Option<UnitId>)| FollowUp {
        participation: one.participation,
        cohort: one.cohort.clone(),
        finished_at: one.finished_at,
        commitment: unit.and_then(|unit| texts.get(&unit)).map(|written| Text {
            body: written.body.clone(),
            saved_at: written.saved_at,
        }),
        answers: Round::ALL
            .iter()
            .filter_map(|round| Some((*round, answers.remove(&(one.participation, *round))?)))
            .collect(),
        open: Round::open(one.finished_at, now),
    };
    Ok(taken.iter().zip(units).map(one).collect())
}

/// The unit in whose activity a course asks for a commitment; none in a course that cannot be
/// read.
async fn commitment_of(
    services: &Services,
    version: CourseVersionId,
) -> Result<Option<UnitId>, ServiceError> {
    match edition_of(services, version).await {
        Ok(edition) => Ok(edition.commitment()),
        Err(ServiceError::Hidden) => Ok(None),
        Err(error) => Err(error),
    }
}

/// Answers a round for oneself. Answering the same once more changes nothing; another answer
/// counts instead, and the earlier one stays on record.
///
/// # Errors
/// What is wrong with the form; a problem of `answer` when the round is not open;
/// [`ServiceError::Hidden`] as for [`mine`]; [`ServiceError::Stale`] when the same person answers at
/// the same moment elsewhere.
pub async fn answer(
    services: &Services,
    actor: &Actor,
    id: ParticipationId,
    typed: Typed<'_>,
) -> Result<Round, ServiceError> {
    let person = oneself(actor)?;
    let (of, finished_at) = finished(services, person, id).await?;
    let now = services.now();
    let round = Round::from_code(typed.round)
        .filter(|round| round.standing(finished_at, now) == Standing::Open)
        .ok_or_else(|| FieldProblem::new("answer", "follow_up_closed"))?;
    let new = checked(typed, now)?;
    let (event, reached) = (services.new_id(), services.new_id());
    services
        .store
        .write(Box::new(move |tx| {
            Box::pin(async move {
                let known = store::follow_up::answers(tx, &[id]).await?;
                let same = |known: &Answered| {
                    Answered {
                        at: now,
                        ..known.clone()
                    } == new
                };
                if known.get(&(id, round)).is_some_and(same) {
                    return Ok(round);
                }
                if store::follow_up::keep(tx, event, &of, round, &new)
                    .await?
                    .is_none()
                {
                    return Err(ServiceError::Stale);
                }
                let because = Because {
                    event: reached,
                    actor: Some(person),
                    at: now,
                    detail: "",
                };
                if round.means_applied(new.answer) {
                    store::participation::reach(tx, id, Stage::Applied, because).await?;
                } else if round.decides_applied() {
                    // The newest answer counts: what an earlier one gave is taken back.
                    store::participation::not_applied(tx, id, because).await?;
                }
                Ok(round)
            })
        }))
        .await
}

fn checked(typed: Typed<'_>, now: Timestamp) -> Result<Answered, ServiceError> {
    let mut problems = Vec::new();
    let answer = Answer::from_code(typed.answer);
    if answer.is_none() {
        problems.push(FieldProblem::new("answer", "choice"));
    }
    let barrier = match typed.barrier {
        "" => None,
        code => {
            let barrier = Barrier::from_code(code);
            if barrier.is_none() {
                problems.push(FieldProblem::new("barrier", "choice"));
            }
            barrier
        }
    };
    let (field, longest) = ("barrier_text", LONGEST_BARRIER);
    let barrier_text = crate::form::line(field, typed.barrier_text, longest, &mut problems);
    if barrier == Some(Barrier::Other) && barrier_text.is_empty() {
        problems.push(FieldProblem::new(field, "follow_up_other"));
    }
    // A form sends line breaks as CR LF; one kind is kept.
    let evidence = typed.evidence.replace("\r\n", "\n").trim().to_owned();
    if evidence.contains('\0') {
        problems.push(FieldProblem::new("evidence", "text-unkeepable"));
    } else if evidence.chars().count() > LONGEST_EVIDENCE {
        let problem = FieldProblem::new("evidence", "text-too-long");
        problems.push(problem.with("max", LONGEST_EVIDENCE));
    }
    match answer {
        Some(answer) if problems.is_empty() => Ok(Answered {
            answer,
            evidence,
            barrier,
            barrier_text,
            at: now,
        }),
        _ => Err(ServiceError::Invalid(problems)),
    }
}

async fn finished(
    services: &Services,
    person: PersonId,
    id: ParticipationId,
) -> Result<(Participation, Timestamp), ServiceError> {
    let found = store::participation::by_id(services.store.read(), id)
        .await?
        .filter(|found| found.person == person && found.withdrawn.is_none())
        .ok_or(ServiceError::Hidden)?;
    let finished_at = found.finished_at.ok_or(ServiceError::Hidden)?;
    Ok((found, finished_at))
}

/// What became of the rounds in a programme, and how much of it the asker sees.
///
/// # Errors
/// [`ServiceError::Hidden`] when it is none of the asker's business.
pub async fn in_programme(
    services: &Services,
    actor: &Actor,
    programme: ProgrammeId,
) -> Result<(Rounds, Sight), ServiceError> {
    let sight = see(actor, Action::SeeProgramme, &Subject::Programme(programme))?;
    let rounds = store::follow_up::of_programme(services.store.read(), programme).await?;
    Ok((rounds, sight))
}
