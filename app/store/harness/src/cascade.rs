//! A small cascade for tests: a programme with institutions, a trainer and a cohort in each.

use chrono::NaiveDate;
use domain::cascade::tally::CohortTally;
use domain::clock::{DAY, Timestamp};
use domain::ids::{
    CohortId, CourseId, CourseVersionId, GrantId, InstitutionId, ParticipationId, PersonId,
    ProgrammeId, UnitId,
};
use domain::people::{InstitutionKind, Role};
use store::cohort::{Audience, Cohort, Mode};
use store::membership::Membership;
use store::participation::Newcomer;
use store::programme::{Institution, Programme, Tier};
use store::{Store, StoreError};
use uuid::Uuid;

/// When the tests' programmes are looked at.
pub const NOW: Timestamp = Timestamp(1_900_000_000_000);

/// A programme with institutions of 20–30, each with a trainer and a cohort.
#[derive(Clone, Debug)]
pub struct Planted {
    /// The programme.
    pub programme: ProgrammeId,
    /// The institutions, with the cohort and the trainer of each.
    pub places: Vec<Place>,
}

/// One institution of a planted programme.
#[derive(Clone, Debug)]
pub struct Place {
    /// The institution.
    pub institution: InstitutionId,
    /// Its trainer, who qualified 90 days ago.
    pub trainer: PersonId,
    /// Its cohort.
    pub cohort: Cohort,
}

/// An identifier for tests: the same numbers give the same one.
#[must_use]
pub fn id(kind: u16, number: u32) -> Uuid {
    Uuid::from_u128(u128::from(kind) << 64 | u128::from(number))
}

/// A programme with so many institutions of 20–30, `Institution 1`, `Institution 2`, …, whose
/// cohorts take a course without texts.
///
/// # Panics
/// When the database refuses: the test has nothing to stand on.
pub async fn plant(store: &Store, institutions: u32) -> Planted {
    let version = CourseVersionId(id(2, 1));
    store
        .write::<_, StoreError>(Box::new(move |tx| Box::pin(publish(tx, version))))
        .await
        .expect("a course");
    plant_on(store, institutions, version).await
}

/// The same, whose cohorts take a course that is there already.
///
/// # Panics
/// When the database refuses: the test has nothing to stand on.
pub async fn plant_on(store: &Store, institutions: u32, version: CourseVersionId) -> Planted {
    let planted = Planted {
        programme: ProgrammeId(id(1, 1)),
        places: (1..=institutions)
            .map(|number| place(number, version))
            .collect(),
    };
    let copy = planted.clone();
    store
        .write::<_, StoreError>(Box::new(move |tx| {
            Box::pin(async move { write(tx, &copy).await })
        }))
        .await
        .expect("a planted programme");
    planted
}

/// Keeps people with the numbers given and enrols them in a cohort. Whoever is new belongs to its
/// institution.
///
/// # Panics
/// When the database refuses: the test has nothing to stand on.
pub async fn enrol(store: &Store, place: &Place, people: std::ops::Range<u32>) -> Vec<Newcomer> {
    let (cohort, actor) = (place.cohort.clone(), place.trainer);
    store
        .write::<_, StoreError>(Box::new(move |tx| {
            Box::pin(async move {
                let mut newcomers = Vec::new();
                for number in people {
                    let person = PersonId(id(4, number));
                    if store::person::by_id(tx, person).await?.is_none() {
                        let name = format!("Colleague {number}");
                        store::person::create(tx, person, &name, None, NOW).await?;
                        let home = Membership {
                            id: id(13, number),
                            person,
                            institution: cohort.institution,
                            category: None,
                            from: NOW.date(),
                            to: None,
                        };
                        store::membership::add(tx, &home).await?;
                    }
                    let cohort = u32::try_from(cohort.id.0.as_u128() & 0xffff).unwrap_or_default();
                    let number = cohort * 100_000 + number;
                    newcomers.push(Newcomer {
                        id: ParticipationId(id(5, number)),
                        event: id(6, number),
                        person,
                    });
                }
                store::participation::enrol(tx, &cohort, &newcomers, actor, NOW).await
            })
        }))
        .await
        .expect("an enrolment")
}

fn place(number: u32, version: CourseVersionId) -> Place {
    let trainer = PersonId(id(7, number));
    let institution = InstitutionId(id(8, number));
    let cohort = Cohort {
        id: CohortId(id(9, number)),
        programme: ProgrammeId(id(1, 1)),
        institution,
        course_version: version,
        title: format!("Cohort {number}"),
        mode: Mode::Sessions,
        audience: Audience::Colleagues,
        created_by: trainer,
        created_at: NOW,
        revision: 0,
        track: None,
        tally: CohortTally::default(),
    };
    Place {
        institution,
        trainer,
        cohort,
    }
}

async fn write(tx: &store::DatabaseTransaction, planted: &Planted) -> Result<(), StoreError> {
    let day = |text: &str| text.parse::<NaiveDate>().unwrap_or_default();
    let programme = Programme {
        id: planted.programme,
        title: "Internationalisation at home".to_owned(),
        reference: "610429".to_owned(),
        starts_on: day("2029-11-15"),
        ends_on: Some(day("2030-11-14")),
        trainers_per_institution: 5,
        funding_line: "Funded by nobody.".to_owned(),
        credit: store::programme::Credit::default(),
        revision: 0,
    };
    let tier = Tier {
        id: id(10, 1),
        institution: None,
        wording: "colleagues re-trained".to_owned(),
        target_min: 20,
        target_max: 30,
    };
    store::programme::create(tx, &programme, &tier, NOW).await?;
    for (number, place) in (1..).zip(&planted.places) {
        let institution = Institution {
            id: place.institution,
            name: format!("Institution {number}"),
            kind: InstitutionKind::University,
            place: "Tirana".to_owned(),
            country: "Albania".to_owned(),
            revision: 0,
        };
        store::programme::create_institution(tx, &institution, NOW).await?;
        store::programme::join(tx, planted.programme, &institution, Some((20, 30))).await?;
        store::person::create(tx, place.trainer, &format!("Trainer {number}"), None, NOW).await?;
        let qualified = NOW.minus(90 * DAY);
        let role = Role::Trainer(place.institution);
        store::grant::give(
            tx,
            GrantId(id(11, number)),
            place.trainer,
            role,
            None,
            qualified,
        )
        .await?;
        store::tally::recount_trainers(tx, place.institution).await?;
        store::cohort::create(tx, &place.cohort, &[place.trainer]).await?;
    }
    Ok(())
}

/// A course of two modules of one unit each that nobody reads: their texts are empty.
async fn publish(
    tx: &store::DatabaseTransaction,
    version: CourseVersionId,
) -> Result<(), StoreError> {
    let unit = |number: u32| store::course::Unit {
        id: UnitId(id(3, number)),
        module: format!("m{number}"),
        slug: format!("u{number}"),
        position: i32::try_from(number).unwrap_or_default(),
        minutes: 10,
        trainers_only: false,
    };
    let publication = store::course::Publication {
        course: CourseId(id(12, 1)),
        version,
        slug: "course".to_owned(),
        content_hash: "none".to_owned(),
        at: NOW,
        sources: Vec::new(),
        texts: Vec::new(),
        units: vec![(unit(1), Vec::new()), (unit(2), Vec::new())],
    };
    store::course::publish(tx, publication).await?;
    Ok(())
}
