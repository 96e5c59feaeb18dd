//! What every request can reach.

use std::sync::Arc;

use axum::extract::FromRef;
use services::Services;
use tokio::sync::Semaphore;

use crate::drawings::Drawings;

/// The addresses of the embedded site's files, as hashed by the bundle.
#[derive(Clone, Debug, Default)]
pub struct Assets {
    /// The stylesheet.
    pub stylesheet: String,
    /// The script that loads the islands.
    pub islands: String,
    /// The mark, as the browser's icon.
    pub icon: String,
    /// The sprite of all icons.
    pub icons: String,
}

/// What every request can reach.
#[derive(Clone)]
pub struct AppState {
    /// The use cases.
    pub services: Arc<Services>,
    /// The embedded site.
    pub assets: Arc<Assets>,
    /// What was drawn before.
    pub drawings: Arc<Drawings>,
    /// The turn to draw a picture of dots, which takes much memory.
    pub pictures: Arc<Semaphore>,
}

impl FromRef<AppState> for Arc<Services> {
    fn from_ref(state: &AppState) -> Self {
        Self::clone(&state.services)
    }
}
