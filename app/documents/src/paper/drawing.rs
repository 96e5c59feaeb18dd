//! Pictures made of filled shapes: they stay sharp, are small, and need no reader of images.

use std::f32::consts::TAU;

use krilla::geom::{Path, PathBuilder, Rect, Transform};

use super::style::Colour;
use crate::qr::Modules;

/// A picture of filled shapes.
#[derive(Clone, Debug, PartialEq)]
pub struct Drawing {
    /// Its width, in units of its own.
    width: f32,
    /// Its height, in the same units.
    height: f32,
    shapes: Vec<(Colour, Vec<Shape>)>,
}

#[derive(Clone, Debug, PartialEq)]
enum Shape {
    /// Left, top, width, height.
    Box([f32; 4]),
    /// Corners.
    Polygon(Vec<(f32, f32)>),
}

/// Reflex blue and yellow as the graphics guide to the European emblem gives them for screens
/// (annex A1 of the Interinstitutional Style Guide).
const EU_BLUE: Colour = Colour(0, 51, 153);
const EU_YELLOW: Colour = Colour(255, 204, 0);

impl Drawing {
    /// The emblem of the European Union, by the construction that the graphics guide gives: a
    /// field of 3 by 2; twelve stars on a circle of a third of its height, each within a circle of
    /// an eighteenth, all upright.
    #[must_use]
    pub fn european_emblem() -> Self {
        let (width, height) = (54.0, 36.0);
        let stars = (0..12_u8)
            .map(|hour| {
                let angle = TAU * f32::from(hour) / 12.0;
                let middle = (
                    width / 2.0 + height / 3.0 * angle.sin(),
                    height / 2.0 - height / 3.0 * angle.cos(),
                );
                Shape::Polygon(star(middle, height / 18.0))
            })
            .collect();
        Self {
            width,
            height,
            shapes: vec![
                (EU_BLUE, vec![Shape::Box([0.0, 0.0, width, height])]),
                (EU_YELLOW, stars),
            ],
        }
    }

    /// A text as a QR code with its quiet border. `None` when the text is longer than a code holds.
    #[must_use]
    pub fn qr(text: &str) -> Option<Self> {
        let modules = Modules::of(text)?;
        let side = modules.side as f32;
        let bars = modules
            .bars()
            .map(|(x, y, length)| Shape::Box([x as f32, y as f32, length as f32, 1.0]))
            .collect();
        Some(Self {
            width: side,
            height: side,
            shapes: vec![(Colour(0, 0, 0), bars)],
        })
    }

    /// How high it is when it is `width` wide.
    #[must_use]
    pub fn height_at(&self, width: f32) -> f32 {
        width / self.width * self.height
    }

    /// Its shapes at a place, each colour as one path.
    pub(super) fn paths(
        &self,
        left: f32,
        top: f32,
        width: f32,
    ) -> impl Iterator<Item = (Colour, Path)> {
        let scale = width / self.width;
        self.shapes.iter().filter_map(move |(colour, shapes)| {
            let mut path = PathBuilder::new();
            for shape in shapes {
                shape.add_to(&mut path);
            }
            let place = Transform::from_row(scale, 0.0, 0.0, scale, left, top);
            Some((*colour, path.finish()?.transform(place)?))
        })
    }
}

impl Shape {
    fn add_to(&self, path: &mut PathBuilder) {
        match self {
            Self::Box([left, top, width, height]) => {
                if let Some(rect) = Rect::from_xywh(*left, *top, *width, *height) {
                    path.push_rect(rect);
                }
            }
            Self::Polygon(corners) => {
                let mut corners = corners.iter();
                if let Some((x, y)) = corners.next() {
                    path.move_to(*x, *y);
                    corners.for_each(|(x, y)| path.line_to(*x, *y));
                    path.close();
                }
            }
        }
    }
}

/// The corners of an upright five-pointed star within a circle.
fn star((x, y): (f32, f32), radius: f32) -> Vec<(f32, f32)> {
    // Where the sides of a pentagram cross: cos 72° / cos 36° of the circle.
    let inner = radius * (TAU / 5.0).cos() / (TAU / 10.0).cos();
    (0..10_u8)
        .map(|corner| {
            let angle = TAU * f32::from(corner) / 10.0;
            let reach = if corner % 2 == 0 { radius } else { inner };
            (x + reach * angle.sin(), y - reach * angle.cos())
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_emblem_has_twelve_stars_within_its_field() {
        let emblem = Drawing::european_emblem();
        let stars = &emblem.shapes[1].1;
        assert_eq!(stars.len(), 12);
        for star in stars {
            let Shape::Polygon(corners) = star else {
                panic!("a star has corners");
            };
            assert_eq!(corners.len(), 10);
            assert!(
                corners
                    .iter()
                    .all(|(x, y)| (0.0..=54.0).contains(x) && (0.0..=36.0).contains(y))
            );
        }
    }

    #[test]
    fn a_code_is_square_and_refuses_what_it_cannot_hold() {
        let code = Drawing::qr("https://kaskada.example/s/KQ7F").expect("a code");
        assert_eq!(code.height_at(50.0), 50.0);
        assert_eq!(Drawing::qr(&"x".repeat(5000)), None);
    }
}
