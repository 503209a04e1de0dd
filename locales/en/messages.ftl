# Messages: what is written in mails, letters and text messages, and the pages about them.

mail-hello-nameless = Hello
mail-why = You get this mail because you take part in something here. On your page you can see what.
mail-why-direct = You get this mail because somebody has written to you in particular through the municipality’s site.
mail-why-own = You get this mail because it is about you and your page at the municipality.
mail-leave = Get fewer mails, or turn them off
mail-moment = { $date } at { $time }
mail-test-subject = Test: messages arrive
mail-test-body = You asked for a test. If you can read this, it works.
mail-test-action = See what is being sent
digest-intro = Here are { $n } pieces of news for you, the newest first.
digest-intro-more = There are { $n } pieces of news for you. Here are the { $shown } newest. The rest is on your page.
digest-subject = { $n } pieces of news from { $from }
digest-and = { $one } and { $other }

# Fewer mails
less-title = How much do you want to hear?
less-lead = It is up to you. You can always change your mind.
less-space = Only this: { $space }
less-space-detail = You will not hear from here any more. You are still part of it.
less-space-button = Turn off
less-important = Only what is urgent
less-important-detail = You only hear from us when something happens within two days, or somebody awaits your answer.
less-important-button = Only what matters
less-everything = No mails
less-everything-detail = You only get codes for signing in, and invitations sent to you by name.
less-address-detail = We will not write to this address any more. You can still get a code when you want to sign in.
less-everything-button = Turn everything off
less-is-space = You get no more mail about { $space }.
less-is-important = You only get mail about what is urgent.
less-is-everything = You get no more mails from us.
less-undo = Undo
less-more = When you have signed in you can see all messages to you:
less-done = You will get no more of these mails.
done-less-chosen = Done.
done-less-undone = Undone. You will hear from us again.

# The outbox
admin-messages = See whether messages arrive
admin-messages-hint = What waits, was sent, or did not get through. Send again, or try it yourself.
admin-post = Print letters
admin-post-hint = For those who want letters.
admin-calls = Call those who want to be called
admin-calls-hint = Who, and what they should know.
outbox-title = Messages
outbox-lead = Everything that is on its way to somebody, and whether it got there.
outbox-no-mail = No mail server is set up.
outbox-no-mail-cure = Mails wait here, also codes for signing in. Whoever runs the program must write the municipality's mail server in the settings under [mail].
outbox-no-mail-short = Mail is not set up
outbox-failed = { $n ->
    [one] { $n } message did not get through.
   *[other] { $n } messages did not get through.
}
outbox-failed-cure = See why, and send them again once it is put right.
outbox-failed-short = { $n ->
    [one] { $n } did not get through
   *[other] { $n } did not get through
}
outbox-see-failed = See them
outbox-resend-all = Send all again
outbox-waiting = On the way
outbox-oldest = the oldest from { $when }
outbox-sent-day = Sent in the last day
outbox-sent-hour = { $n } in the last hour
outbox-notices = Collected for later
outbox-notices-detail = { $n ->
    [one] piece of news that comes in one mail with others
   *[other] pieces of news that come in one mail
}
outbox-unreached = Addresses that say no
outbox-lost = { $n ->
    [one] { $n } piece of news in 30 days had no way to go
   *[other] { $n } pieces of news in 30 days had no way to go
}
outbox-filter = Choose what to see
outbox-all = All
outbox-all-ways = All ways
outbox-state-waiting = Waiting
outbox-state-sent = Sent
outbox-state-failed = Did not get through
outbox-state-stopped = Stopped
outbox-way-mail = Mail
outbox-way-text = Text message
outbox-way-letter = Letter
outbox-way-phone = Call
outbox-empty = There are none
outbox-empty-text = When something is sent, it stands here.
outbox-what = What
outbox-to = To
outbox-when = When
outbox-state = Status
outbox-older = See older
outbox-test = Try whether it works
outbox-test-detail = We send a short message to yourself.
outbox-test-mail = Send me a mail
outbox-test-text = Send me a text message
outbox-no-text = Text messages are not set up. Whoever wants them gets mail instead.
message-secret = Only for the recipient
message-secret-why = Codes for signing in and other private messages are not shown to others.
message-emptied = The text has been removed. It is only kept for a time.
message-link-hidden = The link is for the recipient only and is not shown here.
message-tries = Tries
message-next-try = We try again: { $when }.
message-answer = See what the server answered
message-resend = Send again
message-stop = Do not send it
message-read-noted = The recipient can see on their own page that you have read the message.
message-error-address = The recipient's mail server does not know the address.
message-error-full = The recipient's mailbox is full.
message-error-account = The municipality's mail server does not accept our user name or password.
message-error-tls = We cannot get a secure connection to the server.
message-error-server = We cannot reach the server.
message-error-later = The recipient's server wants us to try later.
message-error-gateway = The text message service did not take the message.
message-error-other = The server answered something we do not know.
reading-message = A message to you
done-message-again = The message is sent again.
done-messages-again = The messages are sent again.
done-message-stopped = The message will not be sent.
done-message-test = The test is on its way. Here you can see whether it left.
done-message-test-waits = The test waits. Mail has not been set up yet, so it cannot leave.
error-message-gone = It has been done already. Somebody else may have been quicker. Look at the list again.
error-message-gone-title = It has been done already
error-no-address = We do not have that address or number of yours. Write it on your own page first.
error-no-address-title = An address is missing
verb-messages-resend = { $who } sent messages again: { $n }
verb-messages-stop = { $who } stopped a message
verb-messages-print = { $who } printed letters: { $n }

# Letters
post-title = Letters
post-lead = For those who chose letters. They are collected every Monday. What is urgent comes at once.
post-print = { $n ->
    [one] Print { $n } letter
   *[other] Print { $n } letters
}
post-mark = They are printed
post-hint = Each letter takes one page. The address fits an envelope with a window on the left. Press “They are printed” once they are sent.
post-empty = There are no letters
post-empty-text = When there is news for somebody who wants letters, it lies here.
post-printed = Printed before
post-week = Week { $number }, { $year }
post-to-waiting = See those that wait
post-count = { $n ->
    [one] { $n } letter
   *[other] { $n } letters
}
post-read-more = Read more at { $address }. You can also get help at the library or the citizen service.
post-other-way = Would you rather be called, or get mail? Tell the municipality.
post-waiting-short = { $n ->
    [one] { $n } letter waits
   *[other] { $n } letters wait
}
done-post-printed = The letters are noted as sent.

# Calls
calls-title = Call
calls-lead = They chose to be called. Tell them what is new, and write what they answered.
calls-empty = There is nobody to call
calls-empty-text = When there is news for somebody who wants to be called, they stand here.
calls-number = Tel. { $number }
calls-helper = { $helper } helps and passes it on.
calls-helper-number = { $helper } helps and passes it on. Tel. { $number }
calls-note = Note
calls-note-hint = For example: would like to come on Tuesday
calls-told = I have told it
calls-made = Called lately
calls-made-line = { $teller } told { $person }
calls-waiting-short = { $n ->
    [one] { $n } waits for a call
   *[other] { $n } wait for a call
}
own-calls-title = Pass it on
own-calls-lead = You help somebody to keep up. Tell them what is new.
own-calls-empty = When there is news for those you help, it stands here.
done-told = Thank you. It is noted.

# Messages to me
account-messages = Messages to you
account-messages-hint = Everything we told you, and what you turned off.
own-rhythm-daily = You get at most one message a day with everything in it.
own-rhythm-at-once = You hear at once.
own-rhythm-weekly = You get one message a week with everything in it, on Mondays.
own-rhythm-important = You only hear of what is urgent.
own-contact-mail = It comes as mail.
own-contact-text = It comes as a text message.
own-contact-letter = It comes as a letter.
own-contact-phone = You are called.
own-change = Change how often and how
own-muted = Turned off
own-muted-all = All mails
own-hear-again = Turn on again
own-told = What we told you
own-told-empty = There is nothing yet.
own-sent = Sent
own-sent-mail = Sent as mail
own-sent-text = Sent as a text message
own-sent-letter = Sent as a letter
own-sent-phone = Told on the phone
own-unwanted = Turned off
own-unreachable = No way to go
own-waiting = Comes later
unreached-mail = We cannot reach you by mail.
unreached-text = We cannot reach you by text message.
unreached-since = The last message came back ({ $when }). Put your address or number right, and it works again.
done-hear-again = You will hear from us again.

# What is stored about you
stored-told = Messages to you
stored-digest = When you last got a message with everything in it
stored-mute = What you do not want to hear of
stored-unreached = Addresses where we cannot reach you
stored-call = Calls that are yours to make
stored-done = Letters and calls you took care of

# The demonstration's mailbox
mailbox-html = What the mail looks like
mailbox-plain = The text
mailbox-way = Way
mailbox-letter-text = A letter is printed by the municipality. See it under Administration, Letters.
