use std::io::{ErrorKind, Read, Write};
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{self, Receiver};
use std::thread;
use std::time::Duration;

use super::{DOTS_PER_INCH, OcrError, tsv};
use crate::draw::Grey;

/// How long Tesseract may take over one picture. A page of text takes a few seconds.
const PATIENCE: Duration = Duration::from_secs(120);
/// Bytes that are read of what it prints. A page of text takes some 50,000.
const LONGEST: u64 = 16 << 20;

/// The program that reads pictures.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tesseract {
    /// Its path, or its name where it is looked for as programs are.
    pub program: PathBuf,
}

/// The environment variable that names the program.
const NAMED_IN: &str = "THROUGHLINE_TESSERACT";

impl Tesseract {
    /// The program that the environment variable `THROUGHLINE_TESSERACT` names, else `tesseract`.
    pub fn from_environment() -> Self {
        let named = std::env::var_os(NAMED_IN).filter(|name| !name.is_empty());
        Self { program: named.map_or_else(|| PathBuf::from("tesseract"), PathBuf::from) }
    }

    /// The words of a picture, by their lines.
    pub(super) fn words(&self, picture: &Grey) -> Result<Vec<tsv::Line>, OcrError> {
        // As much text as there is, in no order: it is put in order here, and Tesseract's own analysis of columns
        // loses lines of table cells that stand at different heights.
        let table = self.run(picture, &["-l", "eng", "--psm", "11", "-c", "tessedit_create_tsv=1"])?;
        Ok(tsv::lines(&table))
    }

    /// How many quarter turns clockwise make a picture upright; none where it cannot be told.
    pub(super) fn turns(&self, picture: &Grey) -> Result<u8, OcrError> {
        match self.run(picture, &["--psm", "0"]) {
            Ok(told) => Ok(turns(&told)),
            // It fails where there are too few letters to tell.
            Err(OcrError::Failed(_)) => Ok(0),
            Err(error) => Err(error),
        }
    }

    fn run(&self, picture: &Grey, arguments: &[&str]) -> Result<String, OcrError> {
        let mut child = self.start(arguments)?;
        let output = child.stdout.take().map(all_of);
        let complaints = child.stderr.take().map(all_of);
        let input = child.stdin.take();
        let file = picture.to_pgm();
        // It may end without having read the whole picture: how it ended says more than the broken pipe.
        thread::spawn(move || input.map(|mut input| input.write_all(&file)));
        let printed = output.and_then(|output| output.recv_timeout(PATIENCE).ok());
        let Some(printed) = printed else {
            stop(&mut child);
            return Err(OcrError::TimedOut(PATIENCE.as_secs()));
        };
        let ended = child.wait().map_err(|error| OcrError::Failed(error.to_string()))?;
        if ended.success() {
            return Ok(printed);
        }
        let complaint = complaints.and_then(|complaints| complaints.recv().ok()).unwrap_or_default();
        let last = complaint.lines().map(str::trim).rfind(|line| !line.is_empty());
        Err(OcrError::Failed(last.map_or_else(|| ended.to_string(), str::to_owned)))
    }

    fn start(&self, arguments: &[&str]) -> Result<Child, OcrError> {
        Command::new(&self.program)
            .args(["stdin", "stdout", "--dpi", &DOTS_PER_INCH.to_string()])
            .args(arguments)
            // Its threads cost more than they bring, and several pages are read at once.
            .env("OMP_THREAD_LIMIT", "1")
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .map_err(|error| match error.kind() {
                ErrorKind::NotFound => OcrError::NotInstalled(self.program.display().to_string()),
                _ => OcrError::Failed(error.to_string()),
            })
    }
}

/// Reads a pipe on a thread of its own, so that waiting for it can be given up.
fn all_of(pipe: impl Read + Send + 'static) -> Receiver<String> {
    let (sender, receiver) = mpsc::channel();
    thread::spawn(move || {
        let mut bytes = Vec::new();
        let read = pipe.take(LONGEST).read_to_end(&mut bytes);
        // Nobody listens any more where the program was stopped.
        let _ = sender.send(read.map(|_| String::from_utf8_lossy(&bytes).into_owned()).unwrap_or_default());
    });
    receiver
}

fn stop(child: &mut Child) {
    // It may have ended by itself a moment ago.
    let _ = child.kill();
    let _ = child.wait();
}

/// The turns in what `--psm 0` prints, such as `Rotate: 90`.
fn turns(told: &str) -> u8 {
    let degrees = told.lines().find_map(|line| line.strip_prefix("Rotate: ")?.trim().parse::<u32>().ok());
    degrees.map_or(0, |degrees| (degrees / 90 % 4) as u8)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_program_that_is_not_there_is_named() {
        let tesseract = Tesseract { program: PathBuf::from("no-such-tesseract") };
        let picture = Grey { width: 1, height: 1, pixels: vec![0] };
        let error = tesseract.words(&picture).unwrap_err();
        assert_eq!(error, OcrError::NotInstalled("no-such-tesseract".to_owned()));
    }

    #[test]
    fn degrees_are_quarter_turns() {
        assert_eq!(turns("Page number: 0\nOrientation in degrees: 90\nRotate: 270\n"), 3);
        assert_eq!(turns("Rotate: 0\n"), 0);
        assert_eq!(turns(""), 0);
    }
}
