//! The table `programme_institution`.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "programme_institution")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) programme_id: Uuid,
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) institution_id: Uuid,
    pub(crate) name: String,
    pub(crate) name_key: String,
    pub(crate) target_min: Option<i32>,
    pub(crate) target_max: Option<i32>,
    pub(crate) trainers: i32,
    pub(crate) trainers_active: i32,
    pub(crate) heads: i32,
    pub(crate) heads_started: i32,
    pub(crate) heads_finished: i32,
    pub(crate) heads_withdrawn: i32,
    pub(crate) participations: i32,
    pub(crate) participations_finished: i32,
    pub(crate) last_activity_at: Option<i64>,
    pub(crate) last_session_on: Option<String>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
