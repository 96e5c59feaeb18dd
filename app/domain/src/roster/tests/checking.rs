//! The verdicts on rows, the trainer's corrections and decisions.

use super::*;

#[test]
fn known_people_are_found_by_address_and_supposed_by_name() {
    let people = [
        known(
            1,
            "Arta Hoxha",
            &["arta@x.example", "arta@old.example"],
            false,
        ),
        known(2, "Ђорђе Петровић", &["dj@x.example"], false),
        known(3, "Ben Kola", &["ben@x.example"], true),
    ];
    let rows = checked(
        "Arta Hoxha <ARTA@OLD.example>\nPetrović Đorđe <djordje@x.example>\nBen Kola <ben@x.example>\nNew One <n@x.example>",
        &people,
    );
    assert_eq!(
        verdicts(&rows),
        [
            Verdict::Known(person(1)),
            Verdict::SamePerson(vec![person(2)]),
            Verdict::AlreadyHere(person(3)),
            Verdict::New,
        ]
    );
}

#[test]
fn people_of_other_institutions_are_never_compared_by_name() {
    let mut elsewhere = known(1, "Arta Hoxha", &["arta@elsewhere.example"], false);
    elsewhere.at_institution = false;
    let people = [elsewhere];
    assert_eq!(
        verdicts(&checked("Arta Hoxha arta@x.example", &people)),
        [Verdict::New]
    );
    let by_address = checked("Someone Else arta@elsewhere.example", &people);
    assert_eq!(by_address[0].verdict, Verdict::Known(person(1)));
    assert_eq!(by_address[0].on_record_as, None);
}

#[test]
fn a_known_address_under_another_name_shows_the_name_on_record() {
    let people = [known(1, "Arta Hoxha", &["office@x.example"], false)];
    let rows = checked("Emir Begić office@x.example", &people);
    assert_eq!(rows[0].on_record_as.as_deref(), Some("Arta Hoxha"));
}

#[test]
fn the_trainer_s_decision_settles_a_supposed_person() {
    let people = [known(1, "Arta Hoxha", &["arta@x.example"], false)];
    let decide = |decision| {
        let mut rows = rows("Arta Hoxha arta@new.example");
        apply_edits(
            &mut rows,
            &[RowEdit {
                number: 1,
                decision: Some(decision),
                ..RowEdit::default()
            }],
        );
        verdicts(&check(
            rows,
            &Against {
                known: &people,
                domains: &[],
            },
        ))
    };
    assert_eq!(
        decide(Decision::Same(person(1))),
        [Verdict::Known(person(1))]
    );
    assert_eq!(decide(Decision::Different), [Verdict::New]);
    assert_eq!(decide(Decision::Skip), [Verdict::Skipped]);
    assert_eq!(
        decide(Decision::Same(person(9))),
        [Verdict::SamePerson(vec![person(1)])]
    );
}

#[test]
fn one_address_twice_goes_in_once() {
    let rows = checked("Arta Hoxha arta@x.example\nA. Hoxha ARTA@x.example", &[]);
    assert_eq!(
        verdicts(&rows),
        [
            Verdict::New,
            Verdict::FixNeeded(vec![Problem::DuplicateInList(1)])
        ]
    );
}

#[test]
fn one_name_with_two_addresses_in_a_list_is_asked_about() {
    let rows = checked(
        "Đorđe Petrović dj@x.example\nPetrovic Djordje djp@y.example",
        &[],
    );
    assert_eq!(verdicts(&rows), [Verdict::New, Verdict::SameName(1)]);
    assert_eq!(totals(&rows).to_decide, 1);
}

#[test]
fn one_known_person_under_two_addresses_goes_in_once() {
    let people = [known(
        1,
        "Arta Hoxha",
        &["arta@x.example", "arta@y.example"],
        false,
    )];
    let rows = checked(
        "Arta Hoxha arta@x.example\nArta Hoxha arta@y.example",
        &people,
    );
    assert_eq!(
        verdicts(&rows),
        [
            Verdict::Known(person(1)),
            Verdict::FixNeeded(vec![Problem::DuplicateInList(1)])
        ]
    );
}

#[test]
fn a_cohort_may_take_the_addresses_of_its_own_domains_only() {
    let domains = ["uni.example".to_owned()];
    let rows = rows("Arta a@law.uni.example\nBen b@other.example");
    let rows = check(
        rows,
        &Against {
            known: &[],
            domains: &domains,
        },
    );
    assert_eq!(
        verdicts(&rows),
        [
            Verdict::New,
            Verdict::FixNeeded(vec![Problem::DomainNotAllowed])
        ]
    );
}

#[test]
fn a_corrected_row_is_examined_again() {
    let mut rows = rows("Arta Hoxha arta@uni\nben.kola@uni,example");
    let edit = |number, name: Option<&str>, address: Option<&str>| RowEdit {
        number,
        name: name.map(Into::into),
        address: address.map(Into::into),
        ..RowEdit::default()
    };
    apply_edits(
        &mut rows,
        &[
            edit(1, Some("Arta Hoxha"), Some("arta@uni.example")),
            edit(2, Some("Ben M. Kola"), None),
            edit(99, Some("Nobody"), None),
        ],
    );
    assert!(rows.iter().all(|row| row.problems.is_empty()));
    assert_eq!(rows[0].address, "arta@uni.example");
    assert_eq!(
        (rows[1].name.as_str(), rows[1].notes.as_slice()),
        ("Ben M. Kola", [Fix::CommaInAddress].as_slice())
    );
    apply_edits(&mut rows, &[edit(1, None, Some("broken"))]);
    assert_eq!(
        rows[0].problems,
        [Problem::BadAddress(AddressProblem::NoSign)]
    );
}

#[test]
fn a_draft_survives_being_stored() {
    let rows = rows(MESSY);
    let stored = serde_json::to_string(&rows).expect("rows are plain data");
    let restored: Vec<Row> = serde_json::from_str(&stored).expect("what was stored");
    assert_eq!(restored, rows);
}

#[test]
fn pasting_the_same_list_again_changes_nothing() {
    let text = MESSY.lines().take(23).collect::<Vec<_>>().join("\n");
    let people = vec![known(1, "Arta Hoxha", &["arta.hoxha@uni.example"], false)];
    let first = checked(&text, &people);
    assert_eq!(totals(&first).ready, 23);
    let people = after_enrolment(&first, people);
    let again = checked(&text, &people);
    assert_eq!(
        totals(&again),
        Totals {
            already: 23,
            ..Totals::default()
        }
    );
}
