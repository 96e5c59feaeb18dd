//! What a cohort hands in, read by its trainers: open answers and the products of activities.
//!
//! A trainer accepts a version or returns it with feedback, once. The learner sees both in the
//! unit, and hands in again what came back. The product in which a course asks for a commitment is
//! its writer's own: the follow-up promises that nobody else reads it.

mod decide;
mod standing;

use std::sync::Arc;

use domain::assessment::ReviewState;
use domain::course::UnitText;
use domain::ids::{CohortId, PersonId, SubmissionId};
use domain::language::Language;
use domain::people::Actor;
use domain::policy::{Action, Subject, decide};
use store::learning::PRODUCT;
use store::review::Asked;

use crate::access::CohortStanding;
use crate::cohorts::{Cohort, allowed};
use crate::course::{Edition, UnitPlace, edition_of, text_of};
use crate::{ServiceError, Services};

pub use decide::{LONGEST_FEEDBACK, Outcome, Typed, review};
pub(crate) use standing::returned_to;
pub use standing::{CameBack, activities, activities_of};
pub use store::review::{HandedIn, Review};

/// Texts on a page of the list.
pub const PER_PAGE: u64 = 25;

/// One page of what a cohort handed in.
#[derive(Clone, Debug)]
pub struct List {
    /// The cohort.
    pub cohort: Cohort,
    /// What it learns.
    pub edition: Arc<Edition>,
    /// The texts, oldest first.
    pub texts: Vec<HandedIn>,
    /// How many there are on all pages.
    pub total: u64,
    /// Which page this is, from 1.
    pub page: u64,
}

/// A text to review.
#[derive(Clone, Debug)]
pub struct Opened {
    /// The cohort.
    pub cohort: Cohort,
    /// What it learns.
    pub edition: Arc<Edition>,
    /// Where the unit stands in it.
    pub place: UnitPlace,
    /// The unit, with the trainer's side.
    pub unit: Arc<UnitText>,
    /// The version asked for.
    pub text: HandedIn,
    /// Every version, the newest first.
    pub versions: Vec<HandedIn>,
}

impl Opened {
    /// The version that counts, when the one asked for is an older one.
    #[must_use]
    pub fn newer(&self) -> Option<&HandedIn> {
        let newest = self.versions.first()?;
        (newest.id != self.text.id).then_some(newest)
    }
}

/// What a cohort handed in and stands so, oldest first.
///
/// # Errors
/// [`ServiceError::Hidden`] when the asker does not train the cohort.
pub async fn list(
    services: &Services,
    actor: &Actor,
    cohort: CohortId,
    state: ReviewState,
    page: u64,
) -> Result<List, ServiceError> {
    let (by, standing) = allowed(services, actor, Action::ReviewActivity, cohort).await?;
    let edition = edition_of(services, standing.cohort.course_version).await?;
    let asked = Asked {
        cohort,
        but_of: by,
        but_product_of: edition.commitment(),
        state,
    };
    let read = services.store.read();
    let total = store::review::count(read, asked).await?;
    let page = page.clamp(1, total.div_ceil(PER_PAGE).max(1));
    let texts = store::review::list(read, asked, (page - 1) * PER_PAGE, PER_PAGE).await?;
    Ok(List {
        cohort: standing.cohort,
        edition,
        texts,
        total,
        page,
    })
}

/// One text with everything that helps to review it.
///
/// # Errors
/// [`ServiceError::Hidden`] when the asker does not train the cohort, or the text is none that the
/// cohort hands in to them.
pub async fn open(
    services: &Services,
    actor: &Actor,
    language: Language,
    cohort: CohortId,
    id: SubmissionId,
) -> Result<Opened, ServiceError> {
    let (by, standing) = allowed(services, actor, Action::ReviewActivity, cohort).await?;
    let (edition, text) = readable(services, &standing, by, id).await?;
    let place = edition.place(text.unit).ok_or(ServiceError::Hidden)?;
    let unit = text_of(services, &edition, place, language).await?;
    let versions = store::review::versions(services.store.read(), &text).await?;
    Ok(Opened {
        cohort: standing.cohort,
        edition,
        place,
        unit,
        text,
        versions,
    })
}

/// A text that a trainer of the cohort may read.
async fn readable(
    services: &Services,
    standing: &CohortStanding,
    by: PersonId,
    id: SubmissionId,
) -> Result<(Arc<Edition>, HandedIn), ServiceError> {
    let edition = edition_of(services, standing.cohort.course_version).await?;
    let private = edition.commitment();
    let text = store::review::find(services.store.read(), standing.cohort.id, id)
        .await?
        .filter(|text| text.person != by)
        .filter(|text| text.question != PRODUCT || Some(text.unit) != private)
        .ok_or(ServiceError::Hidden)?;
    Ok((edition, text))
}

/// How many texts wait for the asker in each cohort that they train.
///
/// # Errors
/// [`ServiceError::SignIn`] for a visitor; when the database fails.
pub async fn waiting(
    services: &Services,
    actor: &Actor,
) -> Result<Vec<(CohortId, u64)>, ServiceError> {
    let by = actor.person().ok_or(ServiceError::SignIn)?;
    let mut waiting: Vec<(CohortId, u64)> = Vec::new();
    for one in store::review::waiting_for(services.store.read(), by).await? {
        let subject = Subject::Cohort {
            programme: one.programme,
            institution: one.institution,
            trainers: &[by],
        };
        if !decide(actor, Action::ReviewActivity, &subject).is_allowed() {
            continue;
        }
        let private = edition_of(services, one.version).await?.commitment();
        if one.products && private == Some(one.unit) {
            continue;
        }
        match waiting.iter_mut().find(|(cohort, _)| *cohort == one.cohort) {
            Some((_, count)) => *count += one.count,
            None => waiting.push((one.cohort, one.count)),
        }
    }
    Ok(waiting)
}
