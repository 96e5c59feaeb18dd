-- Every text that was handed in is kept: a learner's activity products and open answers.
create table submission_kept (               -- append-only: the newest version counts
    id {uuid} primary key,
    person_id {uuid} not null references person (id),
    unit_id {uuid} not null references unit (id),
    question text not null,                 -- the open question answered; empty: the activity's product
    version integer not null,               -- 1, 2, 3 …
    body text not null,
    submitted_at bigint not null,
    unique (person_id, unit_id, question, version)
);
insert into submission_kept (id, person_id, unit_id, question, version, body, submitted_at)
    select {new_uuid}, person_id, unit_id, '', 1, body, submitted_at from submission;
drop table submission;
alter table submission_kept rename to submission;

create table review (                        -- what a trainer said about a version, once
    submission_id {uuid} primary key references submission (id),
    cohort_id {uuid} not null references cohort (id),
    reviewer_id {uuid} not null references person (id),
    level text not null,                    -- 0 to 3
    accepted boolean not null,              -- else returned
    feedback text not null,
    reviewed_at bigint not null
);
