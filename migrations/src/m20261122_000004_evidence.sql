create table evidence (                     -- append-only: removing marks, with a reason
    id {uuid} primary key,
    session_id {uuid} not null references session (id),
    kind text not null,                     -- register, photo, agenda, materials or other
    name text not null,
    media_type text not null,               -- by content, never by name
    bytes bigint not null,
    sha256 text not null,                   -- also the file's name in the blob store
    added_by {uuid} not null references person (id),
    added_at bigint not null,
    removed_at bigint,
    removed_by {uuid} references person (id),
    removed_reason text not null default ''
);
create index evidence_session on evidence (session_id, added_at);
create unique index evidence_once on evidence (session_id, sha256) where removed_at is null;

-- A row per delivered session: which required pieces it lacks, as domain::cascade::evidence says,
-- changed in the transaction of the facts that it follows from.
create table session_evidence (
    session_id {uuid} primary key references session (id),
    programme_id {uuid} not null,
    institution_id {uuid} not null,
    missing text not null                   -- codes separated by spaces; empty: complete
);
create index session_evidence_missing on session_evidence (programme_id, institution_id, session_id) where missing <> '';

alter table programme_institution add column sessions integer not null default 0;          -- delivered
alter table programme_institution add column sessions_complete integer not null default 0; -- with all evidence
create index programme_institution_lacking on programme_institution (programme_id, name_key, institution_id) where sessions <> sessions_complete;
alter table programme_tally add column sessions integer not null default 0;
alter table programme_tally add column sessions_complete integer not null default 0;

-- Sessions delivered before this step have an attendance record and no agenda.
insert into session_evidence (session_id, programme_id, institution_id, missing)
    select s.id, c.programme_id, c.institution_id,
           case when exists (select 1 from attendance a where a.session_id = s.id)
                then 'agenda' else 'attendance agenda' end
    from session s join cohort c on c.id = s.cohort_id where s.delivered_at is not null;
update programme_institution set sessions = counted.sessions
    from (select programme_id, institution_id, count(*) as sessions from session_evidence
          group by programme_id, institution_id) as counted
    where counted.programme_id = programme_institution.programme_id
      and counted.institution_id = programme_institution.institution_id;
update programme_tally set sessions = counted.sessions
    from (select programme_id, count(*) as sessions from session_evidence group by programme_id) as counted
    where counted.programme_id = programme_tally.programme_id;

create table pack (                         -- made once by a background job; its zip never changes
    id {uuid} primary key,
    kind text not null,                     -- session or funder
    programme_id {uuid} not null references programme (id),
    session_id {uuid} references session (id),
    from_day text,                          -- null for a session's pack
    to_day text,
    language text not null,
    made_by {uuid} not null references person (id),
    asked_at bigint not null,
    state text not null,                    -- waiting, making, ready or failed
    attempts integer not null default 0,
    lease_until bigint not null default 0,  -- until then, the process that makes it is believed to live
    done integer not null default 0,        -- steps
    total integer not null default 0,
    made_at bigint,
    sha256 text,
    bytes bigint,
    error text                              -- a code: says why it failed
);
create index pack_open on pack (asked_at) where state in ('waiting', 'making');
create index pack_programme on pack (programme_id, kind, asked_at);
create index pack_session on pack (session_id, asked_at) where session_id is not null;
