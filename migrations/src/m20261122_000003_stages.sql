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
    moved_by {uuid},
    at bigint not null
);
create index programme_extension_programme on programme_extension (programme_id, at);
create index generation_level on generation (programme_id, smallest, person_id);
create index cohort_programme on cohort (programme_id, created_at);
alter table programme_tally add column with_target integer not null default 0;   -- institutions that have a minimum to reach

-- What was kept before this step is brought along. Who has fallen silent is noted by the running
-- installation, within the hour.
create table came (participation_id {uuid} primary key, attended integer not null, delivered integer not null);
insert into came (participation_id, attended, delivered)
select p.id,
       (select count(distinct a.session_id) from attendance a join session s on s.id = a.session_id
        where s.cohort_id = p.cohort_id and s.delivered_at is not null and a.person_id = p.person_id and a.present
        and not exists (select 1 from attendance later where later.session_id = a.session_id
            and later.person_id = a.person_id and (later.at > a.at or (later.at = a.at and later.id > a.id)))),
       (select count(*) from session s where s.cohort_id = p.cohort_id and s.delivered_at is not null)
from participation p where p.started_at is not null and p.finished_at is null;
update participation set stage = case
    when finished_at is not null then 4
    when started_at is null then 0
    else (select case when attended = 0 then 1 when attended * 10 >= delivered * 8 then 3 else 2 end
          from came where came.participation_id = participation.id) end;
drop table came;
update head set way = (
    select case when count(p.finished_at) = 0 then max(case when p.withdrawn_at is null then p.stage end) end
    from participation p where p.programme_id = head.programme_id and p.institution_id = head.institution_id
    and p.person_id = head.person_id and p.counts);
update cohort set open = (select count(*) from participation p where p.cohort_id = cohort.id
    and p.finished_at is null and p.withdrawn_at is null);
update programme_institution set
    at_invited = (select count(*) from participation p where p.programme_id = programme_institution.programme_id
        and p.institution_id = programme_institution.institution_id and p.counts and p.stage = 0),
    at_enrolled = (select count(*) from participation p where p.programme_id = programme_institution.programme_id
        and p.institution_id = programme_institution.institution_id and p.counts and p.stage = 1),
    at_attended_once = (select count(*) from participation p where p.programme_id = programme_institution.programme_id
        and p.institution_id = programme_institution.institution_id and p.counts and p.stage = 2),
    at_attended_enough = (select count(*) from participation p where p.programme_id = programme_institution.programme_id
        and p.institution_id = programme_institution.institution_id and p.counts and p.stage = 3),
    at_passed = (select count(*) from participation p where p.programme_id = programme_institution.programme_id
        and p.institution_id = programme_institution.institution_id and p.counts and p.stage = 4),
    at_certified = (select count(*) from participation p where p.programme_id = programme_institution.programme_id
        and p.institution_id = programme_institution.institution_id and p.counts and p.stage = 5),
    at_applied = (select count(*) from participation p where p.programme_id = programme_institution.programme_id
        and p.institution_id = programme_institution.institution_id and p.counts and p.stage = 6),
    open_invited = (select count(*) from head h where h.programme_id = programme_institution.programme_id
        and h.institution_id = programme_institution.institution_id and h.way = 0),
    open_enrolled = (select count(*) from head h where h.programme_id = programme_institution.programme_id
        and h.institution_id = programme_institution.institution_id and h.way = 1),
    open_attended_once = (select count(*) from head h where h.programme_id = programme_institution.programme_id
        and h.institution_id = programme_institution.institution_id and h.way = 2),
    open_attended_enough = (select count(*) from head h where h.programme_id = programme_institution.programme_id
        and h.institution_id = programme_institution.institution_id and h.way = 3),
    open_passed = (select count(*) from head h where h.programme_id = programme_institution.programme_id
        and h.institution_id = programme_institution.institution_id and h.way = 4),
    lost_invited = (select count(*) from participation p where p.programme_id = programme_institution.programme_id
        and p.institution_id = programme_institution.institution_id and p.counts and p.stage = 0
        and p.finished_at is null and p.withdrawn_at is not null),
    lost_enrolled = (select count(*) from participation p where p.programme_id = programme_institution.programme_id
        and p.institution_id = programme_institution.institution_id and p.counts and p.stage = 1
        and p.finished_at is null and p.withdrawn_at is not null),
    lost_attended_once = (select count(*) from participation p where p.programme_id = programme_institution.programme_id
        and p.institution_id = programme_institution.institution_id and p.counts and p.stage = 2
        and p.finished_at is null and p.withdrawn_at is not null),
    lost_attended_enough = (select count(*) from participation p where p.programme_id = programme_institution.programme_id
        and p.institution_id = programme_institution.institution_id and p.counts and p.stage = 3
        and p.finished_at is null and p.withdrawn_at is not null),
    lost_passed = (select count(*) from participation p where p.programme_id = programme_institution.programme_id
        and p.institution_id = programme_institution.institution_id and p.counts and p.stage = 4
        and p.finished_at is null and p.withdrawn_at is not null);
update programme_tally set
    with_target = (select count(pi.target_min) from programme_institution pi where pi.programme_id = programme_tally.programme_id),
    at_invited = (select coalesce(sum(pi.at_invited), 0) from programme_institution pi where pi.programme_id = programme_tally.programme_id),
    at_enrolled = (select coalesce(sum(pi.at_enrolled), 0) from programme_institution pi where pi.programme_id = programme_tally.programme_id),
    at_attended_once = (select coalesce(sum(pi.at_attended_once), 0) from programme_institution pi where pi.programme_id = programme_tally.programme_id),
    at_attended_enough = (select coalesce(sum(pi.at_attended_enough), 0) from programme_institution pi where pi.programme_id = programme_tally.programme_id),
    at_passed = (select coalesce(sum(pi.at_passed), 0) from programme_institution pi where pi.programme_id = programme_tally.programme_id),
    at_certified = (select coalesce(sum(pi.at_certified), 0) from programme_institution pi where pi.programme_id = programme_tally.programme_id),
    at_applied = (select coalesce(sum(pi.at_applied), 0) from programme_institution pi where pi.programme_id = programme_tally.programme_id),
    open_invited = (select coalesce(sum(pi.open_invited), 0) from programme_institution pi where pi.programme_id = programme_tally.programme_id),
    open_enrolled = (select coalesce(sum(pi.open_enrolled), 0) from programme_institution pi where pi.programme_id = programme_tally.programme_id),
    open_attended_once = (select coalesce(sum(pi.open_attended_once), 0) from programme_institution pi where pi.programme_id = programme_tally.programme_id),
    open_attended_enough = (select coalesce(sum(pi.open_attended_enough), 0) from programme_institution pi where pi.programme_id = programme_tally.programme_id),
    open_passed = (select coalesce(sum(pi.open_passed), 0) from programme_institution pi where pi.programme_id = programme_tally.programme_id),
    lost_invited = (select coalesce(sum(pi.lost_invited), 0) from programme_institution pi where pi.programme_id = programme_tally.programme_id),
    lost_enrolled = (select coalesce(sum(pi.lost_enrolled), 0) from programme_institution pi where pi.programme_id = programme_tally.programme_id),
    lost_attended_once = (select coalesce(sum(pi.lost_attended_once), 0) from programme_institution pi where pi.programme_id = programme_tally.programme_id),
    lost_attended_enough = (select coalesce(sum(pi.lost_attended_enough), 0) from programme_institution pi where pi.programme_id = programme_tally.programme_id),
    lost_passed = (select coalesce(sum(pi.lost_passed), 0) from programme_institution pi where pi.programme_id = programme_tally.programme_id);
insert into programme_trainer (programme_id, institution_id, person_id, qualified_at, active, delivered_at, days)
select held.programme_id, held.institution_id, held.person_id, held.qualified_at,
       delivered_at is not null or paced > 0, delivered_at,
       case when delivered_at > qualified_at then (delivered_at - qualified_at) / 86400000
            when delivered_at is not null then 0 end
from (select pi.programme_id, pi.institution_id, g.person_id, min(g.granted_at) as qualified_at,
             (select min(s.delivered_at) from session_trainer st join session s on s.id = st.session_id
              join cohort c on c.id = s.cohort_id
              where st.person_id = g.person_id and c.programme_id = pi.programme_id) as delivered_at,
             (select count(*) from cohort_trainer ct join cohort c on c.id = ct.cohort_id
              where ct.person_id = g.person_id and c.programme_id = pi.programme_id
              and c.mode = 'self_paced' and c.started > 0) as paced
      from programme_institution pi
      join role_grant g on g.institution_id = pi.institution_id and g.role = 'trainer' and g.revoked_at is null
      group by pi.programme_id, pi.institution_id, g.person_id) as held;
insert into programme_week (programme_id, week, finished)
select programme_id, at / 604800000, count(*)
from (select programme_id, min(finished_at) as at from participation
      where counts and finished_at is not null group by programme_id, institution_id, person_id) as done
group by programme_id, at / 604800000;
