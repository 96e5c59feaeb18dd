//! Markdown to clean HTML.
//!
//! Two nets: the renderer leaves raw HTML out, and what it writes passes through a sanitiser that
//! knows only the few elements a course needs.

use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

use ammonia::{Builder, UrlRelative};
use comrak::nodes::{Node, NodeValue};
use comrak::{Arena, Options, format_html, parse_document};

/// What Markdown means in a course: CommonMark with tables and the check boxes of options.
pub(crate) fn markdown() -> Options<'static> {
    let mut options = Options::default();
    options.extension.table = true;
    options.extension.tasklist = true;
    options
}

/// The HTML of some nodes, one after another.
pub(crate) fn html(nodes: &[Node<'_>]) -> String {
    let options = markdown();
    let mut written = String::new();
    for node in nodes {
        // Writing to a `String` cannot fail.
        let _ = format_html(node, &options, &mut written);
    }
    scrolling_tables(&clean(&written))
}

/// The HTML of what is inside a node, such as a table cell, without the node itself.
pub(crate) fn inner_html(node: Node<'_>) -> String {
    html(&node.children().collect::<Vec<_>>())
}

/// The HTML of some nodes; of a lone paragraph only its inside, so that it can stand in a label.
pub(crate) fn phrase_html(nodes: &[Node<'_>]) -> String {
    match nodes {
        [only] if matches!(only.data().value, NodeValue::Paragraph) => inner_html(only),
        _ => html(nodes),
    }
}

/// The HTML of a piece of Markdown.
pub(crate) fn fragment_html(source: &str) -> String {
    let arena = Arena::new();
    let root = parse_document(&arena, source, &markdown());
    phrase_html(&root.children().collect::<Vec<_>>())
}

/// The letters of a node without any markup.
pub(crate) fn plain_text(node: Node<'_>) -> String {
    let mut text = String::new();
    for inside in node.descendants() {
        match &inside.data().value {
            NodeValue::Text(letters) => text.push_str(letters),
            NodeValue::Code(code) => text.push_str(&code.literal),
            NodeValue::SoftBreak | NodeValue::LineBreak => text.push(' '),
            _ => {}
        }
    }
    text.trim().to_owned()
}

fn clean(html: &str) -> String {
    static SANITISER: LazyLock<Builder<'static>> = LazyLock::new(sanitiser);
    SANITISER.clean(html).to_string().trim().to_owned()
}

/// Puts each table into a region that scrolls by itself and can be reached with the keyboard, named
/// after the table's columns: on a phone a table may be wider than the page.
fn scrolling_tables(html: &str) -> String {
    let mut written = String::with_capacity(html.len());
    let mut rest = html;
    while let Some((before, table)) = rest.split_once("<table>") {
        let (table, after) = table.split_once("</table>").unwrap_or((table, ""));
        let columns = column_names(table);
        written.push_str(before);
        written.push_str(&format!(
            "<div class=\"table-scroll\" role=\"region\" tabindex=\"0\" aria-label=\"{columns}\">\
             <table>{table}</table></div>"
        ));
        rest = after;
    }
    written + rest
}

/// What the headings of a clean table say, ready to stand in an attribute.
fn column_names(table: &str) -> String {
    let headings = table.split_once("</thead>").map_or("", |(head, _)| head);
    let columns = headings.split("</th>").filter_map(|cell| {
        let (_, heading) = cell.split_once("<th")?;
        // Each piece but the first begins inside a tag, the first inside that of the heading.
        let letters = heading
            .split('<')
            .filter_map(|piece| Some(piece.split_once('>')?.1));
        let letters = letters.collect::<String>();
        (!letters.trim().is_empty()).then(|| letters.trim().replace('"', "&quot;"))
    });
    columns.collect::<Vec<_>>().join(", ")
}

fn sanitiser() -> Builder<'static> {
    let tags = [
        "a",
        "blockquote",
        "br",
        "code",
        "em",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "hr",
        "img",
        "li",
        "ol",
        "p",
        "pre",
        "strong",
        "table",
        "tbody",
        "td",
        "th",
        "thead",
        "tr",
        "ul",
    ];
    let attributes: [(&str, &[&str]); 3] = [
        ("a", &["href", "title"]),
        ("img", &["alt", "src", "title"]),
        ("ol", &["start"]),
    ];
    let mut builder = Builder::default();
    builder
        .tags(HashSet::from(tags))
        .tag_attributes(HashMap::from(
            attributes.map(|(tag, names)| (tag, names.iter().copied().collect())),
        ))
        .generic_attributes(HashSet::new())
        .url_schemes(HashSet::from(["http", "https", "mailto"]))
        .url_relative(UrlRelative::PassThrough)
        // Screen readers announce a cell with its column.
        .set_tag_attribute_value("th", "scope", "col")
        .link_rel(Some("noopener"));
    builder
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn script_and_javascript_links_never_survive() {
        let hostile = [
            "<script>alert(1)</script>",
            "a <img src=x onerror=alert(1)> b",
            "[x](javascript:alert(1))",
            "[x](JaVaScRiPt:alert(1))",
            "[x](&#106;avascript:alert(1))",
            "[x](data:text/html;base64,PHNjcmlwdD4=)",
            "![x](javascript:alert(1))",
            "<javascript:alert(1)>",
            "[a]: javascript:alert(1)\n\n[a]",
            "[x](https://a.example \"\\\" onclick=\\\"alert(1)\")",
        ];
        for source in hostile {
            let html = fragment_html(source).to_lowercase();
            for trace in [
                "<script",
                "href=\"javascript",
                "src=\"javascript",
                "data:text",
                "<img src=x",
                " onclick=\"",
                " onerror",
            ] {
                assert!(!html.contains(trace), "{trace} in {html}");
            }
        }
    }

    #[test]
    fn a_link_cannot_reach_back_into_the_page_that_opened_it() {
        let html = fragment_html("[a](https://a.example/) and [b](/courses)");
        assert!(
            html.contains("href=\"https://a.example/\" rel=\"noopener\""),
            "{html}"
        );
        assert!(html.contains("href=\"/courses\""), "{html}");
    }

    #[test]
    fn a_table_s_headings_belong_to_their_columns() {
        let html = fragment_html("| a | b |\n|---|:-:|\n| 1 | 2 |");
        assert!(
            html.contains("<th scope=\"col\">a</th>") && html.contains("<td>2</td>"),
            "{html}"
        );
    }

    #[test]
    fn a_table_scrolls_by_itself_under_the_name_of_its_columns() {
        let html = fragment_html("| A *b* | | \"C\" & d |\n|---|---|---|\n| 1 | 2 | 3 |\n\nAfter.");
        let region = "<div class=\"table-scroll\" role=\"region\" tabindex=\"0\" \
                      aria-label=\"A b, &quot;C&quot; &amp; d\"><table>";
        assert!(html.starts_with(region), "{html}");
        assert!(html.ends_with("</table></div>\n<p>After.</p>"), "{html}");
    }

    #[test]
    fn a_lone_paragraph_stands_in_a_label_as_it_is() {
        assert_eq!(fragment_html("one *two*"), "one <em>two</em>");
        assert_eq!(fragment_html("one\n\ntwo"), "<p>one</p>\n<p>two</p>");
    }

    proptest! {
        #[test]
        fn nothing_written_becomes_script(source in "[\\PC\n]{0,80}") {
            let html = fragment_html(&source).to_lowercase();
            prop_assert!(!html.contains("<script") && !html.contains("=\"javascript:"));
        }
    }
}
