# Administration: the front page
aim-start = Get started
aim-people = People
aim-reach = Messages
aim-spaces = Shared tasks
aim-look = Look and words
aim-trust = Trust
aim-run = Operations
administration-lead = Here you fit the site to your municipality. Find what you want to do.
administration-attention = This needs you now
administration-calm = All is well. There is nothing you have to do.
admin-start = Get well started
admin-start-hint = From an empty site to the first shared task in a quarter of an hour.
admin-look = Choose name, logo and colours
admin-look-hint = The site should look like your municipality, and everybody should be able to read it.
admin-labels = Choose your own labels
admin-labels-hint = Do you say the council or the municipal board? Choose it once, and it is said everywhere.
admin-journal = Read the journal
admin-journal-hint = All that was done, by whom and when. It cannot be changed without being noticed.
admin-retention = Decide how long things are kept
admin-retention-hint = What you no longer need is deleted by itself.
admin-holds = Keep something from being deleted
admin-holds-hint = While a case runs, nothing about a person or in a shared task may disappear.
admin-statement = Write the accessibility statement
admin-statement-hint = The law requires it, and it must be gone through every year.

# Getting started
start-title = Get well started
start-lead = Take one step at a time. There { $minutes ->
    [one] is about a minute
   *[other] are about { $minutes } minutes
} of work left, and you can pause whenever you like.
start-finished = You are under way. Everything on the list is in place.
start-card-title = Get well started
start-card = { $done } of { $all } steps are in place.
start-go-on = Go on
start-done = In place
start-without = Left out
start-without-because = Left out: { $reason }
start-again = Take it up after all
start-minutes = { $n ->
    [one] { $n } minute
   *[other] { $n } minutes
}
start-leave-out = We do not need this
start-reason = Why not?
start-reason-hint = Then the next person knows that you thought about it.
start-leave-out-button = Leave the step out
start-name = Give the site your name and colours
start-name-why = People should see that it is their municipality. Check the name, and choose colours if you have your own.
start-name-go = Choose name and colours
start-mail = Send a test mail
start-mail-why = Codes, invitations and answers go out by mail. See that the first one arrives.
start-mail-go = Send a test mail
start-mail-missing = No mail server is set up yet. Ask the IT department to do it in the settings. Until then all mail waits in the outbox.
start-administrator = Get a second administrator
start-administrator-why = If you fall ill, somebody else must be able to get in.
start-administrator-go = Choose another
start-secretary = Give a secretary access
start-secretary-why = The secretary makes shared tasks and keeps them going.
start-secretary-go = Choose a secretary
start-areas = Divide the municipality into areas
start-areas-why = Then people can see what goes on where they live. Small municipalities can do without.
start-areas-go = Make an area
start-recipes = Look at the recipes
start-recipes-why = A recipe is a ready-made beginning: steps, roles and questions. See whether they suit you.
start-recipes-go = Look at the recipes
start-space = Make the first shared task
start-space-why = Choose something small and real. You can change most of it afterwards.
start-space-go = Make a shared task
start-facilitator = Give a facilitator access
start-facilitator-why = The facilitator makes the conversation work and sees that everybody is heard.
start-facilitator-go = Choose a facilitator
start-accessibility = Write the accessibility statement
start-accessibility-why = The law requires it from the first day the site is open.
start-accessibility-go = Write the statement
start-backup = Take the first backup
start-backup-why = If the machine breaks down, this is what saves you.
start-backup-go = See how
backup-last = The latest backup was taken { $when }.
backup-never = No backup has been taken yet.
backup-unseen = The program cannot see whether a backup has been taken. Write the folder in the settings under backup.folder.
backup-how = How to do it
backup-how-text = Whoever runs the server writes this command on it. The backup is read through once it is written.
backup-how-after = Keep the backup somewhere else than on the server, and let it happen by itself every night. The operations guide shows how.
done-start-left-out = The step is left out.
done-start-again = The step is back.

# The very first one
first-title = Welcome. Let us begin
first-lead = The site is empty, and you are the first. You become administrator and can help the others in.
first-municipality = What is the municipality called?
first-municipality-hint = As it stands on the sign. For example: Prøveby Kommune
first-name = What is your name?
first-name-hint = Your name stands beside what you do.
first-email = Your e-mail address
first-email-hint = Next time you sign in with a code that we send here.
first-button = Begin
done-first = Welcome. Here is a list of what needs to be put in place.
verb-administration-begin = { $who } became the first administrator

# Look
look-title = Name, logo and colours
look-lead = Make the site look like your municipality. We check whether the colours can be read.
look-names = Name and contact
look-name = The name of the municipality
look-name-hint = Stands at the top of every page and under every mail.
look-contact = Where can people write to you?
look-contact-hint = An e-mail address or a telephone number. Stands on the page about the site.
look-save-names = Save name and contact
look-colours = Colours
look-colours-text = The main colour is on buttons and links. The second shows where people are needed. The other colours follow along.
look-colour = Main colour
look-colour-hint = Write the code from your design guide, for example #0f5257.
look-accent = Second colour
look-accent-hint = For example #a8401c.
look-save-colours = Save the colours
look-try = Try them first
look-own-colours = Use the program’s own colours
look-trying = You are trying the colours.
look-trying-text = Only you see them, and only on this page. Save them if they are right.
look-trying-stop = Back to the colours in force
look-contrast = Can the colours be read?
look-contrast-text = The number says how much the colour stands out. It must be at least 4.5 (WCAG 2.2).
look-use = Where
look-on-buttons = White text on buttons
look-on-page = Text on the page’s ground
look-on-sunk = Text on darker surfaces
look-with-black = Black text on the colour (not used)
look-enough = enough
look-not-enough = too little
look-instead = { $name }: the nearest colour that can be read is { $colour }.
look-not-a-colour = “{ $text }” is not a colour code. Write six signs like #0f5257.
look-too-faint = { $colour } is too light to read. The nearest colour that can be read is { $instead }.
look-preview = This is what it looks like
look-preview-button = A button
look-preview-quiet = A quiet button
look-preview-link = A link
look-preview-card = A card with something one can do now.
look-preview-notice = A message about something that just happened.
look-logo = Logo
look-logo-now = The logo in use now
look-logo-file = Choose a picture file
look-logo-hint = PNG, JPEG or WebP, at most half a megabyte. We cannot take SVG, for such files can hold programs.
look-logo-alt = What stands in the logo?
look-logo-alt-hint = For those who have the page read aloud. Leave it empty if the name stands beside it.
look-logo-alt-needed = Write what stands in the logo. Otherwise there is no name for those who have the page read aloud.
look-logo-kind = That kind of picture cannot be used as a logo. Save it as PNG, JPEG or WebP.
look-logo-svg = We cannot take SVG, for such files can hold programs. Save the logo as PNG.
look-logo-none = Choose a file first.
look-beside = Should the name of the municipality stand beside it?
look-beside-yes = Yes, the name stands beside the logo
look-beside-no = No, the name is part of the logo
look-save-logo = Save the logo
look-remove-logo = Remove the logo
changed-name = name and contact
changed-colour = colours
changed-logo = logo
done-look = It is saved, and everybody can see it now.
verb-administration-look = { $who } changed the look of the site: { $changed }

# Labels
labels-title = Your own labels
labels-lead = Municipalities call the same thing by different names. Choose your words, and the whole site uses them, in Danish and English.
labels-now = The site now says:
labels-change = Choose another word
labels-name = What do you call it?
labels-own = Something else that we write ourselves
labels-own-hint = If you write your own, all forms are needed, so that the sentences come out right.
labels-danish = In Danish
labels-english = In English
labels-form-0 = One (without “a”)
labels-form-1 = The particular one
labels-form-2 = Several
labels-form-3 = All the particular ones
labels-signs = Write only letters, digits and spaces.
labels-save = Use that word
done-label = The site now uses your words.
verb-administration-label = { $who } chose what something is called: { $label }

# Journal
journal-title = Journal
journal-lead = All that was done stands here: who, what, where and when. Of closed shared tasks you only see that something happened.
journal-check-title = Is the journal whole?
journal-holds = The journal is whole
journal-checked = Last checked: { $when }. { $entries } entries in { $spaces } shared tasks.
journal-erased-count = { $n ->
    [one] In { $n } of them the content is erased.
   *[other] In { $n } of them the content is erased.
}
journal-broken = { $n ->
    [one] The journal is broken in one place
   *[other] The journal is broken in { $n } places
}
journal-broken-do = Somebody changed something outside the program, or the disk is failing. Fetch a backup and compare.
journal-unchecked = The journal has not been checked for two days
journal-never-checked = It has not been checked yet. It happens by itself once a day.
journal-checking = The check is under way.
journal-look-again = Look now
journal-check-now = Check now
journal-space = Shared task
journal-space-hint = The name as it stands on the site.
journal-person = Who
journal-person-hint = E-mail address or the whole name. The person can see that you searched.
journal-act = Act
journal-any-act = All acts
journal-from = From
journal-to = Up to and including
journal-find = Find
journal-all = Show all
journal-no-space = There is no shared task called “{ $text }”. Write it as it stands on the shared task’s page.
journal-no-person = We know nobody called “{ $text }”. Write the whole name or the e-mail address.
journal-many-people = There are { $n } by that name. Write the e-mail address of the one you mean: { $addresses }
journal-entries = Entries
journal-none = No entries match.
journal-what = What
journal-at = When
journal-number = Number
journal-number-of = No. { $n }
journal-content = Content
journal-erased = The content is erased
journal-closed = Closed to you
journal-closed-space = A closed shared task
journal-older = Older entries
journal-copy = Take a copy
journal-copy-text = The copy holds the entries you found, at most 50,000. The journal keeps that you took it.
journal-copy-csv = As a spreadsheet (CSV)
journal-copy-json = For programs (JSON)
done-journal-check = We are checking the journal. It takes a moment.
verb-administration-export = { $who } took a copy of { $count } entries of the journal

# Retention
retention-title = How long things are kept
retention-lead = Personal data may not be kept longer than needed. Once a day the program deletes what is too old.
retention-last = The last clean-up was on { $day }.
retention-not-yet = There has been no clean-up yet.
retention-see-holds = See what is held back
retention-due = { $n ->
    [one] { $n } would be deleted today
   *[other] { $n } would be deleted today
}
retention-now = { $n ->
    [0] none right now
    [one] { $n } right now
   *[other] { $n } right now
}
retention-change = Change the rule
retention-days = Number of days
retention-days-hint = Between { $least } and { $most }.
retention-purpose = What do you keep it for?
retention-purpose-hint = It stands on the page about privacy. Empty: the program’s own explanation.
kept-codes = Codes for signing in
kept-codes-what = The e-mail address and a fingerprint of the code.
kept-codes-why = A code holds for ten minutes. A day is enough to find out why somebody could not get in.
kept-sessions = Traces of somebody having been signed in
kept-sessions-what = Which device and when, after it has run out.
kept-sessions-why = One must be able to see whether a stranger has used one’s access.
kept-held = Texts that wait for a colleague
kept-held-what = What somebody wanted to show, but that looked like a personal number, a telephone number or an e-mail address. The text is locked until a colleague has looked at it.
kept-held-why = If nobody has looked at the text after 30 days, it is deleted. Once a colleague has answered, it is deleted at once. The rule cannot be changed.
kept-messages = Messages that were sent
kept-messages-what = Mails and text messages that were sent or given up, with text and recipient.
kept-messages-why = For three months you can answer whether a message was sent. What it was about stands in the shared task.
kept-imports = Leftovers of imported lists
kept-imports-what = What each row of the file changed, and the rows that could not be read.
kept-imports-why = For a month an import can be undone. After that nobody needs it.
kept-invitations = Invitations in closed shared tasks
kept-invitations-what = Name and e-mail address of those who were invited. The days count from when the shared task was closed.
kept-invitations-why = For a year the shared task can be opened again with the same people.
kept-interests = Who came forward for a seat
kept-interests-what = What they wanted, what they wrote, and who was who in a lot. The days count from when the call was closed. Those who got a seat or are alternates stay on the list of seats.
kept-interests-why = For half a year somebody may be needed for a free seat.
kept-readings = Who has looked at whose data
kept-readings-what = That somebody saw what is stored about another person.
kept-readings-why = One must be able to discover misuse, also when some time has passed.
kept-people = People who do not use the site
kept-people-what = Name, e-mail and telephone of people without role, contribution or agreement who have not been here. The days count from the last visit.
kept-people-why = Whoever gave nothing and does not come back, we have no reason to remember.
done-rule = The rule is saved.
verb-administration-rule = { $who } changed how long something is kept: { $kept }, from { $before } to { $days } days
verb-administration-remove = Clean-up: { $count } items were too old and were deleted

# Holding back
holds-title = Held back from deletion
holds-lead = While a complaint, a court case or a request for access is under way, nothing may disappear. Give a reason and a date.
holds-list = What is held back
holds-none = Nothing is held back.
holds-ending = { $n ->
    [one] One hold ends within two weeks
   *[other] { $n } holds end within two weeks
}
hold-new = Hold something back
hold-what = What is it about?
hold-person = A person
hold-space = A shared task
hold-name = Who or which
hold-name-hint = E-mail address or the whole name, or the name of the shared task.
hold-many-spaces = Several shared tasks are called that. Write the last part of the right one’s address: { $slugs }
hold-reason = Reason
hold-reason-hint = For example the number of the case. The person it is about can see it.
hold-until = Up to and including
hold-until-hint = Set a date. It can be prolonged.
hold-until-wrong = Choose a day from today and at most { $years } years ahead.
hold-set = Hold it back
hold-lift = End the hold
hold-lifted = Ended
hold-over = Over
done-hold = It is held back. Nothing is deleted until it is over.
done-lift = The hold has ended. The rules apply again.
verb-administration-hold = { $who } held something back from deletion until { $until }
verb-administration-lift = { $who } ended a hold
reading-journal = What you have done, in the journal
reading-hold = Your details, when somebody decided that something about you may not be deleted
stored-hold = That something about you may not be deleted, and why
stored-hold-placed = That you held something back from deletion
stored-hold-lifted = That you ended a hold

# Accessibility statement
statement-title = Accessibility statement
statement-lead = The law requires a statement on who can use the site. Answer here, and write the same in the WAS-Tool.
statement-checked = What the program itself has tested
statement-checked-text = When the program is built, an automatic check goes through the pages for faults a machine can see. It also tries the most important tasks without a mouse and without scripts.
statement-unchecked-text = That is not enough to write that all is well. No machine can see whether your own texts, pictures and files can be used by everybody. People must try that.
statement-tool = Open the WAS-Tool
statement-see = See the page everybody sees
statement-status = How far have you come?
statement-status-hint = Write “fully” only when somebody has looked.
statement-exceptions = What can not everybody use?
statement-exceptions-hint = Name pages and files, and what one can do instead.
statement-burden = What would be disproportionately expensive to put right?
statement-burden-hint = Only if you have worked it out. Say why.
statement-method = How was it assessed?
statement-assessed = When was it assessed?
statement-assessed-future = The day lies in the future. Write when it happened.
statement-phone = Telephone
statement-phone-hint = The law requires both a telephone number and a way to write.
statement-contact = E-mail or another way to write
statement-contact-hint = Where one writes when something cannot be used.
statement-official = The address of the statement in the WAS-Tool
statement-official-hint = It begins with https://was.digst.dk/. Then the short address /was leads there.
statement-official-wrong = The address must begin with https://was.digst.dk/.
statement-save = Publish
statement-draft = The site is new, and we have not tested our own texts, pictures and files yet.
statement-missing = The statement is not written
statement-old = The statement is more than a year old and must be gone through
done-accessibility = The statement is published.
verb-administration-state = { $who } published the accessibility statement
accessible-fully = The site meets the requirements fully.
accessible-partially = The site meets the requirements partially.
accessible-not = The site does not meet the requirements.
assessed-self = We assessed it ourselves
assessed-third = Others assessed it for us
assessed-other = In another way
assessed-self-text = The municipality assessed the site itself.
assessed-third-text = Others assessed the site for the municipality.
assessed-other-text = The site was assessed in another way.
accessibility-lead = { $municipality } would like everybody to be able to use the site. Here you see how far we have come.
accessibility-not-yet = The municipality has not written its statement yet. If there is something you cannot use, write or call.
accessibility-status = How far we have come
accessibility-exceptions = What not everybody can use
accessibility-burden = What is too expensive to put right now
accessibility-preparation = How we know
accessibility-assessed = Assessed on { $date }.
accessibility-date = The statement was last gone through on { $date }.
accessibility-official = Read the whole statement at the Agency for Digital Government
accessibility-feedback = Is there something you cannot use?
accessibility-feedback-text = Tell us. Then we find another way for you, and put it right if we can.
accessibility-enforcement = If we do not help
accessibility-enforcement-text = The Agency for Digital Government (Digitaliseringsstyrelsen) sees that public bodies follow the law.
accessibility-authority = Read about web accessibility at the agency (in Danish)
accessibility-program = About the program
accessibility-program-text = The program behind the site is checked automatically each time it changes: contrast, headings, the names of fields, and whether one can do without a mouse. A machine finds only some of the faults there can be.

# Privacy
footer-accessibility = Accessibility statement
footer-privacy = Privacy and cookies
privacy-lead = { $municipality } is responsible for what is stored about you here. We store as little as possible.
privacy-why = Why we store anything
privacy-why-text = Citizens and municipality solve tasks together here. So one must be able to see who said and promised what. There are no advertisements, no tracking and no other companies on the site.
privacy-stored = What we store
privacy-stored-text = Your name, the way we can reach you, and what you give to a shared task yourself. Nobody can see what you answer in a dialogue.
privacy-stored-all = All that can be stored about a person
privacy-how-long = How long
privacy-how-long-text = What you said and promised in the open stays. Other things are deleted by themselves when they are too old. It can take longer while a case is under way.
privacy-what = What
privacy-days = How long
privacy-reason = Why
privacy-rights = Your rights
privacy-rights-text = On your page you see all that is stored about you, and who has seen it. You can fetch it, correct it and leave. If you are not content, you can complain to the Danish Data Protection Agency (Datatilsynet).
privacy-cookies = Cookies
privacy-cookies-text = The site only sets the cookies it cannot work without. That is why we do not ask.
privacy-cookie-samskab = Remembers that you are signed in.
privacy-cookie-sprog = Remembers which language you chose.
privacy-cookie-deltager = Remembers your answers in a dialogue when you are not signed in.
privacy-cookie-vej = Remembers for a quarter of an hour that you are on your way in through MitID or the like.
privacy-cookie-hjaelper = Remembers that you are helping somebody else right now.
privacy-cookie-enhed = Only on a screen that hangs in a house: remembers for a year which screen it is. It holds nothing about people.
