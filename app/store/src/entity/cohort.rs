//! The table `cohort`.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "cohort")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) id: Uuid,
    pub(crate) programme_id: Uuid,
    pub(crate) institution_id: Uuid,
    pub(crate) course_version_id: Uuid,
    pub(crate) title: String,
    pub(crate) mode: String,
    pub(crate) audience: String,
    pub(crate) created_by: Uuid,
    pub(crate) created_at: i64,
    pub(crate) revision: i64,
    pub(crate) people: i32,
    pub(crate) started: i32,
    pub(crate) finished: i32,
    pub(crate) withdrawn: i32,
    pub(crate) last_activity_at: Option<i64>,
    pub(crate) open: i32,
    pub(crate) track: Option<String>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
