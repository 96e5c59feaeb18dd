//! The part Thinking: reflection prompts, then questions.

use comrak::nodes::{Node, NodeValue};
use domain::course::{Prompt, Question, Slug, Thinking};

use crate::document::{Document, SECTION, Section, divide};
use crate::question;
use crate::render::plain_text;

/// Thinking with the lines of its questions' headings.
pub(crate) struct ThinkingPart {
    pub(crate) thinking: Thinking,
    pub(crate) question_lines: Vec<usize>,
}

/// Reads the part; `outcomes` are those of the front matter, where it could be read.
pub(crate) fn read<'d>(
    document: &Document<'d>,
    section: &Section<'d>,
    outcomes: Option<&[Slug]>,
) -> Option<ThinkingPart> {
    let (before, sections) = divide(document, &section.nodes, SECTION);
    let prompts = prompts(document, section.line, &before);
    let questions: Vec<Option<Question>> = sections
        .iter()
        .map(|section| question::read(document, section, outcomes))
        .collect();
    let questions: Vec<Question> = questions.into_iter().collect::<Option<_>>()?;
    let question_lines: Vec<usize> = sections.iter().map(|section| section.line).collect();
    check_questions(document, section.line, &questions, &question_lines);
    Some(ThinkingPart {
        thinking: Thinking {
            prompts: prompts?,
            questions,
        },
        question_lines,
    })
}

fn prompts<'d>(document: &Document<'d>, line: usize, nodes: &[Node<'d>]) -> Option<Vec<Prompt>> {
    let list = match nodes {
        [list] if matches!(list.data().value, NodeValue::List(_)) => list,
        _ => {
            document.findings.add(line, "Thinking begins with one list of one to three reflection prompts, each on a line that begins with a hyphen.");
            return None;
        }
    };
    let texts: Vec<String> = list.children().map(|item| plain_text(item)).collect();
    if texts.len() > 3 {
        document.report(
            list,
            format!(
                "Thinking has {} reflection prompts. Keep one to three.",
                texts.len()
            ),
        );
    }
    (1..)
        .zip(texts)
        .map(|(number, text)| {
            Some(Prompt {
                id: format!("p{number}").parse().ok()?,
                text,
            })
        })
        .collect()
}

fn check_questions(document: &Document<'_>, line: usize, questions: &[Question], lines: &[usize]) {
    for (index, (question, line)) in questions.iter().zip(lines).enumerate() {
        if questions[..index]
            .iter()
            .any(|earlier| earlier.id == question.id)
        {
            document.findings.add(
                *line,
                format!("Two questions of this unit are called “{}”.", question.id),
            );
        }
    }
    let automatic = questions
        .iter()
        .filter(|question| question.kind().is_marked_automatically())
        .count();
    if !(3..=5).contains(&automatic) {
        let message = format!(
            "This unit has {automatic} questions that are marked automatically. It needs three to five."
        );
        document.findings.add(line, message);
    }
    if questions.len() - automatic > 1 {
        document.findings.add(line, "This unit has more than one open question. Keep one at most: a trainer reads them all.");
    }
}
