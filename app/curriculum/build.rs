//! Builds the crate again when a text of the starter course is added, changed or removed:
//! `include_dir!` notices changed files only.

fn main() {
    println!("cargo::rerun-if-changed=starter");
}
