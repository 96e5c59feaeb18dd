//! Attaching files to a session, and taking them out again.

use axum::Form;
use axum::extract::multipart::{Field, Multipart, MultipartError};
use axum::extract::{FromRequest, Request};
use axum::response::Response;
use domain::ids::{CohortId, EvidenceId, SessionId};
use services::ServiceError;
use services::evidence::{self, Attached, MAX_BYTES, Sent};

use crate::actions::fields::Fields;
use crate::address::At;
use crate::error::Failure;
use crate::visit::Visit;

/// Most read of a form. Browsers show an answer only after having sent everything: a file that is
/// too large is read to its end and thrown away, so that people see why.
pub const MOST_READ: usize = 128 * 1024 * 1024;
/// Longest code of a kind, in bytes; whatever is longer is none.
const LONGEST_KIND: usize = 40;

/// What the form sends.
#[derive(Default)]
struct Upload {
    sent: Sent,
    /// More than is taken; what came is thrown away.
    too_large: bool,
    has_file: bool,
}

/// Attaches a file.
///
/// # Errors
/// When the session is none of the asker's business.
pub async fn attach(
    visit: Visit,
    At((cohort, session)): At<(CohortId, SessionId)>,
    request: Request,
) -> Result<Response, Failure> {
    // Nobody sends much to a session that is none of their business.
    evidence::page(visit.services(), &visit.actor(), cohort, session).await?;
    let form = Multipart::from_request(request, &visit.state).await;
    let upload = read(form.map_err(|_| Failure::BadRequest)?).await?;
    let (kind, name) = (upload.sent.kind.clone(), upload.sent.name.clone());
    let attached = match upload {
        Upload {
            too_large: true, ..
        } => Err(ServiceError::field("file", "evidence_large")),
        Upload {
            has_file: false, ..
        } => Err(ServiceError::field("file", "evidence_missing")),
        Upload { sent, .. } => {
            evidence::attach(visit.services(), &visit.actor(), cohort, session, sent).await
        }
    };
    let page = format!("/cohorts/{cohort}/sessions/{session}/evidence");
    match attached {
        Ok(Attached::New) => {
            visit
                .done(&page, "evidence-attached", &[("name", name)])
                .await
        }
        Ok(Attached::Already) => visit.done(&page, "evidence-already", &[]).await,
        Err(error) => visit.refuse(&page, &[("kind", &kind)], error).await,
    }
}

async fn read(mut form: Multipart) -> Result<Upload, Failure> {
    let mut upload = Upload::default();
    loop {
        let read = match form.next_field().await {
            Ok(None) => return Ok(upload),
            Ok(Some(field)) => read_field(field, &mut upload).await,
            Err(error) => Err(error),
        };
        match read {
            Ok(()) => {}
            Err(error) if error.status() == axum::http::StatusCode::PAYLOAD_TOO_LARGE => {
                upload.too_large = true;
                return Ok(upload);
            }
            Err(_) => return Err(Failure::BadRequest),
        }
    }
}

async fn read_field(mut field: Field<'_>, upload: &mut Upload) -> Result<(), MultipartError> {
    let is_file =
        field.name() == Some("file") && field.file_name().is_some_and(|name| !name.is_empty());
    let is_kind = field.name() == Some("kind");
    let name = field.file_name().unwrap_or_default().to_owned();
    let most = match (is_file, is_kind) {
        (true, _) => MAX_BYTES,
        (_, true) => LONGEST_KIND,
        _ => 0,
    };
    let (mut bytes, mut fits) = (Vec::new(), true);
    while let Some(piece) = field.chunk().await? {
        if fits && bytes.len() + piece.len() <= most {
            bytes.extend_from_slice(&piece);
        } else {
            fits = false;
            bytes = Vec::new();
        }
    }
    if is_file {
        upload.has_file = true;
        upload.too_large |= !fits;
        upload.sent.name = name;
        upload.sent.bytes = bytes.into();
    } else if is_kind {
        upload.sent.kind = String::from_utf8_lossy(&bytes).into_owned();
    }
    Ok(())
}

/// Marks a file as removed.
///
/// # Errors
/// When there is no such file, or it is none of the asker's business.
pub async fn remove(
    visit: Visit,
    At((cohort, session, file)): At<(CohortId, SessionId, EvidenceId)>,
    Form(fields): Form<Fields>,
) -> Result<Response, Failure> {
    let reason = fields.get("reason");
    let page = format!("/cohorts/{cohort}/sessions/{session}/evidence");
    let (services, actor) = (visit.services(), visit.actor());
    match evidence::remove(services, &actor, (cohort, session), file, reason).await {
        Ok(()) => visit.done(&page, "evidence-removed-done", &[]).await,
        Err(error) => {
            let form = format!("{page}/{file}/remove");
            visit.refuse(&form, &[("reason", reason)], error).await
        }
    }
}
