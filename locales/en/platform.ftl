# The page around everything
skip = Skip to the content
nav-main = Main menu
nav-spaces = Shared tasks
nav-areas = { -Local-area-many }
nav-outcomes = What came of it
nav-administration = Administration
nav-mine = My page
nav-sign-in = Sign in
language-switch = Dansk
live-updated = The page has been updated.
live-gone = Something changed while you were here. You can read this page, but not use it any more.
live-gone-link = Go to { $space }
footer-about = About the site
footer-how = How it works
footer-patterns = Patterns
footer-attribution = Built on Det Fælles Designsystem. Samskab is free software (MPL-2.0).
crumbs = You are here
cancel = Cancel
save = Save
print = Print
used-of = { $used } of { $all }
to-front = To the front page
money = DKK { $amount }
yesterday = Yesterday
today-at = Today { $time }
days = { $n ->
    [one] { $n } day
   *[other] { $n } days
}
years = { $n ->
    [one] { $n } year
   *[other] { $n } years
}
days-ago = { $n ->
    [one] { $n } day ago
   *[other] { $n } days ago
}
whole-municipality = The whole municipality
somebody = Somebody
month-1 = January
month-2 = February
month-3 = March
month-4 = April
month-5 = May
month-6 = June
month-7 = July
month-8 = August
month-9 = September
month-10 = October
month-11 = November
month-12 = December

# The demonstration
demo-bar = Demonstration.
demo-you-are = Everyone here is made up. You are seeing the site as
demo-role-secretary = Secretary
demo-role-facilitator = Facilitator
demo-role-citizen = Citizen
demo-role-politician = Politician
demo-role-doer = Doer
demo-role-none = Not signed in
demo-mailbox = The mailbox

# The front page
front-name = Front page
front-title = Welcome to { $municipality }
front-lead = Here citizens, associations, staff and politicians make welfare together. You can help decide, and you can help do it.
front-see-spaces = See what is going on
front-needed = You are needed here
front-board = On the noticeboard
front-all-spaces = All shared tasks
front-empty-title = There is nothing on the board yet
front-empty = When the municipality starts something together with its citizens, it goes up here.
front-deeds = It is being done
front-no-deeds = When somebody promises to do something, you can see it here: who, what and when.
latest = Latest
feed-empty = Nothing has happened yet.
feed-all = See everything that has happened
feed-explained = Everything that is done in the shared task is listed here. The list cannot be changed afterwards without it being noticed.

# What came of it
outcomes-lead = What we decide together becomes commitments. Here you can see who does what, and how far they have come.
outcomes-followup = See what became of each recommendation
outcomes-empty-title = No commitments yet
deed-what = What
deed-who = Who does it
deed-when = When
deed-status = Status
deed-with = with { $name }
status-agreed = Agreed
status-started = Under way
status-waiting = Waiting
status-waiting-for = Waiting for: { $what }
status-done = Done
status-given-up = Given up
status-late = { $n ->
    [one] { $n } day late
   *[other] { $n } days late
}

# About
about-lead = In other places the conversation ends when a decision has been made. Here it goes on until the thing is done.
about-frame = 1. Frame
about-frame-text = { -Council-the } writes what the task is, what is fixed and what is open. Then everyone knows what can be changed.
about-team = 2. Team
about-team-text = Citizens and politicians are invited. Everyone on the team reads the frame before they begin.
about-dialogue = 3. Dialogue
about-dialogue-text = Everyone can respond to short statements and write their own. A map shows where people stand, and what brings them together.
about-decision = 4. Decision
about-decision-text = The committee writes numbered recommendations. { -Council-the } answers each one and gives a reason.
about-deeds = 5. Deeds
about-deeds-text = What gets a yes becomes commitments: who does what by when, with which resources, and who in the municipality helps.
about-learning = 6. Learning
about-learning-text = In the end everyone can see what was promised and what was done.
about-privacy = Your information
about-privacy-text = We keep your name, your e-mail address and what you yourself give to a shared task. Nobody can see how you answer in a conversation. There are no adverts and no tracking.
about-help = Help
about-contact = Write to us: { $contact }
about-help-text = You can always get help from the municipality’s staff at the library or at citizen services. You do not need a computer to take part.
about-program = The program
about-program-text = The site runs on Samskab. It is free software: municipalities may use it, read it, change it and share it.
about-version = Version
about-licence = Licence

# Shared tasks
spaces-own = Only mine
spaces-lead = Here people work together on one thing at a time. Everyone can follow the open shared tasks.
space-new = New shared task
space-new-lead = Choose a recipe, and give the shared task a name. You become its secretary and can change most things afterwards.
space-recipe = What kind of shared task?
space-recipe-hint = The recipe decides which tools and questions you start with.
space-title = Name
space-title-hint = Short and easy to remember. For example: Youth policy
space-summary = What is it about?
space-summary-hint = One or two sentences that everyone understands. They go on the noticeboard.
space-area = Where?
space-visibility = Who may see it?
visibility-public = Open to everyone
visibility-registered = For everyone who is signed in
visibility-members = Only for the team
visibility-sealed = Sealed
visibility-public-long = Everyone, signed in or not
visibility-registered-long = Everyone who is signed in
visibility-members-long = Only those on the team
space-level = What must people sign in with to take part?
space-level-hint = Leave the ordinary one if you are in doubt. Choose a higher one if there will be something about people that must not get out.
space-level-beyond = To ask for more than this, sign in more securely yourself first. Otherwise you would shut yourself out. You can also do it later in the settings of the shared task.
space-create = Create the shared task
space-settle = Settings of the shared task
space-begun = The shared task was created
space-opens = More people can read along
space-opens-error = More people will be able to read all that is written here already. Tick when you have gone through it.
space-opens-seen = I have gone through it
space-closed = Closed
space-closed-text = The shared task can be read, and what you have agreed can be carried through. Nothing new is begun.
space-unfinished = This is not finished yet:
space-unfinished-text = It can be carried on, also when the shared task is closed. Those who have promised something can tell how it goes. Those who answer can answer.
space-reopen = Open the shared task again
space-close-title = Close the shared task
space-close-text = When the work is over you can close the shared task. It can still be read, and you can open it again.
space-close = Close the shared task
space-held = The shared task is held back until { $date } because a case is under way. Until then it cannot be closed.
done-space-settled = The shared task is changed.
done-space-closed = The shared task is closed.
done-space-reopened = The shared task is open again.
verb-space-settle = { $who } changed the name, description or visibility of the shared task: { $title }
verb-space-close = { $who } closed the shared task
verb-space-reopen = { $who } opened the shared task again
error-closed-title = The shared task is closed
error-closed = It can be read, and what was agreed can be carried through. Nothing new can be begun. The shared task’s secretary can open it again.
role-owner = The person it is about
role-helper = Helper
attempts-title = Who has looked in, or tried to?
attempts-openings = Emergency openings
attempts-openings-intro = Two people of the municipality can open the space when none of you can be reached. Here is who it was, when and why.
attempts-opened = { $asker } and { $second } opened the space
attempts-opened-when = { $date } at { $time }
attempts-why = The reason:
attempts-why-gone = The reason can no longer be read.
attempts-open-until = Open to them until { $date } at { $time }
attempts-end = Close it to them now
attempts-over = It is over. They can no longer look in.
attempts-held = Waiting to be let in again
attempts-held-intro = Somebody has changed how these people sign in. So they cannot look in just now. Ring them before you let them in: is it really them?
attempts-let-in = Let { $name } in again
held-back-address = Others have changed the person's e-mail address.
held-back-letter = The municipality has made a letter that the person can sign in with.
held-back-link = IT has made a link that the person can sign in with.
held-back-merge = The municipality has made two persons one.
held-back-opening = The person was given the role during an emergency opening.
done-let-in = The person is let in again.
done-opening-ended = The emergency opening is over.
verb-space-let-in = { $who } let a person in again
verb-space-held-back = A person waits to be let in again, because their way of signing in was changed
mail-sealed-access-subject = Important news about { $space }
mail-sealed-access-body = Something has happened that you must know about who can see { $space }. Sign in and read more.
mail-sealed-access-action = Read more
mail-sealed-news-subject = There is news for you
mail-sealed-news-body = There is news for you on the pages of { $municipality }. Sign in to read it. You can also ring the person in the municipality you usually talk to.
mail-sealed-news-action = Sign in
stored-role-held = Roles that wait for somebody to let you in again
attempts-tries = Tries to look in
attempts-intro = Here are those who have tried to open these pages without being part of them. They were told that the page does not exist.
attempts-none = Nobody has tried.
attempts-who = Who
attempts-last = Latest
attempts-times = Times that day
stored-space-helper = Where you help without being able to look in
stored-attempt = When you have tried to open something that is closed to you
error-sealed-destroyed-title = This is closed for good
error-sealed-destroyed = What stood here can no longer be read by anybody. Its key is destroyed.
error-sealed-locked-title = This cannot be opened right now
error-sealed-locked = What stands here is locked, and the key is not in its place. Write to the municipality, so that those who run the program can put it back.
error-held-title = A case is under way
error-held = While something is held back it cannot be closed or deleted. Ask the municipality’s administrator.
space-no-sentence = The frame has not been written yet.
space-under = Under { $name }
stage-line = Step { $number } of 6 · { $name }
step-done = Done:
loop-label = How far we have come
tab-overview = Overview
tab-activity = Activity
now-title = What you can do now
now-nothing = There is nothing you need to do right now. You can follow along below.
as-role = as { $role }
stage-move-title = When you are ready
stage-move = When you have finished here, you can move the shared task on to { $name }. Everyone on the team is told.
stage-move-button = Move on to { $name }
clock-title = { -Council-the }’s answer
clock-to = until the answer is due, { $date }
clock-was = The answer was due { $date }

# The steps, when a shared task moves
stage-frame = Frame
stage-team = Team
stage-dialogue = Dialogue
stage-decision = Decision
stage-deeds = Deeds
stage-learning = Learning

# Local areas and organisations
areas-lead = Much of what matters happens close to home. Here you can see what is going on where you live.
areas-empty = The municipality has not been divided into { -local-area-many }.
area-organisations = Associations and places in the area
organisation-association = association
organisation-business = business
organisation-institution = institution
organisation-administration = administration
organisation-council = political body

# Sign in
sign-out = Sign out
name-title = What shall we call you?
name-lead = Your name is shown beside what you write and promise. You can change it at any time.
name-label = Your name
name-hint = What you like to be called

# My page
mine-hello = Hello { $name }. Here is what is waiting for you, and what came of what you gave.
mine-invited = Invited to
mine-invited-empty = No invitations right now.
mine-next = What comes next
mine-next-empty = There is nothing you need to do right now.
mine-promised = What I have promised
mine-promised-empty = You have not promised anything. When you say yes to a task, you will find it here.
mine-outcome = What came of it
mine-outcome-empty = When you have taken part in something, you can see here what came of it.
mine-unsure = Some of yours we only show once you have signed in more securely.
mine-spaces = My shared tasks
mine-all-spaces = See all my shared tasks
mine-no-spaces = You are not on a team yet.

# Forms
form-optional = (optional)
form-errors = { $n ->
    [one] There is one thing to put right
   *[other] There are { $n } things to put right
}
form-required = Please fill in this field.
form-too-long = The text is too long: { $length } characters. There is room for { $max }.
form-email = “{ $text }” is not an e-mail address. Write it like name@example.dk.
form-number = “{ $text }” is not a whole number. Write for example 300.
form-range = The number must be between { $from } and { $to }.
form-money = “{ $text }” is not an amount. Write it the Danish way, for example 12.500 or 99,50.
form-date = “{ $text }” is not a date. Write day, month and year, for example 1.5.2027.
form-choice = Choose one of the options in the list.

# When something cannot be done
error-not-found-title = We cannot show that page
error-not-found = Either it does not exist, or it is only for certain people. If you are one of them, please sign in.
error-sign-in-title = You need to sign in
error-sign-in = To do this, we need to know who you are. Sign in, and you will come back here.
error-forbidden-title = You cannot do that here
error-forbidden = Your role in the shared task does not allow it. Ask its secretary if you think it should.
error-forbidden-office-title = You do not have access to that
error-forbidden-office = The page is for those in the municipality who have that work to do. Ask the municipality’s administrator if you think you should be able to use it.
error-taken-title = It is already there
error-taken = Somebody got there first, or you sent the same thing twice. Go back and see whether it is already there.
error-too-many-title = Please wait a moment
error-too-many = You have tried many times in a short while. Wait a few minutes, and try again.
error-form-title = We could not read what you sent
error-form = Go back, reload the page, and try once more.
error-internal-title = Something went wrong at our end
error-reference = The number of this error is { $id }. Write it down if you ask for help.
error-internal = It is not your fault, and what you have already saved is still here. Try again shortly. If it keeps happening, please write to the municipality.

# It was done
done-space = The shared task has been created. Now write the frame, so that everyone knows what the task is.
done-stage = The shared task has moved on, and the team is told.

# Activity
verb-space-create = { $who } created the shared task { $title }
verb-space-move = { $who } moved the shared task to { $stage }

# E-mail
mail-hello = Hello { $name }
mail-goodbye = Kind regards
mail-code-subject = Your code is { $code }
mail-code-body = Your code for signing in is:

    { $code }

    The code is valid for { $minutes } minutes and can be used once. If you did not ask for it, you can simply delete this e-mail.
mail-code-action = Sign in
mail-stage-subject = { $space }: we have now come to { $stage }
mail-stage-body = The shared task “{ $space }” has moved on to { $stage }. On the page you can see what you can do now.
mail-stage-action = See the shared task
former-participant = Former participant
feed-withheld = (something that is not for everyone)
feed-with-help = (with help from { $who })
assist-bar-label = You are helping somebody
assist-bar = You are helping { $name }.
assist-bar-hint = What you do now counts as theirs. Your name stands beside it.
assist-stop = Stop
error-assisting = You are helping somebody right now. Only they may use this page themselves, or you have no right to help here. Press Stop at the top to use the page as yourself.
error-assisting-title = You cannot do that on somebody's behalf

groups-title = Working groups
groups-none = In a working group some of you look closer at a part of the task. Others can take part too.
groups-participants = { $n ->
    [0] No participants yet
    [one] 1 participant
   *[other] { $n } participants
 }
groups-next = next meeting { $when }
group-new = Make a working group
group-new-lead = The group gets a page of its own with team, meetings, commitments and files. Secretary and facilitator are part of it from the start.
group-title = The group's name
group-title-hint = Short and easy to remember. For example: Young people on the move
group-task = The group's task
group-task-hint = One or two sentences about what the group is to find out. They stand at the top of its page.
group-leader = Who coordinates it?
group-leader-hint = Choose somebody on the team. The coordinator is told. You can find one later.
group-leader-none = Nobody yet
group-visibility-hint = The group cannot be more open than the shared task it belongs to.
group-settle = The group's settings
group-begun = The group was made
group-frame-of = { $space }:
group-frame-answer = Answers by { $date }.
group-frame-more = See { $space }
done-group = The working group is made. Now invite those who are to take part.
verb-space-group = { $named ->
    [no] { $who } made a working group
   *[other] { $who } made the working group { $title }
 }
group-within-title = There can be no working groups here
group-within = A working group cannot have groups of its own. Make the group from the shared task it belongs to.
group-too-many-title = There are too many working groups
group-too-many = A shared task can have 60 working groups at most.
group-role-from-above-title = The role comes along
group-role-from-above = Secretary and facilitator have their role in all working groups. It ends when they no longer have it in the shared task the group belongs to.
group-closed-above-title = The shared task is closed
group-closed-above = The group belongs to a shared task that is closed. Open that again first, and then the group.
group-follows-title = The group follows its shared task
group-follows = A working group is always at the same step as the shared task it belongs to.
mail-group-lead-subject = { $group }: you coordinate
mail-group-lead-body = You are now the coordinator of the working group »{ $group }«. On its page you can invite participants and plan the first meeting.
mail-group-lead-action = See the group
group-close = Close the group
group-close-text = When the group is done, you can close it. It can still be read, and you can open it again.
space-close-groups = { $n ->
    [one] The working group is closed too.
   *[other] The { $n } working groups are closed too.
 }
error-back = Back
space-home = Back to { $name }
