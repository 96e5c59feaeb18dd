place-letters = Letters
email = E-mail
password = Password
password-new = New password
password-hint = At least 10 characters. Several words are easy to remember and hard to guess.
sign-out = Sign out
sign-in-forgot = I forgot my password
sign-in-have-code = I have a code on paper

role-trainer = trainer
role-lead = institution lead
role-coordinator = coordinator
role-partner_trainer = partner trainer
role-author = author
role-observer = observer
role-recogniser = recogniser
role-learner = learner

problem-sign_in_wrong = This address and password do not belong together.
problem-password_short = Use at least { $shortest } characters.
problem-password_long = Use at most { $longest } characters.
problem-password_is_address = Do not use your e-mail address in it.
problem-password_common = This is one of the commonest passwords. Use other words.
problem-password_wrong = This is not your present password.
problem-no_name = Write the name.
problem-name_too_long = Use at most 300 characters.
problem-control_characters = This text was damaged when it was copied. Type it instead.
problem-lost_characters = Some letters were lost in an earlier copy. Type them again.
problem-no_letters = A name has letters.
problem-address_no_sign = Write the address as name@example.org.
problem-address_several_signs = Write one address only.
problem-address_bad_local_part = The part before the @ has a character that e-mail does not carry.
problem-address_bad_domain = The part after the @ is not complete: write it as name@example.org.
problem-address_too_long = This address is too long to be real.
problem-address_of_somebody_else = This address belongs to another account.
problem-address_last = Keep one confirmed address: a new password is sent there.
problem-addresses_many = You have eight addresses. Remove one first.
problem-no_mail_server = This site sends no mail. Ask your trainer to enrol you with the new address.
problem-role_held = This person holds the role already.
problem-reset_address = Write the address as name@example.org.
problem-reset_code_wrong = This address and code do not belong together, or the code was used or is older than a day.
problem-code_unknown = This code opens nothing. Check each sign; if it is right, ask your trainer for a new one.
problem-title_missing = Write the programme's name.
problem-text_long = Use at most { $longest } characters.
problem-day = Write the day as 2026-11-14.
problem-ends_before_start = The last day comes after the first.

setup-title = Set up your programme
setup-what = You become the first coordinator. Everything here can be changed later.
setup-you = You
setup-field-name = Your name
setup-field-name-hint = As you write it yourself, in any script.
setup-field-email = Your e-mail
setup-programme = The programme
setup-field-title = Name of the programme
setup-field-reference = Reference (optional)
setup-field-reference-hint = The funder's number, such as 610429-EPP-1-2019-1-AL-EPPKA2-CBHE-JP.
setup-field-starts-on = First day
setup-field-ends-on = Last day (optional)
setup-field-ends-on-hint = Leave it empty while none is agreed.
setup-field-funding-line = The funder's sentence (optional)
setup-field-funding-line-hint = It stands at the foot of every page, such as “Funded by the European Union”.
setup-create = Create the programme
setup-closed-title = This address opens nothing
setup-closed-what = It was used, or is older than 24 hours. Whoever runs the server makes a new one with “kaskada setup-link”.

invitation-title = Join { $place }
invitation-for = For { $name }
invitation-to-cohort = { $inviter } invites you to the cohort “{ $cohort }” at { $institution }.
invitation-to-role = { $scope ->
    [none] { $inviter } asks you to be { $role }.
   *[some] { $inviter } asks you to be { $role }: { $place }.
}
invitation-to-address = You asked to add { $address } to your account.
invitation-accept = Accept
invitation-accept-first = Set password and join
invitation-accepted = Done. Welcome.
invitation-sign-in-first = You have an account already. Sign in, then accept.
invitation-somebody-else = You are signed in as { $name }, and this invitation is for somebody else. Sign out, then open it again.
invitation-unknown-title = This link opens nothing
invitation-unknown-what = A newer invitation may have replaced it, or a part of the address is missing. If you have a password, sign in. Otherwise ask your trainer for a new invitation.
invitation-used-title = This invitation was accepted already
invitation-used-what = Sign in with the password that was set then. If it was not you, tell your trainer.
invitation-revoked-title = This invitation was taken back
invitation-revoked-what = If that surprises you, ask your trainer.
invitation-expired-title = This invitation is too old
invitation-expired-what = Ask your trainer to send it again. If you have a password, sign in.
invitation-taken-back = The invitation was taken back. Its link and code open nothing now.
invitations-sent = { $count ->
    [0] Nobody is waiting for an invitation.
    [one] One invitation is on its way.
   *[other] { $count } invitations are on their way.
}

join-title = Join with a code
join-what = Type the code from your slip.
join-code = Code
join-code-hint = Eight signs, such as KQ7F-2M9X. Capitals and dashes do not matter.
join-continue = Continue

reset-title = Forgot your password?
reset-what = We send you a link that sets a new one. It works for 24 hours.
reset-send = Send the link
reset-sent = If an account has this address, a link is on its way to it. Look into the spam folder, too.
reset-or-code = No mail? Your institution's lead or the coordinator can give you a code.
reset-only-code = This site sends no mail. Your institution's lead or the coordinator can give you a code that sets a new password.
reset-have-code = I have a code
reset-new-title = Set a new password
reset-code = Code
reset-set = Set the password
reset-done = Your new password is set, and every browser was signed out. Sign in with it.
reset-closed-title = This link sets no password any more
reset-closed-what = It was used, or is older than 24 hours. Ask for a new one.
reset-code-title = A new password for { $name }
reset-code-what = You get a code to hand over in person. It works once, for 24 hours, and an earlier code stops working. You never see the password.
reset-code-make = Make the code
reset-code-how = Hand it over in person. It is shown only now. They open { $place } and type it with their e-mail address.

account-title = Your account
account-you = You
account-name = Name
account-name-hint = It stands so on lists and certificates.
account-name-save = Save name
account-name-saved = Your name is saved.
account-language = Language
account-language-hint = For pages and letters.
account-language-save = Use this language
account-addresses = E-mail addresses
account-addresses-what = You can sign in with each of them. Letters go to the newest.
address-state = State
address-change = Change
address-confirmed = confirmed
address-added = added by somebody else
address-confirm = This is mine
address-confirm-done = The address is confirmed.
address-remove = Remove
address-removed = The address is removed.
address-new = Another address
address-new-hint = We send a link there. Open it in this browser to add the address.
address-send-link = Send the link
address-link-sent = A link is on its way. It works for 24 hours.
account-password = Password
account-password-present = Present password
account-password-save = Change password
account-password-saved = Your password is changed. Your other browsers were signed out.
account-browsers = Signed-in browsers
account-browsers-what = End the ones you do not know or do not use any more.
browser = Browser
browser-seen = Last seen
browser-change = Change
browser-this = This browser
browser-end = End
browser-end-others = Sign out everywhere else
browser-ended = Done. It must sign in again.
browser-on-machine = { $browser } on { $machine }
browser-unknown = Unknown browser
account-kept-title = What is kept about you
account-kept = Your name, addresses and roles; your gender, if you stated it; where you work and since when; the cohorts you are in, your attendance, answers and certificates; and which browsers are signed in. Your reflections can be read by nobody but you.

outbox-title = Letters
outbox-mail = Letters go out by themselves within a minute.
outbox-no-mail = This site sends no mail. Copy the letters into your own mail program, or print slips for your cohort.
outbox-states = Which letters
outbox-waiting = Waiting
outbox-failed = Given up
outbox-sent = Sent
outbox-waiting-empty = No letter is waiting.
outbox-failed-empty = No letter was given up.
outbox-sent-empty = No letter was sent yet.
outbox-count = { $count ->
    [one] One letter
   *[other] { $count } letters
}
outbox-to = To
outbox-kind = What
outbox-kind-invitation = invitation to a cohort
outbox-kind-role = invitation to a role
outbox-kind-reset = new password
outbox-kind-reminder = reminder
outbox-kind-address = further address
outbox-since = Since
outbox-happened = What happened
outbox-do = Do
outbox-resend = Send again
outbox-take-back = Take back
outbox-not-tried = not tried yet
outbox-tried = { $count ->
    [one] tried once
   *[other] tried { $count } times
}
outbox-try-again = Try again
outbox-waits-again = The letter waits for another try.
outbox-newer = Newer
outbox-older = Older
outbox-pages = Pages
outbox-copy = Show the letters to copy
outbox-copy-title = Letters to copy
outbox-copy-what = Each link was made just now and is shown only here. Links that you copied earlier stop working.
outbox-copy-next = Show the next letters
outbox-mark = { $count ->
    [one] I have sent this letter
   *[other] I have sent these { $count } letters
}
outbox-marked = { $count ->
    [one] One letter is marked as sent.
   *[other] { $count } letters are marked as sent.
}
outbox-by-hand = sent by hand

slips-title = Slips with codes
slips-waiting = { $count ->
    [0] Everybody in this cohort can sign in already.
    [one] One colleague cannot sign in yet.
   *[other] { $count } colleagues cannot sign in yet.
}
slips-what = Each of them gets a slip with a code that works for 60 days. Print the page, cut it and hand the slips out. Whoever types the code sets a password of their own.
slips-replaced = { $count ->
    [one] One of them has a code already. It stops working when you make new slips.
   *[other] { $count } of them have a code already. These stop working when you make new slips.
}
slips-make = { $count ->
    [one] Make one slip
   *[other] Make { $count } slips
}
slips-made = { $count ->
    [one] One slip. Print this page now: the code is shown only once.
   *[other] { $count } slips. Print this page now: the codes are shown only once.
}
slip-how = Open { $place } and type the code.

remind = Remind
remind-sent = A reminder is on its way.
problem-remind_no_address = There is no address to send it to. Tell them yourself.
problem-remind_not_joined = They have not joined yet. Send the invitation again instead.
outbox-kind-joining = reminder to join
outbox-kind-quiet = reminder to go on
outbox-kind-session-ahead = reminder of a session
outbox-kind-follow-up = follow-up
outbox-kind-nudge = reminder to a trainer
outbox-kind-digest-trainer = digest for a trainer
outbox-kind-digest-lead = digest for a lead
outbox-kind-digest-coordinator = digest for a coordinator
outbox-groups = What kind of letters
outbox-group-all = All
outbox-group-invitations = Invitations
outbox-group-reminders = Reminders
outbox-group-digests = Digests
problem-remind_refused = This person wants no reminders. Speak to them yourself.
problem-nudge_not_silent = This trainer has delivered or planned a session, or began lately.
problem-nudge_lately = This trainer was reminded in the last seven days.
account-letters = Reminders and digests
account-letters-wanted = You get reminders of your courses and sessions, and weekly digests of your roles. Invitations, changes of sessions and letters about your password come in any case.
account-letters-refused = You get no reminders and no digests. Invitations, changes of sessions and letters about your password come in any case.
account-letters-stop = Stop reminders and digests
account-letters-want = Get reminders and digests again
letters-refused = You get no more reminders and digests.
letters-wanted = You get reminders and digests again.
letters-stop-title = No more reminders?
letters-stop-what = Press the button, and you get no more reminders and digests. Invitations, changes of sessions and letters about your password come in any case.
letters-stop = Stop reminders and digests
letters-stopped-title = No more reminders
letters-stopped = You get no more reminders and digests. To get them again, sign in and open your account.
letters-unknown-title = This link is not known
letters-unknown = Perhaps it is incomplete. You can stop reminders on your account page as well.
outbox-kind-session-planned = session planned
outbox-kind-session-changed = session changed
outbox-kind-session-cancelled = session cancelled
outbox-kind-session-again = session planned again
outbox-kind-session-handed = session handed over
outbox-kind-session-left = session given away
outbox-group-sessions = Sessions
outbox-calendar = Calendar file
outbox-calendar-what = Attach the calendar file to this letter in your own mail program. Opening it puts the session into the calendar or moves it there.
gender-female = female
gender-male = male
gender-other = other
gender-not-stated = not stated
account-gender = For the funder’s count
account-gender-label = Gender (optional)
account-gender-hint = It is used for one thing: to count participants in reports to the funder. It is never shown with your name, and only you can change it.
account-gender-save = Save
account-gender-saved = Saved.
