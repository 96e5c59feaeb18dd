//! The attendance register of one session, to be printed and signed.

use domain::clock::Timestamp;

use crate::letterhead::Letterhead;
use crate::paper::{About, Column, MM, Orientation, Paper, PaperError, Sheet, Style, Table, Width};

/// How high the row of a person is: room for a signature.
const ROW: f32 = 10.0 * MM;
/// How high the row of a trainer is.
const TRAINER_ROW: f32 = 13.0 * MM;
/// The most lines for guests that one register has.
pub const MOST_GUESTS: usize = 100;

/// The facts of a register, all in the reader's language. A text that is empty is left out with
/// its label.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Register {
    /// The language of the words, as in BCP 47.
    pub language: String,
    /// The moment that the file bears as its date.
    pub made: Timestamp,
    /// The short code that the session is found by; it stands at the foot of every page.
    pub code: String,
    /// The programme and who funds it.
    pub letterhead: Letterhead,
    /// The institution that the session is for.
    pub institution: String,
    /// The cohort.
    pub cohort: String,
    /// The day in words.
    pub day: String,
    /// From when to when.
    pub time: String,
    /// The room and town, or that it is online.
    pub place: String,
    /// In a room, online, or both.
    pub mode: String,
    /// How long was taught.
    pub hours: String,
    /// Who trains.
    pub trainers: Vec<String>,
    /// The units that are taught.
    pub units: Vec<String>,
    /// The work package in the project's plan.
    pub work_package: String,
    /// The deliverable in the project's plan.
    pub deliverable: String,
    /// Who is expected, in the order in which they are listed.
    pub people: Vec<Expected>,
    /// How many empty lines there are for guests, at most [`MOST_GUESTS`].
    pub guests: usize,
    /// The words around the facts.
    pub labels: Labels,
}

/// Someone who is expected.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Expected {
    /// The name in the person's own script.
    pub name: String,
    /// The institution or staff category, when it is shown.
    pub belongs: String,
}

/// The words around the facts of a register.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Labels {
    /// "Attendance register"
    pub title: String,
    /// "Institution"
    pub institution: String,
    /// "Cohort"
    pub cohort: String,
    /// "Day"
    pub day: String,
    /// "Time"
    pub time: String,
    /// "Place"
    pub place: String,
    /// "How"
    pub mode: String,
    /// "Hours"
    pub hours: String,
    /// "Trainers", beside their names and above their signatures
    pub trainers: String,
    /// "Units"
    pub units: String,
    /// "Work package"
    pub work_package: String,
    /// "Deliverable"
    pub deliverable: String,
    /// "No.", above the numbers of the rows
    pub number: String,
    /// "Name"
    pub name: String,
    /// "Institution" or "Staff category", above [`Expected::belongs`]
    pub belongs: String,
    /// "Signature"
    pub signature: String,
    /// "Date", beside a trainer's signature
    pub date: String,
    /// A sentence above the list: what a signature confirms and how long it is kept.
    pub declaration: String,
    /// "Nobody is on the list yet."
    pub nobody: String,
    /// "Guests who are not on the list"
    pub guests: String,
    /// "Code", before the code at the foot
    pub code: String,
}

impl Register {
    /// The register as a tagged PDF in A4.
    ///
    /// # Errors
    /// When the facts break a rule of PDF/UA: the title has no words, for example.
    pub fn pdf(&self) -> Result<Vec<u8>, PaperError> {
        let about = About {
            title: joined(&[&self.labels.title, &self.institution, &self.day]),
            language: self.language.clone(),
            author: self.letterhead.programme.clone(),
            made: self.made,
            id: format!("register {}", self.code),
        };
        let foot = joined(&[
            &format!("{} {}", self.labels.code, self.code),
            &self.labels.title,
            &self.institution,
            &self.day,
        ]);
        let mut paper = Paper::begin(about, Sheet::a4(Orientation::Portrait), &foot)?;
        self.letterhead.write(&mut paper);
        paper.heading(1, &self.labels.title);
        paper.facts(&self.facts(), 2);
        paper.gap(10.0);
        paper.paragraph(&self.labels.declaration, &Style::SMALL);
        paper.gap(6.0);
        self.write_list(&mut paper);
        self.write_guests(&mut paper);
        self.write_trainers(&mut paper);
        paper.finish()
    }

    fn facts(&self) -> Vec<(String, String)> {
        let labels = &self.labels;
        [
            (&labels.institution, self.institution.clone()),
            (&labels.cohort, self.cohort.clone()),
            (&labels.day, self.day.clone()),
            (&labels.time, self.time.clone()),
            (&labels.place, self.place.clone()),
            (&labels.mode, self.mode.clone()),
            (&labels.hours, self.hours.clone()),
            (&labels.trainers, self.trainers.join(", ")),
            (&labels.units, self.units.join("\n")),
            (&labels.work_package, self.work_package.clone()),
            (&labels.deliverable, self.deliverable.clone()),
        ]
        .map(|(label, fact)| (label.clone(), fact))
        .into()
    }

    fn write_list(&self, paper: &mut Paper) {
        if self.people.is_empty() {
            paper.paragraph(&self.labels.nobody, &Style::BODY);
            return;
        }
        let rows = self
            .people
            .iter()
            .enumerate()
            .map(|(place, person)| (place + 1, person.name.clone(), person.belongs.clone()));
        let rows = rows.collect();
        paper.table(&self.table(rows));
    }

    fn write_guests(&self, paper: &mut Paper) {
        if self.guests == 0 {
            return;
        }
        paper.heading(2, &self.labels.guests);
        let first = self.people.len() + 1;
        let rows = (first..first + self.guests.min(MOST_GUESTS))
            .map(|number| (number, String::new(), String::new()))
            .collect();
        paper.table(&self.table(rows));
    }

    /// A table of people: number, name, where they belong when that is said, and the signature.
    fn table(&self, rows: Vec<(usize, String, String)>) -> Table {
        let labels = &self.labels;
        let shown = self
            .people
            .iter()
            .any(|person| !person.belongs.trim().is_empty());
        let mut columns = vec![
            Column {
                style: Style::LABEL.tabular(),
                ..Column::numbers(&labels.number, Width::Points(9.0 * MM))
            },
            Column::words(&labels.name, Width::Share(1.0)).naming_rows(),
        ];
        if shown {
            columns.push(Column {
                style: Style::NOTE,
                ..Column::words(&labels.belongs, Width::Points(42.0 * MM))
            });
        }
        columns.push(Column::words(&labels.signature, Width::Points(62.0 * MM)));
        let rows = rows.into_iter().map(|(number, name, belongs)| {
            let mut row = vec![number.to_string(), name];
            if shown {
                row.push(belongs);
            }
            row
        });
        Table {
            columns,
            rows: rows.collect(),
            total: None,
            least_height: ROW,
            middle: true,
        }
    }

    /// A line for each trainer to sign, one empty line when nobody is named.
    fn write_trainers(&self, paper: &mut Paper) {
        paper.heading(2, &self.labels.trainers);
        let mut rows: Vec<Vec<String>> = self
            .trainers
            .iter()
            .map(|name| vec![name.clone()])
            .collect();
        if rows.is_empty() {
            rows.push(Vec::new());
        }
        paper.table(&Table {
            columns: vec![
                Column::words(&self.labels.name, Width::Share(1.0)).naming_rows(),
                Column::words(&self.labels.signature, Width::Points(72.0 * MM)),
                Column::words(&self.labels.date, Width::Points(32.0 * MM)),
            ],
            rows,
            total: None,
            least_height: TRAINER_ROW,
            middle: true,
        });
    }
}

/// The texts that have words, with a dot between them.
fn joined(texts: &[&str]) -> String {
    let texts: Vec<&str> = texts
        .iter()
        .map(|text| text.trim())
        .filter(|text| !text.is_empty())
        .collect();
    texts.join(" · ")
}

#[cfg(test)]
mod tests;
