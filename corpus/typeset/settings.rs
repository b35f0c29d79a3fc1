//! The lines at the head of a source: `name: value`.

/// What happens to the structure of an item or a table row that a page end cuts in two.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Cut {
    /// The rest goes on in the same elements.
    Same,
    /// The rest stands in elements of its own, with no label: Word does this as often.
    New,
}

#[derive(Debug, Clone)]
pub struct Settings {
    pub title: String,
    pub language: String,
    /// Lines at the foot of each page.
    pub footer: Vec<String>,
    pub footer_on_first_page: bool,
    pub page_numbers: bool,
    pub size: f32,
    pub bullet: String,
    pub sub_bullet: String,
    pub cut_items: Cut,
    pub cut_rows: Cut,
    /// Word marks headings as `H1` only where the writer used its heading styles.
    pub tagged_headings: bool,
    /// Word sometimes writes an item's words before its bullet.
    pub labels_after_words: bool,
}

impl Default for Settings {
    fn default() -> Self {
        Settings {
            title: String::new(),
            language: "en-GB".to_string(),
            footer: Vec::new(),
            footer_on_first_page: false,
            page_numbers: true,
            size: 11.0,
            bullet: "◼".to_string(),
            sub_bullet: "▪".to_string(),
            cut_items: Cut::Same,
            cut_rows: Cut::Same,
            tagged_headings: false,
            labels_after_words: false,
        }
    }
}

impl Settings {
    /// Takes one line of the head; the error says what is wrong with it.
    pub fn set(&mut self, line: &str) -> Result<(), String> {
        let (name, value) = line.split_once(':').ok_or("a setting is `name: value`")?;
        let value = value.trim();
        match name.trim() {
            "title" => self.title = value.to_string(),
            "language" => self.language = value.to_string(),
            "footer" => self.footer.push(value.to_string()),
            "footer-on-first-page" => self.footer_on_first_page = yes_or_no(value)?,
            "page-numbers" => self.page_numbers = yes_or_no(value)?,
            "size" => self.size = value.parse().map_err(|_| "a size is a number of points")?,
            "bullet" => self.bullet = value.to_string(),
            "sub-bullet" => self.sub_bullet = value.to_string(),
            "cut-items" => self.cut_items = cut(value)?,
            "cut-rows" => self.cut_rows = cut(value)?,
            "tagged-headings" => self.tagged_headings = yes_or_no(value)?,
            "labels-after-words" => self.labels_after_words = yes_or_no(value)?,
            other => return Err(format!("no setting is called `{other}`")),
        }
        Ok(())
    }
}

fn yes_or_no(value: &str) -> Result<bool, String> {
    match value {
        "yes" => Ok(true),
        "no" => Ok(false),
        _ => Err("say `yes` or `no`".to_string()),
    }
}

fn cut(value: &str) -> Result<Cut, String> {
    match value {
        "same" => Ok(Cut::Same),
        "new" => Ok(Cut::New),
        _ => Err("say `same` or `new`".to_string()),
    }
}
