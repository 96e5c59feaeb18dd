//! `kaskada demo`.

use std::io::Write;
use std::sync::Arc;
use std::time::Instant;

use chrono::NaiveDate;
use clap::error::ErrorKind;
use clap::{Args, CommandFactory};
use demo::{ACCOUNTS, DemoError, PASSWORD, Prepared, Size};
use domain::clock::{Clock, HOUR, Timestamp};
use services::ports::{ShiftedClock, SystemClock};

use crate::command::{CommandLine, serve};
use crate::configuration::{self, Configuration};
use crate::jobs;

/// How often a large demonstration says how far it is, in people.
const SAY_EVERY: usize = 50_000;

/// The options of serving, and how large the demonstration is.
#[derive(Args)]
pub struct Demo {
    #[command(flatten)]
    installation: configuration::Options,
    /// Institutions of the programme, at least 6 [default: 6]
    #[arg(long, env = "KASKADA_INSTITUTIONS")]
    institutions: Option<u32>,
    /// People, at least 20 for each institution [default: 210]
    #[arg(long, env = "KASKADA_PEOPLE")]
    people: Option<u32>,
    /// The same seed makes the same demonstration [default: 1]
    #[arg(long, env = "KASKADA_SEED")]
    seed: Option<u64>,
    /// The day it takes place on, such as 2026-11-22: its clock starts there at noon, UTC
    /// [default: now]
    #[arg(long, env = "KASKADA_TODAY")]
    today: Option<NaiveDate>,
}

/// Makes the demonstration where there is none, and serves it.
pub async fn run(options: &Demo) -> Result<(), String> {
    let mut configuration = options.installation.resolve()?;
    configuration.institutions = options.institutions.or(configuration.institutions);
    configuration.people = options.people.or(configuration.people);
    configuration.seed = options.seed.or(configuration.seed);
    let wanted = size(&configuration);
    if let Err(error) = wanted.check() {
        let sentence = error.to_string();
        CommandLine::command()
            .error(ErrorKind::ValueValidation, sentence)
            .exit();
    }
    let listener = serve::listen(&configuration).await?;
    let services = serve::open(&configuration, &listener, clock(options.today)).await?;
    let begun = Instant::now();
    let prepared = demo::prepare(&services, wanted, say_how_far(wanted))
        .await
        .map_err(sentence)?;
    match prepared {
        Prepared::Made(size) => {
            let seconds = begun.elapsed().as_secs_f32();
            println!("Made {} in {seconds:.1} s.", in_words(size));
        }
        Prepared::Found(size) if asks_for_another(&configuration, size) => {
            return Err(format!(
                "this installation already holds {}; choose another data folder for another one",
                in_words(size)
            ));
        }
        Prepared::Found(size) => println!("Found {}.", in_words(size)),
    }
    introduce();
    jobs::outbox::start(&configuration, services.clone())?;
    jobs::silence::start(services.clone());
    jobs::errands::start(services.clone());
    jobs::packs::start(services.clone());
    serve::serve(listener, services).await
}

fn clock(today: Option<NaiveDate>) -> Arc<dyn Clock> {
    match today {
        Some(day) => Arc::new(ShiftedClock::showing(
            Timestamp::start_of(day).plus(12 * HOUR),
        )),
        None => Arc::new(SystemClock),
    }
}

fn size(configuration: &Configuration) -> Size {
    let usual = Size::default();
    Size {
        institutions: configuration.institutions.unwrap_or(usual.institutions),
        people: configuration.people.unwrap_or(usual.people),
        seed: configuration.seed.unwrap_or(usual.seed),
    }
}

/// Whether somebody named a size or seed that the demonstration at hand does not have.
fn asks_for_another(configuration: &Configuration, found: Size) -> bool {
    configuration
        .institutions
        .is_some_and(|wanted| wanted != found.institutions)
        || configuration
            .people
            .is_some_and(|wanted| wanted != found.people)
        || configuration
            .seed
            .is_some_and(|wanted| wanted != found.seed)
}

fn in_words(size: Size) -> String {
    let Size {
        institutions,
        people,
        seed,
    } = size;
    format!("a demonstration with {institutions} institutions and {people} people (seed {seed})")
}

fn say_how_far(wanted: Size) -> impl Fn(usize) {
    let said = std::cell::Cell::new(0);
    move |people| {
        if people / SAY_EVERY > said.get() {
            said.set(people / SAY_EVERY);
            println!("{people} of {} people …", wanted.people);
            let _ = std::io::stdout().flush();
        }
    }
}

fn introduce() {
    println!("Everybody in it is invented. Sign in with the password {PASSWORD} as");
    for (address, who) in ACCOUNTS {
        println!("  {address:<28} {who}");
    }
}

fn sentence(error: DemoError) -> String {
    match error {
        DemoError::Store(error) => format!("cannot make the demonstration: {error}"),
        other => other.to_string(),
    }
}
