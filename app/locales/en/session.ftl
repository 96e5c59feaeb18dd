# Sessions: the plan, the register, checking in, what was adapted.
sessions-title = Sessions
sessions-none = No session is planned yet.
session-day = Day
session-place = Place
session-place-hint = A room or building.
session-plan = Plan a session
session-planned = planned
session-planned-done = The session is planned.
session-attendance = Attendance
session-present = { $count ->
    [one] { $count } was there
   *[other] { $count } were there
}
session-record = Record who was there
session-correct = Correct
problem-day_missing = Choose the day, or empty the place too.
problem-day_too_far = This day is more than five years away. Check the year.
problem-place_missing = Say where: a room or a building.
problem-session_trainer_missing = Choose who delivers the session.
problem-session_not_yet = This session has not been held yet.
register-title = Who was there on { $day }
register-lead = Whoever was there has started, and was trained by those who delivered the session. You can correct this later; earlier records are kept.
register-present = Tick everybody who was there
register-record = Record who was there
register-recorded = { $count ->
    [0] It is recorded that nobody was there.
    [one] It is recorded: one colleague was there.
   *[other] It is recorded: { $count } colleagues were there.
}
register-not-yet = You can record attendance from the day of the session on.
session-title = Session on { $day }
session-of = Session: { $cohort }
session-when = When
session-starts = Starts at
session-ends = Ends at
session-meeting = How you meet
meeting-room = in a room
meeting-online = online
meeting-hybrid = in a room and online
session-room-hint = The room and the building. An online session needs none.
session-link = Link to the online room
session-link-hint = It begins with https://
session-join = Open the online room
session-trainers = Delivered by
session-units = What it teaches
session-units-hint = Open a module and tick its units. Reports name them.
session-units-none = No units are chosen yet. Change the plan to choose them.
session-units-what = Each unit opens with its notes, minutes and answers for you, made for a phone in the room.
session-agenda = Agenda
session-agenda-hint = One line for each point, such as “09:00 Welcome”. It is part of the evidence.
session-for-the-funder = For reports: hours, seats and codes
session-hours = Hours taught
session-hours-hint = Such as 3 or 2.5. Left empty, it is the time from start to end.
session-hours-number = { $hours } hours
session-seats = Seats
session-seats-hint = How many can come. Left empty, everybody enrolled can.
session-work_package = Work package
session-work_package-hint = As in your project, such as WP3.
session-deliverable = Deliverable
session-deliverable-hint = As in your project, such as D3.2.
session-change = Change the plan
session-change-do = Save the plan
session-changed = The plan is changed. Calendars show it when they open the new file.
session-change-held = This session has been held: its day and its trainers stay as they were.
session-cancel = Cancel this session
session-cancel-lead = It stays in the list with your reason. You can plan it again.
session-cancel-reason = Reason
session-cancel-reason-hint = Such as “The trainer is ill”. Everybody in the cohort can see it.
session-cancelled = The session is cancelled.
session-cancelled-word = cancelled
session-cancelled-because = cancelled: { $reason }
session-not-held = This session was not held
session-not-held-lead = The register was kept by mistake. What it says of each person is taken back, with your reason; nobody was trained there, and no count keeps it. The session is planned again: then move it or cancel it.
session-not-held-do = Take the register back
session-not-held-reason-hint = Such as “I recorded the wrong group”. It stands with the corrections.
session-not-held-done = The register is taken back. The session is planned again.
problem-session_not_held = This session does not count as held, so there is nothing to take back.
problem-not_held_reason_missing = Say why: the corrections keep the reason.
session-plan-again = Plan it again
session-calendar = Add to my calendar
session-here = { $here } of { $of } were there
session-not-recorded = Record who was there
session-correct-register = Correct the register
problem-time = Write the time as 9:30.
problem-times_half = Give both the start and the end, or neither.
problem-times_reversed = The session ends after it starts. Check both times.
problem-link_missing = Give the link to the online room.
problem-link = A link begins with https:// and has no spaces.
problem-hours = Write hours such as 3 or 2.5, at most { $most }.
problem-session_twice = This session is planned already, on this day and at this place.
problem-session_overlaps = The cohort has another session at this time.
problem-session_trainer_busy = { $name } delivers another session at this time.
problem-session_cancelled = This session was cancelled.
problem-session_held = This session has been held. This stays as it was.
problem-session_held_cancel = This session counts as held. If it was not held, take its register back first.
problem-cancel_reason_missing = Say why: the list keeps the reason.
problem-recorded_meanwhile = Somebody else recorded something about { $names } meanwhile. The list below shows it: check it and save again.
problem-session_changed_meanwhile = Somebody else changed this plan meanwhile. Save again to put yours in its place.
problem-correction_reason_missing = Something else was recorded before. Say why you correct it.
register-source = How you know
register-reason = Reason for a correction
register-reason-hint = Needed only if you change what was recorded before. Such as “Two names were mixed up”.
source-trainer_list = seen in the room
source-self_check_in = checked in alone
source-online = seen in the online room
source-paper = signed paper register

check-in-room = Check-in code
check-in-room-what = Show this page in the room. Everybody scans or types a code that changes each minute.
check-in-start = Show the code
check-in-qr = Code to scan with a phone
check-in-or-type = Or sign in, open your home page, choose “I am here” and type:
check-in-changes = It changes in { $seconds ->
    [one] { $seconds } second
   *[other] { $seconds } seconds
}. The one before works for one more minute.
check-in-count = { $here } of { $of } are recorded as present.
check-in-early = Check-in opens on { $day } at { $time }.
check-in-open = Check-in is open until { $time }.
check-in-late = Check-in is closed. Your trainer can still record who was there.
check-in-title = Check in
check-in-code = Code
check-in-code-hint = Six digits. They stand on the screen in the room.
check-in-do = I am here
check-in-done = You are recorded as present.
check-in-home = Go to my home page
problem-check_in_early = Check-in is not open yet.
problem-check_in_late = Check-in is closed. Ask your trainer to record that you were there.
problem-check_in_code = This code is not shown now. Type the one on the screen in the room.
problem-check_in_recorded_absent = Your trainer recorded that you were not there. Ask them to correct it.

adaptations-title = What you changed for your context
adaptations-what = Other examples, another order, a local case. The programme learns from it, and it is part of the evidence.
adaptation-of = What it is about
adaptation-whole = The whole session
adaptation-body = What you changed, and why
adaptation-note = Keep this note
adaptation-noted = The note is kept.
adaptation-take-back = Take back
adaptation-take-back-of = Take back the note on { $of }
adaptation-taken-back = The note is taken back.
problem-adaptation_missing = Write what you changed.

corrections-title = Corrections of the register
correction-present = { $by } recorded that { $name } was there ({ $source }).
correction-absent = { $by } recorded that { $name } was not there ({ $source }).
correction-taken-back = { $by } took back what was recorded of { $name }: the session was not held.

hand-over-title = Hand over to a colleague
hand-over-what = Your colleague trains this cohort from now on, with every session that has not been held yet. What was delivered stays with the one who delivered it.
hand-over-from = In place of
hand-over-to = From now on
hand-over-do = Hand over
cohort-handed-over = The cohort is handed over, with { $count ->
    [0] no session to come.
    [one] { $count } session to come.
   *[other] { $count } sessions to come.
}

register-paper = Print the register
paper-title = Attendance register
paper-time = Time
paper-number = No.
paper-signature = Signature
paper-date = Date
paper-declaration = With my signature I confirm that I was there. The list is kept as long as the programme's records.
paper-guests = Guests who are not on the list
paper-code = Code

adaptations-of-institution = What was adapted
adaptations-none = Nothing adapted yet
adaptations-none-what = Trainers note on the page of a session what they changed for the local context. Their notes stand here.
adaptations-newest = The { $count } newest notes. Packs hold those of their sessions.
tell-by-letter = Tell the cohort by letter
tell-by-letter-mail = Everybody who is not withdrawn and everybody who delivers it gets a letter with the calendar file.
tell-by-letter-no-mail = The letters wait in the list of letters, each with its calendar file, until you copy them into your own mail program.
