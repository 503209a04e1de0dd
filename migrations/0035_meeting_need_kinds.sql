-- What somebody has ticked off that they need for a meeting: keys with a space between; what they wrote themselves stands in text.
ALTER TABLE meeting_need ADD COLUMN kinds TEXT NOT NULL DEFAULT '';
