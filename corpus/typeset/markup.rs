//! Reads a source: settings up to a line `---`, then blocks.

use super::settings::Settings;
use super::{MarkupError, encoding};

#[derive(Debug)]
pub struct Letter {
    pub settings: Settings,
    pub blocks: Vec<Block>,
}

#[derive(Debug)]
pub enum Block {
    Text(Text),
    Table(Table),
    PageBreak,
    /// An empty line.
    Space,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role {
    Title,
    Heading,
    Subheading,
    Paragraph,
    /// A line of its own, with no space after it: addresses, signatures.
    Line,
    /// The same in the right half of the page: a letterhead.
    RightLine,
    Bullet,
    SubBullet,
}

#[derive(Debug)]
pub struct Text {
    pub role: Role,
    pub words: Vec<Word>,
}

/// What a line may be broken after: a word, or a part of one up to its hyphen.
#[derive(Debug, Clone, PartialEq)]
pub struct Word {
    pub text: String,
    pub bold: bool,
    pub space_after: bool,
}

#[derive(Debug, Default)]
pub struct Table {
    /// How wide the columns are, as shares of the whole.
    pub shares: Vec<f32>,
    pub rows: Vec<Row>,
}

#[derive(Debug, Default)]
pub struct Row {
    pub header: bool,
    pub cells: Vec<Vec<Text>>,
}

pub fn read(source: &str) -> Result<Letter, MarkupError> {
    let mut reader = Reader::default();
    let mut settings = Settings::default();
    let mut in_head = true;
    for (index, line) in source.lines().enumerate() {
        let line = line.trim();
        let taken = match (in_head, line) {
            (true, "---") => {
                in_head = false;
                Ok(())
            }
            (true, "") => Ok(()),
            (true, _) => settings.set(line),
            (false, _) => reader.line(line),
        };
        taken.map_err(|message| MarkupError { line: index + 1, message })?;
    }
    reader.close_text();
    match reader.table {
        Some(_) => Err(MarkupError { line: source.lines().count(), message: "a table has no [end]".into() }),
        None => Ok(Letter { settings, blocks: reader.blocks }),
    }
}

#[derive(Default)]
struct Reader {
    blocks: Vec<Block>,
    table: Option<Table>,
    /// The text that is being read: its lines are joined.
    text: Option<(Role, String)>,
}

impl Reader {
    fn line(&mut self, line: &str) -> Result<(), String> {
        if let Some(missing) = encoding::first_missing(line) {
            return Err(format!("the fonts have no `{missing}`"));
        }
        if line.is_empty() {
            self.close_text();
            return Ok(());
        }
        if let Some(command) = line.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')) {
            self.close_text();
            return self.command(command);
        }
        match marker(line) {
            Some((role, rest)) => {
                self.close_text();
                self.text = Some((role, rest.to_string()));
            }
            None => self.go_on(line),
        }
        Ok(())
    }

    fn go_on(&mut self, line: &str) {
        match &mut self.text {
            Some((_, text)) => {
                text.push(' ');
                text.push_str(line);
            }
            None => self.text = Some((Role::Paragraph, line.to_string())),
        }
    }

    fn close_text(&mut self) {
        let Some((role, text)) = self.text.take() else { return };
        let text = Text { role, words: words(&text) };
        match self.open_cell() {
            Some(cell) => cell.push(text),
            None => self.blocks.push(Block::Text(text)),
        }
    }

    fn open_cell(&mut self) -> Option<&mut Vec<Text>> {
        self.table.as_mut()?.rows.last_mut()?.cells.last_mut()
    }

    fn command(&mut self, command: &str) -> Result<(), String> {
        let mut parts = command.split_whitespace();
        match (parts.next().unwrap_or_default(), &mut self.table) {
            ("page", None) => self.blocks.push(Block::PageBreak),
            ("space", None) => self.blocks.push(Block::Space),
            ("table", None) => {
                let shares = parts.map(str::parse).collect::<Result<Vec<f32>, _>>();
                let shares = shares.map_err(|_| "the columns' widths are numbers")?;
                self.table = Some(Table { shares, rows: Vec::new() });
            }
            (name @ ("row" | "header"), Some(table)) => {
                table.rows.push(Row { header: name == "header", cells: vec![Vec::new()] });
            }
            ("cell", Some(table)) => {
                let row = table.rows.last_mut().ok_or("a cell stands in a [row]")?;
                row.cells.push(Vec::new());
            }
            ("end", Some(_)) => self.blocks.extend(self.table.take().map(Block::Table)),
            (name, _) => return Err(format!("[{name}] does not belong here")),
        }
        Ok(())
    }
}

const MARKERS: [(&str, Role); 7] = [
    ("### ", Role::Subheading),
    ("## ", Role::Heading),
    ("# ", Role::Title),
    (">> ", Role::RightLine),
    ("> ", Role::Line),
    ("* ", Role::Bullet),
    ("- ", Role::SubBullet),
];

fn marker(line: &str) -> Option<(Role, &str)> {
    MARKERS.iter().find_map(|(mark, role)| Some((*role, line.strip_prefix(mark)?)))
}

/// Cuts a text to words; `**` at the edge of a word begins or ends bold.
fn words(text: &str) -> Vec<Word> {
    let mut words = Vec::new();
    let mut bold = false;
    for word in text.split_whitespace() {
        let opened = word.strip_prefix("**");
        bold |= opened.is_some();
        let word = opened.unwrap_or(word);
        let closed = word.strip_suffix("**");
        push_parts(&mut words, closed.unwrap_or(word), bold);
        bold &= closed.is_none();
    }
    words
}

/// Adds a word in the parts that a line may be broken between: after a hyphen with letters on both sides.
fn push_parts(words: &mut Vec<Word>, word: &str, bold: bool) {
    let mut rest = word;
    while let Some(at) = rest.find('-').filter(|at| *at > 0 && at + 1 < rest.len()) {
        words.push(Word { text: rest[..=at].to_string(), bold, space_after: false });
        rest = &rest[at + 1..];
    }
    words.push(Word { text: rest.to_string(), bold, space_after: true });
}
