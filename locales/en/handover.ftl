handover-tab = Tasks
handover-title = Who has the tasks?
handover-lead = Here is all that the employees did. What nobody has yet stands first. If you want a task, press “I would like to”.
handover-empty-title = There are no tasks on the board yet
handover-empty = Write down everything the employees do. Then everybody can see what needs a new owner.
handover-write = Add a task
handover-change = Change the task
handover-import = Add many at once
handover-list = List for paper (PDF)
handover-list-title = The tasks of the house
handover-all = See all tasks
handover-to-board = See all tasks
handover-people-title = Who has what?
handover-people-lead = Each task stands with whoever does it today. A task on trial stands with whoever tries it.
handover-figures = Figures week by week
handover-areas = Choose an area
handover-all-areas = All areas
handover-nobody = Nobody
handover-nobody-yet = Nobody has these yet
handover-late = Past its day
handover-open-count = { $n ->
    [one] 1 task looks for an owner.
   *[other] { $n } tasks look for an owner.
}
handover-fact = { $part } of { $all } tasks are with the citizens
handover-full-title = The board is full
handover-full = There is room for 500 tasks. Put some together, or add fewer.
handover-not-open-title = The task is not to be had
handover-not-open = Somebody else has got the task, or it has ended. See where it is now.
handover-wanted-already-title = You have said so already
handover-wanted-already = The others can see that you would like the task.
handover-not-wanted-title = You were not on the task
handover-not-wanted = There was nothing to take back.
handover-cannot-go-title = The task is somewhere else now
handover-cannot-go = Somebody else has moved it. See where it is now.

# Where a task stands
handover-state-unowned = Nobody has it
handover-state-unowned-text = Nobody has said yes to these yet.
handover-state-back = Taken back
handover-state-back-text = They have been tried, and look for a new owner.
handover-state-wanted = Somebody would like to
handover-state-wanted-text = One or more have said that they would like to. Now it is for you to agree.
handover-state-agreed = Agreed
handover-state-agreed-text = It is agreed who takes them over.
handover-state-trial = On trial
handover-state-trial-text = A citizen does them now and finds out whether it works.
handover-state-handed = Handed over
handover-state-handed-text = They are with the citizens now.
handover-state-kept = Stays with the municipality
handover-state-kept-text = An employee goes on doing them.
handover-state-ended = Ended
handover-state-ended-text = The house does not do them any more.

handover-per-day = { $n ->
    [one] Every day
   *[other] { $n } times a day
}
handover-per-weekday = { $n ->
    [one] Every weekday
   *[other] { $n } times every weekday
}
handover-per-week = { $n ->
    [one] Once a week
   *[other] { $n } times a week
}
handover-per-month = { $n ->
    [one] Once a month
   *[other] { $n } times a month
}
handover-per-year = { $n ->
    [one] Once a year
   *[other] { $n } times a year
}
handover-period-day = a day, every day of the week
handover-period-weekday = a day, weekdays only
handover-period-week = a week
handover-period-month = a month
handover-period-year = a year
handover-minutes = { $n ->
    [one] 1 minute
   *[other] { $n } minutes
}
handover-hours = { $n ->
    [one] 1 hour
   *[other] { $n } hours
}
handover-both = { $hours } and { $minutes }
handover-hours-under = less than 0.1
handover-hours-a-week = { $hours } hours a week

# The share
handover-share-title = How much do the citizens have?
handover-share-tasks = The citizens have { $part } of { $all } tasks ({ $percent }).
handover-share-hours = That is { $part } of { $all } hours a week ({ $percent }).
handover-part-of = { $part } of { $all } ({ $percent })
handover-definition = How it is counted
handover-definition-hours = Hours a week are times multiplied by minutes, turned into a week. A year is 52 weeks. A task every day counts seven times a week, and a task every weekday counts five.
handover-definition-share = A task counts as the citizens' when it is on trial or handed over. Tasks that have ended do not count. Tasks that the municipality keeps count in the whole.
handover-share-chart = The citizens' share of the hours, week by week. The line at the top is all hours.
handover-week = Week { $week }, { $year }
handover-week-head = Week
handover-tasks-head = Tasks with the citizens
handover-hours-head = Hours a week with the citizens

# How much happens
handover-level = How much happens in the house?
handover-level-was = How it was
handover-level-is = How it is ({ $week })
handover-level-promised = What is promised
handover-level-line = { $visits } visits and { $activities } activities a week
handover-level-no-aim = Nobody has written yet how it was and what is promised.
handover-level-none = Nobody has counted a week yet.
handover-level-chart = Visits week by week. The broad line is what is promised, the thin one how it was.
handover-level-defined = A visit is one person on one day. If the same person comes three days, it is three visits. An activity is something that was held in the house, also when few came. The house itself has entered the figures.
handover-visits = Visits
handover-visits-hint = One person on one day is one visit.
handover-activities = Activities
handover-activities-hint = Those that were held.
handover-week-enter = Enter a week's figures
handover-week-day = Which week?
handover-week-day-hint = Choose a day in the week.
handover-week-ahead = { $date } has not come yet. Choose a week that has begun.
handover-week-counted = The figures are counted on the touch screen and in the programme. Correct them if they do not fit, and save.
handover-week-save = Save the week's figures
handover-aim-enter = Enter how it was and what is promised
handover-was-visits = Visits a week before
handover-was-activities = Activities a week before
handover-was-when = When was that?
handover-was-when-hint = For example: Spring 2026, with nine employees
handover-promised-visits = Visits a week promised
handover-promised-activities = Activities a week promised
handover-promised-text = What holds for the promise?
handover-promised-text-hint = For example: From January, and with three employees
done-handover-week-saved = The week's figures are saved.
done-handover-aim-saved = It is saved.

# Writing a task
handover-task = Task
handover-task-hint = Say it briefly. For example: Close the house in the evening
handover-area = Area
handover-area-hint = For example: Kitchen, House or Activities
handover-times = How many times?
handover-period = How often?
handover-length = Minutes each time
handover-length-hint = 90 is an hour and a half.
handover-how-often = How often
handover-weekly = Hours a week
handover-needs = What does it need?
handover-needs-key = A key
handover-needs-skill = Training
handover-needs-certificate = A certificate
handover-needs-text = What else it needs
handover-needs-hint = For example: The alarm's code
handover-needs-line = needs { $needs }
handover-holder = Who has it today?
handover-holder-short = Today:
handover-had = Who had it before?
handover-taker = Who takes it over?
handover-taker-short = Takes over:
handover-taker-hint = Those who would like to stand first. For a group, choose who answers for it.
handover-choose = Choose a person
handover-group = The group's name
handover-group-hint = Only when a group takes it over. For example: The house crew
handover-group-with = { $group } ({ $name })
handover-who-missing = Choose a person, or write the group's name.
handover-by = No later than
handover-by-hint = The day by which somebody else is to have it.
handover-by-date = by { $date }
handover-date-in-past = { $date } has passed. Choose a day that has not.
handover-guide = How it is done
handover-guide-hint = Write it briefly, step by step. Do not write codes here.
handover-contact = Whom can one ask?
handover-contact-hint = Write a name. Everybody can see it.
handover-trial = Trial
handover-trial-from = The trial begins
handover-trial-to = The trial ends
handover-trial-order = The trial cannot end before it begins.
handover-trial-span = { $from } to { $to }
handover-trial-begins = from { $from }
handover-given = What comes with it
handover-given-none = It has not been written yet how it is done.
handover-save = Save
done-handover-written = The task is on the board.
done-handover-changed = The task is changed.

# Many at once
handover-import-lead = Write or paste one task on each line. You see them before they are saved.
handover-lines = The tasks
handover-lines-hint = At most 200 lines. You can copy them from a spreadsheet.
handover-import-how = How to write a line
handover-import-order = Put semicolons between: task; area; how often; how long; who has it today; what it needs. The last two can be left empty.
handover-import-example = Close the house; House; every day; 20 min; ; key
    Order coffee; Kitchen; every second week; 30 min
    Make the month's programme; Activities; once a month; 3 hours
handover-import-look = See the tasks
handover-import-look-again = See them again
handover-import-save = { $n ->
    [one] Save the task
   *[other] Save { $n } tasks
}
handover-import-good = { $n ->
    [one] One task is ready. It takes { $hours } hours a week. Look it over, and save.
   *[other] { $n } tasks are ready. They take { $hours } hours a week. Look them over, and save.
}
handover-import-bad = { $n ->
    [one] One of { $all } lines must be mended. Mend it in the field below.
   *[other] { $n } of { $all } lines must be mended. Mend them in the field below.
}
handover-import-mend = Mend
handover-import-line = Line
handover-import-read = Read as
handover-bad-title = The line has no task. Write the task first on the line.
handover-bad-long = The text is too long. The task may have 120 signs, the area 60 and the last field 300.
handover-bad-cells = The line has { $text } fields. There may be six at most.
handover-bad-often = “{ $text }” does not say how often. Write for example “2 times a week”.
handover-bad-length = “{ $text }” does not say how long. Write for example “45 min” or “2 hours”.
handover-bad-holder = We do not find “{ $text }” on the team. Write the whole name, or leave the field empty.
handover-bad-twice = “{ $text }” is there already. Delete the line, or call the task something else.
handover-bad-many = That is more than { $n } lines. Divide them in two.
done-handover-imported = The tasks are on the board.

# One task
handover-facts = About the task
handover-history = What has happened
handover-laid-out = Came on the board
handover-want-title = Who would like to?
handover-want-none = Nobody has said so yet.
handover-want = I would like to
handover-unwant = I would rather not after all
handover-sign-in = Sign in if you would like to
handover-wishes = They would like to: { $names }
handover-agree = Agree who takes it over
handover-agree-title = Agree who takes it over
handover-agree-lead = Those it is about are told.
handover-agree-save = Save the agreement
handover-commitment-link = See the commitment
handover-next = Next step
handover-others = Something else has happened
handover-to = What has happened?
handover-to-unowned = The task is free again
handover-to-trial = The trial has begun
handover-to-trial-text = Press when the new one does the task for the first time.
handover-to-handed = The task is handed over
handover-to-handed-text = Press when it goes well and you agree.
handover-to-back = It is taken back
handover-to-kept = The municipality keeps it
handover-to-ended = The task has ended
handover-note = Tell why
handover-note-hint = Everybody can read it. Do not write of illness or anything else private.
handover-move = Save
done-handover-wanted = Thank you. The others can see that you would like to. You will hear when it is agreed.
done-handover-unwanted = It is taken back.
done-handover-agreed = It is agreed. Those it is about have been told.
done-handover-moved = It is saved.

# The commitment that comes of it
handover-commitment = Takes over: { $title }
handover-commitment-trial = The trial has begun.
handover-commitment-handed = The task is handed over.
handover-commitment-over = It came to nothing this time.

# Other pages
handover-todo-begin = Write down what the employees do
handover-todo-begin-detail = Then everybody can see what needs a new owner.
handover-todo-begin-button = Begin
handover-todo-open = { $n ->
    [one] 1 task looks for an owner
   *[other] { $n } tasks look for an owner
}
handover-todo-open-detail = Find one you want. You can try it first.
handover-todo-open-button = See the tasks
handover-mine-by = by { $date }
handover-mine-asked = Somebody would like to take over: { $title }
handover-mine-look = See who
handover-mine-wanted = You would like: { $title }
handover-need = { $n ->
    [one] 1 task looks for an owner
   *[other] { $n } tasks look for an owner
}
handover-need-detail = The citizens take the house over, task by task. You can try it first.
handover-need-foot = Large ones and small ones
glance-handover = Tasks with the citizens
glance-handover-defined = So many of the house's tasks are on trial with citizens or handed over to them. Tasks that have ended do not count.
glance-handover-text = { $part } of { $all }
record-handover = The tasks and who got them
search-kind-task = Task

# Mails
mail-handover-wanted-subject = { $who } would like to take over “{ $title }”
mail-handover-wanted-body = { $who } has said in “{ $space }” that they would like to take over the task “{ $title }”. Talk together, and agree on the page.
mail-handover-wanted-action = See the task
mail-handover-agreed-subject = { $who } takes over “{ $title }”
mail-handover-agreed-body = It is agreed in “{ $space }” that { $who } takes over the task “{ $title }”. The page says how it is done, and whom to ask.
mail-handover-agreed-action = See the task
mail-handover-other-subject = “{ $title }” has got an owner
mail-handover-other-body = Thank you for wanting to. It became { $who } who takes over the task “{ $title }” in “{ $space }”. There are other tasks on the board.
mail-handover-other-action = See the task
mail-handover-trial-subject = The trial has begun: “{ $title }”
mail-handover-trial-body = The trial of the task “{ $title }” in “{ $space }” has begun. { $note }
mail-handover-trial-action = See the task
mail-handover-handed-subject = “{ $title }” is handed over
mail-handover-handed-body = The task “{ $title }” in “{ $space }” is handed over now. { $note }
mail-handover-handed-action = See the task
mail-handover-back-subject = “{ $title }” is taken back
mail-handover-back-body = The task “{ $title }” in “{ $space }” is taken back. This is why: { $note }
mail-handover-back-action = See the task
mail-handover-kept-subject = The municipality keeps “{ $title }”
mail-handover-kept-body = An employee goes on doing the task “{ $title }” in “{ $space }”. { $note }
mail-handover-kept-action = See the task
mail-handover-ended-subject = “{ $title }” has ended
mail-handover-ended-body = The house does not do the task “{ $title }” any more. This is why: { $note }
mail-handover-ended-action = See the task
mail-handover-open-subject = “{ $title }” is free again
mail-handover-open-body = The task “{ $title }” in “{ $space }” looks for an owner again. { $note }
mail-handover-open-action = See the task

verb-handover-write = { $who } put a task on the board: { $title }
verb-handover-change = { $who } changed the task { $title }
verb-handover-import = { $who } put { $n } tasks on the board
verb-handover-want = { $who } would like to take over { $title }
verb-handover-unwant = { $who } would rather not take over { $title } after all
verb-handover-agree = { $who } wrote down who takes over { $title }
verb-handover-move = { $to ->
    [trial] { $who } wrote that the trial has begun: { $title }
    [handed] { $who } wrote that the task is handed over: { $title }
    [back] { $who } wrote that the task is taken back: { $title }
    [kept] { $who } wrote that the municipality keeps { $title }
    [ended] { $who } wrote that the house ends { $title }
   *[unowned] { $who } wrote that the task is free again: { $title }
}
verb-handover-week = { $who } entered a week's figures: { $visits } visits and { $activities } activities
verb-handover-aim = { $who } entered what is promised: { $visits } visits and { $activities } activities a week
contribution-kind-task = A task in the house
stored-task-held = Tasks you have today
stored-task-taken = Tasks you take over
stored-task-written = Tasks you put on the board
stored-task-wish = Tasks you would like to take over
stored-task-move = When you moved a task on the board
stored-house-week = A week's figures you entered
stored-house-aim = Promises about the house you entered
field-by-on = By
field-visits = Visits
field-was-when = When that was
handover-each-time = Each time
handover-list-today = Today
handover-list-taker = Takes over
handover-more = More about the tasks
handover-shelves = Show
handover-shelf-all = All { $n }
handover-shelf-ledige = Nobody has them { $n }
handover-shelf-paa-vej = Agreed and on trial { $n }
handover-shelf-overdraget = Handed over { $n }
handover-shelf-resten = Stay or stopped { $n }
handover-none-here = There are no tasks here
