//! A trainer's cohort in front of the real site: hostile names, forged addresses, refused lists.

use axum::http::{Method, StatusCode};

use crate::browser::{Answer, Visit};

const HOSTILE: &str = "=<script>alert(1)</script> Begić";

/// A trainer with a cohort that takes the starter course, at the first of two institutions.
struct Site {
    visit: Visit,
    cohort: String,
}

async fn site() -> Site {
    let mut visit = Visit::new().await;
    visit.publish().await;
    let planted = visit.as_trainer().await;
    let other = planted.places[1].trainer;
    visit.give_password(other, "other@uni.example").await;
    let cohort = visit.cohort(&planted.places[0]).await;
    Site {
        visit,
        cohort: format!("/cohorts/{cohort}"),
    }
}

impl Site {
    async fn get(&mut self, path: &str) -> (StatusCode, String) {
        let answer = self.visit.get(path).await;
        (answer.status, answer.body)
    }

    async fn post(&mut self, path: &str, fields: &[(&str, &str)]) -> Answer {
        let body: Vec<String> = fields
            .iter()
            .map(|(name, value)| format!("{}={}", encoded(name), encoded(value)))
            .collect();
        self.visit.post(path, &body.join("&")).await
    }

    /// Sends what the page says back with this button, and with other words in some fields; answers
    /// where it leads.
    async fn press(&mut self, button: &str, typed: &[(&str, &str)]) -> String {
        let enrol = format!("{}/enrol", self.cohort);
        let (_, page) = self.get(&enrol).await;
        let hidden = |name: &str| {
            let mark = format!("name=\"{name}\" value=\"");
            let from = page.find(&mark).expect("a hidden field") + mark.len();
            page[from..]
                .split('"')
                .next()
                .unwrap_or_default()
                .to_owned()
        };
        let (revision, ready) = (hidden("revision"), hidden("ready"));
        let mut fields = vec![
            ("revision", revision.as_str()),
            ("ready", &ready),
            ("go", button),
        ];
        fields.extend(typed);
        let answer = self.post(&format!("{enrol}/draft"), &fields).await;
        assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.body);
        answer.place
    }
}

fn encoded(text: &str) -> String {
    text.bytes().map(|byte| format!("%{byte:02X}")).collect()
}

#[tokio::test]
async fn a_hostile_name_is_only_ever_text_on_pages_and_in_files() {
    let mut site = site().await;
    let cohort = site.cohort.clone();
    let list = "Arta Hoxha x.one@uni.example\nEmir Begić x.two@uni.example";
    let pasted = site
        .post(&format!("{cohort}/enrol"), &[("roster", list)])
        .await;
    let check = format!("{cohort}/enrol#check");
    assert_eq!(
        (pasted.status, pasted.place),
        (StatusCode::SEE_OTHER, check)
    );
    let typed = [("name-1", HOSTILE), ("address-1", "x.one@uni.example")];
    site.press("stay", &typed).await;
    let (_, check) = site.get(&format!("{cohort}/enrol")).await;
    let result = site.press("commit-slips", &typed).await;
    let (_, result) = site.get(&result).await;
    let (_, roster) = site.get(&cohort).await;
    for page in [check, result, roster] {
        assert!(
            page.contains("script") && page.contains("Begić"),
            "the name is shown: {page}"
        );
        assert!(
            !page.contains("<script>alert") && !page.contains("<img src=x"),
            "{page}"
        );
    }
    let (status, csv) = site.get(&format!("{cohort}.csv")).await;
    assert_eq!(status, StatusCode::OK);
    assert!(csv.contains("x.one@uni.example"));
    let mut cells = csv.lines().flat_map(|line| line.split(','));
    assert!(
        !cells.any(|cell| cell.trim_matches('"').starts_with(['=', '+', '-', '@'])),
        "{csv}"
    );
    let (status, book) = site.get(&format!("{cohort}.xlsx")).await;
    assert!(status == StatusCode::OK && book.starts_with("PK"));
}

#[tokio::test]
async fn another_institution_s_trainer_and_forged_addresses_find_nothing() {
    let mut site = site().await;
    let cohort = site.cohort.clone();
    site.visit.sign_in("other@uni.example").await;
    for page in ["", ".csv", ".xlsx", "/edit", "/enrol", "/sessions/new"] {
        let path = format!("{cohort}{page}");
        assert_eq!(site.get(&path).await.0, StatusCode::NOT_FOUND, "{path}");
    }
    let nothing = "/cohorts/01935299-0000-7000-8000-000000000000";
    for path in [
        nothing,
        "/cohorts/1",
        "/cohorts/x'--",
        "/cohorts/%00.csv",
        "/cohorts/%FF",
    ] {
        assert_eq!(site.get(path).await.0, StatusCode::NOT_FOUND, "{path}");
    }
    let (absent, foreign) = (site.get(nothing).await.1, site.get(&cohort).await.1);
    assert_eq!(
        absent.replace(nothing, ""),
        foreign.replace(&cohort, ""),
        "they look exactly alike"
    );
    site.visit.cookies.clear();
    let asked = site.visit.get(&cohort).await;
    assert_eq!(asked.status, StatusCode::SEE_OTHER);
    assert!(asked.place.starts_with("/sign-in"), "{}", asked.place);
}

#[tokio::test]
async fn a_refused_list_stays_as_it_was_typed_however_long_it_is() {
    let mut site = site().await;
    let enrol = format!("{}/enrol", site.cohort);
    let list: String = (0..10_001)
        .map(|n| format!("colleague{n}@uni.example\n"))
        .collect();
    let refused = site.post(&enrol, &[("roster", &list)]).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    for typed in ["colleague0@uni.example", "colleague10000@uni.example"] {
        assert!(refused.body.contains(typed), "{typed}");
    }
    assert!(
        refused.body.contains("id=\"roster-problem\""),
        "the sentence stands beside the field"
    );
    let (_, again) = site.get(&enrol).await;
    assert!(!again.contains("name=\"revision\""), "nothing was kept");
}

#[tokio::test]
async fn a_file_too_large_for_any_form_loses_nothing_that_was_pasted() {
    let mut site = site().await;
    let part = |name: &str, file: &str| {
        format!("--x\r\nContent-Disposition: form-data; name=\"{name}\"{file}\r\n\r\n").into_bytes()
    };
    let mut body = part("roster", "");
    body.extend(b"Arta Hoxha arta@uni.example\r\n");
    body.extend(part("file", "; filename=\"all.csv\""));
    body.extend(vec![b'x'; 8 * 1024 * 1024]);
    body.extend(b"\r\n--x--\r\n");
    let (path, kind) = (
        format!("{}/enrol", site.cohort),
        "multipart/form-data; boundary=x",
    );
    let answer = site
        .visit
        .send(Method::POST, &path, kind, body, "same-origin")
        .await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    let page = answer.body;
    assert!(
        page.contains("Arta Hoxha arta@uni.example") && page.contains("id=\"file-problem\""),
        "{page}"
    );
}

#[tokio::test]
async fn a_form_of_no_page_of_ours_is_told_so_and_nothing_happens() {
    let mut site = site().await;
    let draft = format!("{}/enrol/draft", site.cohort);
    for fields in [
        vec![("revision", "x")],
        vec![],
        vec![("revision", "1"), ("go", "commit-pigeon")],
    ] {
        assert_eq!(
            site.post(&draft, &fields).await.status,
            StatusCode::BAD_REQUEST,
            "{fields:?}"
        );
    }
    let fields = [("revision", "1"), ("go", "commit-slips"), ("ready", "1")];
    assert_eq!(
        site.post(&draft, &fields).await.status,
        StatusCode::CONFLICT
    );
}
