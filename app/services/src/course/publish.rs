//! Publishing a course that has been read and found good.

use curriculum::Course;
use domain::course::CourseText;
use domain::ids::{CourseId, CourseVersionId, UnitId};
use store::StoreError;
use store::course::{Publication, Unit, Version};

use super::Contents;
use crate::{ServiceError, Services};

/// What publishing came to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Published {
    /// The course's name in addresses.
    pub course: String,
    /// The version that is now the newest.
    pub version: CourseVersionId,
    /// Its number.
    pub number: i32,
    /// Whether it is new; a course that is published again unchanged keeps its version.
    pub new: bool,
}

/// Publishes a course for whoever runs the installation (the command line): no actor is asked.
///
/// # Errors
/// When the database fails.
pub async fn install(services: &Services, course: &Course) -> Result<Published, ServiceError> {
    let publication = publication(services, course)?;
    let (version, new) = services
        .store
        .write::<_, ServiceError>(Box::new(move |tx| {
            Box::pin(async move { Ok(store::course::publish(tx, publication).await?) })
        }))
        .await?;
    services.library.ask_again();
    Ok(Published {
        course: version.slug,
        version: version.id,
        number: version.number,
        new,
    })
}

/// Publishes the starter course where there is no course yet.
///
/// # Errors
/// When the database fails.
pub async fn publish_starter(services: &Services) -> Result<Option<Published>, ServiceError> {
    if !services.library.newest(services).await?.is_empty() {
        return Ok(None);
    }
    match curriculum::starter() {
        Ok(course) => install(services, &course).await.map(Some),
        Err(errors) => {
            // A test of `curriculum` holds the starter course to its rules.
            tracing::error!(
                errors = errors.len(),
                "the starter course breaks its own rules and is left out"
            );
            Ok(None)
        }
    }
}

/// The files of a course's newest version, by path; of the only course when none is named.
///
/// # Errors
/// [`ServiceError::Hidden`] when there is no such course, or several and none named; when the
/// database fails.
pub async fn sources(
    services: &Services,
    course: Option<&str>,
) -> Result<Vec<(String, String)>, ServiceError> {
    let newest = services.library.newest(services).await?;
    let named = |version: &&Version| course.is_none_or(|slug| version.slug == slug);
    let mut found = newest.iter().filter(named);
    let (Some(version), None) = (found.next(), found.next()) else {
        return Err(ServiceError::Hidden);
    };
    Ok(store::course::sources_of(services.store.read(), version.id).await?)
}

fn publication(services: &Services, course: &Course) -> Result<Publication, ServiceError> {
    let languages: Vec<_> = course.languages().collect();
    let texts = languages
        .iter()
        .map(|language| {
            Ok((
                *language,
                serde_json::to_string(&Contents::of(course.text(*language)))?,
            ))
        })
        .collect::<Result<_, serde_json::Error>>()
        .map_err(StoreError::from)?;
    let every: Vec<&CourseText> = languages
        .iter()
        .map(|language| course.text(*language))
        .collect();
    let original = course.text(course.original_language());
    let mut units = Vec::new();
    for (m, module) in original.modules.iter().enumerate() {
        for (u, unit) in module.units.iter().enumerate() {
            let entry = Unit {
                id: UnitId(services.new_id()),
                module: module.slug.to_string(),
                slug: unit.slug.to_string(),
                position: i32::try_from(units.len() + 1).unwrap_or(i32::MAX),
                minutes: i32::from(unit.minutes),
                trainers_only: module.trainers_only,
            };
            // What falls back stands in the texts of several languages and is kept once.
            let own = every.iter().map(|text| &text.modules[m].units[u]);
            let texts = languages
                .iter()
                .zip(own)
                .filter(|(language, unit)| unit.language == **language)
                .map(|(language, unit)| Ok((*language, serde_json::to_string(unit)?)))
                .collect::<Result<_, serde_json::Error>>()
                .map_err(StoreError::from)?;
            units.push((entry, texts));
        }
    }
    Ok(Publication {
        course: CourseId(services.new_id()),
        version: CourseVersionId(services.new_id()),
        slug: course.slug().to_string(),
        content_hash: course.content_hash(),
        at: services.now(),
        sources: curriculum::write(course),
        texts,
        units,
    })
}
