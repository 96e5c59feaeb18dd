//! What a coordinator changes: the programme's wording, dates and targets, and its institutions.

mod institution;

use domain::cascade::target::TargetRange;
use domain::ids::ProgrammeId;
use domain::language::Language;
use domain::people::Actor;
use domain::policy::{Action, Subject};
use store::over_time::NewExtension;
use store::programme::{Programme, Tier};

use crate::access::allow;
use crate::{FieldProblem, ServiceError, Services, audit, form};

pub use store::programme::Credit;

pub use institution::{
    InstitutionForm, TypedInstitution, add_institution, change_institution, institution_form,
};

/// Longest title, name or place, in characters.
const LONGEST_NAME: usize = 200;
/// Longest sentence of a funder, in characters.
const LONGEST_SENTENCE: usize = 1000;
/// Most trainers that one institution sends.
const MOST_TRAINERS: u32 = 1000;

/// The programme's form, as it was typed.
#[derive(Clone, Debug, Default, serde::Deserialize)]
pub struct TypedProgramme {
    /// The programme's name.
    pub title: String,
    /// The funder's number.
    pub reference: String,
    /// The first day.
    pub starts_on: String,
    /// The last day; empty when none is agreed.
    pub ends_on: String,
    /// Why the last day moves; needed only when it does.
    #[serde(default)]
    pub end_reason: String,
    /// How many trainers each institution sends.
    pub trainers_per_institution: String,
    /// The funder's sentence, in English and wherever it has no words of its own.
    pub funding_line: String,
    /// The same in Albanian.
    #[serde(default)]
    pub funding_line_sq: String,
    /// The same in Bosnian.
    #[serde(default)]
    pub funding_line_bs: String,
    /// Whether papers show the emblem of the European Union: `yes`, or nothing.
    #[serde(default)]
    pub emblem: String,
    /// Whom each institution trains; empty for the usual words.
    pub tier_wording: String,
    /// At least so many.
    pub target_min: String,
    /// At most so many.
    pub target_max: String,
    /// The state that the form showed.
    pub revision: i64,
}

impl TypedProgramme {
    /// The values as typed, for the form when it is refused.
    #[must_use]
    pub fn values(&self) -> [(&'static str, &str); 13] {
        [
            ("title", &self.title),
            ("reference", &self.reference),
            ("starts_on", &self.starts_on),
            ("ends_on", &self.ends_on),
            ("end_reason", &self.end_reason),
            ("trainers_per_institution", &self.trainers_per_institution),
            ("funding_line", &self.funding_line),
            ("funding_line_sq", &self.funding_line_sq),
            ("funding_line_bs", &self.funding_line_bs),
            ("emblem", &self.emblem),
            ("tier_wording", &self.tier_wording),
            ("target_min", &self.target_min),
            ("target_max", &self.target_max),
        ]
    }
}

/// A programme with its general tier, for the forms that change it or add to it.
#[derive(Clone, Debug)]
pub struct ProgrammeForm {
    /// The programme.
    pub programme: Programme,
    /// The tier of every institution without its own.
    pub general: Option<Tier>,
}

/// The programme and its general tier, for the forms of its coordinator.
///
/// # Errors
/// [`ServiceError::Hidden`] when the asker may not change it.
pub async fn programme_form(
    services: &Services,
    actor: &Actor,
    id: ProgrammeId,
) -> Result<ProgrammeForm, ServiceError> {
    allow(actor, Action::EditProgramme, &Subject::Programme(id))?;
    let db = services.store.read();
    let programme = store::programme::by_id(db, id)
        .await?
        .ok_or(ServiceError::Hidden)?;
    let general = store::tier::general(db, id).await?;
    Ok(ProgrammeForm { programme, general })
}

/// Changes a programme and its general tier.
///
/// # Errors
/// What is wrong with the form; [`ServiceError::Stale`] when somebody else changed the programme
/// since the form was shown; [`ServiceError::Hidden`] when the asker may not.
pub async fn change_programme(
    services: &Services,
    actor: &Actor,
    id: ProgrammeId,
    typed: &TypedProgramme,
) -> Result<(), ServiceError> {
    let known = programme_form(services, actor, id).await?;
    let (programme, range) = checked(id, typed)?;
    let extension = extension(services, actor, &known.programme, &programme, typed)?;
    let tier = Tier {
        id: known
            .general
            .map_or_else(|| services.new_id(), |tier| tier.id),
        institution: None,
        wording: wording(&typed.tier_wording),
        target_min: range.min(),
        target_max: range.max(),
    };
    let (asker, by) = (services.clone(), actor.person());
    services
        .store
        .write::<_, ServiceError>(Box::new(move |tx| {
            Box::pin(async move {
                if !store::programme::change(tx, &programme).await? {
                    return Err(ServiceError::Stale);
                }
                store::tier::change_general(tx, id, &tier).await?;
                if let Some(extension) = &extension {
                    store::over_time::extend(tx, id, extension).await?;
                }
                let subject = ("programme", id.0);
                audit::record(
                    &asker,
                    tx,
                    by,
                    "programme.changed",
                    subject,
                    &programme.title,
                )
                .await
            })
        }))
        .await?;
    services.funding.changed();
    Ok(())
}

/// The decision to keep when the last day moves. Setting it for the first time needs no reason.
fn extension(
    services: &Services,
    actor: &Actor,
    before: &Programme,
    after: &Programme,
    typed: &TypedProgramme,
) -> Result<Option<NewExtension>, ServiceError> {
    if before.ends_on == after.ends_on {
        return Ok(None);
    }
    let mut problems = Vec::new();
    let reason = form::line(
        "end_reason",
        &typed.end_reason,
        LONGEST_SENTENCE,
        &mut problems,
    );
    if reason.is_empty() && before.ends_on.is_some() {
        problems.push(FieldProblem::new("end_reason", "end_reason_missing"));
    }
    if !problems.is_empty() {
        return Err(ServiceError::Invalid(problems));
    }
    Ok(Some(NewExtension {
        id: services.new_id(),
        from: before.ends_on,
        to: after.ends_on,
        reason,
        by: actor.person(),
        at: services.now(),
    }))
}

fn wording(typed: &str) -> String {
    typed.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn checked(
    id: ProgrammeId,
    typed: &TypedProgramme,
) -> Result<(Programme, TargetRange), ServiceError> {
    let mut problems = Vec::new();
    let title = form::line("title", &typed.title, LONGEST_NAME, &mut problems);
    if title.is_empty() {
        problems.push(FieldProblem::new("title", "title_missing"));
    }
    let reference = form::line("reference", &typed.reference, LONGEST_NAME, &mut problems);
    let (sentence, credit) = credit(typed, &mut problems);
    form::line(
        "tier_wording",
        &typed.tier_wording,
        LONGEST_NAME,
        &mut problems,
    );
    let starts_on = form::day("starts_on", &typed.starts_on, &mut problems);
    let ends_on = match typed.ends_on.trim() {
        "" => None,
        text => form::day("ends_on", text, &mut problems),
    };
    if let (Some(start), Some(end)) = (starts_on, ends_on)
        && end <= start
    {
        problems.push(FieldProblem::new("ends_on", "ends_before_start"));
    }
    let trainers = form::count(
        "trainers_per_institution",
        &typed.trainers_per_institution,
        MOST_TRAINERS,
        &mut problems,
    );
    let range = form::range(&typed.target_min, &typed.target_max, &mut problems);
    if typed.target_min.trim().is_empty() && typed.target_max.trim().is_empty() {
        problems.push(FieldProblem::new("target_min", "range_missing"));
    }
    match (starts_on, trainers, range) {
        (Some(starts_on), Some(trainers_per_institution), Some(range)) if problems.is_empty() => {
            let programme = Programme {
                id,
                title,
                reference,
                starts_on,
                ends_on,
                trainers_per_institution,
                funding_line: sentence,
                credit,
                revision: typed.revision,
            };
            Ok((programme, range))
        }
        _ => Err(ServiceError::Invalid(problems)),
    }
}

/// The funder's sentences. Beside the emblem a sentence has to stand (the grant agreements' article
/// on visibility): without the programme's own, the Union's.
fn credit(typed: &TypedProgramme, problems: &mut Vec<FieldProblem>) -> (String, Credit) {
    let emblem = !typed.emblem.is_empty();
    let mut sentence = |field: &str, typed: &str, language: Language| {
        let own = form::line(field, typed, LONGEST_SENTENCE, problems);
        if own.is_empty() && emblem {
            co_funded(language).to_owned()
        } else {
            own
        }
    };
    let (sq, bs) = (&typed.funding_line_sq, &typed.funding_line_bs);
    let english = sentence("funding_line", &typed.funding_line, Language::English);
    let credit = Credit {
        albanian: sentence("funding_line_sq", sq, Language::Albanian),
        bosnian: sentence("funding_line_bs", bs, Language::Bosnian),
        emblem,
    };
    (english, credit)
}

/// The sentence that the European Union asks those for whom it pays a part to write beside its
/// emblem.
#[must_use]
pub fn co_funded(language: Language) -> &'static str {
    match language {
        Language::English => "Co-funded by the European Union",
        Language::Albanian => "Bashkëfinancuar nga Bashkimi Evropian",
        Language::Bosnian => "Sufinansira Evropska unija",
    }
}
