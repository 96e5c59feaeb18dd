//! Tracks in a course's front matter.

use super::sample::{COURSE, MODULE, Sample};

const MODULES: &str = "modules: [m1]\n";
const TRACKS: &str = "modules: [m1, t1]\ntracks:\n  core:\n    title: Core\n    modules: [m1]\n  trainer:\n    title: Trainer\n    modules: [t1]\n";

/// A course of a module for everybody and one for trainers, with these lines in its front matter.
fn with(lines: &str) -> Sample {
    let sample = Sample::english().change(COURSE, MODULES, lines);
    let files = sample.files();
    let text = |path: &str| {
        let found = files.iter().find(|(known, _)| known == path);
        found.map(|(_, text)| text.clone()).unwrap_or_default()
    };
    let module = text(MODULE).replace("trainers_only: false", "trainers_only: true");
    sample
        .with("t1/module.en.md", &module)
        .with("t1/1-first.en.md", &text("m1/1-first.en.md"))
}

#[test]
fn a_course_declares_tracks_in_its_own_order_and_one_of_trainers_modules_is_told_apart() {
    let course = with(TRACKS).read().expect("a course");
    let text = course.text(course.original_language());
    let said: Vec<_> = text
        .tracks
        .iter()
        .map(|track| {
            (
                track.slug.as_str(),
                track.title.as_str(),
                track.trainers_only,
            )
        })
        .collect();
    assert_eq!(
        said,
        [("core", "Core", false), ("trainer", "Trainer", true)]
    );
    assert!(
        Sample::english()
            .read()
            .expect("a course")
            .text(course.original_language())
            .tracks
            .is_empty()
    );
}

#[test]
fn a_track_of_an_unknown_module_is_refused_on_its_line() {
    let wrong = TRACKS.replace("modules: [m1]", "modules: [m1, m9]");
    with(&wrong).is_refused(COURSE, "core:", "names “m9”, which is not a module");
}

#[test]
fn a_module_named_twice_and_a_track_without_modules_are_refused() {
    let twice = TRACKS.replace("modules: [m1]", "modules: [m1, m1]");
    with(&twice).is_refused(COURSE, "modules: [m1, m1]", "“m1” stands twice");
    let empty = TRACKS.replace("modules: [m1]", "modules: []");
    with(&empty).is_refused(COURSE, "modules: []", "must be a list such as");
}

#[test]
fn a_track_named_twice_or_without_a_title_or_with_a_bad_name_is_refused() {
    let twice = TRACKS.replace("  trainer:", "  core:");
    assert!(with(&twice).read().is_err());
    let untitled = TRACKS.replace("    title: Core\n", "");
    with(&untitled).is_refused(COURSE, "core:", "lacks “title”");
    let bad = TRACKS.replace("  core:", "  Core Track:");
    with(&bad).is_refused(COURSE, "Core Track:", "cannot stand in an address");
    with("modules: [m1, t1]\ntracks: {}\n").is_refused(COURSE, "tracks:", "“tracks” is empty");
}

#[test]
fn modules_for_trainers_stand_in_a_track_of_their_own_beside_one_that_can_be_chosen() {
    let mixed = TRACKS.replace("modules: [m1]", "modules: [m1, t1]");
    // The list of the course holds the same words, so the line is named by the track.
    with(&mixed).is_refused(COURSE, "core:", "mixes modules for trainers only");
    let closed = "modules: [m1, t1]\ntracks:\n  trainer:\n    title: Trainer\n    modules: [t1]\n";
    with(closed).is_refused(COURSE, "tracks:", "nobody can choose one");
}

#[test]
fn a_translation_gives_tracks_other_titles_and_nothing_else() {
    let english = with(TRACKS);
    let original = english.files();
    let (_, course) = original
        .iter()
        .find(|(path, _)| path == COURSE)
        .expect("the course");
    let albanian = course.replace("title: Core", "title: Bazë");
    let read = english
        .clone()
        .with("course.sq.md", &albanian)
        .read()
        .expect("a course");
    let text = read.text(domain::language::Language::Albanian);
    assert_eq!(text.tracks[0].title, "Bazë");
    assert!(text.tracks[1].trainers_only);
    let other = albanian.replace(
        "title: Bazë\n    modules: [m1]",
        "title: Bazë\n    modules: [t1]",
    );
    english.with("course.sq.md", &other).is_refused(
        "course.sq.md",
        "tracks:",
        "Translate only their titles",
    );
}
