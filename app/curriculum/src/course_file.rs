//! The descriptions of a course and of a module.

use comrak::Arena;
use domain::course::{Audience, CourseText, ModuleText, Slug, Track};
use domain::language::Language;

use crate::document::{Document, PART, divide};
use crate::finding::FileFindings;
use crate::front_matter::{FrontMatter, Source};
use crate::links;
use crate::render::html;
use crate::sections::{Expected, expect, filled};

/// A course's description; its text has no modules yet.
pub(crate) struct CourseFile {
    pub(crate) text: CourseText,
    pub(crate) modules: Vec<Slug>,
    pub(crate) modules_line: usize,
    pub(crate) licence_line: usize,
    pub(crate) tracks_line: usize,
    /// The line of each track.
    pub(crate) track_lines: Vec<usize>,
}

/// A module's description; its text has no units yet.
pub(crate) struct ModuleFile {
    pub(crate) text: ModuleText,
    pub(crate) audience_line: usize,
}

/// Reads `course.….md`.
pub(crate) fn read_course(
    language: Language,
    text: &str,
    findings: FileFindings<'_>,
) -> Option<CourseFile> {
    let source = Source::divide(text, findings)?;
    let front = &source.front;
    front.allow_only(&[
        "course", "title", "summary", "licence", "authors", "modules", "tracks",
    ]);
    let (slug, title, summary) = (
        front.slug("course"),
        front.text("title"),
        front.text("summary"),
    );
    let (licence, authors, modules) = (
        licence(front),
        front.words("authors"),
        front.slugs("modules"),
    );

    let tracks = tracks(front);

    let arena = Arena::new();
    let document = Document::parse(&arena, source.body, source.lines_before, findings);
    links::check(&document);
    let (about, parts) = divide(&document, &document.nodes, PART);
    for part in parts {
        findings.add(
            part.line,
            "A course's description has no parts. Use headings that begin with ##.",
        );
    }
    if about.is_empty() {
        findings.add(
            source.lines_before,
            "Describe the course in a paragraph or two below the front matter.",
        );
    }
    let (tracks, track_lines) = tracks?.into_iter().unzip();
    let text = CourseText {
        slug: slug?,
        language,
        title: title?,
        summary: summary?,
        licence: licence?,
        authors: authors?,
        about_html: html(&about),
        tracks,
        modules: Vec::new(),
    };
    Some(CourseFile {
        text,
        modules: modules?,
        modules_line: front.line_of("modules"),
        licence_line: front.line_of("licence"),
        tracks_line: front.line_of("tracks"),
        track_lines,
    })
}

/// The tracks with their lines, in the order of the file; none where the course declares none.
fn tracks(front: &FrontMatter<'_>) -> Option<Vec<(Track, usize)>> {
    if !front.has("tracks") {
        return Some(Vec::new());
    }
    let tracks = front.nested("tracks")?;
    let read = |name: String| {
        let slug = tracks.to_slug(&name, &name);
        let track = tracks.nested(&name)?;
        track.allow_only(&["title", "modules"]);
        let (title, modules) = (track.text("title"), track.slugs("modules"));
        let track = Track {
            slug: slug?,
            title: title?,
            modules: modules?,
            // Only the modules say that; see `assembly`.
            trainers_only: false,
        };
        Some((track, tracks.line_of(&name)))
    };
    // Every track is read, so that all mistakes are found at once.
    let read: Vec<_> = tracks.keys().map(read).collect();
    if read.is_empty() {
        front.report(
            "tracks",
            "“tracks” is empty. Name at least one track, or leave the key out.",
        );
        return None;
    }
    read.into_iter().collect()
}

/// Reads `module.….md`.
pub(crate) fn read_module(
    slug: Slug,
    language: Language,
    text: &str,
    findings: FileFindings<'_>,
) -> Option<ModuleFile> {
    let source = Source::divide(text, findings)?;
    let front = &source.front;
    front.allow_only(&["title", "summary", "audience", "trainers_only"]);
    let (title, summary) = (front.text("title"), front.text("summary"));
    let (audience, trainers_only) = (audience(front), front.flag("trainers_only"));

    let arena = Arena::new();
    let document = Document::parse(&arena, source.body, source.lines_before, findings);
    links::check(&document);
    let expected = Expected {
        titles: &["Trainer"],
        level: PART,
        inside: "a module",
        line: source.lines_before,
    };
    let (about, parts) = expect(&document, &document.nodes, &expected);
    let [trainer] = parts.try_into().ok()?;
    let trainer_html = filled(&document, trainer.as_ref());
    if about.is_empty() {
        findings.add(
            source.lines_before,
            "Say in a paragraph or two what this module gives, before its part “# Trainer”.",
        );
    }
    let text = ModuleText {
        slug,
        language,
        title: title?,
        summary: summary?,
        audience: audience?,
        trainers_only: trainers_only?,
        about_html: html(&about),
        trainer_html: trainer_html?,
        units: Vec::new(),
    };
    Some(ModuleFile {
        text,
        audience_line: front.line_of("audience"),
    })
}

fn audience(front: &FrontMatter<'_>) -> Option<Vec<Audience>> {
    let codes: Vec<&str> = Audience::ALL
        .iter()
        .map(|audience| audience.code())
        .collect();
    let read = |word: &String| front.coded("audience", word, Audience::from_code, &codes);
    front.words("audience")?.iter().map(read).collect()
}

/// The licence, which must allow adaptation: a cascade lives from local examples.
pub(crate) fn licence(front: &FrontMatter<'_>) -> Option<String> {
    let licence = front.text("licence")?;
    let lower = licence.to_ascii_lowercase();
    let forbids = lower
        .split(|c: char| !c.is_ascii_alphanumeric())
        .any(|word| matches!(word, "nd" | "noderivatives" | "noderivs"));
    if forbids {
        let reason = "forbids adaptation, so nobody could translate the text or change an example. Use CC-BY-4.0 or another licence without NoDerivatives";
        front.report("licence", format!("The licence {licence} {reason}."));
        return None;
    }
    Some(licence)
}
