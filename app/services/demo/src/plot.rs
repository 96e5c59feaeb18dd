//! What becomes of an institution: one plot for each state that a dashboard must show.

use crate::dice::Dice;

/// The state of an institution.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Plot {
    /// Between the target's ends.
    OnTarget,
    /// More than was promised.
    AboveRange,
    /// Far from the minimum, and the end is near.
    Behind,
    /// Behind too, and most of its trainers have never trained anybody.
    SilentTrainers,
    /// Everybody invited, nobody has come in yet.
    InvitedOnly,
    /// Trainers, but no cohort yet.
    NoCohort,
}

/// How far colleagues come, in the order in which cohorts are filled with them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Fate {
    /// Taken out, with a reason.
    Withdrawn,
    /// Came once, or opened the first unit.
    Opened,
    /// Some units done.
    UnderWay,
    /// Never came in.
    Invited,
    /// Everything done.
    Finished,
}

impl Fate {
    pub(crate) const ALL: [Self; 5] = [
        Self::Withdrawn,
        Self::Opened,
        Self::UnderWay,
        Self::Invited,
        Self::Finished,
    ];
}

/// How a cohort of this story goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Going {
    /// In sessions, long over.
    Past,
    /// Alone, going on.
    SelfPaced,
    /// In sessions, some delivered and one planned.
    Current,
    /// In sessions, none delivered yet.
    Planned,
}

impl Going {
    pub(crate) const ALL: [Self; 4] = [Self::Past, Self::SelfPaced, Self::Current, Self::Planned];
}

impl Plot {
    /// The plot of an institution: the first six show one state each.
    pub(crate) fn of(index: usize, seed: u64) -> Self {
        const FIRST: [Plot; 6] = [
            Plot::OnTarget,
            Plot::AboveRange,
            Plot::Behind,
            Plot::InvitedOnly,
            Plot::SilentTrainers,
            Plot::NoCohort,
        ];
        if let Some(plot) = FIRST.get(index) {
            return *plot;
        }
        // Beyond the streams of the groups, so that none is used twice.
        let mut dice = Dice::of(seed, (1 << 40) + index as u64);
        match dice.below(100) {
            0..30 => Self::OnTarget,
            30..40 => Self::AboveRange,
            40..72 => Self::Behind,
            72..86 => Self::SilentTrainers,
            86..95 => Self::InvitedOnly,
            _ => Self::NoCohort,
        }
    }

    /// Colleagues of each fate, in the order of [`Fate::ALL`], in a programme that promises 20–30.
    fn fates(self) -> [usize; 5] {
        match self {
            Self::OnTarget => [2, 1, 4, 2, 23],
            Self::AboveRange => [2, 1, 2, 2, 33],
            Self::Behind => [3, 6, 10, 6, 9],
            Self::SilentTrainers => [2, 4, 12, 7, 11],
            Self::InvitedOnly => [0, 0, 0, 26, 0],
            Self::NoCohort => [0; 5],
        }
    }

    /// Colleagues in each sort of cohort, in the order of [`Going::ALL`], likewise.
    fn goings(self) -> [usize; 4] {
        match self {
            Self::OnTarget => [14, 10, 8, 0],
            Self::AboveRange => [22, 10, 8, 0],
            Self::Behind => [0, 20, 14, 0],
            Self::SilentTrainers => [16, 20, 0, 0],
            Self::InvitedOnly => [0, 0, 0, 26],
            Self::NoCohort => [0; 4],
        }
    }

    /// Colleagues in all.
    pub(crate) fn colleagues(self) -> usize {
        self.fates().into_iter().sum()
    }

    /// How many of five trainers have cohorts.
    pub(crate) fn active_trainers(self) -> usize {
        match self {
            Self::AboveRange => 5,
            Self::OnTarget => 4,
            Self::Behind => 3,
            Self::SilentTrainers | Self::InvitedOnly => 2,
            Self::NoCohort => 0,
        }
    }

    /// Which fates the cohorts of each sort hold, when the institution has `people` colleagues.
    pub(crate) fn cast(self, people: usize) -> [Vec<Fate>; 4] {
        let fates = spread(&self.fates(), people);
        let mut room = spread(&self.goings(), people);
        let mut cast = [const { Vec::new() }; 4];
        for (fate, mut left) in Fate::ALL.into_iter().zip(fates) {
            for going in preferred(fate) {
                let taken = left.min(room[going as usize]);
                room[going as usize] -= taken;
                left -= taken;
                cast[going as usize].extend(std::iter::repeat_n(fate, taken));
            }
        }
        cast
    }
}

/// Where colleagues of a fate are put as long as there is room.
fn preferred(fate: Fate) -> [Going; 4] {
    use Going::{Current, Past, Planned, SelfPaced};
    match fate {
        Fate::Withdrawn | Fate::Finished => [Past, SelfPaced, Current, Planned],
        Fate::Opened | Fate::UnderWay => [Current, SelfPaced, Past, Planned],
        Fate::Invited => [Planned, SelfPaced, Current, Past],
    }
}

/// Shares `total` out in proportion; the parts add up to it.
pub(crate) fn spread(parts: &[usize], total: usize) -> Vec<usize> {
    let whole: usize = parts.iter().sum();
    let mut before = 0;
    let up_to = |part: usize| (total * part).checked_div(whole).unwrap_or(0);
    parts
        .iter()
        .map(|part| {
            let from = before;
            before += part;
            up_to(before) - up_to(from)
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const PLOTS: [Plot; 6] = [
        Plot::OnTarget,
        Plot::AboveRange,
        Plot::Behind,
        Plot::SilentTrainers,
        Plot::InvitedOnly,
        Plot::NoCohort,
    ];

    #[test]
    fn cohorts_hold_exactly_the_colleagues_of_the_plot() {
        for plot in PLOTS {
            assert_eq!(
                plot.goings().into_iter().sum::<usize>(),
                plot.colleagues(),
                "{plot:?}"
            );
            let sizes = if plot == Plot::NoCohort { 0..1 } else { 8..300 };
            for people in sizes {
                let cast: usize = plot.cast(people).iter().map(Vec::len).sum();
                assert_eq!(cast, people, "{plot:?}");
            }
        }
    }

    #[test]
    fn nobody_does_anything_in_a_cohort_that_has_not_begun() {
        for plot in PLOTS {
            let cast = plot.cast(plot.colleagues());
            let planned = &cast[Going::Planned as usize];
            assert!(
                planned.iter().all(|fate| *fate == Fate::Invited),
                "{plot:?}"
            );
        }
    }
}
