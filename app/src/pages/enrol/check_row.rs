//! One row of the check table: what will happen to it, why, and what can be changed.

use domain::ids::PersonId;
use domain::roster::{CheckedRow, Decision, Problem, Verdict};
use leptos::prelude::*;
use services::enrolment::Prepared;

use crate::components::status_word::{StatusWord, Tone};
use crate::i18n::Words;
use crate::markup::IntoMarkup;

/// The row.
pub(super) fn row(
    words: Words,
    prepared: &Prepared,
    checked: &CheckedRow,
) -> impl IntoView + use<> {
    let number = checked.row.number;
    let class = match checked.verdict {
        Verdict::FixNeeded(_) => "problem",
        Verdict::SamePerson(_) | Verdict::SameName(_) => "question-row",
        _ => "",
    };
    let is_here = matches!(checked.verdict, Verdict::AlreadyHere(_));
    let (name, address) = (checked.row.name.clone(), checked.row.address.clone());
    let cells = if is_here {
        view! {
            <td data-label=words.say("name")><bdi>{name}</bdi></td>
            <td data-label=words.say("address")>{address}</td>
            <td></td>
        }
        .into_markup()
    } else {
        let field = |name: &str, label: &str, value: String| {
            let label = words.say_with(label, [("number", number.into())]);
            view! { <input class="input" name=format!("{name}-{number}") aria-label=label value=value/> }
        };
        view! {
            <td data-label=words.say("name")>{field("name", "enrol-name-of-row", name)}</td>
            <td data-label=words.say("address")>
                <div>{field("address", "enrol-address-of-row", address)}{suggestion(words, checked)}</div>
            </td>
            <td data-label=words.say("enrol-decision")><div>{choice(words, prepared, checked)}</div></td>
        }
        .into_markup()
    };
    view! {
        <tr class=class>
            <td>{verdict(words, prepared, checked)}{reasons(words, checked)}</td>
            {cells}
        </tr>
    }
}

fn verdict(words: Words, prepared: &Prepared, checked: &CheckedRow) -> impl IntoView + use<> {
    let (tone, icon, code) = match &checked.verdict {
        // Somebody known elsewhere looks like somebody new.
        Verdict::Known(person) if prepared.known_here.contains_key(person) => {
            (Tone::Done, "done", "known")
        }
        Verdict::New | Verdict::Known(_) => (Tone::Done, "done", "new"),
        Verdict::AlreadyHere(_) => (Tone::Quiet, "info", "already"),
        Verdict::SamePerson(_) | Verdict::SameName(_) => (Tone::Progress, "question", "same"),
        Verdict::FixNeeded(_) => (Tone::Failed, "failed", "fix"),
        Verdict::Skipped => (Tone::Quiet, "none", "skipped"),
    };
    view! { <StatusWord tone icon word=words.say(&format!("verdict-{code}"))/> }
}

/// What stands beneath the verdict: problems, repairs, and the line as it was pasted.
fn reasons(words: Words, checked: &CheckedRow) -> impl IntoView + use<> {
    let mut reasons: Vec<String> = match &checked.verdict {
        Verdict::FixNeeded(problems) => problems.iter().map(|one| problem(words, *one)).collect(),
        Verdict::SameName(earlier) => {
            vec![words.say_with("reason-same-name", [("row", (*earlier).into())])]
        }
        _ => Vec::new(),
    };
    let is_ready = checked.verdict.is_ready();
    if is_ready {
        reasons.extend(
            checked
                .row
                .notes
                .iter()
                .map(|fix| words.say(&format!("fix-{}", fix.code()))),
        );
    }
    if let Some(name) = &checked.on_record_as {
        reasons.push(words.say_with("reason-on-record", [("name", name.clone().into())]));
    }
    let pasted = matches!(checked.verdict, Verdict::FixNeeded(_)).then(|| {
        let raw = visible(&checked.row.raw);
        view! { <span class="reason">{words.say("enrol-pasted")}" "<bdi>{raw}</bdi></span> }
    });
    let reasons = reasons
        .into_iter()
        .map(|reason| view! { <span class="reason">{reason}</span> })
        .collect_view();
    view! { {reasons}{pasted} }
}

/// The sentence of a problem with a row.
pub(super) fn problem(words: Words, problem: Problem) -> String {
    let row = match problem {
        Problem::DuplicateInList(row) => row,
        _ => 0,
    };
    words.say_with(&format!("reason-{}", problem.code()), [("row", row.into())])
}

/// A pasted line without characters that nobody sees or that turn the writing.
fn visible(raw: &str) -> String {
    raw.chars()
        .filter(|letter| !domain::names::is_invisible(*letter))
        .map(|letter| if letter.is_control() { ' ' } else { letter })
        .collect()
}

fn suggestion(words: Words, checked: &CheckedRow) -> Option<impl IntoView + use<>> {
    let meant = checked.row.suggestion.as_ref()?;
    let take = words.say_with(
        "enrol-take-suggestion",
        [("address", meant.as_str().to_owned().into())],
    );
    let number = checked.row.number;
    Some(view! {
        <span class="reason">
            {words.say("enrol-suggestion")}" "
            <button class="button small" name="take" value=number>{take}</button>
        </span>
    })
}

fn choice(words: Words, prepared: &Prepared, checked: &CheckedRow) -> impl IntoView + use<> {
    let number = checked.row.number;
    let label = words.say_with("enrol-decision-of-row", [("number", number.into())]);
    let decision = checked.row.decision;
    let (candidates, asks) = match &checked.verdict {
        Verdict::SamePerson(people) => (people.clone(), true),
        Verdict::SameName(_) => (Vec::new(), true),
        _ => (
            settled(decision),
            matches!(decision, Some(Decision::Same(_) | Decision::Different)),
        ),
    };
    let open = words.say(if asks {
        "enrol-choose"
    } else {
        "enrol-take-in"
    });
    let option = |value: String, word: String, selected: bool| {
        view! { <option value=value selected=selected>{word}</option> }
    };
    let same = candidates
        .into_iter()
        .filter_map(|person| {
            let (name, address) = prepared.known_here.get(&person)?;
            let who = address
                .as_ref()
                .map_or_else(|| name.clone(), |address| format!("{name}, {address}"));
            let word = words.say_with("enrol-same-as", [("who", who.into())]);
            Some(option(
                format!("same:{person}"),
                word,
                decision == Some(Decision::Same(person)),
            ))
        })
        .collect_view();
    let different = asks.then(|| {
        option(
            "different".into(),
            words.say("enrol-different"),
            decision == Some(Decision::Different),
        )
    });
    let skip = option(
        "skip".into(),
        words.say("enrol-leave-out"),
        decision == Some(Decision::Skip),
    );
    view! {
        <select class="input" name=format!("choice-{number}") aria-label=label>
            {option(String::new(), open, decision.is_none())}
            {same}
            {different}
            {skip}
        </select>
    }
}

fn settled(decision: Option<Decision>) -> Vec<PersonId> {
    match decision {
        Some(Decision::Same(person)) => vec![person],
        _ => Vec::new(),
    }
}
