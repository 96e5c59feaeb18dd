//! Random cascades are played through the use cases, and every count is made again from the bare
//! facts, as slowly and plainly as possible.

use harness::Scratch;
use proptest::prelude::*;
use proptest::test_runner::{Config, RngSeed, TestRunner};

use super::naive;
use super::played::Played;
use super::story::{Happens, anything};

/// Random cascades on each database; each takes about a second.
const CASES: u32 = 8;
/// Any number does.
const SEED: u64 = 2026;

async fn play(scratch: &Scratch, story: &[Happens]) {
    let mut played = Played::begin(scratch).await;
    for (number, what) in story.iter().enumerate() {
        played.happen(what).await;
        if number % 15 == 14 {
            naive::check(&played).await;
        }
    }
    naive::check(&played).await;
}

/// Random cascades, each in a database of its own: always the same ones, so that a change is judged
/// by itself. `PROPTEST_CASES=500` plays as many others instead.
fn on(open: impl AsyncFn() -> Option<Scratch>) {
    let mut config = Config {
        max_shrink_iters: 60,
        failure_persistence: None,
        ..Config::default()
    };
    if std::env::var_os("PROPTEST_CASES").is_none() {
        config.cases = CASES;
        config.rng_seed = RngSeed::Fixed(SEED);
    }
    let stories = prop::collection::vec(anything(), 20..45);
    let told = TestRunner::new(config).run(&stories, |story| {
        let runtime = tokio::runtime::Runtime::new().expect("a runtime");
        runtime.block_on(async {
            if let Some(scratch) = open().await {
                play(&scratch, &story).await;
            }
        });
        Ok(())
    });
    if let Err(error) = told {
        panic!("{error}");
    }
}

#[test]
fn every_count_of_a_random_cascade_is_what_its_facts_add_up_to_on_sqlite() {
    on(async || Some(harness::sqlite().await));
}

#[test]
fn every_count_of_a_random_cascade_is_what_its_facts_add_up_to_on_postgresql() {
    on(harness::postgres);
}
