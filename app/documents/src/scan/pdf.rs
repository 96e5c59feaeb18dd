//! PDF documents: nothing active, nothing encrypted, nothing besides.
//!
//! A reader follows the table of objects; whoever hides something chooses what that table says.
//! So every byte outside streams is searched for the names of what is active, whether it looks
//! like an object, a text or a comment. Streams are searched, packed and unpacked, where their
//! dictionary names what a stream with objects needs.

use std::io::Read;

use flate2::read::ZlibDecoder;

use super::{ScanError, find, markup};

pub(super) const SIGNATURE: &[u8] = b"%PDF-";
const END: &[u8] = b"%%EOF";

/// Most bytes that all streams with objects may unpack to. The objects of a scan of a hundred
/// pages need a thousandth of it.
const MAX_UNPACKED_BYTES: u64 = 32 * 1024 * 1024;

/// Names of what does something, or carries other files (ISO 32000-2, 7.11.4, 12.6, 12.7.8, 13).
const ACTIVE: [&[u8]; 16] = [
    b"JavaScript",
    b"JS",
    b"Launch",
    b"EmbeddedFile",
    b"EmbeddedFiles",
    b"Filespec",
    b"AA",
    b"RichMedia",
    b"XFA",
    b"SubmitForm",
    b"ImportData",
    b"GoToE",
    b"Rendition",
    b"Movie",
    b"Sound",
    b"3D",
];

/// What every stream with objects names in its dictionary (ISO 32000-2, table 16).
const WITH_OBJECTS: [&[u8]; 2] = [b"N", b"First"];

/// Filters and predictors that are not undone here; nothing but an attack puts them around objects.
const OTHER_FILTERS: [&[u8]; 9] = [
    b"LZWDecode",
    b"LZW",
    b"ASCII85Decode",
    b"A85",
    b"ASCIIHexDecode",
    b"AHx",
    b"RunLengthDecode",
    b"RL",
    b"Predictor",
];

/// Checks a file that begins like a PDF.
pub(super) fn check(bytes: &[u8]) -> Result<(), ScanError> {
    check_end(bytes)?;
    let mut left = MAX_UNPACKED_BYTES;
    let mut rest = bytes;
    loop {
        let Some((objects, stream)) = split_at_stream(rest) else {
            return check_objects(rest);
        };
        check_objects(objects)?;
        // Where the stream's own dictionary begins is for whoever hides something to say: all that
        // stands between two streams is taken for it.
        if WITH_OBJECTS.iter().all(|name| holds_any(objects, &[*name])) {
            check_packed_objects(objects, stream, &mut left)?;
        }
        let Some(end) = find(stream, b"endstream") else {
            return Err(ScanError::Damaged);
        };
        let (data, after) = stream.split_at(end);
        // Objects behind a false "stream", as a comment may hold one.
        if holds_an_object(data) {
            check_objects(data)?;
        }
        rest = &after[b"endstream".len()..];
    }
}

/// Behind the last end mark stands nothing but the end of a line or of a disk's block.
fn check_end(bytes: &[u8]) -> Result<(), ScanError> {
    let last = bytes.windows(END.len()).rposition(|window| window == END);
    let tail = &bytes[last.ok_or(ScanError::Damaged)? + END.len()..];
    let is_blank = |byte: &u8| byte.is_ascii_whitespace() || *byte == 0;
    if tail.iter().all(is_blank) {
        Ok(())
    } else {
        Err(ScanError::TwoInOne)
    }
}

/// What stands before the next stream, and everything from its first byte on.
fn split_at_stream(bytes: &[u8]) -> Option<(&[u8], &[u8])> {
    let mut from = 0;
    loop {
        let at = from + find(&bytes[from..], b"stream")?;
        let behind = &bytes[at + b"stream".len()..];
        let begins = behind
            .strip_prefix(b"\r\n")
            .or_else(|| behind.strip_prefix(b"\n"))
            .or_else(|| behind.strip_prefix(b"\r"));
        match begins {
            Some(stream) if !bytes[..at].ends_with(b"end") => return Some((&bytes[..at], stream)),
            _ => from = at + b"stream".len(),
        }
    }
}

/// Whether something that a table of objects could lead to stands in the bytes of a stream.
fn holds_an_object(data: &[u8]) -> bool {
    let mut rest = data;
    while let Some(at) = find(rest, b" obj") {
        let before = rest[..at].last();
        if before.is_some_and(u8::is_ascii_digit) {
            return true;
        }
        rest = &rest[at + 4..];
    }
    false
}

/// Checks the objects in a stream, which begins `stream` and ends somewhere in it.
fn check_packed_objects(dictionary: &[u8], stream: &[u8], left: &mut u64) -> Result<(), ScanError> {
    if holds_any(dictionary, &OTHER_FILTERS) {
        return Err(ScanError::Opaque);
    }
    // Packed bytes say themselves where they end: "endstream" may stand inside them.
    let mut unpacked = Vec::new();
    // What could be unpacked before an error is what a lenient reader sees.
    let _ = ZlibDecoder::new(stream)
        .take(*left)
        .read_to_end(&mut unpacked);
    *left = left.saturating_sub(u64::try_from(unpacked.len()).unwrap_or(u64::MAX));
    if *left == 0 {
        return Err(ScanError::Opaque);
    }
    let end = find(stream, b"endstream").ok_or(ScanError::Damaged)?;
    check_objects(&unpacked)?;
    check_objects(&stream[..end])
}

fn check_objects(objects: &[u8]) -> Result<(), ScanError> {
    if markup::holds_markup(objects) {
        return Err(ScanError::TwoInOne);
    }
    for (name, behind) in names(objects) {
        if name == b"Encrypt" {
            return Err(ScanError::Encrypted);
        }
        if ACTIVE.contains(&name.as_slice()) {
            return Err(ScanError::Active);
        }
        // A place to open the document at is no action: office programs write one.
        if name == b"OpenAction" && behind.trim_ascii_start().first() != Some(&b'[') {
            return Err(ScanError::Active);
        }
    }
    Ok(())
}

fn holds_any(dictionary: &[u8], wanted: &[&[u8]]) -> bool {
    names(dictionary).any(|(name, _)| wanted.contains(&name.as_slice()))
}

/// Every name (`/Like#20this`) in the bytes with its escapes undone, and what stands behind it.
fn names(bytes: &[u8]) -> impl Iterator<Item = (Vec<u8>, &[u8])> {
    let mut rest = bytes;
    std::iter::from_fn(move || {
        let at = rest.iter().position(|byte| *byte == b'/')?;
        let begin = &rest[at + 1..];
        let length = begin
            .iter()
            .position(|byte| !is_regular(*byte))
            .unwrap_or(begin.len());
        let (name, behind) = begin.split_at(length);
        rest = behind;
        Some((unescaped(name), behind))
    })
}

/// Neither white space nor a delimiter (ISO 32000-2, 7.2.3).
fn is_regular(byte: u8) -> bool {
    !matches!(
        byte,
        0 | b'\t'
            | b'\n'
            | 0x0c
            | b'\r'
            | b' '
            | b'('
            | b')'
            | b'<'
            | b'>'
            | b'['
            | b']'
            | b'{'
            | b'}'
            | b'/'
            | b'%'
    )
}

fn unescaped(name: &[u8]) -> Vec<u8> {
    let digit = |byte: &u8| {
        char::from(*byte)
            .to_digit(16)
            .and_then(|digit| u8::try_from(digit).ok())
    };
    let mut plain = Vec::with_capacity(name.len());
    let mut rest = name;
    while let [first, behind @ ..] = rest {
        let escaped = match behind {
            [high, low, ..] if *first == b'#' => digit(high).zip(digit(low)),
            _ => None,
        };
        match escaped {
            Some((high, low)) => {
                plain.push(high << 4 | low);
                rest = &behind[2..];
            }
            None => {
                plain.push(*first);
                rest = behind;
            }
        }
    }
    plain
}
