//! Evidence and packs in front of the real site: files of every kind, refused and taken, and what
//! comes back.

use std::sync::Arc;

use app::pack_words::PackWords;
use axum::http::{Method, StatusCode};
use domain::ids::SessionId;
use domain::people::{Actor, Role};
use domain::session::attendance::Source;
use harness::cascade::Planted;
use services::sessions::{self, Plan, Recorded};

use crate::browser::{Answer, Visit};

const SCAN: &[u8] = b"%PDF-1.4\n1 0 obj << /Type /Catalog >> endobj\n%%EOF\n";

/// A trainer, signed in, with a session held today.
struct Site {
    visit: Visit,
    planted: Planted,
    session: SessionId,
}

async fn site() -> Site {
    let mut visit = Visit::new().await;
    visit.publish().await;
    let mut planted = visit.as_trainer().await;
    let cohort = visit.cohort(&planted.places[0]).await;
    let read = visit.services.store.read();
    let cohort = store::cohort::by_id(read, cohort).await.expect("a read");
    planted.places[0].cohort = cohort.expect("a cohort");
    let place = &planted.places[0];
    let colleague = visit.somebody("Arta", "arta@uni.example", false, &[]).await;
    visit.enrol_as(100, place, &[colleague]).await;
    let trainer = Actor::Person {
        id: place.trainer,
        roles: vec![Role::Trainer(place.institution)],
    };
    let plan = Plan {
        day: services::local::day(visit.services.now()).to_string(),
        place: "Room 3".into(),
        trainers: vec![place.trainer],
        ..Plan::default()
    };
    let cohort = place.cohort.id;
    let session = sessions::plan(&visit.services, &trainer, cohort, &plan).await;
    let session = session.expect("a plan");
    let roster = store::participation::in_cohort(visit.services.store.read(), cohort).await;
    let shown: Vec<_> = roster.expect("a roster").into_keys().collect();
    let recorded = Recorded {
        present: shown.iter().copied().collect(),
        shown,
        seen: None,
        source: Source::TrainerList,
        reason: String::new(),
    };
    sessions::record(&visit.services, &trainer, cohort, session, recorded)
        .await
        .expect("a record");
    Site {
        visit,
        planted,
        session,
    }
}

impl Site {
    fn session_path(&self) -> String {
        let cohort = self.planted.places[0].cohort.id;
        format!("/cohorts/{cohort}/sessions/{}", self.session)
    }

    fn path(&self) -> String {
        format!("{}/evidence", self.session_path())
    }

    /// Sends a file as a browser without script does.
    async fn attach(&mut self, name: &str, bytes: &[u8]) -> Answer {
        let mut body =
            b"--x\r\nContent-Disposition: form-data; name=\"kind\"\r\n\r\nagenda\r\n".to_vec();
        let part = format!(
            "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"{name}\"\r\n\
             Content-Type: application/pdf\r\n\r\n"
        );
        body.extend(part.into_bytes());
        body.extend(bytes);
        body.extend(b"\r\n--x--\r\n");
        let (path, kind) = (self.path(), "multipart/form-data; boundary=x");
        self.visit
            .send(Method::POST, &path, kind, body, "same-origin")
            .await
    }

    /// What the page says after a form was sent.
    async fn page(&mut self) -> String {
        let path = self.path();
        let answer = self.visit.get(&path).await;
        assert_eq!(answer.status, StatusCode::OK);
        answer.body
    }

    async fn make_packs(&self) {
        let services = &self.visit.services;
        while services::packs::make_next(services, Arc::new(PackWords))
            .await
            .expect("work")
        {}
    }
}

/// The first address on a page that begins so.
fn link(page: &str, start: &str) -> String {
    let at = page.find(&format!("href=\"{start}")).expect("a link") + "href=\"".len();
    page[at..].split('"').next().unwrap_or_default().to_owned()
}

#[tokio::test]
async fn an_attached_file_is_listed_and_saved_never_opened() {
    let mut site = site().await;
    let page = site.page().await;
    assert!(page.contains("missing") && page.contains("enctype=\"multipart/form-data\""));
    let sent = site.attach("<b>Programi & axhenda</b>.html", SCAN).await;
    assert_eq!(sent.status, StatusCode::SEE_OTHER, "{}", sent.body);
    let page = site.page().await;
    assert!(
        page.contains("Programi &amp; axhenda") && !page.contains("<b>Programi"),
        "{page}"
    );
    assert!(!page.contains("missing"), "the agenda is there");
    let file = link(&page, &format!("{}/", site.path()));
    let answer = site.visit.get(&file).await;
    assert_eq!(
        (answer.status, answer.kind.as_str()),
        (StatusCode::OK, "application/pdf")
    );
    assert_eq!(answer.body.as_bytes(), SCAN);
    assert!(
        answer.disposition.starts_with("attachment; filename=\""),
        "{}",
        answer.disposition
    );
    assert!(
        answer.disposition.ends_with(".pdf\""),
        "{}",
        answer.disposition
    );
    assert_eq!(answer.sniffing, "nosniff");
}

#[tokio::test]
async fn whatever_poses_as_a_scan_is_refused_with_a_sentence() {
    let mut site = site().await;
    for (name, bytes, says) in [
        ("scan.pdf", b"PK\x03\x04zip".to_vec(), "archive"),
        (
            "scan.png",
            b"<svg onload='alert(1)'/>".to_vec(),
            "web drawing",
        ),
        ("scan.jpg", b"<!DOCTYPE html><script>".to_vec(), "web page"),
        (
            "scan.pdf",
            b"%PDF-1.4\n<< /S /J#61vaScript >>\n%%EOF".to_vec(),
            "Print it to PDF",
        ),
        ("scan.pdf", Vec::new(), "empty"),
        ("", SCAN.to_vec(), "Choose a file"),
    ] {
        let sent = site.attach(name, &bytes).await;
        assert_eq!(sent.status, StatusCode::SEE_OTHER);
        let page = site.page().await;
        assert!(
            page.contains(says) && page.contains("id=\"file-problem\""),
            "{name}: {page}"
        );
        assert!(page.contains("No file is attached yet"));
    }
}

#[tokio::test]
async fn a_scan_of_25_mb_is_refused_with_the_limit_and_what_to_do() {
    let mut site = site().await;
    let mut large = SCAN.to_vec();
    large.resize(25 * 1024 * 1024, b' ');
    let sent = site.attach("scan.pdf", &large).await;
    assert_eq!(sent.status, StatusCode::SEE_OTHER, "{}", sent.body);
    let page = site.page().await;
    assert!(
        page.contains("larger than 20 MB") && page.contains("150 to 200 dots"),
        "{page}"
    );
}

#[tokio::test]
async fn a_file_is_taken_out_with_a_reason_and_its_line_stays() {
    let mut site = site().await;
    site.attach("scan.pdf", SCAN).await;
    let page = site.page().await;
    let file = link(&page, &format!("{}/", site.path()));
    let form = format!("{file}/remove");
    assert_eq!(site.visit.get(&form).await.status, StatusCode::OK);
    let refused = site.visit.post(&form, "reason=").await;
    assert_eq!(
        (refused.status, refused.place),
        (StatusCode::SEE_OTHER, form.clone())
    );
    assert!(site.visit.get(&form).await.body.contains("Say why"));
    let done = site.visit.post(&form, "reason=wrong+day").await;
    assert_eq!(done.place, site.path());
    let page = site.page().await;
    assert!(
        page.contains("wrong day") && page.contains("No file is attached yet"),
        "{page}"
    );
    assert_eq!(site.visit.get(&file).await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn another_institution_finds_neither_evidence_nor_packs() {
    let mut site = site().await;
    site.attach("scan.pdf", SCAN).await;
    let page = site.page().await;
    let file = link(&page, &format!("{}/", site.path()));
    let packs = format!("{}/packs", site.session_path());
    site.visit.post(&packs, "").await;
    site.make_packs().await;
    let pack = link(&site.page().await, "/packs/");
    assert_eq!(site.visit.get(&pack).await.status, StatusCode::OK);
    let other = site.planted.places[1].trainer;
    site.visit.give_password(other, "other@uni.example").await;
    site.visit.sign_in("other@uni.example").await;
    for path in [&site.path(), &file, &format!("{file}/remove"), &pack] {
        assert_eq!(
            site.visit.get(path).await.status,
            StatusCode::NOT_FOUND,
            "{path}"
        );
    }
    let refused = site.attach("scan.pdf", SCAN).await;
    assert_eq!(refused.status, StatusCode::NOT_FOUND);
    assert_eq!(
        site.visit.post(&packs, "").await.status,
        StatusCode::NOT_FOUND
    );
    site.visit.cookies.clear();
    let asked = site.visit.get(&pack).await;
    assert!(asked.place.starts_with("/sign-in"), "{}", asked.place);
}

#[tokio::test]
async fn a_coordinator_has_a_funder_pack_made_and_an_observer_takes_it() {
    let mut site = site().await;
    let programme = site.planted.programme;
    let roles = [Role::Coordinator(programme)];
    site.visit
        .somebody("Ana", "ana@uni.example", true, &roles)
        .await;
    let roles = [Role::Observer(programme)];
    site.visit
        .somebody("Ole", "ole@fund.example", true, &roles)
        .await;
    site.visit.sign_in("ana@uni.example").await;
    let packs = format!("/programme/packs?id={programme}");
    let refused = site
        .visit
        .post(&packs, "from=2030-01-02&to=2030-01-01&language=en")
        .await;
    assert_eq!(refused.place, packs);
    let page = site.visit.get(&packs).await.body;
    assert!(
        page.contains("value=\"2030-01-02\"") && page.contains("id=\"to-problem\""),
        "{page}"
    );
    let to = services::local::day(site.visit.services.now());
    let form = format!("from=2020-01-01&to={to}&language=sq");
    site.visit.post(&packs, &form).await;
    let page = site.visit.get(&packs).await.body;
    assert!(
        page.contains("waits") && page.contains("Look again"),
        "{page}"
    );
    site.make_packs().await;
    let page = site.visit.get(&packs).await.body;
    let pack = link(&page, "/packs/");
    let first = site.visit.get(&pack).await;
    assert_eq!(
        (first.status, first.kind.as_str()),
        (StatusCode::OK, "application/zip")
    );
    assert!(
        first.disposition.contains(&format!("{to}.zip")),
        "{}",
        first.disposition
    );
    assert!(!first.body.contains("[pack-"), "every word of it is known");

    site.visit.sign_in("ole@fund.example").await;
    let page = site.visit.get(&packs).await.body;
    assert!(
        !page.contains("name=\"from\""),
        "an observer makes none: {page}"
    );
    let again = site.visit.get(&link(&page, "/packs/")).await;
    assert_eq!(again.body, first.body);
    let asked = site.visit.post(&packs, &form).await;
    assert_eq!(asked.status, StatusCode::NOT_FOUND);
}
