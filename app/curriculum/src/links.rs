//! What may not stand anywhere in a text: raw HTML, images without words, addresses that run.

use comrak::nodes::{Node, NodeValue};

use crate::document::Document;
use crate::render::plain_text;

/// Checks every image, link and piece of HTML in a body.
pub(crate) fn check<'d>(document: &Document<'d>) {
    let mut html_line = 0;
    for node in document.nodes.iter().flat_map(|node| node.descendants()) {
        match &node.data().value {
            NodeValue::HtmlBlock(_) | NodeValue::HtmlInline(_) => {
                // An element is two nodes, its opening and its closing: one finding is enough.
                let line = document.line(node);
                if line != html_line {
                    document
                        .findings
                        .add(line, "Raw HTML is never shown. Write it in Markdown.");
                }
                html_line = line;
            }
            NodeValue::Image(image) => check_image(document, node, &image.url),
            NodeValue::Link(link) if !is_safe_link(&link.url) => {
                let address = &link.url;
                document.report(node, format!("“{address}” is not an address that readers can follow. Use https://, mailto: or a path that begins with /."));
            }
            _ => {}
        }
    }
}

fn check_image<'d>(document: &Document<'d>, node: Node<'d>, address: &str) {
    if plain_text(node).is_empty() {
        document.report(
            node,
            "This image has no text alternative. Say between the square brackets what it shows.",
        );
    }
    if !is_own_path(address) {
        document.report(node, "Readers load nothing from other sites. Give the image an address that begins with a single /.");
    }
}

fn is_safe_link(address: &str) -> bool {
    let lower = address.to_ascii_lowercase();
    let known = ["https://", "http://", "mailto:", "#"]
        .iter()
        .any(|start| lower.starts_with(start));
    known || is_own_path(address)
}

fn is_own_path(address: &str) -> bool {
    address.starts_with('/') && !address.starts_with("//") && !address.contains('\\')
}
