//! The options of a choice question: `- [x] text` with the feedback as a quotation below.

use comrak::nodes::{Node, NodeValue};
use domain::course::{AnswerOption, QuestionKind};

use crate::document::Document;
use crate::render::phrase_html;

/// Reads the list of options and checks the key.
pub(crate) fn read<'d>(
    document: &Document<'d>,
    list: Node<'d>,
    kind: QuestionKind,
) -> Option<Vec<AnswerOption>> {
    let options: Vec<Option<AnswerOption>> =
        list.children().map(|item| option(document, item)).collect();
    // Only complete lists are checked further: a mistyped box would look like a missing key.
    let options: Vec<AnswerOption> = options.into_iter().collect::<Option<_>>()?;
    if let Some(problem) = problem_with_key(&options, kind) {
        document.report(list, problem);
        return None;
    }
    Some(options)
}

fn option<'d>(document: &Document<'d>, item: Node<'d>) -> Option<AnswerOption> {
    let right = match &item.data().value {
        NodeValue::TaskItem(task) => task.symbol.is_some(),
        _ => {
            document.report(
                item,
                "An option begins with [ ] or, when it is right, with [x].",
            );
            return None;
        }
    };
    let is_quote = |node: &Node<'d>| matches!(node.data().value, NodeValue::BlockQuote);
    let (quotes, text): (Vec<_>, Vec<_>) = item.children().partition(is_quote);
    let feedback: Vec<Node<'d>> = quotes.iter().flat_map(|quote| quote.children()).collect();
    if feedback.is_empty() {
        document.report(item, "This option has no feedback. Write it below the option as an indented line that begins with >.");
        return None;
    }
    Some(AnswerOption {
        html: phrase_html(&text),
        right,
        feedback_html: phrase_html(&feedback),
    })
}

fn problem_with_key(options: &[AnswerOption], kind: QuestionKind) -> Option<&'static str> {
    let right = options.iter().filter(|option| option.right).count();
    match kind {
        QuestionKind::TrueFalse if options.len() != 2 => {
            Some("A true-false question has exactly two options.")
        }
        _ if options.len() < 2 => Some("A choice question has at least two options."),
        QuestionKind::Multiple if right == 0 => Some("Mark at least one option as right with [x]."),
        QuestionKind::Multiple if right == options.len() => {
            Some("Leave at least one option wrong: otherwise there is nothing to tell apart.")
        }
        QuestionKind::Single | QuestionKind::TrueFalse if right != 1 => {
            Some("Mark exactly one option as right with [x].")
        }
        _ => None,
    }
}
