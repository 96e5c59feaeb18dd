# Courses, modules and units, as everybody reads them.
courses-title = Courses
courses-lead = Everything here is open to read. Sign in to keep your answers and finish units.
courses-none-title = No courses yet
courses-none-what = Courses appear here when their authors publish them.
course-modules = { $n ->
    [one] { $n } module
   *[other] { $n } modules
}
course-hours = { $n ->
    [one] about { $n } hour
   *[other] about { $n } hours
}
minutes = { $n ->
    [one] { $n } minute
   *[other] { $n } minutes
}
minutes-short = { $n } min
licence = Licence { $licence }
modules-title = Modules
units-title = Units
module-number = Module { $module }
module-open = open to everyone
module-for-trainers = for trainers only
for-audience = For { $audience }
audience-all = everybody
audience-academic = teaching and research staff
audience-administrative = administrative staff
audience-leadership = leadership
audience-trainer = trainers
you-are-here = You are here
shown-in-en = Shown in English.
shown-in-sq = Shown in Albanian.
shown-in-bs = Shown in Bosnian.

unit-number = Module { $module }, unit { $unit }
parts-of-unit = Parts of this unit
part-scope = Scope
part-content = Content
part-activity = Activity
part-thinking = Thinking
part-extra = Extra
part-optional = optional
part-of = { $part } { $n }/{ $all }
to-part-before = Back: { $part }
to-part-after = On: { $part }
outcomes-title = What you can do afterwards
for-whom = For
time-needed = Time
licence-title = Licence
activity-product = What you make
activity-grouping = With whom
grouping-solo = alone
grouping-pair = in pairs
grouping-group = in a small group
activity-online = Alone at a screen
activity-in-a-room = In a room
activity-workshop = The same task in a room
reflections-title = To think about
questions-title = Questions
question-of = Question { $n } of { $all }
sign-in-to-answer = Sign in to answer the questions and to keep what you write.
extra-none = There is nothing more to read for this unit.
continue-to-unit = Continue to module { $module }, unit { $unit }: { $title }
back-to-unit = Back to: { $title }
back-to-course = Back to the course
beside-the-text = Beside the text

trainers-side = Trainer’s side
readers-side = Learner’s side
for-trainers = For trainers
trainer-plan = Minute by minute
plan-minutes = { $from }–{ $to } min
trainer-facilitation = Leading this unit
trainer-workshop = The workshop
trainer-key = About the questions
what-learners-read = What learners read
key-number = { $answer } (give or take { $tolerance })
key-open = A good answer
