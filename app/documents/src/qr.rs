//! QR codes, as SVG.

use std::fmt::Write;

use qrcode::{Color, EcLevel, QrCode};

/// The quiet border that readers need, in modules (ISO/IEC 18004 §9.1).
const BORDER: usize = 4;

/// A text as a QR code: an SVG of class `qr` in black on nothing, without a size of its own.
/// `None` when the text is longer than a QR code holds.
#[must_use]
pub fn qr(text: &str) -> Option<String> {
    let code = QrCode::with_error_correction_level(text, EcLevel::M).ok()?;
    let width = code.width();
    let side = width + 2 * BORDER;
    let mut path = String::new();
    for (place, color) in code.to_colors().into_iter().enumerate() {
        if color == Color::Dark {
            let (x, y) = (place % width + BORDER, place / width + BORDER);
            // Writing to a String never fails.
            let _ = write!(path, "M{x} {y}h1v1h-1z");
        }
    }
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
        assert!(svg.contains("M4 4h1v1h-1z") && !svg.contains("M3 "));
    }

    #[test]
    fn a_text_that_no_code_holds_is_refused() {
        assert_eq!(qr(&"x".repeat(5000)), None);
    }
}
