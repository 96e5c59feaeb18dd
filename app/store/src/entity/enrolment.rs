//! The table `enrolment`.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "enrolment")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) id: Uuid,
    pub(crate) cohort_id: Uuid,
    pub(crate) made_by: Uuid,
    pub(crate) state: String,
    pub(crate) revision: i64,
    pub(crate) draft: String,
    pub(crate) created_at: i64,
    pub(crate) changed_at: i64,
    pub(crate) committed_at: Option<i64>,
    pub(crate) undone_at: Option<i64>,
    pub(crate) undone_by: Option<Uuid>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
