//! Noting who has fallen silent, so that forecasts do not wait for them (rule 7).

use crate::{ServiceError, Services};

/// Participations noted in one transaction: few enough that nobody waits long behind them.
const BATCH: u64 = 100;

/// Notes every participation that has lapsed by now; answers how many.
///
/// # Errors
/// When the database fails.
pub async fn note(services: &Services) -> Result<usize, ServiceError> {
    let mut noted = 0;
    loop {
        let now = services.now();
        let batch = services
            .store
            .write::<_, ServiceError>(Box::new(move |tx| {
                Box::pin(
                    async move { Ok(store::participation::lapse_quiet(tx, now, BATCH).await?) },
                )
            }))
            .await?;
        noted += batch;
        if batch == 0 {
            return Ok(noted);
        }
    }
}
