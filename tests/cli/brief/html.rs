//! The web page: one file, in order for a keyboard and a screen reader.

use std::collections::BTreeSet;

use crate::bench::{Bench, stdout};

fn page() -> String {
    let bench = Bench::holding("northmere");
    stdout(&bench.run(&["brief", "--area", "Northmere", "--format", "html"]).success())
}

/// The values of an attribute, in order.
fn values<'a>(page: &'a str, attribute: &str) -> Vec<&'a str> {
    let opening = format!(" {attribute}=\"");
    page.split(opening.as_str()).skip(1).map(|rest| rest.split('"').next().unwrap()).collect()
}

#[test]
fn it_loads_nothing() {
    let page = page();
    for loading in ["http:", "https:", "<script", "<link", "src=", "url(http", "@import", "<iframe"] {
        assert!(!page.contains(loading), "{loading}");
    }
    assert!(
        values(&page, "href").iter().all(|to| to.starts_with('#')),
        "every link leads to the page itself"
    );
}

#[test]
fn its_links_and_labels_lead_somewhere_and_every_id_is_one() {
    let page = page();
    let ids = values(&page, "id");
    let known: BTreeSet<&str> = ids.iter().copied().collect();
    assert_eq!(known.len(), ids.len(), "an id stands twice");
    for to in values(&page, "href") {
        assert!(known.contains(to.trim_start_matches('#')), "{to}");
    }
    for labels in values(&page, "aria-labelledby") {
        assert!(labels.split(' ').all(|label| known.contains(label)), "{labels}");
    }
}

#[test]
fn its_headings_leave_no_level_out() {
    let page = page();
    let levels: Vec<u32> = page
        .split("<h")
        .skip(1)
        .filter_map(|rest| rest.strip_prefix(['1', '2', '3', '4']).and(rest.chars().next()?.to_digit(10)))
        .collect();
    assert_eq!(levels[0], 1);
    assert_eq!(levels.iter().filter(|level| **level == 1).count(), 1);
    assert!(levels.windows(2).all(|pair| pair[1] <= pair[0] + 1), "{levels:?}");
}

#[test]
fn its_tables_have_captions_and_headers_with_their_scope() {
    let page = page();
    let tables: Vec<&str> =
        page.split("<table>").skip(1).map(|rest| rest.split("</table>").next().unwrap()).collect();
    assert_eq!(tables.len(), 3);
    for table in tables {
        assert!(table.trim_start().starts_with("<caption>"), "{table}");
        let cells = table.split("<th").skip(1).filter(|rest| !rest.starts_with("ead"));
        assert!(cells.clone().count() > 3);
        assert!(cells.clone().all(|cell| cell.starts_with(" scope=\"")), "{table}");
        for row in table.split("<tbody>").nth(1).unwrap().split("<tr>").skip(1) {
            assert!(row.starts_with("<th scope=\"row\">"), "{row}");
        }
    }
}

#[test]
fn it_says_its_language_has_a_skip_link_and_a_chart_that_can_be_heard() {
    let page = page();
    assert!(page.contains("<html lang=\"en-GB\">") && page.contains("<main id=\"content\""));
    let body = page.split("<body>").nth(1).unwrap().trim_start();
    assert!(body.starts_with("<a class=\"skip\" href=\"#content\">"), "the first thing to tab to");
    let chart = page.split("<svg").nth(1).unwrap().split("</svg>").next().unwrap();
    assert!(chart.contains("role=\"img\"") && chart.contains("<title "));
    assert!(
        chart.contains("2021 revisit letter: 7 sufficient or effective, 5 not sufficient or not effective.")
    );
}
