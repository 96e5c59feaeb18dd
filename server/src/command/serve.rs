//! `kaskada serve`.

use std::sync::Arc;

use axum::Router;
use axum::serve::ListenerExt;
use domain::clock::Clock;
use services::ports::{SystemClock, SystemRandom};
use services::{Services, Settings};
use tokio::net::TcpListener;

use crate::blobs::Files;
use crate::configuration::Configuration;
use crate::{http, jobs};

/// Opens the installation and serves it until it is told to stop.
pub async fn run(configuration: Configuration) -> Result<(), String> {
    let listener = listen(&configuration).await?;
    let services = open(&configuration, &listener, Arc::new(SystemClock)).await?;
    jobs::outbox::start(&configuration, services.clone())?;
    jobs::silence::start(services.clone());
    jobs::errands::start(services.clone());
    jobs::packs::start(services.clone());
    serve(listener, services).await
}

/// Takes the address to listen at.
pub async fn listen(configuration: &Configuration) -> Result<TcpListener, String> {
    TcpListener::bind(&configuration.listen)
        .await
        .map_err(|error| format!("cannot listen at {}: {error}", configuration.listen))
}

/// Opens an installation for serving: a new one begins with the starter course.
pub async fn open(
    configuration: &Configuration,
    listener: &TcpListener,
    clock: Arc<dyn Clock>,
) -> Result<Services, String> {
    let address = listener.local_addr().map_err(|error| error.to_string())?;
    let services = open_with(configuration, &address.to_string(), clock).await?;
    services::course::publish_starter(&services)
        .await
        .map_err(|error| format!("cannot publish the starter course: {error}"))?;
    Ok(services)
}

/// Opens the data folder and its database. Links name `address` unless a public one is set.
pub async fn open_at(configuration: &Configuration, address: &str) -> Result<Services, String> {
    open_with(configuration, address, Arc::new(SystemClock)).await
}

async fn open_with(
    configuration: &Configuration,
    address: &str,
    clock: Arc<dyn Clock>,
) -> Result<Services, String> {
    std::fs::create_dir_all(&configuration.data).map_err(|error| {
        format!(
            "cannot use the folder {}: {error}",
            configuration.data.display()
        )
    })?;
    let store = store::Store::open(&configuration.database())
        .await
        .map_err(|error| format!("cannot open the database: {error}"))?;
    let public_url = configuration
        .public_url
        .clone()
        .unwrap_or_else(|| format!("http://{address}"));
    let settings = Settings {
        public_url: public_url.trim_end_matches('/').to_owned(),
        mail: configuration.smtp_url.is_some(),
        mail_from: configuration.mail_from.clone(),
        client_header: configuration.client_header.clone(),
    };
    let files = Files::open(configuration).await?;
    let services = Services::new(store, clock, Arc::new(SystemRandom), settings);
    Ok(services.keeping_files(Arc::new(files)))
}

/// Serves until the process is told to stop, then finishes what is under way.
pub async fn serve(listener: TcpListener, services: Services) -> Result<(), String> {
    println!("Kaskada is ready at {}", services.settings.public_url);
    answer(listener, http::router(services)).await
}

/// Answers requests until the process is told to stop.
pub async fn answer(listener: TcpListener, router: Router) -> Result<(), String> {
    // Two small writes must not wait for each other's acknowledgement (Nagle).
    let listener = listener.tap_io(|stream| {
        if let Err(error) = stream.set_nodelay(true) {
            tracing::debug!(%error, "a connection keeps its delay");
        }
    });
    axum::serve(
        listener,
        router.into_make_service_with_connect_info::<std::net::SocketAddr>(),
    )
    .with_graceful_shutdown(told_to_stop())
    .await
    .map_err(|error| format!("the server stopped: {error}"))
}

async fn told_to_stop() {
    let interrupt = tokio::signal::ctrl_c();
    #[cfg(unix)]
    {
        use tokio::signal::unix::{SignalKind, signal};
        if let Ok(mut terminate) = signal(SignalKind::terminate()) {
            tokio::select! { _ = interrupt => {}, _ = terminate.recv() => {} }
            return;
        }
    }
    if let Err(error) = interrupt.await {
        tracing::warn!(%error, "the interrupt key does not work");
    }
}
