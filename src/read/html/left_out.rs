use super::style;
use crate::read::marked::tree::Element;

/// Elements that hold no text of the page.
const NO_TEXT: [&str; 27] = [
    "head", "title", "script", "style", "noscript", "template", "nav", "svg", "math", "iframe", "object",
    "audio", "video", "canvas", "map", "input", "button", "select", "datalist", "textarea", "img", "picture",
    "xml", "noframes", "noembed", "progress", "meter",
];

/// Roles of what stands around the text.
const ROLES_AROUND: [&str; 9] =
    ["navigation", "banner", "contentinfo", "search", "menu", "menubar", "dialog", "alertdialog", "toolbar"];

/// Whether the page's markup says that an element is no part of its text. The header and footer of an article
/// belong to the article; those of the page do not.
pub fn is_left_out(element: &Element, in_article: bool) -> bool {
    let name = element.name.as_str();
    NO_TEXT.contains(&name)
        || (matches!(name, "header" | "footer") && !in_article)
        || (name == "dialog" && element.attribute("open").is_none())
        || element.attribute("role").is_some_and(|role| ROLES_AROUND.contains(&role.trim()))
        || is_hidden(element)
        || is_note(element)
}

fn is_hidden(element: &Element) -> bool {
    // `until-found` is text that a search in the page shows.
    element.attribute("hidden").is_some_and(|value| value != "until-found")
        || element.attribute("aria-hidden") == Some("true")
        || style::property(element, "display").is_some_and(|value| value == "none")
        || style::property(element, "visibility").is_some_and(|value| value == "hidden")
        || style::property(element, "mso-hide").is_some_and(|value| value == "all")
}

/// A mark of a footnote, or the notes themselves, as word processors save them.
fn is_note(element: &Element) -> bool {
    let class = element.attribute("class").unwrap_or_default();
    let is_mark = class.split_whitespace().any(|class| class == "MsoFootnoteReference");
    let is_list = style::property(element, "mso-element")
        .is_some_and(|value| ["footnote-list", "endnote-list", "comment-list"].contains(&value.as_str()));
    is_mark || is_list || (element.name == "sup" && is_linked_number(element))
}

/// A raised number that is a link leads to a note.
fn is_linked_number(sup: &Element) -> bool {
    let text = sup.text();
    let number = text.trim().trim_matches(['[', ']']);
    sup.child("a").is_some() && !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit())
}
