//! The drawing of a cascade as a picture, for slides and letters.

use documents::paper::Colour;
use documents::picture::{Picture, Rounded};

use super::plan::{Frame, Kind, Plan, WIDTH};

const INK: Colour = Colour(0x1d, 0x2b, 0x2f);
const QUIET: Colour = Colour(0x4a, 0x5a, 0x60);
const BORDER: Colour = Colour(0x5c, 0x72, 0x78);
const GROUP: Colour = Colour(0xe9, 0xf1, 0xf1);
const LINE: Colour = Colour(0x8a, 0xa3, 0xa8);
const LANE: Colour = Colour(0xc4, 0xcf, 0xd1);
const WHITE: Colour = Colour(0xff, 0xff, 0xff);
/// Around the drawing.
const MARGIN: f32 = 16.0;

/// Whether the drawing can be read in a picture of a size that can be sent.
pub(super) fn fits(plan: &Plan) -> bool {
    Picture::fits(around(plan.width), around(plan.height))
}

fn around(length: usize) -> f32 {
    length as f32 + 2.0 * MARGIN
}

/// The drawing as PNG; none when it is so large that nothing in it could be read.
pub(super) fn png(plan: &Plan) -> Option<Vec<u8>> {
    let mut picture = Picture::begin(around(plan.width), around(plan.height))?;
    for (x, y, name) in &plan.heads {
        picture.write(name, place(*x, *y), 12.0, QUIET);
    }
    if let Some(y) = plan.lane {
        picture.line(&[place(1, y), place(plan.width, y)], 1.0, LANE);
    }
    // What is dim lies beneath what is bright.
    let mut lines: Vec<_> = plan.lines.iter().collect();
    lines.sort_by_key(|line| !line.dim);
    for line in lines {
        let ((x, y), (end, to)) = (line.from, line.to);
        let corners = [(x, y), (line.upright, y), (line.upright, to), (end, to)];
        let corners = corners.map(|(x, y)| place(x, y));
        picture.line(&corners, 1.5, faded(LINE, line.dim));
    }
    for stand in &plan.frames {
        stand_at(&mut picture, stand, plan.tall);
    }
    picture.png()
}

fn stand_at(picture: &mut Picture, stand: &Frame, tall: usize) {
    let (fill, border) = match stand.kind {
        Kind::Person => (WHITE, Some(faded(BORDER, stand.dim))),
        Kind::Group => (faded(GROUP, stand.dim), None),
    };
    picture.rounded(&Rounded {
        at: place(stand.x, stand.y),
        size: (WIDTH as f32, tall as f32),
        radius: 4.0,
        fill,
        border,
    });
    let (x, y) = stand.name_at(tall);
    picture.write(&stand.name, place(x, y), 14.0, faded(INK, stand.dim));
    if let Some(note) = &stand.note {
        let (x, y) = stand.note_at();
        picture.write(note, place(x, y), 11.0, QUIET);
    }
}

fn place(x: usize, y: usize) -> (f32, f32) {
    (x as f32 + MARGIN, y as f32 + MARGIN)
}

/// A colour on white, as the drawing's style fades it: to a quarter.
fn faded(Colour(red, green, blue): Colour, dim: bool) -> Colour {
    let fade = |part: u8| if dim { 255 - (255 - part) / 4 } else { part };
    Colour(fade(red), fade(green), fade(blue))
}
