//! The strings of a BIFF8 workbook.
//!
//! A string is either all one-byte (Latin-1) or all two-byte (UTF-16) characters, and when it
//! goes on in the next record, that record says anew which of the two.

use domain::roster::MAX_CELL_CHARS;

use super::u16_at;

const WIDE: u8 = 0x01;
const EXTENDED: u8 = 0x04;
const RICH: u8 = 0x08;

/// Reads over the boundaries of continued records.
struct Cursor<'a> {
    parts: &'a [&'a [u8]],
    at: usize,
}

impl<'a> Cursor<'a> {
    /// What is left of the current record; moves on when it is used up.
    fn rest(&mut self) -> Option<&'a [u8]> {
        while let Some((first, others)) = self.parts.split_first() {
            if self.at < first.len() {
                return first.get(self.at..);
            }
            self.parts = others;
            self.at = 0;
        }
        None
    }

    fn byte(&mut self) -> Option<u8> {
        let byte = *self.rest()?.first()?;
        self.at += 1;
        Some(byte)
    }

    fn number(&mut self, bytes: u32) -> Option<u32> {
        (0..bytes).try_fold(0, |number, place| {
            Some(number | u32::from(self.byte()?) << (8 * place))
        })
    }

    fn skip(&mut self, mut bytes: usize) -> Option<()> {
        while bytes > 0 {
            let step = self.rest()?.len().min(bytes);
            self.at += step;
            bytes -= step;
        }
        Some(())
    }

    /// Characters of one string, over as many records as it takes.
    fn characters(&mut self, mut count: usize, mut wide: bool) -> Option<String> {
        let mut units = Vec::new();
        while count > 0 {
            let is_used_up = self.parts.first().is_none_or(|part| self.at >= part.len());
            if is_used_up {
                wide = self.byte()? & WIDE != 0;
            }
            let width = if wide { 2 } else { 1 };
            let rest = self.rest()?;
            let here = (rest.len() / width).min(count);
            if here == 0 {
                return None;
            }
            let kept = here.min((MAX_CELL_CHARS * 2).saturating_sub(units.len()));
            let unit = |bytes: &[u8]| {
                bytes
                    .iter()
                    .rev()
                    .fold(0, |unit: u16, byte| unit << 8 | u16::from(*byte))
            };
            units.extend(rest.chunks_exact(width).take(kept).map(unit));
            self.at += here * width;
            count -= here;
        }
        Some(String::from_utf16_lossy(&units))
    }

    /// One string of the table, its formatting left out.
    fn string(&mut self) -> Option<String> {
        let count = self.number(2)? as usize;
        let flags = self.byte()?;
        let runs = if flags & RICH != 0 {
            self.number(2)? as usize
        } else {
            0
        };
        let extension = if flags & EXTENDED != 0 {
            self.number(4)? as usize
        } else {
            0
        };
        let text = self.characters(count, flags & WIDE != 0)?;
        self.skip(runs * 4 + extension)?;
        Some(text)
    }
}

/// The table that most cells point into: a record with its continuations. What is cut off at the
/// end is left out.
pub(super) fn shared_strings(parts: &[&[u8]]) -> Vec<String> {
    let mut cursor = Cursor { parts, at: 0 };
    if cursor.skip(8).is_none() {
        return Vec::new();
    }
    std::iter::from_fn(|| cursor.string()).collect()
}

/// The string that a record holds itself.
pub(super) fn short_string(data: &[u8]) -> String {
    let (Some(count), Some(flags)) = (u16_at(data, 0), data.get(2)) else {
        return String::new();
    };
    let parts = [data.get(3..).unwrap_or_default()];
    let mut cursor = Cursor {
        parts: &parts,
        at: 0,
    };
    cursor
        .characters(usize::from(count), flags & WIDE != 0)
        .unwrap_or_default()
}
