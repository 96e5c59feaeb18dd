//! The lines of a matching or an ordering question: a list whose items carry their feedback as a
//! quotation, and in matching the choice that belongs to them as a list of one inside.

use comrak::nodes::{ListType, Node, NodeValue};
use domain::course::{Key, MatchRow, OrderItem};

use crate::document::Document;
use crate::render::phrase_html;

/// One item of the list.
struct Line {
    html: String,
    /// What stands in a list inside it.
    inside: Vec<String>,
    feedback_html: String,
}

/// Reads rows such as `- row`, below it `  - choice` and `  > feedback`.
pub(crate) fn matching<'d>(document: &Document<'d>, list: Node<'d>) -> Option<Key> {
    let mut choices: Vec<String> = Vec::new();
    let mut rows = Vec::new();
    for (item, line) in read(document, list)? {
        let [choice] = &line.inside[..] else {
            document.report(item, "A row of a matching question has exactly one choice. Write it below the row as an indented line that begins with a hyphen.");
            return None;
        };
        let known = choices.iter().position(|known| known == choice);
        let place = known.unwrap_or_else(|| {
            choices.push(choice.clone());
            choices.len() - 1
        });
        rows.push(MatchRow {
            html: line.html,
            choice: u16::try_from(place).ok()?,
            feedback_html: line.feedback_html,
        });
    }
    if choices.len() < 2 {
        document.report(
            list,
            "A matching question has at least two different choices.",
        );
        return None;
    }
    Some(Key::Matching { rows, choices })
}

/// Reads items such as `1. item`, below it `   > feedback`, in the right order.
pub(crate) fn ordering<'d>(document: &Document<'d>, list: Node<'d>) -> Option<Key> {
    let is_numbered =
        matches!(&list.data().value, NodeValue::List(list) if list.list_type == ListType::Ordered);
    if !is_numbered {
        document.report(
            list,
            "The items of an ordering question are numbered: “1. text”, in the right order.",
        );
        return None;
    }
    let mut items: Vec<OrderItem> = Vec::new();
    for (item, line) in read(document, list)? {
        if !line.inside.is_empty() {
            document.report(item, "An item of an ordering question holds no list.");
            return None;
        }
        if items.iter().any(|earlier| earlier.html == line.html) {
            document.report(
                item,
                "This item stands twice: nobody could tell the two apart.",
            );
            return None;
        }
        items.push(OrderItem {
            html: line.html,
            feedback_html: line.feedback_html,
        });
    }
    if items.len() < 3 {
        document.report(list, "An ordering question has at least three items.");
        return None;
    }
    Some(Key::Ordering { items })
}

fn read<'d>(document: &Document<'d>, list: Node<'d>) -> Option<Vec<(Node<'d>, Line)>> {
    // Every item is looked at, so that an author sees all that is wrong at once.
    let lines: Vec<Option<(Node<'d>, Line)>> = list
        .children()
        .map(|item| Some((item, line(document, item)?)))
        .collect();
    lines.into_iter().collect()
}

fn line<'d>(document: &Document<'d>, item: Node<'d>) -> Option<Line> {
    if matches!(item.data().value, NodeValue::TaskItem(_)) {
        document.report(
            item,
            "Only the options of a choice question have a box. Leave it out here.",
        );
        return None;
    }
    let (mut text, mut inside, mut feedback) = (Vec::new(), Vec::new(), Vec::new());
    for node in item.children() {
        match &node.data().value {
            NodeValue::BlockQuote => feedback.extend(node.children()),
            NodeValue::List(_) => inside.extend(node.children()),
            _ => text.push(node),
        }
    }
    if text.is_empty() {
        document.report(item, "This line is empty.");
        return None;
    }
    if feedback.is_empty() {
        document.report(item, "This line has no feedback. Write it below the line as an indented line that begins with >.");
        return None;
    }
    let phrase = |node: Node<'d>| phrase_html(&node.children().collect::<Vec<_>>());
    Some(Line {
        html: phrase_html(&text),
        inside: inside.into_iter().map(phrase).collect(),
        feedback_html: phrase_html(&feedback),
    })
}
