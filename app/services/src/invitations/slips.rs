//! Slips: codes on paper, for colleagues without mail.

use std::collections::HashMap;

use domain::ids::{CohortId, InvitationId, PersonId};
use domain::language::Language;
use domain::names::collation_key;
use domain::people::Actor;
use domain::policy::Action;
use store::ConnectionTrait;
use store::invitation::{Invitation, NewInvitation, Purpose, Standing};

use crate::access::{CohortStanding, allow};
use crate::code::Code;
use crate::outbox::INVITATION;
use crate::{ServiceError, Services, audit};

/// One slip.
#[derive(Clone, Debug)]
pub struct Slip {
    /// The colleague's name in their own script.
    pub name: String,
    /// The code to type; it is shown once and kept only as a hash.
    pub code: String,
}

/// What a cohort's slips page says before slips are made.
#[derive(Clone, Debug)]
pub struct Joining {
    /// The cohort's title.
    pub title: String,
    /// The institution's name.
    pub institution: String,
    /// Colleagues who cannot sign in yet: each gets a slip.
    pub waiting: usize,
    /// How many of them have a code already, which new slips replace.
    pub have_codes: usize,
}

/// Who in a cohort would get a slip.
///
/// # Errors
/// [`ServiceError::Hidden`] when the cohort is none of the asker's business.
pub async fn joining(
    services: &Services,
    actor: &Actor,
    cohort: CohortId,
) -> Result<Joining, ServiceError> {
    let standing = allowed(services, actor, cohort).await?;
    let read = services.store.read();
    let waiting = waiting(services, read, cohort).await?;
    let institution = store::programme::institution(read, standing.cohort.institution).await?;
    Ok(Joining {
        title: standing.cohort.title,
        institution: institution.map(|one| one.name).unwrap_or_default(),
        have_codes: waiting.iter().filter(|one| one.has_code).count(),
        waiting: waiting.len(),
    })
}

/// Makes a new code for everybody in the cohort who cannot sign in yet, in the order of their
/// names in a language. Earlier codes of theirs stop working.
///
/// # Errors
/// [`ServiceError::Hidden`] when the cohort is none of the asker's business.
pub async fn slips(
    services: &Services,
    actor: &Actor,
    cohort: CohortId,
    language: Language,
) -> Result<Vec<Slip>, ServiceError> {
    allowed(services, actor, cohort).await?;
    let by = actor.person().ok_or(ServiceError::SignIn)?;
    let asker = services.clone();
    services
        .store
        .write(Box::new(move |tx| {
            Box::pin(async move {
                let mut waiting = waiting(&asker, tx, cohort).await?;
                waiting.sort_by_cached_key(|one| (collation_key(&one.name, language), one.person));
                let slips = make(&asker, tx, cohort, by, waiting).await?;
                let count = slips.len().to_string();
                audit::record(
                    &asker,
                    tx,
                    Some(by),
                    "slips.made",
                    ("cohort", cohort.0),
                    &count,
                )
                .await?;
                Ok(slips)
            })
        }))
        .await
}

async fn allowed(
    services: &Services,
    actor: &Actor,
    cohort: CohortId,
) -> Result<CohortStanding, ServiceError> {
    actor.person().ok_or(ServiceError::SignIn)?;
    let standing = CohortStanding::of(services.store.read(), cohort).await?;
    allow(actor, Action::ResendInvitation, &standing.subject())?;
    Ok(standing)
}

/// Somebody in the cohort without a password, and their newest invitation if one can be used.
struct Waiting {
    person: PersonId,
    name: String,
    invitation: Option<Invitation>,
    has_code: bool,
}

async fn waiting(
    services: &Services,
    db: &impl ConnectionTrait,
    cohort: CohortId,
) -> Result<Vec<Waiting>, ServiceError> {
    let people: Vec<PersonId> = store::roster::of_cohort(db, cohort)
        .await?
        .into_iter()
        .filter(|line| line.withdrawn.is_none())
        .map(|line| line.person)
        .collect();
    let known = store::person::by_ids(db, &people).await?;
    let now = services.now();
    let mut invitations: HashMap<PersonId, Invitation> = store::invitation::of_cohort(db, cohort)
        .await?
        .into_iter()
        .filter(|one| matches!(one.standing(now), Standing::Open | Standing::Expired))
        .filter_map(|one| Some((one.person?, one)))
        .collect();
    Ok(known
        .into_values()
        .filter(|person| !person.has_password)
        .map(|person| {
            let invitation = invitations.remove(&person.id);
            let has_code = invitation.as_ref().is_some_and(|one| one.has_code);
            Waiting {
                person: person.id,
                name: person.name,
                invitation,
                has_code,
            }
        })
        .collect())
}

async fn make(
    services: &Services,
    tx: &impl ConnectionTrait,
    cohort: CohortId,
    by: PersonId,
    waiting: Vec<Waiting>,
) -> Result<Vec<Slip>, ServiceError> {
    let now = services.now();
    let until = now.plus(INVITATION);
    let mut slips = Vec::with_capacity(waiting.len());
    let mut new = Vec::new();
    for one in waiting {
        let code = Code::new(services);
        match one.invitation {
            Some(invitation) => {
                store::invitation::set_code(tx, invitation.id, &code.hash(), until).await?
            }
            None => new.push(NewInvitation {
                id: InvitationId(services.new_id()),
                purpose: Purpose::Cohort(cohort),
                person: Some(one.person),
                token_hash: None,
                code_hash: Some(code.hash()),
                expires_at: until,
            }),
        }
        slips.push(Slip {
            name: one.name,
            code: code.to_string(),
        });
    }
    store::invitation::keep_many(tx, &new, Some(by), now).await?;
    Ok(slips)
}
