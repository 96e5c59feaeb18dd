# The follow-up after a course.
follow-up-section = Follow-up
follow-up-title = Did you do what you promised?
follow-up-lead = You finished “{ $cohort }” on { $day }.
follow-up-your-words = Your commitment, in your own words
follow-up-no-commitment = You wrote no commitment in this course. Think of one thing that you wanted to change, and answer for that.
follow-up-round-30 = After 30 days
follow-up-round-90 = After 90 days
follow-up-did-you = Did you do it?
answer-yes = Yes
answer-partly = Partly
answer-no = No
follow-up-evidence = What shows it
follow-up-evidence-hint = A sentence or a link is enough. Name no students.
follow-up-barrier = What stood in the way
follow-up-barrier-text = The same in your words
barrier-none = Nothing
barrier-time = Too little time
barrier-no_support = No support
barrier-rules_of_others = A rule that others decide
barrier-students = The students
barrier-other = Something else
follow-up-who-sees = Only you can read this. Your trainers, leads and coordinators see how many people answered yes, partly or no, and what stood in the way of five or more.
follow-up-only-you = Only you can see this part.
follow-up-save = Save answer
follow-up-change = Change answer
follow-up-saved = Your answer is saved.
follow-up-earlier = What you answered before
follow-up-next = The next question comes on { $day }.
follow-up-answer = Answer
follow-up-done = You have answered the follow-up of “{ $cohort }”.
follow-up-look = See or change your answer
problem-follow_up_closed = This question is closed. The one that can be answered now stands below.
problem-follow_up_elsewhere = You saved another answer at the same moment. Check both, then save again.
problem-follow_up_other = Write a few words about it.
follow-up-nobody-asked = Nobody has been asked yet.
follow-up-asked = Asked { $asked }, { $answered }
follow-up-answered = answered { $answered }: { $yes } yes, { $partly } partly, { $no } no
rule-follow-up = Whoever finished is asked 30 and 90 days later whether they did what they promised. The newest answer counts. “Yes” or “partly” after 90 days means applied.
follow-up-programme = Follow-up in the programme
follow-up-programme-lead = What colleagues answered 30 and 90 days after they finished.

# What somebody's roles give them to see to.
digest-title = This week
digest-lead = What waits for you, as it is now.
digest-since = quiet since { $when }
digest-help = Colleagues who need help
digest-help-none = Nobody needs help now.
digest-sessions = Sessions in the next seven days
digest-sessions-none = No session is planned for the next seven days.
digest-registers = Sessions without attendance
digest-registers-none = The attendance of every session is recorded.
digest-silent = Silent trainers
digest-silent-none = No trainer is silent.
digest-stalled = Cohorts that stand still
digest-stalled-none = No cohort stands still.
digest-stalled-since = { $count ->
    [one] { $count } person has not finished; last activity: { $when }
   *[other] { $count } people have not finished; last activity: { $when }
}
digest-target = { $missing ->
    [0] { $finished } finished. The minimum is reached.
   *[other] { $finished } finished, { $missing } to go to the minimum.
}
digest-programme = { $behind ->
    [one] { $behind } institution is below its minimum; trainers who have not begun: { $silent }.
   *[other] { $behind } institutions are below their minimum; with trainers who have not begun: { $silent }.
}
digest-behind = Institutions behind
digest-behind-none = No institution is below its minimum.

# What the installation does by itself.
jobs-title = Automatic letters
jobs-lead = Reminders are written every morning, digests every Monday. What fails is tried again up to eight times.
jobs-empty-title = Nothing done yet
jobs-empty = The first reminders are written tomorrow morning.
jobs-what = What
jobs-letters = Letters
jobs-letters-given-up = { $count ->
    [one] { $count } letter was given up. See why.
   *[other] { $count } letters were given up. See why.
}
job-waiting = waiting
job-running = under way
job-done = done
job-failed = given up
job-waits-again = It waits for another try.
errand-joining = Reminders to people who never came in
errand-quiet = Reminders to people who stopped
errand-session-ahead = Reminders of sessions
errand-follow-up = Follow-up
errand-digest-trainer = Digest for trainers
errand-digest-lead = Digest for leads
errand-digest-coordinator = Digest for coordinators
