# What a cohort hands in, and what its trainers say about it.
reviews-title = To review
reviews-lead = What your cohort handed in, the oldest first. Each text is reviewed once, by one trainer.
reviews-which = Which texts
review-state-waiting = Waits for a trainer
review-state-returned = Returned
review-state-accepted = Accepted
review-level-0 = 0 of 3: not there yet
review-level-1 = 1 of 3: a beginning
review-level-2 = 2 of 3: does what was asked for
review-level-3 = 3 of 3: does more than was asked for
review-open-question = Open question
reviews-none-waiting = Nothing waits for you
reviews-none-returned = Nothing is returned now
reviews-none-accepted = Nothing is accepted yet
reviews-none-what = Open answers and activities appear here when colleagues hand them in.
review-who = Who
review-what = What
review-when = Handed in
review-version = Version
review-by = { $name } · { $level }
review-title = Text by { $name }
review-asked = What was asked for
review-guidance = For your judgement
review-handed-in = Version { $version }, handed in { $when }
review-decide = Your review
review-level = How far does it do what was asked for?
review-feedback = Feedback
review-feedback-hint = The learner reads it. Say what is good, and what one change would help. Needed when you return the text.
review-stands = A review stands: it cannot be changed. A returned text can be handed in again.
review-accept = Accept
review-return = Return with feedback
review-result = The review
review-signed = { $name }, { $when }
review-yours-not-kept = What you wrote; it was not kept
review-older = This is an older version. Only the newest one is reviewed.
review-to-newest = Read the newest version
review-earlier = Earlier versions
review-accepted = The text is accepted. The learner sees it in the unit.
review-returned = The text is returned with your feedback. The learner sees it on the start page.
review-of-earlier = About an earlier text:
review-hand-in-again = Change your text and hand it in again.
review-your-text = Your text
came-back-title = Back to you
came-back-what = A trainer has read these and asks for a change.
activity-trainers-read = The trainers of your cohort read it and answer.
activity-only-you-read = Only you can read this. You will see it again when we ask what became of it.
answer-not-handed-in = Not handed in yet.
answer-changed-since = Changed since you handed it in.
problem-handed-in-accepted = A trainer has accepted your earlier text. It stands.
problem-review-level = Choose one of the four.
problem-review-feedback = Write what should change before you return the text.
problem-review-newer = The learner has handed in a newer text in the meantime: this one. Your review was not kept; what you wrote is still here.
problem-review-already = { $name } has reviewed this text already. Your review was not kept.
reviews-count = { $count ->
    [one] { $count } text
   *[other] { $count } texts
}
reviews-waiting = { $count ->
    [0] Nothing waits for your review
    [one] { $count } text waits for your review
   *[other] { $count } texts wait for your review
}
