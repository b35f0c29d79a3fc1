use super::*;

const LETTER: &str = "elverdale/2021-07-02-revisit-letter.pdf";

/// A bench whose store holds two letters that lie beside it.
fn bench() -> Bench {
    let bench = Bench::new();
    bench.write("letters/revisit.pdf", letter(LETTER));
    bench.write("letters/notice.txt", letter("elverdale/2018-11-16-dfe-notice-letter.txt"));
    bench.run(&["--quiet", "ingest", "letters"]).success();
    bench
}

#[test]
fn every_quotation_of_the_corpus_stands() {
    for (area, files) in [("northmere", 6), ("elverdale", 5), ("wexcombe", 6)] {
        let said = stdout(&Bench::holding(area).run(&["verify"]).success());
        assert!(said.contains(&format!("in {files} files stand at their places.")), "{area}: {said}");
    }
}

#[test]
fn json_counts_and_names_nothing_where_all_stands() {
    let report = Bench::holding("northmere").json(&["verify", "--json"]);
    assert_eq!((report["sources"].as_u64(), report["fallen"].as_array().unwrap().len()), (Some(6), 0));
    assert!(report["stand"].as_u64().unwrap() > 100);
}

#[test]
fn a_source_that_vanished_and_one_that_changed_are_told_apart() {
    let bench = bench();
    std::fs::remove_file(bench.path("letters/revisit.pdf")).unwrap();
    let mut notice = letter("elverdale/2018-11-16-dfe-notice-letter.txt");
    notice.extend_from_slice(b"\nA line more.\n");
    bench.write("letters/notice.txt", notice);
    let said = faults(&bench, &[]);
    assert!(
        said.contains("letters/revisit.pdf: the file is not found\n  elverdale/2021-07-02/revisit_letter"),
        "{said}"
    );
    assert!(said.contains("the file is not found"), "{said}");
    assert!(said.replace("\n   ", "").contains("the file is another one, with SHA-256"), "{said}");
    assert!(said.contains("the words stand there all the same"), "{said}");
}

#[test]
fn sources_that_moved_are_found_by_their_hash() {
    let bench = bench();
    std::fs::create_dir(bench.path("elsewhere")).unwrap();
    for (from, to) in
        [("letters/revisit.pdf", "elsewhere/a.pdf"), ("letters/notice.txt", "elsewhere/notice.txt")]
    {
        std::fs::rename(bench.path(from), bench.path(to)).unwrap();
    }
    assert!(faults(&bench, &[]).contains("not found"));
    let assert = bench.run(&["verify", "--sources", "elsewhere"]).success();
    assert!(stdout(&assert).contains("in 2 files stand at their places."));
    let said = stderr(&assert);
    assert!(said.contains("letters/revisit.pdf") && said.contains("elsewhere/a.pdf"), "{said}");
}

#[test]
fn a_text_that_reads_otherwise_than_it_did_is_said() {
    let bench = bench();
    let changed = "UPDATE texts SET text = text || 'x'; UPDATE sources SET read_by = 'throughline 0.0.1'";
    database(&bench).execute_batch(changed).unwrap();
    let assert = bench.run(&["verify"]).success();
    let said = stderr(&assert);
    assert!(said.contains("warning[reads-otherwise]: letters/revisit.pdf"), "{said}");
    assert!(said.contains("throughline 0.0.1 read it then"), "{said}");
}

#[test]
fn words_that_the_source_has_not_or_has_elsewhere_are_named_with_what_stands_there() {
    let bench = bench();
    let record: String = database(&bench)
        .query_row("SELECT record FROM letters WHERE kind = 'revisit_letter'", [], |row| row.get(0))
        .unwrap();
    let mut record: serde_json::Value = serde_json::from_str(&record).unwrap();
    let quote = record["findings"][0]["quote"].as_str().unwrap().to_owned();
    record["findings"][0]["quote"] = quote.replacen('a', "o", 1).into();
    let span = &mut record["findings"][1]["judgement_quote"]["span"];
    (span["start"], span["end"]) = (1.into(), (span["end"].as_u64().unwrap()).into());
    record["findings"][2]["span"]["page"] = 7.into();
    let update = "UPDATE letters SET record = ?1 WHERE kind = 'revisit_letter'";
    database(&bench).execute(update, [record.to_string()]).unwrap();
    let report: serde_json::Value =
        serde_json::from_slice(&bench.run(&["verify", "--json"]).code(1).get_output().stdout).unwrap();
    let told: Vec<(&str, &str, &str)> = report["fallen"]
        .as_array()
        .unwrap()
        .iter()
        .map(|fallen| {
            let text = |key: &str| fallen.get(key).and_then(|value| value.as_str()).unwrap_or_default();
            (text("at"), text("field"), text("problem"))
        })
        .collect();
    let id = |number: usize| format!("elverdale/2021-07-02/revisit_letter/significant_weakness/{number}");
    assert_eq!(told[0], (id(1).as_str(), "", "nowhere"), "{told:?}");
    assert_eq!(told[1], (id(2).as_str(), "judgement_quote", "elsewhere"), "{told:?}");
    assert_eq!(told[2], (id(3).as_str(), "", "other_page"), "{told:?}");
    assert_eq!(report["fallen"][0]["there"], quote.as_str());
    let said = faults(&bench, &[]);
    assert!(said.contains("said:") && said.contains("there:") && said.contains("now:"), "{said}");
}
