//! The table `session`.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "session")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) id: Uuid,
    pub(crate) cohort_id: Uuid,
    pub(crate) on_day: String,
    pub(crate) place: String,
    pub(crate) delivered_at: Option<i64>,
    pub(crate) starts: String,
    pub(crate) ends: String,
    pub(crate) meeting: String,
    pub(crate) link: String,
    pub(crate) minutes: i32,
    pub(crate) seats: Option<i32>,
    pub(crate) agenda: String,
    pub(crate) work_package: String,
    pub(crate) deliverable: String,
    pub(crate) revision: i64,
    pub(crate) cancelled_at: Option<i64>,
    pub(crate) cancelled_reason: String,
    pub(crate) check_in_secret: Option<String>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
