//! Does by itself what is due: reminders and digests.

use std::time::Duration;

use services::{ServiceError, Services, jobs};

/// How often it is looked whether something is due.
const EVERY: Duration = Duration::from_secs(60);

/// Starts the worker. It first looks after a while: whoever starts the process waits for pages,
/// not for letters.
pub fn start(services: Services) {
    tokio::spawn(async move {
        loop {
            tokio::time::sleep(EVERY).await;
            if let Err(error) = round(&services).await {
                tracing::error!(%error, "what is due could not be looked up");
            }
        }
    });
}

/// Everything that is due now.
async fn round(services: &Services) -> Result<(), ServiceError> {
    jobs::put_in_line(services).await?;
    while jobs::work(services).await? {}
    Ok(())
}
