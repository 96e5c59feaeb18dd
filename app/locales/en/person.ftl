person-reset-code = Hand over a reset code
category-manager = manager
category-academic = researcher, teacher or trainer
category-technical = technical staff
category-administrative = administrative staff
category-student = student
category-external = external
participations-title = Participations
participations-none = Not enrolled in any cohort.
participations-elsewhere = { $count ->
    [one] { $count } more participation at another institution.
   *[other] { $count } more participations at other institutions.
}
not-counted = not counted as a colleague: trainer or lead here
state-finished = finished
state-invited = invited, not started
person-units-done = { $units ->
    [one] { $done } of { $units } unit completed
   *[other] { $done } of { $units } units completed
}
lineage-title = Who trained whom
generation = Generation { $number }
generation-range = Generation { $number }, counted by the longest way { $largest }
lineage-no-trainer = No trainer is recorded.
lineage-trained-by = trainer in { $cohort }, { $date }
lineage-trained = { $count ->
    [one] Trained { $count } person
   *[other] Trained { $count } people
}
lineage-trained-one = in { $cohort }, { $date }
roles-held = Roles: { $roles }
role-at = { $role }, { $institution }
timeline-title = What happened
happened-invited = Enrolled in { $cohort }
happened-started = Started { $cohort }
happened-finished = Finished { $cohort }
happened-withdrawn = Withdrawn from { $cohort }
happened-withdrawn-because = Withdrawn from { $cohort }: { $reason }
happened-unit = Completed “{ $unit }”
happened-role-given = Became { $role }
happened-role-taken = No longer { $role }
