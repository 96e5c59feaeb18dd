//! Packs: asked for, made, frozen, and honest about what failed.

use std::io::{Cursor, Read};
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};

use bytes::Bytes;
use chrono::NaiveDate;
use domain::cascade::target::TargetStatus;
use domain::clock::{Clock, DAY, HOUR, Timestamp};
use domain::ids::{CohortId, PackId, SessionId};
use domain::language::Language;
use domain::people::{Actor, Role};
use domain::session::attendance::Source;
use futures::TryStreamExt;
use harness::on_both;
use services::packs::{self, Pack, State};
use services::ports::{SystemRandom, Wording};
use services::sessions::{self, Plan};
use services::{ServiceError, Services, Settings, evidence, hash_bytes};
use tokio::runtime::Handle;
use zip::ZipArchive;

use crate::evidence::{held, scan, sent};
use crate::place::{PROGRAMME, Place, lead, trainer, tuzla_trainer};
use crate::sessions::{on, today};

/// Says the keys themselves.
struct Keys;

impl Wording for Keys {
    fn say(&self, _: Language, key: &str, _: &[(String, String)]) -> String {
        key.to_owned()
    }

    fn day(&self, _: Language, day: NaiveDate) -> String {
        day.to_string()
    }

    fn status(&self, _: Language, status: TargetStatus) -> String {
        format!("{status:?}")
    }
}

fn holding(role: Role) -> Actor {
    Actor::Person {
        id: crate::place::LEAD,
        roles: vec![role],
    }
}

pub fn coordinator() -> Actor {
    holding(Role::Coordinator(PROGRAMME))
}

pub fn observer() -> Actor {
    holding(Role::Observer(PROGRAMME))
}

pub async fn make_all(place: &Place) {
    while packs::make_next(&place.services, Arc::new(Keys))
        .await
        .expect("work")
    {}
}

/// Whether there was one to make.
async fn make_one(place: &Place) -> bool {
    packs::make_next(&place.services, Arc::new(Keys))
        .await
        .expect("work")
}

pub async fn ask_funder(
    place: &Place,
    actor: &Actor,
    from: &str,
    to: &str,
) -> Result<(), ServiceError> {
    packs::ask_funder(
        &place.services,
        actor,
        PROGRAMME,
        (from, to),
        Language::English,
    )
    .await
}

pub async fn funder_packs(place: &Place) -> Vec<Pack> {
    let seen = packs::of_programme(&place.services, &coordinator(), PROGRAMME, 0).await;
    seen.expect("the list").packs
}

async fn session_packs(place: &Place, cohort: CohortId, session: SessionId) -> Vec<Pack> {
    let page = evidence::page(&place.services, &trainer(), cohort, session).await;
    page.expect("the page").packs
}

pub async fn fetch(place: &Place, actor: &Actor, id: PackId) -> Result<Vec<u8>, ServiceError> {
    let (_, made, pieces) = packs::fetch(&place.services, actor, id).await?;
    let bytes: Vec<Bytes> = pieces.try_collect().await?;
    let bytes = bytes.concat();
    assert_eq!(hash_bytes(&bytes), made.sha256);
    assert_eq!(u64::try_from(bytes.len()).expect("small"), made.bytes);
    Ok(bytes)
}

pub struct Unpacked(ZipArchive<Cursor<Vec<u8>>>);

impl Unpacked {
    pub fn of(bytes: Vec<u8>) -> Self {
        Self(ZipArchive::new(Cursor::new(bytes)).expect("a zip"))
    }

    pub fn names(&self) -> Vec<String> {
        self.0
            .file_names()
            .map(|name| name.expect("a name").to_string())
            .collect()
    }

    pub fn file(&mut self, name: &str) -> Vec<u8> {
        let mut bytes = Vec::new();
        self.0
            .by_name(name)
            .expect(name)
            .read_to_end(&mut bytes)
            .expect("its bytes");
        bytes
    }

    pub fn text(&mut self, name: &str) -> String {
        String::from_utf8(self.file(name)).expect("text")
    }

    /// Every file has the fingerprint that the manifest says, as `sha256sum -c` would find.
    pub fn verify(&mut self) {
        let manifest = self.text("manifest-sha256.txt");
        let listed: Vec<(String, String)> = manifest
            .lines()
            .map(|line| line.split_once("  ").expect("two spaces"))
            .map(|(hash, name)| (hash.to_owned(), name.to_owned()))
            .collect();
        assert_eq!(
            listed.len() + 1,
            self.names().len(),
            "every other file is listed"
        );
        for (hash, name) in listed {
            assert_eq!(hash_bytes(&self.file(&name)), hash, "{name}");
        }
    }
}

on_both! {
    async fn a_session_s_pack_holds_its_evidence_its_people_and_what_was_adapted(store: Store) {
        let place = Place::with_mail(store).await;
        let services = &place.services;
        let plan = Plan { agenda: "10:00 Welcome".into(), hours: "2.5".into(), ..on(today(&place)) };
        let (cohort, session) = held(&place, plan, Source::Paper).await;
        evidence::attach(services, &trainer(), cohort, session, sent("register", scan(1))).await.expect("attached");
        sessions::adapt(services, &trainer(), cohort, session, None, "=local cases").await.expect("noted");
        packs::ask_session(services, &trainer(), cohort, session, Language::English).await.expect("asked");
        packs::ask_session(services, &lead(), cohort, session, Language::English).await.expect("the same");
        let [waiting] = session_packs(&place, cohort, session).await.try_into().expect("one pack");
        assert_eq!(waiting.state, State::Waiting);
        assert!(matches!(fetch(&place, &trainer(), waiting.id).await, Err(ServiceError::Hidden)));

        make_all(&place).await;
        let [ready] = session_packs(&place, cohort, session).await.try_into().expect("one pack");
        assert_eq!(ready.state, State::Ready, "{:?}", ready.error);
        let bytes = fetch(&place, &trainer(), ready.id).await.expect("the pack");
        let mut pack = Unpacked::of(bytes.clone());
        pack.verify();
        assert_eq!(pack.file("evidence/01-register-scan.pdf"), scan(1));
        let attendance = pack.text("csv/attendance.csv");
        assert!(attendance.contains("Arta Hoxha") && attendance.contains("pack-source-paper"), "{attendance}");
        assert!(pack.text("csv/adaptations.csv").contains("'=local cases"), "no formula");
        let figures: serde_json::Value = serde_json::from_slice(&pack.file("figures.json")).expect("JSON");
        let facts = figures["tables"]["session"].as_array().expect("facts");
        let hours = facts.iter().find(|fact| fact["fact"] == "hours").expect("hours");
        assert_eq!(hours["value"], 2.5);

        // What happens later changes nothing.
        place.wait(DAY);
        let page = evidence::page(services, &trainer(), cohort, session).await.expect("the page");
        evidence::remove(services, &trainer(), (cohort, session), page.files[0].file.id, "late").await.expect("removed");
        make_all(&place).await;
        assert_eq!(fetch(&place, &trainer(), ready.id).await.expect("the pack"), bytes);
    }
}

on_both! {
    async fn a_funder_s_pack_names_nobody_and_tells_no_small_count(store: Store) {
        let place = Place::with_mail(store).await;
        let plan = Plan { work_package: "WP2".into(), deliverable: "D2.3".into(), ..on(today(&place)) };
        held(&place, plan, Source::TrainerList).await;
        let day = today(&place).to_string();
        ask_funder(&place, &coordinator(), "2020-01-01", &day).await.expect("asked");
        make_all(&place).await;
        let [ready] = funder_packs(&place).await.try_into().expect("one pack");
        assert_eq!(ready.state, State::Ready, "{:?}", ready.error);
        let mut pack = Unpacked::of(fetch(&place, &observer(), ready.id).await.expect("the pack"));
        pack.verify();
        for name in pack.names().into_iter().filter(|name| name.ends_with(".csv") || name.ends_with(".json")) {
            let text = pack.text(&name);
            for person in ["Arta", "Emir", "Lejla", "Teuta"] {
                assert!(!text.contains(person), "{person} in {name}");
            }
        }
        let figures: serde_json::Value = serde_json::from_slice(&pack.file("figures.json")).expect("JSON");
        let tables = &figures["tables"];
        let tirana = &tables["achieved"][0];
        assert_eq!(tirana["institution"], "University of Tirana");
        assert_eq!((&tirana["planned_min"], &tirana["planned_max"]), (&20.into(), &30.into()));
        assert_eq!((&tirana["heads"], &tirana["finished"]), (&"withheld".into(), &0.into()));
        let session = &tables["sessions"][0];
        assert_eq!((&session["work_package"], &session["deliverable"]), (&"WP2".into(), &"D2.3".into()));
        assert_eq!((&session["present"], &session["complete"]), (&"withheld".into(), &"no".into()));
        let participants = tables["participants"].as_array().expect("rows");
        let met = participants.iter().find(|row| row["by"] == "meeting").expect("who was at a session");
        assert_eq!(met["finished"], serde_json::Value::Null, "not counted, which is not nobody");
        assert_eq!(met["participations_finished"], serde_json::Value::Null);
        let facts = tables["summary"].as_array().expect("facts");
        let certificates = facts.iter().find(|fact| fact["fact"] == "certificates").expect("a fact");
        assert_eq!(certificates["value"], "not_issued_yet");
        assert_eq!(tables["evidence"][0]["sessions"], 1);
    }
}

/// A clock during whose fourth look something happens: a pack that is being made has read its first
/// table by then.
struct Meanwhile {
    place: Arc<Place>,
    looks: AtomicU32,
}

impl Clock for Meanwhile {
    fn now(&self) -> Timestamp {
        if self.looks.fetch_add(1, Ordering::SeqCst) == 3 {
            let held = held(&self.place, on(today(&self.place)), Source::TrainerList);
            tokio::task::block_in_place(|| Handle::current().block_on(held));
        }
        self.place.services.now()
    }
}

on_both! {
    async fn a_pack_does_not_see_what_changes_while_it_is_made(store: Store) {
        let place = Arc::new(Place::with_mail(store.clone()).await);
        let day = today(&place).to_string();
        ask_funder(&place, &coordinator(), &day, &day).await.expect("asked");
        let clock = Arc::new(Meanwhile { place: place.clone(), looks: AtomicU32::new(0) });
        let services = Services::new(store, clock.clone(), Arc::new(SystemRandom), Settings::default())
            .keeping_files(place.files.clone());
        assert!(packs::make_next(&services, Arc::new(Keys)).await.expect("work"));
        assert!(clock.looks.load(Ordering::SeqCst) > 4, "a session was held meanwhile");
        place.wait(DAY);
        ask_funder(&place, &coordinator(), &day, &day).await.expect("asked again");
        make_all(&place).await;
        let sessions = async |pack: &Pack| {
            let mut pack = Unpacked::of(fetch(&place, &observer(), pack.id).await.expect("the pack"));
            let figures: serde_json::Value = serde_json::from_slice(&pack.file("figures.json")).expect("JSON");
            let tables = &figures["tables"];
            (tables["sessions"].as_array().expect("rows").len(), tables["evidence"][0]["sessions"].clone())
        };
        let [later, first] = funder_packs(&place).await.try_into().expect("two packs");
        assert_eq!(sessions(&first).await, (0, 0.into()), "nobody had been counted in it");
        assert_eq!(sessions(&later).await, (1, 1.into()));
    }
}

on_both! {
    async fn a_period_counts_what_happened_in_it_by_the_days_people_live(store: Store) {
        let place = Place::with_mail(store).await;
        let many: String = (0..12).map(|n| format!("Colleague {n} c{n}@x.example\n")).collect();
        let cohort = place.cohort().await;
        place.paste(cohort, &many).await;
        place.commit(cohort, services::enrolment::Delivery::Later).await.expect("enrolled");
        let first = today(&place);
        let heads = async |from: NaiveDate, to: NaiveDate| {
            let period = store::period::Period {
                programme: PROGRAMME,
                from,
                to,
                begins: services::local::start_of(from),
                ends: services::local::end_of(to),
            };
            let achieved = store::period::achieved(place.services.store.read(), period).await.expect("counts");
            achieved.iter().map(|one| (one.counts.heads, one.counts.participations, one.finished_until)).collect::<Vec<_>>()
        };
        assert_eq!(heads(first, first).await, [(12, 12, 0), (0, 0, 0)]);
        let before = first.pred_opt().expect("yesterday");
        assert_eq!(heads(before, before).await, [(0, 0, 0), (0, 0, 0)]);
        // A second cohort: the same heads, twelve more participations; four finish.
        place.wait(2 * DAY);
        let second = place.cohort().await;
        place.paste(second, &many).await;
        place.commit(second, services::enrolment::Delivery::Later).await.expect("enrolled");
        let roster = store::participation::in_cohort(place.services.store.read(), second).await.expect("a roster");
        let four: Vec<_> = roster.into_values().take(4).collect();
        let now = place.services.now();
        let finish: Result<(), store::StoreError> = place.services.store.write(Box::new(move |tx| Box::pin(async move {
            for (number, participation) in (0_u128..).zip(four) {
                let because = store::participation::Because {
                    event: uuid::Uuid::from_u128(7_000 + number), actor: None, at: now, detail: "",
                };
                let event = domain::cascade::tally::ParticipationEvent::Finished(now);
                store::participation::record(tx, participation, event, because).await?;
            }
            Ok(())
        }))).await;
        finish.expect("finished");
        let later = today(&place);
        assert_eq!(heads(first, later).await[0], (12, 24, 4));
        assert_eq!(heads(later, later).await[0], (12, 12, 4));
        assert_eq!(heads(first, first).await[0], (12, 12, 0));
        let period = store::period::Period {
            programme: PROGRAMME, from: first, to: later,
            begins: services::local::start_of(first), ends: services::local::end_of(later),
        };
        for aspect in [store::period::Aspect::Category, store::period::Aspect::Language] {
            let parts = store::period::by(place.services.store.read(), period, aspect).await.expect("parts");
            let sum: u32 = parts.iter().map(|(_, counts)| counts.heads).sum();
            assert_eq!(sum, 12, "{aspect:?} {parts:?}");
        }
    }
}

on_both! {
    async fn asking_again_makes_no_second_pack_of_the_same(store: Store) {
        let place = Place::with_mail(store).await;
        let services = &place.services;
        let (cohort, session) = held(&place, on(today(&place)), Source::Paper).await;
        let day = today(&place).to_string();
        let ask = async || {
            packs::ask_session(services, &trainer(), cohort, session, Language::English).await.expect("asked");
            ask_funder(&place, &coordinator(), &day, &day).await.expect("asked");
            make_all(&place).await;
            (session_packs(&place, cohort, session).await.len(), funder_packs(&place).await.len())
        };
        place.wait(1);
        assert_eq!(ask().await, (1, 1));
        assert_eq!(ask().await, (1, 1));
        place.wait(1);
        evidence::attach(services, &trainer(), cohort, session, sent("register", scan(1))).await.expect("attached");
        assert_eq!(ask().await, (2, 1));
        place.wait(1);
        let file = evidence::page(services, &trainer(), cohort, session).await.expect("the page").files[0].file.id;
        evidence::remove(services, &trainer(), (cohort, session), file, "the wrong day").await.expect("removed");
        assert_eq!(ask().await, (3, 1));
        place.wait(1);
        sessions::adapt(services, &trainer(), cohort, session, None, "local cases").await.expect("noted");
        assert_eq!(ask().await, (4, 1));
        place.wait(1);
        let plan = Plan { agenda: "10:00 Welcome".into(), ..on(today(&place)) };
        sessions::change(services, &trainer(), cohort, session, &plan, 0).await.expect("changed");
        assert_eq!(ask().await, (5, 1));
        place.wait(DAY);
        assert_eq!(ask().await, (5, 2), "another day counts anew");
    }
}

on_both! {
    async fn who_may_not_make_a_pack_neither_makes_nor_takes_it(store: Store) {
        let place = Place::with_mail(store).await;
        let (cohort, session) = held(&place, on(today(&place)), Source::TrainerList).await;
        let day = today(&place).to_string();
        for actor in [trainer(), lead(), observer(), tuzla_trainer()] {
            let asked = ask_funder(&place, &actor, &day, &day).await;
            assert!(matches!(asked, Err(ServiceError::Hidden)));
        }
        let asked = ask_funder(&place, &Actor::Visitor, &day, &day).await;
        assert!(matches!(asked, Err(ServiceError::SignIn)));
        let asked = packs::ask_session(&place.services, &tuzla_trainer(), cohort, session, Language::English).await;
        assert!(matches!(asked, Err(ServiceError::Hidden)));
        packs::ask_session(&place.services, &trainer(), cohort, session, Language::English).await.expect("asked");
        ask_funder(&place, &coordinator(), &day, &day).await.expect("asked");
        make_all(&place).await;
        let funder = funder_packs(&place).await.remove(0).id;
        let session = session_packs(&place, cohort, session).await.remove(0).id;
        for (actor, pack) in [(observer(), session), (tuzla_trainer(), session), (trainer(), funder)] {
            assert!(matches!(fetch(&place, &actor, pack).await, Err(ServiceError::Hidden)));
        }
        assert!(fetch(&place, &observer(), funder).await.is_ok());
    }
}

on_both! {
    async fn a_period_that_is_none_or_not_over_is_refused_beside_its_field(store: Store) {
        let place = Place::with_mail(store).await;
        let tomorrow = today(&place).succ_opt().expect("tomorrow").to_string();
        for (from, to, code) in [
            ("2026-05-01", "2026-04-30", "pack_reversed"),
            ("2026-05-01", tomorrow.as_str(), "pack_future"),
            ("yesterday", "2026-05-01", "day"),
        ] {
            let refused = ask_funder(&place, &coordinator(), from, to).await;
            let Err(ServiceError::Invalid(problems)) = refused else { panic!("{refused:?}") };
            assert_eq!(problems[0].code, code);
        }
        assert!(funder_packs(&place).await.is_empty());
    }
}

on_both! {
    async fn a_pack_whose_evidence_is_gone_says_so_and_can_be_tried_again(store: Store) {
        let place = Place::with_mail(store).await;
        let services = &place.services;
        let (cohort, session) = held(&place, on(today(&place)), Source::TrainerList).await;
        evidence::attach(services, &trainer(), cohort, session, sent("photo", scan(1))).await.expect("attached");
        let lost = place.files.lose(&hash_bytes(&scan(1)));
        assert_eq!(lost, Some(scan(1)));
        packs::ask_session(services, &trainer(), cohort, session, Language::English).await.expect("asked");
        make_all(&place).await;
        let [failed] = session_packs(&place, cohort, session).await.try_into().expect("one pack");
        assert_eq!((failed.state, failed.error.as_deref()), (State::Failed, Some("file")));
        let foreign = packs::try_again(services, &tuzla_trainer(), failed.id).await;
        assert!(matches!(foreign, Err(ServiceError::Hidden)));
        let again = evidence::attach(services, &trainer(), cohort, session, sent("photo", scan(1))).await;
        assert_eq!(again.expect("an answer"), evidence::Attached::Already);
        packs::try_again(services, &trainer(), failed.id).await.expect("again");
        make_all(&place).await;
        let [ready] = session_packs(&place, cohort, session).await.try_into().expect("one pack");
        assert_eq!((ready.state, ready.error), (State::Ready, None));
    }
}

on_both! {
    async fn a_pack_survives_the_end_of_its_maker_but_not_of_every_maker(store: Store) {
        let place = Place::with_mail(store).await;
        let services = &place.services;
        let day = today(&place).to_string();
        ask_funder(&place, &coordinator(), &day, &day).await.expect("asked");
        let die = async || {
            let pack = funder_packs(&place).await.remove(0);
            let lease = services.now().plus(HOUR);
            let claimed: Result<bool, store::StoreError> = services
                .store
                .write(Box::new(move |tx| Box::pin(async move { store::pack::claim(tx, &pack, lease).await })))
                .await;
            assert!(claimed.expect("a claim"));
        };
        die().await;
        assert!(!make_one(&place).await, "its maker may live");
        place.wait(2 * HOUR);
        assert!(make_one(&place).await);
        assert_eq!(funder_packs(&place).await[0].state, State::Ready);

        ask_funder(&place, &coordinator(), "2020-01-01", &day).await.expect("asked");
        for _ in 0..3 {
            die().await;
            place.wait(2 * HOUR);
        }
        assert!(make_one(&place).await);
        let pack = funder_packs(&place).await.remove(0);
        assert_eq!((pack.state, pack.error.as_deref()), (State::Failed, Some("stopped")));
        packs::try_again(services, &coordinator(), pack.id).await.expect("again");
        make_all(&place).await;
        assert_eq!(funder_packs(&place).await[0].state, State::Ready);
    }
}

on_both! {
    async fn an_attempt_that_was_overtaken_changes_nothing(store: Store) {
        let place = Place::with_mail(store).await;
        let day = today(&place).to_string();
        ask_funder(&place, &coordinator(), &day, &day).await.expect("asked");
        let old = funder_packs(&place).await.remove(0);
        make_all(&place).await;
        let before = funder_packs(&place).await;
        let made = packs::Made { at: place.services.now(), sha256: "0".repeat(64), bytes: 1 };
        let written: Result<(bool, bool), store::StoreError> = place
            .services
            .store
            .write(Box::new(move |tx| {
                Box::pin(async move {
                    let claimed = store::pack::claim(tx, &old, made.at).await?;
                    let frozen = store::pack::freeze(tx, old.id, 1, &made).await?;
                    store::pack::give_up(tx, old.id, 1, "broken").await?;
                    Ok((claimed, frozen))
                })
            }))
            .await;
        assert_eq!(written.expect("an answer"), (false, false));
        assert_eq!(funder_packs(&place).await, before);
    }
}
