//! What weekly digests say: of many people at once counted, of one person in full.

mod lead;
mod programme;
mod trainer;

use domain::ids::{InstitutionId, PersonId, ProgrammeId};
use sea_orm::{ConnectionTrait, FromQueryResult, entity::prelude::*};

use crate::grant::role;
use crate::{StoreError, sql};
use domain::people::Role;

pub use lead::{LeadCounts, StalledCohort, Trainer, lead_counts, stalled_cohorts, trainers_of};
pub use programme::{InstitutionBehind, ProgrammeCounts, behind, programme_counts};
pub use trainer::{NearSession, NeedsHelp, TrainerCounts, need_help, sessions, trainer_counts};

/// People who hold one of these roles and want letters, each with these roles of theirs, in the
/// order of people; from after the one named. The last person may have more roles than are
/// answered only if they hold more than `limit`.
///
/// # Errors
/// When the database fails.
pub async fn holders(
    db: &impl ConnectionTrait,
    code: &str,
    after: Option<PersonId>,
    limit: u64,
) -> Result<Vec<(PersonId, Role)>, StoreError> {
    #[derive(FromQueryResult)]
    struct Row {
        person_id: Uuid,
        institution_id: Option<Uuid>,
        programme_id: Option<Uuid>,
    }
    let text = format!(
        "select g.person_id, g.institution_id, g.programme_id from role_grant g \
         where g.role = $1 and g.revoked_at is null and g.person_id in \
          (select h.person_id from role_grant h where h.role = $1 and h.revoked_at is null \
            and h.person_id > $2 and not exists \
             (select 1 from letter_refusal r where r.person_id = h.person_id) \
            group by h.person_id order by h.person_id limit {limit}) \
         order by g.person_id, g.id"
    );
    let after = after.map_or(Uuid::nil(), |person| person.0);
    let rows: Vec<Row> = sql::all(db, &text, vec![code.into(), after.into()]).await?;
    let held = |row: Row| {
        let institution = row.institution_id.map(InstitutionId);
        let programme = row.programme_id.map(ProgrammeId);
        Some((PersonId(row.person_id), role(code, institution, programme)?))
    };
    Ok(rows.into_iter().filter_map(held).collect())
}
