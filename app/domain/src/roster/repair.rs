//! Obvious damage to an address, repaired and reported.

use crate::names::is_invisible;

use super::Fix;

/// An address text with what was done to it.
pub(super) struct Repaired {
    pub(super) text: String,
    pub(super) fixes: Vec<Fix>,
}

impl Repaired {
    fn change(&mut self, fix: Fix, to: String) {
        if self.text != to {
            self.text = to;
            self.fixes.push(fix);
        }
    }
}

/// Repairs what can mean only one address. Quotation marks, brackets and mail links around an
/// address are its packaging and go silently; everything else is reported.
pub(super) fn repair(typed: &str) -> Repaired {
    let mut address = Repaired {
        text: typed.to_owned(),
        fixes: Vec::new(),
    };
    let visible = address.text.chars().filter(|c| !is_invisible(*c)).collect();
    address.change(Fix::InvisibleCharacters, visible);
    let narrow = address.text.chars().map(narrow).collect();
    address.change(Fix::FullWidthCharacters, narrow);
    let signed = spelled_out(&address.text);
    address.change(Fix::SpelledOutSign, signed);
    address.text = unpack(&address.text).to_owned();
    let ended = address.text.trim_end_matches(['.', ' ']).to_owned();
    address.change(Fix::TrailingPunctuation, ended);
    let closed = close_gaps(&address.text);
    address.change(Fix::SpacesInAddress, closed);
    if let Some((local, domain)) = address.text.split_once('@') {
        let domain = domain.trim_start_matches('@');
        let single = format!("{local}@{}", single_dots(domain));
        address.change(Fix::DoubledCharacter, single);
    }
    if let Some((local, domain)) = address.text.split_once('@') {
        let dotted = format!("{local}@{}", domain.replace(',', "."));
        address.change(Fix::CommaInAddress, dotted);
    }
    address
}

/// The ASCII form of a full-width character, as East Asian keyboards and some phones type it.
fn narrow(letter: char) -> char {
    match letter {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(letter as u32 - 0xff01 + 0x21).unwrap_or(letter),
        '\u{fe6b}' => '@',
        '\u{3002}' => '.',
        _ => letter,
    }
}

const SPELLED: [(&str, &str); 6] = [
    ("(at)", "@"),
    ("[at]", "@"),
    ("{at}", "@"),
    ("(dot)", "."),
    ("[dot]", "."),
    ("{dot}", "."),
];

fn spelled_out(text: &str) -> String {
    let mut signed = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find(['(', '[', '{']) {
        signed.push_str(&rest[..at]);
        rest = &rest[at..];
        let begins = |spelled: &str| {
            rest.get(..spelled.len())
                .is_some_and(|start| start.eq_ignore_ascii_case(spelled))
        };
        let (length, sign) = SPELLED
            .into_iter()
            .find(|(spelled, _)| begins(spelled))
            .map_or((1, &rest[..1]), |(spelled, sign)| (spelled.len(), sign));
        signed.push_str(sign);
        rest = &rest[length..];
    }
    signed.push_str(rest);
    signed
}

/// The word with its @ as an ordinary @, if it holds one in any of the ways it is written.
pub(super) fn with_sign(word: &str) -> Option<String> {
    let narrow: String = word.chars().map(narrow).collect();
    let signed = if narrow.contains('@') {
        narrow
    } else {
        spelled_out(&narrow)
    };
    signed.contains('@').then_some(signed)
}

/// The address inside quotation marks, brackets and a mail link.
fn unpack(text: &str) -> &str {
    let bare = |text: &str| -> (usize, usize) {
        let inner = text.trim_start_matches(is_packaging);
        let start = text.len() - inner.len();
        (start, start + inner.trim_end_matches(is_packaging).len())
    };
    let (start, end) = bare(text);
    let mut inner = &text[start..end];
    let is_link = inner
        .get(..7)
        .is_some_and(|scheme| scheme.eq_ignore_ascii_case("mailto:"));
    if is_link {
        inner = inner[7..].split('?').next().unwrap_or_default();
        let (start, end) = bare(inner);
        inner = &inner[start..end];
    }
    inner
}

fn is_packaging(letter: char) -> bool {
    is_quotation(letter)
        || matches!(
            letter,
            '<' | '>' | '(' | ')' | '[' | ']' | ',' | ';' | ':' | '|'
        )
}

/// Spaces and quotation marks of any kind, which stand around words without belonging to them.
pub(super) fn is_quotation(letter: char) -> bool {
    letter.is_whitespace()
        || matches!(
            letter,
            '"' | '“'
                | '”'
                | '„'
                | '‟'
                | '«'
                | '»'
                | '‹'
                | '›'
                | '‘'
                | '’'
                | '‚'
                | '\''
                | '`'
        )
}

/// Spaces beside an @ or a dot of the domain; any other space stays and makes the address wrong.
fn close_gaps(text: &str) -> String {
    let mut words = text.split_whitespace();
    let mut closed = words.next().unwrap_or_default().to_owned();
    for word in words {
        let joins = closed.ends_with(['@', '.']) || word.starts_with(['@', '.']);
        if !joins {
            closed.push(' ');
        }
        closed.push_str(word);
    }
    closed
}

fn single_dots(domain: &str) -> String {
    let mut single = String::with_capacity(domain.len());
    for letter in domain.trim_start_matches('.').chars() {
        if !(letter == '.' && single.ends_with('.')) {
            single.push(letter);
        }
    }
    single
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn obvious_typos_are_repaired_and_named() {
        let cases = [
            ("arta@uni,example", Fix::CommaInAddress),
            ("arta @ uni.example", Fix::SpacesInAddress),
            ("arta@uni .example", Fix::SpacesInAddress),
            ("arta＠uni.example", Fix::FullWidthCharacters),
            ("arta(AT)uni.example", Fix::SpelledOutSign),
            ("arta@uni.example.", Fix::TrailingPunctuation),
            ("arta@@uni.example", Fix::DoubledCharacter),
            ("arta@uni..example", Fix::DoubledCharacter),
            ("arta@\u{200b}uni.example", Fix::InvisibleCharacters),
        ];
        for (typed, fix) in cases {
            let repaired = repair(typed);
            assert_eq!(
                (repaired.text.as_str(), repaired.fixes),
                ("arta@uni.example", vec![fix])
            );
        }
    }

    #[test]
    fn packaging_goes_without_a_word() {
        for typed in [
            "<arta@uni.example>",
            "mailto:arta@uni.example?subject=Hi",
            "“arta@uni.example”,",
            "[MAILTO:arta@uni.example]",
        ] {
            let repaired = repair(typed);
            assert_eq!(repaired.text, "arta@uni.example");
            assert!(repaired.fixes.is_empty(), "{typed}");
        }
    }

    #[test]
    fn a_space_between_two_words_is_not_guessed_away() {
        assert_eq!(
            repair("arta hoxha@uni.example").text,
            "arta hoxha@uni.example"
        );
    }
}
