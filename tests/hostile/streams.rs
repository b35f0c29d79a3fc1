//! Filters: bombs, chains, predictors.

use super::Case;
use super::pdf::{CONTENT, Pdf, TEXT, deflate, show};

/// More than one stream may hold.
const BOMB: usize = 40 << 20;

pub fn cases() -> Vec<Case> {
    let mut cases = bombs();
    cases.extend(chains());
    cases.extend(predictors());
    cases
}

fn filtered(entries: &str, bytes: &[u8]) -> Vec<u8> {
    let mut pdf = Pdf::letter();
    pdf.stream(CONTENT, entries, bytes);
    pdf.bytes()
}

fn bombs() -> Vec<Case> {
    let once = deflate(&vec![b' '; BOMB]);
    let twice = deflate(&once);
    let run_length = [129, b' '].repeat(BOMB / 128);
    let nested = deflate(&run_length);
    let mut many = Pdf::letter();
    let contents: String = (10..60).map(|number| format!("{number} 0 R ")).collect();
    many.set(super::pdf::PAGE, super::pdf::page(&format!("/Contents[{contents}]")));
    let part = deflate(&vec![b' '; 30 << 20]);
    (10..60).for_each(|number| many.stream(number, "/Filter/FlateDecode", &part));
    vec![
        Case::new("a Flate bomb", filtered("/Filter/FlateDecode", &once)),
        Case::new("a Flate bomb within another", filtered("/Filter[/FlateDecode/FlateDecode]", &twice)),
        Case::new("a RunLength bomb", filtered("/Filter/RunLengthDecode", &run_length)),
        Case::new("a RunLength bomb in Flate", filtered("/Filter[/FlateDecode/RunLengthDecode]", &nested)),
        Case::new("an ASCII85 bomb", filtered("/Filter/ASCII85Decode", &vec![b'z'; BOMB / 4])),
        Case::new(
            "an ASCII85 bomb in Flate",
            filtered("/Filter[/FlateDecode/ASCII85Decode]", &deflate(&vec![b'z'; BOMB])),
        ),
        Case::new("an LZW bomb", filtered("/Filter/LZWDecode", &lzw_bomb(40))),
        Case::new("an ASCIIHex stream without end", filtered("/Filter/ASCIIHexDecode", &vec![b'2'; BOMB])),
        Case::new("many large streams", many.bytes()),
    ]
}

/// Codes that each stand for one byte more than the one before, as often as there are tables.
fn lzw_bomb(tables: usize) -> Vec<u8> {
    let mut bits = Bits::default();
    for _ in 0..tables {
        bits.push(256, 9);
        bits.push(32, 9);
        for code in 258..4_094_u32 {
            // The width of a code grows one code early.
            let width = if code < 512 {
                9
            } else if code < 1_024 {
                10
            } else if code < 2_048 {
                11
            } else {
                12
            };
            bits.push(code, width);
        }
    }
    bits.bytes
}

#[derive(Default)]
struct Bits {
    bytes: Vec<u8>,
    open: u32,
    held: u32,
}

impl Bits {
    fn push(&mut self, code: u32, width: u32) {
        self.open = self.open << width | code;
        self.held += width;
        while self.held >= 8 {
            self.held -= 8;
            self.bytes.push((self.open >> self.held) as u8);
        }
    }
}

fn chains() -> Vec<Case> {
    let mut bytes = show(TEXT).into_bytes();
    for _ in 0..100 {
        bytes = deflate_always(&bytes);
    }
    let chain = "/FlateDecode".repeat(100);
    let hex = "/ASCIIHexDecode".repeat(100_000);
    vec![
        Case::new("100 filters", filtered(&format!("/Filter[{chain}]"), &bytes)),
        Case::new("100,000 filters", filtered(&format!("/Filter[{hex}]"), b"41>")),
        Case::new("a filter that is itself", filtered("/Filter 4 0 R", b"x")),
        Case::new("filters within filters", filtered("/Filter[[[[/FlateDecode]]]]", b"x")),
    ]
}

/// [`deflate`] leaves alone what would grow.
fn deflate_always(bytes: &[u8]) -> Vec<u8> {
    let length = bytes.len() as u16;
    let sum = bytes.iter().fold((1_u32, 0_u32), |(a, b), byte| {
        let a = (a + u32::from(*byte)) % 65_521;
        (a, (b + a) % 65_521)
    });
    let head = [&[0x78, 0x01, 0x01][..], &length.to_le_bytes(), &(!length).to_le_bytes()].concat();
    [&head[..], bytes, &(sum.1 << 16 | sum.0).to_be_bytes()].concat()
}

fn predictors() -> Vec<Case> {
    let bytes = deflate(&vec![b' '; 100_000]);
    let case = |parameters: &str| {
        let entries = format!("/Filter/FlateDecode/DecodeParms<<{parameters}>>");
        Case::new(format!("a predictor with {parameters}"), filtered(&entries, &bytes))
    };
    [
        "/Predictor 12/Columns 2147483647",
        "/Predictor 12/Columns -1",
        "/Predictor 12/Columns 0",
        "/Predictor 15/Columns 9223372036854775807/Colors 9223372036854775807/BitsPerComponent 32",
        "/Predictor 2/Columns 1/Colors 2147483647/BitsPerComponent 16",
        "/Predictor 2/Columns 9223372036854775807/BitsPerComponent 1",
        "/Predictor 99999/Columns 4",
        "/Predictor 12/Columns 4 0 R",
    ]
    .map(case)
    .into()
}
