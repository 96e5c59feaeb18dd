//! What people answered to the follow-up, and letters that were given up.

use domain::cascade::follow_up::Barrier;
use domain::ids::ProgrammeId;
use sea_orm::ConnectionTrait;

use super::Facts;
use crate::message::{self, State};
use crate::{StoreError, sql};

pub(super) async fn keep(db: &impl ConnectionTrait, facts: &Facts) -> Result<(), StoreError> {
    let rows = facts.follow_ups.iter().map(|given| {
        let (answered, days) = (&given.answered, given.round.days());
        [
            given.id.into(),
            given.participation.0.into(),
            i32::try_from(days).unwrap_or(i32::MAX).into(),
            1.into(),
            answered.answer.code().into(),
            answered.evidence.clone().into(),
            answered.barrier.map(Barrier::code).into(),
            answered.barrier_text.clone().into(),
            given.person.0.into(),
            answered.at.0.into(),
        ]
    });
    sql::insert(
        db,
        "follow_up_answer (id, participation_id, round, number, answer, evidence, barrier, \
         barrier_text, person_id, at)",
        rows,
    )
    .await?;
    for (letter, reason, at) in &facts.given_up {
        message::queue(db, std::slice::from_ref(letter), *at).await?;
        sql::run(
            db,
            "update message set state = $1, attempts = 8, last_error = $2 where id = $3",
            [
                State::Failed.code().into(),
                reason.clone().into(),
                letter.id.0.into(),
            ],
        )
        .await?;
    }
    Ok(())
}

/// Counts the answers of a programme's colleagues anew.
pub(super) async fn recount(
    db: &impl ConnectionTrait,
    programme: ProgrammeId,
) -> Result<(), StoreError> {
    for tally in ["follow_up_tally", "follow_up_programme_tally"] {
        let text = format!("delete from {tally} where programme_id = $1");
        sql::run(db, &text, [programme.0.into()]).await?;
    }
    for what in ["a.answer", "'barrier-' || a.barrier"] {
        let text = format!(
            "insert into follow_up_tally (programme_id, institution_id, round, what, people) \
             select p.programme_id, p.institution_id, a.round, {what}, count(*) \
             from follow_up_answer a join participation p on p.id = a.participation_id \
             where p.programme_id = $1 and p.counts and {what} is not null and not exists \
              (select 1 from follow_up_answer b where b.participation_id = a.participation_id \
               and b.round = a.round and b.number > a.number) \
             group by p.programme_id, p.institution_id, a.round, {what}"
        );
        sql::run(db, &text, [programme.0.into()]).await?;
    }
    sql::run(
        db,
        "insert into follow_up_programme_tally (programme_id, round, what, people) \
         select programme_id, round, what, sum(people) from follow_up_tally \
         where programme_id = $1 group by programme_id, round, what",
        [programme.0.into()],
    )
    .await?;
    Ok(())
}
