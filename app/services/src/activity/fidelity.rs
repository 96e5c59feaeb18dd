//! Fidelity between generations (rule 8), on the attempts that exist: the first answers to the
//! Thinking questions of the course.

use domain::cascade::fidelity::Fidelity;
use domain::cascade::forecast::seed_of;
use domain::ids::ProgrammeId;

use crate::{ServiceError, Services};

/// People of one generation whose answers are read: of a larger one, those who came last, so that
/// the page takes as long for a million people as for a thousand.
pub const PEOPLE_OF_A_GENERATION: u64 = 500;
/// The last generation looked at: cascades are hardly ever that deep.
const DEEPEST: u32 = 6;

/// What one generation knows, against the generation that trained it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Generation {
    /// Its number.
    pub number: u32,
    /// Its fidelity.
    pub fidelity: Fidelity,
}

/// The fidelity of every generation whose trainers take the same course: from the second on. The
/// roots train the first and take no course here.
pub(super) async fn generations(
    services: &Services,
    programme: ProgrammeId,
) -> Result<Vec<Generation>, ServiceError> {
    let db = services.store.read();
    let latest = store::lineage::latest(db, programme).await?;
    let Some(version) = latest.version else {
        return Ok(Vec::new());
    };
    let seed = seed_of(&[programme.0, version.0], services.now().date());
    let attempts = async |generation| {
        let limit = PEOPLE_OF_A_GENERATION;
        store::lineage::first_attempts(db, programme, generation, version, limit).await
    };
    let mut found = Vec::new();
    let last = latest.generation.min(DEEPEST);
    if last < 2 {
        return Ok(found);
    }
    let mut trainers = attempts(1).await?;
    for number in 2..=last {
        let own = attempts(number).await?;
        let fidelity = Fidelity::of(&own, &trainers, seed ^ u64::from(number));
        found.push(Generation { number, fidelity });
        trainers = own;
    }
    Ok(found)
}
