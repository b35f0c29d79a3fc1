//! Whatever is wrong with one file is said with its name and what to do, and the others go on.

use snapbox::cmd::OutputAssert;
use snapbox::str;

use crate::bench::{Bench, GOOD, letter, stderr, stdout};

/// A bench with a good letter, and beside it one file with `bytes`.
fn beside_a_good_letter(name: &str, bytes: impl AsRef<[u8]>) -> Bench {
    let bench = Bench::new();
    bench.write("letters/good.txt", letter(GOOD));
    bench.write(&format!("letters/{name}"), bytes);
    bench
}

/// Ingests the folder; the good letter must be held whatever the other file was.
fn ingest(bench: &Bench) -> OutputAssert {
    let assert = bench.run(&["ingest", "letters"]);
    let held = bench.json(&["list", "--json"]);
    let files: Vec<&str> = held.as_array().unwrap().iter().map(|row| row["file"].as_str().unwrap()).collect();
    assert!(files.contains(&"letters/good.txt"), "{files:?}");
    assert
}

/// A PDF of one page without text. Its fourth object is `fourth`; `trailer` is added to its trailer.
fn minimal_pdf(fourth: &str, trailer: &str) -> String {
    let objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>",
        fourth,
    ];
    let mut pdf = String::from("%PDF-1.4\n");
    let mut table = String::from("0000000000 65535 f \n");
    for (number, object) in (1..).zip(objects) {
        table.push_str(&format!("{:010} 00000 n \n", pdf.len()));
        pdf.push_str(&format!("{number} 0 obj\n{object}\nendobj\n"));
    }
    let start = pdf.len();
    format!(
        "{pdf}xref\n0 5\n{table}trailer\n<< /Root 1 0 R /Size 5 {trailer} >>\nstartxref\n{start}\n%%EOF\n"
    )
}

#[test]
fn a_missing_path() {
    let bench = Bench::new();
    bench.write("good.txt", letter(GOOD));
    bench.run(&["ingest", "nowhere.pdf", "good.txt"]).code(1).stderr_eq(str![[r#"
error[missing-path]: nowhere.pdf: there is no such file or folder
 |
 = help: check the spelling, and that the path is right from the folder you are in

"#]]);
    assert_eq!(bench.json(&["list", "--json"]).as_array().unwrap().len(), 1);
}

#[test]
fn an_empty_folder() {
    let bench = Bench::new();
    std::fs::create_dir(bench.path("letters")).unwrap();
    bench.run(&["ingest", "letters"]).code(1).stderr_eq(str![[r#"
error[empty-folder]: letters: there are no .pdf, .docx, .html or .txt files in this folder
 |
 = help: name the folder that holds the letters, or name files of other endings one by one

"#]]);
}

#[test]
fn an_empty_pdf() {
    let bench = beside_a_good_letter("empty.pdf", "");
    ingest(&bench).code(1).stderr_eq(str![[r#"
error[empty-file]: letters/empty.pdf: the file is empty
 |
 = help: download or copy the file again

"#]]);
}

#[test]
fn a_truncated_pdf() {
    let whole = letter("northmere/2024-05-24-area-send-inspection-report.pdf");
    let bench = beside_a_good_letter("cut.pdf", &whole[..600]);
    let assert = ingest(&bench).code(1);
    let said = stderr(&assert);
    assert!(said.starts_with("error[damaged-pdf]: letters/cut.pdf: the PDF is damaged"), "{said}");
    assert!(said.contains("fetch the file again"), "{said}");
}

#[test]
fn an_encrypted_pdf() {
    let key = "00".repeat(32);
    let encrypt = format!("<< /Filter /Standard /V 2 /R 3 /Length 128 /P -4 /O <{key}> /U <{key}> >>");
    let bench = beside_a_good_letter("locked.pdf", minimal_pdf(&encrypt, "/Encrypt 4 0 R /ID [<00> <00>]"));
    ingest(&bench).code(1).stderr_eq(str![[r#"
error[encrypted-pdf]: letters/locked.pdf: the PDF is encrypted and needs a password
 |
 = help: open it with its password and save a copy without one

"#]]);
}

#[test]
fn a_scanned_pdf() {
    let bench = beside_a_good_letter("scan.pdf", minimal_pdf("null", ""));
    let assert = ingest(&bench).code(1);
    let said = stderr(&assert);
    assert!(said.starts_with("error[scanned-pdf]: letters/scan.pdf: "), "{said}");
    assert!(said.contains("holds no text on its only page") && said.contains("--ocr"), "{said}");
}

#[test]
fn a_web_page_saved_as_pdf() {
    let bench = beside_a_good_letter("page.pdf", "<!DOCTYPE html><html><body>Not found</body></html>");
    let assert = ingest(&bench).success();
    let said = stderr(&assert);
    assert!(
        said.contains("warning[misnamed-file]: letters/page.pdf: the file holds a web page (HTML), whatever"),
        "{said}"
    );
    assert!(said.contains("warning[no-letter]: letters/page.pdf"), "{said}");
}

#[test]
fn a_zip_file_that_is_no_word_file() {
    let bench = beside_a_good_letter("archive.docx", b"PK\x05\x06\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0");
    let assert = ingest(&bench).code(1);
    let said = stderr(&assert);
    assert!(said.starts_with("error[other-format]: letters/archive.docx: the file is a zip file"), "{said}");
    assert!(said.contains("save it as .docx, as PDF"), "{said}");
}

#[test]
fn an_old_word_file() {
    let bench = beside_a_good_letter("letter.pdf", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1");
    let assert = ingest(&bench).code(1);
    let said = stderr(&assert);
    assert!(said.contains("an old Word file (.doc)") && said.contains("save it as .docx"), "{said}");
}

#[test]
fn text_in_windows_1252_is_read_with_a_warning() {
    let text = String::from_utf8(letter("elverdale/2018-11-16-dfe-notice-letter.txt")).unwrap();
    let text = text.replace("Elverdale", "Elverdale \u{2019}") + "\u{2019}";
    let bytes: Vec<u8> = text.chars().map(|c| if c == '\u{2019}' { 0x92 } else { c as u8 }).collect();
    let bench = beside_a_good_letter("old.txt", bytes);
    let assert = ingest(&bench).success();
    let said = stderr(&assert);
    assert!(said.contains("warning[other-encoding]: letters/old.txt"), "{said}");
    assert!(said.contains("windows-1252") && said.contains("UTF-8"), "{said}");
}

#[test]
fn text_in_utf_16_is_read_with_a_warning() {
    let text = String::from_utf8(letter("elverdale/2018-11-16-dfe-notice-letter.txt")).unwrap();
    let bytes: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let bench = beside_a_good_letter("wide.txt", bytes);
    let assert = ingest(&bench).success();
    let said = stderr(&assert);
    assert!(said.contains("warning[other-encoding]: letters/wide.txt"), "{said}");
    assert_eq!(bench.json(&["list", "--area", "Elverdale", "--json"])[0]["kind"], "notice_letter");
}

#[test]
fn text_in_utf_16_with_a_byte_order_mark_is_warned_of_too() {
    let text = format!("\u{feff}{}", String::from_utf8(letter(GOOD)).unwrap());
    let bytes: Vec<u8> = text.encode_utf16().flat_map(u16::to_be_bytes).collect();
    let bench = beside_a_good_letter("marked.txt", bytes);
    let said = stderr(&ingest(&bench).success());
    assert!(said.contains("warning[other-encoding]: letters/marked.txt"), "{said}");
    assert!(said.contains("UTF-16BE"), "{said}");
}

#[test]
fn a_stray_control_character_does_not_lose_a_letter() {
    let mut bytes = letter("elverdale/2018-11-16-dfe-notice-letter.txt");
    bytes.push(0x1a);
    let bench = beside_a_good_letter("dos.txt", bytes);
    let said = stderr(&ingest(&bench).success());
    assert!(said.starts_with("warning[control-characters]: letters/dos.txt"), "{said}");
    assert_eq!(bench.json(&["list", "--area", "Elverdale", "--json"])[0]["findings"], 4);
}

/// A pipe named like a letter, in a folder, would be read for ever.
#[cfg(unix)]
#[test]
fn a_pipe_is_refused_and_not_waited_for() {
    let bench = beside_a_good_letter("other.txt", "Dear residents");
    let pipe = bench.path("letters/pipe.txt");
    assert!(std::process::Command::new("mkfifo").arg(&pipe).status().unwrap().success());
    let said = stderr(&ingest(&bench).code(1));
    assert!(
        said.contains("error[not-a-file]: letters/pipe.txt: this is neither a file nor a folder"),
        "{said}"
    );
    for command in ["text", "extract"] {
        let said = stderr(&bench.run(&[command, "letters/pipe.txt"]).code(1));
        assert!(said.starts_with("error[not-a-file]: letters/pipe.txt"), "{command}: {said}");
    }
}

#[cfg(unix)]
#[test]
fn links_in_folders_are_followed_to_files_and_told_of_otherwise() {
    let bench = beside_a_good_letter("other.txt", letter("elverdale/2018-11-16-dfe-notice-letter.txt"));
    let link = |to: &str, name: &str| std::os::unix::fs::symlink(to, bench.path(name)).unwrap();
    link("..", "letters/loop");
    link("nowhere.txt", "letters/broken.txt");
    let said = stderr(&ingest(&bench).code(1));
    assert!(said.contains("warning[link-not-followed]: letters/loop: "), "{said}");
    assert!(said.contains("error[missing-path]: letters/broken.txt: this is a link to something"), "{said}");
}

#[test]
fn a_letter_of_no_known_family_is_kept_with_a_warning() {
    let bench = beside_a_good_letter("other.txt", "Dear residents\n\nThe library opens at nine.\n");
    let assert = ingest(&bench).success();
    assert!(stdout(&assert).contains("1 file without a letter of a known family."));
    let said = stderr(&assert);
    assert!(said.starts_with("warning[no-letter]: letters/other.txt: no letter of a known family"), "{said}");
    assert!(said.contains("opens with “Dear residents"), "{said}");
    let again = bench.run(&["ingest", "letters"]).success();
    assert!(stdout(&again).contains("2 files unchanged"), "{}", stdout(&again));
}

#[cfg(unix)]
#[test]
fn a_file_that_may_not_be_read() {
    use std::os::unix::fs::PermissionsExt;
    let bench = beside_a_good_letter("secret.txt", "text");
    let path = bench.path("letters/secret.txt");
    std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o000)).unwrap();
    if std::fs::read(&path).is_ok() {
        return; // Who runs this may read everything.
    }
    ingest(&bench).code(1).stderr_eq(str![[r#"
error[unreadable-file]: letters/secret.txt: you may not read it
 |
 = help: change its permissions, or copy it to a folder of your own

"#]]);
}

#[test]
fn what_was_stored_stays_when_a_file_goes_bad() {
    let bench = Bench::new();
    bench.write("letter.txt", letter(GOOD));
    bench.run(&["ingest", "letter.txt"]).success();
    bench.write("letter.txt", "");
    bench.run(&["ingest", "letter.txt"]).code(1);
    assert_eq!(bench.json(&["list", "--json"])[0]["findings"], 12);
}

#[test]
fn a_store_that_cannot_be_made() {
    let bench = Bench::new();
    bench.write("good.txt", letter(GOOD));
    bench.write("file", "not a folder");
    let assert = bench.run(&["--store", "file", "ingest", "good.txt"]).code(2);
    assert!(stderr(&assert).starts_with("error[store-not-a-folder]: file"), "{}", stderr(&assert));
}

#[test]
fn a_store_of_a_newer_version() {
    let bench = Bench::new();
    bench.write("good.txt", letter(GOOD));
    bench.run(&["ingest", "good.txt"]).success();
    let database = rusqlite::Connection::open(bench.path(".throughline/letters.sqlite")).unwrap();
    database.pragma_update(None, "user_version", 9999).unwrap();
    drop(database);
    let assert = bench.run(&["list"]).code(2);
    let said = stderr(&assert);
    assert!(said.starts_with("error[store-newer]: "), "{said}");
    assert!(said.contains("later one"), "{said}");
}

#[test]
fn two_ingests_at_once() {
    let bench = Bench::new();
    bench.write("good.txt", letter(GOOD));
    let held = throughline::store::Store::lock_for_ingest(&bench.path(".throughline")).unwrap();
    let assert = bench.run(&["ingest", "good.txt"]).code(2);
    assert!(stderr(&assert).starts_with("error[store-busy]: "), "{}", stderr(&assert));
    drop(held);
    bench.run(&["ingest", "good.txt"]).success();
}
