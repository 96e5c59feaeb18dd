//! The cascade as a drawing: a column per generation, stepped lines from trainers to those they
//! trained. The list beside it says the same.

use std::fmt::Write;

use domain::cascade::chart::Place;
use domain::ids::PersonId;
use html_escape::{encode_double_quoted_attribute, encode_text};
use services::institution::Lineage;

use crate::i18n::Words;

/// From the left edge of a column to the next.
const COLUMN: usize = 300;
/// Width of a place.
const WIDTH: usize = 230;
/// From the top of a row to the next.
const ROW: usize = 40;
/// Height of a place.
const HEIGHT: usize = 30;
/// Room for the names of the generations.
const HEAD: usize = 34;
/// Characters of a name that fit a place.
const FITTING: usize = 28;

/// What a drawing that is a file of its own looks like; on a page, the style sheet says it.
const ALONE: &str = "<style>text{font:14px system-ui,sans-serif;fill:#1d2b2f}\
    .generation{font-size:12px;fill:#4a5a60}\
    rect{fill:#fff;stroke:#5c7278}.group rect{fill:#e9f1f1;stroke:none}\
    path{fill:none;stroke:#8aa3a8;stroke-width:1.5}.dim{opacity:.25}</style>";

/// Where a drawing is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shown {
    /// On a page, with the page's style.
    OnPage,
    /// As a file of its own.
    Alone,
}

/// The drawing as SVG; the eye may be on one person.
pub(super) fn draw(words: Words, seen: &Lineage, focus: Option<PersonId>, shown: Shown) -> String {
    let places = &seen.chart.places;
    let rows = rows(places);
    let bright = focus.map(|person| seen.chart.around(person));
    let dim = |at: &usize| match &bright {
        Some(bright) if !bright.is_empty() && !bright.contains(at) => " dim",
        _ => "",
    };
    let columns = seen.chart.generations() as usize * COLUMN;
    let width = columns.saturating_sub(COLUMN - WIDTH) + 2;
    let height = HEAD + rows.iter().max().map_or(0, |last| (last + 1) * ROW);
    let mut svg = open(words, seen, width, height, shown);
    for generation in 0..seen.chart.generations() {
        let name = words.say_with("generation", [("number", generation.into())]);
        let x = generation as usize * COLUMN + 1;
        say(
            &mut svg,
            format_args!(
                "<text class=\"generation\" x=\"{x}\" y=\"16\">{}</text>",
                encode_text(&name)
            ),
        );
    }
    for (at, place) in places.iter().enumerate() {
        for trainer in &place.above {
            let both = [at, *trainer];
            let dim = both.iter().map(dim).max().unwrap_or_default();
            line(
                &mut svg,
                dim,
                corner(places, &rows, *trainer),
                corner(places, &rows, at),
            );
        }
    }
    for (at, place) in places.iter().enumerate() {
        stand(
            &mut svg,
            words,
            seen,
            place,
            dim(&at),
            corner(places, &rows, at),
        );
    }
    svg.push_str("</svg>");
    svg
}

fn open(words: Words, seen: &Lineage, width: usize, height: usize, shown: Shown) -> String {
    let name = seen.institution.name.as_str();
    let title = words.say_with("cascade-drawing", [("institution", name.into())]);
    let describe = words.say("cascade-drawing-what");
    let (namespace, style) = match shown {
        Shown::OnPage => ("", ""),
        Shown::Alone => (" xmlns=\"http://www.w3.org/2000/svg\"", ALONE),
    };
    format!(
        "<svg{namespace} class=\"cascade-drawing\" viewBox=\"0 0 {width} {height}\" \
         width=\"{width}\" height=\"{height}\" role=\"img\" \
         aria-labelledby=\"cascade-title\" aria-describedby=\"cascade-what\">\
         <title id=\"cascade-title\">{}</title><desc id=\"cascade-what\">{}</desc>{style}",
        encode_text(&title),
        encode_text(&describe),
    )
}

/// The row of each place: beside its first trainer, or below the place before it in the column.
fn rows(places: &[Place]) -> Vec<usize> {
    let mut rows: Vec<usize> = Vec::with_capacity(places.len());
    let mut column = None;
    let mut free = 0;
    for place in places {
        if column != Some(place.generation) {
            (column, free) = (Some(place.generation), 0);
        }
        let beside = place.above.first().and_then(|trainer| rows.get(*trainer));
        let row = beside.copied().unwrap_or_default().max(free);
        rows.push(row);
        free = row + 1;
    }
    rows
}

/// The left upper corner of a place.
fn corner(places: &[Place], rows: &[usize], at: usize) -> (usize, usize) {
    let x = places[at].generation as usize * COLUMN + 1;
    (x, HEAD + rows[at] * ROW)
}

/// A stepped line from a trainer's right edge to the left edge of those they trained; to the right
/// edge of those who stand in an earlier column or the same. Each row of trainers has an upright of
/// its own between the columns, so that lines can be told apart.
fn line(svg: &mut String, dim: &str, (x, y): (usize, usize), (to_x, to_y): (usize, usize)) {
    let upright = x + WIDTH + 10 + (y / ROW % 8) * 7;
    let end = if to_x > x { to_x } else { to_x + WIDTH };
    say(
        svg,
        format_args!(
            "<path class=\"edge{dim}\" d=\"M{} {} H{upright} V{} H{end}\"/>",
            x + WIDTH,
            y + HEIGHT / 2,
            to_y + HEIGHT / 2,
        ),
    );
}

/// The people at a place.
fn stand(
    svg: &mut String,
    words: Words,
    seen: &Lineage,
    place: &Place,
    dim: &str,
    (x, y): (usize, usize),
) {
    let (kind, whole) = match place.people.as_slice() {
        [one] => ("person", super::name(words, seen, *one)),
        several => (
            "group",
            words.say_with("cascade-group", [("count", several.len().into())]),
        ),
    };
    let short = if whole.chars().count() > FITTING {
        let start: String = whole.chars().take(FITTING - 1).collect();
        format!("{start}…")
    } else {
        whole.clone()
    };
    say(
        svg,
        format_args!(
            "<g class=\"{kind}{dim}\"><title>{}</title>\
         <rect x=\"{x}\" y=\"{y}\" width=\"{WIDTH}\" height=\"{HEIGHT}\" rx=\"4\"/>\
         <text x=\"{}\" y=\"{}\">{}</text></g>",
            encode_double_quoted_attribute(&whole),
            x + 10,
            y + 20,
            encode_text(&short),
        ),
    );
}

fn say(svg: &mut String, what: std::fmt::Arguments<'_>) {
    // Writing to a `String` cannot fail.
    let _ = svg.write_fmt(what);
}
