//! The table `invitation`.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "invitation")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) id: Uuid,
    pub(crate) kind: String,
    pub(crate) token_hash: Option<String>,
    pub(crate) code_hash: Option<String>,
    pub(crate) person_id: Option<Uuid>,
    pub(crate) cohort_id: Option<Uuid>,
    pub(crate) role: Option<String>,
    pub(crate) institution_id: Option<Uuid>,
    pub(crate) programme_id: Option<Uuid>,
    pub(crate) address: Option<String>,
    pub(crate) created_by: Option<Uuid>,
    pub(crate) created_at: i64,
    pub(crate) expires_at: i64,
    pub(crate) used_at: Option<i64>,
    pub(crate) revoked_at: Option<i64>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
