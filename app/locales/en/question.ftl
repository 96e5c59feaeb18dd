# Questions whose lines are matched or put in order.
line-choose = Choose
matching-with = To match with:
ordering-hint = Give every line its place.
place-of = { $n } of { $all }
move-up = Move up
move-down = Move down
problem-answer-incomplete = Give every line its answer, then send again.
problem-answer-same-place = Two lines share place { $place }. Give each line a place of its own.
