//! Reminding somebody at the press of a button: a colleague who stopped, a trainer who is silent.

use domain::cascade::activity::TrainerState;
use domain::clock::DAY;
use domain::ids::{CohortId, InstitutionId, ParticipationId, PersonId, ProgrammeId};
use domain::people::Actor;
use domain::policy::{Action, Subject};
use domain::reminders::NUDGE_DAYS;

use crate::access::allow;
use crate::institution::trainer_state;
use crate::outbox::{self, Note, SeenBy};
use crate::{ServiceError, Services, cohorts, letter_choice};

/// Sends a colleague of a cohort a friendly reminder; one a day is enough, however often somebody
/// presses the button.
///
/// # Errors
/// [`ServiceError::Hidden`] when the cohort is none of the asker's business; a problem of
/// `remind` when they have not joined yet, want no reminders or have no address.
pub async fn remind(
    services: &Services,
    actor: &Actor,
    cohort: CohortId,
    participation: ParticipationId,
) -> Result<(), ServiceError> {
    let (by, standing) =
        cohorts::allowed(services, actor, Action::ResendInvitation, cohort).await?;
    let read = services.store.read();
    let found = store::participation::by_id(read, participation)
        .await?
        .filter(|found| found.cohort == cohort && found.withdrawn.is_none())
        .ok_or(ServiceError::Hidden)?;
    let known = store::person::by_id(read, found.person)
        .await?
        .ok_or(ServiceError::Hidden)?;
    if !known.has_password {
        return Err(ServiceError::field("remind", "remind_not_joined"));
    }
    let inviter = store::person::by_id(read, by)
        .await?
        .ok_or(ServiceError::Hidden)?;
    let cohort = standing.cohort;
    let note = Note {
        kind: "reminder",
        person: found.person,
        dedupe_key: format!("reminder:{participation}:{}", services.now().0 / DAY),
        values: vec![
            ("cohort".to_owned(), cohort.title),
            ("inviter".to_owned(), inviter.name),
        ],
        invitation: None,
        session: None,
        good_until: None,
        language: inviter.language.unwrap_or_default(),
        seen_by: SeenBy {
            author: Some(by),
            institution: Some(cohort.institution),
            programme: Some(cohort.programme),
        },
    };
    send(services, note).await
}

/// Reminds a silent trainer (rule 9) of an institution, at most once in [`NUDGE_DAYS`] days,
/// whoever presses the button.
///
/// # Errors
/// [`ServiceError::Hidden`] when the institution is none of the asker's business or the person is
/// no trainer there; a problem of `remind` when they are not silent, were reminded lately, want no
/// reminders or have no address.
pub async fn nudge_trainer(
    services: &Services,
    actor: &Actor,
    programme: ProgrammeId,
    institution: InstitutionId,
    trainer: PersonId,
) -> Result<(), ServiceError> {
    let by = actor.person().ok_or(ServiceError::SignIn)?;
    let subject = Subject::Institution {
        programme,
        institution,
    };
    allow(actor, Action::NudgeTrainer, &subject)?;
    let (read, now) = (services.store.read(), services.now());
    if !store::programme::of_institution(read, institution)
        .await?
        .contains(&programme)
    {
        return Err(ServiceError::Hidden);
    }
    let state = trainer_state(services, programme, institution, trainer).await?;
    if state != TrainerState::Silent {
        return Err(ServiceError::field("remind", "nudge_not_silent"));
    }
    let lately = now.minus(NUDGE_DAYS * DAY);
    if store::message::was_queued(read, trainer, NUDGE, lately).await? {
        return Err(ServiceError::field("remind", "nudge_lately"));
    }
    let inviter = store::person::by_id(read, by)
        .await?
        .ok_or(ServiceError::Hidden)?;
    let place = store::programme::institution(read, institution)
        .await?
        .ok_or(ServiceError::Hidden)?;
    let note = Note {
        kind: NUDGE,
        person: trainer,
        // Two leads who press at the same moment write the same letter.
        dedupe_key: format!("{NUDGE}:{trainer}:{}", now.0 / (NUDGE_DAYS * DAY)),
        values: vec![
            ("inviter".to_owned(), inviter.name),
            ("institution".to_owned(), place.name),
        ],
        invitation: None,
        session: None,
        good_until: Some(now.plus(2 * NUDGE_DAYS * DAY)),
        language: inviter.language.unwrap_or_default(),
        seen_by: SeenBy {
            author: Some(by),
            institution: Some(institution),
            programme: Some(programme),
        },
    };
    send(services, note).await
}

/// The letter that reminds a silent trainer.
const NUDGE: &str = "nudge";

async fn send(services: &Services, note: Note) -> Result<(), ServiceError> {
    if !letter_choice::wants(services, note.person).await? {
        return Err(ServiceError::field("remind", "remind_refused"));
    }
    let asker = services.clone();
    services
        .store
        .write(Box::new(move |tx| {
            Box::pin(async move {
                match outbox::queue(&asker, tx, vec![note]).await? {
                    0 => Err(ServiceError::field("remind", "remind_no_address")),
                    _ => Ok(()),
                }
            })
        }))
        .await
}
