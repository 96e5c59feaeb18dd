//! The drawing of a cascade as SVG. The list beside it says the same.

use std::fmt::{Arguments, Write};

use html_escape::encode_text;
use services::institution::Lineage;

use super::plan::{Frame, Kind, Plan, WIDTH};
use crate::i18n::Words;

/// What a drawing that is a file of its own looks like; on a page, the style sheet says it.
const ALONE: &str = "<style>text{font:14px Inter,system-ui,sans-serif;fill:#1d2b2f}\
    .generation{font-size:12px;fill:#4a5a60}.note{font-size:11px;fill:#4a5a60}\
    rect{fill:#fff;stroke:#5c7278}.group rect{fill:#e9f1f1;stroke:none}\
    path{fill:none;stroke:#8aa3a8;stroke-width:1.5}.lane{stroke:#c4cfd1;stroke-dasharray:4 4}\
    .dim{opacity:.25}</style>";

/// Where a drawing is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shown {
    /// On a page, with the page's style.
    OnPage,
    /// As a file of its own.
    Alone,
}

/// The drawing as SVG.
pub(super) fn draw(words: Words, seen: &Lineage, plan: &Plan, shown: Shown) -> String {
    let mut svg = open(words, seen, plan, shown);
    for (x, y, name) in &plan.heads {
        let name = encode_text(name);
        let head = format_args!("<text class=\"generation\" x=\"{x}\" y=\"{y}\">{name}</text>");
        say(&mut svg, head);
    }
    if let Some(y) = plan.lane {
        let width = plan.width;
        say(
            &mut svg,
            format_args!("<path class=\"lane\" d=\"M1 {y} H{width}\"/>"),
        );
    }
    for line in &plan.lines {
        let ((x, y), (end, to)) = (line.from, line.to);
        say(
            &mut svg,
            format_args!(
                "<path class=\"edge{}\" d=\"M{x} {y} H{} V{to} H{end}\"><title>{}</title></path>",
                dim(line.dim),
                line.upright,
                encode_text(&line.says),
            ),
        );
    }
    for stand in &plan.frames {
        place(&mut svg, stand, plan.tall);
    }
    svg.push_str("</svg>");
    svg
}

fn open(words: Words, seen: &Lineage, plan: &Plan, shown: Shown) -> String {
    let name = seen.institution.name.as_str();
    let title = words.say_with("cascade-drawing", [("institution", name.into())]);
    let describe = words.say("cascade-drawing-what");
    let (namespace, style) = match shown {
        Shown::OnPage => ("", ""),
        Shown::Alone => (" xmlns=\"http://www.w3.org/2000/svg\"", ALONE),
    };
    let Plan { width, height, .. } = plan;
    format!(
        "<svg{namespace} class=\"cascade-drawing\" viewBox=\"0 0 {width} {height}\" \
         width=\"{width}\" height=\"{height}\" role=\"img\" \
         aria-labelledby=\"cascade-title\" aria-describedby=\"cascade-what\">\
         <title id=\"cascade-title\">{}</title><desc id=\"cascade-what\">{}</desc>{style}",
        encode_text(&title),
        encode_text(&describe),
    )
}

/// The people at a place.
fn place(svg: &mut String, stand: &Frame, tall: usize) {
    let (Frame { x, y, .. }, (name_x, name_y)) = (stand, stand.name_at(tall));
    let kind = match stand.kind {
        Kind::Person => "person",
        Kind::Group => "group",
    };
    say(
        svg,
        format_args!(
            "<g class=\"{kind}{}\"><title>{}</title>\
             <rect x=\"{x}\" y=\"{y}\" width=\"{WIDTH}\" height=\"{tall}\" rx=\"4\"/>\
             <text x=\"{name_x}\" y=\"{name_y}\">{}</text>",
            dim(stand.dim),
            encode_text(&stand.says),
            encode_text(&stand.name),
        ),
    );
    if let Some(note) = &stand.note {
        let ((x, y), note) = (stand.note_at(), encode_text(note));
        say(
            svg,
            format_args!("<text class=\"note\" x=\"{x}\" y=\"{y}\">{note}</text>"),
        );
    }
    svg.push_str("</g>");
}

fn dim(dim: bool) -> &'static str {
    if dim { " dim" } else { "" }
}

fn say(svg: &mut String, what: Arguments<'_>) {
    // Writing to a `String` cannot fail.
    let _ = svg.write_fmt(what);
}
