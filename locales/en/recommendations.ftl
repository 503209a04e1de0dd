recommendations-tab = Recommendations
recommendations-title = Recommendations
recommendations-lead = This is what you recommend together. { -Council-the } answers each one and says why.
recommendations-empty-title = There are no recommendations yet
recommendations-empty = A recommendation says briefly what you think should happen, and why. Each one gets a number. When you agree, you send it to { -council-the }, and { -council-the } answers that very one.
recommendations-one = Recommendation
recommendations-numbered = { $number }. { $title }
recommendations-all = See all recommendations
recommendations-write = Write a recommendation
recommendations-write-lead = Write one thing at a time. Then { -council-the } can answer it with a clear yes or no.
recommendations-edit = Edit the draft
recommendations-edit-number = Edit recommendation { $number }
recommendations-title-label = The recommendation in one line
recommendations-title-hint = Begin with what should be done. For example: Open the sports hall on Friday evenings
recommendations-text = What do you recommend?
recommendations-text-hint = Who should do what, for whom and when? Write it so that somebody who was not there understands it.
recommendations-reason = Why?
recommendations-reason-hint = What do you base it on? For example something many agreed on in the dialogue. Say so too if you do not all agree.
recommendations-the-text = The recommendation
recommendations-the-reason = Why we recommend it
recommendations-save = Save the draft
recommendations-changed-meanwhile = Somebody changed the draft while you were writing. Your text is still here. Look at theirs first, and then save again if yours is the one to keep.
recommendations-draft = Draft
recommendations-submitted = Sent to { -council-the }
recommendations-draft-by = Begun by { $name }
recommendations-submitted-on = Sent { $date }{ $n ->
    [0] { "" }
    [one] , has waited { $n } day
   *[other] , has waited { $n } days
}
recommendations-answered-on = Answered { $date }
recommendations-submit-title = Is it finished?
recommendations-submit-explained = When you send it, { -council-the } is told and has to answer. After that it cannot be changed.
recommendations-submit = Send to { -council-the }
recommendations-nobody-answers-title = Nobody can answer yet
recommendations-nobody-answers = Nobody in the shared task answers for { -council-the }. Invite somebody to that role on the team’s page. When somebody has said yes, you can send the recommendation. The draft is still here.
recommendations-nobody-answers-hint = Nobody in the shared task answers for { -council-the }. Invite somebody to that role. When somebody has said yes, you can send the recommendation.
recommendations-nobody-answers-button = Invite somebody who answers
recommendations-nobody-answers-todo = Find somebody who can answer for { -council-the }
recommendations-nobody-answers-todo-detail = You have begun a recommendation, but nobody can answer it yet.
recommendations-answer = Answer the recommendation
recommendations-answer-number = Answer recommendation { $number }
recommendations-answer-button = Write the answer
recommendations-answer-lead = Those who wrote the recommendation are waiting for an answer. Say it clearly, and say why.
recommendations-answer-reason = Reason
recommendations-answer-reason-hint = What mattered to you? If it is a no: what would it take to become a yes?
recommendations-answer-final = Everyone who can see the shared task can see the answer. It cannot be changed afterwards, and everyone who took part is told.
recommendations-answer-send = Give the answer
recommendations-outcome = What is the answer?
recommendations-approved-explained = Yes. It will be done, and commitments will say how.
recommendations-partly-explained = Yes to some of it. The reason says what is in and what is not.
recommendations-noted-explained = It has been read and will be used in the work ahead. Nothing is promised now.
recommendations-rejected-explained = No. The reason says why.
recommendations-meeting = Meeting
recommendations-meeting-hint = Where was it decided? For example: Council, 24 March, item 7
recommendations-the-answer = { -Council-the }’s answer
recommendations-date = Date
recommendations-after = { $n ->
    [one] after { $n } day
   *[other] after { $n } days
}
recommendations-answered-by = Entered by
recommendations-deadline-is = { -Council-the } answers by { $date }.
recommendations-deadline-was = { -Council-the } should have answered by { $date }.
recommendations-no-answer = No answer has come yet.
recommendations-missing = { $n ->
    [one] One recommendation still lacks an answer.
   *[other] { $n } recommendations still lack an answer.
}
recommendations-deeds = What came of it
recommendations-deeds-none = No commitment has been made yet. A commitment says who does what by when.
recommendations-make-commitment = Make a commitment of it
recommendations-way = The recommendation’s way
recommendations-written-by = Begun by { $name }
recommendations-fact-none = None yet
recommendations-fact = { $n ->
    [one] { $n } recommendation
   *[other] { $n } recommendations
}, { $answered } answered
recommendations-todo-write-detail = What should happen, and why? You can save a draft that the others can edit.
recommendations-todo-write-button = Write
recommendations-todo-submit = Send recommendation { $number } to { -council-the }: { $title }
recommendations-todo-submit-several = Send the { $n } drafts to { -council-the }
recommendations-todo-submit-detail = When you agree on the text. { -Council-the } is told at once.
recommendations-todo-submit-button = See the draft
recommendations-todo-answer = Answer recommendation { $number }: { $title }
recommendations-todo-answer-more = { $n ->
    [one] And one more recommendation waits for an answer
   *[other] And { $n } more recommendations wait for an answer
}
recommendations-mine-answer-by = { $space } · by { $date }
recommendations-mine-answered = { -Council-the } answered recommendation { $number }: { $title }
recommendations-mine-answered-detail = { $space } · { $date }
outcome-approved = Approved
outcome-partly = Partly approved
outcome-noted = Noted
outcome-rejected = Rejected
recommendations-not-draft-title = It can no longer be changed
recommendations-not-draft = The recommendation has been sent to { -council-the }. That is why its text is fixed. Write a new recommendation if there is something to add.
recommendations-not-submitted-title = It has not been sent yet
recommendations-not-submitted = The recommendation is still a draft. { -Council-the } can answer once it has been sent.
recommendations-answered-title = It has already been answered
recommendations-answered = { -Council-the } has answered this recommendation. An answer cannot be changed. Go back and read it.
done-recommendations-written = The draft is saved. The others on the team can see it and edit it.
done-recommendations-submitted = The recommendation is sent. { -Council-the } has been told.
done-recommendations-answered = The answer is given. Everyone who took part is told.
verb-recommendations-write = { $who } worked on recommendation { $number }: { $title }
verb-recommendations-submit = { $who } sent recommendation { $number } to { -council-the }: { $title }
verb-recommendations-answer = { $who } gave { -council-the }’s answer to recommendation { $number } ({ $title }): { $outcome }
mail-submitted-subject = { $space }: recommendation { $number } awaits an answer
mail-submitted-body = Recommendation { $number } from “{ $space }” has been sent to { -council-the }:

    { $title }

    Those who wrote it are waiting for a clear answer and a reason.
mail-submitted-action = Read the recommendation
mail-answer-approved-subject = { $space }: { -council-the } says yes to recommendation { $number }
mail-answer-approved-body = { -Council-the } has answered recommendation { $number }, “{ $title }”. The answer is: Approved.

    The reason is:

    { $reason }

    Now something has to come of it. On the page you can see who does what.
mail-answer-approved-action = See the answer
mail-answer-partly-subject = { $space }: { -council-the } says yes to some of recommendation { $number }
mail-answer-partly-body = { -Council-the } has answered recommendation { $number }, “{ $title }”. The answer is: Partly approved.

    The reason is:

    { $reason }

    Something now has to come of what was approved. On the page you can see who does what.
mail-answer-partly-action = See the answer
mail-answer-noted-subject = { $space }: { -council-the } has answered recommendation { $number }
mail-answer-noted-body = { -Council-the } has answered recommendation { $number }, “{ $title }”. The answer is: Noted. It has been read and will be used in the work ahead, but nothing is promised now.

    The reason is:

    { $reason }
mail-answer-noted-action = See the answer
mail-answer-rejected-subject = { $space }: { -council-the } says no to recommendation { $number }
mail-answer-rejected-body = { -Council-the } has answered recommendation { $number }, “{ $title }”. The answer is: Rejected.

    The reason is:

    { $reason }

    Thank you for taking part. What you wrote is still on the page.
mail-answer-rejected-action = See the answer

glance-unanswered = Awaiting an answer
glance-unanswered-defined = Recommendations sent to { -council-the } that have no answer. Days count from the day the answer was promised for.
glance-unanswered-none = { $all ->
    [one] Answered
   *[other] All { $all } answered
}
glance-unanswered-waiting = { $waiting } waiting
glance-unanswered-late = { $days ->
    [one] { $waiting } waiting, 1 day late
   *[other] { $waiting } waiting, { $days } days late
}
