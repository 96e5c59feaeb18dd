//! How an installation is set up: the command line, then the environment, then
//! `DATA/kaskada.toml`, then the defaults. The first that says something wins.

use std::path::PathBuf;

use clap::Args;
use figment::Figment;
use figment::providers::{Format, Serialized, Toml};
use serde::{Deserialize, Serialize};

/// What a person may set. Every option is also an environment variable and a line in
/// `DATA/kaskada.toml`.
#[derive(Args, Clone, Debug, Default, Serialize)]
pub struct Options {
    /// Folder that holds everything of this installation
    #[arg(long, env = "KASKADA_DATA", default_value = "data")]
    #[serde(skip)]
    pub data: PathBuf,
    /// Address to listen at; port 0 takes a free one
    #[arg(long, env = "KASKADA_LISTEN")]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub listen: Option<String>,
    /// PostgreSQL address (postgres://…); without it, an SQLite file in the data folder
    #[arg(long, env = "KASKADA_DATABASE_URL", hide_env_values = true)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub database_url: Option<String>,
    /// Bucket for uploaded files (s3://BUCKET/PREFIX, set up by the usual AWS_… variables); without
    /// it, the folder files in the data folder
    #[arg(long, env = "KASKADA_FILES")]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub files: Option<String>,
    /// Address that people reach this installation at, such as https://kaskada.example.org
    #[arg(long, env = "KASKADA_PUBLIC_URL")]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub public_url: Option<String>,
    /// Mail server (smtp://user:password@host:587); without it, invitations are printed as slips
    #[arg(long, env = "KASKADA_SMTP_URL", hide_env_values = true)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub smtp_url: Option<String>,
    /// Sender of all mail, such as "Kaskada <kaskada@example.org>"
    #[arg(long, env = "KASKADA_MAIL_FROM")]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub mail_from: Option<String>,
    /// Header in which a proxy that everybody must pass names the caller, such as X-Forwarded-For
    #[arg(long, env = "KASKADA_CLIENT_HEADER")]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub client_header: Option<String>,
}

/// The options with every gap filled.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Configuration {
    /// Folder of the installation.
    #[serde(skip)]
    pub data: PathBuf,
    /// Address to listen at.
    pub listen: String,
    /// PostgreSQL address.
    pub database_url: Option<String>,
    /// Bucket for uploaded files.
    pub files: Option<String>,
    /// Address people use; empty: whatever the server listens at.
    pub public_url: Option<String>,
    /// Mail server.
    pub smtp_url: Option<String>,
    /// Sender of all mail.
    pub mail_from: String,
    /// Header in which a trusted proxy names the caller.
    pub client_header: Option<String>,
    /// For `kaskada demo` only: institutions, people and seed of the demonstration.
    pub institutions: Option<u32>,
    /// See `institutions`.
    pub people: Option<u32>,
    /// See `institutions`.
    pub seed: Option<u64>,
}

impl Default for Configuration {
    fn default() -> Self {
        Self {
            data: PathBuf::new(),
            listen: "127.0.0.1:3000".into(),
            database_url: None,
            files: None,
            public_url: None,
            smtp_url: None,
            mail_from: "Kaskada <kaskada@localhost>".into(),
            client_header: None,
            institutions: None,
            people: None,
            seed: None,
        }
    }
}

impl Options {
    /// Fills the gaps from `DATA/kaskada.toml` and the defaults.
    ///
    /// # Errors
    /// A plain sentence when the file has a line that is not understood.
    pub fn resolve(&self) -> Result<Configuration, String> {
        let file = self.data.join("kaskada.toml");
        let mut configuration: Configuration =
            Figment::from(Serialized::defaults(Configuration::default()))
                .merge(Toml::file(&file))
                .merge(Serialized::defaults(self))
                .extract()
                .map_err(|error| format!("{} is not understood: {error}", file.display()))?;
        configuration.data.clone_from(&self.data);
        Ok(configuration)
    }
}

impl Configuration {
    /// The address of the database.
    #[must_use]
    pub fn database(&self) -> String {
        self.database_url.clone().unwrap_or_else(|| {
            format!(
                "sqlite://{}?mode=rwc",
                self.data.join("kaskada.db").display()
            )
        })
    }
}
