//! What is kept in bulk, as plain records.

use domain::cascade::follow_up::Round;
use domain::cascade::lineage::Edge;
use domain::clock::Timestamp;
use domain::ids::{
    CohortId, EnrolmentId, EnrolmentRowId, GrantId, InvitationId, ParticipationId, PersonId,
    ProgrammeId, SessionId, UnitId,
};
use domain::language::Language;
use domain::people::{Gender, Role};
use domain::session::attendance::Source;
use uuid::Uuid;

use crate::adaptation::NewAdaptation;
use crate::cohort::Cohort;
use crate::follow_up::Answered;
use crate::learning::{NewResponse, NewSubmission};
use crate::membership::Membership;
use crate::message::NewMessage;
use crate::over_time::NewExtension;
use crate::participation::Participation;
use crate::programme::{Institution, Tier};
use crate::review::NewReview;
use crate::session::Session;

/// Facts to keep together.
#[derive(Clone, Debug, Default)]
pub struct Facts {
    /// Institutions and the programmes they take part in.
    pub institutions: Vec<Joined>,
    /// Promises that single institutions made.
    pub tiers: Vec<(ProgrammeId, Tier)>,
    /// How programmes' end dates moved.
    pub extensions: Vec<(ProgrammeId, NewExtension)>,
    /// People, each with one address.
    pub people: Vec<Known>,
    /// Where they belong.
    pub memberships: Vec<Membership>,
    /// Roles they hold.
    pub grants: Vec<Granted>,
    /// Cohorts with their trainers; the tallies in them are not kept but counted.
    pub cohorts: Vec<(Cohort, Vec<PersonId>)>,
    /// Sessions, delivered and planned.
    pub sessions: Vec<Session>,
    /// What sessions teach, each with its place in the session, from 1.
    pub session_units: Vec<(SessionId, UnitId, i32)>,
    /// What trainers changed for the local context.
    pub adaptations: Vec<NewAdaptation>,
    /// Who was there.
    pub attendance: Vec<Attended>,
    /// Who takes part.
    pub participations: Vec<Participation>,
    /// What happened to participations.
    pub events: Vec<Happened>,
    /// Who was trained by whom, in which programme.
    pub edges: Vec<(ProgrammeId, Edge)>,
    /// Invitations with what became of them.
    pub invitations: Vec<Invited>,
    /// Lists that were enrolled.
    pub enrolments: Vec<Enrolled>,
    /// How far people read.
    pub readings: Vec<Read>,
    /// What they answered.
    pub responses: Vec<NewResponse>,
    /// What they handed in.
    pub submissions: Vec<NewSubmission>,
    /// What trainers said about it.
    pub reviews: Vec<NewReview>,
    /// What they wrote for themselves.
    pub reflections: Vec<Reflected>,
    /// What they completed.
    pub completions: Vec<UnitDone>,
    /// What they answered to the follow-up, each once.
    pub follow_ups: Vec<FollowedUp>,
    /// Letters that were given up, each with what the mail server said.
    pub given_up: Vec<(NewMessage, String, Timestamp)>,
}

/// An answer to the follow-up.
#[derive(Clone, Debug)]
pub struct FollowedUp {
    /// The answer.
    pub id: Uuid,
    /// Of which participation.
    pub participation: ParticipationId,
    /// Whose.
    pub person: PersonId,
    /// In which round.
    pub round: Round,
    /// What was answered, and when.
    pub answered: Answered,
}

/// An institution that joined a programme.
#[derive(Clone, Debug)]
pub struct Joined {
    /// The institution.
    pub institution: Institution,
    /// The programme.
    pub programme: ProgrammeId,
    /// The target range in force for it.
    pub range: Option<(u32, u32)>,
    /// When.
    pub at: Timestamp,
}

/// A person with one address.
#[derive(Clone, Debug)]
pub struct Known {
    /// Who it is.
    pub id: PersonId,
    /// Their name as they write it.
    pub name: String,
    /// The language they chose, if any.
    pub language: Option<Language>,
    /// The gender they stated, if any.
    pub gender: Option<Gender>,
    /// Argon2id, as a PHC string; `None` until they accept an invitation.
    pub password_hash: Option<String>,
    /// Their address, in lower case.
    pub address: String,
    /// When they said that the address is theirs.
    pub confirmed_at: Option<Timestamp>,
    /// Since when they are known.
    pub since: Timestamp,
}

/// A role that somebody holds.
#[derive(Clone, Copy, Debug)]
pub struct Granted {
    /// The grant.
    pub id: GrantId,
    /// Who holds it.
    pub person: PersonId,
    /// Which role, where.
    pub role: Role,
    /// Who gave it.
    pub by: Option<PersonId>,
    /// When.
    pub at: Timestamp,
}

/// One line of a session's register.
#[derive(Clone, Copy, Debug)]
pub struct Attended {
    /// The line.
    pub id: Uuid,
    /// The session.
    pub session: SessionId,
    /// Who.
    pub person: PersonId,
    /// Whether they were there.
    pub present: bool,
    /// Where the line comes from.
    pub source: Source,
    /// Why it differs from the line before; empty for a first line.
    pub reason: &'static str,
    /// Who says so.
    pub recorded_by: PersonId,
    /// When.
    pub at: Timestamp,
}

/// One line of a participation's history.
#[derive(Clone, Debug)]
pub struct Happened {
    /// The line.
    pub id: Uuid,
    /// The participation.
    pub participation: ParticipationId,
    /// `invited`, `finished` or `withdrawn`.
    pub kind: &'static str,
    /// When.
    pub at: Timestamp,
    /// Who did it.
    pub actor: Option<PersonId>,
    /// In words, such as a withdrawal's reason.
    pub detail: String,
}

/// An invitation to a cohort, with what became of it.
#[derive(Clone, Debug)]
pub struct Invited {
    /// The invitation.
    pub id: InvitationId,
    /// To which cohort.
    pub cohort: CohortId,
    /// Whom.
    pub person: PersonId,
    /// The hash of the link's token, when it went out by mail.
    pub token_hash: Option<String>,
    /// The hash of the slip's code, when one was printed.
    pub code_hash: Option<String>,
    /// Who invited.
    pub by: PersonId,
    /// When.
    pub at: Timestamp,
    /// Until when it can be accepted.
    pub expires_at: Timestamp,
    /// When it was accepted.
    pub used_at: Option<Timestamp>,
    /// When it was taken back.
    pub revoked_at: Option<Timestamp>,
}

/// A list that was enrolled.
#[derive(Clone, Debug)]
pub struct Enrolled {
    /// The enrolment.
    pub id: EnrolmentId,
    /// Into which cohort.
    pub cohort: CohortId,
    /// By whom.
    pub made_by: PersonId,
    /// When the list was pasted.
    pub begun_at: Timestamp,
    /// When it was confirmed.
    pub at: Timestamp,
    /// What became of each line.
    pub lines: Vec<EnrolledLine>,
}

/// What became of one line of a list.
#[derive(Clone, Debug)]
pub struct EnrolledLine {
    /// The result's row.
    pub id: EnrolmentRowId,
    /// The line's number, from 1.
    pub line: i32,
    /// The name in it.
    pub name: String,
    /// The address in it.
    pub address: String,
    /// The outcome as a word.
    pub outcome: &'static str,
    /// Why, where the word is not enough.
    pub reason: &'static str,
    /// Who it turned out to be.
    pub person: Option<PersonId>,
    /// The participation it led to.
    pub participation: Option<ParticipationId>,
}

/// How far somebody read a unit.
#[derive(Clone, Debug)]
pub struct Read {
    /// Who.
    pub person: PersonId,
    /// The unit.
    pub unit: UnitId,
    /// When they opened it.
    pub opened_at: Timestamp,
    /// The blocks seen, separated by spaces.
    pub blocks_seen: String,
    /// Where to go on.
    pub block: Option<String>,
    /// The part they were in, as a word.
    pub part: &'static str,
    /// When they last did anything in it.
    pub changed_at: Timestamp,
}

/// A private reflection.
#[derive(Clone, Debug)]
pub struct Reflected {
    /// Who.
    pub person: PersonId,
    /// The unit.
    pub unit: UnitId,
    /// The prompt.
    pub prompt: String,
    /// The text.
    pub body: String,
    /// When.
    pub at: Timestamp,
}

/// A completed unit.
#[derive(Clone, Copy, Debug)]
pub struct UnitDone {
    /// Who.
    pub person: PersonId,
    /// The unit.
    pub unit: UnitId,
    /// When.
    pub at: Timestamp,
}
