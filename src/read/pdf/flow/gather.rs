use super::named::NamedRuns;
use super::{Flow, Kind, Piece, Row, Table, TableCell, labels};
use crate::read::pdf::content::Content;
use crate::read::pdf::limits;
use crate::read::pdf::structure::{Element, Node, Role};

/// What the structure tree says of a file's content.
pub struct Gathered {
    pub flow: Vec<Flow>,
    /// The runs that the tree does not name though they are no artifacts, by number.
    pub left_out: Vec<usize>,
}

/// Puts the content in the order and the blocks of the structure tree.
pub fn gather(content: &Content, tree: &Element) -> Gathered {
    let (runs, mut left_out) = NamedRuns::of(content);
    let mut gatherer = Gatherer {
        content,
        runs,
        open: Vec::new(),
        label: Vec::new(),
        label_is_shape: false,
        carried: Vec::new(),
        notes: Vec::new(),
        out: Vec::new(),
    };
    gatherer.element(tree, Context { kind: Kind::Paragraph, level: 0 });
    gatherer.flush(Kind::Paragraph);
    gatherer.flush_carried();
    left_out.extend(gatherer.runs.rest());
    left_out.sort_unstable();
    Gathered { flow: gatherer.out, left_out }
}

/// What the elements around an element make of its text.
#[derive(Clone, Copy)]
struct Context {
    kind: Kind,
    /// How many lists are open.
    level: u8,
}

struct Gatherer<'a> {
    content: &'a Content,
    /// The runs not yet placed.
    runs: NamedRuns,
    /// The runs of the block being gathered.
    open: Vec<usize>,
    /// Those of them that are tagged as the label of a list item.
    label: Vec<usize>,
    /// The open list item has a label that is drawn as a shape, as browsers draw theirs.
    label_is_shape: bool,
    /// The runs of a label that turned out to be the first words of the next item.
    carried: Vec<usize>,
    /// The notes of the block being gathered, which come after it.
    notes: Vec<Flow>,
    out: Vec<Flow>,
}

impl Gatherer<'_> {
    fn element(&mut self, element: &Element, context: Context) {
        match element.role {
            Role::Artifact => self.forget(element),
            Role::Inline | Role::ItemBody => self.kids(element, context),
            Role::Label => self.label(element, context),
            Role::Row | Role::HeaderCell | Role::DataCell => self.block(element, context),
            Role::Paragraph | Role::Group | Role::Transparent => self.paragraph(element, context),
            Role::Heading(level) => self.block(element, Context { kind: Kind::Heading(level), ..context }),
            Role::Note => self.note(element),
            Role::List => self.list(element, context),
            Role::Item => self.item(element, context),
            Role::Table => self.table(element, context),
        }
    }

    fn kids(&mut self, element: &Element, context: Context) {
        for kid in &element.kids {
            match kid {
                Node::Content(key) => self.open.extend(self.runs.take(key)),
                Node::Element(inner) => self.element(inner, context),
            }
        }
    }

    /// Gathers an element whose text is kept apart from what stands before and after it.
    fn block(&mut self, element: &Element, context: Context) {
        self.flush(context.kind);
        self.kids(element, context);
        self.flush(context.kind);
    }

    /// A paragraph, or a group of them; the first of a list item is the item itself.
    fn paragraph(&mut self, element: &Element, context: Context) {
        if matches!(context.kind, Kind::Item(_)) && !self.has_words() {
            self.kids(element, context);
        } else {
            self.block(element, context);
        }
    }

    /// Whether the open runs hold more than a bullet.
    fn has_words(&self) -> bool {
        if self.open.len() > limits::LABEL_RUNS {
            return true;
        }
        let runs = self.open.iter().map(|index| &self.content.runs[*index]);
        Piece::new(Kind::Item(1), self.content, runs).is_some()
    }

    fn list(&mut self, element: &Element, context: Context) {
        self.flush(context.kind);
        let level = context.level.saturating_add(1);
        self.kids(element, Context { kind: Kind::Item(level), level });
        self.flush(Kind::Item(level));
    }

    fn item(&mut self, element: &Element, context: Context) {
        let level = context.level.max(1);
        self.block(element, Context { kind: Kind::Item(level), level });
    }

    fn table(&mut self, element: &Element, context: Context) {
        self.flush(context.kind);
        let outer = std::mem::take(&mut self.out);
        let mut table = Table::default();
        self.rows(element, &mut table, &mut Vec::new());
        self.out = outer;
        if !table.rows.is_empty() {
            self.out.push(Flow::Table(table));
        }
    }

    /// Adds the rows under an element, which may stand in groups such as a table's body. `below` says for
    /// each column how many rows more a cell above covers.
    fn rows(&mut self, element: &Element, table: &mut Table, below: &mut Vec<usize>) {
        for kid in &element.kids {
            match kid {
                Node::Element(row) if row.role == Role::Row => {
                    let cells = self.row(row, below);
                    if cells.iter().any(|cell| !cell.flow.is_empty()) {
                        table.rows.push(Row { cells });
                    }
                }
                Node::Element(group) if group.role == Role::Group => self.rows(group, table, below),
                // Text that stands in no row, such as a caption, has a row of its own.
                other => {
                    let cell = self.cell(other);
                    if !cell.flow.is_empty() {
                        table.rows.push(Row { cells: vec![cell] });
                    }
                }
            }
        }
    }

    fn row(&mut self, row: &Element, below: &mut Vec<usize>) -> Vec<TableCell> {
        let mut cells = Vec::with_capacity(row.kids.len());
        for node in &row.kids {
            cover(&mut cells, below);
            let (rows, columns) = if let Node::Element(cell) = node { cell.covers } else { (1, 1) };
            below.resize(below.len().max(cells.len() + columns), 0);
            below[cells.len()..cells.len() + columns].fill(rows - 1);
            cells.push(self.cell(node));
            cells.extend((1..columns).map(|_| TableCell::covered()));
        }
        cover(&mut cells, below);
        cells
    }

    fn cell(&mut self, node: &Node) -> TableCell {
        let context = Context { kind: Kind::Paragraph, level: 0 };
        let header = match node {
            Node::Content(key) => {
                self.open.extend(self.runs.take(key));
                false
            }
            Node::Element(cell) => {
                self.element(cell, context);
                cell.role == Role::HeaderCell
            }
        };
        self.flush(Kind::Paragraph);
        TableCell::new(header, std::mem::take(&mut self.out))
    }

    /// Gathers a note without ending the block that it is the note of.
    fn note(&mut self, element: &Element) {
        let notes = self.aside(element);
        self.notes.extend(notes);
        if self.open.is_empty() {
            self.out.append(&mut self.notes);
        }
    }

    /// Drops the content of an artifact.
    fn forget(&mut self, element: &Element) {
        self.aside(element);
    }

    /// The flow of an element that is no part of the block being gathered.
    fn aside(&mut self, element: &Element) -> Vec<Flow> {
        let open = std::mem::take(&mut self.open);
        let notes = std::mem::take(&mut self.notes);
        let out = std::mem::take(&mut self.out);
        self.kids(element, Context { kind: Kind::Paragraph, level: 0 });
        self.flush(Kind::Paragraph);
        self.open = open;
        self.notes = notes;
        std::mem::replace(&mut self.out, out)
    }

    fn label(&mut self, element: &Element, context: Context) {
        let start = self.open.len();
        self.kids(element, context);
        let runs = self.open.get(start..).unwrap_or_default();
        self.label_is_shape = runs.is_empty() && !element.kids.is_empty();
        self.label.extend_from_slice(runs);
    }

    /// Ends the block being gathered. Its runs are put in the order of drawing: Word sometimes names the
    /// parts of a list item in another.
    fn flush(&mut self, kind: Kind) {
        if self.open.is_empty() {
            return;
        }
        self.open.sort_unstable();
        let mut label = std::mem::take(&mut self.label);
        label.sort_unstable();
        self.place_carried();
        if !self.carry(&label) {
            labels::lead(&mut self.open, &label, self.content);
        }
        let runs = self.open.iter().map(|index| &self.content.runs[*index]);
        let mut piece = Piece::new(kind, self.content, runs);
        if let Some(item) = piece.as_mut().filter(|_| std::mem::take(&mut self.label_is_shape)) {
            item.marked = true;
        }
        self.out.extend(piece.map(Flow::Piece));
        self.out.append(&mut self.notes);
        self.open.clear();
    }

    /// Puts the carried runs into the open block where it begins on their line, after its bullet.
    fn place_carried(&mut self) {
        let Some(carried) = self.carried.first().map(|index| &self.content.runs[*index]) else { return };
        let on_its_line = |index: &usize| labels::is_on_line_of(carried, &self.content.runs[*index]);
        if !self.open.first().is_some_and(on_its_line) {
            self.flush_carried();
            return;
        }
        let is_before = |index: &usize| on_its_line(index) && self.content.runs[*index].left < carried.left;
        let after_bullet = self.open.iter().take_while(|index| is_before(index)).count();
        self.open.splice(after_bullet..after_bullet, self.carried.drain(..));
    }

    /// Takes the label's runs out of the block where they are the first words of the next item.
    fn carry(&mut self, label: &[usize]) -> bool {
        let is_of_next = labels::is_of_next_item(&self.open, label, self.content);
        if is_of_next {
            self.open.retain(|index| label.binary_search(index).is_err());
            self.carried = label.to_vec();
        }
        is_of_next
    }

    /// Ends the carried runs as a block of their own, where no item was found that they begin.
    fn flush_carried(&mut self) {
        let runs = self.carried.iter().map(|index| &self.content.runs[*index]);
        let piece = Piece::new(Kind::Paragraph, self.content, runs);
        self.out.extend(piece.map(Flow::Piece));
        self.carried.clear();
    }
}

/// Adds a covered cell for each column that a cell above reaches down to.
fn cover(cells: &mut Vec<TableCell>, below: &mut [usize]) {
    while let Some(rows) = below.get_mut(cells.len()).filter(|rows| **rows > 0) {
        *rows -= 1;
        cells.push(TableCell::covered());
    }
}
