//! What texts are set in: the same scale and inks as the pages (`style/tokens.css`), for paper.

use super::fonts::Face;

/// A colour: red, green, blue.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Colour(pub u8, pub u8, pub u8);

impl Colour {
    /// Text.
    pub const INK: Self = Self(24, 35, 45);
    /// Labels and small print.
    pub const QUIET: Self = Self(79, 89, 100);
    /// Lines between rows.
    pub const LINE: Self = Self(190, 190, 186);
    /// Lines that close something.
    pub const STRONG: Self = Self(79, 89, 100);
    /// The one accent.
    pub const ACCENT: Self = Self(0, 95, 105);
}

/// Where the lines of a text stand in their width.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Align {
    /// On the left.
    #[default]
    Start,
    /// In the middle.
    Middle,
    /// On the right, as numbers in a table.
    End,
}

/// What a text is set in.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Style {
    /// The typeface.
    pub face: Face,
    /// The size in points.
    pub size: f32,
    /// From one line's top to the next one's, in points.
    pub leading: f32,
    /// The colour.
    pub colour: Colour,
    /// Whether figures are of one width, as in a column of numbers.
    pub tabular: bool,
}

impl Style {
    /// A document's title.
    pub const TITLE: Self = Self::of(Face::Serif, 21.0, 26.0, Colour::INK);
    /// The heading of a section.
    pub const SECTION: Self = Self::of(Face::Serif, 13.5, 18.0, Colour::INK);
    /// The heading of a part of a section.
    pub const PART: Self = Self::of(Face::SansBold, 10.0, 14.0, Colour::INK);
    /// What is read in lines.
    pub const READING: Self = Self::of(Face::Serif, 10.5, 15.5, Colour::INK);
    /// Facts and tables.
    pub const BODY: Self = Self::of(Face::Sans, 9.5, 13.5, Colour::INK);
    /// What stands out among facts.
    pub const STRONG: Self = Self::of(Face::SansBold, 9.5, 13.5, Colour::INK);
    /// The heads of a table.
    pub const HEAD: Self = Self::of(Face::SansBold, 8.0, 11.0, Colour::QUIET);
    /// Labels of facts.
    pub const LABEL: Self = Self::of(Face::Sans, 8.5, 13.5, Colour::QUIET);
    /// What stands beside a name.
    pub const NOTE: Self = Self::of(Face::Sans, 8.5, 11.0, Colour::QUIET);
    /// Notes, funding sentences, footers.
    pub const SMALL: Self = Self::of(Face::Sans, 7.5, 10.5, Colour::QUIET);

    const fn of(face: Face, size: f32, leading: f32, colour: Colour) -> Self {
        Self {
            face,
            size,
            leading,
            colour,
            tabular: false,
        }
    }

    /// The same with figures of one width.
    #[must_use]
    pub const fn tabular(self) -> Self {
        Self {
            tabular: true,
            ..self
        }
    }

    /// From a line's top to its baseline, so that capitals stand in the middle of the line.
    pub(super) const fn baseline(&self) -> f32 {
        (self.leading + self.face.capital() * self.size) / 2.0
    }
}
