//! Cohorts, their sessions, who takes part and what followed.

use sea_orm::ConnectionTrait;

use super::Facts;
use crate::StoreError;
use crate::programme::int;
use crate::sql::insert;

pub(super) async fn keep(db: &impl ConnectionTrait, facts: &Facts) -> Result<(), StoreError> {
    cohorts(db, facts).await?;
    sessions(db, facts).await?;
    participations(db, facts).await?;
    invitations(db, facts).await?;
    enrolments(db, facts).await
}

async fn cohorts(db: &impl ConnectionTrait, facts: &Facts) -> Result<(), StoreError> {
    let rows = facts.cohorts.iter().map(|(cohort, _)| {
        [
            cohort.id.0.into(),
            cohort.programme.0.into(),
            cohort.institution.0.into(),
            cohort.course_version.0.into(),
            cohort.title.clone().into(),
            cohort.mode.code().into(),
            cohort.audience.code().into(),
            cohort.created_by.0.into(),
            cohort.created_at.0.into(),
            cohort.revision.into(),
            cohort.track.as_ref().map(ToString::to_string).into(),
        ]
    });
    let into = "cohort (id, programme_id, institution_id, course_version_id, title, mode, audience, \
                created_by, created_at, revision, track)";
    insert(db, into, rows).await?;
    let rows = facts.cohorts.iter().flat_map(|(cohort, trainers)| {
        let row = |trainer: &domain::ids::PersonId| {
            [
                cohort.id.0.into(),
                trainer.0.into(),
                cohort.created_at.0.into(),
            ]
        };
        trainers.iter().map(row)
    });
    insert(db, "cohort_trainer (cohort_id, person_id, added_at)", rows).await
}

async fn sessions(db: &impl ConnectionTrait, facts: &Facts) -> Result<(), StoreError> {
    let rows = facts.sessions.iter().map(|session| {
        let (starts, ends) = session.written_times();
        let (cancelled_at, reason) = session.cancelled.clone().unzip();
        [
            session.id.0.into(),
            session.cohort.0.into(),
            session.on_day.to_string().into(),
            session.place.clone().into(),
            session.delivered_at.map(|at| at.0).into(),
            starts.into(),
            ends.into(),
            session.meeting.code().into(),
            session.link.clone().into(),
            int(session.minutes).into(),
            session.seats.map(int).into(),
            session.agenda.clone().into(),
            session.work_package.clone().into(),
            session.deliverable.clone().into(),
            cancelled_at.map(|at| at.0).into(),
            reason.unwrap_or_default().into(),
        ]
    });
    let into = "session (id, cohort_id, on_day, place, delivered_at, starts, ends, meeting, link, minutes, \
                seats, agenda, work_package, deliverable, cancelled_at, cancelled_reason)";
    insert(db, into, rows).await?;
    let rows = facts
        .session_units
        .iter()
        .map(|(session, unit, position)| [session.0.into(), unit.0.into(), (*position).into()]);
    insert(db, "session_unit (session_id, unit_id, position)", rows).await?;
    let rows = facts.sessions.iter().flat_map(|session| {
        session
            .trainers
            .iter()
            .map(|trainer| [session.id.0.into(), trainer.0.into()])
    });
    insert(db, "session_trainer (session_id, person_id)", rows).await?;
    let rows = facts.attendance.iter().map(|line| {
        [
            line.id.into(),
            line.session.0.into(),
            line.person.0.into(),
            line.present.into(),
            line.source.code().into(),
            line.recorded_by.0.into(),
            line.at.0.into(),
            line.reason.into(),
        ]
    });
    let into = "attendance (id, session_id, person_id, present, source, recorded_by, at, reason)";
    insert(db, into, rows).await?;
    let rows = facts.adaptations.iter().map(|note| {
        [
            note.id.into(),
            note.session.0.into(),
            note.unit.map(|unit| unit.0).into(),
            note.body.clone().into(),
            note.made_by.0.into(),
            note.made_at.0.into(),
        ]
    });
    let into = "adaptation (id, session_id, unit_id, body, made_by, made_at)";
    insert(db, into, rows).await
}

async fn participations(db: &impl ConnectionTrait, facts: &Facts) -> Result<(), StoreError> {
    let rows = facts.participations.iter().map(|one| {
        let (withdrawn_at, reason) = one.withdrawn.clone().unzip();
        [
            one.id.0.into(),
            one.cohort.0.into(),
            one.person.0.into(),
            one.programme.0.into(),
            one.institution.0.into(),
            one.counts.into(),
            one.invited_at.0.into(),
            one.started_at.map(|at| at.0).into(),
            one.finished_at.map(|at| at.0).into(),
            withdrawn_at.map(|at| at.0).into(),
            reason.into(),
            one.last_activity.map(|at| at.0).into(),
            int(one.units_done).into(),
            (one.stage as i32).into(),
            one.lapsed_at.map(|at| at.0).into(),
            one.track.as_ref().map(ToString::to_string).into(),
        ]
    });
    let into = "participation (id, cohort_id, person_id, programme_id, institution_id, counts, \
                invited_at, started_at, finished_at, withdrawn_at, withdrawn_reason, \
                last_activity_at, units_done, stage, lapsed_at, track)";
    insert(db, into, rows).await?;
    let rows = facts.events.iter().map(|event| {
        [
            event.id.into(),
            event.participation.0.into(),
            event.kind.into(),
            event.at.0.into(),
            event.actor.map(|actor| actor.0).into(),
            event.detail.clone().into(),
        ]
    });
    let into = "participation_event (id, participation_id, kind, at, actor_id, detail)";
    insert(db, into, rows).await?;
    edges(db, facts).await
}

async fn edges(db: &impl ConnectionTrait, facts: &Facts) -> Result<(), StoreError> {
    let rows = facts.edges.iter().map(|(programme, edge)| {
        [
            programme.0.into(),
            edge.trainee.0.into(),
            edge.trainer.0.into(),
            edge.cohort.0.into(),
            edge.session.map(|session| session.0).into(),
            edge.at.0.into(),
        ]
    });
    let into = "lineage_edge (programme_id, trainee_id, trainer_id, cohort_id, session_id, at)";
    insert(db, into, rows).await
}

async fn invitations(db: &impl ConnectionTrait, facts: &Facts) -> Result<(), StoreError> {
    let rows = facts.invitations.iter().map(|invited| {
        [
            invited.id.0.into(),
            "cohort".into(),
            invited.token_hash.clone().into(),
            invited.code_hash.clone().into(),
            invited.person.0.into(),
            invited.cohort.0.into(),
            invited.by.0.into(),
            invited.at.0.into(),
            invited.expires_at.0.into(),
            invited.used_at.map(|at| at.0).into(),
            invited.revoked_at.map(|at| at.0).into(),
        ]
    });
    let into = "invitation (id, kind, token_hash, code_hash, person_id, cohort_id, created_by, \
                created_at, expires_at, used_at, revoked_at)";
    insert(db, into, rows).await
}

async fn enrolments(db: &impl ConnectionTrait, facts: &Facts) -> Result<(), StoreError> {
    let rows = facts.enrolments.iter().map(|enrolled| {
        [
            enrolled.id.0.into(),
            enrolled.cohort.0.into(),
            enrolled.made_by.0.into(),
            "committed".into(),
            // Begun, then committed, which leaves nothing of the draft.
            2_i64.into(),
            "".into(),
            enrolled.begun_at.0.into(),
            enrolled.at.0.into(),
            enrolled.at.0.into(),
        ]
    });
    let into = "enrolment (id, cohort_id, made_by, state, revision, draft, created_at, changed_at, \
                committed_at)";
    insert(db, into, rows).await?;
    let rows = facts.enrolments.iter().flat_map(|enrolled| {
        enrolled.lines.iter().map(|line| {
            [
                line.id.0.into(),
                enrolled.id.0.into(),
                line.line.into(),
                line.name.clone().into(),
                line.address.clone().into(),
                line.outcome.into(),
                line.reason.into(),
                line.person.map(|person| person.0).into(),
                line.participation
                    .map(|participation| participation.0)
                    .into(),
            ]
        })
    });
    let into = "enrolment_row (id, enrolment_id, line, name, address, outcome, reason, person_id, \
                participation_id)";
    insert(db, into, rows).await
}
