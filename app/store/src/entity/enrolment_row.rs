//! The table `enrolment_row`.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "enrolment_row")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) id: Uuid,
    pub(crate) enrolment_id: Uuid,
    pub(crate) line: i32,
    pub(crate) name: String,
    pub(crate) address: String,
    pub(crate) outcome: String,
    pub(crate) reason: String,
    pub(crate) person_id: Option<Uuid>,
    pub(crate) participation_id: Option<Uuid>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
