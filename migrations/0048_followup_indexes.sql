-- What is late in the follow-up across all spaces, from indexes alone. They hold also what their condition speaks of: SQLite looks it up
-- in the row otherwise.

-- What a space has sent, in the order of the commitments that came of it.
CREATE INDEX recommendation_of_space ON recommendation (space_id, id, status, outcome, moved_at) WHERE moved_at IS NOT NULL;
-- Commitments of a space that came of a recommendation and are not over, in the same order.
CREATE INDEX commitment_open_of ON commitment (space_id, source_id, due_on, status, source_kind)
    WHERE source_kind = 'recommendation' AND status IN ('agreed', 'started', 'waiting');
-- What began at once and is not over, by its date.
CREATE INDEX commitment_at_once_open ON commitment (due_on, id, space_id, status, source_kind)
    WHERE (source_kind IS NULL OR source_kind IN ('idea', 'decision', 'statement')) AND status IN ('agreed', 'started', 'waiting');
-- These led to it before.
DROP INDEX recommendation_facts;
DROP INDEX recommendation_waiting;
