//! Paper: A4 documents as tagged PDF that everybody can read, by PDF/UA-1 (ISO 14289-1) and, so
//! that they last, PDF/A-2a (ISO 19005-2). Certificates, registers and reports are written on it.
//!
//! A [`Paper`] is written from the top to the bottom like a letter: headings, paragraphs, facts,
//! tables, and it begins a new page where one is full. What needs a place of its own is put there
//! with [`Paper::put`] and [`Paper::picture`]. Everything is either part of the document's
//! structure (headings, paragraphs, tables with named rows and columns, pictures with words) or an
//! ornament that a screen reader passes over (lines, repeated heads of tables, footers).
//!
//! **The same facts make the same bytes.** Date and identity of a document come with its facts;
//! nothing here asks a clock or a dice.
//!
//! **Which letters.** Latin and Cyrillic, composed; [`fonts`] says where they come from and
//! [`shape`] what is drawn for a letter that they lack.

mod binding;
mod drawing;
mod facts;
mod fonts;
mod ink;
mod outline;
mod shape;
mod sheet;
mod structure;
mod style;
mod table;
mod wrap;

#[cfg(test)]
pub(crate) mod reading;
#[cfg(test)]
mod tests;

use std::num::NonZeroU16;

use domain::clock::Timestamp;
use krilla::geom::Rect;

pub use drawing::Drawing;
pub use fonts::Face;
pub(crate) use outline::outline;
pub use sheet::{Frame, MM, Orientation, Sheet};
pub use style::{Align, Colour, Style};
pub use table::{Column, Table, Width};

use fonts::Cut;
use ink::{Ink, Mark, Owner};
use structure::{PieceId, Role, Structure};
use wrap::Block;

/// The most characters of a title, a heading or the words for a picture that go into the PDF's
/// own fields, some of which hold 32,767 bytes and no more. On the page they are not cut.
const LONGEST_FIELD: usize = 1_000;

/// What the file says about itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct About {
    /// The title; never empty.
    pub title: String,
    /// The language of its words, as in BCP 47: `en`, `sq`, `sr-Latn`.
    pub language: String,
    /// Who issues it: an institution or a programme.
    pub author: String,
    /// The moment that the file bears as its date.
    pub made: Timestamp,
    /// What tells it from every other document: the file's identity is derived from it.
    pub id: String,
}

/// Why there is no PDF.
#[derive(Debug, thiserror::Error)]
pub enum PaperError {
    /// The typefaces that the binary was built with are damaged.
    #[error("the typefaces cannot be read")]
    Typefaces,
    /// The document breaks a rule of PDF/UA-1 or PDF/A-2a, or a limit of PDF.
    #[error("the document is not accessible or not lasting: {0}")]
    Rules(String),
}

/// Where a text is put: its upper left corner and its width.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Spot {
    /// From the left side of the page.
    pub left: f32,
    /// From the upper side of the page.
    pub top: f32,
    /// Where its lines break.
    pub width: f32,
}

/// What a text is that is put at a place of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// The title or a heading, by its level from 1.
    Heading(u8),
    /// A paragraph.
    Paragraph,
    /// An ornament: passed over by a screen reader, so never the only place of a fact.
    Ornament,
}

/// A document that is being written.
pub struct Paper {
    about: About,
    sheet: Sheet,
    /// What stands on the left at the foot of every page.
    foot: String,
    cuts: &'static [Cut],
    pages: Vec<Vec<Mark>>,
    structure: Structure,
    headings: Vec<Bookmark>,
    /// Where the next thing begins on the last page, from the top.
    pen: f32,
}

/// A heading as the list of contents shows it.
struct Bookmark {
    level: NonZeroU16,
    text: String,
    page: usize,
    top: f32,
}

impl Paper {
    /// An empty document. `foot` stands at the foot of every page, beside "2/3".
    ///
    /// # Errors
    /// When the binary was built with damaged typefaces.
    pub fn begin(about: About, sheet: Sheet, foot: &str) -> Result<Self, PaperError> {
        Ok(Self {
            about,
            sheet,
            foot: foot.to_owned(),
            cuts: fonts::cuts().ok_or(PaperError::Typefaces)?,
            pages: vec![Vec::new()],
            structure: Structure::default(),
            headings: Vec::new(),
            pen: sheet.frame().top,
        })
    }

    /// What lies within the margins of every page.
    #[must_use]
    pub fn frame(&self) -> Frame {
        self.sheet.frame()
    }

    /// Where the next thing begins, from the top of the last page.
    #[must_use]
    pub fn pen(&self) -> f32 {
        self.pen
    }

    /// Goes on at another height of the last page.
    pub fn move_to(&mut self, top: f32) {
        self.pen = top;
    }

    /// Leaves space, unless that is the end of the page.
    pub fn gap(&mut self, points: f32) {
        self.pen += points;
    }

    /// Begins a new page, unless `points` of the last one are free.
    pub fn need(&mut self, points: f32) {
        if self.pen + points > self.frame().bottom() {
            self.turn();
        }
    }

    /// Begins a new page.
    pub fn turn(&mut self) {
        self.pages.push(Vec::new());
        self.pen = self.frame().top;
    }

    /// How high a text is in a width, in points.
    #[must_use]
    pub fn height_of(&self, text: &str, style: &Style, width: f32) -> f32 {
        self.set(text, style, width).height()
    }

    /// A heading of a level from 1 (the title), with some of what follows on the same page. One
    /// without anything to see is left out.
    pub fn heading(&mut self, level: u8, text: &str) {
        if field(text).is_empty() {
            return;
        }
        let (style, before, after) = match level {
            0 | 1 => (Style::TITLE, 0.0, 6.0),
            2 => (Style::SECTION, 14.0, 5.0),
            _ => (Style::PART, 8.0, 3.0),
        };
        let block = self.set(text, &style, self.frame().width);
        if self.pen > self.frame().top {
            self.pen += before;
        }
        let kept = block.height() + after + 4.0 * Style::BODY.leading;
        // A heading that is higher than a page begins where it stands.
        if kept < self.frame().height {
            self.need(kept);
        }
        let piece = self.open_heading(level, text, self.pen);
        self.flow(piece, &block, self.frame().left);
        self.structure.close();
        self.pen += after;
    }

    /// A paragraph; its own line breaks are kept.
    pub fn paragraph(&mut self, text: &str, style: &Style) {
        let block = self.set(text, style, self.frame().width);
        if block.lines.is_empty() {
            return;
        }
        let piece = self.structure.open(Role::Paragraph);
        self.flow(piece, &block, self.frame().left);
        self.structure.close();
    }

    /// A line from margin to margin.
    pub fn rule(&mut self, colour: Colour) {
        let frame = self.frame();
        self.bar(frame.left, self.pen, frame.width, colour);
    }

    /// A text at a place of its own on the last page; answers where it ends, from the top.
    pub fn put(&mut self, part: Part, text: &str, style: &Style, align: Align, spot: Spot) -> f32 {
        let block = self.set(text, style, spot.width).aligned(align);
        if field(text).is_empty() {
            return spot.top;
        }
        let owner = match part {
            Part::Ornament => Owner::Ornament,
            Part::Paragraph => Owner::Piece(self.structure.open(Role::Paragraph)),
            Part::Heading(level) => Owner::Piece(self.open_heading(level, text, spot.top)),
        };
        self.lay(owner, &block, 0..block.lines.len(), spot);
        if owner != Owner::Ornament {
            self.structure.close();
        }
        spot.top + block.height()
    }

    /// A picture at a place of its own on the last page, with what it says in words; without
    /// words it is an ornament. Answers where it ends, from the top.
    pub fn picture(&mut self, drawing: &Drawing, words: &str, spot: Spot) -> f32 {
        let words = field(words);
        let owner = if words.is_empty() {
            Owner::Ornament
        } else {
            Owner::Piece(self.structure.open(Role::Figure(words)))
        };
        let ink = Ink::Picture {
            drawing: drawing.clone(),
            left: spot.left,
            top: spot.top,
            width: spot.width,
        };
        self.mark(owner, ink);
        if owner != Owner::Ornament {
            self.structure.close();
        }
        spot.top + drawing.height_at(spot.width)
    }

    fn open_heading(&mut self, level: u8, text: &str, top: f32) -> PieceId {
        let level = NonZeroU16::new(level.into()).unwrap_or(NonZeroU16::MIN);
        let text = field(text);
        self.headings.push(Bookmark {
            level,
            text: text.clone(),
            page: self.pages.len() - 1,
            top,
        });
        self.structure.open(Role::Heading(level, text))
    }

    fn set(&self, text: &str, style: &Style, width: f32) -> Block {
        Block::set(self.cuts, text, style, width)
    }

    /// Lays lines from the pen on, over as many pages as they take.
    fn flow(&mut self, piece: PieceId, block: &Block, left: f32) {
        for line in 0..block.lines.len() {
            self.need(block.style.leading);
            let spot = Spot {
                left,
                top: self.pen,
                width: self.frame().width,
            };
            self.lay(Owner::Piece(piece), block, line..line + 1, spot);
            self.pen += block.style.leading;
        }
    }

    /// Lays some lines of a block on the last page.
    fn lay(&mut self, owner: Owner, block: &Block, lines: std::ops::Range<usize>, spot: Spot) {
        let mut top = spot.top;
        for line in block.lines.get(lines).unwrap_or_default() {
            let free = spot.width - line.width;
            let left = spot.left
                + match block.align {
                    Align::Start => 0.0,
                    Align::Middle => free / 2.0,
                    Align::End => free,
                };
            if !line.letters.is_empty() {
                let ink = Ink::Line {
                    line: line.clone(),
                    style: block.style,
                    left,
                    baseline: top + block.style.baseline(),
                };
                self.mark(owner, ink);
            }
            top += block.style.leading;
        }
    }

    fn bar(&mut self, left: f32, top: f32, width: f32, colour: Colour) {
        const THICK: f32 = 0.5;
        if let Some(bar) = Rect::from_xywh(left, top - THICK / 2.0, width, THICK) {
            self.mark(Owner::Ornament, Ink::Bar { bar, colour });
        }
    }

    fn mark(&mut self, owner: Owner, ink: Ink) {
        let last = self.pages.len() - 1;
        if let Some(page) = self.pages.last_mut() {
            if let Owner::Piece(piece) = owner {
                self.structure.drawn(piece, last, page.len());
            }
            page.push(Mark { owner, ink });
        }
    }
}

/// A text for one of the PDF's own fields: one line, without what nobody sees, not too long.
fn field(text: &str) -> String {
    let text = shape::visible(text.trim());
    let mut letters = text.char_indices();
    match letters.nth(LONGEST_FIELD) {
        Some((end, _)) => format!("{}…", text.get(..end).unwrap_or_default()),
        None => text,
    }
}
