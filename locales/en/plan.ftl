# One's own plan: what a citizen dreams of, the steps on the way, who helps, how it goes.

account-plan = My plan
account-plan-hint = What you dream of, and who helps you get there.
plan-tab = The plan
plan-mine = My plan
plan-mine-detail = Only you and those you let in can see it.
plan-of = Plan for { $name }
plan-of-detail = You have been let in.
plan-open = Open the plan
plan-lead = It is yours. You write when you like. You decide who may see it.
plan-lead-guest = { $name } owns the plan. Here are the parts you may see.

# Beginning
plan-begin = Make your own plan
plan-begin-lead = Begin with what you dream of. It may be something small. You can always write it anew.
plan-begin-for = Make a plan for somebody else
plan-begin-for-name = Make a plan for { $name }
plan-begin-for-lead = Sit together, and use the words the other one says. The plan will not be yours.
plan-begin-button = Begin the plan
plan-dream-question = What do you dream of?
plan-dream-question-hint = Write it as you would say it to a friend.
plan-dream-question-for = What does { $name } dream of?
plan-privacy = What happens with what you write
plan-privacy-who = Only you can read it. If you want others to take part, you let them in yourself. You choose what they may see.
plan-privacy-looks = You can always see who has looked.
plan-privacy-locked = The words are locked with a key that belongs to your plan alone. Those who work for the municipality cannot open it without your yes.
plan-privacy-basis = You decide whether you want a plan. Your yes is what we build on. You can take it back any day.
plan-privacy-end = You can end the plan when you like. Then the key is deleted, and nobody can read it any more.
plan-privacy-read = Read it aloud before you begin.
plan-more = More plans
plan-begin-another = Make another plan
plan-find = Make a plan for somebody you help
plan-find-lead = The plan will be theirs. They are told, and they can take you out again.
plan-find-helped = Those you are a helper for
plan-find-begin = Make a plan
plan-form-paper = The questions on paper
plan-form-lead = Write by hand and take it to somebody you trust. You write it in together.
plan-form-print = Print the form
plan-form-how = Write what you like. You can leave anything out. Show it to somebody you trust, or ask the municipality for help to write it in. The paper is yours: take it home again.
plan-form-who = Who may see the plan?
plan-form-who-hint = Write names and what they may see. If you write none, it is only you and whoever writes for you.

# The dream
plan-dream = The dream
plan-dream-mine = What I dream of
plan-dream-of = What { $name } dreams of
plan-dream-write = Write the dream anew
plan-how-it-goes = How it goes
plan-how-it-goes-n = How it goes ({ $n })
plan-written-by = Written by { $name }, { $when }

# Steps
plan-step = Step
plan-steps = The steps on the way
plan-steps-none = There are no steps yet. What is the first thing that should happen?
plan-steps-none-guest = There are no steps you may see.
plan-step-new = Write a step
plan-step-change = Write the step anew
plan-step-question = What should happen?
plan-step-question-hint = One step at a time. For example: I go for a walk every day.
plan-by-question = By when would you like it to have happened?
plan-by-question-hint = You need not choose a day.
plan-by = Preferably before
plan-by-date = Preferably before { $date }
plan-state = How far
plan-state-question = How far are you?
plan-state-waiting = Not begun
plan-state-going = We are on our way
plan-state-done = Reached
plan-state-dropped = Not after all
plan-step-more = Change, move or remove
plan-step-up = Move the step up
plan-step-remove = Remove the step
plan-step-remove-text = When you remove a step, all that was written about it goes too.
plan-part-gone = Another part

# Who helps
plan-helps = Helping here:
plan-helpers = Who helps?
plan-helpers-none = Nobody stands here yet.
plan-helper-new = Write somebody who helps
plan-helper-question = Who?
plan-helper-question-hint = A name, and what they do if you like. For example: Grethe, drives on Mondays.
plan-helper-inside = has been let into the plan
plan-helper-remove = Remove
plan-kind-question = What are they to you?
plan-kind-family = Family
plan-kind-neighbour = Neighbour or friend
plan-kind-association = Association
plan-kind-business = Business
plan-kind-staff = Municipal staff
plan-kind-other = Somebody else
plan-guest-question = Is it somebody you have let in?
plan-guest-question-hint = They may not do more because of it.
plan-guest-none = No

# How it goes
plan-notes = How it goes
plan-note-question = How is it going?
plan-note-hint = Everybody who may see this part can read it.
plan-note-save = Write it down
plan-note-remove = Remove
plan-remove-yes = Yes, remove
plan-others = Who can see this part?
plan-others-none = Only you.
plan-others-guest = { $name } decides who may see it.

# Who may see
plan-yours = What you decide
plan-yours-for = What you do for { $name }
plan-people = Who may see what?
plan-people-n = { $n ->
    [0] You have let nobody in.
    [one] You have let one person in.
   *[other] You have let { $n } people in.
 }
plan-people-n-for = { $n ->
    [0] Nobody has been let in.
    [one] One person has been let in.
   *[other] { $n } people have been let in.
 }
plan-people-lead = Here is everybody who has been let in. Nobody else can see anything.
plan-people-none = You have let nobody in.
plan-people-change = Choose who may see what
plan-person-name = Calls themselves { $name }
plan-person-waits = Has not come yet
plan-person-helper = Writes for you
plan-person-helper-for = Writes for { $name }
plan-person-manages = Writes and decides for you
plan-person-manages-for = Writes and decides for { $name }
plan-person-nothing = May see nothing just now.
plan-let-in = Let somebody in
plan-let-in-lead = We send an e-mail with a link. The e-mail says nothing about you.
plan-let-in-send = Let them in, and send the e-mail
plan-called = What do you call them?
plan-called-hint = For example: my sister, or Bo from the job centre.
plan-email-hint = The link works for whoever reads the e-mail. See that the address is right.
plan-whole = May they see the whole plan?
plan-whole-none = No, only the parts I choose
plan-whole-read = Yes, they may read all of it, also what is new
plan-whole-write = Yes, they may read and write in all of it
plan-sees-read = May read all of it, also what is new
plan-sees-write = May read and write in all of it
plan-parts = Which parts may they see?
plan-parts-hint = Choose for each part. A new step they see when you say so.
plan-level-none = May not see
plan-level-read = May read
plan-level-write = May read and write
plan-tasks = Do they help you with the plan?
plan-helper-tick = They write for me
plan-manages-tick = They also let people in for me, and they may end the plan when I say so
plan-link-again = Send a new link
plan-rights = What may they see?
plan-rights-change = Change what they may
plan-take-out = Take out now
plan-leave = Leave the plan
plan-leave-text = Then you can no longer see the plan. What you have written stays there.
plan-leave-button = Leave the plan now

# The link
plan-link = You have been let in
plan-link-title = { $name } would like you to take part
plan-link-lead = { $name } has made a plan for something that matters. You may see a part of it.
plan-link-parts = { $name } has chosen what you may see.
plan-link-looks = Every time you look, { $name } can see it.
plan-link-no-copy = Write it in the plan and nowhere else. Then there is one place only, and everybody knows what it says.
plan-link-leave = You can leave when you like.
plan-link-yes = Open the plan
plan-link-no = No, thank you

# Who has looked
plan-looks = Who has looked?
plan-looks-hint = Every time somebody reads something, it stands here.
plan-looks-lead = Here is everybody but you who has read something in the plan.
plan-looks-lead-for = Here is everybody but { $name } who has read something in the plan.
plan-looks-none = Nobody has looked yet.
plan-look = read: { $part }
plan-look-times = { $n } times that day
plan-looks-locked = If somebody has tried to see the plan without being allowed to, it stands elsewhere.

# Taking it along
plan-take-paper = Get the plan on paper
plan-take-paper-hint = A file you can print and keep in your pocket.
plan-take-data = Get the plan as data
plan-take-data-hint = A file that other programs can read.
plan-paper-step = { $n }. { $words }
plan-paper-note = { $date }, { $name }: { $words }
plan-paper-page = Page
plan-paper-of = of
plan-paper-mark = The plan is private. Take good care of the paper.

# Ending
plan-end = End the plan
plan-end-hint = Then it is gone for everybody, for good.
plan-end-title = Do you want to end the plan?
plan-end-lead = Then its key is deleted. It happens when you press the button below.
plan-end-words = Nobody can read the plan any more. Not you either.
plan-end-people = Everybody who has been let in is out. They are only told that something is over.
plan-end-backups = That goes for the copies the municipality keeps, too. They cannot be opened without the key.
plan-end-never = You cannot undo it.
plan-end-first = Take it with you first
plan-end-button = End the plan for good
plan-end-keep = No, keep it
plan-end-held = The plan cannot end before { $date }. The law says that it must be kept for so long.
plan-ended = The plan is over
plan-ended-lead = The key is deleted. Nobody can read the plan any more.

# Answers
done-plan-begun = The plan has begun.
done-plan-written = It is saved.
done-plan-step-added = The step is in the plan. Who can help?
done-plan-moved = The step is moved up.
done-plan-removed = It is removed.
done-plan-noted = It is written down.
done-plan-let-in = The e-mail is on its way.
done-plan-link-again = A new link is on its way. The old one no longer works.
done-plan-taken-out = The door is closed. They see nothing more.
done-plan-came = You have been let in.
done-plan-left = You have left the plan.
error-plan-recipe = Plans cannot be made here just now. Ask the municipality.
error-plan-recipe-title = Not possible here
error-plan-many = You have many plans. End one of them first.
error-plan-many-title = No room for more
error-plan-many-for = Whoever you help has many plans. One of them must end first.
error-plan-many-for-title = No room for more
error-plan-steps = There is no room for more steps. Remove one that is reached.
error-plan-steps-title = No room for more
error-plan-people = There is no room for more people. Take somebody out first.
error-plan-people-title = No room for more
error-plan-in-already = That address has been let in already. If they have not come yet, send them a new link.
error-plan-in-already-title = They have been let in
error-plan-link = The link is too old. Ask whoever sent it for a new one.
error-plan-link-title = The link no longer works
error-plan-more = You cannot show others more than you may see yourself.
error-plan-more-title = That is not yours to give

# Mails: they say nothing of anybody
mail-plan-begun-subject = There is something new on your page
mail-plan-begun-body = Something has been made that is yours, together with somebody who helps you. See it on your page. You can always take the helper out again.
mail-plan-begun-action = See it
mail-plan-let-in-subject = There is something you may see
mail-plan-let-in-body = Somebody has chosen you to see something private. The link is for you alone. Do not pass it on.
mail-plan-let-in-action = See what it is
mail-plan-ended-subject = Something you took part in is over
mail-plan-ended-body = It is closed, and nobody can read it any more. You need not do anything.
mail-plan-ended-action = See your page

# The journal: fixed words alone
verb-plan-begin = { $who } began a plan
verb-plan-write = { $who } wrote in a plan
verb-plan-note = { $who } wrote how it goes
verb-plan-let-in = { $who } let somebody into a plan
verb-plan-take-out = { $who } took somebody out of a plan
verb-plan-come = { $who } came into a plan
verb-plan-leave = { $who } left a plan
verb-plan-end = { $who } ended a plan

# What is stored
stored-plan-owner = A plan that is yours
stored-plan-words = What your plan says
stored-plan-wrote = Something you last wrote in a plan
stored-plan-note = How it goes: something you wrote in a plan
stored-plan-reading = Times you read in somebody else’s plan
stored-plan-guest = Plans you have been let into
reading-plan = Looked at your plan
field-changed-at = Last written
field-let-in-at = Let in
field-came-at = Came in
