//! Courses written as folders of Markdown.
//!
//! A folder is read and checked as a whole: whoever writes or imports a course gets every error at
//! once, each with its file, its line and a sentence that says what to do. What has been read keeps
//! its source, so that an export is the import, byte for byte.
//!
//! ```text
//! course.en.md              title, licence, order of the modules
//! m1/module.en.md           a module; the folder's name is its slug
//! m1/1-mobile-few.en.md     a unit; position, slug and language
//! m1/1-mobile-few.sq.md     the same unit in Albanian
//! ```

mod agreement;
mod assembly;
mod course;
mod course_file;
mod document;
mod finding;
mod front_matter;
mod layout;
mod lines;
mod links;
mod options;
mod plan;
mod question;
mod render;
mod sections;
mod starter;
mod thinking;
mod unit_file;

pub use assembly::read;
pub use course::{Course, write};
pub use finding::SourceError;
pub use starter::{source_of_starter, starter};
