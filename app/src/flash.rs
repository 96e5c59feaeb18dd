//! What a form leaves for the next page: what was typed, what is wrong with it, or that it worked.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use services::FieldProblem;

/// Longest value kept of one field that a visitor typed.
const LONGEST: usize = 20_000;
/// Longest value kept of one field for somebody who is signed in: as much as a form can send.
const LONGEST_OF_SOMEBODY: usize = 2_000_000;

/// What one form left behind.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Flash {
    /// The values as typed, by field name. Never a password.
    pub values: BTreeMap<String, String>,
    /// What is wrong, by field.
    pub problems: Vec<FieldProblem>,
    /// The key of a sentence that says what was done.
    pub notice: Option<String>,
    /// Values that the notice names.
    pub notice_values: Vec<(String, String)>,
}

impl Flash {
    /// A form refused: its values stay, each problem stands beside its field.
    #[must_use]
    pub fn refused(values: &[(&str, &str)], problems: Vec<FieldProblem>) -> Self {
        Self::keeping(LONGEST, values, problems)
    }

    /// The same for somebody who is signed in: a text stays whole, however long it is.
    #[must_use]
    pub fn refused_to_somebody(values: &[(&str, &str)], problems: Vec<FieldProblem>) -> Self {
        Self::keeping(LONGEST_OF_SOMEBODY, values, problems)
    }

    fn keeping(longest: usize, values: &[(&str, &str)], problems: Vec<FieldProblem>) -> Self {
        let values = values
            .iter()
            .filter(|(name, _)| !name.contains("password"))
            .map(|(name, value)| ((*name).to_owned(), value.chars().take(longest).collect()))
            .collect();
        Self {
            values,
            problems,
            ..Self::default()
        }
    }

    /// Something done: the notice is the sentence's key.
    #[must_use]
    pub fn done(notice: &str, values: &[(&str, String)]) -> Self {
        Self {
            notice: Some(notice.to_owned()),
            notice_values: values
                .iter()
                .map(|(n, v)| ((*n).to_owned(), v.clone()))
                .collect(),
            ..Self::default()
        }
    }

    /// What was typed into a field, or `otherwise`.
    #[must_use]
    pub fn value(&self, field: &str, otherwise: &str) -> String {
        self.values
            .get(field)
            .cloned()
            .unwrap_or_else(|| otherwise.to_owned())
    }

    /// What is wrong with a field.
    #[must_use]
    pub fn problem(&self, field: &str) -> Option<&FieldProblem> {
        self.problems.iter().find(|problem| problem.field == field)
    }
}
