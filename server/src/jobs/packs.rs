//! Makes the packs that people asked for.

use std::sync::Arc;
use std::time::Duration;

use app::pack_words::PackWords;
use services::Services;
use services::ports::Wording;

/// How often the worker looks when no pack waited.
const EVERY: Duration = Duration::from_secs(2);

/// Starts the worker. What an earlier process left unfinished is made first.
pub fn start(services: Services) {
    tokio::spawn(async move {
        if let Err(error) = services::packs::begin_again(&services).await {
            tracing::error!(%error, "unfinished packs wait until their time is over");
        }
        let wording: Arc<dyn Wording> = Arc::new(PackWords);
        loop {
            match services::packs::make_next(&services, Arc::clone(&wording)).await {
                Ok(true) => {}
                Ok(false) => tokio::time::sleep(EVERY).await,
                Err(error) => {
                    tracing::error!(%error, "the packs could not be read");
                    tokio::time::sleep(EVERY).await;
                }
            }
        }
    });
}
