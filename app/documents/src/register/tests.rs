//! A register as those who print, sign and scan it meet it.

use super::*;
use crate::paper::reading::{Word, count, outline, outside, structure, text, words};

const NAMES: [&str; 12] = [
    "Šćepanović Đorđe",
    "Ëndërr Çelë",
    "Љубиша",
    "Ѓорѓи",
    "Ќире",
    "Arta Hoxha-Çabej",
    "Žana Đukić-Čović",
    "Џевдет Њежић",
    "Łukasz Żółć",
    "Çağrı Işık",
    "Þórður O’Neill",
    "Filloreta Xhafa (Prishtinë)",
];

fn labels() -> Labels {
    let label = |words: &str| words.to_owned();
    Labels {
        title: label("Attendance register"),
        institution: label("Institution"),
        cohort: label("Cohort"),
        day: label("Day"),
        time: label("Time"),
        place: label("Place"),
        mode: label("How"),
        hours: label("Hours"),
        trainers: label("Trainers"),
        units: label("Units"),
        work_package: label("Work package"),
        deliverable: label("Deliverable"),
        number: label("No."),
        name: label("Name"),
        belongs: label("Staff category"),
        signature: label("Signature"),
        date: label("Date"),
        declaration: label("With your signature you confirm that you took part."),
        nobody: label("Nobody is on the list yet."),
        guests: label("Guests"),
        code: label("Session"),
    }
}

fn register(names: &[&str]) -> Register {
    let people = names.iter().map(|name| Expected {
        name: (*name).to_owned(),
        belongs: String::new(),
    });
    Register {
        language: "en".to_owned(),
        made: Timestamp(1_763_128_800_000),
        code: "KQ7F-2M9X".to_owned(),
        letterhead: Letterhead {
            programme: "INTERBA".to_owned(),
            reference: "610429-EPP-1-2019-1-AL-EPPKA2-CBHE-JP".to_owned(),
            funding: "Co-funded by the European Union.".to_owned(),
            ..Letterhead::default()
        },
        institution: "Universiteti i Shkodrës".to_owned(),
        cohort: "Autumn".to_owned(),
        day: "Saturday 14 November 2026".to_owned(),
        time: "09:00–12:30".to_owned(),
        trainers: vec!["Elira Gjoni".to_owned(), "Љубиша Обрадовић".to_owned()],
        people: people.collect(),
        guests: 3,
        labels: labels(),
        ..Register::default()
    }
}

/// The words that number the rows, in order.
fn numbers(words: &[Word]) -> Vec<&Word> {
    let head = words
        .iter()
        .find(|word| word.text == "No.")
        .expect("a head");
    words
        .iter()
        .filter(|word| (word.right - head.right).abs() < 0.5 && word.text.parse::<u32>().is_ok())
        .collect()
}

#[test]
fn everybody_is_listed_under_their_own_name_with_room_to_sign() {
    let pdf = register(&NAMES).pdf().expect("a register");
    let tree = structure(&pdf);
    for name in NAMES {
        assert!(tree.contains(&format!("\"{name}\"")), "{name}");
    }
    let words = words(&pdf);
    let rows = numbers(&words);
    assert_eq!(rows.len(), 12 + 3);
    for pair in rows.windows(2).filter(|pair| pair[0].page == pair[1].page) {
        let high = pair[1].top - pair[0].top;
        assert!(high >= 9.0 * MM, "{high} points for {}", pair[0].text);
    }
    for trainer in ["\"Elira Gjoni\"", "\"Љубиша Обрадовић\""] {
        assert!(tree.iter().any(|line| line == trainer), "{trainer}");
    }
}

#[test]
fn three_hundred_people_have_three_hundred_rows_and_a_head_on_every_page() {
    let names = vec!["Ëndërr Çelë"; 300];
    let mut register = register(&names);
    register.guests = 0;
    let pdf = register.pdf().expect("a register");
    let words = words(&pdf);
    let rows: Vec<String> = numbers(&words)
        .iter()
        .map(|word| word.text.clone())
        .collect();
    let wanted: Vec<String> = (1..=300).map(|row| row.to_string()).collect();
    assert_eq!(rows, wanted);
    let pages = words.last().expect("words").page + 1;
    for page in 0..pages {
        let here: Vec<&str> = words
            .iter()
            .filter(|word| word.page == page)
            .map(|word| word.text.as_str())
            .collect();
        assert!(here.contains(&"Signature"), "page {page}");
        assert!(here.contains(&"KQ7F-2M9X"), "page {page}");
        assert!(
            here.contains(&format!("{}/{pages}", page + 1).as_str()),
            "page {page}"
        );
    }
    // The list's 300 rows and head, 2 trainers and their head, 5 facts.
    assert_eq!(count(&outline(&pdf), "TR"), 301 + 3 + 5);
}

#[test]
fn a_name_of_two_hundred_characters_stays_in_its_cell() {
    for name in ["Ш".repeat(200), "Ana Marija ".repeat(18), "W".repeat(200)] {
        let mut register = register(&[&name, "Next"]);
        register.people[0].belongs = "Technical staff ".repeat(12);
        let pdf = register.pdf().expect("a register");
        let words = words(&pdf);
        let of = |text: &str| words.iter().find(|word| word.text == text).expect("a word");
        let (number, category, next) = (of("No."), of("Staff"), of("Next"));
        let named: Vec<&Word> = words
            .iter()
            .filter(|word| {
                word.text.starts_with(['Ш', 'W', 'A', 'M']) && word.left >= next.left - 0.5
            })
            .filter(|word| word.top > number.bottom && word.bottom < next.top)
            .collect();
        assert!(named.len() > 3, "{named:?}");
        for word in named {
            assert!(
                word.left > number.right && word.right < category.left,
                "{word:?}"
            );
        }
    }
}

#[test]
fn an_empty_list_says_so_and_still_takes_guests() {
    let mut register = register(&[]);
    register.trainers.clear();
    let pdf = register.pdf().expect("a register");
    assert!(text(&pdf).contains("Nobody is on the list yet."));
    let words = words(&pdf);
    let rows: Vec<&str> = numbers(&words)
        .iter()
        .map(|word| word.text.as_str())
        .collect();
    assert_eq!(rows, ["1", "2", "3"]);
    // Guests and their head, an empty line for a trainer and its head, 4 facts.
    assert_eq!(count(&outline(&pdf), "TR"), 4 + 2 + 4);
}

#[test]
fn the_emblem_and_the_code_stand_there_only_when_the_facts_say_so() {
    let mut register = register(&NAMES);
    let plain = register.pdf().expect("a register");
    assert_eq!(count(&outline(&plain), "Figure"), 0);
    register.letterhead.emblem = "Emblem of the European Union".to_owned();
    register.letterhead.code = Some((
        "https://kaskada.example/s/KQ7F".to_owned(),
        "Code that opens the session".to_owned(),
    ));
    let funded = register.pdf().expect("a register");
    assert_eq!(count(&outline(&funded), "Figure"), 2);
    for words in [
        "(Emblem of the European Union)",
        "(Code that opens the session)",
    ] {
        let words = words.as_bytes();
        assert!(funded.windows(words.len()).any(|part| part == words));
    }
}

#[test]
fn what_people_type_stays_within_the_margins() {
    let sheet = Sheet::a4(Orientation::Portrait);
    let (width, height) = sheet.size();
    for typed in [
        "x".repeat(3000),
        "<script>alert(1)</script> =1+1 \u{202e}\u{0}".to_owned(),
        "word ".repeat(1500),
    ] {
        let mut register = register(&NAMES);
        register.letterhead = Letterhead {
            programme: typed.clone(),
            reference: typed.clone(),
            funding: typed.clone(),
            emblem: typed.clone(),
            code: Some((typed.clone(), typed.clone())),
        };
        register.institution.clone_from(&typed);
        register.place.clone_from(&typed);
        register.code.clone_from(&typed);
        register.units = vec![typed.clone(); 3];
        register.trainers = vec![typed.clone(); 2];
        register.people[3] = Expected {
            name: typed.clone(),
            belongs: typed.clone(),
        };
        let words = words(&register.pdf().expect("a register"));
        assert_eq!(outside(&words, width, height).first(), None);
    }
}
