use std::io::Write;

use flate2::Compression;
use flate2::write::ZlibEncoder;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use super::{MAX_BYTES, MediaType, Posing, ScanError, check};

/// A document with these objects.
fn pdf(objects: &str) -> Vec<u8> {
    format!("%PDF-1.7\n%\u{e2}\u{e3}\n{objects}\ntrailer << /Root 1 0 R >>\nstartxref\n9\n%%EOF\n")
        .into_bytes()
}

/// A document with a stream of this dictionary and these bytes.
fn pdf_with_stream(dictionary: &str, data: &[u8]) -> Vec<u8> {
    let mut bytes = format!("%PDF-1.7\n2 0 obj <<{dictionary}>>\nstream\r\n").into_bytes();
    bytes.extend(data);
    bytes.extend(b"\nendstream endobj\nstartxref\n9\n%%EOF");
    bytes
}

fn packed(text: &str, level: Compression) -> Vec<u8> {
    let mut encoder = ZlibEncoder::new(Vec::new(), level);
    encoder.write_all(text.as_bytes()).expect("memory");
    encoder.finish().expect("memory")
}

fn zip(names: &[&str]) -> Vec<u8> {
    let mut writer = ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for name in names {
        writer
            .start_file(*name, SimpleFileOptions::default())
            .expect("a file");
        writer.write_all(b"something").expect("memory");
    }
    writer.finish().expect("a zip").into_inner()
}

fn png(width: u32, height: u32) -> Vec<u8> {
    let mut bytes = b"\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR".to_vec();
    bytes.extend(width.to_be_bytes());
    bytes.extend(height.to_be_bytes());
    bytes.extend(b"\x08\x02\0\0\0CRC!\0\0\0\x04IDATdataCRC!\0\0\0\0IENDCRC!");
    bytes
}

fn jpeg(width: u16, height: u16) -> Vec<u8> {
    let mut bytes = b"\xff\xd8\xff\xe0\0\x04JF\xff\xc0\0\x0b\x08".to_vec();
    bytes.extend(height.to_be_bytes());
    bytes.extend(width.to_be_bytes());
    bytes.extend(b"\x01\x01\x11\0\xff\xda\0\x03\x01picture\xff\xd9");
    bytes
}

fn png_with_a_comment(comment: &[u8]) -> Vec<u8> {
    let mut bytes = png(10, 10);
    let end = bytes.split_off(bytes.len() - 12);
    bytes.extend(u32::try_from(comment.len()).expect("short").to_be_bytes());
    bytes.extend(b"tEXt");
    bytes.extend(comment);
    bytes.extend(b"CRC!");
    with_tail(bytes, &end)
}

/// A zip whose last record leaves the place of its directory to the records of Zip64 before it.
fn large_zip() -> Vec<u8> {
    let mut bytes = zip(&["run.exe"]);
    let end = bytes.len() - 22;
    bytes[end + 12..end + 20].fill(0xff);
    let end = bytes.split_off(end);
    bytes.extend(b"PK\x06\x06");
    bytes.extend([0; 52]);
    bytes.extend(b"PK\x06\x07");
    bytes.extend([0; 16]);
    with_tail(bytes, &end)
}

fn with_tail(mut bytes: Vec<u8>, tail: &[u8]) -> Vec<u8> {
    bytes.extend(tail);
    bytes
}

#[test]
fn the_content_says_what_a_file_is() {
    let document = pdf("1 0 obj << /Type /Catalog /OpenAction [3 0 R /XYZ null null 0] >> endobj");
    assert_eq!(check(&document), Ok(MediaType::Pdf));
    assert_eq!(check(&jpeg(4000, 3000)), Ok(MediaType::Jpeg));
    assert_eq!(check(&png(2480, 3508)), Ok(MediaType::Png));
}

#[test]
fn whatever_poses_as_a_scan_is_called_what_it_is() {
    let cases: [(&[u8], Posing); 10] = [
        (&zip(&["scan.pdf"]), Posing::Archive),
        (&zip(&["word/document.xml"]), Posing::Office),
        (&zip(&["mimetype", "content.xml"]), Posing::Office),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 old", Posing::Office),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", Posing::Markup),
        (b"\xef\xbb\xbf \n<!DOCTYPE html><p>", Posing::Markup),
        (b"hello <script>alert(1)</script>", Posing::Markup),
        (b"GIF89a...", Posing::Picture),
        (b"\0\0\0\x18ftypheic....", Posing::Picture),
        (b"MZ\x90\0", Posing::Unknown),
    ];
    for (bytes, posing) in cases {
        assert_eq!(check(bytes), Err(ScanError::NotAScan(posing)), "{posing:?}");
    }
    assert_eq!(check(b""), Err(ScanError::Empty));
}

#[test]
fn a_scan_of_25_mb_is_too_large() {
    let mut bytes = pdf("");
    bytes.resize(25 * 1024 * 1024, b' ');
    assert_eq!(check(&bytes), Err(ScanError::TooLarge));
    bytes.truncate(MAX_BYTES);
    assert_eq!(check(&bytes), Ok(MediaType::Pdf));
}

#[test]
fn two_files_in_one_are_refused() {
    let before = with_tail(b"#!/bin/sh\n".to_vec(), &pdf(""));
    let page = b"<html><script>alert(1)</script></html>";
    let cases = [
        ("bytes before the signature", before),
        ("a page behind a PDF", with_tail(pdf(""), page)),
        ("a page in a comment", pdf("% <ScRiPt>alert(1)</script>")),
        ("a zip behind a PDF", with_tail(pdf(""), &zip(&["run.exe"]))),
        (
            "a zip behind a PDF, with a comment that ends like one",
            with_tail(with_tail(pdf(""), &zip(&["run.exe"])), b"%%EOF"),
        ),
        ("a zip behind a JPEG", with_tail(jpeg(10, 10), &zip(&["a"]))),
        ("a PDF behind a JPEG", with_tail(jpeg(10, 10), &pdf(""))),
        ("a page behind a JPEG", with_tail(jpeg(10, 10), page)),
        ("anything behind a PNG", with_tail(png(10, 10), b"more")),
        ("a PDF in a PNG", png_with_a_comment(&pdf(""))),
        (
            "a zip of the large kind",
            with_tail(jpeg(10, 10), &large_zip()),
        ),
    ];
    for (what, bytes) in cases {
        assert_eq!(check(&bytes), Err(ScanError::TwoInOne), "{what}");
    }
}

#[test]
fn whatever_a_pdf_could_do_is_refused_however_it_is_written() {
    for object in [
        "1 0 obj << /OpenAction << /S /JavaScript /JS (app.alert(1)) >> >> endobj",
        "1 0 obj << /S /J#61vaScript >> endobj",
        "1 0 obj << /#4a#53 (x) >> endobj",
        "1 0 obj << /OpenAction 5 0 R >> endobj",
        "1 0 obj << /AA << >> >> endobj",
        "1 0 obj << /S/Launch/F(cmd.exe) >> endobj",
        "1 0 obj << /Type /EmbeddedFile >> endobj",
        "1 0 obj << /Names << /EmbeddedFiles 4 0 R >> >> endobj",
        "1 0 obj << /Subtype /RichMedia >> endobj",
        "1 0 obj << /XFA [ ] >> endobj",
        "1 0 obj << /Subtype /FileAttachment /FS 5 0 R >> endobj",
        "1 0 obj << /F (evil.exe) /EF << /F 5 0 R >> >> endobj",
        "1 0 obj << /S /GoToR /F (other.pdf) >> endobj",
        "1 0 obj << /Type /XObject /Subtype /PS >> endobj",
        "% an unfinished text ( << /JS (x) >>",
    ] {
        assert_eq!(check(&pdf(object)), Err(ScanError::Active), "{object}");
    }
    let locked = pdf("trailer << /Encrypt 4 0 R >>");
    assert_eq!(check(&locked), Err(ScanError::Encrypted));
}

#[test]
fn active_objects_are_found_in_packed_streams() {
    let hidden = "1 0 << /S /J#61vaScript >>";
    let dictionary = "/Type /Obj#53tm /N 1 /#46irst 4 /Filter /FlateDecode";
    for level in [Compression::best(), Compression::none()] {
        let bytes = pdf_with_stream(dictionary, &packed(hidden, level));
        assert_eq!(check(&bytes), Err(ScanError::Active));
    }
    // The word in the middle of the packed bytes ends nothing.
    let split = format!("endstream {} {hidden}", "1 0 obj ".repeat(3));
    let bytes = pdf_with_stream(dictionary, &packed(&split, Compression::none()));
    assert_eq!(check(&bytes), Err(ScanError::Active));
    let plain = pdf_with_stream("/Type /ObjStm /N 1 /First 4", hidden.as_bytes());
    assert_eq!(check(&plain), Err(ScanError::Active));
    let odd = pdf_with_stream("/N 1 /First 4 /Filter /LZWDecode", b"...");
    assert_eq!(check(&odd), Err(ScanError::Opaque));
}

#[test]
fn objects_behind_a_false_stream_are_found() {
    let hidden = b"x\n7 0 obj << /S /Launch >> endobj";
    assert_eq!(check(&pdf_with_stream("", hidden)), Err(ScanError::Active));
}

#[test]
fn no_comment_and_no_text_hides_what_a_stream_holds() {
    let hidden = packed("1 0 << /S /JavaScript >>", Compression::best());
    for (dictionary, error) in [
        (
            "/N 1 %stream\n%endstream\n/First 4 /Filter /FlateDecode",
            ScanError::Opaque,
        ),
        ("/N 1 /X (stream\nendstream) /First 4", ScanError::Opaque),
        (
            "/N 1 /X <%> (\nstream\nendstream) /First 4",
            ScanError::Opaque,
        ),
        (
            "% 2 0 obj << /N 1 /X (\n stream\nendstream) /First 4",
            ScanError::Opaque,
        ),
        ("/N 1 /X 7 0 obj /First 4", ScanError::Opaque),
        ("/Length 7", ScanError::Active),
    ] {
        let bytes = pdf_with_stream(dictionary, &hidden);
        assert_eq!(check(&bytes), Err(error), "{dictionary}");
    }
    // A reader that forgives the blank behind the mark.
    let blank = pdf("2 0 obj << /N 1 /First 4 >> stream \nx\nendstream endobj");
    assert_eq!(check(&blank), Err(ScanError::Opaque));
}

#[test]
fn objects_that_are_packed_twice_or_in_an_unknown_way_are_opaque() {
    let mut twice = ZlibEncoder::new(Vec::new(), Compression::best());
    let once = packed("1 0 << /S /JavaScript >>", Compression::best());
    twice.write_all(&once).expect("memory");
    let twice = twice.finish().expect("memory");
    for data in [twice.as_slice(), b"<~9jqo^~>"] {
        let bytes = pdf_with_stream("/N 1 /First 4 /Filter 7 0 R", data);
        assert_eq!(check(&bytes), Err(ScanError::Opaque));
    }
}

#[test]
fn what_is_unpacked_before_an_error_is_seen() {
    let mut broken = packed("1 0 << /S /JavaScript >>", Compression::none());
    // The block is not the last one, and behind it stands one of a kind that there is not.
    broken[2] &= !1;
    broken.truncate(broken.len() - 4);
    broken.extend([0xff; 8]);
    let bytes = pdf_with_stream("/Filter /FlateDecode", &broken);
    assert_eq!(check(&bytes), Err(ScanError::Active));
}

#[test]
fn an_object_in_a_stream_is_found_whatever_stands_between_its_numbers() {
    for mark in [
        "7 0\nobj",
        "7 0obj",
        "7\t0%a comment\n%another\robj",
        "7%\n0 \0obj",
    ] {
        let hidden = format!("x\n{mark} << /S /Launch >> endobj");
        let bytes = pdf_with_stream("", hidden.as_bytes());
        assert_eq!(check(&bytes), Err(ScanError::Active), "{mark:?}");
    }
    let picture = pdf_with_stream("", b"\xff obj /JS endobj /AA ");
    assert_eq!(check(&picture), Ok(MediaType::Pdf));
}

#[test]
fn a_text_may_speak_of_a_stream() {
    let object = "1 0 obj << /Title (A live stream of \\( objects) /ID [<00 fF>] >> endobj";
    assert_eq!(check(&pdf(object)), Ok(MediaType::Pdf));
}

#[test]
fn a_stream_that_unpacks_without_end_is_given_up() {
    let bomb = packed(&" ".repeat(40 * 1024 * 1024), Compression::best());
    let bytes = pdf_with_stream("/N 1 /First 4 /Filter /FlateDecode", &bomb);
    assert_eq!(check(&bytes), Err(ScanError::Opaque));
}

#[test]
fn a_picture_in_a_pdf_is_never_taken_for_something_active() {
    let picture = b"\xff\xd8 /JS /AA <script> \xff\xd9";
    let bytes = pdf_with_stream("/Subtype /Image /Filter /DCTDecode", picture);
    assert_eq!(check(&bytes), Ok(MediaType::Pdf));
}

#[test]
fn absurd_dimensions_are_refused_by_the_header() {
    assert_eq!(check(&png(100_000, 100_000)), Err(ScanError::Dimensions));
    assert_eq!(check(&png(0, 10)), Err(ScanError::Dimensions));
    assert_eq!(check(&jpeg(65_535, 65_535)), Err(ScanError::Dimensions));
}

#[test]
fn a_file_cut_short_is_damaged() {
    for whole in [pdf(""), png(10, 10), jpeg(10, 10)] {
        let half = &whole[..whole.len() - 6];
        assert_eq!(check(half), Err(ScanError::Damaged));
    }
    assert_eq!(check(b"\xff\xd8\xff"), Err(ScanError::Damaged));
}
