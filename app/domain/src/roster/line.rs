//! Reading a line without columns: a "To:" line, a name with an address, an address alone.

use crate::names::fold;
use crate::people::StaffCategory;

use super::ListProblem;
use super::category::plain_category;
use super::items::{Item, MOST_ITEMS, items_of, without_display_addresses};
use super::row::{Fix, Found};

/// The people that one line names.
pub(super) fn read_line(line: &str) -> Result<Vec<Found>, ListProblem> {
    let items = items_of(without_marker(line));
    if items.len() > MOST_ITEMS {
        return Err(ListProblem::TooManyRows);
    }
    let items = without_display_addresses(items);
    let addresses = items
        .iter()
        .filter(|item| matches!(item, Item::Address { .. }))
        .count();
    let is_a_spreadsheet_row = items.iter().any(|item| matches!(item, Item::Break('\t')));
    let mut found = if addresses > 1 && !is_a_spreadsheet_row {
        several_people(&items)
    } else {
        one_person(&items).into_iter().collect()
    };
    if let [only] = found.as_mut_slice() {
        only.raw = line.to_owned();
    }
    Ok(found)
}

/// The one person in a cell or line, if there is anything in it.
pub(super) fn read_cell(cell: &str) -> Option<Found> {
    one_person(&without_display_addresses(items_of(cell)))
}

/// The line without its bullet, its number and the "To:" of a mail program.
fn without_marker(line: &str) -> &str {
    let line =
        line.trim_start_matches(|c: char| c.is_whitespace() || "•·▪◦‣►→○●□■–—*-".contains(c));
    let digits = line.len() - line.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let after = &line[digits..];
    let numbered = (1..=5).contains(&digits)
        && after.strip_prefix(['.', ')', ':']).is_some_and(|rest| {
            rest.starts_with(|c: char| c.is_whitespace() || c.is_uppercase() || c == '"')
        });
    let line = if numbered { &after[1..] } else { line };
    match line.split_once(':') {
        Some((word, rest)) if word.len() <= 24 && MAIL_FIELDS.contains(&fold(word).as_str()) => {
            rest
        }
        _ => line,
    }
}

/// The fields of a message that list people, folded, as the region's mail programs word them.
const MAIL_FIELDS: [&str; 13] = [
    "to", "cc", "bcc", "from", "per", "kopje", "nga", "za", "prima", "kome", "do", "od", "kopija",
];

/// A text of a line, with the separator before it.
struct Piece<'a> {
    text: &'a str,
    quoted: bool,
    after: Option<char>,
}

/// All items belong to one person: whatever stands around the address.
fn one_person(items: &[Item]) -> Option<Found> {
    let mut found = Found::default();
    let mut bracketed = false;
    let (mut before, mut behind) = (Vec::new(), Vec::new());
    let mut separator = None;
    for item in items {
        match item {
            Item::Break(letter) => separator = Some(*letter),
            Item::Address { text, in_brackets } if found.address.is_empty() => {
                found.address.clone_from(text);
                bracketed = *in_brackets;
            }
            Item::Address { .. } => found.notes = vec![Fix::FurtherAddress],
            Item::Text { text, quoted } => {
                let pieces = if found.address.is_empty() {
                    &mut before
                } else {
                    &mut behind
                };
                match plain_category(text).filter(|_| found.category.is_none()) {
                    Some(category) => found.category = Some(category),
                    None if text.contains(char::is_alphabetic) => {
                        pieces.push(Piece {
                            text,
                            quoted: *quoted,
                            after: separator.take(),
                        });
                    }
                    None => {}
                }
            }
        }
    }
    let pieces = if before.is_empty() { &behind } else { &before };
    found.name = name_of(pieces, bracketed, &found.address);
    (!found.name.is_empty() || !found.address.is_empty()).then_some(found)
}

/// One name from the texts beside an address.
fn name_of(pieces: &[Piece<'_>], bracketed: bool, address: &str) -> String {
    match pieces {
        [only] if only.quoted => turned(only.text),
        [surname, first] if bracketed && first.after == Some(',') => {
            format!("{} {}", first.text, surname.text)
        }
        _ => {
            let texts: Vec<&str> = pieces.iter().map(|piece| piece.text).collect();
            name_among(&texts, address)
        }
    }
}

/// "Begić, Emir", as directories write it, is Emir Begić.
pub(super) fn turned(name: &str) -> String {
    match name.split_once(',') {
        Some((surname, first)) if !first.trim().is_empty() && !first.contains(',') => {
            format!("{} {}", first.trim(), surname.trim())
        }
        _ => name.trim().to_owned(),
    }
}

/// The name among the cells of a row without headings: the first one, and the second when the
/// first is a single word or the address confirms it. A faculty or a city stays out.
pub(super) fn name_among(texts: &[&str], address: &str) -> String {
    let Some((first, others)) = texts.split_first() else {
        return String::new();
    };
    let Some(second) = others.first() else {
        return (*first).to_owned();
    };
    let is_single_word = !first.trim().contains(char::is_whitespace);
    let own = fold(address.split('@').next().unwrap_or_default());
    let is_confirmed = fold(second)
        .split(' ')
        .any(|word| word.len() > 2 && own.contains(word));
    if is_single_word || is_confirmed {
        format!("{} {}", first.trim(), second.trim())
    } else {
        (*first).to_owned()
    }
}

/// A "To:" line: names before their addresses, or all of them behind.
fn several_people(items: &[Item]) -> Vec<Found> {
    let mut texts_and_addresses = items.iter().filter(|item| !matches!(item, Item::Break(_)));
    let addresses_lead = matches!(texts_and_addresses.next(), Some(Item::Address { .. }))
        && matches!(texts_and_addresses.next_back(), Some(Item::Text { .. }));
    let mut list = List::default();
    let mut separator = None;
    for item in items {
        match item {
            Item::Break(letter) => separator = Some(*letter),
            Item::Text { text, quoted } => {
                let piece = Piece {
                    text,
                    quoted: *quoted,
                    after: separator.take(),
                };
                match plain_category(text) {
                    Some(category) if list.waiting.is_empty() => list.categorise(category),
                    _ => list.waiting.push(piece),
                }
            }
            Item::Address { text, in_brackets } => {
                if addresses_lead {
                    list.name_the_last();
                } else if *in_brackets {
                    list.leave_the_nameless();
                }
                let waiting = if addresses_lead {
                    Vec::new()
                } else {
                    std::mem::take(&mut list.waiting)
                };
                list.add(name_of(&waiting, *in_brackets, text), text.clone());
                separator = None;
            }
        }
    }
    if addresses_lead {
        list.name_the_last();
    }
    for piece in std::mem::take(&mut list.waiting) {
        list.add(piece.text.to_owned(), String::new());
    }
    list.found
}

#[derive(Default)]
struct List<'a> {
    found: Vec<Found>,
    waiting: Vec<Piece<'a>>,
}

impl List<'_> {
    fn add(&mut self, name: String, address: String) {
        let raw = format!("{name} {address}");
        self.found.push(Found {
            raw,
            name,
            address,
            ..Found::default()
        });
    }

    fn categorise(&mut self, category: StaffCategory) {
        if let Some(last) = self.found.last_mut() {
            last.category = Some(category);
        }
    }

    /// Gives the waiting texts to the address before them.
    fn name_the_last(&mut self) {
        if let Some(last) = self.found.last_mut() {
            let name = name_of(&self.waiting, false, &last.address);
            last.raw = format!("{} {name}", last.address);
            last.name = name;
            self.waiting.clear();
        }
    }

    /// An address in brackets takes the text before it, back to the last separator other than a
    /// comma. Earlier texts are people without an address.
    fn leave_the_nameless(&mut self) {
        let starts = |piece: &Piece<'_>| piece.after.is_some_and(|c| c != ',');
        let own = self.waiting.iter().rposition(starts).unwrap_or(0);
        let two_people = |pieces: &[Piece<'_>]| {
            pieces.len() > 2 || pieces.iter().all(|piece| piece.text.contains(' '))
        };
        let waiting = &self.waiting[own..];
        let own = if waiting.len() > 1 && two_people(waiting) {
            self.waiting.len() - 1
        } else {
            own
        };
        let own = self.waiting.split_off(own);
        for piece in std::mem::replace(&mut self.waiting, own) {
            self.add(piece.text.to_owned(), String::new());
        }
    }
}
