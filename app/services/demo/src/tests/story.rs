//! What the demonstration shows, on the database that a first run makes.

use super::stage::{SQLITE_TABLES, count, dump, services, texts};
use crate::{ACCOUNTS, DemoError, Prepared, Size};
use store::Store;

async fn told() -> (harness::Scratch, Store) {
    let scratch = harness::sqlite().await;
    let store = scratch.store.clone();
    let prepared = crate::prepare(&services(&store), Size::default(), |_| ()).await;
    assert_eq!(
        prepared.expect("a demonstration"),
        Prepared::Made(Size::default())
    );
    (scratch, store)
}

/// Everything in the database, table by table.
async fn everything(store: &Store) -> Vec<(String, Vec<String>)> {
    let mut all = Vec::new();
    for table in texts(store, SQLITE_TABLES).await {
        all.push((table.clone(), dump(store, &table).await));
    }
    all
}

#[tokio::test(flavor = "multi_thread")]
async fn the_same_seed_tells_the_same_story_to_the_last_row() {
    let (_first, one) = told().await;
    let (_second, other) = told().await;
    for (one, other) in everything(&one)
        .await
        .into_iter()
        .zip(everything(&other).await)
    {
        assert_eq!(one, other);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn another_seed_tells_of_other_people_in_the_same_states() {
    let (_first, one) = told().await;
    let scratch = harness::sqlite().await;
    let size = Size {
        seed: 2,
        ..Size::default()
    };
    crate::prepare(&services(&scratch.store), size, |_| ())
        .await
        .expect("a demonstration");
    let names = "select name from person order by name";
    assert_ne!(texts(&one, names).await, texts(&scratch.store, names).await);
    let heads =
        "select name || heads || '/' || heads_finished from programme_institution order by name";
    assert_eq!(texts(&one, heads).await, texts(&scratch.store, heads).await);
}

#[tokio::test(flavor = "multi_thread")]
async fn every_state_that_a_dashboard_must_show_is_there() {
    let (_scratch, store) = told().await;
    let states = [
        (
            "on target",
            "select count(*) from programme_institution where heads_finished between target_min and target_max",
        ),
        (
            "above range",
            "select count(*) from programme_institution where heads_finished > target_max",
        ),
        (
            "behind",
            "select count(*) from programme_institution where heads_finished > 0 and heads_finished < target_min",
        ),
        (
            "invited only",
            "select count(*) from programme_institution where heads > 0 and heads_started = 0",
        ),
        (
            "no cohort yet",
            "select count(*) from programme_institution pi where heads = 0 and trainers = 5 \
            and not exists (select 1 from cohort c where c.institution_id = pi.institution_id and c.audience = 'colleagues')",
        ),
        (
            "silent trainers",
            "select count(*) from programme_institution where trainers_active between 1 and 3",
        ),
        (
            "a promise of one's own",
            "select count(*) from tier where institution_id is not null and target_max > 0",
        ),
        (
            "no target",
            "select count(*) from programme_institution where target_min is null",
        ),
        (
            "a moved end date",
            "select count(*) from programme_extension where from_day < to_day and reason <> ''",
        ),
        (
            "a trainer who is new",
            "select count(*) from programme_trainer where not active and days is null",
        ),
        (
            "silent for so long that nobody waits",
            "select count(*) from participation where lapsed_at is not null and finished_at is null",
        ),
        (
            "came once, and not often enough",
            "select count(*) from participation where counts and stage = 2",
        ),
        (
            "came often enough, and did not finish",
            "select count(*) from participation where counts and stage = 3",
        ),
        (
            "withdrawn with a reason",
            "select count(*) from participation where withdrawn_at is not null and withdrawn_reason <> ''",
        ),
        (
            "moved, and counted where trained",
            "select count(*) from membership m join participation p on p.person_id = m.person_id \
            where m.to_day is null and m.institution_id <> p.institution_id and p.counts",
        ),
        (
            "one head, two participations",
            "select count(*) from head where participations = 2 and finished = 1",
        ),
        (
            "a trainer present in a session of colleagues",
            "select count(*) from participation p join cohort c on c.id = p.cohort_id \
            join attendance a on a.person_id = p.person_id where c.audience = 'colleagues' and not p.counts and a.present",
        ),
        (
            "finished with no recorded trainer",
            "select count(*) from participation p where p.finished_at is not null \
            and not exists (select 1 from lineage_edge e where e.trainee_id = p.person_id)",
        ),
        (
            "self-paced, trained on completion",
            "select count(*) from lineage_edge e join cohort c on c.id = e.cohort_id \
            where c.mode = 'self_paced' and e.session_id is null",
        ),
        (
            "trained in sessions",
            "select count(*) from lineage_edge where session_id is not null",
        ),
        (
            "generation 1",
            "select count(*) from generation where smallest = 1",
        ),
        (
            "generation 2",
            "select count(*) from generation where smallest = 2",
        ),
        (
            "a longer way beside the shortest",
            "select count(*) from generation where largest > smallest",
        ),
        (
            "planned sessions",
            "select count(*) from session where delivered_at is null",
        ),
        (
            "an open invitation",
            "select count(*) from invitation where used_at is null and revoked_at is null",
        ),
        (
            "an accepted one",
            "select count(*) from invitation where used_at is not null",
        ),
        (
            "one taken back",
            "select count(*) from invitation where revoked_at is not null",
        ),
        (
            "a list's outcome",
            "select count(*) from enrolment_row where outcome = 'already_here'",
        ),
        (
            "a wrong answer",
            "select count(*) from response where score = 0",
        ),
        (
            "an answer that waits for a trainer",
            "select count(*) from response where score = -1",
        ),
        ("a private reflection", "select count(*) from reflection"),
    ];
    for (state, question) in states {
        assert!(count(&store, question).await > 0, "missing: {state}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_figures_are_those_of_the_model_project() {
    let (_scratch, store) = told().await;
    let figure = |question| count(&store, question);
    assert_eq!(figure("select count(*) from person").await, 210);
    assert_eq!(
        figure("select count(*) from programme_institution").await,
        6
    );
    assert_eq!(figure("select trainers from programme_tally").await, 30);
    assert_eq!(figure("select heads from programme_tally").await, 168);
    assert_eq!(figure("select reached from programme_tally").await, 2);
    assert_eq!(
        figure("select count(*) from tier where target_min = 20 and target_max = 30").await,
        1
    );
    let tirana =
        "select heads_finished from programme_institution where name = 'University of Tirana'";
    assert_eq!(figure(tirana).await, 23);
    let office = "select count(*) from membership where category = 'administrative'";
    let share = figure(office).await * 100 / figure("select count(*) from membership").await;
    assert!((40..=60).contains(&share), "{share} % administrative");
}

#[tokio::test(flavor = "multi_thread")]
async fn people_have_names_in_both_scripts_and_addresses_that_reach_nobody() {
    let (_scratch, store) = told().await;
    let names = texts(&store, "select name from person").await;
    let cyrillic = |name: &&String| name.chars().any(|c| ('\u{400}'..='\u{4ff}').contains(&c));
    assert!(
        names.iter().filter(cyrillic).count() >= 3,
        "too few in Cyrillic"
    );
    for letter in ["ë", "ç", "ć", "š", "Ћ"] {
        let found = names
            .iter()
            .any(|name| name.to_lowercase().contains(&letter.to_lowercase()));
        assert!(found, "no name has {letter}");
    }
    let addresses = texts(&store, "select address from email").await;
    assert_eq!(addresses.len(), 210);
    assert!(
        addresses
            .iter()
            .all(|address| address.ends_with(".example"))
    );
    for (address, _) in ACCOUNTS {
        assert!(addresses.iter().any(|known| known == address), "{address}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_learner_has_something_to_continue() {
    let (_scratch, store) = told().await;
    let learner = "(select person_id from email where address = 'learner@demo.example')";
    let done = format!("select units_done from participation where person_id = {learner}");
    assert_eq!(count(&store, &done).await, 1);
    let half = format!(
        "select count(*) from reading r join unit u on u.id = r.unit_id where r.person_id = {learner} \
         and u.module = 'm1' and u.position = 2 and r.blocks_seen <> '' \
         and not exists (select 1 from unit_completion c where c.person_id = r.person_id and c.unit_id = r.unit_id)"
    );
    assert_eq!(count(&store, &half).await, 1);
    let next = format!(
        "select count(*) from participation p join session s on s.cohort_id = p.cohort_id \
         where p.person_id = {learner} and s.delivered_at is null and s.cancelled_at is null"
    );
    assert_eq!(count(&store, &next).await, 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_people_completed_agrees_with_what_they_read_answered_and_handed_in() {
    let (_scratch, store) = told().await;
    let contradictions = [
        "select count(*) from unit_completion c where not exists (select 1 from reading r \
         where r.person_id = c.person_id and r.unit_id = c.unit_id and r.changed_at = c.completed_at)",
        "select count(*) from unit_completion c where not exists (select 1 from submission s \
         where s.person_id = c.person_id and s.unit_id = c.unit_id)",
        "select count(*) from unit_completion c where not exists (select 1 from response r \
         where r.person_id = c.person_id and r.unit_id = c.unit_id and r.saved_at = c.completed_at)",
        // Core has 9 units, and each module more has 3; trainers owe three more.
        "select count(*) from participation p join cohort c on c.id = p.cohort_id \
         where p.finished_at is not null and p.units_done <> \
         case p.track when 'core' then 9 when 'academic' then 18 else 12 end \
         + case c.audience when 'trainers' then 3 else 0 end",
        "select count(*) from participation p join cohort c on c.id = p.cohort_id join unit u \
         on u.course_version_id = c.course_version_id \
         where p.finished_at is not null and (u.module in ('m1', 'm4', 'm5') \
          or p.track = 'academic' and u.module in ('m2', 'm3', 'm6') \
          or p.track = 'administrative' and u.module = 'm7' \
          or p.track = 'leadership' and u.module = 'm8' \
          or c.audience = 'trainers' and u.module = 't0') \
         and not exists (select 1 from unit_completion d where d.person_id = p.person_id \
          and d.unit_id = u.id and d.completed_at <= p.finished_at)",
        "select count(*) from participation p where p.units_done > (select count(*) from unit_completion c \
         where c.person_id = p.person_id)",
        "select count(*) from participation where last_activity_at < coalesce(finished_at, started_at)",
        "select count(*) from participation where started_at <= invited_at",
        "select count(*) from invitation where used_at <= created_at or used_at >= expires_at",
        "select count(*) from reading r where opened_at > changed_at",
        "select count(*) from attendance a join session s on s.id = a.session_id where s.delivered_at is null",
    ];
    for contradiction in contradictions {
        assert_eq!(count(&store, contradiction).await, 0, "{contradiction}");
    }
    let ahead = format!(
        "select count(*) from participation where last_activity_at > {} or withdrawn_at > {0}",
        super::stage::NOW.0
    );
    assert_eq!(count(&store, &ahead).await, 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn people_follow_every_track_and_each_track_is_finished_by_somebody() {
    let (_scratch, store) = told().await;
    let followed = |what: &str| {
        format!("select distinct track from participation where {what} order by track")
    };
    let every = ["academic", "administrative", "core", "leadership"];
    assert_eq!(texts(&store, &followed("1 = 1")).await, every);
    let by_work = "select count(*) from participation p join membership m on m.person_id = p.person_id \
                   where p.track = 'academic' and m.category <> 'academic'";
    assert_eq!(count(&store, by_work).await, 0);
    let finished = texts(&store, &followed("finished_at is not null")).await;
    assert!(finished.len() >= 3, "{finished:?}");
    // Only cohorts of trainers owe the trainers' module.
    let trained = "select count(*) from unit_completion d join unit u on u.id = d.unit_id \
                   where u.trainers_only and d.person_id not in \
                   (select person_id from role_grant where role = 'trainer')";
    assert_eq!(count(&store, trained).await, 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_demonstration_is_found_again_and_anything_else_is_left_alone() {
    let (_scratch, store) = told().await;
    let other = Size {
        seed: 9,
        ..Size::default()
    };
    let found = crate::prepare(&services(&store), other, |_| ())
        .await
        .expect("it is there");
    assert_eq!(found, Prepared::Found(Size::default()));

    let scratch = harness::sqlite().await;
    super::stage::one_person(&scratch.store).await;
    let refused = crate::prepare(&services(&scratch.store), Size::default(), |_| ()).await;
    assert!(
        matches!(refused, Err(DemoError::SomethingElse)),
        "{refused:?}"
    );
    assert_eq!(
        count(&scratch.store, "select count(*) from person").await,
        1
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_demonstration_that_was_interrupted_says_so() {
    let (_scratch, store) = told().await;
    super::stage::forget(&store).await;
    let refused = crate::prepare(&services(&store), Size::default(), |_| ()).await;
    assert!(matches!(refused, Err(DemoError::Unfinished)), "{refused:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_larger_programme_has_exactly_the_people_asked_for_and_promises_in_proportion() {
    let scratch = harness::sqlite().await;
    let size = Size {
        institutions: 7,
        people: 1_400,
        seed: 1,
    };
    crate::prepare(&services(&scratch.store), size, |_| ())
        .await
        .expect("a demonstration");
    assert_eq!(
        count(&scratch.store, "select count(*) from person").await,
        1_400
    );
    assert_eq!(
        count(&scratch.store, "select count(*) from programme_institution").await,
        7
    );
    let first = "select count(*) from programme_institution where name = 'University of Tirana' \
                 and heads_finished between target_min and target_max and target_min > 30";
    assert_eq!(count(&scratch.store, first).await, 1);
}

#[test]
fn too_small_a_demonstration_is_refused_with_what_it_needs() {
    let refused = Size {
        people: 100,
        ..Size::default()
    }
    .check()
    .expect_err("too few");
    assert_eq!(
        refused.to_string(),
        "so many institutions need at least 120 people"
    );
    assert!(
        Size {
            institutions: 5,
            ..Size::default()
        }
        .check()
        .is_err()
    );
}
