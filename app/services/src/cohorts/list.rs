//! The cohorts that somebody works with.

use domain::ids::InstitutionId;
use domain::people::{Actor, Role};
use store::cohort::{Cohort, Reach};

use crate::{ServiceError, Services};

/// How many lines a page of a list shows.
pub const PER_PAGE: u64 = 50;

/// A cohort in a list.
#[derive(Clone, Debug)]
pub struct Listed {
    /// The cohort with its tally.
    pub cohort: Cohort,
    /// The institution's name.
    pub institution: String,
    /// The trainers' names.
    pub trainers: Vec<String>,
}

/// A page of a list of cohorts.
#[derive(Clone, Debug)]
pub struct Listing {
    /// The cohorts, newest first.
    pub cohorts: Vec<Listed>,
    /// How many there are on all pages.
    pub total: u64,
    /// Which page this is, from 1.
    pub page: u64,
}

/// The cohorts that the asker may see: a trainer's own, a lead's institution's, a coordinator's
/// programme's.
///
/// # Errors
/// [`ServiceError::Hidden`] for somebody who has nothing to do with cohorts.
pub async fn list(services: &Services, actor: &Actor, page: u64) -> Result<Listing, ServiceError> {
    actor.person().ok_or(ServiceError::SignIn)?;
    let reach = reach(actor);
    if reach
        == (Reach {
            trainer: reach.trainer,
            ..Reach::default()
        })
    {
        return Err(ServiceError::Hidden);
    }
    let read = services.store.read();
    let page = page.max(1);
    let (cohorts, total) =
        store::cohort::within(read, &reach, PER_PAGE, (page - 1).saturating_mul(PER_PAGE)).await?;
    let ids: Vec<_> = cohorts.iter().map(|cohort| cohort.id).collect();
    let mut trainers = store::cohort::trainer_names(read, &ids).await?;
    let institutions: Vec<InstitutionId> =
        cohorts.iter().map(|cohort| cohort.institution).collect();
    let names = store::programme::institution_names(read, &institutions).await?;
    let cohorts = cohorts
        .into_iter()
        .map(|cohort| Listed {
            institution: names.get(&cohort.institution).cloned().unwrap_or_default(),
            trainers: trainers
                .remove(&cohort.id)
                .unwrap_or_default()
                .into_iter()
                .map(|(_, name)| name)
                .collect(),
            cohort,
        })
        .collect();
    Ok(Listing {
        cohorts,
        total,
        page,
    })
}

/// The same cohorts as the row of `SeeCohort` in `domain::policy`, as one question to the
/// database instead of one per cohort.
fn reach(actor: &Actor) -> Reach {
    let mut reach = Reach {
        trainer: actor.person(),
        ..Reach::default()
    };
    for role in actor.roles() {
        match *role {
            Role::Coordinator(programme) => reach.programmes.push(programme),
            Role::Lead(institution) => reach.institutions.push(institution),
            Role::Trainer(institution) => reach.trains_at.push(institution),
            Role::PartnerTrainer(programme) => reach.trains_in.push(programme),
            Role::Author | Role::Observer(_) | Role::Recogniser(_) => {}
        }
    }
    reach
}
