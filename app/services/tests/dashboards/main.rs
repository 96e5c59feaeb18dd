//! The programme's, an institution's and a person's page: what they say, to whom, and what they cost.

mod changes;
mod costs;
mod institution;
mod lineage;
mod person;
mod programme;
mod stage;
