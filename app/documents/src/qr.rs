//! QR codes: what is dark, and that as SVG.

use std::fmt::Write;

use qrcode::{Color, EcLevel, QrCode};

/// The quiet border that readers need, in modules (ISO/IEC 18004 §9.1).
const BORDER: usize = 4;

/// The modules of a QR code, border included.
pub(crate) struct Modules {
    /// How many modules a side has.
    pub(crate) side: usize,
    dark: Vec<bool>,
}

impl Modules {
    /// A text as a QR code. `None` when the text is longer than a code holds.
    pub(crate) fn of(text: &str) -> Option<Self> {
        let code = QrCode::with_error_correction_level(text, EcLevel::M).ok()?;
        let width = code.width();
        let side = width + 2 * BORDER;
        let mut dark = vec![false; side * side];
        for (place, color) in code.to_colors().into_iter().enumerate() {
            let (x, y) = (place % width + BORDER, place / width + BORDER);
            if let Some(module) = dark.get_mut(y * side + x) {
                *module = color == Color::Dark;
            }
        }
        Some(Self { side, dark })
    }

    /// The dark modules that stand side by side: column, line, and how many.
    pub(crate) fn bars(&self) -> impl Iterator<Item = (usize, usize, usize)> {
        self.dark
            .chunks(self.side)
            .enumerate()
            .flat_map(|(y, line)| {
                let mut x = 0;
                line.chunk_by(|one, next| one == next)
                    .filter_map(move |bar| {
                        let start = x;
                        x += bar.len();
                        bar.first()?.then_some((start, y, bar.len()))
                    })
            })
    }
}

/// A text as a QR code: an SVG of class `qr` in black on nothing, without a size of its own.
/// `None` when the text is longer than a QR code holds.
#[must_use]
pub fn qr(text: &str) -> Option<String> {
    let modules = Modules::of(text)?;
    let mut path = String::new();
    for (x, y, length) in modules.bars() {
        // Writing to a String never fails.
        let _ = write!(path, "M{x} {y}h{length}v1h-{length}z");
    }
    let side = modules.side;
    Some(format!(
        "<svg class=\"qr\" viewBox=\"0 0 {side} {side}\" shape-rendering=\"crispEdges\" \
         aria-hidden=\"true\"><path d=\"{path}\"/></svg>"
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_becomes_a_square_with_a_quiet_border() {
        let svg = qr("https://kaskada.example.org/join/KQ7F-2M9X").expect("a code");
        assert!(
            svg.starts_with("<svg class=\"qr\" viewBox=\"0 0 37 37\""),
            "{}",
            &svg[..60]
        );
        // The corner marks begin right behind the border.
        assert!(svg.contains("M4 4h7v1h-7z") && !svg.contains("M3 "));
    }

    #[test]
    fn a_text_that_no_code_holds_is_refused() {
        assert_eq!(qr(&"x".repeat(5000)), None);
    }
}
