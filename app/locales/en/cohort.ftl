# Cohorts: the list, one cohort with its roster, sessions and history.
name = Name
address = E-mail
actions = What you can do
nothing-yet = nothing yet
go-back = Go back

cohorts-lead = Each cohort is a group of colleagues and the trainers who take them through a course.
cohorts-count = { $count ->
    [one] { $count } cohort, newest first
   *[other] { $count } cohorts, newest first
}
my-cohorts-none = No cohorts yet
my-cohorts-none-what = Your cohorts will be listed here, each with how many have started and finished.
cohort = Cohort
cohort-people = Colleagues
cohort-started = Started
cohort-finished = Finished

cohort-create = Create a cohort
cohort-create-lead = First the group; then you paste the names.
cohort-created = The cohort is there. Now enrol your colleagues.
cohort-title = Title
cohort-title-hint = Such as “Spring 2027, Faculty of Economy”. Colleagues see it in their invitation.
cohort-course = Course
cohort-mode = How it learns
cohort-mode-sessions = In sessions
cohort-mode-sessions-what = You meet, and record who was there: whoever attends was trained by you.
cohort-mode-self_paced = At their own pace
cohort-mode-self_paced-what = Everybody learns alone: whoever completes the course was trained by the cohort's trainers.
cohort-audience = Who it is for
cohort-audience-colleagues = Colleagues
cohort-audience-colleagues-what = They count towards the institution's target.
cohort-audience-trainers = Future trainers
cohort-audience-trainers-what = They will train others; they do not count as colleagues.
cohort-co-trainers = Who trains it with you
cohort-no-course = There is no course yet
cohort-no-course-what = As soon as a course is published, you can create a cohort for it.
problem-cohort_title_missing = Give the cohort a title.
problem-cohort_title_changed = Somebody else changed the title meanwhile; theirs stands at the top of this page. Save again to put yours in its place.
problem-audience_not_yours = Only coordinators and partner trainers train future trainers.

cohort-enrol = Enrol colleagues
cohort-enrol-go-on = Go on with your list
cohort-slips = Print slips
cohort-send-waiting = Send open invitations
cohort-edit = Change this cohort
cohort-rename = Save the title
cohort-renamed = The title is changed.
cohort-add-trainer = Trainer to add
cohort-add-trainer-do = Add this trainer
cohort-trainer-added = The trainer is added and sees the cohort from now on.
cohort-no-trainer = nobody yet
cohort-no-more-trainers = Every trainer of this institution trains it already.
cohort-target = The institution's target
cohort-sentence-empty = Nobody is enrolled yet.
cohort-sentence = { $started } of { $people } started, { $finished } finished, { $help ->
    [0] nobody needs help.
    [one] { $help } needs help.
   *[other] { $help } need help.
}
cohort-empty = Nobody is enrolled yet
cohort-empty-what = Paste a list of names and addresses. Everybody in it will have a row here, with how far they are.

roster-title = Colleagues
roster-count = { $count ->
    [one] { $count } colleague, by name. “Needs help” means: not finished, and nothing done for 14 days.
   *[other] { $count } colleagues, by name. “Needs help” means: not finished, and nothing done for 14 days.
}
roster-show = Show only
roster-everybody = everybody
roster-progress = Units
roster-units-done = Units completed
roster-units = Units of the course
roster-stage = Stage
roster-invitation = Invitation
roster-send = Send
roster-resend = Send again
roster-revoke = Revoke
roster-withdraw = Withdraw
roster-bring-back = Bring back
roster-brought-back = They are in the cohort again. Their invitation waits to be sent or printed.
stage-invited = not started
stage-under_way = under way
stage-needs_help = needs help
stage-finished = finished
stage-withdrawn = withdrawn

invited-none = no invitation
invited-accepted = accepted { $day }
invited-revoked = revoked { $day }
invited-expired = expired { $day }
invited-sent = sent { $day }
invited-waiting = waits to go out
invited-failed = could not be delivered
invited-slip = slip printed
invited-not-sent = not sent yet

withdraw-title = Withdraw { $name }
withdraw-lead = They stay in the list with the reason, and in every count they are in. Their invitation stops working.
withdraw-reason = Reason
withdraw-reason-hint = Such as “moved to another faculty”. Leads and coordinators see it. Write nothing about health.
withdraw-do = Withdraw
withdraw-done = They are withdrawn. The reason stands in the list.
problem-reason_missing = Say why: the list keeps the reason.

history-title = Enrolments
history-line = { $name } enrolled { $enrolled } of { $lines ->
    [one] { $lines } row
   *[other] { $lines } rows
}
history-undone = undone { $day }
