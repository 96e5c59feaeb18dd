//! Making the demonstration, or finding it made.

use domain::clock::Timestamp;
use domain::ids::{AuditId, CourseVersionId, ProgrammeId};
use services::password::{self, Password};
use services::{ServiceError, Services};
use store::StoreError;
use store::audit::Entry;
use store::bulk::{self, Facts};
use tokio::sync::mpsc;

use crate::lessons::Lessons;
use crate::setting::Setting;
use crate::teller::tell;
use crate::{DemoError, PASSWORD, Size};

/// The word under which the audit log keeps that the demonstration is complete.
const MADE: &str = "demonstration.made";
/// People told before they are kept: enough for wide statements, few enough to hold.
const BATCH: usize = 500;
/// From so many people on, an embedded database is lent more memory while it is filled.
const LARGE: u32 = 100_000;

/// What [`prepare`] found or did.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Prepared {
    /// The demonstration was made now.
    Made(Size),
    /// It was there.
    Found(Size),
}

/// Sees to it that the installation holds the demonstration: makes it in an empty one, and finds
/// it in one that holds it. `wanted` is the size to make; `told` hears how many people are kept.
///
/// # Errors
/// When the installation holds anything else, or the database fails.
pub async fn prepare(
    services: &Services,
    wanted: Size,
    told: impl Fn(usize),
) -> Result<Prepared, DemoError> {
    if let Some(size) = found(services).await? {
        return Ok(Prepared::Found(size));
    }
    wanted.check()?;
    let setting = setting(services, wanted).await?;
    begin(services, &setting).await?;
    let programme = setting.programme.id;
    let (size, now) = (setting.size, setting.calendar.now);
    keep_all(services, setting, told).await?;
    finish(services, programme, size, now).await?;
    Ok(Prepared::Made(size))
}

/// The size of the demonstration that is here; `None` in an empty installation.
async fn found(services: &Services) -> Result<Option<Size>, DemoError> {
    let db = services.store.read();
    let mut unfinished = false;
    for programme in store::programme::all(db).await.map_err(DemoError::from)? {
        let log = store::audit::of_subject(db, programme.id.0, 1_000).await?;
        if let Some(entry) = log.iter().find(|entry| entry.action == MADE) {
            return serde_json::from_str(&entry.detail)
                .map(Some)
                .map_err(|_| DemoError::Unfinished);
        }
        unfinished |= programme.reference == crate::setting::REFERENCE;
    }
    if unfinished {
        Err(DemoError::Unfinished)
    } else if bulk::is_empty(db).await? {
        Ok(None)
    } else {
        Err(DemoError::SomethingElse)
    }
}

pub(crate) async fn setting(services: &Services, size: Size) -> Result<Setting, DemoError> {
    let password = Password::new("password", PASSWORD, &[]).map_err(ServiceError::from)?;
    let password_hash = password::hash(services, &password).await?;
    let course = curriculum::starter().map_err(|_| DemoError::Course)?;
    let published = services::course::install(services, &course).await?;
    let version: CourseVersionId = published.version;
    let units = store::course::units_of(services.store.read(), version).await?;
    let lessons = Lessons::of(&course, &units);
    if lessons.owed(domain::course::Owing::default()).is_empty() {
        return Err(DemoError::Course);
    }
    Ok(Setting::new(
        size,
        services.now(),
        version,
        lessons,
        password_hash,
    ))
}

pub(crate) async fn begin(services: &Services, setting: &Setting) -> Result<(), StoreError> {
    let (programme, tier) = (setting.programme.clone(), setting.tier.clone());
    let at = Timestamp::start_of(programme.starts_on);
    let large = setting.size.people >= LARGE;
    write(services, move |db| {
        Box::pin(async move {
            if large {
                bulk::make_room(db).await?;
            }
            store::programme::create(db, &programme, &tier, at).await
        })
    })
    .await
}

/// Tells the story on one thread and keeps it on another.
async fn keep_all(
    services: &Services,
    setting: Setting,
    told: impl Fn(usize),
) -> Result<(), DemoError> {
    let (sender, mut batches) = mpsc::channel::<Facts>(1);
    let teller = tokio::task::spawn_blocking(move || {
        let mut facts = Facts::default();
        let keep = |facts: &mut Facts, enough: usize| {
            // Nobody listens any more after a failure: the rest is told to nobody.
            if facts.people.len() >= enough && !sender.is_closed() {
                let _ = sender.blocking_send(std::mem::take(facts));
            }
        };
        for group in 0..setting.groups() {
            if sender.is_closed() {
                return;
            }
            tell(&setting, group, &mut facts, |facts| keep(facts, BATCH));
        }
        keep(&mut facts, 1);
    });
    let mut people = 0;
    while let Some(facts) = batches.recv().await {
        people += facts.people.len();
        write(services, move |db| {
            Box::pin(async move { bulk::keep(db, &facts).await })
        })
        .await?;
        told(people);
    }
    teller.await.map_err(|_| DemoError::Told)
}

/// Counts the tallies and notes that the demonstration is complete.
async fn finish(
    services: &Services,
    programme: ProgrammeId,
    size: Size,
    now: Timestamp,
) -> Result<(), DemoError> {
    let entry = Entry {
        id: AuditId(services.new_id()),
        actor: None,
        at: now,
        action: MADE.to_owned(),
        subject_kind: "programme".to_owned(),
        subject: Some(programme.0),
        detail: serde_json::to_string(&size).map_err(StoreError::from)?,
    };
    write(services, move |db| {
        Box::pin(async move {
            bulk::recount(db, programme).await?;
            store::audit::record(db, entry).await?;
            bulk::give_back(db).await
        })
    })
    .await?;
    Ok(())
}

/// One transaction.
async fn write(
    services: &Services,
    work: impl for<'t> FnOnce(
        &'t store::DatabaseTransaction,
    ) -> std::pin::Pin<
        Box<dyn Future<Output = Result<(), StoreError>> + Send + 't>,
    > + Send
    + 'static,
) -> Result<(), StoreError> {
    services.store.write::<(), StoreError>(Box::new(work)).await
}

impl From<ServiceError> for DemoError {
    fn from(error: ServiceError) -> Self {
        match error {
            ServiceError::Store(error) => Self::Store(error),
            other => Self::Service(other.to_string()),
        }
    }
}
