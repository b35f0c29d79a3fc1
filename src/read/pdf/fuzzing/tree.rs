//! Structure trees, written as tokens of a content stream:
//!
//! ```text
//! /Table [ /TR [ /TH [ 0 ] /TD <<2 [ 1 /P [ 2 ] ] ] ]
//! ```
//!
//! A name opens an element, brackets hold its kids, a number is marked content, `<<` and a number the rows
//! and columns that the element covers, and `<07>` one more mention of the seventh element.

use lopdf::{Dictionary, Object, ObjectId, dictionary};

use super::made::Made;
use crate::read::pdf::content::{Lexer, Token};

/// Marked content on each page.
const SEQUENCES: usize = 16;

/// What the sequences show, again and again: words, items in each way of writing them, a cut word, and
/// nothing. Their numbers go on from page to page.
const SHOWN: [&str; 8] = [
    "Leaders and partners",
    "\\225 act on what they know;",
    "\\225",
    "a second item of multi-",
    "agency work.",
    "1. ",
    "(a) Children wait too long",
    " ",
];

/// The two pages whose content the trees name.
pub fn pages() -> [Vec<u8>; 2] {
    [page(0), page(SEQUENCES)]
}

fn page(first: usize) -> Vec<u8> {
    let mut content = String::new();
    for place in 0..SEQUENCES {
        let (id, y) = (first + place, 760 - 40 * place);
        let text = SHOWN[id % SHOWN.len()];
        let x = 72 + 36 * (place % 3);
        content += &format!("/P <</MCID {id}>> BDC BT /F1 12 Tf {x} {y} Td ({text}) Tj ET EMC\n");
    }
    content.into_bytes()
}

/// An element that is open or done.
struct Element {
    id: ObjectId,
    dict: Dictionary,
    kids: Vec<Object>,
}

/// Adds the tree that the bytes describe to a file.
pub fn add(made: &mut Made, bytes: &[u8]) {
    let mut elements = vec![element(made, b"Document")];
    let mut open = vec![0];
    let mut lexer = Lexer::new(bytes);
    while let Some(token) = lexer.token() {
        let innermost = *open.last().unwrap_or(&0);
        let newest = elements.len() - 1;
        match token {
            Token::Name(role) => {
                let new = element(made, &role.bytes());
                elements[innermost].kids.push(new.id.into());
                elements.push(new);
            }
            Token::ArrayOpen => open.push(newest),
            Token::ArrayClose => drop(open.pop()),
            Token::Number(id) => {
                let content = content(made, id as i64);
                elements[innermost].kids.push(content);
            }
            Token::DictOpen => {
                if let Some(Token::Number(covers)) = lexer.token() {
                    let covers = covers as i64;
                    elements[newest].dict.set("A", dictionary! { "RowSpan" => covers, "ColSpan" => covers });
                }
            }
            Token::String(number) => {
                let number = number.bytes().iter().fold(0, |number, byte| number << 8 | usize::from(*byte));
                let mentioned = elements[number % elements.len()].id;
                elements[innermost].kids.push(mentioned.into());
            }
            Token::DictClose | Token::Word(_) => {}
        }
    }
    made.set_tree(elements[0].id);
    for Element { id, mut dict, kids } in elements {
        dict.set("K", kids);
        made.put(id, dict);
    }
}

fn element(made: &mut Made, role: &[u8]) -> Element {
    Element { id: made.reserve(), dict: dictionary! { "S" => Object::Name(role.to_vec()) }, kids: Vec::new() }
}

/// A mention of marked content; that beyond the pages' is on the last page.
fn content(made: &Made, id: i64) -> Object {
    let page = (id.max(0) as usize / SEQUENCES).min(made.pages.len() - 1);
    dictionary! { "Type" => "MCR", "Pg" => made.pages[page], "MCID" => id }.into()
}
