# The programme: rooms, opening hours, activities, sign-up.

programme-tab = Programme
programme-title = Programme
programme-whole = The whole programme
programme-this-week = This week
programme-this-week-n = This week · week { $week }
programme-week-from = Week { $week } from { $date }
programme-to-today = Go to today
programme-week-before = The week before
programme-week-after = The week after
programme-weeks = Choose a week
programme-today = Today
programme-tomorrow = Tomorrow
programme-today-tomorrow = Today and tomorrow
programme-whole-week = See the whole week
programme-nothing = There is nothing on the programme.
programme-house-closed = The house is closed.
programme-open = Open { $from }–{ $to }
programme-more = More about the house
programme-empty = The programme is still empty
programme-empty-detail = Everything that happens in the house will stand here, day by day.
programme-calendar = The whole programme for your calendar
programme-calendar-own = What you have signed up for, in your calendar
programme-to-calendar = Put the activity in your calendar
programme-todo = Put the first activity on the programme
programme-todo-detail = It takes a few minutes. Begin with the rooms if you like.
programme-todo-button = Plan

# Days and times
programme-day-1 = Monday
programme-day-2 = Tuesday
programme-day-3 = Wednesday
programme-day-4 = Thursday
programme-day-5 = Friday
programme-day-6 = Saturday
programme-day-7 = Sunday
programme-on-day = { $weekday } { $date }
programme-when = { $day }, { $times }
programme-and = { $most } and { $last }
programme-until = until { $date }
programme-every-day = every day
programme-every-days = every { $n } days
programme-every-week = every { $days }
programme-every-other-week = every other { $days }
programme-every-weeks = every { $n } weeks: { $days }
programme-every-month-date = on day { $n } of every month
programme-every-month-last = the last { $day } of the month
programme-every-month-nth = { $day } number { $nth } of the month
programme-every-year = every year from { $date }
holiday-new-year = New Year’s Day
holiday-maundy-thursday = Maundy Thursday
holiday-good-friday = Good Friday
holiday-easter = Easter Sunday
holiday-easter-monday = Easter Monday
holiday-great-prayer-day = Great Prayer Day
holiday-ascension = Ascension Day
holiday-whitsun = Whit Sunday
holiday-whit-monday = Whit Monday
holiday-christmas = Christmas Day
holiday-second-christmas = Second Day of Christmas

# How it stands
programme-cancelled = Cancelled
programme-closed = Closed
programme-moved = Moved
programme-full = Full
programme-left = { $n ->
    [one] 1 place left
   *[other] { $n } places left
}
programme-sign-up-needed = Sign up
programme-come = { $n ->
    [0] Nobody has signed up yet
    [one] 1 has signed up
   *[other] { $n } have signed up
}
programme-come-of = { $n } of { $most } places are taken
programme-waiting-n = { $n } waiting
programme-you-in = You have signed up
programme-you-waiting = You are waiting for a place
programme-you-come = Signed up
programme-you-wait = Waiting
programme-you-carry = You carry it

# An activity
programme-coming = Coming times
programme-none-coming = There are no more times on the programme.
programme-more-times = More will come. See them on the programme, week by week.
programme-about = About the activity
programme-carrier = Who carries it?
programme-carrier-hint = Give one name. Somebody on the team is told when something changes.
programme-group = Activity group
programme-no-group = No group
programme-signup = Sign-up
programme-signup-series = Sign up
programme-signup-free-long = One just comes. No sign-up.
programme-signup-each-long = One signs up from time to time.
programme-signup-series-long = One signs up for all of it at once.
programme-sign-up = Sign me up
programme-sign-off = Sign me off
programme-sign-in = Sign in, and sign up

# Planning
programme-plan = Plan an activity
programme-plan-save = Put on the programme
programme-describe = Change the details
programme-save = Save
programme-edit = Change
programme-name = What is the activity called?
programme-name-hint = For example: Knit and chat.
programme-text = What should one know?
programme-text-hint = For example what to bring, and what it costs.
programme-when-label = When and where
programme-who-label = Who and how many
programme-date = Date
programme-first-date = First time
programme-from = Begins at
programme-to = Ends at
programme-rhythm = How often?
programme-rhythm-once = Only this once
programme-rhythm-week = Every week
programme-rhythm-week2 = Every other week
programme-rhythm-month = The same weekday every month, for example the second Tuesday
programme-rhythm-last = At the end of every month, for example the last Tuesday
programme-rhythm-monthdate = The same date every month, for example the 15th
programme-rhythm-day = Every day
programme-which-days = Several days a week?
programme-which-days-hint = Tick all of the days. Without ticks it is the same weekday as the first time.
programme-last-day = Last day
programme-last-day-hint = For example the last day of the season. Leave it empty if it is only once.
programme-where = Rooms and equipment
programme-no-rooms = The house has no rooms on the list yet.
programme-capacity = Number of places
programme-capacity-hint = Empty means that there is room for all. When it is full, one waits for a place.
programme-time-wrong = “{ $text }” is not a time of day. Write for example 14:00.
programme-ends-before = It ends when it begins. Change one of the times.
programme-never-text = With these choices there are no times. Look at the dates.
programme-too-long = One cannot plan that far ahead. Choose a day no later than { $date }.
programme-closed-then = The house is closed on that day: { $why }. Choose another day.
programme-clash = { $room } is taken { $when } by { $title }. Choose another room or another time.
programme-clash-times = { $n } of the times, first { $when },
programme-clash-more = And in { $n } more places.

# Changes
programme-change = Move or change
programme-what-change = What do you want to change?
programme-choose = Choose
programme-scope = What is cancelled?
programme-scope-denne = Only this time
programme-scope-denne-title = Move or change this time
programme-scope-denne-text = The other times stay where they are.
programme-scope-foelgende = This and all that follow
programme-scope-foelgende-title = Change this and all that follow
programme-scope-foelgende-text = What was moved or cancelled by itself stays that way.
programme-scope-alle = All times to come
programme-scope-alle-title = Change all times to come
programme-scope-alle-text = What has been held does not change.
programme-will-tell = Those who have signed up are told. So is whoever carries the activity.
programme-cancel = Cancel
programme-cancel-what = Cancel “{ $title }”
programme-cancel-not = Do not cancel
programme-cancel-denne = Only this time
programme-cancel-foelgende = This and all that follow. Then the activity stops.
programme-reason = Why?
programme-reason-hint = One sentence. Everybody can read it.
programme-hold-after-all = Hold it after all
programme-is-over-title = It is over
programme-is-over = What has been cannot be changed.
programme-is-cancelled-title = It is cancelled
programme-is-cancelled = That time is cancelled. Press “Hold it after all” on the activity’s page if it is to be held.
programme-is-planned-title = It is not cancelled
programme-is-planned = That time is on the programme.
programme-to-the-past-title = That time has passed
programme-to-the-past = Choose a time that has not passed yet.
programme-never-title = There are no times then
programme-never = With these choices no times are left. Go back and look at the dates.
programme-taken-meanwhile-title = The room is taken
programme-taken-meanwhile = Somebody else got the room meanwhile. Plan a new time in another room.
programme-no-signup-title = One does not sign up here
programme-no-signup = Go back to the activity and see how one takes part.

# The house
programme-rooms = Rooms and equipment
programme-rooms-all = All rooms and all equipment
programme-rooms-empty = There are no rooms yet
programme-rooms-empty-detail = Once the rooms stand here, two cannot get the same room at the same time.
programme-room = Room
programme-free = Free
programme-free-week = Free all week
programme-seats = How many does it hold?
programme-seats-n = { $n } seats
programme-room-new = Add a room or equipment
programme-room-change = Change the room
programme-room-name = Name
programme-room-name-hint = For example: The hall. Or: The projector.
programme-room-kind = What is it?
programme-room-text = Good to know
programme-room-text-hint = For example: The key hangs in the kitchen.
programme-kind-room = A room
programme-kind-equipment = Equipment that can be in one place at a time
programme-name-taken = There is one of that name already. Choose another.
programme-hours = Opening hours and closing days
programme-hours-week = Opening hours
programme-hours-hint = Leave a day empty if the house is closed.
programme-hours-change = Change the opening hours
programme-hours-save = Save the opening hours
programme-hours-turned = The house closes before it opens. Change one of the times.
programme-opens = Opens at
programme-shuts = Closes at
programme-open-holidays = The house is open on public holidays too
programme-closings = Closing days
programme-no-closings = There are no closing days beside the public holidays.
programme-closing-new = Close the house for some days
programme-closing-hint = What is planned for those days is cancelled. Those who have signed up are told.
programme-closed-first = First day
programme-closed-last = Last day
programme-closed-reason = Why?
programme-closed-reason-hint = For example: Summer holidays.
programme-closed-turned = Choose a last day that has not passed and comes after the first. At most a year.
programme-close-house = Close the house on those days
programme-reopen = Stay open after all
programme-holidays = Public holidays of the next year
programme-groups = Activity groups
programme-groups-empty = There are no groups yet
programme-groups-empty-detail = A group is those who run one or more activities together.
programme-group-new = Add a group
programme-group-change = Change the group
programme-group-name = What is the group called?
programme-group-name-hint = For example: The knitters.
programme-group-text = What does the group do?
programme-group-carriers = Who is in the group?
programme-group-carriers-hint = One name on each line. They need not be able to sign in.
programme-group-nobody = Nobody is in it yet
programme-carried-by = In the group:
programme-group-does = Runs:

# People
programme-people = Participants
programme-enter = Write names in
programme-enter-save = Write them in
programme-names = Names
programme-names-hint = One name on each line, with a telephone number after a comma if you like. Those who stand there already are not written in twice.
programme-name-long = “{ $name }” is too long for a name. Should it be several lines?
programme-nobody-yet = There is nobody on the list yet.
programme-strike = Strike out

# Paper
programme-poster = The week’s programme as a poster (PDF)
programme-poster-week = Programme for week { $week } from { $date }
programme-poster-qr = The programme on your telephone
programme-poster-foot = See the newest programme at { $address }. Printed { $date }.
programme-sheet = List of participants to print (PDF)
programme-sheet-names = Write your name here
programme-sheet-waiting = Waiting list
programme-sheet-foot = { $space } · The names are typed in at { $address }
programme-code = The code on the sheet
programme-code-title = Type in names from a sheet
programme-code-hint = Six signs. They stand at the top right of the sheet.
programme-code-go = Find the sheet
programme-code-wrong = There is no sheet with that code. Look at the sheet again.
programme-record-times = All times
programme-record-state = Remark
record-activity = Activities

# Done
done-programme-planned = The activity is on the programme. It is not held on closing days.
done-programme-described = The details are saved.
done-programme-changed = It is changed. Those who have signed up are told.
done-programme-is-now-cancelled = It is cancelled. Those who have signed up are told.
done-programme-restored = It will be held after all.
done-programme-room-saved = The room is saved.
done-programme-hours-saved = The opening hours are saved.
done-programme-closed-saved = The days are closed, and what was planned is cancelled.
done-programme-reopened = The days are open again. What was cancelled can be held from the activity’s page.
done-programme-group-saved = The group is saved.
done-programme-signed-up = You have signed up.
done-programme-waiting = It is full. You are waiting, and are told when there is a place.
done-programme-signed-off = You have signed off.
done-programme-entered = The names are written in.
done-programme-entered-waiting = The names are written in. It is full, so some are waiting.
done-programme-struck-up = The name is struck out, and the first in the queue has the place. If they get no mail, the name stands on the list "To ring".
done-programme-struck = The name is struck out.

# The journal
verb-programme-room = { $who } saved { $title } on the list of rooms and equipment
verb-programme-hours = { $who } changed the opening hours
verb-programme-close = { $who } closed the house for some days: { $title }
verb-programme-reopen = { $who } opened the house on days that were closed
verb-programme-group = { $who } saved the activity group { $title }
verb-programme-plan = { $who } put { $title } on the programme
verb-programme-describe = { $who } changed the details of { $title }
verb-programme-move = { $who } changed { $title }
verb-programme-cancel = { $who } cancelled { $title }: { $reason }
verb-programme-restore = { $who } holds { $title } after all
act-programme-sign-up = Signed up for an activity, or off
act-programme-enter = Wrote names on a list of participants
contribution-kind-activity = An activity you have signed up for
search-kind-activity = Activity

# Messages
mail-programme-cancelled-subject = { $space }: { $title } is cancelled
mail-programme-cancelled-body = { $title } { $when } is cancelled.

    { $reason }
mail-programme-cancelled-action = See the activity
mail-programme-stopped-subject = { $space }: { $title } stops
mail-programme-stopped-body = { $title } stops. From { $when } on it is not held any more.

    { $reason }
mail-programme-stopped-action = See the activity
mail-programme-moved-subject = { $space }: { $title } is moved
mail-programme-moved-body = { $title } is changed.

    It was to be: { $was }
    Now it is: { $when }

    See the room on the activity’s page.
mail-programme-moved-action = See the activity
mail-programme-changed-subject = { $space }: { $title } gets new times
mail-programme-changed-body = { $title } gets new times. The first is { $when }.

    See all the new times on the activity’s page.
mail-programme-changed-action = See the times
mail-programme-restored-subject = { $space }: { $title } is held after all
mail-programme-restored-body = { $title } is held { $when } after all.
mail-programme-restored-action = See the activity
mail-programme-seat-subject = { $space }: There is a place for you at { $title }
mail-programme-seat-body = A place became free, and it is yours. The first time is { $when }.

    If you cannot come, sign off. Then the place goes to the next.
mail-programme-seat-action = See the activity

# What is stored about people
personal-activity-carrier = Activities you carry
personal-activity-planned = Activities you have put on the programme
personal-activity-group = Activity groups you have set up
personal-activity-group-member = Activity groups you are in
personal-activity-signup = Activities you have signed up for
personal-activity-entered = Names you have written on a list of participants

# The season's plan
programme-seasons = Season plan
programme-seasons-all = Seasons
programme-seasons-empty = There is no season plan yet
programme-seasons-empty-detail = When a season is open, groups can wish for time and room. The plan says who gets what, and why.
programme-season-new = Open a new season
programme-season-name = What is the season called?
programme-season-name-hint = For example: Season 2027/28.
programme-season-first = First day
programme-season-last = Last day
programme-season-until = Last day for wishes
programme-season-open = Open for wishes
programme-season-turned = The season must end after it has begun, and last little more than two years.
programme-season-late = The wishes must be in before the season begins.
programme-season-out = Published
programme-season-wishes-until = Wishes until { $date }
programme-season-how = The plan adjusts itself with every wish. Nothing is decided until the board publishes it.
programme-season-plan = Proposed plan
programme-season-result = What became of the plan
programme-season-publish = Publish the season plan
programme-season-publish-text = { $n ->
    [one] One wish comes on the programme.
   *[other] { $n } wishes come on the programme.
} Those who wished are told.
programme-season-published-title = The plan is published
programme-season-published = A plan that is published cannot be changed here. Change the activity on the programme.
programme-season-empty-title = No wish has a place
programme-season-empty = At least one wish must have a place before the plan can be published.
programme-no-wishes = There are no wishes yet.
programme-wish = Wish for time and room
programme-wish-lead = Say what you would like most, and what you can do as well. Then most groups get something.
programme-wish-seats = How many must there be room for?
programme-wish-first = What we would like most
programme-wish-second = Otherwise we can as well
programme-wish-second-hint = May be left out. The second choice lasts as long as the first.
programme-wish-needs = What do you need beside a room?
programme-wish-send = Send the wish
programme-wishes-over-title = The time for wishes is over
programme-wishes-over = Ring the house. The board can write the wish in for you.
programme-weekday = Day of the week
programme-choose-day = Choose a day
programme-choose-room = Choose a room
programme-people-n = { $n ->
    [one] 1 person
   *[other] { $n } people
}
programme-wished-or = { $first }, otherwise { $second }
programme-wished-by = { $name } wishes
programme-gets = Gets:
programme-gets-nothing = No place
programme-placed = Has a place
programme-wish-on = on the programme
programme-wish-off = There was no place this season.
programme-why-settled = The board has settled it.
programme-why-first = The first choice was free, and the room is the smallest that is large enough.
programme-why-second = The first choice was taken by { $by }. The second was free.
programme-why-large = There is no room that is large enough.
programme-why-taken = The time was taken by { $by }.
programme-settle = Decide time and room
programme-settle-save = Save time and room
programme-settle-plan = Let the plan find a place
done-programme-season-opened = The season is open for wishes.
done-programme-wished = The wish is sent. See what the plan gives it.
done-programme-settled = It is saved, and the rest of the plan has adjusted itself.
done-programme-season-is-published = The plan is published and stands on the programme.
verb-programme-season = { $who } opened { $title } for wishes
verb-programme-wish = { $who } wished for time for { $title }
verb-programme-publish = { $who } published { $title }
act-programme-settle = Settled a wish in the season plan
contribution-kind-wish = A wish for the season plan
mail-programme-wish-got-subject = { $space }: { $title } is on the programme
mail-programme-wish-got-body = Your wish for the season is met. { $title } begins { $when }.
mail-programme-wish-got-action = See time and room
mail-programme-wish-not-subject = { $space }: There was no place for { $title }
mail-programme-wish-not-body = The plan of the season is published, and there was no place for { $title }. The plan’s page says why. Ring the house if another time suits you.
mail-programme-wish-not-action = See the plan
personal-season-wish = Wishes you have sent for the season plan

# Participants, and whom one rings
programme-tick = Tick off who came { $when }.
programme-came-n = { $n ->
    [0] Nobody yet.
    [one] 1 has come.
   *[other] { $n } have come.
}
programme-came = Came
programme-came-yes = Is here
programme-came-undo = Undo
programme-not-yet-title = It is not today
programme-not-yet = One can tick people off on the day and after it, when the activity is held.
programme-last-time = Participants last time, { $when }
programme-seen-by = Whoever carries the activity and those who look after the house see who is signed up.
programme-seen-by-phones = Whoever carries the activity and those who look after the house see who is signed up, with their telephone numbers.
programme-phones = Telephone numbers on the list of participants
programme-phones-text = Decide whether whoever carries an activity sees the telephone numbers of those who are signed up. The number of somebody who is to be rung is always seen.
programme-phones-yes = Show telephone numbers on the list of participants
done-programme-phones-saved = It is saved.
verb-programme-phones = { $who } changed whether lists of participants show telephone numbers
act-programme-ring = Noted that somebody was rung up
programme-calls = To ring
programme-calls-lead = These get no mail. Ring and tell them. Press "Rung" afterwards, so that nobody rings twice.
programme-calls-none = There is nobody to ring
programme-calls-none-text = When something changes, those who get no mail stand here.
programme-calls-number = Ring { $number }
programme-calls-no-number = There is no number. Tell them when you meet, or ask in the house.
programme-calls-done = Rung
programme-calls-made = Rung in the last seven days
programme-calls-made-line = { $name }, rung up by { $by }
programme-call-seat = There is a place at { $title }. The first time is { $when }.
programme-call-moved = { $title } { $was } is moved or held elsewhere. Now it is { $when }.
programme-call-changed = { $title } gets new times. The first is { $when }.
programme-call-cancelled = { $title } { $when } is cancelled.
programme-call-stopped = { $title } stops. From { $when } on it is not held any more.
programme-call-restored = { $title } { $when } is held after all.
programme-call-reason = The reason is: { $reason }
programme-ring-n = { $n ->
    [one] Ring 1 person
   *[other] Ring { $n } people
}
programme-ring-text = Something has changed, and they get no mail.
programme-ring-see = See the list
done-programme-rung = It is noted.
reading-activity = That you are signed up for an activity
reading-activity-phone = That you are signed up for an activity, and your telephone number
reading-activity-call = Your telephone number, when somebody was to ring you about an activity
personal-activity-came = Activities you were ticked off at
personal-activity-call = Calls to you about an activity
personal-activity-rung = Calls you have noted
