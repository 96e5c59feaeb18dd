//! Identifiers: one newtype for each kind of thing, so that a cohort can never be looked up as a
//! person. All are UUID version 7 (RFC 9562): they sort by the moment they were made.

use serde::{Deserialize, Serialize};
use uuid::Uuid;

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident),+ $(,)?) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(pub Uuid);

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                self.0.fmt(f)
            }
        }

        impl std::str::FromStr for $name {
            type Err = uuid::Error;
            fn from_str(text: &str) -> Result<Self, Self::Err> {
                text.parse().map(Self)
            }
        }
    )+};
}

ids! {
    /// A funded project or national programme whose cascade is followed.
    ProgrammeId,
    /// A university, VET school, chamber, company, NGO or public authority.
    InstitutionId,
    /// One human being, whatever their roles and addresses.
    PersonId,
    /// A course across all its versions.
    CourseId,
    /// One immutable, published state of a course.
    CourseVersionId,
    /// One unit of one course version.
    UnitId,
    /// A group of colleagues that one or more trainers take through a course.
    CohortId,
    /// One meeting of a cohort.
    SessionId,
    /// One person in one cohort.
    ParticipationId,
    /// One enrolment of a list: first a draft, then a permanent result page.
    EnrolmentId,
    /// One line of an enrolled list.
    EnrolmentRowId,
    /// An invitation, by mail or on a slip.
    InvitationId,
    /// One signed-in browser.
    SignInId,
    /// A message waiting to be sent.
    MessageId,
    /// One version of a text that a learner handed in.
    SubmissionId,
    /// One line of the audit log.
    AuditId,
    /// Something that the installation does by itself, once.
    JobId,
    /// A role that a person holds, with its scope.
    GrantId,
    /// A file that shows that a session took place.
    EvidenceId,
    /// A pack of figures and evidence, made once and frozen.
    PackId,
}
