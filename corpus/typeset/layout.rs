//! Puts the blocks of a letter on A4 pages.

use super::Options;
use super::column::Column;
use super::flow::{self, Line, Run};
use super::markup::{Block, Letter, Role, Text};
use super::metrics::{self, Face};
use super::page::{Mark, Page};
use super::settings::Settings;
use super::tags::Tree;

pub const PAGE_WIDTH: f32 = 595.28;
pub const PAGE_HEIGHT: f32 = 841.89;
pub const LEFT: f32 = 58.0;
pub const TEXT_WIDTH: f32 = PAGE_WIDTH - 2.0 * LEFT;
const TOP: f32 = PAGE_HEIGHT - 56.0;
pub const BOTTOM: f32 = 78.0;
const FOOTER_RULE: f32 = 56.0;
const FOOTER_SIZE: f32 = 9.0;

/// The letter on its pages, and what everything on them is.
pub struct Laid {
    pub pages: Vec<Page>,
    pub tree: Tree,
}

pub fn lay_out(letter: &Letter, options: &Options) -> Laid {
    let mut sheet = Sheet::new(&letter.settings, options);
    let mut column = Column::new(LEFT, Tree::DOCUMENT);
    for (index, block) in letter.blocks.iter().enumerate() {
        match block {
            Block::Text(text) => sheet.text(index, text, &mut column),
            Block::Table(table) => sheet.table(table),
            Block::PageBreak => sheet.turn(),
            Block::Space => sheet.top -= letter.settings.size * 1.2,
        }
    }
    Laid { pages: sheet.pages, tree: sheet.tree }
}

/// The pages so far, and how far down the last one is filled.
pub struct Sheet<'a> {
    pub settings: &'a Settings,
    options: &'a Options,
    pub pages: Vec<Page>,
    pub tree: Tree,
    pub top: f32,
}

impl<'a> Sheet<'a> {
    fn new(settings: &'a Settings, options: &'a Options) -> Self {
        let mut sheet = Sheet { settings, options, pages: Vec::new(), tree: Tree::new(), top: TOP };
        sheet.turn();
        sheet
    }

    pub fn is_fresh(&self) -> bool {
        self.top == TOP
    }

    pub fn turn(&mut self) {
        let index = self.pages.len();
        self.pages.push(Page::new(index, self.options.tagged));
        self.top = TOP;
        if index > 0 || self.settings.footer_on_first_page {
            self.footer(index);
        }
    }

    pub fn place(&mut self, line: &Line, column: &mut Column, top: f32) {
        if let Some(page) = self.pages.last_mut() {
            column.place(line, page, top, &mut self.tree, self.settings);
        }
    }

    pub fn fill(&mut self, mark: Mark, rectangle: [f32; 4], grey: f32) {
        if let Some(page) = self.pages.last_mut() {
            page.fill(&mut self.tree, mark, rectangle, grey);
        }
    }

    fn text(&mut self, index: usize, text: &Text, column: &mut Column) {
        let mut lines = flow::lines(&[text], TEXT_WIDTH, self.settings);
        let height: f32 = lines.iter().map(|line| line.height + line.space_before).sum();
        let is_heading = matches!(text.role, Role::Title | Role::Heading | Role::Subheading);
        // A heading does not stand alone at the foot of a page.
        if is_heading && self.top - height - self.settings.size * 4.0 < BOTTOM {
            self.turn();
        }
        for line in &mut lines {
            line.text = index;
            self.line(line, column);
        }
    }

    fn line(&mut self, line: &Line, column: &mut Column) {
        if self.top - line.space_before - line.height < BOTTOM {
            self.turn();
        }
        if !self.is_fresh() {
            self.top -= line.space_before;
        }
        self.place(line, column, self.top);
        self.top -= line.height;
    }

    fn footer(&mut self, index: usize) {
        if self.settings.footer.is_empty() && !self.settings.page_numbers {
            return;
        }
        self.fill(Mark::Footer, [LEFT, FOOTER_RULE, TEXT_WIDTH, 0.5], 0.4);
        let mut baseline = FOOTER_RULE - FOOTER_SIZE * 1.5;
        for line in self.settings.footer.clone() {
            self.footer_text(line, LEFT, baseline);
            baseline -= FOOTER_SIZE * 1.2;
        }
        if self.settings.page_numbers {
            let number = (index + 1).to_string();
            let left = LEFT + TEXT_WIDTH - metrics::width(Face::Regular, FOOTER_SIZE, &number);
            self.footer_text(number, left, FOOTER_RULE - FOOTER_SIZE * 1.5);
        }
    }

    fn footer_text(&mut self, text: String, left: f32, baseline: f32) {
        let run = Run { x: 0.0, face: Face::Regular, size: FOOTER_SIZE, text };
        if let Some(page) = self.pages.last_mut() {
            page.show(&mut self.tree, Mark::Footer, &[run], left, baseline);
        }
    }
}
