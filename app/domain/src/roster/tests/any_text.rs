//! What holds for every text.

use proptest::prelude::*;

use super::*;

/// Text made of the pieces that lists are made of, in any order.
fn list_text() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        4 => "[a-cA-Cčšëçђ]{1,6}",
        4 => "[ab]{1,2}@[xy]\\.example",
        2 => Just("\n".to_owned()),
        3 => "[ ,;|\t\"<>@.:\r\n“”«»＠-]",
        1 => Just("Name,E-mail\n".to_owned()),
        1 => Just("To: ".to_owned()),
        1 => "\\PC{0,8}",
        1 => any::<char>().prop_map(String::from),
    ];
    prop::collection::vec(piece, 0..60).prop_map(|pieces| pieces.concat())
}

proptest! {
    #[test]
    fn no_text_makes_reading_fail(text in list_text()) {
        for row in rows(&text) {
            prop_assert_eq!(row.email.is_none(), row.problems.iter().any(|p| matches!(p,
                Problem::NoAddress | Problem::BadAddress(_))));
        }
    }

    #[test]
    fn arbitrary_text_is_read_without_panic(text in any::<String>()) {
        let _ = rows(&text);
    }

    #[test]
    fn a_list_checked_twice_has_the_same_verdicts(text in list_text()) {
        let people = [known(1, "a b", &["a@x.example"], false), known(2, "ab", &["b@y.example"], true)];
        let against = Against { known: &people, domains: &[] };
        let once = check(rows(&text), &against);
        let twice = check(once.iter().map(|checked| checked.row.clone()).collect(), &against);
        prop_assert_eq!(once, twice);
    }

    #[test]
    fn once_enrolled_no_row_is_ready_again(text in list_text()) {
        let people = vec![known(1, "a b", &["a@x.example"], false)];
        let first = checked(&text, &people);
        let people = after_enrolment(&first, people);
        prop_assert_eq!(totals(&checked(&text, &people)).ready, 0);
    }
}
