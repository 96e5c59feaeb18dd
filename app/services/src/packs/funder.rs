//! The funder pack: planned and achieved in a period, without names, small counts withheld.

use std::collections::{HashMap, HashSet};

use domain::cascade::Rule;
use domain::cascade::small_cells::{Cell, keyed_parts_of_a_total};
use domain::cascade::target::TargetStatus;
use domain::clock::Timestamp;
use domain::ids::InstitutionId;
use domain::language::Language;
use store::DatabaseTransaction;
use store::period::{self, Achieved, Aspect, Counts, Held, Period, SELF_PACED, There};
use store::programme::Programme;

use super::contents::Contents;
use super::make::{Job, MakeError};
use super::sheet::{Sheet, Value, Vocabulary};
use super::small::{Told, told, told_alone, told_groups, told_there};

/// Steps of reading, each a question to the database.
pub(super) const STEPS: u32 = 7;

/// Rules printed beside the numbers.
pub(super) const RULES: [Rule; 6] = [
    Rule::WhoCounts,
    Rule::Heads,
    Rule::AppendOnly,
    Rule::TargetStatus,
    Rule::SmallCells,
    Rule::Evidence,
];

/// Everything that was counted.
struct Counted {
    achieved: Vec<Achieved>,
    categories: Vec<(String, Counts)>,
    languages: Vec<(String, Counts)>,
    genders: Vec<(String, Counts)>,
    meetings: Vec<(String, There)>,
    held: Vec<Held>,
    adaptations: HashMap<InstitutionId, u32>,
}

/// Counts a period, all of it at one moment.
pub(super) async fn contents(
    job: &mut Job<'_>,
    read: &DatabaseTransaction,
    programme: &Programme,
    period: Period,
    made: Timestamp,
) -> Result<Contents, MakeError> {
    let achieved = period::achieved(read, period).await?;
    job.step().await?;
    let categories = period::by(read, period, Aspect::Category).await?;
    job.step().await?;
    let languages = period::by(read, period, Aspect::Language).await?;
    job.step().await?;
    let genders = period::by(read, period, Aspect::Gender).await?;
    job.step().await?;
    let meetings = period::by_meeting(read, period).await?;
    job.step().await?;
    let held = period::held(read, period).await?;
    job.step().await?;
    let adaptations = period::adaptations(read, period).await?;
    job.step().await?;
    let counted = Counted {
        achieved,
        categories,
        languages,
        genders,
        meetings,
        held,
        adaptations,
    };
    let sheets = counted.sheets(programme, job.pack.language, period, made);
    let definitions = job.definitions(&RULES);
    Ok(Contents::of("funder", made, sheets, definitions))
}

impl Counted {
    fn sheets(
        &self,
        programme: &Programme,
        language: Language,
        period: Period,
        made: Timestamp,
    ) -> Vec<Sheet> {
        let counts: Vec<(InstitutionId, Counts)> = self
            .achieved
            .iter()
            .map(|one| (one.institution, one.counts))
            .collect();
        let told = told(&counts);
        vec![
            self.summary(programme, language, period, made),
            self.achieved(&told),
            self.participants(&told),
            self.sessions(&told),
            self.evidence(),
        ]
    }

    fn summary(
        &self,
        programme: &Programme,
        language: Language,
        period: Period,
        made: Timestamp,
    ) -> Sheet {
        let sum = |count: fn(&Achieved) -> u32| self.achieved.iter().map(count).sum::<u32>();
        let people = |count: u32| Value::People(Cell::alone(count));
        let whole = told_alone(Counts {
            heads: sum(|one| one.counts.heads),
            participations: sum(|one| one.counts.participations),
            finished: sum(|one| one.counts.finished),
            participations_finished: sum(|one| one.counts.participations_finished),
        });
        let [heads, participations, finished, participations_finished] = whole.values();
        let complete = self.held.iter().filter(|session| session.is_complete);
        Sheet::of_facts(
            "summary",
            vec![
                ("programme", programme.title.as_str().into()),
                ("reference", programme.reference.as_str().into()),
                ("funding", programme.funding_in(language).into()),
                ("from", Value::Day(period.from)),
                ("to", Value::Day(period.to)),
                ("made", super::contents::made_at(made).into()),
                ("institutions", count(self.achieved.len()).into()),
                ("heads", heads),
                ("participations", participations),
                ("finished", finished),
                ("participations_finished", participations_finished),
                ("finished_until", people(sum(|one| one.finished_until))),
                ("sessions", count(self.held.len()).into()),
                (
                    "hours",
                    hours(self.held.iter().map(|one| one.minutes).sum()),
                ),
                ("sessions_complete", count(complete.count()).into()),
                (
                    "certificates",
                    Value::word(Vocabulary::Plain, "not_issued_yet"),
                ),
            ],
        )
    }

    fn achieved(&self, told: &[Told]) -> Sheet {
        let until: Vec<(u32, InstitutionId)> = self
            .achieved
            .iter()
            .map(|one| (one.finished_until, one.institution))
            .collect();
        let until = keyed_parts_of_a_total(&until);
        let rows = self.achieved.iter().zip(told).zip(until);
        let rows = rows.map(|((one, told), until)| {
            let status = match until {
                Cell::Shown(count) => Some(TargetStatus::of(count, one.range)),
                Cell::Suppressed => None,
            };
            let mut row: Vec<Value> = vec![
                one.name.as_str().into(),
                one.country.as_str().into(),
                one.tier.as_str().into(),
                one.range.map(|range| range.min()).into(),
                one.range.map(|range| range.max()).into(),
            ];
            row.extend(told.values());
            row.extend([Value::People(until), Value::Status(status)]);
            row
        });
        Sheet {
            key: "achieved",
            columns: vec![
                "institution",
                "country",
                "tier",
                "planned_min",
                "planned_max",
                "heads",
                "participations",
                "finished",
                "participations_finished",
                "finished_until",
                "status",
            ],
            rows: rows.collect(),
        }
    }

    /// Who took part, told apart in six ways.
    fn participants(&self, institutions: &[Told]) -> Sheet {
        let mut rows = Vec::new();
        let mut add = |by: &str, which: Value, told: Told| {
            rows.push(participants_row(by, which, told.values()));
        };
        for (one, told) in self.achieved.iter().zip(institutions) {
            add("institution", one.name.as_str().into(), *told);
        }
        let countries = self.achieved.iter().map(|one| one.country.as_str());
        for (country, told) in told_groups(countries.zip(institutions.iter().copied())) {
            let country = if country.is_empty() {
                Value::word(Vocabulary::Plain, "not_stated")
            } else {
                country.into()
            };
            add("country", country, told);
        }
        for (by, of, parts) in [
            ("category", Vocabulary::Category, &self.categories),
            ("language", Vocabulary::Language, &self.languages),
            ("gender", Vocabulary::Gender, &self.genders),
        ] {
            let counts: Vec<(&str, Counts)> = parts
                .iter()
                .map(|(code, counts)| (code.as_str(), *counts))
                .collect();
            for ((code, _), told) in parts.iter().zip(told(&counts)) {
                add(by, known(of, code), told);
            }
        }
        rows.extend(self.ways_to_meet());
        Sheet {
            key: "participants",
            columns: vec![
                "by",
                "which",
                "heads",
                "participations",
                "finished",
                "participations_finished",
            ],
            rows,
        }
    }

    /// Who was there, by how people came together. Who of them finished is not counted.
    fn ways_to_meet(&self) -> impl Iterator<Item = Vec<Value>> {
        let told = told_there(&self.meetings);
        self.meetings.iter().zip(told).map(|((code, _), told)| {
            let (by, of) = if code == SELF_PACED {
                ("pace", Vocabulary::Plain)
            } else {
                ("meeting", Vocabulary::Meeting)
            };
            let [heads, participations] = told.map(Value::People);
            let counts = [heads, participations, Value::Empty, Value::Empty];
            participants_row(by, Value::word(of, code), counts)
        })
    }

    /// The sessions. How many were there is told where the institution's heads are: who was at an
    /// only session is all who are enrolled.
    fn sessions(&self, institutions: &[Told]) -> Sheet {
        let names = self.names();
        let withheld: HashSet<InstitutionId> = self
            .achieved
            .iter()
            .zip(institutions)
            .filter(|(_, told)| told.heads == Cell::Suppressed)
            .map(|(one, _)| one.institution)
            .collect();
        let present = |one: &Held| {
            if withheld.contains(&one.institution) {
                Cell::Suppressed
            } else {
                Cell::alone(one.present)
            }
        };
        let row = |one: &Held| {
            vec![
                names.get(&one.institution).copied().into(),
                Value::Day(one.on_day),
                Value::word(Vocabulary::Meeting, &one.meeting),
                hours(one.minutes),
                one.units.into(),
                one.work_package.as_str().into(),
                one.deliverable.as_str().into(),
                Value::People(present(one)),
                yes_or_no(one.is_complete),
            ]
        };
        Sheet {
            key: "sessions",
            columns: vec![
                "institution",
                "day",
                "meeting",
                "hours",
                "units",
                "work_package",
                "deliverable",
                "present",
                "complete",
            ],
            rows: self.held.iter().map(row).collect(),
        }
    }

    fn evidence(&self) -> Sheet {
        let complete = period::evidence(&self.held);
        let rows = self.achieved.iter().map(|one| {
            let evidence = complete.get(&one.institution).copied().unwrap_or_default();
            let notes = self.adaptations.get(&one.institution).copied();
            vec![
                one.name.as_str().into(),
                evidence.delivered.into(),
                evidence.complete.into(),
                evidence.per_cent().into(),
                notes.unwrap_or_default().into(),
            ]
        });
        Sheet {
            key: "evidence",
            columns: vec![
                "institution",
                "sessions",
                "sessions_complete",
                "per_cent",
                "adaptations",
            ],
            rows: rows.collect(),
        }
    }

    fn names(&self) -> HashMap<InstitutionId, &str> {
        self.achieved
            .iter()
            .map(|one| (one.institution, one.name.as_str()))
            .collect()
    }
}

fn participants_row(by: &str, which: Value, counts: [Value; 4]) -> Vec<Value> {
    let mut row = vec![Value::word(Vocabulary::By, by), which];
    row.extend(counts);
    row
}

/// The word of a code; nothing known is said so.
fn known(of: Vocabulary, code: &str) -> Value {
    if code.is_empty() {
        Value::word(Vocabulary::Plain, "not_stated")
    } else {
        Value::word(of, code)
    }
}

pub(super) fn yes_or_no(yes: bool) -> Value {
    Value::word(Vocabulary::Plain, if yes { "yes" } else { "no" })
}

/// Hours of so many minutes.
pub(super) fn hours(minutes: u32) -> Value {
    Value::Number(f64::from(minutes) / 60.0)
}

pub(super) fn count(things: usize) -> u32 {
    u32::try_from(things).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use chrono::NaiveDate;

    use super::*;

    fn institution(number: u128, heads: u32) -> Achieved {
        Achieved {
            institution: InstitutionId(uuid::Uuid::from_u128(number)),
            name: number.to_string(),
            country: String::new(),
            tier: String::new(),
            range: None,
            counts: Counts {
                heads,
                ..Counts::default()
            },
            finished_until: 0,
        }
    }

    fn session(of: &Achieved) -> Held {
        Held {
            institution: of.institution,
            on_day: NaiveDate::default(),
            meeting: "room".to_owned(),
            minutes: 60,
            units: 1,
            work_package: String::new(),
            deliverable: String::new(),
            present: of.counts.heads,
            is_complete: true,
        }
    }

    #[test]
    fn who_was_at_an_only_session_gives_no_withheld_institution_back() {
        // The small one, the one withheld beside it, and one that is told.
        let achieved = vec![institution(1, 3), institution(2, 9), institution(3, 20)];
        let counted = Counted {
            held: achieved.iter().map(session).collect(),
            achieved,
            categories: Vec::new(),
            languages: Vec::new(),
            genders: Vec::new(),
            meetings: Vec::new(),
            adaptations: HashMap::new(),
        };
        let counts: Vec<(InstitutionId, Counts)> = counted
            .achieved
            .iter()
            .map(|one| (one.institution, one.counts))
            .collect();
        let sheet = counted.sessions(&told(&counts));
        let present = sheet.columns.iter().position(|key| *key == "present");
        let present: Vec<&Value> = sheet
            .rows
            .iter()
            .filter_map(|row| row.get(present?))
            .collect();
        assert_eq!(
            present,
            [
                &Value::People(Cell::Suppressed),
                &Value::People(Cell::Suppressed),
                &Value::People(Cell::Shown(20))
            ]
        );
    }
}
