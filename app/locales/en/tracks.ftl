# Tracks: which modules somebody owes.
tracks-title = Tracks
tracks-lead = A track says which modules you have to complete. Everything else stays open to read and to do.
track = Track
track-modules = Modules
track-time = Units alone
track-whole = The whole course
track-on-top = in addition to your own track, in a cohort of trainers
track-outside-modules = { $count ->
    [one] Not in your track: { $count } module
   *[other] Not in your track: { $count } modules
}
track-outside-state = not in the track
track-outside-person = not in their track
track-outside-cohort = (not in this cohort’s track)
track-change = Change
track-change-of = Change the track of { $name }
track-choose = Choose your track
track-choose-for = Track of { $name }
track-choose-lead = You owe the units of your track. You can change it until you have finished it. What you have done stays done.
track-choose-for-lead = They owe the units of their track. It can be changed until it is finished. What they have done stays done.
track-choose-do = Follow this track
track-chosen = The track is changed.
track-is-finished = This track is finished, so it can no longer be changed. All other modules stay open.
track-new-people = for whoever is enrolled from now on
problem-track_finished = This track is finished, so it can no longer be changed.
hours-minutes = { $hours } h { $minutes } min
hours-exact = { $hours } h
cohort-course-and-track = Course and track
cohort-course-and-track-hint = Everybody enrolled begins with this track. You and they can change it person by person.
course-with-track = { $course }: { $track } ({ $time })
home-track-done-title = You have completed your track
home-track-done-what = Your answers and texts stay here. All other modules are open to you.
