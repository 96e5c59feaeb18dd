//! People, their addresses, invitations and messages, on both databases.

use domain::clock::{DAY, Timestamp};
use domain::ids::{CohortId, InstitutionId, InvitationId, MessageId, PersonId};
use domain::language::Language;
use domain::names::match_key;
use domain::roster::Email;
use store::invitation::{NewInvitation, Purpose, Standing};
use store::message::{NewMessage, Reach, SeenBy, State};
use store::{Store, StoreError, invitation, message, person};
use uuid::Uuid;

const NOW: Timestamp = Timestamp(1_900_000_000_000);
const ARTA: PersonId = PersonId(Uuid::from_u128(1));
const EMIR: PersonId = PersonId(Uuid::from_u128(2));

fn email(text: &str) -> Email {
    Email::parse(text).expect("an address")
}

async fn two_people(store: &Store) {
    store
        .write::<_, StoreError>(Box::new(|tx| {
            Box::pin(async move {
                person::create(tx, ARTA, "Arta Hoxha", Some(Language::Albanian), NOW).await?;
                person::create(tx, EMIR, "Emir Begić", None, NOW).await?;
                assert!(person::add_address(tx, ARTA, &email("arta@uni.example"), NOW).await?);
                Ok(())
            })
        }))
        .await
        .expect("two people");
}

harness::on_both! {
    async fn an_address_never_names_a_second_person(store: Store) {
        two_people(&store).await;
        let taken = store
            .write::<_, StoreError>(Box::new(|tx| {
                Box::pin(async move { person::add_address(tx, EMIR, &email("ARTA@Uni.Example"), NOW).await })
            }))
            .await
            .expect("an answer");
        assert!(!taken);
        let owner = person::by_address(store.read(), "arta@uni.example").await.expect("an answer");
        assert_eq!(owner, Some(ARTA));
        assert!(person::addresses(store.read(), EMIR).await.expect("an answer").is_empty());
    }
}

harness::on_both! {
    async fn a_list_of_ten_thousand_finds_the_person_known_by_address_or_not_at_all(store: Store) {
        two_people(&store).await;
        let institution = InstitutionId(Uuid::from_u128(9));
        let cohort = CohortId(Uuid::from_u128(8));
        let mut addresses: Vec<String> = (0..10_000).map(|n| format!("nobody{n}@uni.example")).collect();
        addresses.push("arta@uni.example".to_owned());
        let names = vec![match_key("BEGIC Emir")];
        let known = person::known_at_institution(store.read(), institution, cohort, &names, &addresses)
            .await
            .expect("an answer");
        // Emir has the name but belongs to another institution: nobody is told of him.
        assert_eq!(known.iter().map(|k| k.id).collect::<Vec<_>>(), [ARTA]);
        assert_eq!(known[0].emails, ["arta@uni.example"]);
        assert!(!known[0].at_institution && !known[0].in_cohort);
    }
}

harness::on_both! {
    async fn an_invitation_is_used_once_and_never_after_it_was_taken_back(store: Store) {
        two_people(&store).await;
        let used = InvitationId(Uuid::from_u128(21));
        let revoked = InvitationId(Uuid::from_u128(22));
        let invitations = [used, revoked].map(|id| NewInvitation {
            id,
            purpose: Purpose::Cohort(CohortId(Uuid::from_u128(8))),
            person: Some(ARTA),
            token_hash: None,
            code_hash: None,
            expires_at: NOW.plus(DAY),
        });
        let uses = store
            .write::<_, StoreError>(Box::new(move |tx| {
                Box::pin(async move {
                    invitation::keep_many(tx, &invitations, None, NOW).await?;
                    invitation::set_token(tx, used, "hash", NOW.plus(2 * DAY)).await?;
                    invitation::revoke(tx, &[revoked], NOW).await?;
                    Ok([
                        invitation::mark_used(tx, used, NOW.plus(DAY)).await?,
                        invitation::mark_used(tx, used, NOW.plus(DAY)).await?,
                        invitation::mark_used(tx, revoked, NOW).await?,
                    ])
                })
            }))
            .await
            .expect("an answer");
        assert_eq!(uses, [true, false, false]);
        let found = invitation::by_token_hash(store.read(), "hash").await.expect("an answer").expect("it");
        assert_eq!((found.id, found.standing(NOW)), (used, Standing::Used));
        assert_eq!(found.expires_at, NOW.plus(2 * DAY));
    }
}

harness::on_both! {
    async fn a_message_is_queued_once_claimed_once_and_seen_by_its_author_only(store: Store) {
        two_people(&store).await;
        let new = |id| NewMessage {
            id: MessageId(Uuid::from_u128(id)),
            dedupe_key: "invitation:1".to_owned(),
            kind: "reminder".to_owned(),
            recipient: "arta@uni.example".to_owned(),
            language: Language::Albanian,
            values: vec![("course".to_owned(), "Begić & Co".to_owned())],
            invitation: None,
            session: None,
            person: None,
            good_until: None,
            seen_by: SeenBy { author: Some(EMIR), ..SeenBy::default() },
        };
        let (first, again) = (new(31), new(32));
        let claims = store
            .write::<_, StoreError>(Box::new(move |tx| {
                Box::pin(async move {
                    message::queue(tx, &[first], NOW).await?;
                    message::queue(tx, &[again], NOW).await?;
                    let due = message::due(tx, NOW, 10).await?;
                    assert_eq!(due.len(), 1);
                    assert_eq!(due[0].values, [("course".to_owned(), "Begić & Co".to_owned())]);
                    Ok([
                        message::claim(tx, &due[0], NOW.plus(DAY)).await?,
                        message::claim(tx, &due[0], NOW.plus(DAY)).await?,
                    ])
                })
            }))
            .await
            .expect("an answer");
        assert_eq!(claims, [true, false]);
        let seen = |author| async move {
            let reach = Reach { author, ..Reach::default() };
            message::list(store.read(), &reach, State::Waiting, &[], 0, 10).await.expect("a list").1
        };
        assert_eq!(seen.clone()(Some(EMIR)).await, 1);
        assert_eq!(seen(None).await, 0);
    }
}
