//! Enrolment lists: from pasted text to a verdict on every row.
//!
//! A trainer pastes what they have. [`parse`] finds the people in it and says what it repaired,
//! [`apply_edits`] takes the trainer's corrections, and [`check`] says for each row whether it is
//! new, already here, perhaps somebody known, or to be fixed. Nothing here writes anything, so the
//! same list checked twice gives the same verdicts.

mod address;
mod category;
mod check;
mod header;
mod items;
mod line;
mod parse;
mod repair;
mod row;
mod table;

pub use address::{AddressProblem, Email, MAX_ADDRESS_CHARS};
pub use check::{Against, CheckedRow, Decision, KnownPerson, Totals, Verdict, check, totals};
pub use parse::{Layout, ListProblem, MAX_ROWS, MAX_TEXT_BYTES, Parsed, parse};
pub use row::{Fix, MAX_CELL_CHARS, Problem, Row, RowEdit, apply_edits};

#[cfg(test)]
mod tests;
