use std::time::Duration;

use domain::clock::DAY;
use domain::ids::PersonId;
use domain::language::Language;
use domain::people::{Actor, Role};
use domain::roster::Email;
use harness::cascade::plant;
use services::sign_in::{resume, start, with_password};
use services::{ServiceError, Services, account, reset};
use store::membership::Membership;

use crate::stage::{
    PASSWORD, browser, coordinator_of, installation, post_round, problem, somebody, token,
};

const NEW: &str = "a river runs downhill";

async fn at(services: &Services, person: PersonId, institution: domain::ids::InstitutionId) {
    let membership = Membership {
        id: services.new_id(),
        person,
        institution,
        category: None,
        from: services.now().date(),
        to: None,
    };
    services
        .store
        .write::<_, ServiceError>(Box::new(move |tx| {
            Box::pin(async move { Ok(store::membership::add(tx, &membership).await?) })
        }))
        .await
        .expect("a membership");
}

/// The letters that a request leads to; its looking up goes on after the answer.
async fn letters_for(
    services: &Services,
    address: &str,
) -> std::collections::BTreeMap<String, String> {
    reset::ask(services, address, Language::English, browser(1).client).expect("the one answer");
    for _ in 0..50 {
        let letters = post_round(services).await;
        if !letters.is_empty() {
            return letters;
        }
        tokio::time::sleep(Duration::from_millis(10)).await;
    }
    std::collections::BTreeMap::new()
}

harness::on_both! {
    async fn a_letter_sets_a_new_password_once_and_signs_out_every_browser(store: Store) {
        let (services, _) = installation(store);
        let arta = somebody(&services, "Arta Hoxha", "arta@uni.example", true, &[]).await;
        let cookie = start(&services, arta, browser(1)).await.expect("a token");
        let link = token(&letters_for(&services, "Arta@uni.example").await["arta@uni.example"]);
        assert_eq!(problem(reset::with_link(&services, &link, "short").await), "password_short");
        assert!(reset::with_link(&services, &link, NEW).await.expect("an answer"));
        assert!(!reset::with_link(&services, &link, PASSWORD).await.expect("an answer"));
        assert!(resume(&services, &cookie).await.expect("an answer").is_none());
        assert!(with_password(&services, "arta@uni.example", NEW, browser(1)).await.is_ok());
    }
}

harness::on_both! {
    async fn asking_for_a_new_password_says_nothing_about_who_has_an_account(store: Store) {
        let (services, _) = installation(store);
        somebody(&services, "Emir Begić", "emir@uni.example", false, &[]).await;
        for address in ["nobody@uni.example", "emir@uni.example"] {
            assert!(letters_for(&services, address).await.is_empty(), "{address}");
        }
        reset::ask(&services, "nobody@uni.example", Language::English, browser(2).client).expect("the one answer");
        reset::ask(&services, "nobody@uni.example", Language::English, browser(3).client).expect("the one answer");
        let fourth = reset::ask(&services, "nobody@uni.example", Language::English, browser(4).client);
        assert!(matches!(fourth, Err(ServiceError::Wait(_))));
    }
}

harness::on_both! {
    async fn an_address_that_others_added_opens_nothing_until_its_owner_confirms_it(store: Store) {
        let (services, _) = installation(store);
        let arta = somebody(&services, "Arta Hoxha", "arta@uni.example", true, &[]).await;
        // What an enrolment does when a trainer says that a row is the same person.
        services
            .store
            .write::<_, ServiceError>(Box::new(move |tx| {
                Box::pin(async move {
                    let email = Email::parse("attacker@evil.example").expect("an address");
                    Ok(store::person::add_address(tx, arta, &email, harness::cascade::NOW).await?)
                })
            }))
            .await
            .expect("added");
        assert!(letters_for(&services, "attacker@evil.example").await.is_empty());
        let actor = Actor::Person { id: arta, roles: Vec::new() };
        assert_eq!(problem(account::remove_address(&services, &actor, "arta@uni.example").await), "address_last");
        account::remove_address(&services, &actor, "attacker@evil.example").await.expect("removed");
    }
}

harness::on_both! {
    async fn a_code_that_a_lead_hands_over_works_once_for_a_day_with_the_right_address(store: Store) {
        let (services, clock) = installation(store.clone());
        let planted = plant(&store, 1).await;
        let home = planted.places[0].institution;
        let arta = somebody(&services, "Arta Hoxha", "arta@uni.example", true, &[]).await;
        somebody(&services, "Emir Begić", "emir@uni.example", true, &[]).await;
        at(&services, arta, home).await;
        let lead = Actor::Person { id: planted.places[0].trainer, roles: vec![Role::Lead(home)] };
        let old = reset::code_for(&services, &lead, arta).await.expect("a code");
        let code = reset::code_for(&services, &lead, arta).await.expect("a code");
        let client = browser(1).client;
        for (address, code) in [("arta@uni.example", &old), ("emir@uni.example", &code)] {
            let refused = reset::with_code(&services, address, code, NEW, client).await;
            assert_eq!(problem(refused), "reset_code_wrong", "{address}");
        }
        reset::with_code(&services, "arta@uni.example", &code, NEW, client).await.expect("set");
        let again = reset::with_code(&services, "arta@uni.example", &code, PASSWORD, client).await;
        assert_eq!(problem(again), "reset_code_wrong");
        let late = reset::code_for(&services, &lead, arta).await.expect("a code");
        clock.on(DAY);
        assert_eq!(problem(reset::with_code(&services, "arta@uni.example", &late, PASSWORD, client).await), "reset_code_wrong");
    }
}

harness::on_both! {
    async fn nobody_takes_over_a_wider_account_with_a_reset_code(store: Store) {
        let (services, _) = installation(store.clone());
        let planted = plant(&store, 2).await;
        let home = planted.places[0].institution;
        let role = Role::Coordinator(planted.programme);
        let arta = somebody(&services, "Arta Hoxha", "arta@uni.example", true, &[role]).await;
        at(&services, arta, home).await;
        let of = |role| Actor::Person { id: planted.places[1].trainer, roles: vec![role] };
        for actor in [of(Role::Lead(home)), of(Role::Lead(planted.places[1].institution)), of(Role::Trainer(home))] {
            assert!(matches!(reset::code_for(&services, &actor, arta).await, Err(ServiceError::Hidden)));
        }
        assert!(matches!(reset::code_for(&services, &Actor::Visitor, arta).await, Err(ServiceError::SignIn)));
        assert!(reset::code_for(&services, &coordinator_of(&planted), arta).await.is_ok());
    }
}
