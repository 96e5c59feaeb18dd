# How trainers and cohorts are doing, the funnel and fidelity.
activity-title = Activity
activity-open = Activity: silent trainers, stalled colleagues, the funnel
activity-sentence = { $trainers ->
    [0] Nobody is a trainer here yet.
    [one] { $active } of { $trainers } trainer has begun to train.
   *[other] { $active } of { $trainers } trainers have begun to train.
}
activity-sentence-withheld = How many trainers have begun is not shown, because they are few.

silent-title = Silent trainers
silent-none = No trainer is silent.
column-days-silent = Days since qualified

stalled-title = Cohorts with colleagues on the way
stalled-none = No cohort has anybody on the way.
stalled-nobody = nobody stalled
stalled-count = { $count } stalled
column-stalled = Stalled
column-on-the-way = On the way
rule-stalled = Stalled means: not finished, and nothing done for 14 days. The quietest cohorts come first.

first-cascade-title = Time to first cascade
first-cascade = { $trainers ->
    [one] { $trainers } trainer has delivered a session
   *[other] { $trainers } trainers have delivered a session
}, half of them within { $median ->
    [one] { $median } day
   *[other] { $median } days
} of qualifying. A quarter took at most { $lower ->
    [one] { $lower } day
   *[other] { $lower } days
}, three quarters at most { $upper ->
    [one] { $upper } day
   *[other] { $upper } days
}.
first-cascade-none = This will say how long trainers take from qualifying to their first delivered session.
first-cascade-slowest = Who took the longest
first-cascade-more = The file has everybody.
column-first-session = First session
column-days = Days
rule-first-cascade = Counted from the day somebody became a trainer to the day the register of their first session was first kept. Who delivered before is counted as no days; cohorts without sessions are left out.

funnel-title = From invited to applied
funnel-about = Participations of colleagues by the furthest stage that each has reached. A later stage counts with all earlier ones, so that no bar is longer than the one before.
funnel-described = One bar for each stage. The table below says the same.
funnel-invited = Invited
funnel-invited-is = Enrolled in a cohort by a trainer.
funnel-enrolled = Enrolled
funnel-enrolled-is = Accepted the invitation or signed in since, or did anything.
funnel-attended_once = Attended once
funnel-attended_once-is = Was present at one delivered session.
funnel-attended_enough = Attended at least 80 %
funnel-attended_enough-is = After some session, had been present at 80 % of those delivered so far. A session missed later takes nothing back.
funnel-passed = Passed
funnel-passed-is = Completed everything that the course requires. This is what targets count today.
funnel-certified = Certified
funnel-certified-is = Holds a certificate. None are issued yet: whoever applied it is counted here too.
funnel-applied = Applied
funnel-applied-is = Said at the follow-up that they use it.
column-stage = Stage
column-definition = What it means
column-reached-stage = Came this far
column-of-invited = Of those invited
column-lost = Ended here
rule-outcome = Ended means: withdrawn, or nothing done for 60 days without having finished. Whoever does something again is on the way again.

fidelity-title = What is kept between generations
fidelity-about = The mean score of a generation divided by that of the generation that trained it; 1 means that nothing was lost. Until there are post-tests, it is made from first answers to the Thinking questions of the newest course version, which people give while they learn. It says what people knew then, not what they know now. Of a generation, the { $people } people who came last are read at most.
fidelity-none = This will compare each generation with its trainers, from the second generation on. The first was trained by people who take no course here.
fidelity-hidden = Not shown below { $from } people on either side; { $people } answered the same questions here.
fidelity-withheld = Not shown below { $from } people on either side.
fidelity-people = { $people } people, trained by a generation of { $trainers }
column-fidelity = Fidelity
column-interval = 95 % interval
column-interval-from = 95 % interval, from
column-interval-to = 95 % interval, to
column-people = People
column-people-trainers = People of the generation before
column-items = Same questions
column-mean = Mean score
column-mean-trainers = Mean score of the generation before
rule-fidelity = Only questions that both generations answered are compared, and every person weighs the same. The interval is that of 1,000 seeded resamples. Nothing is shown below five people.
