//! The first coordinator and the programme, from a one-time address that the command line prints.

use domain::clock::DAY;
use domain::ids::{GrantId, InvitationId, PersonId, ProgrammeId};
use domain::language::Language;
use domain::names::clean_name;
use domain::people::Role;
use domain::roster::Email;
use store::DatabaseTransaction;
use store::invitation::{Invitation, NewInvitation, Purpose, Standing};
use store::programme::{Credit, Programme, Tier};

use crate::password::{self, Password};
use crate::sign_in::{Browser, Prepared};
use crate::{FieldProblem, ServiceError, Services, audit, form, hash_token};

/// The address can be used for this long.
const VALID: i64 = DAY;
/// The model project's numbers: trainers, and colleagues at least and at most, per institution.
const TRAINERS: u32 = 5;
const COLLEAGUES: (u32, u32) = (20, 30);
const LONGEST_TITLE: usize = 200;
const LONGEST_SENTENCE: usize = 1000;

/// Makes the one-time address. `None`: somebody coordinates already, and `again` was not said.
///
/// # Errors
/// When the database fails.
pub async fn link(services: &Services, again: bool) -> Result<Option<String>, ServiceError> {
    if !again && store::grant::is_coordinated(services.store.read()).await? {
        return Ok(None);
    }
    let token = services.new_token();
    let now = services.now();
    let setup = NewInvitation {
        id: InvitationId(services.new_id()),
        purpose: Purpose::Setup,
        person: None,
        token_hash: Some(hash_token(&token)),
        code_hash: None,
        expires_at: now.plus(VALID),
    };
    services
        .store
        .write::<_, ServiceError>(Box::new(move |tx| {
            Box::pin(async move {
                // The newest one counts; a forgotten one must not make a second programme.
                store::invitation::revoke_setups(tx, now).await?;
                Ok(store::invitation::keep(tx, setup, None, now).await?)
            })
        }))
        .await?;
    Ok(Some(format!(
        "{}/setup/{token}",
        services.settings.public_url
    )))
}

/// Whether a one-time address can be used.
///
/// # Errors
/// When the database fails.
pub async fn is_open(services: &Services, token: &str) -> Result<bool, ServiceError> {
    Ok(find(services, token).await?.is_some())
}

async fn find(services: &Services, token: &str) -> Result<Option<Invitation>, ServiceError> {
    let found = store::invitation::by_token_hash(services.store.read(), &hash_token(token)).await?;
    Ok(found.filter(|one| {
        one.purpose == Purpose::Setup && one.standing(services.now()) == Standing::Open
    }))
}

/// The form, as it was typed.
#[derive(Clone, Debug, Default)]
pub struct Typed {
    /// The coordinator's name.
    pub name: String,
    /// Their address.
    pub email: String,
    /// Their password.
    pub password: String,
    /// The programme's name.
    pub title: String,
    /// The funder's number.
    pub reference: String,
    /// The first day.
    pub starts_on: String,
    /// The last day; empty when none is agreed.
    pub ends_on: String,
    /// The funder's sentence.
    pub funding_line: String,
}

/// Makes the first coordinator and the programme, and signs the coordinator in; answers the token
/// for the cookie. `None`: the address cannot be used any more.
///
/// # Errors
/// What is wrong with the form.
pub async fn create(
    services: &Services,
    token: &str,
    typed: &Typed,
    language: Language,
    browser: Browser<'_>,
) -> Result<Option<String>, ServiceError> {
    let Some(invitation) = find(services, token).await? else {
        return Ok(None);
    };
    let form = Checked::of(services, typed)?;
    if store::person::by_address(services.store.read(), &form.email.key())
        .await?
        .is_some()
    {
        return Err(ServiceError::field("email", "address_of_somebody_else"));
    }
    let hash = password::hash(services, &form.password).await?;
    let person = PersonId(services.new_id());
    let sign_in = Prepared::new(services, person, browser);
    let token = sign_in.token.clone();
    let asker = services.clone();
    let done = services
        .store
        .write::<_, ServiceError>(Box::new(move |tx| {
            Box::pin(async move {
                if !store::invitation::mark_used(tx, invitation.id, asker.now()).await? {
                    return Ok(false);
                }
                // Whichever was used first is the one: no other, however it came to be, stays.
                store::invitation::revoke_setups(tx, asker.now()).await?;
                coordinator(&asker, tx, person, &form, &hash, language).await?;
                sign_in.keep(tx).await?;
                Ok(true)
            })
        }))
        .await?;
    services.funding.changed();
    Ok(done.then_some(token))
}

async fn coordinator(
    services: &Services,
    tx: &DatabaseTransaction,
    person: PersonId,
    form: &Checked,
    hash: &str,
    language: Language,
) -> Result<(), ServiceError> {
    let now = services.now();
    store::person::create(tx, person, &form.name, Some(language), now).await?;
    if !store::person::add_address(tx, person, &form.email, now).await? {
        return Err(ServiceError::field("email", "address_of_somebody_else"));
    }
    store::person::confirm_addresses(tx, person, None, now).await?;
    store::person::set_password_hash(tx, person, hash).await?;
    let (min, max) = COLLEAGUES;
    let tier = Tier {
        id: services.new_id(),
        institution: None,
        wording: String::new(),
        target_min: min,
        target_max: max,
    };
    store::programme::create(tx, &form.programme, &tier, now).await?;
    let role = Role::Coordinator(form.programme.id);
    store::grant::give(tx, GrantId(services.new_id()), person, role, None, now).await?;
    let subject = ("programme", form.programme.id.0);
    audit::record(
        services,
        tx,
        Some(person),
        "programme.created",
        subject,
        &form.programme.title,
    )
    .await
}

/// The form, found in order.
struct Checked {
    name: String,
    email: Email,
    password: Password,
    programme: Programme,
}

impl Checked {
    fn of(services: &Services, typed: &Typed) -> Result<Self, ServiceError> {
        let mut problems = Vec::new();
        let name = clean_name(&typed.name)
            .map_err(|problem| problems.push(FieldProblem::new("name", problem.code())))
            .unwrap_or_default();
        let email = Email::parse(&typed.email)
            .map_err(|problem| problems.push(FieldProblem::new("email", problem.code())))
            .ok();
        let own: Vec<&str> = email.iter().map(Email::as_str).collect();
        let password = Password::new("password", &typed.password, &own)
            .map_err(|problem| problems.push(problem))
            .ok();
        let programme = programme(services, typed, &mut problems);
        match (email, password, programme) {
            (Some(email), Some(password), Some(programme)) if problems.is_empty() => Ok(Self {
                name,
                email,
                password,
                programme,
            }),
            _ => Err(ServiceError::Invalid(problems)),
        }
    }
}

fn programme(
    services: &Services,
    typed: &Typed,
    problems: &mut Vec<FieldProblem>,
) -> Option<Programme> {
    let title = form::line("title", &typed.title, LONGEST_TITLE, problems);
    if title.is_empty() {
        problems.push(FieldProblem::new("title", "title_missing"));
    }
    let reference = form::line("reference", &typed.reference, LONGEST_TITLE, problems);
    let funding_line = form::line(
        "funding_line",
        &typed.funding_line,
        LONGEST_SENTENCE,
        problems,
    );
    let starts_on = form::day("starts_on", &typed.starts_on, problems);
    let ends_on = match typed.ends_on.trim() {
        "" => None,
        text => form::day("ends_on", text, problems),
    };
    if let (Some(start), Some(end)) = (starts_on, ends_on)
        && end <= start
    {
        problems.push(FieldProblem::new("ends_on", "ends_before_start"));
    }
    Some(Programme {
        id: ProgrammeId(services.new_id()),
        title,
        reference,
        starts_on: starts_on?,
        ends_on,
        trainers_per_institution: TRAINERS,
        funding_line,
        credit: Credit::default(),
        revision: 0,
    })
}
