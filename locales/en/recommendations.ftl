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
recommendations-changed-meanwhile = Somebody changed the draft while you were writing. Both your words and theirs are here. Read it through, and then save again.
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
recommendations-answer-final = Everyone who can see the shared task can see the answer. It can only be corrected by a new answer. Everyone who took part is told.
recommendations-answer-send = Give the answer
recommendations-outcome = What is the answer?
recommendations-approved-explained = Yes. It will be done, and commitments will say how.
recommendations-partly-explained = Yes to some of it. The reason says what is in and what is not.
recommendations-noted-explained = It has been read and will be used in the work ahead. Nothing is promised now.
recommendations-rejected-explained = No. The reason says why.
recommendations-body = Who decided it?
recommendations-body-hint = { -Council-the } or a standing committee
recommendations-decided-on = On which day?
recommendations-decided-in-future = That day has not come yet. Write the day it was decided.
recommendations-decided-by = Decided by
recommendations-decided = Decided on
recommendations-decided-by-on = Decided by { $body } on { $date }
recommendations-meeting = Meeting
recommendations-meeting-hint = Where at the meeting? For example: item 7
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
recommendations-not-draft = The recommendation has been sent to { -council-the }. That is why its text is fixed.
recommendations-handed-over-title = The recommendations have been handed over
recommendations-handed-over = The recommendations have been sent to { -council-the }. That is why no new ones can be written. If you need to write more, ask the secretary to move the space back to the dialogue.
recommendations-not-submitted-title = It has not been sent yet
recommendations-not-submitted = The recommendation is still a draft. { -Council-the } can answer once it has been sent.
recommendations-answered-title = It has already been answered
recommendations-answered = { -Council-the } has answered this recommendation. Go back and read the answer. If there is a mistake in it, it can be corrected by a new answer.
done-recommendations-written = The draft is saved. The others on the team can see it and edit it.
done-recommendations-submitted = The recommendation is sent. { -Council-the } has been told.
done-recommendations-answered = The answer is given. Everyone who took part is told.
verb-recommendations-write = { $who } worked on recommendation { $number }: { $title }
verb-recommendations-submit = { $who } sent recommendation { $number } to { -council-the }: { $title }
verb-recommendations-answer = { $who } gave { -council-the }’s answer to recommendation { $number } ({ $title }): { $outcome }
mail-submitted-subject = { $space }: { $n ->
    [one] recommendation { $number } waits for an answer
   *[other] { $n } recommendations wait for an answer
}
mail-submitted-body = Sent from “{ $space }” to { -council-the }:

    { $titles }

    Those who wrote wait for a clear answer and a reason to each one.
mail-submitted-action = Read it all
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

recommendations-unfinished = { $n ->
    [one] 1 recommendation waits for an answer
   *[other] { $n } recommendations wait for an answer
 }
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

versions-title = Versions
versions-lead = Here you can see who wrote what and when. An older version can be brought back. Nothing is lost.
versions-one = Version { $version }, { $date }
versions-by = Version { $version } by { $name }
versions-count = { $n ->
    [one] There is { $n } version
   *[other] There are { $n } versions
}
versions-note = Why do you change it?
versions-note-hint = One line, so that the others can follow
versions-compared = From version { $from } to { $to }
versions-same = The two versions say the same.
versions-only-one = There is only one version. When somebody changes the text, you can compare here.
versions-from = From
versions-to = To
versions-compare = Compare
versions-all = All versions
versions-what-changed = See what was changed
versions-restore = Bring it back
versions-restored = Brought back from version { $version }
versions-suggested = Suggested by { $name }
versions-deleted = Deleted:
versions-added = Added:
suggestion-title = Suggested change
suggestion-title-many = Suggested changes
suggestion-make = Suggest a change
suggestion-make-number = Suggest a change to recommendation { $number }
suggestion-lead = Change the text so that it says what you think. Those who write the recommendation see your words beside theirs. They say yes, or they say no and why.
suggestion-note = Why do you suggest it?
suggestion-note-hint = Keep it short. It is what the others read first.
suggestion-why = Why
suggestion-send = Send the suggestion
suggestion-nothing = You have not changed anything yet. Change the text before you send.
suggestion-from = Suggestion from { $name }
suggestion-see = See the suggestion
suggestion-open = Waits for an answer
suggestion-accepted = Taken in
suggestion-declined = Not taken in
suggestion-withdrawn = Taken back
suggestion-open-n = { $n ->
    [one] One suggested change waits for you
   *[other] { $n } suggested changes wait for you
}
suggestion-waiting-title = Suggestions that wait for you
suggestion-changes = What the suggestion changes
suggestion-moved = The text has been changed since the suggestion was written. Here the suggestion is put into the text as it is now.
suggestion-already = The text says so already.
suggestion-settle = Should it go in?
suggestion-accept = Take it in
suggestion-accept-hint = It becomes a new version. The old one can be brought back.
suggestion-decline = Say no thanks
suggestion-decline-send = Send the answer
suggestion-why-not = Why not?
suggestion-why-not-hint = Whoever suggested it reads this
suggestion-settled-by = { $name }, { $date }
suggestion-withdraw = Take my suggestion back
suggestion-settled-title = The suggestion is settled
suggestion-settled = Somebody has already answered the suggestion. Go back and see what became of it.
suggestion-does-not-fit-title = The text becomes too long
suggestion-does-not-fit = The text has been changed since the suggestion was written. Together the two are too long. Edit the draft yourself, and then answer the suggestion with a thank you.
sources-title = What it builds on
sources-none = Nothing has been chosen yet.
sources-choose = Choose what it builds on
sources-lead = Choose ideas, statements from the dialogue and decisions from the meetings. Then { -council-the } can see where the recommendation comes from. And those who gave the idea can see what became of it.
sources-search = Search in this shared task
sources-found = You can choose these
sources-add = Choose
sources-remove = Remove
sources-done = Back to the recommendation
sources-nothing-title = We found nothing
sources-nothing = Try another word. Only what everyone here can see can be chosen.
sources-not-there-title = It is not here
sources-not-there = What you chose is not here any more, or not everyone can see it. Go back and choose something else.
sources-used-title = Recommendations
sources-used-none = It is not used in a recommendation yet.
sources-used-in = Used in recommendation { $number }: { $title }
sources-write = Write a recommendation from it
stance-title = Support
stance-for = Support it
stance-against = Do not support it
stance-abstains = Abstain
stance-i-for = I support it
stance-i-against = I do not support it
stance-i-abstain = I abstain
stance-mine = Do you support the recommendation?
stance-change = Change my answer
stance-statement = I want this to be said
stance-statement-hint = If you do not support it, this becomes your minority statement. It goes to { -council-the } too.
stance-save = Save my answer
stance-tally = { $for } in support, { $against } against, { $abstain } abstaining
stance-silent = { $n ->
    [one] One member has not answered.
   *[other] { $n } members have not answered.
}
stance-outdated = { $n ->
    [one] One of the answers was given before the text was last changed.
   *[other] { $n } of the answers were given before the text was last changed.
}
stance-none = No member has said whether they support it.
stance-none-yet = Nobody has said yet whether they support it.
stance-minority = Minority statement by { $name }
stance-said = { $name } says
stance-todo = { $n ->
    [one] Say whether you support a recommendation
   *[other] Say whether you support { $n } recommendations
}
stance-todo-button = Answer
submission-title = Submission
submission-many = Submissions
submission-subtitle = Submission { $number }
submission-line = { $date } · { $n ->
    [one] { $n } recommendation
   *[other] { $n } recommendations
} · { $name }
submission-see = See the submission
submission-choose = Send recommendations to { -council-the }
submission-lead = Choose the recommendations that are finished. They are sent together, with reasons, sources, support and minorities.
submission-which = Which ones?
submission-none-chosen = Choose at least one recommendation.
submission-final = When you send them, the text is fixed. { -Council-the } is told and has to answer each one.
submission-send = Send those chosen
submission-nothing-title = There are no drafts
submission-nothing = All recommendations have been sent.
submission-frozen = This is how the recommendations were handed over. The text never changes again.
submission-pdf = Download as PDF
submission-json = Download as data (JSON)
submission-handed = Handed over
submission-by = Handed over by
submission-count = Recommendations
submission-answer-by = Answer by
submission-item = See the answer and the course of recommendation
submission-frame = The task in one sentence
submission-contents = The recommendations
submission-number = No.
submission-seal-title = How to see that nothing was changed
submission-seal = This number is worked out from the whole submission (SHA-256) and also stands in the journal here. If a single sign is changed, the number becomes another.
submission-page = Page
submission-of = of
recommendations-answer-all = Answer those that wait
recommendations-answer-more = { $n ->
    [one] { $n } more waits after this.
   *[other] { $n } more wait after this.
}
recommendations-answer-send-next = Give the answer and go to the next
recommendations-see-whole = See sources and the whole recommendation
recommendations-correct = Correct the answer
recommendations-correct-number = Correct the answer to recommendation { $number }
recommendations-correct-lead = An answer is corrected by a new answer. The old one can still be seen.
recommendations-correct-final = Everyone who took part is told of the new answer.
recommendations-correct-send = Give the new answer
recommendations-correction = Why is the answer corrected?
recommendations-correction-hint = For example: The amount was wrong
recommendations-is-corrected = The answer has been corrected.
recommendations-earlier = The answer on { $date } was: { $outcome }
recommendations-earlier-by = Entered by { $name }
recommendations-not-in-force = No longer in force
recommendations-not-answered-title = There is no answer yet
recommendations-not-answered = There is no answer to correct. Go back and give the answer first.
recommendations-clock-done = { $answered } of { $sent } answered
recommendations-clock-all = All recommendations have been answered.
followup-title = What became of it?
followup-lead = Every recommendation sent to { -council-the }: the answer, and what came of it. And what began at once.
followup-lead-space = Every recommendation from here: the answer, and what came of it. And what began at once.
followup-see = See what became of it
followup-everywhere = See it for all shared tasks
followup-figures = Show only
followup-waiting = Waiting for an answer
followup-committee = Shared task
followup-any-committee = All shared tasks
followup-only-late = Only what is overdue
followup-none-title = There is nothing to show
followup-none = When the first recommendation has been sent, or somebody begins at once, you can follow it here.
followup-all = Show all
followup-deed = { $who } with { $with } · by { $date }
followup-table = Download as a spreadsheet (CSV)
followup-follow = Follow in a news reader (Atom)
followup-feed = What became of it? { $name }
followup-entry = { $status }: { $title } ({ $space })
followup-entry-deed = { $what } – { $who }, by { $date }: { $status }
followup-sent = Sent
followup-answer = Answer
followup-answered = Answered
followup-with = Together with
followup-at-once = Began at once
followup-at-once-lead = It did not wait for an answer from { -council-the }. Somebody had an idea, the meeting decided it, or somebody said they would do it.
followup-at-once-all = See all { $n }
followup-recommendations = The recommendations
followup-span-idea = { $n ->
    [0] From idea to under way: the same day
    [one] From idea to under way: 1 day
   *[other] From idea to under way: { $n } days
 }
followup-span-decision = { $n ->
    [0] From decision to under way: the same day
    [one] From decision to under way: 1 day
   *[other] From decision to under way: { $n } days
 }
followup-span-statement = { $n ->
    [0] From statement to under way: the same day
    [one] From statement to under way: 1 day
   *[other] From statement to under way: { $n } days
 }
followup-span-agreed = { $n ->
    [0] From agreement to under way: the same day
    [one] From agreement to under way: 1 day
   *[other] From agreement to under way: { $n } days
 }
followup-not-begun = Agreed { $date }
followup-came-of-idea = Came of the idea:
followup-came-of-decision = Came of the decision:
followup-came-of-statement = Came of the statement:
followup-origin = Came of
followup-origin-title = Title
followup-origin-idea = Idea
followup-origin-decision = Decision at a meeting
followup-origin-statement = Statement
followup-origin-nothing = Agreed directly
followup-started = Under way from
followup-days = Days until under way
followup-hours = Hours promised
followup-hours-used = Hours used
followup-money = Kroner promised
followup-money-used = Kroner used
followup-rooms = Rooms promised
followup-staff = Staff promised
followup-milestones-reached = Milestones reached
followup-milestones = Milestones in all
followup-milestone-next = Next milestone
field-statement = Statement
field-stance = Support
field-decision = Answer
field-number = Number
field-submitted-at = Handed over
field-suggested-at = Suggested
stored-recommendation-version = Versions of recommendations you wrote
stored-suggestion = Changes you suggested
stored-suggestion-settled = Suggestions you answered
stored-stance = Whether you support recommendations
stored-submission = Recommendations you sent to { -council-the }
stored-earlier-answer = Answers you entered that were corrected since
done-recommendations-restored = The older version has been brought back.
done-suggestion-made = The suggestion has been sent. You are told when there is an answer.
done-suggestion-accepted = The suggestion has been taken in. Whoever suggested it is told.
done-suggestion-declined = The answer has been sent to whoever suggested it.
done-suggestion-withdrawn = Your suggestion has been taken back.
done-sources-added = It has been chosen.
done-sources-removed = It has been removed.
done-stance-taken = Your answer has been saved. You can change it until the recommendation is sent.
done-recommendations-submitted-all = The recommendations have been sent. { -Council-the } has been told.
done-recommendations-answered-next = The answer has been given. Here is the next one.
done-recommendations-corrected = The new answer has been given. Everyone who took part is told.
verb-recommendations-suggest = { $who } suggested a change to recommendation { $number }: { $title }
verb-recommendations-accept = { $who } took a suggestion into recommendation { $number }: { $title }
verb-recommendations-decline = { $who } said no thanks to a suggestion to recommendation { $number }: { $title }
verb-recommendations-correct = { $who } corrected { -council-the }’s answer to recommendation { $number } ({ $title }): { $outcome }
verb-recommendations-remind = The answers are due soon. Recommendations waiting for an answer: { $n }
verb-recommendations-overdue = The answers are overdue. Recommendations without an answer: { $n }
act-recommendations-withdraw = Took back a suggestion to a recommendation
act-recommendations-source = Chose what a recommendation builds on
act-recommendations-stance = Said whether a recommendation has support
mail-suggestion-subject = { $space }: a suggestion to recommendation { $number }
mail-suggestion-body = There is a suggested change to recommendation { $number }, “{ $title }”, which you have written on.

    { $note }

    The page shows the words beside yours. You can take it in, or say no thanks and why.
mail-suggestion-action = See the suggestion
mail-suggestion-accepted-subject = { $space }: your suggestion has been taken in
mail-suggestion-accepted-body = Your suggestion to recommendation { $number }, “{ $title }”, has been taken in. Thank you.
mail-suggestion-accepted-action = See the text
mail-suggestion-declined-subject = { $space }: an answer to your suggestion
mail-suggestion-declined-body = Your suggestion to recommendation { $number }, “{ $title }”, has not been taken in. The answer is:

    { $reason }
mail-suggestion-declined-action = See the answer
mail-answer-corrected-subject = { $space }: the answer to recommendation { $number } has been corrected
mail-answer-corrected-body = { -Council-the } has corrected the answer to recommendation { $number }, “{ $title }”.

    It was corrected because: { $why }

    The answer is now: { $outcome ->
        [approved] Approved
        [partly] Partly approved
        [rejected] Rejected
       *[noted] Noted
    }

    { $reason }
mail-answer-corrected-action = See the answer
mail-answer-soon-subject = { $space }: { $n ->
    [one] one recommendation
   *[other] { $n } recommendations
} to be answered by { $date }
mail-answer-soon-body = { -Council-the } has promised answers by { $date }. { $days ->
    [0] That is today.
    [one] That is tomorrow.
   *[other] That is in { $days } days.
} { $n ->
    [one] One recommendation waits.
   *[other] { $n } recommendations wait.
}
mail-answer-soon-action = Answer now
mail-answer-long-late-subject = { $space }: the answer is { $days } days late
mail-answer-long-late-body = { -Council-the } promised an answer by { $date }. That is { $days } days ago. { $n ->
    [one] One recommendation still has no answer.
   *[other] { $n } recommendations still have no answer.
} The administrators of the municipality have been told too.
mail-answer-long-late-action = See what is missing
mail-answer-escalated-subject = { $space }: a promised answer is { $days } days late
mail-answer-escalated-body = »{ $space }« was promised an answer by { $date }. { $n ->
    [one] One recommendation still has no answer.
   *[other] { $n } recommendations still have no answer.
} Those who answer were reminded and have not done so. You are told because you are an administrator. See to it that somebody answers, or that a new date is agreed.
mail-answer-escalated-action = See what is missing
mail-answer-late-subject = { $space }: the answers are { $days ->
    [one] one day
   *[other] { $days } days
} overdue
mail-answer-late-body = { -Council-the } promised answers by { $date }. { $n ->
    [one] One recommendation still has no answer.
   *[other] { $n } recommendations still have no answer.
}
mail-answer-late-action = See what is missing
sources-became = Part of recommendation { $number }
