use lopdf::{Document, Object, ObjectId, Stream, dictionary};

/// Makes small PDF files to read. Text is set in 12-point type with every glyph half an em wide.
pub struct Maker {
    contents: Vec<String>,
    next_id: i64,
}

/// A piece of the structure tree.
#[derive(Clone)]
pub enum Tag {
    Element(&'static str, Vec<Tag>),
    /// A page, from 1, and a marked-content id on it.
    Content(usize, i64),
    /// A cell that covers two rows.
    Tall(Box<Tag>),
}

pub fn element(name: &'static str, kids: impl Into<Vec<Tag>>) -> Tag {
    Tag::Element(name, kids.into())
}

impl Maker {
    pub fn new(pages: usize) -> Self {
        Self { contents: vec![String::new(); pages], next_id: 0 }
    }

    /// Adds operators to a page, counted from 1.
    pub fn draw(&mut self, page: usize, operators: &str) {
        self.contents[page - 1].push_str(operators);
    }

    /// Shows untagged text.
    pub fn text(&mut self, page: usize, x: i32, y: i32, text: &str) {
        self.draw(page, &format!("BT /F1 12 Tf {x} {y} Td ({text}) Tj ET\n"));
    }

    /// Shows text as marked content and gives its place in the structure tree.
    pub fn marked(&mut self, page: usize, x: i32, y: i32, text: &str) -> Tag {
        let id = self.next_id;
        self.next_id += 1;
        self.draw(page, &format!("/P <</MCID {id}>> BDC\n"));
        self.text(page, x, y, text);
        self.draw(page, "EMC\n");
        Tag::Content(page, id)
    }

    /// The bytes of a file without tags.
    pub fn untagged(&self) -> Vec<u8> {
        self.file(None)
    }

    /// The bytes of a file with these elements under the root of its structure tree.
    pub fn tagged(&self, elements: Vec<Tag>) -> Vec<u8> {
        self.file(Some(elements))
    }

    fn file(&self, elements: Option<Vec<Tag>>) -> Vec<u8> {
        let mut document = Document::with_version("1.7");
        let root = document.new_object_id();
        let font = document.add_object(dictionary! {
            "Type" => "Font", "Subtype" => "Type1", "BaseFont" => "Helvetica", "Encoding" => "WinAnsiEncoding",
        });
        let pages: Vec<ObjectId> = self
            .contents
            .iter()
            .map(|content| {
                let mut stream = Stream::new(dictionary! {}, content.as_bytes().to_vec());
                stream.compress().unwrap();
                let contents = document.add_object(stream);
                document.add_object(dictionary! {
                    "Type" => "Page", "Parent" => root, "Contents" => contents,
                    "MediaBox" => vec![0.into(), 0.into(), 595.into(), 842.into()],
                    "Resources" => dictionary! { "Font" => dictionary! { "F1" => font } },
                })
            })
            .collect();
        let kids: Vec<Object> = pages.iter().map(|page| (*page).into()).collect();
        document.objects.insert(
            root,
            dictionary! { "Type" => "Pages", "Count" => kids.len() as i64, "Kids" => kids }.into(),
        );
        let mut catalog = dictionary! { "Type" => "Catalog", "Pages" => root };
        if let Some(elements) = elements {
            let kids: Vec<Object> =
                elements.iter().map(|tag| structure(&mut document, &pages, tag)).collect();
            let tree = document.add_object(dictionary! {
                "Type" => "StructTreeRoot", "K" => kids,
                "RoleMap" => dictionary! { "Standard" => "P" },
            });
            catalog.set("StructTreeRoot", tree);
        }
        let catalog = document.add_object(catalog);
        document.trailer.set("Root", catalog);
        let mut bytes = Vec::new();
        document.save_to(&mut bytes).unwrap();
        bytes
    }
}

fn structure(document: &mut Document, pages: &[ObjectId], tag: &Tag) -> Object {
    match tag {
        Tag::Tall(cell) => {
            let cell = structure(document, pages, cell);
            let dict = document.get_object_mut(cell.as_reference().unwrap()).unwrap().as_dict_mut().unwrap();
            dict.set("A", dictionary! { "O" => "Table", "RowSpan" => 2 });
            cell
        }
        Tag::Content(page, id) => {
            dictionary! { "Type" => "MCR", "Pg" => pages[page - 1], "MCID" => *id }.into()
        }
        Tag::Element(name, kids) => {
            let kids: Vec<Object> = kids.iter().map(|kid| structure(document, pages, kid)).collect();
            document.add_object(dictionary! { "S" => *name, "K" => kids }).into()
        }
    }
}
