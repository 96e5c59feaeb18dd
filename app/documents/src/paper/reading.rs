//! What a PDF reader makes of a document: the tests ask Poppler (Debian: poppler-utils).

use std::io::Write;
use std::process::Command;

use tempfile::NamedTempFile;

/// A word and where it stands, in points from the upper left corner of its page.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Word {
    /// The page, from 0.
    pub(crate) page: usize,
    pub(crate) left: f32,
    pub(crate) top: f32,
    pub(crate) right: f32,
    pub(crate) bottom: f32,
    pub(crate) text: String,
}

/// The text as a reader copies it.
pub(crate) fn text(pdf: &[u8]) -> String {
    ask("pdftotext", &["-enc", "UTF-8"], pdf, &["-"])
}

/// The words and their places.
pub(crate) fn words(pdf: &[u8]) -> Vec<Word> {
    let answer = ask("pdftotext", &["-enc", "UTF-8", "-bbox"], pdf, &["-"]);
    let mut pages = 0;
    let mut words = Vec::new();
    for line in answer.lines().map(str::trim) {
        pages += usize::from(line.starts_with("<page "));
        let Some((places, text)) = line
            .strip_prefix("<word ")
            .and_then(|word| word.split_once('>'))
        else {
            continue;
        };
        let place = |name: &str| -> f32 {
            let (_, value) = places.split_once(&format!("{name}=\"")).expect(name);
            value
                .split('"')
                .next()
                .and_then(|value| value.parse().ok())
                .expect(name)
        };
        words.push(Word {
            page: pages - 1,
            left: place("xMin"),
            top: place("yMin"),
            right: place("xMax"),
            bottom: place("yMax"),
            text: plain(text.strip_suffix("</word>").expect("a whole word")),
        });
    }
    words
}

/// The tree of the document's pieces with their texts, a line each, as a screen reader meets them.
pub(crate) fn structure(pdf: &[u8]) -> Vec<String> {
    let answer = ask("pdfinfo", &["-enc", "UTF-8", "-struct-text"], pdf, &[]);
    answer.lines().map(|line| line.trim().to_owned()).collect()
}

/// The same without the texts, which take Poppler long in a long document.
pub(crate) fn outline(pdf: &[u8]) -> Vec<String> {
    let answer = ask("pdfinfo", &["-enc", "UTF-8", "-struct"], pdf, &[]);
    answer.lines().map(|line| line.trim().to_owned()).collect()
}

/// How many pieces of a kind the document has.
pub(crate) fn count(structure: &[String], kind: &str) -> usize {
    structure
        .iter()
        .filter(|line| line.split([' ', ':']).next() == Some(kind))
        .count()
}

/// The words that stand outside what lies within the margins and the foot of an A4 page.
pub(crate) fn outside(words: &[Word], width: f32, height: f32) -> Vec<&Word> {
    const SIDE: f32 = 20.0 * super::MM;
    words
        .iter()
        // Poppler's boxes are as high as the typeface, a little more than its letters.
        .filter(|word| {
            word.left < SIDE - 0.5
                || word.right > width - SIDE + 0.5
                || word.top < 10.0 * super::MM
                || word.bottom > height - 4.0 * super::MM
        })
        .collect()
}

fn ask(program: &str, before: &[&str], pdf: &[u8], after: &[&str]) -> String {
    let mut file = NamedTempFile::new().expect("a file");
    file.write_all(pdf).expect("room for a file");
    let answer = Command::new(program)
        .args(before)
        .arg(file.path())
        .args(after)
        .output()
        .expect("Poppler: .ci/prepare/poppler installs it");
    assert!(answer.status.success(), "{program}: {answer:?}");
    // Poppler writes some of the file's own fields as they are in the file.
    String::from_utf8_lossy(&answer.stdout).into_owned()
}

fn plain(html: &str) -> String {
    [
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&quot;", "\""),
        ("&apos;", "'"),
        ("&amp;", "&"),
    ]
    .iter()
    .fold(html.to_owned(), |text, (escaped, letter)| {
        text.replace(escaped, letter)
    })
}
