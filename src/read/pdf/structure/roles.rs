use crate::read::pdf::limits;
use crate::read::pdf::objects::{Dictionary, File};

/// What an element is, as far as reading cares.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role {
    /// Holds blocks and says nothing of them: a document, a section, a table's body.
    Group,
    Paragraph,
    /// A footnote or an endnote, which may stand in the middle of a sentence.
    Note,
    /// Level 1 is the largest.
    Heading(u8),
    List,
    Item,
    Label,
    ItemBody,
    Table,
    Row,
    HeaderCell,
    DataCell,
    /// Part of the block around it.
    Inline,
    /// Says nothing of what it holds. The tree has none: it is part of the block around it where it holds no
    /// block, as browsers tag each run of text, and a group else.
    Transparent,
    Artifact,
}

impl Role {
    /// The role of an element's type, through the role map where the type is not a standard one.
    pub fn of(file: &File, name: &[u8], role_map: Option<&Dictionary>) -> Self {
        let mut name = name;
        for _ in 0..limits::ROLE_STEPS {
            if let Some(role) = standard(name) {
                return role;
            }
            match role_map.and_then(|map| file.name(map, name)) {
                Some(mapped) => name = mapped,
                None => break,
            }
        }
        // An unknown element may stand anywhere; as a group it breaks no block that is none.
        Role::Group
    }
}

fn standard(name: &[u8]) -> Option<Role> {
    Some(match name {
        b"Document" | b"DocumentFragment" | b"Part" | b"Art" | b"Sect" | b"Div" | b"Aside"
        | b"BlockQuote" | b"TOC" | b"Index" | b"THead" | b"TBody" | b"TFoot" => Role::Group,
        b"P" | b"TOCI" | b"Caption" => Role::Paragraph,
        b"Note" | b"FENote" => Role::Note,
        b"Title" | b"H" => Role::Heading(1),
        [b'H', digit @ b'1'..=b'9'] => Role::Heading(digit - b'0'),
        b"L" => Role::List,
        b"LI" => Role::Item,
        b"Lbl" => Role::Label,
        b"LBody" => Role::ItemBody,
        b"Table" => Role::Table,
        b"TR" => Role::Row,
        b"TH" => Role::HeaderCell,
        b"TD" => Role::DataCell,
        b"Span" | b"Link" | b"Reference" | b"Annot" | b"Quote" | b"Em" | b"Strong" | b"Sub" | b"Code"
        | b"Figure" | b"Formula" | b"Form" | b"BibEntry" | b"Ruby" | b"RB" | b"RT" | b"RP" | b"Warichu"
        | b"WT" | b"WP" => Role::Inline,
        b"NonStruct" | b"Private" => Role::Transparent,
        b"Artifact" => Role::Artifact,
        _ => return None,
    })
}
