//! A report as a funder reads it.

use super::*;
use crate::paper::reading::{count, outside, structure, words};

fn column(heading: &str, kind: GridKind) -> GridColumn {
    GridColumn {
        heading: heading.to_owned(),
        kind,
    }
}

fn report(sections: Vec<Section>) -> Report {
    Report {
        language: "en".to_owned(),
        made: Timestamp(1_763_128_800_000),
        id: "pack 1".to_owned(),
        orientation: Orientation::Portrait,
        letterhead: Letterhead::default(),
        title: "Planned and achieved".to_owned(),
        foot: "INTERBA".to_owned(),
        facts: vec![("Period".to_owned(), "2026".to_owned())],
        sections,
    }
}

fn section(blocks: Vec<Block>) -> Section {
    Section {
        heading: "Institutions".to_owned(),
        blocks,
    }
}

#[test]
fn a_report_is_read_in_order_with_its_definitions_and_sums() {
    let grid = Grid {
        columns: vec![
            column("Institution", GridKind::Words),
            column("Achieved", GridKind::Numbers),
        ],
        rows: vec![
            vec!["Shkodër".to_owned(), "23".to_owned()],
            vec!["Mostar".to_owned(), "1,004".to_owned()],
        ],
        total: Some(vec!["Together".to_owned(), "1,027".to_owned()]),
    };
    let pdf = report(vec![section(vec![
        Block::Heading("By country".to_owned()),
        Block::Paragraph("Each person is counted once.".to_owned()),
        Block::Table(grid),
        Block::Note("Cells under five are left out.".to_owned()),
        Block::Facts(vec![("Heads".to_owned(), "240".to_owned())]),
    ])])
    .pdf()
    .expect("a report");
    let tree = structure(&pdf);
    let read: Vec<&str> = tree
        .iter()
        .filter_map(|line| line.strip_prefix('"')?.strip_suffix('"'))
        .collect();
    assert_eq!(
        read,
        [
            "Planned and achieved",
            "Period",
            "2026",
            "Institutions",
            "By country",
            "Each person is counted once.",
            "Institution",
            "Achieved",
            "Shkodër",
            "23",
            "Mostar",
            "1,004",
            "Together",
            "1,027",
            "Cells under five are left out.",
            "Heads",
            "240",
        ]
    );
    for (kind, times) in [("H1", 1), ("H2", 1), ("H3", 1), ("THead", 1), ("TFoot", 1)] {
        assert_eq!(count(&tree, kind), times, "{kind}");
    }
    let words = words(&pdf);
    let right = |text: &str| {
        words
            .iter()
            .find(|word| word.text == text)
            .expect("a word")
            .right
    };
    for number in ["23", "1,004", "1,027"] {
        assert!((right(number) - right("Achieved")).abs() < 0.5, "{number}");
    }
}

#[test]
fn a_table_of_many_columns_and_hostile_cells_stays_on_the_paper() {
    for orientation in [Orientation::Portrait, Orientation::Landscape] {
        let (width, height) = Sheet::a4(orientation).size();
        for columns in [1, 2, 14] {
            let kinds = [GridKind::Words, GridKind::Numbers];
            let grid = Grid {
                columns: (0..columns)
                    .map(|place| column("Internationalisation", kinds[place % 2]))
                    .collect(),
                rows: vec![
                    vec!["=cmd|'/C calc'!A0 ".repeat(30); columns + 2],
                    Vec::new(),
                ],
                total: Some(vec!["9".repeat(400); columns]),
            };
            let report = Report {
                orientation,
                ..report(vec![section(vec![Block::Table(grid)])])
            };
            let words = words(&report.pdf().expect("a report"));
            assert_eq!(
                outside(&words, width, height).first(),
                None,
                "{columns} columns"
            );
        }
    }
}

#[test]
fn a_report_without_sections_or_with_empty_tables_is_a_document_too() {
    assert!(report(Vec::new()).pdf().is_ok());
    let grids = [
        Grid::default(),
        Grid {
            columns: vec![column("Institution", GridKind::Words)],
            ..Grid::default()
        },
        Grid {
            columns: vec![column("", GridKind::Numbers)],
            rows: vec![vec!["1".to_owned()]],
            total: None,
        },
    ];
    for grid in grids {
        let sections = vec![section(vec![Block::Table(grid)])];
        assert!(report(sections).pdf().is_ok());
    }
}
