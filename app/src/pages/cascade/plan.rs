//! Where everything stands in the drawing of a cascade: a column per generation, stepped lines from
//! trainers to those they trained, and a lane of their own for those who finished without a
//! recorded trainer. `drawing` and `picture` only draw what is planned here.

use std::collections::BTreeSet;

use domain::cascade::chart::Place;
use domain::ids::PersonId;
use services::institution::{Lineage, SeenEdge};

use super::origin;
use crate::i18n::Words;

/// From the left edge of a column to the next.
const COLUMN: usize = 300;
/// Width of a place.
pub(super) const WIDTH: usize = 230;
/// Room for the names of the generations.
const HEAD: usize = 34;
/// Between the columns and the lane of those without a trainer.
const GAP: usize = 14;
/// Characters of a name that fit a place.
const FITTING: usize = 28;
/// Characters of the smaller line beneath it.
const FITTING_NOTE: usize = 36;
/// Room in which a lane's label is written, at least.
const LABEL: usize = 420;

/// A drawing, ready to be drawn; lengths are pixels at its natural size.
pub(super) struct Plan {
    pub width: usize,
    pub height: usize,
    /// Height of a place.
    pub tall: usize,
    /// The names of the columns and of the lane, each with where its line of text begins.
    pub heads: Vec<(usize, usize, String)>,
    /// Where the lane is divided from the columns.
    pub lane: Option<usize>,
    pub lines: Vec<Line>,
    pub frames: Vec<Frame>,
}

/// From a trainer's place to one of people they trained.
pub(super) struct Line {
    /// Where it begins, the upright between the columns, and where it ends.
    pub from: (usize, usize),
    pub upright: usize,
    pub to: (usize, usize),
    /// Who was trained by whom, and by which sessions.
    pub says: String,
    pub dim: bool,
}

/// A place with the people at it.
pub(super) struct Frame {
    pub x: usize,
    pub y: usize,
    pub kind: Kind,
    /// What is written in it, as much as fits, and beneath in smaller letters.
    pub name: String,
    pub note: Option<String>,
    /// Everything about it.
    pub says: String,
    pub dim: bool,
}

/// Who stands at a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// One person.
    Person,
    /// Several who are not told apart.
    Group,
}

/// Plans the drawing; the eye may be on one person, and then each place says when its people were
/// trained.
pub(super) fn plan(words: Words, seen: &Lineage, focus: Option<PersonId>) -> Plan {
    let bright = focus.map(|person| seen.chart.around(person));
    let bright = bright.filter(|bright| !bright.is_empty());
    let planner = Planner {
        words,
        seen,
        rows: rows(&seen.chart.places),
        tall: if bright.is_some() { 44 } else { 30 },
        bright,
    };
    planner.plan()
}

struct Planner<'a> {
    words: Words,
    seen: &'a Lineage,
    /// The row of each place.
    rows: Vec<usize>,
    /// Height of a place.
    tall: usize,
    /// The places that stay bright, when the eye is on somebody.
    bright: Option<BTreeSet<usize>>,
}

impl Frame {
    /// Where the name's line of text begins: in the middle, or above the note.
    pub(super) fn name_at(&self, tall: usize) -> (usize, usize) {
        let down = if self.note.is_some() {
            19
        } else {
            tall / 2 + 5
        };
        (self.x + 10, self.y + down)
    }

    /// Where the note's line of text begins.
    pub(super) fn note_at(&self) -> (usize, usize) {
        (self.x + 10, self.y + 35)
    }
}

impl Planner<'_> {
    fn plan(&self) -> Plan {
        let places = &self.seen.chart.places;
        let generations = self.seen.chart.generations() as usize;
        let rows = self.rows.iter().max().map_or(0, |last| last + 1);
        let columns = (generations * COLUMN).saturating_sub(COLUMN - WIDTH) + 2;
        let mut plan = Plan {
            width: columns,
            height: if rows == 0 {
                0
            } else {
                HEAD + rows * self.row()
            },
            tall: self.tall,
            heads: (0..generations)
                .map(|generation| {
                    let number = [("number", generation.into())];
                    let name = self.words.say_with("generation", number);
                    (generation * COLUMN + 1, 16, name)
                })
                .collect(),
            lane: None,
            lines: Vec::new(),
            frames: Vec::new(),
        };
        for (at, place) in places.iter().enumerate() {
            let trainers = place.above.iter();
            plan.lines
                .extend(trainers.map(|trainer| self.line(*trainer, at)));
            plan.frames.push(self.stand(at));
        }
        self.lane(&mut plan);
        plan
    }

    /// From the top of a row to the next.
    fn row(&self) -> usize {
        self.tall + 10
    }

    fn is_dim(&self, at: usize) -> bool {
        let bright = self.bright.as_ref();
        bright.is_some_and(|bright| !bright.contains(&at))
    }

    /// The left upper corner of a place.
    fn corner(&self, at: usize) -> (usize, usize) {
        let x = self.seen.chart.places[at].generation as usize * COLUMN + 1;
        (x, HEAD + self.rows[at] * self.row())
    }

    /// A stepped line from a trainer's right edge to the left edge of those they trained; to the
    /// right edge of those who stand in an earlier column or the same. Each row of trainers has an
    /// upright of its own between the columns, so that lines can be told apart.
    fn line(&self, trainer: usize, at: usize) -> Line {
        let ((x, y), (to_x, to_y)) = (self.corner(trainer), self.corner(at));
        let end = if to_x > x { to_x } else { to_x + WIDTH };
        let places = &self.seen.chart.places;
        let by = &places[trainer].people;
        let edges = edges(self.seen, &places[at]).filter(|edge| by.contains(&edge.edge.trainer));
        Line {
            from: (x + WIDTH, y + self.tall / 2),
            upright: x + WIDTH + 10 + (self.rows[trainer] % 8) * 7,
            to: (end, to_y + self.tall / 2),
            says: self.words.say_with(
                "cascade-edge",
                [
                    ("trainee", self.people(&places[at].people).into()),
                    ("trainer", self.people(by).into()),
                    (
                        "how",
                        origin::in_full(self.words, edges)
                            .unwrap_or_default()
                            .into(),
                    ),
                ],
            ),
            dim: self.is_dim(trainer) || self.is_dim(at),
        }
    }

    fn stand(&self, at: usize) -> Frame {
        let place = &self.seen.chart.places[at];
        let dim = self.is_dim(at);
        let days = || origin::days(self.words, edges(self.seen, place));
        let note = (self.bright.is_some() && !dim).then(days).flatten();
        let how = origin::in_full(self.words, edges(self.seen, place));
        let name = self.people(&place.people);
        let says: Vec<String> = [name].into_iter().chain(how).collect();
        self.filled(self.corner(at), &place.people, note, (says.join(": "), dim))
    }

    /// Those who finished without a recorded trainer, beneath the columns.
    fn lane(&self, plan: &mut Plan) {
        let people = &self.seen.orphans;
        if people.is_empty() {
            return;
        }
        let top = if plan.height == 0 {
            0
        } else {
            plan.height + GAP
        };
        let count = [("count", people.len().into())];
        let label = self.words.say_with("cascade-orphans", count);
        plan.lane = (top > 0).then_some(top);
        plan.heads.push((1, top + 18, label));
        plan.frames.push(self.filled(
            (1, top + HEAD),
            people,
            None,
            (
                self.words.say("cascade-orphans-what"),
                self.bright.is_some(),
            ),
        ));
        plan.width = plan.width.max(LABEL);
        plan.height = top + HEAD + self.row();
    }

    fn filled(
        &self,
        (x, y): (usize, usize),
        people: &[PersonId],
        note: Option<String>,
        (says, dim): (String, bool),
    ) -> Frame {
        Frame {
            x,
            y,
            kind: if people.len() == 1 {
                Kind::Person
            } else {
                Kind::Group
            },
            name: fitting(self.people(people), FITTING),
            note: note.map(|note| fitting(note, FITTING_NOTE)),
            says,
            dim,
        }
    }

    /// One person's name, or how many they are.
    fn people(&self, people: &[PersonId]) -> String {
        match people {
            [one] => super::name(self.words, self.seen, *one),
            several => {
                let count = [("count", several.len().into())];
                self.words.say_with("cascade-group", count)
            }
        }
    }
}

/// The edges that the people at a place were trained by.
pub(super) fn edges<'a>(seen: &'a Lineage, place: &'a Place) -> impl Iterator<Item = &'a SeenEdge> {
    let people = place.people.iter();
    people.flat_map(|person| seen.edges_of(*person))
}

/// The row of each place: beside its first trainer, or below the place before it in the column.
fn rows(places: &[Place]) -> Vec<usize> {
    let mut rows: Vec<usize> = Vec::with_capacity(places.len());
    let mut column = None;
    let mut free = 0;
    for place in places {
        if column != Some(place.generation) {
            (column, free) = (Some(place.generation), 0);
        }
        let beside = place.above.first().and_then(|trainer| rows.get(*trainer));
        let row = beside.copied().unwrap_or_default().max(free);
        rows.push(row);
        free = row + 1;
    }
    rows
}

/// As much of a text as fits.
fn fitting(text: String, most: usize) -> String {
    if text.chars().count() <= most {
        return text;
    }
    let start: String = text.chars().take(most - 1).collect();
    format!("{start}…")
}
