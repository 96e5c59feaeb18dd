//! Lines, boxes and letters as a PNG picture, on white.
//!
//! The letters are those of [`paper`](crate::paper): what a document can write, a picture can. The
//! whole of an SVG renderer would weigh several times as much and bring its own fonts' search.

use skrifa::outline::OutlinePen;
use tiny_skia::{Color, FillRule, LineJoin, Paint, PathBuilder, Pixmap, Stroke, Transform};

use crate::paper::{Colour, Face, Style, outline};

/// Most dots of a picture: each takes four bytes while it is drawn.
const DOTS: f32 = 8.0e6;
/// Dots to a unit of length, where they are not too many: sharp on paper and on dense screens.
const SHARP: f32 = 2.0;
/// Below this, letters can hardly be read.
const LEGIBLE: f32 = 0.6;

/// A picture that is being drawn. Lengths are units of its own, y downwards.
pub struct Picture {
    dots: Pixmap,
    scale: Transform,
}

/// A box with rounded corners.
pub struct Rounded {
    /// The left upper corner.
    pub at: (f32, f32),
    /// Width and height.
    pub size: (f32, f32),
    /// Of the corners.
    pub radius: f32,
    /// What fills it.
    pub fill: Colour,
    /// The line around it, if there is one.
    pub border: Option<Colour>,
}

impl Picture {
    /// Whether a picture of this size can be drawn.
    #[must_use]
    pub fn fits(width: f32, height: f32) -> bool {
        scale(width, height).is_some()
    }

    /// A white picture of this size. `None` when it is so large that its letters could not be read
    /// in a picture of a size that can be sent.
    #[must_use]
    pub fn begin(width: f32, height: f32) -> Option<Self> {
        let scale = scale(width, height)?;
        let side = |length: f32| (length * scale).ceil() as u32;
        let mut dots = Pixmap::new(side(width), side(height))?;
        dots.fill(Color::WHITE);
        Some(Self {
            dots,
            scale: Transform::from_scale(scale, scale),
        })
    }

    /// A line through these points.
    pub fn line(&mut self, points: &[(f32, f32)], width: f32, colour: Colour) {
        let [(x, y), rest @ ..] = points else { return };
        let mut path = PathBuilder::new();
        path.move_to(*x, *y);
        rest.iter().for_each(|(x, y)| path.line_to(*x, *y));
        if let Some(path) = path.finish() {
            let stroke = Stroke {
                width,
                line_join: LineJoin::Miter,
                ..Stroke::default()
            };
            self.dots
                .stroke_path(&path, &paint(colour), &stroke, self.scale, None);
        }
    }

    /// A box.
    pub fn rounded(&mut self, rounded: &Rounded) {
        let Some(path) = corners(rounded).finish() else {
            return;
        };
        let (dots, scale) = (&mut self.dots, self.scale);
        dots.fill_path(&path, &paint(rounded.fill), FillRule::Winding, scale, None);
        if let Some(border) = rounded.border {
            let stroke = Stroke::default();
            dots.stroke_path(&path, &paint(border), &stroke, scale, None);
        }
    }

    /// A line of text that begins at a point of its baseline.
    pub fn write(&mut self, text: &str, at: (f32, f32), size: f32, colour: Colour) {
        let mut letters = Letters(PathBuilder::new());
        let style = Style {
            face: Face::Sans,
            size,
            ..Style::BODY
        };
        outline(text, &style, at, &mut letters);
        if let Some(path) = letters.0.finish() {
            let (paint, rule) = (paint(colour), FillRule::Winding);
            self.dots.fill_path(&path, &paint, rule, self.scale, None);
        }
    }

    /// The picture as PNG; `None` when it cannot be written.
    #[must_use]
    pub fn png(&self) -> Option<Vec<u8>> {
        self.dots.encode_png().ok()
    }
}

/// Dots to a unit of length; none when there would be too few to read, or nothing to draw.
fn scale(width: f32, height: f32) -> Option<f32> {
    let scale = (DOTS / (width * height)).sqrt().min(SHARP);
    // Neither of these holds for what is no number.
    (scale >= LEGIBLE && width * height >= 1.0).then_some(scale)
}

fn paint(Colour(red, green, blue): Colour) -> Paint<'static> {
    let mut paint = Paint::default();
    paint.set_color_rgba8(red, green, blue, 255);
    paint
}

fn corners(rounded: &Rounded) -> PathBuilder {
    let ((left, top), (width, height)) = (rounded.at, rounded.size);
    let (right, bottom, by) = (left + width, top + height, rounded.radius);
    let mut path = PathBuilder::new();
    path.move_to(left + by, top);
    path.line_to(right - by, top);
    path.quad_to(right, top, right, top + by);
    path.line_to(right, bottom - by);
    path.quad_to(right, bottom, right - by, bottom);
    path.line_to(left + by, bottom);
    path.quad_to(left, bottom, left, bottom - by);
    path.line_to(left, top + by);
    path.quad_to(left, top, left + by, top);
    path.close();
    path
}

/// The outlines of letters on the way into a path.
struct Letters(PathBuilder);

impl OutlinePen for Letters {
    fn move_to(&mut self, x: f32, y: f32) {
        self.0.move_to(x, y);
    }

    fn line_to(&mut self, x: f32, y: f32) {
        self.0.line_to(x, y);
    }

    fn quad_to(&mut self, by_x: f32, by_y: f32, x: f32, y: f32) {
        self.0.quad_to(by_x, by_y, x, y);
    }

    fn curve_to(&mut self, one_x: f32, one_y: f32, two_x: f32, two_y: f32, x: f32, y: f32) {
        self.0.cubic_to(one_x, one_y, two_x, two_y, x, y);
    }

    fn close(&mut self) {
        self.0.close();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const BLACK: Colour = Colour(0, 0, 0);

    /// How many dots of a text of one line are not white.
    fn ink(text: &str) -> usize {
        let mut picture = Picture::begin(200.0, 30.0).expect("a picture");
        picture.write(text, (10.0, 20.0), 14.0, BLACK);
        let dots = picture.dots.pixels().iter();
        dots.filter(|dot| dot.red() < 128).count()
    }

    #[test]
    fn every_letter_of_the_regions_alphabets_is_drawn_and_told_from_its_neighbours() {
        for letters in ["ëe", "çc", "šs", "đd", "ćc", "žz", "ЂТ", "њн", "љл", "џц"] {
            let drawn: Vec<usize> = letters.chars().map(|one| ink(&one.to_string())).collect();
            assert!(drawn[0] > 0 && drawn[0] != drawn[1], "{letters}: {drawn:?}");
        }
        // What no typeface has is the same box for all.
        assert!(ink("王") > 0 && ink("王") == ink("字"));
        assert_ne!(ink("王"), ink("ë"));
    }

    #[test]
    fn a_picture_is_twice_as_dense_as_it_is_wide_and_shrinks_before_it_grows_too_large() {
        let picture = Picture::begin(100.0, 50.0).expect("a picture");
        assert_eq!((picture.dots.width(), picture.dots.height()), (200, 100));
        let large = Picture::begin(1000.0, 12_000.0).expect("a picture");
        assert!(large.dots.width() < 1000 && large.dots.width() > 600);
        for (width, height) in [(1000.0, 40_000.0), (0.0, 0.0), (f32::NAN, 1.0)] {
            assert!(Picture::begin(width, height).is_none());
        }
    }

    #[test]
    fn boxes_and_lines_stand_where_they_are_put() {
        let mut picture = Picture::begin(100.0, 50.0).expect("a picture");
        picture.rounded(&Rounded {
            at: (10.0, 10.0),
            size: (40.0, 20.0),
            radius: 4.0,
            fill: Colour(200, 0, 0),
            border: Some(BLACK),
        });
        picture.line(&[(60.0, 5.0), (60.0, 45.0), (90.0, 45.0)], 2.0, BLACK);
        let at = |x: u32, y: u32| {
            let dot = picture.dots.pixel(2 * x, 2 * y).expect("a dot");
            (dot.red(), dot.green())
        };
        assert_eq!((at(30, 20), at(30, 10)), ((200, 0), (0, 0)));
        assert_eq!(
            (at(60, 25), at(75, 45), at(5, 5)),
            ((0, 0), (0, 0), (255, 255))
        );
        let png = picture.png().expect("bytes");
        assert!(png.starts_with(b"\x89PNG\r\n\x1a\n"));
    }
}
