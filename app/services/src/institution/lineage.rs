//! Who trained whom at an institution: the cascade as it is drawn and read out.

use std::collections::{BTreeSet, HashMap, HashSet};
use std::ops::Range;

use domain::cascade::chart::Chart;
use domain::cascade::generation::{Generations, generations};
use domain::cascade::lineage::{Edge, without_trainer};
use domain::cascade::origin::{Origin, origins};
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
    /// Every edge it was drawn from, by trainee, trainer and date.
    pub edges: Vec<SeenEdge>,
    /// Where each trainee's edges stand among them.
    above: HashMap<PersonId, Range<usize>>,
    /// The generation of everybody in it.
    pub generations: Generations,
    /// Those whose name the asker may read, each with whether their page may be opened.
    named: HashMap<PersonId, (String, bool)>,
    /// Colleagues who finished, with nobody recorded as their trainer.
    pub orphans: Vec<PersonId>,
}

/// One edge, as far as the asker may read of it.
#[derive(Clone, Debug)]
pub struct SeenEdge {
    /// Who was trained by whom.
    pub edge: Edge,
    /// How it came to be; none where it was held at an institution whose people the asker does not
    /// see.
    pub told: Option<Told>,
    /// Whether it was held at the institution itself.
    pub own: bool,
}

/// How an edge came to be.
#[derive(Clone, Debug)]
pub struct Told {
    /// The cohort's title.
    pub cohort: String,
    /// By which of its sessions, or by completing it.
    pub origin: Origin,
}

impl Lineage {
    /// Somebody's name; none for those of other institutions, who keep their place without it.
    #[must_use]
    pub fn name(&self, person: PersonId) -> Option<&str> {
        self.named.get(&person).map(|(name, _)| name.as_str())
    }

    /// Whether the asker may open somebody's page.
    #[must_use]
    pub fn may_open(&self, person: PersonId) -> bool {
        self.named.get(&person).is_some_and(|(_, open)| *open)
    }

    /// The edges that somebody was trained by.
    #[must_use]
    pub fn edges_of(&self, trainee: PersonId) -> &[SeenEdge] {
        let at = self.above.get(&trainee).cloned().unwrap_or_default();
        &self.edges[at]
    }

    /// How many people trained somebody in the institution's own cohorts, and how many were
    /// trained there.
    #[must_use]
    pub fn heads(&self) -> (usize, usize) {
        let own = self.edges.iter().filter(|seen| seen.own);
        let (trainers, trained): (BTreeSet<_>, BTreeSet<_>) = own
            .map(|seen| (seen.edge.trainer, seen.edge.trainee))
            .unzip();
        (trainers.len(), trained.len())
    }
}

/// Who trained whom at an institution, for its page or, by `action`, for a file. Names are in the
/// order of the reader's alphabet. The number of statements is the same however many people there
/// are, up to a few hundred.
///
/// # Errors
/// [`ServiceError::Hidden`] when there is no such institution, or its people's names are none of
/// the asker's business.
pub async fn lineage(
    services: &Services,
    actor: &Actor,
    action: Action,
    id: InstitutionId,
    wanted: Option<ProgrammeId>,
    language: Language,
) -> Result<Lineage, ServiceError> {
    let (programme, _, sight) = programme_of(services, actor, action, id, wanted).await?;
    if sight == Sight::Figures {
        return Err(ServiceError::Hidden);
    }
    let db = services.store.read();
    let held = store::lineage::held_at(db, programme.id, id).await?;
    let edges: Vec<Edge> = held.iter().map(|held| held.edge).collect();
    let generations = generations(&edges, &[]);
    if !generations.in_cycles.is_empty() {
        tracing::error!(people = ?generations.in_cycles, "people who trained themselves through others");
    }
    let trainers: Vec<PersonId> = edges.iter().map(|edge| edge.trainer).collect();
    let finished = store::lineage::finished_without_trainer(db, programme.id, id).await?;
    let mut orphans = without_trainer(&finished, &edges, &trainers);
    let everybody: BTreeSet<PersonId> = edges
        .iter()
        .flat_map(|edge| [edge.trainee, edge.trainer])
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
    let reach = Reach::of(db, actor, programme.id, id, &held, &orphans).await?;
    let origins = origins_of(db, programme.id, &edges).await?;
    let seen = reach.edges(held, origins, &rank);
    let sees_programme = see(
        actor,
        Action::SeeProgramme,
        &Subject::Programme(programme.id),
    );
    Ok(Lineage {
        named: reach.named(known),
        chart: Chart::of(&edges, &generations, &everybody),
        institution: store::programme::institution(db, id)
            .await?
            .ok_or(ServiceError::Hidden)?,
        sees_programme: sees_programme.is_ok(),
        programme,
        above: by_trainee(&seen),
        edges: seen,
        generations,
        orphans,
    })
}

/// How each edge came to be, as the registers say now.
async fn origins_of(
    db: &impl ConnectionTrait,
    programme: ProgrammeId,
    edges: &[Edge],
) -> Result<Vec<Origin>, ServiceError> {
    let trainees: BTreeSet<PersonId> = edges.iter().map(|edge| edge.trainee).collect();
    let trainees: Vec<PersonId> = trainees.into_iter().collect();
    let attended = store::lineage::attended(db, programme, &trainees).await?;
    Ok(origins(edges, &attended))
}

/// Where each trainee's edges stand; those of one stand together.
fn by_trainee(edges: &[SeenEdge]) -> HashMap<PersonId, Range<usize>> {
    let mut from = 0;
    edges
        .chunk_by(|one, next| one.edge.trainee == next.edge.trainee)
        .map(|own| {
            let start = from;
            from += own.len();
            (own[0].edge.trainee, start..from)
        })
        .collect()
}

/// How far somebody sees into a cascade that goes through several institutions.
struct Reach<'a> {
    actor: &'a Actor,
    programme: ProgrammeId,
    own: InstitutionId,
    /// The institutions whose people are seen by name.
    seen: HashSet<InstitutionId>,
    /// Those who trained or were trained there.
    there: HashSet<PersonId>,
    trained_by: HashMap<PersonId, Vec<(PersonId, InstitutionId)>>,
    pages: Pages,
}

impl<'a> Reach<'a> {
    async fn of(
        db: &impl ConnectionTrait,
        actor: &'a Actor,
        programme: ProgrammeId,
        own: InstitutionId,
        held: &[Held],
        orphans: &[PersonId],
    ) -> Result<Self, ServiceError> {
        let sees = |institution: &InstitutionId| {
            let subject = Subject::Institution {
                programme,
                institution: *institution,
            };
            matches!(
                see(actor, Action::SeeInstitution, &subject),
                Ok(Sight::Everything)
            )
        };
        let institutions: HashSet<InstitutionId> =
            held.iter().map(|held| held.institution).collect();
        let seen: HashSet<InstitutionId> = institutions.into_iter().filter(sees).collect();
        let mut there: HashSet<PersonId> = orphans.iter().copied().collect();
        let mut trained_by: HashMap<PersonId, Vec<(PersonId, InstitutionId)>> = HashMap::new();
        for held in held {
            let Edge {
                trainee, trainer, ..
            } = held.edge;
            if seen.contains(&held.institution) {
                there.extend([trainee, trainer]);
            }
            let by = (trainer, held.institution);
            trained_by.entry(trainee).or_default().push(by);
        }
        let people: Vec<PersonId> = there.iter().copied().collect();
        Ok(Self {
            pages: Pages::of(db, &people).await?,
            actor,
            programme,
            own,
            seen,
            there,
            trained_by,
        })
    }

    /// The edges as the asker sees them, by trainee, trainer and date; `rank` orders people.
    fn edges(
        &self,
        held: Vec<Held>,
        origins: Vec<Origin>,
        rank: &HashMap<PersonId, usize>,
    ) -> Vec<SeenEdge> {
        let mut seen: Vec<SeenEdge> = held
            .into_iter()
            .zip(origins)
            .map(|(held, origin)| self.edge(held, origin))
            .collect();
        seen.sort_by_key(|seen| {
            let of = |person: &PersonId| rank.get(person).copied();
            (of(&seen.edge.trainee), of(&seen.edge.trainer), seen.edge.at)
        });
        seen
    }

    fn edge(&self, held: Held, origin: Origin) -> SeenEdge {
        let cohort = held.cohort;
        SeenEdge {
            own: held.institution == self.own,
            told: self
                .seen
                .contains(&held.institution)
                .then_some(Told { cohort, origin }),
            edge: held.edge,
        }
    }

    fn named(&self, known: HashMap<PersonId, Person>) -> HashMap<PersonId, (String, bool)> {
        let there = known.into_iter().filter(|(id, _)| self.there.contains(id));
        let named = |(id, person): (PersonId, Person)| {
            let by = self.trained_by.get(&id).map_or(&[][..], Vec::as_slice);
            let open = self.pages.open(self.actor, id, self.programme, by);
            (id, (person.name, open))
        };
        there.map(named).collect()
    }
}
