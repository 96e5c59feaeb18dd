//! The promises of "Paste or drop".

use std::io::{Cursor, Write};

use domain::roster::{MAX_CELL_CHARS, Problem, parse};
use encoding_rs::{WINDOWS_1250, WINDOWS_1251};
use rust_xlsxwriter::{ColNum, RowNum, Workbook};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use super::*;

const CSV: &str = "Ime i prezime;E-mail\r\nĐorđe Čavić;djordje@uni.example\r\nŠefika Ćosić-Žigić;sefika@uni.example\r\nArta Çela;arta@uni.example\r\nBesë Gjoni;bese@uni.example\r\n";

/// Names and addresses found in a file.
fn people(bytes: &[u8], name: &str) -> Vec<(String, String)> {
    let text = read(bytes, name).expect("a list");
    let rows = parse(&text).expect("within the limits").rows;
    rows.into_iter()
        .map(|row| (row.name, row.address))
        .collect()
}

fn expected() -> Vec<(String, String)> {
    [
        ("Đorđe Čavić", "djordje@uni.example"),
        ("Šefika Ćosić-Žigić", "sefika@uni.example"),
        ("Arta Çela", "arta@uni.example"),
        ("Besë Gjoni", "bese@uni.example"),
    ]
    .map(|(name, address)| (name.to_owned(), address.to_owned()))
    .to_vec()
}

fn table() -> Vec<Vec<String>> {
    CSV.lines()
        .map(|line| line.split(';').map(str::to_owned).collect())
        .collect()
}

fn utf_16(text: &str, to_bytes: fn(u16) -> [u8; 2]) -> Vec<u8> {
    text.encode_utf16().flat_map(to_bytes).collect()
}

#[test]
fn the_same_csv_comes_right_in_every_encoding() {
    assert_eq!(people(CSV.as_bytes(), "list.csv"), expected());
    assert_eq!(
        people(format!("\u{feff}{CSV}").as_bytes(), "list.csv"),
        expected()
    );
    for mark in ["", "\u{feff}"] {
        let text = format!("{mark}{CSV}");
        assert_eq!(
            people(&utf_16(&text, u16::to_le_bytes), "list.csv"),
            expected()
        );
        assert_eq!(
            people(&utf_16(&text, u16::to_be_bytes), "list.txt"),
            expected()
        );
    }
    assert_eq!(people(&WINDOWS_1250.encode(CSV).0, "list.csv"), expected());
}

#[test]
fn short_lists_in_windows_1250_and_1251_come_right() {
    for (name, encoding) in [
        ("Emir Begić", WINDOWS_1250),
        ("Žana Šarić", WINDOWS_1250),
        ("Đ. Čengić", WINDOWS_1250),
        ("Besë Çela", WINDOWS_1250),
        ("Ђорђе Петровић", WINDOWS_1251),
        ("Ѓорѓи Ќосев", WINDOWS_1251),
    ] {
        let bytes = encoding
            .encode(&format!("{name};someone@uni.example\n"))
            .0
            .into_owned();
        let found = people(&bytes, "list.csv");
        assert_eq!(found, [(name.to_owned(), "someone@uni.example".to_owned())]);
    }
}

fn xlsx(sheets: &[(&str, Vec<Vec<String>>)]) -> Vec<u8> {
    let mut workbook = Workbook::new();
    for (name, rows) in sheets {
        let sheet = workbook
            .add_worksheet()
            .set_name(*name)
            .expect("a sheet name");
        for (row, cells) in rows.iter().enumerate() {
            for (column, cell) in cells.iter().enumerate() {
                let (row, column) = (row as RowNum, column as ColNum);
                sheet.write_string(row, column, cell).expect("a cell");
            }
        }
    }
    workbook.save_to_buffer().expect("a workbook")
}

#[test]
fn of_a_workbook_the_first_sheet_with_an_address_is_read() {
    let notes = vec![vec!["Programme".to_owned()], vec!["Spring".to_owned()]];
    let file = xlsx(&[("Notes", notes), ("People", table()), ("Old", table())]);
    assert_eq!(people(&file, "list.xlsx"), expected());
}

#[test]
fn rows_keep_the_line_numbers_of_the_sheet() {
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet();
    sheet.write_string(4, 1, "Arta Hoxha").expect("a cell");
    sheet
        .write_string(4, 3, "arta@uni.example")
        .expect("a cell");
    sheet.write_number(4, 2, 12).expect("a cell");
    let text = read(&workbook.save_to_buffer().expect("a workbook"), "x.xlsx").expect("a list");
    let rows = parse(&text).expect("a list").rows;
    assert_eq!(
        (rows.len(), rows[0].line, rows[0].name.as_str()),
        (1, 5, "Arta Hoxha")
    );
}

#[test]
fn two_cells_at_the_far_corners_of_a_sheet_need_no_memory() {
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet();
    sheet
        .write_string(0, 0, "arta@uni.example")
        .expect("a cell");
    sheet.write_string(1_048_575, 16_383, "x").expect("a cell");
    sheet
        .write_string(1_048_575, 1, "ben@uni.example")
        .expect("a cell");
    assert_eq!(
        people(&workbook.save_to_buffer().expect("a workbook"), "x.xlsx").len(),
        2
    );
}

#[test]
fn a_cell_that_is_a_whole_document_is_a_problem_of_its_row() {
    let mut rows = table();
    rows[1][0] = "word ".repeat(1_000);
    let text = read(&xlsx(&[("People", rows)]), "x.xlsx").expect("a list");
    let rows = parse(&text).expect("a list").rows;
    assert!(rows[0].problems.contains(&Problem::CellTooLong));
    assert!(rows[0].name.chars().count() <= MAX_CELL_CHARS);
    assert!(rows[1].problems.is_empty());
}

#[test]
fn more_than_ten_thousand_rows_are_refused() {
    let rows = |n: usize| {
        let people = (0..n).map(|i| vec![format!("Person {i}"), format!("p{i}@uni.example")]);
        people.collect::<Vec<_>>()
    };
    let fits = read(&xlsx(&[("People", rows(10_000))]), "x.xlsx").expect("a list");
    assert_eq!(parse(&fits).expect("a list").rows.len(), 10_000);
    let over = read(&xlsx(&[("People", rows(10_100))]), "x.xlsx");
    assert_eq!(over, Err(RosterFileError::TooManyRows));
}

fn package(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in parts {
        writer
            .start_file(*name, SimpleFileOptions::default())
            .expect("a part");
        writer.write_all(content).expect("its content");
    }
    writer.finish().expect("a package").into_inner()
}

fn ods(rows: &str) -> Vec<u8> {
    let content = format!(
        "<?xml version=\"1.0\"?><office:document-content><office:body><office:spreadsheet>\
         <table:table table:name=\"A\">{rows}\
         <table:table-row table:number-rows-repeated=\"1048000\">\
         <table:table-cell table:number-columns-repeated=\"16384\"/></table:table-row>\
         </table:table></office:spreadsheet></office:body></office:document-content>"
    );
    let kind = b"application/vnd.oasis.opendocument.spreadsheet";
    package(&[("mimetype", kind), ("content.xml", content.as_bytes())])
}

#[test]
fn a_libreoffice_sheet_is_read_with_its_repetitions_and_without_its_comments() {
    let rows: String = table()
        .iter()
        .map(|cells| {
            let cells = cells.iter().map(|cell| {
                format!(
                    "<table:table-cell><office:annotation><text:p>by Ana</text:p></office:annotation>\
                     <text:p>{}</text:p></table:table-cell><table:table-cell table:number-columns-repeated=\"2\"/>",
                    cell.replace(' ', "<text:s/>").replace('-', "&#45;")
                )
            });
            format!("<table:table-row>{}</table:table-row>", cells.collect::<String>())
        })
        .collect();
    assert_eq!(people(&ods(&rows), "list.ods"), expected());
}

#[test]
fn a_cell_repeated_a_million_times_is_one_cell() {
    let row = "<table:table-row table:number-rows-repeated=\"1000000\"><table:table-cell \
               table:number-columns-repeated=\"1000000\"><text:p>arta@uni.example</text:p>\
               </table:table-cell></table:table-row>";
    assert_eq!(people(&ods(row), "list.ods").len(), 1);
}

/// A BIFF8 record.
fn record(kind: u16, data: &[u8]) -> Vec<u8> {
    let length = u16::try_from(data.len()).expect("a record's length");
    [&kind.to_le_bytes(), &length.to_le_bytes(), data].concat()
}

/// A workbook of Excel 97–2003 whose strings go on in a second record in mid-word.
fn xls(rows: &[Vec<String>]) -> Vec<u8> {
    let strings: Vec<&String> = rows.iter().flatten().collect();
    let mut table = vec![0; 8];
    for text in &strings {
        let units: Vec<u16> = text.encode_utf16().collect();
        table.extend((units.len() as u16).to_le_bytes());
        table.push(1);
        table.extend(units.iter().flat_map(|unit| unit.to_le_bytes()));
    }
    // The first string is of ASCII letters: cut after its second one, go on with one-byte ones.
    let (head, tail) = table.split_at(8 + 3 + 4);
    let first = strings[0];
    let rest_of_first: Vec<u8> = first.bytes().skip(2).collect();
    let tail = [&[0][..], &rest_of_first, &tail[rest_of_first.len() * 2..]].concat();
    let mut sheet = record(0x0809, &[0, 6, 0x10, 0]);
    for (at, _) in strings.iter().enumerate() {
        let (row, column) = ((at / 2) as u16, (at % 2) as u16);
        let place = [row.to_le_bytes(), column.to_le_bytes(), [0, 0]].concat();
        sheet.extend(record(
            0x00fd,
            &[place, (at as u32).to_le_bytes().to_vec()].concat(),
        ));
    }
    sheet.extend(record(0x000a, &[]));
    let globals = |place: u32| {
        let bound = [&place.to_le_bytes()[..], &[0, 0, 1, 0, b'A']].concat();
        [
            record(0x0809, &[0, 6, 5, 0]),
            record(0x0085, &bound),
            record(0x00fc, head),
            record(0x003c, &tail),
            record(0x000a, &[]),
        ]
        .concat()
    };
    let stream = [globals(globals(0).len() as u32), sheet].concat();
    let mut file = cfb::CompoundFile::create(Cursor::new(Vec::new())).expect("a compound file");
    file.create_stream("/Workbook")
        .and_then(|mut s| s.write_all(&stream))
        .expect("a stream");
    file.flush().expect("written");
    file.into_inner().into_inner()
}

#[test]
fn a_workbook_of_old_excel_is_read() {
    assert_eq!(people(&xls(&table()), "list.xls"), expected());
}

#[test]
fn a_file_that_is_no_list_says_what_it_is() {
    let kind = |bytes: &[u8], name: &str| match read(bytes, name) {
        Err(RosterFileError::NotAList(kind)) => Some(kind),
        _ => None,
    };
    let word = package(&[("word/document.xml", b"<w/>")]);
    assert_eq!(kind(b"%PDF-1.7\n...", "list.csv"), Some(FileKind::Pdf));
    assert_eq!(kind(&word, "list.xlsx"), Some(FileKind::Document));
    assert_eq!(
        kind(b"\x89PNG\r\n\x1a\n", "scan.png"),
        Some(FileKind::Image)
    );
    assert_eq!(kind(b"\xff\xd8\xff\xe0", "scan.jpg"), Some(FileKind::Image));
    assert_eq!(
        kind(b" <HTML><table>", "export.xls"),
        Some(FileKind::WebPage)
    );
    assert_eq!(
        kind(&package(&[("a.txt", b"x")]), "x.zip"),
        Some(FileKind::Archive)
    );
    assert_eq!(
        kind(&package(&[("xl/workbook.bin", b"x")]), "x.xlsb"),
        Some(FileKind::OtherSpreadsheet)
    );
    assert_eq!(
        kind(&[0, 1, 2, 3, 0, 0, 0, 0, 9, 7], "x.bin"),
        Some(FileKind::Unknown)
    );
}

#[test]
fn one_nul_in_a_csv_is_a_problem_of_its_row() {
    let text = read(
        format!("{CSV}Ben\0Kola;ben@uni.example\n").as_bytes(),
        "list.csv",
    )
    .expect("a list");
    let rows = parse(&text).expect("a list").rows;
    assert_eq!(rows.iter().filter(|row| row.problems.is_empty()).count(), 4);
    assert_eq!(rows[4].problems[0].code(), "control_characters");
}

#[test]
fn a_small_file_that_unpacks_to_a_huge_one_is_refused() {
    let zeros = vec![b' '; 41 * 1024 * 1024];
    let bomb = package(&[
        ("xl/workbook.xml", b"<w/>"),
        ("xl/worksheets/sheet1.xml", &zeros),
    ]);
    assert!(bomb.len() < MAX_FILE_BYTES);
    assert_eq!(read(&bomb, "x.xlsx"), Err(RosterFileError::UnpacksTooLarge));
}

#[test]
fn a_directory_that_lies_about_sizes_is_not_believed() {
    let zeros = vec![b' '; 41 * 1024 * 1024];
    let mut bomb = package(&[
        ("xl/workbook.xml", b"<w/>"),
        ("xl/worksheets/sheet1.xml", &zeros),
    ]);
    let true_size = (zeros.len() as u32).to_le_bytes();
    for at in 0..bomb.len() - 4 {
        if bomb[at..at + 4] == true_size {
            bomb[at..at + 4].copy_from_slice(&1_000u32.to_le_bytes());
        }
    }
    assert!(matches!(
        read(&bomb, "x.xlsx"),
        Err(RosterFileError::UnpacksTooLarge | RosterFileError::Damaged)
    ));
}

#[test]
fn empty_and_oversized_files_are_refused() {
    assert_eq!(read(b"", "x.csv"), Err(RosterFileError::Empty));
    assert_eq!(read(b" \r\n", "x.csv"), Err(RosterFileError::Empty));
    assert_eq!(
        read(&vec![b'a'; MAX_FILE_BYTES + 1], "x.csv"),
        Err(RosterFileError::TooLarge)
    );
    assert_eq!(
        read(&xlsx(&[("Empty", Vec::new())]), "x.xlsx"),
        Err(RosterFileError::Empty)
    );
}

#[test]
fn a_file_damaged_anywhere_never_stops_the_server() {
    for whole in [
        xlsx(&[("People", table())]),
        xls(&table()),
        ods("<table:table-row/>"),
    ] {
        for cut in (0..whole.len()).step_by(97) {
            let _ = read(&whole[..cut], "list");
            let mut changed = whole.clone();
            changed[cut] ^= 0xff;
            let _ = read(&changed, "list");
        }
    }
}
