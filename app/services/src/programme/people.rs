//! Who holds which role, and taking a role back.

use domain::clock::Timestamp;
use domain::ids::{GrantId, InstitutionId, PersonId, ProgrammeId};
use domain::people::{Actor, Role};
use domain::policy::{Action, Subject};
use store::grant::Holder;
use store::invitation::{Invitation, Purpose};
use store::programme::Programme;

use crate::access::allow;
use crate::{ServiceError, Services, audit};

/// Who holds a programme's roles, and who is invited to one.
#[derive(Clone, Debug)]
pub struct Holders {
    /// The programme.
    pub programme: Programme,
    /// The people who hold a role of the programme itself.
    pub held: Vec<Holder>,
    /// Those invited to one who have not accepted yet: the role, their name, and since when.
    pub invited: Vec<(Role, String, Timestamp)>,
}

/// Who holds the roles of the programme itself.
///
/// # Errors
/// [`ServiceError::Hidden`] when it is none of the asker's business.
pub async fn holders(
    services: &Services,
    actor: &Actor,
    programme: ProgrammeId,
) -> Result<Holders, ServiceError> {
    allow(actor, Action::EditProgramme, &Subject::Programme(programme))?;
    let db = services.store.read();
    let open = store::invitation::open_to_roles_of(db, programme, services.now()).await?;
    let people: Vec<PersonId> = open.iter().filter_map(|one| one.person).collect();
    let names = store::person::by_ids(db, &people).await?;
    let invited = |one: Invitation| {
        let Purpose::Role(role) = one.purpose else {
            return None;
        };
        Some((role, names.get(&one.person?)?.name.clone(), one.created_at))
    };
    Ok(Holders {
        programme: store::programme::by_id(db, programme)
            .await?
            .ok_or(ServiceError::Hidden)?,
        held: store::grant::holders_of(db, programme).await?,
        invited: open.into_iter().filter_map(invited).collect(),
    })
}

/// Takes a role back from whoever holds it. Whoever may invite to a role may take it back.
/// Answers the role that was taken.
///
/// # Errors
/// [`ServiceError::Hidden`] when there is no such role, or the asker may not; a problem of the
/// field `grant` when the programme would be left without a coordinator.
pub async fn take_back(
    services: &Services,
    actor: &Actor,
    id: GrantId,
) -> Result<Holder, ServiceError> {
    actor.person().ok_or(ServiceError::SignIn)?;
    let db = services.store.read();
    let held = store::grant::holder(db, id)
        .await?
        .ok_or(ServiceError::Hidden)?;
    let programmes = match held.role {
        Role::Trainer(at) | Role::Lead(at) => store::programme::of_institution(db, at).await?,
        _ => Vec::new(),
    };
    may_take_back(actor, held.role, &programmes)?;
    let (asker, by, taken) = (services.clone(), actor.person(), held.clone());
    services
        .store
        .write(Box::new(move |tx| {
            Box::pin(async move {
                if let Role::Coordinator(programme) = taken.role
                    && store::grant::coordinators(tx, programme).await? <= 1
                {
                    return Err(ServiceError::field("grant", "last_coordinator"));
                }
                store::grant::revoke(tx, id, asker.now()).await?;
                if let Role::Trainer(at) = taken.role {
                    store::tally::recount_trainers(tx, at).await?;
                }
                let detail = format!("{:?}", taken.role);
                audit::record(
                    &asker,
                    tx,
                    by,
                    "role.taken",
                    ("person", taken.person.0),
                    &detail,
                )
                .await
            })
        }))
        .await?;
    Ok(held)
}

fn may_take_back(
    actor: &Actor,
    role: Role,
    programmes: &[ProgrammeId],
) -> Result<(), ServiceError> {
    let of = |action, programme| allow(actor, action, &Subject::Programme(programme));
    let at = |action, institution: InstitutionId| {
        programmes
            .iter()
            .map(|programme| Subject::Institution {
                programme: *programme,
                institution,
            })
            .find(|subject| allow(actor, action, subject).is_ok())
            .map(|_| ())
            .ok_or(ServiceError::Hidden)
    };
    match role {
        Role::Coordinator(programme) => of(Action::InviteCoordinator, programme),
        Role::PartnerTrainer(programme) => of(Action::InvitePartner, programme),
        Role::Observer(programme) => of(Action::InviteObserver, programme),
        Role::Recogniser(programme) => of(Action::InviteRecogniser, programme),
        Role::Trainer(institution) => at(Action::InviteTrainer, institution),
        Role::Lead(institution) => at(Action::InviteLead, institution),
        Role::Author => allow(actor, Action::InviteAuthor, &Subject::Platform),
    }
}
