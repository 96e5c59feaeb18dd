-- Hours are local wall time, HH:MM, empty when nobody said; moments follow from the programme's time zone.
alter table session add column starts text not null default '';
alter table session add column ends text not null default '';
alter table session add column meeting text not null default 'room';        -- room, online or hybrid
alter table session add column link text not null default '';
alter table session add column minutes integer not null default 0;          -- taught, for the funder
alter table session add column seats integer;                               -- null: as many as are enrolled
alter table session add column agenda text not null default '';
alter table session add column work_package text not null default '';
alter table session add column deliverable text not null default '';
alter table session add column revision bigint not null default 0;          -- also the calendar entry's SEQUENCE
alter table session add column cancelled_at bigint;
alter table session add column cancelled_reason text not null default '';
alter table session add column check_in_secret text;                        -- 64 hexadecimal digits; the shown codes follow from it
create index session_day on session (on_day);

create table session_unit (                 -- what a session teaches, in order
    session_id {uuid} not null references session (id),
    unit_id {uuid} not null references unit (id),
    position integer not null,
    primary key (session_id, unit_id)
);

alter table attendance add column reason text not null default '';          -- why a later line differs from the one before

create table adaptation (                   -- what was changed for the local context
    id {uuid} primary key,
    session_id {uuid} not null references session (id),
    unit_id {uuid} references unit (id),    -- null: the session as a whole
    body text not null,
    made_by {uuid} not null references person (id),
    made_at bigint not null,
    withdrawn_at bigint                     -- taken back; the row stays
);
create index adaptation_session on adaptation (session_id, made_at);
