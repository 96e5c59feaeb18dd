//! A question of each kind, for tests.

use super::*;

fn question(key: Key) -> Question {
    let slug = |text: &str| text.parse().expect("a slug");
    Question {
        id: slug("q"),
        outcome: slug("o"),
        stem_html: String::new(),
        key,
    }
}

fn options(keys: impl IntoIterator<Item = bool>) -> Vec<AnswerOption> {
    let option = |right| AnswerOption {
        html: String::new(),
        right,
        feedback_html: format!("said: {right}"),
    };
    keys.into_iter().map(option).collect()
}

fn verdicts() -> Verdicts {
    Verdicts {
        right_html: "right".to_owned(),
        wrong_html: "wrong".to_owned(),
    }
}

pub(crate) fn single(count: usize, right: usize) -> Question {
    question(Key::Single {
        options: options((0..count).map(|index| index == right)),
    })
}

pub(crate) fn multiple(keys: &[bool]) -> Question {
    question(Key::Multiple {
        options: options(keys.iter().copied()),
    })
}

pub(crate) fn matching(choices: &[u16]) -> Question {
    let row = |choice: &u16| MatchRow {
        html: String::new(),
        choice: *choice,
        feedback_html: format!("belongs to {choice}"),
    };
    let last = choices.iter().max().copied().unwrap_or_default();
    question(Key::Matching {
        rows: choices.iter().map(row).collect(),
        choices: (0..=last)
            .map(|choice| format!("choice {choice}"))
            .collect(),
    })
}

pub(crate) fn ordering(count: u16) -> Question {
    let item = |place: u16| OrderItem {
        html: format!("item {place}"),
        feedback_html: format!("stands {place}"),
    };
    question(Key::Ordering {
        items: (0..count).map(item).collect(),
    })
}

pub(crate) fn numeric(answer: &str, tolerance: &str) -> Question {
    let number = |text: &str| text.parse().expect("a number");
    question(Key::Numeric {
        answer: number(answer),
        tolerance: number(tolerance),
        verdicts: verdicts(),
    })
}

pub(crate) fn short(accept: &[&str]) -> Question {
    let accept = accept.iter().map(|text| (*text).to_owned()).collect();
    question(Key::Short {
        accept,
        verdicts: verdicts(),
    })
}

pub(crate) fn open() -> Question {
    question(Key::Open {
        guidance_html: String::new(),
    })
}
