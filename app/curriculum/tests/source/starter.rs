//! The course that ships.

use curriculum::{source_of_starter, starter, write};

#[test]
fn the_starter_course_reads_without_errors() {
    if let Err(errors) = starter() {
        let list: Vec<String> = errors.iter().map(ToString::to_string).collect();
        panic!(
            "{} errors in the starter course:\n{}",
            list.len(),
            list.join("\n")
        );
    }
}

#[test]
fn the_starter_course_is_exported_as_it_was_written() {
    let course = starter().expect("the starter course");
    assert_eq!(write(&course), source_of_starter());
}

#[test]
fn the_starter_course_asks_for_a_commitment_in_unit_1_3() {
    let course = starter().expect("the starter course");
    let text = course.text(course.original_language());
    let asked: Vec<String> = text
        .modules
        .iter()
        .flat_map(|module| module.units.iter().map(move |unit| (module, unit)))
        .filter(|(_, unit)| unit.activity.commitment)
        .map(|(module, unit)| format!("{}/{}", module.slug, unit.slug))
        .collect();
    assert_eq!(asked, ["m1/my-place"]);
}

#[test]
fn the_starter_course_has_the_tracks_of_its_outline_and_each_begins_with_the_core() {
    let course = starter().expect("the starter course");
    let tracks = &course.text(course.original_language()).tracks;
    let said: Vec<(String, String, bool)> = tracks
        .iter()
        .map(|track| {
            let modules: Vec<&str> = track.modules.iter().map(|module| module.as_str()).collect();
            (
                track.slug.to_string(),
                modules.join(" "),
                track.trainers_only,
            )
        })
        .collect();
    let track =
        |slug: &str, modules: &str, trainers: bool| (slug.to_owned(), modules.to_owned(), trainers);
    assert_eq!(
        said,
        [
            track("core", "m1 m4 m5", false),
            track("academic", "m1 m4 m5 m2 m3 m6", false),
            track("administrative", "m1 m4 m5 m7", false),
            track("leadership", "m1 m4 m5 m8", false),
            track("trainer", "t0", true),
        ]
    );
}
