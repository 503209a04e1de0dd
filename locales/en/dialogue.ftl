dialogue-tab = Dialogue
dialogue-title = The dialogue
dialogue-lead = Here people respond to short statements and write their own. Afterwards a map shows where people stand, and what brings them together.
dialogue-new = New dialogue
dialogue-new-lead = Ask one open question, and write at least three statements to begin with. Good statements hold one thought each and pull in different directions.
dialogue-question = The question
dialogue-question-hint = For example: What would make this a good place to be young?
dialogue-description = A little about the question
dialogue-description-hint = What will the answers be used for, and who will read them?
dialogue-seeds = Statements to begin with
dialogue-seeds-hint = One on each line, at most 140 characters. Write them the way a person would say them.
dialogue-seed-too-long = Line { $line } is too long: { $length } characters. There is room for { $max }. Split it in two.
dialogue-few-seeds = { $n ->
    [one] There is only one statement. Write at least three, so that there is something to respond to.
   *[other] There are only { $n } statements. Write at least three, so that there is something to respond to.
}
dialogue-save = Save as a draft
dialogue-empty-title = No dialogue yet
dialogue-empty = When the team has read the frame, the facilitator can open a dialogue that everyone can join.
dialogue-counts = Took part: { $participants } · Answers: { $votes }
dialogue-is-open = The dialogue is open
dialogue-is-draft = Draft
dialogue-is-closed = The dialogue is closed
dialogue-have-your-say = Have your say
dialogue-start = There are { $n } statements. It takes about five minutes, and you can skip and take breaks.
dialogue-go-on = You have answered { $answered } of { $all } statements.
dialogue-all-answered = You have answered all the statements. You can still write your own.
dialogue-continue = Continue
dialogue-run = For you who run the dialogue
dialogue-draft-explained = Only you and the others who run the shared task can see the draft. It has { $n } statements. When you open the dialogue, the team is told, and everyone who can see the shared task can answer.
dialogue-open = Open the dialogue
dialogue-close = Close the dialogue
dialogue-moderate = See suggested statements ({ $n } waiting)
dialogue-fact-none = Not begun
dialogue-fact-open = Under way · { $n } took part so far
dialogue-fact-closed = Closed · { $n } took part
dialogue-todo-write = Open a dialogue
dialogue-todo-write-detail = Ask everyone it concerns. You write the question and the first statements.
dialogue-todo-write-button = Write a dialogue
dialogue-todo-open = Open the dialogue you have written
dialogue-todo-open-detail = It is a draft. Only you who run the shared task can see it.
dialogue-todo-open-button = See the draft
dialogue-todo-vote = Have your say on { $n } statements
dialogue-todo-vote-detail = It takes about five minutes. You can skip any of them.
dialogue-todo-vote-button = Start
dialogue-todo-judge = { $n ->
    [one] One suggested statement is waiting for you
   *[other] { $n } suggested statements are waiting for you
}
dialogue-todo-judge-detail = The person who wrote it is waiting for an answer.
dialogue-todo-judge-button = See suggestions
dialogue-todo-map = See where people stand
dialogue-todo-map-detail = The map shows groups of people who answer alike, and what everyone agrees on.
dialogue-todo-map-button = See the map
dialogue-need-detail = Say what you think of other people’s statements, and write your own. It takes about five minutes, and you can skip any of them.
dialogue-vote-title = Have your say
dialogue-already-there = That statement is already here. You will meet it yourself as you answer.
vote-count = { $n } of { $all }
vote-agree = Agree
vote-disagree = Disagree
vote-pass = Skip
vote-private = Nobody can see how you answer.
vote-keys = Answer with the keys 1, 2 and 3
vote-done = { $n ->
    [one] Thank you, you have answered the one statement there is
   *[other] Thank you, you have answered all { $n } statements
}
vote-done-text = Please come back: new statements arrive for as long as the dialogue is open.
vote-see-map = See where people stand
vote-tell-me = Tell me what comes of it
propose-title = Is something missing?
propose-lead = Write your own statement, so that others can respond to it. The facilitator reads it first.
propose-label = Your statement
propose-hint = One thought, at most 140 characters. Please do not name people.
propose-send = Send your statement
map-title = Where people stand
map-lead = { $grouped } of { $participants } have answered enough statements to be on the map. They gather in { $groups } groups that answer alike.
map-not-stable-title = There are no clear groups.
map-not-stable = When we do the sums again with slightly fewer answers, people fall into other groups. Then we would rather show no groups than groups that do not hold.
map-not-stable-short = No clear groups
map-caption = Each dot is one or more people; the larger, the more. Those who answer alike are close together. The axes mean nothing in themselves.
map-svg-title = Opinion map
map-svg-description = { $participants } people, placed by how they answer. { $groups ->
    [0] There are no clear groups.
   *[other] There are { $groups } groups.
 } The same is said in words and numbers below the map.
map-label-for = For
map-label-against = Against
map-label-statement = statement
map-group = Group
map-you = You
map-group-title = Group { $letter } · { $n } people
map-group-letter = Group { $letter }
map-group-lead = This is where the group clearly answers differently from the others.
map-your-group = You are here
map-group-agrees = The group agrees
map-group-disagrees = The group disagrees
map-consensus = What brings people together
map-consensus-lead = The statements that most people, across all groups, agree or disagree with.
map-most-agree = Most people agree
map-most-disagree = Most people disagree
map-table = All { $n } statements with numbers
map-table-caption = Answers to each statement, for everyone and for each group
map-statement = Statement
map-all = Everyone
map-cell = { $agree }% agree, { $disagree }% disagree of { $seen }
map-how = How the map is worked out
map-how-groups = Each person becomes a point, based on their answers. A statement they have not seen does not count. The groups are found by seeing who answers alike. A person needs to have answered at least seven statements to be in a group.
map-how-stable = We have worked out the map { $runs } times over, each time without a tenth of the answers. The likeness between the maps is { $rand }, where 1 is exactly alike (adjusted Rand index). If it is low, we show no groups.
map-how-shares = Percentages are the share of those who answered the statement, “skip” included. They may add up to 101, because they are rounded.
map-how-private = Only you can see where you are. We do not show who the dots are.
map-how-digest = Fingerprint of the answers, so that others can check the sums (SHA-256):
map-empty-title = The map comes when some people have answered
map-empty = The map is drawn as soon as the first answers are in, and it adjusts as more people answer.
bar-agree = { $n }% agree
bar-pass = { $n }% skipped
bar-disagree = { $n }% disagree
bar-seen = of { $n } who answered
moderate-title = Suggested statements
moderate-lead = Include a statement if it holds one thought, is about the question and does not name private individuals. You do not have to agree with it.
moderate-empty-title = No suggestions waiting
moderate-empty = When somebody writes a statement, you get an e-mail, and you will find it here.
moderate-accept = Include it
moderate-reject = Leave it out
moderate-reason = Why not?
moderate-reason-hint = The person who wrote it gets your reason. Write it the way you would like to receive it yourself.
moderate-reject-button = Send the reason
moderate-judged = What you have answered
moderate-is-in = Included
moderate-is-out = Left out
import-title = Bring in a dialogue from Polis
import-lead = If you have held a dialogue in Polis, you can bring it in with all its answers. It is closed, but can be read on the map. Export it from Polis, and choose the files here.
import-attribution = Where does it come from?
import-attribution-hint = Source and licence. They are shown below the map.
import-language = What language are the statements in?
language-da = Danish
language-en = English
import-hint-votes = The file with the answers. It has the columns timestamp, comment-id, voter-id and vote.
import-hint-comments = The file with the statements. Without it, numbers are shown instead of text.
import-no-votes = Choose the file votes.csv.
import-not-text = The file is not a text file in UTF-8. Save it as CSV (UTF-8), and try again.
import-problems = { $n ->
    [one] There is one error in the files. It is shown at the top of the page.
   *[other] There are { $n } errors in the files. They are shown at the top of the page.
}
import-problems-title = The files could not be read
import-problems-after = Nothing has been brought in. Correct the files, and choose them again.
import-problem-line = { $file }, line { $line }
import-problem-column = { $file }, line { $line }, column { $column }
import-problem-unreadable = cannot be read; save the file as comma-separated text (CSV, UTF-8), and try again
import-problem-no-column = the column is missing; add a column with the title { $title } in the first line
import-problem-column-twice = there are two columns with this title; remove one of them
import-problem-few-fields = the line has { $fields } of { $columns } fields; complete the line or remove it
import-problem-no-id = there is no id; fill it in or remove the line
import-problem-no-number = there is no number; { $remedy }
import-problem-misfit = “{ $text }” does not fit; { $remedy }
import-problem-write-time = write a whole number of milliseconds
import-problem-write-vote = write 1 (agree), -1 (disagree) or 0 (skip)
import-problem-write-moderation = write 1 (included), 0 (not judged) or -1 (not included)
import-problem-not-yes-or-no = “{ $text }” is neither yes nor no; write true or false
import-problem-statement-twice = statement { $id } is listed twice; keep one of the two lines
import-send = Bring in the dialogue
error-dialogue-closed-title = The dialogue is closed
error-dialogue-closed = You cannot answer now. You can still see the map and read what comes of it.
error-dialogue-empty-title = There is nothing to answer
error-dialogue-empty = Include at least one statement before you open the dialogue.
error-upload-too-large-title = The file is too large
error-upload-too-large = A file may be at most 64 MB. If your dialogue is larger, please write to us.
done-dialogue-written = The draft is saved. Read it through, and open the dialogue when it is ready.
done-dialogue-open = The dialogue is open, and the team has been told.
done-dialogue-closed = The dialogue is closed. The map stays.
done-statement = Thank you. Your statement has been sent to the facilitator.
done-statement-in = The statement is now included.
done-statement-out = The statement is left out, and the person who wrote it gets your reason.
done-imported = The dialogue has been brought in. Here is the map.
verb-dialogue-write = { $who } wrote a dialogue: { $title }
verb-dialogue-open = { $who } opened the dialogue: { $title }
verb-dialogue-close = { $who } closed the dialogue: { $title }
verb-dialogue-import = { $who } brought in a dialogue: { $title }, { $votes } answers from { $participants } people
verb-dialogue-accept = A new statement was included: { $title }
verb-dialogue-reject = A suggested statement was left out
verb-dialogue-regroup = { $groups ->
    [0] The groups on the opinion map are no longer clear
   *[other] The opinion map now shows { $groups } groups among { $participants } people
}
mail-dialogue-open-subject = { $space }: the dialogue is open
mail-dialogue-open-body = Now everyone can have their say:

    { $question }

    It takes about five minutes. You are welcome to pass the link on.
mail-dialogue-open-action = Have your say
mail-dialogue-closed-subject = { $space }: the dialogue is closed
mail-dialogue-closed-body = The dialogue “{ $question }” is closed. On the map you can see where people stand, and what brings them together.
mail-dialogue-closed-action = See the map
mail-statement-subject = { $space }: a statement is waiting for you
mail-statement-body = Somebody has suggested a statement in “{ $question }”:

    { $text }
mail-statement-action = See the suggestion
mail-statement-in-subject = { $space }: your statement is included
mail-statement-in-body = Your statement is now part of the dialogue, and others can respond to it:

    { $text }
mail-statement-in-action = See the dialogue
mail-statement-out-subject = { $space }: about your statement
mail-statement-out-body = Thank you for your statement:

    { $text }

    It has not been included. The facilitator writes:

    { $reason }

    You are welcome to write a new one.
mail-statement-out-action = See the dialogue
