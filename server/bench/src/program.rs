//! The rows about the program itself: its start, its memory, its size.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use hyper::StatusCode;

use crate::client::{Ask, Connection};
use crate::compare::median;
use crate::load::{self, Until};
use crate::process::Process;
use crate::report::{Budget, Row, Unit};

/// How often it is started.
const STARTS: usize = 5;
/// Answers before its memory is read.
const ANSWERS: usize = 100_000;
/// Browsers that ask at the same time.
const BROWSERS: usize = 16;

/// The program that people run, beside this one.
pub fn find(folder: &Path) -> Result<PathBuf, String> {
    let program = folder.join("kaskada");
    if program.is_file() {
        return Ok(program);
    }
    Err(format!(
        "{} is missing; make bench builds it",
        program.display()
    ))
}

/// From the start of the process to the last byte of its first page.
pub async fn start(program: &Path, data: &Path, page: &Ask) -> Result<Row, String> {
    let mut times = Vec::with_capacity(STARTS);
    for _ in 0..STARTS {
        let process = Process::start(program, &["serve"], data)?;
        let mut browser = Connection::open(process.address).await?;
        browser.fetch(page).await?;
        times.push(process.started.elapsed().as_secs_f64());
    }
    let figures: Vec<String> = times.iter().map(|time| format!("{time:.3}")).collect();
    Ok(Row::new(
        "Start with 10,000 people, to the first page",
        Unit::Seconds,
        median(times),
        Budget::AtMost(0.3),
        format!("{} s", figures.join(", ")),
    ))
}

/// Memory after many requests for these pages in turn.
pub async fn memory(program: &Path, data: &Path, pages: Vec<Ask>) -> Result<Row, String> {
    let process = Process::start(program, &["serve"], data)?;
    let before = process.resident()?;
    let pages: Arc<[Arc<Ask>]> = pages.into_iter().map(Arc::new).collect();
    let done = load::run(
        process.address,
        BROWSERS,
        Until::Answers(ANSWERS),
        StatusCode::OK,
        move |_, turn| Arc::clone(&pages[turn % pages.len()]),
    )
    .await?;
    let mebibytes = |kibibytes: u64| kibibytes as f64 / 1024.0;
    Ok(Row::new(
        "Memory with 10,000 people, after 100,000 requests",
        Unit::Mebibytes,
        mebibytes(process.resident()?),
        Budget::AtMost(64.0),
        format!(
            "{:.1} MiB at the start; {} mixed requests at {:.0}/s",
            mebibytes(before),
            done.answers,
            done.rate()
        ),
    ))
}

/// Its size on the disk.
pub fn size(program: &Path) -> Result<Row, String> {
    let bytes = program.metadata().map_err(|error| error.to_string())?.len();
    Ok(Row::new(
        "Binary, all inside",
        Unit::Megabytes,
        bytes as f64 / 1e6,
        Budget::AtMost(40.0),
        format!("{bytes} bytes"),
    ))
}
