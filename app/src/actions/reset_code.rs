//! Making a code that sets somebody's password.

use axum::response::Response;
use domain::ids::PersonId;

use crate::address::At;
use crate::error::Failure;
use crate::pages;
use crate::visit::Visit;

/// Makes the code and shows it, this once.
///
/// # Errors
/// When the person is none of the asker's business.
pub async fn post(visit: Visit, At(person): At<PersonId>) -> Result<Response, Failure> {
    let actor = visit.actor();
    let name = services::reset::may_hand_over(visit.services(), &actor, person).await?;
    let code = services::reset::code_for(visit.services(), &actor, person).await?;
    Ok(pages::reset_code::made(&visit, &name, code))
}
