//! Checking in by oneself, with the code that the room shows.

use std::collections::BTreeSet;

use domain::ids::{CohortId, PersonId, SessionId};
use domain::people::Actor;
use domain::policy::{Action, Subject};
use domain::session::attendance::Source;
use domain::session::check_in::{Moment, seconds_left, step, steps_that_count};
use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;
use store::cohort::Cohort;
use store::session::Session;

use super::register::Record;
use super::{Recorded, allowed, check_in_window};
use crate::access::allow;
use crate::{ServiceError, Services};

/// How many digits a code has.
const DIGITS: usize = 6;

/// A code that the room shows: six digits.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Code(String);

impl Code {
    /// The code with a number, of a session's secret: a time-based one-time password (RFC 6238,
    /// with HMAC-SHA-256).
    fn of(secret: &str, step: i64) -> Self {
        let Ok(mut mac) = Hmac::<Sha256>::new_from_slice(secret.as_bytes()) else {
            // HMAC takes keys of every length.
            return Self(String::new());
        };
        mac.update(&step.to_be_bytes());
        let digest = mac.finalize().into_bytes();
        // RFC 4226, section 5.3: the last four bits say where to read 31 bits.
        let offset = usize::from(digest[digest.len() - 1] & 0x0f);
        let bits = digest[offset..offset + 4]
            .iter()
            .fold(0_u32, |bits, byte| bits << 8 | u32::from(*byte));
        Self(format!("{:06}", (bits & 0x7fff_ffff) % 1_000_000))
    }

    /// What was typed or scanned; spaces and dashes do not matter.
    #[must_use]
    pub fn read(typed: &str) -> Option<Self> {
        let digits: String = typed
            .chars()
            .filter(|sign| !sign.is_whitespace() && !matches!(sign, '-' | '–' | '.'))
            .collect();
        let fits = digits.len() == DIGITS && digits.bytes().all(|digit| digit.is_ascii_digit());
        fits.then_some(Self(digits))
    }

    /// As addresses carry it.
    #[must_use]
    pub fn digits(&self) -> &str {
        &self.0
    }
}

impl std::fmt::Display for Code {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let (first, second) = self.0.split_at(self.0.len() / 2);
        write!(f, "{first} {second}")
    }
}

/// What the room shows.
#[derive(Clone, Debug)]
pub struct ShownCode {
    /// The cohort.
    pub cohort: Cohort,
    /// The session.
    pub session: Session,
    /// Whether people can check in now.
    pub moment: Moment,
    /// The code and for how many seconds it stays; none before somebody opened the check-in, or
    /// while nobody can check in.
    pub code: Option<(Code, i64)>,
    /// How many of the roster are recorded as present, and how many are on it.
    pub here: (u32, u32),
}

/// What the room shows of a session's check-in.
///
/// # Errors
/// [`ServiceError::Hidden`] when the session is none of the asker's business.
pub async fn show_code(
    services: &Services,
    actor: &Actor,
    cohort: CohortId,
    session: SessionId,
) -> Result<ShownCode, ServiceError> {
    let (_, standing, session) =
        allowed(services, actor, Action::KeepRegister, cohort, session).await?;
    let read = services.store.read();
    let now = services.now();
    let moment = moment(services, &session);
    let secret = store::session::known_check_in_secret(read, session.id).await?;
    let code = secret
        .filter(|_| moment == Moment::Open && session.cancelled.is_none())
        .map(|secret| (Code::of(&secret, step(now)), seconds_left(now)));
    let sheet = store::session::attendance(read, session.id).await?;
    let present = sheet.everybody_present().count();
    let enrolled = store::roster::of_cohort(read, cohort)
        .await?
        .iter()
        .filter(|line| line.withdrawn.is_none() || sheet.present(line.person).is_some())
        .count();
    let count = |people: usize| u32::try_from(people).unwrap_or(u32::MAX);
    Ok(ShownCode {
        cohort: standing.cohort,
        session,
        moment,
        code,
        here: (count(present), count(enrolled)),
    })
}

/// Opens a session's check-in: from now on the room can show its codes. Opening it twice changes
/// nothing.
///
/// # Errors
/// [`ServiceError::Invalid`] when it was cancelled.
pub async fn open_check_in(
    services: &Services,
    actor: &Actor,
    cohort: CohortId,
    session: SessionId,
) -> Result<(), ServiceError> {
    let (_, _, session) = allowed(services, actor, Action::KeepRegister, cohort, session).await?;
    if session.cancelled.is_some() {
        return Err(ServiceError::field("check_in", "session_cancelled"));
    }
    let fresh = services.new_token();
    services
        .store
        .write(Box::new(move |tx| {
            Box::pin(async move {
                store::session::check_in_secret(tx, session.id, &fresh).await?;
                Ok(())
            })
        }))
        .await
}

fn moment(services: &Services, session: &Session) -> Moment {
    check_in_window(session).at(services.now())
}

/// What somebody who wants to check in sees.
#[derive(Clone, Debug)]
pub struct CheckIn {
    /// The cohort.
    pub cohort: Cohort,
    /// The session.
    pub session: Session,
    /// Whether people can check in now.
    pub moment: Moment,
    /// Whether they are recorded as present already.
    pub present: bool,
}

/// A session that the asker is enrolled for.
///
/// # Errors
/// [`ServiceError::SignIn`] for a visitor; [`ServiceError::Hidden`] for somebody who is not on the
/// cohort's roster.
pub async fn to_check_in(
    services: &Services,
    actor: &Actor,
    session: SessionId,
) -> Result<CheckIn, ServiceError> {
    let (person, cohort, session) = enrolled(services, actor, session).await?;
    let sheet = store::session::attendance(services.store.read(), session.id).await?;
    Ok(CheckIn {
        moment: moment(services, &session),
        present: sheet.present(person) == Some(true),
        cohort,
        session,
    })
}

async fn enrolled(
    services: &Services,
    actor: &Actor,
    session: SessionId,
) -> Result<(PersonId, Cohort, Session), ServiceError> {
    let person = actor.person().ok_or(ServiceError::SignIn)?;
    allow(actor, Action::Learn, &Subject::oneself(person))?;
    let read = services.store.read();
    let session = store::session::by_id(read, session)
        .await?
        .ok_or(ServiceError::Hidden)?;
    let takes_part = store::participation::of_person(read, person)
        .await?
        .iter()
        .any(|one| one.cohort == session.cohort && one.withdrawn.is_none());
    let cohort = store::cohort::by_id(read, session.cohort)
        .await?
        .filter(|_| takes_part)
        .ok_or(ServiceError::Hidden)?;
    Ok((person, cohort, session))
}

/// Checks in: records that the asker is there. Doing it twice changes nothing.
///
/// # Errors
/// [`ServiceError::Invalid`] outside the session's window, with a code that is not shown now, or
/// when the trainer recorded the opposite; [`ServiceError::Wait`] after too many guesses.
pub async fn check_in(
    services: &Services,
    actor: &Actor,
    session: SessionId,
    typed: &str,
) -> Result<(), ServiceError> {
    let (person, cohort, session) = enrolled(services, actor, session).await?;
    let refuse = |code: &str| Err(ServiceError::field("code", code));
    if session.cancelled.is_some() {
        return refuse("session_cancelled");
    }
    match moment(services, &session) {
        Moment::Early => return refuse("check_in_early"),
        Moment::Late => return refuse("check_in_late"),
        Moment::Open => {}
    }
    let read = services.store.read();
    match store::session::attendance(read, session.id)
        .await?
        .present(person)
    {
        Some(true) => return Ok(()),
        Some(false) => return refuse("check_in_recorded_absent"),
        None => {}
    }
    services.limits.guess_by(person)?;
    let secret = store::session::known_check_in_secret(read, session.id).await?;
    let counts = |code: &Code, secret: &str| {
        steps_that_count(services.now())
            .iter()
            .any(|step| Code::of(secret, *step) == *code)
    };
    let matches = Code::read(typed).zip(secret);
    if !matches.is_some_and(|(code, secret)| counts(&code, &secret)) {
        return refuse("check_in_code");
    }
    let record = Record {
        by: person,
        cohort,
        session,
        recorded: Recorded {
            shown: vec![person],
            present: BTreeSet::from([person]),
            seen: None,
            source: Source::SelfCheckIn,
            reason: String::new(),
        },
    };
    let asker = services.clone();
    services
        .store
        .write(Box::new(move |tx| {
            Box::pin(async move { record.keep(&asker, tx).await.map(|_| ()) })
        }))
        .await
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_code_is_a_time_based_one_time_password() {
        // RFC 6238, appendix B, SHA-256: the last six of the eight digits given there.
        let secret = "12345678901234567890123456789012";
        assert_eq!(Code::of(secret, 1).digits(), "119246");
        assert_eq!(Code::of(secret, 0x0235_23EC).digits(), "084774");
        assert_eq!(Code::of(secret, 0x0273_EF07).digits(), "819424");
    }

    #[test]
    fn a_code_is_read_however_it_is_typed() {
        assert_eq!(Code::read(" 084 774 "), Code::read("084-774"));
        assert_eq!(
            Code::read("084774").map(|code| code.to_string()).as_deref(),
            Some("084 774")
        );
        for wrong in ["", "08477", "0847741", "08477a", "०८४७७४"] {
            assert_eq!(Code::read(wrong), None, "{wrong}");
        }
    }
}
