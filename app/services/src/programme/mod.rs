//! The programme's dashboard, what its coordinator changes, and who holds its roles.

pub mod change;
mod figures;
mod overview;
pub mod people;

pub use figures::Figures;
pub(crate) use figures::Withheld;
pub use overview::{
    Listed, Overview, PAGE, WholeTable, overview, programmes, seen_by, whole_table,
};
pub use store::programme_table::Show;
