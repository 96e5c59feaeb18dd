//! The languages of the interface and of course texts.

use serde::{Deserialize, Serialize};

/// A language people can choose. Order is the order of the menu.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
pub enum Language {
    /// English.
    #[default]
    #[serde(rename = "en")]
    English,
    /// Albanian.
    #[serde(rename = "sq")]
    Albanian,
    /// Bosnian, ijekavian, in Latin script.
    #[serde(rename = "bs")]
    Bosnian,
}

impl Language {
    /// Every language, in menu order.
    pub const ALL: [Self; 3] = [Self::English, Self::Albanian, Self::Bosnian];

    /// The BCP 47 tag.
    #[must_use]
    pub fn tag(self) -> &'static str {
        match self {
            Self::English => "en",
            Self::Albanian => "sq",
            Self::Bosnian => "bs",
        }
    }

    /// The language's name in itself.
    #[must_use]
    pub fn own_name(self) -> &'static str {
        match self {
            Self::English => "English",
            Self::Albanian => "Shqip",
            Self::Bosnian => "Bosanski",
        }
    }

    /// The language that a tag such as `sq-XK` asks for. The other standards of Serbo-Croatian
    /// are served Bosnian until they have texts of their own.
    #[must_use]
    pub fn from_tag(tag: &str) -> Option<Self> {
        let base = tag.split(['-', '_']).next()?.to_ascii_lowercase();
        match base.as_str() {
            "en" => Some(Self::English),
            "sq" => Some(Self::Albanian),
            "bs" | "hr" | "sr" | "cnr" | "sh" => Some(Self::Bosnian),
            _ => None,
        }
    }

    /// The best language for an `Accept-Language` header (RFC 9110 §12.5.4), if any fits.
    #[must_use]
    pub fn negotiate(header: &str) -> Option<Self> {
        let mut wishes: Vec<(f32, Self)> = header
            .split(',')
            .take(32)
            .filter_map(|wish| {
                let mut parts = wish.split(';');
                let language = Self::from_tag(parts.next()?.trim())?;
                let quality = parts
                    .find_map(|p| p.trim().strip_prefix("q=")?.parse::<f32>().ok())
                    .unwrap_or(1.0);
                (quality > 0.0).then_some((quality, language))
            })
            .collect();
        wishes.sort_by(|a, b| b.0.total_cmp(&a.0));
        wishes.first().map(|w| w.1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_browser_s_best_understood_wish_wins() {
        assert_eq!(
            Language::negotiate("de, sq-XK;q=0.8, en;q=0.5"),
            Some(Language::Albanian)
        );
        assert_eq!(
            Language::negotiate("en;q=0.3, sr-Latn"),
            Some(Language::Bosnian)
        );
    }

    #[test]
    fn a_language_refused_with_q_0_is_never_chosen() {
        assert_eq!(Language::negotiate("sq;q=0"), None);
    }
}
