use anstyle::{AnsiColor, Style};

/// How text for a terminal is set.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Look {
    /// In columns.
    pub width: usize,
    pub colour: bool,
    /// Something other than a terminal gets the text: a row of a table then stays on one line, however long.
    pub piped: bool,
}

impl Look {
    /// What a file or a pipe gets.
    pub const PLAIN: Look = Look { width: 80, colour: false, piped: true };

    pub fn bold(self, text: &str) -> String {
        self.styled(Style::new().bold(), text)
    }

    pub fn dim(self, text: &str) -> String {
        self.styled(Style::new().dimmed(), text)
    }

    /// For what a reader should not overlook.
    pub fn alert(self, text: &str) -> String {
        self.styled(AnsiColor::Yellow.on_default(), text)
    }

    fn styled(self, style: Style, text: &str) -> String {
        if self.colour { format!("{style}{text}{style:#}") } else { text.to_owned() }
    }
}
