//! Step 1: a list, pasted or as a file. Plain forms and forms with files are both taken.

use axum::Form;
use axum::body::Body;
use axum::extract::{FromRequest, Multipart, Request};
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use domain::ids::CohortId;
use futures::StreamExt;
use services::{ServiceError, enrolment};

use crate::actions::fields::Fields;
use crate::address::At;
use crate::error::Failure;
use crate::flash::Flash;
use crate::pages::enrol::{Typed, refused};
use crate::visit::Visit;

/// Most read of a form: a file of 5 MB with its surroundings.
const LARGEST: usize = 6 * 1024 * 1024;

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
        let (request, whole) = beginning(request).await?;
        let form = Multipart::from_request(request, &visit.state).await;
        return read_parts(form.map_err(|_| Failure::BadRequest)?, whole).await;
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

/// As much of a form as is taken, and whether that is all of it. The pasted list comes before the
/// file: it is read whole even when the file is not.
async fn beginning(request: Request) -> Result<(Request, bool), Failure> {
    let (parts, body) = request.into_parts();
    let mut pieces = body.into_data_stream();
    let (mut read, mut whole) = (Vec::new(), true);
    while let Some(piece) = pieces.next().await {
        let piece = piece.map_err(|_| Failure::BadRequest)?;
        let room = LARGEST - read.len();
        read.extend_from_slice(&piece[..piece.len().min(room)]);
        if piece.len() > room {
            whole = false;
            break;
        }
    }
    Ok((Request::from_parts(parts, Body::from(read)), whole))
}

async fn read_parts(mut form: Multipart, whole: bool) -> Result<List, Failure> {
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
            // What lies beyond the limit was not read, so the form ends in mid-part.
            Err(_) if !whole => {
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
