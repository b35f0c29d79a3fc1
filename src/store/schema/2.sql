-- Version 2: a file is read again by another version of the program.

ALTER TABLE sources ADD COLUMN read_by TEXT NOT NULL DEFAULT '';  -- the program and version that read it
