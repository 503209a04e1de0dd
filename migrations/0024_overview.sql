-- What the overview and the follow-up across many spaces look for, found from indexes alone.

-- Promised days that have passed.
CREATE INDEX space_answer_by ON space (answer_by);
-- What is late on a day, of which space, as a result of what.
CREATE INDEX commitment_late ON commitment (status, due_on, source_kind, source_id, space_id);
-- What waits for its answer, of a space.
CREATE INDEX recommendation_waiting ON recommendation (space_id, id) WHERE status = 'submitted';
-- Where a recommendation stands, by its id.
CREATE INDEX recommendation_facts ON recommendation (id, space_id, status, outcome, moved_at);
