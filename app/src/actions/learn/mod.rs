//! What a learner sends from a unit's page. Each form works by itself; sent by an island (field
//! `island`), it is answered with the pieces of the page that changed.

pub mod activity;
pub mod answers;
pub mod reading;
pub mod reflections;

use axum::http::StatusCode;
use axum::response::Response;
use domain::ids::UnitId;
use leptos::prelude::*;
use services::ServiceError;
use services::course::UnitView;
use services::learning::UnitRecord;

use crate::error::Failure;
use crate::markup::Markup;
use crate::pages::unit::{Sheet, pieces};
use crate::visit::Visit;

/// A form's fields as they came: a name may come several times.
type Fields = Vec<(String, String)>;

fn all<'a>(fields: &'a Fields, name: &str) -> impl Iterator<Item = &'a str> {
    fields
        .iter()
        .filter(move |(known, _)| known == name)
        .map(|(_, value)| value.as_str())
}

fn one<'a>(fields: &'a Fields, name: &str) -> &'a str {
    all(fields, name).next().unwrap_or_default()
}

/// A form of a unit's page that was sent.
struct Sent {
    visit: Visit,
    fields: Fields,
    view: UnitView,
}

impl Sent {
    /// Finds the unit for the person who sends; both must be there.
    async fn open(visit: Visit, unit: &str, fields: Fields) -> Result<Self, Failure> {
        visit.person()?;
        let unit: UnitId = unit.parse().map_err(|_| Failure::NotFound)?;
        let language = visit.words.0;
        let view =
            services::course::unit_by_id(visit.services(), &visit.actor(), language, unit).await?;
        Ok(Self {
            visit,
            fields,
            view,
        })
    }

    fn unit(&self) -> UnitId {
        self.view.place.id
    }

    fn by_island(&self) -> bool {
        !one(&self.fields, "island").is_empty()
    }

    async fn record(&self) -> Result<UnitRecord, Failure> {
        let actor = self.visit.actor();
        Ok(services::learning::unit_record(self.visit.services(), &actor, &self.view).await?)
    }

    /// Answers a save: an island with pieces drawn from the record as it is now, a form with the
    /// page, at `anchor`.
    async fn saved(
        &self,
        anchor: &str,
        draw: impl FnOnce(&Sheet<'_>) -> Markup,
    ) -> Result<Response, Failure> {
        if !self.by_island() {
            let page = self.view.edition.path(self.view.place);
            return Ok(self.visit.go(&format!("{page}#{anchor}")));
        }
        let (person, record) = (self.visit.person()?, self.record().await?);
        let sheet = Sheet::of_learner(&self.visit, &self.view, person, &record);
        Ok(self.visit.pieces(StatusCode::OK, || draw(&sheet)))
    }

    /// Answers what cannot be kept: an island with a sentence beside its form, a form with the
    /// page, what was typed and the sentence.
    async fn refused(&self, field: &str, error: ServiceError) -> Result<Response, Failure> {
        let problems = match error {
            ServiceError::Invalid(problems) => problems,
            other => return Err(other.into()),
        };
        if self.by_island() {
            let words = self.visit.words;
            let draw = || {
                problems
                    .iter()
                    .map(|problem| pieces::problem(words, problem))
                    .collect_view()
            };
            return Ok(self.visit.pieces(StatusCode::UNPROCESSABLE_ENTITY, draw));
        }
        let page = self.view.edition.path(self.view.place);
        let typed = all(&self.fields, field).collect::<Vec<_>>().join(" ");
        let error = ServiceError::Invalid(problems);
        self.visit
            .refuse(&format!("{page}#{field}"), &[(field, &typed)], error)
            .await
    }
}
