-- Moments are milliseconds since 1970 in UTC (bigint), days are ISO 8601 text, documents are JSON text.

-- People ------------------------------------------------------------------------------------

create table person (
    id {uuid} primary key,
    name text not null,                     -- exactly as the person writes it
    name_key text not null,                 -- folded for matching across scripts, domain::names
    language text,                          -- null: whatever the browser asks for
    password_hash text,                     -- Argon2id PHC string; null: no password yet
    created_at bigint not null
);
create index person_name_key on person (name_key);

create table email (
    address_key text primary key,           -- folded: two spellings of one address are one row
    address text not null,
    person_id {uuid} not null references person (id),
    confirmed_at bigint,                    -- when the person said that it is theirs; null: not yet
    created_at bigint not null
);
create index email_person on email (person_id);

create table institution (
    id {uuid} primary key,
    name text not null,
    kind text not null,
    place text not null,
    country text not null,
    revision bigint not null default 0,     -- refuses a second person's stale change
    created_at bigint not null
);

create table membership (
    id {uuid} primary key,
    person_id {uuid} not null references person (id),
    institution_id {uuid} not null references institution (id),
    category text,
    from_day text not null,
    to_day text
);
create index membership_person on membership (person_id);
create index membership_institution on membership (institution_id, person_id);

create table role_grant (
    id {uuid} primary key,
    person_id {uuid} not null references person (id),
    role text not null,
    institution_id {uuid} references institution (id),
    programme_id {uuid},
    granted_by {uuid},
    granted_at bigint not null,
    revoked_at bigint
);
create index role_grant_person on role_grant (person_id);
create index role_grant_institution on role_grant (institution_id, role);
create index role_grant_programme on role_grant (programme_id, role);

create table sign_in (
    id {uuid} primary key,
    token_hash text not null unique,        -- SHA-256: the token itself is only in the browser
    person_id {uuid} not null references person (id),
    started_at bigint not null,
    seen_at bigint not null,
    expires_at bigint not null,
    agent text not null
);
create index sign_in_person on sign_in (person_id);

create table invitation (
    id {uuid} primary key,
    kind text not null,                     -- cohort, role, reset, address or setup
    token_hash text unique,                 -- SHA-256; made when the message goes out, null before
    code_hash text unique,                  -- the short code of a printed slip
    person_id {uuid} references person (id),
    cohort_id {uuid},
    role text,                              -- what accepting gives, with its scope
    institution_id {uuid},
    programme_id {uuid},
    address text,                           -- the address that accepting adds to the person
    created_by {uuid},
    created_at bigint not null,
    expires_at bigint not null,
    used_at bigint,
    revoked_at bigint
);
create index invitation_person on invitation (person_id);
create index invitation_cohort on invitation (cohort_id);
create index invitation_institution on invitation (institution_id) where institution_id is not null;
create index invitation_programme on invitation (programme_id) where programme_id is not null;

create table message (                      -- the outbox; texts and links are made when it goes out
    id {uuid} primary key,
    dedupe_key text not null unique,        -- the same message is never queued twice
    kind text not null,                     -- names its text: mail-KIND-subject, mail-KIND-body
    recipient text not null,
    language text not null,
    detail text not null,                   -- values that the text names, JSON
    invitation_id {uuid} references invitation (id),
    created_by {uuid},                      -- these three say who sees it in the outbox
    institution_id {uuid},
    programme_id {uuid},
    state text not null,                    -- waiting, sent, failed or cancelled
    attempts integer not null,
    due_at bigint not null,
    sent_at bigint,
    last_error text,
    created_at bigint not null
);
create index message_due on message (state, due_at);
create index message_invitation on message (invitation_id);
create index message_creator on message (created_by);
create index message_institution on message (institution_id);
create index message_programme on message (programme_id);

create table flash (                        -- what a refused form keeps until its page is shown again
    token_hash text primary key,
    body text not null,
    expires_at bigint not null
);

create table audit (
    id {uuid} primary key,
    actor_id {uuid},
    at bigint not null,
    action text not null,
    subject_kind text not null,
    subject_id {uuid},
    detail text not null
);
create index audit_subject on audit (subject_id, at);

-- Programmes ---------------------------------------------------------------------------------

create table programme (
    id {uuid} primary key,
    title text not null,
    reference text not null,                -- the funder's number
    starts_on text not null,
    ends_on text,
    trainers_per_institution integer not null,
    funding_line text not null,
    revision bigint not null,
    created_at bigint not null
);

create table tier (                         -- a promise: how many of whom
    id {uuid} primary key,
    programme_id {uuid} not null references programme (id),
    institution_id {uuid} references institution (id),   -- null: every institution without its own
    wording text not null,
    target_min integer not null,
    target_max integer not null
);
create index tier_programme on tier (programme_id, institution_id);

-- A row per institution of a programme, with its tallies: they change in the same transaction as
-- the facts they count, so that a dashboard costs by what it shows.
create table programme_institution (
    programme_id {uuid} not null references programme (id),
    institution_id {uuid} not null references institution (id),
    name text not null,                     -- the institution's
    name_key text not null,                 -- folded, for paging in order
    target_min integer,                     -- the tier in force, copied for status counts
    target_max integer,
    trainers integer not null default 0,
    trainers_active integer not null default 0,
    heads integer not null default 0,
    heads_started integer not null default 0,
    heads_finished integer not null default 0,
    heads_withdrawn integer not null default 0,
    participations integer not null default 0,
    participations_finished integer not null default 0,
    last_activity_at bigint,
    last_session_on text,
    missing integer generated always as     -- how many are missing to the minimum
        (case when target_min > heads_finished then target_min - heads_finished else 0 end) stored,
    primary key (programme_id, institution_id)
);
create index programme_institution_of on programme_institution (institution_id);
create index programme_institution_name on programme_institution (programme_id, name_key, institution_id);
create index programme_institution_below on programme_institution (programme_id, name_key, institution_id) where missing <> 0;
create index programme_institution_missing on programme_institution (programme_id, missing desc, institution_id) where missing > 0;
create index programme_institution_silent on programme_institution (programme_id, name_key, institution_id) where trainers > 0 and trainers_active = 0;
create index programme_institution_heads on programme_institution (programme_id, heads, institution_id);
create index programme_institution_finished on programme_institution (programme_id, heads_finished, institution_id);

create table programme_tally (
    programme_id {uuid} primary key references programme (id),
    institutions integer not null default 0,
    reached integer not null default 0,     -- institutions at or above their minimum
    missing integer not null default 0,     -- how many are missing to the minimums, added up
    heads integer not null default 0,
    heads_started integer not null default 0,
    heads_finished integer not null default 0,
    participations integer not null default 0,
    participations_finished integer not null default 0,
    trainers integer not null default 0,
    trainers_active integer not null default 0
);

-- Courses ------------------------------------------------------------------------------------

create table course (
    id {uuid} primary key,
    slug text not null unique,
    created_at bigint not null
);

create table course_version (               -- immutable once published
    id {uuid} primary key,
    course_id {uuid} not null references course (id),
    number integer not null,
    content_hash text not null,
    published_at bigint not null,
    unique (course_id, number)
);

create table course_source (
    course_version_id {uuid} not null references course_version (id),
    path text not null,
    body text not null,
    primary key (course_version_id, path)
);

create table course_text (                  -- title, modules and units without the units' bodies
    course_version_id {uuid} not null references course_version (id),
    language text not null,
    body text not null,
    primary key (course_version_id, language)
);

create table unit (
    id {uuid} primary key,
    course_version_id {uuid} not null references course_version (id),
    module text not null,
    slug text not null,
    position integer not null,              -- through the whole course, from 1
    minutes integer not null,
    trainers_only boolean not null,
    unique (course_version_id, module, slug)
);

create table unit_text (
    unit_id {uuid} not null references unit (id),
    language text not null,
    body text not null,
    primary key (unit_id, language)
);

-- Cohorts ------------------------------------------------------------------------------------

create table cohort (
    id {uuid} primary key,
    programme_id {uuid} not null references programme (id),
    institution_id {uuid} not null references institution (id),
    course_version_id {uuid} not null references course_version (id),
    title text not null,
    mode text not null,                     -- sessions or self_paced
    audience text not null,                 -- colleagues or trainers
    created_by {uuid} not null references person (id),
    created_at bigint not null,
    revision bigint not null,               -- refuses a second person's stale change
    people integer not null default 0,      -- invited ever and not undone, as domain::cascade::tally counts
    started integer not null default 0,
    finished integer not null default 0,
    withdrawn integer not null default 0,
    last_activity_at bigint
);
create index cohort_institution on cohort (programme_id, institution_id, created_at);

create table cohort_trainer (
    cohort_id {uuid} not null references cohort (id),
    person_id {uuid} not null references person (id),
    added_at bigint not null,
    primary key (cohort_id, person_id)
);
create index cohort_trainer_person on cohort_trainer (person_id);

create table session (
    id {uuid} primary key,
    cohort_id {uuid} not null references cohort (id),
    on_day text not null,
    place text not null,
    delivered_at bigint                     -- null: planned
);
create index session_cohort on session (cohort_id, on_day);

create table session_trainer (
    session_id {uuid} not null references session (id),
    person_id {uuid} not null references person (id),
    primary key (session_id, person_id)
);
create index session_trainer_person on session_trainer (person_id);

create table attendance (                   -- append-only: the newest line of a person counts
    id {uuid} primary key,
    session_id {uuid} not null references session (id),
    person_id {uuid} not null references person (id),
    present boolean not null,
    source text not null,
    recorded_by {uuid} not null references person (id),
    at bigint not null
);
create index attendance_session on attendance (session_id, person_id, at);
create index attendance_person on attendance (person_id);

create table participation (
    id {uuid} primary key,
    cohort_id {uuid} not null references cohort (id),
    person_id {uuid} not null references person (id),
    programme_id {uuid} not null,
    institution_id {uuid} not null,         -- where the person was trained; never changed by a move
    counts boolean not null,                -- a colleague head: not a trainer or lead there (rule 4)
    invited_at bigint not null,
    started_at bigint,
    finished_at bigint,
    withdrawn_at bigint,
    withdrawn_reason text,
    last_activity_at bigint,
    units_done integer not null default 0,
    unique (cohort_id, person_id)
);
create index participation_person on participation (person_id);
create index participation_institution on participation (programme_id, institution_id, person_id);
create index participation_withdrawn on participation (programme_id, institution_id, withdrawn_at) where withdrawn_at is not null;

create table participation_event (          -- append-only history
    id {uuid} primary key,
    participation_id {uuid} not null references participation (id),
    kind text not null,
    at bigint not null,
    actor_id {uuid},
    detail text not null
);
create index participation_event_participation on participation_event (participation_id, at);

create table head (                         -- one colleague once per programme and institution
    programme_id {uuid} not null,
    institution_id {uuid} not null,
    person_id {uuid} not null references person (id),
    participations integer not null,
    started integer not null,
    finished integer not null,
    withdrawn integer not null,
    primary key (programme_id, institution_id, person_id)
);

create table lineage_edge (                 -- append-only: who was trained by whom, where
    programme_id {uuid} not null,
    trainee_id {uuid} not null references person (id),
    trainer_id {uuid} not null references person (id),
    cohort_id {uuid} not null references cohort (id),
    session_id {uuid},
    at bigint not null,
    primary key (trainee_id, trainer_id, cohort_id)
);
create index lineage_edge_trainer on lineage_edge (trainer_id, programme_id, trainee_id);
create index lineage_edge_trainee on lineage_edge (trainee_id, programme_id, trainer_id);
create index lineage_edge_cohort on lineage_edge (cohort_id);

create table generation (
    programme_id {uuid} not null,
    person_id {uuid} not null references person (id),
    smallest integer not null,
    largest integer not null,
    primary key (programme_id, person_id)
);

create table enrolment (
    id {uuid} primary key,
    cohort_id {uuid} not null references cohort (id),
    made_by {uuid} not null references person (id),
    state text not null,                    -- draft, committed or undone
    revision bigint not null,
    draft text not null,                    -- the rows and choices, JSON; what is not enrolled stays here
    created_at bigint not null,
    changed_at bigint not null,
    committed_at bigint,
    undone_at bigint,
    undone_by {uuid}
);
create index enrolment_cohort on enrolment (cohort_id, state, created_at);
create unique index enrolment_draft on enrolment (cohort_id, made_by) where state = 'draft';

create table enrolment_row (                -- the permanent outcome of each line
    id {uuid} primary key,
    enrolment_id {uuid} not null references enrolment (id),
    line integer not null,
    name text not null,
    address text not null,
    outcome text not null,
    reason text not null,
    person_id {uuid},
    participation_id {uuid}
);
create index enrolment_row_enrolment on enrolment_row (enrolment_id, line);

-- Learning -----------------------------------------------------------------------------------

create table response (                     -- append-only: the newest of a question counts
    id {uuid} primary key,
    person_id {uuid} not null references person (id),
    unit_id {uuid} not null references unit (id),
    question text not null,
    save_key text not null,                 -- chosen by the browser: a repeated save is the same save
    answer text not null,
    score integer not null,                 -- thousandths; -1: waits for a trainer
    saved_at bigint not null,
    unique (person_id, unit_id, question, save_key)
);
create index response_newest on response (person_id, unit_id, question, saved_at, id);

create table reflection (                   -- private to the learner
    person_id {uuid} not null references person (id),
    unit_id {uuid} not null references unit (id),
    prompt text not null,
    body text not null,
    saved_at bigint not null,
    primary key (person_id, unit_id, prompt)
);

create table submission (
    person_id {uuid} not null references person (id),
    unit_id {uuid} not null references unit (id),
    body text not null,
    submitted_at bigint not null,
    primary key (person_id, unit_id)
);

create table reading (                      -- how far somebody has read a unit
    person_id {uuid} not null references person (id),
    unit_id {uuid} not null references unit (id),
    opened_at bigint not null,
    blocks_seen text not null,              -- ids, separated by spaces
    block text,                             -- where to resume
    part text not null,
    changed_at bigint not null,
    primary key (person_id, unit_id)
);

create table unit_completion (              -- append-only
    person_id {uuid} not null references person (id),
    unit_id {uuid} not null references unit (id),
    completed_at bigint not null,
    primary key (person_id, unit_id)
);
