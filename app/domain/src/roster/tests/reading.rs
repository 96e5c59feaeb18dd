//! What is made of pasted text.

use super::*;
use crate::names::NameProblem;
use crate::people::StaffCategory;

/// Name and address of every row.
fn people(text: &str) -> Vec<(String, String)> {
    rows(text)
        .into_iter()
        .map(|row| (row.name, row.address))
        .collect()
}

fn pairs(expected: &[(&str, &str)]) -> Vec<(String, String)> {
    expected
        .iter()
        .map(|(name, address)| ((*name).into(), (*address).into()))
        .collect()
}

#[test]
fn a_messy_list_of_25_lines_gives_22_ready_1_already_enrolled_and_2_to_fix() {
    let here = [known(1, "Vesa Bala", &["vesa.bala@uni.example"], true)];
    let rows = checked(MESSY, &here);
    assert_eq!(rows.len(), 25);
    assert_eq!(
        totals(&rows),
        Totals {
            ready: 22,
            fixed: 3,
            already: 1,
            to_fix: 2,
            to_decide: 0,
            skipped: 0
        }
    );
    let fixes: Vec<Fix> = rows
        .iter()
        .flat_map(|checked| checked.row.notes.clone())
        .collect();
    assert_eq!(
        fixes,
        [
            Fix::CommaInAddress,
            Fix::SpacesInAddress,
            Fix::FullWidthCharacters
        ]
    );
    let names: Vec<&str> = rows
        .iter()
        .map(|checked| checked.row.name.as_str())
        .collect();
    assert_eq!(names[1], "Emir Begić");
    assert_eq!(names[2], "Lejla Šehić");
    assert_eq!(names[15], "Orhan Tahirović");
    assert_eq!(names[16], "Peri Uka");
    assert_eq!(names[18], "Rina Xhafa");
    assert_eq!(rows[17].row.category, Some(StaffCategory::Academic));
    assert_eq!(
        rows[23].verdict,
        Verdict::FixNeeded(vec![Problem::NoAddress])
    );
    assert_eq!(
        rows[24].verdict,
        Verdict::FixNeeded(vec![Problem::BadAddress(AddressProblem::BadDomain)])
    );
}

#[test]
fn an_outlook_to_line_is_read_with_semicolons_and_with_commas() {
    let expected = pairs(&[
        ("Arta Hoxha", "arta@x.example"),
        ("Emir Begić", "emir@x.example"),
        ("Drita Çela", "drita@x.example"),
    ]);
    for text in [
        "To: Arta Hoxha <arta@x.example>; \"Begić, Emir\" <emir@x.example>; Çela, Drita <drita@x.example>",
        "Arta Hoxha <arta@x.example>, \"Begić, Emir\" <emir@x.example>, Çela, Drita <drita@x.example>,",
        "Arta Hoxha, arta@x.example, Emir Begić, emir@x.example, Drita Çela, drita@x.example",
        "arta@x.example Arta Hoxha; emir@x.example Emir Begić; drita@x.example Drita Çela",
        "Arta Hoxha arta@x.example Emir Begić emir@x.example Drita Çela drita@x.example",
    ] {
        assert_eq!(people(text), expected, "{text}");
    }
}

#[test]
fn somebody_without_an_address_on_a_to_line_is_not_lost() {
    let rows =
        rows("Arta Hoxha; Emir Begić <emir@x.example>; Ben Kola <ben@x.example>; Drita Çela");
    let names: Vec<&str> = rows.iter().map(|row| row.name.as_str()).collect();
    assert_eq!(
        names,
        ["Arta Hoxha", "Emir Begić", "Ben Kola", "Drita Çela"]
    );
    assert_eq!(rows[0].problems, [Problem::NoAddress]);
    assert_eq!(rows[3].problems, [Problem::NoAddress]);
}

#[test]
fn a_table_is_read_by_its_headings_in_any_order_and_language() {
    let expected = [
        ("Arta Hoxha", "arta@x.example"),
        ("Emir Begić", "emir@x.example"),
    ];
    for text in [
        "Nr;Emri;Mbiemri;Fakulteti;Adresa elektronike\n1;Arta;Hoxha;Ekonomi;arta@x.example\n2;Emir;Begić;Pravo;emir@x.example",
        "E-mail,Prezime,Ime\narta@x.example,Hoxha,Arta\nemir@x.example,Begić,Emir\n",
        "Participants\r\n\r\nFull name\tE-mail\r\n\"Hoxha, Arta\"\tarta@x.example\r\nEmir Begić\temir@x.example",
        "Ime|Imejl\nArta Hoxha|arta@x.example\n||\nIme|Imejl\nEmir Begić|emir@x.example",
        "Kolega,E-mail\nArta Hoxha,arta@x.example\nEmir Begić,emir@x.example",
        "E-mail\nArta Hoxha <arta@x.example>\nemir@x.example (Emir Begić)",
    ] {
        let mut found = people(text);
        for (name, _) in &mut found {
            *name = name.replace(['(', ')'], "");
        }
        assert_eq!(found, pairs(&expected), "{text}");
    }
}

#[test]
fn staff_categories_come_from_their_column_and_unknown_words_are_noted() {
    let rows = rows(
        "Emri,E-mail,Kategoria\nArta Hoxha,arta@x.example,Staf administrativ\n\
         Emir Begić,emir@x.example,Fizičar\nBen Kola,ben@x.example,",
    );
    let categories: Vec<_> = rows.iter().map(|row| row.category).collect();
    assert_eq!(
        categories,
        [Some(StaffCategory::Administrative), None, None]
    );
    assert_eq!(rows[1].notes, [Fix::UnknownCategory]);
    assert!(rows[2].notes.is_empty());
}

#[test]
fn a_row_of_a_spreadsheet_without_headings_leaves_the_faculty_out_of_the_name() {
    assert_eq!(
        people(
            "1\tArta Hoxha\tEkonomi\tarta@x.example\n2\tAna Marija\tKovač\tana.kovac@x.example\tFIN"
        ),
        pairs(&[
            ("Arta Hoxha", "arta@x.example"),
            ("Ana Marija Kovač", "ana.kovac@x.example")
        ])
    );
}

#[test]
fn a_row_with_two_addresses_is_one_person() {
    let rows = rows("Arta Hoxha\tarta@x.example\tarta@private.example");
    assert_eq!(rows.len(), 1);
    assert_eq!(rows[0].notes, [Fix::FurtherAddress]);
}

#[test]
fn an_address_alone_suggests_a_name_and_says_so() {
    let rows = rows("arta.hoxha2@uni.example\n");
    assert_eq!(rows[0].name, "Arta Hoxha");
    assert_eq!(rows[0].notes, [Fix::NameFromAddress]);
    assert!(rows[0].problems.is_empty());
}

#[test]
fn a_slip_in_a_well_known_domain_is_suggested_only() {
    let rows = rows("Arta Hoxha arta@gmial.com");
    assert_eq!(rows[0].address, "arta@gmial.com");
    assert_eq!(
        rows[0].suggestion.as_ref().map(Email::as_str),
        Some("arta@gmail.com")
    );
}

#[test]
fn each_wrong_row_keeps_its_place_and_says_its_reason() {
    let long_name = "a".repeat(301);
    let text = format!(
        "Arta\0Hoxha arta@x.example\n{long_name} b@x.example\n\n12345 9@x.example\nBegi\u{fffd} c@x.example"
    );
    let found: Vec<(usize, Vec<Problem>)> = rows(&text)
        .into_iter()
        .map(|row| (row.line, row.problems))
        .collect();
    let name = |problem| vec![Problem::BadName(problem)];
    assert_eq!(
        found,
        [
            (1, name(NameProblem::ControlCharacters)),
            (2, name(NameProblem::TooLong)),
            (4, name(NameProblem::Missing)),
            (5, name(NameProblem::LostCharacters)),
        ]
    );
}

#[test]
fn a_formula_never_becomes_a_name() {
    let rows = rows("Name,E-mail\n=Arta Hoxha,arta@x.example");
    assert_eq!(
        (rows[0].name.as_str(), rows[0].notes.as_slice()),
        ("Arta Hoxha", [Fix::FormulaPrefix].as_slice())
    );
}

#[test]
fn a_cell_of_a_pasted_document_is_a_problem_of_its_row_only() {
    let text = format!(
        "Name;E-mail\nArta;arta@x.example\n{};b@x.example",
        "word ".repeat(400)
    );
    let rows = rows(&text);
    assert!(rows[0].problems.is_empty());
    assert!(rows[1].problems.contains(&Problem::CellTooLong));
    assert!(rows[1].name.chars().count() <= MAX_CELL_CHARS);
}

#[test]
fn ten_thousand_rows_are_a_list_and_one_more_is_refused() {
    let list = |n: usize| {
        (0..n)
            .map(|i| format!("Person {i} <p{i}@x.example>\n"))
            .collect::<String>()
    };
    assert_eq!(rows(&list(10_000)).len(), 10_000);
    assert_eq!(parse(&list(10_001)), Err(ListProblem::TooManyRows));
    assert_eq!(
        parse(&"x".repeat(MAX_TEXT_BYTES + 1)),
        Err(ListProblem::TooMuchText)
    );
}

#[test]
fn hostile_text_is_read_in_one_pass() {
    for unit in [
        "\"", "<", ",\"\"\"a", "<a@b,", "a@b,al", "@ ", "“", "\u{301}", "(at)", "a;", "word ",
    ] {
        let text = unit.repeat(300_000 / unit.len());
        let _ = parse(&text);
        let _ = parse(&format!("Name,E-mail\n{text}"));
    }
}
