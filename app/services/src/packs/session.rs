//! The evidence pack of a session: what was planned, who was there, what was adapted, and the
//! files that show it. It names people, and is for those who may see them.

use domain::cascade::Rule;
use domain::clock::Timestamp;
use domain::ids::SessionId;
use domain::names::fold;
use store::DatabaseTransaction;
use store::cohort::Cohort;
use store::evidence::{File, Listed};
use store::programme::Programme;
use store::session::Session;

use super::contents::{Contents, made_at};
use super::funder::{count, hours, yes_or_no};
use super::make::{Job, MakeError};
use super::sheet::{Sheet, Value, Vocabulary};
use crate::course::{Edition, edition_of};

/// Most lines of attendance and most files in a pack; more than any session has.
const MOST: u64 = 20_000;

/// The rule printed beside what the session needs.
pub(super) const RULES: [Rule; 1] = [Rule::Evidence];

/// A file of the session, and where it lies in the pack.
pub(super) struct Attached {
    pub path: String,
    pub file: File,
}

/// Reads a session as it is at one moment.
pub(super) async fn contents(
    job: &mut Job<'_>,
    read: &DatabaseTransaction,
    programme: &Programme,
    session: SessionId,
    made: Timestamp,
) -> Result<(Contents, Vec<Attached>), MakeError> {
    let session = store::session::by_id(read, session)
        .await?
        .ok_or(MakeError::Gone)?;
    let cohort = store::cohort::by_id(read, session.cohort)
        .await?
        .ok_or(MakeError::Gone)?;
    let files = store::evidence::of_session(read, session.id, MOST).await?;
    let files: Vec<(String, Listed)> = files
        .into_iter()
        .filter(|one| one.removed.is_none())
        .enumerate()
        .map(|(number, one)| (path(number + 1, &one.file), one))
        .collect();
    let edition = edition_of(job.services, cohort.course_version).await?;
    let sheets = vec![
        facts(job, read, programme, &cohort, &session, &edition, made).await?,
        pieces(read, session.id).await?,
        attendance(read, session.id).await?,
        adaptations(job, read, session.id, &edition).await?,
        listed(&files),
    ];
    let contents = Contents::of("session", made, sheets, job.definitions(&RULES));
    let attached = files
        .into_iter()
        .map(|(path, one)| Attached {
            path,
            file: one.file,
        })
        .collect();
    Ok((contents, attached))
}

/// Letters and digits that every machine can unpack: `evidence/03-register-spring.pdf`.
fn path(number: usize, file: &File) -> String {
    let (stem, ending) = file.name.rsplit_once('.').unwrap_or((&file.name, ""));
    let plain: String = fold(stem)
        .chars()
        .map(|letter| {
            if letter.is_ascii_alphanumeric() {
                letter
            } else {
                '-'
            }
        })
        .take(60)
        .collect();
    let plain = plain.trim_matches('-');
    format!("evidence/{number:02}-{}-{plain}.{ending}", file.kind.code())
}

async fn facts(
    job: &Job<'_>,
    read: &DatabaseTransaction,
    programme: &Programme,
    cohort: &Cohort,
    session: &Session,
    edition: &Edition,
    made: Timestamp,
) -> Result<Sheet, MakeError> {
    let institution = store::programme::institution_names(read, &[cohort.institution]).await?;
    let named = store::person::by_ids(read, &session.trainers).await?;
    let trainers: Vec<String> = session
        .trainers
        .iter()
        .filter_map(|trainer| Some(named.get(trainer)?.name.clone()))
        .collect();
    let units = store::session::units(read, session.id).await?;
    let units: Vec<String> = units
        .into_iter()
        .filter_map(|unit| Some(job.unit_title(edition, edition.place(unit)?)))
        .collect();
    let sheet = store::session::attendance(read, session.id).await?;
    let time = |time: Option<chrono::NaiveTime>| time.map(domain::session::written);
    Ok(Sheet::of_facts(
        "session",
        vec![
            ("programme", programme.title.as_str().into()),
            ("reference", programme.reference.as_str().into()),
            ("funding", programme.funding_in(job.pack.language).into()),
            ("institution", institution.into_values().next().into()),
            ("cohort", cohort.title.as_str().into()),
            (
                "course",
                edition.contents(job.pack.language).title.as_str().into(),
            ),
            ("day", Value::Day(session.on_day)),
            (
                "starts",
                time(session.times.map(|times| times.starts())).into(),
            ),
            ("ends", time(session.times.map(|times| times.ends())).into()),
            ("hours", hours(session.minutes)),
            (
                "meeting",
                Value::word(Vocabulary::Meeting, session.meeting.code()),
            ),
            ("place", session.place.as_str().into()),
            ("trainers", trainers.join("; ").into()),
            ("units", units.join("; ").into()),
            ("work_package", session.work_package.as_str().into()),
            ("deliverable", session.deliverable.as_str().into()),
            ("agenda", session.agenda.as_str().into()),
            ("present", count(sheet.everybody_present().count()).into()),
            ("made", made_at(made).into()),
        ],
    ))
}

async fn pieces(read: &DatabaseTransaction, session: SessionId) -> Result<Sheet, MakeError> {
    let pieces = store::evidence::completeness(read, session).await?;
    Ok(Sheet {
        key: "pieces",
        columns: vec!["piece", "there"],
        rows: pieces
            .into_iter()
            .map(|(piece, there)| {
                vec![
                    Value::word(Vocabulary::Piece, piece.code()),
                    yes_or_no(there),
                ]
            })
            .collect(),
    })
}

/// Every line, oldest first: corrections stand below what they correct.
async fn attendance(read: &DatabaseTransaction, session: SessionId) -> Result<Sheet, MakeError> {
    let mut lines = store::session::history(read, session, false, MOST).await?;
    lines.reverse();
    Ok(Sheet {
        key: "attendance",
        columns: vec!["name", "there", "source", "reason", "recorded_by", "at"],
        rows: lines
            .into_iter()
            .map(|line| {
                vec![
                    line.name.into(),
                    yes_or_no(line.present),
                    Value::word(Vocabulary::Source, line.source.code()),
                    line.reason.into(),
                    line.recorded_by.into(),
                    made_at(line.at).into(),
                ]
            })
            .collect(),
    })
}

async fn adaptations(
    job: &Job<'_>,
    read: &DatabaseTransaction,
    session: SessionId,
    edition: &Edition,
) -> Result<Sheet, MakeError> {
    let notes = store::adaptation::of_session(read, session).await?;
    let unit = |unit| Some(job.unit_title(edition, edition.place(unit)?));
    Ok(Sheet {
        key: "adaptations",
        columns: vec!["unit", "adaptation", "author", "at"],
        rows: notes
            .into_iter()
            .map(|note| {
                vec![
                    note.unit.and_then(unit).into(),
                    note.body.into(),
                    note.author.into(),
                    made_at(note.made_at).into(),
                ]
            })
            .collect(),
    })
}

fn listed(files: &[(String, Listed)]) -> Sheet {
    let row = |(path, one): &(String, Listed)| {
        vec![
            path.as_str().into(),
            Value::word(Vocabulary::Kind, one.file.kind.code()),
            one.file.name.as_str().into(),
            one.file.media_type.as_str().into(),
            Value::Number(u32::try_from(one.file.bytes).map_or(f64::MAX, f64::from)),
            one.file.sha256.as_str().into(),
            one.added_by.as_str().into(),
            made_at(one.file.added_at).into(),
        ]
    };
    Sheet {
        key: "files",
        columns: vec![
            "path",
            "kind",
            "name",
            "media_type",
            "bytes",
            "sha256",
            "added_by",
            "at",
        ],
        rows: files.iter().map(row).collect(),
    }
}
