//! Whether every quotation stands where it is said to stand: the sources are read again, and each quotation is
//! compared with the text at its range.
//!
//! What is verified is a list of [`Claim`]s. [`claims_of_store`] gives those of the store, [`carriers`] those of exported
//! files in every form. [`verify`] reads the files that they name, by the present program, and gives a [`Report`]. Nothing
//! that the store holds of a text is trusted: a claim stands only by the bytes of its source.

pub mod carriers;
mod claim;
mod compare;
mod files;
mod finder;
mod held;
mod report;
mod source;

pub use claim::{Claim, Form, Said, SourceName};
pub use finder::Finder;
pub use held::{claims_of_added, claims_of_store, known_letters, read_otherwise};
pub use report::{Fallen, Problem, Report, Stand};

use std::collections::BTreeMap;
use std::path::Path;

use rayon::prelude::*;

use crate::ingest::Watch;
use crate::read::Options;

/// Reads the sources of the claims again, in parallel, and compares. `options` say what reading a file may cost;
/// pages are read by OCR where the options or a claim say so.
pub fn verify(claims: Vec<Claim>, finder: &Finder, options: &Options, watch: &dyn Watch) -> Report {
    let sources = by_source(claims);
    watch.begin(sources.len());
    let one = |(source, claims): (SourceName, Vec<Claim>)| {
        let report = source::verify(&source, claims, finder, options);
        watch.done(Path::new(&source.file));
        report
    };
    let reports: Vec<Report> = sources.into_par_iter().map(one).collect();
    reports.into_iter().fold(Report::default(), Report::and)
}

/// The claims of each source, in their order.
fn by_source(claims: Vec<Claim>) -> Vec<(SourceName, Vec<Claim>)> {
    let mut sources: BTreeMap<SourceName, Vec<Claim>> = BTreeMap::new();
    for claim in claims {
        sources.entry(claim.source.clone()).or_default().push(claim);
    }
    sources.into_iter().collect()
}
