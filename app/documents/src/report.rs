//! A report in sections: facts, paragraphs, tables, notes. The funder pack is written with it.

use domain::clock::Timestamp;

use crate::letterhead::Letterhead;
use crate::paper::{About, Column, Orientation, Paper, PaperError, Sheet, Style, Table, Width};

/// The most of a page's width that a column takes for its longest text.
const MOST_NUMBERS: f32 = 0.2;
const MOST_NAMES: f32 = 0.45;

/// The facts of a report, all in the reader's language.
#[derive(Clone, Debug, PartialEq)]
pub struct Report {
    /// The language of the words, as in BCP 47.
    pub language: String,
    /// The moment that the file bears as its date.
    pub made: Timestamp,
    /// What tells the report from every other.
    pub id: String,
    /// How the pages lie.
    pub orientation: Orientation,
    /// The programme and who funds it.
    pub letterhead: Letterhead,
    /// The title; never empty.
    pub title: String,
    /// What stands at the foot of every page, beside its number.
    pub foot: String,
    /// Labels and facts below the title: period, institution, when it was frozen.
    pub facts: Vec<(String, String)>,
    /// The sections.
    pub sections: Vec<Section>,
}

/// A section.
#[derive(Clone, Debug, PartialEq)]
pub struct Section {
    /// Its heading; never empty.
    pub heading: String,
    /// What it holds, in order.
    pub blocks: Vec<Block>,
}

/// A part of a section.
#[derive(Clone, Debug, PartialEq)]
pub enum Block {
    /// A heading within the section.
    Heading(String),
    /// Something to read.
    Paragraph(String),
    /// Labels and their facts.
    Facts(Vec<(String, String)>),
    /// A table.
    Table(Grid),
    /// Small print: the definition beside a number, what was left out and why.
    Note(String),
}

/// A table. Numbers come as they are to be read, in the reader's language.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Grid {
    /// The columns. The first one names its rows.
    pub columns: Vec<GridColumn>,
    /// The rows.
    pub rows: Vec<Vec<String>>,
    /// Sums, below a line.
    pub total: Option<Vec<String>>,
}

/// A column of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GridColumn {
    /// What stands above it.
    pub heading: String,
    /// What it holds.
    pub kind: GridKind,
}

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum GridKind {
    /// Words, on the left.
    Words,
    /// Numbers, on the right.
    Numbers,
}

impl Report {
    /// The report as a tagged PDF in A4.
    ///
    /// # Errors
    /// When the facts break a rule of PDF/UA: a heading has no words, for example.
    pub fn pdf(&self) -> Result<Vec<u8>, PaperError> {
        let about = About {
            title: self.title.clone(),
            language: self.language.clone(),
            author: self.letterhead.programme.clone(),
            made: self.made,
            id: self.id.clone(),
        };
        let mut paper = Paper::begin(about, Sheet::a4(self.orientation), &self.foot)?;
        self.letterhead.write(&mut paper);
        paper.heading(1, &self.title);
        paper.facts(&self.facts, 2);
        for section in &self.sections {
            paper.heading(2, &section.heading);
            for block in &section.blocks {
                block.write(&mut paper);
            }
        }
        paper.finish()
    }
}

impl Block {
    fn write(&self, paper: &mut Paper) {
        match self {
            Self::Heading(text) => paper.heading(3, text),
            Self::Paragraph(text) => {
                paper.paragraph(text, &Style::READING);
                paper.gap(5.0);
            }
            Self::Facts(facts) => {
                paper.facts(facts, 2);
                paper.gap(5.0);
            }
            Self::Table(grid) => {
                paper.gap(2.0);
                paper.table(&grid.table());
                paper.gap(7.0);
            }
            Self::Note(text) => {
                paper.paragraph(text, &Style::SMALL);
                paper.gap(5.0);
            }
        }
    }
}

impl Grid {
    fn table(&self) -> Table {
        let columns = self.columns.iter().enumerate().map(|(place, column)| {
            let heading = &column.heading;
            match column.kind {
                GridKind::Numbers => Column::numbers(heading, Width::Fit(MOST_NUMBERS)),
                GridKind::Words if place == 0 => {
                    Column::words(heading, Width::Fit(MOST_NAMES)).naming_rows()
                }
                GridKind::Words => Column::words(heading, Width::Fit(MOST_NAMES)),
            }
        });
        Table {
            columns: columns.collect(),
            rows: self.rows.clone(),
            total: self.total.clone(),
            least_height: 0.0,
            middle: false,
        }
    }
}

#[cfg(test)]
mod tests;
