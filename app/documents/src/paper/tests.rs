//! A paper as its readers meet it.

use super::reading::{count, outside, structure, text, words};
use super::*;

fn about() -> About {
    About {
        title: "A document".to_owned(),
        language: "en".to_owned(),
        author: "Kaskada".to_owned(),
        made: Timestamp(1_763_128_800_000),
        id: "one".to_owned(),
    }
}

fn paper(orientation: Orientation) -> Paper {
    let mut paper = Paper::begin(about(), Sheet::a4(orientation), "foot").expect("typefaces");
    paper.heading(1, "A document");
    paper
}

fn table(rows: Vec<Vec<String>>) -> Table {
    Table {
        columns: vec![
            Column::words("Person", Width::Fit(0.5)).naming_rows(),
            Column::words("Words", Width::Share(1.0)),
            Column::numbers("Hours", Width::Fit(0.2)),
        ],
        rows,
        total: Some(["Together", "", "12"].map(str::to_owned).into()),
        least_height: 0.0,
        middle: false,
    }
}

#[test]
fn names_come_back_from_the_paper_exactly_as_their_owners_write_them() {
    let names = [
        "Šćepanović Đorđe",
        "Ëndërr Çelë",
        "Љубиша",
        "Ѓорѓи",
        "Ќире",
        "Arta Hoxha-Çabej",
        "Љубиша Џаковић / Ljubiša Džaković",
        "Žana Đukić-Čović",
        "Łukasz Żółć",
        "Çağrı Işık",
        "Þórður Æsir O’Neill",
        "Œuvre Ñandú „Bejlë“",
        "Σωκράτης 王小明",
        "Q\u{308}in\u{301}a",
    ];
    for face in [Face::Serif, Face::Sans, Face::SansBold] {
        let mut paper = paper(Orientation::Portrait);
        let style = Style {
            face,
            ..Style::BODY
        };
        for name in names {
            paper.paragraph(name, &style);
        }
        let read = text(&paper.finish().expect("a PDF"));
        let read: Vec<&str> = read.lines().collect();
        for name in names {
            let name: String = shape::visible(name);
            assert!(
                read.contains(&name.as_str()),
                "{face:?}: {name} in {read:?}"
            );
        }
    }
}

#[test]
fn the_same_facts_make_the_same_bytes() {
    let make = |id: &str| {
        let about = About {
            id: id.to_owned(),
            ..about()
        };
        let mut paper = Paper::begin(about, Sheet::a4(Orientation::Portrait), "").expect("fonts");
        paper.heading(1, "Ëndërr Љубиша");
        paper.table(&table(vec![vec!["王".to_owned(); 3]; 90]));
        paper.finish().expect("a PDF")
    };
    let first = make("one");
    assert!(first == make("one"));
    assert!(first != make("two"));
}

#[test]
fn a_document_without_a_heading_is_refused() {
    for title in ["", " \u{200b}\u{202e}\n"] {
        let mut paper = Paper::begin(about(), Sheet::a4(Orientation::Portrait), "").expect("fonts");
        paper.heading(1, title);
        paper.paragraph("text", &Style::READING);
        assert!(matches!(paper.finish(), Err(PaperError::Rules(_))));
    }
}

#[test]
fn a_table_has_its_head_on_every_page_and_is_read_once() {
    let mut paper = paper(Orientation::Portrait);
    let rows = (1..=100).map(|row| vec![format!("P{row}"), "w".to_owned(), row.to_string()]);
    paper.table(&table(rows.collect()));
    let pdf = paper.finish().expect("a PDF");
    let words = words(&pdf);
    let pages = words.last().expect("words").page + 1;
    assert!(pages > 2);
    for page in 0..pages {
        let heads = words
            .iter()
            .filter(|word| word.page == page && word.text == "Person");
        assert_eq!(heads.count(), 1, "page {page}");
        let number = format!("{}/{pages}", page + 1);
        assert!(
            words
                .iter()
                .any(|word| word.page == page && word.text == number)
        );
    }
    let structure = structure(&pdf);
    for (kind, times) in [
        ("Table", 1),
        ("THead", 1),
        ("TBody", 1),
        ("TFoot", 1),
        ("TR", 102),
    ] {
        assert_eq!(count(&structure, kind), times, "{kind}");
    }
    // Three name their columns, and each row is named by its first cell.
    assert_eq!(count(&structure, "TH"), 3 + 101);
    assert_eq!(
        structure
            .iter()
            .filter(|line| *line == "/Scope /Row")
            .count(),
        101
    );
    assert_eq!(
        structure
            .iter()
            .filter(|line| *line == "\"Person\"")
            .count(),
        1
    );
    assert!(!structure.iter().any(|line| line.contains("foot")));
}

#[test]
fn numbers_end_below_each_other_and_words_begin_below_each_other() {
    let mut paper = paper(Orientation::Portrait);
    let row = |number: &str| vec!["P".to_owned(), "word".to_owned(), number.to_owned()];
    paper.table(&table(vec![row("1"), row("1,111"), row("20–30")]));
    let words = words(&paper.finish().expect("a PDF"));
    let of = |text: &str| {
        words
            .iter()
            .find(|word| word.text == text)
            .expect("a word")
            .clone()
    };
    for number in ["1", "1,111", "20–30", "12"] {
        assert!(
            (of(number).right - of("Hours").right).abs() < 0.5,
            "{number}"
        );
    }
    assert!((of("word").left - of("Words").left).abs() < 0.5);
}

#[test]
fn a_row_higher_than_a_page_goes_on_with_every_word() {
    let mut paper = paper(Orientation::Portrait);
    let long: Vec<String> = (0..4000).map(|word| format!("w{word}")).collect();
    paper.table(&table(vec![vec![
        "P".to_owned(),
        long.join(" "),
        "1".to_owned(),
    ]]));
    let (width, height) = Sheet::a4(Orientation::Portrait).size();
    let words = words(&paper.finish().expect("a PDF"));
    let read: Vec<&str> = words
        .iter()
        .filter(|word| word.text.starts_with('w'))
        .map(|word| word.text.as_str())
        .collect();
    assert_eq!(read, long);
    assert_eq!(outside(&words, width, height), Vec::<&reading::Word>::new());
}

#[test]
fn facts_name_their_values_and_go_on_over_pages_when_they_must() {
    let fact = |label: &str, value: &str| (label.to_owned(), value.to_owned());
    let mut short = paper(Orientation::Portrait);
    short.facts(
        &[
            fact("Day", "Saturday"),
            fact("Place", " "),
            fact("Time", "09:00"),
        ],
        2,
    );
    let pdf = short.finish().expect("a PDF");
    let tree = structure(&pdf);
    assert_eq!(
        (count(&tree, "TR"), count(&tree, "TH"), count(&tree, "TD")),
        (2, 2, 2)
    );
    let read = words(&pdf);
    let top = |text: &str| {
        read.iter()
            .find(|word| word.text == text)
            .expect("a word")
            .bottom
    };
    assert!((top("Day") - top("Time")).abs() < 0.5, "two columns");

    let mut long = paper(Orientation::Portrait);
    long.facts(&[fact("Day", &"word ".repeat(9000))], 2);
    let read = words(&long.finish().expect("a PDF"));
    assert!(read.last().expect("words").page > 2);
    assert_eq!(read.iter().filter(|word| word.text == "word").count(), 9000);
}

#[test]
fn a_page_with_places_of_its_own_is_read_in_the_order_of_writing() {
    let mut paper = Paper::begin(about(), Sheet::a4(Orientation::Landscape), "").expect("fonts");
    let frame = paper.frame();
    let spot = Spot {
        left: frame.left,
        top: frame.top + 200.0,
        width: frame.width,
    };
    let end = paper.put(
        Part::Heading(1),
        "Ëndërr Çelë",
        &Style::TITLE,
        Align::Middle,
        spot,
    );
    assert_eq!(
        end,
        spot.top + paper.height_of("Ëndërr Çelë", &Style::TITLE, frame.width)
    );
    paper.move_to(end);
    paper.rule(Colour::ACCENT);
    let above = Spot {
        top: frame.top,
        ..spot
    };
    paper.put(Part::Paragraph, "second", &Style::BODY, Align::End, above);
    paper.put(
        Part::Ornament,
        "ornament",
        &Style::SMALL,
        Align::Start,
        above,
    );
    let code = Drawing::qr("https://kaskada.example/v/1").expect("a code");
    let corner = Spot {
        width: 70.0,
        ..above
    };
    paper.picture(&code, "Code of the address", corner);
    let pdf = paper.finish().expect("a PDF");
    let tree = structure(&pdf);
    let read: Vec<&String> = tree.iter().filter(|line| line.starts_with('"')).collect();
    assert_eq!(read, ["\"Ëndërr Çelë\"", "\"second\"", "\"\""]);
    assert_eq!(count(&tree, "Figure"), 1);
    let words = words(&pdf);
    let name = (&words[0], &words[1]);
    let middle = f32::midpoint(name.0.left, name.1.right);
    let (width, height) = Sheet::a4(Orientation::Landscape).size();
    assert!(
        width > height && (middle - width / 2.0).abs() < 1.0,
        "{name:?}"
    );
    let second = words
        .iter()
        .find(|word| word.text == "second")
        .expect("a word");
    assert!((second.right - frame.right()).abs() < 0.5);
}

#[test]
fn what_people_type_never_breaks_a_document() {
    let hostile = [
        "<b>&amp;</b>(\\)%PDF %%EOF endobj".to_owned(),
        "\u{0}\u{1}\u{7f}\u{85}\u{2028}a\u{202e}b\u{2066}c".to_owned(),
        format!("a{}", "\u{301}".repeat(3000)),
        "\u{301}\u{302}".to_owned(),
        "👩‍👩‍👧‍👦 \u{e000}\u{fffd}\u{ffff}\u{10ffff} ﷺ".to_owned(),
        "x".repeat(9_000),
        "Ж\u{a0}".repeat(3000),
    ];
    let (width, height) = Sheet::a4(Orientation::Portrait).size();
    for typed in hostile {
        let about = About {
            title: format!("T {typed}"),
            author: typed.clone(),
            id: typed.clone(),
            ..about()
        };
        let sheet = Sheet::a4(Orientation::Portrait);
        let mut paper = Paper::begin(about, sheet, &typed).expect("typefaces");
        paper.heading(1, &format!("T {typed}"));
        paper.heading(2, &typed);
        paper.paragraph(&typed, &Style::READING);
        paper.facts(&[(typed.clone(), typed.clone())], 2);
        let mut table = table(vec![vec![typed.clone(); 7], vec![]]);
        table.columns[0].heading.clone_from(&typed);
        paper.table(&table);
        let words = words(&paper.finish().expect("a PDF"));
        assert_eq!(outside(&words, width, height).first(), None);
    }
}
