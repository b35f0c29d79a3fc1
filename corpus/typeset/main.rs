//! Renews the PDFs of the corpus: `cargo run --example typeset`.

mod files;
#[path = "mod.rs"]
mod typeset;

fn main() -> anyhow::Result<()> {
    for source in files::sources()? {
        let bytes = source.typeset(&typeset::Options::default())?;
        std::fs::write(&source.pdf, bytes)?;
        println!("{}", source.pdf.display());
    }
    Ok(())
}
