# The archive: everything of a shared task in one file, for the municipality's records system.

space-archive = Archive
space-archive-text = Take everything of the shared task out in one file that can be kept in the municipality's records system.
space-archive-see = See the archive

records-title = Archive
records-lead = Everything the shared task has made, in one file. It can be read without this program, many years from now too.
records-take = Take the archive out
records-take-text = The file is a ZIP file. It is put together while you download it. With many files that takes some minutes.
records-weight = The attached files take up { $size }.
records-take-button = Download the archive (ZIP)
records-noted = Everyone who can see the shared task can see in its activity that you took it out.
records-busy-title = Wait a moment
records-busy = Two other archives are being put together just now. Try again in a few minutes.
records-left-out = What is not in it
records-left-out-text = This cannot come along as it is now.
records-what = What
records-when = When
records-day = Date
records-why = Why not
records-inside = What is in it
records-journal-inside = { $n ->
    [one] The journal with one act and its check digits
   *[other] The journal with { $n } acts and their check digits
}
records-last = Last taken out
records-last-by = { $when } by { $who }
records-never = The archive has not been taken out yet.
records-seal = The archive's seal. It stands in the journal too, so that one can see that a file is the right one.
records-unsealed = It was not put together to its end. Take it out again.
records-people = About people
records-people-text = In it is what everyone in the shared task can see: names on the team, what they wrote and what they decided. Not in it are e-mail addresses, telephone numbers, what people need at meetings, who showed interest in a seat, and who answered what in the dialogue.
records-closed-inside = { $n ->
    [one] One document is from a closed item. It lies in the folder “lukket” and must be protected.
   *[other] { $n } documents are from closed items. They lie in the folder “lukket” and must be protected.
}
records-index = Table of contents
records-index-text = The documents are PDF for long-term storage (PDF/A-2a). The same lies as data in the folder “data”. Everything is also listed in the file indeks.json, which an IT system can read.
records-made = Put together
records-address = Its address
records-began = Begun
records-ended = Closed
records-closed = Closed items
records-closed-text = Only those who took part may read these documents. They must be protected in the records system.
records-closed-mark = Closed item. To be read only by those who took part. { $ground }
records-check = Is everything here, and is nothing changed?
records-check-text = indeks.json holds a fingerprint (SHA-256) of every file. The command “samskab verify archive” with the name of the ZIP file computes every fingerprint and the whole journal anew.
records-journal = The journal, line by line
records-journal-part = Journal { $from }–{ $to }
records-erased = (the content was erased)

records-group = Working group: { $name }
records-groups = The working groups come along, each in a folder of its own:

record-frame = The frame
record-team = The team
record-agenda = Agendas
record-minutes = Minutes
record-closed = Closed items
record-decisions = Decisions
record-seats = Seats and appointments
record-call = Calls
record-lot = Lots
record-dialogue = Dialogues
record-ideas = Ideas
record-submission = Submissions
record-recommendations = Recommendations and answers
record-commitments = Commitments and what came of them
record-file = Files
record-journal = Journal

record-written-by = Written by
record-name = Name
record-date = Date
record-role = Role
record-about = Title and place
record-since = Since
record-team-lead = The team as it was when the archive was taken out.
record-agenda-of = { $meeting } – agenda
record-minutes-of = { $meeting } – minutes
record-closed-of = { $meeting } – closed items
record-minutes-draft = The minutes are a draft. They have not been sent for approval.
record-closed-promise = You have not said that you know your duty of confidentiality. Do it on the item's page.
record-closed-unseen = You may not read the item. Ask another secretary to take the archive out.
record-treatment = What was said
record-term = Term
record-holders = Who has held the seats?
record-left = Left
record-what = What
record-seal = Seal
record-lot-check = The receipt of each lot lies in the folder “data”. Anybody can draw again with it and see that the result is the same.
record-lot-of = Lot – { $seat }
record-participants = Participants
record-answers = Answers
record-statements = Statements
record-standing = Status
record-file-version = { $title } (version { $n })

verb-space-archive = { $who } took the archive out
verb-records-seal = The archive was put together to its end: { $documents } files, seal { $seal }
