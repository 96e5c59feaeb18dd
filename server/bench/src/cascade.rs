//! Which institutions' cascades are compared.

use sea_orm::{ConnectionTrait, Statement};
use uuid::Uuid;

use crate::installation::Installation;

/// An institution's cascade.
pub struct Cascade {
    /// Where its page is.
    pub address: String,
    /// How many edges were made in its cohorts.
    pub edges: i64,
}

/// The cascade of fewest edges.
pub async fn smallest(installation: &Installation) -> Result<Cascade, String> {
    first(installation, "edges").await
}

/// The cascade of about so many edges.
pub async fn nearest(installation: &Installation, edges: i64) -> Result<Cascade, String> {
    first(installation, &format!("abs(edges - {edges})")).await
}

async fn first(installation: &Installation, order: &str) -> Result<Cascade, String> {
    let read = installation.services.store.read();
    let query = Statement::from_string(
        read.get_database_backend(),
        format!(
            "select * from (select c.institution_id, count(*) as edges from lineage_edge e \
             join cohort c on c.id = e.cohort_id group by c.institution_id) counted \
             order by {order}, institution_id limit 1"
        ),
    );
    let row = read
        .query_one_raw(query)
        .await
        .map_err(|error| error.to_string())?
        .ok_or("nobody was trained by anybody")?;
    let broken = |error: sea_orm::DbErr| error.to_string();
    let institution: Uuid = row.try_get("", "institution_id").map_err(broken)?;
    Ok(Cascade {
        address: format!("/programme/cascade?institution={institution}"),
        edges: row.try_get("", "edges").map_err(broken)?,
    })
}
