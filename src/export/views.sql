-- Findings with the words for their codes.
CREATE VIEW labelled_findings AS
SELECT findings.*,
       letter_kinds.label AS letter_kind_label,
       outcomes.label     AS letter_outcome_label,
       kinds.label        AS finding_kind_label,
       judgements.label   AS judgement_label
FROM findings
LEFT JOIN codes AS letter_kinds
       ON letter_kinds."column" = 'letter_kind' AND letter_kinds.code = findings.letter_kind
LEFT JOIN codes AS outcomes
       ON outcomes."column" = 'letter_outcome' AND outcomes.code = findings.letter_outcome
LEFT JOIN codes AS kinds
       ON kinds."column" = 'finding_kind' AND kinds.code = findings.finding_kind
LEFT JOIN codes AS judgements
       ON judgements."column" = 'judgement' AND judgements.code = findings.judgement;

-- Links with both findings, the earlier one first.
CREATE VIEW labelled_links AS
SELECT links.*,
       kinds.label         AS link_kind_label,
       earlier.area        AS area,
       earlier.area_code   AS area_code,
       earlier.letter_dated AS from_letter_dated,
       earlier.statement   AS from_statement,
       earlier.judgement   AS from_judgement,
       later.letter_dated  AS to_letter_dated,
       later.statement     AS to_statement,
       later.judgement     AS to_judgement
FROM links
JOIN findings AS earlier ON earlier.finding_id = links.from_finding_id
JOIN findings AS later   ON later.finding_id = links.to_finding_id
LEFT JOIN codes AS kinds ON kinds."column" = 'link_kind' AND kinds.code = links.link_kind;

-- Statuses with the finding and the letter that tells.
CREATE VIEW labelled_statuses AS
SELECT statuses.*,
       labels.label          AS status_label,
       findings.area         AS area,
       findings.area_code    AS area_code,
       findings.statement    AS statement,
       letters.letter_dated  AS as_of_letter_dated
FROM statuses
JOIN findings ON findings.finding_id = statuses.finding_id
JOIN letters  ON letters.letter_id = statuses.as_of_letter_id
LEFT JOIN codes AS labels ON labels."column" = 'status' AND labels.code = statuses.status;
