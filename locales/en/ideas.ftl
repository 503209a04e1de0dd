ideas-tab = Ideas
ideas-title = Ideas
ideas-lead = All ideas stand here, the newest first. You can support one, take part in doing it, or write your own.
ideas-all = See all ideas
ideas-empty-title = There are no ideas yet
ideas-empty = An idea can be small or large. The first one is the hardest, so just write it.
ideas-none = No idea fits
ideas-how = What happens to the ideas?
ideas-how-text = When two ideas are alike they are put together, and everybody who wrote them still stands there. A good idea can become a recommendation. If it is ready, somebody can begin at once. If nothing comes of an idea, it says why.
ideas-write = Write an idea
ideas-sign-in-write = Sign in and write an idea
ideas-sign-in-support = Sign in to support
ideas-looks = Choose which ideas to see
ideas-look-all = All
ideas-look-open = Waiting for more
ideas-look-became = Became something
ideas-look-aside = Set aside
ideas-unseen-first = The ideas that fewest have supported stand first, so that late ideas have a chance, too.
ideas-search = Search the ideas

ideas-state-waiting = Waiting for a look
ideas-state-open = Open
ideas-state-merged = Put together
ideas-state-recommended = Became a recommendation
ideas-state-agreed = Agreed
ideas-state-started = Under way
ideas-state-done = Done
ideas-state-aside = Set aside
ideas-state-withdrawn = Taken back

ideas-by-more = { $n ->
    [one] { $names } and 1 more
   *[other] { $names } and { $n } more
}
ideas-from-hall = From the hall
ideas-from-paper = On paper
ideas-from-nameless = From { $n } in the hall
ideas-backers = { $n ->
    [one] 1 supports it
   *[other] { $n } support it
}
ideas-helpers = { $n ->
    [one] 1 will take part in doing it
   *[other] { $n } will take part in doing it
}
ideas-helpers-names = Will take part: { $names }
ideas-span-started = { $n ->
    [0] From idea to under way: the same day
    [one] From idea to under way: 1 day
   *[other] From idea to under way: { $n } days
}
ideas-span-agreed = { $n ->
    [0] From idea to commitment: the same day
    [one] From idea to commitment: 1 day
   *[other] From idea to commitment: { $n } days
}
ideas-median-title = From idea to under way
ideas-median = { $n ->
    [one] That is how long the one idea took that is under way.
   *[other] Half of the { $n } ideas that are under way took no longer than this.
}
ideas-median-how = How this is counted
ideas-median-defined = We count from the day the idea was first written to the day somebody told that it was under way. When several ideas are put together, the oldest counts. Ideas that are not under way yet do not count.
ideas-section-counts = { $n ->
    [one] 1 idea, and { $became } became something.
   *[other] { $n } ideas, and { $became } became something.
}
ideas-section-median = { $n ->
    [0] From idea to under way: often the same day.
    [one] From idea to under way: often 1 day.
   *[other] From idea to under way: often { $n } days.
}

# Writing
ideas-write-lead = One idea at a time. Everyone can read it, with your name.
ideas-field-title = What is your idea?
ideas-field-title-hint = Say it briefly. For example: Benches on the way to the shop
ideas-field-text = Why, and for whom is it good?
ideas-field-text-hint = A few sentences are enough.
ideas-field-helps = I would like to take part in doing it
ideas-send = Send the idea
ideas-send-anyway = Send my idea all the same
ideas-save = Save
ideas-look-first = Is your idea like one of these?
ideas-yours = Your idea
ideas-similar-title = These are alike
ideas-similar-lead = Is it the same thought? Then support it instead. Many behind one idea are better than many alike.
ideas-support-instead = Support it instead
ideas-change = Correct the idea
ideas-withdraw = Take the idea back
ideas-withdrawn-text = Whoever wrote the idea has taken it back.
done-idea-written = Thank you for the idea. You will hear when something happens to it.
done-idea-changed = The idea is corrected.
done-idea-withdrawn = The idea is taken back.
ideas-not-alone-title = Others have joined the idea
ideas-not-alone = Others support the idea, or it is put together with another. You can no longer correct it. Ask the facilitator.

# One idea
ideas-why = Why, and for whom is it good?
ideas-support-title = Who is with it?
ideas-support-none = Nobody has supported it yet.
ideas-back = Support the idea
ideas-help = I will take part in doing it
ideas-no-more = Undo
ideas-you-back = You support it.
ideas-you-help = You will take part in doing it.
done-idea-backs = You support the idea now. You will hear when something happens.
done-idea-helps = Good. Now the others can see that you will take part.
done-idea-no-support = It is undone.
ideas-no-support-title = The idea cannot be supported
ideas-no-support = It is set aside or taken back.
ideas-became = What came of it
ideas-begin-title = Is it ready?
ideas-begin-text = A good idea need not wait. Find somebody who will do it, and set a day.
ideas-begin = Begin now
ideas-begin-more = Make another commitment
ideas-is-merged = The idea is put together with:
ideas-why-aside = Why it is set aside:
ideas-parts = { $n ->
    [one] Put together with 1 idea
   *[other] Put together with { $n } ideas
}
ideas-parts-lead = They said the same in their own words. Everyone who wrote them is part of it.
ideas-part = Take them apart again
ideas-part-hint = { $n ->
    [one] { $name } put 1 idea in on { $date }.
   *[other] { $name } put { $n } ideas in on { $date }.
}
ideas-history = The idea's way
ideas-history-written = Written
ideas-history-merged = { $n ->
    [one] Put together with 1 idea
   *[other] Put together with { $n } ideas
}
ideas-history-agreed = Somebody promised to do it
ideas-history-started = Under way
ideas-history-done = Done
ideas-can = You can also
ideas-way-hall = In the hall
ideas-way-paper = On paper
ideas-way-helped = Written with help from { $name }

# Putting together
ideas-merge-title = Put together with others
ideas-merge-lead = Choose the ideas that say the same. They become part of this one, and everyone who wrote or supported them comes along. It can be undone.
ideas-merge-search = Search for other ideas
ideas-merge-which = Which ideas say the same?
ideas-merge-none-chosen = Choose at least one idea.
ideas-merge-nothing = We found none. Search with other words.
ideas-merge-then = How it reads afterwards
ideas-merge-field = The idea
ideas-merge-text-hint = Do take something along from the others.
ideas-merge = Put them together
done-ideas-merged = They are put together. Those who wrote them are told.
done-ideas-parted = They are apart again.
ideas-cannot-merge-title = One of the ideas cannot be put in
ideas-cannot-merge = It may be part of another, or something has come of it already. Go back and choose again.
ideas-cannot-part-title = They cannot be taken apart
ideas-cannot-part = Something has happened to the idea since they were put together. They stay one.
ideas-not-open-title = Something has happened to the idea already
ideas-not-open = Go back to the idea and see where it stands.

# Aside
ideas-aside-title = Set the idea aside
ideas-aside-lead = Not everything can be done. Write why, so that whoever wrote the idea can understand it. Everyone can read it.
ideas-aside-reason = Why will it not be done now?
ideas-aside-reason-hint = Say thank you, and be honest. For example: Thank you for the idea. We do not own the court, but we have passed it on.
ideas-aside-button = Set aside
ideas-take-up = Take the idea up again
done-idea-aside = The idea is set aside. Whoever wrote it gets your reason.
done-idea-taken-up = The idea is open again.
ideas-not-aside-title = The idea is not set aside
ideas-not-aside = Somebody has taken it up again.

# Notes
ideas-notes-title = Write notes down
ideas-notes-lead = Write each note on a line of its own, as it stands. Then you see which are alike.
ideas-notes-way = Where do they come from?
ideas-notes-from-hall = Notes from a meeting
ideas-notes-from-paper = Letters and other paper
ideas-notes-field = The notes
ideas-notes-field-hint = One a line, at most 60 at a time. Write no names.
ideas-notes-look = Look through them
ideas-notes-check = { $n ->
    [one] Here is 1 note. Nothing is saved yet.
   *[other] Here are { $n } notes. Nothing is saved yet.
}
ideas-notes-alike = { $n ->
    [one] 1 is like something that is there already.
   *[other] { $n } are like something that is there already.
}
ideas-notes-is-alike = Like another
ideas-notes-own = An idea of its own
ideas-notes-with = Put together with note { $n }: { $text }
ideas-notes-into = Put together with: { $title }
ideas-notes-drop = Leave it out
ideas-notes-save = Save the notes
ideas-notes-again = Begin again
ideas-notes-none = You have left every note out.
ideas-notes-too-many = There are { $n } notes. Divide them, at most { $most } at a time.
ideas-notes-too-long = Note { $line } has { $length } characters. There is room for { $most }. Divide it, or write it shorter.
done-ideas-noted = The notes are saved as ideas.

# In the hall
ideas-hall-title = Collect ideas in the hall
ideas-hall-lead = Show a code on the screen. People point their telephone's camera at it and write an idea. They need not sign in, and we do not ask for a name.
ideas-hall-question = What do you ask about?
ideas-hall-question-hint = One open question that everyone in the hall can answer. For example: What would make the harbour better?
ideas-hall-look-first = Look at each idea before it comes on the screen
ideas-hall-look-first-hint = Then nothing is shown that hurts anybody.
ideas-hall-open = Open the hall
ideas-hall-is-open = The hall is open now.
ideas-hall-earlier = What you have collected
ideas-hall-open-now = Open
ideas-hall-closed-now = Closed
ideas-hall-until = Closes by itself at { $time }
ideas-hall-waiting = { $n ->
    [one] 1 idea waits for your look
   *[other] { $n } ideas wait for your look
}
ideas-hall-nothing-waits = No ideas wait
ideas-hall-comes-here = New ideas appear here by themselves.
ideas-hall-comes-at-once = The ideas come on the screen at once.
ideas-hall-more = { $n ->
    [one] 1 more appears when you have looked at these.
   *[other] { $n } more appear when you have looked at these.
}
ideas-hall-look-how = Show everything that is an idea and hurts nobody. What you do not show is deleted.
ideas-hall-show = Show it
ideas-hall-hide = Do not show it
ideas-hall-show-all = Show all { $n }
ideas-hall-shown = On the screen
ideas-hall-screen = The screen
ideas-hall-see-screen = Open the large screen
ideas-hall-qr = A code for the telephone's camera
ideas-hall-count = { $n ->
    [0] No ideas yet
    [one] 1 idea
   *[other] { $n } ideas
}
ideas-hall-close = Close the hall
done-hall-opened = The hall is open. Show the large screen.
done-hall-closed = The hall is closed. The ideas stay.
done-hall-let-in = They are on the screen now.
done-hall-turned-away = It will not be shown.
ideas-hall-already-title = The hall is open already
ideas-hall-already = You can collect in one place at a time. Close the one that is open first.
ideas-hall-closed-title = The hall is closed
ideas-hall-closed = No more ideas can be sent here.
ideas-not-waiting-title = It waits no longer
ideas-not-waiting = Somebody else has looked at it.
ideas-screen-title = Ideas from the hall
ideas-screen-how = Point the camera at the code, or go to
ideas-screen-closed = Thank you for all the ideas
ideas-screen-empty = Your ideas come here.
ideas-say-field = Your idea
ideas-say-field-hint = One idea at a time. You can send more.
ideas-say-more = Tell a little more
ideas-say-nameless = We do not ask who you are. Do not write other people's names.
ideas-say-send = Send the idea
ideas-say-closed = The hall is closed. No more ideas can be sent here.
ideas-say-yours = What you wrote
ideas-say-see-all = See all ideas
done-idea-said = Thank you. Your idea is on the screen now. Do you have another?
done-idea-handed-in = Thank you. Somebody looks at your idea, and then it comes on the screen. Do you have another?

# What you can do now
ideas-todo-write = Do you have an idea?
ideas-todo-write-detail = It takes a few minutes, and you hear what becomes of it.
ideas-todo-write-button = Write it
ideas-todo-waiting = { $n ->
    [one] 1 idea from the hall waits for your look
   *[other] { $n } ideas from the hall wait for your look
}
ideas-todo-waiting-detail = They come on the screen when you have seen them.
ideas-todo-hall = The hall is open
ideas-todo-hall-detail = People can send ideas from their telephones.
ideas-todo-hall-button = Go to the hall
ideas-mine-merged = put together with: { $title }
glance-ideas = Ideas
glance-ideas-defined = How many ideas are open, and whether some from a hall wait for a look. An open idea has neither become something nor been set aside.
glance-ideas-answered = All { $all } are answered
glance-ideas-open = { $open } of { $all } open
glance-ideas-waiting = { $waiting } wait for a look

# What happened
verb-ideas-write = { $who } wrote an idea: { $title }
verb-ideas-change = { $who } corrected their idea: { $title }
verb-ideas-withdraw = { $who } took an idea back: { $title }
verb-ideas-note = { $who } wrote a note down: { $title }
verb-ideas-merge = { $who } put ideas together: { $title }
verb-ideas-part = { $who } took ideas apart again: { $title }
verb-ideas-set-aside = { $who } set an idea aside: { $title }
verb-ideas-take-up = { $who } took an idea up again: { $title }
verb-ideas-open-hall = { $who } began to collect ideas in the hall: { $title }
verb-ideas-close-hall = The hall is closed: { $title }
verb-ideas-say = Somebody in the hall wrote an idea: { $title }
verb-ideas-let-in = { $who } showed an idea from the hall: { $title }
verb-ideas-turn-away = { $who } did not show an idea from the hall: { $title }
act-ideas-support = Supported an idea, or took that back

# Mails
mail-idea-merged-subject = Your idea is put together with another
mail-idea-merged-body = Your idea “{ $title }” says the same as others. Now they are one: “{ $into }”. You still stand there as one of those who had the idea.
mail-idea-merged-action = See the idea
mail-idea-aside-subject = The idea “{ $title }” is set aside
mail-idea-aside-body = The idea “{ $title }” will not be done for now. Here is why: { $reason }
mail-idea-aside-action = See the idea
mail-idea-recommended-subject = A recommendation builds on the idea “{ $title }”
mail-idea-recommended-body = The idea “{ $title }” is now part of a recommendation: “{ $what }”. You will hear when there is an answer.
mail-idea-recommended-action = See the idea
mail-idea-agreed-subject = Somebody will do the idea “{ $title }”
mail-idea-agreed-body = The idea “{ $title }” has become a commitment: “{ $what }”. It says who does it, and when.
mail-idea-agreed-action = See the idea

# What is stored
stored-idea = Ideas you have written
stored-idea-author = That you stand as one of those who had an idea
stored-idea-support = Ideas you support
stored-idea-entered = Ideas you have written down for others
stored-idea-hall = Halls you have opened for ideas
stored-idea-merge = Ideas you have put together
field-level = How
field-question = Question
field-opened-at = Opened
contribution-kind-idea = Idea
contribution-kind-support = Support for an idea
search-kind-idea = Idea
