//! From a text to letters with places: which glyph of which file, and how far it moves the pen.
//!
//! krilla's own shaping draws a line but does not tell how wide it is, and brings the rules of
//! every script of the world. The typefaces here hold Latin and Cyrillic in composed letters, so
//! that a letter is one glyph, and what is left to do is kerning, the figures of tables and the
//! Balkan forms of Cyrillic.
//!
//! **What no file has.** A letter that no file has (Greek, Arabic, Chinese, a picture) is drawn as
//! an empty box, and a combining mark that makes no composed letter with its base as a small box
//! over that base. Either way the PDF keeps the letter itself as the text of the box: it is read
//! aloud, found and copied right. Invisible characters, among them those that turn the direction
//! of writing, and control characters are left out.

use std::ops::Range;
use std::rc::Rc;

use domain::names::is_invisible;
use skrifa::GlyphId;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use super::Style;
use super::fonts::{Cut, Face};

/// A text that is ready to be broken into lines.
#[derive(Clone, Debug)]
pub(super) struct Shaped {
    /// The text as it is drawn: composed (NFC), without what nobody sees.
    pub(super) text: Rc<str>,
    /// Its letters in order.
    pub(super) letters: Vec<Letter>,
}

/// A letter with the marks that belong to it.
#[derive(Clone, Debug)]
pub(super) struct Letter {
    /// Its bytes in the text.
    pub(super) text: Range<usize>,
    /// The first character's bytes: what its glyph stands for.
    pub(super) base: Range<usize>,
    /// What is drawn.
    pub(super) look: Look,
    /// How far it moves the pen, kerning included, in parts of the size.
    pub(super) advance: f32,
}

/// What is drawn for a letter.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Look {
    /// A glyph of the file with this place.
    Glyph(usize, GlyphId),
    /// A glyph, and a small box for the marks that no file has.
    Marked(usize, GlyphId),
    /// An empty box.
    Unknown,
}

impl Letter {
    /// The characters of the letter.
    pub(super) fn of<'a>(&self, text: &'a str) -> &'a str {
        text.get(self.text.clone()).unwrap_or_default()
    }
}

/// The text as it can be drawn on one line: composed, spaces for tabs and the like, without
/// invisible and control characters; private characters, which mean nothing outside, are marked
/// as lost.
pub(super) fn visible(text: &str) -> String {
    text.nfc()
        .filter(|letter| {
            !is_invisible(*letter) && !is_selector(*letter) && !is_no_character(*letter)
        })
        .filter_map(|letter| match letter {
            '\t' | '\r' | '\n' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}' => {
                Some(' ')
            }
            '\u{e000}'..='\u{f8ff}' | '\u{f0000}'.. => Some('\u{fffd}'),
            other if other.is_control() => None,
            other => Some(other),
        })
        .collect()
}

/// Picks a variant of the letter before it.
fn is_selector(letter: char) -> bool {
    matches!(letter, '\u{34f}' | '\u{180b}'..='\u{180d}' | '\u{fe00}'..='\u{fe0f}' | '\u{e0100}'..='\u{e01ef}')
}

/// Never stands for anything (Unicode §23.7).
fn is_no_character(letter: char) -> bool {
    let code = u32::from(letter);
    code & 0xfffe == 0xfffe || matches!(letter, '\u{fdd0}'..='\u{fdef}')
}

/// What may be drawn instead of a letter that no file has, and looks the same.
fn twin(letter: char) -> Option<char> {
    Some(match letter {
        '\u{2010}' | '\u{2011}' => '-',
        '\u{2015}' => '—',
        '\u{2bc}' => '’',
        other if other.is_whitespace() => ' ',
        _ => return None,
    })
}

/// Shapes a text of one line.
pub(super) fn shape(cuts: &[Cut], text: &str, style: &Style) -> Shaped {
    let text = visible(text);
    let order = style.face.search_order();
    // A box is as wide as what carries its text, or readers would see gaps between boxes.
    let box_advance = Carrier::Letter
        .glyph(cuts, style.face)
        .map_or(0.0, |(cut, glyph)| cuts[cut].advance(glyph));
    let mut letters: Vec<Letter> = Vec::new();
    for (start, character) in text.char_indices() {
        let end = start + character.len_utf8();
        if is_combining_mark(character)
            && let Some(base) = letters.last_mut()
        {
            base.text.end = end;
            if let Look::Glyph(cut, glyph) = base.look {
                base.look = Look::Marked(cut, glyph);
            }
            continue;
        }
        let found = find(cuts, &order, character, style.tabular)
            .or_else(|| find(cuts, &order, twin(character)?, style.tabular));
        let (look, advance) = match found {
            Some((cut, glyph)) => (Look::Glyph(cut, glyph), cuts[cut].advance(glyph)),
            None => (Look::Unknown, box_advance),
        };
        if let Some(before) = letters.last_mut()
            && let (Look::Glyph(cut, first), Look::Glyph(same, second)) = (before.look, look)
            && cut == same
        {
            before.advance += cuts[cut].kern(first, second);
        }
        letters.push(Letter {
            text: start..end,
            base: start..end,
            look,
            advance,
        });
    }
    Shaped {
        text: text.into(),
        letters,
    }
}

fn find(cuts: &[Cut], order: &[usize], letter: char, tabular: bool) -> Option<(usize, GlyphId)> {
    order
        .iter()
        .find_map(|file| Some((*file, cuts.get(*file)?.glyph(letter, tabular)?)))
}

/// A glyph that nobody sees and that carries a text which no glyph shows: readers find text only
/// where a glyph is, and a box is none. A PDF says once for each glyph which letter it is, and
/// word for word where it is another one; so these are signs that texts hardly use.
#[derive(Clone, Copy)]
pub(super) enum Carrier {
    /// As wide as a letter: in the place of one.
    Letter,
    /// Narrow: behind a letter, for its marks.
    Marks,
}

impl Carrier {
    pub(super) fn glyph(self, cuts: &[Cut], face: Face) -> Option<(usize, GlyphId)> {
        let sign = match self {
            Self::Letter => '−',
            Self::Marks => '\u{2009}',
        };
        find(cuts, &face.search_order(), sign, false)
    }
}

#[cfg(test)]
mod tests {
    use super::super::fonts::cuts;
    use super::*;

    fn shaped(text: &str) -> Shaped {
        shape(cuts().expect("fonts"), text, &Style::BODY)
    }

    #[test]
    fn a_line_of_two_scripts_takes_each_letter_from_the_file_that_has_it() {
        let line = shaped("Šćepanović Љубиша");
        let files: Vec<usize> = line
            .letters
            .iter()
            .filter_map(|letter| match letter.look {
                Look::Glyph(file, _) => Some(file),
                _ => None,
            })
            .collect();
        assert_eq!(files.len(), 17);
        assert!(files[..11].iter().all(|file| *file == files[0]));
        assert!(files[11..].iter().all(|file| *file == files[0] + 3));
    }

    #[test]
    fn a_mark_is_composed_with_its_letter_or_stays_with_it() {
        let line = shaped("e\u{308}q\u{308}\u{301}");
        assert_eq!(&*line.text, "ëq\u{308}\u{301}");
        let [composed, marked] = &line.letters[..] else {
            panic!("{line:?}");
        };
        assert!(matches!(composed.look, Look::Glyph(..)));
        assert!(matches!(marked.look, Look::Marked(..)));
        assert_eq!(marked.of(&line.text), "q\u{308}\u{301}");
    }

    #[test]
    fn what_no_file_has_is_a_box_that_keeps_its_text() {
        let line = shaped("Γ王\u{301}🎓\u{301}");
        assert!(
            line.letters
                .iter()
                .all(|letter| letter.look == Look::Unknown)
        );
        assert_eq!(line.letters.len(), 3);
        assert_eq!(line.letters[1].of(&line.text), "王\u{301}");
    }

    #[test]
    fn a_text_of_marks_only_is_boxes_too() {
        assert_eq!(shaped("\u{301}\u{302}").letters.len(), 1);
    }

    #[test]
    fn nothing_invisible_reaches_the_paper() {
        assert_eq!(
            visible("a\u{202e}b\u{0}\u{200b}c\u{ffff}\td\u{e000}\u{ad}"),
            "abc d\u{fffd}"
        );
    }
}
