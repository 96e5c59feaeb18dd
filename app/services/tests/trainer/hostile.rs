//! Lists that are wrong, by accident or on purpose.

use domain::roster::{Problem, Verdict};
use harness::on_both;
use services::ServiceError;
use services::enrolment::{self, Delivery};

use crate::place::{Place, trainer};

on_both! {
    async fn duplicates_formulas_nul_and_turned_writing_are_told_or_repaired_and_never_kept(store: Store) {
        let place = Place::with_mail(store).await;
        let cohort = place.cohort().await;
        let list = "Arta Hoxha arta@unitir.example\n\
            Arta H. ARTA@unitir.example\n\
            =HYPERLINK(\"x\") Emir emir@unitir.example\n\
            Le\0jla Šabić lejla@unitir.example\n\
            \u{202e}anaZ Zana zana@unitir.example\n\
            <script>alert(1)</script> script@unitir.example\n";
        let prepared = place.paste(cohort, list).await;
        let verdict = |at: usize| &prepared.rows[at].verdict;
        assert_eq!(*verdict(0), Verdict::New);
        assert_eq!(*verdict(1), Verdict::FixNeeded(vec![Problem::DuplicateInList(1)]));
        assert!(matches!(verdict(3), Verdict::FixNeeded(_)), "{:?}", prepared.rows[3]);
        let id = place.commit(cohort, Delivery::Later).await.expect("the good ones");
        let page = enrolment::result(&place.services, &trainer(), cohort, id, 1).await.expect("the result");
        assert_eq!(page.rows[1].reason, "duplicate_in_list:1");
        for row in &page.rows {
            assert!(!row.name.contains(['\0', '\u{202e}']), "{row:?}");
        }
        let known = store::person::by_ids(place.services.store.read(), &place.people(cohort).await).await;
        for person in known.expect("people").values() {
            assert!(!person.name.starts_with(['=', '+', '-', '@', '\u{202e}']), "{}", person.name);
        }
    }
}

on_both! {
    async fn what_is_no_list_is_refused_beside_its_field_and_the_earlier_draft_stays(store: Store) {
        let place = Place::with_mail(store).await;
        let cohort = place.cohort().await;
        place.paste(cohort, "Arta Hoxha arta@unitir.example").await;
        let paste = |text: String, file| enrolment::paste(&place.services, place_actor(), cohort, text, file);
        let lines = "a@b.example\n".repeat(10_001);
        for (text, file, field, code) in [
            (" \n".to_owned(), None, "roster", "list_empty"),
            (lines, None, "roster", "too_many_rows"),
            (String::new(), Some((b"%PDF-1.7 ...".to_vec(), "list.pdf".to_owned())), "file", "file_is_pdf"),
            ("x".repeat(7 * 1024 * 1024), None, "roster", "too_much_text"),
        ] {
            let Err(ServiceError::Invalid(problems)) = paste(text, file).await else {
                panic!("{code} was taken");
            };
            assert_eq!((problems[0].field.as_str(), problems[0].code.as_str()), (field, code));
        }
        assert_eq!(place.prepared(cohort).await.rows.len(), 1);
    }
}

fn place_actor() -> &'static domain::people::Actor {
    static TRAINER: std::sync::LazyLock<domain::people::Actor> = std::sync::LazyLock::new(trainer);
    &TRAINER
}

on_both! {
    async fn names_of_one_and_of_three_hundred_letters_in_three_scripts_go_in_as_they_are(store: Store) {
        let place = Place::with_mail(store).await;
        let cohort = place.cohort().await;
        let long = "Ђ".repeat(300);
        let list = format!("Name;Email\nÇ;c@unitir.example\n{long};dj@unitir.example\nΑθηνά;athina@unitir.example\n");
        let prepared = place.paste(cohort, &list).await;
        assert_eq!(prepared.totals.ready, 3, "{:?}", prepared.rows);
        place.commit(cohort, Delivery::Later).await.expect("an enrolment");
        let known = store::person::by_ids(place.services.store.read(), &place.people(cohort).await).await;
        let mut names: Vec<String> = known.expect("people").into_values().map(|person| person.name).collect();
        names.sort();
        assert_eq!(names, ["Ç".to_owned(), "Αθηνά".to_owned(), long]);
    }
}

on_both! {
    async fn a_windows_1250_file_keeps_its_letters(store: Store) {
        let place = Place::with_mail(store).await;
        let cohort = place.cohort().await;
        // "Šemso Đurić;semso@unitir.example" and two more, as Excel saves them in Sarajevo.
        let mut file = b"Ime i prezime;E-mail\r\n".to_vec();
        file.extend(b"\x8aemso \xd0uri\xe6;semso@unitir.example\r\n");
        file.extend(b"\x8eana \xc8ovi\xe6;zana@unitir.example\r\n");
        enrolment::paste(&place.services, &trainer(), cohort, String::new(), Some((file, "popis.csv".into())))
            .await
            .expect("a list");
        let names: Vec<String> =
            place.prepared(cohort).await.rows.into_iter().map(|row| row.row.name).collect();
        assert_eq!(names, ["Šemso Đurić", "Žana Čović"]);
    }
}
