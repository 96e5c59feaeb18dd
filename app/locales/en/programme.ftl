how-counted = How this is counted
figures-only = You see counts without names. Counts of one to four people are not shown.
figure-withheld = not shown
figure-of-range = { $count } of { $range }
range = { $min }–{ $max }
decimal-mark = .
list-two = { $one } and { $two }
list-more = { $before } and { $last }
time-days = { $days ->
    [one] { $days } day
   *[other] { $days } days
}
time-weeks = { $weeks ->
    [one] { $weeks } week
   *[other] { $weeks } weeks
}
pages = Pages
pages-range = { $first }–{ $last }
pages-range-of = { $first }–{ $last } of { $of }
pages-earlier = Earlier
pages-later = Later

rule-edge = A colleague is trained by whoever delivered a session that the colleague attended. In a cohort without sessions, by the cohort’s trainers once the colleague has completed it.
rule-generation = Whoever has no recorded trainer is generation 0. Everybody else stands one generation below the nearest of their trainers.
rule-heads = A person in two cohorts is one colleague and two participations. Both numbers are shown.
rule-who-counts = Everybody ever enrolled counts, also those who never signed in and those who were withdrawn. Trainers and leads of the institution do not count as colleagues. Whoever moves elsewhere stays counted where they were trained.
rule-append-only = What was completed stays counted, whatever happens to the person, the course or the account later.
rule-target-status = The status compares the colleagues who have finished with the range agreed for the institution.
rule-required-pace = The pace needed is what is missing to the minimum, divided by the weeks left until the end date, rounded up.
rule-behind-pace = Behind means: since the programme began, fewer colleagues finished each week than each week left now asks for.
rule-forecast = The forecast adds to those who have finished how many of the others, and of those who may still take a free seat of a planned session, will probably follow, by how it went in this programme so far.
rule-silent-trainer = A trainer is silent when 45 days have passed since they became a trainer, they have delivered nothing, and no session is planned in the next 30 days.
rule-trainer-activation = A trainer is active once they have delivered a session, or once a colleague has started in their cohort without sessions. All trainers are counted after the stroke.
rule-funnel = From invited to enrolled, attended once, attended at least 80 %, passed, certified, and applied 90 days later.
rule-small-cells = Counts of one to four people are not shown, nor a count from which one of them could be worked out.

status-to-go = { $missing } to go
status-on-target = on target ({ $of })
status-above-range = above range ({ $of })
status-no-target = no target
status-silent = nothing delivered yet
pace-reached = reached
pace-end-passed = too late
pace-no-end-date = no end date

programmes-title = Programmes
column-programme = Programme
column-reached = Minimum reached
column-ends = Ends
no-end-date = no end date
reached-of = { $institutions ->
    [one] { $reached } of { $institutions } institution
   *[other] { $reached } of { $institutions } institutions
}

sentence-no-institutions = No institution takes part yet.
sentence-reached = { $institutions ->
    [one] { $reached ->
        [0] The only institution has not reached its minimum yet.
       *[other] The only institution has reached its minimum.
    }
   *[other] { $reached ->
        [0] None of the { $institutions } institutions has reached its minimum yet.
        [one] { $reached } of { $institutions } institutions has reached its minimum.
       *[other] { $reached } of { $institutions } institutions have reached their minimum.
    }
}
sentence-the-others = { $below ->
    [one] The other one
   *[other] The other { $below }
}
sentence-all-of-them = { $below ->
    [one] It
   *[other] Together they
}
colleagues-more = { $missing ->
    [one] { $missing } more colleague
   *[other] { $missing } more colleagues
}
sentence-need = { $below ->
    [one] { $who } needs { $colleagues } in { $time }, by { $date }.
   *[other] { $who } need { $colleagues } in { $time }, by { $date }.
}
sentence-need-openly = { $below ->
    [one] { $who } needs { $colleagues }. No end date is set.
   *[other] { $who } need { $colleagues }. No end date is set.
}
sentence-missed = { $below ->
    [one] { $who } still needs { $colleagues }; the programme ended on { $date }.
   *[other] { $who } still need { $colleagues }; the programme ended on { $date }.
}
sentence-time-left = { $below ->
    [one] { $who } has { $time } left, until { $date }.
   *[other] { $who } have { $time } left, until { $date }.
}
sentence-over = The programme ended on { $date }.

figure-finished = colleagues finished
figure-enrolled = colleagues enrolled
figure-participations = participations
figure-trainers-active = trainers active
figure-under-way = under way
figure-withdrawn = withdrawn

institutions-title = Institutions
institutions-about = One row for each institution: { $wording }, against the agreed range. The pale stripe is the range, the dark bar who has finished, the light bar who is enrolled and under way.
institutions-empty-title = No institutions yet
institutions-empty = Each institution will have a row here, with its range, its trainers and how far it is.
institutions-none-so = No institution is like that.
tier-usual-wording = colleagues trained
show = Show
show-all = All institutions
show-below = Below their minimum
show-silent = Trainers who delivered nothing yet
show-do = Show
column-institution = Institution
column-bar = Bar
column-minimum = Minimum
column-maximum = Maximum
column-finished = Finished
column-enrolled = Enrolled
column-participations = Participations
column-trainers = Trainers active
column-trainers-active = Trainers active
column-trainers-all = Trainers
column-activity = Last activity
column-session = Last session
column-pace = Needed each week
column-status = Status
activity-none = nothing yet
bar-described = { $of } finished, { $coming } under way
bar-described-figures = { $of } finished

attention-title = What needs attention
attention-none = Nothing: no institution is behind its pace, and every institution with trainers has begun.
attention-all = All institutions below their minimum
attention-behind = Slower so far than the weeks left require; needed each week: { $pace }.
attention-silent = Trainers active: { $trainers }. Ask them for a date.

programme-change = Change the programme
programme-save = Save the programme
programme-changed = The programme is changed.
programme-people = People of the programme
programme-people-about = Coordinators run the programme. Partner trainers train trainers anywhere in it. Observers see counts, never names. Recognisers add decisions to certificates.
leave-unchanged = Leave as it is
field-title = Name of the programme
field-reference = Reference number
field-reference-hint = The funder’s number, as it stands in the grant agreement.
field-starts-on = First day
field-ends-on = Last day
field-trainers-per-institution = Trainers per institution
field-tier-wording = Who is counted
field-tier-wording-hint = In the words of your plan, such as “colleagues re-trained”.
field-target-min = At least
field-target-max = At most
field-funding-line = The funder’s sentence
field-funding-line-hint = The words that the funder wants to stand with the results.
institution-add = Add an institution
institution-add-do = Add the institution
institution-added = { $name } takes part now.
institution-added-invited = { $name } takes part now. The invitation to { $who } is on its way.
institution-added-to-copy = { $name } takes part now. There is no mail server: copy the invitation to { $who } from the outbox.
field-institution-name = Name of the institution
field-kind = Kind
field-place = Town
field-country = Country
field-own-range = Its own target
field-own-range-hint = Leave both empty for the programme’s target, { $range }.
lead-invite = Invite its lead
lead-invite-hint = You can also do this later.
kind-university = University
kind-vet_school = Vocational school
kind-chamber = Chamber
kind-company = Company
kind-ngo = Non-governmental organisation
kind-public_authority = Public authority

field-role = Role
field-name = Name
field-email = E-mail
column-since = Since
column-actions = What you can do
since = since { $date }
invited-on = invited on { $date }
invitation-manage = Send again or take back
invite-title = Invite somebody
invite-about = They get a letter with a link. Trainers enrol colleagues and run cohorts; leads see the whole institution and appoint trainers.
invite-do = Send the invitation
role-invited = The invitation to { $name } is on its way.
role-invited-to-copy = { $name } is invited. There is no mail server: copy the letter from here and send it yourself.
role-taken = { $name } does not hold the role any more.
role-take-back = Remove role
role-take-back-from = Remove the role of { $name }

problem-count = Write a whole number up to { $most }.
problem-range_half = Fill in both numbers, or neither.
problem-range_missing = Say how many colleagues each institution trains.
problem-range_reversed = The largest number is below the smallest.
problem-range_empty = A target of nobody is no target.
problem-institution_nameless = Give the institution a name.
problem-institution_known = An institution of this name takes part already.
problem-choice = Choose one of the list.
problem-last_coordinator = This is the last coordinator. Invite another one first.

sentence-no-targets = No institution has a target yet.
forecast-range = Forecast for { $date }: { $low } to { $high } colleagues finished, eight times in ten; most likely about { $expected }.
forecast-certain = Forecast for { $date }: { $expected } colleagues finished. Nobody else is on the way.
forecast-too_early = Too early for a forecast: the outcome of { $observed } participations is known, and it takes { $from }.
forecast-no_end_date = No end date is set, so there is no forecast.
forecast-no_target = No target is agreed, so there is nothing to forecast.
forecast-ended = The programme is over: there is nothing left to forecast.
forecast-assumes = What the forecast assumes
forecast-about = The range holds the middle eight of ten results of { $draws } draws, which are the same all day. Each colleague on the way finishes with the chance of the stage they have reached, as it went in this programme: { $observed } participations have ended so far, finished, withdrawn, or silent for { $days } days. A chance with fewer than { $alone } observations leans on our assumption.
forecast-leans = leans on the assumption of { $prior }
forecast-seats = A planned session’s free seats are those beyond the people enrolled. A cohort’s count once, as many as its smallest session until the end date has, because whoever joins comes to all of them; a session without a number of seats offers none. A free seat leads to a colleague who finished if somebody comes ({ $show }, of { $expected } people expected at sessions so far) and then finishes ({ $completion }, of { $came } who came).
forecast-free-seats = Free seats of planned sessions
column-chance = Chance to finish
column-observed = Observed
column-forecast-from = Forecast, from
column-forecast-to = Forecast, to
column-until = Until
as-table = The same as a table
bar-described-forecast = { $said }; forecast { $low } to { $high }
over-time-title = Finished over time
over-time-described = A line that rises with each colleague who finished, { $count } until { $date }, with the end date, earlier end dates and the forecast. The table below has the numbers.
over-time-earlier-end = was to end { $date }
end-moved-title = How the end date moved
end-moved = On { $date }: from { $from } to { $to }
end-moved-by = decided by { $name }
field-end-reason = Why the last day moves
field-end-reason-hint = Needed only when you change the last day. It stays on record with both dates.
problem-end_reason_missing = Say why the last day moves.
field-no-target = It takes part without a target
problem-range_or_none = Give it a target, or say that it has none.
field-emblem = Show the emblem of the European Union
field-emblem-hint = It stands on registers, reports and packs, with the project number and the sentence beside it. A sentence left empty above then becomes:
emblem-eu = Emblem of the European Union
