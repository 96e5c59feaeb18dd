//! Everything that a programme's page shows, read together and kept in memory until any of it
//! changes: the page is looked at far more often than its figures move.

use std::collections::HashMap;
use std::sync::Arc;

use chrono::NaiveDate;
use domain::cascade::evidence::Completeness;
use domain::ids::{InstitutionId, ProgrammeId};

use crate::current::Current;
use crate::evidence::{self, Lacking};
use crate::over_time::{OverTime, over_time};
use crate::programme::{Programme, Tier};
use crate::programme_table::{self, Row, Show, Totals};
use crate::session::free_seats;
use crate::{Store, StoreError};

/// Pages of programmes by what is asked for.
pub(crate) type Pages = Current<Arc<ProgrammePage>>;

/// Most pages kept.
const MOST: u64 = 32;

/// No page yet.
pub(crate) fn none_yet() -> Pages {
    let tables = &[
        "programme",
        "programme_tally",
        "programme_institution",
        "programme_week",
        "programme_extension",
        "tier",
        "person",
        "session",
        "cohort",
    ];
    Current::new(tables, MOST)
}

/// A programme with a part of its table and what stands around it.
#[derive(Debug)]
pub struct ProgrammePage {
    /// The programme.
    pub programme: Programme,
    /// What it promised for every institution without its own range.
    pub tier: Option<Tier>,
    /// Its counts.
    pub totals: Totals,
    /// The rows asked for.
    pub rows: Vec<Row>,
    /// The institutions that miss most to their minimum, the farthest first.
    pub farthest: Vec<Row>,
    /// Institutions with trainers of whom none has delivered anything, by name.
    pub silent: Vec<Row>,
    /// When colleagues finished, and how the end date moved.
    pub over_time: OverTime,
    /// How complete its evidence is.
    pub evidence: Completeness,
    /// Institutions with sessions that lack evidence, by name.
    pub lacking: Vec<Lacking>,
    /// Seats that planned sessions still offer, by institution.
    pub seats: HashMap<InstitutionId, u32>,
}

/// Which page of which programme.
#[derive(Clone, Copy, Debug)]
pub struct Asked {
    /// The programme.
    pub programme: ProgrammeId,
    /// Which institutions its table shows.
    pub show: Show,
    /// Most rows of the table.
    pub limit: u64,
    /// Rows before them.
    pub offset: u64,
    /// Most institutions on each list of what needs attention.
    pub attention: u64,
    /// Today.
    pub today: NaiveDate,
}

/// The page as it is now. The number of statements is the same however many institutions and
/// people there are.
///
/// # Errors
/// When the database fails.
pub async fn current(
    store: &Store,
    asked: Asked,
) -> Result<Option<Arc<ProgrammePage>>, StoreError> {
    match &store.kept {
        Some(kept) => {
            let key = format!("{asked:?}");
            kept.programme_pages.of(&key, read(store, asked)).await
        }
        None => read(store, asked).await,
    }
}

async fn read(store: &Store, asked: Asked) -> Result<Option<Arc<ProgrammePage>>, StoreError> {
    let (db, id) = (store.read(), asked.programme);
    let Some((programme, tier, totals)) = programme_table::programme(db, id).await? else {
        return Ok(None);
    };
    let (farthest, silent) = programme_table::attention(db, id, asked.attention).await?;
    let (evidence, lacking) = evidence::of_programme(db, id, asked.attention).await?;
    Ok(Some(Arc::new(ProgrammePage {
        rows: programme_table::page(db, id, asked.show, asked.limit, asked.offset).await?,
        over_time: over_time(db, id).await?,
        seats: free_seats(db, &programme, &totals, asked.today).await?,
        programme,
        tier,
        totals,
        farthest,
        silent,
        evidence,
        lacking,
    })))
}
