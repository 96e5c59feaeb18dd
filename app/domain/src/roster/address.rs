//! E-mail addresses.

use serde::{Deserialize, Serialize};
use unicode_normalization::UnicodeNormalization;

use crate::people::coded;

/// The longest address that mail can carry (RFC 5321 §4.5.3.1.3, without the brackets).
pub const MAX_ADDRESS_CHARS: usize = 254;
const MAX_LOCAL_CHARS: usize = 64;
const MAX_LABEL_CHARS: usize = 63;

coded! {
    /// Why a text is not an e-mail address.
    #[derive(thiserror::Error)]
    AddressProblem {
        /// No @ in it.
        #[error("the address has no @")]
        NoSign = "address_no_sign",
        /// More than one @.
        #[error("the address has more than one @")]
        SeveralSigns = "address_several_signs",
        /// The part before the @ is empty or has characters that mail does not carry.
        #[error("the part before the @ is not possible")]
        BadLocalPart = "address_bad_local_part",
        /// The part after the @ is not a domain.
        #[error("the part after the @ is not a domain")]
        BadDomain = "address_bad_domain",
        /// Longer than mail can carry.
        #[error("the address is too long")]
        TooLong = "address_too_long",
    }
}

/// An e-mail address that mail can be sent to: the part before the @ as its owner writes it, the
/// domain in lower case.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Email {
    text: String,
    sign: usize,
}

impl Email {
    /// Reads one address. International domains are accepted as they are typed; a part before
    /// the @ outside ASCII is not, because it is nearly always a name in the wrong column.
    ///
    /// # Errors
    /// The first reason why no mail would arrive.
    pub fn parse(text: &str) -> Result<Self, AddressProblem> {
        let text = text.trim();
        let (local, domain) = text.split_once('@').ok_or(AddressProblem::NoSign)?;
        if domain.contains('@') {
            return Err(AddressProblem::SeveralSigns);
        }
        let domain = domain
            .nfc()
            .flat_map(char::to_lowercase)
            .collect::<String>();
        let length = local.chars().count() + 1 + domain.chars().count();
        if length > MAX_ADDRESS_CHARS || local.len() > MAX_LOCAL_CHARS {
            return Err(AddressProblem::TooLong);
        }
        if !is_local_part(local) {
            return Err(AddressProblem::BadLocalPart);
        }
        if !is_domain(&domain) {
            return Err(AddressProblem::BadDomain);
        }
        Ok(Self {
            sign: local.len(),
            text: format!("{local}@{domain}"),
        })
    }

    /// The address as it is written and sent to.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// The key that compares addresses: all in lower case.
    #[must_use]
    pub fn key(&self) -> String {
        self.text.to_lowercase()
    }

    /// The part before the @.
    #[must_use]
    pub fn local_part(&self) -> &str {
        &self.text[..self.sign]
    }

    /// The part after the @, in lower case.
    #[must_use]
    pub fn domain(&self) -> &str {
        &self.text[self.sign + 1..]
    }

    /// Whether the address belongs to a domain or to one of its subdomains.
    #[must_use]
    pub fn is_within(&self, domain: &str) -> bool {
        let domain = domain.trim().trim_start_matches('@').to_lowercase();
        !domain.is_empty()
            && self
                .domain()
                .strip_suffix(domain.as_str())
                .is_some_and(|rest| rest.is_empty() || rest.ends_with('.'))
    }

    /// The address that was probably meant, when the domain is a well-known slip of the finger.
    #[must_use]
    pub fn suggestion(&self) -> Option<Self> {
        let meant = SLIPS.iter().find(|(slip, _)| *slip == self.domain())?.1;
        Self::parse(&format!("{}@{meant}", self.local_part())).ok()
    }
}

/// Slips in the domains that half the region uses. Only suggested, never changed: somebody may
/// own the other one.
const SLIPS: [(&str, &str); 16] = [
    ("gmial.com", "gmail.com"),
    ("gmai.com", "gmail.com"),
    ("gamil.com", "gmail.com"),
    ("gmal.com", "gmail.com"),
    ("gnail.com", "gmail.com"),
    ("gmaill.com", "gmail.com"),
    ("gmail.con", "gmail.com"),
    ("gmail.cm", "gmail.com"),
    ("hotmial.com", "hotmail.com"),
    ("hotmai.com", "hotmail.com"),
    ("hotmail.con", "hotmail.com"),
    ("yaho.com", "yahoo.com"),
    ("yahooo.com", "yahoo.com"),
    ("yahoo.con", "yahoo.com"),
    ("outlok.com", "outlook.com"),
    ("outlook.con", "outlook.com"),
];

fn is_local_part(local: &str) -> bool {
    !local.is_empty()
        && local.split('.').all(|atom| {
            !atom.is_empty()
                && atom
                    .bytes()
                    .all(|b| b.is_ascii_alphanumeric() || b"!#$%&'*+-/=?^_`{|}~".contains(&b))
        })
}

fn is_domain(domain: &str) -> bool {
    let labels: Vec<&str> = domain.split('.').collect();
    let ends_in_a_country = labels
        .last()
        .is_some_and(|last| last.chars().count() >= 2 && last.chars().any(char::is_alphabetic));
    labels.len() >= 2
        && ends_in_a_country
        && labels.iter().all(|label| {
            (1..=MAX_LABEL_CHARS).contains(&label.chars().count())
                && label.chars().all(|c| c.is_alphanumeric() || c == '-')
                && !label.starts_with('-')
                && !label.ends_with('-')
        })
}

impl std::fmt::Display for Email {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.text)
    }
}

impl std::str::FromStr for Email {
    type Err = AddressProblem;
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        Self::parse(text)
    }
}

impl TryFrom<String> for Email {
    type Error = AddressProblem;
    fn try_from(text: String) -> Result<Self, Self::Error> {
        Self::parse(&text)
    }
}

impl From<Email> for String {
    fn from(email: Email) -> Self {
        email.text
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn email(text: &str) -> Email {
        Email::parse(text).expect("an address")
    }

    #[test]
    fn the_same_mailbox_in_other_capitals_is_the_same_address() {
        assert_eq!(
            email(" Arta.Hoxha@UniTir.EDU.al ").as_str(),
            "Arta.Hoxha@unitir.edu.al"
        );
        assert_eq!(
            email("ARTA@uni.example").key(),
            email("arta@Uni.Example").key()
        );
    }

    #[test]
    fn international_domains_are_accepted_as_typed() {
        assert_eq!(email("info@Универзитет.СРБ").domain(), "универзитет.срб");
        assert_eq!(
            email("info@xn--90a3ac.xn--90a3ac").domain(),
            "xn--90a3ac.xn--90a3ac"
        );
    }

    #[test]
    fn each_impossible_address_has_its_own_reason() {
        use AddressProblem::{BadDomain, BadLocalPart, NoSign, SeveralSigns, TooLong};
        let cases = [
            ("arta.uni.example", NoSign),
            ("arta@uni@example.org", SeveralSigns),
            ("@uni.example", BadLocalPart),
            ("begić@uni.example", BadLocalPart),
            ("ar..ta@uni.example", BadLocalPart),
            ("arta\0@uni.example", BadLocalPart),
            ("arta@uni", BadDomain),
            ("arta@-uni.example", BadDomain),
            ("arta@uni..example", BadDomain),
            ("arta@192.168.0.1", BadDomain),
            ("arta@[127.0.0.1]", BadDomain),
        ];
        for (text, problem) in cases {
            assert_eq!(Email::parse(text), Err(problem), "{text}");
        }
        assert!(Email::parse(&format!("{}@uni.example", "a".repeat(64))).is_ok());
        assert_eq!(
            Email::parse(&format!("{}@uni.example", "a".repeat(65))),
            Err(TooLong)
        );
        assert_eq!(
            Email::parse(&format!("a@{}example.org", "uni.".repeat(70))),
            Err(TooLong)
        );
    }

    #[test]
    fn a_domain_covers_its_subdomains_and_no_lookalike() {
        assert!(email("a@fdu.unitir.edu.al").is_within("unitir.edu.al"));
        assert!(email("a@unitir.edu.al").is_within("@UNITIR.edu.al"));
        assert!(!email("a@notunitir.edu.al").is_within("unitir.edu.al"));
    }

    #[test]
    fn a_slip_of_the_finger_is_suggested_and_never_changed() {
        assert_eq!(
            email("arta@gmial.com").suggestion(),
            Some(email("arta@gmail.com"))
        );
        assert_eq!(email("arta@gmial.com").as_str(), "arta@gmial.com");
        assert_eq!(email("arta@mail.com").suggestion(), None);
    }
}
