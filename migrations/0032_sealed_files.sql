-- Files that belong to something not everybody who sees the space may see: a closed item of an agenda, or a decision about one.
ALTER TABLE file ADD COLUMN sealed BOOLEAN NOT NULL DEFAULT FALSE;

UPDATE file SET sealed = TRUE WHERE object_id IN (SELECT id FROM agenda_item WHERE ground <> '')
  OR object_id IN (SELECT d.id FROM decision d JOIN agenda_item i ON i.id = d.item_id WHERE i.ground <> '');
