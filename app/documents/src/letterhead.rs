//! What stands above a document: the programme, its reference, and who funds it.

use crate::paper::{Align, Drawing, MM, Paper, Part, Spot, Style};

/// The emblem's width. Its height is then 12 mm; the Commission asks for 1 cm at least.
const EMBLEM: f32 = 18.0 * MM;
/// The code's width, quiet border included: a telephone reads it from a hand's distance.
const CODE: f32 = 24.0 * MM;
/// Between the parts.
const SPACE: f32 = 4.0 * MM;
/// Between the letterhead and the document.
const BELOW: f32 = 7.0 * MM;
/// The most characters of a text here. A longer one would push the document off its first page.
const LONGEST: usize = 400;

/// What stands above a document.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Letterhead {
    /// The programme's name.
    pub programme: String,
    /// Its reference: the project number.
    pub reference: String,
    /// The sentence that its funder asks for.
    pub funding: String,
    /// What the emblem of the European Union is in words; it is shown when there are such words.
    pub emblem: String,
    /// An address to open with a telephone, and what that is in words.
    pub code: Option<(String, String)>,
}

impl Letterhead {
    /// Writes it at the top of the page; what follows begins below it.
    pub(crate) fn write(&self, paper: &mut Paper) {
        let frame = paper.frame();
        let top = paper.pen();
        let (mut left, mut right, mut bottom) = (frame.left, frame.right(), top);
        if !self.emblem.trim().is_empty() {
            let spot = Spot {
                left,
                top,
                width: EMBLEM,
            };
            bottom = paper.picture(&Drawing::european_emblem(), &self.emblem, spot);
            left += EMBLEM + SPACE;
        }
        let code = self
            .code
            .as_ref()
            .and_then(|(address, words)| Some((Drawing::qr(address)?, words)));
        if code.is_some() {
            right -= CODE + SPACE;
        }
        let mut pen = top;
        for (text, style) in [
            (&self.programme, Style::STRONG),
            (&self.reference, Style::LABEL),
            (&self.funding, Style::SMALL),
        ] {
            let spot = Spot {
                left,
                top: pen,
                width: right - left,
            };
            pen = paper.put(
                Part::Paragraph,
                &shortened(text),
                &style,
                Align::Start,
                spot,
            );
        }
        bottom = bottom.max(pen);
        if let Some((drawing, words)) = code {
            let spot = Spot {
                left: frame.right() - CODE,
                top: top - SPACE / 2.0,
                width: CODE,
            };
            bottom = bottom.max(paper.picture(&drawing, words, spot));
        }
        paper.move_to(if bottom > top { bottom + BELOW } else { top });
    }
}

fn shortened(text: &str) -> String {
    match text.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("{}…", text.get(..end).unwrap_or_default()),
        None => text.to_owned(),
    }
}
