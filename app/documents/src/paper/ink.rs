//! What stands on a page, and how it gets into the PDF.

use std::ops::Range;

use krilla::color::rgb;
use krilla::geom::{PathBuilder, Point, Rect};
use krilla::num::NormalizedF32;
use krilla::paint::{Fill, FillRule};
use krilla::surface::Surface;
use krilla::tagging::{Artifact, ArtifactType, ContentTag, Identifier};
use krilla::text::{GlyphId, KrillaGlyph};

use super::drawing::Drawing;
use super::fonts::Cut;
use super::shape::{Carrier, Letter, Look};
use super::structure::PieceId;
use super::style::{Colour, Style};
use super::wrap::Line;

/// Something on a page.
#[derive(Clone, Debug)]
pub(super) struct Mark {
    pub(super) owner: Owner,
    pub(super) ink: Ink,
}

/// Whom something on a page belongs to.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Owner {
    /// A piece of the document, to be read.
    Piece(PieceId),
    /// A line, or a repeated head of a table: there for the eye, passed over by a screen reader.
    Ornament,
    /// What stands at the foot of every page, passed over too.
    Foot,
}

/// What is drawn. Places are points from the upper left corner of the page.
#[derive(Clone, Debug)]
pub(super) enum Ink {
    /// A line of text.
    Line {
        line: Line,
        style: Style,
        left: f32,
        baseline: f32,
    },
    /// A filled rectangle.
    Bar { bar: Rect, colour: Colour },
    /// A picture.
    Picture {
        drawing: Drawing,
        left: f32,
        top: f32,
        width: f32,
    },
}

impl Mark {
    /// Draws it; answers what the writer calls it.
    pub(super) fn draw(&self, surface: &mut Surface, cuts: &[Cut]) -> Identifier {
        let passed_over = |kind| ContentTag::Artifact(Artifact::with_kind(kind));
        let mark = surface.start_tagged(match self.owner {
            Owner::Piece(_) => ContentTag::Other,
            Owner::Ornament => passed_over(ArtifactType::Layout),
            Owner::Foot => passed_over(ArtifactType::Footer),
        });
        self.ink.draw(surface, cuts);
        surface.end_tagged();
        mark
    }
}

impl Ink {
    fn draw(&self, surface: &mut Surface, cuts: &[Cut]) {
        match self {
            Self::Line { .. } => {
                for run in self.runs() {
                    run.draw(surface, cuts);
                }
            }
            Self::Bar { bar, colour } => {
                let mut path = PathBuilder::new();
                path.push_rect(*bar);
                if let Some(path) = path.finish() {
                    surface.set_fill(Some(fill(*colour)));
                    surface.draw_path(&path);
                }
            }
            Self::Picture {
                drawing,
                left,
                top,
                width,
            } => {
                for (colour, path) in drawing.paths(*left, *top, *width) {
                    surface.set_fill(Some(fill(colour)));
                    surface.draw_path(&path);
                }
            }
        }
    }

    /// The letters of a line, cut where the file changes and around boxed ones.
    fn runs(&self) -> Vec<Run<'_>> {
        let Self::Line {
            line,
            style,
            left,
            baseline,
        } = self
        else {
            return Vec::new();
        };
        let mut pen = *left;
        line.letters
            .chunk_by(|one, next| match (one.look, next.look) {
                (Look::Glyph(file, _), Look::Glyph(same, _)) => file == same,
                _ => false,
            })
            .map(|letters| {
                let run = Run {
                    text: &line.text,
                    letters,
                    style,
                    left: pen,
                    baseline: *baseline,
                };
                pen += style.size * letters.iter().map(|one| one.advance).sum::<f32>();
                run
            })
            .collect()
    }
}

/// Letters of one file, or one boxed letter.
struct Run<'a> {
    text: &'a str,
    letters: &'a [Letter],
    style: &'a Style,
    left: f32,
    baseline: f32,
}

impl Run<'_> {
    fn draw(&self, surface: &mut Surface, cuts: &[Cut]) {
        let Some(first) = self.letters.first() else {
            return;
        };
        let size = self.style.size;
        surface.set_fill(Some(fill(self.style.colour)));
        match first.look {
            Look::Glyph(file, _) => self.draw_glyphs(surface, cuts, file),
            Look::Marked(file, _) => {
                self.draw_glyphs(surface, cuts, file);
                let side = 0.2 * size;
                let advance = first.advance * size;
                let left = self.left + (advance - side) / 2.0;
                self.draw_box(surface, left, 0.95 * size, (side, side));
                let marks = first.base.end..first.text.end;
                self.draw_carrier(surface, cuts, Carrier::Marks, self.left + advance, marks);
            }
            Look::Unknown => {
                let height = self.style.face.capital() * size;
                let width = first.advance * size;
                self.draw_box(
                    surface,
                    self.left + 0.1 * width,
                    height,
                    (0.8 * width, height),
                );
                self.draw_carrier(
                    surface,
                    cuts,
                    Carrier::Letter,
                    self.left,
                    first.text.clone(),
                );
            }
        }
    }

    fn draw_carrier(
        &self,
        surface: &mut Surface,
        cuts: &[Cut],
        carrier: Carrier,
        left: f32,
        text: Range<usize>,
    ) {
        let Some((file, glyph)) = carrier.glyph(cuts, self.style.face) else {
            return;
        };
        let advance = cuts.get(file).map_or(0.0, |cut| cut.advance(glyph));
        surface.set_fill(Some(Fill {
            opacity: NormalizedF32::ZERO,
            ..fill(self.style.colour)
        }));
        self.put(surface, cuts, file, left, &[placed(glyph, advance, text)]);
        surface.set_fill(Some(fill(self.style.colour)));
    }

    fn draw_glyphs(&self, surface: &mut Surface, cuts: &[Cut], file: usize) {
        let glyphs: Vec<KrillaGlyph> = self
            .letters
            .iter()
            .filter_map(|letter| match letter.look {
                Look::Glyph(_, glyph) | Look::Marked(_, glyph) => {
                    Some(placed(glyph, letter.advance, letter.base.clone()))
                }
                Look::Unknown => None,
            })
            .collect();
        self.put(surface, cuts, file, self.left, &glyphs);
    }

    fn put(
        &self,
        surface: &mut Surface,
        cuts: &[Cut],
        file: usize,
        left: f32,
        glyphs: &[KrillaGlyph],
    ) {
        if let Some(cut) = cuts.get(file) {
            surface.draw_glyphs(
                Point::from_xy(left, self.baseline),
                glyphs,
                cut.font.clone(),
                self.text,
                self.style.size,
                false,
            );
        }
    }

    /// An empty box whose upper side is `rise` above the baseline.
    fn draw_box(&self, surface: &mut Surface, left: f32, rise: f32, (width, height): (f32, f32)) {
        let stroke = 0.055 * self.style.size;
        let top = self.baseline - rise;
        let mut path = PathBuilder::new();
        let inner = (width - 2.0 * stroke, height - 2.0 * stroke);
        for rect in [
            Rect::from_xywh(left, top, width, height),
            Rect::from_xywh(left + stroke, top + stroke, inner.0, inner.1),
        ]
        .into_iter()
        .flatten()
        {
            path.push_rect(rect);
        }
        if let Some(path) = path.finish() {
            surface.set_fill(Some(Fill {
                rule: FillRule::EvenOdd,
                ..fill(self.style.colour)
            }));
            surface.draw_path(&path);
            surface.set_fill(Some(fill(self.style.colour)));
        }
    }
}

/// A glyph that stands for a part of a text.
fn placed(glyph: skrifa::GlyphId, advance: f32, text: Range<usize>) -> KrillaGlyph {
    let glyph = GlyphId::new(glyph.to_u32());
    KrillaGlyph::new(glyph, advance, 0.0, 0.0, 0.0, text, None)
}

fn fill(Colour(red, green, blue): Colour) -> Fill {
    Fill {
        paint: rgb::Color::new(red, green, blue).into(),
        opacity: NormalizedF32::ONE,
        rule: FillRule::NonZero,
    }
}
