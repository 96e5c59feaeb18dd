//! Facts beside their labels: when, where, who.

use super::ink::Owner;
use super::structure::Role;
use super::wrap::Block;
use super::{Column, Paper, Spot, Style, Table, Width};

/// Between two columns of facts.
const GUTTER: f32 = 18.0;
/// Between a label and its fact.
const SPACE: f32 = 8.0;
/// Between two facts.
const BELOW: f32 = 2.0;
/// The most of a column that its labels take.
const MOST_LABEL: f32 = 0.42;

/// A label and its fact in lines.
struct Fact {
    label: Block,
    value: Block,
}

impl Fact {
    fn height(&self) -> f32 {
        self.label.height().max(self.value.height()) + BELOW
    }
}

impl Paper {
    /// Facts in one or more columns, read down the first column and on in the next. They stay on
    /// one page, unless that is not enough for them; then they are a table of one column of facts.
    /// Facts without words are left out.
    pub fn facts(&mut self, facts: &[(String, String)], columns: u8) {
        let facts: Vec<&(String, String)> = facts
            .iter()
            .filter(|(_, value)| !value.trim().is_empty())
            .collect();
        if facts.is_empty() {
            return;
        }
        let columns = columns.max(1);
        let frame = self.frame();
        let between = GUTTER * f32::from(columns - 1);
        let width = (frame.width - between) / f32::from(columns);
        let label = self.label_width(&facts, width);
        let set: Vec<Fact> = facts
            .iter()
            .map(|(name, value)| Fact {
                label: self.set(name, &Style::LABEL, label),
                value: self.set(value, &Style::BODY, width - label - SPACE),
            })
            .collect();
        let parts = balanced(&set, columns.into());
        let height = parts
            .iter()
            .map(|part| part.iter().map(Fact::height).sum())
            .fold(0.0, f32::max);
        if height > frame.height {
            self.facts_over_pages(&facts, label);
            return;
        }
        self.need(height);
        let top = self.pen();
        self.structure.open(Role::Table);
        self.structure.open(Role::Body);
        let mut left = frame.left;
        for part in parts {
            self.move_to(top);
            for fact in part {
                self.write_fact(fact, left, label, width);
            }
            left += width + GUTTER;
        }
        self.structure.close();
        self.structure.close();
        self.move_to(top + height);
    }

    fn label_width(&self, facts: &[&(String, String)], width: f32) -> f32 {
        let widest = facts
            .iter()
            .map(|(name, _)| self.set(name, &Style::LABEL, f32::INFINITY).width())
            .fold(0.0, f32::max);
        (widest + 0.1).min(MOST_LABEL * width)
    }

    fn write_fact(&mut self, fact: &Fact, left: f32, label: f32, width: f32) {
        let top = self.pen();
        self.structure.open(Role::Row);
        // The label is smaller; both stand on one line.
        let down = fact.value.style.baseline() - fact.label.style.baseline();
        for (role, block, left, top, width) in [
            (Role::RowName, &fact.label, left, top + down, label),
            (
                Role::Cell,
                &fact.value,
                left + label + SPACE,
                top,
                width - label - SPACE,
            ),
        ] {
            let cell = self.structure.open(role);
            let lines = 0..block.lines.len();
            self.lay(Owner::Piece(cell), block, lines, Spot { left, top, width });
            self.structure.close();
        }
        self.structure.close();
        self.move_to(top + fact.height());
    }

    fn facts_over_pages(&mut self, facts: &[&(String, String)], label: f32) {
        let label = Column {
            style: Style::LABEL,
            ..Column::words("", Width::Points(label + SPACE)).naming_rows()
        };
        self.table(&Table {
            columns: vec![label, Column::words("", Width::Share(1.0))],
            rows: facts
                .iter()
                .map(|(name, value)| vec![name.clone(), value.clone()])
                .collect(),
            total: None,
            least_height: 0.0,
            middle: false,
        });
    }
}

/// Cuts the facts into columns of about the same height.
fn balanced(facts: &[Fact], columns: usize) -> Vec<&[Fact]> {
    let whole: f32 = facts.iter().map(Fact::height).sum();
    let mut parts = Vec::new();
    let mut rest = facts;
    for left in (1..=columns).rev() {
        let goal = whole / columns as f32;
        let mut height = 0.0;
        let upto = rest
            .iter()
            .position(|fact| {
                // A fact goes where more than half of it fits.
                let over = height + fact.height() / 2.0 > goal;
                height += fact.height();
                over
            })
            .filter(|_| left > 1)
            .unwrap_or(rest.len())
            .max(1)
            .min(rest.len());
        let (part, after) = rest.split_at(upto);
        parts.push(part);
        rest = after;
    }
    parts
}
