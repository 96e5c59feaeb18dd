//! `style/`: one minified style sheet, and the pictures and fonts beside it.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use lightningcss::bundler::{Bundler, FileProvider};
use lightningcss::stylesheet::{MinifyOptions, ParserOptions, PrinterOptions};
use lightningcss::targets::{Browsers, Targets};

use crate::error::BundleError;
use crate::site::Site;

/// Pictures and fonts; everything else in the folder is source or documentation.
const CARRIED: [&str; 4] = ["png", "svg", "webp", "woff2"];

/// Adds `main.css` with all it imports, and every picture and font.
pub(crate) fn add_to(site: &mut Site, style: &Path) -> Result<(), BundleError> {
    let mut hashed_names = BTreeMap::new();
    add_pictures_and_fonts(site, style, "", &mut hashed_names)?;
    let css = pointing_to(&hashed_names, minified(&style.join("main.css"))?);
    site.add("main.css", css.into_bytes())?;
    Ok(())
}

/// The site is flat: `fonts/serif.woff2` is known as `serif.woff2`.
fn add_pictures_and_fonts(
    site: &mut Site,
    folder: &Path,
    prefix: &str,
    hashed_names: &mut BTreeMap<String, String>,
) -> Result<(), BundleError> {
    for entry in fs::read_dir(folder).map_err(BundleError::at(folder))? {
        let path = entry.map_err(BundleError::at(folder))?.path();
        let Some(name) = path.file_name().and_then(|name| name.to_str()) else {
            continue;
        };
        if path.is_dir() {
            add_pictures_and_fonts(site, &path, &format!("{prefix}{name}/"), hashed_names)?;
        } else if path
            .extension()
            .is_some_and(|kind| CARRIED.iter().any(|known| kind == *known))
        {
            let content = fs::read(&path).map_err(BundleError::at(&path))?;
            let hashed_name = site.add(name, content)?;
            hashed_names.insert(format!("{prefix}{name}"), hashed_name);
        }
    }
    Ok(())
}

/// Browsers of 2022 and later.
fn browsers() -> Targets {
    let version = |major: u32, minor: u32| Some(major << 16 | minor << 8);
    Targets::from(Browsers {
        chrome: version(103, 0),
        edge: version(103, 0),
        firefox: version(102, 0),
        safari: version(15, 4),
        ios_saf: version(15, 4),
        ..Browsers::default()
    })
}

fn minified(main: &Path) -> Result<String, BundleError> {
    let refused = |error: String| BundleError::Style(error);
    let files = FileProvider::new();
    let mut bundler = Bundler::new(&files, None, ParserOptions::default());
    let mut sheet = bundler
        .bundle(main)
        .map_err(|error| refused(error.to_string()))?;
    sheet
        .minify(MinifyOptions {
            targets: browsers(),
            ..MinifyOptions::default()
        })
        .map_err(|error| refused(error.to_string()))?;
    let printed = sheet.to_css(PrinterOptions {
        minify: true,
        targets: browsers(),
        ..PrinterOptions::default()
    });
    Ok(printed.map_err(|error| refused(error.to_string()))?.code)
}

/// Addresses in the style sheet are relative to it, and the site is flat.
fn pointing_to(hashed_names: &BTreeMap<String, String>, css: String) -> String {
    hashed_names.iter().fold(css, |css, (name, hashed_name)| {
        css.replace(&format!("url({name})"), &format!("url({hashed_name})"))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_style_sheet_points_to_the_named_fonts() {
        let names = BTreeMap::from([(
            "fonts/serif.woff2".to_owned(),
            "serif-1a2b3c4d.woff2".to_owned(),
        )]);
        assert_eq!(
            pointing_to(&names, "src:url(fonts/serif.woff2)".to_owned()),
            "src:url(serif-1a2b3c4d.woff2)"
        );
    }

    #[test]
    fn imported_sheets_become_one() {
        let style = tempfile::tempdir().expect("a folder");
        fs::write(
            style.path().join("main.css"),
            "@import \"base.css\";\na { color: red }",
        )
        .expect("main");
        fs::write(style.path().join("base.css"), "p { margin: 0px }").expect("base");
        let css = minified(&style.path().join("main.css")).expect("css");
        assert_eq!(css.trim(), "p{margin:0}a{color:red}");
    }

    #[test]
    fn a_missing_import_is_named() {
        let style = tempfile::tempdir().expect("a folder");
        fs::write(style.path().join("main.css"), "@import \"gone.css\";").expect("main");
        assert!(minified(&style.path().join("main.css")).is_err());
    }
}
