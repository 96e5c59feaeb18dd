# A learner's own pages and forms.
home-title = Start
start-what = Practical courses for everybody who works at a university
start-how = Colleagues train colleagues. Read everything here without an account; sign in when your trainer has enrolled you.
start-read = See the courses
start-code = I have a code

home-greeting = Welcome, { $name }
home-continue = Continue
home-begin = Next
unit-in-full = Module { $module }, unit { $unit }: { $title }
continue = Continue
begin = Begin
minutes-left = { $n ->
    [one] About { $n } minute left
   *[other] About { $n } minutes left
}
home-programme = See the whole programme
home-cohorts = Newest cohorts
home-all-cohorts = All cohorts
home-enrol = Enrol
home-cohort-counts = { $people ->
    [0] nobody enrolled yet
   *[other] { $started } of { $people } started, { $finished } finished
}
home-empty-title = Nothing begun yet
home-empty-what = Your next step appears here as soon as you begin a unit or a trainer enrols you.
home-done-title = You have completed every unit
home-done-what = Your answers and texts stay here. You can read every unit again.
units-done = { $done } of { $units }
state-complete = complete
state-started = under way
state-not-started = not begun
your-cohorts = Your cohorts
no-cohort-yet = You are in no cohort yet.
institution = Institution
trainers = Trainers
next-session = Next session

part-done-scope = read
part-done-content = read
part-done-activity = handed in
part-done-thinking = answered
part-done-extra = read
unit-complete = You have completed this unit.
everything-is-saved = Everything you do here is saved at once. Go on whenever you like.
i-have-read-this = I have read this
content-read = You have read this part.
reflections-are-private = Only you can read what you write here.
save = Save
activity-what-came-out = What came out of it
activity-hand-in-hint = Write or paste it here. You can hand it in again later; the newest text counts.
hand-in = Hand in
your-answer = Your answer
a-trainer-reads-this = A trainer reads this answer.
check-answer = Check answer
verdict-right = Right
verdict-partly = Partly right
verdict-wrong = Not right
verdict-waiting = Waits for your trainer
answer-replaced = This takes the place of an answer you gave in another window.

saved-at = Saved { $time }
saved-on = Saved { $day }, { $time }
form-unsaved = Not saved yet
form-draft = Kept on this device. Not handed in yet.
form-saving = Saving
form-waiting = No connection. Your text is kept on this device and will be sent by itself.
form-signed-out = You are signed out. What you wrote is kept on this device.
form-refused = This could not be saved here any more. Copy your text and reload the page.
form-elsewhere = Changed in another window. Whatever is saved last counts.

problem-answer-empty = Choose or write an answer first.
problem-answer-unfit = This answer does not fit the question. Reload the page and answer again.
problem-answer-number = Write a number, such as 12 or 3,5.
problem-text-too-long = Write at most { $max } characters.
problem-text-unkeepable = The text holds a character that cannot be kept. Paste it again as plain text.
problem-product-empty = Write or paste what came out of the activity first.
