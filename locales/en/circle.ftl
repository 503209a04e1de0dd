# The circle: when somebody suddenly needs help.

circle-tab = Circle
nav-circle-new = Open a circle
circle-new-title = Open a circle
circle-new-lead = It takes a couple of minutes. You can change everything afterwards.
circle-name = Who is it about?
circle-name-hint = For example: The family at Møllevej. Only the circle can see it.
circle-happened = What has happened?
circle-happened-hint = In short. Helpers cannot see it.
circle-address = Where do they live?
circle-address-hint = Helpers see it only when they have said yes.
circle-area = Area
circle-phone = Whom do helpers ring?
circle-phone-hint = Telephone number. They see it when they have said yes.
circle-more-about = More about them (can wait)
circle-needed = What is needed?
circle-needed-hint = Tick it. You can add more afterwards.
circle-preset-fetch = Fetch children
circle-preset-dinner = Cook dinner
circle-preset-night = Stay the night
circle-preset-hospital = Drive to the hospital
circle-preset-shopping = Do the shopping
circle-at = At
circle-for-days = Number of days
circle-for-people = Helpers at a time
circle-repeat = How often?
circle-repeat-once = once
circle-repeat-daily = every day
circle-repeat-weekdays = Monday to Friday
circle-repeat-weekly = the same day each week
circle-basis = Why may we write this down?
circle-basis-consent = They have said yes (General Data Protection Regulation, articles 6(1)(a) and 9(2)(a))
circle-basis-vital = Life or health is in danger, and they cannot answer now (articles 6(1)(d) and 9(2)(c))
circle-basis-law = It is the municipality's task by law (articles 6(1)(e) and 9(2)(b))
circle-informed = They know that we do this
circle-privacy = Everything you write here is locked.
circle-privacy-long = Only you and those you let in can read it. Not even an administrator can. Everybody who reads is noted. When the circle closes, nobody can read it any more.
circle-open = Open the circle
circle-wrong-area = Choose an area. Then we ask those who live nearest.
circle-wrong-phone = Write a number helpers can ring.
circle-wrong-time = Write a time, for example 15:30.
circle-wrong-last = The last day cannot be before the first.
circle-wrong-days = There can be at most { $n } days between the first and the last.
circle-wrong-past = That time has passed. Choose a later one.
circle-wrong-no-day = No day between the first and the last fits.
circle-no-recipe = The recipe of a circle is missing. Tell those who run the program.
circle-over = The circle is closed. Nobody can read it any more.
circle-last-coordinator = There must be at least one coordinator. Let another in first.
circle-not-the-owner = It is their circle. Only they themselves can leave it.
circle-taken = Somebody else was quicker. The time is taken.
circle-unwanted = The family does not want that person to be asked.
circle-overlaps = At that time there is a promise to help already.
circle-begun = The time has begun. Ring the coordinator.

circle-none-yet = No need is written down yet
circle-sum-open = { $n ->
    [one] One time has no helper
   *[other] { $n } times have no helper
 }
circle-sum-full = All times are taken
circle-sum-over = No times are ahead
circle-sum-taken = { $n ->
    [one] One time is taken.
   *[other] { $n } times are taken.
 }
circle-sum-staff = { $n ->
    [one] The municipality does one.
   *[other] The municipality does { $n }.
 }
circle-sum-asked = { $n ->
    [one] One was asked.
   *[other] { $n } were asked.
 } { $yes } said yes, { $no } no.
circle-sum-waiting = { $n ->
    [one] One has not answered yet.
   *[other] { $n } have not answered yet.
 }
circle-ask-first = Ask somebody for help
circle-ask-more = Ask more people
circle-need-new = Write a need
circle-tell-them = Remember to tell them what you have written down, and why.
circle-let-them-in = They can see it themselves if you let them in.
circle-ring-title = To ring
circle-ring-text = They are to be rung.
circle-ring-yes = Do they say yes? Open the time they want and put them on it.
circle-said-no = They said no
circle-today = today
circle-moment = { $day } at { $hours }
circle-next-day = { $hours } next day
circle-speaks = Speaks { $language }
circle-known-needed = The family knows them
circle-by-staff = The municipality
circle-missing = Missing
circle-missing-soon = Missing soon
circle-nobody-came = Nobody
circle-slot-open = Open
circle-about = About them
circle-asked-title = Who was asked?
circle-asked-when = Asked
circle-asked-answer = Answer
circle-asked-waits = No answer
circle-asked-again = Ask again
circle-wave = wave { $n }
circle-drops-title = Who could not after all?
circle-past-title = What is over
circle-back = Back to the circle

circle-change-title = Change what is written about them
circle-need-title = Write a need
circle-need-change-title = Change what is to be done
circle-kind = What sort of help?
circle-kind-hint = It is all people see before they have said yes.
circle-what = What is to be done?
circle-what-hint = For example: Fetch two children at the kindergarten. Only whoever takes the time sees it.
circle-first = Day
circle-last = Until and including
circle-last-hint = When it is more than once.
circle-from = From
circle-until = Until
circle-time-hint = For example 15:30
circle-until-hint = If it is earlier than the beginning, it is next morning.
circle-people-needed = How many helpers at a time?
circle-place = Where?
circle-place-hint = If it is not at home.
circle-note = Good to know
circle-note-hint = For example allergies, a door code, whom to ring. Only whoever takes the time sees it.
circle-requires = What must the helper have?
circle-language = Must they speak a language beside Danish?
circle-language-none = No

circle-ask-title = Ask for help
circle-ask-open = { $n ->
    [one] One time is missing.
   *[other] { $n } times are missing.
 }
circle-ask-order = Here are those who fit best. First those the family knows, then those who live near.
circle-ask-full = { $n ->
    [one] One fits, but has already helped as often as they can this month.
   *[other] { $n } fit, but have already helped as often as they can this month.
 }
circle-ask-night = It is night. The message goes out at once. Wait until morning if it can wait.
circle-ask-none = Nobody in the network fits what is missing. Ask somebody you know, or let the municipality do it.
circle-ask-more-people = { $n ->
    [one] And one more who is asked too.
   *[other] And { $n } more who are asked too.
 }
circle-ask-says = This stands in the message:
circle-ask-says-text = Somebody needs help, and a link. No name, no address, nothing about what has happened.
circle-ask-send = Send the question
circle-ask-size = How many do you want to ask?
circle-ask-show = Show them
circle-ask-nobody = Choose at least one to ask.
circle-why-known = The family knows them
circle-why-again = Was asked for something else here
circle-why-near = Lives in the area
circle-why-area = Lives in { $area }
circle-why-load = Has helped { $n } of { $most } times
circle-why-helps = { $n ->
    [0] Helps nobody else right now
    [one] Helps once this month
   *[other] Helps { $n } times this month
 }
circle-way-mail = asked by mail
circle-way-text = asked by text message
circle-way-phone = to be rung
circle-own-title = Ask somebody you know
circle-own-back = Back to the proposals
circle-own-lead = The priest, the kindergarten, a neighbour. Find them, or write name and telephone.
circle-own-who = Who?
circle-own-new = Somebody who is not here
circle-own-phone-hint = They will be rung.
circle-own-needs = What do you ask for?
circle-own-wrong-need = Tick what you ask for.
circle-own-known = The family knows them
circle-own-ask = Ask
circle-own-inside = They are part of the circle already.
circle-own-wrong-both = Either choose one from the list or write a new one.

circle-slot-title = A time
circle-who = Who
circle-slot-give = Put somebody on it
circle-slot-give-text = For example somebody who said yes on the telephone. If they are not in the list, ask them first.
circle-slot-give-button = Put on
circle-slot-wrong-person = Choose somebody from the list.
circle-slot-staff = Let the municipality do it
circle-slot-staff-text = When nobody else can. Then it is missing no more.
circle-slot-staff-button = The municipality does it
circle-slot-unstaff = The municipality does it
circle-slot-free = Free the time
circle-slot-free-text = The helper is told. Others can take the time.
circle-slot-free-button = Free it again
circle-slot-move = Move the time
circle-slot-move-button = Move
circle-slot-cancel = Cancel the time
circle-slot-cancel-text = It is not needed any more. If somebody has taken it, they are told.
circle-slot-cancel-button = Cancel it

circle-people-title = Who is part of it?
circle-inside = They can see the circle
circle-inside-text = Helpers are not here. They see only what they said yes to.
circle-take-out = Take out
circle-go-out = Leave
circle-owner-title = Let in whom it is about
circle-owner-text = They can see everything, decide who may be asked, and see who has read.
circle-owner-button = Let in
circle-colleague-title = Let in a coordinator
circle-colleague-text = A colleague who takes over or lends a hand.
circle-colleague = Colleague
circle-stances = Who may be asked?
circle-stances-text = Note whom the family knows, and who is not to be asked.
circle-stance-known = The family knows them
circle-stance-not = Not to be asked
circle-stance-undo = Remove

circle-read-title = Who has read it?
circle-read-lead = Everybody who has read something about you stands here.
circle-read-none = Nobody has read anything yet.
circle-read-what = What
circle-read-times = Times
circle-read-circle = The circle
circle-read-week = The week on paper
circle-read-people = Who is part of it
circle-read-own = What they said yes to themselves
circle-week-title = The week on paper
circle-week-ring = Ring { $phone } if something changes.
circle-week-hint = Print the page and put it on the refrigerator.

circle-close-title = Close the circle
circle-close-what = When you close the circle, this happens:
circle-close-thanks = Everybody who helped is thanked.
circle-close-ahead = { $n ->
    [one] One time somebody has taken is called off.
   *[other] { $n } times somebody has taken are called off.
 }
circle-close-key = The key is destroyed. Nobody can read what stands here any more. Not even you.
circle-close-kept = What is left is figures without names and what you write below.
circle-lesson = What can others learn from it?
circle-lesson-hint = Without names and places. The municipality's other coordinators can read it.
circle-lesson-wrong = The word “{ $word }” stands in the name or address of the circle. Write it another way.
circle-close-sure = Yes, close it for good
circle-close-wrong-sure = Tick this if you are sure.
circle-close-button = Close the circle
circle-over-title = The circle is closed
circle-over-text = The key is destroyed. Nobody can read it any more.
circle-lessons-title = What we learned
circle-lessons-link = See what we have learned from other circles
circle-lessons-lead = Figures and words of circles that are closed. Nothing here leads back to anybody.
circle-lessons-none = No circle has been closed yet.
circle-lesson-sum = { $taken } of { $slots } times were taken in { $days } days.
circle-lesson-people = { $helpers } helped, { $asked } were asked.

circle-help-title = Can you help?
circle-help-hello = Hello { $name }
circle-help-lead = Somebody needs help. Take a time if you can.
circle-help-none = You are not needed right now. Thank you for being there.
circle-help-mine = You said yes to this
circle-help-for = At
circle-help-ring = Questions? Ring
circle-help-cannot = I cannot after all
circle-help-cannot-text = That is quite all right. We find somebody else. Say so as soon as you know.
circle-help-drop = Give the time back
circle-help-secret = What you learn here is for you alone. Do not tell it to others.
circle-help-calendar = Put your times in your calendar
circle-help-open = Somebody is missing here
circle-help-open-in = Somebody is missing here in { $area }
circle-help-open-text = Press the time you can take. Then you learn where and for whom.
circle-help-all-taken = All times are taken. Thank you for being there.
circle-help-take = I will do it
circle-help-no = I cannot this time
circle-help-said-no = You said that you cannot. If you change your mind, just take a time.
circle-help-privacy = This is what we keep about you:
circle-help-privacy-text = That you were asked, what you answered, and when you help. We delete it when it is not needed any more.
circle-help-offers = Change what you want to be asked for
circle-gone-title = There is nothing here any more
circle-gone-text = The link is old, or no help is needed any more. Thank you for being there.
circle-gone-own = See your own times
circle-calendar-title = You help
circle-calendar-text = Open the page to see where and what.

circle-mine-helps = You help
circle-mine-see = See where
circle-mine-circle = A circle you are part of
circle-mine-open = Open

done-circle-opened = The circle is open. Now ask somebody for help.
done-circle-changed = It is changed.
done-circle-need-added = The need is written down.
done-circle-asked = The question is on its way.
done-circle-to-ring = They stand on the list of those to be rung.
done-circle-noted = It is noted.
done-circle-given = They are put on it and are told.
done-circle-freed = The time is free again.
done-circle-staffed = The municipality does it.
done-circle-cancelled = The time is cancelled.
done-circle-moved = The time is moved.
done-circle-let-in = They are let in and are told.
done-circle-taken-out = They are taken out.
done-circle-gone-out = You have left the circle.
done-circle-closed = The circle is closed. Thank you for what you did.
done-circle-you-took = Thank you! Here is what you need to know.
done-circle-you-gave-back = Thank you for telling us. We find somebody else.
done-circle-you-said-no = Thank you for your answer.
done-circle-another-was-quicker = Somebody else was quicker. See what else is missing.

reading-circle = A circle about you
reading-circle-match = What you offer in the network, when somebody needed help

verb-circle-open = { $who } opened the circle
verb-circle-change = { $who } changed what is written
verb-circle-need = { $who } wrote a need
verb-circle-ask = { $who } asked for help
verb-circle-slot = { $who } changed a time
verb-circle-people = { $who } changed who is part of it
verb-circle-close = { $who } closed the circle

stored-circle-words = What stands in a circle about you
stored-circle-opened = Circles you have opened
stored-circle-slot = Times at which you help
stored-circle-ask = That you were asked for help
stored-circle-drop = Times you gave back
stored-circle-stance = That a family has said whether they know you
stored-circle-reading = What you have read in a circle
field-taken-at = Taken

mail-circle-ask-subject = Can you help?
mail-circle-ask-body = Somebody in { $municipality } needs help. See when, and answer yes or no. It is up to you.
mail-circle-ask-action = See what it is about
mail-circle-taken-subject = Thank you, you help { $time }
mail-circle-taken-body = You said yes to helping { $time }. Use the link of the first message, or sign in here. Then you see where and what. If you cannot after all, say so there.
mail-circle-taken-action = See your times
mail-circle-remind-subject = Remember: you help { $time }
mail-circle-remind-body = You said yes to helping { $time }. If you cannot after all, say so as soon as possible. Use the link of the first message, or sign in here.
mail-circle-remind-action = See your times
mail-circle-moved-subject = New time: { $time }
mail-circle-moved-body = A time you said yes to is moved to { $time }. If you cannot, give it back. Use the link of the first message, or sign in here.
mail-circle-moved-action = See your times
mail-circle-cancelled-subject = You are not needed { $time }
mail-circle-cancelled-body = The time { $time } is called off. Thank you for being there.
mail-circle-cancelled-action = See your times
mail-circle-freed-subject = You do not help { $time }
mail-circle-freed-body = You gave the time { $time } back. We find somebody else. Thank you for telling us.
mail-circle-freed-action = See your times
mail-circle-dropped-subject = A helper has dropped out
mail-circle-dropped-body = The time { $time } now has no helper.
mail-circle-dropped-action = Open the time
mail-circle-unfilled-subject = { $n ->
    [one] One time has no helper
   *[other] { $n } times have no helper
 }
mail-circle-unfilled-body = The first begins { $time }. Ask more people, or let the municipality do it.
mail-circle-unfilled-action = Open the circle
mail-circle-filled-subject = All times are taken
mail-circle-filled-body = No helper is missing right now.
mail-circle-filled-action = Open the circle
mail-circle-owner-subject = Something was opened for you
mail-circle-owner-body = { $municipality } has opened a page that only you and a few others can see. Sign in to read and decide.
mail-circle-owner-action = Open the page
mail-circle-coordinator-subject = You were let into a circle
mail-circle-coordinator-body = A colleague has let you into a circle. Sign in to see it.
mail-circle-coordinator-action = Open the circle
mail-circle-thanks-subject = Thank you for your help
mail-circle-thanks-body = You helped when somebody needed it. It mattered. Thank you from { $municipality }.
mail-circle-thanks-action = Go to your page
mail-circle-idle-subject = Can the circle be closed?
mail-circle-idle-body = Nobody has been needed for two weeks. Close the circle so that nobody can read it any more, or write what is needed.
mail-circle-idle-action = Close the circle
mail-circle-closed-subject = It is closed now
mail-circle-closed-body = The page we opened for you is closed. Nobody can read it any more.
mail-circle-closed-action = Go to your page

act-circle-open = Opened a circle
act-circle-read = Read in a circle
act-circle-take = Took a time in a circle
act-circle-drop = Gave back a time in a circle
act-circle-decline = Said no to helping
verb-circle-read = { $who } read in the circle
verb-circle-take = { $who } took a time
verb-circle-drop = { $who } gave a time back
verb-circle-decline = { $who } said no to helping
verb-circle-watch = The program looked for times nobody has taken
field-starts-at = Begins
field-ends-at = Ends
