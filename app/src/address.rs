//! Ids in addresses.

use std::str::FromStr;

use axum::extract::{FromRequestParts, Path};
use axum::http::request::Parts;
use serde::de::DeserializeOwned;

use crate::error::Failure;

/// The id that a query may name. One that is no id names nothing.
///
/// # Errors
/// [`Failure::NotFound`] for what is no id.
pub fn optional<T: FromStr>(id: Option<&str>) -> Result<Option<T>, Failure> {
    id.map(|id| id.parse().map_err(|_| Failure::NotFound))
        .transpose()
}

/// What an address names. One that is no id names nothing: it is not found, like any other
/// forged one.
pub struct At<T>(pub T);

impl<T, S> FromRequestParts<S> for At<T>
where
    T: DeserializeOwned + Send,
    S: Send + Sync,
{
    type Rejection = Failure;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Failure> {
        match Path::<T>::from_request_parts(parts, state).await {
            Ok(Path(named)) => Ok(Self(named)),
            Err(_) => Err(Failure::NotFound),
        }
    }
}
