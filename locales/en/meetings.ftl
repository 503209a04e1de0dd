# Meetings: plan, agenda, invitation, minutes and decisions.

meetings-tab = Meetings
meetings-title = Meetings
meetings-all = All meetings
meetings-coming = Coming meetings
meetings-held = Past meetings
meetings-none-coming = No more meetings are planned yet.
meetings-empty = There are no meetings yet
meetings-empty-detail = When the team has planned its meetings, time, place, agenda and minutes stand here.
meetings-next = Next meeting
meetings-open-to-all = open to everyone
meetings-when = { $weekday } { $date }, { $from }⁠–⁠{ $to }
meetings-weekday-1 = Monday
meetings-weekday-2 = Tuesday
meetings-weekday-3 = Wednesday
meetings-weekday-4 = Thursday
meetings-weekday-5 = Friday
meetings-weekday-6 = Saturday
meetings-weekday-7 = Sunday

# Planning
meetings-plan = Plan meetings
meetings-plan-lead = You can plan one meeting, or all meetings of the year at once.
meetings-plan-save = Plan
meetings-change = Change the meeting
meetings-change-lead = If you move time or place, everyone who was invited or signed up is told. The meeting moves in their calendars.
meetings-change-save = Save the change
meetings-name = What is the meeting called?
meetings-name-hint = For example: Committee meeting. If you plan several at once, they get numbers.
meetings-kind = Who is it for?
meetings-kind-team = Meeting for the team
meetings-kind-dialogue = Dialogue meeting for everyone
meetings-kind-team-long = The team. Only the team is invited.
meetings-kind-dialogue-long = Everyone who may see the space. They sign up themselves. The meeting comes on the noticeboard.
meetings-when-label = When
meetings-where-label = Where
meetings-date = Date
meetings-date-n = Date of meeting { $n }
meetings-more-dates = Plan several meetings at once
meetings-more-dates-hint = The meetings get the same time of day and the same place. You can change each of them afterwards.
meetings-from = Begins at
meetings-to = Ends at
meetings-time-wrong = »{ $text }« is not a time of day. Write for example 19:00.
meetings-time-skipped = On { $date } the clocks go forward, and that time does not exist. Choose another.
meetings-long-ago = { $date } is more than a year ago. Is the year right?
meetings-ends-before = The meeting ends before it begins. Correct one of the times.
meetings-place = Place
meetings-place-hint = Address and room. Say how one gets in, too.
meetings-online = Link for joining online
meetings-online-hint = The whole address. Those who join online take no seat in the room.
meetings-online-wrong = The address must begin with https://. Copy it from your meeting program.
meetings-nowhere = Write a place or a link. Otherwise nobody can find the meeting.
meetings-capacity = Seats
meetings-capacity-hint = An empty field means that there is room for everyone. When it is full, people come on a waiting list.
meetings-bring = What to bring
meetings-bring-hint = For example: Read item 3. There is food from 17:30.

# Cancelling
meetings-cancel = Cancel the meeting
meetings-cancel-not = Do not cancel
meetings-cancel-lead = You are about to cancel { $title }. { $n ->
    [0] Nobody has been invited or signed up yet.
    [one] One person is told, and the meeting leaves their calendar.
   *[other] { $n } people are told, and the meeting leaves their calendars.
}
meetings-cancel-reason = Why is it cancelled?
meetings-cancel-reason-hint = One sentence. Everyone can read it.
meetings-cancelled = Cancelled
meetings-cancelled-text = The meeting is cancelled.
meetings-is-cancelled-title = The meeting is cancelled
meetings-is-cancelled = A meeting that is cancelled cannot be changed. Plan a new one.
meetings-is-over-title = The meeting is over
meetings-is-over = This cannot be done once the meeting has ended.
meetings-not-held-title = The meeting has not been held yet
meetings-not-held = Wait until the meeting has begun.

# The meeting's page
meetings-facts = About the meeting
meetings-signed-up = Signed up
meetings-people-n = { $n ->
    [one] { $n } is coming
   *[other] { $n } are coming
}
meetings-of-capacity = of { $n } seats
meetings-online-n = { $n } online
meetings-waiting-n = { $n } on the waiting list
meetings-came-n = { $n } were there
meetings-to-calendar = Put the meeting in your calendar
meetings-run = For those who run the meeting
meetings-not-called = The team has not been invited yet.
meetings-called-at = Invited: { $date }
meetings-call = Invite the team
meetings-call-rest = Invite those who have joined since
meetings-free = { $n ->
    [one] One seat left
   *[other] { $n } seats left
}
meetings-full = All seats are taken. You can come on the waiting list.
meetings-need-seats = Sign up
meetings-need-open = Everyone is welcome

# Answers
meetings-do-you-come = Are you coming?
meetings-wish = Your answer
meetings-wish-coming = Yes, I am coming
meetings-wish-online = Yes, I join online
meetings-wish-declined = No, I cannot
meetings-reply = Answer
meetings-reply-send = Send answer
meetings-reply-change = Change my answer
meetings-you-coming = You are coming
meetings-you-online = You join online
meetings-you-waiting = You are on the waiting list
meetings-you-declined = You are not coming
meetings-you-silent = You were there
meetings-you-wait = You are told as soon as there is a seat.
meetings-sign-in = Sign in to put yourself down. All you need is an e-mail address. You can also ring the municipality, and they put you down.
meetings-sign-in-button = Sign in and put yourself down
meetings-need-kinds = Tick what is needed
meetings-need-kind-vegetarian = Vegetarian food
meetings-need-kind-gluten-free = Food without gluten
meetings-need-kind-transport = Transport
meetings-need-kind-interpreter = Interpreter
meetings-need-kind-hearing-loop = Hearing loop
meetings-need-kind-child-care = Child care
meetings-need-sums = For whoever orders
meetings-need-sums-text = So many of those who come have ticked this. Read what people have written themselves, too.
meetings-needs-ask = Do you need anything to be able to come?
meetings-needs = Anything else I need
meetings-needs-hint = If there is anything else, write it here. Only the secretary and the facilitator can see it. It is deleted 14 days after the meeting.
meetings-needs-theirs = Anything else they need
meetings-needs-title = What people need
meetings-needs-staff-hint = Write only what is needed.
meetings-needs-short = Needs:
meetings-needs-sealed = Only the secretary and the facilitator see what people need. It is deleted 14 days after the meeting. People can see that you have looked.
reading-meeting-needs = What you need for a meeting

# Who comes
meetings-people = Participants
meetings-who-comes = Who is coming?
meetings-who-came = Who came?
meetings-was-there = was there
meetings-nobody-yet = Nobody has signed up yet.
meetings-answer-coming = Coming
meetings-answer-online = Online
meetings-answer-waiting = Waiting list
meetings-answer-declined = Not coming
meetings-answer-silent = Came without signing up
meetings-answer-none = Has not answered
meetings-attend-save = Save who came
meetings-enter = Put somebody down
meetings-enter-text = For those who ring or write. They count among the seats.
meetings-enter-save = Put down
meetings-guest-name = Name
meetings-strike = Strike out
meetings-sheet = List to sign
meetings-signature = Signature

# Agenda
meetings-agenda = Agenda
meetings-agenda-empty = The agenda has not been written yet.
meetings-item = Item
meetings-item-see = See the item
meetings-item-new = Write an item
meetings-item-change = Change the item
meetings-item-remove = Remove the item
meetings-item-run = The item
meetings-item-save = Save the item
meetings-item-save-more = Save and write another
meetings-item-title = Heading
meetings-item-title-hint = Short enough to see what it is about.
meetings-presentation = Presentation
meetings-presentation-hint = What has happened, and what must the team know to take a stand? You attach files afterwards.
meetings-presentation-none = There is no presentation.
meetings-proposal = Proposed decision
meetings-proposal-hint = What the team is asked to decide.
meetings-item-minutes = Minutes
meetings-item-minutes-hint = How long you expect it to take.
meetings-minutes-long = { $n ->
    [one] One minute
   *[other] { $n } minutes
}
meetings-presenter = Who presents it?
meetings-presenter-hint = The name can be read by everyone.
meetings-ground = Is the item closed?
meetings-ground-hint = Only the team can read a closed item. Everyone else sees that it is closed, and why. Choose it before you save for the first time: the name of an open item may have been read already. Files go with it: only those who can read the item can see them.
meetings-ground-none = No, everyone may read it
meetings-ground-private = The private affairs of individuals (Public Administration Act, section 27)
meetings-ground-business = The business affairs of a company (Public Administration Act, section 27)
meetings-ground-economy = The public's economic interests (Public Administration Act, section 27)
meetings-ground-nature = The nature of the matter (Local Government Act, section 10)
meetings-closed-item = Closed item
meetings-closed-tag = Closed
meetings-closed-explained = Only the team can read what the item is about.
meetings-items-nav = Other items
meetings-move-up = Move up
meetings-move-down = Move down
meetings-move-up-item = Move item { $n } up: { $title }
meetings-move-down-item = Move item { $n } down: { $title }
meetings-item-used-title = The item has been treated
meetings-item-used = Something has been written in the minutes or decided about it. So it cannot be removed.

# Conflict of interest and confidentiality
meetings-interest = Conflict of interest
meetings-interest-text = If you have a special interest in the matter yourself, you leave while it is treated. That is written in the minutes.
meetings-interest-me = I leave for this item
meetings-interest-who = Somebody else on the team
meetings-interest-note = Note that they leave
meetings-interest-undo = Undo
meetings-left-for-interest = Did not take part because of a conflict of interest: { $names }
meetings-you-left = You do not take part in this item because of a conflict of interest.
meetings-promise-title = You have a duty of confidentiality
meetings-promise-text = There is a closed item on the agenda. You may not tell others what stands in it, or what is said. That is so also when the committee has ended (Criminal Code, section 152).
meetings-promise-before-minutes = Write nothing about it under “Other matters”. Everyone can read that when the minutes have been sent.
meetings-promise = I know. Show the item

# Minutes
meetings-minutes = Minutes of the meeting
meetings-minutes-rest = Other matters
meetings-minutes-write = Write the minutes
meetings-minutes-read = Read the minutes
meetings-minutes-save = Save the minutes
meetings-nothing-written = Nothing has been written about this item.
meetings-there = Present
meetings-absent = Sent apologies:
meetings-others = { $n ->
    [one] and one more
   *[other] and { $n } more
}
meetings-state-draft = Draft
meetings-state-sent = Sent for approval
meetings-state-approved = Approved
meetings-state-draft-long = The team is writing the minutes. Others can see them once they are sent for approval.
meetings-state-sent-long = The minutes are sent for approval and can be read by everyone.
meetings-state-approved-long = The minutes are approved.
meetings-sent-text = The minutes are not approved yet. The team can object up to and including { $date }.
meetings-together = You can write at the same time
meetings-together-text = Everyone on the team can write at once. What you write is saved while you write. What the others write appears by itself.
meetings-status-saved = Everything is saved.
meetings-status-saving = Saving …
meetings-status-offline = Not saved yet. We are trying again. Do not close the page.
meetings-status-closed = The last words could not be saved. Copy your text and load the page again.
meetings-status-others = Others have written.
meetings-minutes-too-long-title = The text is too long
meetings-minutes-too-long = There is room for 40,000 characters on each item. Go back and make the text shorter.
meetings-minutes-closed-title = The minutes are closed
meetings-minutes-closed = The minutes are sent for approval or approved. They cannot be changed now.
meetings-minutes-sent-before-title = The minutes are sent
meetings-minutes-sent-before = The minutes have already been sent for approval.
meetings-minutes-not-sent-title = The minutes are not out for approval
meetings-minutes-not-sent = Somebody has approved them or taken them back meanwhile. Load the page again.
meetings-minutes-not-approved-title = The minutes are not approved yet
meetings-minutes-not-approved = As long as they are not approved, you can correct the minutes themselves.
meetings-send = Send for approval
meetings-send-text = The team is told. Everyone can read the minutes, but not the closed items.
meetings-send-button = Send the minutes
meetings-until = Last day for objections
meetings-until-hint = If nobody objects by then, the minutes are approved.
meetings-until-past = The date has passed. Choose today or a day to come.
meetings-approve = Approve the minutes
meetings-approve-text = Approve them when the team has said yes, for example at the next meeting. After that they cannot be changed.
meetings-take-back = Take them back and correct
meetings-object = Object
meetings-objection = Objection
meetings-objection-hint = What is wrong, and what should it say?
meetings-object-send = Send the objection
meetings-correct = Write a correction
meetings-correct-text = Approved minutes stand as they are. A correction is added below.
meetings-correction = Correction
meetings-correct-save = Add the correction
meetings-notes = Objections and corrections

# Decisions
meetings-decisions = Decisions
meetings-decisions-all = All decisions
meetings-decisions-other = Other decisions
meetings-decisions-count = { $n ->
    [0] Nothing has been decided yet.
    [one] One decision.
   *[other] { $n } decisions. The newest are at the top.
}
meetings-decisions-none = Nothing has been decided yet
meetings-decisions-none-text = When the team decides something at a meeting, the decision gets its own number and stands here.
meetings-decision = Decision
meetings-decision-n = Decision { $n }
meetings-number = Number
meetings-meeting = Meeting
meetings-facts-decision = About the decision
meetings-decide = Write a decision
meetings-decide-text = A decision gets its own number and its own page. Then one can refer to it.
meetings-decide-save = Save the decision
meetings-decision-item = Item on the agenda
meetings-decision-no-item = No item in particular
meetings-decision-text = What was decided?
meetings-decision-text-hint = Whole sentences that can be read alone.
meetings-decision-about = What is it about?
meetings-decision-about-hint = A few words. For example: Opening hours
meetings-vote = Vote
meetings-for = For
meetings-against = Against
meetings-abstained = Abstained
meetings-votes-for = { $n } for
meetings-votes-against = { $n } against
meetings-votes-abstained = { $n } abstained
meetings-undecide = Remove the decision, it was written by mistake

# Calendar
meetings-calendar = In your calendar
meetings-calendar-text = Then the meetings follow when they move.
meetings-calendar-space = The meetings of this space for a calendar
meetings-feed-title = Everything in my calendar
meetings-feed-name = My calendar, { $municipality }
meetings-feed-lead = Get your meetings, and the activities you have signed up for or run, into the calendar on your phone or computer. If something is moved, it moves there too.
meetings-feed-address = Your address
meetings-feed-once = Copy it now. We show it only this once. Do not show it to others: whoever has it can see what you are going to.
meetings-feed-how = How to do it
meetings-feed-step-1 = Make an address below and copy it.
meetings-feed-step-2 = Open your calendar and choose »Add calendar from the internet« or »Subscribe«.
meetings-feed-step-3 = Put in the address. The calendar fetches news by itself.
meetings-feed-since = You have an address. It was made: { $date }
meetings-feed-make = Make an address
meetings-feed-renew = Make a new address. The old one stops
meetings-feed-stop = Close the address

# On the space's page
meetings-todo-reply = Are you coming to { $title }?
meetings-todo-agenda = Write the agenda of { $title }
meetings-todo-agenda-button = Write agenda
meetings-todo-call = Invite the team to { $title }
meetings-todo-call-button = See the meeting

# Done
done-meetings-planned = The meeting is planned. Now write the agenda and invite the team.
done-meetings-planned-many = The meetings are planned.
done-meetings-changed = The meeting is changed.
done-meetings-cancelled = The meeting is cancelled. Everyone who was to come is told.
done-meetings-called = The invitation is sent.
done-meetings-called-nobody = Everyone on the team has been invited already.
done-meetings-coming = Thank you. You are put down.
done-meetings-waiting = All seats are taken. You are on the waiting list and are told when there is a seat.
done-meetings-declined = Thank you for answering.
done-meetings-attended = It is saved who came.
done-meetings-entered = They are put down.
done-meetings-entered-waiting = All seats are taken. They are on the waiting list.
done-meetings-struck = They are struck out.
done-meetings-item-added = The item is on the agenda.
done-meetings-item-changed = The item is changed.
done-meetings-item-removed = The item is removed.
done-meetings-recused = It is noted.
done-meetings-unrecused = It is undone.
done-meetings-minutes-saved = The minutes are saved.
done-meetings-minutes-merged = The minutes are saved. Others have written meanwhile. Here is all of it.
done-meetings-minutes-sent = The minutes are sent for approval.
done-meetings-minutes-taken-back = The minutes are a draft again.
done-meetings-minutes-approved = The minutes are approved.
done-meetings-objected = The objection is sent. The minutes are not approved by themselves.
done-meetings-corrected = The correction is added.
done-meetings-decided = The decision is saved.
done-meetings-undecided = The decision is removed.
done-meetings-feed-stopped = The address does not work any more.

# Activity
verb-meetings-plan = { $who } planned { $title }
verb-meetings-change = { $who } changed { $title }
verb-meetings-cancel = { $who } cancelled { $title }: { $reason }
verb-meetings-call = { $who } sent the invitation to { $title }
verb-meetings-agenda = { $who } wrote on the agenda of a meeting
verb-meetings-recuse = { $who } noted a conflict of interest on an item
verb-meetings-promise = { $who } confirmed their duty of confidentiality
verb-meetings-decide = { $who } noted a decision
verb-meetings-send = { $who } sent the minutes of { $title } for approval
verb-meetings-take-back = { $who } took back the minutes of { $title }
verb-meetings-object = { $who } objected to the minutes of { $title }
verb-meetings-approve = { $who } approved the minutes of { $title }
verb-meetings-lapse = The minutes of { $title } are approved. Nobody objected in time
verb-meetings-correct = { $who } wrote a correction to the minutes of { $title }

# Mails
mail-meeting-invitation-subject = { $space }: You are invited to { $title }
mail-meeting-invitation-body = You are invited to { $title }.

    Time: { $when }
    Place: { $where }

    See the agenda and say whether you are coming. The meeting is in this mail, so that you can put it in your calendar.
mail-meeting-invitation-action = See the meeting and answer
mail-meeting-changed-subject = { $space }: { $title } has changed
mail-meeting-changed-body = { $title } has changed. This is how it is now:

    Time: { $when }
    Place: { $where }

    If you have put the meeting in your calendar, it moves there too.
mail-meeting-changed-action = See the meeting
mail-meeting-cancelled-subject = { $space }: { $title } is cancelled
mail-meeting-cancelled-body = { $title } { $when } is cancelled.

    { $reason }
mail-meeting-cancelled-action = See the meeting
mail-meeting-left-subject = { $space }: { $title } is no longer in your calendar
mail-meeting-left-body = You are no longer part of { $space }. So you are taken off the list for { $title } { $when }. The meeting leaves your calendar.
mail-meeting-left-action = See your page
mail-meeting-declined-subject = { $space }: You are not coming to { $title }
mail-meeting-declined-body = You have declined { $title } { $when }. The meeting leaves your calendar. If you can come after all, say so on the meeting's page.
mail-meeting-declined-action = See the meeting
mail-meeting-registered-subject = { $space }: You are signed up for { $title }
mail-meeting-registered-body = We have put you down.

    Time: { $when }
    Place: { $where }

    If you cannot come after all, say so on the meeting's page. Then somebody else gets the seat.
mail-meeting-registered-action = See the meeting
mail-meeting-seat-subject = { $space }: There is a seat for you at { $title }
mail-meeting-seat-body = A seat has become free, and it is yours.

    Time: { $when }
    Place: { $where }

    If you cannot come after all, say so on the meeting's page. Then the seat goes to the next.
mail-meeting-seat-action = See the meeting
mail-meeting-minutes-subject = { $space }: The minutes of { $title } are ready
mail-meeting-minutes-body = Read the minutes. If something is wrong, you can object up to and including { $date }. If nobody does, they are approved.
mail-meeting-minutes-action = Read the minutes

# What is stored about people
personal-meeting = Meetings you have planned
personal-minutes-note = Objections and corrections you have written
personal-recusal = Items you did not take part in because of a conflict of interest
personal-confidentiality = Your confirmation of confidentiality
personal-meeting-invited = Meetings you are invited to
personal-meeting-registration = Your answers about meetings
personal-meeting-entered = People you have put down for a meeting
personal-meeting-need = What you need for a meeting
personal-decision = Decisions you have noted
personal-calendar-feed = The address of your calendar
field-attended = Was there
field-noted-at = Noted
search-kind-meeting = Meeting
search-kind-decision = Decision

# For whoever was helped: what was done.
act-meetings-attend = Ticked who came
act-meetings-enter = Signed somebody up for a meeting
act-meetings-feed = Made an address for a calendar
act-meetings-order = Moved an item on the agenda
act-meetings-reply = Answered an invitation to a meeting
act-meetings-write = Wrote in the minutes
mandate-meetings = Meeting plan
mandate-meetings-line = { $n ->
    [one] 1 meeting
   *[other] { $n } meetings
 }
meetings-plan-team = { $n ->
    [one] 1 meeting
   *[other] { $n } meetings
 }
meetings-plan-open = { $n ->
    [one] 1 meeting open to all
   *[other] { $n } meetings open to all
 }

glance-meeting = Next meeting
glance-meeting-defined = The day of the next meeting that has not been cancelled. A dash means that no meeting is planned.
