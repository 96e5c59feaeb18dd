//! A recount of a cascade from its bare facts, written without the rules' own code.

use std::collections::{BTreeMap, BTreeSet};

use domain::cascade::funnel::Stage;
use domain::cascade::generation::Generation;
use domain::clock::{DAY, Timestamp};
use domain::ids::{CohortId, InstitutionId, PersonId};
use harness::texts;
use store::participation::Participation;
use store::programme_table::{self, Row};

use super::played::{self, Played};

/// Days of silence after which nobody waits any more, as the product says.
const SILENT: i64 = 60;
const WEEK: i64 = 7 * DAY;

/// A participation with what follows from the facts.
struct Fact {
    kept: Participation,
    stage: Stage,
    lapsed: bool,
}

impl Fact {
    fn is_open(&self) -> bool {
        self.kept.finished_at.is_none() && self.kept.withdrawn.is_none() && !self.lapsed
    }

    fn is_lost(&self) -> bool {
        self.kept.finished_at.is_none() && !self.is_open()
    }
}

/// Notes who has fallen silent, then compares everything that is kept with what the facts say.
pub async fn check(played: &Played) {
    services::silence::note(&played.services)
        .await
        .expect("noted");
    let facts = facts(played).await;
    cohorts(played, &facts).await;
    let mut sums: Option<Row> = None;
    for place in &played.planted.places {
        let own: Vec<&Fact> = facts
            .iter()
            .filter(|one| one.kept.counts && one.kept.institution == place.institution)
            .collect();
        let row = row(played, place.institution).await;
        institution(&row, &own);
        trainers(played, &row, &facts);
        sums = Some(match sums {
            None => row,
            Some(sum) => added(sum, &row),
        });
    }
    programme(played, &sums.expect("two institutions")).await;
    sessions(played).await;
    show(played).await;
    weeks(played, &facts).await;
    generations(played).await;
    edges(played).await;
    recounted(played).await;
}

async fn row(played: &Played, institution: InstitutionId) -> Row {
    let store = played.services.store.read();
    let row = programme_table::row(store, played.planted.programme, institution).await;
    row.expect("a read").expect("a row")
}

/// Who takes part, exactly those who were enrolled and not undone, and how far each came.
async fn facts(played: &Played) -> Vec<Fact> {
    let store = played.services.store.read();
    let mut facts = Vec::new();
    for place in &played.cohorts {
        let there = store::participation::in_cohort(store, place.cohort.id)
            .await
            .expect("a read");
        let expected: BTreeSet<PersonId> = played
            .enrolled
            .keys()
            .filter(|(cohort, _)| *cohort == place.cohort.id)
            .map(|(_, person)| *person)
            .collect();
        assert_eq!(there.keys().copied().collect::<BTreeSet<_>>(), expected);
        for id in there.values() {
            let kept = store::participation::by_id(store, *id)
                .await
                .expect("a read")
                .expect("one");
            let counts = played.enrolled[&(kept.cohort, kept.person)];
            assert_eq!(kept.counts, counts, "who is a colleague");
            let finished = played.finished.contains(&(kept.cohort, kept.person));
            assert_eq!(kept.finished_at.is_some(), finished, "{kept:?}");
            let last = kept.last_activity.unwrap_or(kept.invited_at);
            let quiet = played.now().since(last) >= SILENT * DAY;
            let over = kept.finished_at.is_some() || kept.withdrawn.is_some();
            // Of those who were withdrawn, silence before that may still be noted; nothing rests on it.
            let lapsed = if over {
                kept.lapsed_at.is_some()
            } else {
                quiet
            };
            let stage = stage(played, &kept).await;
            assert_eq!(kept.stage, stage, "{kept:?}");
            assert_eq!(kept.lapsed_at.is_some(), lapsed, "{kept:?}");
            facts.push(Fact {
                kept,
                stage,
                lapsed,
            });
        }
    }
    facts
}

async fn stage(played: &Played, of: &Participation) -> Stage {
    let key = (of.cohort, of.person);
    let mut stage = match played.reached.get(&key) {
        Some(reached) => *reached,
        None => Stage::Invited,
    };
    if of.started_at.is_some() || played.came_in.contains(&key) {
        stage = stage.max(Stage::Enrolled);
    }
    if of.finished_at.is_some() {
        stage = stage.max(Stage::Passed);
    }
    let (mut attended, mut delivered) = (0, 0);
    for session in played.sessions.iter().filter(|one| one.cohort == of.cohort) {
        delivered += 1;
        if was_there(played, session.id, of.person).await {
            attended += 1;
        }
        if attended > 0 {
            stage = stage.max(Stage::AttendedOnce);
        }
        if attended > 0 && attended * 10 >= delivered * 8 {
            stage = stage.max(Stage::AttendedEnough);
        }
    }
    stage
}

async fn was_there(played: &Played, session: domain::ids::SessionId, person: PersonId) -> bool {
    let sheet = store::session::attendance(played.services.store.read(), session).await;
    sheet.expect("a read").present(person) == Some(true)
}

async fn cohorts(played: &Played, facts: &[Fact]) {
    for place in &played.cohorts {
        let own = || {
            facts
                .iter()
                .filter(|one| one.kept.cohort == place.cohort.id)
        };
        let found = store::cohort::by_id(played.services.store.read(), place.cohort.id).await;
        let tally = found.expect("a read").expect("a cohort").tally;
        let kept = [
            tally.invited,
            tally.started,
            tally.finished,
            tally.withdrawn,
            tally.open,
        ];
        let counted = [
            count(own()),
            count(own().filter(|one| one.kept.started_at.is_some())),
            count(own().filter(|one| one.kept.finished_at.is_some())),
            count(own().filter(|one| one.kept.withdrawn.is_some())),
            count(own().filter(|one| one.is_open())),
        ];
        assert_eq!(kept, counted, "a cohort");
    }
}

fn count<T>(all: impl Iterator<Item = T>) -> u32 {
    u32::try_from(all.count()).expect("a small count")
}

fn institution(row: &Row, own: &[&Fact]) {
    let mut heads: BTreeMap<PersonId, Vec<&Fact>> = BTreeMap::new();
    for fact in own {
        heads.entry(fact.kept.person).or_default().push(fact);
    }
    let having = |test: &dyn Fn(&Fact) -> bool| {
        count(
            heads
                .values()
                .filter(|facts| facts.iter().any(|one| test(one))),
        )
    };
    assert_eq!(row.heads, count(heads.keys()));
    assert_eq!(
        row.heads_started,
        having(&|one| one.kept.started_at.is_some())
    );
    assert_eq!(
        row.heads_finished,
        having(&|one| one.kept.finished_at.is_some())
    );
    assert_eq!(row.participations, count(own.iter()));
    let finished = own.iter().filter(|one| one.kept.finished_at.is_some());
    assert_eq!(row.participations_finished, count(finished));
    for (place, stage) in Stage::ALL.iter().enumerate() {
        let there = own.iter().filter(|one| one.stage == *stage);
        assert_eq!(row.passage.furthest[place], count(there), "{stage:?}");
        let reached = own.iter().filter(|one| one.stage >= *stage);
        assert_eq!(
            row.passage.funnel()[place],
            count(reached),
            "{stage:?} and later"
        );
    }
    for place in 0..row.passage.lost.len() {
        // Whoever was certified and never passed is counted with those who passed.
        let lost = own
            .iter()
            .filter(|one| one.is_lost() && (one.stage as usize).min(4) == place);
        assert_eq!(row.passage.lost[place], count(lost), "lost at {place}");
        let open = heads.values().filter(|facts| {
            let arrived = facts.iter().any(|one| one.kept.finished_at.is_some());
            let open = facts.iter().filter(|one| one.is_open());
            !arrived && open.map(|one| one.stage as usize).max() == Some(place)
        });
        assert_eq!(
            row.passage.open[place],
            count(open),
            "on the way at {place}"
        );
    }
}

fn trainers(played: &Played, row: &Row, facts: &[Fact]) {
    let here: Vec<PersonId> = played
        .trainers
        .keys()
        .filter(|(at, _)| *at == row.institution)
        .map(|(_, person)| *person)
        .collect();
    let alone = &played.cohorts[3];
    let alone_started = facts
        .iter()
        .any(|one| one.kept.cohort == alone.cohort.id && one.kept.started_at.is_some());
    let active = here.iter().filter(|person| {
        played
            .sessions
            .iter()
            .any(|one| one.trainers.contains(person))
            || (alone_started && alone.trainer == **person)
    });
    assert_eq!(row.trainers, count(here.iter()));
    assert_eq!(row.trainers_active, count(active));
}

/// Both rows together; what is no count stays that of the first.
fn added(mut sum: Row, row: &Row) -> Row {
    sum.heads += row.heads;
    sum.heads_started += row.heads_started;
    sum.heads_finished += row.heads_finished;
    sum.participations += row.participations;
    sum.participations_finished += row.participations_finished;
    sum.trainers += row.trainers;
    sum.trainers_active += row.trainers_active;
    let own = sum.passage.furthest.iter_mut().zip(row.passage.furthest);
    let own = own.chain(sum.passage.open.iter_mut().zip(row.passage.open));
    for (sum, more) in own.chain(sum.passage.lost.iter_mut().zip(row.passage.lost)) {
        *sum += more;
    }
    sum
}

async fn programme(played: &Played, sums: &Row) {
    let store = played.services.store.read();
    let found = programme_table::programme(store, played.planted.programme).await;
    let (_, _, totals) = found.expect("a read").expect("the programme");
    assert_eq!(totals.passage, sums.passage);
    let kept = [
        totals.heads,
        totals.heads_started,
        totals.heads_finished,
        totals.participations,
    ];
    let summed = [
        sums.heads,
        sums.heads_started,
        sums.heads_finished,
        sums.participations,
    ];
    assert_eq!(kept, summed);
    assert_eq!(totals.participations_finished, sums.participations_finished);
    assert_eq!(
        (totals.trainers, totals.trainers_active),
        (sums.trainers, sums.trainers_active)
    );
}

/// The sessions that were held, and the day of the last, are those of each institution's cohorts.
async fn sessions(played: &Played) {
    let store = played.services.store.read();
    for place in &played.planted.places {
        let here = |one: &&store::session::Session| {
            let held = |at: &&harness::cascade::Place| at.cohort.id == one.cohort;
            let cohort = played.cohorts.iter().find(held).expect("its cohort");
            cohort.institution == place.institution
        };
        let held = || played.sessions.iter().filter(here);
        let row = row(played, place.institution).await;
        assert_eq!(row.last_session, held().map(|one| one.on_day).max());
        let programme = played.planted.programme;
        let evidence = store::evidence::of_institution(store, programme, place.institution).await;
        assert_eq!(evidence.expect("counts").delivered, count(held()));
    }
}

/// Whoever stands on the register of a session that was held was expected there.
async fn show(played: &Played) {
    let store = played.services.store.read();
    let (mut expected, mut present) = (0, 0);
    for session in &played.sessions {
        let sheet = store::session::attendance(store, session.id)
            .await
            .expect("a read");
        for number in 0..9 {
            let recorded = sheet.present(played::person(number));
            expected += u32::from(recorded.is_some());
            present += u32::from(recorded == Some(true));
        }
    }
    let found = programme_table::programme(store, played.planted.programme).await;
    let (_, _, totals) = found.expect("a read").expect("the programme");
    assert_eq!(
        (totals.show.observed, totals.show.succeeded),
        (expected, present)
    );
}

/// Each head in the week in which it first finished.
async fn weeks(played: &Played, facts: &[Fact]) {
    let mut first: BTreeMap<(InstitutionId, PersonId), Timestamp> = BTreeMap::new();
    for fact in facts.iter().filter(|one| one.kept.counts) {
        if let Some(at) = fact.kept.finished_at {
            let key = (fact.kept.institution, fact.kept.person);
            let known = first.entry(key).or_insert(at);
            *known = at.min(*known);
        }
    }
    let mut weeks: BTreeMap<i64, u32> = BTreeMap::new();
    for at in first.values() {
        *weeks.entry(at.0 / WEEK * WEEK).or_default() += 1;
    }
    let store = played.services.store.read();
    let kept = store::over_time::over_time(store, played.planted.programme)
        .await
        .expect("a read");
    let kept: BTreeMap<i64, u32> = kept
        .weeks
        .into_iter()
        .map(|(at, count)| (at.0, count))
        .collect();
    assert_eq!(kept, weeks);
}

/// Every edge that is kept, as trainee and trainer.
async fn kept_edges(played: &Played) -> Vec<(PersonId, PersonId, CohortId)> {
    let store = played.services.store.read();
    let mut edges = Vec::new();
    for number in 0..9 {
        let trainee = played::person(number);
        for one in store::lineage::trainers_of(store, trainee)
            .await
            .expect("a read")
        {
            edges.push((trainee, one.person, one.cohort));
        }
    }
    edges
}

/// The lengths of all ways up from a person, one by one.
fn ways_up(person: PersonId, edges: &[(PersonId, PersonId, CohortId)]) -> Vec<u32> {
    let trainers: BTreeSet<PersonId> = edges
        .iter()
        .filter(|(trainee, _, _)| *trainee == person)
        .map(|(_, trainer, _)| *trainer)
        .collect();
    if trainers.is_empty() {
        return vec![0];
    }
    let ways = trainers.iter().flat_map(|trainer| ways_up(*trainer, edges));
    ways.map(|steps| steps + 1).collect()
}

async fn generations(played: &Played) {
    let edges = kept_edges(played).await;
    let everybody: Vec<PersonId> = (0..9).map(played::person).collect();
    let store = played.services.store.read();
    let kept = store::lineage::generations(store, played.planted.programme, &everybody).await;
    let kept = kept.expect("a read");
    for person in everybody {
        let ways = ways_up(person, &edges);
        let generation = kept.get(&person).copied().unwrap_or(Generation::ROOT);
        assert_eq!(Some(generation.smallest), ways.iter().min().copied());
        assert_eq!(Some(generation.largest), ways.iter().max().copied());
    }
}

/// Every edge is explained by a session attended or a self-paced cohort finished.
async fn edges(played: &Played) {
    for (trainee, trainer, cohort) in kept_edges(played).await {
        let mut explained = false;
        for session in played.sessions.iter().filter(|one| one.cohort == cohort) {
            explained |= session.trainers.contains(&trainer)
                && !session.trainers.contains(&trainee)
                && was_there(played, session.id, trainee).await;
        }
        if cohort == played.cohorts[3].cohort.id {
            let found = played
                .participation(cohort, trainee)
                .await
                .expect("a participation");
            explained |= found.finished_at.is_some() && trainer == played.cohorts[3].trainer;
        }
        assert!(explained, "{trainee} by {trainer} in {cohort}");
    }
}

/// Counting everything again in bulk changes nothing.
async fn recounted(played: &Played) {
    const KEPT: [&str; 6] = [
        "select cast(coalesce(way, -1) as text) || ' of ' || participations from head \
         order by institution_id, person_id",
        "select cast(open as text) || ' ' || people from cohort order by id",
        "select cast(coalesce(days, -1) as text) || ' ' || qualified_at from programme_trainer \
         order by institution_id, person_id",
        "select cast(sessions as text) || ' ' || sessions_complete || ' ' || coalesce(last_session_on, '') \
         from programme_institution order by name",
        "select cast(expected as text) || ' ' || present from programme_tally",
        "select cast(week as text) || ' ' || finished from programme_week order by week",
    ];
    let store = &played.services.store;
    let mut before = Vec::new();
    for query in KEPT {
        before.push(texts(store, query).await);
    }
    let rows_before = rows(played).await;
    let programme = played.planted.programme;
    store
        .write::<_, store::StoreError>(Box::new(move |tx| {
            Box::pin(async move { store::bulk::recount(tx, programme).await })
        }))
        .await
        .expect("counted again");
    for (query, before) in KEPT.into_iter().zip(before) {
        // A head without participations is kept fact by fact, and not counted in bulk.
        let known = |lines: Vec<String>| -> Vec<String> {
            lines.into_iter().filter(|line| line != "-1 of 0").collect()
        };
        assert_eq!(known(texts(store, query).await), known(before), "{query}");
    }
    assert_eq!(rows(played).await, rows_before);
}

/// The counts of every institution.
async fn rows(played: &Played) -> Vec<Row> {
    let mut rows = Vec::new();
    for place in &played.planted.places {
        rows.push(row(played, place.institution).await);
    }
    rows
}
