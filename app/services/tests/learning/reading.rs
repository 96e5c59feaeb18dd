//! Who may read what, in which language and version.

use domain::cascade::tally::ParticipationEvent;
use domain::ids::UnitId;
use domain::language::Language;
use domain::people::Actor;
use services::course::{UnitPlace, module, unit, unit_by_id};
use services::learning::{home, mark_read, unit_record};
use services::{ServiceError, Services};
use store::cohort::{Audience, Mode};

use crate::world::{ENGLISH, learner, trainer, world};

/// Where a unit leads on to, by its id and by its address alike.
async fn after(services: &Services, actor: &Actor, id: UnitId) -> Option<UnitPlace> {
    let by_id = unit_by_id(services, actor, ENGLISH, id)
        .await
        .expect("a unit");
    let path = by_id.edition.path(by_id.place);
    let (above, name) = path.rsplit_once('/').expect("an address");
    let (_, module) = above.rsplit_once('/').expect("an address");
    let by_name = unit(services, actor, ENGLISH, "iah", module, name)
        .await
        .expect("the same unit");
    assert_eq!(by_id.after, by_name.after);
    by_id.after
}

harness::on_both! {
    async fn a_module_for_trainers_is_hidden_from_learners_and_asks_visitors_to_sign_in(store: Store) {
        let world = world(&store).await;
        let services = &world.services;
        let ask = async |actor: &Actor| module(services, actor, "iah", "t0").await.map(|view| view.trainer);
        assert!(matches!(ask(&Actor::Visitor).await, Err(ServiceError::SignIn)));
        assert!(matches!(ask(&learner()).await, Err(ServiceError::Hidden)));
        assert!(matches!(ask(&trainer()).await, Ok(true)));
        let inside = world.edition.units().iter().find(|place| world.edition.is_for_trainers(**place)).expect("a unit");
        let saved = mark_read(services, &learner(), ENGLISH, inside.id, None, None).await;
        assert!(matches!(saved, Err(ServiceError::Hidden)));
    }
}

harness::on_both! {
    async fn whoever_learns_to_be_a_trainer_takes_the_trainers_module_but_sees_no_trainer_s_side(store: Store) {
        let world = world(&store).await;
        let (services, actor) = (&world.services, learner());
        let inside = *world.edition.units().iter().find(|place| world.edition.is_for_trainers(**place)).expect("a unit");
        let participation = world.enrol_among(Mode::SelfPaced, Audience::Trainers).await;
        let t0 = module(services, &actor, "iah", "t0").await.expect("the trainers' module");
        assert!(!t0.trainer, "answer keys stay with trainers");
        let view = unit_by_id(services, &actor, ENGLISH, inside.id).await.expect("a unit of it");
        assert!(!view.trainer);
        let last_open = *world.open_units().last().expect("a unit");
        assert_eq!(after(services, &actor, last_open.id).await, Some(inside), "the unit before leads into it");
        mark_read(services, &actor, ENGLISH, inside.id, None, None).await.expect("noted");
        let home = home(services, &actor).await.expect("a home");
        assert_eq!(home.courses[0].modules.len(), 9, "it stands in the list of what to do");
        let because = store::participation::Because {
            event: services.new_id(),
            actor: None,
            at: services.now(),
            detail: "left",
        };
        store
            .write::<_, ServiceError>(Box::new(move |tx| {
                Box::pin(async move {
                    let event = ParticipationEvent::Withdrawn;
                    store::participation::record(tx, participation, event, because).await?;
                    Ok(())
                })
            }))
            .await
            .expect("withdrawn");
        let closed = unit_by_id(services, &actor, ENGLISH, inside.id).await;
        assert!(matches!(closed, Err(ServiceError::Hidden)));
        assert_eq!(after(services, &actor, last_open.id).await, None, "and leads there no more");
    }
}

harness::on_both! {
    async fn a_colleague_s_cohort_opens_no_trainers_module(store: Store) {
        let world = world(&store).await;
        world.enrol(Mode::SelfPaced).await;
        let closed = module(&world.services, &learner(), "iah", "t0").await;
        assert!(matches!(closed, Err(ServiceError::Hidden)));
    }
}

harness::on_both! {
    async fn an_untranslated_unit_stands_in_english_and_says_so(store: Store) {
        let world = world(&store).await;
        let place = world.edition.units()[0];
        let view = unit_by_id(&world.services, &Actor::Visitor, Language::Albanian, place.id).await.expect("a unit");
        assert_eq!(view.text.language, world.edition.at(place, Language::Albanian).1.language);
        let missing = unit(&world.services, &Actor::Visitor, ENGLISH, "iah", "m1", "nothing").await;
        assert!(matches!(missing, Err(ServiceError::Hidden)));
    }
}

harness::on_both! {
    async fn a_cohort_stays_with_its_version_when_a_new_one_is_published(store: Store) {
        let world = world(&store).await;
        world.enrol(Mode::SelfPaced).await;
        let files = curriculum::source_of_starter().into_iter().map(|(path, text)| {
            (path, text.replace("title: Internationalisation at Home\n", "title: Changed\n"))
        });
        let changed = curriculum::read(files).expect("a course");
        services::course::install(&world.services, &changed).await.expect("a publication");
        let theirs = services::course::course(&world.services, &learner(), "iah").await.expect("the course");
        let newest = services::course::course(&world.services, &Actor::Visitor, "iah").await.expect("the course");
        assert_eq!((theirs.edition.number, newest.edition.number), (1, 2));
    }
}

harness::on_both! {
    async fn reading_goes_on_at_the_block_last_seen(store: Store) {
        let world = world(&store).await;
        let unit = world.first_unit();
        let before = home(&world.services, &learner()).await.expect("a home");
        assert!(before.next.is_none() && before.courses.is_empty(), "nothing begun, nothing shown");
        let seen = ["b1", "b2", "b999", "b3"].map(str::to_owned);
        mark_read(&world.services, &learner(), ENGLISH, unit, Some(&seen), Some("b3")).await.expect("noted");
        let home = home(&world.services, &learner()).await.expect("a home");
        let next = home.next.expect("a next step");
        assert_eq!((next.place.id, next.anchor.as_str(), next.begun), (unit, "b3", true));
        assert_eq!(home.courses[0].modules.len(), 8, "modules for trainers are not a learner's");
        let view = unit_by_id(&world.services, &learner(), ENGLISH, unit).await.expect("a unit");
        let record = unit_record(&world.services, &learner(), &view).await.expect("a record");
        assert_eq!(record.progress.blocks_seen.len(), 3, "a block that is not there is passed over");
    }
}
