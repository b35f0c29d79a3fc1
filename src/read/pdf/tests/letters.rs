//! Real letters, where they are at hand: what careful readers found in them must come out as blocks.

use std::collections::BTreeMap;
use std::path::PathBuf;

use serde_json::Value;

use super::read;
use crate::document::{Block, BlockKind, Document};
use crate::text::fold_str;

const SHARED: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../shared");

/// The reports that have been read by hand: the document, and what is in it.
fn reports() -> Vec<(Document, Value)> {
    let folder = PathBuf::from(SHARED).join("gold/area-send");
    let Ok(entries) = std::fs::read_dir(&folder) else {
        println!("skipped: {} is not there", folder.display());
        return Vec::new();
    };
    let mut paths: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).collect();
    paths.sort();
    paths
        .iter()
        .map(|path| {
            let gold: Value = serde_json::from_slice(&std::fs::read(path).unwrap()).unwrap();
            let letter = PathBuf::from(SHARED).join(gold["file"].as_str().unwrap());
            let reading = read(&std::fs::read(letter).unwrap()).unwrap();
            assert!(reading.warnings.is_empty(), "{}: {:?}", path.display(), reading.warnings);
            (reading.document, gold["letters"][0].clone())
        })
        .collect()
}

/// The words of each table cell, with the blocks that make it up.
fn cells(document: &Document) -> BTreeMap<(u32, u32, u32), Vec<&Block>> {
    let mut cells: BTreeMap<_, Vec<&Block>> = BTreeMap::new();
    for block in document.blocks() {
        if let Some(cell) = block.cell {
            cells.entry((cell.table, cell.row, cell.column)).or_default().push(block);
        }
    }
    cells
}

fn words(document: &Document, blocks: &[&Block]) -> String {
    let texts: Vec<&str> = blocks.iter().map(|block| document.slice(block.span)).collect();
    fold_str(&texts.join(" "))
}

#[test]
fn each_finding_is_a_row_with_its_parts_as_items() {
    for (document, letter) in reports() {
        let cells = cells(&document);
        for finding in letter["findings"].as_array().unwrap() {
            let statement = fold_str(finding["statement"].as_str().unwrap());
            let found = cells.iter().find(|(_, blocks)| words(&document, blocks) == statement);
            let Some(((table, row, _), blocks)) = found else { panic!("no row says: {statement}") };
            let items: Vec<String> = blocks
                .iter()
                .filter(|block| block.is_list_item())
                .map(|block| fold_str(document.slice(block.span)))
                .collect();
            let parts: Vec<String> = finding["parts"]
                .as_array()
                .unwrap()
                .iter()
                .map(|part| fold_str(part.as_str().unwrap()))
                .collect();
            assert_eq!(items, parts);
            if let Some(body) = finding["responsible_body"].as_str() {
                assert_eq!(words(&document, &cells[&(*table, *row, 0)]), fold_str(body));
            }
        }
    }
}

#[test]
fn each_observation_is_one_item() {
    for (document, letter) in reports() {
        let counted = |heading: &str| {
            let after = document.blocks().iter().skip_while(|block| {
                !(block.is_heading() && document.slice(block.span).to_lowercase().contains(heading))
            });
            let section = after.skip(1).take_while(|block| !block.is_heading());
            section
                .filter(|block| block.kind == BlockKind::ListItem { level: 1 } && block.cell.is_none())
                .count()
        };
        let observations = &letter["observations"];
        assert_eq!(counted("that is effective") as u64, observations["effective"]["strengths"], "{letter}");
        assert_eq!(
            counted("need to do better") as u64,
            observations["better"]["areas_for_development"],
            "{letter}"
        );
    }
}
