//! The institutions of a programme: adding one, and changing its name, place and own target.

use domain::ids::{InstitutionId, ProgrammeId};
use domain::names::clean_name;
use domain::people::{Actor, InstitutionKind, Role};
use domain::policy::{Action, Subject};
use domain::roster::Email;
use store::DatabaseTransaction;
use store::programme::{Institution, Programme, Tier};

use super::LONGEST_NAME;
use crate::access::allow;
use crate::invitations::{self, Invitee};
use crate::{FieldProblem, ServiceError, Services, audit, form};

/// The institution's form, as it was typed.
#[derive(Clone, Debug, Default, serde::Deserialize)]
pub struct TypedInstitution {
    /// Its name.
    pub name: String,
    /// The code of its kind.
    pub kind: String,
    /// Its town.
    pub place: String,
    /// Its country.
    pub country: String,
    /// Its own target: at least so many. Empty, with `target_max`, for the programme's.
    pub target_min: String,
    /// At most so many.
    pub target_max: String,
    /// Anything, when it takes part without a target.
    #[serde(default)]
    pub no_target: String,
    /// The state that the form showed, where it showed one.
    #[serde(default)]
    pub revision: String,
}

impl TypedInstitution {
    /// The values as typed, for the form when it is refused.
    #[must_use]
    pub fn values(&self) -> Vec<(&'static str, &str)> {
        vec![
            ("name", &self.name),
            ("kind", &self.kind),
            ("place", &self.place),
            ("country", &self.country),
            ("target_min", &self.target_min),
            ("target_max", &self.target_max),
            ("no_target", &self.no_target),
        ]
    }
}

/// Adds an institution to a programme and, when somebody is named, invites its lead; a `lead`
/// without name and address is nobody.
///
/// # Errors
/// What is wrong with the form; [`ServiceError::Hidden`] when the asker may not.
pub async fn add_institution(
    services: &Services,
    actor: &Actor,
    programme: ProgrammeId,
    typed: &TypedInstitution,
    lead: Invitee<'_>,
) -> Result<InstitutionId, ServiceError> {
    allow(
        actor,
        Action::AddInstitution,
        &Subject::Programme(programme),
    )?;
    let mut problems = Vec::new();
    let own = own_tier(services, typed, &mut problems);
    let institution = institution(InstitutionId(services.new_id()), typed, &mut problems);
    let invites = is_named(lead, &mut problems);
    let db = services.store.read();
    if store::programme::has_institution_called(db, programme, &institution.name).await? {
        problems.push(FieldProblem::new("name", "institution_known"));
    }
    if !problems.is_empty() {
        return Err(ServiceError::Invalid(problems));
    }
    let (asker, by, id) = (services.clone(), actor.person(), institution.id);
    let own = own.map(|tier| Tier {
        institution: Some(id),
        ..tier
    });
    services
        .store
        .write::<_, ServiceError>(Box::new(move |tx| {
            Box::pin(async move {
                create(&asker, tx, programme, &institution, own.as_ref()).await?;
                let subject = ("institution", id.0);
                audit::record(
                    &asker,
                    tx,
                    by,
                    "institution.added",
                    subject,
                    &institution.name,
                )
                .await
            })
        }))
        .await?;
    if invites {
        invitations::invite_role(services, actor, Role::Lead(id), lead).await?;
    }
    Ok(id)
}

async fn create(
    services: &Services,
    tx: &DatabaseTransaction,
    programme: ProgrammeId,
    institution: &Institution,
    own: Option<&Tier>,
) -> Result<(), ServiceError> {
    store::programme::create_institution(tx, institution, services.now()).await?;
    let tier = store::tier::general(tx, programme).await?;
    let range = tier.map(|tier| (tier.target_min, tier.target_max));
    store::programme::join(tx, programme, institution, range).await?;
    if own.is_some() {
        store::tier::change_own(tx, programme, institution.id, own).await?;
    }
    Ok(())
}

/// Whether a lead is named; what is wrong with the name and address is a problem of their fields.
fn is_named(lead: Invitee<'_>, problems: &mut Vec<FieldProblem>) -> bool {
    if lead.name.trim().is_empty() && lead.email.trim().is_empty() {
        return false;
    }
    if let Err(problem) = clean_name(lead.name) {
        problems.push(FieldProblem::new("lead_name", problem.code()));
    }
    if let Err(problem) = Email::parse(lead.email) {
        problems.push(FieldProblem::new("lead_email", problem.code()));
    }
    true
}

fn institution(
    id: InstitutionId,
    typed: &TypedInstitution,
    problems: &mut Vec<FieldProblem>,
) -> Institution {
    let name = form::line("name", &typed.name, LONGEST_NAME, problems);
    if !name.chars().any(char::is_alphanumeric) {
        problems.push(FieldProblem::new("name", "institution_nameless"));
    }
    let kind = InstitutionKind::from_code(&typed.kind);
    if kind.is_none() {
        problems.push(FieldProblem::new("kind", "choice"));
    }
    Institution {
        id,
        name,
        kind: kind.unwrap_or(InstitutionKind::University),
        place: form::line("place", &typed.place, LONGEST_NAME, problems),
        country: form::line("country", &typed.country, LONGEST_NAME, problems),
        // A form that shows no state is a new institution's.
        revision: typed.revision.parse().unwrap_or_default(),
    }
}

/// The tier that the form gives the institution for itself; a tier of nobody says that it takes
/// part without a target.
fn own_tier(
    services: &Services,
    typed: &TypedInstitution,
    problems: &mut Vec<FieldProblem>,
) -> Option<Tier> {
    let range = form::range(&typed.target_min, &typed.target_max, problems);
    let without = !typed.no_target.is_empty();
    if without && range.is_some() {
        problems.push(FieldProblem::new("target_min", "range_or_none"));
    }
    let of_nobody = without.then_some((0, 0));
    let (target_min, target_max) = range
        .map(|range| (range.min(), range.max()))
        .or(of_nobody)?;
    Some(Tier {
        id: services.new_id(),
        institution: None,
        wording: String::new(),
        target_min,
        target_max,
    })
}

/// An institution with its programme and tiers, for the form that changes it.
#[derive(Clone, Debug)]
pub struct InstitutionForm {
    /// The institution.
    pub institution: Institution,
    /// The programme whose range may be another here.
    pub programme: Programme,
    /// The institution's own tier.
    pub own: Option<Tier>,
    /// The tier that is in force without one.
    pub general: Option<Tier>,
}

/// What the form that changes an institution shows.
///
/// # Errors
/// [`ServiceError::Hidden`] when there is no such institution, or the asker may not change it.
pub async fn institution_form(
    services: &Services,
    actor: &Actor,
    id: InstitutionId,
) -> Result<InstitutionForm, ServiceError> {
    actor.person().ok_or(ServiceError::SignIn)?;
    let db = services.store.read();
    let programme = store::programme::of_institution(db, id)
        .await?
        .into_iter()
        .find(|programme| {
            allow(
                actor,
                Action::EditProgramme,
                &Subject::Programme(*programme),
            )
            .is_ok()
        })
        .ok_or(ServiceError::Hidden)?;
    Ok(InstitutionForm {
        institution: store::programme::institution(db, id)
            .await?
            .ok_or(ServiceError::Hidden)?,
        programme: store::programme::by_id(db, programme)
            .await?
            .ok_or(ServiceError::Hidden)?,
        own: store::tier::own(db, programme, id).await?,
        general: store::tier::general(db, programme).await?,
    })
}

/// Changes an institution's name, place and own target range.
///
/// # Errors
/// What is wrong with the form; [`ServiceError::Stale`] when somebody else changed the institution
/// since the form was shown; [`ServiceError::Hidden`] when the asker may not.
pub async fn change_institution(
    services: &Services,
    actor: &Actor,
    id: InstitutionId,
    typed: &TypedInstitution,
) -> Result<(), ServiceError> {
    let known = institution_form(services, actor, id).await?;
    let mut problems = Vec::new();
    let own = own_tier(services, typed, &mut problems);
    let changed = institution(id, typed, &mut problems);
    if !problems.is_empty() {
        return Err(ServiceError::Invalid(problems));
    }
    let own = own.map(|tier| Tier {
        institution: Some(id),
        ..tier
    });
    let (asker, by, programme) = (services.clone(), actor.person(), known.programme.id);
    services
        .store
        .write(Box::new(move |tx| {
            Box::pin(async move {
                if !store::programme::change_institution(tx, &changed).await? {
                    return Err(ServiceError::Stale);
                }
                store::tier::change_own(tx, programme, id, own.as_ref()).await?;
                let subject = ("institution", id.0);
                audit::record(
                    &asker,
                    tx,
                    by,
                    "institution.changed",
                    subject,
                    &changed.name,
                )
                .await
            })
        }))
        .await
}
