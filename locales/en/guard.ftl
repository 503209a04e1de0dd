# Files that somebody sends
upload-empty = The file is empty. Choose another.
upload-too-large = The file is larger than { $size }. Make it smaller, or split it in two.
upload-markup = The file is a web page or an SVG drawing. Such files can hold hidden programs. Save it as PDF or PNG and try again.
upload-program = The file is a program, whatever it is called. Programs cannot be added.
upload-macros = The file has macros, which are small programs. Save it without macros or as PDF and try again.
upload-old-office = The file is from an older Office program. Save it as docx, xlsx, pptx or PDF and try again.
upload-sound = Sound and film cannot be added. Put them where they can have captions, and write a link.
upload-archive = The file is a package with files in it. Unpack it and add the files one by one.
upload-not-text = The file is not a text. Save it as plain text or CSV and try again.
upload-unknown = We do not know that kind of file. Save it as PDF and try again.

# Before a text is shown
screened-title = Please look at the text once more
screened-lead = There is something in it that others perhaps should not see. We have not shown it to anybody yet, and nothing is lost.
screened-found = This is what we noticed
screened-looks-like = looks like { $what }
screened-cpr = a personal number
screened-phone = a telephone number
screened-email = an e-mail address
screened-several = several kinds of personal details
screened-text = Correct your text
screened-text-number = Correct text { $number }
screened-again = Send the corrected text
screened-hold = Let a colleague look at it
screened-hold-hint = Is everybody meant to see it? Then somebody else in the municipality or on the team can look at it and let it through.
screened-hold-told = You will be told.
screened-hold-nameless = You are not signed in, so we cannot tell you. Come back later and see whether the text is there.
screened-why = We look for personal numbers, telephone numbers and e-mail addresses because it is hard to take them back once they have been shown.
screened-go-back = Go back and correct the text where it was written.
screened-back = Go back
done-held = Thank you. A colleague looks at it before it is shown. You will hear from us.
done-held-nameless = Thank you. A colleague will look at it before it is shown. Come back later and see whether the text is there.
error-held-decided = Somebody else has already decided. There is nothing more to do here.
error-held-decided-title = It has been decided
error-too-large = What you sent is too large. Make it shorter, or divide it.
error-too-large-title = It is too large

# The title of a page with errors
error-prefix = Error:

# A colleague looks at it
guard-admin-held = Look at texts that wait
guard-admin-held-hint = Texts that may hold a personal number, a telephone number or an e-mail address.
guard-admin-allowed = Choose the municipality's own numbers and addresses
guard-admin-allowed-hint = Telephone numbers and e-mail addresses that may always be shown.
guard-waiting = { $n ->
    [one] 1 text waits
   *[other] { $n } texts wait
}
guard-todo = { $n ->
    [one] Look at a text before it is shown
   *[other] Look at { $n } texts before they are shown
}
guard-todo-detail = Somebody has asked for one more look, because it may hold personal details.
guard-todo-button = Look
guard-list-title = Texts that wait for somebody to look
guard-list-lead = Somebody has asked a colleague to look at a text before it is shown. Nobody has seen it yet.
guard-list-empty = Nothing waits
guard-list-empty-text = When somebody asks for a second look at a text, it is listed here, and you are told.
guard-list-note = Nobody can let their own text through. What nobody has looked at after 30 days is deleted.
guard-col-what = What
guard-col-who = Who wrote it
guard-col-where = Where
guard-col-when = When
guard-looks-like = Something that looks like { $what }
guard-own = Your own: somebody else must look
guard-no-account = Without an account
guard-look-title = Look at a text
guard-look-lead = { $who } wants to show this text in { $space }. May everybody who can see the shared task read what is marked?
guard-look-lead-stranger = Somebody without an account wants to show this text in { $space }. May everybody who can see the shared task read what is marked?
guard-look-text = This is what it says
guard-look-note = That you have seen the text is written down, so that the author can see it. The text is deleted when you have chosen, and by { $date } at the latest.
guard-look-note-stranger = The author has no account and cannot be told. The text is deleted when you have chosen, at the latest on { $date }.
guard-decision = What should happen?
guard-decision-hint = A personal number must never be shown. A telephone number may be all right if its owner has agreed.
guard-decision-through = Let it through: the text is shown as it is
guard-decision-back = Send it back: the text is not shown
guard-decision-stop = Stop it: the text will not be shown
guard-reason = Why do you send it back?
guard-reason-hint = The author gets your reason. Write here only if you send the text back.
guard-decide = Save the choice
guard-cannot = The text cannot be shown any more. Perhaps something has changed meanwhile. You can send it back.
guard-failed = Something went wrong on our side, and the text is not shown. Try again in a moment.
done-held-through = You have let the text through, and its author is told.
done-held-back = The text is sent back, and its author is told.
done-held-shown = You have let the text through. Its author has no account and cannot be told.
done-held-stopped = The text will not be shown. Its author has no account and cannot be told.
guard-allowed-title = The municipality's own numbers and addresses
guard-allowed-lead = Everybody may see them. So we do not ask when they stand in a text.
guard-allowed-lines = Numbers and addresses
guard-allowed-hint = One on each line. For example 70 10 20 30 or post@kommune.dk. Write @kommune.dk if every address there may be shown.
guard-allowed-save = Save
guard-allowed-unknown = “{ $line }” is neither a telephone number, nor an e-mail address, nor @ and a domain. Correct the line, or delete it.
guard-allowed-cpr = “{ $line }” looks like a personal number. It must never be shown. Delete the line.
done-allowed = The list is saved.
verb-guard-let-through = { $who } looked at a text and let it through although something in it looks like { $screened }
verb-guard-send-back = { $who } looked at a text and sent it back because something in it looks like { $screened }
verb-guard-allow = { $who } changed the list of the municipality's own numbers and addresses
reading-held = A text of yours that waited to be shown
personal-held = Texts you asked a colleague to look at
personal-held-helper = Texts you wrote for others that a colleague was to look at
personal-held-decided = Texts you looked at for others
mail-held-subject = A text waits for you
mail-held-body = Somebody would like to show a text in “{ $space }”. It may hold personal details. Would you look at it?
mail-held-action = Look at the text
mail-held-through-subject = Your text has been let through
mail-held-through-body = A colleague has looked at your text in “{ $space }” and let it through.
mail-held-through-action = See it
mail-held-back-subject = Your text was not shown
mail-held-back-body = A colleague has looked at your text in “{ $space }” and sends it back. The reason is: { $reason }
mail-held-back-action = Write it again

# Help with giving a text form
rich-help = How to write
rich-help-heading = # in front of a line makes it a heading.
rich-help-list = - in front of each line makes a list. 1. in front makes it numbered.
rich-help-strong = **two stars** around a word make it bold. *One star* makes it italic.
rich-help-link = [the words](https://address.dk) makes a link.
rich-help-paragraph = An empty line starts a new paragraph.
