use domain::clock::{DAY, MINUTE};
use services::account::{self, EndWhich};
use services::sign_in::{resume, start, with_password};
use services::{ServiceError, sign_in};

use crate::stage::{PASSWORD, browser, installation, problem, somebody};

harness::on_both! {
    async fn whoever_types_the_right_password_is_signed_in_however_the_address_is_written(store: Store) {
        let (services, _) = installation(store);
        let arta = somebody(&services, "Arta Hoxha", "arta@uni.example", true, &[]).await;
        let token = with_password(&services, " ARTA@Uni.Example ", PASSWORD, browser(1)).await.expect("a token");
        let viewer = resume(&services, &token).await.expect("an answer").expect("a viewer");
        assert_eq!((viewer.person, viewer.name.as_str()), (arta, "Arta Hoxha"));
    }
}

harness::on_both! {
    async fn an_unknown_address_and_a_wrong_password_get_the_same_answer(store: Store) {
        let (services, _) = installation(store);
        somebody(&services, "Arta Hoxha", "arta@uni.example", true, &[]).await;
        somebody(&services, "Emir Begić", "emir@uni.example", false, &[]).await;
        for address in ["arta@uni.example", "emir@uni.example", "nobody@uni.example", "not an address"] {
            let refused = with_password(&services, address, "not the password", browser(1)).await;
            assert_eq!(problem(refused), "sign_in_wrong", "{address}");
        }
        // Without a password of one's own, nothing opens the account.
        assert_eq!(problem(with_password(&services, "emir@uni.example", "", browser(1)).await), "sign_in_wrong");
    }
}

harness::on_both! {
    async fn guessing_at_one_account_ends_after_ten_tries(store: Store) {
        let (services, _) = installation(store);
        somebody(&services, "Arta Hoxha", "arta@uni.example", true, &[]).await;
        for host in 0..10 {
            let guess = with_password(&services, "arta@uni.example", "one of many", browser(host)).await;
            assert_eq!(problem(guess), "sign_in_wrong");
        }
        let refused = with_password(&services, "Arta@uni.example", PASSWORD, browser(200)).await;
        assert!(matches!(refused, Err(ServiceError::Wait(_))), "{refused:?}");
    }
}

harness::on_both! {
    async fn signing_in_again_replaces_the_browser_s_earlier_token(store: Store) {
        let (services, _) = installation(store);
        let arta = somebody(&services, "Arta Hoxha", "arta@uni.example", true, &[]).await;
        let first = start(&services, arta, browser(1)).await.expect("a token");
        let viewer = resume(&services, &first).await.expect("an answer").expect("a viewer");
        let holding = sign_in::Browser { holds: Some((arta, viewer.sign_in)), ..browser(1) };
        let second = with_password(&services, "arta@uni.example", PASSWORD, holding).await.expect("a token");
        assert_ne!(first, second);
        assert!(resume(&services, &first).await.expect("an answer").is_none());
        assert!(resume(&services, &second).await.expect("an answer").is_some());
    }
}

harness::on_both! {
    async fn a_sign_in_ends_after_two_idle_weeks_and_after_ninety_days_of_use(store: Store) {
        let (services, clock) = installation(store);
        let arta = somebody(&services, "Arta Hoxha", "arta@uni.example", true, &[]).await;
        let idle = start(&services, arta, browser(1)).await.expect("a token");
        clock.on(14 * DAY + MINUTE);
        assert!(resume(&services, &idle).await.expect("an answer").is_none());
        let used = start(&services, arta, browser(1)).await.expect("a token");
        for _ in 0..8 {
            clock.on(11 * DAY);
            assert!(resume(&services, &used).await.expect("an answer").is_some());
        }
        clock.on(3 * DAY);
        assert!(resume(&services, &used).await.expect("an answer").is_none());
    }
}

harness::on_both! {
    async fn one_s_browsers_are_listed_and_ended_and_nobody_ends_another_person_s(store: Store) {
        let (services, _) = installation(store);
        let arta = somebody(&services, "Arta Hoxha", "arta@uni.example", true, &[]).await;
        let emir = somebody(&services, "Emir Begić", "emir@uni.example", true, &[]).await;
        let (here, there) =
            (start(&services, arta, browser(1)).await.expect("one"), start(&services, arta, browser(2)).await.expect("two"));
        let viewer = resume(&services, &here).await.expect("an answer").expect("a viewer");
        let foreign = start(&services, emir, browser(3)).await.expect("a token");
        let emir = resume(&services, &foreign).await.expect("an answer").expect("a viewer");
        account::end_sign_ins(&services, &emir.actor, EndWhich::One(viewer.sign_in)).await.expect("nothing");
        let seen = account::view(&services, &viewer.actor).await.expect("an account");
        assert_eq!(seen.browsers.len(), 2);
        account::end_sign_ins(&services, &viewer.actor, EndWhich::AllBut(viewer.sign_in)).await.expect("done");
        assert!(resume(&services, &here).await.expect("an answer").is_some());
        assert!(resume(&services, &there).await.expect("an answer").is_none());
        assert!(resume(&services, &foreign).await.expect("an answer").is_some());
    }
}

harness::on_both! {
    async fn a_changed_password_needs_the_present_one_and_signs_out_every_other_browser(store: Store) {
        let (services, _) = installation(store);
        let arta = somebody(&services, "Arta Hoxha", "arta@uni.example", true, &[]).await;
        let (here, there) =
            (start(&services, arta, browser(1)).await.expect("one"), start(&services, arta, browser(2)).await.expect("two"));
        let viewer = resume(&services, &here).await.expect("an answer").expect("a viewer");
        let change = |present: &'static str, new: &'static str| {
            account::change_password(&services, &viewer.actor, viewer.sign_in, present, new, browser(1).client)
        };
        assert_eq!(problem(change("wrong", "another good one").await), "password_wrong");
        assert_eq!(problem(change(PASSWORD, "short").await), "password_short");
        change(PASSWORD, "another good one").await.expect("changed");
        assert!(resume(&services, &here).await.expect("an answer").is_some());
        assert!(resume(&services, &there).await.expect("an answer").is_none());
        assert!(with_password(&services, "arta@uni.example", "another good one", browser(1)).await.is_ok());
        assert_eq!(problem(with_password(&services, "arta@uni.example", PASSWORD, browser(1)).await), "sign_in_wrong");
    }
}
