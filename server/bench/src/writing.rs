//! The rows about writing: a long list enrolled, and many answers saved at once.

use std::path::Path;
use std::sync::Arc;
use std::time::{Duration, Instant};

use hyper::StatusCode;
use services::enrolment::{self, Confirmed, Delivery};
use services::{ServiceError, cohorts};

use crate::bare;
use crate::client::{Ask, Connection};
use crate::compare::median;
use crate::installation::Installation;
use crate::load::{self, Until};
use crate::process::Process;
use crate::report::{Budget, Row, Unit};
use crate::site;

/// Rows of the long list.
const LIST: usize = 10_000;
/// People who answer at once.
const LEARNERS: u32 = 50;
/// How long they answer, each time.
const ANSWERING: Duration = Duration::from_secs(3);
/// How often the bare database and the product are measured, in turn.
const ROUNDS: usize = 3;

/// A list of 10,000 pasted, checked and committed, against its rows inserted bare.
pub async fn paste(installation: &Installation, folder: &Path) -> Result<Row, String> {
    let (mut bare, mut checked, mut committed) = (Vec::new(), Vec::new(), Vec::new());
    for round in 0..ROUNDS {
        let folder = folder.join(format!("paste-{round}"));
        std::fs::create_dir(&folder).map_err(|error| error.to_string())?;
        let bare_file = folder.join("bare.db");
        installation.copy_to(&bare_file).await?;
        let inserted = bare::enrolled_rows(&bare_file, LIST).await;
        bare.push(inserted.map_err(|error| error.to_string())?.as_secs_f64());
        installation.copy_to(&folder.join("kaskada.db")).await?;
        let (check, commit) = enrol(&Installation::open(&folder).await?).await?;
        checked.push(check.as_secs_f64());
        committed.push(commit.as_secs_f64());
    }
    let ours = checked
        .iter()
        .zip(&committed)
        .map(|(check, commit)| check + commit);
    let ours = median(ours.collect());
    let [bare, checked, committed] = [bare, checked, committed].map(median);
    Ok(Row::new(
        "Paste of 10,000 rows, checked and committed / the rows inserted bare",
        Unit::Times,
        ours / bare,
        Budget::AtMost(5.0),
        format!(
            "{ours:.2} s ({checked:.2} s to check, {committed:.2} s to commit), bare {bare:.2} s"
        ),
    ))
}

/// How long a trainer waits for the check, and for the enrolment.
async fn enrol(installation: &Installation) -> Result<(Duration, Duration), String> {
    let services = &installation.services;
    let trainer = installation.actor("trainer@demo.example").await?;
    let failed = |error: ServiceError| format!("the list was not enrolled: {error}");
    let cohorts = cohorts::list(services, &trainer, 1).await.map_err(failed)?;
    let cohort = cohorts
        .cohorts
        .first()
        .ok_or("the trainer has no cohort")?
        .cohort
        .id;
    let list: String = (0..LIST)
        .map(|number| format!("Pasted Colleague{number}\tpasted.{number}@uni.example\n"))
        .collect();
    let started = Instant::now();
    enrolment::paste(services, &trainer, cohort, list, None)
        .await
        .map_err(failed)?;
    let desk = enrolment::desk(services, &trainer, cohort)
        .await
        .map_err(failed)?;
    let checked = started.elapsed();
    let prepared = desk.prepared.ok_or("the list did not stay")?;
    if prepared.totals.ready != LIST {
        return Err(format!(
            "{} of {LIST} rows are ready",
            prepared.totals.ready
        ));
    }
    let confirmed = Confirmed {
        revision: prepared.revision,
        ready: LIST,
        delivery: Delivery::Later,
    };
    let started = Instant::now();
    enrolment::commit(services, &trainer, cohort, confirmed)
        .await
        .map_err(failed)?;
    Ok((checked, started.elapsed()))
}

/// Answers that many people save at once, against single rows written bare to the same disk.
pub async fn autosave(
    subject: &Process,
    installation: &Installation,
    unit: &str,
) -> Result<Row, String> {
    let learners: Arc<[String]> = installation.learners(LEARNERS).await?.into();
    if learners.len() < LEARNERS as usize {
        return Err(format!("only {} people are learning", learners.len()));
    }
    let mut browser = Connection::open(subject.address).await?;
    let page = Ask::get(unit).signed_in(&learners[0]);
    let question = site::question(&browser.fetch(&page).await?.text())?;
    let (mut bare, mut ours) = (Vec::new(), Vec::new());
    for round in 0..ROUNDS {
        let file = installation.folder.join(format!("single-{round}.db"));
        let single = bare::single_rows(&file).await;
        bare.push(single.map_err(|error| error.to_string())?);
        let (learners, question) = (Arc::clone(&learners), question.clone());
        let saved = load::run(
            subject.address,
            LEARNERS as usize,
            Until::Elapsed(ANSWERING),
            StatusCode::OK,
            move |learner, turn| {
                let form = question.answered(&format!("bench-{round}-{turn}"));
                Arc::new(Ask::post(&question.action, form).signed_in(&learners[learner]))
            },
        );
        ours.push(saved.await?.rate());
    }
    let (bare, ours) = (median(bare), median(ours));
    Ok(Row::new(
        "Answers saved durably, 50 people at once / single rows written bare",
        Unit::Times,
        ours / bare,
        Budget::AtLeast(2.0),
        format!("{ours:.0} answers/s, bare {bare:.0} transactions/s"),
    ))
}
