//! The interface speaks three languages, whole: nothing missing, nothing unused, nothing written
//! into the code, and the plural forms that each language needs.

#![cfg(feature = "ssr")]

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use domain::language::Language;
use fluent_bundle::{FluentArgs, FluentBundle, FluentResource};

fn files(folder: &Path, ending: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).expect("a folder of the project") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            found.extend(files(&path, ending));
        } else if path.extension().is_some_and(|e| e == ending) {
            found.push(path);
        }
    }
    found.sort();
    found
}

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// The messages of a language: key, the variables its text names, and the plural forms it gives.
fn messages(language: Language) -> BTreeMap<String, (BTreeSet<String>, Vec<BTreeSet<String>>)> {
    let mut found = BTreeMap::new();
    for file in files(&root().join("locales").join(language.tag()), "ftl") {
        let text = std::fs::read_to_string(&file).expect("a Fluent file");
        let mut key = String::new();
        let mut open: Vec<usize> = Vec::new();
        for line in text.lines().filter(|line| !line.starts_with('#')) {
            let starts = line.starts_with(|c: char| c.is_ascii_alphabetic());
            if let Some((name, _)) = line.split_once('=').filter(|_| starts) {
                key = name.trim().to_owned();
                let earlier = found.insert(key.clone(), Default::default());
                assert!(
                    earlier.is_none(),
                    "{key} is written twice in {}",
                    language.tag()
                );
            }
            let (variables, plurals): &mut (BTreeSet<String>, Vec<BTreeSet<String>>) =
                found.entry(key.clone()).or_default();
            variables.extend(line.split('$').skip(1).map(|rest| {
                rest.chars()
                    .take_while(|c| c.is_ascii_alphanumeric() || "-_".contains(*c))
                    .collect()
            }));
            let variant = line.trim_start().trim_start_matches('*').strip_prefix('[');
            if let (Some((name, _)), Some(choice)) =
                (variant.and_then(|v| v.split_once(']')), open.last())
            {
                plurals[*choice].insert(name.trim().to_owned());
            }
            if line.contains("->") {
                open.push(plurals.len());
                plurals.push(BTreeSet::new());
            }
            // A choice inside a choice: its closing brace gives the word back to the outer one.
            if line.trim() == "}" {
                open.pop();
            }
        }
    }
    found.remove("");
    found
}

#[test]
fn every_message_stands_in_all_three_languages_with_the_same_values() {
    let english = messages(Language::English);
    for language in [Language::Albanian, Language::Bosnian] {
        let translated = messages(language);
        let missing: Vec<_> = english
            .keys()
            .filter(|key| !translated.contains_key(*key))
            .collect();
        let extra: Vec<_> = translated
            .keys()
            .filter(|key| !english.contains_key(*key))
            .collect();
        assert!(missing.is_empty(), "{} lacks {missing:?}", language.tag());
        assert!(
            extra.is_empty(),
            "{} has {extra:?}, which English lacks",
            language.tag()
        );
        for (key, (variables, _)) in &english {
            assert_eq!(
                variables,
                &translated[key].0,
                "values of {key} in {}",
                language.tag()
            );
        }
    }
}

#[test]
fn counted_nouns_have_every_plural_form_of_their_language() {
    for language in Language::ALL {
        let needed: BTreeSet<String> = match language {
            Language::Bosnian => ["one", "few", "other"].map(String::from).into(),
            Language::English | Language::Albanian => ["one", "other"].map(String::from).into(),
        };
        for (key, (_, plurals)) in messages(language) {
            for forms in plurals.iter().filter(|forms| forms.contains("one")) {
                let named: BTreeSet<String> = forms
                    .iter()
                    .filter(|f| f.parse::<f64>().is_err())
                    .cloned()
                    .collect();
                assert_eq!(named, needed, "plural forms of {key} in {}", language.tag());
            }
        }
    }
}

/// Keys that the code makes of a fixed beginning and a code: `problem-{code}` and the like. The
/// beginning stands in the code as a literal that ends in a hyphen before `{`.
fn used(sources: &str, key: &str) -> bool {
    if sources.contains(&format!("\"{key}\"")) {
        return true;
    }
    key.match_indices('-')
        .any(|(at, _)| sources.contains(&format!("\"{}{{", &key[..=at])))
}

#[test]
fn no_message_is_unused() {
    let sources: String = [
        "src",
        "services/src",
        "domain/src",
        "documents/src",
        "../server/src",
    ]
    .iter()
    .flat_map(|folder| files(&root().join(folder), "rs"))
    .map(|file| std::fs::read_to_string(file).expect("a source file"))
    .collect();
    let unused: Vec<String> = messages(Language::English)
        .into_keys()
        .filter(|key| !used(&sources, key))
        .collect();
    assert!(unused.is_empty(), "nobody says {unused:?}");
}

#[test]
fn every_key_the_pages_say_exists() {
    let known = messages(Language::English);
    let mut missing = Vec::new();
    // Islands get their words from the page; what they say by key is an attribute of their own.
    let pages = ["src/pages", "src/components", "src/actions", "src/i18n"];
    for file in pages
        .iter()
        .flat_map(|folder| files(&root().join(folder), "rs"))
    {
        let text = std::fs::read_to_string(&file).expect("a source file");
        for call in ["say(\"", "say_with(\"", "say_with_pairs(\""] {
            for (at, _) in text.match_indices(call) {
                let key: String = text[at + call.len()..]
                    .chars()
                    .take_while(|c| *c != '"')
                    .collect();
                if !known.contains_key(&key) && !key.contains('{') {
                    missing.push(format!("{key} in {}", file.display()));
                }
            }
        }
    }
    assert!(missing.is_empty(), "no message for {missing:?}");
}

#[test]
fn no_words_are_written_into_the_pages() {
    let mut found = Vec::new();
    for folder in ["src/pages", "src/components", "src/islands"] {
        for file in files(&root().join(folder), "rs") {
            let text = std::fs::read_to_string(&file).expect("a source file");
            let code = text.split("#[cfg(test)]").next().unwrap_or_default();
            for (number, line) in code.lines().enumerate() {
                let line = line.trim();
                let comment = line.starts_with("//");
                if !comment && visible_text(line) {
                    found.push(format!("{}:{}: {line}", file.display(), number + 1));
                }
            }
        }
    }
    assert!(
        found.is_empty(),
        "words that no translator can reach:\n{}",
        found.join("\n")
    );
}

/// Whether a line of `view!` holds a literal with words between tags: `>"Some words"<`, or a
/// literal of several words alone on a line.
fn visible_text(line: &str) -> bool {
    let between_tags = line.split('>').skip(1).any(|rest| {
        rest.strip_prefix('"')
            .and_then(|r| r.split_once("\"<"))
            .is_some_and(|(text, _)| has_word(text))
    });
    let alone = line
        .strip_prefix('"')
        .and_then(|r| r.strip_suffix('"'))
        .is_some_and(|text| {
            text.contains(' ') && text.starts_with(|c: char| c.is_uppercase()) && has_word(text)
        });
    between_tags || alone
}

fn has_word(text: &str) -> bool {
    // Formats have one name in every language.
    if ["CSV", "PNG", "SVG", "Excel"].contains(&text) {
        return false;
    }
    text.split(|c: char| !c.is_alphabetic())
        .any(|word| word.chars().count() >= 3)
}

/// What each language calls these many lessons or courses: nouns whose forms differ, so that a
/// wrong category shows.
#[test]
fn numbers_choose_the_form_that_each_language_uses() {
    const COUNTS: [i64; 10] = [1, 2, 5, 11, 12, 21, 22, 25, 101, 111];
    let said = |tag: &str, message: &str| {
        let resource = FluentResource::try_new(message.to_owned()).expect("a message");
        let mut bundle = FluentBundle::new(vec![tag.parse().expect("a language")]);
        bundle.add_resource(resource).expect("a new message");
        COUNTS.map(|count| {
            let values = FluentArgs::from_iter([("n", count)]);
            let pattern = bundle
                .get_message("m")
                .and_then(|m| m.value())
                .expect("a text");
            bundle
                .format_pattern(pattern, Some(&values), &mut Vec::new())
                .into_owned()
        })
    };
    let sq = "m = { $n ->\n    [one] mësim\n   *[other] mësime\n}\n";
    let bs = "m = { $n ->\n    [one] kurs\n    [few] kursa\n   *[other] kurseva\n}\n";
    let mut albanian = ["mësime"; 10];
    albanian[0] = "mësim";
    assert_eq!(said(Language::Albanian.tag(), sq), albanian);
    assert_eq!(
        said(Language::Bosnian.tag(), bs),
        [
            "kurs", "kursa", "kurseva", "kurseva", "kurseva", "kurs", "kursa", "kurseva", "kurs",
            "kurseva"
        ]
    );
}
