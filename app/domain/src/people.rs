//! Institutions' kinds, staff categories, roles and their scopes.

use serde::{Deserialize, Serialize};

use crate::ids::{InstitutionId, PersonId, ProgrammeId};

macro_rules! coded {
    ($(#[$doc:meta])* $name:ident { $($(#[$vdoc:meta])* $variant:ident = $code:literal),+ $(,)? }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, ::serde::Serialize, ::serde::Deserialize)]
        #[serde(rename_all = "snake_case")]
        pub enum $name { $($(#[$vdoc])* $variant),+ }

        impl $name {
            /// Every value, in the order that menus show.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The word kept in the database, in URLs and in message keys.
            #[must_use]
            pub fn code(self) -> &'static str {
                match self { $(Self::$variant => $code),+ }
            }

            /// The value a code stands for.
            #[must_use]
            pub fn from_code(code: &str) -> Option<Self> {
                match code { $($code => Some(Self::$variant),)+ _ => None }
            }
        }
    };
}
pub(crate) use coded;

coded! {
    /// What an institution is.
    InstitutionKind {
        /// A university or other higher-education institution.
        University = "university",
        /// A vocational school.
        VetSchool = "vet_school",
        /// A chamber of commerce or crafts.
        Chamber = "chamber",
        /// A company.
        Company = "company",
        /// A non-governmental organisation.
        Ngo = "ngo",
        /// A public authority.
        PublicAuthority = "public_authority",
    }
}

coded! {
    /// Staff categories as Erasmus+ counts them, plus student and external.
    StaffCategory {
        /// Managers.
        Manager = "manager",
        /// Researchers, teachers and trainers.
        Academic = "academic",
        /// Technical staff.
        Technical = "technical",
        /// Administrative staff.
        Administrative = "administrative",
        /// Students.
        Student = "student",
        /// People from outside the institution.
        External = "external",
    }
}

coded! {
    /// Which gender somebody stated; nothing is a fourth answer.
    Gender {
        /// Female.
        Female = "female",
        /// Male.
        Male = "male",
        /// Another, or none of these words.
        Other = "other",
    }
}

/// A role with its scope. A person may hold any number of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// Runs own cohorts at one institution.
    Trainer(InstitutionId),
    /// Leads one institution.
    Lead(InstitutionId),
    /// Runs the programme.
    Coordinator(ProgrammeId),
    /// Trains trainers anywhere in the programme.
    PartnerTrainer(ProgrammeId),
    /// Writes, translates and publishes courses.
    Author,
    /// Sees aggregates of a programme only, no names.
    Observer(ProgrammeId),
    /// Adds recognition decisions to certificates.
    Recogniser(ProgrammeId),
}

impl Role {
    /// Whether whoever has it enrols colleagues and leads cohorts.
    #[must_use]
    pub fn runs_cohorts(&self) -> bool {
        matches!(
            self,
            Self::Trainer(_) | Self::Lead(_) | Self::Coordinator(_) | Self::PartnerTrainer(_)
        )
    }
}

/// Somebody who asks for something: nobody in particular, or a signed-in person with roles.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Actor {
    /// A visitor without an account.
    Visitor,
    /// A signed-in person.
    Person {
        /// Who it is.
        id: PersonId,
        /// What they may act as.
        roles: Vec<Role>,
    },
}

impl Actor {
    /// The person asking, if signed in.
    #[must_use]
    pub fn person(&self) -> Option<PersonId> {
        match self {
            Self::Visitor => None,
            Self::Person { id, .. } => Some(*id),
        }
    }

    /// The roles held; none for a visitor.
    #[must_use]
    pub fn roles(&self) -> &[Role] {
        match self {
            Self::Visitor => &[],
            Self::Person { roles, .. } => roles,
        }
    }
}
