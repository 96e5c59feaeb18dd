//! Where streams begin, told by the marks that every reader goes by.
//!
//! Texts, comments and dictionaries are followed, so that what stands in one of them is never taken
//! for the mark of a stream or of an object, and what is hidden there for a reader who is sent into
//! the middle of it is refused.

use super::{ScanError, is_regular};

/// What stands before a stream, and the stream from its first byte on.
pub(super) struct Before<'a> {
    /// Everything since the stream before.
    pub objects: &'a [u8],
    /// Its end, from the mark of the stream's own object on.
    pub dictionary: &'a [u8],
    /// Everything behind the mark of the stream.
    pub stream: &'a [u8],
}

/// The next stream in bytes that begin outside one; nothing when no other follows.
///
/// # Errors
/// [`ScanError::Opaque`] where readers may disagree on what is a stream or an object.
pub(super) fn next_stream(bytes: &[u8]) -> Result<Option<Before<'_>>, ScanError> {
    let (mut at, mut own, mut depth) = (0, 0, 0_u32);
    while let Some(first) = bytes.get(at) {
        let rest = &bytes[at..];
        let is_word = at == 0 || !is_regular(bytes[at - 1]) || bytes[at - 1].is_ascii_digit();
        at += match first {
            b'%' => comment(rest)?,
            b'(' => text(rest)?,
            b'/' => 1 + regular(&rest[1..]),
            b'<' | b'>' if rest.get(1) == Some(first) => {
                depth = if *first == b'<' {
                    depth.saturating_add(1)
                } else {
                    depth.saturating_sub(1)
                };
                2
            }
            b'<' => hexadecimal(rest)?,
            b'o' if is_word && rest.starts_with(b"obj") => {
                if depth > 0 {
                    return Err(ScanError::Opaque);
                }
                own = at + b"obj".len();
                b"obj".len()
            }
            b's' if is_word && rest.starts_with(b"stream") => {
                let stream = line_end(&rest[b"stream".len()..]).ok_or(ScanError::Opaque)?;
                return Ok(Some(Before {
                    objects: &bytes[..at],
                    dictionary: &bytes[own..at],
                    stream,
                }));
            }
            _ => 1,
        };
    }
    Ok(None)
}

/// What stands behind the end of a line that `bytes` begin with.
fn line_end(bytes: &[u8]) -> Option<&[u8]> {
    bytes
        .strip_prefix(b"\r\n")
        .or_else(|| bytes.strip_prefix(b"\n"))
        .or_else(|| bytes.strip_prefix(b"\r"))
}

/// The length of a comment with the end of its line.
fn comment(bytes: &[u8]) -> Result<usize, ScanError> {
    let end = bytes.iter().position(|byte| matches!(byte, b'\r' | b'\n'));
    let length = end.map_or(bytes.len(), |end| end + 1);
    without_marks(&bytes[..length])
}

/// The length of a text in parentheses.
fn text(bytes: &[u8]) -> Result<usize, ScanError> {
    let (mut at, mut depth) = (0, 0_u32);
    while let Some(byte) = bytes.get(at) {
        at += 1;
        match byte {
            b'\\' => at += 1,
            b'(' => depth += 1,
            b')' => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            return without_marks(&bytes[..at]);
        }
    }
    Err(ScanError::Opaque)
}

/// The length of a text in hexadecimal digits.
fn hexadecimal(bytes: &[u8]) -> Result<usize, ScanError> {
    let is_part = |byte: &u8| byte.is_ascii_hexdigit() || byte.is_ascii_whitespace() || *byte == 0;
    let length = bytes[1..].iter().take_while(|byte| is_part(byte)).count();
    match bytes.get(1 + length) {
        Some(b'>') => Ok(length + 2),
        _ => Err(ScanError::Opaque),
    }
}

fn regular(bytes: &[u8]) -> usize {
    bytes.iter().take_while(|byte| is_regular(**byte)).count()
}

/// The length of a comment or text in which nothing could be taken for a stream or an object.
fn without_marks(hidden: &[u8]) -> Result<usize, ScanError> {
    let mut ends = hidden.windows(b"stream".len() + 1);
    let is_end = |byte: u8| matches!(byte, b'\r' | b'\n');
    if ends.any(|word| word.starts_with(b"stream") && is_end(word[6])) || holds_an_object(hidden) {
        return Err(ScanError::Opaque);
    }
    Ok(hidden.len())
}

/// Most comments between the numbers of an object that are read before it counts as one.
const MOST_COMMENTS: usize = 8;

/// Whether something that a table of objects could lead to stands in these bytes: two numbers and
/// "obj", with any white space and comments between them (ISO 32000-2, 7.3.10).
pub(super) fn holds_an_object(data: &[u8]) -> bool {
    let mut places = data.windows(b"obj".len()).enumerate();
    places.any(|(at, word)| {
        word == b"obj" && {
            let (before, _) = before_gap(&data[..at]);
            let number = before_number(before);
            let (earlier, is_apart) = before_gap(number);
            number.len() < before.len()
                && is_apart
                && earlier.last().is_some_and(u8::is_ascii_digit)
        }
    })
}

fn before_number(bytes: &[u8]) -> &[u8] {
    let digits = bytes.iter().rev().take_while(|byte| byte.is_ascii_digit());
    &bytes[..bytes.len() - digits.count()]
}

/// What stands before white space and comments at the end of `bytes`, and whether there are any.
fn before_gap(bytes: &[u8]) -> (&[u8], bool) {
    let mut rest = bytes;
    for _ in 0..MOST_COMMENTS {
        let is_blank = |byte: &&u8| matches!(**byte, 0 | b'\t' | b'\n' | 0x0c | b'\r' | b' ');
        let blanks = rest.iter().rev().take_while(is_blank).count();
        let (before, blank) = rest.split_at(rest.len() - blanks);
        rest = before;
        if !blank.iter().any(|byte| matches!(byte, b'\r' | b'\n')) {
            break;
        }
        let line = before.iter().rev();
        let line = line
            .take_while(|byte| !matches!(byte, b'\r' | b'\n'))
            .count();
        let begins = before.len() - line;
        match before[begins..].iter().position(|byte| *byte == b'%') {
            Some(comment) => rest = &before[..begins + comment],
            None => break,
        }
    }
    (rest, rest.len() < bytes.len())
}
