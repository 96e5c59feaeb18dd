//! Files that people attach as evidence: what they are, by their content and never by their name,
//! and whether they are nothing but a document or a picture.
//!
//! Only PDF, JPEG and PNG are taken. Nothing is drawn: a picture is judged by its header, a PDF by
//! the names in its objects. Whatever could run, hide another file, or be two kinds at once is
//! refused with a reason that tells what to do instead.

mod markup;
mod package;
mod pdf;
mod picture;

#[cfg(test)]
mod tests;

/// The largest file that is taken.
pub const MAX_BYTES: usize = 20 * 1024 * 1024;

/// What a file is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MediaType {
    /// A PDF document.
    Pdf,
    /// A JPEG picture.
    Jpeg,
    /// A PNG picture.
    Png,
}

impl MediaType {
    /// Every type that is taken.
    pub const ALL: [Self; 3] = [Self::Pdf, Self::Jpeg, Self::Png];

    /// As HTTP names it.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Pdf => "application/pdf",
            Self::Jpeg => "image/jpeg",
            Self::Png => "image/png",
        }
    }

    /// The type that HTTP names so.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.name() == name)
    }

    /// The ending of its files' names.
    #[must_use]
    pub fn ending(self) -> &'static str {
        match self {
            Self::Pdf => "pdf",
            Self::Jpeg => "jpg",
            Self::Png => "png",
        }
    }
}

/// What a file is when it is none of the types taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Posing {
    /// A text document, spreadsheet or presentation: save it as PDF.
    Office,
    /// An archive: attach the files one by one.
    Archive,
    /// A web page, a drawing of the web, or other markup: print it to PDF.
    Markup,
    /// A picture of another kind: save it as JPEG.
    Picture,
    /// Anything else.
    Unknown,
}

/// Why a file is not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ScanError {
    /// No bytes at all.
    #[error("the file is empty")]
    Empty,
    /// More than [`MAX_BYTES`].
    #[error("the file is larger than 20 MB")]
    TooLarge,
    /// Another kind of file, whatever its name says.
    #[error("the file is no PDF, JPEG or PNG")]
    NotAScan(Posing),
    /// Another file stands before, behind or inside it.
    #[error("the file is two files in one")]
    TwoInOne,
    /// It can do something when it is opened, or carries other files.
    #[error("the file has active content")]
    Active,
    /// Protected by a password.
    #[error("the file is encrypted")]
    Encrypted,
    /// More pixels than any scanner or camera gives.
    #[error("the picture has absurd dimensions")]
    Dimensions,
    /// Parts that cannot be looked into with bounded work.
    #[error("the file cannot be looked into")]
    Opaque,
    /// It cannot be read to its end.
    #[error("the file is damaged")]
    Damaged,
}

/// Tells what a file is, and that it is nothing else besides.
///
/// # Errors
/// With the first reason found for not taking it.
pub fn check(bytes: &[u8]) -> Result<MediaType, ScanError> {
    if bytes.is_empty() {
        return Err(ScanError::Empty);
    }
    if bytes.len() > MAX_BYTES {
        return Err(ScanError::TooLarge);
    }
    let kind = if bytes.starts_with(pdf::SIGNATURE) {
        MediaType::Pdf
    } else if bytes.starts_with(picture::JPEG) {
        MediaType::Jpeg
    } else if bytes.starts_with(picture::PNG) {
        MediaType::Png
    } else {
        return Err(stranger(bytes));
    };
    if package::ends_in_an_archive(bytes) {
        return Err(ScanError::TwoInOne);
    }
    match kind {
        MediaType::Pdf => pdf::check(bytes)?,
        MediaType::Jpeg => picture::check_jpeg(bytes)?,
        MediaType::Png => picture::check_png(bytes)?,
    }
    Ok(kind)
}

/// How far into a file a signature is looked for that should stand at its beginning: as far as
/// lenient readers look.
const BEFORE: usize = 1024;

/// Why a file that begins like none of the types is not taken.
fn stranger(bytes: &[u8]) -> ScanError {
    let beginning = &bytes[..bytes.len().min(BEFORE)];
    if package::is_compound_file(bytes) || package::is_office(bytes) {
        ScanError::NotAScan(Posing::Office)
    } else if package::is_archive(bytes) {
        ScanError::NotAScan(Posing::Archive)
    } else if picture::is_of_another_kind(bytes) {
        ScanError::NotAScan(Posing::Picture)
    } else if find(beginning, pdf::SIGNATURE).is_some() {
        ScanError::TwoInOne
    } else if markup::is_markup(beginning) {
        ScanError::NotAScan(Posing::Markup)
    } else if package::ends_in_an_archive(bytes) {
        ScanError::NotAScan(Posing::Archive)
    } else {
        ScanError::NotAScan(Posing::Unknown)
    }
}

/// Where `part` first stands in `bytes`.
fn find(bytes: &[u8], part: &[u8]) -> Option<usize> {
    bytes.windows(part.len()).position(|window| window == part)
}
