//! Moving, changing, cancelling a session, and handing sessions over to a colleague.

use std::collections::HashSet;

use domain::ids::{CohortId, PersonId, SessionId, UnitId};
use domain::people::Actor;
use domain::policy::Action;
use store::DatabaseTransaction;
use store::session::Session;

use super::letters::{
    AHEAD, News, hold_back, is_ahead, reads_otherwise, tell, tell_those_who_left,
};
use super::plan::{Offer, Plan, follow_trainers, offer, refuse_clash};
use super::{allowed, as_it_is};
use crate::cohorts::{self, clean_line};
use crate::{FieldProblem, ServiceError, Services, audit, cascade, local};

/// A session to be changed, what it teaches, and what it can be made of.
///
/// # Errors
/// [`ServiceError::Hidden`] when it is none of the asker's business.
pub async fn to_change(
    services: &Services,
    actor: &Actor,
    cohort: CohortId,
    session: SessionId,
) -> Result<(Session, Vec<UnitId>, Offer), ServiceError> {
    let (_, standing, session) =
        allowed(services, actor, Action::PlanSession, cohort, session).await?;
    let units = store::session::units(services.store.read(), session.id).await?;
    let mut offer = offer(services, standing.cohort).await?;
    // Who delivered it stays choosable after having left the institution.
    let missing: Vec<PersonId> = session
        .trainers
        .iter()
        .copied()
        .filter(|trainer| !offer.trainers.iter().any(|(known, _)| known == trainer))
        .collect();
    let named = store::person::by_ids(services.store.read(), &missing).await?;
    offer.trainers.extend(
        missing
            .into_iter()
            .filter_map(|id| Some((id, named.get(&id)?.name.clone()))),
    );
    Ok((session, units, offer))
}

/// Puts another plan in place. The day, the hours and the trainers of a session that was held stay
/// as they were: attendance and lineage rest on them. When the plan says so, the cohort is told of
/// what reads otherwise now.
///
/// # Errors
/// [`ServiceError::Invalid`] with what is wrong beside which field; [`ServiceError::Stale`] when
/// somebody else changed it since `revision`.
pub async fn change(
    services: &Services,
    actor: &Actor,
    cohort: CohortId,
    session: SessionId,
    plan: &Plan,
    revision: i64,
) -> Result<(), ServiceError> {
    let (_, _, offer) = to_change(services, actor, cohort, session).await?;
    let by = actor.person().ok_or(ServiceError::SignIn)?;
    let today = local::day(services.now());
    let mut changed = plan
        .checked(session, cohort, &offer.trainers, today)
        .map_err(ServiceError::Invalid)?;
    changed.revision = revision;
    let units = plan.units_of(&offer.course);
    let told = plan.tell;
    let asker = services.clone();
    services
        .store
        .write(Box::new(move |tx| {
            Box::pin(async move {
                store::cohort::lock(tx, cohort).await?;
                let before = as_it_is(tx, session).await?;
                if before.cancelled.is_some() {
                    return Err(ServiceError::field("day", "session_cancelled"));
                }
                changed.delivered_at = before.delivered_at;
                refuse_another_past(&before, &changed)?;
                refuse_clash(tx, &changed).await?;
                if !store::session::change(tx, &changed).await? {
                    return Err(ServiceError::Stale);
                }
                store::session::keep_units(tx, session, &units).await?;
                // Who delivered it may have handed the cohort over since.
                if before.delivered_at.is_none() {
                    follow_trainers(&asker, tx, &changed).await?;
                }
                follow_letters(&asker, tx, &before, &changed, by, told).await?;
                let moved = before.on_day != changed.on_day || before.times != changed.times;
                let action = if moved {
                    "session.moved"
                } else {
                    "session.changed"
                };
                let detail = format!("{} → {}", before.on_day, changed.on_day);
                audit::record(
                    &asker,
                    tx,
                    Some(by),
                    action,
                    ("session", session.0),
                    &detail,
                )
                .await
            })
        }))
        .await
}

/// Tells of a changed plan, and holds back reminders of a day that it is not any more. What waits
/// otherwise is written of the plan as it is when it goes out.
async fn follow_letters(
    services: &Services,
    tx: &DatabaseTransaction,
    before: &Session,
    changed: &Session,
    by: PersonId,
    told: bool,
) -> Result<(), ServiceError> {
    if before.on_day != changed.on_day {
        store::message::cancel_of_session(tx, changed.id, &[AHEAD]).await?;
    }
    let now = services.now();
    let ahead = is_ahead(before, now) || is_ahead(changed, now);
    if !told || !ahead || !reads_otherwise(before, changed) {
        return Ok(());
    }
    tell(services, tx, News::Changed, changed.id, by, &HashSet::new()).await?;
    tell_those_who_left(services, tx, before, by).await
}

fn refuse_another_past(before: &Session, changed: &Session) -> Result<(), ServiceError> {
    if before.delivered_at.is_none() {
        return Ok(());
    }
    let mut problems = Vec::new();
    if before.on_day != changed.on_day {
        problems.push(FieldProblem::new("day", "session_held"));
    }
    if before.times != changed.times {
        problems.push(FieldProblem::new("starts", "session_held"));
    }
    let sorted = |trainers: &[PersonId]| {
        let mut trainers = trainers.to_vec();
        trainers.sort();
        trainers
    };
    if sorted(&before.trainers) != sorted(&changed.trainers) {
        problems.push(FieldProblem::new("trainer", "session_held"));
    }
    if problems.is_empty() {
        return Ok(());
    }
    Err(ServiceError::Invalid(problems))
}

/// Cancels a session that was not held, with a reason that everybody sees; with `told`, the cohort
/// gets it by letter. Reminders of it are held back.
///
/// # Errors
/// [`ServiceError::Invalid`] without a reason, or when it was held.
pub async fn cancel(
    services: &Services,
    actor: &Actor,
    cohort: CohortId,
    session: SessionId,
    reason: &str,
    told: bool,
) -> Result<(), ServiceError> {
    let (by, _, session) = allowed(services, actor, Action::PlanSession, cohort, session).await?;
    let reason = clean_line("reason", "cancel_reason_missing", reason)?;
    let asker = services.clone();
    services
        .store
        .write(Box::new(move |tx| {
            Box::pin(async move {
                store::cohort::lock(tx, cohort).await?;
                let before = as_it_is(tx, session.id).await?;
                if before.delivered_at.is_some() {
                    return Err(ServiceError::field("reason", "session_held_cancel"));
                }
                let cancelled = Some((asker.now(), reason.as_str()));
                store::session::cancel(tx, session.id, cancelled).await?;
                // A second press of the button is no second news.
                let news = before.cancelled.is_none();
                if news {
                    hold_back(tx, session.id, true).await?;
                }
                if told && news && is_ahead(&before, asker.now()) {
                    tell(&asker, tx, News::Cancelled, session.id, by, &HashSet::new()).await?;
                }
                let subject = ("session", session.id.0);
                audit::record(&asker, tx, Some(by), "session.cancelled", subject, &reason).await
            })
        }))
        .await
}

/// Plans a cancelled session again, as it was; with `told`, the cohort gets that by letter.
///
/// # Errors
/// [`ServiceError::Invalid`] when its hours are taken by now.
pub async fn plan_again(
    services: &Services,
    actor: &Actor,
    cohort: CohortId,
    session: SessionId,
    told: bool,
) -> Result<(), ServiceError> {
    let (by, _, session) = allowed(services, actor, Action::PlanSession, cohort, session).await?;
    if session.cancelled.is_none() {
        return Ok(());
    }
    let asker = services.clone();
    services
        .store
        .write(Box::new(move |tx| {
            Box::pin(async move {
                store::cohort::lock(tx, cohort).await?;
                refuse_clash(tx, &session).await?;
                let before = as_it_is(tx, session.id).await?;
                store::session::cancel(tx, session.id, None).await?;
                let news = before.cancelled.is_some();
                if news {
                    hold_back(tx, session.id, false).await?;
                }
                if told && news && is_ahead(&before, asker.now()) {
                    let nobody = HashSet::new();
                    tell(&asker, tx, News::PlannedAgain, session.id, by, &nobody).await?;
                }
                let subject = ("session", session.id.0);
                audit::record(&asker, tx, Some(by), "session.planned_again", subject, "").await
            })
        }))
        .await
}

/// Hands a cohort over: `to` trains it in place of `from`, in every session that was not held yet.
/// What `from` delivered stays theirs. With `told`, the cohort and both of them get the coming
/// sessions by letter.
///
/// # Errors
/// [`ServiceError::Invalid`] when `to` is no trainer there, or delivers another session at the
/// same hours.
pub async fn hand_over(
    services: &Services,
    actor: &Actor,
    cohort: CohortId,
    from: PersonId,
    to: PersonId,
    told: bool,
) -> Result<u32, ServiceError> {
    let (by, standing) = cohorts::allowed(services, actor, Action::HandOverCohort, cohort).await?;
    if !standing.trainers.contains(&from) || from == to {
        return Err(ServiceError::field("from", "choice"));
    }
    let possible = cohorts::possible_trainers(services, &standing.cohort).await?;
    if !possible.iter().any(|(person, _)| *person == to) {
        return Err(ServiceError::field("to", "choice"));
    }
    let asker = services.clone();
    services
        .store
        .write(Box::new(move |tx| {
            Box::pin(async move {
                store::cohort::lock(tx, cohort).await?;
                let mut handed = 0;
                for mut session in store::session::of_cohort(tx, cohort).await? {
                    if session.delivered_at.is_some() || !session.trainers.contains(&from) {
                        continue;
                    }
                    let before = session.clone();
                    session
                        .trainers
                        .retain(|trainer| *trainer != from && *trainer != to);
                    session.trainers.push(to);
                    if session.cancelled.is_none() {
                        refuse_clash(tx, &session).await.map_err(beside_to)?;
                    }
                    store::session::change(tx, &session).await?;
                    handed += 1;
                    let news = session.cancelled.is_none() && is_ahead(&session, asker.now());
                    if told && news {
                        let nobody = HashSet::new();
                        tell(&asker, tx, News::HandedOver, session.id, by, &nobody).await?;
                        tell_those_who_left(&asker, tx, &before, by).await?;
                    }
                }
                store::cohort::add_trainer(tx, cohort, to, asker.now()).await?;
                store::cohort::remove_trainer(tx, cohort, from).await?;
                // Whoever has a self-paced cohort under way is active, and so may have changed.
                let institution = standing.cohort.institution;
                cascade::recount_trainers(tx, institution, &[from, to]).await?;
                let subject = ("cohort", cohort.0);
                let detail = format!("{from} → {to}");
                audit::record(&asker, tx, Some(by), "cohort.handed_over", subject, &detail).await?;
                Ok(handed)
            })
        }))
        .await
}

/// The form that hands over has one field for the new trainer.
fn beside_to(error: ServiceError) -> ServiceError {
    match error {
        ServiceError::Invalid(mut problems) => {
            for problem in &mut problems {
                problem.field = "to".to_owned();
            }
            ServiceError::Invalid(problems)
        }
        other => other,
    }
}
