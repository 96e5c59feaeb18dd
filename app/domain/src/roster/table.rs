//! Splitting delimited text into records and cells, as spreadsheets write it.

use super::{MAX_ADDRESS_CHARS, MAX_CELL_CHARS};

/// One record of a table.
pub(super) struct Record<'a> {
    /// Its first line, from 1.
    pub(super) line: usize,
    pub(super) raw: &'a str,
    pub(super) cells: Vec<String>,
}

/// The records of a text whose lines end in `\n`. A quoted cell may go over several lines.
pub(super) struct Records<'a> {
    text: &'a str,
    delimiter: char,
    at: usize,
    line: usize,
}

impl<'a> Records<'a> {
    /// Starts with the text's first line counted as `line`.
    pub(super) fn new(text: &'a str, delimiter: char, line: usize) -> Self {
        Self {
            text,
            delimiter,
            at: 0,
            line,
        }
    }

    /// Reads one cell; tells whether another follows in the same record.
    fn cell(&mut self) -> (String, bool) {
        let mut cell = String::new();
        let rest = &self.text[self.at..];
        let padding = rest.len() - rest.trim_start_matches(' ').len();
        if let Some((content, length)) = quoted(&rest[padding..]) {
            self.line += content.matches('\n').count();
            self.at += padding + length;
            cell = content;
        }
        while let Some(letter) = self.text[self.at..].chars().next() {
            let after = &self.text[self.at + letter.len_utf8()..];
            let kept = letter == ',' && is_comma_for_dot(&cell, after);
            if letter == '\n' {
                self.at += 1;
                self.line += 1;
                return (cell, false);
            }
            self.at += letter.len_utf8();
            if letter == self.delimiter && !kept {
                return (cell, true);
            }
            if cell.len() < LONGEST_READ {
                cell.push(letter);
            }
        }
        (cell, false)
    }
}

impl<'a> Iterator for Records<'a> {
    type Item = Record<'a>;

    fn next(&mut self) -> Option<Record<'a>> {
        if self.at >= self.text.len() {
            return None;
        }
        let (start, line) = (self.at, self.line);
        let mut cells = Vec::new();
        loop {
            let (cell, more) = self.cell();
            cells.push(cell);
            if !more {
                return Some(Record {
                    line,
                    raw: &self.text[start..self.at],
                    cells,
                });
            }
        }
    }
}

/// The cells of one line.
pub(super) fn split(line: &str, delimiter: char) -> Vec<String> {
    Records::new(line, delimiter, 1)
        .next()
        .map(|record| record.cells)
        .unwrap_or_default()
}

/// How many bytes of one cell are kept: always more characters than a cell may have, so that
/// what is longer is known to be, and never so many that looking at them takes time.
pub(super) const LONGEST_READ: usize = 4 * (MAX_CELL_CHARS + 1);
/// How far a closing quotation mark is looked for. Without a limit one stray mark would swallow
/// the rest of the list.
const LONGEST_QUOTED: usize = 2 * LONGEST_READ;

/// The content of a quoted cell and its length with the marks, if the text begins with one.
fn quoted(text: &str) -> Option<(String, usize)> {
    let body = text.strip_prefix('"')?;
    let mut content = String::new();
    let mut letters = body.char_indices().peekable();
    while let Some((at, letter)) = letters.next() {
        if at > LONGEST_QUOTED {
            return None;
        }
        if letter == '"' && letters.next_if(|(_, next)| *next == '"').is_none() {
            return Some((content, at + 2));
        }
        content.push(letter);
    }
    None
}

/// Endings after which a comma in a domain that already has a dot is still a slip of the finger.
const ENDINGS: [&str; 17] = [
    "al", "ba", "mk", "rs", "me", "hr", "si", "com", "org", "net", "eu", "de", "it", "uk", "edu",
    "info", "example",
];

/// Whether a comma after `before` stands for the dot of an address ("arta@uni,example").
pub(super) fn is_comma_for_dot(before: &str, after: &str) -> bool {
    let is_label = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '.' || c == '-';
    let label = &after[..after.find(|c| !is_label(c)).unwrap_or(after.len())];
    let ends_there = after[label.len()..]
        .chars()
        .next()
        .is_none_or(|c| c.is_whitespace() || matches!(c, '>' | ';' | ',' | '"' | '|' | '”'));
    if label.len() < 2 || !ends_there {
        return false;
    }
    let mut backwards = before.chars().rev().take(MAX_ADDRESS_CHARS);
    let domain: String = backwards
        .by_ref()
        .take_while(|c| *c != '@' && !c.is_whitespace())
        .collect();
    let follows_a_sign = before[..before.len() - domain.len()].ends_with('@');
    let is_first_dot = !domain.contains(['.', ',']);
    follows_a_sign && !domain.is_empty() && (is_first_dot || ENDINGS.contains(&label))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cells(text: &str, delimiter: char) -> Vec<Vec<String>> {
        Records::new(text, delimiter, 1)
            .map(|record| record.cells)
            .collect()
    }

    #[test]
    fn quoted_cells_keep_delimiters_quotes_and_line_ends() {
        assert_eq!(
            cells("\"Begić, Emir\",\"the \"\"new\"\"\none\",x\ny", ','),
            [vec!["Begić, Emir", "the \"new\"\none", "x"], vec!["y"]]
        );
    }

    #[test]
    fn a_stray_quotation_mark_is_an_ordinary_character() {
        assert_eq!(
            cells("\"Arta;a\nBen;b", ';'),
            [vec!["\"Arta", "a"], vec!["Ben", "b"]]
        );
    }

    #[test]
    fn lines_are_counted_through_quoted_cells() {
        let lines: Vec<usize> = Records::new("a\n\"b\nc\"\nd", ',', 5)
            .map(|record| record.line)
            .collect();
        assert_eq!(lines, [5, 6, 8]);
    }

    #[test]
    fn a_comma_typed_for_the_dot_does_not_split_the_address() {
        assert_eq!(
            cells("Arta,arta@uni,example,teacher", ','),
            [vec!["Arta", "arta@uni,example", "teacher"]]
        );
        assert_eq!(cells("arta@uni.edu,al", ','), [vec!["arta@uni.edu,al"]]);
        assert_eq!(
            cells("arta@uni.edu,arta", ','),
            [vec!["arta@uni.edu", "arta"]]
        );
    }
}
