//! What people read, answered, handed in and completed.

use sea_orm::ConnectionTrait;

use super::Facts;
use crate::StoreError;
use crate::learning::keep_responses;
use crate::review::keep_reviews;
use crate::sql::insert;

pub(super) async fn keep(db: &impl ConnectionTrait, facts: &Facts) -> Result<(), StoreError> {
    let rows = facts.readings.iter().map(|read| {
        [
            read.person.0.into(),
            read.unit.0.into(),
            read.opened_at.0.into(),
            read.blocks_seen.clone().into(),
            read.block.clone().into(),
            read.part.into(),
            read.changed_at.0.into(),
        ]
    });
    let into = "reading (person_id, unit_id, opened_at, blocks_seen, block, part, changed_at)";
    insert(db, into, rows).await?;
    keep_responses(db, &facts.responses).await?;
    written(db, facts).await?;
    let rows = facts
        .completions
        .iter()
        .map(|done| [done.person.0.into(), done.unit.0.into(), done.at.0.into()]);
    insert(
        db,
        "unit_completion (person_id, unit_id, completed_at)",
        rows,
    )
    .await
}

async fn written(db: &impl ConnectionTrait, facts: &Facts) -> Result<(), StoreError> {
    let rows = facts.submissions.iter().map(|handed_in| {
        [
            handed_in.id.0.into(),
            handed_in.person.0.into(),
            handed_in.unit.0.into(),
            handed_in.question.clone().into(),
            handed_in.version.into(),
            handed_in.body.clone().into(),
            handed_in.at.0.into(),
        ]
    });
    insert(
        db,
        "submission (id, person_id, unit_id, question, version, body, submitted_at)",
        rows,
    )
    .await?;
    keep_reviews(db, &facts.reviews).await?;
    let rows = facts.reflections.iter().map(|reflected| {
        [
            reflected.person.0.into(),
            reflected.unit.0.into(),
            reflected.prompt.clone().into(),
            reflected.body.clone().into(),
            reflected.at.0.into(),
        ]
    });
    insert(
        db,
        "reflection (person_id, unit_id, prompt, body, saved_at)",
        rows,
    )
    .await
}
