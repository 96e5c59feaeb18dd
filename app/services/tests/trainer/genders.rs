//! A gender is stated by its owner alone, and only ever counted.

use domain::clock::DAY;
use domain::ids::PersonId;
use domain::people::{Actor, Gender};
use harness::on_both;
use services::ServiceError;
use services::enrolment::Delivery;

use crate::packs::{Unpacked, ask_funder, coordinator, fetch, funder_packs, make_all, observer};
use crate::place::{Place, trainer};
use crate::sessions::today;

/// States genders for the people of a cohort, one after the other.
async fn state(place: &Place, people: &[PersonId], stated: &[(&str, usize)]) {
    let codes = stated
        .iter()
        .flat_map(|(code, times)| std::iter::repeat_n(*code, *times));
    for (person, code) in people.iter().zip(codes) {
        let oneself = Actor::Person {
            id: *person,
            roles: Vec::new(),
        };
        services::account::state_gender(&place.services, &oneself, code)
            .await
            .expect("stated");
    }
}

/// The heads by gender of a pack made now.
async fn genders(place: &Place) -> Vec<(String, serde_json::Value)> {
    let day = today(place).to_string();
    ask_funder(place, &coordinator(), "2020-01-01", &day)
        .await
        .expect("asked");
    make_all(place).await;
    let packs = funder_packs(place).await;
    let made = packs.iter().max_by_key(|pack| pack.id).expect("a pack");
    let mut pack = Unpacked::of(fetch(place, &observer(), made.id).await.expect("the pack"));
    let figures: serde_json::Value =
        serde_json::from_slice(&pack.file("figures.json")).expect("JSON");
    let rows = figures["tables"]["participants"]
        .as_array()
        .expect("rows")
        .clone();
    rows.into_iter()
        .filter(|row| row["by"] == "gender")
        .map(|row| {
            (
                row["which"].as_str().expect("a word").to_owned(),
                row["heads"].clone(),
            )
        })
        .collect()
}

on_both! {
    async fn participants_by_gender_give_no_small_count_back_not_even_by_subtraction(store: Store) {
        let place = Place::with_mail(store).await;
        let cohort = place.cohort().await;
        let list: String = (1..=24).map(|n| format!("Arta Hoxha{n} a{n}@x.example\n")).collect();
        place.paste(cohort, &list).await;
        place.commit(cohort, Delivery::Later).await.expect("enrolled");
        let people = place.people(cohort).await;
        let word = |code: &str| code.to_owned();
        assert_eq!(genders(&place).await, [(word("not_stated"), 24.into())], "a list states nothing");

        // Two said "other": the smallest of the others is withheld too, or the total gives them back.
        state(&place, &people, &[("female", 9), ("male", 6), ("other", 2)]).await;
        place.wait(DAY);
        let withheld = serde_json::Value::from("withheld");
        assert_eq!(
            genders(&place).await,
            [
                (word("not_stated"), 7.into()),
                (word("female"), 9.into()),
                (word("male"), withheld.clone()),
                (word("other"), withheld),
            ]
        );
    }
}

on_both! {
    async fn a_gender_is_stated_and_taken_back_by_its_owner_alone(store: Store) {
        let place = Place::with_mail(store).await;
        let cohort = place.cohort().await;
        place.paste(cohort, "Arta Hoxha a@x.example").await;
        place.commit(cohort, Delivery::Later).await.expect("enrolled");
        let [arta] = place.people(cohort).await.try_into().expect("one");
        let services = &place.services;
        let gender = async || store::person::gender(services.store.read(), arta).await.expect("an answer");
        state(&place, &[arta], &[("female", 1)]).await;
        services::account::state_gender(services, &trainer(), "male").await.expect("their own");
        assert_eq!(gender().await, Some(Gender::Female), "whoever asks states their own");
        let oneself = Actor::Person { id: arta, roles: Vec::new() };
        let wrong = services::account::state_gender(services, &oneself, "' or 1=1").await;
        assert!(matches!(wrong, Err(ServiceError::Invalid(_))));
        let nobody = services::account::state_gender(services, &Actor::Visitor, "male").await;
        assert!(matches!(nobody, Err(ServiceError::SignIn)));
        let account = services::account::view(services, &oneself).await.expect("the account");
        assert_eq!(account.gender, Some(Gender::Female));
        state(&place, &[arta], &[("", 1)]).await;
        assert_eq!(gender().await, None);
    }
}
