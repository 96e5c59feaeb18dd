//! A line of text as the outlines of its letters, for pictures.

use skrifa::instance::Size;
use skrifa::outline::{DrawSettings, OutlinePen};

use super::Style;
use super::fonts::cuts;
use super::shape::{Look, shape};

/// Draws a line of text that begins at `left` on its `baseline`, y downwards, with the same
/// letters, kerning and boxes for what no typeface has as a document.
pub(crate) fn outline(
    text: &str,
    style: &Style,
    (left, baseline): (f32, f32),
    pen: &mut impl OutlinePen,
) {
    let Some(cuts) = cuts() else { return };
    let mut pen = Shifted {
        left,
        baseline,
        pen,
    };
    for letter in shape(cuts, text, style).letters {
        match letter.look {
            Look::Glyph(cut, glyph) | Look::Marked(cut, glyph) => {
                let cut = &cuts[cut];
                if let Some(outline) = cut.outlines.get(glyph) {
                    let settings = DrawSettings::unhinted(Size::new(style.size), &cut.weight);
                    // A damaged glyph is left out, the others are drawn.
                    let _ = outline.draw(settings, &mut pen);
                }
            }
            Look::Unknown => {
                let (width, height) = (letter.advance, style.face.capital());
                pen.frame(width * style.size, height * style.size);
            }
        }
        pen.left += letter.advance * style.size;
    }
}

/// Turns a letter's own measure, y upwards, into that of the picture.
struct Shifted<'a, P> {
    left: f32,
    baseline: f32,
    pen: &'a mut P,
}

impl<P: OutlinePen> Shifted<'_, P> {
    /// An empty box that stands for a letter: one way around outside, the other way inside.
    fn frame(&mut self, width: f32, height: f32) {
        let inset = width * 0.1;
        let (right, top) = (width - inset, height);
        self.corners([(inset, 0.0), (right, 0.0), (right, top), (inset, top)]);
        let (left, right, bottom, top) = (2.0 * inset, right - inset, inset, top - inset);
        self.corners([(left, bottom), (left, top), (right, top), (right, bottom)]);
    }

    fn corners(&mut self, [first, rest @ ..]: [(f32, f32); 4]) {
        self.move_to(first.0, first.1);
        for (x, y) in rest {
            self.line_to(x, y);
        }
        self.close();
    }
}

impl<P: OutlinePen> OutlinePen for Shifted<'_, P> {
    fn move_to(&mut self, x: f32, y: f32) {
        self.pen.move_to(self.left + x, self.baseline - y);
    }

    fn line_to(&mut self, x: f32, y: f32) {
        self.pen.line_to(self.left + x, self.baseline - y);
    }

    fn quad_to(&mut self, by_x: f32, by_y: f32, x: f32, y: f32) {
        let (left, base) = (self.left, self.baseline);
        self.pen
            .quad_to(left + by_x, base - by_y, left + x, base - y);
    }

    fn curve_to(&mut self, one_x: f32, one_y: f32, two_x: f32, two_y: f32, x: f32, y: f32) {
        let (left, base) = (self.left, self.baseline);
        self.pen.curve_to(
            left + one_x,
            base - one_y,
            left + two_x,
            base - two_y,
            left + x,
            base - y,
        );
    }

    fn close(&mut self) {
        self.pen.close();
    }
}
