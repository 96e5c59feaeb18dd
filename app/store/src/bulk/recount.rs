//! Every tally of a programme, counted from its facts in a few statements.
//!
//! The definitions are those of `domain::cascade`: they are kept fact by fact elsewhere, and a
//! test holds both to the same numbers.

use domain::cascade::forecast::OPEN_STAGES;
use domain::cascade::funnel::STAGES;
use domain::ids::ProgrammeId;
use sea_orm::ConnectionTrait;

use crate::session::{NEWEST, ON_PAPER, PRESENT};
use crate::tally::passage;
use crate::{StoreError, sql};

/// Counts the tallies of a programme again: of its cohorts, heads, institutions, generations and
/// its own.
///
/// # Errors
/// When the database fails.
pub async fn recount(db: &impl ConnectionTrait, programme: ProgrammeId) -> Result<(), StoreError> {
    let steps = [
        NO_HEADS.to_owned(),
        HEADS.to_owned(),
        COHORTS.to_owned(),
        INSTITUTIONS_HEADS.to_owned(),
        institutions_passage(),
        INSTITUTIONS_ACTIVITY.to_owned(),
        INSTITUTIONS_SESSIONS.to_owned(),
        NO_EVIDENCE.to_owned(),
        evidence(),
        INSTITUTIONS_EVIDENCE.to_owned(),
        NO_TRAINERS.to_owned(),
        TRAINERS.to_owned(),
        INSTITUTIONS_TRAINERS.to_owned(),
        PROGRAMME.to_owned(),
        programme_passage(),
        programme_show(),
        NO_WEEKS.to_owned(),
        WEEKS.to_owned(),
        NO_GENERATIONS.to_owned(),
        GENERATIONS.to_owned(),
    ];
    for step in steps {
        sql::run(db, &step, [programme.0.into()]).await?;
    }
    super::follow_up::recount(db, programme).await
}

const NO_HEADS: &str = "delete from head where programme_id = $1";

/// Rule 3 and 4: each colleague once per institution that trained them.
const HEADS: &str = "
    insert into head (programme_id, institution_id, person_id, participations, started, finished, withdrawn, way)
    select programme_id, institution_id, person_id,
           count(*), count(last_activity_at), count(finished_at), count(withdrawn_at),
           -- On the way nowhere once finished anywhere.
           case when count(finished_at) = 0
                then max(case when withdrawn_at is null and lapsed_at is null then stage end) end
    from participation where programme_id = $1 and counts
    group by programme_id, institution_id, person_id";

/// A cohort's counts are of everybody in it, colleagues or not.
const COHORTS: &str = "
    update cohort set people = counted.people, started = counted.started,
           finished = counted.finished, withdrawn = counted.withdrawn, open = counted.open,
           last_activity_at = counted.last_activity_at
    from (select c.id, count(p.id) as people, count(p.last_activity_at) as started,
                 count(p.finished_at) as finished, count(p.withdrawn_at) as withdrawn,
                 count(case when p.finished_at is null and p.withdrawn_at is null
                       and p.lapsed_at is null then p.id end) as open,
                 max(p.last_activity_at) as last_activity_at
          from cohort c left join participation p on p.cohort_id = c.id
          where c.programme_id = $1 group by c.id) as counted
    where counted.id = cohort.id";

const INSTITUTIONS_HEADS: &str = "
    update programme_institution set heads = counted.heads, heads_started = counted.started,
           heads_finished = counted.finished, heads_withdrawn = counted.withdrawn,
           participations = counted.participations,
           participations_finished = counted.participations_finished
    from (select pi.institution_id, count(h.person_id) as heads,
                 coalesce(sum(case when h.started > 0 then 1 else 0 end), 0) as started,
                 coalesce(sum(case when h.finished > 0 then 1 else 0 end), 0) as finished,
                 -- Withdrawn from everything before completing anything.
                 coalesce(sum(case when h.finished = 0 and h.withdrawn >= h.participations then 1 else 0 end), 0) as withdrawn,
                 coalesce(sum(h.participations), 0) as participations,
                 coalesce(sum(h.finished), 0) as participations_finished
          from programme_institution pi
          left join head h on h.programme_id = pi.programme_id and h.institution_id = pi.institution_id
          where pi.programme_id = $1 group by pi.institution_id) as counted
    where programme_institution.programme_id = $1
      and programme_institution.institution_id = counted.institution_id";

const INSTITUTIONS_ACTIVITY: &str = "
    update programme_institution set last_activity_at = counted.at
    from (select institution_id, max(last_activity_at) as at from participation
          where programme_id = $1 and counts group by institution_id) as counted
    where programme_institution.programme_id = $1
      and programme_institution.institution_id = counted.institution_id";

const INSTITUTIONS_SESSIONS: &str = "
    update programme_institution set last_session_on = counted.on_day
    from (select pi.institution_id, max(s.on_day) as on_day
          from programme_institution pi
          left join cohort c on c.programme_id = pi.programme_id and c.institution_id = pi.institution_id
          left join session s on s.cohort_id = c.id and s.delivered_at is not null
          where pi.programme_id = $1 group by pi.institution_id) as counted
    where programme_institution.programme_id = $1
      and programme_institution.institution_id = counted.institution_id";

const NO_TRAINERS: &str = "delete from programme_trainer where programme_id = $1";

const NO_EVIDENCE: &str = "delete from session_evidence where programme_id = $1";

/// Rule 12: which required pieces each delivered session lacks.
fn evidence() -> String {
    format!(
        "
    insert into session_evidence (session_id, programme_id, institution_id, missing)
    select session_id, programme_id, institution_id, trim(
           case when attended + register > 0 then '' else 'attendance ' end
           || case when has_agenda > 0 then '' else 'agenda ' end
           || case when on_paper = 0 or register > 0 then '' else 'scan' end)
    from (select s.id as session_id, c.programme_id, c.institution_id,
                 case when exists (select 1 from attendance a where a.session_id = s.id)
                      then 1 else 0 end as attended,
                 case when exists (select 1 from attendance a where a.session_id = s.id and {ON_PAPER})
                      then 1 else 0 end as on_paper,
                 case when exists (select 1 from evidence e where e.session_id = s.id and e.kind = 'register'
                                   and e.removed_at is null) then 1 else 0 end as register,
                 case when s.agenda <> '' or exists (select 1 from evidence e where e.session_id = s.id
                                   and e.kind = 'agenda' and e.removed_at is null) then 1 else 0 end as has_agenda
          from session s join cohort c on c.id = s.cohort_id
          where c.programme_id = $1 and s.delivered_at is not null) as facts"
    )
}

const INSTITUTIONS_EVIDENCE: &str = "
    update programme_institution set sessions = counted.sessions, sessions_complete = counted.complete
    from (select pi.institution_id, coalesce(e.sessions, 0) as sessions,
                 coalesce(e.complete, 0) as complete
          -- Added up first: the sessions of a programme are not sought institution by institution.
          from programme_institution pi left join (
               select institution_id, count(*) as sessions,
                      count(case when missing = '' then 1 end) as complete
               from session_evidence where programme_id = $1 group by institution_id) e
               on e.institution_id = pi.institution_id
          where pi.programme_id = $1) as counted
    where programme_institution.programme_id = $1
      and programme_institution.institution_id = counted.institution_id";

/// Trainers are counted where they hold the role; active with a delivered session, or with a
/// self-paced cohort that has started.
const TRAINERS: &str = "
    insert into programme_trainer
        (programme_id, institution_id, person_id, qualified_at, active, delivered_at, days)
    with delivered as (
        select st.person_id, min(s.delivered_at) as at
        from session_trainer st join session s on s.id = st.session_id
        join cohort c on c.id = s.cohort_id
        where c.programme_id = $1 and s.delivered_at is not null group by st.person_id),
    paced as (
        select distinct ct.person_id from cohort_trainer ct join cohort c on c.id = ct.cohort_id
        where c.programme_id = $1 and c.mode = 'self_paced' and c.started > 0),
    held as (
        select pi.programme_id, pi.institution_id, g.person_id, min(g.granted_at) as qualified_at
        from programme_institution pi
        join role_grant g on g.institution_id = pi.institution_id and g.role = 'trainer'
             and g.revoked_at is null
        where pi.programme_id = $1 group by pi.programme_id, pi.institution_id, g.person_id)
    select h.programme_id, h.institution_id, h.person_id, h.qualified_at,
           d.at is not null or p.person_id is not null, d.at,
           case when d.at > h.qualified_at then (d.at - h.qualified_at) / 86400000
                when d.at is not null then 0 end
    from held h left join delivered d on d.person_id = h.person_id
    left join paced p on p.person_id = h.person_id";

const INSTITUTIONS_TRAINERS: &str = "
    update programme_institution set trainers = counted.trainers, trainers_active = counted.active
    from (select pi.institution_id, count(t.person_id) as trainers,
                 count(case when t.active then t.person_id end) as active
          from programme_institution pi
          left join programme_trainer t on t.programme_id = pi.programme_id
               and t.institution_id = pi.institution_id
          where pi.programme_id = $1 group by pi.institution_id) as counted
    where programme_institution.programme_id = $1
      and programme_institution.institution_id = counted.institution_id";

/// Participations by furthest stage, colleagues on the way, and participations lost.
fn institutions_passage() -> String {
    let set = columns(|name| format!("{name} = counted.{name}"));
    // "at_passed" counts participations, "open_passed" heads, "lost_passed" participations again.
    let sums = passage::COLUMNS.iter().enumerate().map(|(place, name)| {
        let stage = if place < STAGES {
            place
        } else {
            (place - STAGES) % OPEN_STAGES
        };
        match name.split('_').next() {
            Some("open") => format!(
                "(select count(*) from head h where h.programme_id = pi.programme_id \
                 and h.institution_id = pi.institution_id and h.way = {stage}) as {name}"
            ),
            Some("lost") => format!(
                "count(case when {} and p.finished_at is null and \
                 (p.withdrawn_at is not null or p.lapsed_at is not null) then p.id end) as {name}",
                // As the running counts have it: what was lost beyond the open stages stands in the last.
                if stage + 1 == OPEN_STAGES {
                    format!("p.stage >= {stage}")
                } else {
                    format!("p.stage = {stage}")
                }
            ),
            _ => format!("count(case when p.stage = {stage} then p.id end) as {name}"),
        }
    });
    format!(
        "update programme_institution set {set} \
         from (select pi.programme_id, pi.institution_id, {} from programme_institution pi \
               left join participation p on p.programme_id = pi.programme_id \
               and p.institution_id = pi.institution_id and p.counts \
               where pi.programme_id = $1 group by pi.programme_id, pi.institution_id) as counted \
         where programme_institution.programme_id = $1 \
           and programme_institution.institution_id = counted.institution_id",
        sums.collect::<Vec<_>>().join(", ")
    )
}

fn programme_passage() -> String {
    let set = columns(|name| format!("{name} = counted.{name}"));
    let sums = columns(|name| format!("coalesce(sum({name}), 0) as {name}"));
    format!(
        "update programme_tally set {set} \
         from (select {sums} from programme_institution where programme_id = $1) as counted \
         where programme_tally.programme_id = $1"
    )
}

/// Rule 7: whoever stands on the register of a delivered session was expected there, if a trainer
/// said who came.
fn programme_show() -> String {
    format!(
        "update programme_tally set expected = counted.expected, present = counted.present \
         from (select coalesce(sum(expected), 0) as expected, coalesce(sum(present), 0) as present \
               from (select count(case when a.source <> 'taken_back' and {NEWEST} then 1 end) as expected, \
                            count(case when {PRESENT} then 1 end) as present, \
                            count(case when a.source in ('trainer_list', 'online', 'paper') and {NEWEST} \
                                       then 1 end) as by_trainer \
                     from attendance a join session s on s.id = a.session_id \
                     join cohort c on c.id = s.cohort_id \
                     where c.programme_id = $1 and s.delivered_at is not null group by s.id) as session \
               where by_trainer > 0) as counted \
         where programme_tally.programme_id = $1"
    )
}

fn columns(say: impl Fn(&str) -> String) -> String {
    let columns: Vec<String> = passage::COLUMNS.iter().map(|name| say(name)).collect();
    columns.join(", ")
}

const NO_WEEKS: &str = "delete from programme_week where programme_id = $1";

/// Each head in the week in which it finished first.
const WEEKS: &str = "
    insert into programme_week (programme_id, week, finished)
    select $1, done.at / 604800000, count(*)
    from (select min(finished_at) as at from participation
          where programme_id = $1 and counts and finished_at is not null
          group by institution_id, person_id) as done
    group by done.at / 604800000";

const PROGRAMME: &str = "
    update programme_tally set institutions = counted.institutions,
           with_target = counted.with_target, reached = counted.reached,
           missing = counted.missing, heads = counted.heads, heads_started = counted.heads_started,
           heads_finished = counted.heads_finished, participations = counted.participations,
           participations_finished = counted.participations_finished,
           trainers = counted.trainers, trainers_active = counted.trainers_active,
           sessions = counted.sessions, sessions_complete = counted.sessions_complete
    from (select count(*) as institutions, count(target_min) as with_target,
                 coalesce(sum(case when heads_finished >= target_min then 1 else 0 end), 0) as reached,
                 coalesce(sum(missing), 0) as missing, coalesce(sum(heads), 0) as heads,
                 coalesce(sum(heads_started), 0) as heads_started,
                 coalesce(sum(heads_finished), 0) as heads_finished,
                 coalesce(sum(participations), 0) as participations,
                 coalesce(sum(participations_finished), 0) as participations_finished,
                 coalesce(sum(trainers), 0) as trainers,
                 coalesce(sum(trainers_active), 0) as trainers_active,
                 coalesce(sum(sessions), 0) as sessions,
                 coalesce(sum(sessions_complete), 0) as sessions_complete
          from programme_institution where programme_id = $1) as counted
    where programme_tally.programme_id = $1";

const NO_GENERATIONS: &str = "delete from generation where programme_id = $1";

/// Rule 2: the lengths of all ways down from those whom nobody trained; the shortest and the
/// longest are kept. Edges never close a cycle, so the walk ends.
const GENERATIONS: &str = "
    insert into generation (programme_id, person_id, smallest, largest)
    with recursive walk (person_id, steps) as (
        select distinct e.trainer_id, 0 from lineage_edge e
        where e.programme_id = $1 and not exists (select 1 from lineage_edge above
              where above.programme_id = $1 and above.trainee_id = e.trainer_id)
        union
        select e.trainee_id, walk.steps + 1 from walk
        join lineage_edge e on e.trainer_id = walk.person_id and e.programme_id = $1)
    select $1, person_id, min(steps), max(steps) from walk where steps > 0 group by person_id";
