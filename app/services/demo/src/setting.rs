//! What is fixed before the story begins: the programme, the calendar, the course and who runs it.

use domain::clock::{DAY, Timestamp};
use domain::ids::{CourseVersionId, PersonId, ProgrammeId};
use store::programme::{Credit, Programme, Tier};
use uuid::Uuid;

use crate::Size;
use crate::calendar::Calendar;
use crate::dice::{Dice, Ids};
use crate::lessons::Lessons;
use crate::plot::Plot;

/// Institutions whose story is told together: their trainers were trained together.
pub(crate) const GROUP: usize = 6;
/// Trainers of each institution.
pub(crate) const TRAINERS: usize = 5;
/// Trainers and the lead of each institution.
pub(crate) const STAFF: usize = TRAINERS + 1;
/// People who run the programme, partner trainers aside: a coordinator and an observer.
const OFFICE: usize = 2;
/// The number that stands where a funder has its own.
pub(crate) const REFERENCE: &str = "DEMO-000000-EPP-1-AL-CBHE-JP";
/// When the programme began, in days.
pub(crate) const BEGAN: i64 = 730;
/// When it will end, in days.
pub(crate) const ENDS_IN: i64 = 77;
/// When it was first to end, in days: half a year earlier.
pub(crate) const WAS_TO_END_IN: i64 = ENDS_IN - 183;
/// When the end was moved, in days ago.
pub(crate) const EXTENDED: i64 = 150;
/// For so many people of the first institutions, every page they read and every answer they gave
/// is told; of the others, what they completed.
const TOLD_IN_FULL: usize = 20_000;

/// Everything that is fixed.
#[derive(Clone, Debug)]
pub(crate) struct Setting {
    /// How large the story is.
    pub size: Size,
    /// The calendar.
    pub calendar: Calendar,
    /// The programme.
    pub programme: Programme,
    /// Its general promise.
    pub tier: Tier,
    /// The course's version.
    pub version: CourseVersionId,
    /// The course's units.
    pub lessons: Lessons,
    /// The password of everybody who ever came in, as a PHC string.
    pub password_hash: String,
    /// Who coordinates.
    pub coordinator: PersonId,
    /// Who observes.
    pub observer: PersonId,
    /// Who trains the trainers.
    pub partners: Vec<PersonId>,
    /// Colleagues of the institutions before each one, and of all at the end.
    colleagues_before: Vec<usize>,
}

impl Setting {
    /// The setting of a story of this size, told now.
    pub(crate) fn new(
        size: Size,
        now: Timestamp,
        version: CourseVersionId,
        lessons: Lessons,
        password_hash: String,
    ) -> Self {
        let calendar = Calendar { now };
        let mut ids = Ids::from(now.minus((BEGAN + 1) * DAY).0, Dice::of(size.seed, 0));
        let parts: Vec<usize> = (0..size.institutions())
            .map(|index| Plot::of(index, size.seed).colleagues())
            .collect();
        let whole = parts.iter().sum::<usize>().max(1);
        let colleagues = size.colleagues();
        let tier = general_tier(ids.next(), colleagues, whole);
        Self {
            size,
            calendar,
            programme: programme(ProgrammeId(ids.next()), calendar),
            tier,
            version,
            lessons,
            password_hash,
            coordinator: PersonId(ids.next()),
            observer: PersonId(ids.next()),
            partners: (0..size.partners()).map(|_| PersonId(ids.next())).collect(),
            colleagues_before: shares(&parts, whole, colleagues),
        }
    }

    /// How many groups of institutions there are.
    pub(crate) fn groups(&self) -> usize {
        self.size.institutions().div_ceil(GROUP)
    }

    /// How many colleagues an institution has.
    pub(crate) fn colleagues_of(&self, index: usize) -> usize {
        self.colleagues_before[index + 1] - self.colleagues_before[index]
    }

    /// Whether every page that people of an institution read is told.
    pub(crate) fn is_told_in_full(&self, index: usize) -> bool {
        self.colleagues_before[index + 1] + (index + 1) * STAFF <= TOLD_IN_FULL
    }

    /// The identifiers of a group: each group has its own stretch of the programme's time.
    pub(crate) fn ids_of(&self, group: usize) -> Ids {
        let stretch = (BEGAN - 1) * DAY / i64::try_from(self.groups()).unwrap_or(i64::MAX);
        let from = self.calendar.now.minus(BEGAN * DAY).0
            + stretch * i64::try_from(group).unwrap_or_default();
        Ids::from(from, Dice::of(self.size.seed, 2 * group as u64 + 1))
    }

    /// The chance of a group.
    pub(crate) fn dice_of(&self, group: usize) -> Dice {
        Dice::of(self.size.seed, 2 * group as u64 + 2)
    }
}

impl Size {
    pub(crate) fn institutions(&self) -> usize {
        self.institutions as usize
    }

    /// People who train the trainers: four, as in the model project, and more where they could
    /// not manage.
    pub(crate) fn partners(&self) -> usize {
        self.institutions().div_ceil(GROUP).div_ceil(10).max(4)
    }

    /// Those who are neither staff of the programme nor trainers or leads.
    pub(crate) fn colleagues(&self) -> usize {
        (self.people as usize)
            .saturating_sub(OFFICE + self.partners() + self.institutions() * STAFF)
    }
}

fn programme(id: ProgrammeId, calendar: Calendar) -> Programme {
    Programme {
        id,
        title: "Internationalisation at Home in the Western Balkans (demonstration)".to_owned(),
        reference: REFERENCE.to_owned(),
        starts_on: calendar.day(BEGAN),
        ends_on: Some(calendar.day(-ENDS_IN)),
        trainers_per_institution: u32::try_from(TRAINERS).unwrap_or_default(),
        // The official words stand where a funded programme has them, with the truth behind them.
        funding_line: "Co-funded by the European Union (in this demonstration nobody funded \
                       anything, and nobody in it exists)."
            .to_owned(),
        credit: Credit {
            albanian: "Bashkëfinancuar nga Bashkimi Evropian (në këtë demonstrim askush nuk \
                       financoi asgjë, dhe askush në të nuk ekziston)."
                .to_owned(),
            bosnian: "Sufinansira Evropska unija (u ovoj demonstraciji niko ništa nije \
                      finansirao, i niko u njoj ne postoji)."
                .to_owned(),
            emblem: true,
        },
        revision: 1,
    }
}

/// 20–30 colleagues each where institutions are as large as in the model project; larger and
/// smaller ones promise in proportion, so that every plot keeps its state.
fn general_tier(id: Uuid, colleagues: usize, whole: usize) -> Tier {
    let as_in_the_model = (whole * 9..=whole * 12).contains(&(colleagues * 10));
    let in_proportion = |number: usize| {
        let number = if as_in_the_model {
            number
        } else {
            (number * colleagues + whole / 2) / whole
        };
        u32::try_from(number).unwrap_or(u32::MAX)
    };
    Tier {
        id,
        institution: None,
        wording: "colleagues re-trained at home".to_owned(),
        target_min: in_proportion(20),
        target_max: in_proportion(30),
    }
}

fn shares(parts: &[usize], whole: usize, total: usize) -> Vec<usize> {
    let mut so_far = 0;
    std::iter::once(0)
        .chain(parts.iter().map(|part| {
            so_far += part;
            total * so_far / whole
        }))
        .collect()
}
