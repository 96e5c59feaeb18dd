//! Markup that a browser might run, should it ever take a file for a page.

/// How markup that could run begins, in lower case.
const TAGS: [&[u8]; 8] = [
    b"<!doctype html",
    b"<html",
    b"<head>",
    b"<body",
    b"<script",
    b"<iframe",
    b"<svg",
    b"<?php",
];

/// Whether any markup that could run stands in `bytes`. In compressed data this happens by chance
/// once in several hundred thousand files of the largest size.
pub(super) fn holds_markup(bytes: &[u8]) -> bool {
    let mut rest = bytes;
    while let Some(at) = rest.iter().position(|byte| *byte == b'<') {
        rest = &rest[at..];
        let starts = |tag: &&[u8]| {
            rest.get(..tag.len())
                .is_some_and(|here| here.eq_ignore_ascii_case(tag))
        };
        if TAGS.iter().any(starts) {
            return true;
        }
        rest = &rest[1..];
    }
    false
}

/// Whether a file is written in tags from its first letter on.
pub(super) fn is_markup(beginning: &[u8]) -> bool {
    let text = beginning.strip_prefix(b"\xef\xbb\xbf").unwrap_or(beginning);
    text.trim_ascii_start().first() == Some(&b'<') || holds_markup(beginning)
}
