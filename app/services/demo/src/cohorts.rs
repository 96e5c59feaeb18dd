//! Cohorts: opened, held, and closed with the list that enrolled their people.

use domain::clock::{DAY, HOUR, MINUTE, Timestamp};
use domain::ids::{CohortId, EnrolmentId, EnrolmentRowId, PersonId, SessionId};
use store::bulk::{Enrolled, EnrolledLine};
use store::cohort::{Audience, Cohort, Mode};
use store::session::Session;

use crate::calendar::season;
use crate::house::House;
use crate::plot::Going;
use crate::teller::Teller;

/// When a cohort goes how, in days ago.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Pace {
    /// When it was opened and its people enrolled.
    pub begun: i64,
    /// When its sessions are, those ahead negative.
    pub sessions: &'static [i64],
    /// After that, nobody did anything.
    pub quiet_since: i64,
}

impl Pace {
    pub(crate) fn of(going: Going) -> Self {
        let (begun, sessions, quiet_since): (_, &[i64], _) = match going {
            Going::Past => (330, &[312, 298, 284], 240),
            Going::SelfPaced => (190, &[], 2),
            Going::Current => (44, &[30, 16, -12], 2),
            Going::Planned => (13, &[-11, -25], 2),
        };
        Self {
            begun,
            sessions,
            quiet_since,
        }
    }

    /// So many days earlier or later, all of it; what is ahead stays ahead.
    fn shifted(self, days: i64) -> (i64, Vec<i64>) {
        let shift = |ago: &i64| if *ago < 0 { *ago } else { ago + days };
        (self.begun + days, self.sessions.iter().map(shift).collect())
    }
}

/// A cohort that is being told.
pub(crate) struct Group {
    pub(crate) cohort: Cohort,
    pub(crate) trainers: Vec<PersonId>,
    pub(crate) going: Going,
    pub(crate) quiet_since: i64,
    pub(crate) invited_at: Timestamp,
    pub(crate) delivered: Vec<Held>,
    /// When each of them was written down.
    pub(crate) delivered_at: Vec<Timestamp>,
    pub(crate) in_full: bool,
    lines: Vec<EnrolledLine>,
    enrolment: EnrolmentId,
}

/// A delivered session.
pub(crate) struct Held {
    pub(crate) id: SessionId,
    pub(crate) at: Timestamp,
    pub(crate) trainers: Vec<PersonId>,
}

/// What is to be known to open a cohort.
pub(crate) struct Opening {
    pub(crate) title: String,
    pub(crate) going: Going,
    pub(crate) pace: Pace,
    pub(crate) audience: Audience,
    pub(crate) trainers: Vec<PersonId>,
}

const ROOMS: [&str; 6] = [
    "Main building, room 12",
    "Library, seminar room",
    "Faculty of Economics, room 204",
    "Senate hall",
    "Training centre, room 3",
    "Online",
];

impl Teller<'_> {
    /// Opens a cohort and holds its sessions.
    pub(crate) fn open(&mut self, house: &House, opening: Opening) -> Group {
        let calendar = self.setting.calendar;
        let jitter = if opening.pace.begun > 60 {
            self.dice.between(0, 25)
        } else {
            0
        };
        let (begun, sessions) = opening.pace.shifted(jitter);
        let created_at = calendar.moment(begun, &mut self.dice);
        let mode = if opening.going == Going::SelfPaced {
            Mode::SelfPaced
        } else {
            Mode::Sessions
        };
        let cohort = Cohort {
            id: CohortId(self.ids.next()),
            programme: self.setting.programme.id,
            institution: house.id,
            course_version: self.setting.version,
            title: opening.title,
            mode,
            audience: opening.audience,
            created_by: opening.trainers[0],
            created_at,
            revision: 1,
            track: self.setting.lessons.first_track(),
            tally: domain::cascade::tally::CohortTally::default(),
        };
        let mut group = Group {
            invited_at: created_at.plus(25 * MINUTE),
            cohort,
            trainers: opening.trainers,
            going: opening.going,
            quiet_since: opening.pace.quiet_since,
            delivered: Vec::new(),
            delivered_at: Vec::new(),
            in_full: self.setting.is_told_in_full(house.index),
            lines: Vec::new(),
            enrolment: EnrolmentId(self.ids.next()),
        };
        for (number, ago) in sessions.into_iter().enumerate() {
            self.hold(&mut group, number, ago);
        }
        self.call_off(&group);
        group
    }

    /// Holds a session, or plans it when its day is ahead.
    fn hold(&mut self, group: &mut Group, number: usize, ago: i64) {
        let calendar = self.setting.calendar;
        let on_day = calendar.working_day(ago);
        let at = calendar.after_session(on_day);
        let delivered_at = (ago > 0).then_some(at);
        let place = *self.dice.pick(&ROOMS);
        let trainers = group.trainers.iter().copied().take(2).collect();
        let id = SessionId(self.ids.next());
        let mut session = Session {
            delivered_at,
            ..Session::on(id, group.cohort.id, on_day, place, trainers)
        };
        self.dress(group, &mut session, number);
        if delivered_at.is_some() {
            let trainers = session.trainers.clone();
            let held = Held {
                id: session.id,
                at,
                trainers,
            };
            self.adapt(group, &held, number);
            group.delivered.push(held);
            group.delivered_at.push(at);
        }
        self.facts.sessions.push(session);
    }

    /// Adds a line to the list that enrolled the cohort's people.
    pub(crate) fn line(&mut self, group: &mut Group, line: EnrolledLine) {
        let number = i32::try_from(group.lines.len() + 1).unwrap_or(i32::MAX);
        group.lines.push(EnrolledLine {
            line: number,
            ..line
        });
    }

    /// Closes the list and keeps the cohort.
    pub(crate) fn close(&mut self, mut group: Group) {
        if group.lines.len() > 8 {
            self.spoil(&mut group);
        }
        self.correct(&group);
        if !group.lines.is_empty() {
            self.facts.enrolments.push(Enrolled {
                id: group.enrolment,
                cohort: group.cohort.id,
                made_by: group.trainers[0],
                begun_at: group.cohort.created_at.plus(5 * MINUTE),
                at: group.invited_at,
                lines: group.lines,
            });
        }
        self.facts.cohorts.push((group.cohort, group.trainers));
    }

    /// Adds the lines that real lists have: somebody twice, somebody left out on purpose.
    fn spoil(&mut self, group: &mut Group) {
        let again = group.lines[3].clone();
        let id = EnrolmentRowId(self.ids.next());
        let outcome = "already_here";
        self.line(
            group,
            EnrolledLine {
                id,
                outcome,
                participation: None,
                ..again
            },
        );
        let id = EnrolmentRowId(self.ids.next());
        let left_out = EnrolledLine {
            id,
            line: 0,
            name: "Faculty office".to_owned(),
            address: "office@faculty.example".to_owned(),
            outcome: "left_out",
            reason: "",
            person: None,
            participation: None,
        };
        self.line(group, left_out);
    }

    /// The title of a cohort of a sort; letters tell several of one sort apart.
    pub(crate) fn title(&self, going: Going, number: usize, of: usize) -> String {
        let season = season(self.setting.calendar.day(Pace::of(going).begun));
        let words = match going {
            Going::Past | Going::Planned => format!("First cohort, {season}"),
            Going::SelfPaced => format!("Self-paced cohort, {season}"),
            Going::Current => format!("Second cohort, {season}"),
        };
        if of > 1 {
            format!("{words}, group {}", number + 1)
        } else {
            words
        }
    }
}

/// Until when an invitation made at a moment can be accepted.
pub(crate) fn expires(at: Timestamp) -> Timestamp {
    at.plus(30 * DAY).plus(HOUR)
}
