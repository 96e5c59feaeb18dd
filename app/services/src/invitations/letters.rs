//! The letters that carry invitations.

use std::collections::HashMap;

use domain::clock::MINUTE;
use domain::ids::{InvitationId, MessageId, PersonId};
use domain::language::Language;
use domain::people::Role;
use store::ConnectionTrait;
use store::cohort::Cohort;
use store::message::{NewMessage, SeenBy};
use store::person::Person;

use super::{role_code, role_place};
use crate::access::{institution_of, programme_of};
use crate::{ServiceError, Services};

/// Pressing "send" twice within this time sends one letter.
const ONE_LETTER: i64 = 10 * MINUTE;

/// Queues the letters of a cohort's invitations. The language is the person's own, or else the
/// inviter's: colleagues at one institution mostly share it.
pub(super) async fn queue_letters(
    services: &Services,
    tx: &impl ConnectionTrait,
    cohort: &Cohort,
    by: PersonId,
    invited: &[(InvitationId, PersonId)],
) -> Result<(), ServiceError> {
    let people: Vec<PersonId> = invited.iter().map(|(_, person)| *person).collect();
    let known = store::person::by_ids(tx, &people).await?;
    let inviter = store::person::by_id(tx, by).await?;
    let institution = store::programme::institution(tx, cohort.institution).await?;
    let addresses = store::person::main_addresses(tx, &people).await?;
    let seen_by = SeenBy {
        author: Some(by),
        institution: Some(cohort.institution),
        programme: Some(cohort.programme),
    };
    let values = vec![
        ("cohort".to_owned(), cohort.title.clone()),
        (
            "institution".to_owned(),
            institution.map(|one| one.name).unwrap_or_default(),
        ),
    ];
    let letter = Queued {
        kind: "invitation",
        values,
        seen_by,
        language: inviter
            .as_ref()
            .and_then(|by| by.language)
            .unwrap_or_default(),
    };
    let messages: Vec<NewMessage> = invited
        .iter()
        .filter_map(|(id, person)| {
            letter.to(
                services,
                *id,
                known.get(person)?,
                &addresses,
                inviter.as_ref(),
            )
        })
        .collect();
    store::message::queue(tx, &messages, services.now()).await?;
    Ok(())
}

pub(super) async fn queue_role_letter(
    services: &Services,
    tx: &impl ConnectionTrait,
    role: Role,
    by: PersonId,
    (id, person): (InvitationId, PersonId),
    language: Option<Language>,
) -> Result<(), ServiceError> {
    let known = store::person::by_id(tx, person)
        .await?
        .ok_or(ServiceError::Hidden)?;
    let inviter = store::person::by_id(tx, by).await?;
    let addresses = store::person::main_addresses(tx, &[person]).await?;
    let seen_by = SeenBy {
        author: Some(by),
        institution: institution_of(&role),
        programme: programme_of(&role),
    };
    let values = vec![
        (
            "scope".to_owned(),
            if role == Role::Author { "none" } else { "some" }.to_owned(),
        ),
        ("role".to_owned(), role_code(&role).to_owned()),
        ("place".to_owned(), role_place(tx, &role).await?),
    ];
    let mut letter = Queued {
        kind: "role",
        values,
        seen_by,
        language: Language::default(),
    };
    letter.language = language
        .or(inviter.as_ref().and_then(|inviter| inviter.language))
        .unwrap_or_default();
    let message = letter.to(services, id, &known, &addresses, inviter.as_ref());
    store::message::queue(tx, message.as_slice(), services.now()).await?;
    Ok(())
}

/// What the letters of one round share.
struct Queued {
    kind: &'static str,
    values: Vec<(String, String)>,
    seen_by: SeenBy,
    language: Language,
}

impl Queued {
    fn to(
        &self,
        services: &Services,
        invitation: InvitationId,
        person: &Person,
        addresses: &HashMap<PersonId, String>,
        inviter: Option<&Person>,
    ) -> Option<NewMessage> {
        let mut values = self.values.clone();
        values.push(("name".to_owned(), person.name.clone()));
        values.push((
            "inviter".to_owned(),
            inviter.map(|by| by.name.clone()).unwrap_or_default(),
        ));
        Some(NewMessage {
            id: MessageId(services.new_id()),
            dedupe_key: format!("invitation:{invitation}:{}", services.now().0 / ONE_LETTER),
            kind: self.kind.to_owned(),
            recipient: addresses.get(&person.id)?.clone(),
            language: person.language.unwrap_or(self.language),
            values,
            invitation: Some(invitation),
            session: None,
            person: Some(person.id),
            good_until: None,
            seen_by: self.seen_by,
        })
    }
}
