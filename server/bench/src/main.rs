//! Prints every budget of the architecture as a ratio measured in one run.
//!
//! A benchmark, never a test: it says what it finds and ends well. Everything happens on this
//! machine, over loopback, with bounded counts. This process makes the load; the server that is
//! measured runs in another.

mod bare;
mod cascade;
mod client;
mod compare;
mod installation;
mod load;
mod process;
mod program;
mod reading;
mod report;
mod site;
mod subject;
mod transfer;
mod writing;

use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::slice;
use std::time::Instant;

use client::{Ask, Connection};
use compare::BROWSERS;
use hyper::header::LOCATION;
use installation::Installation;
use process::Process;
use report::Row;

/// What is measured, in this order, unless the command names only some of it.
const PARTS: [&str; 4] = ["pages", "growth", "writing", "program"];

/// Has a server read everything anew for each page, as if every figure had just moved.
const ANEW: &str = "--anew";

fn main() -> ExitCode {
    let mut arguments = std::env::args().skip(1).peekable();
    let outcome = match arguments.peek().map(String::as_str) {
        Some("subject") => serve(arguments),
        _ => parts(arguments).and_then(measure),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            eprintln!("bench: {failure}");
            ExitCode::FAILURE
        }
    }
}

/// The parts named, or all.
fn parts(named: impl Iterator<Item = String>) -> Result<Vec<String>, String> {
    let named: Vec<String> = named.collect();
    if let Some(unknown) = named.iter().find(|name| !PARTS.contains(&name.as_str())) {
        return Err(format!(
            "there is no part {unknown}; the parts are {}",
            PARTS.join(", ")
        ));
    }
    Ok(if named.is_empty() {
        PARTS.map(str::to_owned).to_vec()
    } else {
        named
    })
}

/// The measured server, on as many threads as the real one.
fn serve(arguments: impl Iterator<Item = String>) -> Result<(), String> {
    let arguments: Vec<String> = arguments.collect();
    let anew = arguments.iter().any(|argument| argument == ANEW);
    let data = arguments
        .into_iter()
        .skip_while(|argument| argument != "--data")
        .nth(1)
        .ok_or("the server needs --data")?;
    tokio::runtime::Runtime::new()
        .map_err(|error| error.to_string())?
        .block_on(subject::run(PathBuf::from(data), anew))
}

/// The load, on one thread, so that the server always has a processor of its own.
fn measure(parts: Vec<String>) -> Result<(), String> {
    tokio::runtime::Builder::new_multi_thread()
        .worker_threads(1)
        .enable_all()
        .build()
        .map_err(|error| error.to_string())?
        .block_on(rows(&parts))
}

async fn rows(parts: &[String]) -> Result<(), String> {
    let started = Instant::now();
    let this = std::env::current_exe().map_err(|error| error.to_string())?;
    let beside = this.parent().ok_or("this program lies in no folder")?;
    let program = program::find(beside)?;
    // On the disk of the build, not in a memory that pretends to be one.
    let folder = tempfile::tempdir_in(beside).map_err(|error| error.to_string())?;
    let say = |what: &str| eprintln!("· {:>3} s  {what}", started.elapsed().as_secs());
    let wanted = |part: &str| parts.iter().any(|named| named == part);

    say("Making a programme with 40 institutions and 10,000 people");
    let data = folder.path().join("small");
    let small = Installation::with_demonstration(&data, 40, 10_000).await?;
    let subject = Process::start(&this, &["subject"], &data)?;
    let mut browser = Connection::open(subject.address).await?;
    let unit = Ask::get(&site::first_unit(&mut browser).await?);
    let learning = unit
        .clone()
        .signed_in(&small.browser_of("learner@demo.example").await?);
    let programme = dashboard(&small, &mut browser).await?;
    let mut rows = Vec::new();
    if wanted("pages") {
        say("Pages against a constant page");
        let learners = small.learners(u32::from(BROWSERS)).await?;
        let learners: Vec<Ask> = learners
            .iter()
            .map(|browser| unit.clone().signed_in(browser))
            .collect();
        let kinds = [
            slice::from_ref(&unit),
            &learners,
            slice::from_ref(&programme),
        ];
        rows.extend(reading::pages(&subject, kinds).await?);
        let anew = Process::start(&this, &["subject", ANEW], &data)?;
        rows.push(reading::anew(&anew, &programme).await?);
    }
    if wanted("growth") {
        say("Making a programme with 40,000 institutions and 1,000,000 people, the longest step");
        let anew = Process::start(&this, &["subject", ANEW], &data)?;
        let data = folder.path().join("large");
        let small = (&anew, &small, &programme);
        rows.extend(growth(&this, &data, small).await?);
    }
    if wanted("writing") {
        say("Writing");
        rows.push(writing::paste(&small, folder.path()).await?);
        rows.push(writing::autosave(&subject, &small, unit.path()).await?);
    }
    drop(subject);
    if wanted("program") {
        say("The program itself");
        let pages = vec![unit.clone(), learning.clone(), programme];
        rows.push(program::memory(&program, &data, pages).await?);
        rows.push(program::start(&program, &data, &unit).await?);
        let site = Process::start(&program, &["serve"], &data)?;
        rows.extend(reading::transfer(&site, unit, learning).await?);
        rows.push(program::size(&program)?);
    }
    say("Done");
    report::print(&rows);
    Ok(())
}

/// The dashboard of a programme a hundred times as large, against that of the small one, and the
/// cascade: the institutions to choose from, and an institution's tree. Both servers read
/// everything anew.
async fn growth(
    this: &Path,
    data: &Path,
    (small, of_small, small_page): (&Process, &Installation, &Ask),
) -> Result<[Row; 3], String> {
    let large = Installation::with_demonstration(data, 40_000, 1_000_000).await?;
    let process = Process::start(this, &["subject", ANEW], data)?;
    let mut browser = Connection::open(process.address).await?;
    let large_page = dashboard(&large, &mut browser).await?;
    let dashboard = reading::growth(
        "Programme dashboard, 1,000,000 people in 40,000 institutions / 10,000 in 40",
        (small, small_page),
        (&process, &large_page),
        "",
    )
    .await?;
    let at = |path| (small_page.at(path), large_page.at(path));
    let (small_choice, large_choice) = at("/programme/cascade");
    let choice = reading::growth(
        "Whose cascade to see, the same programmes",
        (small, &small_choice),
        (&process, &large_choice),
        "",
    )
    .await?;
    // Trees of about the same size: the smallest of the small programme, whose institutions have ten
    // times as many people each, and its nearest.
    let of_small = cascade::smallest(of_small).await?;
    let of_large = cascade::nearest(&large, of_small.edges).await?;
    if of_large.edges.abs_diff(of_small.edges) * 4 > of_small.edges.unsigned_abs() {
        let (one, other) = (of_small.edges, of_large.edges);
        return Err(format!(
            "trees of {one} and {other} edges cannot be compared"
        ));
    }
    let tree = reading::growth(
        "Cascade of an institution, trees of about the same size in them",
        (small, &small_page.at(&of_small.address)),
        (&process, &large_page.at(&of_large.address)),
        &format!("; {} edges, with 10,000 {}", of_large.edges, of_small.edges),
    )
    .await?;
    Ok([dashboard, choice, tree])
}

/// The coordinator's page of the programme.
async fn dashboard(installation: &Installation, browser: &mut Connection) -> Result<Ask, String> {
    let coordinator = installation.browser_of("coordinator@demo.example").await?;
    let page = Ask::get("/programme").signed_in(&coordinator);
    let answer = browser.ask(&page).await?;
    let elsewhere = answer
        .headers
        .get(LOCATION)
        .and_then(|value| value.to_str().ok());
    Ok(elsewhere.map_or(page.clone(), |address| page.at(address)))
}
