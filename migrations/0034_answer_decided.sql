-- Who decided an answer and on which day, beside who wrote it in and when.
ALTER TABLE council_answer ADD COLUMN body TEXT NOT NULL DEFAULT '';
ALTER TABLE council_answer ADD COLUMN decided_on DATE;
ALTER TABLE earlier_answer ADD COLUMN body TEXT NOT NULL DEFAULT '';
ALTER TABLE earlier_answer ADD COLUMN decided_on DATE;
