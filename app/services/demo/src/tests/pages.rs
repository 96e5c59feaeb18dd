//! What the pages say of the demonstration, against its facts counted again one by one by the
//! rules of the cascade.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use domain::cascade::activity::TrainerState;
use domain::cascade::pace::RequiredPace;
use domain::cascade::small_cells::Cell::Shown;
use domain::cascade::target::TargetStatus;
use domain::clock::{DAY, Timestamp};
use domain::ids::{InstitutionId, ProgrammeId};
use domain::people::{Actor, Role};
use sea_orm::prelude::Uuid;
use sea_orm::{ConnectionTrait, FromQueryResult, Statement};
use services::Services;
use services::institution::{InstitutionPage, Wanted, page};
use services::programme::{Figures, Overview, Show, overview};
use store::Store;

use super::stage::{NOW, services};
use crate::Size;

/// A participation, with what the rules ask about it.
#[derive(FromQueryResult)]
struct Taken {
    institution_id: Uuid,
    person_id: Uuid,
    audience: String,
    finished_at: Option<i64>,
    withdrawn_at: Option<i64>,
    last_activity_at: Option<i64>,
}

/// A trainer's or lead's role.
#[derive(FromQueryResult)]
struct Held {
    institution_id: Uuid,
    person_id: Uuid,
    role: String,
    granted_at: i64,
}

/// A session by one of its trainers.
#[derive(FromQueryResult)]
struct Given {
    institution_id: Uuid,
    person_id: Uuid,
    on_day: String,
    delivered_at: Option<i64>,
}

/// A trainer of a cohort without sessions in which somebody has started.
#[derive(FromQueryResult)]
struct Paced {
    person_id: Uuid,
}

#[derive(FromQueryResult)]
struct Range {
    institution_id: Option<Uuid>,
    target_min: i32,
    target_max: i32,
}

#[derive(FromQueryResult)]
struct Run {
    id: Uuid,
    starts_on: String,
    ends_on: String,
}

/// The demonstration's facts, and use cases to ask for its pages.
struct Told {
    services: Services,
    taken: Vec<Taken>,
    held: Vec<Held>,
    given: Vec<Given>,
    paced: Vec<Paced>,
    ranges: Vec<Range>,
    run: Run,
}

async fn rows<T: FromQueryResult>(store: &Store, question: &str) -> Vec<T> {
    let db = store.read();
    let statement = Statement::from_string(db.get_database_backend(), question);
    let rows = db.query_all_raw(statement).await.expect("an answer");
    rows.iter()
        .map(|row| T::from_query_result(row, "").expect("a fact"))
        .collect()
}

async fn told(store: &Store) -> Told {
    let services = services(store);
    crate::prepare(&services, Size::default(), |_| ())
        .await
        .expect("a demonstration");
    let taken = "select p.institution_id, p.person_id, c.audience, p.finished_at, p.withdrawn_at, \
                 p.last_activity_at from participation p join cohort c on c.id = p.cohort_id";
    let held = "select institution_id, person_id, role, granted_at from role_grant \
                where institution_id is not null and revoked_at is null";
    let given = "select c.institution_id, t.person_id, s.on_day, s.delivered_at from session s \
                 join cohort c on c.id = s.cohort_id join session_trainer t on t.session_id = s.id";
    let paced = "select t.person_id from cohort_trainer t join cohort c on c.id = t.cohort_id \
                 where c.mode = 'self_paced' and exists (select 1 from participation p \
                 where p.cohort_id = c.id and p.started_at is not null)";
    let mut runs = rows(store, "select id, starts_on, ends_on from programme").await;
    Told {
        taken: rows(store, taken).await,
        held: rows(store, held).await,
        given: rows(store, given).await,
        paced: rows(store, paced).await,
        ranges: rows(
            store,
            "select institution_id, target_min, target_max from tier",
        )
        .await,
        run: runs.pop().expect("a programme"),
        services,
    }
}

/// An institution's counts, from nothing but the facts.
#[derive(Debug, PartialEq)]
struct Counts {
    enrolled: u32,
    finished: u32,
    withdrawn: u32,
    participations: u32,
    trainers: u32,
    active: u32,
    last_activity: Option<i64>,
    last_session: Option<String>,
}

fn many(count: usize) -> u32 {
    u32::try_from(count).expect("a small count")
}

impl Told {
    fn coordinator(&self) -> Actor {
        let role = Role::Coordinator(ProgrammeId(self.run.id));
        Actor::Person {
            id: domain::ids::PersonId(Uuid::from_u128(1)),
            roles: vec![role],
        }
    }

    async fn programme(&self) -> Overview {
        let id = ProgrammeId(self.run.id);
        overview(&self.services, &self.coordinator(), id, Show::All, 0)
            .await
            .expect("the programme's page")
    }

    async fn institution(&self, id: InstitutionId) -> InstitutionPage {
        page(&self.services, &self.coordinator(), id, Wanted::default())
            .await
            .expect("an institution's page")
    }

    fn trainers(&self, at: Uuid) -> BTreeSet<Uuid> {
        let trainers = self.held.iter();
        trainers
            .filter(|one| one.institution_id == at && one.role == "trainer")
            .map(|one| one.person_id)
            .collect()
    }

    /// Whether somebody delivered a session, or a cohort of theirs without sessions has started.
    fn has_trained(&self, person: Uuid) -> bool {
        let delivered = |one: &Given| one.person_id == person && one.delivered_at.is_some();
        self.given.iter().any(delivered) || self.paced.iter().any(|one| one.person_id == person)
    }

    fn counts(&self, at: Uuid) -> Counts {
        // Rule 4: trainers and leads of the place are no colleagues.
        let staff: BTreeSet<Uuid> = self
            .held
            .iter()
            .filter(|one| one.institution_id == at)
            .map(|one| one.person_id)
            .collect();
        let mut heads: BTreeMap<Uuid, Vec<&Taken>> = BTreeMap::new();
        for taken in &self.taken {
            let here = taken.institution_id == at && taken.audience == "colleagues";
            if here && !staff.contains(&taken.person_id) {
                heads.entry(taken.person_id).or_default().push(taken);
            }
        }
        let finished = |taken: &[&Taken]| taken.iter().any(|one| one.finished_at.is_some());
        let given_up = |taken: &[&Taken]| taken.iter().all(|one| one.withdrawn_at.is_some());
        let taken = heads.values();
        let trainers = self.trainers(at);
        let active = trainers.iter().filter(|person| self.has_trained(**person));
        Counts {
            enrolled: many(heads.len()),
            finished: many(taken.clone().filter(|one| finished(one)).count()),
            withdrawn: many(
                taken
                    .clone()
                    .filter(|one| !finished(one) && given_up(one))
                    .count(),
            ),
            participations: many(taken.clone().map(Vec::len).sum()),
            trainers: many(trainers.len()),
            active: many(active.count()),
            last_activity: taken.flatten().filter_map(|one| one.last_activity_at).max(),
            last_session: self
                .given
                .iter()
                .filter(|one| one.institution_id == at)
                .filter(|one| one.delivered_at.is_some())
                .map(|one| one.on_day.clone())
                .max(),
        }
    }

    /// The range in force somewhere; a tier of nobody is none.
    fn range(&self, at: Uuid) -> Option<(u32, u32)> {
        let of = |institution| {
            let found = self
                .ranges
                .iter()
                .find(|range| range.institution_id == institution);
            found.map(|one| {
                (
                    one.target_min.cast_unsigned(),
                    one.target_max.cast_unsigned(),
                )
            })
        };
        let range = of(Some(at)).or(of(None)).expect("a tier");
        (range.1 > 0).then_some(range)
    }
}

fn shown(figures: &Figures) -> Counts {
    let count = |cell| match cell {
        Shown(count) => count,
        other => panic!("a coordinator sees everything, not {other:?}"),
    };
    Counts {
        enrolled: count(figures.enrolled),
        finished: count(figures.finished),
        withdrawn: count(figures.withdrawn),
        participations: count(figures.participations),
        trainers: count(figures.trainers),
        active: count(figures.trainers_active),
        last_activity: figures.last_activity.map(|at| at.0),
        last_session: figures.last_session.map(|day| day.to_string()),
    }
}

fn day(text: &str) -> NaiveDate {
    text.parse().expect("a day")
}

harness::on_both! {
    async fn every_count_of_the_programme_page_is_what_its_facts_add_up_to(store: Store) {
        let told = told(&store).await;
        let seen = told.programme().await;
        assert_eq!(seen.rows.len(), 6);
        for row in &seen.rows {
            let counts = told.counts(row.institution.0);
            let left = counts.enrolled - counts.finished - counts.withdrawn;
            assert_eq!(row.under_way, Shown(left), "{}", row.name);
            assert_eq!(shown(row), counts, "{}", row.name);
            let alone = told.institution(row.institution).await;
            assert_eq!(&alone.figures, row, "an institution's own page says the same");
        }
        let sum = |of: fn(&Counts) -> u32| {
            let rows = seen.rows.iter();
            rows.map(|row| of(&told.counts(row.institution.0))).sum::<u32>()
        };
        assert_eq!(seen.totals.heads, sum(|one| one.enrolled));
        assert_eq!(seen.totals.heads_finished, sum(|one| one.finished));
        assert_eq!(seen.totals.participations, sum(|one| one.participations));
        assert_eq!(seen.totals.trainers, sum(|one| one.trainers));
        assert_eq!(seen.totals.trainers_active, sum(|one| one.active));
        let doubled = seen.totals.participations - seen.totals.heads;
        assert!(doubled > 0, "somebody takes part twice, and is one head");
    }
}

harness::on_both! {
    async fn every_status_word_and_pace_follows_from_the_counts(store: Store) {
        let told = told(&store).await;
        let seen = told.programme().await;
        let today = NOW.date();
        let weeks_left = (day(&told.run.ends_on) - today).num_days() as f64 / 7.0;
        let weeks_gone = (today - day(&told.run.starts_on)).num_days() as f64 / 7.0;
        let (mut missing, mut reached, mut words) = (0, 0, BTreeSet::new());
        let mut without = 0;
        for row in &seen.rows {
            let counts = told.counts(row.institution.0);
            let Some((least, most)) = told.range(row.institution.0) else {
                assert_eq!(row.status.expect("a word").code(), "no_target");
                assert_eq!((row.pace, row.behind), (None, false), "{}", row.name);
                without += 1;
                continue;
            };
            let to_go = least.saturating_sub(counts.finished);
            let word = row.status.expect("a word").code();
            words.insert(word);
            match row.status {
                Some(TargetStatus::ToGo { missing }) => assert_eq!(missing, to_go),
                Some(TargetStatus::OnTarget { count, .. }) => {
                    assert!((least..=most).contains(&count), "{}", row.name);
                }
                Some(TargetStatus::AboveRange { count, .. }) => assert!(count > most),
                other => panic!("{}: {other:?}", row.name),
            }
            match row.pace {
                Some(RequiredPace::Reached) => assert_eq!(to_go, 0),
                Some(RequiredPace::PerWeek { per_week, .. }) => {
                    let asked = f64::from(to_go) / weeks_left;
                    assert!((per_week - asked).abs() < 1e-9, "{}: {per_week}", row.name);
                    let so_far = f64::from(counts.finished) / weeks_gone;
                    assert_eq!(row.behind, so_far < asked, "{}", row.name);
                }
                other => panic!("{}: {other:?}", row.name),
            }
            assert_eq!(row.silent, counts.trainers > 0 && counts.active == 0);
            missing += to_go;
            reached += u32::from(to_go == 0);
        }
        assert_eq!(words, BTreeSet::from(["above_range", "on_target", "to_go"]));
        assert_eq!((seen.totals.missing, seen.totals.reached), (missing, reached));
        assert_eq!(seen.totals.with_target + without, seen.totals.institutions);
        assert_eq!(without, 1, "somebody takes part without a target");
        assert!(seen.rows.iter().any(|row| row.behind));
        let farthest: Vec<u32> = seen.farthest.iter().map(|row| {
            told.range(row.institution.0).expect("a range").0 - told.counts(row.institution.0).finished
        }).collect();
        assert_eq!(farthest.iter().sum::<u32>(), missing, "everybody below their minimum is there");
        assert!(farthest.is_sorted_by(|one, next| one >= next));
    }
}

harness::on_both! {
    async fn a_trainer_is_silent_45_days_without_a_session_delivered_or_near(store: Store) {
        let told = told(&store).await;
        let mut states = BTreeSet::new();
        for row in told.programme().await.rows {
            let people = told.institution(row.institution).await.people.expect("names");
            assert_eq!(many(people.trainers.len()), told.counts(row.institution.0).trainers);
            for trainer in people.trainers {
                let held = told.held.iter().find(|one| {
                    one.person_id == trainer.person.0 && one.role == "trainer"
                });
                let qualified = Timestamp(held.expect("a role").granted_at);
                let sessions = || told.given.iter().filter(|one| one.person_id == trainer.person.0);
                let soon = NOW.plus(30 * DAY).date();
                let near = |on: NaiveDate| on >= NOW.date() && on <= soon;
                let expected = if told.has_trained(trainer.person.0) {
                    TrainerState::Active
                } else if sessions().any(|one| near(day(&one.on_day))) {
                    TrainerState::Planned
                } else if NOW.since(qualified) < 45 * DAY {
                    TrainerState::New
                } else {
                    TrainerState::Silent
                };
                assert_eq!(trainer.state, expected, "{}", trainer.name);
                states.insert(trainer.state.code());
            }
        }
        assert!(states.contains("active") && states.contains("silent"), "{states:?}");
    }
}
