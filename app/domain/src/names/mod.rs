//! People's names: cleaned when written, folded when compared, ordered when listed.
//!
//! The same colleague appears as Đorđe, Djordje and Ђорђе in three lists. What is kept is the
//! name as its owner writes it; what is compared is a key made here.

mod clean;
mod collation;
mod fold;
mod latin;

pub use clean::{MAX_NAME_CHARS, NameProblem, clean_name, is_invisible, starts_like_a_formula};
pub use collation::collation_key;
pub use fold::{fold, match_key};
pub use latin::to_latin;
