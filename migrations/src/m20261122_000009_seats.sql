-- How many of those expected come (rule 7) --------------------------------------------------------

-- People on the registers of delivered sessions in which a trainer said who came, and those of them
-- who were there.
alter table programme_tally add column expected integer not null default 0;
alter table programme_tally add column present integer not null default 0;

update programme_tally set
    expected = (select count(*) from attendance a join session s on s.id = a.session_id
                join cohort c on c.id = s.cohort_id
                where c.programme_id = programme_tally.programme_id and s.delivered_at is not null
                and exists (select 1 from attendance t where t.session_id = s.id
                            and t.source in ('trainer_list', 'online', 'paper'))
                and not exists (select 1 from attendance b where b.session_id = a.session_id
                                and b.person_id = a.person_id
                                and (b.at > a.at or (b.at = a.at and b.id > a.id)))),
    present = (select count(*) from attendance a join session s on s.id = a.session_id
                join cohort c on c.id = s.cohort_id
                where c.programme_id = programme_tally.programme_id and s.delivered_at is not null
                and a.present
                and exists (select 1 from attendance t where t.session_id = s.id
                            and t.source in ('trainer_list', 'online', 'paper'))
                and not exists (select 1 from attendance b where b.session_id = a.session_id
                                and b.person_id = a.person_id
                                and (b.at > a.at or (b.at = a.at and b.id > a.id))));

-- The planned sessions that still offer seats: few, however many were held.
create index session_seats on session (on_day, cohort_id, seats)
    where delivered_at is null and cancelled_at is null and seats is not null;
