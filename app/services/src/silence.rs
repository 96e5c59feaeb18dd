//! Noting who has fallen silent, so that forecasts do not wait for them (rule 7).

use domain::ids::ParticipationId;

use crate::{ServiceError, Services};

/// Participations looked up at a time.
const BATCH: u64 = 100;

/// Notes every participation that has lapsed by now, each in a transaction of its own: the counts
/// of a programme are held for as long as one takes, and two processes never wait for one another's
/// rows in turn. One that cannot be noted is said in the log and tried again next time. Answers how
/// many were noted.
///
/// # Errors
/// When the database fails to say who is silent.
pub async fn note(services: &Services) -> Result<usize, ServiceError> {
    let (mut noted, mut after) = (0, None);
    loop {
        let (read, now) = (services.store.read(), services.now());
        let silent = store::participation::fallen_silent(read, now, after, BATCH).await?;
        let Some((_, last)) = silent.last() else {
            return Ok(noted);
        };
        after = Some(*last);
        for (id, _) in silent {
            match lapse(services, id).await {
                Ok(new) => noted += usize::from(new),
                Err(error) => {
                    tracing::warn!(participation = %id, %error, "a silence could not be noted");
                }
            }
        }
    }
}

async fn lapse(services: &Services, id: ParticipationId) -> Result<bool, ServiceError> {
    let now = services.now();
    services
        .store
        .write(Box::new(move |tx| {
            Box::pin(async move { Ok(store::participation::lapse(tx, id, now).await?) })
        }))
        .await
}
