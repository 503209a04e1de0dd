-- Whether somebody was on the team when they answered or were ticked off: minutes name the team, and whoever leaves it afterwards
-- stays in them.
ALTER TABLE meeting_registration ADD COLUMN of_team BOOLEAN NOT NULL DEFAULT FALSE;

-- Those who were called, and those who are on the team now.
UPDATE meeting_registration SET of_team = TRUE WHERE EXISTS (SELECT 1 FROM meeting_invited i
    WHERE i.meeting_id = meeting_registration.meeting_id AND i.person_id = meeting_registration.person_id)
  OR EXISTS (SELECT 1 FROM meeting m JOIN space_role r ON r.space_id = m.space_id WHERE m.id = meeting_registration.meeting_id
    AND r.person_id = meeting_registration.person_id AND r.role IN ('secretary', 'facilitator', 'chair', 'member', 'politician'));
