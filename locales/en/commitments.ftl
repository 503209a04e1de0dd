commitments-tab = Commitments
commitments-title = Commitments
commitments-lead = This is who does what by when, and who in the municipality helps.
commitments-all = See all commitments
commitments-empty-title = There are no commitments yet
commitments-empty = A commitment says who does what by when, and who in the municipality helps. It can come from a recommendation, from a good idea or just because somebody wants to. Then everyone can follow what comes of it.
commitments-because = As a result of:
commitments-source-untitled = something that happened in the shared task
commitments-facts = The commitment
commitments-make = Make a commitment
commitments-make-lead = A good commitment is small enough that one can see when it is done.
commitments-save = Make the commitment
commitments-what = What is to be done?
commitments-what-hint = Begin with what will be different. For example: The sports hall is open to young people on Friday evenings
commitments-doer-hint = The person who has said yes to doing it. They get a mail and tell how it goes themselves.
commitments-doer-other = Is it somebody who is not in the list?
commitments-counterpart = Municipal counterpart
commitments-counterpart-hint = The person in the municipality who helps when something gets in the way. They get a mail too.
commitments-counterpart-other = Is the counterpart not in the list?
commitments-choose = Choose
commitments-other = Somebody else
commitments-doer-name = Name of the person who does it
commitments-doer-email = Their e-mail address
commitments-counterpart-name = The counterpart’s name
commitments-counterpart-email = The counterpart’s e-mail address
commitments-organisation = Association or place
commitments-organisation-hint = If it is done on somebody’s behalf.
commitments-organisation-none = None
commitments-due-on = When is it done?
commitments-due-on-hint = A day you believe in. If it is later, everyone can see it, and you tell why.
commitments-date-in-past = { $date } has passed. Choose today or a day to come.
commitments-resources = What does it take?
commitments-resources-lead = Everything that is promised counts. A good guess is enough.
commitments-hours = Hours
commitments-hours-hint = Everybody’s hours, the volunteers’ and the municipality’s. Give a whole number.
commitments-money = Money
commitments-money-hint = Amount in kroner.
commitments-rooms = Rooms
commitments-rooms-hint = For example: The sports hall, Fridays 6–10 pm
commitments-staff = Staff
commitments-staff-hint = For example: The caretaker two hours a week
commitments-totals = Promised and used
commitments-used-of = { $used } used of { $all } promised
commitments-totals-explained = Promised is what stands in the commitments that were not given up. Used is what has been reported as the work was done.
commitments-tell = How is it going?
commitments-tell-lead = Write briefly what has happened. Everyone who took part is told.
commitments-tell-button = Tell the news
commitments-tell-send = Tell it
commitments-status = How far has it come?
commitments-text = What has happened?
commitments-text-hint = A couple of sentences are enough. Write it also when something did not go as expected.
commitments-waiting-for = What is it waiting for?
commitments-waiting-for-hint = Only if you chose “Waiting”. For example: the key to the sports hall
commitments-hours-used = Hours used
commitments-hours-used-hint = Since last time. A whole number.
commitments-money-used = Money used
commitments-money-used-hint = Since last time, in kroner.
commitments-hours-told = { $n ->
    [one] { $n } hour
   *[other] { $n } hours
}
commitments-progress = How it has gone
commitments-progress-none = Nothing has been told yet.
commitments-count-agreed = { $n } agreed
commitments-count-under-way = { $n } under way
commitments-count-done = { $n } done
commitments-count-late = { $n } late
commitments-count-given-up = { $n } given up
commitments-fact-none = None yet
commitments-fact-over = { $done } of { $all } commitments were kept
commitments-todo-tell = Tell how it goes with “{ $what }”
commitments-due = To be done by { $date }.
commitments-was-due = { $n ->
    [one] Should have been done by { $date }. It is { $n } day late.
   *[other] Should have been done by { $date }. It is { $n } days late.
}
commitments-todo-make-detail = Who does what by when, and who in the municipality helps?
commitments-todo-make-button = Make a commitment
commitments-mine-helping = you help { $name }
commitments-mine-due = by { $date }
done-commitments-made = The commitment is made. Those named in it are told.
done-commitments-told = Thank you for telling. Everyone who took part is told.
verb-commitment-make = { $who } made a commitment: { $title }
verb-commitment-report = { $who } told news of { $title }: { $status }
mail-commitment-soon-subject = { $space }: “{ $what }” is due on { $date }
mail-commitment-soon-body = You have promised: { $what }. It is due on { $date }. Please tell how it goes. { $counterpart } can help.
mail-commitment-soon-action = Tell how it goes
mail-commitment-late-subject = { $space }: “{ $what }” was due on { $date }
mail-commitment-late-body = You have promised: { $what }. It was due on { $date }. Tell how it goes: whether it is done, waits for something, or has to be given up.
mail-commitment-late-action = Tell how it goes
mail-commitment-late-counterpart-subject = { $space }: “{ $what }” is not done yet
mail-commitment-late-counterpart-body = { $doer } has promised: { $what }. It was due on { $date }. You are the contact in the municipality. Ask whether help is needed.
mail-commitment-late-counterpart-action = See the commitment
mail-commitment-doer-subject = { $space }: “{ $what }” is yours
mail-commitment-doer-body = A commitment has been made with you in “{ $space }”:

    { $what }
    By { $date }

    { $counterpart } is your counterpart in the municipality and helps when something gets in the way. On the page you can tell how it goes. If the commitment is not right, write so there, or tell your counterpart.
mail-commitment-doer-action = See the commitment
mail-commitment-counterpart-subject = { $space }: you are the counterpart for “{ $what }”
mail-commitment-counterpart-body = A commitment has been made in “{ $space }”:

    { $what }
    By { $date }

    { $doer } does it, and you are the counterpart in the municipality. That means you help when something is in the way. Feel free to call first.
mail-commitment-counterpart-action = See the commitment
mail-progress-subject = { $space }: news of “{ $what }”
mail-progress-body = { $who } tells about “{ $what }”:

    { $text }

    You are told because you took part in “{ $space }”.
mail-progress-action = See how it goes
mail-done-subject = { $space }: “{ $what }” is done
mail-done-body = Something came of it. { $who } tells that “{ $what }” is done:

    { $text }

    Thank you for what you gave to “{ $space }”.
mail-done-action = See what came of it

glance-commitments = Commitments
glance-commitments-defined = Commitments whose date has passed without being done or given up. Where none is late, it says how many are over.
glance-commitments-late = { $late ->
    [one] 1 is late
   *[other] { $late } are late
}
glance-commitments-over = { $over } of { $all } over

commitments-unfinished = { $n ->
    [one] 1 commitment is not over
   *[other] { $n } commitments are not over
 }

commitments-milestones = Milestones
commitments-milestones-none = A milestone is a step on the way with a date. It lets everyone see that things move on.
commitments-milestones-of = { $reached } of { $all } milestones reached
commitments-milestones-most = { $n } milestones are enough for one commitment. Remove one, or make two commitments of it.
commitments-milestone = What is the next step?
commitments-milestone-hint = For example: The key is agreed with the caretaker
commitments-milestone-due = When?
commitments-milestone-add = Write a milestone
commitments-milestone-save = Save the milestone
commitments-milestone-by = By { $date }
commitments-milestone-late = Overdue
commitments-milestone-reached = It is reached
commitments-milestone-reached-on = Reached { $date }
commitments-milestone-not-yet = Not reached after all
commitments-milestone-remove = Remove
commitments-mine-milestone = next milestone: { $what }, { $date }
done-milestone-planned = The milestone is saved.
done-milestone-reached = Well done. The milestone is reached.
done-milestone-not-yet = The milestone is not reached yet.
done-milestone-removed = The milestone is removed.
verb-commitment-plan = { $step ->
    [planned] { $who } wrote a milestone for { $title }: { $milestone }
    [reached] { $who } reached a milestone for { $title }: { $milestone }
    [not-yet] { $who } took back that a milestone for { $title } is reached: { $milestone }
   *[removed] { $who } removed a milestone for { $title }: { $milestone }
}
