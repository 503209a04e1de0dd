recruitment-tab = Seats
recruitment-title = The seats
recruitment-lead = Everybody can see here which seats the task has, who holds them and what is free.
recruitment-empty-title = No seats have been described yet
recruitment-empty = A seat says who is looked for: somebody under 25, say, or somebody who knows the harbour. Once the seats are described you can write a call, and people can come forward.
recruitment-all = Seats
recruitment-all-filled = seats are filled
recruitment-of = { $filled } of { $seats }
recruitment-filled = { $filled } of { $seats } filled
recruitment-free = { $n ->
    [0] No free seats
    [one] 1 free seat
   *[other] { $n } free seats
}
recruitment-seats = { $n ->
    [one] 1 seat
   *[other] { $n } seats
}
recruitment-see-seats = See the seats
recruitment-promised = How the seats are filled now
recruitment-seat = Seat
recruitment-who = Who
recruitment-when = When
recruitment-how = Came in
recruitment-choose = Choose
recruitment-save = Save
recruitment-print = Print
recruitment-term = { $from } – { $until }
recruitment-term-from = from { $from }
recruitment-term-until = until { $until }
recruitment-since = since { $date }
recruitment-history = Earlier on the seats
recruitment-calls = Other calls
recruitment-draft = Draft, only you can see it
recruitment-was-until = Deadline { $date }
recruitment-until = Come forward by { $date }
recruitment-read-call = Read the call and come forward

# Describing a seat
recruitment-seat-new = Describe a seat
recruitment-seat-change = Change the seat
recruitment-seat-lead = Write who you are looking for. Use everyday words, so that the right person can recognise themselves.
recruitment-seat-title = Who are you looking for?
recruitment-seat-title-hint = Short. For example: Somebody under 25
recruitment-seat-description = What should one know or be able to do?
recruitment-seat-description-hint = A sentence or two. Experience from life counts too.
recruitment-seat-role = Which role comes with it?
recruitment-seat-role-hint = Whoever gets the seat gets the role at once.
recruitment-seat-count = How many seats?
recruitment-seat-from = From
recruitment-seat-until = Up to and including
recruitment-seat-too-few = { $n } hold these seats now. Write at least that number.
recruitment-seat-backwards = The seat ends before it begins. Change one of the dates.
recruitment-seat-remove = Remove the seat
recruitment-seat-remove-hint = Nobody holds it, so it can be removed.
recruitment-seats-held-title = Somebody holds the seat
recruitment-seats-held = Note first that they have left. Then the seat can be changed.

# Putting somebody on a seat
recruitment-place = Put somebody on the seat
recruitment-place-title = Put somebody on the seat
recruitment-place-lead = The seat: { $seat }. Use this when somebody on the team has been named without a call.
recruitment-place-person = Who?
recruitment-place-person-hint = If the person is not on the list, invite them first on the page Team.
recruitment-place-button = Put on the seat
recruitment-no-free-seat-title = The seat is not free
recruitment-no-free-seat = No seat of that kind is free, or the person holds one already.

# When somebody leaves
recruitment-stops = Leaves
recruitment-leave-title = Note that somebody leaves
recruitment-leave-lead = { $name } leaves the seat: { $seat }. The role is taken, and we send a mail to say thank you. If there is an alternate, the next is offered the seat.
recruitment-leave-reason = Why?
recruitment-leave-reason-hint = Only you and the facilitator can see it. Never write about illness.
recruitment-leave-day = Last day
recruitment-leave-day-wrong = The day must lie between the first day on the seat and today.
recruitment-leave-button = Yes, note it
recruitment-left-already-title = It is noted already
recruitment-left-already = The person does not hold the seat any more.
reason-time = Has no time
reason-moved = Has moved
reason-task = The task did not fit
reason-replaced = Somebody else was named
reason-other = Something else
reason-left = Left the team themselves
reason-term = The term ended

# Alternates
recruitment-alternates = Alternates
recruitment-offered = Has an offer
recruitment-offered-until = answer by { $date }
recruitment-said-yes = Said yes
recruitment-said-no = Said no
answer-expired = Did not answer in time
answer-accepted = Said yes
answer-declined = Said no thank you

# The call
recruitment-call = Call
recruitment-call-new = Write a call
recruitment-call-change = Change the call
recruitment-call-lead = The call becomes a page that everybody can read, and a poster for the noticeboard. You can look it through before you open it.
recruitment-call-title = Heading
recruitment-call-title-default = Would you like to take part in { $space }?
recruitment-call-text = What is it about?
recruitment-call-text-hint = Why does it matter, and what does one get out of taking part?
recruitment-call-seats = What can one come forward for?
recruitment-call-groups-hint = One can take part in a single piece of it without a seat.
recruitment-call-nothing = Choose at least one thing to come forward for.
recruitment-call-period = Period
recruitment-call-period-hint = For example: From March to December 2027
recruitment-call-meetings = Meetings
recruitment-call-meetings-hint = For example: Six meetings of two and a half hours, in the evening
recruitment-call-preparation = Preparation
recruitment-call-preparation-hint = For example: An hour of reading before each meeting
recruitment-call-deadline = Deadline
recruitment-call-deadline-hint = That day still counts. Then the call closes by itself.
recruitment-call-contact = Ask
recruitment-call-contact-hint = Name and telephone number of somebody one can ring. It stands on the page and on the poster.
recruitment-call-open = Open the call
recruitment-call-close = Close the call now
recruitment-call-reopen = Open again
recruitment-draft-notice = The call is a draft. Only you and the facilitator can see it.
recruitment-is-closed = One can no longer come forward. The deadline was { $date }.
recruitment-call-past-title = The deadline has passed
recruitment-call-past = Change the deadline before you open the call.
recruitment-call-changed-title = The call has changed
recruitment-call-changed = Somebody else opened or closed it while you were looking. Load the page again.
recruitment-call-closed-title = One cannot come forward now
recruitment-call-closed = The call is closed. Ring the person named in the call if you would have liked to take part.
recruitment-wanted = Who we are looking for
recruitment-asks = What we ask of you
recruitment-join = Would you like to take part?
recruitment-join-text = It takes a couple of minutes to come forward. The deadline is { $date }. Everybody gets an answer.
recruitment-on-paper = On paper
recruitment-poster = Poster
recruitment-poster-lead = Print it on A4 and put it up. A telephone's camera can read the square and opens the call.
recruitment-poster-how = Come forward here, or point your telephone's camera at the square:
recruitment-poster-contact = Ask: { $contact }
recruitment-qr = Code for the telephone's camera that opens the call
recruitment-paper = Paper form
recruitment-paper-lead = For those who would rather write by hand. When the form comes in, you enter it here.
recruitment-paper-how = Tick, write, and hand the form in at the town hall or the library.
recruitment-paper-until = Hand in by { $date }
recruitment-paper-online = Or come forward here:
recruitment-back-to-call = To the call
recruitment-staff = Only for you who look after the call
recruitment-counted = { $all } have come forward. { $waiting } wait for an answer.

# Working groups
recruitment-group = Working group
recruitment-group-text = You take part in a piece of the task for a shorter time, without a seat.
recruitment-group-poster = or take part in a working group
recruitment-group-instead = You did not get a seat this time, but you are very welcome in a working group.
recruitment-group-join = Yes, I want to be in a working group
recruitment-nothing-to-join-title = That cannot be done
recruitment-nothing-to-join = You have had another answer already, or there are no working groups.

# Coming forward
recruitment-interest-title = Come forward
recruitment-interest-change = Change what you registered
recruitment-interest-button = Come forward
recruitment-interest-lead = You do not commit to anything yet. You can change it or take it back until the deadline has passed.
recruitment-interest-what = What would you like to take part in?
recruitment-interest-what-hint = Tick as many as you like.
recruitment-interest-nothing = Tick at least one.
recruitment-interest-why = Why would you like to take part?
recruitment-interest-why-hint = A few lines are enough. Do not write about your illness, faith or politics, and never your personal number.
recruitment-interest-who = Who are you?
recruitment-interest-sign-in = Are you here already?
recruitment-interest-name = Your name
recruitment-interest-email = Your mail
recruitment-interest-email-hint = We send a mail that you must answer. Only then have you come forward.
recruitment-interest-known = You come forward as { $name }.
recruitment-interest-privacy = Only the secretary and the facilitator can read it, and you can see on your own page when they did. It is deleted after some months.
recruitment-interest-send = Come forward
recruitment-sent-title = Look in your mail
recruitment-sent = We have sent you a mail about “{ $call }”. Open it and follow the link; then you have come forward.
recruitment-sent-days = The link is good for seven days, but not longer than the deadline.
recruitment-sent-none = If no mail comes, look among unwanted mail, or ask: { $contact }
recruitment-confirm-title = Is this right?
recruitment-confirm-hello = Hello { $name }
recruitment-confirm-button = Yes, I come forward
recruitment-confirm-unknown-title = We do not know that link
recruitment-confirm-unknown = Perhaps you have come forward already, or the link is too old. Sign in to see whether you have, or come forward again.
recruitment-confirm-done-title = Thank you, you have come forward
recruitment-confirm-done = We have sent you a mail about it. Everybody gets an answer. Sign in with your mail if you want to change something.
recruitment-confirmed-title = You have come forward already
recruitment-confirmed = The link can be used once only.
recruitment-replied-title = There is an answer already
recruitment-replied = Once there is an answer it cannot be changed. Ring the person named in the call.
recruitment-nothing-to-withdraw-title = There is nothing to take back
recruitment-nothing-to-withdraw = You have not come forward, or you have got a seat. A seat is left on the page Team.
recruitment-own = You have come forward
recruitment-own-what = Would like
recruitment-own-when = Came forward
recruitment-own-reply = Answer
recruitment-own-waits = Not yet. Everybody gets an answer.
recruitment-own-ticket = Lots are drawn for the seat { $seat }. Your name on the list is { $pseudonym }.
recruitment-see-lot = See the lot
recruitment-withdraw = Take it back
reply-seat = Got a seat
reply-alternate = Is an alternate
reply-group = Welcome in a working group
reply-declined = Not this time

# Paper and telephone
recruitment-enter-title = Enter from paper or telephone
recruitment-enter-lead = Write what the person has written or said. Your name stands beside it as the one who helped.
recruitment-enter-way = How did it come?
recruitment-enter-reach = Give mail, telephone or address, so that we can answer.
recruitment-enter-unreachable = Give at least one way for us to answer.
recruitment-enter-button = Save
recruitment-entered-by = entered by { $name }
way-online = on the web
way-paper = on paper
way-phone = on the telephone

# Those who came forward
recruitment-candidates = Those who came forward
recruitment-candidates-lead = Only you and the facilitator can see this page.
recruitment-candidates-none = Nobody has come forward yet
recruitment-candidates-none-text = Put the poster up and tell people about the call. When a paper form comes in, you enter it.
recruitment-waiting = { $n ->
    [one] One has no answer yet
   *[other] { $n } have no answer yet
}
recruitment-all-replied = Everybody has had an answer.
recruitment-read-all = Read what they write
recruitment-read-noted = They can see on their own page that you have read it.
recruitment-back-to-list = To the list
recruitment-no-why = Has not written why.
recruitment-withdrawn = Taken back
recruitment-no-reply = Waits for an answer
recruitment-replied-on = Answered
recruitment-next = What comes next
recruitment-next-open = The call is open until { $date }. You may answer some before that.
recruitment-wanted-by = So many would like
recruitment-appoint-hint = When { -council-the } has appointed.
recruitment-lot-hint = When more people fit than there are seats.

# The answers
recruitment-appoint-title = Give answers
recruitment-appoint-lead = Write whom { -council-the } has appointed. They get the role at once, and everybody you choose an answer for gets a mail. You look it all through before anything is sent.
recruitment-appoint-by-lot = The lot has already suggested answers. Change them only if { -council-the } decided otherwise.
recruitment-appoint-date = The meeting at which it was decided
recruitment-appoint-future = The meeting has not been held yet. Give the answers when { -council-the } has appointed.
recruitment-appoint-note = Number of the case, or the like
recruitment-appoint-note-hint = Everybody can see it. For example: Item 7
recruitment-appoint-rows = What is the answer to each?
recruitment-appoint-rest = Answer all others “Not this time”
recruitment-appoint-rest-hint = They are thanked. Those who would also like a working group are welcome there.
recruitment-appoint-look = Look it through
recruitment-appoint-nobody = Choose an answer for at least one.
recruitment-appoint-too-many = Too many are chosen for “{ $seat }”. Free seats: { $n }.
recruitment-appoint-same-place = Two are chosen as the same alternate for “{ $seat }” (number { $n } in the row). Give each a number of their own.
recruitment-decide-later = Not decided yet
recruitment-decide-seat = Gets the seat: { $seat }
recruitment-decide-alternate = Alternate no. { $n }: { $seat }
recruitment-decide-group = Welcome in a working group
recruitment-decide-declined = Not this time
recruitment-look-title = Is this right?
recruitment-look-lead = Decided at the meeting on { $date }. When you send, everybody here gets a mail.
recruitment-look-seat = Get a seat, and the role at once
recruitment-look-alternate = Become alternates
recruitment-look-group = Welcome in a working group
recruitment-look-declined = Not this time
recruitment-look-later = Get no answer now
recruitment-look-send = Send the answers
recruitment-look-back = Go back and change
recruitment-seats-changed-title = Something has changed meanwhile
recruitment-seats-changed = The seats or those who came forward are not as they were when you began. Load the page again.

# The lot
recruitment-lots = Lots
recruitment-lot = Lot
recruitment-lot-title = Lot: { $seat }
recruitment-lot-new = Draw lots
recruitment-lot-lead = The lot has three steps that everybody can follow: The list is closed. Then dice are thrown in the hall. At last the program works out the order, and everybody can do the sum again.
recruitment-lot-wait = Wait until the call is closed. Then everybody who came forward in time is in it.
recruitment-lot-which = Which seat are lots drawn for?
recruitment-lot-choose = Draw lots
recruitment-lot-none = There is nothing to draw lots for
recruitment-lot-none-text = All seats are filled, or there is a lot already.
recruitment-lot-seats = How many seats are drawn for?
recruitment-lot-fits = Who fits the seat?
recruitment-lot-fits-hint = Everybody ticked takes part with the same chance. Untick those who do not fit what the seat asks for.
recruitment-lot-nobody = There must be at least one.
recruitment-lot-no-way-back = Once the list is closed it cannot be changed. Everybody on it gets a mail with a secret name of their own.
recruitment-lot-close = Close the list
recruitment-lot-waits = Waits for the number from the hall
recruitment-lot-was = Drawn { $date }
recruitment-lot-off = Called off
recruitment-lot-step-list = The list is closed
recruitment-lot-list = { $n ->
    [one] One takes part
   *[other] { $n } take part
} for { $seats ->
    [one] 1 seat
   *[other] { $seats } seats
}. { $who } closed the list.
recruitment-lot-digest = The list's fingerprint:
recruitment-lot-step-seed = The number from the hall
recruitment-lot-seed-text = Throw dice so that everybody can see it, and write the numbers here. Nobody can know them beforehand, and they cannot be changed afterwards.
recruitment-lot-seed = The numbers
recruitment-lot-seed-hint = Exactly as they were said aloud. For example: 4 6 1 3
recruitment-lot-again = The numbers once more
recruitment-lot-again-hint = So that we are sure nothing was mistyped.
recruitment-lot-differ = The two are not the same. Write the same in both places.
recruitment-lot-draw = Write the numbers down
recruitment-lot-seed-by = Written by { $who }
recruitment-lot-step-result = The result
recruitment-lot-result-later = The order comes when the number is written.
recruitment-lot-result = The result
recruitment-lot-names = The names on the list
recruitment-lot-seat = Gets a seat
recruitment-lot-alternate = Alternate no. { $n }
recruitment-lot-you = This is you
recruitment-lot-mine = Your secret name on the list:
recruitment-lot-then = When { -council-the } has appointed, you send the answers. The result of the lot stands there already.
recruitment-lot-rule = How it works
recruitment-lot-rule-plain = Everybody on the list has a secret name, so that only they know who is who. The number from the hall mixes the names. The first get the seats, and the next are alternates.
recruitment-lot-rule-more = The exact rule
recruitment-lot-rule-exact = The names are put in the order of this value, the smallest first. The key is the SHA-256 of the number as it stands:
recruitment-lot-rule-reference = The method is described in
recruitment-lot-check = Do the sum yourself
recruitment-lot-check-text = The receipt has all that is needed to draw again and get the same. Everybody can check it, also without us.
recruitment-lot-receipt = Fetch the receipt
recruitment-lot-broken = The result does not match what was published. Do not use it, and tell the municipality's IT department.
recruitment-lot-call-off = Call the lot off
recruitment-lot-why = Why?
recruitment-lot-why-hint = Everybody can read it. Afterwards the list can be closed again.
recruitment-call-still-open-title = The call is not closed
recruitment-call-still-open = Close the call first. Then everybody who came forward in time is in it.
recruitment-lot-there-title = There is a lot already
recruitment-lot-there = Lots are drawn once for a seat. If there is a fault, call the lot off before the number is written.
recruitment-lot-drawn-title = It is too late
recruitment-lot-drawn = The number is written, or the lot was called off. It cannot be changed.

# When a seat is offered
recruitment-offer-title = Would you like a seat in { $space }?
recruitment-offer-to = Hello { $name }
recruitment-offer-text = You are an alternate. Now a seat has become free, and it is yours if you want it.
recruitment-offer-last = Answer by
recruitment-offer-yes = Yes, I would
recruitment-offer-no = No thank you
recruitment-offer-voluntary = It is voluntary. If you say no, the offer goes to the next.
recruitment-offer-unknown-title = We do not know that offer
recruitment-offer-unknown = Perhaps part of the link is missing. Use the link in the mail, or ask the secretary.
recruitment-offer-accepted-title = Thank you, the seat is yours
recruitment-offer-accepted = Your name is on the team now. Sign in with your mail to see what happens.
recruitment-offer-declined-title = Thank you for answering
recruitment-offer-declined = You have said no thank you. The offer goes to the next.
recruitment-offer-late-title = The time is over
recruitment-offer-late = The offer has gone on to the next. Ring the secretary if you would have liked the seat.
recruitment-offer-answered-title = There is an answer already
recruitment-offer-answered = The offer has been answered.
recruitment-to-space = See the space

# On the space's page, the own page and the front page
recruitment-todo-reply = { $n ->
    [one] One waits for an answer
   *[other] { $n } wait for an answer
}
recruitment-todo-reply-detail = They came forward for a seat. Everybody must get an answer.
recruitment-todo-reply-button = See them
recruitment-todo-call-detail = Come forward by { $date }
recruitment-todo-call-button = See the call
recruitment-need-foot = Come forward by { $date }
recruitment-mine-offer = You are offered a seat: { $seat }, { $space }
recruitment-mine-offer-detail = Answer by { $date }
recruitment-mine-answer = Answer
recruitment-mine-alternate = You are an alternate: { $seat }, { $space }
recruitment-mine-alternate-detail = You hear from us if a seat becomes free.
recruitment-mine-open = You can change it until { $date }
recruitment-mine-waiting = The deadline has passed. Everybody gets an answer.
recruitment-mine-registered = You have come forward

# What is stored about people
stored-seat = Seats you have held
stored-alternate = That you are or were an alternate
stored-interest = What you wrote when you came forward for a seat
stored-interest-entered = That you entered it for others who wanted a seat
stored-interest-draft = Something you wrote to come forward and have not confirmed
stored-seat-call = Calls for seats that you have written
stored-lot-ticket = Your secret names in lots
stored-lot-closed = Lots whose list you closed
stored-lot-drawn = Lots whose number you wrote
field-from-on = From
field-until-on = Up to and including
field-left-on = Left
field-offered-at = Offered
field-why = Why
field-working-group = Working group
field-registered-at = Came forward
field-reply = Answer
field-replied-at = Answered
field-pseudonym = Secret name
field-closed-at = Closed
field-drawn-at = Drawn
field-seed = Number
reading-interest = What you wrote when you came forward for a seat
search-kind-seat = Seat
search-kind-call = Call

done-seat-written = The seat is saved.
done-seat-removed = The seat is removed.
done-seat-placed = The seat is filled.
done-seat-left = It is noted. If there is an alternate, the next has the offer.
done-offer-declined = It is noted. If there is another alternate, they have the offer.
done-call-written = The call is saved.
done-call-opened = The call is open. Everybody can come forward now.
done-call-closed = The call is closed.
done-interest = Thank you, you have come forward. We have sent you a mail about it.
done-interest-withdrawn = You have taken it back. What you wrote is deleted.
done-interest-group = Thank you. We write to you when the working group begins.
done-interest-entered = It is entered, and the person will hear.
done-appointed = The answers are sent. Some still wait.
done-appointed-all = The answers are sent. Everybody has had an answer.
done-lot-listed = The list is closed, and its fingerprint is public. Now the number must be found in the hall.
done-lot-drawn = The numbers are written down. Here is the result.
done-lot-called-off = The lot is called off.

verb-recruitment-seat = { $who } described seats: { $title }
verb-recruitment-remove = { $who } removed seats: { $title }
verb-recruitment-place = { $who } put somebody on a seat: { $title }
verb-recruitment-call = { $who } wrote on a call for seats { $title }
verb-recruitment-open = { $who } opened a call: { $title }
verb-recruitment-close = A call is closed: { $title }
verb-recruitment-appoint = { $who } answered those who came forward for “{ $title }”: { $seats } got a seat, { $alternates } are alternates, { $others } had another answer
verb-recruitment-list = { $who } closed the list of a lot: { $title }. On the list: { $candidates }
verb-recruitment-draw = { $who } wrote the number of a lot: { $title }. Number: { $seed }
verb-recruitment-call-off = { $who } called a lot off: { $title }. { $why }
verb-recruitment-vacate = A seat became free: { $title }
verb-recruitment-offer = An alternate was offered a seat: { $title }
verb-recruitment-accept = An alternate said yes to a seat: { $title }
verb-recruitment-decline = An alternate said no thank you to a seat: { $title }

mail-interest-subject = { $space }: you have come forward
mail-interest-body = Thank you for wanting to take part in “{ $space }”. We have noted that you came forward for: { $call }

    You can change it or take it back up to and including { $date }. Everybody gets an answer when { -council-the } has chosen.
mail-interest-action = See what you registered
mail-interest-confirm-subject = { $space }: confirm that you come forward
mail-interest-confirm-body = Somebody has written your mail address to come forward for: { $call }

    If it is you, follow the link and press the button. Only then have you come forward. If it is not you, do nothing. It is deleted after seven days.
mail-interest-confirm-action = Confirm that you come forward
mail-seat-given-subject = { $space }: you have got a seat
mail-seat-given-body = Congratulations and welcome. { -Council-the } has appointed you to “{ $space }”, at the meeting on { $date }.

    Your seat: { $seat }

    Your name is on the team now. Sign in with your mail and read the frame first. If you cannot take part after all, tell the secretary.
mail-seat-given-action = See what you will take part in
mail-seat-alternate-subject = { $space }: you are an alternate
mail-seat-alternate-body = Thank you for coming forward for: { $call }

    You are alternate number { $place } for the seat: { $seat }

    If a seat becomes free, you get a mail and can say yes or no.
mail-seat-alternate-action = See your answer
mail-seat-group-subject = { $space }: welcome in a working group
mail-seat-group-body = Thank you for coming forward for: { $call }

    You are very welcome in a working group. We write to you when it begins.
mail-seat-group-action = Follow it
mail-seat-declined-subject = { $space }: the answer to your coming forward
mail-seat-declined-body = Thank you for coming forward for: { $call }

    More people wanted to take part than there were seats. You did not get a seat this time. You can always follow it and say your opinion on the way.
mail-seat-declined-action = Follow it
mail-seat-declined-group-subject = { $space }: the answer to your coming forward
mail-seat-declined-group-body = Thank you for coming forward for: { $call }

    More people wanted to take part than there were seats. You did not get a seat this time. But you are very welcome in a working group. Follow the link, sign in and say yes.
mail-seat-declined-group-action = Yes, I want to be in a working group
mail-lot-ticket-subject = { $space }: lots are drawn
mail-lot-ticket-body = More people fit the seat “{ $seat }” than there are seats. So lots are drawn, for everybody to see.

    Your secret name on the list is { $pseudonym }

    Only you know that it is you. The number that decides is found in the hall. Afterwards everybody can do the sum again.
mail-lot-ticket-action = Follow the lot
mail-lot-drawn-subject = { $space }: lots have been drawn
mail-lot-drawn-body = Lots have been drawn for “{ $seat }”. Number of seats: { $seats }.

    Your secret name { $pseudonym } came as number { $place } in the row.

    You get a final answer when { -council-the } has appointed.
mail-lot-drawn-action = See the result, and do the sum yourself
mail-seat-offer-subject = { $space }: you are offered a seat
mail-seat-offer-body = A seat has become free, and you are the next in the row. The seat: { $seat }

    Answer by { $date }. After that the offer goes to the next.
mail-seat-offer-action = Say yes or no
mail-seat-ended-subject = { $space }: thank you for your work
mail-seat-ended-body = You no longer hold the seat “{ $seat }”. Thank you for all you gave.

    If this is a mistake, tell the secretary.
mail-seat-ended-action = See the seats
mail-seat-ending-subject = { $space }: your term ends soon
mail-seat-ending-body = Your term on the seat “{ $seat }” ends on { $date }. Thank you for taking part.
mail-seat-ending-action = See the seats
mail-seat-ending-secretary-subject = { $space }: the term of a seat ends soon
mail-seat-ending-secretary-body = The term of a seat ends on { $date }: { $seat }. If it is to go on, change the date of the seat.
mail-seat-ending-secretary-action = See the seats
mail-seat-vacant-asked-subject = { $space }: a seat is free
mail-seat-vacant-asked-body = A seat has become free: { $seat }. The next alternate is offered it now.
mail-seat-vacant-asked-action = See the seats
mail-seat-vacant-none-subject = { $space }: a seat is free
mail-seat-vacant-none-body = A seat has become free: { $seat }. There is no alternate left to ask. You can write a new call.
mail-seat-vacant-none-action = See the seats
mail-seat-accepted-subject = { $space }: an alternate said yes
mail-seat-accepted-body = The seat “{ $seat }” is filled again.
mail-seat-accepted-action = See the seats

# For whoever was helped: what was done.
act-recruitment-ask = Asked for a confirmation of interest in a seat
act-recruitment-enter = Entered an interest in a seat
act-recruitment-interest = Registered interest in a seat
act-recruitment-read = Read who has registered interest

recruitment-welcomed = Welcome in a working group
recruitment-welcomed-lead = They have said yes to a working group or were made welcome in one. Choose a group for each. They become participants of it and are told.
recruitment-welcomed-n = { $n ->
    [one] Choose a group for 1 person
   *[other] Choose groups for { $n } people
 }
recruitment-welcomed-rows = Who joins which group?
recruitment-welcomed-in = Is in
recruitment-welcomed-choose = Choose a group for at least one.
recruitment-welcomed-button = Save and tell them
recruitment-welcomed-none = Nobody waits for a working group
recruitment-welcomed-none-text = Those who get the answer »Welcome in a working group« are listed here.
recruitment-welcomed-no-groups = There are no working groups yet. Make one first.
recruitment-todo-welcomed = { $n ->
    [one] 1 person waits for a working group
   *[other] { $n } people wait for a working group
 }
recruitment-todo-welcomed-detail = They were made welcome and are not in a group yet.
recruitment-todo-welcomed-button = Choose groups
done-welcomed = They are in the group now and are told.
verb-recruitment-group = { $who } welcomed a new participant
mail-group-joined-subject = { $group }: you take part
mail-group-joined-body = You are now a participant of the working group »{ $group }«. On its page you see the task, the others and the next meeting.
mail-group-joined-action = See the group
mandate-seats = Seats
mandate-seats-line = { $n ->
    [one] 1 seat
   *[other] { $n } seats
 }
glance-seats = Seats
glance-seats-defined = How many of the described seats nobody holds just now.
glance-seats-free = { $free } of { $all } free
glance-seats-full = All { $all } held
