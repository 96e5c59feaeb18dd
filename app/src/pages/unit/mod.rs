//! `/courses/{course}/{module}/{unit}`: one unit with its five parts.
//!
//! A visitor reads all of it; a signed-in person also answers and writes; a trainer also sees the
//! trainer's side of it.

mod activity;
mod lines;
mod outline;
pub(crate) mod pieces;
mod question;
mod reader;
mod reflection;
mod reviewed;
mod text;
mod trainer;

use std::sync::Arc;

use axum::extract::{Path, Query};
use axum::http::StatusCode;
use axum::response::Response;
use domain::clock::Timestamp;
use domain::ids::PersonId;
use domain::progress::UnitShape;
use leptos::prelude::*;
use services::course::UnitView;
use services::learning::{Standing, UnitRecord};

use crate::document;
use crate::drawings::{Drawn, Filling};
use crate::error::Failure;
use crate::flash::Flash;
use crate::i18n::Words;
use crate::markup::{IntoMarkup, Markup};
use crate::pages::courses::module::Side;
use crate::visit::Visit;

/// Everything that the parts of a unit's page are drawn from.
pub(crate) struct Sheet<'a> {
    pub(crate) words: Words,
    pub(crate) view: &'a UnitView,
    /// What must be done in the unit.
    pub(crate) shape: &'a UnitShape,
    /// The signed-in person and their record; none for a visitor and on the trainer's side.
    pub(crate) learner: Option<(PersonId, &'a UnitRecord)>,
    /// What a form left for this page.
    pub(crate) flash: &'a Flash,
    /// The present.
    pub(crate) now: Timestamp,
    /// Names the saves of forms that are sent without script.
    pub(crate) save_key: String,
}

impl<'a> Sheet<'a> {
    /// The sheet of a signed-in person.
    pub(crate) fn of_learner(
        visit: &'a Visit,
        view: &'a UnitView,
        person: PersonId,
        record: &'a UnitRecord,
    ) -> Self {
        Self {
            words: visit.words,
            view,
            shape: view.shape(),
            learner: Some((person, record)),
            flash: &visit.flash,
            now: visit.now(),
            save_key: visit.services().new_id().simple().to_string(),
        }
    }

    /// The sheet of everybody else: it depends on the unit and the language only.
    fn of_reader(visit: &'a Visit, view: &'a UnitView) -> Self {
        Self {
            words: visit.words,
            view,
            shape: view.shape(),
            learner: None,
            flash: &visit.flash,
            now: Timestamp::default(),
            save_key: String::new(),
        }
    }

    fn record(&self) -> Option<&'a UnitRecord> {
        self.learner.map(|(_, record)| record)
    }

    /// The address of the page.
    fn path(&self) -> String {
        self.view.edition.path(self.view.place)
    }

    /// The address of one of the unit's forms.
    fn action(&self, form: &str) -> String {
        format!("/learn/{}/{form}", self.view.place.id)
    }
}

/// The page.
///
/// # Errors
/// When there is no such unit, it is for trainers and somebody else asks, or the database fails.
pub async fn get(
    visit: Visit,
    Path((course, module, unit)): Path<(String, String, String)>,
    Query(side): Query<Side>,
) -> Result<Response, Failure> {
    let (services, actor) = (visit.services(), visit.actor());
    let view =
        services::course::unit(services, &actor, visit.words.0, &course, &module, &unit).await?;
    let title = view.text.title.clone();
    if side.is_trainers() {
        services::course::require_trainers_side(&actor)?;
        let sheet = Sheet::of_reader(&visit, &view);
        return Ok(visit.page(&title, || trainer::page(&sheet)));
    }
    let Some(person) = actor.person() else {
        let sheet = Sheet::of_reader(&visit, &view);
        return Ok(visit.page(&title, || reader::page(&sheet)));
    };
    let standing = services::learning::standing(services, &actor, &view).await?;
    let main = drawn(&visit, &view, person, standing);
    let filling = Filling {
        reader: &person.to_string(),
        own: &services.new_id().simple().to_string(),
    };
    Ok(visit.page_around(StatusCode::OK, &title, &main, filling))
}

/// A learner's page, drawn before from the same record or now, but for their id and the name of
/// their next save.
fn drawn(visit: &Visit, view: &UnitView, person: PersonId, standing: Standing) -> Arc<Drawn> {
    let drawings = &visit.state.drawings;
    // Before they do anything in a unit, all learners see the same of it.
    let whose = standing.reading.as_ref().map(|_| person);
    let place = format!(
        "unit {} {:?} {:?} {} {whose:?}",
        view.place.id, view.before, view.after, view.trainer,
    );
    // What was saved today is said otherwise than what was saved earlier.
    let data = (standing, Words::local_day(visit.now()));
    visit.main_of(&place, data, |(standing, _)| {
        let record = UnitRecord::of(view, standing.clone());
        let sheet = Sheet {
            save_key: drawings.own.clone(),
            ..Sheet::of_learner(visit, view, drawings.reader, &record)
        };
        document::draw(visit, || reader::page(&sheet))
    })
}

/// The language of the unit's text, where it is not the page's.
fn lang(sheet: &Sheet<'_>) -> Option<&'static str> {
    crate::pages::courses::other_language(sheet.words, sheet.view.text.language)
}

/// One part of the unit, with its heading and the bar that phones show while it is read.
fn part(
    sheet: &Sheet<'_>,
    part: domain::course::Part,
    beside: Option<String>,
    body: impl IntoView,
) -> Markup {
    let id = part.code();
    let heading = format!("{id}-heading");
    let named_by = heading.clone();
    let bar = outline::bar(sheet, part);
    view! {
        <section class="part" id=id aria-labelledby=named_by>
            <div class="part-head">
                <h2 id=heading>{sheet.words.say(&format!("part-{id}"))}</h2>
                {beside.map(|beside| view! { <span>{beside}</span> })}
            </div>
            {body.into_markup()}
            {bar}
        </section>
    }
    .into_markup()
}
