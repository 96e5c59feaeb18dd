//! `kaskada`: the whole platform in one binary.

use std::process::ExitCode;

use clap::Parser;
use server::command::CommandLine;
use tracing_subscriber::EnvFilter;

#[tokio::main]
async fn main() -> ExitCode {
    tracing_subscriber::fmt()
        .with_env_filter(
            EnvFilter::try_from_env("KASKADA_LOG")
                .unwrap_or_else(|_| "warn,server=info,services=info,store=info,app=info".into()),
        )
        .with_writer(std::io::stderr)
        .init();
    let line = CommandLine::parse();
    match line.command.run().await {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            eprintln!("kaskada: {failure}");
            ExitCode::FAILURE
        }
    }
}
