//! What an institution's trainers changed for the local context.

use domain::ids::{InstitutionId, ProgrammeId};
use domain::people::Actor;
use domain::policy::Action;
use store::adaptation::Adaptation;
use store::programme::{Institution, Programme};

use super::programme_of;
use crate::sight::Sight;
use crate::{ServiceError, Services};

/// How many notes the page shows.
pub const MOST_ADAPTATIONS: u64 = 200;

/// The notes of an institution's sessions.
#[derive(Clone, Debug)]
pub struct Adaptations {
    /// The programme.
    pub programme: Programme,
    /// The institution.
    pub institution: Institution,
    /// The newest notes first, at most [`MOST_ADAPTATIONS`].
    pub notes: Vec<Adaptation>,
}

/// The notes of an institution's sessions in a programme, for its lead and the coordinators.
///
/// # Errors
/// [`ServiceError::Hidden`] for everybody else.
pub async fn adaptations(
    services: &Services,
    actor: &Actor,
    id: InstitutionId,
    wanted: Option<ProgrammeId>,
) -> Result<Adaptations, ServiceError> {
    let (programme, _, sight) =
        programme_of(services, actor, Action::SeeInstitution, id, wanted).await?;
    if sight == Sight::Figures {
        return Err(ServiceError::Hidden);
    }
    let db = services.store.read();
    let institution = store::programme::institution(db, id)
        .await?
        .ok_or(ServiceError::Hidden)?;
    let notes = store::adaptation::at_institution(db, programme.id, id, MOST_ADAPTATIONS).await?;
    Ok(Adaptations {
        programme,
        institution,
        notes,
    })
}
