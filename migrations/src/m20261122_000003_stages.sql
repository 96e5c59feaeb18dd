-- The furthest stage of each participation (domain::cascade::funnel): 0 invited, 1 enrolled,
-- 2 attended once, 3 attended enough, 4 passed, 5 certified, 6 applied.
alter table participation add column stage integer not null default 0;
alter table participation add column lapsed_at bigint;   -- silent for long; null again with the next sign of life
create index participation_open on participation ((coalesce(last_activity_at, invited_at)))
    where finished_at is null and withdrawn_at is null and lapsed_at is null;

alter table head add column way integer;                 -- the stage in which the colleague is on the way; null: arrived, or nothing is open
alter table cohort add column open integer not null default 0;   -- participations whose outcome is not known yet
create index cohort_open on cohort (programme_id, (coalesce(last_activity_at, created_at)), id) where open > 0;

-- at_: participations by furthest stage. open_: colleagues on the way. lost_: participations over without having counted.
alter table programme_institution add column at_invited integer not null default 0;
alter table programme_institution add column at_enrolled integer not null default 0;
alter table programme_institution add column at_attended_once integer not null default 0;
alter table programme_institution add column at_attended_enough integer not null default 0;
alter table programme_institution add column at_passed integer not null default 0;
alter table programme_institution add column at_certified integer not null default 0;
alter table programme_institution add column at_applied integer not null default 0;
alter table programme_institution add column open_invited integer not null default 0;
alter table programme_institution add column open_enrolled integer not null default 0;
alter table programme_institution add column open_attended_once integer not null default 0;
alter table programme_institution add column open_attended_enough integer not null default 0;
alter table programme_institution add column open_passed integer not null default 0;
alter table programme_institution add column lost_invited integer not null default 0;
alter table programme_institution add column lost_enrolled integer not null default 0;
alter table programme_institution add column lost_attended_once integer not null default 0;
alter table programme_institution add column lost_attended_enough integer not null default 0;
alter table programme_institution add column lost_passed integer not null default 0;

alter table programme_tally add column at_invited integer not null default 0;
alter table programme_tally add column at_enrolled integer not null default 0;
alter table programme_tally add column at_attended_once integer not null default 0;
alter table programme_tally add column at_attended_enough integer not null default 0;
alter table programme_tally add column at_passed integer not null default 0;
alter table programme_tally add column at_certified integer not null default 0;
alter table programme_tally add column at_applied integer not null default 0;
alter table programme_tally add column open_invited integer not null default 0;
alter table programme_tally add column open_enrolled integer not null default 0;
alter table programme_tally add column open_attended_once integer not null default 0;
alter table programme_tally add column open_attended_enough integer not null default 0;
alter table programme_tally add column open_passed integer not null default 0;
alter table programme_tally add column lost_invited integer not null default 0;
alter table programme_tally add column lost_enrolled integer not null default 0;
alter table programme_tally add column lost_attended_once integer not null default 0;
alter table programme_tally add column lost_attended_enough integer not null default 0;
alter table programme_tally add column lost_passed integer not null default 0;

create table programme_trainer (            -- a tally: the trainers of each institution and when they first trained
    programme_id {uuid} not null,
    institution_id {uuid} not null,
    person_id {uuid} not null references person (id),
    qualified_at bigint not null,
    active boolean not null,                -- delivered a session, or somebody started in their self-paced cohort
    delivered_at bigint,                    -- when the register of their first session was first kept
    days integer,                           -- whole days from the one to the other
    primary key (programme_id, institution_id, person_id)
);
create index programme_trainer_waiting on programme_trainer (programme_id, qualified_at, person_id) where not active;
create index programme_trainer_days on programme_trainer (programme_id, days, person_id) where days is not null;

create table programme_week (               -- a tally: colleagues who finished, by weeks since 1970 in UTC
    programme_id {uuid} not null,
    week bigint not null,
    finished integer not null,
    primary key (programme_id, week)
);

create table programme_extension (          -- append-only: how the end date moved; null: none was set
    id {uuid} primary key,
    programme_id {uuid} not null references programme (id),
    from_day text,
    to_day text,
    reason text not null,
    moved_by {uuid} references person (id),
    at bigint not null
);
create index programme_extension_programme on programme_extension (programme_id, at);
create index generation_level on generation (programme_id, smallest, person_id);
create index cohort_programme on cohort (programme_id, created_at);
alter table programme_tally add column with_target integer not null default 0;   -- institutions that have a minimum to reach
