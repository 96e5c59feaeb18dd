//! Who trained whom at an institution: the cascade as it is drawn and read out.

use std::collections::{BTreeSet, HashMap};

use domain::cascade::chart::Chart;
use domain::cascade::generation::{Generations, generations};
use domain::cascade::lineage::Edge;
use domain::ids::{InstitutionId, PersonId, ProgrammeId};
use domain::language::Language;
use domain::names::collation_key;
use domain::people::Actor;
use domain::policy::{Action, Subject};
use store::ConnectionTrait;
use store::lineage::Held;
use store::person::Person;
use store::programme::{Institution, Programme};

use super::programme_of;
use crate::access::Pages;
use crate::sight::{Sight, see};
use crate::{ServiceError, Services};

/// The cascade of an institution.
#[derive(Clone, Debug)]
pub struct Lineage {
    /// The institution.
    pub institution: Institution,
    /// The programme it is seen in.
    pub programme: Programme,
    /// Whether the asker sees the programme's page too.
    pub sees_programme: bool,
    /// Everybody in it at their places.
    pub chart: Chart,
    /// What it was drawn from, by trainee, trainer and date.
    pub held: Vec<Held>,
    /// Of everybody in it.
    pub generations: Generations,
    /// Their names, and whether the asker may open their page.
    pub people: HashMap<PersonId, (String, bool)>,
    /// Colleagues who finished, and nobody is recorded as their trainer.
    pub orphans: Vec<PersonId>,
}

impl Lineage {
    /// Somebody's name.
    #[must_use]
    pub fn name(&self, person: PersonId) -> &str {
        self.people.get(&person).map_or("", |(name, _)| name)
    }

    /// Whether the asker may open somebody's page.
    #[must_use]
    pub fn may_open(&self, person: PersonId) -> bool {
        self.people.get(&person).is_some_and(|(_, open)| *open)
    }

    /// How many people trained somebody in the institution's own cohorts, and how many were
    /// trained there.
    #[must_use]
    pub fn heads(&self) -> (usize, usize) {
        let own = self
            .held
            .iter()
            .filter(|held| held.institution == self.institution.id);
        let (trainers, trained): (BTreeSet<_>, BTreeSet<_>) = own
            .map(|held| (held.edge.trainer, held.edge.trainee))
            .unzip();
        (trainers.len(), trained.len())
    }
}

/// Who trained whom at an institution. Names are in the order of the reader's alphabet. The
/// number of statements is the same however many people there are, up to a few hundred.
///
/// # Errors
/// [`ServiceError::Hidden`] when there is no such institution, or its people's names are none of
/// the asker's business.
pub async fn lineage(
    services: &Services,
    actor: &Actor,
    id: InstitutionId,
    wanted: Option<ProgrammeId>,
    language: Language,
) -> Result<Lineage, ServiceError> {
    let (programme, sight) =
        programme_of(services, actor, Action::SeeInstitution, id, wanted).await?;
    if sight == Sight::Figures {
        return Err(ServiceError::Hidden);
    }
    let db = services.store.read();
    let mut held = store::lineage::held_at(db, programme.id, id).await?;
    let mut orphans = store::lineage::orphans(db, programme.id, id).await?;
    let everybody: BTreeSet<PersonId> = held
        .iter()
        .flat_map(|held| [held.edge.trainee, held.edge.trainer])
        .chain(orphans.iter().copied())
        .collect();
    let mut everybody: Vec<PersonId> = everybody.into_iter().collect();
    let known = store::person::by_ids(db, &everybody).await?;
    everybody.sort_by_cached_key(|person| {
        let name = known.get(person).map(|known| known.name.as_str());
        (collation_key(name.unwrap_or_default(), language), *person)
    });
    let rank: HashMap<PersonId, usize> = everybody.iter().copied().zip(0..).collect();
    orphans.sort_by_key(|person| rank.get(person).copied());
    held.sort_by_key(|held| {
        let of = |person: &PersonId| rank.get(person).copied();
        (of(&held.edge.trainee), of(&held.edge.trainer), held.edge.at)
    });
    let edges: Vec<Edge> = held.iter().map(|held| held.edge).collect();
    let generations = generations(&edges, &[]);
    Ok(Lineage {
        people: people(db, actor, programme.id, &held, known).await?,
        chart: Chart::of(&edges, &generations, &everybody),
        institution: store::programme::institution(db, id)
            .await?
            .ok_or(ServiceError::Hidden)?,
        sees_programme: see(
            actor,
            Action::SeeProgramme,
            &Subject::Programme(programme.id),
        )
        .is_ok(),
        programme,
        held,
        generations,
        orphans,
    })
}

/// Everybody's name, and whether the asker may open their page.
async fn people(
    db: &impl ConnectionTrait,
    actor: &Actor,
    programme: ProgrammeId,
    held: &[Held],
    known: HashMap<PersonId, Person>,
) -> Result<HashMap<PersonId, (String, bool)>, ServiceError> {
    let mut trained_by: HashMap<PersonId, Vec<(PersonId, InstitutionId)>> = HashMap::new();
    for held in held {
        let by = (held.edge.trainer, held.institution);
        trained_by.entry(held.edge.trainee).or_default().push(by);
    }
    let ids: Vec<PersonId> = known.keys().copied().collect();
    let pages = Pages::of(db, &ids).await?;
    let named = |(id, person): (PersonId, Person)| {
        let trained_by = trained_by.get(&id).map_or(&[][..], Vec::as_slice);
        let open = pages.open(actor, id, programme, trained_by);
        (id, (person.name, open))
    };
    Ok(known.into_iter().map(named).collect())
}
