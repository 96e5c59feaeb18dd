//! Short codes that people type from paper.

use crate::{Services, hash_token};

/// 32 signs, so that each carries five bits. I, O, 0 and 1 are left out: on paper they look alike.
const SIGNS: &[u8; 32] = b"ABCDEFGHJKLMNPQRSTUVWXYZ23456789";
/// Eight signs are 40 bits; guesses are limited in `crate::limits`.
const LENGTH: usize = 8;

/// A code that somebody types: two groups of four, such as `KQ7F-2M9X`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Code(String);

impl Code {
    /// A new one.
    #[must_use]
    pub fn new(services: &Services) -> Self {
        let mut bytes = [0; LENGTH];
        services.random.fill(&mut bytes);
        Self(
            bytes
                .iter()
                .map(|byte| char::from(SIGNS[usize::from(byte % 32)]))
                .collect(),
        )
    }

    /// What was typed, in any case and with any spaces or dashes.
    #[must_use]
    pub fn read(typed: &str) -> Option<Self> {
        let signs: String = typed
            .chars()
            .filter(|sign| !sign.is_whitespace() && !matches!(sign, '-' | '–' | '—' | '.'))
            .flat_map(char::to_uppercase)
            .collect();
        let fits = signs.len() == LENGTH && signs.bytes().all(|sign| SIGNS.contains(&sign));
        fits.then_some(Self(signs))
    }

    /// What the database keeps of it.
    #[must_use]
    pub fn hash(&self) -> String {
        hash_token(&self.0)
    }
}

impl std::fmt::Display for Code {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let (first, second) = self.0.split_at(LENGTH / 2);
        write!(f, "{first}-{second}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_read_however_it_is_typed() {
        let code = Code("KQ7F2M9X".to_owned());
        assert_eq!(code.to_string(), "KQ7F-2M9X");
        for typed in ["KQ7F-2M9X", "kq7f2m9x", " kq7f – 2m9x ", "K Q 7 F 2 M 9 X"] {
            assert_eq!(Code::read(typed).as_ref(), Some(&code), "{typed}");
        }
    }

    #[test]
    fn what_cannot_be_a_code_is_not_looked_up() {
        for typed in [
            "",
            "KQ7F",
            "KQ7F-2M9X-1",
            "KQ7F-2M90",
            "KQ7F-2MÐX",
            "' or 1=1",
        ] {
            assert_eq!(Code::read(typed), None, "{typed}");
        }
    }
}
