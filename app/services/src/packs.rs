//! Packs: what a session or a period shows, in one file that never changes. Asked for by people,
//! made by a background job, kept under their fingerprint.

mod contents;
mod funder;
mod make;
mod report;
mod session;
mod sheet;
mod small;

use chrono::NaiveDate;
use domain::ids::{CohortId, PackId, ProgrammeId, SessionId};
use domain::language::Language;
use domain::people::Actor;
use domain::policy::{Action, Subject};
use store::programme::Programme;

use crate::access::{CohortStanding, allow};
use crate::ports::Pieces;
use crate::sessions::allowed;
use crate::{FieldProblem, ServiceError, Services, audit, files, form, local};

pub use make::{begin_again, make_next};
pub use store::pack::{About, Made, Pack, State};

/// Packs on one page of the list.
pub const PAGE: u64 = 20;
/// How many of the newest packs a new one is compared with.
const NEWEST: u64 = 20;

/// A programme's funder packs as somebody sees them.
#[derive(Clone, Debug)]
pub struct Packs {
    /// The programme.
    pub programme: Programme,
    /// The packs on this page, the newest first.
    pub packs: Vec<Pack>,
    /// Whether more follow.
    pub more: bool,
    /// Whether the asker may have packs made; otherwise only ready ones are seen.
    pub may_make: bool,
    /// The period that a form suggests: from the programme's first day until today or its last.
    pub suggested: (NaiveDate, NaiveDate),
}

/// Page `page` (from 0) of a programme's funder packs.
///
/// # Errors
/// [`ServiceError::Hidden`] when there is no such programme, or it is none of the asker's business.
pub async fn of_programme(
    services: &Services,
    actor: &Actor,
    id: ProgrammeId,
    page: u64,
) -> Result<Packs, ServiceError> {
    allow(actor, Action::TakeFunderPack, &Subject::Programme(id))?;
    let read = services.store.read();
    let programme = store::programme::by_id(read, id)
        .await?
        .ok_or(ServiceError::Hidden)?;
    let may_make = allow(actor, Action::MakeFunderPack, &Subject::Programme(id)).is_ok();
    let wanted = (PAGE + 1, page.saturating_mul(PAGE));
    let mut packs = store::pack::of_programme(read, id, !may_make, wanted).await?;
    let more = packs.len() > PAGE as usize;
    packs.truncate(PAGE as usize);
    let today = local::day(services.now());
    let last = programme.ends_on.map_or(today, |end| end.min(today));
    Ok(Packs {
        suggested: (programme.starts_on.min(last), last),
        programme,
        packs,
        more,
        may_make,
    })
}

/// Asks for a programme's funder pack from a day to a day, as typed. A pack of the same period and
/// language that is not made yet, or was made today, is that pack.
///
/// # Errors
/// [`ServiceError::Invalid`] for a period that is none, or is not over.
pub async fn ask_funder(
    services: &Services,
    actor: &Actor,
    programme: ProgrammeId,
    (from, to): (&str, &str),
    language: Language,
) -> Result<(), ServiceError> {
    allow(
        actor,
        Action::MakeFunderPack,
        &Subject::Programme(programme),
    )?;
    let mut problems = Vec::new();
    let from = form::day("from", from, &mut problems);
    let to = form::day("to", to, &mut problems);
    if let (Some(from), Some(to)) = (from, to) {
        if to < from {
            problems.push(FieldProblem::new("to", "pack_reversed"));
        } else if to > local::day(services.now()) {
            problems.push(FieldProblem::new("to", "pack_future"));
        }
    }
    let (Some(from), Some(to), true) = (from, to, problems.is_empty()) else {
        return Err(ServiceError::Invalid(problems));
    };
    let newest =
        store::pack::of_programme(services.store.read(), programme, false, (NEWEST, 0)).await?;
    let about = About::Period(from, to);
    ask(services, actor, programme, about, language, &newest).await
}

/// Asks for the evidence pack of a session that took place. One in the same language that is not
/// made yet, or since which nothing about the session changed, is that pack.
///
/// # Errors
/// [`ServiceError::Invalid`] when the session did not take place.
pub async fn ask_session(
    services: &Services,
    actor: &Actor,
    cohort: CohortId,
    session: SessionId,
    language: Language,
) -> Result<(), ServiceError> {
    let (_, standing, session) =
        allowed(services, actor, Action::PackEvidence, cohort, session).await?;
    if session.delivered_at.is_none() {
        return Err(ServiceError::field("pack", "pack_not_held"));
    }
    let newest = store::pack::of_session(services.store.read(), session.id, NEWEST).await?;
    let about = About::Session(session.id);
    let programme = standing.cohort.programme;
    ask(services, actor, programme, about, language, &newest).await
}

async fn ask(
    services: &Services,
    actor: &Actor,
    programme: ProgrammeId,
    about: About,
    language: Language,
    newest: &[Pack],
) -> Result<(), ServiceError> {
    let by = actor.person().ok_or(ServiceError::SignIn)?;
    let is_the_same = |pack: &&Pack| pack.about == about && pack.language == language;
    for pack in newest.iter().filter(is_the_same) {
        if is_good_enough(services, pack).await? {
            return Ok(());
        }
    }
    let pack = Pack {
        id: PackId(services.new_id()),
        about,
        programme,
        language,
        made_by: by,
        asked_at: services.now(),
        state: State::Waiting,
        attempts: 0,
        progress: (0, 0),
        made: None,
        error: None,
    };
    let asker = services.clone();
    services
        .store
        .write(Box::new(move |tx| {
            Box::pin(async move {
                store::pack::ask(tx, &pack).await?;
                let (subject, detail) = match about {
                    About::Session(session) => (("session", session.0), String::new()),
                    About::Period(from, to) => {
                        (("programme", programme.0), format!("{from} – {to}"))
                    }
                };
                audit::record(&asker, tx, Some(by), "pack.asked", subject, &detail).await
            })
        }))
        .await
}

/// Whether another pack would say the same: asking again must not fill the disk.
async fn is_good_enough(services: &Services, pack: &Pack) -> Result<bool, ServiceError> {
    let made = match (pack.state, &pack.made) {
        (State::Waiting | State::Making, _) => return Ok(true),
        (State::Ready, Some(made)) => made.at,
        _ => return Ok(false),
    };
    match pack.about {
        About::Period(..) => Ok(local::day(made) == local::day(services.now())),
        About::Session(session) => {
            let read = services.store.read();
            Ok(!store::pack::session_changed_since(read, session, made).await?)
        }
    }
}

/// A pack that the actor may do this to, `making` it or taking it away, and the cohort of the
/// session it is about.
async fn allowed_pack(
    services: &Services,
    actor: &Actor,
    id: PackId,
    making: bool,
) -> Result<(Pack, Option<CohortId>), ServiceError> {
    actor.person().ok_or(ServiceError::SignIn)?;
    let read = services.store.read();
    let pack = store::pack::by_id(read, id)
        .await?
        .ok_or(ServiceError::Hidden)?;
    match pack.about {
        About::Period(..) => {
            let action = if making {
                Action::MakeFunderPack
            } else {
                Action::TakeFunderPack
            };
            allow(actor, action, &Subject::Programme(pack.programme))?;
            Ok((pack, None))
        }
        About::Session(session) => {
            let session = store::session::by_id(read, session).await?;
            let session = session.ok_or(ServiceError::Hidden)?;
            let standing = CohortStanding::of(read, session.cohort).await?;
            allow(actor, Action::PackEvidence, &standing.subject())?;
            Ok((pack, Some(session.cohort)))
        }
    }
}

/// Lets a pack that failed be made again; answers it, and the cohort of the session it is about.
///
/// # Errors
/// [`ServiceError::Hidden`] when there is no such pack, or it is none of the asker's business.
pub async fn try_again(
    services: &Services,
    actor: &Actor,
    id: PackId,
) -> Result<(Pack, Option<CohortId>), ServiceError> {
    let (pack, cohort) = allowed_pack(services, actor, id, true).await?;
    services
        .store
        .write::<_, ServiceError>(Box::new(move |tx| {
            Box::pin(async move { Ok(store::pack::try_again(tx, id).await?) })
        }))
        .await?;
    Ok((pack, cohort))
}

/// A ready pack and its bytes: the same ones whenever they are fetched.
///
/// # Errors
/// [`ServiceError::Hidden`] when there is no such pack, it is not ready, or it is none of the
/// asker's business.
pub async fn fetch(
    services: &Services,
    actor: &Actor,
    id: PackId,
) -> Result<(Pack, Made, Pieces), ServiceError> {
    let (pack, _) = allowed_pack(services, actor, id, false).await?;
    let made = pack.made.clone().filter(|_| pack.state == State::Ready);
    let made = made.ok_or(ServiceError::Hidden)?;
    let bytes = files::read(services, &made.sha256).await?;
    Ok((pack, made, bytes))
}
