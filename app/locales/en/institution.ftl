institution-sentence = { $count ->
    [one] { $of } colleagues has finished.
   *[other] { $of } colleagues have finished.
}
institution-sentence-withheld = How many colleagues have finished is not shown, because they are few.
institution-need = { $colleagues } are needed in { $time }, by { $date }: { $pace } each week.
institution-missed = { $missing ->
    [one] { $missing } was missing when the programme ended on { $date }.
   *[other] { $missing } were missing when the programme ended on { $date }.
}
institution-change = Change the institution
institution-save = Save the institution
institution-changed = { $name } is changed.
last-activity = Last activity: { $when }
invite-trainer = Invite a trainer
invite-lead = Invite a lead

trainers-title = Trainers
trainers-empty-title = No trainers yet
trainers-empty = { $count ->
    [one] The programme counts on { $count } trainer here. Invite them, and they enrol their colleagues.
   *[other] The programme counts on { $count } trainers here. Invite them, and they enrol their colleagues.
}
trainer-active = active
trainer-planned = a session is planned
trainer-new = new
trainer-silent = silent
column-cohorts = Cohorts
column-last-session = Last delivered
column-next-session = Next planned
cohorts-none = none yet
session-none-planned = nothing planned
leads-title = Leads and open invitations
leads-none = Nobody leads this institution here yet, and nobody is invited.

cohorts-title = Cohorts
cohorts-about = Participations in each cohort, newest cohort first.
cohorts-empty-title = No cohorts yet
cohorts-empty = Each cohort will have a row here, with how many have started and finished.
cohort-plan = Plan a cohort
column-cohort = Cohort
column-started = Started
column-withdrawn = Withdrawn

matrix-title = Colleagues by unit
matrix-about = { $course }: one row for each colleague, one column for each unit.
matrix-empty = No colleague is enrolled in a cohort of this course yet.
matrix-course = Course
course-version = { $course }, version { $number }
state-done = completed
state-progress = under way
state-none = not opened
state-withdrawn = withdrawn
column-finished-on = Finished on
yes = yes

withdrawn-title = Withdrawn
column-when = When
column-reason = Reason
reason-none = no reason given
