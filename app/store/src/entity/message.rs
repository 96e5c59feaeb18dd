//! The table `message`.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "message")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) id: Uuid,
    pub(crate) dedupe_key: String,
    pub(crate) kind: String,
    pub(crate) recipient: String,
    pub(crate) language: String,
    pub(crate) detail: String,
    pub(crate) invitation_id: Option<Uuid>,
    pub(crate) created_by: Option<Uuid>,
    pub(crate) institution_id: Option<Uuid>,
    pub(crate) programme_id: Option<Uuid>,
    pub(crate) state: String,
    pub(crate) attempts: i32,
    pub(crate) due_at: i64,
    pub(crate) sent_at: Option<i64>,
    pub(crate) last_error: Option<String>,
    pub(crate) created_at: i64,
    pub(crate) person_id: Option<Uuid>,
    pub(crate) good_until: Option<i64>,
    pub(crate) stop_hash: Option<String>,
    pub(crate) session_id: Option<Uuid>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
