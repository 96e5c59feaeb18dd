//! Finding the heading of a table in what was pasted.

use crate::names::fold;

use super::table::split;

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Column {
    Name,
    Surname,
    Address,
    Category,
    Other,
}

/// A heading line: where it is and what its columns hold.
pub(super) struct Heading {
    pub(super) columns: Vec<Column>,
    pub(super) delimiter: char,
    /// The heading's own line, from 1.
    pub(super) line: usize,
    /// Where the text after it begins.
    pub(super) rest: usize,
    /// Titles and other lines above it.
    pub(super) above: Vec<usize>,
}

/// Headings stand near the top; above them there may be a title or two.
const LINES_TO_SEARCH: usize = 10;
const LONGEST_LINE: usize = 2_000;
const DELIMITERS: [char; 4] = ['\t', ';', ',', '|'];

/// The heading, if one of the first lines is one and no address comes before it.
pub(super) fn find(text: &str) -> Option<Heading> {
    let mut above = Vec::new();
    let mut at = 0;
    for (index, line) in text.split('\n').enumerate() {
        let rest = (at + line.len() + 1).min(text.len());
        at = rest;
        if line.trim().is_empty() {
            continue;
        }
        if line.contains('@') || line.len() > LONGEST_LINE || above.len() == LINES_TO_SEARCH {
            return None;
        }
        let (columns, delimiter) = DELIMITERS
            .into_iter()
            .map(|delimiter| (columns(&split(line, delimiter)), delimiter))
            .rev()
            .max_by_key(|(columns, _)| known(columns))?;
        let is_heading = match columns.as_slice() {
            [only] => *only == Column::Address,
            several => known(several) >= 2 || several.contains(&Column::Address),
        };
        if is_heading {
            return Some(Heading {
                columns,
                delimiter,
                line: index + 1,
                rest,
                above,
            });
        }
        above.push(index + 1);
    }
    None
}

fn known(columns: &[Column]) -> usize {
    columns
        .iter()
        .filter(|column| **column != Column::Other)
        .count()
}

/// What each cell of a heading announces.
pub(super) fn columns(cells: &[String]) -> Vec<Column> {
    let words: Vec<String> = cells.iter().map(|cell| fold(cell)).collect();
    let mut columns: Vec<Column> = words.iter().map(|cell| column(cell)).collect();
    if !columns.contains(&Column::Address) {
        // "Address" alone means the street unless nothing else can hold the e-mail.
        let vague = words
            .iter()
            .position(|cell| VAGUE_ADDRESS.contains(&cell.as_str()));
        if let Some(column) = vague.and_then(|at| columns.get_mut(at)) {
            *column = Column::Address;
        }
    }
    columns
}

const VAGUE_ADDRESS: [&str; 6] = [
    "address", "adresa", "adrese", "adresa e", "kontakt", "contact",
];

const MAIL: [&str; 10] = [
    "mail",
    "email",
    "mails",
    "emails",
    "imejl",
    "mejl",
    "eposta",
    "posta",
    "elektronike",
    "elektronska",
];
const BESIDE_MAIL: [&str; 18] = [
    "e",
    "i",
    "address",
    "addresses",
    "adresa",
    "adrese",
    "adresat",
    "work",
    "official",
    "institutional",
    "zyrtar",
    "zyrtare",
    "institucionale",
    "sluzbeni",
    "sluzbena",
    "sluzbeniot",
    "poste",
    "poshta",
];
const FIRST: [&str; 8] = [
    "name",
    "names",
    "emri",
    "emer",
    "ime",
    "first",
    "given",
    "participant",
];
const LAST: [&str; 6] = ["surname", "last", "family", "mbiemri", "mbiemer", "prezime"];
const BESIDE_NAME: [&str; 15] = [
    "full",
    "and",
    "i",
    "dhe",
    "e",
    "plote",
    "puno",
    "of",
    "s",
    "ucesnika",
    "ucesnik",
    "polaznika",
    "pjesemarresit",
    "pjesemarresi",
    "participants",
];
const CATEGORY: [&str; 16] = [
    "category",
    "categories",
    "kategoria",
    "kategorija",
    "kategori",
    "position",
    "pozicioni",
    "pozicija",
    "role",
    "roli",
    "uloga",
    "ulogata",
    "statusi",
    "status",
    "job",
    "funkcija",
];
const BESIDE_CATEGORY: [&str; 10] = [
    "staff",
    "e",
    "i",
    "stafit",
    "osoblja",
    "osoblje",
    "title",
    "na",
    "personal",
    "personalot",
];

fn column(folded: &str) -> Column {
    let words: Vec<&str> = folded.split(' ').filter(|word| !word.is_empty()).collect();
    let has = |list: &[&str]| words.iter().any(|word| list.contains(word));
    let only = |own: &[&str], beside: &[&str]| {
        has(own)
            && words
                .iter()
                .all(|word| own.contains(word) || beside.contains(word))
    };
    let names = [FIRST.as_slice(), LAST.as_slice()].concat();
    if only(&MAIL, &BESIDE_MAIL) {
        Column::Address
    } else if only(&CATEGORY, &BESIDE_CATEGORY) {
        Column::Category
    } else if only(&names, &BESIDE_NAME) {
        let whole = words
            .iter()
            .filter(|word| !["last", "family"].contains(word));
        let is_surname = has(&["last", "family"]) && words.len() == 2 && words.contains(&"name");
        let has_first = whole.into_iter().any(|word| FIRST.contains(word));
        if has(&LAST) && (!has_first || is_surname) {
            Column::Surname
        } else {
            Column::Name
        }
    } else {
        Column::Other
    }
}

/// Whether a word followed by a colon only labels what comes next ("E-mail: …").
pub(super) fn is_label(word: &str) -> bool {
    word.ends_with(':') && column(&fold(word)) != Column::Other
}

#[cfg(test)]
mod tests {
    use super::*;
    use Column::{Address, Category, Name, Other, Surname};

    fn read(line: &str) -> Option<(Vec<Column>, char)> {
        find(line).map(|heading| (heading.columns, heading.delimiter))
    }

    #[test]
    fn headings_are_understood_in_five_languages() {
        let cases = [
            ("Name,Surname,E-mail", ',', vec![Name, Surname, Address]),
            (
                "Nr;Emri;Mbiemri;Adresa elektronike",
                ';',
                vec![Other, Name, Surname, Address],
            ),
            (
                "Ime i prezime\tE-mail adresa\tKategorija",
                '\t',
                vec![Name, Address, Category],
            ),
            ("Презиме;Име;Е-пошта", ';', vec![Surname, Name, Address]),
            ("Име и презиме|Имејл", '|', vec![Name, Address]),
            (
                "Last name,First name,Email,Staff category",
                ',',
                vec![Surname, Name, Address, Category],
            ),
            ("emri;ime oca;adresa", ';', vec![Name, Other, Address]),
        ];
        for (line, delimiter, columns) in cases {
            assert_eq!(read(line), Some((columns, delimiter)), "{line}");
        }
    }

    #[test]
    fn the_street_is_not_the_e_mail() {
        assert_eq!(
            read("Ime,Adresa,E-mail").map(|h| h.0),
            Some(vec![Name, Other, Address])
        );
    }

    #[test]
    fn people_are_not_a_heading() {
        for line in [
            "Arta Hoxha, arta@uni.example",
            "Arta, Hoxha",
            "Arta Hoxha",
            "",
        ] {
            assert_eq!(read(line), None, "{line}");
        }
    }

    #[test]
    fn a_title_may_stand_above_the_heading() {
        let heading =
            find("Lista e pjesëmarrësve\n\nEmri;E-mail\nArta;a@uni.example").expect("a heading");
        assert_eq!((heading.line, heading.above), (3, vec![1]));
    }
}
