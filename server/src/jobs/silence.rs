//! Notes who has fallen silent, once an hour.

use std::time::Duration;

use services::Services;

/// How often: silence is counted in days.
const EVERY: Duration = Duration::from_secs(60 * 60);

/// Starts the worker.
pub fn start(services: Services) {
    tokio::spawn(async move {
        loop {
            if let Err(error) = services::silence::note(&services).await {
                tracing::error!(%error, "who has fallen silent could not be noted");
            }
            tokio::time::sleep(EVERY).await;
        }
    });
}
