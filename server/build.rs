//! Makes sure the folder of the bundled site exists, so that the server also compiles before the
//! first bundle (for checks and tests); `make build` fills it first. Keeps the program small.

use std::env;

fn main() -> std::io::Result<()> {
    std::fs::create_dir_all("../target/site")?;
    println!("cargo:rerun-if-changed=../target/site/manifest.json");
    let target = |name| env::var(name).unwrap_or_default();
    if target("CARGO_CFG_TARGET_OS") == "linux" && target("CARGO_CFG_TARGET_ENV") == "gnu" {
        // The addresses to set right at the start take 2 MB in their old form, 50 kB in this one.
        println!("cargo:rustc-link-arg-bins=-Wl,-z,pack-relative-relocs");
    }
    Ok(())
}
