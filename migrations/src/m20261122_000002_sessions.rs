//! Sessions in full: hours, mode, units, codes, cancellation, check-in, reasons of corrections and
//! what trainers adapted.

use sea_orm_migration::prelude::*;

/// This step.
#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        crate::run(manager, include_str!("m20261122_000002_sessions.sql")).await
    }
}
