-- Version 1.

-- One row each: what belongs to the store as a whole.
CREATE TABLE store_facts (
    name  TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

INSERT INTO store_facts VALUES ('generation', '0'), ('written_by', '');

-- Canonical texts, kept once each; the key is the SHA-256 of the text itself.
CREATE TABLE texts (
    sha256 TEXT PRIMARY KEY,
    text   TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- The files that were read.
CREATE TABLE sources (
    path         TEXT PRIMARY KEY,
    sha256       TEXT NOT NULL,      -- of the file's bytes
    media_type   TEXT NOT NULL,
    pages        INTEGER NOT NULL,
    rules_sha256 TEXT NOT NULL,      -- of the rules its letters were found with
    text_sha256  TEXT NOT NULL REFERENCES texts (sha256)
) STRICT, WITHOUT ROWID;

CREATE INDEX sources_by_bytes ON sources (sha256, path);

-- What was doubtful about a file, or why it gave no letter.
CREATE TABLE warnings (
    source   TEXT NOT NULL REFERENCES sources (path) ON DELETE CASCADE,
    position INTEGER NOT NULL,       -- from 0, as the diagnostics were given
    code     TEXT NOT NULL,
    message  TEXT NOT NULL,
    page     INTEGER,                -- from 1
    PRIMARY KEY (source, position)
) STRICT, WITHOUT ROWID;

-- The letters found in each file; `record` is the whole letter record and what is read out.
CREATE TABLE letters (
    rowid       INTEGER PRIMARY KEY,
    source      TEXT NOT NULL REFERENCES sources (path) ON DELETE CASCADE,
    position    INTEGER NOT NULL,    -- from 0, in the file
    id          TEXT NOT NULL,
    area        TEXT,
    code        TEXT,                -- ONS code of the area
    region      TEXT,
    kind        TEXT NOT NULL,
    title       TEXT,
    dated       TEXT,                -- as printed on the letter; ISO 8601, a day or a month
    published   TEXT,
    visit_from  TEXT,
    visit_to    TEXT,
    outcome     TEXT,
    fingerprint TEXT NOT NULL,       -- the same for copies of one letter in different files
    record      TEXT NOT NULL,
    UNIQUE (source, position)
) STRICT;

CREATE INDEX letters_by_id ON letters (id);
CREATE INDEX letters_by_area ON letters (area);

-- The findings of each letter.
CREATE TABLE findings (
    letter           INTEGER NOT NULL REFERENCES letters (rowid) ON DELETE CASCADE,
    position         INTEGER NOT NULL,   -- from 0, in the letter
    id               TEXT NOT NULL,
    kind             TEXT NOT NULL,
    number           INTEGER NOT NULL,   -- from 1, within its kind
    statement        TEXT NOT NULL,
    judgement        TEXT,
    judgement_quote  TEXT,
    responsible_body TEXT,
    page             INTEGER NOT NULL,   -- from 1, where the statement starts
    PRIMARY KEY (letter, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE finding_themes (
    letter   INTEGER NOT NULL,
    position INTEGER NOT NULL,
    theme    TEXT NOT NULL,
    PRIMARY KEY (letter, position, theme),
    FOREIGN KEY (letter, position) REFERENCES findings (letter, position) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

-- For people: each finding beside the letter it stands in, with copies of a letter in every file that holds it.
CREATE VIEW findings_with_letters AS
SELECT letters.area, letters.code, letters.region, letters.kind AS letter_kind, letters.dated,
       letters.published, letters.visit_from, letters.visit_to, letters.outcome,
       findings.id, findings.kind, findings.number, findings.statement, findings.judgement,
       findings.judgement_quote, findings.responsible_body, findings.page, letters.source
FROM findings JOIN letters ON letters.rowid = findings.letter;
