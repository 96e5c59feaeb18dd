//! A register that was kept by mistake: the session was not held.

use std::collections::BTreeSet;

use domain::ids::{CohortId, PersonId, SessionId};
use domain::people::Actor;
use domain::policy::Action;
use domain::session::attendance::{Changes, Source};
use store::DatabaseTransaction;
use store::cohort::Cohort;
use store::session::Session;

use super::register::{Record, Recorded};
use super::{allowed, as_it_is};
use crate::cohorts::clean_line;
use crate::{ServiceError, Services, audit};

/// A session whose register may be taken back, and its cohort.
///
/// # Errors
/// [`ServiceError::Hidden`] when it is none of the asker's business.
pub async fn to_take_back(
    services: &Services,
    actor: &Actor,
    cohort: CohortId,
    session: SessionId,
) -> Result<(Cohort, Session), ServiceError> {
    let (_, standing, session) =
        allowed(services, actor, Action::KeepRegister, cohort, session).await?;
    Ok((standing.cohort, session))
}

/// Takes a whole register back: the session was not held, and is planned again. A new line
/// with the reason takes back what was recorded of each person; nothing is overwritten. Nobody was trained
/// there, stages follow from the cohort's other sessions, and the session needs no evidence. What
/// people did since stays done.
///
/// # Errors
/// [`ServiceError::Invalid`] without a reason, or when the session does not count as held.
pub async fn not_held(
    services: &Services,
    actor: &Actor,
    cohort: CohortId,
    session: SessionId,
    reason: &str,
) -> Result<(), ServiceError> {
    let (by, standing, session) =
        allowed(services, actor, Action::KeepRegister, cohort, session).await?;
    let reason = clean_line("reason", "not_held_reason_missing", reason)?;
    let record = Record {
        by,
        cohort: standing.cohort,
        session,
        recorded: Recorded {
            shown: Vec::new(),
            present: BTreeSet::new(),
            seen: None,
            source: Source::TakenBack,
            reason,
        },
    };
    let asker = services.clone();
    services
        .store
        .write(Box::new(move |tx| {
            Box::pin(async move { record.take_back(&asker, tx).await })
        }))
        .await
}

impl Record {
    async fn take_back(
        mut self,
        services: &Services,
        tx: &DatabaseTransaction,
    ) -> Result<(), ServiceError> {
        self.lock(tx).await?;
        self.session = as_it_is(tx, self.session.id).await?;
        if self.session.delivered_at.is_none() {
            return Err(ServiceError::field("reason", "session_not_held"));
        }
        let sheet = store::session::attendance(tx, self.session.id).await?;
        let there: Vec<PersonId> = sheet.everybody_present().collect();
        // Of everybody, absent or not: it is as if nothing had been recorded.
        let changes = Changes {
            first: Vec::new(),
            corrected: sheet.everybody().map(|person| (person, false)).collect(),
        };
        let at = sheet.next_moment(services.now());
        let lines = self.lines(services, &changes);
        store::session::record_attendance(tx, self.session.id, &lines, self.by, at).await?;
        store::session::mark_not_held(tx, &self.session).await?;
        // One session less: the share that somebody attended changes for those too who were absent.
        let roster = store::participation::in_cohort(tx, self.cohort.id).await?;
        self.stages(services, tx, &roster).await?;
        for person in &there {
            self.not_trained(tx, &roster, *person).await?;
        }
        self.recount_trainers(tx).await?;
        store::tally::move_show(
            tx,
            self.cohort.programme,
            sheet.expected_and_present(),
            (0, 0),
        )
        .await?;
        let subject = ("session", self.session.id.0);
        let reason = self.recorded.reason.as_str();
        audit::record(
            services,
            tx,
            Some(self.by),
            "session.not_held",
            subject,
            reason,
        )
        .await
    }
}
