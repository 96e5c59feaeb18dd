//! Exact decimal numbers for numeric questions.
//!
//! Binary fractions would mark 3,15 wrong against 3,14 ± 0,01; millionths in an integer do not.

use serde::{Deserialize, Serialize};
use thiserror::Error;

const DECIMALS: usize = 6;
const SCALE: i64 = 1_000_000;
/// Keeps the distance between two numbers inside an `i64`.
const WHOLE_DIGITS: usize = 12;

/// A decimal number with at most twelve digits before and six after the decimal sign.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[serde(try_from = "String", into = "String")]
pub struct Number(i64);

/// Why a text is not a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum NumberError {
    /// Holds something other than digits, one decimal sign, a sign and spaces between digits.
    #[error("write digits only, with at most one decimal comma or point")]
    NotANumber,
    /// More digits than a question can ask for.
    #[error("write at most 12 digits before and 6 after the decimal sign")]
    TooLong,
}

impl Number {
    /// Whether this number lies within `tolerance` of `other`.
    #[must_use]
    pub fn is_within(self, tolerance: Self, other: Self) -> bool {
        (self.0 - other.0).abs() <= tolerance.0
    }

    /// Whether this number is below zero.
    #[must_use]
    pub fn is_negative(self) -> bool {
        self.0 < 0
    }
}

impl std::str::FromStr for Number {
    type Err = NumberError;

    /// Reads what people type: a decimal comma or point, spaces between groups of digits, and the
    /// typographic minus.
    fn from_str(text: &str) -> Result<Self, NumberError> {
        let text = text.trim();
        let (negative, digits) = match text.strip_prefix(['-', '\u{2212}']) {
            Some(rest) => (true, rest),
            None => (false, text.strip_prefix('+').unwrap_or(text)),
        };
        let (whole, fraction) = digits.split_once([',', '.']).unwrap_or((digits, ""));
        let whole: String = whole.chars().filter(|c| !c.is_whitespace()).collect();
        let all_digits = |s: &str| s.bytes().all(|b| b.is_ascii_digit());
        if !all_digits(&whole) || !all_digits(fraction) || (whole.is_empty() && fraction.is_empty())
        {
            return Err(NumberError::NotANumber);
        }
        let whole = whole.trim_start_matches('0');
        let fraction = fraction.trim_end_matches('0');
        if whole.len() > WHOLE_DIGITS || fraction.len() > DECIMALS {
            return Err(NumberError::TooLong);
        }
        let millionths = format!("{whole}{fraction:0<DECIMALS$}");
        let size: i64 = millionths.parse().map_err(|_| NumberError::TooLong)?;
        Ok(Self(if negative { -size } else { size }))
    }
}

impl std::fmt::Display for Number {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let sign = if self.0 < 0 { "-" } else { "" };
        let (whole, fraction) = (self.0.abs() / SCALE, self.0.abs() % SCALE);
        let fraction = format!("{fraction:0DECIMALS$}");
        let fraction = fraction.trim_end_matches('0');
        let point = if fraction.is_empty() { "" } else { "." };
        write!(f, "{sign}{whole}{point}{fraction}")
    }
}

impl TryFrom<String> for Number {
    type Error = NumberError;

    fn try_from(text: String) -> Result<Self, NumberError> {
        text.parse()
    }
}

impl From<Number> for String {
    fn from(number: Number) -> Self {
        number.to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_decimal_comma_and_a_decimal_point_mean_the_same() {
        for text in ["1234,5", "1234.5", " 1 234,50 ", "1\u{a0}234.5", "+01234,5"] {
            assert_eq!(
                text.parse::<Number>().map(String::from),
                Ok("1234.5".to_owned()),
                "{text}"
            );
        }
        assert_eq!(
            "\u{2212}3".parse::<Number>().map(String::from),
            Ok("-3".to_owned())
        );
    }

    #[test]
    fn what_is_not_one_number_is_refused() {
        for text in [
            "", ",", "-", "1,234.5", "12a", "1e5", "NaN", "--1", "1,5 kg",
        ] {
            assert_eq!(
                text.parse::<Number>(),
                Err(NumberError::NotANumber),
                "{text}"
            );
        }
        assert_eq!("1234567890123".parse::<Number>(), Err(NumberError::TooLong));
        assert_eq!("0,1234567".parse::<Number>(), Err(NumberError::TooLong));
    }

    #[test]
    fn the_edge_of_a_tolerance_is_inside_it() {
        let n = |text: &str| text.parse::<Number>().expect("a number");
        assert!(n("3,15").is_within(n("0,01"), n("3,14")));
        assert!(!n("3,150001").is_within(n("0,01"), n("3,14")));
        let edge = n("999999999999.999999");
        assert!(!edge.is_within(n("0"), n("-999999999999.999999")));
    }

    proptest! {
        #[test]
        fn a_number_reads_back_as_it_was_written(millionths in -999_999_999_999_999_999_i64..1_000_000_000_000_000_000) {
            let number = Number(millionths);
            prop_assert_eq!(number.to_string().parse::<Number>(), Ok(number));
        }

        #[test]
        fn no_text_makes_reading_a_number_fail_badly(text in ".{0,40}") {
            let _ = text.parse::<Number>();
        }
    }
}
