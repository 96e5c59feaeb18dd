//! A planted cascade with use cases on it, and the people who ask.

use std::sync::Arc;

use domain::cascade::tally::ParticipationEvent;
use domain::clock::{Clock, Timestamp};
use domain::ids::{GrantId, InstitutionId, PersonId};
use domain::people::{Actor, Role};
use harness::cascade::{NOW, Place, Planted, enrol, id, plant_on};
use services::course::Edition;
use services::ports::SystemRandom;
use services::{ServiceError, Services, Settings};
use store::Store;
use store::participation::Because;

pub struct Stage {
    pub services: Services,
    pub planted: Planted,
    pub edition: Arc<Edition>,
}

struct StoppedClock;

impl Clock for StoppedClock {
    fn now(&self) -> Timestamp {
        NOW
    }
}

/// Use cases on a store; the clock stands still.
pub fn services(store: &Store) -> Services {
    let clock = Arc::new(StoppedClock);
    Services::new(
        store.clone(),
        clock,
        Arc::new(SystemRandom),
        Settings::default(),
    )
}

/// So many institutions whose cohorts take the starter course.
pub async fn stage(store: &Store, institutions: u32) -> Stage {
    let services = services(store);
    services::course::publish_starter(&services)
        .await
        .expect("a publication");
    let edition = services::course::course(&services, &Actor::Visitor, "iah")
        .await
        .expect("the starter course")
        .edition;
    let planted = plant_on(store, institutions, edition.version).await;
    Stage {
        services,
        planted,
        edition,
    }
}

/// Somebody with one role.
pub fn holding(role: Role) -> Actor {
    Actor::Person {
        id: PersonId(id(30, 1)),
        roles: vec![role],
    }
}

impl Stage {
    pub fn coordinator(&self) -> Actor {
        holding(Role::Coordinator(self.planted.programme))
    }

    pub fn observer(&self) -> Actor {
        holding(Role::Observer(self.planted.programme))
    }

    pub fn partner(&self) -> Actor {
        holding(Role::PartnerTrainer(self.planted.programme))
    }

    pub fn lead(&self, place: usize) -> Actor {
        holding(Role::Lead(self.at(place)))
    }

    pub fn trainer(&self, place: usize) -> Actor {
        let place = &self.planted.places[place];
        Actor::Person {
            id: place.trainer,
            roles: vec![Role::Trainer(place.institution)],
        }
    }

    pub fn at(&self, place: usize) -> InstitutionId {
        self.planted.places[place].institution
    }

    /// Enrols so many colleagues at a place, of whom the first `finished` finish.
    pub async fn fill(&self, place: usize, first: u32, enrolled: u32, finished: u32) {
        let at = &self.planted.places[place];
        enrol(&self.services.store, at, first..first + enrolled).await;
        for person in first..first + finished {
            self.happen(at, person, ParticipationEvent::Finished(NOW), "")
                .await;
        }
    }

    /// Lets something happen to a colleague at a place.
    pub async fn happen(
        &self,
        place: &Place,
        person: u32,
        event: ParticipationEvent,
        detail: &'static str,
    ) {
        let (cohort, event_id) = (place.cohort.id, self.services.new_id());
        self.write(move |tx| {
            Box::pin(async move {
                let present = store::participation::in_cohort(tx, cohort).await?;
                let because = Because {
                    event: event_id,
                    actor: None,
                    at: NOW,
                    detail,
                };
                let participation = present[&PersonId(id(4, person))];
                store::participation::record(tx, participation, event, because).await?;
                Ok(())
            })
        })
        .await;
    }

    /// Gives somebody of the cascade a role.
    pub async fn give(&self, person: PersonId, role: Role) -> GrantId {
        let grant = GrantId(self.services.new_id());
        self.write(move |tx| {
            Box::pin(
                async move { Ok(store::grant::give(tx, grant, person, role, None, NOW).await?) },
            )
        })
        .await;
        grant
    }

    /// Writes something that the test stands on.
    pub async fn write(
        &self,
        work: impl for<'t> FnOnce(
            &'t store::DatabaseTransaction,
        ) -> std::pin::Pin<
            Box<dyn Future<Output = Result<(), ServiceError>> + Send + 't>,
        > + Send
        + 'static,
    ) {
        self.services
            .store
            .write::<_, ServiceError>(Box::new(work))
            .await
            .expect("something written");
    }
}
