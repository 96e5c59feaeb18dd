//! What is done with jobs that were given up.

use axum::response::Response;
use domain::ids::JobId;
use services::jobs;

use crate::address::At;
use crate::error::Failure;
use crate::visit::Visit;

/// Lets a job that was given up go on where it stopped.
///
/// # Errors
/// [`Failure::NotFound`] for everybody but coordinators, or when no such job was given up.
pub async fn try_again(visit: Visit, At(job): At<JobId>) -> Result<Response, Failure> {
    jobs::try_again(visit.services(), &visit.actor(), job).await?;
    visit.done("/programme/jobs", "job-waits-again", &[]).await
}
