//! Prints every budget of the architecture as a ratio measured in one run.
//!
//! A benchmark, never a test: it says what it finds and ends well. Everything happens on this
//! machine, over loopback, with bounded counts. This process makes the load; the server that is
//! measured runs in another.

mod bare;
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

use std::path::PathBuf;
use std::process::ExitCode;
use std::time::Instant;

use client::{Ask, Connection};
use hyper::header::LOCATION;
use installation::Installation;
use process::Process;

fn main() -> ExitCode {
    let mut arguments = std::env::args().skip(1);
    let outcome = match arguments.next().as_deref() {
        Some("subject") => serve(arguments),
        _ => measure(),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            eprintln!("bench: {failure}");
            ExitCode::FAILURE
        }
    }
}

/// The measured server, on as many threads as the real one.
fn serve(arguments: impl Iterator<Item = String>) -> Result<(), String> {
    let data = arguments
        .skip_while(|argument| argument != "--data")
        .nth(1)
        .ok_or("the server needs --data")?;
    tokio::runtime::Runtime::new()
        .map_err(|error| error.to_string())?
        .block_on(subject::run(PathBuf::from(data)))
}

/// The load, on one thread, so that the server always has a processor of its own.
fn measure() -> Result<(), String> {
    tokio::runtime::Builder::new_multi_thread()
        .worker_threads(1)
        .enable_all()
        .build()
        .map_err(|error| error.to_string())?
        .block_on(rows())
}

async fn rows() -> Result<(), String> {
    let started = Instant::now();
    let this = std::env::current_exe().map_err(|error| error.to_string())?;
    let beside = this.parent().ok_or("this program lies in no folder")?;
    let program = program::find(beside)?;
    // On the disk of the build, not in a memory that pretends to be one.
    let folder = tempfile::tempdir_in(beside).map_err(|error| error.to_string())?;
    let say = |what: &str| eprintln!("· {:>3} s  {what}", started.elapsed().as_secs());

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

    say("Pages against a constant page");
    let mut rows = vec![
        reading::share(
            &subject,
            "Public unit page, cached / constant page",
            unit.clone(),
            0.5,
        )
        .await?,
        reading::share(
            &subject,
            "Signed-in unit page / constant page",
            learning.clone(),
            0.25,
        )
        .await?,
        reading::share(
            &subject,
            "Programme dashboard, 10,000 people / constant page",
            programme.clone(),
            0.08,
        )
        .await?,
    ];
    say("Making a programme with 40,000 institutions and 1,000,000 people, the longest step");
    let large_data = folder.path().join("large");
    let large = Installation::with_demonstration(&large_data, 40_000, 1_000_000).await?;
    let large_subject = Process::start(&this, &["subject"], &large_data)?;
    let large_programme =
        dashboard(&large, &mut Connection::open(large_subject.address).await?).await?;
    rows.push(reading::growth((&subject, &programme), (&large_subject, &large_programme)).await?);
    drop((large_subject, large));

    say("Writing");
    rows.push(writing::paste(&small, folder.path()).await?);
    rows.push(writing::autosave(&subject, &small, unit.path()).await?);
    drop(subject);

    say("The program itself");
    rows.push(
        program::memory(
            &program,
            &data,
            vec![unit.clone(), learning.clone(), programme],
        )
        .await?,
    );
    rows.push(program::start(&program, &data, &unit).await?);
    let site = Process::start(&program, &["serve"], &data)?;
    rows.extend(reading::transfer(&site, unit, learning).await?);
    rows.push(program::size(&program)?);
    say("Done");
    report::print(&rows);
    Ok(())
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
