//! What shows that a session took place: attached, refused, removed, counted.

use bytes::Bytes;
use domain::cascade::evidence::{Completeness, EvidenceKind, Piece};
use domain::clock::DAY;
use domain::ids::{CohortId, EvidenceId, PersonId, SessionId};
use domain::session::attendance::Source;
use futures::TryStreamExt;
use harness::on_both;
use services::evidence::{self, Attached, Sent};
use services::sessions::{self, Plan, Recorded};
use services::{ServiceError, Services};

use crate::place::{PROGRAMME, Place, TIRANA, lead, trainer, tuzla_trainer};
use crate::sessions::{enrolled, on, planned, register, today};

/// A scan, another one for another number.
pub fn scan(number: u32) -> Bytes {
    let text = format!("%PDF-1.4\n% {number}\n1 0 obj << /Type /Catalog >> endobj\n%%EOF\n");
    Bytes::from(text)
}

pub fn sent(kind: &str, bytes: Bytes) -> Sent {
    Sent {
        kind: kind.into(),
        name: "scan.pdf".into(),
        bytes,
    }
}

/// A session held today at which everybody was, recorded from this source.
pub async fn held(place: &Place, plan: Plan, source: Source) -> (CohortId, SessionId) {
    let cohort = enrolled(place).await;
    let session = planned(place, cohort, &plan).await;
    let people: Vec<PersonId> = register(place, cohort, session)
        .await
        .into_iter()
        .map(|line| line.person)
        .collect();
    let recorded = Recorded {
        shown: people.clone(),
        present: people.into_iter().collect(),
        seen: None,
        source,
        reason: String::new(),
    };
    sessions::record(&place.services, &trainer(), cohort, session, recorded)
        .await
        .expect("a record");
    (cohort, session)
}

async fn counted(services: &Services) -> (Completeness, Completeness, usize) {
    let read = services.store.read();
    let (whole, lacking) = store::evidence::of_programme(read, PROGRAMME, 10)
        .await
        .expect("counts");
    let here = store::evidence::of_institution(read, PROGRAMME, TIRANA)
        .await
        .expect("counts");
    let sessions = store::evidence::lacking_sessions(read, PROGRAMME, TIRANA, 10)
        .await
        .expect("sessions");
    assert_eq!(lacking.len(), usize::from(here.lacking() > 0));
    (whole, here, sessions.len())
}

/// The same counts, when everything is counted again from the facts.
async fn recounted(services: &Services) -> (Completeness, Completeness, usize) {
    let done: Result<(), store::StoreError> = services
        .store
        .write(Box::new(|tx| Box::pin(store::bulk::recount(tx, PROGRAMME))))
        .await;
    done.expect("a recount");
    counted(services).await
}

fn of(complete: u32, delivered: u32) -> Completeness {
    Completeness {
        complete,
        delivered,
    }
}

on_both! {
    async fn a_session_lacks_its_agenda_and_its_scan_until_they_are_attached(store: Store) {
        let place = Place::with_mail(store).await;
        let services = &place.services;
        assert_eq!(counted(services).await, (of(0, 0), of(0, 0), 0));
        let (cohort, session) = held(&place, on(today(&place)), Source::Paper).await;
        let page = evidence::page(services, &trainer(), cohort, session).await.expect("the page");
        assert_eq!(
            page.pieces,
            [(Piece::Attendance, true), (Piece::Agenda, false), (Piece::Scan, false)]
        );
        assert_eq!(counted(services).await, (of(0, 1), of(0, 1), 1));
        assert_eq!(recounted(services).await, (of(0, 1), of(0, 1), 1));

        for (number, kind) in [(1, "agenda"), (2, "register")] {
            let attached = evidence::attach(services, &lead(), cohort, session, sent(kind, scan(number))).await;
            assert_eq!(attached.expect("attached"), Attached::New);
        }
        assert_eq!(counted(services).await, (of(1, 1), of(1, 1), 0));
        assert_eq!(recounted(services).await, (of(1, 1), of(1, 1), 0));

        let page = evidence::page(services, &trainer(), cohort, session).await.expect("the page");
        let register = page.files[1].file.id;
        evidence::remove(services, &trainer(), (cohort, session), register, "the wrong day").await.expect("removed");
        assert_eq!(counted(services).await, (of(0, 1), of(0, 1), 1));
        assert_eq!(recounted(services).await, (of(0, 1), of(0, 1), 1));
        let page = evidence::page(services, &trainer(), cohort, session).await.expect("the page");
        let (_, by, reason) = page.files[1].removed.clone().expect("its line stays");
        assert_eq!((by.as_str(), reason.as_str()), ("Teuta Trajnere", "the wrong day"));
        let gone = evidence::fetch(services, &trainer(), (cohort, session), register).await;
        assert!(matches!(gone, Err(ServiceError::Hidden)));
    }
}

on_both! {
    async fn a_correction_from_another_source_clears_the_need_of_a_scan(store: Store) {
        let place = Place::with_mail(store).await;
        let services = &place.services;
        let plan = Plan { agenda: "10:00 Welcome".into(), ..on(today(&place)) };
        let (cohort, session) = held(&place, plan, Source::Paper).await;
        assert_eq!(counted(services).await.0, of(0, 1));
        place.wait(1);
        let people: Vec<PersonId> = register(&place, cohort, session).await.into_iter().map(|line| line.person).collect();
        let corrected = Recorded {
            shown: people,
            present: [].into_iter().collect(),
            seen: None,
            source: Source::TrainerList,
            reason: "nobody came".into(),
        };
        sessions::record(services, &trainer(), cohort, session, corrected).await.expect("corrected");
        assert_eq!(counted(services).await, (of(1, 1), of(1, 1), 0));
        assert_eq!(recounted(services).await, (of(1, 1), of(1, 1), 0));
    }
}

on_both! {
    async fn removing_files_makes_no_room_without_end(store: Store) {
        let place = Place::with_mail(store).await;
        let services = &place.services;
        let (cohort, session) = held(&place, on(today(&place)), Source::TrainerList).await;
        let now = services.now();
        let removed: Result<(), store::StoreError> = services.store.write(Box::new(move |tx| Box::pin(async move {
            for number in 0..evidence::MOST_EVER {
                let file = evidence::File {
                    id: EvidenceId(uuid::Uuid::from_u128(9_000 + u128::from(number))),
                    session,
                    kind: EvidenceKind::Other,
                    name: "scan.pdf".into(),
                    media_type: "application/pdf".into(),
                    bytes: 1,
                    sha256: number.to_string(),
                    added_by: crate::place::LEAD,
                    added_at: now,
                };
                store::evidence::add(tx, &file).await?;
                store::evidence::remove(tx, session, file.id, (file.added_by, now), "again").await?;
            }
            Ok(())
        }))).await;
        removed.expect("removed");
        let refused = evidence::attach(services, &trainer(), cohort, session, sent("other", scan(1))).await;
        let Err(ServiceError::Invalid(problems)) = refused else { panic!("{refused:?}") };
        assert_eq!(problems[0].code, "evidence_many_removed");
    }
}

on_both! {
    async fn an_agenda_typed_before_or_after_the_session_counts(store: Store) {
        let place = Place::with_mail(store).await;
        let services = &place.services;
        let (cohort, session) = held(&place, on(today(&place)), Source::TrainerList).await;
        assert_eq!(counted(services).await.0, of(0, 1));
        let plan = Plan { agenda: "10:00 Welcome".into(), ..on(today(&place)) };
        sessions::change(services, &trainer(), cohort, session, &plan, 0).await.expect("changed");
        assert_eq!(counted(services).await, (of(1, 1), of(1, 1), 0));
        assert_eq!(recounted(services).await, (of(1, 1), of(1, 1), 0));
    }
}

on_both! {
    async fn a_planned_session_is_not_counted_and_takes_no_evidence_before_its_day(store: Store) {
        let place = Place::with_mail(store).await;
        let services = &place.services;
        let cohort = enrolled(&place).await;
        let later = today(&place) + chrono::TimeDelta::days(3);
        let session = planned(&place, cohort, &on(later)).await;
        let early = evidence::attach(services, &trainer(), cohort, session, sent("photo", scan(1))).await;
        assert!(matches!(early, Err(ServiceError::Invalid(_))));
        place.wait(3 * DAY);
        let attached = evidence::attach(services, &trainer(), cohort, session, sent("photo", scan(1))).await;
        assert_eq!(attached.expect("attached"), Attached::New);
        assert_eq!(counted(services).await, (of(0, 0), of(0, 0), 0));
    }
}

on_both! {
    async fn the_same_file_twice_is_one_entry_unless_it_was_removed(store: Store) {
        let place = Place::with_mail(store).await;
        let services = &place.services;
        let (cohort, session) = held(&place, on(today(&place)), Source::TrainerList).await;
        let attach = async |kind: &str| {
            evidence::attach(services, &trainer(), cohort, session, sent(kind, scan(1))).await.expect("an answer")
        };
        assert_eq!(attach("photo").await, Attached::New);
        assert_eq!(attach("other").await, Attached::Already);
        let page = evidence::page(services, &trainer(), cohort, session).await.expect("the page");
        let [only] = page.files.as_slice() else { panic!("{:?}", page.files) };
        evidence::remove(services, &trainer(), (cohort, session), only.file.id, "blurred").await.expect("removed");
        assert_eq!(attach("photo").await, Attached::New);
        let page = evidence::page(services, &trainer(), cohort, session).await.expect("the page");
        assert_eq!(page.files.len(), 2);
    }
}

on_both! {
    async fn a_file_comes_back_as_it_was_attached_or_not_to_its_end(store: Store) {
        let place = Place::with_mail(store).await;
        let services = &place.services;
        let (cohort, session) = held(&place, on(today(&place)), Source::TrainerList).await;
        evidence::attach(services, &trainer(), cohort, session, sent("photo", scan(1))).await.expect("attached");
        let page = evidence::page(services, &trainer(), cohort, session).await.expect("the page");
        let file = page.files[0].file.clone();
        let fetch = async || evidence::fetch(services, &trainer(), (cohort, session), file.id).await;
        let (found, pieces) = fetch().await.expect("the file");
        let bytes: Vec<Bytes> = pieces.try_collect().await.expect("its bytes");
        assert_eq!((found.name.as_str(), bytes.concat()), ("scan.pdf", scan(1).to_vec()));
        place.files.spoil(&file.sha256, b"something else");
        let (_, pieces) = fetch().await.expect("the file");
        assert!(pieces.try_collect::<Vec<Bytes>>().await.is_err());
        place.files.lose(&file.sha256);
        assert!(matches!(fetch().await, Err(ServiceError::Blob(_))));
    }
}

on_both! {
    async fn nothing_is_attached_without_a_reason_to_trust_it(store: Store) {
        let place = Place::with_mail(store).await;
        let services = &place.services;
        let (cohort, session) = held(&place, on(today(&place)), Source::TrainerList).await;
        let long = Bytes::from(vec![b' '; evidence::MAX_BYTES + 1]);
        for (kind, bytes, code) in [
            ("poem", scan(1), "choice"),
            ("photo", Bytes::from_static(b"<svg onload=alert(1)>"), "evidence_markup"),
            ("photo", Bytes::from_static(b"PK\x03\x04"), "evidence_archive"),
            ("photo", long, "evidence_large"),
            ("photo", Bytes::new(), "evidence_empty"),
        ] {
            let refused = evidence::attach(services, &trainer(), cohort, session, sent(kind, bytes)).await;
            let Err(ServiceError::Invalid(problems)) = refused else { panic!("{code}: {refused:?}") };
            assert_eq!(problems[0].code, code);
        }
        let page = evidence::page(services, &trainer(), cohort, session).await.expect("the page");
        assert!(page.files.is_empty());
        let nameless = evidence::remove(
            services, &trainer(), (cohort, session), domain::ids::EvidenceId(services.new_id()), " ",
        ).await;
        assert!(matches!(nameless, Err(ServiceError::Invalid(_))));
    }
}

on_both! {
    async fn evidence_is_the_business_of_its_own_institution_only(store: Store) {
        let place = Place::with_mail(store).await;
        let services = &place.services;
        let (cohort, session) = held(&place, on(today(&place)), Source::TrainerList).await;
        let other = enrolled(&place).await;
        for (actor, cohort) in [(tuzla_trainer(), cohort), (trainer(), other)] {
            let page = evidence::page(services, &actor, cohort, session).await;
            assert!(matches!(page, Err(ServiceError::Hidden)));
            let attached = evidence::attach(services, &actor, cohort, session, sent("photo", scan(1))).await;
            assert!(matches!(attached, Err(ServiceError::Hidden)));
        }
    }
}
