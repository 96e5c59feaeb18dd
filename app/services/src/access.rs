//! Who may do what to whom: fills the subjects of `domain::policy` from the database and turns
//! its answer into an error.

use std::collections::BTreeSet;

use domain::ids::{CohortId, InstitutionId, PersonId, ProgrammeId};
use domain::people::{Actor, Role};
use domain::policy::{Action, Decision, Subject, decide};
use store::ConnectionTrait;
use store::cohort::Cohort;
use store::membership::Membership;
use store::participation::Participation;
use store::person::Person;

use crate::ServiceError;

/// Passes when the actor may do this to that, names included.
///
/// # Errors
/// [`ServiceError::SignIn`] for a visitor, [`ServiceError::Hidden`] for everybody else who may not.
pub fn allow(actor: &Actor, action: Action, subject: &Subject<'_>) -> Result<(), ServiceError> {
    match decide(actor, action, subject) {
        Decision::Allow => Ok(()),
        Decision::SignIn => Err(ServiceError::SignIn),
        Decision::Aggregates | Decision::Hidden => Err(ServiceError::Hidden),
    }
}

/// The signed-in person, who may always change what is their own.
///
/// # Errors
/// [`ServiceError::SignIn`] for a visitor.
pub fn oneself(actor: &Actor) -> Result<PersonId, ServiceError> {
    let person = actor.person().ok_or(ServiceError::SignIn)?;
    allow(actor, Action::ManageAccount, &Subject::oneself(person))?;
    Ok(person)
}

/// Everything the policy asks about one person, and what it was read from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PersonStanding {
    /// Who it is.
    pub person: Person,
    /// Where they belong and belonged.
    pub memberships: Vec<Membership>,
    /// What they take or took part in, newest first.
    pub participations: Vec<Participation>,
    /// Where they are a member now, and the institutions of the cohorts they are in.
    pub institutions: Vec<InstitutionId>,
    /// The programmes of those institutions and cohorts, and of their own roles.
    pub programmes: Vec<ProgrammeId>,
    /// The trainers of the cohorts they are in.
    pub trained_by: Vec<PersonId>,
    /// The roles they hold.
    pub roles: Vec<Role>,
}

impl PersonStanding {
    /// Looks a person up.
    ///
    /// # Errors
    /// [`ServiceError::Hidden`] when there is no such person.
    pub async fn of(db: &impl ConnectionTrait, person: PersonId) -> Result<Self, ServiceError> {
        let person = store::person::by_id(db, person)
            .await?
            .ok_or(ServiceError::Hidden)?;
        let roles = store::grant::of_person(db, person.id).await?;
        let memberships = store::membership::of_person(db, person.id).await?;
        let participations = store::participation::of_person(db, person.id).await?;
        let institutions: BTreeSet<InstitutionId> = memberships
            .iter()
            .filter(|membership| membership.to.is_none())
            .map(|membership| membership.institution)
            .chain(participations.iter().map(|one| one.institution))
            .collect();
        let homes = institutions.iter().copied();
        let homes: Vec<InstitutionId> = homes
            .chain(roles.iter().filter_map(institution_of))
            .collect();
        let programmes: BTreeSet<ProgrammeId> = store::programme::of_institutions(db, &homes)
            .await?
            .into_iter()
            .chain(roles.iter().filter_map(programme_of))
            .chain(participations.iter().map(|one| one.programme))
            .collect();
        let cohorts: Vec<CohortId> = participations.iter().map(|one| one.cohort).collect();
        let trainers = store::cohort::trainer_names(db, &cohorts).await?;
        let trained_by = trainers
            .into_values()
            .flatten()
            .map(|(trainer, _)| trainer)
            .collect();
        Ok(Self {
            person,
            memberships,
            participations,
            institutions: institutions.into_iter().collect(),
            programmes: programmes.into_iter().collect(),
            trained_by,
            roles,
        })
    }

    /// The person as the policy asks about them.
    #[must_use]
    pub fn subject(&self) -> Subject<'_> {
        Subject::Person {
            person: self.person.id,
            institutions: &self.institutions,
            programmes: &self.programmes,
            trained_by: &self.trained_by,
            roles: &self.roles,
        }
    }
}

/// Everything the policy asks about one cohort.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CohortStanding {
    /// The cohort.
    pub cohort: Cohort,
    /// Everyone who trains it.
    pub trainers: Vec<PersonId>,
}

impl CohortStanding {
    /// Looks a cohort up.
    ///
    /// # Errors
    /// [`ServiceError::Hidden`] when there is no such cohort.
    pub async fn of(db: &impl ConnectionTrait, cohort: CohortId) -> Result<Self, ServiceError> {
        let cohort = store::cohort::by_id(db, cohort)
            .await?
            .ok_or(ServiceError::Hidden)?;
        let trainers = store::cohort::trainers(db, cohort.id).await?;
        Ok(Self { cohort, trainers })
    }

    /// The cohort as the policy asks about it.
    #[must_use]
    pub fn subject(&self) -> Subject<'_> {
        Subject::Cohort {
            programme: self.cohort.programme,
            institution: self.cohort.institution,
            trainers: &self.trainers,
        }
    }
}

/// The programme that a role is held for.
pub(crate) fn programme_of(role: &Role) -> Option<ProgrammeId> {
    match *role {
        Role::Coordinator(programme)
        | Role::PartnerTrainer(programme)
        | Role::Observer(programme)
        | Role::Recogniser(programme) => Some(programme),
        Role::Trainer(_) | Role::Lead(_) | Role::Author => None,
    }
}

/// The institution that a role is held at.
pub(crate) fn institution_of(role: &Role) -> Option<InstitutionId> {
    match *role {
        Role::Trainer(institution) | Role::Lead(institution) => Some(institution),
        _ => None,
    }
}
