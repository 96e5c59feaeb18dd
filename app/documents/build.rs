//! Unpacks the typefaces of `style/fonts` for the PDF writer: WOFF2 becomes the plain font that a
//! PDF embeds, deflated. `paper::fonts` says why here.

use std::error::Error;
use std::io::Write;
use std::path::Path;
use std::{env, fs};

use flate2::Compression;
use flate2::write::ZlibEncoder;

const FILES: [&str; 8] = [
    "serif-core",
    "serif-west",
    "serif-ext",
    "serif-cyrillic",
    "inter-core",
    "inter-west",
    "inter-ext",
    "inter-cyrillic",
];

fn main() -> Result<(), Box<dyn Error>> {
    let fonts = Path::new(&env::var("CARGO_MANIFEST_DIR")?).join("../../style/fonts");
    let out = env::var("OUT_DIR")?;
    println!("cargo::rerun-if-changed=build.rs");
    for name in FILES {
        let file = fonts.join(name).with_extension("woff2");
        println!("cargo::rerun-if-changed={}", file.display());
        let font = unpack(&fs::read(&file)?)
            .map_err(|reason| format!("{} is no WOFF2 font: {reason}", file.display()))?;
        let mut deflated = ZlibEncoder::new(Vec::new(), Compression::best());
        deflated.write_all(&font)?;
        fs::write(Path::new(&out).join(name), deflated.finish()?)?;
    }
    Ok(())
}

fn unpack(packed: &[u8]) -> Result<Vec<u8>, Box<dyn Error>> {
    let mut brotli = |mut stream: &[u8], length: usize| {
        let mut plain = Vec::with_capacity(length);
        brotli::BrotliDecompress(&mut stream, &mut plain)?;
        Ok(plain)
    };
    wuff::decompress_woff2_with_custom_brotli(packed, &mut brotli)
        .map_err(|reason| format!("{reason:?}").into())
}
