//! The register of a session to be printed, signed and filed.

use domain::clock::Timestamp;
use domain::ids::{CohortId, SessionId};
use domain::language::Language;
use domain::people::Actor;
use domain::policy::Action;
use store::programme::Programme;

use super::view::{UnitLine, lines};
use super::{Register, allowed, register};
use crate::course::edition_of;
use crate::{ServiceError, Services};

/// Everything that a printed register says.
#[derive(Clone, Debug)]
pub struct PaperRegister {
    /// The session and who is expected.
    pub register: Register,
    /// The programme that it counts for.
    pub programme: Programme,
    /// The institution's name.
    pub institution: String,
    /// Who delivers it.
    pub trainers: Vec<String>,
    /// What it teaches.
    pub units: Vec<UnitLine>,
    /// When it was asked for.
    pub at: Timestamp,
}

/// The register of a session as it is printed.
///
/// # Errors
/// [`ServiceError::Hidden`] when the session is none of the asker's business.
pub async fn paper(
    services: &Services,
    actor: &Actor,
    cohort: CohortId,
    session: SessionId,
    language: Language,
) -> Result<PaperRegister, ServiceError> {
    let (_, standing, _) = allowed(services, actor, Action::KeepRegister, cohort, session).await?;
    let cohort = standing.cohort;
    let register = register(services, actor, cohort.id, session, language).await?;
    let read = services.store.read();
    let programme = store::programme::by_id(read, cohort.programme)
        .await?
        .ok_or(ServiceError::Hidden)?;
    let institution = store::programme::institution_names(read, &[cohort.institution]).await?;
    let named = store::person::by_ids(read, &register.session.trainers).await?;
    let trainers = register.session.trainers.iter();
    let course = edition_of(services, cohort.course_version).await?;
    let units = store::session::units(read, session).await?;
    Ok(PaperRegister {
        trainers: trainers
            .filter_map(|id| Some(named.get(id)?.name.clone()))
            .collect(),
        units: lines(&course, &units, language),
        institution: institution.into_values().next().unwrap_or_default(),
        at: services.now(),
        programme,
        register,
    })
}
