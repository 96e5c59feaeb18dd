//! Making slips.

use axum::response::Response;
use domain::ids::CohortId;

use crate::address::At;
use crate::error::Failure;
use crate::pages;
use crate::visit::Visit;

/// Makes a code for everybody who cannot sign in yet and shows the slips, this once.
///
/// # Errors
/// When the cohort is none of the asker's business.
pub async fn post(visit: Visit, At(cohort): At<CohortId>) -> Result<Response, Failure> {
    let actor = visit.actor();
    let joining = services::invitations::joining(visit.services(), &actor, cohort).await?;
    let language = visit.words.0;
    let slips = services::invitations::slips(visit.services(), &actor, cohort, language).await?;
    Ok(pages::slips::made(&visit, cohort, &joining, slips))
}
