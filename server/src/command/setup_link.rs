//! `kaskada setup-link`.

use clap::Args;

use crate::command::serve;
use crate::configuration;

/// The options of the installation, and whether somebody coordinates already.
#[derive(Args)]
pub struct SetupLink {
    #[command(flatten)]
    installation: configuration::Options,
    /// Make one even though somebody coordinates already, as when nobody can sign in any more
    #[arg(long)]
    again: bool,
}

/// Prints the one-time address.
pub async fn run(options: &SetupLink) -> Result<(), String> {
    let configuration = options.installation.resolve()?;
    let services = serve::open_at(&configuration, &configuration.listen).await?;
    let link = services::setup::link(&services, options.again)
        .await
        .map_err(|error| format!("no address was made: {error}"))?
        .ok_or("somebody coordinates already; add --again to make another coordinator")?;
    println!("Open this address within 24 hours to create the first coordinator:\n{link}");
    Ok(())
}
