use super::*;

const FINDINGS: &str = "tables/findings.csv";
/// The row of a finding with a judgement: the sixth of the revisit letter, of which the text is one line a paragraph.
const ROW: usize = 20;

/// A bench with one area's letters and their tables.
fn bench() -> Bench {
    let bench = Bench::holding("northmere");
    bench.run(&["--quiet", "export", "--format", "csv", "-o", "tables"]).success();
    bench
}

#[test]
fn every_export_of_the_corpus_stands() {
    let mut formats = vec!["csv", "xlsx", "sqlite", "jsonl", "annotations"];
    if cfg!(feature = "parquet") {
        formats.push("parquet");
    }
    for area in ["northmere", "elverdale", "wexcombe"] {
        let bench = Bench::holding(area);
        for format in &formats {
            bench.run(&["--quiet", "export", "--format", format, "-o", format]).success();
        }
        std::fs::create_dir(bench.path("briefs")).unwrap();
        for brief in ["briefs/brief.md", "briefs/brief.html", "briefs/brief.docx"] {
            bench.run(&["--quiet", "brief", "--area", area, "-o", brief]).success();
        }
        for folder in formats.iter().chain(&["briefs"]) {
            let said = stdout(&bench.run(&["verify", folder]).success());
            assert!(said.contains(" files stand at their places."), "{area}, {folder}: {said}");
        }
    }
}

#[test]
fn an_export_is_verified_without_a_store_by_copies_of_the_letters() {
    let bench = bench();
    std::fs::remove_dir_all(bench.path(".throughline")).unwrap();
    copy(corpus("northmere").as_ref(), &bench.path("copies"));
    bench.run(&["verify", "tables", "--sources", "copies"]).success();
    std::fs::create_dir(bench.path("none")).unwrap();
    assert!(faults(&bench, &["tables", "--sources", "none"]).contains("the file is not found"));
}

/// Changes one cell of a judged finding, and gives what `verify` says of it.
fn tampered(bench: &Bench, column: &str, change: impl Fn(&str) -> String) -> String {
    let mut table = Table::read(bench, FINDINGS);
    let row =
        2 + table.rows[1..].iter().position(|row| row.iter().any(|cell| cell == "not_sufficient")).unwrap();
    let cell = table.cell(row, column);
    *cell = change(cell);
    let as_it_was = bench.read(FINDINGS);
    table.write(bench);
    let said = faults(bench, &["tables"]);
    bench.write(FINDINGS, as_it_was);
    assert!(said.contains(&format!("tables/findings.csv, row {row}, ")), "{column}: {said}");
    // On one line, however it was broken.
    said.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn more(number: &str) -> String {
    (number.parse::<usize>().unwrap() + 1).to_string()
}

#[test]
fn every_cell_that_a_quotation_rests_on_is_verified() {
    let bench = bench();
    let one_letter = |text: &str| text.replacen('e', "a", 1);
    for (column, says) in
        [("quote", "quote ("), ("judgement_quote", "judgement_quote ("), ("statement", "statement (")]
    {
        let said = tampered(&bench, column, one_letter);
        assert!(
            said.contains(says) && said.contains("the words stand nowhere in the file"),
            "{column}: {said}"
        );
        assert!(said.contains("there:"), "{column}: {said}");
    }
    for column in ["char_start", "char_end", "judgement_char_start", "judgement_char_end"] {
        let said = tampered(&bench, column, more);
        assert!(said.contains("the words stand elsewhere in the file"), "{column}: {said}");
        assert!(said.contains("now:"), "{column}: {said}");
    }
    for column in ["page", "judgement_page"] {
        assert!(tampered(&bench, column, more).contains("the words stand on page 1"), "{column}");
    }
    assert!(tampered(&bench, "char_start", |_| "x".into()).contains("“x” is no number"));
    assert!(tampered(&bench, "char_end", |_| String::new()).contains("one end of its range is blank"));
    assert!(tampered(&bench, "quote", |_| String::new()).contains("there is a place, and no words"));
    assert!(tampered(&bench, "quote", |text| text.replace(' ', "  ")).contains("other spaces"));
}

#[test]
fn another_file_and_another_hash_are_found() {
    let bench = bench();
    let said = tampered(&bench, "file_sha256", |_| "0".repeat(64));
    assert!(said.contains("the file is another one, with SHA-256"), "{said}");
    let said = tampered(&bench, "file", |_| corpus("northmere/2025-03-05-stocktake-letter.txt"));
    assert!(said.contains("the file is another one, with SHA-256"), "{said}");
    let said = tampered(&bench, "file", |_| "no/such.pdf".to_owned());
    assert!(said.contains("no/such.pdf") && said.contains("the file is not found"), "{said}");
}

#[test]
fn records_and_annotations_that_were_changed_are_named_by_line_or_id() {
    let bench = bench();
    for format in ["jsonl", "annotations"] {
        bench.run(&["--quiet", "export", "--format", format, "-o", format]).success();
    }
    let letters = bench.read("jsonl/letters.jsonl");
    let line = letters.lines().position(|line| line.contains("\"judgement_quote\":{")).unwrap();
    let mut record: serde_json::Value = serde_json::from_str(letters.lines().nth(line).unwrap()).unwrap();
    record["findings"][0]["judgement_quote"]["quote"] = "They have improved.".into();
    let changed: Vec<String> = letters
        .lines()
        .enumerate()
        .map(|(at, text)| if at == line { record.to_string() } else { text.to_owned() })
        .collect();
    bench.write("jsonl/letters.jsonl", changed.join("\n"));
    let said = faults(&bench, &["jsonl"]);
    assert!(said.contains(&format!("jsonl/letters.jsonl, line {}, northmere/", line + 1)), "{said}");
    assert!(said.contains("judgement_quote"), "{said}");

    let mut collection: serde_json::Value =
        serde_json::from_str(&bench.read("annotations/annotations.jsonld")).unwrap();
    let annotation = &mut collection["first"]["items"][0];
    annotation["target"]["selector"][0]["exact"] = "Nothing of the kind.".into();
    let id = annotation["id"].as_str().unwrap().to_owned();
    bench.write("annotations/annotations.jsonld", collection.to_string());
    let said = faults(&bench, &["annotations"]);
    assert!(said.contains(&id), "{said}");
    collection["first"]["items"][1]["target"]["selector"][0]["suffix"] = "nothing".into();
    bench.write("annotations/annotations.jsonld", collection.to_string());
    assert!(faults(&bench, &["annotations"]).contains(", target, suffix ("));
}

#[test]
fn an_export_that_cannot_be_read_is_named_and_the_others_are_verified() {
    let bench = bench();
    bench.write("tables/broken.jsonl", "{\"quote\": \n");
    let assert = bench.run(&["verify", "tables"]).code(1);
    assert!(
        stderr(&assert).contains("tables/broken.jsonl") && stderr(&assert).contains("line 1"),
        "{}",
        stderr(&assert)
    );
    assert!(stdout(&assert).contains("stand at their places."));
    bench.run(&["verify", "tables/broken.jsonl"]).code(2);
}

#[test]
fn the_list_of_sources_of_a_brief_is_verified() {
    let bench = bench();
    let [file, sha256, page, start, end, quote] = finding(&bench);
    let name = file.rsplit('/').next().unwrap();
    let words = quote.split_whitespace().collect::<Vec<_>>().join(" ");
    let brief = |listed: &str| {
        format!(
            "## Sources\n\n- Revisit letter of 17 November 2021: {name}, pages 1 to 9. SHA-256 `{listed}`\n\n\
             [^1]: {name}, page {page}, characters {start} to {end}, SHA-256 {}: “{words}”\n\nText[^1].\n",
            &sha256[..12]
        )
    };
    bench.write("brief.md", brief(&sha256));
    assert!(stdout(&bench.run(&["verify", "brief.md"]).success()).starts_with("1 quotation in 1 file"));
    bench.write("brief.md", brief(&sha256.replace(|digit: char| digit.is_ascii_digit(), "0")));
    let said = faults(&bench, &["brief.md"]);
    assert!(said.contains("brief.md, the list of sources") && said.contains("is another one"), "{said}");
}

/// The words of a finding of the stored letter, with their place, as a table and as a citation has them.
fn finding(bench: &Bench) -> [String; 6] {
    let mut table = Table::read(bench, FINDINGS);
    ["file", "file_sha256", "page", "char_start", "char_end", "quote"]
        .map(|name| table.cell(ROW, name).clone())
}

#[test]
fn workbooks_and_databases_are_read_by_their_columns() {
    let bench = bench();
    let columns = ["file", "file_sha256", "page", "char_start", "char_end", "quote"];
    for wrong in [false, true] {
        let mut row = finding(&bench);
        if wrong {
            row[5] = row[5].replacen('a', "o", 1);
        }
        let mut workbook = rust_xlsxwriter::Workbook::new();
        let sheet = workbook.add_worksheet().set_name("findings").unwrap();
        for (at, (name, text)) in columns.iter().zip(&row).enumerate() {
            let at = u16::try_from(at).unwrap();
            sheet.write_string(0, at, *name).unwrap();
            match text.parse::<u32>() {
                Ok(number) => sheet.write_number(1, at, number).unwrap(),
                Err(_) => sheet.write_string(1, at, text).unwrap(),
            };
        }
        bench.write("tables.xlsx", workbook.save_to_buffer().unwrap());

        std::fs::remove_file(bench.path("tables.sqlite")).ok();
        let database = Connection::open(bench.path("tables.sqlite")).unwrap();
        let create =
            "CREATE TABLE findings (file, file_sha256, page INT, char_start INT, char_end INT, quote)";
        database.execute_batch(create).unwrap();
        database.execute("INSERT INTO findings VALUES (?1, ?2, ?3, ?4, ?5, ?6)", row).unwrap();
        drop(database);

        for (file, place) in
            [("tables.xlsx", "sheet findings, row 2"), ("tables.sqlite", "table findings, row 1")]
        {
            if wrong {
                let said = faults(&bench, &[file]);
                assert!(said.contains(&format!("{file}, {place}, quote")), "{said}");
            } else {
                let said = stdout(&bench.run(&["verify", file]).success());
                assert_eq!(said, "1 quotation in 1 file stands at its place.\n", "{file}");
            }
        }
    }
}

/// A brief of one note, in the three forms of briefs. Its line quotes `quoted`.
fn briefs(bench: &Bench, note: &str, quoted: &str) {
    bench.write("brief.md", format!("# A brief\n\nInspectors said: “{quoted}”[^1]\n\n[^1]: {note}\n"));
    let note = note.replace('&', "&amp;");
    bench.write(
        "brief.html",
        format!(
            "<!doctype html><title>A brief</title><p>Inspectors said: “{quoted}”<sup><a href=\"#n1\">1</a></sup>\
             <ol><li id=\"n1\"><p>{note} <a href=\"#r1\">↩</a></li></ol>"
        ),
    );
    let mut zip = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for (name, paragraph) in
        [("word/document.xml", format!("Inspectors said: “{quoted}”")), ("word/endnotes.xml", note)]
    {
        zip.start_file(name, zip::write::SimpleFileOptions::default()).unwrap();
        let (first, last) = paragraph.split_at(paragraph.find(' ').unwrap());
        let xml = format!(
            "<w:x xmlns:w=\"w\"><w:p><w:r><w:t>{first}</w:t></w:r><w:r><w:t xml:space=\"preserve\">{last}</w:t>\
             </w:r></w:p></w:x>"
        );
        std::io::Write::write_all(&mut zip, xml.as_bytes()).unwrap();
    }
    bench.write("brief.docx", zip.finish().unwrap().into_inner());
}

const BRIEFS: [&str; 3] = ["brief.md", "brief.html", "brief.docx"];

#[test]
fn notes_of_briefs_are_citations_that_are_verified() {
    let bench = bench();
    let [file, sha256, page, start, end, quote] = finding(&bench);
    let name = file.rsplit('/').next().unwrap();
    let words = quote.split_whitespace().collect::<Vec<_>>().join(" ");
    let note = |start: &str, sha256: &str, words: &str| {
        format!("{name}, page {page}, characters {start} to {end}, SHA-256 {sha256}: “{words}”")
    };
    let beginning: String = words.chars().take(30).collect();
    briefs(&bench, &note(&start, &sha256[..12], &words), &format!("{} …", beginning.trim_end()));
    for brief in BRIEFS {
        let said = stdout(&bench.run(&["verify", brief]).success());
        assert_eq!(said, "1 quotation in 1 file stands at its place.\n", "{brief}");
    }
    for (note, quoted, says) in [
        (note(&more(&start), &sha256, &words), &words, "the words stand elsewhere"),
        (note(&start, &"0".repeat(12), &words), &words, "the file is another one"),
        (note(&start, &sha256, "Nothing of the kind."), &"Nothing of the kind.".into(), "stand nowhere"),
        (note(&start, &sha256, &words), &"They are content.".to_owned(), "no citation has them"),
    ] {
        briefs(&bench, &note, quoted);
        for brief in BRIEFS {
            let said = faults(&bench, &[brief]).split_whitespace().collect::<Vec<_>>().join(" ");
            assert!(said.contains(brief) && said.contains(says), "{brief}: {said}");
        }
    }
}
