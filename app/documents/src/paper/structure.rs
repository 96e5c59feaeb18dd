//! The tree that says what each text on the pages is: what a screen reader follows (ISO 32000-1
//! §14.8, PDF/UA-1).

use std::num::NonZeroU16;

use krilla::tagging::{Identifier, TableHeaderScope, Tag, TagGroup, TagKind, TagTree};

/// What a piece of a document is.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Role {
    /// A heading of a level from 1, with its text.
    Heading(NonZeroU16, String),
    /// A paragraph.
    Paragraph,
    /// A picture, with what it says in words.
    Figure(String),
    /// A table.
    Table,
    /// The rows of a table that name its columns.
    Head,
    /// The other rows of a table.
    Body,
    /// The row that closes a table.
    Total,
    /// A row.
    Row,
    /// A cell that names its column.
    ColumnName,
    /// A cell that names its row.
    RowName,
    /// Any other cell.
    Cell,
}

/// A piece by its place in the tree.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct PieceId(usize);

/// All pieces of a document, in the order in which they are read.
#[derive(Debug, Default)]
pub(super) struct Structure {
    pieces: Vec<Piece>,
    /// The pieces that are in no other.
    top: Vec<PieceId>,
    /// The pieces that are being written, outermost first.
    open: Vec<PieceId>,
}

#[derive(Debug)]
struct Piece {
    role: Role,
    parts: Vec<Part>,
}

#[derive(Debug)]
enum Part {
    Piece(PieceId),
    /// Something that was drawn: its page and its place there.
    Mark(usize, usize),
}

impl Structure {
    /// Begins a piece within the one that is being written.
    pub(super) fn open(&mut self, role: Role) -> PieceId {
        let id = PieceId(self.pieces.len());
        self.pieces.push(Piece {
            role,
            parts: Vec::new(),
        });
        match self
            .open
            .last()
            .and_then(|outer| self.pieces.get_mut(outer.0))
        {
            Some(outer) => outer.parts.push(Part::Piece(id)),
            None => self.top.push(id),
        }
        self.open.push(id);
        id
    }

    /// Ends the piece that was begun last.
    pub(super) fn close(&mut self) {
        self.open.pop();
    }

    /// Says that something drawn belongs to a piece.
    pub(super) fn drawn(&mut self, piece: PieceId, page: usize, mark: usize) {
        if let Some(piece) = self.pieces.get_mut(piece.0) {
            piece.parts.push(Part::Mark(page, mark));
        }
    }

    /// The tree for the writer. `marks` holds, by page and place, what the writer calls what was
    /// drawn there.
    pub(super) fn tree(&self, marks: &[Vec<Identifier>]) -> TagTree {
        let mut tree = TagTree::new();
        for piece in &self.top {
            if let Some(group) = self.group(*piece, marks) {
                tree.push(group);
            }
        }
        tree
    }

    fn group(&self, piece: PieceId, marks: &[Vec<Identifier>]) -> Option<TagGroup> {
        let piece = self.pieces.get(piece.0)?;
        let mut group = TagGroup::new(piece.role.tag());
        for part in &piece.parts {
            match part {
                Part::Piece(inner) => {
                    if let Some(inner) = self.group(*inner, marks) {
                        group.push(inner);
                    }
                }
                Part::Mark(page, place) => {
                    if let Some(mark) = marks.get(*page).and_then(|page| page.get(*place)) {
                        group.push(*mark);
                    }
                }
            }
        }
        Some(group)
    }
}

impl Role {
    fn tag(&self) -> TagKind {
        match self {
            Self::Heading(level, text) => Tag::Hn(*level, Some(text.clone())).into(),
            Self::Paragraph => Tag::P.into(),
            Self::Figure(words) => Tag::Figure(Some(words.clone())).into(),
            Self::Table => Tag::Table.into(),
            Self::Head => Tag::THead.into(),
            Self::Body => Tag::TBody.into(),
            Self::Total => Tag::TFoot.into(),
            Self::Row => Tag::TR.into(),
            Self::ColumnName => Tag::TH(TableHeaderScope::Column).into(),
            Self::RowName => Tag::TH(TableHeaderScope::Row).into(),
            Self::Cell => Tag::TD.into(),
        }
    }
}
