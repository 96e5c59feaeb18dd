//! The programme's dashboard, what its coordinator changes, and who holds its roles.

pub mod change;
mod figures;
mod impact;
mod overview;
pub mod people;
mod prospect;

pub use figures::Figures;
pub(crate) use figures::{Glance, Withheld};
pub use impact::{Impact, impact, with_impact};
pub use overview::{
    Listed, Overview, PAGE, WholeTable, overview, programmes, seen_by, whole_table,
};
pub(crate) use prospect::Basis;
pub use prospect::Prospect;
pub use store::over_time::{Extension, OverTime};
pub use store::programme_table::Show;
