PRAGMA application_id = 1953261934;
PRAGMA user_version = 2;
PRAGMA foreign_keys=OFF;
BEGIN TRANSACTION;
CREATE TABLE store_facts (
    name  TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;
INSERT INTO store_facts VALUES('generation','1');
INSERT INTO store_facts VALUES('written_by','throughline 0.1.0');
CREATE TABLE texts (
    sha256 TEXT PRIMARY KEY,
    text   TEXT NOT NULL
) STRICT, WITHOUT ROWID;
INSERT INTO texts VALUES('ae17f3ef3aed0765fa4272da6c4b0513a8098f962b50925aa6a2fd7bfba24430',replace('Letter about Ardale\n\nfamilies wait too long for an assessment\n\nWaits grew last year.\n\n','\n',char(10)));
CREATE TABLE sources (
    path         TEXT PRIMARY KEY,
    sha256       TEXT NOT NULL,      -- of the file's bytes
    media_type   TEXT NOT NULL,
    pages        INTEGER NOT NULL,
    rules_sha256 TEXT NOT NULL,      -- of the rules its letters were found with
    text_sha256  TEXT NOT NULL REFERENCES texts (sha256)
, read_by TEXT NOT NULL DEFAULT '') STRICT, WITHOUT ROWID;
INSERT INTO sources VALUES('ardale.txt','ae17f3ef3aed0765fa4272da6c4b0513a8098f962b50925aa6a2fd7bfba24430','text/plain',3,'rules','ae17f3ef3aed0765fa4272da6c4b0513a8098f962b50925aa6a2fd7bfba24430','throughline 0.1.0');
CREATE TABLE warnings (
    source   TEXT NOT NULL REFERENCES sources (path) ON DELETE CASCADE,
    position INTEGER NOT NULL,       -- from 0, as the diagnostics were given
    code     TEXT NOT NULL,
    message  TEXT NOT NULL,
    page     INTEGER,                -- from 1
    PRIMARY KEY (source, position)
) STRICT, WITHOUT ROWID;
INSERT INTO warnings VALUES('ardale.txt',0,'doubtful','a heading was read as a paragraph',1);
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
INSERT INTO letters VALUES(1,'ardale.txt',0,'ardale/2018-05-03/inspection_letter','Ardale',NULL,NULL,'inspection_letter','Letter about Ardale','2018-05-03',NULL,NULL,NULL,NULL,'577f1d87909fc93676867e880897731291eee70f36578588df1e8c2eb0bc95a0','{"schema":"throughline/letter-record/1","source":{"path":"ardale.txt","sha256":"ae17f3ef3aed0765fa4272da6c4b0513a8098f962b50925aa6a2fd7bfba24430","media_type":"text/plain","pages":1},"rules":{"pack":"test","version":"1","sha256":"rules"},"letter":{"id":"ardale/2018-05-03/inspection_letter","kind":"inspection_letter","title":"Letter about Ardale","area":{"name":"Ardale","code":null},"dated":"2018-05-03","published":null,"visit":null,"previous_visit":null,"outcome":null,"span":{"start":0,"end":86,"page":1}},"stated_counts":{},"findings":[{"id":"ardale/2018-05-03/inspection_letter/significant_weakness/1","kind":"significant_weakness","number":1,"statement":"families wait too long for an assessment","parts":[],"quote":"families wait too long for an assessment","span":{"start":21,"end":61,"page":1},"responsible_body":null,"judgement":"identified","judgement_quote":null,"themes":["timeliness"],"evidence":[{"role":"finding","quote":"Waits grew last year.","span":{"start":63,"end":84,"page":1},"rule":"test#evidence"}],"rule":"test#finding"}],"observations":[],"events":[],"deadlines":[],"people":[],"checks":[]}');
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
INSERT INTO findings VALUES(1,0,'ardale/2018-05-03/inspection_letter/significant_weakness/1','significant_weakness',1,'families wait too long for an assessment','identified',NULL,NULL,1);
CREATE TABLE finding_themes (
    letter   INTEGER NOT NULL,
    position INTEGER NOT NULL,
    theme    TEXT NOT NULL,
    PRIMARY KEY (letter, position, theme),
    FOREIGN KEY (letter, position) REFERENCES findings (letter, position) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
INSERT INTO finding_themes VALUES(1,0,'timeliness');
CREATE INDEX sources_by_bytes ON sources (sha256, path);
CREATE INDEX letters_by_id ON letters (id);
CREATE INDEX letters_by_area ON letters (area);
CREATE VIEW findings_with_letters AS
SELECT letters.area, letters.code, letters.region, letters.kind AS letter_kind, letters.dated,
       letters.published, letters.visit_from, letters.visit_to, letters.outcome,
       findings.id, findings.kind, findings.number, findings.statement, findings.judgement,
       findings.judgement_quote, findings.responsible_body, findings.page, letters.source
FROM findings JOIN letters ON letters.rowid = findings.letter;
COMMIT;
