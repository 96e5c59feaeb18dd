//! The tallies counted at the end are those that would have been kept fact by fact.

use domain::cascade::funnel::Stage;
use domain::cascade::tally::ParticipationEvent;
use domain::clock::Timestamp;
use domain::ids::ProgrammeId;
use sea_orm::DatabaseBackend;
use store::bulk::Facts;
use store::participation::{Because, Newcomer, Participation};
use store::{ConnectionTrait, DatabaseTransaction, Store, StoreError, bulk};
use uuid::Uuid;

use super::stage::{services, texts};
use crate::Size;
use crate::load::{begin, setting};
use crate::teller::tell;

/// Every column that is counted, or written while counting.
const COUNTED: [(&str, &[&str]); 11] = [
    (
        "participation",
        &[
            "id",
            "counts",
            "started_at",
            "finished_at",
            "withdrawn_at",
            "last_activity_at",
            "units_done",
            "stage",
            "lapsed_at",
            "track",
        ],
    ),
    (
        "cohort",
        &[
            "id",
            "people",
            "started",
            "finished",
            "withdrawn",
            "open",
            "last_activity_at",
            "track",
        ],
    ),
    (
        "head",
        &[
            "institution_id",
            "person_id",
            "participations",
            "started",
            "finished",
            "withdrawn",
            "way",
        ],
    ),
    (
        "programme_institution",
        &[
            "institution_id",
            "name_key",
            "target_min",
            "trainers",
            "trainers_active",
            "heads",
            "heads_started",
            "heads_finished",
            "heads_withdrawn",
            "participations",
            "participations_finished",
            "last_activity_at",
            "last_session_on",
            "missing",
            "at_invited",
            "at_enrolled",
            "at_attended_once",
            "at_attended_enough",
            "at_passed",
            "at_certified",
            "at_applied",
            "open_invited",
            "open_enrolled",
            "open_attended_once",
            "open_attended_enough",
            "open_passed",
            "lost_invited",
            "lost_enrolled",
            "lost_attended_once",
            "lost_attended_enough",
            "lost_passed",
        ],
    ),
    (
        "programme_tally",
        &[
            "institutions",
            "with_target",
            "reached",
            "missing",
            "heads",
            "heads_started",
            "heads_finished",
            "participations",
            "participations_finished",
            "trainers",
            "trainers_active",
            "at_invited",
            "at_enrolled",
            "at_attended_once",
            "at_attended_enough",
            "at_passed",
            "at_certified",
            "at_applied",
            "open_invited",
            "open_enrolled",
            "open_attended_once",
            "open_attended_enough",
            "open_passed",
            "lost_invited",
            "lost_enrolled",
            "lost_attended_once",
            "lost_attended_enough",
            "lost_passed",
        ],
    ),
    (
        "programme_trainer",
        &[
            "institution_id",
            "person_id",
            "qualified_at",
            "active",
            "delivered_at",
            "days",
        ],
    ),
    ("programme_week", &["week", "finished"]),
    (
        "lineage_edge",
        &["trainee_id", "trainer_id", "cohort_id", "at"],
    ),
    ("generation", &["person_id", "smallest", "largest"]),
    (
        "follow_up_tally",
        &["institution_id", "round", "what", "people"],
    ),
    ("follow_up_programme_tally", &["round", "what", "people"]),
];

async fn counted(store: &Store, table: &str, columns: &[&str]) -> Vec<String> {
    let text = |column: &&str| match store.read().get_database_backend() {
        DatabaseBackend::Sqlite => format!("quote({column})"),
        _ => format!("coalesce(cast({column} as text), 'null')"),
    };
    let line: Vec<String> = columns.iter().map(text).collect();
    texts(
        store,
        &format!(
            "select {} as line from {table} order by line",
            line.join(" || '|' || ")
        ),
    )
    .await
}

harness::on_both! {
    async fn the_tallies_are_those_that_use_cases_would_have_kept(store: Store) {
        let size = Size { institutions: 13, people: 300, seed: 4 };
        crate::prepare(&services(&store), size, |_| ()).await.expect("a demonstration");
        let scratch = if store.engine() == "sqlite" {
            harness::sqlite().await
        } else {
            harness::postgres().await.expect("the cluster that the first half runs on")
        };
        one_by_one(&scratch.store, size).await;
        for (table, columns) in COUNTED {
            let expected = counted(&scratch.store, table, columns).await;
            assert!(!expected.is_empty(), "{table}");
            assert_eq!(counted(&store, table, columns).await, expected, "{table}");
        }
    }
}

/// Tells the same story to the functions that use cases call.
async fn one_by_one(store: &Store, size: Size) {
    let services = services(store);
    let setting = setting(&services, size).await.expect("a setting");
    begin(&services, &setting).await.expect("a programme");
    for group in 0..setting.groups() {
        let mut facts = Facts::default();
        tell(&setting, group, &mut facts, |_| ());
        let programme = setting.programme.id;
        store
            .write::<(), StoreError>(Box::new(move |tx| {
                Box::pin(async move { relive(tx, programme, facts).await })
            }))
            .await
            .expect("a group relived");
    }
}

async fn relive(
    tx: &DatabaseTransaction,
    programme: ProgrammeId,
    mut facts: Facts,
) -> Result<(), StoreError> {
    for joined in &facts.institutions {
        store::programme::create_institution(tx, &joined.institution, joined.at).await?;
        store::programme::join(tx, programme, &joined.institution, joined.range).await?;
    }
    for (cohort_facts, trainers) in take_cohorts(tx, &mut facts).await? {
        store::cohort::create(tx, &cohort_facts, &trainers).await?;
    }
    hold(tx, &facts).await?;
    let mut ids = 0_u128;
    let mut next_id = || {
        ids += 1;
        Uuid::from_u128(facts.people[0].id.0.as_u128() + (ids << 1))
    };
    for (time, id, event, detail) in enrolled(tx, &facts, &mut next_id).await? {
        let because = Because {
            event: next_id(),
            actor: None,
            at: time,
            detail: &detail,
        };
        store::participation::record(tx, id, event, because).await?;
    }
    for one in &facts.participations {
        let kept = store::participation::by_id(tx, one.id)
            .await?
            .expect("kept");
        store::participation::keep_track(tx, one.id, one.track.as_ref()).await?;
        store::participation::keep_units_done(tx, &kept, one.units_done as usize).await?;
    }
    for given in &facts.follow_ups {
        let of = store::participation::by_id(tx, given.participation)
            .await?
            .expect("kept");
        store::follow_up::keep(tx, given.id, &of, given.round, &given.answered).await?;
        if given.round.means_applied(given.answered.answer) {
            let because = Because {
                event: next_id(),
                actor: None,
                at: given.answered.at,
                detail: "",
            };
            store::participation::reach(tx, of.id, Stage::Applied, because).await?;
        }
    }
    let mut edges = facts.edges.clone();
    edges.sort_by_key(|(_, edge)| edge.at);
    for (programme, edge) in &edges {
        store::lineage::record(tx, *programme, edge).await?;
    }
    for joined in &facts.institutions {
        store::tally::recount_trainers(tx, joined.institution.id).await?;
    }
    Ok(())
}

/// Keeps what is counted nowhere, and answers the cohorts that are to be made.
async fn take_cohorts(
    tx: &DatabaseTransaction,
    facts: &mut Facts,
) -> Result<Vec<(store::cohort::Cohort, Vec<domain::ids::PersonId>)>, StoreError> {
    let background = Facts {
        people: facts.people.clone(),
        memberships: facts.memberships.clone(),
        grants: facts.grants.clone(),
        ..Facts::default()
    };
    bulk::keep(tx, &background).await?;
    Ok(std::mem::take(&mut facts.cohorts))
}

async fn hold(tx: &DatabaseTransaction, facts: &Facts) -> Result<(), StoreError> {
    for session in &facts.sessions {
        let planned = store::session::Session {
            delivered_at: None,
            ..session.clone()
        };
        store::session::plan(tx, &planned).await?;
        if let Some(at) = session.delivered_at {
            store::session::mark_delivered(tx, session, at).await?;
        }
    }
    Ok(())
}

type Event = (
    Timestamp,
    domain::ids::ParticipationId,
    ParticipationEvent,
    String,
);

/// Enrols everybody; answers what happened to them then, in the order of time.
async fn enrolled(
    tx: &DatabaseTransaction,
    facts: &Facts,
    mut next_id: impl FnMut() -> Uuid,
) -> Result<Vec<Event>, StoreError> {
    let mut events: Vec<Event> = Vec::new();
    for one in &facts.participations {
        let cohort = store::cohort::by_id(tx, one.cohort)
            .await?
            .expect("a cohort");
        let newcomer = Newcomer {
            id: one.id,
            event: next_id(),
            person: one.person,
        };
        let actor = cohort.created_by;
        store::participation::enrol(tx, &cohort, &[newcomer], actor, one.invited_at).await?;
        events.extend(life(one));
    }
    events.sort_by_key(|event| event.0);
    Ok(events)
}

fn life(one: &Participation) -> Vec<Event> {
    let acted = [one.started_at, one.last_activity].into_iter().flatten();
    let mut events: Vec<Event> = acted
        .map(|at| (at, one.id, ParticipationEvent::Acted(at), String::new()))
        .collect();
    if let Some(at) = one.finished_at {
        events.push((at, one.id, ParticipationEvent::Finished(at), String::new()));
    }
    if let (Stage::Applied, Some(at)) = (one.stage, one.finished_at) {
        let event = ParticipationEvent::Reached(Stage::Applied);
        events.push((at, one.id, event, String::new()));
    }
    if matches!(one.stage, Stage::AttendedOnce | Stage::AttendedEnough) {
        let event = ParticipationEvent::Registered(Some(one.stage));
        let at = one.last_activity.unwrap_or(one.invited_at);
        events.push((at, one.id, event, String::new()));
    }
    if let Some(at) = one.lapsed_at {
        events.push((at, one.id, ParticipationEvent::Lapsed, String::new()));
    }
    if let Some((at, reason)) = &one.withdrawn {
        events.push((*at, one.id, ParticipationEvent::Withdrawn, reason.clone()));
    }
    events
}
