//! Which elements end where their end tag is left out.

/// Elements that stand inside a line. Their end tags end no block.
pub fn is_inline(name: &str) -> bool {
    const INLINE: [&str; 28] = [
        "a", "abbr", "acronym", "b", "big", "cite", "code", "del", "dfn", "em", "font", "i", "ins", "kbd",
        "label", "mark", "q", "s", "samp", "small", "span", "strike", "strong", "sub", "sup", "tt", "u",
        "var",
    ];
    INLINE.contains(&name)
}

/// Elements that never hold anything.
pub fn is_void(name: &str) -> bool {
    const VOID: [&str; 15] = [
        "area", "base", "br", "col", "embed", "frame", "hr", "img", "input", "link", "meta", "param",
        "source", "track", "wbr",
    ];
    VOID.contains(&name)
}

/// How many of the open elements, given innermost first, end where `name` begins.
pub fn ended_by_start<'a>(name: &str, open: impl Iterator<Item = &'a str>) -> usize {
    let (ended, within): (&[&str], &[&str]) = match name {
        "li" => (&["li"], &["ul", "ol", "menu", "table", "td", "th"]),
        "dt" | "dd" => (&["dt", "dd"], &["dl", "table", "td", "th"]),
        "td" | "th" => (&["td", "th"], &["tr", "table"]),
        "tr" => (&["tr"], &["thead", "tbody", "tfoot", "table"]),
        "thead" | "tbody" | "tfoot" => (&["thead", "tbody", "tfoot"], &["table"]),
        name if ends_paragraph(name) => (&["p"], &["table", "td", "th", "caption", "button", "li"]),
        _ => return 0,
    };
    let mut depth = 0;
    for inner in open {
        depth += 1;
        if ended.contains(&inner) {
            return depth;
        }
        if within.contains(&inner) {
            break;
        }
    }
    0
}

/// How many of the open elements, given innermost first, end at the end tag of `name`.
pub fn ended_by_end<'a>(name: &str, open: impl Iterator<Item = &'a str>) -> usize {
    let is_of_table = ["td", "th", "tr", "thead", "tbody", "tfoot", "table", "caption"].contains(&name);
    let mut depth = 0;
    for inner in open {
        depth += 1;
        if inner == name {
            return depth;
        }
        let bars = match inner {
            "table" => true,
            "td" | "th" | "caption" => !is_of_table,
            inner => is_inline(name) && !is_inline(inner),
        };
        if bars {
            break;
        }
    }
    0
}

fn ends_paragraph(name: &str) -> bool {
    const BLOCKS: [&str; 30] = [
        "address",
        "article",
        "aside",
        "blockquote",
        "center",
        "details",
        "dialog",
        "div",
        "dl",
        "fieldset",
        "figure",
        "footer",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hr",
        "main",
        "menu",
        "nav",
        "ol",
        "p",
        "pre",
        "section",
        "table",
        "ul",
    ];
    BLOCKS.contains(&name)
}
