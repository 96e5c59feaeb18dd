//! What people type into forms, taken apart field by field.

use chrono::{Datelike, NaiveDate};
use domain::cascade::target::{TargetRange, TargetRangeError};
use domain::names::is_invisible;

use crate::FieldProblem;

/// One line of text: single spaces, no control characters.
pub(crate) fn line(
    field: &str,
    typed: &str,
    longest: usize,
    problems: &mut Vec<FieldProblem>,
) -> String {
    let visible: String = typed
        .chars()
        .filter(|c| !c.is_control() || c.is_whitespace())
        .collect();
    let text = visible.split_whitespace().collect::<Vec<_>>().join(" ");
    if text.chars().count() > longest {
        problems.push(FieldProblem::new(field, "text_long").with("longest", longest));
    }
    text
}

/// Several lines of text: no control characters but the ends of lines, no blank ends.
pub(crate) fn text(
    field: &str,
    typed: &str,
    longest: usize,
    problems: &mut Vec<FieldProblem>,
) -> String {
    let plain = typed.replace("\r\n", "\n");
    let visible: String = plain
        .chars()
        .filter(|c| *c == '\n' || (!c.is_control() && !is_invisible(*c)))
        .collect();
    let text = visible.trim().to_owned();
    if text.chars().count() > longest {
        problems.push(FieldProblem::new(field, "text_long").with("longest", longest));
    }
    text
}

/// A day as date fields send it: 2026-11-14.
pub(crate) fn day(field: &str, typed: &str, problems: &mut Vec<FieldProblem>) -> Option<NaiveDate> {
    let day = NaiveDate::parse_from_str(typed.trim(), "%Y-%m-%d").ok();
    let day = day.filter(|day| (1990..2200).contains(&day.year()));
    if day.is_none() {
        problems.push(FieldProblem::new(field, "day"));
    }
    day
}

/// A whole number up to `most`.
pub(crate) fn count(
    field: &str,
    typed: &str,
    most: u32,
    problems: &mut Vec<FieldProblem>,
) -> Option<u32> {
    let number = typed.trim().parse().ok().filter(|number| *number <= most);
    if number.is_none() {
        problems.push(FieldProblem::new(field, "count").with("most", most));
    }
    number
}

/// Most colleagues that a target names.
const MOST: u32 = 100_000;

/// A range target; `None` without a problem when both fields are empty.
pub(crate) fn range(min: &str, max: &str, problems: &mut Vec<FieldProblem>) -> Option<TargetRange> {
    match (min.trim().is_empty(), max.trim().is_empty()) {
        (true, true) => return None,
        (true, false) => problems.push(FieldProblem::new("target_min", "range_half")),
        (false, true) => problems.push(FieldProblem::new("target_max", "range_half")),
        (false, false) => {}
    }
    if min.trim().is_empty() || max.trim().is_empty() {
        return None;
    }
    let min = count("target_min", min, MOST, problems);
    let max = count("target_max", max, MOST, problems);
    let code = match TargetRange::new(min?, max?) {
        Ok(range) => return Some(range),
        Err(TargetRangeError::Reversed) => "range_reversed",
        Err(TargetRangeError::Empty) => "range_empty",
    };
    problems.push(FieldProblem::new("target_max", code));
    None
}
