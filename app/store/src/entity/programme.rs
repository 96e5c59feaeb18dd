//! The table `programme`.

use sea_orm::entity::prelude::*;
use sea_orm::sea_query::{ExprTrait, IntoCondition};

use super::{programme_tally, tier};

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "programme")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) id: Uuid,
    pub(crate) title: String,
    pub(crate) reference: String,
    pub(crate) starts_on: String,
    pub(crate) ends_on: Option<String>,
    pub(crate) trainers_per_institution: i32,
    pub(crate) funding_line: String,
    pub(crate) funding_line_sq: String,
    pub(crate) funding_line_bs: String,
    pub(crate) emblem: bool,
    pub(crate) revision: i64,
    pub(crate) created_at: i64,
}

#[derive(Copy, Clone, Debug, EnumIter)]
pub(crate) enum Relation {
    Tally,
    /// The tier of every institution without its own.
    GeneralTier,
}

impl RelationTrait for Relation {
    fn def(&self) -> RelationDef {
        match self {
            Self::Tally => Entity::belongs_to(programme_tally::Entity)
                .from(Column::Id)
                .to(programme_tally::Column::ProgrammeId)
                .into(),
            Self::GeneralTier => Entity::belongs_to(tier::Entity)
                .from(Column::Id)
                .to(tier::Column::ProgrammeId)
                .on_condition(|_, tier| {
                    let institution = Expr::col((tier, tier::Column::InstitutionId));
                    institution.is_null().into_condition()
                })
                .into(),
        }
    }
}

impl Related<programme_tally::Entity> for Entity {
    fn to() -> RelationDef {
        Relation::Tally.def()
    }
}

impl Related<tier::Entity> for Entity {
    fn to() -> RelationDef {
        Relation::GeneralTier.def()
    }
}

impl ActiveModelBehavior for ActiveModel {}
