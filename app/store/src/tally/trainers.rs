//! Who trains in a programme, since when, and whether they have begun.

use std::collections::HashMap;

use domain::clock::DAY;
use domain::ids::{InstitutionId, PersonId};
use sea_orm::{
    ConnectionTrait, EntityTrait, FromQueryResult, QueryFilter, QueryOrder, QuerySelect,
    entity::prelude::*,
};

use crate::entity::programme_institution;
use crate::{StoreError, sql};

/// A trainer as the tally keeps them.
#[derive(Clone, Debug, PartialEq, Eq, FromQueryResult)]
struct Kept {
    programme_id: Uuid,
    person_id: Uuid,
    qualified_at: i64,
    active: bool,
    delivered_at: Option<i64>,
}

/// Counts an institution's trainers again, in every programme it takes part in: after a role was
/// given or taken, a session delivered, or the first colleague of a self-paced cohort started.
/// A trainer is active with a delivered session, or with a self-paced cohort that has started.
///
/// # Errors
/// When the database fails.
pub async fn recount_trainers(
    db: &impl ConnectionTrait,
    institution: InstitutionId,
) -> Result<(), StoreError> {
    // Locked, so that two recounts do not both move the programme's counts.
    let rows = programme_institution::Entity::find()
        .filter(programme_institution::Column::InstitutionId.eq(institution.0))
        .order_by_asc(programme_institution::Column::ProgrammeId)
        .lock_exclusive()
        .all(db)
        .await?;
    let mut now = by_programme(standing(db, institution).await?);
    let mut before = by_programme(kept(db, institution).await?);
    for row in rows {
        let now = now.remove(&row.programme_id).unwrap_or_default();
        if now == before.remove(&row.programme_id).unwrap_or_default() {
            continue;
        }
        keep(db, row.programme_id, institution, &now).await?;
        let number = |count: usize| i32::try_from(count).unwrap_or(i32::MAX);
        let trainers = number(now.len());
        let active = number(now.iter().filter(|one| one.active).count());
        sql::run(
            db,
            "update programme_institution set trainers = $1, trainers_active = $2 \
             where programme_id = $3 and institution_id = $4",
            [
                trainers.into(),
                active.into(),
                row.programme_id.into(),
                institution.0.into(),
            ],
        )
        .await?;
        sql::run(
            db,
            "update programme_tally set trainers = trainers + $1, trainers_active = trainers_active + $2 \
             where programme_id = $3",
            [
                (trainers - row.trainers).into(),
                (active - row.trainers_active).into(),
                row.programme_id.into(),
            ],
        )
        .await?;
    }
    Ok(())
}

fn by_programme(trainers: Vec<Kept>) -> HashMap<Uuid, Vec<Kept>> {
    let mut groups: HashMap<Uuid, Vec<Kept>> = HashMap::new();
    for one in trainers {
        groups.entry(one.programme_id).or_default().push(one);
    }
    groups
}

/// The institution's trainers in each of its programmes, from the facts.
async fn standing(
    db: &impl ConnectionTrait,
    institution: InstitutionId,
) -> Result<Vec<Kept>, StoreError> {
    #[derive(FromQueryResult)]
    struct Row {
        programme_id: Uuid,
        person_id: Uuid,
        qualified_at: i64,
        delivered_at: Option<i64>,
        paced: i64,
    }
    let rows: Vec<Row> = sql::all(
        db,
        "select pi.programme_id, g.person_id, min(g.granted_at) as qualified_at, \
         (select min(s.delivered_at) from session_trainer st join session s on s.id = st.session_id \
          join cohort c on c.id = s.cohort_id where st.person_id = g.person_id \
          and s.delivered_at is not null and c.programme_id = pi.programme_id) as delivered_at, \
         (select count(*) from cohort_trainer ct join cohort c on c.id = ct.cohort_id \
          where ct.person_id = g.person_id and c.mode = 'self_paced' and c.started > 0 \
          and c.programme_id = pi.programme_id) as paced \
         from programme_institution pi join role_grant g on g.institution_id = pi.institution_id \
         where pi.institution_id = $1 and g.role = 'trainer' and g.revoked_at is null \
         group by pi.programme_id, g.person_id order by g.person_id",
        vec![institution.0.into()],
    )
    .await?;
    Ok(rows
        .into_iter()
        .map(|row| Kept {
            programme_id: row.programme_id,
            person_id: row.person_id,
            qualified_at: row.qualified_at,
            active: row.delivered_at.is_some() || row.paced > 0,
            delivered_at: row.delivered_at,
        })
        .collect())
}

async fn kept(
    db: &impl ConnectionTrait,
    institution: InstitutionId,
) -> Result<Vec<Kept>, StoreError> {
    sql::all(
        db,
        "select t.programme_id, t.person_id, t.qualified_at, t.active, t.delivered_at \
         from programme_institution pi join programme_trainer t on t.programme_id = pi.programme_id \
         and t.institution_id = pi.institution_id where pi.institution_id = $1 order by t.person_id",
        vec![institution.0.into()],
    )
    .await
}

async fn keep(
    db: &impl ConnectionTrait,
    programme: Uuid,
    institution: InstitutionId,
    trainers: &[Kept],
) -> Result<(), StoreError> {
    sql::run(
        db,
        "delete from programme_trainer where programme_id = $1 and institution_id = $2",
        [programme.into(), institution.0.into()],
    )
    .await?;
    let rows = trainers.iter().map(|one| {
        // Whoever delivered before qualifying took no time at all.
        let days = one
            .delivered_at
            .map(|at| i32::try_from((at - one.qualified_at).max(0) / DAY).unwrap_or(i32::MAX));
        [
            programme.into(),
            institution.0.into(),
            one.person_id.into(),
            one.qualified_at.into(),
            one.active.into(),
            one.delivered_at.into(),
            days.into(),
        ]
    });
    let into = "programme_trainer (programme_id, institution_id, person_id, qualified_at, active, \
                delivered_at, days)";
    sql::insert(db, into, rows).await
}

/// Where a person is a trainer, as a trainer's first active day matters to the tallies.
///
/// # Errors
/// When the database fails.
pub async fn institutions_trained_at(
    db: &impl ConnectionTrait,
    trainer: PersonId,
) -> Result<Vec<InstitutionId>, StoreError> {
    #[derive(FromQueryResult)]
    struct Row {
        institution_id: Uuid,
    }
    let rows: Vec<Row> = sql::all(
        db,
        "select distinct institution_id from role_grant where person_id = $1 and role = 'trainer' \
         and revoked_at is null and institution_id is not null",
        vec![trainer.0.into()],
    )
    .await?;
    Ok(rows
        .into_iter()
        .map(|row| InstitutionId(row.institution_id))
        .collect())
}
