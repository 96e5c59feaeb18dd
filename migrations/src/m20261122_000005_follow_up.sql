-- The follow-up -------------------------------------------------------------------------------

create table follow_up_answer (             -- append-only: the highest number of a round counts
    id {uuid} primary key,
    participation_id {uuid} not null references participation (id),
    round integer not null,                 -- days after finishing: 30 or 90
    number integer not null,                -- 1, 2, 3 …: a clock that jumps back changes no order
    answer text not null,                   -- yes, partly or no
    evidence text not null,
    barrier text,                           -- domain::cascade::follow_up; null: none named
    barrier_text text not null,
    person_id {uuid} not null references person (id),
    at bigint not null,
    unique (participation_id, round, number)
);

-- How many colleagues answered what, moved in the same transaction as the answers.
create table follow_up_tally (
    programme_id {uuid} not null,
    institution_id {uuid} not null,
    round integer not null,
    what text not null,                     -- an answer, or barrier-BARRIER
    people integer not null,
    primary key (programme_id, institution_id, round, what)
);

create table follow_up_programme_tally (    -- the same, for the programme as a whole
    programme_id {uuid} not null,
    round integer not null,
    what text not null,
    people integer not null,
    primary key (programme_id, round, what)
);

-- What the installation does by itself --------------------------------------------------------

create table job (
    id {uuid} primary key,
    kind text not null,                     -- domain::reminders
    key text not null unique,               -- KIND:PERIOD; the same is never done twice
    state text not null,                    -- waiting, running, done or failed
    attempts integer not null,              -- raised by whoever takes it up: who raised it last has it
    due_at bigint not null,                 -- while it runs: when somebody else may take it up
    started_at bigint,
    done_at bigint,
    last_error text,
    progress text not null,                 -- how far it is, JSON
    created_at bigint not null
);
create index job_due on job (state, due_at);
create index job_kind on job (kind, key);

create table letter_refusal (               -- who wants no reminders and digests
    person_id {uuid} primary key references person (id),
    at bigint not null
);

alter table message add column person_id {uuid};        -- whom it goes to, where that is known
alter table message add column good_until bigint;       -- after that it says nothing true any more
alter table message add column stop_hash text;          -- SHA-256 of its link that stops reminders
create index message_person on message (person_id, kind, created_at) where person_id is not null;
create unique index message_stop on message (stop_hash) where stop_hash is not null;

-- Who is due: each reads a stretch of time, page by page.
create index participation_joining on participation (invited_at, id) where started_at is null and withdrawn_at is null;
create index participation_quiet on participation ((coalesce(last_activity_at, invited_at)), id) where finished_at is null and withdrawn_at is null;
create index participation_finished on participation (finished_at, id) where finished_at is not null and withdrawn_at is null;
create index cohort_place on cohort (institution_id);
create index role_grant_role on role_grant (role, person_id) where revoked_at is null;
