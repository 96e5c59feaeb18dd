//! Who may do what to whom: fills the subjects of `domain::policy` from the database and turns
//! its answer into an error.

use std::collections::{BTreeSet, HashMap};

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
    /// Where they are a member or hold a role now.
    pub institutions: Vec<InstitutionId>,
    /// The programmes of those institutions, of the cohorts they are in and of their roles.
    pub programmes: Vec<ProgrammeId>,
    /// The trainers of the cohorts they are in, each with the institution that holds it.
    pub trained_by: Vec<(PersonId, InstitutionId)>,
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
        let homes: BTreeSet<InstitutionId> = memberships
            .iter()
            .filter(|membership| membership.to.is_none())
            .map(|membership| membership.institution)
            .chain(roles.iter().filter_map(institution_of))
            .collect();
        let institutions: Vec<InstitutionId> = homes.into_iter().collect();
        let programmes: BTreeSet<ProgrammeId> =
            store::programme::of_institutions(db, &institutions)
                .await?
                .into_iter()
                .chain(roles.iter().filter_map(programme_of))
                .chain(participations.iter().map(|one| one.programme))
                .collect();
        let cohorts: Vec<CohortId> = participations.iter().map(|one| one.cohort).collect();
        let mut trainers = store::cohort::trainer_names(db, &cohorts).await?;
        let trained_by = participations
            .iter()
            .flat_map(|one| {
                let trainers = trainers.remove(&one.cohort).unwrap_or_default();
                let held_at = one.institution;
                trainers
                    .into_iter()
                    .map(move |(trainer, _)| (trainer, held_at))
            })
            .collect();
        Ok(Self {
            person,
            memberships,
            participations,
            institutions,
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

/// Whose pages an asker may open, of the people that a list names: where it may not be opened, a
/// list says the name and leads nowhere.
pub(crate) struct Pages {
    homes: HashMap<PersonId, Vec<InstitutionId>>,
}

impl Pages {
    /// Looks up what the policy asks about these people.
    pub(crate) async fn of(
        db: &impl ConnectionTrait,
        people: &[PersonId],
    ) -> Result<Self, ServiceError> {
        Ok(Self {
            homes: store::membership::homes(db, people).await?,
        })
    }

    /// Whether the actor may open a person's page, as far as one cohort shows: its programme, and
    /// its trainers with the institution that holds it. It never says yes where the page says no.
    pub(crate) fn open(
        &self,
        actor: &Actor,
        person: PersonId,
        programme: ProgrammeId,
        trained_by: &[(PersonId, InstitutionId)],
    ) -> bool {
        let subject = Subject::Person {
            person,
            institutions: self.homes.get(&person).map_or(&[], Vec::as_slice),
            programmes: &[programme],
            trained_by,
            roles: &[],
        };
        allow(actor, Action::SeePerson, &subject).is_ok()
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

    /// Who trains the people in it, and where, as the policy asks about one of them.
    pub(crate) fn trained_by(&self) -> Vec<(PersonId, InstitutionId)> {
        let held_at = self.cohort.institution;
        self.trainers
            .iter()
            .map(|trainer| (*trainer, held_at))
            .collect()
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
