//! The lists of the activity page whole, for files: read piece by piece, so that their length never
//! fills the memory.

use domain::people::Actor;
use store::activity::{self, Begun, OpenCohort, Scope, SilentTrainer, Stretch};

use super::{Place, Wanted, place};
use crate::sight::Sight;
use crate::{ServiceError, Services};

/// Rows read at a time.
const PIECE: u64 = 1_000;

/// A list that names people, on its way into a file.
pub struct List {
    services: Services,
    place: Place,
    read: u64,
}

/// The silent trainers.
pub struct SilentList(pub List);
/// The cohorts with people on the way.
pub struct CohortList(pub List);
/// The trainers who have delivered a session.
pub struct BegunList(pub List);

impl List {
    /// A list of names.
    ///
    /// # Errors
    /// [`ServiceError::Hidden`] when the asker sees no such names.
    pub async fn of(
        services: &Services,
        actor: &Actor,
        wanted: Wanted,
    ) -> Result<Self, ServiceError> {
        let (place, _) = place(services, actor, wanted).await?;
        if place.sight != Sight::Everything {
            return Err(ServiceError::Hidden);
        }
        Ok(Self {
            services: services.clone(),
            place,
            read: 0,
        })
    }

    /// Where.
    #[must_use]
    pub fn place(&self) -> &Place {
        &self.place
    }

    /// Where the next piece is.
    fn next(&mut self) -> (Scope, Stretch) {
        let stretch = Stretch {
            limit: PIECE,
            offset: self.read,
        };
        self.read += PIECE;
        (self.place.scope(), stretch)
    }
}

impl SilentList {
    /// The next rows; none at the end.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn next(&mut self) -> Result<Vec<SilentTrainer>, ServiceError> {
        let (scope, stretch) = self.0.next();
        let (db, now) = (self.0.services.store.read(), self.0.services.now());
        Ok(activity::silent(db, scope, now, stretch).await?)
    }
}

impl CohortList {
    /// The next rows; none at the end.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn next(&mut self) -> Result<Vec<OpenCohort>, ServiceError> {
        let (scope, stretch) = self.0.next();
        let (db, now) = (self.0.services.store.read(), self.0.services.now());
        Ok(activity::open_cohorts(db, scope, now, stretch).await?)
    }
}

impl BegunList {
    /// The next rows; none at the end.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn next(&mut self) -> Result<Vec<Begun>, ServiceError> {
        let (scope, stretch) = self.0.next();
        Ok(activity::begun(self.0.services.store.read(), scope, stretch).await?)
    }
}
