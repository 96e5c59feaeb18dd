//! The table `participation`.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "participation")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) id: Uuid,
    pub(crate) cohort_id: Uuid,
    pub(crate) person_id: Uuid,
    pub(crate) programme_id: Uuid,
    pub(crate) institution_id: Uuid,
    pub(crate) counts: bool,
    pub(crate) invited_at: i64,
    pub(crate) started_at: Option<i64>,
    pub(crate) finished_at: Option<i64>,
    pub(crate) withdrawn_at: Option<i64>,
    pub(crate) withdrawn_reason: Option<String>,
    pub(crate) last_activity_at: Option<i64>,
    pub(crate) units_done: i32,
    pub(crate) stage: i32,
    pub(crate) lapsed_at: Option<i64>,
    pub(crate) track: Option<String>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {
    #[sea_orm(
        belongs_to = "super::cohort::Entity",
        from = "Column::CohortId",
        to = "super::cohort::Column::Id"
    )]
    Cohort,
}

impl ActiveModelBehavior for ActiveModel {}
