//! Courses: publishing them, and finding the text that somebody may read.

mod contents;
mod edition;
mod library;
mod publish;
mod reading;

pub use contents::{Contents, ModuleContents, UnitContents};
pub use edition::{Edition, UnitPlace};
pub use library::Library;
pub use publish::{Published, install, publish_starter, sources};
pub use reading::{
    CourseView, ModuleView, UnitView, course, courses, may_see_trainers_side, module,
    require_trainers_side, unit, unit_by_id,
};
pub(crate) use reading::{edition_of, may_open_trainers_modules, text_of};
