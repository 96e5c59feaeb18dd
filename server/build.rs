//! Makes sure the folder of the bundled site exists, so that the server also compiles before the
//! first bundle (for checks and tests); `make build` fills it first.

fn main() -> std::io::Result<()> {
    std::fs::create_dir_all("../target/site")?;
    println!("cargo:rerun-if-changed=../target/site/manifest.json");
    Ok(())
}
