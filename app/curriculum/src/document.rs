//! The body of a source file: Markdown, divided at its headings.
//!
//! Every heading moves down by one level when it is read, because on the page the unit's title is
//! the only heading of level 1. So a part, written `#`, is of level 2 here.

use comrak::nodes::{Node, NodeValue};
use comrak::{Arena, parse_document};

use crate::finding::FileFindings;
use crate::render::{markdown, plain_text};

/// The level of a part's heading.
pub(crate) const PART: u8 = 2;
/// The level of a heading that divides a part.
pub(crate) const SECTION: u8 = 3;

/// A body, parsed.
pub(crate) struct Document<'d> {
    pub(crate) nodes: Vec<Node<'d>>,
    lines: Vec<&'d str>,
    lines_before: usize,
    pub(crate) findings: FileFindings<'d>,
}

/// A heading with everything up to the next of its level.
pub(crate) struct Section<'d> {
    pub(crate) title: String,
    pub(crate) line: usize,
    pub(crate) nodes: Vec<Node<'d>>,
}

impl<'d> Document<'d> {
    pub(crate) fn parse(
        arena: &'d Arena<'d>,
        body: &'d str,
        lines_before: usize,
        findings: FileFindings<'d>,
    ) -> Self {
        let root = parse_document(arena, body, &markdown());
        let document = Self {
            nodes: root.children().collect(),
            lines: body.lines().collect(),
            lines_before,
            findings,
        };
        document.move_headings_down(root);
        document
    }

    fn move_headings_down(&self, root: Node<'d>) {
        // A description without parts may begin with a section.
        let mut above = PART;
        for node in root.descendants() {
            if let NodeValue::Heading(heading) = &mut node.data_mut().value {
                heading.level = (heading.level + 1).min(6);
            }
            if let NodeValue::Heading(heading) = &node.data().value {
                if heading.level > above + 1 {
                    self.report(node, "This heading skips a level. Use one # more than the heading above it, at most.");
                }
                above = heading.level;
            }
        }
    }

    /// The line of the file on which a node begins.
    pub(crate) fn line(&self, node: Node<'d>) -> usize {
        node.data().sourcepos.start.line + self.lines_before
    }

    pub(crate) fn report(&self, node: Node<'d>, message: impl Into<String>) {
        self.findings.add(self.line(node), message);
    }

    /// A node as it was written, with the lines' numbers in the file.
    pub(crate) fn written(&self, node: Node<'d>) -> Vec<(usize, &'d str)> {
        let position = node.data().sourcepos;
        let first = position.start.line.saturating_sub(1);
        let count = position.end.line.saturating_sub(first);
        let lines = self.lines.iter().skip(first).take(count).copied();
        (position.start.line + self.lines_before..)
            .zip(lines)
            .collect()
    }
}

/// Divides nodes at the headings of a level: what stands before the first, and the sections.
pub(crate) fn divide<'d>(
    document: &Document<'d>,
    nodes: &[Node<'d>],
    level: u8,
) -> (Vec<Node<'d>>, Vec<Section<'d>>) {
    let mut before = Vec::new();
    let mut sections: Vec<Section<'d>> = Vec::new();
    for node in nodes {
        let divides =
            matches!(&node.data().value, NodeValue::Heading(heading) if heading.level == level);
        if divides {
            sections.push(Section {
                title: plain_text(node),
                line: document.line(node),
                nodes: Vec::new(),
            });
        } else {
            sections
                .last_mut()
                .map_or(&mut before, |section| &mut section.nodes)
                .push(node);
        }
    }
    (before, sections)
}
