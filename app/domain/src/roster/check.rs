//! The verdict on every row of a list.

use std::collections::HashMap;

use serde::{Deserialize, Serialize};

use crate::ids::PersonId;
use crate::names::match_key;

use super::{Fix, Problem, Row};

/// Somebody the programme knows already, as far as a list is compared with them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KnownPerson {
    /// Who it is.
    pub id: PersonId,
    /// The name on record.
    pub name: String,
    /// [`match_key`] of the name.
    pub name_key: String,
    /// The keys ([`super::Email::key`]) of all their addresses.
    pub emails: Vec<String>,
    /// Whether they belong to the cohort's institution. Names are compared only there.
    pub at_institution: bool,
    /// Whether they take part in this cohort.
    pub in_cohort: bool,
}

/// What a list is checked against.
#[derive(Clone, Copy, Debug, Default)]
pub struct Against<'a> {
    /// People whose address or name may be in the list.
    pub known: &'a [KnownPerson],
    /// The domains that the cohort takes; none means all.
    pub domains: &'a [String],
}

/// The trainer's answer to a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Decision {
    /// It is this known person; the address becomes one more of theirs.
    Same(PersonId),
    /// It is somebody else with the same name.
    Different,
    /// The row is left out.
    Skip,
}

/// What will happen to a row.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Verdict {
    /// Somebody new comes in.
    New,
    /// A known person comes in.
    Known(PersonId),
    /// The person is in this cohort already.
    AlreadyHere(PersonId),
    /// Perhaps one of these people under another address: the trainer decides.
    SamePerson(Vec<PersonId>),
    /// Perhaps the person of an earlier row (its number) under another address.
    SameName(usize),
    /// It cannot go in before this is put right.
    FixNeeded(Vec<Problem>),
    /// The trainer left it out.
    Skipped,
}

impl Verdict {
    /// The word in message keys and addresses.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::New => "new",
            Self::Known(_) => "known",
            Self::AlreadyHere(_) => "already_here",
            Self::SamePerson(_) => "same_person",
            Self::SameName(_) => "same_name",
            Self::FixNeeded(_) => "fix_needed",
            Self::Skipped => "skipped",
        }
    }

    /// Whether the row goes in when the trainer confirms.
    #[must_use]
    pub fn is_ready(&self) -> bool {
        matches!(self, Self::New | Self::Known(_))
    }

    /// Whether the trainer has something to do about it.
    #[must_use]
    pub fn is_open(&self) -> bool {
        matches!(
            self,
            Self::SamePerson(_) | Self::SameName(_) | Self::FixNeeded(_)
        )
    }
}

/// A row with its verdict.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CheckedRow {
    /// The row.
    pub row: Row,
    /// What will happen to it.
    pub verdict: Verdict,
    /// The name on record at this institution, when the list calls the person something else.
    pub on_record_as: Option<String>,
}

/// How many rows there are of each sort.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Totals {
    /// Go in on confirmation.
    pub ready: usize,
    /// Of these, repaired or completed while reading.
    pub fixed: usize,
    /// In the cohort already.
    pub already: usize,
    /// To be put right.
    pub to_fix: usize,
    /// The same person or a different one: to be decided.
    pub to_decide: usize,
    /// Left out by the trainer.
    pub skipped: usize,
}

/// Counts the verdicts.
#[must_use]
pub fn totals(rows: &[CheckedRow]) -> Totals {
    let mut totals = Totals::default();
    for checked in rows {
        match checked.verdict {
            Verdict::New | Verdict::Known(_) => {
                totals.ready += 1;
                totals.fixed += usize::from(!checked.row.notes.is_empty());
            }
            Verdict::AlreadyHere(_) => totals.already += 1,
            Verdict::FixNeeded(_) => totals.to_fix += 1,
            Verdict::SamePerson(_) | Verdict::SameName(_) => totals.to_decide += 1,
            Verdict::Skipped => totals.skipped += 1,
        }
    }
    totals
}

/// Decides about every row. Checking writes nothing and depends on nothing but its arguments;
/// once the ready rows are enrolled, checking the list again finds them already here.
#[must_use]
pub fn check(rows: Vec<Row>, against: &Against<'_>) -> Vec<CheckedRow> {
    let mut desk = Desk::new(against);
    rows.into_iter().map(|row| desk.check(row)).collect()
}

/// What is known before and what the list has shown so far.
struct Desk<'a> {
    domains: &'a [String],
    by_email: HashMap<&'a str, &'a KnownPerson>,
    by_name: HashMap<&'a str, Vec<&'a KnownPerson>>,
    by_id: HashMap<PersonId, &'a KnownPerson>,
    listed_emails: HashMap<String, usize>,
    listed_names: HashMap<String, usize>,
    listed_people: HashMap<PersonId, usize>,
}

impl<'a> Desk<'a> {
    fn new(against: &Against<'a>) -> Self {
        let mut desk = Self {
            domains: against.domains,
            by_email: HashMap::new(),
            by_name: HashMap::new(),
            by_id: HashMap::new(),
            listed_emails: HashMap::new(),
            listed_names: HashMap::new(),
            listed_people: HashMap::new(),
        };
        for person in against.known {
            desk.by_id.insert(person.id, person);
            for email in &person.emails {
                desk.by_email.insert(email, person);
            }
            if person.at_institution && !person.name_key.is_empty() {
                desk.by_name
                    .entry(&person.name_key)
                    .or_default()
                    .push(person);
            }
        }
        desk
    }

    fn check(&mut self, row: Row) -> CheckedRow {
        let name_key = match_key(&row.name);
        let email_key = row.email.as_ref().map(super::Email::key);
        let owner = email_key
            .as_deref()
            .and_then(|key| self.by_email.get(key).copied());
        let verdict = self.verdict(&row, owner, &name_key, email_key.as_deref());
        if verdict.is_ready() || matches!(verdict, Verdict::SamePerson(_) | Verdict::SameName(_)) {
            self.listed_emails
                .extend(email_key.map(|key| (key, row.number)));
        }
        match verdict {
            Verdict::New => {
                self.listed_names
                    .entry(name_key.clone())
                    .or_insert(row.number);
            }
            Verdict::Known(id) => {
                self.listed_people.insert(id, row.number);
            }
            _ => {}
        }
        let on_record_as = owner
            .filter(|person| person.at_institution && person.name_key != name_key)
            .filter(|_| !row.notes.contains(&Fix::NameFromAddress))
            .map(|person| person.name.clone());
        CheckedRow {
            row,
            verdict,
            on_record_as,
        }
    }

    fn verdict(
        &self,
        row: &Row,
        owner: Option<&KnownPerson>,
        name_key: &str,
        email_key: Option<&str>,
    ) -> Verdict {
        if let Some(person) = owner.filter(|person| person.in_cohort) {
            return Verdict::AlreadyHere(person.id);
        }
        if row.decision == Some(Decision::Skip) {
            return Verdict::Skipped;
        }
        let problems = self.problems(row, owner.is_some(), email_key);
        if !problems.is_empty() {
            return Verdict::FixNeeded(problems);
        }
        match owner {
            Some(person) => self.known(person),
            None => self.by_the_name(row, name_key),
        }
    }

    fn problems(&self, row: &Row, is_known: bool, email_key: Option<&str>) -> Vec<Problem> {
        // The name on record is good enough for somebody known by the address.
        let mut problems: Vec<Problem> = row
            .problems
            .iter()
            .copied()
            .filter(|p| !(is_known && p.is_about_the_name()))
            .collect();
        let is_outside = |email: &super::Email| {
            !self.domains.is_empty() && !self.domains.iter().any(|domain| email.is_within(domain))
        };
        if row.email.as_ref().is_some_and(is_outside) {
            problems.push(Problem::DomainNotAllowed);
        }
        let earlier = email_key.and_then(|key| self.listed_emails.get(key));
        problems.extend(earlier.map(|number| Problem::DuplicateInList(*number)));
        problems
    }

    /// A known person who is not in the cohort, unless an earlier row brought them in.
    fn known(&self, person: &KnownPerson) -> Verdict {
        match self.listed_people.get(&person.id) {
            _ if person.in_cohort => Verdict::AlreadyHere(person.id),
            Some(number) => Verdict::FixNeeded(vec![Problem::DuplicateInList(*number)]),
            None => Verdict::Known(person.id),
        }
    }

    /// An address nobody knows: the name decides, and where it is not enough, the trainer.
    fn by_the_name(&self, row: &Row, name_key: &str) -> Verdict {
        let namesakes = self
            .by_name
            .get(name_key)
            .map(Vec::as_slice)
            .unwrap_or_default();
        let earlier = self.listed_names.get(name_key);
        match row.decision {
            Some(Decision::Different) => Verdict::New,
            Some(Decision::Same(id)) if namesakes.iter().any(|person| person.id == id) => self
                .by_id
                .get(&id)
                .map_or(Verdict::New, |person| self.known(person)),
            _ if !namesakes.is_empty() => {
                Verdict::SamePerson(namesakes.iter().map(|person| person.id).collect())
            }
            _ => earlier.map_or(Verdict::New, |number| Verdict::SameName(*number)),
        }
    }
}
