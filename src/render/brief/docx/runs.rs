use quick_xml::escape::escape;

use crate::render::brief::blocks::Inline;

/// Runs of words, and the marks of notes among them.
#[derive(Debug, Default)]
pub struct Runs {
    /// Which notes have been cited, by their place from 0: Word can have a note's own mark once only, and
    /// further ones refer to it.
    cited: Vec<bool>,
}

/// How a run looks beside its paragraph's style.
#[derive(Debug, Clone, Copy, Default)]
struct Look {
    strong: bool,
    emphasis: bool,
    code: bool,
    link: bool,
}

impl Runs {
    pub fn new(notes: usize) -> Self {
        Self { cited: vec![false; notes] }
    }

    pub fn write(&mut self, inlines: &[Inline]) -> String {
        self.with(inlines, Look::default())
    }

    fn with(&mut self, inlines: &[Inline], look: Look) -> String {
        let mut out = String::new();
        let mut after_mark = false;
        for inline in inlines {
            match inline {
                Inline::Text(words) => out.push_str(&run(words, look)),
                Inline::Code(words) => out.push_str(&run(words, Look { code: true, ..look })),
                Inline::Strong(inner) => out.push_str(&self.with(inner, Look { strong: true, ..look })),
                Inline::Emphasis(inner) => out.push_str(&self.with(inner, Look { emphasis: true, ..look })),
                Inline::Link(to, inner) => out.push_str(&self.link(to, inner, look)),
                Inline::Note(number) => {
                    if after_mark {
                        // Parts the numbers of two marks.
                        out.push_str(&styled("EndnoteReference", "<w:t xml:space=\"preserve\"> </w:t>"));
                    }
                    out.push_str(&self.mark(*number));
                }
                Inline::Break => out.push_str("<w:r><w:br/></w:r>"),
            }
            after_mark = matches!(inline, Inline::Note(_));
        }
        out
    }

    fn link(&mut self, to: &str, inner: &[Inline], look: Look) -> String {
        let words = self.with(inner, Look { link: true, ..look });
        field(&format!("HYPERLINK \"{}\"", to.replace('"', "%22")), &words)
    }

    fn mark(&mut self, number: usize) -> String {
        let bookmark = format!("_Note{number}");
        if std::mem::replace(&mut self.cited[number - 1], true) {
            let number = styled("EndnoteReference", &format!("<w:t>{number}</w:t>"));
            return field(&format!("NOTEREF {bookmark} \\f \\h"), &number);
        }
        let mark = styled("EndnoteReference", &format!("<w:endnoteReference w:id=\"{number}\"/>"));
        format!(
            "<w:bookmarkStart w:id=\"{number}\" w:name=\"{bookmark}\"/>{mark}<w:bookmarkEnd w:id=\"{number}\"/>"
        )
    }
}

/// A field with what it shows until Word works it out again.
fn field(instruction: &str, shown: &str) -> String {
    format!(
        "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText xml:space=\"preserve\"> {} \
         </w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>{shown}<w:r><w:fldChar \
         w:fldCharType=\"end\"/></w:r>",
        escape(instruction)
    )
}

/// A run with a character style.
pub fn styled(style: &str, content: &str) -> String {
    format!("<w:r><w:rPr><w:rStyle w:val=\"{style}\"/></w:rPr>{content}</w:r>")
}

fn run(words: &str, look: Look) -> String {
    let text = format!("<w:t xml:space=\"preserve\">{}</w:t>", escape(words));
    let style = match look {
        Look { code: true, .. } => "<w:rStyle w:val=\"Code\"/>",
        Look { link: true, .. } => "<w:rStyle w:val=\"Hyperlink\"/>",
        Look { strong: true, .. } => "<w:rStyle w:val=\"Strong\"/>",
        Look { emphasis: true, .. } => "<w:rStyle w:val=\"Emphasis\"/>",
        _ => "",
    };
    let slanted = if look.strong && look.emphasis { "<w:i/>" } else { "" };
    match (style, slanted) {
        ("", "") => format!("<w:r>{text}</w:r>"),
        _ => format!("<w:r><w:rPr>{style}{slanted}</w:rPr>{text}</w:r>"),
    }
}
