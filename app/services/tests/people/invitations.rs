use domain::clock::DAY;
use domain::ids::PersonId;
use domain::language::Language;
use domain::people::{Actor, Role};
use harness::cascade::{Planted, plant};
use services::ServiceError;
use services::Services;
use services::invitations::{
    Accepted, Invitee, Secret, Standing, accept, invite_role, joining, look, resend, revoke, slips,
};
use services::sign_in::{Browser, resume, start, with_password};

use crate::stage::{
    PASSWORD, browser, coordinator_of, enrol, installation, post_round, problem, somebody, token,
    trainer_of,
};

async fn one_invited(services: &Services, planted: &Planted) -> (PersonId, String) {
    let arta = somebody(services, "Arta Hoxha", "arta@uni.example", false, &[]).await;
    enrol(services, &planted.places[0], &[arta]).await;
    let letters = post_round(services).await;
    (arta, token(&letters["arta@uni.example"]))
}

harness::on_both! {
    async fn looking_at_an_invitation_never_uses_it_up_and_accepting_does(store: Store) {
        let (services, _) = installation(store.clone());
        let planted = plant(&store, 1).await;
        let (arta, token) = one_invited(&services, &planted).await;
        for _ in 0..5 {
            let offer = look(&services, Secret::Link(&token), browser(1).client).await.expect("an answer").expect("an offer");
            assert_eq!((offer.standing, offer.person, offer.has_password), (Standing::Open, arta, false));
            assert_eq!((offer.place.as_str(), offer.by.as_deref()), ("Cohort 1", Some("Trainer 1")));
        }
        let accepted = accept(&services, Secret::Link(&token), PASSWORD, browser(1)).await.expect("an answer");
        let Accepted::SignedIn(cookie) = accepted else { panic!("{accepted:?}") };
        assert_eq!(resume(&services, &cookie).await.expect("an answer").expect("a viewer").person, arta);
        let again = accept(&services, Secret::Link(&token), "somebody else's words", browser(2)).await;
        assert_eq!(again.expect("an answer"), Accepted::Closed(Some(Standing::Used)));
        assert!(with_password(&services, "arta@uni.example", PASSWORD, browser(1)).await.is_ok());
        let addresses = store::person::addresses(store.read(), arta).await.expect("addresses");
        assert!(addresses[0].confirmed_at.is_some());
    }
}

harness::on_both! {
    async fn a_refused_password_leaves_the_invitation_open(store: Store) {
        let (services, _) = installation(store.clone());
        let planted = plant(&store, 1).await;
        let (_, token) = one_invited(&services, &planted).await;
        for (typed, code) in [("short", "password_short"), ("arta@uni.example", "password_is_address")] {
            assert_eq!(problem(accept(&services, Secret::Link(&token), typed, browser(1)).await), code);
        }
        let offer = look(&services, Secret::Link(&token), browser(1).client).await.expect("an answer").expect("an offer");
        assert_eq!(offer.standing, Standing::Open);
    }
}

harness::on_both! {
    async fn an_invitation_sent_again_has_a_new_link_and_lives_for_sixty_days_more(store: Store) {
        let (services, clock) = installation(store.clone());
        let planted = plant(&store, 1).await;
        let (_, first) = one_invited(&services, &planted).await;
        let offer = look(&services, Secret::Link(&first), browser(1).client).await.expect("an answer").expect("an offer");
        clock.on(61 * DAY);
        let old = look(&services, Secret::Link(&first), browser(1).client).await.expect("an answer").expect("an offer");
        assert_eq!(old.standing, Standing::Expired);
        resend(&services, &trainer_of(&planted.places[0]), offer.id).await.expect("queued");
        let second = token(&post_round(&services).await["arta@uni.example"]);
        assert!(look(&services, Secret::Link(&first), browser(1).client).await.expect("an answer").is_none());
        let new = look(&services, Secret::Link(&second), browser(1).client).await.expect("an answer").expect("an offer");
        assert_eq!(new.standing, Standing::Open);
    }
}

harness::on_both! {
    async fn an_invitation_taken_back_opens_nothing_and_its_letter_stays_unsent(store: Store) {
        let (services, _) = installation(store.clone());
        let planted = plant(&store, 2).await;
        let trainer = trainer_of(&planted.places[0]);
        let (arta, token) = one_invited(&services, &planted).await;
        let id = look(&services, Secret::Link(&token), browser(1).client).await.expect("an answer").expect("an offer").id;
        let foreign = trainer_of(&planted.places[1]);
        assert!(matches!(revoke(&services, &foreign, id).await, Err(ServiceError::Hidden)));
        assert!(matches!(resend(&services, &Actor::Visitor, id).await, Err(ServiceError::SignIn)));
        revoke(&services, &trainer, id).await.expect("taken back");
        let closed = accept(&services, Secret::Link(&token), PASSWORD, browser(1)).await.expect("an answer");
        assert_eq!(closed, Accepted::Closed(Some(Standing::Revoked)));
        assert!(matches!(resend(&services, &trainer, id).await, Err(ServiceError::Hidden)));
        assert!(post_round(&services).await.is_empty());
        let known = store::person::by_id(store.read(), arta).await.expect("an answer").expect("Arta");
        assert!(!known.has_password);
    }
}

harness::on_both! {
    async fn somebody_with_a_password_accepts_only_when_signed_in_as_themselves(store: Store) {
        let (services, _) = installation(store.clone());
        let planted = plant(&store, 1).await;
        let arta = somebody(&services, "Arta Hoxha", "arta@uni.example", true, &[]).await;
        let emir = somebody(&services, "Emir Begić", "emir@uni.example", true, &[]).await;
        enrol(&services, &planted.places[0], &[arta]).await;
        let token = token(&post_round(&services).await["arta@uni.example"]);
        let link = Secret::Link(&token);
        let stranger = accept(&services, link, "a new password of mine", browser(1)).await.expect("an answer");
        assert_eq!(stranger, Accepted::SignInFirst);
        let holding = |person, cookie: String| {
            let services = services.clone();
            async move {
                let viewer = resume(&services, &cookie).await.expect("an answer").expect("a viewer");
                Browser { holds: Some((person, viewer.sign_in)), ..browser(1) }
            }
        };
        let other = start(&services, emir, browser(1)).await.expect("a token");
        let other = accept(&services, link, "", holding(emir, other).await).await.expect("an answer");
        assert_eq!(other, Accepted::SignInFirst);
        let own = start(&services, arta, browser(1)).await.expect("a token");
        let own = accept(&services, link, "", holding(arta, own).await).await.expect("an answer");
        assert_eq!(own, Accepted::Done);
        assert!(with_password(&services, "arta@uni.example", PASSWORD, browser(1)).await.is_ok());
    }
}

harness::on_both! {
    async fn a_role_is_held_from_its_acceptance_and_offered_only_by_who_may(store: Store) {
        let (services, _) = installation(store.clone());
        let planted = plant(&store, 2).await;
        let role = Role::Trainer(planted.places[0].institution);
        let invitee = Invitee { name: "Arta Hoxha", email: "arta@uni.example", language: Language::Albanian };
        let lead = |n: usize| Actor::Person {
            id: planted.places[n].trainer,
            roles: vec![Role::Lead(planted.places[n].institution)],
        };
        for (actor, hidden) in [(lead(1), true), (trainer_of(&planted.places[0]), true), (lead(0), false)] {
            let outcome = invite_role(&services, &actor, role, invitee).await;
            assert_eq!(matches!(outcome, Err(ServiceError::Hidden)), hidden, "{outcome:?}");
        }
        let token = token(&post_round(&services).await["arta@uni.example"]);
        let arta = store::person::by_address(store.read(), "arta@uni.example").await.expect("an answer").expect("Arta");
        assert!(store::grant::of_person(store.read(), arta).await.expect("roles").is_empty());
        let accepted = accept(&services, Secret::Link(&token), PASSWORD, browser(1)).await.expect("an answer");
        assert!(matches!(accepted, Accepted::SignedIn(_)));
        assert_eq!(store::grant::of_person(store.read(), arta).await.expect("roles"), [role]);
        let home = store::membership::of_person(store.read(), arta).await.expect("memberships");
        assert_eq!(home[0].institution, planted.places[0].institution);
        assert_eq!(problem(invite_role(&services, &lead(0), role, invitee).await), "role_held");
    }
}

harness::on_both! {
    async fn a_role_form_says_everything_that_is_wrong_with_it_and_keeps_nothing(store: Store) {
        let (services, _) = installation(store.clone());
        let planted = plant(&store, 1).await;
        let invitee = Invitee { name: " \u{202e} ", email: "arta", language: Language::English };
        let outcome =
            invite_role(&services, &coordinator_of(&planted), Role::Observer(planted.programme), invitee).await;
        let Err(ServiceError::Invalid(problems)) = outcome else { panic!("{outcome:?}") };
        let found: Vec<_> = problems.iter().map(|p| (p.field.as_str(), p.code.as_str())).collect();
        assert_eq!(found, [("name", "no_name"), ("email", "address_no_sign")]);
    }
}

harness::on_both! {
    async fn slips_open_the_accounts_of_those_who_have_not_joined_and_new_ones_replace_old_ones(store: Store) {
        let (services, _) = installation(store.clone());
        let planted = plant(&store, 2).await;
        let place = &planted.places[0];
        let mut people = Vec::new();
        for (name, address, joined) in [
            ("Đorđe Begić", "djordje@uni.example", false),
            ("Ђура Јакшић", "djura@uni.example", false),
            ("Arta Hoxha", "arta@uni.example", true),
        ] {
            people.push(somebody(&services, name, address, joined, &[]).await);
        }
        enrol(&services, place, &people).await;
        let trainer = trainer_of(place);
        let foreign = trainer_of(&planted.places[1]);
        let hidden = slips(&services, &foreign, place.cohort.id, Language::Bosnian).await;
        assert!(matches!(hidden, Err(ServiceError::Hidden)));
        let first = slips(&services, &trainer, place.cohort.id, Language::Bosnian).await.expect("slips");
        assert_eq!(first.iter().map(|slip| slip.name.as_str()).collect::<Vec<_>>(), ["Đorđe Begić", "Ђура Јакшић"]);
        let second = slips(&services, &trainer, place.cohort.id, Language::Bosnian).await.expect("slips");
        let look_at = |code: String| {
            let services = services.clone();
            async move { look(&services, Secret::Code(&code), browser(1).client).await.expect("an answer") }
        };
        assert!(look_at(first[0].code.clone()).await.is_none());
        // However it is typed.
        let typed = second[0].code.replace('-', " ").to_lowercase();
        assert_eq!(look_at(typed.clone()).await.expect("an offer").person, people[0]);
        let accepted = accept(&services, Secret::Code(&typed), PASSWORD, browser(1)).await.expect("an answer");
        assert!(matches!(accepted, Accepted::SignedIn(_)));
        let left = joining(&services, &trainer, place.cohort.id).await.expect("an answer");
        assert_eq!((left.waiting, left.have_codes), (1, 1));
    }
}

harness::on_both! {
    async fn guessing_codes_ends_after_sixty_tries(store: Store) {
        let (services, _) = installation(store);
        for _ in 0..60 {
            let guess = look(&services, Secret::Code("KQ7F-2M9X"), browser(7).client).await.expect("an answer");
            assert!(guess.is_none());
        }
        let refused = look(&services, Secret::Code("KQ7F-2M9X"), browser(7).client).await;
        assert!(matches!(refused, Err(ServiceError::Wait(_))));
    }
}
