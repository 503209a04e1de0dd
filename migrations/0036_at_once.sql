-- What began at once: promises that came of an idea, a decision at a meeting, a statement, or of nothing written, and so waited for no
-- answer to a recommendation. Tasks that are taken over have a page of their own.

-- The latest of them across all spaces, found and sorted by the index alone.
CREATE INDEX commitment_at_once ON commitment ((COALESCE(done_at, started_at, created_at)), id)
    WHERE source_kind IS NULL OR source_kind IN ('idea', 'decision', 'statement');
-- How many of them a space has.
CREATE INDEX commitment_at_once_space ON commitment (space_id) WHERE source_kind IS NULL OR source_kind IN ('idea', 'decision', 'statement');
