//! Matching and ordering: a list of choices beside each line, which works with a keyboard and
//! without script. With script the lines of an order can be moved up and down as well.

use domain::course::{LearnerQuestion, Piece, QuestionKind};
use leptos::prelude::*;
use services::learning::AnswerKept;

use super::question::given;
use super::{Sheet, lang};
use crate::components::icon::Icon;
use crate::markup::{IntoMarkup, Markup};

/// Each row with the list of what can belong to it.
pub(super) fn matching(
    sheet: &Sheet<'_>,
    question: &LearnerQuestion,
    kept: Option<&AnswerKept>,
) -> Markup {
    let (lang, given) = (lang(sheet), given(sheet, question, kept));
    let rows = (1_usize..)
        .zip(&question.rows)
        .map(|(number, row)| {
            let options = question.pieces.iter().map(|piece| {
                let value = format!("{number}-{}", piece.name);
                let text = unmarked(&piece.html);
                (value, text)
            });
            let id = format!("q-{}-{number}", question.id);
            let control = select(sheet, question, &id, options.collect(), &given);
            view! {
                <li>
                    <label for=id lang=lang inner_html=row.clone()></label>
                    {control}
                </li>
            }
        })
        .collect_view();
    view! { <ul class="lines">{rows}</ul> }.into_markup()
}

/// Each item with the list of places; those that were put in order stand so.
pub(super) fn ordering(
    sheet: &Sheet<'_>,
    question: &LearnerQuestion,
    kept: Option<&AnswerKept>,
) -> Markup {
    let given = given(sheet, question, kept);
    let place = |piece: &Piece| {
        let named = |value: &&String| value.starts_with(&format!("{}-", piece.name));
        let value = given.iter().find(named)?;
        value.rsplit_once('-')?.1.parse::<usize>().ok()
    };
    let mut pieces: Vec<(usize, &Piece)> = (1..).zip(&question.pieces).collect();
    // What has no place yet stays where it was shown, below what has one.
    pieces.sort_by_key(|(_, piece)| place(piece).unwrap_or(usize::MAX));
    let items = pieces
        .into_iter()
        .map(|(number, piece)| item(sheet, question, piece, number, &given))
        .collect_view();
    let hint = sheet.words.say("ordering-hint");
    view! {
        <p class="hint">{hint}</p>
        <ol class="lines ordering">{items}</ol>
        <p class="visually-hidden" aria-live="polite" data-moved=""></p>
    }
    .into_markup()
}

fn item(
    sheet: &Sheet<'_>,
    question: &LearnerQuestion,
    piece: &Piece,
    number: usize,
    given: &[String],
) -> impl IntoView + use<> {
    let (words, lang) = (sheet.words, lang(sheet));
    let all = question.pieces.len();
    let options = (1..=all).map(|place| {
        let text = words.say_with("place-of", [("n", place.into()), ("all", all.into())]);
        (format!("{}-{place}", piece.name), text)
    });
    let id = format!("q-{}-{number}", question.id);
    let control = select(sheet, question, &id, options.collect(), given);
    let label = format!("{id}-label");
    let button = |way: &'static str, icon: &'static str, key: &str| {
        let (own, named_by) = (format!("{id}-{way}"), format!("{id}-{way} {label}"));
        let word = words.say(key);
        view! {
            <button type="button" class="button small quiet" id=own data-move=way aria-labelledby=named_by>
                <Icon name=icon/><span class="visually-hidden">{word}</span>
            </button>
        }
        .into_markup()
    };
    let (up, down) = (
        button("up", "up", "move-up"),
        button("down", "down", "move-down"),
    );
    view! {
        <li data-piece=piece.name.clone()>
            <label for=id id=label lang=lang inner_html=piece.html.clone()></label>
            {control}
            <span class="move">{up}{down}</span>
        </li>
    }
}

fn select(
    sheet: &Sheet<'_>,
    question: &LearnerQuestion,
    id: &str,
    options: Vec<(String, String)>,
    given: &[String],
) -> Markup {
    let options = options
        .into_iter()
        .map(|(value, text)| {
            let selected = given.contains(&value);
            view! { <option value=value selected=selected inner_html=text></option> }
        })
        .collect_view();
    let name = format!("q-{}", question.id);
    view! {
        <select class="input" id=id.to_owned() name=name autocomplete="off">
            <option value="">{sheet.words.say("line-choose")}</option>
            {options}
        </select>
    }
    .into_markup()
}

/// The lines for somebody who reads only, and what belongs to them.
pub(super) fn to_read(sheet: &Sheet<'_>, question: &LearnerQuestion) -> Markup {
    let lang = lang(sheet);
    let list = |lines: Vec<String>| {
        let lines = lines
            .into_iter()
            .map(|line| view! { <li inner_html=line></li> })
            .collect_view();
        view! { <ul lang=lang>{lines}</ul> }.into_markup()
    };
    let pieces = question.pieces.iter().map(|piece| piece.html.clone());
    let pieces = list(pieces.collect());
    match question.kind {
        QuestionKind::Matching => {
            let between = sheet.words.say("matching-with");
            view! { {list(question.rows.clone())} <p>{between}</p> {pieces} }.into_markup()
        }
        QuestionKind::Ordering => pieces,
        _ => ().into_markup(),
    }
}

/// The letters of clean HTML, still escaped: a list of choices shows no markup.
fn unmarked(html: &str) -> String {
    let mut pieces = html.split('<');
    let first = pieces.next().unwrap_or_default().to_owned();
    pieces.fold(first, |text, piece| {
        text + piece.split_once('>').map_or("", |(_, after)| after)
    })
}

#[cfg(test)]
mod tests {
    use super::unmarked;

    #[test]
    fn a_list_of_choices_shows_letters_and_never_markup() {
        assert_eq!(
            unmarked("A <em>b</em> &lt;script&gt; &amp; <a href=\"/x\">c</a>"),
            "A b &lt;script&gt; &amp; c"
        );
    }
}
