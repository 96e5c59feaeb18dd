//! Cohorts, as their trainers, leads and coordinators see them.

pub mod edit;
mod export;
pub mod list;
pub mod new;
mod roster;
mod sections;
mod show;
pub mod track;
pub mod withdraw;

use axum::extract::{Path, Query};
use axum::response::Response;
use domain::cascade::help::Stage;
use domain::ids::CohortId;
use serde::Deserialize;
use services::cohorts::Wanted;

use crate::error::Failure;
use crate::i18n::Words;
use crate::visit::Visit;

/// Which part of a long page is asked for.
#[derive(Debug, Default, Deserialize)]
pub struct Asked {
    #[serde(default)]
    page: String,
    #[serde(default)]
    stage: String,
}

impl Asked {
    /// The page's number, from 1; whatever is no number is the first page.
    #[must_use]
    pub fn page(&self) -> u64 {
        self.page.parse().unwrap_or(1)
    }
}

/// `/cohorts/{id}`, and the same table as `/cohorts/{id}.csv` and `.xlsx`.
///
/// # Errors
/// [`Failure::NotFound`] when there is no such cohort, or it is none of the asker's business.
pub async fn get(
    visit: Visit,
    Path(named): Path<String>,
    Query(asked): Query<Asked>,
) -> Result<Response, Failure> {
    let (id, ending) = named.split_once('.').unwrap_or((&named, ""));
    let cohort: CohortId = id.parse().map_err(|_| Failure::NotFound)?;
    match ending {
        "" => {}
        "csv" | "xlsx" => return export::answer(&visit, cohort, ending).await,
        _ => return Err(Failure::NotFound),
    }
    let stage = Stage::from_code(&asked.stage);
    let wanted = Wanted {
        language: visit.words.0,
        stage,
        page: asked.page(),
    };
    let page = services::cohorts::show(visit.services(), &visit.actor(), cohort, wanted).await?;
    Ok(show::page(&visit, page, stage))
}

/// The word of a stage.
fn stage_word(words: Words, stage: Stage) -> String {
    words.say(&format!("stage-{}", stage.code()))
}
