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
