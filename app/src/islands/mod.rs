//! What runs in the browser as well. Each island improves what works without it.

#[cfg(feature = "hydrate")]
mod browser;
#[cfg(feature = "hydrate")]
mod keeper;
#[cfg(feature = "hydrate")]
mod ordering;
#[cfg(feature = "hydrate")]
mod post;
pub mod reading;
pub mod saved_form;
#[cfg(feature = "hydrate")]
mod sightings;
pub mod tree;
#[cfg(feature = "hydrate")]
mod walk;
