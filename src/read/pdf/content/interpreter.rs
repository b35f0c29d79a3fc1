use std::collections::HashMap;
use std::rc::Rc;

use super::marked::Marks;
use super::path::Path;
use super::state::{Matrix, State};
use super::tokens::{Lexer, Token};
use super::{Area, Content, parts, show};
use crate::read::Limit;
use crate::read::pdf::fonts::Font;
use crate::read::pdf::limits;
use crate::read::pdf::objects::{Dictionary, File, Object, ObjectId, StreamFault};
use crate::read::pdf::pages::Page;

/// Executes content streams, page by page, and keeps the text they show.
pub struct Interpreter<'a> {
    file: &'a File<'a>,
    /// By the address of the font's dictionary, which stays where it is while the file is borrowed.
    fonts: HashMap<*const Dictionary, Rc<Font>>,
    operators_left: usize,
    /// The limit on the whole file that was met, so that text is missing.
    pub exhausted: Option<Exhausted>,
    pub content: Content,
}

/// Why no more of a file is executed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Exhausted {
    Limit(Limit),
    /// It shows more text than any letter does.
    Text,
}

/// One content stream being executed.
struct Frame<'a> {
    page: u32,
    /// The number of the form object, 0 for a page.
    form: u32,
    resources: Vec<&'a Dictionary>,
    state: State,
    saved: Vec<State>,
    text_matrix: Matrix,
    line_matrix: Matrix,
    marks: Marks,
    path: Path,
}

impl<'a> Interpreter<'a> {
    pub fn new(file: &'a File<'a>) -> Self {
        Self {
            file,
            fonts: HashMap::new(),
            operators_left: file.limits.size(Limit::Operators),
            exhausted: None,
            content: Content::default(),
        }
    }

    /// Counts an operator against the limits on the whole file.
    fn may_go_on(&mut self) -> bool {
        if self.exhausted.is_some() {
            return false;
        }
        if self.operators_left == 0 {
            self.exhausted = Some(Exhausted::Limit(Limit::Operators));
        } else if self.content.runs.len() >= limits::RUNS || self.content.text.len() >= limits::TEXT_BYTES {
            self.exhausted = Some(Exhausted::Text);
        } else if self.operators_left.is_multiple_of(limits::OPERATORS_A_LOOK) && self.file.clock.is_over() {
            self.exhausted = Some(Exhausted::Limit(Limit::Seconds));
        }
        self.operators_left = self.operators_left.saturating_sub(1);
        self.exhausted.is_none()
    }

    /// Executes the content of a page. `number` counts from 1.
    ///
    /// # Errors
    /// When a stream of the page cannot be inflated; the text before it is kept.
    pub fn page(&mut self, number: u32, page: &Page<'a>) -> Result<(), StreamFault> {
        let turned = Matrix::quarter_turns(page.turns);
        let mut frame = Frame::new(number, page.resources.into_iter().collect(), turned);
        let streams = page.contents(self.file);
        let mut bytes = Vec::new();
        let mut fault = None;
        for stream in &streams {
            match self.file.content(stream) {
                Ok(part) if streams.len() == 1 => {
                    self.run(&part, &mut frame, 0);
                    return Ok(());
                }
                Ok(part) => parts::append(&mut bytes, &part),
                Err(found) => fault = Some(found),
            }
        }
        self.run(&bytes, &mut frame, 0);
        fault.map_or(Ok(()), Err)
    }

    fn run(&mut self, bytes: &[u8], frame: &mut Frame<'a>, depth: usize) {
        let mut lexer = Lexer::new(bytes);
        let mut operands: Vec<Token> = Vec::with_capacity(64);
        while let Some(token) = lexer.token() {
            match token {
                Token::Word(b"true" | b"false" | b"null") => {}
                Token::Word(b"BI") => {
                    lexer.skip_inline_image();
                    operands.clear();
                }
                Token::Word(operator) => {
                    if !self.may_go_on() {
                        return;
                    }
                    self.execute(operator, &operands, frame, depth);
                    operands.clear();
                }
                operand if operands.len() < limits::OPERANDS => operands.push(operand),
                _ => {}
            }
        }
    }

    fn execute(&mut self, operator: &[u8], operands: &[Token], frame: &mut Frame<'a>, depth: usize) {
        match operator {
            b"Tf" => self.set_font(operands, frame),
            b"Tj" | b"TJ" => self.show(operands, frame),
            b"'" | b"\"" => {
                if let [Token::Number(word), Token::Number(char), _] = operands {
                    (frame.state.word_spacing, frame.state.char_spacing) = (*word, *char);
                }
                frame.next_line(0.0, -frame.state.leading);
                self.show(operands.last().map_or(&[], std::slice::from_ref), frame);
            }
            b"Do" => self.draw(operands, frame, depth),
            b"BDC" | b"BMC" => {
                let id = self.marked_id(operands, frame);
                let is_artifact =
                    matches!(operands.first(), Some(Token::Name(tag)) if *tag.bytes() == *b"Artifact");
                frame.marks.open(is_artifact, id);
            }
            b"EMC" => frame.marks.close(),
            b"n" => frame.path.clear(),
            b"S" | b"s" | b"f" | b"F" | b"f*" | b"B" | b"B*" | b"b" | b"b*" => {
                let room = limits::SHAPES.saturating_sub(self.content.shapes.len());
                self.content.shapes.extend(frame.path.shape(frame.page).filter(|_| room > 0));
                let stroked = !operator.starts_with(b"f") && operator != b"F";
                frame.path.draw(stroked, frame.page, &mut self.content.rules);
            }
            _ => frame.execute(operator, operands),
        }
    }

    fn set_font(&mut self, operands: &[Token], frame: &mut Frame<'a>) {
        let [Token::Name(name), Token::Number(size)] = operands else { return };
        frame.state.size = *size;
        let Some(dict) = frame.resource(self.file, b"Font", &name.bytes()).and_then(Object::as_dict) else {
            frame.state.font = None;
            return;
        };
        let file = self.file;
        let font = self.fonts.entry(dict).or_insert_with(|| Rc::new(Font::load(file, dict)));
        frame.state.font = Some(Rc::clone(font));
    }

    fn show(&mut self, operands: &[Token], frame: &mut Frame<'a>) {
        let Some(font) = frame.state.font.clone() else { return };
        let place = show::Place { page: frame.page, form: frame.form, mark: frame.marks.current() };
        show::show(&mut self.content, operands, &font, &frame.state, &mut frame.text_matrix, place);
    }

    /// Draws a form; of an image, where it stands is kept.
    fn draw(&mut self, operands: &[Token], frame: &mut Frame<'a>, depth: usize) {
        let [Token::Name(name)] = operands else { return };
        if depth >= limits::FORM_DEPTH {
            return;
        }
        let Some((id, Object::Stream(form))) = frame.resource_with_id(self.file, b"XObject", &name.bytes())
        else {
            return;
        };
        match self.file.name(&form.dict, b"Subtype") {
            Some(b"Form") => {}
            Some(b"Image") if self.content.images.len() < limits::IMAGES => {
                let area = Area::under(&frame.state.ctm, 0.0, 0.0, 1.0, 1.0);
                return self.content.images.push((frame.page, area));
            }
            _ => return,
        }
        let Ok(bytes) = self.file.content(form) else { return };
        let matrix = self.file.numbers(&form.dict, b"Matrix").and_then(|numbers| numbers.try_into().ok());
        let ctm = matrix.map_or(Matrix::IDENTITY, Matrix).then(&frame.state.ctm);
        let mut resources = frame.resources.clone();
        resources.extend(self.file.dict(&form.dict, b"Resources"));
        let mut inner = Frame::new(frame.page, resources, ctm);
        inner.state = State { ctm, ..frame.state.clone() };
        inner.form = id.map_or(frame.form, |id| id.0);
        // What a form draws inside marked content belongs to it, unless the form marks its own.
        std::mem::swap(&mut inner.marks, &mut frame.marks);
        let inherited = inner.marks.current();
        if self.file.get(&form.dict, b"StructParents").is_none() && inherited != super::Mark::Outside {
            inner.form = frame.form;
        }
        self.run(&bytes, &mut inner, depth + 1);
        std::mem::swap(&mut inner.marks, &mut frame.marks);
    }

    /// The marked-content id in the properties of a `BDC`, given in place or by name.
    fn marked_id(&self, operands: &[Token], frame: &Frame<'a>) -> Option<u32> {
        match operands {
            [_, Token::Name(name)] => {
                let properties = frame.resource(self.file, b"Properties", &name.bytes())?.as_dict()?;
                self.file.integer(properties, b"MCID")?.try_into().ok()
            }
            [_, Token::DictOpen, entries @ ..] => entries.windows(2).find_map(|pair| match pair {
                [Token::Name(key), Token::Number(id)] if *key.bytes() == *b"MCID" && *id >= 0.0 => {
                    Some(*id as u32)
                }
                _ => None,
            }),
            _ => None,
        }
    }
}

impl<'a> Frame<'a> {
    fn new(page: u32, resources: Vec<&'a Dictionary>, ctm: Matrix) -> Self {
        Self {
            page,
            form: 0,
            resources,
            state: State::new(ctm),
            saved: Vec::new(),
            text_matrix: Matrix::IDENTITY,
            line_matrix: Matrix::IDENTITY,
            marks: Marks::default(),
            path: Path::default(),
        }
    }

    /// Looks a resource up, in the form's own resources before those of the page around it.
    fn resource(&self, file: &'a File<'a>, kind: &[u8], name: &[u8]) -> Option<&'a Object> {
        self.resource_with_id(file, kind, name).map(|(_, object)| object)
    }

    fn resource_with_id(
        &self,
        file: &'a File<'a>,
        kind: &[u8],
        name: &[u8],
    ) -> Option<(Option<ObjectId>, &'a Object)> {
        self.resources.iter().rev().find_map(|resources| {
            let entry = file.dict(resources, kind)?.get(name)?;
            Some((entry.as_reference(), file.resolve(entry)))
        })
    }

    /// The operators that change nothing but the state.
    fn execute(&mut self, operator: &[u8], operands: &[Token]) {
        let numbers = Numbers(operands);
        match operator {
            b"BT" => (self.text_matrix, self.line_matrix) = (Matrix::IDENTITY, Matrix::IDENTITY),
            b"Td" => self.next_line(numbers.at(0), numbers.at(1)),
            b"TD" => {
                self.state.leading = -numbers.at(1);
                self.next_line(numbers.at(0), numbers.at(1));
            }
            b"Tm" => {
                self.line_matrix = numbers.matrix();
                self.text_matrix = self.line_matrix;
            }
            b"T*" => self.next_line(0.0, -self.state.leading),
            b"Tc" => self.state.char_spacing = numbers.at(0),
            b"Tw" => self.state.word_spacing = numbers.at(0),
            b"Tz" => self.state.stretch = numbers.at(0) / 100.0,
            b"TL" => self.state.leading = numbers.at(0),
            b"Ts" => self.state.rise = numbers.at(0),
            b"Tr" => self.state.mode = numbers.at(0) as u8,
            b"re" => {
                let [x, y, width, height] = std::array::from_fn(|index| numbers.at(index));
                self.path.rectangle(&self.state.ctm, x, y, width, height);
            }
            b"m" => self.path.move_to(&self.state.ctm, numbers.at(0), numbers.at(1)),
            b"l" => self.path.line_to(&self.state.ctm, numbers.at(0), numbers.at(1)),
            b"c" => self.path.curve_to(&self.state.ctm, numbers.at(4), numbers.at(5)),
            b"v" | b"y" => self.path.curve_to(&self.state.ctm, numbers.at(2), numbers.at(3)),
            b"cm" => self.state.ctm = numbers.matrix().then(&self.state.ctm),
            b"q" if self.saved.len() < limits::SAVED_STATES => self.saved.push(self.state.clone()),
            b"Q" => {
                if let Some(state) = self.saved.pop() {
                    self.state = state;
                }
            }
            _ => {}
        }
    }

    fn next_line(&mut self, x: f32, y: f32) {
        self.line_matrix = self.line_matrix.moved(x, y);
        self.text_matrix = self.line_matrix;
    }
}

/// Operands read as numbers; one that is missing, or is none, is 0.
struct Numbers<'t, 'a>(&'t [Token<'a>]);

impl Numbers<'_, '_> {
    fn at(&self, index: usize) -> f32 {
        match self.0.get(index) {
            Some(Token::Number(number)) => *number,
            _ => 0.0,
        }
    }

    fn matrix(&self) -> Matrix {
        Matrix(std::array::from_fn(|index| self.at(index)))
    }
}
