//! Where a text breaks into lines.

use std::rc::Rc;

use super::fonts::Cut;
use super::shape::{Letter, Shaped, shape};
use super::{Align, Style};

/// A line of letters.
#[derive(Clone, Debug)]
pub(super) struct Line {
    /// The text that the letters point into.
    pub(super) text: Rc<str>,
    /// The letters, with the space at which the line was broken: who reads or copies the PDF
    /// needs it between two words.
    pub(super) letters: Vec<Letter>,
    /// How wide it is without that space, in points.
    pub(super) width: f32,
}

/// A text in lines.
#[derive(Clone, Debug)]
pub(super) struct Block {
    /// The lines; none when the text is empty.
    pub(super) lines: Vec<Line>,
    /// What it is set in.
    pub(super) style: Style,
    /// Where its lines stand.
    pub(super) align: Align,
}

impl Block {
    /// Breaks a text into lines of at most `width` points: at its own line breaks, after spaces
    /// and hyphens, and inside a word that is longer than a line.
    pub(super) fn set(cuts: &[Cut], text: &str, style: &Style, width: f32) -> Self {
        let mut lines = Vec::new();
        if !text.trim().is_empty() {
            for own in text.trim_end().lines() {
                let shaped = shape(cuts, own, style);
                break_into(&mut lines, &shaped, style.size, width);
            }
        }
        Self {
            lines,
            style: *style,
            align: Align::Start,
        }
    }

    /// The same with its lines elsewhere.
    pub(super) fn aligned(self, align: Align) -> Self {
        Self { align, ..self }
    }

    /// How high it is, in points.
    pub(super) fn height(&self) -> f32 {
        self.lines.len() as f32 * self.style.leading
    }

    /// How wide its widest line is, in points.
    pub(super) fn width(&self) -> f32 {
        self.lines.iter().map(|line| line.width).fold(0.0, f32::max)
    }
}

fn break_into(lines: &mut Vec<Line>, shaped: &Shaped, size: f32, width: f32) {
    let mut first = 0;
    loop {
        let rest = shaped.letters.get(first..).unwrap_or_default();
        let fits = fitting(rest, &shaped.text, width / size);
        let letters = rest.get(..fits).unwrap_or_default().to_vec();
        let ink = letters
            .iter()
            .rposition(|letter| !is_break_space(letter.of(&shaped.text)))
            .map_or(0, |last| last + 1);
        lines.push(Line {
            text: Rc::clone(&shaped.text),
            width: size * letters.iter().take(ink).map(|one| one.advance).sum::<f32>(),
            letters,
        });
        first += fits;
        if first >= shaped.letters.len() {
            return;
        }
    }
}

/// How many of the letters make one line; at least one, when there are any.
fn fitting(letters: &[Letter], text: &str, width: f32) -> usize {
    let mut pen = 0.0;
    let mut chance = None;
    for (place, letter) in letters.iter().enumerate() {
        let written = letter.of(text);
        pen += letter.advance;
        // A space may stand behind the end of a line.
        if is_break_space(written) {
            chance = Some(place + 1);
            continue;
        }
        // Sums of widths that were measured elsewhere differ in their last digit.
        if pen > width + 0.001 && place > 0 {
            return chance.unwrap_or(place);
        }
        if place > 0 && matches!(written, "-" | "\u{2010}" | "–" | "—" | "/") {
            chance = Some(place + 1);
        }
    }
    letters.len()
}

/// Whether a line may end at this letter and lose it from sight.
fn is_break_space(written: &str) -> bool {
    let mut letters = written.chars();
    matches!((letters.next(), letters.next()), (Some(one), None)
        if one.is_whitespace() && !matches!(one, '\u{a0}' | '\u{2007}' | '\u{202f}'))
}

#[cfg(test)]
mod tests {
    use super::super::fonts::cuts;
    use super::*;

    fn lines(text: &str, width: f32) -> Vec<String> {
        let block = Block::set(cuts().expect("fonts"), text, &Style::BODY, width);
        assert!(block.width() <= width + 0.1, "{} > {width}", block.width());
        block
            .lines
            .iter()
            .map(|line| line.letters.iter().map(|one| one.of(&line.text)).collect())
            .collect()
    }

    #[test]
    fn lines_end_at_spaces_and_keep_them_for_whoever_copies_the_text() {
        assert_eq!(
            lines("Internationalisation at Home", 92.0),
            ["Internationalisation ", "at Home"]
        );
        assert_eq!(lines("one\n\ntwo", 100.0), ["one", "", "two"]);
        assert!(lines("  \n ", 100.0).is_empty());
    }

    #[test]
    fn lines_end_after_hyphens_but_not_at_fixed_spaces() {
        assert_eq!(lines("Çabej-Hoxha", 40.0), ["Çabej-", "Hoxha"]);
        assert_eq!(lines("a 20\u{a0}000", 38.0), ["a ", "20\u{a0}000"]);
    }

    #[test]
    fn a_word_longer_than_a_line_is_broken_anywhere() {
        let word = "ж".repeat(200);
        let broken = lines(&word, 100.0);
        assert!(broken.len() > 8);
        assert_eq!(broken.concat(), word);
    }

    #[test]
    fn a_line_narrower_than_a_letter_still_takes_one() {
        let block = Block::set(cuts().expect("fonts"), "жж ж", &Style::BODY, 0.5);
        assert_eq!(block.lines.len(), 3);
    }
}
