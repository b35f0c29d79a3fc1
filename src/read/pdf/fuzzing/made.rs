use lopdf::{Dictionary, Document, Object, ObjectId, Stream, dictionary};

use crate::read::pdf::objects::File;
use crate::read::{Clock, Limits};

/// A file made of objects, without going through bytes.
pub struct Made {
    objects: Document,
    catalog: Dictionary,
    pub pages: Vec<ObjectId>,
}

impl Made {
    /// Pages with this content, which may set its type in `F1`.
    pub fn with_pages(contents: impl IntoIterator<Item = Vec<u8>>) -> Self {
        let mut objects = Document::with_version("1.7");
        let font = objects.add_object(dictionary! {
            "Type" => "Font", "Subtype" => "Type1", "BaseFont" => "Helvetica", "Encoding" => "WinAnsiEncoding",
        });
        let resources = dictionary! { "Font" => dictionary! { "F1" => font } };
        let mut page = |content: Vec<u8>| {
            let contents = objects.add_object(Stream::new(Dictionary::new(), content));
            objects.add_object(dictionary! {
                "Type" => "Page", "Contents" => contents, "Resources" => resources.clone(),
            })
        };
        let pages: Vec<ObjectId> = contents.into_iter().map(&mut page).collect();
        let kids: Vec<Object> = pages.iter().map(|page| (*page).into()).collect();
        let root = objects.add_object(dictionary! { "Type" => "Pages", "Kids" => kids });
        let catalog = dictionary! { "Type" => "Catalog", "Pages" => root };
        Self { objects, catalog, pages }
    }

    pub fn add(&mut self, object: impl Into<Object>) -> ObjectId {
        self.objects.add_object(object)
    }

    /// Keeps a number for an object that is put under it later.
    pub fn reserve(&mut self) -> ObjectId {
        self.objects.new_object_id()
    }

    pub fn put(&mut self, id: ObjectId, object: impl Into<Object>) {
        self.objects.objects.insert(id, object.into());
    }

    pub fn set_tree(&mut self, root: ObjectId) {
        self.catalog.set("StructTreeRoot", root);
    }

    pub fn file(mut self, limits: &Limits) -> File<'static> {
        let catalog = self.objects.add_object(self.catalog);
        self.objects.trailer.set("Root", catalog);
        File::loaded(self.objects, *limits, Clock::start(limits.time()))
    }
}
