//! One question: its settings, its stem, and its options or verdicts.

use std::collections::BTreeMap;

use comrak::nodes::{Node, NodeValue};
use domain::course::{Key, Number, Question, QuestionKind, Slug, Verdicts};

use crate::document::{Document, Section};
use crate::lines;
use crate::options;
use crate::render::{fragment_html, html};

const KINDS: &str = "single, multiple, true-false, matching, ordering, numeric, short, open";

/// The lines `key: value` below a question's heading.
struct Settings<'a, 'd> {
    document: &'a Document<'d>,
    values: BTreeMap<&'d str, (usize, &'d str)>,
    line: usize,
}

/// Reads the question under a heading `Question: its-name`.
pub(crate) fn read<'d>(
    document: &Document<'d>,
    section: &Section<'d>,
    outcomes: Option<&[Slug]>,
) -> Option<Question> {
    let id = name(document, section);
    let (settings, rest) = Settings::read(document, section)?;
    let outcome = settings.outcome(outcomes);
    let kind = settings.kind();
    settings.allow_only(kind?);
    let (stem, key) = key(&settings, rest, kind?);
    if stem.is_empty() {
        document.findings.add(
            section.line,
            "This question asks nothing. Write its text below the settings, after an empty line.",
        );
    }
    Some(Question {
        id: id?,
        outcome: outcome?,
        stem_html: html(stem),
        key: key?,
    })
}

fn name(document: &Document<'_>, section: &Section<'_>) -> Option<Slug> {
    let Some(name) = section.title.strip_prefix("Question:") else {
        let message = format!(
            "“{}” is not a heading of Thinking. Its headings are “## Question: a-name”.",
            section.title
        );
        document.findings.add(section.line, message);
        return None;
    };
    let id = name.trim().parse::<Slug>();
    if let Err(error) = &id {
        document.findings.add(
            section.line,
            format!("“{}” cannot name a question: {error}.", name.trim()),
        );
    }
    id.ok()
}

impl<'a, 'd> Settings<'a, 'd> {
    fn read<'s>(
        document: &'a Document<'d>,
        section: &'s Section<'d>,
    ) -> Option<(Self, &'s [Node<'d>])> {
        let settings = section.nodes.split_first();
        let Some((first, rest)) =
            settings.filter(|(node, _)| matches!(node.data().value, NodeValue::Paragraph))
        else {
            document.findings.add(
                section.line,
                "Write the lines “kind: …” and “outcome: …” directly below the question's heading.",
            );
            return None;
        };
        let mut values = BTreeMap::new();
        for (line, written) in document.written(first) {
            match written.split_once(':') {
                Some((key, value)) => {
                    if values.insert(key.trim(), (line, value.trim())).is_some() {
                        document.findings.add(line, format!("“{}” stands twice in this question.", key.trim()));
                    }
                }
                None => document.findings.add(line, "This line is not “key: value”. Put an empty line between the settings and the question's text."),
            }
        }
        Some((
            Self {
                document,
                values,
                line: section.line,
            },
            rest,
        ))
    }

    fn value(&self, key: &str) -> Option<(usize, &'d str)> {
        let value = self
            .values
            .get(key)
            .copied()
            .filter(|(_, value)| !value.is_empty());
        if value.is_none() {
            self.document.findings.add(
                self.line,
                format!("This question lacks the line “{key}: …”."),
            );
        }
        value
    }

    fn kind(&self) -> Option<QuestionKind> {
        let (line, word) = self.value("kind")?;
        let kind = QuestionKind::from_code(&word.replace('-', "_"));
        if kind.is_none() {
            self.document.findings.add(
                line,
                format!("“{word}” is not a kind of question. Use one of: {KINDS}."),
            );
        }
        kind
    }

    fn outcome(&self, outcomes: Option<&[Slug]>) -> Option<Slug> {
        let (line, word) = self.value("outcome")?;
        let known = outcomes?.iter().find(|outcome| outcome.as_str() == word);
        if known.is_none() {
            self.document.findings.add(
                line,
                format!("“{word}” is not an outcome of this unit. Name one from the front matter."),
            );
        }
        known.cloned()
    }

    fn number(&self, key: &str) -> Option<Number> {
        let (line, word) = self.value(key)?;
        match word.parse::<Number>() {
            Ok(number) => Some(number),
            Err(error) => {
                self.document
                    .findings
                    .add(line, format!("“{word}” is not a number: {error}."));
                None
            }
        }
    }

    fn tolerance(&self) -> Option<Number> {
        let tolerance = self.number("tolerance")?;
        if tolerance.is_negative() {
            let line = self
                .values
                .get("tolerance")
                .map_or(self.line, |(line, _)| *line);
            self.document
                .findings
                .add(line, "A tolerance is 0 or more.");
            return None;
        }
        Some(tolerance)
    }

    fn allow_only(&self, kind: QuestionKind) {
        let known: &[&str] = match kind {
            QuestionKind::Numeric => &["kind", "outcome", "answer", "tolerance"],
            QuestionKind::Short => &["kind", "outcome", "accept"],
            _ => &["kind", "outcome"],
        };
        for (key, (line, _)) in self.values.iter().filter(|(key, _)| !known.contains(key)) {
            let message = format!(
                "“{key}” is not a setting of this kind of question. It knows: {}.",
                known.join(", ")
            );
            self.document.findings.add(*line, message);
        }
    }
}

/// Divides what follows the settings into the stem and the key.
fn key<'s, 'd>(
    settings: &Settings<'_, 'd>,
    rest: &'s [Node<'d>],
    kind: QuestionKind,
) -> (&'s [Node<'d>], Option<Key>) {
    match kind {
        QuestionKind::Single | QuestionKind::Multiple | QuestionKind::TrueFalse => {
            let missing =
                "This question does not end with its options, a list of lines “- [ ] text”.";
            listed(settings, rest, missing, |list| {
                choice(settings.document, list, kind)
            })
        }
        QuestionKind::Matching => {
            let missing = "This question does not end with its rows, a list of lines “- text” with the choice and the feedback below each.";
            listed(settings, rest, missing, |list| {
                lines::matching(settings.document, list)
            })
        }
        QuestionKind::Ordering => {
            let missing = "This question does not end with its items, a list of lines “1. text” with the feedback below each.";
            listed(settings, rest, missing, |list| {
                lines::ordering(settings.document, list)
            })
        }
        QuestionKind::Numeric | QuestionKind::Short | QuestionKind::Open => {
            let quotes = rest
                .iter()
                .rev()
                .take_while(|node| matches!(node.data().value, NodeValue::BlockQuote))
                .count();
            let (stem, quotes) = rest.split_at(rest.len() - quotes);
            (stem, typed(settings, quotes, kind))
        }
    }
}

/// A key that is written as a list at the end; `missing` says that there is none.
fn listed<'s, 'd>(
    settings: &Settings<'_, 'd>,
    rest: &'s [Node<'d>],
    missing: &str,
    read: impl FnOnce(Node<'d>) -> Option<Key>,
) -> (&'s [Node<'d>], Option<Key>) {
    let Some((list, stem)) = rest
        .split_last()
        .filter(|(last, _)| matches!(last.data().value, NodeValue::List(_)))
    else {
        settings.document.findings.add(settings.line, missing);
        return (rest, None);
    };
    (stem, read(list))
}

fn choice<'d>(document: &Document<'d>, list: Node<'d>, kind: QuestionKind) -> Option<Key> {
    let options = options::read(document, list, kind)?;
    Some(match kind {
        QuestionKind::Multiple => Key::Multiple { options },
        QuestionKind::TrueFalse => Key::TrueFalse { options },
        _ => Key::Single { options },
    })
}

fn typed<'d>(settings: &Settings<'_, 'd>, quotes: &[Node<'d>], kind: QuestionKind) -> Option<Key> {
    if kind == QuestionKind::Open {
        let [guidance] = labelled(settings, quotes, ["guidance"]);
        return Some(Key::Open {
            guidance_html: guidance?,
        });
    }
    let [right, wrong] = labelled(settings, quotes, ["right", "wrong"]);
    let verdicts = || {
        Some(Verdicts {
            right_html: right?,
            wrong_html: wrong?,
        })
    };
    if kind == QuestionKind::Numeric {
        let (answer, tolerance) = (settings.number("answer"), settings.tolerance());
        return Some(Key::Numeric {
            answer: answer?,
            tolerance: tolerance?,
            verdicts: verdicts()?,
        });
    }
    let accept: Vec<String> = settings
        .value("accept")?
        .1
        .split(';')
        .map(str::trim)
        .filter(|text| !text.is_empty())
        .map(str::to_owned)
        .collect();
    Some(Key::Short {
        accept,
        verdicts: verdicts()?,
    })
}

/// Reads quotations such as `> right: text`, one for each label.
fn labelled<'d, const N: usize>(
    settings: &Settings<'_, 'd>,
    quotes: &[Node<'d>],
    labels: [&str; N],
) -> [Option<String>; N] {
    let document = settings.document;
    let mut texts: [Option<String>; N] = [const { None }; N];
    let mut current = None;
    for (line, written) in quotes.iter().flat_map(|quote| document.written(quote)) {
        let quoted = written.trim_start().trim_start_matches('>').trim_start();
        let opens = |label: &&str| {
            quoted
                .strip_prefix(*label)
                .is_some_and(|rest| rest.starts_with(':'))
        };
        if let Some(place) = labels.iter().position(opens) {
            current = Some(place);
            texts[place] = Some(quoted[labels[place].len() + 1..].trim().to_owned());
        } else if let Some(text) = current.and_then(|place| texts[place].as_mut()) {
            text.push('\n');
            text.push_str(quoted);
        } else {
            document.findings.add(
                line,
                format!("This line must begin with “> {}:”.", labels[0]),
            );
        }
    }
    for (label, text) in labels.iter().zip(&texts) {
        if text.as_deref().is_none_or(str::is_empty) {
            document.findings.add(
                settings.line,
                format!("This question lacks the line “> {label}: …”."),
            );
        }
    }
    texts.map(|text| {
        text.filter(|text| !text.is_empty())
            .map(|text| fragment_html(&text))
    })
}
