//! PDF documents: nothing active, nothing encrypted, nothing besides.
//!
//! A reader follows the table of objects; whoever hides something chooses what that table says.
//! So every byte outside streams is searched for the names of what is active, whether it looks
//! like an object, a text or a comment. Streams are searched, packed and unpacked, where they begin
//! like one with objects, or what stands before them names what such a stream needs.

mod packed;
mod tokens;

use packed::{Budget, begins_with_objects};
use tokens::{Before, holds_an_object, next_stream};

use super::{ScanError, find, markup};

pub(super) const SIGNATURE: &[u8] = b"%PDF-";
const END: &[u8] = b"%%EOF";

/// Names of what does something, or carries other files (ISO 32000-2, 7.11.4, 8.10, 12.5, 12.6, 12.7.8, 13).
const ACTIVE: [&[u8]; 20] = [
    b"JavaScript",
    b"JS",
    b"Launch",
    b"EmbeddedFile",
    b"EmbeddedFiles",
    b"Filespec",
    b"EF",
    b"FileAttachment",
    b"AA",
    b"RichMedia",
    b"XFA",
    b"SubmitForm",
    b"ImportData",
    b"GoToE",
    b"GoToR",
    b"PS",
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
    let mut budget = Budget::whole();
    let mut rest = bytes;
    loop {
        let Some(before) = next_stream(rest)? else {
            return check_objects(rest);
        };
        check_objects(before.objects)?;
        let Some(end) = find(before.stream, b"endstream") else {
            return Err(ScanError::Damaged);
        };
        let (data, after) = before.stream.split_at(end);
        check_stream(&before, data, &mut budget)?;
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

/// Checks what a stream holds, packed and unpacked, where that may be objects. Packed bytes say
/// themselves where they end: "endstream" may stand inside them.
fn check_stream(before: &Before, data: &[u8], budget: &mut Budget) -> Result<(), ScanError> {
    let needs = |place: &[u8]| WITH_OBJECTS.iter().all(|name| holds_any(place, &[*name]));
    let may_hold_objects = needs(before.objects);
    if may_hold_objects && holds_any(before.objects, &OTHER_FILTERS) {
        return Err(ScanError::Opaque);
    }
    let unpacked = packed::objects(before.stream, may_hold_objects, budget)?;
    let has_objects = begins_with_objects(data) == Some(true);
    check_objects(&unpacked)?;
    if may_hold_objects || has_objects {
        check_objects(data)?;
    }
    // Objects that cannot be seen: packed twice, or in a way that another object tells.
    let is_seen = has_objects || begins_with_objects(&unpacked) == Some(true);
    if needs(before.dictionary) && !is_seen {
        return Err(ScanError::Opaque);
    }
    Ok(())
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
