//! The parts of a line without columns: texts, addresses and the separators between them.

use super::MAX_ROWS;
use super::header::is_label;
use super::repair::with_sign;
use super::table::{LONGEST_READ, is_comma_for_dot};

/// What a line consists of.
pub(super) enum Item {
    Text { text: String, quoted: bool },
    Address { text: String, in_brackets: bool },
    Break(char),
}

/// More items than any list within the limits has on one line.
pub(super) const MOST_ITEMS: usize = 4 * MAX_ROWS;

fn is_separator(letter: char) -> bool {
    matches!(letter, ';' | ',' | '|' | '\t' | '；' | '，' | '\n')
}

/// The parts of a line, at most one more than [`MOST_ITEMS`].
pub(super) fn items_of(line: &str) -> Vec<Item> {
    let mut items = Vec::new();
    let mut open = String::new();
    // Once a closing sign was not found, looking again from every opening one would be quadratic.
    let (mut quotes_close, mut brackets_close) = (true, true);
    let mut rest = line;
    while let Some(letter) = rest.chars().next().filter(|_| items.len() <= MOST_ITEMS) {
        let after = &rest[letter.len_utf8()..];
        if let Some(closing) =
            closing_quotes(letter).filter(|_| quotes_close && open.trim().is_empty())
        {
            if let Some((inner, beyond)) = after.split_once(closing) {
                push_quoted(&mut items, inner);
                rest = beyond;
                continue;
            }
            quotes_close = false;
        }
        if letter == '<' && brackets_close {
            if let Some((inner, beyond)) = after.split_once('>') {
                push_words(&mut items, &std::mem::take(&mut open));
                match with_sign(inner) {
                    Some(_) => items.push(Item::Address {
                        text: shortened(inner),
                        in_brackets: true,
                    }),
                    None => push_words(&mut items, inner),
                }
                rest = beyond;
                continue;
            }
            brackets_close = false;
        }
        if is_separator(letter) && !(letter == ',' && is_comma_for_dot(&open, after)) {
            push_words(&mut items, &std::mem::take(&mut open));
            items.push(Item::Break(letter));
        } else {
            open.push(letter);
        }
        rest = after;
    }
    push_words(&mut items, &open);
    items
}

fn closing_quotes(opening: char) -> Option<&'static [char]> {
    match opening {
        '"' => Some(&['"']),
        '“' | '„' | '‟' => Some(&['”', '“', '"']),
        '«' => Some(&['»']),
        _ => None,
    }
}

fn push_quoted(items: &mut Vec<Item>, inner: &str) {
    if with_sign(inner).is_some() {
        push_words(items, inner);
    } else if inner.contains(char::is_alphanumeric) {
        items.push(Item::Text {
            text: shortened(inner.trim()),
            quoted: true,
        });
    }
}

/// Sorts words without separators into names and addresses; an @ that stands alone takes its
/// neighbours.
fn push_words(items: &mut Vec<Item>, text: &str) {
    let mut name: Vec<&str> = Vec::new();
    let mut words = text.split_whitespace().peekable();
    while let Some(word) = words.next().filter(|_| items.len() <= MOST_ITEMS) {
        let Some(signed) = with_sign(word) else {
            let means_something = word.contains(|c: char| c.is_alphanumeric() || c.is_control());
            if means_something && !is_label(word) {
                name.push(word);
            }
            continue;
        };
        let mut address = String::new();
        if signed.starts_with('@') {
            address = name
                .pop()
                .map(|before| format!("{before} "))
                .unwrap_or_default();
        }
        address.push_str(word);
        if signed.ends_with('@') {
            address.extend(words.next().into_iter().flat_map(|next| [" ", next]));
        }
        while let Some(next) = words.next_if(|next| next.starts_with('.') && next.len() > 1) {
            address.extend([" ", next]);
        }
        push_name(items, &mut name);
        items.push(Item::Address {
            text: shortened(&address),
            in_brackets: false,
        });
    }
    push_name(items, &mut name);
}

fn push_name(items: &mut Vec<Item>, words: &mut Vec<&str>) {
    // "1 Arta Hoxha": a number is never the beginning of a name.
    let counted = words
        .iter()
        .take_while(|word| word.bytes().all(|b| b.is_ascii_digit()))
        .count();
    let text = words.split_off(counted).join(" ");
    words.clear();
    if !text.is_empty() {
        items.push(Item::Text {
            text: shortened(&text),
            quoted: false,
        });
    }
}

/// As much of a text as is looked at; see [`LONGEST_READ`].
fn shortened(text: &str) -> String {
    text[..text.floor_char_boundary(LONGEST_READ)].to_owned()
}

/// Mail programs repeat an address as the name before it: `a@b.c <a@b.c>` is one person.
pub(super) fn without_display_addresses(items: Vec<Item>) -> Vec<Item> {
    let mut kept: Vec<Item> = Vec::with_capacity(items.len());
    for item in items {
        let repeats = matches!(
            item,
            Item::Address {
                in_brackets: true,
                ..
            }
        ) && matches!(kept.last(), Some(Item::Address { .. }));
        if repeats {
            kept.pop();
        }
        kept.push(item);
    }
    kept
}
