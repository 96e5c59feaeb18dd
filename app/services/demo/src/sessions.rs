//! What a session of the story consists of: its hours, its place, what it teaches, what a trainer
//! changed in it, and one register that was corrected.

use chrono::NaiveTime;
use domain::clock::{DAY, HOUR};
use domain::ids::SessionId;
use domain::session::attendance::Source;
use domain::session::{Meeting, Times};
use store::adaptation::NewAdaptation;
use store::bulk::Attended;
use store::session::Session;

use crate::cohorts::{Group, Held};
use crate::plot::Going;
use crate::teller::Teller;

/// Units that one session teaches.
const UNITS: usize = 2;

const AGENDA: &str = "09:30 Welcome, and who is here\n09:45 What you noticed since last time\n\
     10:15 First unit, with its activity\n11:15 Break\n11:30 Second unit, in pairs\n\
     12:15 One thing to try before we meet again";

/// What trainers noted, by turns.
const NOTES: [&str; 3] = [
    "We used a case from our own enrolment desk in place of the one in the text: people knew it at once.",
    "The pair work was done in threes, because the room has fixed tables.",
    "We discussed the second question in our language first and wrote the answers in English.",
];

impl Teller<'_> {
    /// Fills in what the plan of a session says; `number` counts the cohort's sessions from 0.
    pub(crate) fn dress(&mut self, group: &Group, session: &mut Session, number: usize) {
        let time = |hour, minute| NaiveTime::from_hms_opt(hour, minute, 0).unwrap_or_default();
        session.times = Times::new(time(9, 30), time(12, 30)).ok();
        session.minutes = session.times.map_or(0, Times::minutes);
        session.work_package = "WP3".to_owned();
        session.deliverable = "D3.2".to_owned();
        if session.place == "Online" {
            session.meeting = Meeting::Online;
            session.place = String::new();
            session.link = format!("https://meet.example/{}", number + 1);
        }
        // The last of three sessions is often planned before anybody has written its agenda.
        if number < 2 {
            session.agenda = AGENDA.to_owned();
        }
        let taught = self
            .setting
            .lessons
            .of_cohort(&group.cohort)
            .iter()
            .map(|lesson| lesson.unit);
        let taught = taught.skip(number * UNITS).take(UNITS);
        let rows: Vec<_> = (1_i32..)
            .zip(taught)
            .map(|(position, unit)| (session.id, unit, position))
            .collect();
        self.facts.session_units.extend(rows);
    }

    /// A current cohort had one more session in view, which was called off.
    pub(crate) fn call_off(&mut self, group: &Group) {
        if group.going != Going::Current {
            return;
        }
        let calendar = self.setting.calendar;
        let day = calendar.working_day(2);
        let trainers = group.trainers.iter().copied().take(1).collect();
        let id = SessionId(self.ids.next());
        let mut session = Session::on(id, group.cohort.id, day, "Main building, room 12", trainers);
        self.dress(group, &mut session, 2);
        let reason = "The trainer is ill; the content moves to the next session".to_owned();
        session.cancelled = Some((calendar.now.minus(3 * DAY), reason));
        self.facts.sessions.push(session);
    }

    /// What a trainer noted about a session that was held: about every third.
    pub(crate) fn adapt(&mut self, group: &Group, held: &Held, number: usize) {
        // The ids are the story's own dice: the same seed gives the same notes.
        let turn = held.id.0.as_u128() % 90;
        let Some(trainer) = held.trainers.first().filter(|_| turn.is_multiple_of(3)) else {
            return;
        };
        let unit = self
            .setting
            .lessons
            .of_cohort(&group.cohort)
            .get(number * UNITS);
        self.facts.adaptations.push(NewAdaptation {
            id: self.ids.next(),
            session: held.id,
            unit: unit.map(|lesson| lesson.unit).filter(|_| group.in_full),
            body: NOTES[usize::try_from(turn / 3).unwrap_or_default() % NOTES.len()].to_owned(),
            made_by: *trainer,
            made_at: held.at.plus(2 * HOUR),
        });
    }

    /// In the cohort that the demo's trainer shows, one line of the last register was wrong at
    /// first: the correction stands behind it, with its reason.
    pub(crate) fn correct(&mut self, group: &Group) {
        let Some(held) = group
            .delivered
            .last()
            .filter(|_| group.going == Going::Current)
        else {
            return;
        };
        let of_session = |line: &&mut Attended| line.session == held.id && line.present;
        let Some(line) = self.facts.attendance.iter_mut().rev().find(of_session) else {
            return;
        };
        line.present = false;
        let corrected = Attended {
            id: self.ids.next(),
            present: true,
            source: Source::Paper,
            reason: "Signed the paper register, was missing on the list",
            at: held.at.plus(DAY),
            ..*line
        };
        self.facts.attendance.push(corrected);
    }
}
