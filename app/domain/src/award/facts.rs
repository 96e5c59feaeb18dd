//! The snapshot of an award: every fact that is printed on a certificate, as it was on the day of
//! issue. It is written once, signed, and never read back from the tables it came from: the
//! course, the cohort and the account may all be gone when somebody checks it.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::language::Language;
use crate::people::coded;

coded! {
    /// What an award says about its learner (product.md §7).
    Kind {
        /// They attended.
        Participation = "participation",
        /// They passed every module of their track and their activities were accepted.
        Achievement = "achievement",
    }
}

/// The version of [`Facts`]. A reader that meets a newer one says so instead of guessing.
pub const FACTS_VERSION: u8 = 1;

/// Every printed fact of one award.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Facts {
    /// [`FACTS_VERSION`] when it was written.
    pub version: u8,
    /// The number it is found by: upper-case letters and digits in groups, with a check sign.
    pub serial: String,
    /// What it says.
    pub kind: Kind,
    /// The language it is written in.
    pub language: Language,
    /// The learner's name, exactly as they write it.
    pub learner: String,
    /// The institution the learner was trained at, if any.
    pub institution: Option<String>,
    /// What was learned.
    pub course: CourseFacts,
    /// Who stands behind it.
    pub issuer: Issuer,
    /// The first and the last day of learning.
    pub from: NaiveDate,
    /// See [`from`](Self::from).
    pub to: NaiveDate,
    /// The day of issue. A re-issue never changes it.
    pub issued_on: NaiveDate,
    /// The last day it is valid; `None` for ever.
    pub expires_on: Option<NaiveDate>,
    /// The sessions that were attended; `None` in a cohort without sessions.
    pub attendance: Option<Attendance>,
    /// What was tested; `None` on an award of participation.
    pub assessment: Option<Assessment>,
    /// The names of the trainers, in the order of the cohort.
    pub trainers: Vec<String>,
    /// Decisions of those who recognise such certificates, oldest first.
    pub recognition: Vec<Recognition>,
}

/// What was learned.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CourseFacts {
    /// The course's name in addresses.
    pub slug: String,
    /// Which published version, from 1.
    pub edition: u32,
    /// Its title.
    pub title: String,
    /// The title of the learner's track; `None` for the whole course.
    pub track: Option<String>,
    /// The titles of the modules that were completed, in order.
    pub modules: Vec<String>,
    /// What the learner can do now, as plain sentences.
    pub outcomes: Vec<String>,
    /// The workload in minutes: units and attended sessions.
    pub minutes: u32,
    /// The licence of the material, such as `CC-BY-4.0`.
    pub licence: String,
}

/// Who stands behind an award.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Issuer {
    /// The programme's name.
    pub programme: String,
    /// The name of whoever issues, usually the institution that runs the programme.
    pub name: String,
    /// The address of the installation, without a final slash.
    pub address: String,
    /// The project number, if there is one.
    pub project: Option<String>,
    /// The funder's sentence in the language of the award, if there is one.
    pub funding: Option<String>,
}

/// The sessions of a cohort, as far as the learner attended them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Attendance {
    /// How many they attended.
    pub attended: u32,
    /// How many were held.
    pub held: u32,
}

/// What was tested.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Assessment {
    /// Points reached in questions that count.
    pub points: u32,
    /// Points that could be reached.
    pub of: u32,
    /// The pass mark of every module, in per cent.
    pub pass_mark: u8,
    /// Activities that a trainer accepted.
    pub activities: u32,
}

/// A decision of a ministry or an agency about the certificates of a course.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Recognition {
    /// Who decided.
    pub body: String,
    /// The decision's number or title.
    pub decision: String,
    /// The day it was taken.
    pub on: NaiveDate,
    /// What it grants, such as "3 ECTS" or "15 hours of professional development".
    pub grants: String,
}
