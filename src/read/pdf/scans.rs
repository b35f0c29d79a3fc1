//! Pages without text: which ones they are, and what OCR makes of them.

use std::collections::BTreeSet;
use std::time::Duration;

use rayon::prelude::*;

use super::content::{Area, Content, Matrix, ReadWord, Rule};
use super::flow::Flow;
use super::pages::Pages;
use super::tally::Tally;
use super::{layout, limits};
use crate::draw::{DrawError, File};
use crate::read::ReadError;
use crate::read::ocr::{self, DOTS_PER_INCH, OcrError, Tesseract};

/// A page that shows a picture on this share of it, and has no more letters than this, is a scan with a stamp or a
/// page number on it.
const COVERED: f32 = 0.6;
const STAMP: usize = 80;
/// A size of type this near to the usual one, as a share, is the usual one: sizes are measured on letters.
const SAME_SIZE: f32 = 0.14;
/// Type that is this much thicker than usual is bold.
const BOLD: f32 = 1.3;

/// What OCR has read.
#[derive(Debug, Default)]
pub struct Scans {
    content: Content,
    /// OCR was asked for.
    pub asked: bool,
    /// The pages with words on them, each with how many quarter turns clockwise it is shown upright.
    pages: Vec<(u32, u8)>,
    /// The pages that could not be read, and why.
    pub failed: Vec<(u32, String)>,
    /// The pages that were left out, because there are more than may be read.
    pub left_out: usize,
}

impl Scans {
    pub fn flow(&self) -> Vec<Flow> {
        layout::flow(&self.content, &(0..self.content.runs.len()).collect::<Vec<_>>(), None)
    }

    pub fn turns_of(&self, page: u32) -> u8 {
        self.pages.iter().find(|(number, _)| *number == page).map_or(0, |(_, turns)| *turns)
    }

    pub fn has_read(&self, page: u32) -> bool {
        self.pages.iter().any(|(number, _)| *number == page)
    }
}

/// The pages without text, or with a stamp on a picture at most, by their numbers.
pub fn pages(pages: &Pages, content: &Content) -> Vec<u32> {
    let mut letters = vec![0; pages.list.len()];
    for run in &content.runs {
        let text = content.text_of(run);
        letters[run.page as usize - 1] += text.chars().filter(|c| !c.is_whitespace()).count();
    }
    let mut covered = vec![0.0; pages.list.len()];
    for (page, area) in &content.images {
        covered[*page as usize - 1] += area.size();
    }
    let is_scan = |(index, letters): (usize, usize)| {
        let shows_picture = covered[index] > COVERED * pages.list[index].area;
        letters == 0 || (letters <= STAMP && shows_picture)
    };
    (1..)
        .zip(letters.into_iter().enumerate())
        .filter(|(_, page)| is_scan(*page))
        .map(|(page, _)| page)
        .collect()
}

/// Draws the pages that are scans, for `patience` each at most, and reads them. Their stamps, which are drawn too, go from the content.
///
/// # Errors
/// When nothing can be drawn or read for a reason that does not lie in a page, or no page could be.
pub fn read(
    bytes: &[u8],
    pages: &Pages,
    content: &mut Content,
    tesseract: &Tesseract,
    patience: Duration,
) -> Result<Scans, ReadError> {
    let mut numbers = self::pages(pages, content);
    let left_out = numbers.len().saturating_sub(limits::OCR_PAGES);
    numbers.truncate(limits::OCR_PAGES);
    let mut scans = Scans { asked: true, left_out, ..Scans::default() };
    if numbers.is_empty() {
        return Ok(scans);
    }
    let file = File::open(bytes.to_vec(), patience).map_err(not_drawn)?;
    let turns = |number: u32| pages.list[number as usize - 1].turns;
    let read: Vec<(u32, Result<Read, Fault>)> = numbers
        .par_iter()
        .map(|number| (*number, read_page(&file, *number, turns(*number), tesseract)))
        .collect();
    let mut found = Vec::new();
    for (number, result) in read {
        match result {
            Ok(page) if page.read.lines.is_empty() => {}
            Ok(page) => found.push(page),
            Err(Fault::Draw(DrawError::NotBuilt)) => return Err(ReadError::OcrNotBuilt),
            Err(Fault::Ocr(OcrError::NotInstalled(name))) => return Err(ReadError::NoTesseract(name)),
            Err(fault) => scans.failed.push((number, fault.to_string())),
        }
    }
    if let (true, Some((_, message))) = (scans.failed.len() == numbers.len(), scans.failed.first()) {
        return Err(ReadError::OcrFailed(message.clone()));
    }
    found.retain(|page| page.letters() > letters_of(content, page.number));
    let replaced: BTreeSet<u32> = found.iter().map(|page| page.number).collect();
    content.runs.retain(|run| !replaced.contains(&run.page));
    scans.add(found);
    Ok(scans)
}

fn letters_of(content: &Content, page: u32) -> usize {
    let runs = content.runs.iter().filter(|run| run.page == page);
    runs.flat_map(|run| content.text_of(run).chars()).filter(|c| !c.is_whitespace()).count()
}

/// A page as it was read.
struct Read {
    number: u32,
    read: ocr::Page,
    /// From the pixels of the upright picture to points on the page as it is shown upright.
    to_page: Matrix,
}

#[derive(Debug, thiserror::Error)]
enum Fault {
    #[error(transparent)]
    Draw(#[from] DrawError),
    #[error(transparent)]
    Ocr(#[from] OcrError),
}

fn not_drawn(error: DrawError) -> ReadError {
    match error {
        DrawError::NotBuilt => ReadError::OcrNotBuilt,
        other => ReadError::OcrFailed(other.to_string()),
    }
}

fn read_page(file: &File, number: u32, turns: u8, tesseract: &Tesseract) -> Result<Read, Fault> {
    let picture = file.page(number, DOTS_PER_INCH / 72.0)?;
    let to_user_space = Matrix(picture.to_page());
    let grey = picture.grey();
    drop(picture);
    let read = ocr::read(&grey, tesseract)?;
    let (width, height) = (grey.width as f32, grey.height as f32);
    // Turns the picture back to how it was drawn.
    let to_drawn = match read.turns % 4 {
        0 => Matrix::IDENTITY,
        1 => Matrix([0.0, -1.0, 1.0, 0.0, 0.0, height]),
        2 => Matrix([-1.0, 0.0, 0.0, -1.0, width, height]),
        _ => Matrix([0.0, 1.0, -1.0, 0.0, width, 0.0]),
    };
    let to_page = to_drawn.then(&to_user_space).then(&Matrix::quarter_turns(turns + read.turns));
    Ok(Read { number, read, to_page })
}

impl Read {
    fn letters(&self) -> usize {
        self.read.lines.iter().flat_map(|line| &line.words).map(|word| word.read.text.chars().count()).sum()
    }

    fn size_of(&self, line: &ocr::Line) -> f32 {
        line.size * self.to_page.height_scale()
    }
}

impl Scans {
    fn add(&mut self, pages: Vec<Read>) {
        let mut sizes = Tally::new(0.5);
        let mut weights = Tally::new(0.01);
        for (page, line) in pages.iter().flat_map(|page| page.read.lines.iter().map(move |line| (page, line)))
        {
            let letters = line.words.iter().map(|word| word.read.text.len()).sum();
            sizes.add(page.size_of(line), letters);
            weights.add(line.weight, letters);
        }
        let usual_size = sizes.usual().unwrap_or(0.0).round();
        let usual_weight = weights.usual().unwrap_or(0.0);
        for page in pages {
            for line in &page.read.lines {
                let size = page.size_of(line);
                let is_usual = (size - usual_size).abs() < SAME_SIZE * usual_size;
                let size = if is_usual { usual_size } else { size.round() };
                self.add_line(&page, line, size, line.weight > BOLD * usual_weight);
            }
            self.add_rules(&page);
            self.pages.push((page.number, page.read.turns));
        }
    }

    fn add_line(&mut self, page: &Read, line: &ocr::Line, size: f32, bold: bool) {
        for word in &line.words {
            let (left, baseline) = page.to_page.apply(word.left, line.baseline);
            let (right, _) = page.to_page.apply(word.right, line.baseline);
            let read = &word.read;
            let area = Area::under(&page.to_page, read.left, read.top, read.right, read.bottom);
            let ocr_confidence = read.confidence;
            let page = page.number;
            let word = ReadWord { page, area, ocr_confidence, left, right, baseline, size, bold };
            self.content.push_read(&read.text, word);
        }
    }

    fn add_rules(&mut self, page: &Read) {
        let rules = page.read.rules.iter().map(|rule| {
            let Area { left, bottom, right, top } =
                Area::under(&page.to_page, rule.left, rule.top, rule.right, rule.bottom);
            Rule { page: page.number, left, right, bottom, top }
        });
        self.content.rules.extend(rules);
    }
}
