//! One place where failures become pages.

use axum::http::{Method, StatusCode, header};
use axum::response::{IntoResponse, Redirect, Response};
use services::ServiceError;

/// Why a request has no ordinary answer. The middleware [`crate::pages::failure::show`] turns it
/// into a page in the visitor's language.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Failure {
    /// Nothing there, or none of the asker's business: both look the same.
    NotFound,
    /// Sign in, then come back.
    SignIn,
    /// Somebody else changed the same thing in between.
    Stale,
    /// The form sent something no page of ours sends.
    BadRequest,
    /// The address takes forms only, or none.
    Method,
    /// More than is taken at once.
    TooLarge,
    /// The form was sent from another site.
    Foreign,
    /// Too many tries; seconds to wait.
    Wait(u64),
    /// Our fault; it is in the log.
    Broken,
}

impl From<ServiceError> for Failure {
    fn from(error: ServiceError) -> Self {
        match error {
            ServiceError::Hidden => Self::NotFound,
            ServiceError::SignIn => Self::SignIn,
            ServiceError::Stale => Self::Stale,
            ServiceError::Wait(seconds) => Self::Wait(seconds),
            ServiceError::Invalid(problems) => {
                tracing::warn!(
                    ?problems,
                    "a form's problems were not shown beside its fields"
                );
                Self::BadRequest
            }
            error @ (ServiceError::Hashing | ServiceError::Blob(_) | ServiceError::Store(_)) => {
                tracing::error!(%error, "a request failed");
                Self::Broken
            }
        }
    }
}

impl Failure {
    /// What an answer of the framework itself means, to whoever asked in this way.
    #[must_use]
    pub fn of_status(status: StatusCode, method: &Method) -> Self {
        let asks = method == Method::GET || method == Method::HEAD;
        match status {
            StatusCode::METHOD_NOT_ALLOWED => Self::Method,
            StatusCode::PAYLOAD_TOO_LARGE => Self::TooLarge,
            StatusCode::FORBIDDEN => Self::Foreign,
            status if status.is_server_error() => Self::Broken,
            // An address whose ids or query cannot be read names nothing.
            _ if asks => Self::NotFound,
            StatusCode::NOT_FOUND => Self::NotFound,
            _ => Self::BadRequest,
        }
    }

    /// The HTTP status.
    #[must_use]
    pub fn status(self) -> StatusCode {
        match self {
            Self::NotFound => StatusCode::NOT_FOUND,
            Self::SignIn => StatusCode::SEE_OTHER,
            Self::Stale => StatusCode::CONFLICT,
            Self::BadRequest => StatusCode::BAD_REQUEST,
            Self::Method => StatusCode::METHOD_NOT_ALLOWED,
            Self::TooLarge => StatusCode::PAYLOAD_TOO_LARGE,
            Self::Foreign => StatusCode::FORBIDDEN,
            Self::Wait(_) => StatusCode::TOO_MANY_REQUESTS,
            Self::Broken => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }

    /// The message key of the page: `failure-{code}-title`, `failure-{code}-what`.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::NotFound => "not-found",
            Self::SignIn => "sign-in",
            Self::Stale => "stale",
            Self::BadRequest => "bad-request",
            Self::Method => "method",
            Self::TooLarge => "too-large",
            Self::Foreign => "foreign",
            Self::Wait(_) => "wait",
            Self::Broken => "broken",
        }
    }
}

impl IntoResponse for Failure {
    fn into_response(self) -> Response {
        let mut response = match self {
            // The middleware adds the way back.
            Self::SignIn => Redirect::to("/sign-in").into_response(),
            other => other.status().into_response(),
        };
        if let Self::Wait(seconds) = self {
            response
                .headers_mut()
                .insert(header::RETRY_AFTER, seconds.into());
        }
        response.extensions_mut().insert(self);
        response
    }
}
