//! Running counts are what a recount from the facts would give, whatever happened and in
//! whatever order.

use std::collections::{BTreeMap, BTreeSet};

use domain::cascade::tally::{CohortTally, ParticipationEvent};
use domain::clock::{MINUTE, Timestamp};
use domain::ids::{CohortId, InstitutionId, PersonId, ProgrammeId};
use harness::cascade::{NOW, Place, Planted, enrol, id, plant};
use harness::on_both;
use store::participation::{Because, Participation};
use store::programme::Tier;
use store::programme_table::{self, Measure, Show, Totals};
use store::{Store, StoreError};

/// Numbers in an order that looks random and is the same every time.
struct Dice(u64);

impl Dice {
    fn below(&mut self, limit: u64) -> u64 {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % limit
    }
}

async fn happen(
    store: &Store,
    person: u32,
    place: &Place,
    event: ParticipationEvent,
    number: u32,
    at: Timestamp,
) {
    let cohort = place.cohort.id;
    store
        .write::<_, StoreError>(Box::new(move |tx| {
            Box::pin(async move {
                let present = store::participation::in_cohort(tx, cohort).await?;
                if let Some(id_of) = present.get(&PersonId(id(4, person))) {
                    let because = Because {
                        event: id(20, number),
                        actor: None,
                        at,
                        detail: "moved abroad",
                    };
                    store::participation::record(tx, *id_of, event, because).await?;
                }
                Ok(())
            })
        }))
        .await
        .expect("an event");
}

async fn participations(store: &Store, cohorts: &[Place]) -> Vec<Participation> {
    let mut all = Vec::new();
    for place in cohorts {
        for id in store::participation::in_cohort(store.read(), place.cohort.id)
            .await
            .expect("a read")
            .values()
        {
            let found = store::participation::by_id(store.read(), *id)
                .await
                .expect("a read");
            all.push(found.expect("a participation"));
        }
    }
    all
}

fn count<T>(items: impl Iterator<Item = T>) -> u32 {
    u32::try_from(items.count()).expect("a small count")
}

/// Counts everything again from the participations in `cohorts`.
async fn check(store: &Store, planted: &Planted, cohorts: &[Place]) {
    let facts = participations(store, cohorts).await;
    for place in cohorts {
        check_cohort(store, place, &facts).await;
    }
    let mut by_institution: BTreeMap<InstitutionId, Vec<&Participation>> = BTreeMap::new();
    for fact in facts.iter().filter(|fact| fact.counts) {
        by_institution
            .entry(fact.institution)
            .or_default()
            .push(fact);
    }
    let mut totals = Totals::default();
    for place in &planted.places {
        let mine = by_institution
            .remove(&place.institution)
            .unwrap_or_default();
        let row = programme_table::row(store.read(), planted.programme, place.institution)
            .await
            .expect("a read")
            .expect("a row");
        let people: BTreeSet<PersonId> = mine.iter().map(|fact| fact.person).collect();
        let having = |test: &dyn Fn(&Participation) -> bool| {
            count(people.iter().filter(|person| {
                mine.iter()
                    .any(|fact| fact.person == **person && test(fact))
            }))
        };
        let finished = having(&|fact| fact.finished_at.is_some());
        let kept = having(&|fact| fact.finished_at.is_some() || fact.withdrawn.is_none());
        assert_eq!(row.heads, count(people.iter()));
        assert_eq!(row.heads_started, having(&|fact| fact.started_at.is_some()));
        assert_eq!(row.heads_finished, finished);
        assert_eq!(row.heads_withdrawn, row.heads - kept);
        assert_eq!(row.participations, count(mine.iter()));
        assert_eq!(
            row.participations_finished,
            count(mine.iter().filter(|fact| fact.finished_at.is_some()))
        );
        totals.institutions += 1;
        totals.with_target += 1;
        totals.reached += u32::from(finished >= row.range.expect("a range").min());
        totals.missing += row.range.expect("a range").missing(finished);
        totals.heads += row.heads;
        totals.heads_started += row.heads_started;
        totals.heads_finished += row.heads_finished;
        totals.participations += row.participations;
        totals.participations_finished += row.participations_finished;
        totals.trainers += row.trainers;
        totals.trainers_active += row.trainers_active;
    }
    let kept = totals_of(store, planted.programme).await;
    // How far participations came is counted again by `dashboards::random_cascades` of services.
    totals.passage = kept.passage;
    assert_eq!(kept, totals);
}

/// The programme's counts as its page reads them.
async fn totals_of(store: &Store, programme: ProgrammeId) -> Totals {
    let found = programme_table::programme(store.read(), programme).await;
    let (_, _, totals) = found.expect("a read").expect("the programme");
    totals
}

async fn check_cohort(store: &Store, place: &Place, facts: &[Participation]) {
    let cohort = store::cohort::by_id(store.read(), place.cohort.id)
        .await
        .expect("a read")
        .expect("a cohort");
    let mine: Vec<_> = facts
        .iter()
        .filter(|fact| fact.cohort == place.cohort.id)
        .collect();
    let counted = CohortTally {
        invited: count(mine.iter()),
        started: count(mine.iter().filter(|fact| fact.started_at.is_some())),
        finished: count(mine.iter().filter(|fact| fact.finished_at.is_some())),
        withdrawn: count(mine.iter().filter(|fact| fact.withdrawn.is_some())),
        open: count(mine.iter().filter(|fact| {
            fact.finished_at.is_none() && fact.withdrawn.is_none() && fact.lapsed_at.is_none()
        })),
        last_activity: mine.iter().filter_map(|fact| fact.last_activity).max(),
    };
    assert_eq!(
        CohortTally {
            last_activity: None,
            ..cohort.tally
        },
        CohortTally {
            last_activity: None,
            ..counted
        }
    );
    assert!(cohort.tally.last_activity >= counted.last_activity);
}

async fn set_target(store: &Store, planted: &Planted, place: usize, range: (u32, u32)) {
    let (programme, institution) = (planted.programme, planted.places[place].institution);
    store
        .write::<_, StoreError>(Box::new(move |tx| {
            Box::pin(async move {
                store::tally::set_target(tx, programme, institution, Some(range)).await
            })
        }))
        .await
        .expect("a target");
}

on_both! {
    async fn counts_equal_a_recount_after_anything_that_can_happen(store: Store) {
        let planted = plant(&store, 3).await;
        for place in 0..3 {
            set_target(&store, &planted, place, (2, 4)).await;
        }
        let mut cohorts = planted.places.clone();
        cohorts.push(second_cohort(&store, &planted.places[0]).await);
        let mut dice = Dice(7);
        for step in 0..240_u32 {
            let place = &cohorts[usize::try_from(dice.below(4)).expect("a small number")];
            let person = u32::try_from(dice.below(9)).expect("a small number");
            let at = NOW.plus(i64::from(step) * MINUTE);
            let event = match dice.below(8) {
                0 | 1 => {
                    enrol(&store, place, person..person + 3).await;
                    continue;
                }
                2 | 3 => ParticipationEvent::Acted(at),
                4 => ParticipationEvent::Finished(at),
                5 => ParticipationEvent::Withdrawn,
                6 => ParticipationEvent::Invited,
                _ => ParticipationEvent::Undone,
            };
            happen(&store, person, place, event, step, at).await;
            if step % 40 == 0 {
                check(&store, &planted, &cohorts).await;
            }
        }
        check(&store, &planted, &cohorts).await;
        let totals = totals_of(&store, planted.programme).await;
        assert!(totals.reached > 0 && totals.participations > totals.heads, "{totals:?}");
    }
}

/// One more cohort at the same place: one head may then have two participations.
async fn second_cohort(store: &Store, place: &Place) -> Place {
    let mut second = place.clone();
    second.cohort.id = CohortId(id(9, 50));
    let cohort = second.cohort.clone();
    store
        .write::<_, StoreError>(Box::new(move |tx| {
            Box::pin(async move { store::cohort::create(tx, &cohort, &[]).await })
        }))
        .await
        .expect("a second cohort");
    second
}

on_both! {
    async fn another_target_moves_the_institutions_that_have_reached_theirs(store: Store) {
        let planted = plant(&store, 2).await;
        let first = &planted.places[0];
        enrol(&store, first, 1..6).await;
        for person in 1..6 {
            happen(&store, person, first, ParticipationEvent::Finished(NOW), person, NOW).await;
        }
        let standing = async || {
            let totals = totals_of(&store, planted.programme).await;
            (totals.reached, totals.missing)
        };
        assert_eq!(standing().await, (0, 35));
        set_target(&store, &planted, 0, (5, 6)).await;
        assert_eq!(standing().await, (1, 20));
        set_target(&store, &planted, 0, (6, 6)).await;
        assert_eq!(standing().await, (0, 21));
    }
}

on_both! {
    async fn the_general_target_is_that_of_every_institution_without_its_own(store: Store) {
        let planted = plant(&store, 3).await;
        let (programme, special) = (planted.programme, planted.places[1].institution);
        let tier = |number, range: (u32, u32)| Tier {
            id: id(10, number),
            institution: None,
            wording: "colleagues re-trained".to_owned(),
            target_min: range.0,
            target_max: range.1,
        };
        let ranges = async || {
            let rows = programme_table::page(store.read(), programme, Show::All, 10, 0).await.expect("a read");
            let totals = totals_of(&store, programme).await;
            let minimums: Vec<u32> = rows.iter().filter_map(|row| Some(row.range?.min())).collect();
            assert_eq!(totals.missing, minimums.iter().sum::<u32>());
            minimums
        };
        let (own, general) = (tier(2, (5, 8)), tier(3, (10, 12)));
        store
            .write::<_, StoreError>(Box::new(move |tx| {
                Box::pin(async move {
                    store::tier::change_own(tx, programme, special, Some(&own)).await?;
                    store::tier::change_general(tx, programme, &general).await
                })
            }))
            .await
            .expect("two tiers");
        assert_eq!(ranges().await, [10, 5, 10]);
        store
            .write::<_, StoreError>(Box::new(move |tx| {
                Box::pin(async move { store::tier::change_own(tx, programme, special, None).await })
            }))
            .await
            .expect("the general tier again");
        assert_eq!(ranges().await, [10, 10, 10]);
    }
}

on_both! {
    async fn a_table_read_in_pieces_is_the_whole_table_in_order(store: Store) {
        let planted = plant(&store, 7).await;
        let whole = programme_table::page(store.read(), planted.programme, Show::All, 50, 0).await.expect("a read");
        let mut pieces: Vec<programme_table::Row> = Vec::new();
        loop {
            let piece = programme_table::following(store.read(), planted.programme, pieces.last(), 3)
                .await
                .expect("a read");
            if piece.is_empty() {
                break;
            }
            pieces.extend(piece);
        }
        assert_eq!(pieces, whole);
        assert_eq!(whole.len(), 7);
        let below = programme_table::page(store.read(), planted.programme, Show::BelowMinimum, 50, 0).await;
        assert_eq!(below.expect("a read"), whole);
        let silent = programme_table::page(store.read(), planted.programme, Show::Silent, 50, 0).await;
        assert_eq!(silent.expect("a read"), whole);
    }
}

on_both! {
    async fn the_only_small_count_takes_the_next_smallest_with_it(store: Store) {
        let planted = plant(&store, 3).await;
        let neighbour = async || {
            programme_table::neighbour_of_the_only_small_count(store.read(), planted.programme, Measure::Enrolled)
                .await
                .expect("a read")
        };
        assert_eq!(neighbour().await, None);
        enrol(&store, &planted.places[0], 1..4).await;
        assert_eq!(neighbour().await, None, "nobody else is there to hide it");
        enrol(&store, &planted.places[1], 10..19).await;
        enrol(&store, &planted.places[2], 20..26).await;
        assert_eq!(neighbour().await, Some(planted.places[2].institution));
        enrol(&store, &planted.places[0], 4..6).await;
        assert_eq!(neighbour().await, None, "five may be shown");
    }
}
