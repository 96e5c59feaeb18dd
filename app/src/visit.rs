//! One request: who asks, in which language, from which page, with what left over from a form.

use std::sync::Arc;

use axum::body::Bytes;
use axum::extract::FromRequestParts;
use axum::http::header::{ACCEPT_LANGUAGE, COOKIE, SET_COOKIE};
use axum::http::request::Parts;
use axum::http::{HeaderMap, HeaderValue, StatusCode, Uri};
use axum::response::{IntoResponse, Redirect, Response};
use domain::clock::Timestamp;
use domain::ids::PersonId;
use domain::language::Language;
use domain::people::Actor;
use leptos::prelude::*;
use services::sign_in::Viewer;
use services::{ServiceError, Services};

use crate::document;
use crate::drawings::{Drawn, Filling};
use crate::error::Failure;
use crate::flash::Flash;
use crate::i18n::Words;
use crate::kept::{self, Found};
use crate::state::AppState;
use crate::tags::Tags;

/// The cookie of a signed-in browser.
pub const SIGN_IN_COOKIE: &str = "kaskada";
/// The cookie of a visitor's chosen language.
pub const LANGUAGE_COOKIE: &str = "kaskada_language";
const FLASH_COOKIE: &str = "kaskada_flash";
/// The cookie of a form that waits for its writer to sign in again.
const KEPT_COOKIE: &str = "kaskada_kept";
/// Browsers keep it as long as the form is kept.
const KEPT_SECONDS: i64 = 3600;

/// One request.
pub struct Visit {
    /// What every request can reach.
    pub state: AppState,
    /// The signed-in person, if any.
    pub viewer: Option<Viewer>,
    /// The words of the language chosen.
    pub words: Words,
    /// What a form left for this page.
    pub flash: Flash,
    /// The funders' sentences.
    pub funding: Arc<[String]>,
    /// The address asked for, with its query.
    pub uri: Uri,
    /// Whether a form waits in this browser for its writer to sign in again.
    pub waits: bool,
    /// The cookies that this page uses up.
    used_up: Vec<&'static str>,
}

impl Visit {
    /// The use cases.
    #[must_use]
    pub fn services(&self) -> &Services {
        &self.state.services
    }

    /// Who asks, to `domain::policy`.
    #[must_use]
    pub fn actor(&self) -> Actor {
        self.viewer
            .as_ref()
            .map_or(Actor::Visitor, |viewer| viewer.actor.clone())
    }

    /// The signed-in person.
    ///
    /// # Errors
    /// [`ServiceError::SignIn`] for a visitor: the page leads to sign-in and back.
    pub fn person(&self) -> Result<PersonId, ServiceError> {
        self.viewer
            .as_ref()
            .map(|viewer| viewer.person)
            .ok_or(ServiceError::SignIn)
    }

    /// The present moment.
    #[must_use]
    pub fn now(&self) -> Timestamp {
        self.state.services.now()
    }

    /// A whole page.
    pub fn page<V: IntoView + 'static>(&self, title: &str, body: impl FnOnce() -> V) -> Response {
        self.page_with_status(StatusCode::OK, title, body)
    }

    /// A whole page with a status of its own.
    pub fn page_with_status<V: IntoView + 'static>(
        &self,
        status: StatusCode,
        title: &str,
        body: impl FnOnce() -> V,
    ) -> Response {
        let main = Drawn::whole(document::draw(self, body));
        self.page_around(status, title, &main, Filling::default())
    }

    /// A whole page that tells other sites what it is.
    pub fn page_with_tags<V: IntoView + 'static>(
        &self,
        status: StatusCode,
        title: &str,
        tags: &Tags,
        body: impl FnOnce() -> V,
    ) -> Response {
        let main = Drawn::whole(document::draw(self, body));
        self.answer(
            status,
            document::around(self, title, tags, &main, Filling::default()),
        )
    }

    /// A whole page around a main part that is drawn already.
    pub fn page_around(
        &self,
        status: StatusCode,
        title: &str,
        main: &Drawn,
        filling: Filling<'_>,
    ) -> Response {
        let tags = Tags::default();
        self.answer(status, document::around(self, title, &tags, main, filling))
    }

    fn answer(&self, status: StatusCode, html: String) -> Response {
        let mut response = (status, axum::response::Html(html)).into_response();
        for cookie in &self.used_up {
            self.forget_cookie(&mut response, cookie);
        }
        response
    }

    /// The main part of a page, drawn before from equal data or now; `place` and the language
    /// name everything else that it depends on. What a form left for this page is drawn for it
    /// alone.
    pub fn main_of<D>(&self, place: &str, data: D, draw: impl FnOnce(&D) -> String) -> Arc<Drawn>
    where
        D: PartialEq + Send + Sync + 'static,
    {
        if self.flash != Flash::default() {
            return Arc::new(self.state.drawings.cut(&draw(&data)));
        }
        let place = format!("{place} {}", self.words.0.tag());
        self.state.drawings.of(place, data, draw)
    }

    /// Pieces of a page, for an island that sent a form itself.
    pub fn pieces<V: IntoView + 'static>(
        &self,
        status: StatusCode,
        body: impl FnOnce() -> V,
    ) -> Response {
        let html = document::draw(self, body);
        (status, axum::response::Html(html)).into_response()
    }

    /// Leads on after a form was taken.
    #[must_use]
    pub fn go(&self, path: &str) -> Response {
        Redirect::to(path).into_response()
    }

    /// Leads on after a form was taken, and says there what was done.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn done(
        &self,
        path: &str,
        notice: &str,
        values: &[(&str, String)],
    ) -> Result<Response, Failure> {
        self.leave(path, &Flash::done(notice, values)).await
    }

    /// Shows the form's page again with what was typed and what is wrong; anything but a field's
    /// problem is passed on.
    ///
    /// # Errors
    /// `error` itself, unless it is about fields.
    pub async fn refuse(
        &self,
        path: &str,
        values: &[(&str, &str)],
        error: ServiceError,
    ) -> Result<Response, Failure> {
        let ServiceError::Invalid(problems) = error else {
            return Err(error.into());
        };
        let flash = match self.viewer {
            Some(_) => Flash::refused_to_somebody(values, problems),
            None => Flash::refused(values, problems),
        };
        self.leave(path, &flash).await
    }

    async fn leave(&self, path: &str, flash: &Flash) -> Result<Response, Failure> {
        let token = services::flash::keep(self.services(), flash).await?;
        let mut response = Redirect::to(path).into_response();
        self.set_cookie(&mut response, FLASH_COOKIE, &token, Some(600));
        Ok(response)
    }

    /// Keeps a form that nobody was signed in to send, if its writer is known.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn keep_typed(
        &self,
        response: &mut Response,
        headers: &HeaderMap,
        page: &str,
        sent: Bytes,
    ) -> Result<(), Failure> {
        let Some(sign_in) = cookie(headers, SIGN_IN_COOKIE) else {
            return Ok(());
        };
        if let Some(token) = kept::keep(self.services(), &sign_in, page, sent).await? {
            self.set_cookie(response, KEPT_COOKIE, &token, Some(KEPT_SECONDS));
        }
        Ok(())
    }

    /// Sets a cookie that scripts cannot read; without `seconds` it ends with the browser.
    pub fn set_cookie(
        &self,
        response: &mut Response,
        name: &str,
        value: &str,
        seconds: Option<i64>,
    ) {
        let secure = if self.services().settings.public_url.starts_with("https:") {
            "; Secure"
        } else {
            ""
        };
        let age = seconds
            .map(|seconds| format!("; Max-Age={seconds}"))
            .unwrap_or_default();
        let cookie = format!("{name}={value}; Path=/; HttpOnly; SameSite=Lax{secure}{age}");
        append_cookie(response, &cookie);
    }

    /// Takes a cookie back.
    pub fn forget_cookie(&self, response: &mut Response, name: &str) {
        append_cookie(
            response,
            &format!("{name}=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0"),
        );
    }
}

impl FromRequestParts<AppState> for Visit {
    type Rejection = Failure;

    async fn from_request_parts(parts: &mut Parts, state: &AppState) -> Result<Self, Failure> {
        let viewer = match cookie(&parts.headers, SIGN_IN_COOKIE) {
            Some(token) => services::sign_in::resume(&state.services, &token).await?,
            None => None,
        };
        // Only a page shows a flash; a form's answer must not use it up.
        let left =
            |name| cookie(&parts.headers, name).filter(|_| parts.method == axum::http::Method::GET);
        let mut used_up = Vec::new();
        let mut flash = Flash::default();
        if let Some(token) = left(FLASH_COOKIE) {
            used_up.push(FLASH_COOKIE);
            let found = services::flash::take(&state.services, &token).await?;
            flash = found.unwrap_or_default();
        }
        let waiting = left(KEPT_COOKIE);
        if let (Some(viewer), Some(token)) = (&viewer, &waiting) {
            match kept::find(&state.services, token, viewer.person, &parts.uri).await? {
                Found::Elsewhere => {}
                found => {
                    used_up.push(KEPT_COOKIE);
                    if let Found::Typed(typed) = found {
                        flash = typed;
                    }
                }
            }
        }
        let words = Words(language(&parts.headers, viewer.as_ref()));
        Ok(Self {
            funding: state.services.funding.lines(&state.services, words.0).await,
            words,
            state: state.clone(),
            viewer,
            flash,
            uri: parts.uri.clone(),
            waits: waiting.is_some(),
            used_up,
        })
    }
}

/// From the account, then the visitor's own choice, then the browser.
fn language(headers: &HeaderMap, viewer: Option<&Viewer>) -> Language {
    let chosen = || Language::from_tag(&cookie(headers, LANGUAGE_COOKIE)?);
    let asked = || Language::negotiate(headers.get(ACCEPT_LANGUAGE)?.to_str().ok()?);
    viewer
        .and_then(|viewer| viewer.language)
        .or_else(chosen)
        .or_else(asked)
        .unwrap_or_default()
}

/// The language of a visitor whose page depends on nothing else of them: nobody is signed in, and
/// no form left anything to show.
#[must_use]
pub fn visitor_language(headers: &HeaderMap) -> Option<Language> {
    let personal = [SIGN_IN_COOKIE, FLASH_COOKIE]
        .iter()
        .any(|name| cookie(headers, name).is_some());
    (!personal).then(|| language(headers, None))
}

fn cookie(headers: &HeaderMap, name: &str) -> Option<String> {
    headers.get_all(COOKIE).iter().find_map(|header| {
        header.to_str().ok()?.split(';').find_map(|pair| {
            let (found, value) = pair.trim().split_once('=')?;
            (found == name && !value.is_empty()).then(|| value.to_owned())
        })
    })
}

fn append_cookie(response: &mut Response, cookie: &str) {
    // A cookie is made of our own names and hexadecimal tokens, so this never fails.
    if let Ok(value) = HeaderValue::from_str(cookie) {
        response.headers_mut().append(SET_COOKIE, value);
    }
}
