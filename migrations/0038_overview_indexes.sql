-- What the overview asks of many spaces at once, from indexes alone.

-- How many commitments of a space have come how far, how many are late, and which they are.
CREATE INDEX commitment_glance ON commitment (space_id, status, due_on, id);
-- Reports that tell of hours or money: most tell of neither.
CREATE INDEX progress_used ON progress (commitment_id, hours, money_ore) WHERE hours > 0 OR money_ore > 0;
