//! Pictures, judged by their headers: nothing is decoded.

use super::{ScanError, find, markup, pdf};

pub(super) const JPEG: &[u8] = b"\xff\xd8\xff";
pub(super) const PNG: &[u8] = b"\x89PNG\r\n\x1a\n";

/// Longest side. A poster at 600 dots per inch has less.
const LONGEST_SIDE: u32 = 30_000;
/// Most pixels. The largest telephone cameras give 200 million.
const MOST_PIXELS: u64 = 250_000_000;

fn check_dimensions(width: u32, height: u32) -> Result<(), ScanError> {
    let sane = |side: u32| (1..=LONGEST_SIDE).contains(&side);
    let pixels = u64::from(width) * u64::from(height);
    if sane(width) && sane(height) && pixels <= MOST_PIXELS {
        Ok(())
    } else {
        Err(ScanError::Dimensions)
    }
}

/// Checks a PNG: its header, and its chunks one after the other until the last, behind which
/// nothing stands (ISO/IEC 15948).
pub(super) fn check_png(bytes: &[u8]) -> Result<(), ScanError> {
    let mut rest = &bytes[PNG.len()..];
    let mut is_first = true;
    loop {
        let (head, body) = rest.split_at_checked(8).ok_or(ScanError::Damaged)?;
        let length = usize::try_from(be_u32(head)).map_err(|_| ScanError::Damaged)?;
        let kind = &head[4..];
        let data = body.get(..length).ok_or(ScanError::Damaged)?;
        rest = body.get(length + 4..).ok_or(ScanError::Damaged)?;
        if is_first != (kind == b"IHDR") {
            return Err(ScanError::Damaged);
        }
        if is_first {
            let sides = data.split_at_checked(8).filter(|_| length == 13);
            let (sides, _) = sides.ok_or(ScanError::Damaged)?;
            check_dimensions(be_u32(sides), be_u32(&sides[4..]))?;
            is_first = false;
        }
        if kind == b"IEND" {
            break;
        }
    }
    if rest.is_empty() {
        check_alone(bytes)
    } else {
        Err(ScanError::TwoInOne)
    }
}

/// Checks a JPEG: its segments up to the first line of the picture, of which one says its
/// dimensions, and its end. Telephones put a second picture behind the first; a page or a
/// document must not be there.
pub(super) fn check_jpeg(bytes: &[u8]) -> Result<(), ScanError> {
    let mut rest = &bytes[2..];
    let mut has_dimensions = false;
    loop {
        let (mark, body) = rest.split_at_checked(2).ok_or(ScanError::Damaged)?;
        if mark[0] != 0xff {
            return Err(ScanError::Damaged);
        }
        let kind = mark[1];
        // Fill bytes, and marks without a segment.
        if matches!(kind, 0xff | 0x01 | 0xd0..=0xd7) {
            rest = &rest[if kind == 0xff { 1 } else { 2 }..];
            continue;
        }
        let length = body.split_at_checked(2).ok_or(ScanError::Damaged)?.0;
        let length = usize::from(u16::from_be_bytes([length[0], length[1]]));
        let segment = body.get(2..length).ok_or(ScanError::Damaged)?;
        if is_frame(kind) {
            let sides = segment.get(1..5).ok_or(ScanError::Damaged)?;
            let side = |at: usize| u32::from(u16::from_be_bytes([sides[at], sides[at + 1]]));
            check_dimensions(side(2), side(0))?;
            has_dimensions = true;
        }
        rest = &body[length..];
        // The picture itself follows.
        if kind == 0xda {
            break;
        }
    }
    if !has_dimensions || find(rest, b"\xff\xd9").is_none() {
        return Err(ScanError::Damaged);
    }
    check_alone(bytes)
}

/// Neither a page nor a document stands anywhere in a picture, as in a comment.
fn check_alone(bytes: &[u8]) -> Result<(), ScanError> {
    if markup::holds_markup(bytes) || find(bytes, pdf::SIGNATURE).is_some() {
        return Err(ScanError::TwoInOne);
    }
    Ok(())
}

/// Start of frame: 0xC0 to 0xCF without the tables that share the range (ITU-T T.81, table B.1).
fn is_frame(kind: u8) -> bool {
    matches!(kind, 0xc0..=0xcf) && !matches!(kind, 0xc4 | 0xc8 | 0xcc)
}

fn be_u32(bytes: &[u8]) -> u32 {
    let mut number = 0;
    for byte in &bytes[..4] {
        number = number << 8 | u32::from(*byte);
    }
    number
}

/// GIF, WebP, TIFF, BMP, HEIC, AVIF: pictures that not everybody can open in ten years.
pub(super) fn is_of_another_kind(bytes: &[u8]) -> bool {
    let begins = [
        b"GIF8".as_slice(),
        b"II*\0",
        b"MM\0*",
        b"BM",
        b"\0\0\0\x0cJXL ",
        b"\0\0\0\x0cjP  ",
    ]
    .iter()
    .any(|mark| bytes.starts_with(mark));
    let container = bytes.get(4..).is_some_and(|kind| {
        [
            b"ftypheic".as_slice(),
            b"ftypheix",
            b"ftypmif1",
            b"ftypavif",
        ]
        .iter()
        .any(|mark| kind.starts_with(mark))
    });
    let webp = bytes.starts_with(b"RIFF") && bytes.get(8..12) == Some(b"WEBP");
    begins || container || webp
}
