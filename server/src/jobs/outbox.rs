//! Sends the letters that wait, when a mail server is configured.

use std::time::Duration;

use app::mail::Letters;
use lettre::message::Mailbox;
use lettre::message::header::ContentType;
use lettre::{AsyncSmtpTransport, AsyncTransport, Message, Tokio1Executor};
use services::Services;
use services::ports::{Mail, Mailer};

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
        let letter = Message::builder()
            .from(self.from.clone())
            .to(to)
            .subject(&mail.subject)
            .header(ContentType::TEXT_PLAIN)
            .body(mail.body.clone())
            .map_err(|error| error.to_string())?;
        self.server
            .send(letter)
            .await
            .map(|_| ())
            .map_err(|error| error.to_string())
    }
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
mod tests {
    use tokio::io::{AsyncBufReadExt, AsyncWriteExt, BufReader};
    use tokio::net::TcpListener;

    use super::*;

    /// Answers one SMTP conversation (RFC 5321) and gives back everything that was said to it.
    async fn listen(server: TcpListener) -> Vec<String> {
        let (stream, _) = server.accept().await.expect("a caller");
        let (read, mut write) = stream.into_split();
        let mut lines = BufReader::new(read).lines();
        let mut said = Vec::new();
        let mut in_letter = false;
        write.write_all(b"220 ready\r\n").await.expect("heard");
        while let Some(line) = lines.next_line().await.expect("a line") {
            let answer: &[u8] = match line.as_str() {
                "." => b"250 taken\r\n",
                _ if in_letter => b"",
                "DATA" => b"354 go on\r\n",
                "QUIT" => b"221 bye\r\n",
                _ => b"250 ok\r\n",
            };
            in_letter = (in_letter || line == "DATA") && line != ".";
            let taken = line == ".";
            said.push(line);
            write.write_all(answer).await.expect("heard");
            if taken {
                break;
            }
        }
        said
    }

    #[tokio::test]
    async fn a_letter_reaches_the_mail_server_and_a_hostile_subject_adds_no_header() {
        let server = TcpListener::bind("127.0.0.1:0").await.expect("a port");
        let url = format!("smtp://{}", server.local_addr().expect("an address"));
        let heard = tokio::spawn(listen(server));
        let mailer = Smtp::new(&url, "Kaskada <kaskada@uni.example>").expect("a mail server");
        let mail = Mail {
            to: "arta@uni.example".to_owned(),
            subject: "Ђорђе\r\nBcc: all@uni.example".to_owned(),
            body: "Dear Arta,\n.\n\nhttps://kaskada.example/invitations/abc".to_owned(),
        };
        mailer.send(&mail).await.expect("taken");
        let said = heard.await.expect("a conversation");
        let recipients: Vec<_> = said
            .iter()
            .filter(|line| line.starts_with("RCPT"))
            .collect();
        assert_eq!(recipients, ["RCPT TO:<arta@uni.example>"]);
        assert!(!said.iter().any(|line| line.starts_with("Bcc")), "{said:?}");
        assert!(
            said.iter()
                .any(|line| line.starts_with("Subject: =?utf-8?")),
            "{said:?}"
        );
    }

    #[test]
    fn a_mail_server_s_address_that_is_wrong_is_said_without_its_password() {
        let wrong = Smtp::new("smpt://user:secret@host", "Kaskada <kaskada@uni.example>");
        let sentence = wrong.err().expect("a sentence");
        assert!(!sentence.contains("secret"), "{sentence}");
        assert!(Smtp::new("smtp://host", "not an address").is_err());
    }
}
