//! Looking into streams with bounded work.

use flate2::{Decompress, FlushDecompress, Status};

use super::ScanError;

/// Most bytes that all streams with objects may unpack to. The objects of a scan of a hundred
/// pages need a thousandth of it.
const MAX_UNPACKED_BYTES: usize = 32 * 1024 * 1024;
/// Most bytes that are read and written to unpack, whatever for: a second or two.
const MAX_WORK: usize = 512 * 1024 * 1024;
/// What beginning to unpack costs, in bytes of work: its memory is cleared.
const BEGINNING: usize = 4096;
/// Bytes that are unpacked at a time.
const PIECE: usize = 16 * 1024;

/// What may still be done to look into the streams of a file.
pub(super) struct Budget {
    unpacked: usize,
    work: usize,
}

impl Budget {
    pub(super) fn whole() -> Self {
        Self {
            unpacked: MAX_UNPACKED_BYTES,
            work: MAX_WORK,
        }
    }

    fn work(&mut self, bytes: usize) -> Result<(), ScanError> {
        self.work = self.work.checked_sub(bytes).ok_or(ScanError::Opaque)?;
        Ok(())
    }

    fn keep(&mut self, bytes: usize) -> Result<(), ScanError> {
        self.unpacked = self.unpacked.checked_sub(bytes).ok_or(ScanError::Opaque)?;
        Ok(())
    }
}

/// Whether bytes begin as the objects of a stream do: with a number, behind any white space and
/// comments (ISO 32000-2, 7.5.7). `None` when they are nothing but white space.
pub(super) fn begins_with_objects(bytes: &[u8]) -> Option<bool> {
    let is_blank = |byte: &u8| matches!(byte, 0 | b'\t' | b'\n' | 0x0c | b'\r' | b' ');
    let first = bytes.iter().find(|byte| !is_blank(byte))?;
    Some(matches!(first, b'%' | b'0'..=b'9' | b'+' | b'-' | b'.'))
}

/// What a stream unpacks to, without white space before it, where that begins with objects or
/// `anyway`; nothing where it is not packed, or something else. What could be unpacked before an
/// error is answered too, for lenient readers see it.
///
/// # Errors
/// [`ScanError::Opaque`] when the budget is spent.
pub(super) fn objects(
    stream: &[u8],
    anyway: bool,
    budget: &mut Budget,
) -> Result<Vec<u8>, ScanError> {
    let mut unpacked = Vec::new();
    if !is_packed(stream) {
        return Ok(unpacked);
    }
    budget.work(BEGINNING)?;
    let mut inflate = Decompress::new(true);
    let mut rest = stream;
    let mut piece = [0; PIECE];
    loop {
        let (read, written) = (inflate.total_in(), inflate.total_out());
        let result = inflate.decompress(rest, &mut piece, FlushDecompress::None);
        let count = |now: u64, before: u64| usize::try_from(now - before).unwrap_or(usize::MAX);
        let read = count(inflate.total_in(), read);
        let written = count(inflate.total_out(), written);
        budget.work(read.saturating_add(written))?;
        rest = rest.get(read..).unwrap_or_default();
        let new = piece.get(..written).unwrap_or_default();
        if unpacked.is_empty() && !anyway && begins_with_objects(new) == Some(false) {
            return Ok(unpacked);
        }
        // White space before the first object is no part of it.
        if !unpacked.is_empty() || begins_with_objects(new).is_some() {
            budget.keep(new.len())?;
            unpacked.extend_from_slice(new);
        }
        let goes_on = matches!(result, Ok(Status::Ok)) && read + written > 0;
        if !goes_on {
            return Ok(unpacked);
        }
    }
}

/// How packed bytes begin (RFC 1950, 2.2).
fn is_packed(stream: &[u8]) -> bool {
    let [method, flags, ..] = stream else {
        return false;
    };
    method & 0x0f == 8 && (u16::from(*method) << 8 | u16::from(*flags)).is_multiple_of(31)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn packed_bytes_that_unpack_to_nothing_cost_work_too() {
        let mut stream = b"\x78\x01".to_vec();
        stream.extend(b"\0\0\0\xff\xff".repeat(1000));
        let mut budget = Budget {
            unpacked: 100,
            work: 3 * BEGINNING,
        };
        let first = objects(&stream, false, &mut budget);
        assert_eq!(first, Ok(Vec::new()));
        assert_eq!(objects(&stream, false, &mut budget), Err(ScanError::Opaque));
    }
}
