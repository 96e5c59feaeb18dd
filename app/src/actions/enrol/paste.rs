//! Step 1: a list, pasted or as a file. Plain forms and forms with files are both taken.

use axum::Form;
use axum::extract::{FromRequest, Multipart, Request};
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use domain::ids::CohortId;
use services::{ServiceError, enrolment};

use crate::actions::fields::Fields;
use crate::address::At;
use crate::error::Failure;
use crate::flash::Flash;
use crate::pages::enrol::{Typed, refused};
use crate::visit::Visit;

/// What the form sends.
#[derive(Default)]
struct List {
    roster: String,
    file: Option<(Vec<u8>, String)>,
    /// The form went beyond the server's limit; what came before is here.
    too_large: bool,
}

/// Keeps the list as a draft and shows it checked; a list that is none is refused beside its
/// field, with everything typed still there.
///
/// # Errors
/// When the cohort is none of the asker's business.
pub async fn post(
    visit: Visit,
    At(cohort): At<CohortId>,
    request: Request,
) -> Result<Response, Failure> {
    let List {
        roster,
        file,
        too_large,
    } = read(&visit, request).await?;
    let pasted = if too_large {
        Err(ServiceError::field("file", "file_too_large"))
    } else {
        enrolment::paste(
            visit.services(),
            &visit.actor(),
            cohort,
            roster.clone(),
            file,
        )
        .await
    };
    match pasted {
        Ok(()) => Ok(visit.go(&format!("/cohorts/{cohort}/enrol#check"))),
        Err(ServiceError::Invalid(problems)) => {
            let flash = Flash::refused(&[], problems);
            refused(&visit, cohort, Typed { flash, roster }).await
        }
        Err(error) => Err(error.into()),
    }
}

async fn read(visit: &Visit, request: Request) -> Result<List, Failure> {
    let kind = request
        .headers()
        .get(header::CONTENT_TYPE)
        .and_then(|kind| kind.to_str().ok());
    if kind.is_some_and(|kind| kind.starts_with("multipart/")) {
        let form = Multipart::from_request(request, &visit.state).await;
        return read_parts(form.map_err(|_| Failure::BadRequest)?).await;
    }
    let form = Form::<Fields>::from_request(request, &visit.state).await;
    match form.map_err(IntoResponse::into_response) {
        Ok(Form(fields)) => Ok(List {
            roster: fields.get("roster").to_owned(),
            ..List::default()
        }),
        Err(error) if is_too_large(error.status()) => Ok(List {
            too_large: true,
            ..List::default()
        }),
        Err(_) => Err(Failure::BadRequest),
    }
}

async fn read_parts(mut form: Multipart) -> Result<List, Failure> {
    let mut list = List::default();
    loop {
        let read = match form.next_field().await {
            Ok(None) => return Ok(list),
            Ok(Some(field)) => {
                let name = field.name().unwrap_or_default().to_owned();
                let file = field.file_name().unwrap_or_default().to_owned();
                field.bytes().await.map(|bytes| (name, file, bytes))
            }
            Err(error) => Err(error),
        };
        match read {
            // Whatever was pasted is read: bytes that are no UTF-8 become marks that the check names.
            Ok((name, _, bytes)) if name == "roster" => {
                list.roster = String::from_utf8_lossy(&bytes).into_owned();
            }
            Ok((name, file, bytes)) if name == "file" && !file.is_empty() => {
                list.file = Some((bytes.to_vec(), file));
            }
            Ok(_) => {}
            Err(error) if is_too_large(error.status()) => {
                return Ok(List {
                    too_large: true,
                    ..list
                });
            }
            Err(_) => return Err(Failure::BadRequest),
        }
    }
}

fn is_too_large(status: StatusCode) -> bool {
    status == StatusCode::PAYLOAD_TOO_LARGE
}
