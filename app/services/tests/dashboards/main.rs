//! The programme's, an institution's and a person's page: what they say, to whom, and what they cost.

mod activity;
mod changes;
mod costs;
mod institution;
mod lineage;
mod naive;
mod person;
mod played;
mod programme;
mod prospects;
mod random_cascades;
mod stage;
mod story;
