-- Version 3: pages without text are read by OCR.

ALTER TABLE sources ADD COLUMN ocr INTEGER NOT NULL DEFAULT 0;  -- 1 where OCR was asked for

-- How sure OCR was of the statement, in per cent; null where the file has it as text.
ALTER TABLE findings ADD COLUMN ocr_confidence INTEGER;

DROP VIEW findings_with_letters;

-- For people: each finding beside the letter it stands in, with copies of a letter in every file that holds it.
CREATE VIEW findings_with_letters AS
SELECT letters.area, letters.code, letters.region, letters.kind AS letter_kind, letters.dated,
       letters.published, letters.visit_from, letters.visit_to, letters.outcome,
       findings.id, findings.kind, findings.number, findings.statement, findings.judgement,
       findings.judgement_quote, findings.responsible_body, findings.page, findings.ocr_confidence, letters.source
FROM findings JOIN letters ON letters.rowid = findings.letter;
