//! What may be kept as a person's name.

use unicode_normalization::UnicodeNormalization;

use crate::people::coded;

/// The longest name that is kept, in characters.
pub const MAX_NAME_CHARS: usize = 300;

coded! {
    /// Why a text cannot be a person's name.
    #[derive(thiserror::Error)]
    NameProblem {
        /// Nothing is left of it.
        #[error("the name is missing")]
        Missing = "no_name",
        /// Longer than [`MAX_NAME_CHARS`].
        #[error("the name is longer than 300 characters")]
        TooLong = "name_too_long",
        /// NUL and other control characters: a damaged copy, not a name.
        #[error("the name contains control characters")]
        ControlCharacters = "control_characters",
        /// Replacement characters: the file was read in a wrong encoding earlier.
        #[error("the name contains characters that were lost in an earlier copy")]
        LostCharacters = "lost_characters",
        /// Digits, signs or bare marks only.
        #[error("the name contains no letter")]
        NoLetters = "no_letters",
    }
}

/// Whether a character is one that nobody sees: zero-width, soft hyphens, and the controls that
/// turn the direction of writing and so can make a name read as another one.
#[must_use]
pub fn is_invisible(letter: char) -> bool {
    matches!(
        letter,
        '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{e0000}'..='\u{e007f}'
    )
}

fn is_formula_sign(letter: char) -> bool {
    matches!(letter, '=' | '+' | '-' | '@' | '＝' | '＋' | '－' | '＠')
}

/// Whether a spreadsheet would run the text as a formula.
#[must_use]
pub fn starts_like_a_formula(text: &str) -> bool {
    text.trim_start().starts_with(is_formula_sign)
}

/// The name as it is kept: composed (NFC), single spaces, without invisible characters and
/// without a leading sign that a spreadsheet would take for a formula.
///
/// # Errors
/// The first reason why nobody can be called that.
pub fn clean_name(text: &str) -> Result<String, NameProblem> {
    let visible: String = text.nfc().filter(|c| !is_invisible(*c)).collect();
    let words: Vec<&str> = visible.split_whitespace().collect();
    let joined = words.join(" ");
    let name = joined.trim_start_matches(|c: char| c == ' ' || is_formula_sign(c));
    if name.is_empty() {
        return Err(NameProblem::Missing);
    }
    if name.chars().any(char::is_control) {
        return Err(NameProblem::ControlCharacters);
    }
    if name.contains('\u{fffd}') {
        return Err(NameProblem::LostCharacters);
    }
    if !name.chars().any(char::is_alphabetic) {
        return Err(NameProblem::NoLetters);
    }
    if name.chars().count() > MAX_NAME_CHARS {
        return Err(NameProblem::TooLong);
    }
    Ok(name.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_in_three_scripts_are_kept_as_their_owners_write_them() {
        for name in [
            "Arta Çabej-Hoxha",
            "Ђорђе Његош",
            "Γιώργος Παπαδόπουλος",
            "O’Neill",
        ] {
            assert_eq!(clean_name(name).as_deref(), Ok(name));
        }
        assert_eq!(
            clean_name(" Begic\u{301}\u{a0}\t Emir\n").as_deref(),
            Ok("Begić Emir")
        );
    }

    #[test]
    fn a_name_cannot_turn_the_direction_of_writing() {
        assert_eq!(
            clean_name("Arta\u{202e}Hoxha\u{200b}").as_deref(),
            Ok("ArtaHoxha")
        );
        assert_eq!(clean_name("\u{202e}"), Err(NameProblem::Missing));
    }

    #[test]
    fn a_name_is_never_a_formula() {
        assert_eq!(clean_name("=+Arta").as_deref(), Ok("Arta"));
        assert_eq!(clean_name("-@="), Err(NameProblem::Missing));
        assert!(starts_like_a_formula(" =1+1"));
        assert!(!starts_like_a_formula("Anne-Marie"));
    }

    #[test]
    fn damage_is_refused_with_its_reason() {
        assert_eq!(clean_name("Arta\0"), Err(NameProblem::ControlCharacters));
        assert_eq!(clean_name("Begi\u{fffd}"), Err(NameProblem::LostCharacters));
        assert_eq!(clean_name("\u{301}\u{308}"), Err(NameProblem::NoLetters));
        assert_eq!(clean_name("12 34"), Err(NameProblem::NoLetters));
        assert_eq!(clean_name(" \u{a0} "), Err(NameProblem::Missing));
    }

    #[test]
    fn three_hundred_characters_are_a_name_and_one_more_is_not() {
        assert!(clean_name(&"ш".repeat(300)).is_ok());
        assert_eq!(clean_name(&"ш".repeat(301)), Err(NameProblem::TooLong));
    }
}
