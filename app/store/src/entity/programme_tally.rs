//! The table `programme_tally`.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "programme_tally")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) programme_id: Uuid,
    pub(crate) institutions: i32,
    pub(crate) with_target: i32,
    pub(crate) reached: i32,
    pub(crate) missing: i32,
    pub(crate) heads: i32,
    pub(crate) heads_started: i32,
    pub(crate) heads_finished: i32,
    pub(crate) participations: i32,
    pub(crate) participations_finished: i32,
    pub(crate) trainers: i32,
    pub(crate) trainers_active: i32,
    pub(crate) at_invited: i32,
    pub(crate) at_enrolled: i32,
    pub(crate) at_attended_once: i32,
    pub(crate) at_attended_enough: i32,
    pub(crate) at_passed: i32,
    pub(crate) at_certified: i32,
    pub(crate) at_applied: i32,
    pub(crate) open_invited: i32,
    pub(crate) open_enrolled: i32,
    pub(crate) open_attended_once: i32,
    pub(crate) open_attended_enough: i32,
    pub(crate) open_passed: i32,
    pub(crate) lost_invited: i32,
    pub(crate) lost_enrolled: i32,
    pub(crate) lost_attended_once: i32,
    pub(crate) lost_attended_enough: i32,
    pub(crate) lost_passed: i32,
    pub(crate) expected: i32,
    pub(crate) present: i32,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
