//! Turns the compiled front and `style/` into the site that the server embeds:
//! every file carries a hash of its content in its name (so browsers may keep
//! it forever), lies beside its brotli and gzip forms, and is listed in
//! `manifest.json` under the name the code knows it by.

mod error;
mod islands;
mod site;
mod style;

use std::path::PathBuf;
use std::process::ExitCode;

use clap::Parser;

use crate::error::BundleError;
use crate::site::Site;

/// Bundles the browser's part of Kaskada.
#[derive(Parser)]
struct Arguments {
    /// The compiled front, frontend.wasm
    #[arg(long)]
    wasm: PathBuf,
    /// The folder of main.css, its pictures and its fonts
    #[arg(long)]
    style: PathBuf,
    /// The folder to fill
    #[arg(long)]
    out: PathBuf,
}

fn main() -> ExitCode {
    match bundle(&Arguments::parse()) {
        Ok(summary) => {
            println!("{summary}");
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("bundle: {error}");
            ExitCode::FAILURE
        }
    }
}

fn bundle(arguments: &Arguments) -> Result<String, BundleError> {
    let mut site = Site::default();
    style::add_to(&mut site, &arguments.style)?;
    islands::add_to(&mut site, &arguments.wasm)?;
    site.write_to(&arguments.out)
}
