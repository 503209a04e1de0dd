frame-tab = Frame
frame-title = The frame
frame-lead = This is your playing field. It shows what is fixed, and what you can change together.
frame-empty-title = The frame has not been written yet
frame-empty = The frame says what the task is, what is fixed, what is open, and when there will be an answer. Without it nobody knows what they can help decide.
frame-write = Write the frame
frame-rewrite = Write a new version
frame-version = Version { $version } · { $date }
frame-versions = All versions
frame-compare = See what changed from version { $from } to version { $to }
frame-compare-title = What has changed?
frame-compare-lead = From version { $from } to version { $to }
frame-nothing-changed = The two versions are the same.
frame-change-note = Why has it changed?
frame-change-note-hint = Write it so that the others can understand it. It goes at the top of the comparison, and everyone on the team is told.
frame-one-sentence = The frame in one sentence
frame-deleted = deleted:
frame-added = added:
frame-hours = Hours
frame-hours-met = of them { $hours } at meetings
frame-money = Money
frame-read-title = Who has read the frame?
frame-read-count = { $read } of { $all } have read version { $version }
frame-has-read = Has read it
frame-has-not-read = Has not read it yet
frame-acknowledge = I have read the frame
frame-acknowledge-explained = When you press this, the others can see that you know the frame. It does not mean that you agree with everything in it.
frame-you-read = You read it on { $date }.
frame-saving = Save version { $version }
frame-fact-none = Not written yet
frame-fact-read = { $read } of { $all } have read it
frame-fact-version = Version { $version }
frame-todo-write = Write the frame
frame-todo-write-detail = What is the task, what is fixed, and what is open? It takes about half an hour.
frame-todo-read = Read the frame
frame-todo-read-again = Read the new frame
frame-todo-read-detail = It takes five minutes. Afterwards, say that you have read it.
frame-todo-read-button = Read
frame-card-title = The frame in brief
frame-card-more = Read the whole frame
frame-mine-read = Read the frame for { $space }
frame-facilitator = Facilitator
frame-changed-meanwhile = Somebody saved version { $version } while you were writing. Your text is still here. Look at theirs first, and then save yours.
frame-answer-in-past = The answer cannot be due { $date }, because that day has passed. Choose a day in the future.
done-frame-written = The frame is saved. Everyone on the team is asked to read it.
done-frame-read = Thank you. Now the others can see that you have read the frame.
verb-frame-write = { $who } wrote the frame, version { $version }
verb-frame-acknowledge = { $who } has read the frame, version { $version }
mail-frame-subject = { $space }: please read the frame
mail-frame-body = There is a { $version ->
    [1] frame
   *[other] new version of the frame
 } for “{ $space }”:

    { $sentence }

    Please read it, and say so when you have. It takes about five minutes.
mail-frame-action = Read the frame

glance-read = Frame read
glance-read-defined = How many have not confirmed that they have read the latest version of the frame. We ask chair, members, politicians and those who answer for { -council-the }.
glance-read-some = { $missing } of { $all } missing
glance-read-all = All have read it
glance-hours = Hours
glance-hours-defined = Hours reported as used on commitments, and the team's hours at meetings held (how long each took, times those of the team who were there), out of the hours the frame promises.
glance-hours-of = { $used } of { $hours }
glance-hours-used = { $used } used
glance-money = Money
glance-money-defined = Money reported as used on commitments, out of the money the frame promises.
glance-money-of = { $used } of { $money } kr.
glance-money-used = { $used } kr. used

frame-line-answer = Answers by { $date }
frame-parts = Seats and meeting plan
frame-parts-explained = They stand here as they are now and become part of the version you save. Change them under Seats and Meetings.
frame-part-changed = Changed
frame-todo-changed = Changed since the frame: { $what }
frame-todo-changed-detail = Version { $version } of the frame says something else. Write a new version, so that everyone sees the change and reads it again.
frame-change-note-parts = Changed: { $what }.
frame-since-you-read = See what has changed since you read version { $version }
