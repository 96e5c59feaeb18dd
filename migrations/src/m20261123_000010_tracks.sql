-- Tracks ------------------------------------------------------------------------------------------

-- The track that people enrolled in a cohort begin with, and the one that a person follows, by the
-- name that the cohort's course gives it. Without one somebody owes every unit that is open to
-- everybody, as before there were tracks.
alter table cohort add column track text;
alter table participation add column track text;
