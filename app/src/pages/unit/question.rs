//! Questions: for a visitor to read, for a learner to answer. Neither key nor feedback is in the
//! page before an answer has been saved.

use domain::assessment::{Answer, MAX_OPEN, MAX_SHORT, ReviewState, Verdict};
use domain::course::{LearnerQuestion, QuestionKind};
use leptos::prelude::*;
use services::learning::{AnswerKept, UnitRecord};

use super::{Sheet, lang, lines, reviewed};
use crate::components::field::{Labelled, problem_sentence};
use crate::components::icon::Icon;
use crate::components::saved_note::SavedNote;
use crate::components::status_word::{StatusWord, Tone};
use crate::components::text_area::TextArea;
use crate::i18n::Words;
use crate::islands::saved_form::SavedForm;
use crate::markup::{IntoMarkup, Markup};

/// The questions of the unit.
pub(super) fn questions(sheet: &Sheet<'_>) -> impl IntoView + use<> {
    let asked: Vec<LearnerQuestion> = sheet
        .view
        .text
        .thinking
        .questions
        .iter()
        .map(domain::course::Question::for_learner)
        .collect();
    let all = asked.len();
    let each = (1_usize..)
        .zip(&asked)
        .map(|(n, question)| match sheet.learner {
            Some((_, record)) if is_accepted(record, question) => {
                accepted(sheet, record, question, (n, all))
            }
            Some((person, record)) => {
                let kept = record.answers.get(question.id.as_str());
                let place = format!("{person} {} q-{}", sheet.view.place.id, question.id);
                let form = form(sheet, question, (n, all), kept).into_markup();
                view! { <SavedForm place auto=true>{form}</SavedForm> }.into_markup()
            }
            None => to_read(sheet, question, (n, all)).into_markup(),
        })
        .collect_view();
    view! { <h3>{sheet.words.say("questions-title")}</h3> {each} }
}

/// "Question 2 of 4" and what is asked.
fn asked(
    sheet: &Sheet<'_>,
    question: &LearnerQuestion,
    (n, all): (usize, usize),
) -> (Markup, Markup) {
    let number = sheet
        .words
        .say_with("question-of", [("n", n.into()), ("all", all.into())]);
    let (first, rest) = first_paragraph(&question.stem_html);
    let lang = lang(sheet);
    let head = view! { <span class="number-of">{number}</span><span lang=lang inner_html=first.to_owned()></span> };
    let rest = (!rest.is_empty())
        .then(|| view! { <div class="prose" lang=lang inner_html=rest.to_owned()></div> });
    (head.into_markup(), rest.into_markup())
}

/// The inside of the first paragraph, which can stand in a legend, and all after it.
fn first_paragraph(html: &str) -> (&str, &str) {
    html.strip_prefix("<p>")
        .and_then(|inside| inside.split_once("</p>"))
        .unwrap_or(("", html))
}

fn to_read(
    sheet: &Sheet<'_>,
    question: &LearnerQuestion,
    number: (usize, usize),
) -> impl IntoView + use<> {
    let (head, rest) = asked(sheet, question, number);
    let lang = lang(sheet);
    let options = question
        .options
        .iter()
        .map(|option| view! { <li inner_html=option.clone()></li> })
        .collect_view();
    let options = (!question.options.is_empty()).then(|| view! { <ul lang=lang>{options}</ul> });
    let lines = lines::to_read(sheet, question);
    view! { <div class="question"><p class="asked">{head}</p>{rest}{options}{lines}</div> }
}

fn form(
    sheet: &Sheet<'_>,
    question: &LearnerQuestion,
    number: (usize, usize),
    kept: Option<&AnswerKept>,
) -> impl IntoView + use<> {
    let words = sheet.words;
    let field = format!("q-{}", question.id);
    let (head, rest) = asked(sheet, question, number);
    let problem = sheet
        .flash
        .problem(&field)
        .map(|problem| problem_sentence(words, problem));
    let known = kept.map_or(0, |kept| kept.saved_at.0);
    let action = sheet.action("answers");
    let check = if question.kind == QuestionKind::Open {
        "hand-in"
    } else {
        "check-answer"
    };
    let is_typed = matches!(
        question.kind,
        QuestionKind::Numeric | QuestionKind::Short | QuestionKind::Open
    );
    let control = match question.kind {
        QuestionKind::Single | QuestionKind::TrueFalse | QuestionKind::Multiple => {
            choices(sheet, question, kept)
        }
        QuestionKind::Matching => lines::matching(sheet, question, kept),
        QuestionKind::Ordering => lines::ordering(sheet, question, kept),
        QuestionKind::Numeric | QuestionKind::Short | QuestionKind::Open => {
            typed(sheet, question, kept)
        }
    };
    let problem_id = format!("{field}-problem");
    let described = problem.is_some().then(|| problem_id.clone());
    view! {
        <form class="no-print" method="post" action=action>
            <input type="hidden" name="question" value=question.id.to_string()/>
            <input type="hidden" name="save_key" value=format!("{}-{}", sheet.save_key, number.0)/>
            <input type="hidden" name="known" value=known/>
            <fieldset class="question" id=(!is_typed).then(|| field.clone()) aria-describedby=described>
                <legend>{head}</legend>
                {rest}
                {control}
                {problem.map(|problem| view! {
                    <p class="field-error" id=problem_id><Icon name="warning"/><span>{problem}</span></p>
                })}
                <p class="actions"><button class="button small" name="check" value="yes">{words.say(check)}</button></p>
                <div id=format!("state-{field}") role="status">{kept.map(|kept| state(sheet, question, kept))}</div>
            </fieldset>
        </form>
    }
}

fn choices(sheet: &Sheet<'_>, question: &LearnerQuestion, kept: Option<&AnswerKept>) -> Markup {
    let kind = if question.kind == QuestionKind::Multiple {
        "checkbox"
    } else {
        "radio"
    };
    let field = format!("q-{}", question.id);
    let given = given(sheet, question, kept);
    let lang = lang(sheet);
    let options = (0_u16..)
        .zip(&question.options)
        .map(|(index, option)| {
            view! {
                <label class="choice">
                    <input type=kind name=field.clone() value=index checked=given.contains(&index.to_string())/>
                    <span lang=lang inner_html=option.clone()></span>
                </label>
            }
        })
        .collect_view();
    options.into_markup()
}

/// The values chosen: those of a form that was refused, else those of the answer that counts.
pub(super) fn given(
    sheet: &Sheet<'_>,
    question: &LearnerQuestion,
    kept: Option<&AnswerKept>,
) -> Vec<String> {
    if let Some(typed) = sheet.flash.values.get(&format!("q-{}", question.id)) {
        return typed.split(' ').map(str::to_owned).collect();
    }
    let question = sheet.view.text.question(question.id.as_str());
    kept.zip(question)
        .map(|(kept, question)| kept.answer.to_form(question))
        .unwrap_or_default()
}

fn typed(sheet: &Sheet<'_>, question: &LearnerQuestion, kept: Option<&AnswerKept>) -> Markup {
    let words = sheet.words;
    let field = format!("q-{}", question.id);
    let before = match kept.map(|kept| &kept.answer) {
        Some(Answer::Number(text) | Answer::Text(text)) => text.clone(),
        _ => String::new(),
    };
    let value = sheet.flash.value(&field, &before);
    let label = words.say("your-answer");
    if question.kind == QuestionKind::Open {
        let max_length = u32::try_from(MAX_OPEN).unwrap_or(u32::MAX);
        let described_by = format!("{field}-hint");
        return view! {
            <Labelled name=field.clone() label hint=Some(words.say("a-trainer-reads-this"))>
                <TextArea name=field value max_length described_by/>
            </Labelled>
        }
        .into_markup();
    }
    let mode = (question.kind == QuestionKind::Numeric).then_some("decimal");
    view! {
        <Labelled name=field.clone() label>
            <input
                class="short"
                id=field.clone()
                name=field
                value=value
                inputmode=mode
                maxlength=MAX_SHORT
                autocomplete="off"
            />
        </Labelled>
    }
    .into_markup()
}

/// When an answer was saved, and what is said about it.
pub(super) fn state(sheet: &Sheet<'_>, question: &LearnerQuestion, kept: &AnswerKept) -> Markup {
    let (words, now) = (sheet.words, sheet.now);
    let said = if question.kind == QuestionKind::Open {
        handed_in(sheet, question, kept)
    } else {
        feedback(sheet, question, kept).into_markup()
    };
    view! {
        <div data-known=kept.saved_at.0><SavedNote words at=kept.saved_at now/></div>
        {said}
    }
    .into_markup()
}

/// How an open answer stands with the trainers; what was only saved is not handed in yet.
fn handed_in(sheet: &Sheet<'_>, question: &LearnerQuestion, kept: &AnswerKept) -> Markup {
    let record = sheet.record();
    let handed_in = record.and_then(|record| record.handed_in.get(question.id.as_str()));
    let Some(handed_in) = handed_in else {
        return view! { <p class="saved-note waiting">{sheet.words.say("answer-not-handed-in")}</p> }
            .into_markup();
    };
    let same = matches!(&kept.answer, Answer::Text(text) if text.replace("\r\n", "\n") == handed_in.text.body);
    let changed = (!same).then(|| {
        view! { <p class="saved-note waiting">{sheet.words.say("answer-changed-since")}</p> }
    });
    view! { {changed} {reviewed::standing(sheet, handed_in)} }.into_markup()
}

fn is_accepted(record: &UnitRecord, question: &LearnerQuestion) -> bool {
    record
        .handed_in
        .get(question.id.as_str())
        .is_some_and(|handed_in| handed_in.state() == ReviewState::Accepted)
}

/// An open question whose answer a trainer has accepted.
fn accepted(
    sheet: &Sheet<'_>,
    record: &UnitRecord,
    question: &LearnerQuestion,
    number: (usize, usize),
) -> Markup {
    let (head, rest) = asked(sheet, question, number);
    let text = record.handed_in.get(question.id.as_str());
    let text = text.map(|handed_in| reviewed::accepted(sheet, handed_in));
    let id = format!("q-{}", question.id);
    view! { <div class="question" id=id><p class="asked">{head}</p>{rest}{text}</div> }
        .into_markup()
}

/// The mark as a word, and what is said about each thing chosen or typed.
fn feedback(
    sheet: &Sheet<'_>,
    question: &LearnerQuestion,
    kept: &AnswerKept,
) -> impl IntoView + use<> {
    let verdict = kept.mark.verdict();
    let class = match verdict {
        Verdict::Right => "feedback right",
        Verdict::Wrong => "feedback wrong",
        Verdict::Partly | Verdict::Waiting => "feedback",
    };
    let lang = lang(sheet);
    let several = kept.mark.feedback.len() > 1;
    let said = kept
        .mark
        .feedback
        .iter()
        .map(|feedback| {
            let option = feedback.option.filter(|_| several);
            let option = option.and_then(|option| spoken_of(question, usize::from(option)));
            let word = several.then(|| verdict_word(sheet.words, if feedback.right { Verdict::Right } else { Verdict::Wrong }));
            view! {
                <div lang=lang>
                    {option.map(|option| view! { <p>{word} " " <span inner_html=option></span></p> })}
                    <div inner_html=feedback.html.clone()></div>
                </div>
            }
        })
        .collect_view();
    view! { <div class=class><p>{verdict_word(sheet.words, verdict)}</p>{said}</div> }
}

/// What feedback with this number speaks of.
fn spoken_of(question: &LearnerQuestion, number: usize) -> Option<String> {
    match question.kind {
        QuestionKind::Matching => question.rows.get(number).cloned(),
        QuestionKind::Ordering => question.pieces.get(number).map(|piece| piece.html.clone()),
        _ => question.options.get(number).cloned(),
    }
}

fn verdict_word(words: Words, verdict: Verdict) -> impl IntoView + use<> {
    let (tone, icon) = match verdict {
        Verdict::Right => (Tone::Done, "done"),
        Verdict::Partly => (Tone::Progress, "progress"),
        Verdict::Wrong => (Tone::Failed, "failed"),
        Verdict::Waiting => (Tone::Quiet, "behind"),
    };
    view! { <StatusWord tone icon word=words.say(&format!("verdict-{}", verdict.code()))/> }
}

#[cfg(test)]
mod tests {
    use super::first_paragraph;

    #[test]
    fn only_the_first_paragraph_of_a_question_stands_in_its_legend() {
        assert_eq!(first_paragraph("<p>Which?</p>"), ("Which?", ""));
        assert_eq!(
            first_paragraph("<p>Read.</p>\n<ul></ul>"),
            ("Read.", "\n<ul></ul>")
        );
        assert_eq!(first_paragraph("<ul></ul>"), ("", "<ul></ul>"));
    }
}
