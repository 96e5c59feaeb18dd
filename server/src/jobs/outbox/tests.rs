//! A mail server as the worker meets it.

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use domain::clock::{Clock, DAY, MINUTE, Timestamp};
use domain::ids::{ParticipationId, PersonId};
use domain::people::{Actor, Role};
use domain::roster::Email;
use harness::cascade::{NOW, Place, id, plant};
use services::outbox::{State, deliver, list};
use services::ports::{Method, SystemRandom};
use services::{ServiceError, Settings};
use std::sync::Mutex;
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
        calendars: Vec::new(),
        stop: Some("https://kaskada.example/letters/abc".to_owned()),
    };
    mailer.send(&mail).await.expect("taken");
    let said = heard.await.expect("a conversation");
    let recipients: Vec<_> = said
        .iter()
        .filter(|line| line.starts_with("RCPT"))
        .collect();
    assert_eq!(recipients, ["RCPT TO:<arta@uni.example>"]);
    assert!(!said.iter().any(|line| line.starts_with("Bcc")), "{said:?}");
    for header in [
        "List-Unsubscribe: <https://kaskada.example/letters/abc>",
        "List-Unsubscribe-Post: List-Unsubscribe=One-Click",
    ] {
        assert!(said.iter().any(|line| line == header), "{said:?}");
    }
    assert!(
        said.iter()
            .any(|line| line.starts_with("Subject: =?utf-8?")),
        "{said:?}"
    );
}

fn with_files(files: &[(&str, Method)]) -> Mail {
    let file = |(name, method): &(&str, Method)| CalendarFile {
        name: (*name).to_owned(),
        method: *method,
        text: format!(
            "BEGIN:VCALENDAR\r\nMETHOD:{}\r\nSUMMARY:Šešir {name}\r\n",
            method.word()
        ),
    };
    Mail {
        to: "arta@uni.example".to_owned(),
        subject: "A session".to_owned(),
        body: "Dear Arta".to_owned(),
        calendars: files.iter().map(file).collect(),
        stop: None,
    }
}

/// What a mail server is told of a letter.
async fn sent(mail: &Mail) -> String {
    let server = TcpListener::bind("127.0.0.1:0").await.expect("a port");
    let url = format!("smtp://{}", server.local_addr().expect("an address"));
    let heard = tokio::spawn(listen(server));
    let mailer = Smtp::new(&url, "Kaskada <kaskada@uni.example>").expect("a mail server");
    mailer.send(mail).await.expect("taken");
    heard.await.expect("a conversation").join("\n")
}

#[tokio::test]
async fn one_calendar_file_is_another_form_of_the_text_and_a_file_to_open() {
    for (method, word) in [(Method::Request, "REQUEST"), (Method::Cancel, "CANCEL")] {
        let said = sent(&with_files(&[("2029-12-03.ics", method)])).await;
        let kind = format!("Content-Type: text/calendar; charset=utf-8; method={word}");
        assert_eq!(said.matches(&kind).count(), 2, "{said}");
        let parts = [
            "multipart/mixed",
            "multipart/alternative",
            "text/plain",
            &kind,
            "Content-Disposition: attachment",
        ];
        let places: Vec<_> = parts.iter().map(|part| said.find(part)).collect();
        assert!(
            places.is_sorted() && places.iter().all(Option::is_some),
            "{said}"
        );
        assert!(said.contains("filename=\"2029-12-03.ics\""), "{said}");
        assert_eq!(
            said.matches("Content-Transfer-Encoding: base64").count(),
            2,
            "{said}"
        );
    }
}

#[tokio::test]
async fn several_calendar_files_are_files_to_open_each_with_its_method() {
    let said = sent(&with_files(&[
        ("a.ics", Method::Request),
        ("b.ics", Method::Request),
    ]))
    .await;
    assert!(!said.contains("multipart/alternative"), "{said}");
    assert_eq!(said.matches("method=REQUEST").count(), 2, "{said}");
    for name in ["a.ics", "b.ics"] {
        assert!(said.contains(&format!("filename=\"{name}\"")), "{said}");
    }
}

#[test]
fn a_mail_server_s_address_that_is_wrong_is_said_without_its_password() {
    let wrong = Smtp::new("smpt://user:secret@host", "Kaskada <kaskada@uni.example>");
    let sentence = wrong.err().expect("a sentence");
    assert!(!sentence.contains("secret"), "{sentence}");
    assert!(Smtp::new("smtp://host", "not an address").is_err());
}

/// A clock that stands until it is wound.
struct Wound(AtomicI64);

impl Clock for Wound {
    fn now(&self) -> Timestamp {
        Timestamp(self.0.load(Ordering::SeqCst))
    }
}

/// A mail server that refuses so many letters before it takes any.
#[derive(Default)]
struct Busy {
    refuses: AtomicI64,
    taken: Mutex<Vec<String>>,
}

impl Busy {
    /// Answers conversations until the test ends.
    async fn answer(self: Arc<Self>, server: TcpListener) {
        while let Ok((stream, _)) = server.accept().await {
            tokio::spawn(Arc::clone(&self).converse(stream));
        }
    }

    async fn converse(self: Arc<Self>, stream: tokio::net::TcpStream) {
        let (read, mut write) = stream.into_split();
        let mut lines = BufReader::new(read).lines();
        let (mut to, mut in_letter) = (String::new(), false);
        let mut answer: &[u8] = b"220 ready\r\n";
        loop {
            if write.write_all(answer).await.is_err() {
                return;
            }
            let Ok(Some(line)) = lines.next_line().await else {
                return;
            };
            if let Some(recipient) = line.strip_prefix("RCPT TO:") {
                recipient.clone_into(&mut to);
            }
            let ends = line == ".";
            answer = match line.as_str() {
                "." => self.judge(&to),
                _ if in_letter => b"",
                "DATA" => b"354 go on\r\n",
                "QUIT" => b"221 bye\r\n",
                _ => b"250 ok\r\n",
            };
            in_letter = (in_letter || line == "DATA") && !ends;
        }
    }

    fn judge(&self, to: &str) -> &'static [u8] {
        if self.refuses.fetch_sub(1, Ordering::SeqCst) > 0 {
            return b"451 try again later\r\n";
        }
        self.taken.lock().expect("one test").push(to.to_owned());
        b"250 taken\r\n"
    }

    fn taken(&self) -> Vec<String> {
        let mut taken = self.taken.lock().expect("one test").clone();
        taken.sort();
        taken
    }
}

/// Enrols so many colleagues, each with a letter that waits.
async fn write_letters(services: &Services, place: &Place, count: u32) {
    let (asker, place) = (services.clone(), place.clone());
    services
        .store
        .write::<_, ServiceError>(Box::new(move |tx| {
            Box::pin(async move {
                let (mut people, mut newcomers) = (Vec::new(), Vec::new());
                for n in 1..=count {
                    let person = PersonId(id(4, n));
                    let email = Email::parse(&format!("arta{n}@uni.example")).expect("an address");
                    store::person::create(tx, person, "Arta Hoxha", None, NOW).await?;
                    store::person::add_address(tx, person, &email, NOW).await?;
                    people.push(person);
                    newcomers.push(store::participation::Newcomer {
                        id: ParticipationId(id(5, n)),
                        event: id(6, n),
                        person,
                    });
                }
                let (cohort, by) = (&place.cohort, place.trainer);
                store::participation::enrol(tx, cohort, &newcomers, by, NOW).await?;
                services::invitations::invite_to_cohort(&asker, tx, cohort, by, &people, true).await
            })
        }))
        .await
        .expect("letters");
}

#[tokio::test]
async fn a_busy_mail_server_gets_each_letter_a_minute_later_and_only_once() {
    let scratch = harness::sqlite().await;
    let clock = Arc::new(Wound(AtomicI64::new(NOW.0)));
    let services = Services::new(
        scratch.store.clone(),
        clock.clone(),
        Arc::new(SystemRandom),
        Settings {
            mail: true,
            ..Settings::default()
        },
    );
    let place = plant(&scratch.store, 1).await.places.remove(0);
    write_letters(&services, &place, 3).await;
    let server = TcpListener::bind("127.0.0.1:0").await.expect("a port");
    let url = format!("smtp://{}", server.local_addr().expect("an address"));
    let busy = Arc::new(Busy::default());
    busy.refuses.store(3, Ordering::SeqCst);
    tokio::spawn(Arc::clone(&busy).answer(server));
    let mailer = Smtp::new(&url, "Kaskada <kaskada@uni.example>").expect("a mail server");
    let round = async || {
        // Two processes at once.
        let (one, two) = tokio::join!(
            deliver(&services, &Letters, &mailer),
            deliver(&services, &Letters, &mailer)
        );
        one.expect("a round") + two.expect("a round")
    };
    assert_eq!(round().await, 3);
    assert_eq!(busy.taken(), Vec::<String>::new());
    let trainer = Actor::Person {
        id: place.trainer,
        roles: vec![Role::Trainer(place.institution)],
    };
    let waiting = list(&services, &trainer, State::Waiting, None, 0)
        .await
        .expect("a list");
    for letter in &waiting.letters {
        let said = letter.last_error.as_deref().unwrap_or_default();
        assert!(
            letter.attempts == 1 && said.contains("try again later"),
            "{said}"
        );
    }
    assert_eq!(round().await, 0, "not at once again");
    clock.0.fetch_add(MINUTE, Ordering::SeqCst);
    assert_eq!(round().await, 3);
    let all = [1, 2, 3].map(|n| format!("<arta{n}@uni.example>"));
    assert_eq!(busy.taken(), all);
    clock.0.fetch_add(DAY, Ordering::SeqCst);
    assert_eq!(round().await, 0);
    assert_eq!(busy.taken(), all, "never twice");
    assert_eq!(
        list(&services, &trainer, State::Sent, None, 0)
            .await
            .expect("a list")
            .total,
        3
    );
}
