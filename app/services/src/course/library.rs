//! Published texts in memory. What is published never changes, so it is kept as long as it is
//! read; only which version is the newest is asked again.

use std::collections::BTreeMap;
use std::sync::{Arc, RwLock};

use domain::clock::{SECOND, Timestamp};
use domain::course::UnitText;
use domain::ids::{CourseVersionId, UnitId};
use domain::language::Language;
use moka::sync::Cache;
use store::StoreError;
use store::course::Version;

use super::{Contents, Edition};
use crate::{ServiceError, Services};

/// Another process of the installation may publish; it is noticed this soon.
const SHELF_AGE: i64 = 5 * SECOND;
/// Versions kept in memory.
const EDITIONS: u64 = 32;
/// Unit texts kept in memory, some 30 kB each.
const TEXTS: u64 = 300;
/// Units whose version is remembered.
const HOMES: u64 = 4096;

/// The published courses, in memory.
#[derive(Debug)]
pub struct Library {
    shelf: RwLock<Option<Shelf>>,
    editions: Cache<CourseVersionId, Arc<Edition>>,
    texts: Cache<(UnitId, Language), Arc<UnitText>>,
    homes: Cache<UnitId, CourseVersionId>,
}

/// The newest version of every course, and when that was asked.
#[derive(Clone, Debug)]
struct Shelf {
    asked_at: Timestamp,
    versions: Arc<Vec<Version>>,
}

impl Default for Library {
    fn default() -> Self {
        Self {
            shelf: RwLock::default(),
            editions: Cache::new(EDITIONS),
            texts: Cache::new(TEXTS),
            homes: Cache::new(HOMES),
        }
    }
}

impl Library {
    /// Forgets which version is the newest, after one was published.
    pub(super) fn ask_again(&self) {
        self.put_shelf(None);
    }

    /// The newest version of every course.
    pub(super) async fn newest(
        &self,
        services: &Services,
    ) -> Result<Arc<Vec<Version>>, ServiceError> {
        let now = services.now();
        if let Some(shelf) = self
            .shelf()
            .filter(|shelf| now.since(shelf.asked_at) < SHELF_AGE)
        {
            return Ok(shelf.versions);
        }
        let versions = Arc::new(store::course::newest_of_all(services.store.read()).await?);
        self.put_shelf(Some(Shelf {
            asked_at: now,
            versions: Arc::clone(&versions),
        }));
        Ok(versions)
    }

    /// A version, put together.
    pub(super) async fn edition(
        &self,
        services: &Services,
        id: CourseVersionId,
    ) -> Result<Arc<Edition>, ServiceError> {
        if let Some(edition) = self.editions.get(&id) {
            return Ok(edition);
        }
        let db = services.store.read();
        let version = store::course::version_of(db, id)
            .await?
            .ok_or(ServiceError::Hidden)?;
        let units = store::course::units_of(db, id).await?;
        let mut texts = BTreeMap::new();
        for (language, body) in store::course::texts_of(db, id).await? {
            texts.insert(
                language,
                serde_json::from_str::<Contents>(&body).map_err(StoreError::from)?,
            );
        }
        let edition =
            Arc::new(Edition::assemble(version, &units, texts).ok_or(ServiceError::Hidden)?);
        self.editions.insert(id, Arc::clone(&edition));
        Ok(edition)
    }

    /// The edition that a unit belongs to.
    pub(super) async fn edition_of_unit(
        &self,
        services: &Services,
        unit: UnitId,
    ) -> Result<Arc<Edition>, ServiceError> {
        let version = match self.homes.get(&unit) {
            Some(version) => version,
            None => {
                let found = store::course::version_of_unit(services.store.read(), unit).await?;
                let version = found.ok_or(ServiceError::Hidden)?;
                self.homes.insert(unit, version);
                version
            }
        };
        self.edition(services, version).await
    }

    /// The text of a unit in a language in which it is written.
    pub(super) async fn text(
        &self,
        services: &Services,
        unit: UnitId,
        language: Language,
    ) -> Result<Arc<UnitText>, ServiceError> {
        if let Some(text) = self.texts.get(&(unit, language)) {
            return Ok(text);
        }
        let body = store::course::unit_text(services.store.read(), unit, language).await?;
        let body = body.ok_or(ServiceError::Hidden)?;
        let text = Arc::new(serde_json::from_str::<UnitText>(&body).map_err(StoreError::from)?);
        self.texts.insert((unit, language), Arc::clone(&text));
        Ok(text)
    }

    fn shelf(&self) -> Option<Shelf> {
        // What a panicking thread left behind is at worst out of date.
        self.shelf
            .read()
            .unwrap_or_else(std::sync::PoisonError::into_inner)
            .clone()
    }

    fn put_shelf(&self, shelf: Option<Shelf>) {
        *self
            .shelf
            .write()
            .unwrap_or_else(std::sync::PoisonError::into_inner) = shelf;
    }
}
