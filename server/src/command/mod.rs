//! The command line: one file per command.

mod course;
mod demo;
pub mod serve;
mod setup_link;

use clap::{Parser, Subcommand};

use crate::configuration::Options;

/// Kaskada: cascade training from the first trainers to the last colleague.
#[derive(Parser)]
#[command(name = "kaskada", version, about)]
pub struct CommandLine {
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
}

/// What `kaskada` can do.
#[derive(Subcommand)]
pub enum Command {
    /// Serve the platform
    Serve(Options),
    /// Fill an empty installation with a demonstration, and serve it
    Demo(demo::Demo),
    /// Print a one-time address that creates the first coordinator
    SetupLink(setup_link::SetupLink),
    /// Check, import or export a course
    #[command(subcommand)]
    Course(course::CourseCommand),
}

impl Command {
    /// Does it.
    ///
    /// # Errors
    /// One plain sentence.
    pub async fn run(self) -> Result<(), String> {
        match self {
            Self::Serve(options) => serve::run(options.resolve()?).await,
            Self::Demo(options) => demo::run(&options).await,
            Self::SetupLink(options) => setup_link::run(&options).await,
            Self::Course(command) => command.run().await,
        }
    }
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory;

    use super::CommandLine;

    #[test]
    fn every_command_and_option_is_well_formed() {
        CommandLine::command().debug_assert();
    }
}
