//! The islands: the wasm, the script that binds it, and the script that wakes them.

use std::fs;
use std::path::Path;

use wasm_bindgen_cli_support::{Bindgen, Output};

use crate::error::BundleError;
use crate::site::Site;

/// Wakes the islands of a page; a file of its own, so the page needs no inline script.
const LOADER: &str = include_str!("islands.js");

/// Adds `kaskada_bg.wasm`, `kaskada.js` and `islands.js`; a page links only the last.
pub(crate) fn add_to(site: &mut Site, wasm: &Path) -> Result<(), BundleError> {
    // A missing file is said by the system; wasm-bindgen would say it less plainly.
    fs::metadata(wasm).map_err(BundleError::at(wasm))?;
    let mut output = Bindgen::new()
        .input_path(wasm)
        .out_name("kaskada")
        .web(true)
        .map_err(refused)?
        .typescript(false)
        .remove_name_section(true)
        .remove_producers_section(true)
        .omit_default_module_path(true)
        .generate_output()
        .map_err(refused)?;
    if let Some(script) = foreign_script(&output) {
        return Err(BundleError::ForeignScript(script));
    }
    let script = output.js().as_bytes().to_vec();
    let wasm_name = site.add("kaskada_bg.wasm", output.wasm_mut().emit_wasm())?;
    let script_name = site.add("kaskada.js", script)?;
    let loader = LOADER
        .replace("kaskada.js", &script_name)
        .replace("kaskada_bg.wasm", &wasm_name);
    site.add("islands.js", loader.into_bytes())?;
    Ok(())
}

/// With its causes, which this library's errors print in their alternate form.
fn refused(error: impl std::fmt::Display) -> BundleError {
    BundleError::Wasm(format!("{error:#}"))
}

/// Scripts that dependencies import would each need a place on the site; none of ours do.
fn foreign_script(output: &Output) -> Option<String> {
    let inline = output
        .snippets()
        .iter()
        .find(|(_, scripts)| !scripts.is_empty());
    inline
        .map(|(owner, _)| owner)
        .or_else(|| output.local_modules().keys().next())
        .or_else(|| output.npm_dependencies().keys().next())
        .cloned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_loader_names_every_file_that_is_renamed() {
        assert_eq!(LOADER.matches("./kaskada.js").count(), 1);
        assert_eq!(LOADER.matches("./kaskada_bg.wasm").count(), 1);
    }

    #[test]
    fn a_missing_front_is_said_plainly() {
        let mut site = Site::default();
        let error = add_to(&mut site, Path::new("nowhere/frontend.wasm"));
        assert!(matches!(error, Err(BundleError::File { .. })));
    }
}
