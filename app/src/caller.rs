//! Where a request comes from: the browser's own name and address.

use std::net::{IpAddr, Ipv4Addr, SocketAddr};

use axum::extract::{ConnectInfo, FromRequestParts};
use axum::http::header::USER_AGENT;
use axum::http::request::Parts;
use services::limits::Client;
use services::sign_in::Browser;

use crate::error::Failure;
use crate::state::AppState;
use crate::visit::Visit;

/// Where a request comes from.
pub struct Caller {
    agent: String,
    /// The caller, as far as limits tell callers apart.
    pub client: Client,
}

impl Caller {
    /// The browser that a sign-in starts in, with the one it holds already.
    #[must_use]
    pub fn browser<'a>(&'a self, visit: &Visit) -> Browser<'a> {
        let holds = visit
            .viewer
            .as_ref()
            .map(|viewer| (viewer.person, viewer.sign_in));
        Browser {
            agent: &self.agent,
            client: self.client,
            holds,
        }
    }
}

impl FromRequestParts<AppState> for Caller {
    type Rejection = Failure;

    async fn from_request_parts(parts: &mut Parts, state: &AppState) -> Result<Self, Failure> {
        let agent = parts
            .headers
            .get(USER_AGENT)
            .and_then(|agent| agent.to_str().ok());
        let trusted = state.services.settings.client_header.as_deref();
        let address = trusted
            .and_then(|header| named_by_proxy(parts, header))
            .or_else(|| connected(parts))
            .unwrap_or(IpAddr::V4(Ipv4Addr::UNSPECIFIED));
        Ok(Self {
            agent: agent.unwrap_or_default().to_owned(),
            client: Client::new(address),
        })
    }
}

/// The last address of the header: the one that the trusted proxy itself added. Whatever stands
/// before it may be invented by the caller.
fn named_by_proxy(parts: &Parts, header: &str) -> Option<IpAddr> {
    let last = parts
        .headers
        .get_all(header)
        .iter()
        .next_back()?
        .to_str()
        .ok()?;
    let address = last.rsplit(',').next()?.trim();
    let socket = || address.parse::<SocketAddr>().ok().map(|socket| socket.ip());
    address.parse().ok().or_else(socket)
}

fn connected(parts: &Parts) -> Option<IpAddr> {
    parts
        .extensions
        .get::<ConnectInfo<SocketAddr>>()
        .map(|connected| connected.0.ip())
}
