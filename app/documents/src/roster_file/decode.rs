//! Plain text and CSV in the encodings that the region's spreadsheets write.

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{
    Encoding, IBM866, ISO_8859_2, ISO_8859_5, KOI8_U, UTF_16BE, UTF_16LE, WINDOWS_1250,
    WINDOWS_1251,
};

use domain::roster::MAX_TEXT_BYTES;

use super::{FileKind, RosterFileError};

/// The text of a file. A file that calls itself text is believed to be a list with a few broken
/// characters, where another one would be taken for something else.
pub(super) fn read(bytes: &[u8], named_like_text: bool) -> Result<String, RosterFileError> {
    let text = decode(bytes);
    let controls = text
        .chars()
        .filter(|c| c.is_control() && !c.is_whitespace())
        .count();
    let most = if named_like_text {
        text.len() / 20
    } else {
        text.len() / 200
    };
    if controls > most {
        return Err(RosterFileError::NotAList(FileKind::Unknown));
    }
    if text.len() > MAX_TEXT_BYTES {
        return Err(RosterFileError::TooMuchText);
    }
    if text.trim().is_empty() {
        return Err(RosterFileError::Empty);
    }
    Ok(text)
}

fn decode(bytes: &[u8]) -> String {
    if let Some((encoding, mark)) = Encoding::for_bom(bytes) {
        let (text, _) = encoding.decode_without_bom_handling(&bytes[mark..]);
        return text.into_owned();
    }
    let encoding = match utf_16_without_mark(bytes) {
        Some(encoding) => encoding,
        None => match std::str::from_utf8(bytes) {
            Ok(text) => return text.to_owned(),
            Err(_) => one_byte_encoding(bytes),
        },
    };
    encoding.decode_without_bom_handling(bytes).0.into_owned()
}

/// Addresses are ASCII, so in UTF-16 about every second byte is zero, always on the same side.
fn utf_16_without_mark(bytes: &[u8]) -> Option<&'static Encoding> {
    let start = &bytes[..bytes.len().min(4_096)];
    let zeros = |side: usize| {
        start
            .iter()
            .skip(side)
            .step_by(2)
            .filter(|byte| **byte == 0)
            .count()
    };
    let (even, odd) = (zeros(0), zeros(1));
    let many = start.len() / 8;
    if odd > many && even * 10 < odd {
        Some(UTF_16LE)
    } else if even > many && odd * 10 < even {
        Some(UTF_16BE)
    } else {
        None
    }
}

/// Windows-1250 unless the bytes are Cyrillic or Unix Latin-2. It shares ç, ë, š and ž with the
/// Western encoding, so that Albanian names come right as well.
fn one_byte_encoding(bytes: &[u8]) -> &'static Encoding {
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(bytes, true);
    // Bosnia and Herzegovina is the country whose files may be in either script.
    let guess = detector.guess(Some(b"ba"), Utf8Detection::Deny);
    let possible = [WINDOWS_1251, ISO_8859_2, ISO_8859_5, KOI8_U, IBM866];
    if possible.contains(&guess) {
        guess
    } else {
        WINDOWS_1250
    }
}
