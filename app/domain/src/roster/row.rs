//! One row of an enrolment list.

use serde::{Deserialize, Serialize};

use crate::names::{NameProblem, clean_name, is_invisible, starts_like_a_formula};
use crate::people::{StaffCategory, coded};

use super::repair::{is_quotation, repair};
use super::{AddressProblem, Decision, Email};

/// The longest text of one cell; longer ones are a pasted document, not a name or an address.
pub const MAX_CELL_CHARS: usize = 1_000;
/// How much of the pasted text a row keeps, to be shown beside what was made of it.
const MAX_RAW_CHARS: usize = 300;

coded! {
    /// What was repaired or supposed while reading a row. The row is ready all the same.
    Fix {
        /// Zero-width or direction-turning characters were taken out.
        InvisibleCharacters = "invisible_characters",
        /// Full-width characters, such as ＠, were made ordinary ones.
        FullWidthCharacters = "full_width_characters",
        /// "(at)" became @.
        SpelledOutSign = "spelled_out_sign",
        /// A full stop after the address was taken off.
        TrailingPunctuation = "trailing_punctuation",
        /// Spaces beside the @ or a dot were taken out.
        SpacesInAddress = "spaces_in_address",
        /// Two @ or two dots in a row became one.
        DoubledCharacter = "doubled_character",
        /// A comma in the domain became a dot.
        CommaInAddress = "comma_in_address",
        /// A sign that starts a spreadsheet formula was taken off the name.
        FormulaPrefix = "formula_prefix",
        /// There was no name; the one shown is supposed from the address.
        NameFromAddress = "name_from_address",
        /// The row had a further address, which was left out.
        FurtherAddress = "further_address",
        /// The staff category's word is not known; the category stays open.
        UnknownCategory = "unknown_category",
    }
}

impl Fix {
    fn is_about_the_name(self) -> bool {
        matches!(self, Self::FormulaPrefix | Self::NameFromAddress)
    }
}

/// Why a row cannot go in as it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Problem {
    /// No address.
    NoAddress,
    /// The address cannot be one.
    BadAddress(AddressProblem),
    /// The name is missing or cannot be one.
    BadName(NameProblem),
    /// A cell is longer than [`MAX_CELL_CHARS`].
    CellTooLong,
    /// The same address, or the same person, is in an earlier row (its number).
    DuplicateInList(usize),
    /// The cohort takes addresses of certain domains only.
    DomainNotAllowed,
}

impl Problem {
    /// The word in message keys.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::NoAddress => "no_address",
            Self::BadAddress(reason) => reason.code(),
            Self::BadName(reason) => reason.code(),
            Self::CellTooLong => "cell_too_long",
            Self::DuplicateInList(_) => "duplicate_in_list",
            Self::DomainNotAllowed => "domain_not_allowed",
        }
    }

    /// Whether it stops mattering once the address belongs to somebody known.
    pub(super) fn is_about_the_name(self) -> bool {
        matches!(self, Self::BadName(_))
    }
}

/// One person of a list, as far as the list tells.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Row {
    /// The place in the list, from 1. Edits and duplicates refer to it.
    pub number: usize,
    /// The line of the pasted text, from 1. A "To:" line gives many rows one line.
    pub line: usize,
    /// The beginning of what was pasted.
    pub raw: String,
    /// The name, cleaned; as typed when it cannot be one.
    pub name: String,
    /// The address, repaired; as typed when it cannot be one.
    pub address: String,
    /// The address when mail can be sent to it.
    pub email: Option<Email>,
    /// The address that was probably meant, when it looks like a slip of the finger.
    pub suggestion: Option<Email>,
    /// The staff category, if the list tells it.
    pub category: Option<StaffCategory>,
    /// What was repaired.
    pub notes: Vec<Fix>,
    /// Why it cannot go in as it is.
    pub problems: Vec<Problem>,
    /// What the trainer decided about it.
    pub decision: Option<Decision>,
}

/// What reading a line or a table row found, before it is examined.
#[derive(Default)]
pub(super) struct Found {
    pub(super) raw: String,
    pub(super) name: String,
    pub(super) address: String,
    pub(super) category: Option<StaffCategory>,
    pub(super) notes: Vec<Fix>,
    pub(super) cell_too_long: bool,
}

impl Found {
    pub(super) fn examined(self, number: usize, line: usize) -> Row {
        let mut row = Row {
            number,
            line,
            raw: beginning(self.raw.trim(), MAX_RAW_CHARS),
            name: String::new(),
            address: String::new(),
            email: None,
            suggestion: None,
            category: self.category,
            notes: self.notes,
            problems: Vec::new(),
            decision: None,
        };
        row.examine(&self.name, &self.address);
        let too_long = |text: &str| text.chars().nth(MAX_CELL_CHARS).is_some();
        if self.cell_too_long || too_long(&self.name) || too_long(&self.address) {
            row.problems.insert(0, Problem::CellTooLong);
        }
        row
    }
}

impl Row {
    fn examine(&mut self, name: &str, address: &str) {
        let address = beginning(address, MAX_CELL_CHARS);
        let name = beginning(name, MAX_CELL_CHARS);
        self.examine_address(&address);
        self.examine_name(&name);
    }

    fn examine_address(&mut self, typed: &str) {
        let repaired = repair(typed);
        self.email = None;
        self.suggestion = None;
        if repaired.text.is_empty() {
            self.address = String::new();
            self.problems.push(Problem::NoAddress);
            return;
        }
        match Email::parse(&repaired.text) {
            Ok(email) => {
                self.address = email.as_str().to_owned();
                self.suggestion = email.suggestion();
                self.email = Some(email);
                self.note(&repaired.fixes);
            }
            Err(reason) => {
                self.address = typed.trim().to_owned();
                self.problems.push(Problem::BadAddress(reason));
            }
        }
    }

    fn examine_name(&mut self, typed: &str) {
        let typed = typed
            .trim_matches(|c| is_quotation(c) || matches!(c, ',' | ';' | ':' | '|' | '<' | '>'));
        match clean_name(typed) {
            Ok(name) => {
                if typed.contains(is_invisible) {
                    self.note(&[Fix::InvisibleCharacters]);
                }
                if starts_like_a_formula(typed) {
                    self.note(&[Fix::FormulaPrefix]);
                }
                self.name = name;
            }
            Err(NameProblem::Missing) => {
                self.name = self.email.as_ref().map(supposed_name).unwrap_or_default();
                if self.name.is_empty() {
                    self.problems.push(Problem::BadName(NameProblem::Missing));
                } else {
                    self.note(&[Fix::NameFromAddress]);
                }
            }
            Err(reason) => {
                self.name = typed.chars().filter(|c| !c.is_control()).collect();
                self.problems.push(Problem::BadName(reason));
            }
        }
    }

    fn note(&mut self, fixes: &[Fix]) {
        for fix in fixes {
            if !self.notes.contains(fix) {
                self.notes.push(*fix);
            }
        }
    }
}

fn beginning(text: &str, chars: usize) -> String {
    text.chars().take(chars).collect()
}

/// The name that an address such as `arta.hoxha2@…` suggests: Arta Hoxha.
fn supposed_name(email: &Email) -> String {
    let own = email.local_part().split('+').next().unwrap_or_default();
    let words = own
        .split(|c: char| !c.is_alphabetic())
        .filter(|word| !word.is_empty());
    let capitals = words.map(|word| {
        let mut letters = word.chars();
        let first = letters.next().map(|c| c.to_ascii_uppercase());
        first
            .into_iter()
            .chain(letters.map(|c| c.to_ascii_lowercase()))
            .collect::<String>()
    });
    capitals.collect::<Vec<_>>().join(" ")
}

/// What the trainer changed in the table. `None` leaves the row's own value.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct RowEdit {
    /// The row's number.
    pub number: usize,
    /// The corrected name.
    pub name: Option<String>,
    /// The corrected address.
    pub address: Option<String>,
    /// The chosen staff category.
    pub category: Option<StaffCategory>,
    /// The choice between the same person and a different one, or to leave the row out.
    pub decision: Option<Decision>,
}

/// Applies corrections: a changed name or address replaces the row's own, the row is examined
/// again, and an earlier decision about it is dropped. Edits of unknown rows are ignored.
pub fn apply_edits(rows: &mut [Row], edits: &[RowEdit]) {
    for edit in edits {
        let at = rows.binary_search_by_key(&edit.number, |row| row.number);
        if let Some(row) = at.ok().and_then(|at| rows.get_mut(at)) {
            row.apply(edit);
        }
    }
}

impl Row {
    fn apply(&mut self, edit: &RowEdit) {
        let new_name = edit.name.clone().filter(|name| name.trim() != self.name);
        let new_address = edit
            .address
            .clone()
            .filter(|typed| typed.trim() != self.address);
        if new_name.is_some() || new_address.is_some() {
            let (old_name, old_address) = (self.name.clone(), self.address.clone());
            // A name supposed from an address follows the corrected address.
            let supposed = self.notes.contains(&Fix::NameFromAddress) && new_address.is_some();
            self.notes.retain(|fix| match fix.is_about_the_name() {
                true => new_name.is_none() && !supposed,
                false => new_address.is_none(),
            });
            self.problems.clear();
            self.decision = None;
            let name = new_name.unwrap_or(if supposed { String::new() } else { old_name });
            self.examine(&name, &new_address.unwrap_or(old_address));
        }
        self.category = edit.category.or(self.category);
        self.decision = edit.decision.or(self.decision);
    }
}
