//! Links from a page's number to that page of its file.

use std::path::{Component, Path, PathBuf};

/// Where files lie, seen from a workbook.
#[derive(Debug, Clone, Default)]
pub struct Places {
    /// What the files' paths are relative to; absolute.
    pub files: PathBuf,
    /// The folder of the workbook; absolute.
    pub workbook: PathBuf,
}

impl Places {
    /// The target of a link to a page of a file, from 1: relative to the workbook, so that it holds when both are
    /// moved together; absolute where they lie on different drives. Only a PDF has pages that can be gone to.
    pub fn target(&self, file: &str, page: Option<i64>) -> String {
        let path = plain(&self.files.join(file));
        let path = relative(&path, &plain(&self.workbook)).unwrap_or(path);
        let path = escaped(&path.to_string_lossy().replace('\\', "/"));
        let page = page.filter(|_| path.to_lowercase().ends_with(".pdf"));
        let page = page.map_or_else(String::new, |page| format!("#page={page}"));
        format!("file:///{path}{page}")
    }
}

/// The path without `.` and `..`, as it is written: links in the file system are not followed.
fn plain(path: &Path) -> PathBuf {
    let mut out = PathBuf::new();
    for part in path.components() {
        match part {
            Component::CurDir => {}
            Component::ParentDir => drop(out.pop()),
            part => out.push(part),
        }
    }
    out
}

/// The way from a folder to a path; `None` where they have nothing in common.
fn relative(path: &Path, folder: &Path) -> Option<PathBuf> {
    let (to, from): (Vec<Component<'_>>, Vec<Component<'_>>) =
        (path.components().collect(), folder.components().collect());
    let common = to.iter().zip(&from).take_while(|(a, b)| a == b).count();
    if common == 0 && !from.is_empty() {
        return None;
    }
    let up = from[common..].iter().map(|_| Component::ParentDir);
    Some(up.chain(to[common..].iter().copied()).collect())
}

/// What would end or alter a link is written as its code.
fn escaped(path: &str) -> String {
    path.replace('%', "%25").replace('#', "%23").replace('?', "%3F").replace(' ', "%20")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn target(workbook: &str, file: &str) -> String {
        let places = Places { files: "/home/jo".into(), workbook: workbook.into() };
        places.target(file, Some(5))
    }

    #[test]
    fn a_link_is_the_way_from_the_workbook_to_the_page() {
        assert_eq!(target("/home/jo", "letters/a.pdf"), "file:///letters/a.pdf#page=5");
        assert_eq!(target("/home/jo/out", "./letters/a.pdf"), "file:///../letters/a.pdf#page=5");
        assert_eq!(
            target("/srv", "../ann/50% of #2.pdf"),
            "file:///../home/ann/50%25%20of%20%232.pdf#page=5"
        );
    }
}
