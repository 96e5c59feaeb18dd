//! An installation that holds the demonstration, and browsers that are signed in to it.

use std::path::{Path, PathBuf};

use app::visit::SIGN_IN_COOKIE;
use demo::Size;
use domain::ids::PersonId;
use domain::people::Actor;
use sea_orm::{ConnectionTrait, Statement};
use server::command::serve::open_at;
use server::configuration::Configuration;
use services::Services;
use services::limits::Client;
use services::sign_in::{self, Browser};
use uuid::Uuid;

/// An installation in a folder of its own.
pub struct Installation {
    /// Its folder.
    pub folder: PathBuf,
    /// Its use cases.
    pub services: Services,
}

impl Installation {
    /// The installation in a folder; an empty folder becomes an empty installation.
    pub async fn open(folder: &Path) -> Result<Self, String> {
        let configuration = Configuration {
            data: folder.to_owned(),
            ..Configuration::default()
        };
        Ok(Self {
            folder: folder.to_owned(),
            services: open_at(&configuration, "127.0.0.1").await?,
        })
    }

    /// A new one that holds a demonstration of this size.
    pub async fn with_demonstration(
        folder: &Path,
        institutions: u32,
        people: u32,
    ) -> Result<Self, String> {
        let made = Self::open(folder).await?;
        let size = Size {
            institutions,
            people,
            ..Size::default()
        };
        demo::prepare(&made.services, size, |_| {})
            .await
            .map_err(|error| format!("no demonstration: {error}"))?;
        Ok(made)
    }

    /// A copy of its database, in one file.
    pub async fn copy_to(&self, file: &Path) -> Result<(), String> {
        let sql = format!("vacuum into '{}'", file.display());
        self.services
            .store
            .read()
            .execute_unprepared(&sql)
            .await
            .map(|_| ())
            .map_err(|error| error.to_string())
    }

    /// The cookie of a browser in which somebody of the demonstration is signed in.
    pub async fn browser_of(&self, address: &str) -> Result<String, String> {
        let person = store::person::by_address(self.services.store.read(), address)
            .await
            .map_err(|error| error.to_string())?
            .ok_or_else(|| format!("nobody has the address {address}"))?;
        self.sign_in(person).await
    }

    /// The cookies of people in the middle of a cohort.
    pub async fn learners(&self, count: u32) -> Result<Vec<String>, String> {
        let read = self.services.store.read();
        let query = Statement::from_string(
            read.get_database_backend(),
            format!(
                "select distinct person_id from participation where started_at is not null \
                 and finished_at is null and withdrawn_at is null limit {count}"
            ),
        );
        let people = read
            .query_all_raw(query)
            .await
            .map_err(|error| error.to_string())?;
        let mut cookies = Vec::with_capacity(people.len());
        for row in people {
            let person: Uuid = row
                .try_get("", "person_id")
                .map_err(|error| error.to_string())?;
            cookies.push(self.sign_in(PersonId(person)).await?);
        }
        Ok(cookies)
    }

    /// Who somebody of the demonstration is to `domain::policy`.
    pub async fn actor(&self, address: &str) -> Result<Actor, String> {
        let cookie = self.browser_of(address).await?;
        let token = cookie.split_once('=').map_or("", |(_, token)| token);
        sign_in::resume(&self.services, token)
            .await
            .map_err(|error| error.to_string())?
            .map(|viewer| viewer.actor)
            .ok_or_else(|| format!("{address} did not stay signed in"))
    }

    async fn sign_in(&self, person: PersonId) -> Result<String, String> {
        let browser = Browser {
            agent: "bench",
            client: Client::new(std::net::Ipv4Addr::LOCALHOST.into()),
            holds: None,
        };
        let token = sign_in::start(&self.services, person, browser)
            .await
            .map_err(|error| error.to_string())?;
        Ok(format!("{SIGN_IN_COOKIE}={token}"))
    }
}
