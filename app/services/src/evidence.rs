//! The evidence of a session: what it needs, what is attached, and the files themselves.

use std::sync::Arc;

use bytes::Bytes;
use documents::scan::{self, MediaType, Posing, ScanError};
use domain::cascade::evidence::{EvidenceKind, Piece};
use domain::clock::Timestamp;
use domain::ids::{CohortId, EvidenceId, SessionId};
use domain::names::is_invisible;
use domain::people::Actor;
use domain::policy::Action;
use store::cohort::Cohort;
use store::session::Session;

use crate::ports::Pieces;
use crate::sessions::{self, allowed};
use crate::{FieldProblem, ServiceError, Services, audit, cohorts, files};

pub use store::evidence::{File, Lacking, LackingSession, Listed};
pub use store::pack::Pack;

/// The largest file that can be attached, in bytes.
pub const MAX_BYTES: usize = scan::MAX_BYTES;
/// Most files of one session.
pub const MOST_FILES: u64 = 50;
/// Most files that a session may ever have had, removed ones among them: their bytes are kept.
pub const MOST_EVER: u64 = 200;
/// Most lines of the list, removed files among them.
const LISTED: u64 = MOST_EVER;
/// Files that are looked into at the same time.
pub(crate) const LOOKED_INTO_AT_ONCE: usize = 2;
/// Longest name of a file, in characters.
const LONGEST_NAME: usize = 120;
/// Packs shown of one session.
const PACKS: u64 = 5;

/// Everything the evidence page of a session shows.
#[derive(Clone, Debug)]
pub struct EvidencePage {
    /// The cohort.
    pub cohort: Cohort,
    /// The session.
    pub session: Session,
    /// What it needs, each with whether it is there.
    pub pieces: Vec<(Piece, bool)>,
    /// The files attached, in that order, removed ones among them.
    pub files: Vec<Listed>,
    /// Its packs, the newest first.
    pub packs: Vec<Pack>,
    /// Whether its day has come, so that there can be evidence of it.
    pub due: bool,
}

/// A session's evidence.
///
/// # Errors
/// [`ServiceError::Hidden`] when the session is none of the asker's business.
pub async fn page(
    services: &Services,
    actor: &Actor,
    cohort: CohortId,
    session: SessionId,
) -> Result<EvidencePage, ServiceError> {
    let (_, standing, session) =
        allowed(services, actor, Action::KeepEvidence, cohort, session).await?;
    let read = services.store.read();
    Ok(EvidencePage {
        pieces: store::evidence::completeness(read, session.id).await?,
        files: store::evidence::of_session(read, session.id, LISTED).await?,
        packs: store::pack::of_session(read, session.id, PACKS).await?,
        due: sessions::is_due(&session, services.now()),
        cohort: standing.cohort,
        session,
    })
}

/// A file as somebody sends it.
#[derive(Clone, Debug, Default)]
pub struct Sent {
    /// What it shows, as a code.
    pub kind: String,
    /// What it is called where it comes from.
    pub name: String,
    /// What is in it.
    pub bytes: Bytes,
}

/// What became of a file that somebody sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Attached {
    /// It is attached now.
    New,
    /// The same file was attached before.
    Already,
}

/// Attaches a file to a session that took place, once it is known to be nothing but a document or
/// a picture.
///
/// # Errors
/// [`ServiceError::Invalid`] with why the file is not taken.
pub async fn attach(
    services: &Services,
    actor: &Actor,
    cohort: CohortId,
    session: SessionId,
    sent: Sent,
) -> Result<Attached, ServiceError> {
    let (by, _, session) = allowed(services, actor, Action::KeepEvidence, cohort, session).await?;
    if !sessions::is_due(&session, services.now()) {
        return Err(ServiceError::field("file", "evidence_too_early"));
    }
    let kind =
        EvidenceKind::from_code(&sent.kind).ok_or_else(|| ServiceError::field("kind", "choice"))?;
    let (files, ever) = store::evidence::count(services.store.read(), session.id).await?;
    if files >= MOST_FILES {
        let problem = FieldProblem::new("file", "evidence_many").with("most", MOST_FILES);
        return Err(problem.into());
    }
    if ever >= MOST_EVER {
        let problem = FieldProblem::new("file", "evidence_many_removed").with("most", MOST_EVER);
        return Err(problem.into());
    }
    let media_type = checked(services, sent.bytes.clone()).await?;
    let length = u64::try_from(sent.bytes.len()).unwrap_or(u64::MAX);
    // Kept before it is named: a name whose file is missing would be worse than a file without one.
    let sha256 = files::keep(services, sent.bytes).await?;
    let file = File {
        id: EvidenceId(services.new_id()),
        session: session.id,
        kind,
        name: clean_name(&sent.name, media_type),
        media_type: media_type.name().to_owned(),
        bytes: length,
        sha256,
        added_by: by,
        added_at: services.now(),
    };
    let asker = services.clone();
    services
        .store
        .write(Box::new(move |tx| {
            Box::pin(async move {
                if !store::evidence::add(tx, &file).await? {
                    return Ok(Attached::Already);
                }
                store::evidence::recount(tx, file.session).await?;
                let subject = ("session", file.session.0);
                audit::record(
                    &asker,
                    tx,
                    Some(by),
                    "evidence.attached",
                    subject,
                    &file.name,
                )
                .await?;
                Ok(Attached::New)
            })
        }))
        .await
}

/// Looking into a file takes a while: not on the threads that answer everybody, and never into many
/// at once. The place is given back when the work ends, even where nobody waits for it any more.
async fn checked(services: &Services, bytes: Bytes) -> Result<MediaType, ServiceError> {
    let place = Arc::clone(&services.scans).acquire_owned().await;
    let looked = tokio::task::spawn_blocking(move || {
        let _place = place;
        scan::check(&bytes)
    })
    .await;
    // A file that brings the check down is damaged in a way nobody thought of.
    let found = looked.unwrap_or(Err(ScanError::Damaged));
    found.map_err(|error| ServiceError::field("file", problem(error)))
}

/// The code of the sentence that says why a file is not taken, and what to do.
#[must_use]
pub fn problem(error: ScanError) -> &'static str {
    match error {
        ScanError::Empty => "evidence_empty",
        ScanError::TooLarge => "evidence_large",
        ScanError::NotAScan(Posing::Office) => "evidence_office",
        ScanError::NotAScan(Posing::Archive) => "evidence_archive",
        ScanError::NotAScan(Posing::Markup) => "evidence_markup",
        ScanError::NotAScan(Posing::Picture) => "evidence_picture",
        ScanError::NotAScan(Posing::Unknown) => "evidence_unknown",
        ScanError::TwoInOne => "evidence_two",
        ScanError::Active => "evidence_active",
        ScanError::Encrypted => "evidence_locked",
        ScanError::Dimensions => "evidence_dimensions",
        ScanError::Opaque => "evidence_opaque",
        ScanError::Damaged => "evidence_damaged",
    }
}

/// A file's name without its folders and without anything invisible, with the ending of what it
/// is; never empty.
fn clean_name(sent: &str, media_type: MediaType) -> String {
    let last = sent.rsplit(['/', '\\']).next().unwrap_or_default();
    let visible: String = last
        .chars()
        .filter(|letter| !is_invisible(*letter) && !letter.is_control())
        .collect();
    let stem = match visible.rsplit_once('.') {
        Some((stem, ending)) if ending.len() <= 5 => stem,
        _ => &visible,
    };
    let stem: String = stem.trim().chars().take(LONGEST_NAME).collect();
    let stem = if stem.is_empty() { "file" } else { &stem };
    format!("{stem}.{}", media_type.ending())
}

/// Marks a file as removed, with a reason. Its line stays, and packs that were made with it do not
/// change.
///
/// # Errors
/// [`ServiceError::Invalid`] without a reason; [`ServiceError::Hidden`] when there is no such file.
pub async fn remove(
    services: &Services,
    actor: &Actor,
    (cohort, session): (CohortId, SessionId),
    file: EvidenceId,
    reason: &str,
) -> Result<(), ServiceError> {
    let (by, _, session) = allowed(services, actor, Action::KeepEvidence, cohort, session).await?;
    let reason = cohorts::clean_line("reason", "evidence_reason_missing", reason)?;
    let asker = services.clone();
    services
        .store
        .write(Box::new(move |tx| {
            Box::pin(async move {
                let now: Timestamp = asker.now();
                let removed =
                    store::evidence::remove(tx, session.id, file, (by, now), &reason).await?;
                if !removed {
                    return Err(ServiceError::Hidden);
                }
                store::evidence::recount(tx, session.id).await?;
                let subject = ("session", session.id.0);
                audit::record(&asker, tx, Some(by), "evidence.removed", subject, &reason).await
            })
        }))
        .await
}

/// A file that was not removed, and its bytes.
///
/// # Errors
/// [`ServiceError::Hidden`] when there is no such file, or it is none of the asker's business.
pub async fn fetch(
    services: &Services,
    actor: &Actor,
    (cohort, session): (CohortId, SessionId),
    file: EvidenceId,
) -> Result<(File, Pieces), ServiceError> {
    let (_, _, session) = allowed(services, actor, Action::KeepEvidence, cohort, session).await?;
    let file = store::evidence::by_id(services.store.read(), session.id, file)
        .await?
        .ok_or(ServiceError::Hidden)?;
    let bytes = files::read(services, &file.sha256).await?;
    Ok((file, bytes))
}

#[cfg(test)]
mod tests {
    use std::pin::pin;
    use std::sync::Arc;

    use bytes::Bytes;
    use documents::scan::MediaType;
    use futures::poll;

    use super::{checked, clean_name};
    use crate::ports::{SystemClock, SystemRandom};
    use crate::{Services, Settings};

    /// Files are large, and taking them apart takes more: two at a time bound the memory it needs.
    #[test]
    fn no_more_than_two_files_are_looked_into_at_once() {
        // One thread for everything that takes a while, so that the order tells who has begun.
        let runtime = tokio::runtime::Builder::new_current_thread()
            .enable_all()
            .max_blocking_threads(1)
            .build();
        runtime.expect("a runtime").block_on(async {
            let scratch = harness::sqlite().await;
            let (clock, random) = (Arc::new(SystemClock), Arc::new(SystemRandom));
            let services = Services::new(scratch.store.clone(), clock, random, Settings::default());
            let pdf = "%PDF-1.4\n1 0 obj << /Type /Catalog >> endobj\n%%EOF\n";
            let scan = || Bytes::from_static(pdf.as_bytes());
            let place = || Arc::clone(&services.scans).try_acquire_owned();
            let (first, second) = (place().expect("a place"), place().expect("another"));
            let mut third = pin!(checked(&services, scan()));
            assert!(poll!(third.as_mut()).is_pending());
            // Had the third begun, it would be done before this.
            tokio::task::spawn_blocking(|| ()).await.expect("nothing");
            assert!(poll!(third.as_mut()).is_pending(), "it waits for a place");
            drop(first);
            assert_eq!(third.await.expect("a scan"), MediaType::Pdf);
            drop(second);
            for _ in 0..3 {
                checked(&services, scan()).await.expect("a scan");
            }
            assert_eq!(
                services.scans.available_permits(),
                2,
                "each place was given back"
            );
        });
    }

    #[test]
    fn a_name_says_what_the_file_is_and_leads_nowhere() {
        for (sent, kept) in [
            ("Regjistri 3 maj.PDF", "Regjistri 3 maj.pdf"),
            ("C:\\Users\\Arta\\scan.exe", "scan.pdf"),
            ("../../etc/passwd", "passwd.pdf"),
            ("\u{202e}fdp.exe", "fdp.pdf"),
            ("", "file.pdf"),
            (".pdf", "file.pdf"),
            ("Nr. 12 and more", "Nr. 12 and more.pdf"),
        ] {
            assert_eq!(clean_name(sent, MediaType::Pdf), kept);
        }
        assert!(clean_name(&"ë".repeat(500), MediaType::Png).chars().count() < 130);
    }
}
