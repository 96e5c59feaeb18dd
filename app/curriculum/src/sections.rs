//! Sections that must stand under fixed headings in a fixed order.

use comrak::nodes::Node;

use crate::document::{Document, Section, divide};
use crate::render::html;

/// The headings expected at one place.
pub(crate) struct Expected<'e> {
    /// The headings, in order.
    pub(crate) titles: &'e [&'e str],
    /// Their level.
    pub(crate) level: u8,
    /// What they divide, for messages.
    pub(crate) inside: &'e str,
    /// The line to name when one is missing.
    pub(crate) line: usize,
}

/// Divides `nodes` and takes the expected sections in their order; what is missing, unknown,
/// repeated or out of order is reported. The nodes before the first heading come first.
pub(crate) fn expect<'d>(
    document: &Document<'d>,
    nodes: &[Node<'d>],
    expected: &Expected<'_>,
) -> (Vec<Node<'d>>, Vec<Option<Section<'d>>>) {
    let (before, found) = divide(document, nodes, expected.level);
    let hashes = "#".repeat(usize::from(expected.level - 1));
    let list = expected
        .titles
        .iter()
        .map(|title| format!("“{hashes} {title}”"))
        .collect::<Vec<_>>()
        .join(", ");
    let mut taken: Vec<Option<Section<'d>>> = expected.titles.iter().map(|_| None).collect();
    let mut last = 0;
    for section in found {
        let report = |message: String| document.findings.add(section.line, message);
        match expected
            .titles
            .iter()
            .position(|title| *title == section.title)
        {
            None => report(format!(
                "“{}” is not a heading of {}. It holds {list}.",
                section.title, expected.inside
            )),
            Some(place) if taken[place].is_some() => {
                report(format!(
                    "“{}” stands twice in {}.",
                    section.title, expected.inside
                ));
            }
            Some(place) => {
                if place < last {
                    report(format!(
                        "“{}” is out of order. The order in {} is {list}.",
                        section.title, expected.inside
                    ));
                }
                last = last.max(place);
                taken[place] = Some(section);
            }
        }
    }
    for (title, section) in expected.titles.iter().zip(&taken) {
        if section.is_none() {
            document.findings.add(
                expected.line,
                format!("“{hashes} {title}” is missing in {}.", expected.inside),
            );
        }
    }
    (before, taken)
}

/// The HTML of a section, which must hold something.
pub(crate) fn filled(document: &Document<'_>, section: Option<&Section<'_>>) -> Option<String> {
    let section = section?;
    if section.nodes.is_empty() {
        document.findings.add(
            section.line,
            format!(
                "“{}” is empty. Write its text below the heading.",
                section.title
            ),
        );
        return None;
    }
    Some(html(&section.nodes))
}

/// Reports text in a place where only headings may stand.
pub(crate) fn refuse_text<'d>(document: &Document<'d>, nodes: &[Node<'d>], place: &str) {
    if let Some(first) = nodes.first() {
        document.report(
            first,
            format!("This text stands {place}. Move it below a heading."),
        );
    }
}
