# The cascade of an institution: a drawing and a list.
cascade-choose = Choose an institution to see who trained whom there.
cascade-sentence = { $trainers ->
    [one] { $trainers } person
   *[other] { $trainers } people
} trained { $trained ->
    [one] { $trained } person
   *[other] { $trained } people
} at { $institution }.
cascade-empty = Nobody has trained anybody here yet
cascade-empty-what = Once a session has been held and those present are noted, this page shows who trained whom.
cascade-by-generation = By generation
cascade-list = As a list
cascade-drawing = Who trained whom at { $institution }
cascade-drawing-what = A column for each generation, with lines from trainers to those they trained. The list on this page says the same.
cascade-group = { $count ->
    [one] { $count } colleague
   *[other] { $count } colleagues
}
cascade-also = other trainers: { $names }
cascade-show = Show in the drawing: { $name }
cascade-show-short = Show in the drawing
cascade-sessions-on = { $count ->
    [one] session on { $days }
   *[other] sessions on { $days }
}
cascade-sessions-many = { $count ->
    [one] { $count } session, { $first } to { $last }
   *[other] { $count } sessions, { $first } to { $last }
}
cascade-finished-on = finished at their own pace on { $day }
cascade-finished-between = finished at their own pace, { $first } to { $last }
cascade-origin = { $when } ({ $cohort })
cascade-origin-elsewhere = at another institution
cascade-edge = { $trainee }, trained by { $trainer }: { $how }
cascade-trained-by = Trained by { $name }: { $how }
cascade-trained = Trained { $name }: { $how }
cascade-focus = In view: { $name }, with their trainers and everybody they trained.
cascade-focus-end = Show everybody
cascade-orphans = { $count } finished with no recorded trainer
cascade-orphans-what = They completed the course, but no trainer is recorded for them.
cascade-elsewhere = somebody at another institution
cascade-more = and { $count } more; the file has everybody
column-generation = Generation
column-trained-by = Trained by
column-sessions = Sessions
column-finished-alone = Finished at their own pace
