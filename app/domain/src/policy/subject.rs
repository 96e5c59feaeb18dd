//! What an action is asked about, and how it lies to a role's scope.

use crate::ids::{InstitutionId, PersonId, ProgrammeId};
use crate::people::Role;

/// The thing an action is asked about. Whoever asks fills it from the database, never from a form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Subject<'a> {
    /// The installation as a whole: its courses, certificates and settings.
    Platform,
    /// The modules of a course that are written for trainers.
    TrainersModules {
        /// Those who take the course in a cohort of trainers.
        taken_by: &'a [PersonId],
    },
    /// One programme.
    Programme(ProgrammeId),
    /// One institution, in one programme.
    Institution {
        /// The programme it takes part in.
        programme: ProgrammeId,
        /// The institution.
        institution: InstitutionId,
    },
    /// One cohort.
    Cohort {
        /// The programme that counts it.
        programme: ProgrammeId,
        /// The institution it is held at.
        institution: InstitutionId,
        /// Everyone who trains it.
        trainers: &'a [PersonId],
    },
    /// One person.
    Person {
        /// Who it is.
        person: PersonId,
        /// Where they are a member or hold a role now. Taking part in a cohort elsewhere makes
        /// nobody that institution's person.
        institutions: &'a [InstitutionId],
        /// The programmes of those institutions, of the cohorts they are in and of their roles.
        programmes: &'a [ProgrammeId],
        /// The trainers of the cohorts they are in, each with the institution that holds it.
        trained_by: &'a [(PersonId, InstitutionId)],
        /// The roles they hold.
        roles: &'a [Role],
    },
}

/// The kind of a [`Subject`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SubjectKind {
    /// The installation.
    Platform,
    /// A course's modules for trainers.
    TrainersModules,
    /// A programme.
    Programme,
    /// An institution.
    Institution,
    /// A cohort.
    Cohort,
    /// A person.
    Person,
}

impl Subject<'_> {
    /// A person as they ask about themselves: nothing else needs to be known.
    #[must_use]
    pub fn oneself(person: PersonId) -> Self {
        Self::Person {
            person,
            institutions: &[],
            programmes: &[],
            trained_by: &[],
            roles: &[],
        }
    }

    /// What kind of thing this is.
    #[must_use]
    pub fn kind(&self) -> SubjectKind {
        match self {
            Self::Platform => SubjectKind::Platform,
            Self::TrainersModules { .. } => SubjectKind::TrainersModules,
            Self::Programme(_) => SubjectKind::Programme,
            Self::Institution { .. } => SubjectKind::Institution,
            Self::Cohort { .. } => SubjectKind::Cohort,
            Self::Person { .. } => SubjectKind::Person,
        }
    }

    /// Whether it is the actor's own: themself, or a module that they are to learn.
    pub(super) fn is(&self, actor: PersonId) -> bool {
        match self {
            Self::Person { person, .. } => *person == actor,
            Self::TrainersModules { taken_by } => taken_by.contains(&actor),
            _ => false,
        }
    }

    /// Whether it belongs to the institution or programme that the role is held for.
    pub(super) fn lies_inside(&self, role: &Role) -> bool {
        match *role {
            Role::Trainer(institution) | Role::Lead(institution) => self.is_at(institution),
            Role::Coordinator(programme)
            | Role::PartnerTrainer(programme)
            | Role::Observer(programme)
            | Role::Recogniser(programme) => self.is_of(programme),
            Role::Author => false,
        }
    }

    /// Whether the actor, in this role, trains the cohort, or a cohort that the person is in: an
    /// institution's trainer only what that institution holds.
    pub(super) fn is_trained_by(&self, actor: PersonId, role: &Role) -> bool {
        match (self, *role) {
            (Self::Cohort { trainers, .. }, _) => {
                trainers.contains(&actor) && self.lies_inside(role)
            }
            (Self::Person { trained_by, .. }, Role::Trainer(at)) => {
                trained_by.contains(&(actor, at))
            }
            (Self::Person { trained_by, .. }, _) => {
                trained_by.iter().any(|(trainer, _)| *trainer == actor) && self.lies_inside(role)
            }
            _ => false,
        }
    }

    /// Whether the person holds no role beyond the scope of `role`. Otherwise a lead could take
    /// over the coordinator's account by handing over a reset code at the home institution.
    pub(super) fn holds_nothing_wider_than(&self, role: &Role) -> bool {
        let Self::Person { roles, .. } = self else {
            return false;
        };
        roles.iter().all(|held| match (*role, *held) {
            (Role::Lead(mine), Role::Trainer(at) | Role::Lead(at)) => at == mine,
            (Role::Coordinator(_), Role::Trainer(_) | Role::Lead(_) | Role::Author) => true,
            (
                Role::Coordinator(mine),
                Role::Coordinator(of)
                | Role::PartnerTrainer(of)
                | Role::Observer(of)
                | Role::Recogniser(of),
            ) => of == mine,
            _ => false,
        })
    }

    fn is_at(&self, wanted: InstitutionId) -> bool {
        match self {
            Self::Institution { institution, .. } | Self::Cohort { institution, .. } => {
                *institution == wanted
            }
            Self::Person { institutions, .. } => institutions.contains(&wanted),
            Self::Platform | Self::TrainersModules { .. } | Self::Programme(_) => false,
        }
    }

    fn is_of(&self, wanted: ProgrammeId) -> bool {
        match self {
            Self::Programme(programme)
            | Self::Institution { programme, .. }
            | Self::Cohort { programme, .. } => *programme == wanted,
            Self::Person { programmes, .. } => programmes.contains(&wanted),
            Self::Platform | Self::TrainersModules { .. } => false,
        }
    }
}
