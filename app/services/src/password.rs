//! Passwords: what is taken for one, and how it is kept (Argon2id) and compared.

use std::sync::{Arc, OnceLock};

use argon2::password_hash::phc::PasswordHash;
use argon2::password_hash::{PasswordHasher, PasswordVerifier};
use argon2::{Algorithm, Argon2, Params, Version};
use tokio::sync::Semaphore;
use unicode_normalization::UnicodeNormalization;

use crate::{FieldProblem, ServiceError, Services};

/// The shortest password, in characters.
pub const SHORTEST: usize = 10;
/// The longest password, in characters.
pub const LONGEST: usize = 200;
/// Hashes computed at the same time: each takes 19 MiB and a processor.
const AT_ONCE: usize = 2;

/// The commonest passwords that are long enough, without signs and in lower case. No other rules:
/// length is what counts (NIST SP 800-63B §3.1.1).
const COMMONEST: [&str; 36] = [
    "0123456789",
    "0987654321",
    "1111111111",
    "1122334455",
    "1234567890",
    "12345678910",
    "123456789a",
    "1234512345",
    "1q2w3e4r5t",
    "1qaz2wsx3edc",
    "a123456789",
    "abcdefghij",
    "administrator",
    "asdfghjkl1",
    "asdfghjkla",
    "azertyuiop",
    "changeme123",
    "football123",
    "iloveyou12",
    "letmein123",
    "linkedin123",
    "liverpool1",
    "mypassword",
    "password10",
    "password12",
    "password123",
    "password1234",
    "passwordpassword",
    "passw0rd123",
    "princess12",
    "q1w2e3r4t5",
    "qwerty1234",
    "qwerty12345",
    "qwerty123456",
    "qwertyuiop",
    "welcome123",
];

/// A password that obeys the rules, composed (NFC) so that every keyboard types the same one.
#[derive(Clone)]
pub struct Password(String);

impl Password {
    /// Takes what was typed into `field`. `addresses` are the person's own: the first thing that
    /// anybody would guess.
    ///
    /// # Errors
    /// The rule it breaks.
    pub fn new(field: &str, typed: &str, addresses: &[&str]) -> Result<Self, FieldProblem> {
        let password = composed(typed);
        let letters = password.chars().count();
        if letters < SHORTEST {
            return Err(FieldProblem::new(field, "password_short").with("shortest", SHORTEST));
        }
        if letters > LONGEST {
            return Err(FieldProblem::new(field, "password_long").with("longest", LONGEST));
        }
        let lower = password.to_lowercase();
        if addresses
            .iter()
            .any(|address| lower.contains(&address.to_lowercase()))
        {
            return Err(FieldProblem::new(field, "password_is_address"));
        }
        let bare: String = lower
            .chars()
            .filter(|letter| letter.is_alphanumeric())
            .collect();
        let one_letter = lower.chars().all(|letter| lower.starts_with(letter));
        if one_letter || COMMONEST.contains(&bare.as_str()) {
            return Err(FieldProblem::new(field, "password_common"));
        }
        Ok(Self(password))
    }
}

/// Computes and compares hashes, a few at a time and away from the threads that answer requests.
pub struct Hasher {
    places: Semaphore,
    nobody: OnceLock<String>,
}

impl Hasher {
    pub(crate) fn new() -> Self {
        Self {
            places: Semaphore::new(AT_ONCE),
            nobody: OnceLock::new(),
        }
    }
}

/// The PHC string that is kept of a password.
///
/// # Errors
/// When the machine cannot compute it.
pub async fn hash(services: &Services, password: &Password) -> Result<String, ServiceError> {
    let mut salt = [0; 16];
    services.random.fill(&mut salt);
    let password = password.0.clone();
    let hasher = Arc::clone(&services.hasher);
    let _place = hasher
        .places
        .acquire()
        .await
        .map_err(|_| ServiceError::Hashing)?;
    tokio::task::spawn_blocking(move || phc(&password, &salt))
        .await
        .map_err(|_| ServiceError::Hashing)?
}

/// Whether what was typed is the password behind a PHC string. Without one, the same work is done
/// for nobody, so that the time does not tell who has an account.
///
/// # Errors
/// When the machine cannot compute it.
pub async fn matches(
    services: &Services,
    typed: &str,
    kept: Option<String>,
) -> Result<bool, ServiceError> {
    // Far longer than any password: not worth the work, and no account has one.
    if typed.chars().count() > 2 * LONGEST {
        return Ok(false);
    }
    let typed = composed(typed);
    let hasher = Arc::clone(&services.hasher);
    let _place = hasher
        .places
        .acquire()
        .await
        .map_err(|_| ServiceError::Hashing)?;
    let hasher = Arc::clone(&services.hasher);
    tokio::task::spawn_blocking(move || {
        let somebody = kept.is_some();
        let kept = kept.as_deref().unwrap_or_else(|| {
            hasher
                .nobody
                .get_or_init(|| phc("nobody's password", &[0; 16]).unwrap_or_default())
        });
        let Ok(parsed) = PasswordHash::new(kept) else {
            return false;
        };
        // The cost is read from the PHC string: it may be raised one day.
        Argon2::default()
            .verify_password(typed.as_bytes(), &parsed)
            .is_ok()
            && somebody
    })
    .await
    .map_err(|_| ServiceError::Hashing)
}

fn composed(typed: &str) -> String {
    typed.nfc().collect()
}

fn phc(password: &str, salt: &[u8]) -> Result<String, ServiceError> {
    // OWASP's first choice for Argon2id: 19 MiB, two passes, one lane.
    let params = Params::new(19 * 1024, 2, 1, None).map_err(|_| ServiceError::Hashing)?;
    let hash: PasswordHash = Argon2::new(Algorithm::Argon2id, Version::V0x13, params)
        .hash_password_with_salt(password.as_bytes(), salt)
        .map_err(|_| ServiceError::Hashing)?;
    Ok(hash.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn refused(typed: &str) -> Option<String> {
        Password::new("password", typed, &["arta@uni.example"])
            .err()
            .map(|problem| problem.code)
    }

    #[test]
    fn length_counts_and_nothing_else_is_asked_of_a_password() {
        assert_eq!(refused("all lower case words"), None);
        assert_eq!(refused("мирис липе у јуну"), None);
        assert_eq!(refused("čćžšđ čćž").as_deref(), Some("password_short"));
        assert_eq!(refused(&"ab".repeat(101)).as_deref(), Some("password_long"));
    }

    #[test]
    fn what_anybody_would_guess_first_is_refused() {
        assert_eq!(
            refused("Arta@Uni.Example").as_deref(),
            Some("password_is_address")
        );
        assert_eq!(refused("Password-123").as_deref(), Some("password_common"));
        assert_eq!(refused("aaaaaaaaaaaa").as_deref(), Some("password_common"));
        assert!(COMMONEST.iter().all(|common| common.len() >= SHORTEST));
    }

    #[test]
    fn a_password_is_the_same_from_a_keyboard_that_composes_its_letters_and_one_that_does_not() {
        assert_eq!(composed("c\u{301}evap"), composed("\u{107}evap"));
    }

    #[test]
    fn what_is_kept_names_its_algorithm_and_cost() {
        let kept = phc("a long enough one", &[7; 16]).expect("a hash");
        assert!(
            kept.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"),
            "{kept}"
        );
    }
}
