use domain::clock::DAY;
use domain::language::Language;
use domain::people::Role;
use services::ServiceError;
use services::setup::{Typed, create, is_open, link};
use services::sign_in::resume;

use crate::stage::{PASSWORD, browser, installation};

fn typed() -> Typed {
    Typed {
        name: "Arta Hoxha".to_owned(),
        email: "arta@uni.example".to_owned(),
        password: PASSWORD.to_owned(),
        title: "Internationalisation at home".to_owned(),
        reference: "610429".to_owned(),
        starts_on: "2026-11-15".to_owned(),
        ends_on: "2028-11-14".to_owned(),
        funding_line: "Funded by the European Union.".to_owned(),
    }
}

fn token(link: Option<String>) -> String {
    link.expect("a link")
        .rsplit('/')
        .next()
        .expect("a token")
        .to_owned()
}

harness::on_both! {
    async fn the_one_time_address_makes_the_first_coordinator_and_the_programme(store: Store) {
        let (services, _) = installation(store.clone());
        let token = token(link(&services, false).await.expect("an answer"));
        let english = Language::English;
        let cookie = create(&services, &token, &typed(), english, browser(1)).await.expect("an answer").expect("a token");
        let viewer = resume(&services, &cookie).await.expect("an answer").expect("a viewer");
        let programme = store::programme::all(store.read()).await.expect("programmes").remove(0);
        assert_eq!(viewer.actor.roles(), [Role::Coordinator(programme.id)]);
        assert_eq!((programme.title.as_str(), programme.trainers_per_institution), ("Internationalisation at home", 5));
        assert!(create(&services, &token, &typed(), english, browser(1)).await.expect("an answer").is_none());
        assert_eq!(link(&services, false).await.expect("an answer"), None);
        assert!(link(&services, true).await.expect("an answer").is_some());
    }
}

harness::on_both! {
    async fn a_form_with_mistakes_names_each_and_leaves_the_address_open(store: Store) {
        let (services, _) = installation(store);
        let token = token(link(&services, false).await.expect("an answer"));
        let wrong = Typed {
            name: String::new(),
            email: "arta".to_owned(),
            password: "short".to_owned(),
            title: " ".to_owned(),
            starts_on: "tomorrow".to_owned(),
            ends_on: "1812-01-01".to_owned(),
            ..typed()
        };
        let outcome = create(&services, &token, &wrong, Language::English, browser(1)).await;
        let Err(ServiceError::Invalid(problems)) = outcome else { panic!("{outcome:?}") };
        let fields: Vec<_> = problems.iter().map(|problem| problem.field.as_str()).collect();
        assert_eq!(fields, ["name", "email", "password", "title", "starts_on", "ends_on"]);
        assert!(is_open(&services, &token).await.expect("an answer"));
    }
}

harness::on_both! {
    async fn the_one_time_address_is_good_for_a_day(store: Store) {
        let (services, clock) = installation(store);
        let token = token(link(&services, false).await.expect("an answer"));
        assert!(!is_open(&services, "guess").await.expect("an answer"));
        clock.on(DAY);
        assert!(!is_open(&services, &token).await.expect("an answer"));
    }
}

harness::on_both! {
    async fn a_newer_one_time_address_replaces_an_older_one(store: Store) {
        let (services, _) = installation(store);
        let older = token(link(&services, false).await.expect("an answer"));
        let newer = token(link(&services, false).await.expect("an answer"));
        assert!(!is_open(&services, &older).await.expect("an answer"));
        assert!(is_open(&services, &newer).await.expect("an answer"));
    }
}

harness::on_both! {
    async fn the_first_use_closes_every_other_one_time_address(store: Store) {
        let (services, _) = installation(store.clone());
        let used = token(link(&services, false).await.expect("an answer"));
        let other = services.new_token();
        let forgotten = store::invitation::NewInvitation {
            id: domain::ids::InvitationId(services.new_id()),
            purpose: store::invitation::Purpose::Setup,
            person: None,
            token_hash: Some(services::hash_token(&other)),
            code_hash: None,
            expires_at: services.now().plus(DAY),
        };
        let now = services.now();
        store
            .write::<_, ServiceError>(Box::new(move |tx| {
                Box::pin(async move { Ok(store::invitation::keep(tx, forgotten, None, now).await?) })
            }))
            .await
            .expect("one that an older version made beside the first");
        assert!(is_open(&services, &other).await.expect("an answer"));
        let made = create(&services, &used, &typed(), Language::English, browser(1)).await;
        assert!(made.expect("an answer").is_some());
        assert!(!is_open(&services, &other).await.expect("an answer"));
        let second = Typed { email: "other@uni.example".to_owned(), ..typed() };
        let again = create(&services, &other, &second, Language::English, browser(1)).await;
        assert!(again.expect("an answer").is_none());
    }
}
