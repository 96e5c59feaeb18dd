//! Steps 2 to 4: corrections, the session, confirming. One form, many buttons: each keeps
//! everything typed before it does what it says.

use axum::Form;
use axum::response::Response;
use domain::ids::CohortId;
use services::enrolment::{self, Choice, Confirmed, Delivery, Edits, RowChange};

use crate::actions::fields::Fields;
use crate::actions::session::plan::plan_in;
use crate::address::At;
use crate::error::Failure;
use crate::pages::enrol::View;
use crate::visit::Visit;

/// Keeps what was typed, then does what the pressed button says.
///
/// # Errors
/// [`Failure::Stale`] when the draft was changed or confirmed elsewhere.
pub async fn post(
    visit: Visit,
    At(cohort): At<CohortId>,
    Form(fields): Form<Fields>,
) -> Result<Response, Failure> {
    let revision = fields
        .get("revision")
        .parse()
        .map_err(|_| Failure::BadRequest)?;
    let go = fields.get("go");
    let delivery = go
        .strip_prefix("commit-")
        .map(|way| Delivery::from_code(way).ok_or(Failure::BadRequest));
    let delivery = delivery.transpose()?;
    let edits = edits(&fields, delivery);
    let revision =
        enrolment::revise(visit.services(), &visit.actor(), cohort, revision, edits).await?;
    match delivery {
        Some(delivery) => {
            let ready = fields
                .get("ready")
                .parse()
                .map_err(|_| Failure::BadRequest)?;
            confirm(
                &visit,
                cohort,
                Confirmed {
                    revision,
                    ready,
                    delivery,
                },
            )
            .await
        }
        None => {
            let view = if go == "stay" || go.is_empty() {
                fields.get("view")
            } else {
                go
            };
            let view = View::from_code(view).code();
            Ok(visit.go(&format!("/cohorts/{cohort}/enrol?view={view}#check")))
        }
    }
}

async fn confirm(
    visit: &Visit,
    cohort: CohortId,
    confirmed: Confirmed,
) -> Result<Response, Failure> {
    match enrolment::commit(visit.services(), &visit.actor(), cohort, confirmed).await {
        Ok(id) => {
            let notice = match confirmed.delivery {
                Delivery::Mail => "enrolled-mail",
                Delivery::Later => "enrolled-later",
                Delivery::Slips => "enrolled-slips",
            };
            let values = [("count", confirmed.ready.to_string())];
            visit
                .done(
                    &format!("/cohorts/{cohort}/enrolments/{id}"),
                    notice,
                    &values,
                )
                .await
        }
        Err(error) => {
            visit
                .refuse(&format!("/cohorts/{cohort}/enrol#confirm"), &[], error)
                .await
        }
    }
}

/// Throws the draft away.
///
/// # Errors
/// When the cohort is none of the asker's business.
pub async fn start_again(visit: Visit, At(cohort): At<CohortId>) -> Result<Response, Failure> {
    enrolment::start_again(visit.services(), &visit.actor(), cohort).await?;
    Ok(visit.go(&format!("/cohorts/{cohort}/enrol")))
}

fn edits(fields: &Fields, delivery: Option<Delivery>) -> Edits {
    let rows = fields
        .numbered("name")
        .map(|(number, name)| RowChange {
            number,
            name: name.to_owned(),
            address: fields.get(&format!("address-{number}")).to_owned(),
            choice: choice(fields.get(&format!("choice-{number}"))),
        })
        .collect();
    let plan = fields.has("day").then(|| plan_in(fields));
    Edits {
        rows,
        plan,
        delivery,
        take_suggestion: fields.get("take").parse().ok(),
    }
}

fn choice(code: &str) -> Choice {
    match code {
        "skip" => Choice::Skip,
        "different" => Choice::Different,
        _ => code
            .strip_prefix("same:")
            .and_then(|person| person.parse().ok())
            .map_or(Choice::Open, Choice::Same),
    }
}
