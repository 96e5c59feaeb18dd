//! `kaskada course`: what it says, and with which status it ends.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use tempfile::TempDir;

fn kaskada(arguments: &[&str], folder: &Path, data: &Path) -> Output {
    Command::new(env!("CARGO_BIN_EXE_kaskada"))
        .args(["course"])
        .args(arguments)
        .arg(folder)
        .env("KASKADA_DATA", data)
        .output()
        .expect("the command runs")
}

fn starter_in(folder: &Path) -> BTreeMap<String, String> {
    let files: BTreeMap<String, String> = curriculum::source_of_starter().into_iter().collect();
    for (path, text) in &files {
        let file = folder.join(path);
        fs::create_dir_all(file.parent().expect("a folder")).expect("a folder");
        fs::write(file, text).expect("a file");
    }
    files
}

#[test]
fn check_names_file_line_and_what_to_do_and_ends_with_status_1() {
    let work = TempDir::new().expect("a folder");
    let course = work.path().join("course");
    starter_in(&course);
    let good = kaskada(&["check"], &course, work.path());
    assert_eq!(
        good.status.code(),
        Some(0),
        "{}",
        String::from_utf8_lossy(&good.stderr)
    );
    fs::remove_file(course.join("m1/module.en.md")).expect("a file less");
    let bad = kaskada(&["check"], &course, work.path());
    let said = String::from_utf8_lossy(&bad.stdout);
    assert_eq!(bad.status.code(), Some(1));
    assert!(
        said.lines()
            .any(|line| line.starts_with("m1/module.en.md:1: ")),
        "{said}"
    );
    assert_eq!(String::from_utf8_lossy(&bad.stderr).lines().count(), 1);
    let absent = kaskada(&["check"], &work.path().join("nothing"), work.path());
    assert_eq!(absent.status.code(), Some(1));
}

#[test]
fn what_was_imported_is_exported_byte_for_byte_and_nothing_is_written_over() {
    let work = TempDir::new().expect("a folder");
    let (course, out, data) = (
        work.path().join("course"),
        work.path().join("out"),
        work.path().join("data"),
    );
    let files = starter_in(&course);
    for said in [
        "iah is published as version 1.",
        "iah is version 1 already; nothing was changed.",
    ] {
        let imported = kaskada(&["import"], &course, &data);
        assert_eq!(String::from_utf8_lossy(&imported.stdout).trim(), said);
    }
    assert_eq!(kaskada(&["export"], &out, &data).status.code(), Some(0));
    for (path, text) in &files {
        assert_eq!(
            &fs::read_to_string(out.join(path)).expect("a file"),
            text,
            "{path}"
        );
    }
    assert_eq!(
        kaskada(&["export"], &out, &data).status.code(),
        Some(1),
        "the folder is not empty"
    );
}
