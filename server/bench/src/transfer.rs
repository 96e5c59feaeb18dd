//! What a browser that has never been here loads for one page.

use std::collections::BTreeSet;

use crate::client::{Ask, Connection};

/// Bytes over the wire, compressed as browsers ask, with headers.
#[derive(Default)]
pub struct Transfer {
    pub page: usize,
    pub style: usize,
    pub fonts: usize,
    pub icons: usize,
    /// The islands: their scripts and their wasm.
    pub islands: usize,
}

impl Transfer {
    /// All but the islands.
    pub fn without_islands(&self) -> usize {
        self.page + self.style + self.fonts + self.icons
    }

    /// The figures behind the sum.
    pub fn figures(&self) -> String {
        let kilobytes = |bytes: usize| format!("{:.1} kB", bytes as f64 / 1000.0);
        format!(
            "page {}, style {}, fonts {}, icons {}, islands {}",
            kilobytes(self.page),
            kilobytes(self.style),
            kilobytes(self.fonts),
            kilobytes(self.icons),
            kilobytes(self.islands),
        )
    }
}

/// Loads a page and everything of this site that Chromium then loads for it, but no media.
pub async fn first_visit(browser: &mut Connection, page: &Ask) -> Result<Transfer, String> {
    let answer = browser.fetch(&page.clone().compressed()).await?;
    // Compression hides the links, so the page is read a second time without.
    let html = browser.fetch(page).await?.text();
    let mut all = Transfer {
        page: answer.size(),
        ..Transfer::default()
    };
    let characters: BTreeSet<char> = html.chars().collect();
    let slanted = ["<em", "<i>", "<cite"].iter().any(|tag| html.contains(tag));
    for address in assets(&html) {
        let size = browser
            .fetch(&Ask::get(&address).compressed())
            .await?
            .size();
        if address.ends_with(".css") {
            all.style += size;
            let css = browser.fetch(&Ask::get(&address)).await?.text();
            for font in fonts(&css, &characters, slanted) {
                let font = Ask::get(&beside(&address, &font)).compressed();
                all.fonts += browser.fetch(&font).await?.size();
            }
        } else if address.ends_with(".js") {
            all.islands += islands(browser, &address, size).await?;
        } else if address.ends_with(".svg") {
            all.icons += size;
        }
    }
    Ok(all)
}

/// The addresses of this site's files that a page names, each once.
fn assets(html: &str) -> BTreeSet<String> {
    html.split('"')
        .filter(|value| value.starts_with("/assets/"))
        .filter_map(|value| value.split('#').next())
        .map(str::to_owned)
        .collect()
}

/// A script, the scripts it imports, and their wasm.
async fn islands(browser: &mut Connection, first: &str, size: usize) -> Result<usize, String> {
    let mut sum = size;
    let mut seen = BTreeSet::from([first.to_owned()]);
    let mut scripts = vec![first.to_owned()];
    while let Some(script) = scripts.pop() {
        let text = browser.fetch(&Ask::get(&script)).await?.text();
        let named = text
            .split(['"', '\'', '`'])
            .filter_map(|value| value.strip_prefix("./"))
            .filter(|name| name.ends_with(".js") || name.ends_with(".wasm"))
            // Every file of the site has its hash in its name; the bindings also name an import
            // that is no file.
            .filter(|name| name.contains('-'));
        for name in named {
            let address = beside(&script, name);
            if !seen.insert(address.clone()) {
                continue;
            }
            let ask = Ask::get(&address).compressed();
            sum += browser.fetch(&ask).await?.size();
            if name.ends_with(".js") {
                scripts.push(address);
            }
        }
    }
    Ok(sum)
}

/// The fonts of a stylesheet that the characters of a page need.
fn fonts(css: &str, characters: &BTreeSet<char>, slanted: bool) -> Vec<String> {
    css.split("@font-face")
        .skip(1)
        .filter_map(|rest| rest.split('}').next())
        .filter(|face| slanted || !face.contains("italic"))
        .filter(|face| needed(face, characters))
        .filter_map(|face| {
            let address = face.split("url(").nth(1)?.split(')').next()?;
            Some(address.trim_matches(['"', '\'']).to_owned())
        })
        .collect()
}

/// Whether a face holds one of the characters; a face without ranges holds all.
fn needed(face: &str, characters: &BTreeSet<char>) -> bool {
    let Some(ranges) = face.split("unicode-range:").nth(1) else {
        return true;
    };
    let ranges = ranges.split([';', '}']).next().unwrap_or_default();
    ranges.split(',').any(|range| {
        let range = range.trim().trim_start_matches(['U', 'u', '+']);
        let (first, last) = range.split_once('-').unwrap_or((range, range));
        let code = |hex: &str| u32::from_str_radix(hex, 16).ok().and_then(char::from_u32);
        // White space is in no face alone, and every page has some.
        match (code(first), code(last)) {
            (Some(first), Some(last)) => characters.range(first..=last).any(|c| !c.is_whitespace()),
            _ => true,
        }
    })
}

/// The address of a file in the same folder as another.
fn beside(address: &str, name: &str) -> String {
    if name.starts_with('/') {
        return name.to_owned();
    }
    let folder = address.rsplit_once('/').map_or("", |(folder, _)| folder);
    format!("{folder}/{}", name.trim_start_matches("./"))
}

#[cfg(test)]
mod tests {
    use super::*;

    const CSS: &str = "@font-face{font-family:A;src:url(core.woff2)format(\"woff2\");unicode-range:U+20-7e,U+106-107}\
        @font-face{font-family:A;src:url(cyrillic.woff2);unicode-range:U+0400-045F}\
        @font-face{font-family:A;font-style:italic;src:url(italic.woff2)}";

    fn loaded(page: &str, slanted: bool) -> Vec<String> {
        fonts(CSS, &page.chars().collect(), slanted)
    }

    #[test]
    fn only_the_fonts_that_a_page_shows_are_counted() {
        assert_eq!(
            loaded("Internationalisation at home", false),
            ["core.woff2"]
        );
        assert_eq!(
            loaded("Đorđe Ђорђе", false),
            ["core.woff2", "cyrillic.woff2"]
        );
        assert_eq!(loaded("Home", true), ["core.woff2", "italic.woff2"]);
    }
}
