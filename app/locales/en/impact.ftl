# What anybody may know of a programme.
impact-title = Programmes in figures
impact-open = Public figures
impact-of = { $programme } in figures
impact-none = No programme yet
impact-none-what = As soon as a programme begins, its figures stand here for everybody.
impact-sentence = { $finished } colleagues have finished the training; { $reached } of { $institutions } institutions have reached what they promised.
impact-sentence-no-target = { $finished } colleagues have finished the training.
impact-counted = Counted on { $day }, for everybody, without an account.
impact-participations-finished = participations finished
impact-definitions = Definitions
impact-cite = To cite this page:
impact-feed = The same figures for programs (JSON)
