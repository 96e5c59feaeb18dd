//! OpenDocument spreadsheets.
//!
//! Cells and rows may say that they are repeated a million times, and usually do so at the end of
//! every sheet; here a repetition only moves the position.

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use super::RosterFileError;
use super::sheet::{Choice, SheetText};

/// The list in a spreadsheet's `content.xml`.
pub(super) fn read(content: &str) -> Result<String, RosterFileError> {
    let mut reader = Reader::from_str(content);
    let mut walk = Walk::default();
    loop {
        match reader.read_event().map_err(|_| RosterFileError::Damaged)? {
            Event::Start(tag) => walk.open(&tag),
            Event::Empty(tag) => {
                walk.open(&tag);
                if walk.close(tag.name().0) {
                    break;
                }
            }
            Event::End(tag) if walk.close(tag.name().0) => break,
            Event::Text(text) => walk.text(&text.xml10_content()),
            Event::CData(text) => walk.text(&text.xml10_content()),
            Event::GeneralRef(entity) => walk.text(&meaning(&entity)),
            Event::Eof => break,
            _ => {}
        }
    }
    walk.choice.text()
}

fn meaning(entity: &quick_xml::events::BytesRef<'_>) -> String {
    match &**entity {
        "amp" => "&".to_owned(),
        "lt" => "<".to_owned(),
        "gt" => ">".to_owned(),
        "quot" => "\"".to_owned(),
        "apos" => "'".to_owned(),
        _ => entity
            .resolve_char_ref()
            .ok()
            .flatten()
            .map(String::from)
            .unwrap_or_default(),
    }
}

/// Where in the spreadsheet the reader stands.
#[derive(Default)]
struct Walk {
    choice: Choice,
    sheet: SheetText,
    row: u32,
    column: u32,
    /// How many rows and columns the open ones stand for.
    rows: u32,
    columns: u32,
    cell: String,
    paragraphs: usize,
    in_paragraph: bool,
    /// Depth of comments, whose text is not the cell's.
    in_comment: usize,
}

impl Walk {
    fn open(&mut self, tag: &BytesStart<'_>) {
        match tag.name().0 {
            "table:table" => {
                self.sheet = SheetText::default();
                self.row = 0;
            }
            "table:table-row" => {
                self.column = 0;
                self.rows = repeated(tag, "table:number-rows-repeated");
            }
            "table:table-cell" | "table:covered-table-cell" => {
                self.columns = repeated(tag, "table:number-columns-repeated");
                self.cell.clear();
                self.paragraphs = 0;
            }
            "text:p" => {
                if self.paragraphs > 0 && self.in_comment == 0 {
                    self.cell.push(' ');
                }
                self.paragraphs += 1;
                self.in_paragraph = true;
            }
            "text:s" | "text:tab" | "text:line-break" => self.text(" "),
            "office:annotation" => self.in_comment += 1,
            _ => {}
        }
    }

    /// Tells whether the list is found.
    fn close(&mut self, tag: &str) -> bool {
        match tag {
            "table:table" => return self.choice.offer(std::mem::take(&mut self.sheet)),
            "table:table-row" => self.row = self.row.saturating_add(self.rows),
            "table:table-cell" | "table:covered-table-cell" => {
                self.sheet.push(self.row, self.column, &self.cell);
                self.cell.clear();
                self.column = self.column.saturating_add(self.columns);
            }
            "text:p" => self.in_paragraph = false,
            "office:annotation" => {
                self.in_comment = self.in_comment.saturating_sub(1);
                self.paragraphs = 0;
            }
            _ => {}
        }
        false
    }

    fn text(&mut self, text: &str) {
        if self.in_paragraph && self.in_comment == 0 {
            self.cell.push_str(text);
        }
    }
}

fn repeated(tag: &BytesStart<'_>, name: &str) -> u32 {
    let attribute = tag.try_get_attribute(name).ok().flatten();
    attribute
        .and_then(|attribute| attribute.value.parse().ok())
        .unwrap_or(1)
}
