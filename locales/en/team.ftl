team-tab = Team
team-title = The team
team-lead = These are the people who solve the task together.
team-count = { $n ->
    [one] One person is on it.
   *[other] { $n } people are on it.
}
team-empty-title = The team has not been gathered yet
team-empty = The team are those who solve the task together. They are invited one by one, and they are free to say yes or no.
team-waiting-title = Waiting for an answer
team-waiting = { $n ->
    [one] One has not answered yet
   *[other] { $n } have not answered yet
}
team-sent = Sent { $date } by { $name }
team-send-again = Send again
team-withdraw = Withdraw

# Inviting
team-invite = Invite
team-invite-title = Invite to the team
team-invite-lead = The person you invite gets an e-mail with a link and can answer yes or no. It is voluntary, and there is no password.
team-role = Role
team-role-hint = The role decides what one can do here.
team-choose = Choose
team-choose-role = Choose a role.
team-choose-person = Choose who is to have the role.
team-one = One at a time
team-name = Name
team-email = E-mail address
team-many = Several at once
team-list = Paste a list
team-list-hint = One on each line: name and e-mail address. For example: Ida Hansen, ida@example.dk. You can paste straight from a spreadsheet. Everyone gets the role you chose.
team-send = Send invitation
team-line-no-email = Line { $line }: we cannot find an e-mail address for “{ $text }”. Write for example: Ida Hansen, ida@example.dk
team-line-email = Line { $line }: “{ $text }” is not an e-mail address. Write it like name@example.dk.
team-line-no-name = Line { $line }: { $text } has no name. Write for example: Ida Hansen, ida@example.dk
team-line-long-name = Line { $line }: the name “{ $text }” is too long. There is room for 80 characters.
team-line-twice = Line { $line }: { $text } is there twice. Delete one of them.
team-line-has-role = Line { $line }: { $text } already has that role. Delete the line.

# Giving one more role
team-give = Give one more role
team-give-title = Give someone on the team one more role
team-give-lead = For example a citizen who is also to be facilitator. We send an e-mail about it.
team-give-button = Give the role
team-person = Who?

# Leaving
team-leave = Leave the team
team-leave-title = Do you want to leave the team?
team-leave-lead = It is quite all right to stop. What you have written and promised stays, and you can be invited again.
team-leave-which = Which role do you want to leave?
team-leave-role = You will no longer be: { $role }
team-leave-button = Yes, leave the team

# Being invited
team-invitation-title = Will you join { $space }?
team-invitation-to = Invitation to { $name }
team-inviter = Invited by
team-voluntary = Taking part is voluntary, and you can stop whenever you like. If you say yes, your name is shown on the team.
team-read-frame = Read the frame before you answer
team-yes = Yes, I would like to join
team-no = No, thank you
team-signs-in = When you say yes, you are signed in as { $name }.
team-expired-title = The link is too old
team-expired = An invitation is good for { $n } days. We can send a new link to the same e-mail address.
team-expired-ask = Send me a new link
team-renewed-title = Look in your mail
team-renewed = If the invitation is still open, we have sent a new link to the address it was first sent to.
verb-team-renew = An invitation was sent again because its link was too old
team-unknown-title = We do not know that invitation
team-unknown = Perhaps a part of the link is missing, or you have had a newer e-mail. Use the link in the newest one. If that does not help, ask the person who invited you.
team-accepted-title = You have already said yes
team-accepted = The link can only be used once. Sign in with the e-mail address the invitation was sent to, and you are in.
team-declined-title = You said no, thank you
team-declined = Thank you for answering. If you change your mind, ask the person who invited you to send the invitation again.
team-withdrawn-title = The invitation has been withdrawn
team-withdrawn = It is no longer valid. Ask the person who invited you if you would still like to join.
team-mine-invited = Role: { $role }. Invited by { $inviter }.
team-mine-answer = Answer

# When it cannot be done
team-last-secretary-title = There must be a secretary
team-last-secretary = You are the only secretary. Give the role to someone else on the team first, and then you can leave.
team-invitation-answered-title = The invitation has already been answered
team-invitation-answered = Somebody answered it or withdrew it while you were looking. Load the team's page again to see how it stands.
team-has-role-title = The role has already been given
team-has-role = This person already has that role.

# On the space's page
team-fact-none = Nobody invited yet
team-fact-invited = { $n ->
    [one] One invited
   *[other] { $n } invited
}
team-fact-all = { $n } on the team
team-fact-citizens = { $n ->
    [one] 1 citizen
   *[other] { $n } citizens
}
team-fact-politicians = { $n ->
    [one] 1 politician
   *[other] { $n } politicians
}
team-todo-invite = Invite the team
team-todo-invite-detail = Who is to solve the task together? You can invite several at once.
team-todo-invite-button = Invite
team-todo-see = See the team

# Roles as the activity shows them
role-secretary = Secretary
role-facilitator = Facilitator
role-chair = Chair
role-member = Member
role-politician = Politician
role-council = The one who answers
role-doer = Doer
role-counterpart = Municipal counterpart
role-board = Member of the board
role-treasurer = Treasurer
role-volunteer = Volunteer

done-invited = The invitation has been sent. This page shows who has not answered yet.
done-withdrawn = The invitation has been withdrawn.
done-accepted = Welcome to the team. The first thing you can do is to read the frame.
done-left = You have left the role. Thank you for what you gave.
done-role = The role has been given.
verb-team-invite = { $who } invited someone to the role “{ $role }”
verb-team-accept = { $who } said yes to the role “{ $role }”
verb-team-decline = { $who } said no, thank you, to the role “{ $role }”
verb-team-withdraw = { $who } withdrew an invitation to the role “{ $role }”
verb-team-leave = { $who } left the role “{ $role }”
verb-team-give = { $who } gave someone on the team one more role: “{ $role }”
mail-invitation-subject = { $space }: will you join?
mail-invitation-body = { $inviter } invites you to join “{ $space }”.

    Your role: { $role }

    Taking part is voluntary. Use the link to read more and to answer yes or no. The link is for you only, so please do not pass it on.
mail-invitation-action = See the invitation and answer
mail-team-role-subject = { $space }: you have been given one more role
mail-team-role-body = You are on the team of “{ $space }” and now also have this role: { $role }

    If you do not want it, you can leave it on the team's page.
mail-team-role-action = See the team
