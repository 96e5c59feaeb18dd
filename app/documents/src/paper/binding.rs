//! From pages to a PDF: footers with "2/3", the structure, the list of contents, and the check.

use chrono::Datelike;
use krilla::Document;
use krilla::SerializeSettings;
use krilla::configure::{Accessibility, Archival, ConfigurationBuilder};
use krilla::destination::XyzDestination;
use krilla::geom::Point;
use krilla::metadata::{DateTime, Metadata};
use krilla::outline::{Outline, OutlineNode};
use krilla::page::PageSettings;
use krilla::tagging::Identifier;

use domain::clock::{HOUR, MINUTE, SECOND, Timestamp};

use super::ink::{Ink, Mark, Owner};
use super::sheet::MM;
use super::wrap::Block;
use super::{About, Align, Bookmark, Paper, PaperError, Style, field};

/// From the lower margin to the foot of the page.
const FOOT: f32 = 7.0 * MM;

impl Paper {
    /// The PDF.
    ///
    /// # Errors
    /// When the document breaks a rule of PDF/UA-1 or PDF/A-2a: it has no heading, for example.
    pub fn finish(mut self) -> Result<Vec<u8>, PaperError> {
        if self.headings.is_empty() {
            return Err(PaperError::Rules("it has no title".to_owned()));
        }
        self.write_feet();
        let configuration = ConfigurationBuilder::new()
            .with_accessibility_validator(Accessibility::UA1)
            .with_archival_validator(Archival::A2_A)
            .finish()
            .map_err(|reason| PaperError::Rules(format!("{reason:?}")))?;
        let mut document = Document::new_with(SerializeSettings {
            configuration,
            enable_tagging: true,
            ..SerializeSettings::default()
        });
        document.set_metadata(metadata(&self.about));
        let (width, height) = self.sheet.size();
        let mut marks: Vec<Vec<Identifier>> = Vec::new();
        for page in &self.pages {
            let settings = PageSettings::from_wh(width, height)
                .ok_or_else(|| PaperError::Rules("a page without size".to_owned()))?;
            let mut sheet = document.start_page_with(settings);
            let mut surface = sheet.surface();
            marks.push(
                page.iter()
                    .map(|mark| mark.draw(&mut surface, self.cuts))
                    .collect(),
            );
            surface.finish();
            sheet.finish();
        }
        let language = Some(self.about.language.clone());
        document.set_tag_tree(self.structure.tree(&marks).with_lang(language));
        document.set_outline(outline(&self.headings));
        document
            .finish()
            .map_err(|reason| PaperError::Rules(format!("{reason:?}")))
    }

    fn write_feet(&mut self) {
        let frame = self.frame();
        let top = frame.bottom() + FOOT;
        let pages = self.pages.len();
        let number_width = 20.0 * MM;
        let text = Block::set(
            self.cuts,
            &self.foot,
            &Style::SMALL,
            frame.width - number_width,
        );
        for (page, marks) in self.pages.iter_mut().enumerate() {
            let number = format!("{}/{pages}", page + 1);
            let number = Block::set(self.cuts, &number, &Style::SMALL.tabular(), number_width);
            for (block, align) in [(&text, Align::Start), (&number, Align::End)] {
                // A foot that needs more lines than there is paper is cut after the second.
                for (place, line) in block.lines.iter().take(2).enumerate() {
                    let free = match align {
                        Align::End => frame.width - line.width,
                        Align::Start | Align::Middle => 0.0,
                    };
                    let style = block.style;
                    marks.push(Mark {
                        owner: Owner::Foot,
                        ink: Ink::Line {
                            line: line.clone(),
                            style,
                            left: frame.left + free,
                            baseline: top + place as f32 * style.leading + style.baseline(),
                        },
                    });
                }
            }
        }
    }
}

fn metadata(about: &About) -> Metadata {
    let author = field(&about.author);
    Metadata::new()
        .title(field(&about.title))
        .language(about.language.clone())
        .authors(if author.is_empty() {
            Vec::new()
        } else {
            vec![author]
        })
        .creator("Kaskada".to_owned())
        .creation_date(date(about.made))
        .document_id(about.id.clone())
}

/// A moment as PDF writes it.
fn date(moment: Timestamp) -> DateTime {
    let day = moment.date();
    let small = |number: i64| u8::try_from(number).unwrap_or_default();
    let since = moment.since(Timestamp::start_of(day));
    DateTime::new(u16::try_from(day.year()).unwrap_or_default())
        .month(small(day.month().into()))
        .day(small(day.day().into()))
        .hour(small(since / HOUR))
        .minute(small(since % HOUR / MINUTE))
        .second(small(since % MINUTE / SECOND))
        .utc_offset_hour(0)
}

/// The list of contents: parts within the section before them, and so on.
fn outline(headings: &[Bookmark]) -> Outline {
    let mut outline = Outline::new();
    let mut rest = headings;
    while let Some((node, after)) = bookmark(rest) {
        outline.push_child(node);
        rest = after;
    }
    outline
}

fn bookmark(headings: &[Bookmark]) -> Option<(OutlineNode, &[Bookmark])> {
    let (first, mut rest) = headings.split_first()?;
    let place = XyzDestination::new(first.page, Point::from_xy(0.0, first.top));
    let mut node = OutlineNode::new(first.text.clone(), place).with_open(true);
    while rest.first().is_some_and(|next| next.level > first.level) {
        let (inner, after) = bookmark(rest)?;
        node.push_child(inner);
        rest = after;
    }
    Some((node, rest))
}
