//! PDF files, read over `lopdf`'s objects with a text and structure layer of our own.
//!
//! [`objects`] has the objects, which [`load`] mends where need be, [`pages`] the pages, [`content`] executes what the pages draw and keeps its
//! text, with [`fonts`] to say what it means. [`structure`] reads the tags; where there are none to go by,
//! [`layout`] goes by positions. [`scans`] has pages without text read by OCR, if that is asked for. Both give a [`flow`] of pieces and tables, which is mended where page ends
//! cut it and becomes the document. [`report`] says what could not be read, [`limits`] holds bounds that no user changes.

mod content;
mod flow;
mod fonts;
pub mod fuzzing;
mod layout;
mod limits;
mod load;
mod objects;
mod pages;
mod report;
mod scans;
mod structure;
mod tally;

use super::{Clock, Limit, Options, ReadError, Reading};
use crate::document::{Builder, MediaType};
use content::{Content, Interpreter};
pub use flow::bullet_length;
use flow::{Flow, Gathered};
use objects::File;
use pages::Pages;
use report::Faults;
use scans::Scans;
pub use tally::Tally;

/// Reads a PDF file.
///
/// # Errors
/// When the file is damaged beyond reading, needs a password, holds no text, or is over a limit.
pub fn read(bytes: &[u8], options: &Options) -> Result<Reading, ReadError> {
    // `lopdf` means to give errors, but it parses and decodes what anyone may have written, and a panic in it
    // must not take the reading of other files down. The bytes are only read: nothing is left half changed.
    let reading = std::panic::catch_unwind(|| read_file(bytes, options));
    reading.unwrap_or_else(|_| Err(ReadError::DamagedPdf("its objects make no sense".to_owned())))
}

fn read_file(bytes: &[u8], options: &Options) -> Result<Reading, ReadError> {
    let read_scans = |pages: &Pages, content: &mut Content| match &options.ocr {
        Some(tesseract) => scans::read(bytes, pages, content, tesseract, options.limits.time()),
        None => Ok(Scans::default()),
    };
    let limits = options.limits;
    let clock = match File::sound(bytes, limits, Clock::start(limits.time())) {
        Ok(file) => {
            let reading = read_objects(&file, read_scans);
            if !file.is_amiss() {
                return reading;
            }
            file.clock
        }
        Err(clock) => clock,
    };
    read_objects(&load::load(bytes, &limits, clock)?, read_scans)
}

/// `read_scans` may take the text of pages out of the content and give it anew.
fn read_objects(
    file: &File,
    read_scans: impl FnOnce(&Pages, &mut Content) -> Result<Scans, ReadError>,
) -> Result<Reading, ReadError> {
    let pages = Pages::of(file);
    if pages.list.is_empty() {
        return Err(ReadError::DamagedPdf("it has no pages".to_owned()));
    }
    let (mut content, faults) = read_pages(file, &pages);
    if file.is_amiss() {
        return Err(ReadError::DamagedPdf("its objects are not where they should be".to_owned()));
    }
    let scans = file.clock.stopped(|| read_scans(&pages, &mut content))?;
    let mut warnings = report::warnings(&content, &pages, &faults, &scans, &file.limits)?;
    let mut builder = Builder::new();
    let (flow, exhausted) = find_flow(file, &pages, &content)?;
    warnings.extend(exhausted.map(|limit| report::tags_left_out(file.limits.exceeded(limit))));
    let flow = layout::insert(flow, scans.flow());
    for placed in flow::drafts(flow) {
        builder.push_boxed(&placed.draft, placed.words());
    }
    for (number, page) in (1..).zip(&pages.list) {
        match (page.turns + scans.turns_of(number)) % 4 {
            0 => {}
            turns => builder.turn_page(number, turns),
        }
    }
    let document = builder.finish(MediaType::Pdf, pages.list.len() as u32);
    Ok(Reading { document, warnings })
}

/// Executes the content of every page.
fn read_pages(file: &File, pages: &Pages) -> (Content, Faults) {
    let mut faults = Faults::default();
    let mut interpreter = Interpreter::new(file);
    for (number, page) in (1..).zip(&pages.list) {
        if let Err(fault) = interpreter.page(number, page) {
            faults.pages.push((number, fault));
        }
        if let Some(why) = interpreter.exhausted {
            faults.broken_off = Some((number, why));
            break;
        }
    }
    (interpreter.content, faults)
}

/// By the structure tree where it names the text; by position where there is none, or it names too little. With
/// it comes the limit that part of the tree is beyond.
///
/// # Errors
/// When time is over.
fn find_flow(file: &File, pages: &Pages, content: &Content) -> Result<(Vec<Flow>, Option<Limit>), ReadError> {
    let (tree, exhausted) = structure::read(file, pages);
    // What was read before time was over is still put in order.
    let clock = (!file.clock.is_over()).then_some(&file.clock);
    let by_position = |runs: &[usize]| layout::flow(content, runs, clock);
    let gathered = tree.map(|tree| flow::gather(content, &tree));
    let names_enough =
        |tagged: &Gathered| !tagged.flow.is_empty() && tagged.left_out.len() <= content.runs.len() / 2;
    let flow = match gathered.filter(names_enough) {
        Some(tagged) => layout::insert(tagged.flow, by_position(&tagged.left_out)),
        None => by_position(&(0..content.runs.len()).collect::<Vec<_>>()),
    };
    if clock.is_some_and(Clock::is_over) {
        return Err(ReadError::OverLimit("PDF", file.limits.exceeded(Limit::Seconds)));
    }
    Ok((flow, exhausted))
}

#[cfg(test)]
mod tests;
