# People and organisations

## On one's own page
mine-about = About me
account-stored = See what is stored about me
account-stored-hint = And who has seen it. Take a copy home.
account-correct = Correct my details
account-correct-hint = Name, e-mail, telephone and address.
account-contact = Choose how I hear from you
account-contact-hint = E-mail, text message, letter or telephone, and how often.
account-help = I am helping somebody
account-help-hint = Answer, vote and write for somebody who cannot.
account-merge = I am here twice
account-merge-hint = Make two profiles one.
account-leave = Leave the site
account-leave-hint = Your name and your details are deleted.

## What is stored about me
stored-lead = Here is everything the site knows about you. You can correct it, take it with you and have it deleted.
stored-who = Who you are
stored-readings = Who has seen your details
stored-readings-none = Nobody has seen them.
stored-rest = Everything else
stored-rest-lead = Press a line to see what is in it.
stored-after = If you leave the site:
stored-more = These are the { $shown } newest of { $total }. All are in your copy.
stored-rights = Your rights
stored-rights-text = You have a right to see, correct and have deleted what we have stored about you. You can also complain to the Danish Data Protection Agency.
after-keep = It stays, without your name.
after-delete = It is deleted.
after-empty = It stays, but nobody can see that it was you.
reading-who = Who
reading-what = What
reading-when = When
reading-program = The site itself
reading-person = Your details and roles
reading-organisation = Your telephone and e-mail on an association's page
reading-helped = Your details, when somebody began to help you
export-title = Take it home
export-lead = You get everything stored about you in one file.
export-html = Download to read
export-json = Download for a computer
export-hint = One opens in your browser. The other can be read by another program.
export-file = my-details
export-heading = What { $municipality } has stored about { $name }
export-made = Downloaded { $when }.
came-by = { $when }, entered by { $who }
none = Not given
yes = Yes
no = No
choose = Choose
no-name = Without a name

field-name = Name
field-email = E-mail
field-phone = Telephone
field-address = Address
field-title = Title
field-organisation = Organisation
field-area = { -Local-area }
field-language = Language
field-contact = How we reach you
field-rhythm = How often
field-helper = Your helper
field-came = Came
field-merged = Made one with
field-space = Shared task
field-role = Role
field-since = Since
field-kind = Kind
field-description = Description
field-function = Function
field-created-at = Made
field-expires-at = Expires
field-used-at = Used
field-first-at = First time
field-what = What
field-status = Status
field-due-on = Due
field-text = Text
field-at = Time
field-subject = Subject
field-body = Message
field-recipient = Sent to
field-sent-at = Sent
field-verb = What you did
field-answered-at = Answered
field-answer = Answer
field-accepted = Said yes
field-made-at = Made
field-added = New
field-updated = Changed
field-undone-at = Undone
field-after = What was read in
field-one-sentence = The frame in one sentence
field-version = Version
field-written-at = Written
field-entered-at = Written in
field-reason = Reason
field-outcome = Outcome
field-value = Your answer
field-state = State
field-provider = Place
field-label = Called
field-note = Note
field-handled-at = Handled
field-last-day = Last day
field-way = How
field-until = Until
field-placed-at = Set
field-act = Act
field-kinds = Found
field-decided-at = Decided
field-uploaded-at = Uploaded
field-key = Key
value-1 = Agree
value-0 = Passed
value--1 = Disagree
what-new = New
what-updated = Changed
what-same = Was here already
contribution-kind-vote = Answers in a dialogue
contribution-kind-statement = Statement
contribution-kind-dialogue = Dialogue
contribution-kind-recommendation = Recommendation
contribution-kind-commitment = Commitment
contribution-kind-progress = News about a commitment
contribution-kind-file = File
contribution-kind-letter = Came with a letter
contribution-kind-meeting = Meeting
notice-outcome-sent = Sent
notice-outcome-unwanted = Not sent, because you chose not to hear of it
notice-outcome-unreachable = Not sent, because we could not reach you
held-outcome-through = Shown
held-outcome-back = Sent back
held-outcome-expired = Deleted after 30 days
statement-state-waiting = Waits to be looked at
statement-state-accepted = Part of the dialogue
statement-state-rejected = Not part of the dialogue
invitation-answer-accepted = Yes
invitation-answer-declined = No, thank you
invitation-answer-withdrawn = Withdrawn

stored-session = Places where you are signed in
stored-role = Your roles
stored-contribution = Shared tasks you have given something to
stored-doer = What you have promised
stored-counterpart = What others have promised you
stored-progress = What you have told about a commitment
stored-invited = Invitations you have sent
stored-notice = Messages we have written to you
stored-organisation = Associations and others you belong to
stored-read = When somebody has seen the details
stored-reader = When you have seen other people's details
stored-helped = Those you are a helper for
stored-entered = Those you have entered
stored-merged = Profiles made one with yours
stored-journal = What you have done
stored-code = Codes for signing in
stored-invitation = Invitations to you
stored-mail = E-mails to you
stored-word = Words you can be found by
stored-address-change = E-mail addresses you have changed to
stored-helper-asked = Those you have asked for help
stored-helper-asked-me = Those who have asked you for help
stored-organisation-contact = Organisations you are the contact of
stored-import = Lists you have read in
stored-import-undone = Lists you have taken back
stored-imported = Lists you were on
stored-merge-kept = Profiles merged into yours
stored-merge-away = Mergers away from this profile
stored-merge-made = Mergers you have made
stored-mandate = Frames you have written
stored-acknowledgement = Frames you have read
stored-recommendation = Recommendations you have written
stored-answer = Answers you have given for { -council-the }
stored-statement = Statements you have written
stored-judged = Statements you have looked through
stored-voter = Dialogues you have answered in
stored-vote = Your answers in dialogues

## Correct
correct-name-hint = As you like to be called
correct-email-hint = A new address is in force when you have entered the code we send to it.
correct-phone-hint = Only staff can see it.
correct-address-hint = For letters. Street and number on one line, postcode and town on the next.
correct-title-hint = For example chair or volunteer. Everybody can see it.
form-phone = We cannot read “{ $text }” as a telephone number. Write eight digits, or begin with + and the country's number.
form-personal-number = That looks like a personal number. We never store those. Delete it.
done-corrected = Your details are corrected.
address-title = Enter the code from your e-mail
address-lead = We have sent a code to that address. Enter it here, then we know that the address is yours.
address-code = Code
address-confirm = It is my address
address-send = Send me a code
address-wrong-code = The code does not fit, or it is too old. Ask for a new one.
done-address = Your new e-mail address is in force now.
mail-address-subject = { $code } is your code
mail-address-body = Enter the code { $code } on the site. Then we know that the address is yours. The code is valid for { $minutes } minutes. If you did not ask for it, you can ignore this e-mail.

## Contact
contact-lead = You decide how we reach you, and how often.
contact-mail = E-mail
contact-text = Text message
contact-letter = Letter
contact-phone = Telephone
contact-mail-long = Send me an e-mail
contact-text-long = Send me a text message
contact-letter-long = Send me a letter
contact-phone-long = Ring my helper, or me
contact-no-email = You have no e-mail address here. Write it first under Correct my details.
contact-no-phone = You have no telephone number here. Write it first under Correct my details.
contact-no-address = You have no address here. Write it first under Correct my details.
contact-no-helper = We have no number to ring. Write your telephone number, or choose a helper.
rhythm-hint = If something changes within two days, you always hear at once.
rhythm-daily = At most once a day
rhythm-at-once = At once
rhythm-weekly = Once a week
rhythm-important = Only what is urgent
rhythm-daily-long = At most once a day, together
rhythm-at-once-long = At once, every time something happens
rhythm-weekly-long = Once a week, together
rhythm-important-long = Only what changes within two days
done-contact = Saved. This is how you hear from us now.
helper-title = A helper
helper-lead = A helper is somebody you trust: a child, a neighbour, a friend. The helper can answer and write for you. It always shows that you had help.
helper-is = Your helper is { $name }.
helper-end = No more help from them
helper-waiting = { $name } was asked { $when } and has not answered yet.
helper-email = The helper's e-mail address
helper-email-hint = The helper must have a profile here and say yes.
helper-ask = Ask for help
helper-myself = That is your own address. Write the helper's.
helper-asks-you = { $name } asks you for help
helper-asks-you-text = If you say yes, you can answer and write for them. Your name stands beside it.
helper-yes = Yes, I will help
helper-no = No, thank you
done-helper-asked = If there is somebody with that address, we have asked them.
done-helper-yes = Thank you. You are a helper now.
done-helper-no = You have said no.
done-helper-ended = You have no helper now.
mail-helper-subject = { $who } asks you for help
mail-helper-body = { $who } would like you as a helper. If you say yes, you can answer and write for { $who }.
mail-helper-action = Answer
mail-helper-yes-subject = { $who } will help you
mail-helper-yes-body = { $who } has said yes to being your helper.
mail-helper-yes-action = See your helper
mail-helper-no-subject = { $who } cannot help
mail-helper-no-body = { $who } has said no to being your helper. You can ask somebody else.
mail-helper-no-action = Ask somebody else

## Help
help-lead = You can answer, vote and write for somebody who cannot. It all counts as theirs. Your name stands beside it.
help-named = They have chosen you as their helper
help-start = Help { $name }
help-find = Find whom you want to help
help-new = Is the person not here?
help-new-lead = A name is enough. With a telephone or an address we can let them know later.
help-enter = Enter them and begin to help
help-nobody = Nobody has chosen you as a helper
help-nobody-text = Whoever wants your help chooses you on their own page, under “Choose how I hear from you”.
done-helping = You are helping now. Press Stop at the top when you are done.
done-helped = You use the site as yourself again.
error-may-not-help = You cannot help that person. Only a helper they have chosen themselves, or staff of the shared task, may. Staff cannot help each other this way.
error-may-not-help-title = You cannot do that

## Leave
leave-site-lead = You can leave the site at any time. It cannot be undone.
leave-not-now = You cannot leave the site right now.
leave-last-administrator = You are the only administrator. Give the role to somebody else first.
leave-held = Something about you must be kept up to and including { $date }, because it is part of a case. Ask the municipality.
leave-persona = The demonstration needs its five people. In a real municipality everybody can leave the site here.
leave-goes = This goes
leave-goes-1 = Your name, your e-mail, your telephone and your address
leave-goes-2 = Your roles and your place on teams
leave-goes-3 = Our messages to you
leave-goes-4 = The link between you and your answers in dialogues
leave-stays = This stays
leave-stays-1 = What you have written for others to read. It says “Tidligere deltager” (former participant) instead of your name.
leave-stays-2 = Your answers in dialogues still count. Nobody can see that they are yours.
leave-stays-3 = That something was done, and when. It is a record that must not be changed.
leave-take-first = See and download first what is stored about you
leave-promises = { $n ->
    [one] One commitment is not finished
   *[other] { $n } commitments are not finished
}
leave-promises-text = Best hand them over first. Otherwise we tell those you have them with that you are not here any more.
leave-with = agreed with { $name }
leave-for = promised by { $name }
leave-promises-tell = Tell those I have commitments with
leave-promises-short = Commitments
leave-promises-missing = Tick the box so that they are told, or hand the commitments over first.
leave-sure = Yes, delete my details. I know that it cannot be undone.
leave-sure-short = Sure
leave-sure-missing = Tick the box if you are sure.
leave-now = Leave the site
leave-stay = I am staying
done-left-all = Your details are deleted and you are signed out. Thank you for what you gave.
error-cannot-leave = Something stands in the way of your leaving. See what on your own page.
error-cannot-leave-title = You cannot leave the site right now
mail-left-subject = A commitment lacks a person
mail-left-body = The person you had the commitment “{ $what }” with in { $space } has left the site. Find somebody else, or close the commitment.
mail-left-action = See the commitment

## People
people-admin = Find a person
people-admin-hint = Details, roles and how they can be reached.
people-title = People
people-search = Search by name, e-mail or telephone
people-search-hint = The beginning of the words is enough.
people-search-button = Search
people-newest = The newest
people-found = Found for “{ $query }”
people-reached = Reached by
person-cannot-be-told = Letter, but there is no address: we cannot write to this person.
people-none-found = Nobody found for “{ $query }”
people-none-text = Try fewer letters, or enter the person.
people-noted = The person can see on their own page that you have looked.
person-new = Enter a person
person-change = Correct details
person-email-hint = Can be left out. Without it the person gets letters or calls.
person-organisation-hint = The one the person speaks for.
person-there = { $name } already has that address.
person-left = The person has left the site.
person-merged = This profile has been made one with another.
person-merged-link = See it
person-held = Must be kept up to and including { $date }: { $reason }
person-contact = Contact
person-sessions = Signed in
person-sessions-n = { $n ->
    [0] No
    [one] In one place
   *[other] In { $n } places
}
person-end-sessions = Sign out everywhere
person-letter = Make a letter with a code
person-merge = Make one with another
person-roles = Roles
person-no-roles = No roles.
person-organisations = Organisations
person-no-organisations = Belongs to none.
role-administrator = Administrator
field-payload = Content
role-municipal = The whole municipality
role-take = Remove the role
role-give = Give the role
role-give-municipal = Give a role in the whole municipality
role-give-space = Give a role in a shared task
done-person-added = The person is entered.
done-person-changed = The details are corrected.
done-role-given = The role is given.
done-role-taken = The role is removed.
done-sessions-ended = The person is signed out everywhere.
error-last-administrator = That is the only administrator. Give the role to somebody else first.
error-last-administrator-title = There must be an administrator
error-has-left = The person is not here any more, or the profile has been made one with another.
error-has-left-title = That cannot be done

## Two become one
merge-title = Make two profiles one
merge-lead = Is it the same human being? Then the two become one. Choose which is to stay.
merge-lead-own = Both addresses are yours. Choose the profile you want to keep.
merge-keep = Keep this one
merge-has = Here is
merge-has-nothing = Nothing.
merge-what = Everything moves to the one you keep: roles, commitments, what was written, and ways of signing in. Where both have answered in the same dialogue, only the answers of the one you keep count.
merge-undo-days = It can be undone for 30 days.
merge-do = Make them one
merge-find = Who is the same as { $name }?
merge-compare = Compare
merge-done = Made one
merge-by = by { $who }, { $when }
merge-undone = Undone.
merge-undo = Make them two again
merge-own-lead = If you have two profiles here, you can make them one. You must show that both are yours.
merge-own-email = The e-mail address of the other profile
merge-own-email-hint = We send a code to it.
merge-own-address = You have that address on this profile already. Write the other one's.
done-merged = The two are one now.
done-merged-own = Your two profiles are one now.
done-unmerged = They are two again.
error-cannot-merge = The two cannot be made one. Perhaps one has been made one with another already, or has left. Keep the other if it is one of the demonstration's people.
error-cannot-merge-title = That cannot be done
error-cannot-unmerge = It cannot be undone any more. More than 30 days have passed, or the profile has since been made one with a third.
error-cannot-unmerge-title = It is too late

## Read a list in
people-import = Read a list in
people-import-hint = From a spreadsheet, with a look before anything happens.
import-list-lead = If you have a list in a spreadsheet, you can read it in at once. You first see what will happen to each line. Nothing happens before you say so.
import-file = Choose a file
import-file-hint = Save the spreadsheet as CSV. Comma, semicolon or tab are all fine.
import-text = Or paste the list here
import-text-hint = Select the cells in the spreadsheet and paste them. The first line is the headings.
import-where = Where do they belong?
import-where-text = Everybody comes into the municipality. You can also give them a role in a shared task or a place in an organisation.
import-no-space = No shared task
import-role = Role in the shared task
import-role-hint = Only if you have chosen a shared task.
import-welcome = Send a welcome to the new ones who have an e-mail address
import-welcome-hint = Otherwise nobody is told.
import-look = See what will happen
import-before = Lists that were read in
import-when = When
import-by = By
import-what = Result
import-sum = { $added } new, { $updated } changed, { $bad } not read in
import-is-undone = Undone
import-empty = The list is empty. Choose a file or paste the list.
import-only-headings = There are only headings. Take the lines too.
import-too-long = The list is too long. Split it, with at most 5,000 lines in each.
import-no-text = That is not a text file. Save the spreadsheet as CSV and try again.
import-look-title = This will happen
import-nothing-yet = Nothing is saved yet.
import-will = If you read the list in
import-will-add = { $n ->
    [one] One new person
   *[other] { $n } new people
}
import-will-update = { $n ->
    [one] One gets something that was missing
   *[other] { $n } get something that was missing
}
import-will-same = { $n ->
    [one] One is here already
   *[other] { $n } are here already
}
import-will-not = { $n ->
    [one] One line cannot be read in
   *[other] { $n } lines cannot be read in
}
import-do = { $n ->
    [one] Read in one person
   *[other] Read in { $n } people
}
import-to-municipality = They come into the municipality.
import-to-space = They get the role “{ $role }” in { $space }.
import-to-organisation = They come into { $name }.
import-to-area = The new ones belong to { $name }.
import-welcome-yes = The new ones with an e-mail address are welcomed.
import-welcome-no = Nobody is told.
import-columns = The columns: are they understood rightly?
import-columns-text = Choose what each column is. Then look again at what will happen.
import-column = Column
import-example = Example
import-holds = Is
import-skip = Do not use it
import-again = Look again
import-field-name = Name
import-field-first-name = First name
import-field-last-name = Last name
import-field-email = E-mail
import-field-phone = Telephone
import-field-address = Address
import-field-postcode = Postcode
import-field-city = Town
import-field-title = Title or function
import-field-organisation = Organisation
import-rows = Line by line
import-line = Line
import-line-n = Line { $n }
import-fate = What happens
import-new = New
import-same = Is here already
import-updated = Gets: { $fields }
import-hidden = { $n ->
    [one] One more line without faults is not shown.
   *[other] { $n } more lines without faults are not shown.
}
import-fault = Fault
import-cure = Do this
import-bad-cells = The line has { $text } cells, more than there are headings
import-bad-cells-cure = Look for a separator too many, or put quotation marks around the text.
import-bad-personal-number = A personal number
import-bad-personal-number-cure = Delete it from the list. Personal numbers are never stored here.
import-bad-no-name = The name is missing
import-bad-no-name-cure = Write a name, or choose the right column for names.
import-bad-long-name = The name is too long: “{ $text }…”
import-bad-long-name-cure = At most 80 characters. See whether two cells have run together.
import-bad-email = “{ $text }” is not an e-mail address
import-bad-email-cure = Correct the address or leave the cell empty.
import-bad-phone = “{ $text }” is not a telephone number
import-bad-phone-cure = Write eight digits, or begin with + and the country's number.
import-bad-long-address = The address is too long: “{ $text }…”
import-bad-long-address-cure = At most 300 characters.
import-bad-organisation = We do not know “{ $text }”
import-bad-organisation-cure = Write the name as under Organisations, or make it there first.
import-bad-twice = The same e-mail address as in line { $text }
import-bad-twice-cure = Delete one of the lines, or give each an address of its own.
import-bad-same-person = { $text } is on the list twice
import-bad-same-person-cure = Delete one of the lines.
import-result = The list is read in
import-made = { $who }, { $when }.
import-was-undone = The list has been taken back
import-did-add = { $n ->
    [one] One new person
   *[other] { $n } new people
}
import-did-update = { $n ->
    [one] One got something that was missing
   *[other] { $n } got something that was missing
}
import-did-not = { $n ->
    [one] One line was not read in
   *[other] { $n } lines were not read in
}
import-was-new = New
import-was-updated = Got something that was missing
import-bad-file = Download the lines with faults
import-bad-file-hint = Correct them in the file and read it in again. The file is here for 30 days.
import-undo = Undo the import
import-undo-hint = The new ones are removed if they have not been here since. What was filled in is taken away again.
import-left = { $n ->
    [one] One could not be taken back
   *[other] { $n } could not be taken back
}
import-left-mail = has had a message
import-left-again = is on another list too
import-left-signed-in = has been here since
import-left-used = is used elsewhere
import-left-changed = has been changed since
done-list-imported = The list is read in.
done-import-undone = The import is undone.
error-import-undone = That import is undone already.
error-import-undone-title = Undone already
mail-welcome-subject = Welcome to { $municipality }
mail-welcome-body = You are entered at { $municipality }. Sign in with this e-mail address to see what goes on and to correct what we have stored about you.
mail-welcome-action = Sign in

## Organisations
people-organisations = See organisations
people-organisations-hint = Associations, businesses, institutions and their people.
organisations-title = Organisations
organisations-lead = Associations, businesses, institutions and the municipality's own. A person can belong to several.
organisations-none = There are none yet
organisations-none-text = Make the first. Then commitments and people can be tied to it.
organisation-new = Make an organisation
organisation-change = Change the organisation
organisation-there = It exists already. Choose another name.
organisation-description-hint = What do you do? Everybody can see it.
organisation-see-public = See the page as everybody sees it
organisation-contact = Contact
organisation-contact-is = Contact: { $name }
organisation-people = People
organisation-no-people = Nobody yet.
organisation-reach = Reached at
organisation-make-contact = Make contact
organisation-remove = Remove
organisation-add = Add a person
organisation-add-button = Add
organisation-spaces = Takes part in
organisation-no-spaces = No open shared tasks yet.
organisation-association-many = Associations
organisation-business-many = Businesses
organisation-institution-many = Institutions
organisation-administration-many = Administrations
organisation-council-many = Councils
done-organisation = The organisation is saved.
done-organisation-people = The people are changed.

## Local areas
people-areas = Change { -local-area-many }
people-areas-hint = Towns and districts that shared tasks belong to.
areas-title = { -Local-area-many }
areas-admin-lead = Shared tasks, organisations and people can belong to { -local-area-a }.
areas-none = There are none yet.
area-inhabitants = How many live there?
area-inhabitants-hint = A round number is enough. It is used to see where there are few offers in the network.
area-inhabitants-n = { $n } live here
area-new = Make { -local-area-a }
area-add = Make
area-change = Change
area-delete = Delete
area-name-hint = As people call it
area-description-hint = One or two sentences. Everybody can see them.
area-there = It exists already. Choose another name.
area-used-by = Used by
area-used = { $spaces ->
    [one] 1 shared task
   *[other] { $spaces } shared tasks
  }, { $organisations ->
    [one] 1 organisation
   *[other] { $organisations } organisations
  }, { $people ->
    [one] 1 person
   *[other] { $people } people
  }
area-unused = Nothing
done-area = { -Local-area-the } is saved.
done-area-deleted = { -Local-area-the } is deleted.
error-area-used = Something belongs to { -local-area-the }. Move it first.
error-area-used-title = { -Local-area-the } is in use

## In the journal
verb-people-leave = { $who } left the site
verb-people-add = { $who } entered a person
verb-people-change = { $who } corrected a person's details
verb-people-give-role = { $who } gave a person the role “{ $role }”
verb-people-take-role = { $who } took the role “{ $role }” from a person
verb-people-end-sessions = { $who } signed a person out everywhere
verb-people-import = { $who } read a list in: { $added } new, { $updated } changed
verb-people-undo-import = { $who } took a list back
verb-people-merge = { $who } made two profiles one
verb-people-undo-merge = { $who } made two profiles two again
verb-people-organisation = { $who } changed the organisation { $title }
verb-people-organisation-people = { $who } changed the people of { $title }
verb-people-area = { $who } changed { -local-area-the } { $title }
verb-people-delete-area = { $who } deleted { -local-area-the } { $title }

## Done with help
helped-title = What somebody has helped you with
helped-lead = If you do not recognise it, write to the municipality.
helped-who = Who helped
helped-times = { $what } ({ $n } times)
act-dialogue-vote = Voted on statements
act-dialogue-state = Wrote a statement
act-files-receive = Sent a file
act-guard-hold = Asked a colleague to look at a text
act-other = Did something in the shared task
stored-assisted = What somebody has helped you with
stored-assisted-other = What you have helped others with
field-times = How often
field-last-at = Last
