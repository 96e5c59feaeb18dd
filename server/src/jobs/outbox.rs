//! Sends the letters that wait, when a mail server is configured.

use std::time::Duration;

use app::mail::Letters;
use lettre::message::header::{
    ContentDisposition, ContentTransferEncoding, ContentType, HeaderName, HeaderValue,
};
use lettre::message::{Mailbox, MultiPart, SinglePart};
use lettre::{AsyncSmtpTransport, AsyncTransport, Message, Tokio1Executor};
use services::Services;
use services::ports::{CalendarFile, Mail, Mailer};

use crate::configuration::Configuration;

/// How often the outbox is looked at when it was empty.
const EVERY: Duration = Duration::from_secs(5);
/// How long the mail server may take for one letter.
const PATIENCE: Duration = Duration::from_secs(60);

/// A mail server.
pub struct Smtp {
    server: AsyncSmtpTransport<Tokio1Executor>,
    from: Mailbox,
}

impl Smtp {
    /// The mail server of an address such as `smtp://user:password@host:587`.
    ///
    /// # Errors
    /// One plain sentence when the address or the sender cannot be read.
    pub fn new(url: &str, from: &str) -> Result<Self, String> {
        // The address holds a password: what is wrong is said without repeating it.
        let server = AsyncSmtpTransport::<Tokio1Executor>::from_url(url)
            .map_err(|error| format!("the mail server's address is not understood: {error}"))?
            .timeout(Some(PATIENCE))
            .build();
        let from = from
            .parse()
            .map_err(|error| format!("the sender {from:?} is not understood: {error}"))?;
        Ok(Self { server, from })
    }
}

#[async_trait::async_trait]
impl Mailer for Smtp {
    async fn send(&self, mail: &Mail) -> Result<(), String> {
        let to: Mailbox = mail
            .to
            .parse()
            .map_err(|error| format!("address: {error}"))?;
        let mut letter = Message::builder()
            .from(self.from.clone())
            .to(to)
            .subject(&mail.subject);
        if let Some(stop) = &mail.stop {
            for (name, value) in stopping(stop) {
                letter = letter.raw_header(HeaderValue::new(name, value));
            }
        }
        let letter = match mail.calendars.as_slice() {
            [] => letter
                .header(ContentType::TEXT_PLAIN)
                .body(mail.body.clone()),
            calendars => letter.multipart(with_calendars(mail, calendars)?),
        }
        .map_err(|error| error.to_string())?;
        self.server
            .send(letter)
            .await
            .map(|_| ())
            .map_err(|error| error.to_string())
    }
}

/// The text with its calendar files. One file stands twice in it: as another form of the text, which
/// is where Google and Outlook look for a request, and as a file to open, for everybody else.
/// Several are files only, for no mail program reads more than one request as another form.
fn with_calendars(mail: &Mail, calendars: &[CalendarFile]) -> Result<MultiPart, String> {
    let text = SinglePart::plain(mail.body.clone());
    let mut letter = match calendars {
        [only] => {
            let alternatives = MultiPart::alternative().singlepart(text);
            MultiPart::mixed()
                .multipart(alternatives.singlepart(part(only, ContentDisposition::inline())?))
        }
        _ => MultiPart::mixed().singlepart(text),
    };
    for file in calendars {
        letter = letter.singlepart(part(file, ContentDisposition::attachment(&file.name))?);
    }
    Ok(letter)
}

fn part(file: &CalendarFile, shown: ContentDisposition) -> Result<SinglePart, String> {
    Ok(SinglePart::builder()
        .header(shown)
        .header(kind(file)?)
        // Lines of a calendar end in CR LF and are folded: nothing on the way may rewrite them.
        .header(ContentTransferEncoding::Base64)
        .body(file.text.clone()))
}

/// The type with its method: mail programs act on it before they read the file (RFC 6047).
fn kind(file: &CalendarFile) -> Result<ContentType, String> {
    let kind = format!(
        "text/calendar; charset=utf-8; method={}",
        file.method.word()
    );
    ContentType::parse(&kind).map_err(|error| error.to_string())
}

/// How a mail program offers to stop letters like this one (RFC 2369), at the press of its own
/// button (RFC 8058).
fn stopping(address: &str) -> [(HeaderName, String); 2] {
    [
        (
            HeaderName::new_from_ascii_str("List-Unsubscribe"),
            format!("<{address}>"),
        ),
        (
            HeaderName::new_from_ascii_str("List-Unsubscribe-Post"),
            "List-Unsubscribe=One-Click".to_owned(),
        ),
    ]
}

/// Starts the worker; without a mail server, letters wait to be copied by hand.
///
/// # Errors
/// One plain sentence when the mail server's address cannot be read.
pub fn start(configuration: &Configuration, services: Services) -> Result<(), String> {
    let Some(url) = &configuration.smtp_url else {
        return Ok(());
    };
    let mailer = Smtp::new(url, &configuration.mail_from)?;
    tokio::spawn(async move {
        loop {
            match services::outbox::deliver(&services, &Letters, &mailer).await {
                Ok(0) => tokio::time::sleep(EVERY).await,
                Ok(_) => {}
                Err(error) => {
                    tracing::error!(%error, "the outbox could not be read");
                    tokio::time::sleep(EVERY).await;
                }
            }
        }
    });
    Ok(())
}

#[cfg(test)]
mod tests;
