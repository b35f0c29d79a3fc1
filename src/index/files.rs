//! The index on disk: made from the store, and made again whenever it is behind it, damaged or of another
//! form. It is a cache and holds nothing that the store does not.

use std::fs::File;
use std::path::Path;

use tantivy::indexer::NoMergePolicy;
use tantivy::schema::{FAST, Field, IndexRecordOption, STORED, Schema, TextFieldIndexing, TextOptions};
use tantivy::tokenizer::{PreTokenizedString, Token};
use tantivy::{IndexWriter, Searcher, TantivyDocument};

use super::IndexError;
use super::passages::{Passage, passages};
use crate::store::Store;
use crate::text::{Word, WordReader};

/// Raised whenever what is indexed, or how, changes.
const FORM: u32 = 1;

/// Memory for writing, in bytes.
const BUDGET: usize = 100_000_000;

/// The fields of a passage's document.
#[derive(Debug, Clone, Copy)]
pub struct Fields {
    /// The stems, with their positions.
    pub stems: Field,
    /// The words in lower case: what suggestions are taken from.
    pub plain: Field,
    /// The whole [`Passage`] as JSON.
    pub passage: Field,
    /// Its place in the order of letter date, letter id and start.
    pub order: Field,
    /// Numbers its letter.
    pub letter: Field,
    pub start: Field,
    pub end: Field,
}

pub fn schema() -> (Schema, Fields) {
    let mut schema = Schema::builder();
    let indexed = |option| {
        let indexing = TextFieldIndexing::default().set_tokenizer("raw").set_index_option(option);
        TextOptions::default().set_indexing_options(indexing)
    };
    let fields = Fields {
        stems: schema.add_text_field("stems", indexed(IndexRecordOption::WithFreqsAndPositions)),
        plain: schema.add_text_field("plain", indexed(IndexRecordOption::Basic)),
        passage: schema.add_text_field("passage", STORED),
        order: schema.add_u64_field("order", FAST),
        letter: schema.add_u64_field("letter", FAST),
        start: schema.add_u64_field("start", FAST),
        end: schema.add_u64_field("end", FAST),
    };
    (schema.build(), fields)
}

/// A searcher over everything the store holds. Where the index folder cannot be used, the index is made in
/// memory instead.
///
/// # Errors
/// When the store cannot be read, or no index can be made even in memory.
pub fn searcher(store: &Store) -> Result<Searcher, IndexError> {
    let folder = store.dir().join("index");
    let stamp = stamp(store)?;
    if let Some(searcher) = open_current(&folder, &stamp) {
        return Ok(searcher);
    }
    match make_on_disk(store, &folder) {
        Err(error @ IndexError::Store(_)) => Err(error),
        Err(_) => {
            let index = tantivy::Index::create_in_ram(schema().0);
            fill(&index, store)?;
            Ok(index.reader()?.searcher())
        }
        made => made,
    }
}

/// What an index that is not behind carries in its last commit.
fn stamp(store: &Store) -> Result<String, IndexError> {
    Ok(format!("form {FORM}, generation {}", store.generation()?))
}

/// The index in the folder, if it is whole and carries `stamp`.
fn open_current(folder: &Path, stamp: &str) -> Option<Searcher> {
    let index = tantivy::Index::open_in_dir(folder).ok()?;
    let whole = index.load_metas().ok()?.payload.as_deref() == Some(stamp)
        && index.schema() == schema().0
        && index.validate_checksum().ok()?.is_empty();
    if whole { Some(index.reader().ok()?.searcher()) } else { None }
}

fn make_on_disk(store: &Store, folder: &Path) -> Result<Searcher, IndexError> {
    std::fs::create_dir_all(folder)?;
    let lock =
        File::options().create(true).truncate(false).write(true).open(store.dir().join("index.lock"))?;
    lock.lock()?;
    // While this program waited for the lock, another may have made the index.
    if let Some(searcher) = open_current(folder, &stamp(store)?) {
        return Ok(searcher);
    }
    let index = match tantivy::Index::open_in_dir(folder) {
        Ok(index) if index.schema() == schema().0 => index,
        _ => create_anew(folder)?,
    };
    if fill(&index, store).is_err() {
        fill(&create_anew(folder)?, store)?;
    }
    open_current(folder, &stamp(store)?)
        .ok_or_else(|| IndexError::Io(std::io::Error::other("it could not be read back after it was made")))
}

fn create_anew(folder: &Path) -> Result<tantivy::Index, IndexError> {
    std::fs::remove_dir_all(folder)?;
    std::fs::create_dir_all(folder)?;
    Ok(tantivy::Index::create_in_dir(folder, schema().0)?)
}

/// Replaces everything in the index by what the store holds, in one commit: until then, other programs see
/// the index as it was.
fn fill(index: &tantivy::Index, store: &Store) -> Result<(), IndexError> {
    let (_, fields) = schema();
    let mut writer: IndexWriter = index.writer_with_num_threads(1, BUDGET)?;
    writer.set_merge_policy(Box::new(NoMergePolicy));
    writer.delete_all_documents()?;
    let stamp = stamp(store)?;
    let mut letters = store.letters()?;
    letters.sort_by(|a, b| {
        let key = |record: &crate::record::LetterRecord| (record.placed(), record.letter.id.clone());
        key(&a.record).cmp(&key(&b.record))
    });
    let mut words = WordReader::default();
    let mut order = 0;
    for (number, letter) in letters.iter().enumerate() {
        let text = store.text(&letter.record.source.sha256)?.unwrap_or_default();
        for passage in passages(&letter.record, &text) {
            writer.add_document(document(fields, &passage, [order, number as u64], &mut words)?)?;
            order += 1;
        }
    }
    let mut commit = writer.prepare_commit()?;
    commit.set_payload(&stamp);
    commit.commit()?;
    writer.wait_merging_threads()?;
    Ok(())
}

fn document(
    fields: Fields,
    passage: &Passage,
    [order, letter]: [u64; 2],
    reader: &mut WordReader,
) -> Result<TantivyDocument, IndexError> {
    let words = reader.words(&passage.quote);
    let mut document = TantivyDocument::new();
    document.add_pre_tokenized_text(fields.stems, tokens(&words, |word| &word.stem));
    document.add_pre_tokenized_text(fields.plain, tokens(&words, |word| &word.plain));
    document.add_text(fields.passage, serde_json::to_string(passage)?);
    document.add_u64(fields.order, order);
    document.add_u64(fields.letter, letter);
    document.add_u64(fields.start, passage.start as u64);
    document.add_u64(fields.end, passage.end as u64);
    Ok(document)
}

fn tokens(words: &[Word], text: impl Fn(&Word) -> &str) -> PreTokenizedString {
    let token = |(position, word): (usize, &Word)| Token {
        offset_from: word.span.start,
        offset_to: word.span.end,
        position,
        text: text(word).to_owned(),
        position_length: 1,
    };
    PreTokenizedString { text: String::new(), tokens: words.iter().enumerate().map(token).collect() }
}
