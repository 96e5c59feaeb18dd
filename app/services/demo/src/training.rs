//! The cascade: partners train trainers, trainers train colleagues.

use domain::ids::{InstitutionId, PersonId};
use domain::people::Role;
use store::cohort::Audience;
use store::membership::Membership;

use crate::cohorts::{Group, Opening, Pace};
use crate::house::House;
use crate::participants::Entry;
use crate::people::Sketch;
use crate::plot::{Fate, Going, Plot};
use crate::teller::Teller;
use crate::way::{Terms, Way};

/// The trainers' first cohort, and the one of those who joined late.
const FIRST_TRAINERS: Pace = Pace {
    begun: 585,
    sessions: &[571, 564, 557],
    quiet_since: 543,
};
const LATE_TRAINERS: Pace = Pace {
    begun: 44,
    sessions: &[36, 29, 22],
    quiet_since: 18,
};
/// Most colleagues in one cohort.
const COHORT: usize = 30;
/// One in so many of those who finished shows a rare state: no recorded trainer, two cohorts,
/// another institution.
const RARE: usize = 30;

impl Teller<'_> {
    /// Generation 0 trains generation 1, all institutions of the group together.
    pub(crate) fn train_trainers(&mut self, number: usize, houses: &[House]) {
        let (late, first): (Vec<&House>, Vec<&House>) = houses
            .iter()
            .partition(|house| house.plot == Plot::NoCohort);
        self.trainers_cohort(number, &first, FIRST_TRAINERS, "Training of trainers");
        self.trainers_cohort(
            number,
            &late,
            LATE_TRAINERS,
            "Training of trainers, second round",
        );
    }

    fn trainers_cohort(&mut self, number: usize, houses: &[&House], pace: Pace, title: &str) {
        let Some(host) = houses.first() else { return };
        let partners = &self.setting.partners;
        let trainers: Vec<PersonId> = [0, 1]
            .map(|next| partners[(number + next) % partners.len()])
            .to_vec();
        let opening = Opening {
            title: title.to_owned(),
            going: Going::Past,
            pace,
            audience: Audience::Trainers,
            trainers,
        };
        let mut group = self.open(host, opening);
        for house in houses {
            for trainer in &house.trainers {
                self.train_trainer(&mut group, house, trainer);
            }
        }
        self.close(group);
    }

    fn train_trainer(&mut self, group: &mut Group, house: &House, trainer: &Sketch) {
        let lessons = self.setting.lessons.of_cohort(&group.cohort);
        let terms = self.terms(group, lessons.len());
        let way = Way::of(Fate::Finished, &terms, &mut self.dice);
        self.know(trainer, group.invited_at, way.started(&group.delivered_at));
        let category = self.category();
        self.settle(trainer.id, house.id, category, group.invited_at.date());
        let by = Some(self.setting.coordinator);
        self.grant(trainer.id, Role::Trainer(house.id), by, house.qualified);
        let track = group.cohort.track.clone();
        self.take_part(
            group,
            Entry {
                who: trainer,
                way: &way,
                track: track.as_ref(),
                counts: false,
            },
        );
        self.learn(trainer.id, lessons, &way, group);
    }

    /// Generation 1 trains generation 2 at home.
    pub(crate) fn train_colleagues(&mut self, house: &mut House, moves_to: Option<InstitutionId>) {
        let cast = house.plot.cast(self.setting.colleagues_of(house.index));
        let mut groups: Vec<Group> = Vec::new();
        let mut finished: Vec<PersonId> = Vec::new();
        let mut doubles: Vec<Sketch> = Vec::new();
        for (going, mut fates) in Going::ALL.into_iter().zip(cast) {
            self.dice.shuffle(&mut fates);
            let count = fates.len().div_ceil(COHORT);
            for (number, share) in fates
                .chunks(fates.len().div_ceil(count.max(1)).max(1))
                .enumerate()
            {
                let mut group = self.colleagues_cohort(house, going, number, count, groups.len());
                let done = self.fill(house, &mut group, share);
                if going == Going::SelfPaced {
                    doubles.extend(rare(&done).cloned());
                }
                finished.extend(done.iter().map(|who| who.id));
                groups.push(group);
            }
        }
        self.double(house, &mut groups, &doubles);
        groups.into_iter().for_each(|group| self.close(group));
        if let (Plot::AboveRange, Some(elsewhere)) = (house.plot, moves_to) {
            rare(&finished).for_each(|who| self.move_away(*who, elsewhere));
        }
    }

    fn colleagues_cohort(
        &mut self,
        house: &House,
        going: Going,
        number: usize,
        of: usize,
        before: usize,
    ) -> Group {
        let active = house.active_trainers();
        let mut trainers = vec![active[before % active.len()]];
        // The institution's first trainer helps in its first cohorts.
        for trainer in [
            active[(before + 1) % active.len()],
            active[if before < 3 { 0 } else { before % active.len() }],
        ] {
            if !trainers.contains(&trainer) {
                trainers.push(trainer);
            }
        }
        let opening = Opening {
            title: self.title(going, number, of),
            going,
            pace: Pace::of(going),
            audience: Audience::Colleagues,
            trainers,
        };
        self.open(house, opening)
    }

    /// Fills a cohort with colleagues of these fates; answers who finished.
    fn fill(&mut self, house: &mut House, group: &mut Group, fates: &[Fate]) -> Vec<Sketch> {
        let setting = self.setting;
        let mut finished = Vec::new();
        for fate in fates {
            let mut who = self.invent(
                &mut house.directory,
                house.place.country,
                &house.place.domain,
            );
            let category = self.category();
            // Who learns alone follows the track of their work; who meets others, the cohort's.
            let track = match group.going {
                Going::SelfPaced => setting.lessons.track_for(category),
                _ => group.cohort.track.clone(),
            };
            let lessons = setting.lessons.owed(group.cohort.owing(track.as_ref()));
            let mut way = Way::of(*fate, &self.terms(group, lessons.len()), &mut self.dice);
            let is_learner = house.index == 0
                && group.going == Going::Current
                && *fate == Fate::UnderWay
                && !house.has_demo_learner;
            if is_learner {
                house.has_demo_learner = true;
                who.address = "learner@demo.example".to_owned();
                way = self.learner_s_way(group);
            }
            if *fate == Fate::Finished {
                // Whoever was at none of the sessions has no recorded trainer.
                if group.going == Going::Past && finished.len() % RARE == 0 {
                    way.present.fill(false);
                }
                finished.push(who.clone());
            }
            self.know(&who, group.invited_at, way.started(&group.delivered_at));
            self.settle(who.id, house.id, category, group.invited_at.date());
            self.take_part(
                group,
                Entry {
                    who: &who,
                    way: &way,
                    track: track.as_ref(),
                    counts: true,
                },
            );
            self.learn(who.id, lessons, &way, group);
            if is_learner {
                self.reflect(who.id, lessons, &way);
                self.send_back(who.id, group);
            }
            if house.index == 0 && *fate == Fate::Opened {
                self.letter_came_back(group, &who);
            }
        }
        if house.plot == Plot::OnTarget && group.going == Going::Past {
            self.visit(house, group);
        }
        finished
    }

    /// A trainer who has no cohort sits in on the sessions of colleagues: present, and no head.
    fn visit(&mut self, house: &House, group: &mut Group) {
        if let Some(visitor) = house.trainers.get(house.plot.active_trainers()) {
            let present = vec![true; group.delivered.len()];
            let way = Way {
                present,
                ..Way::default()
            };
            let track = group.cohort.track.clone();
            self.take_part(
                group,
                Entry {
                    who: visitor,
                    way: &way,
                    track: track.as_ref(),
                    counts: false,
                },
            );
        }
    }

    /// People who finished by themselves and came to a session of the next cohort as well.
    fn double(&mut self, house: &House, groups: &mut [Group], doubles: &[Sketch]) {
        let next = groups
            .iter_mut()
            .find(|group| group.going == Going::Current);
        let (Some(group), false) = (next, house.plot == Plot::Behind) else {
            return;
        };
        let track = group.cohort.track.clone();
        for who in doubles {
            let mut present = vec![false; group.delivered.len()];
            if let Some(first) = present.first_mut() {
                *first = true;
            }
            let way = Way {
                present,
                ..Way::default()
            };
            self.take_part(
                group,
                Entry {
                    who,
                    way: &way,
                    track: track.as_ref(),
                    counts: true,
                },
            );
        }
    }

    /// Somebody who was trained here works elsewhere now, and stays counted here.
    fn move_away(&mut self, who: PersonId, elsewhere: InstitutionId) {
        let day = self.setting.calendar.day(21);
        let Some(held) = self
            .facts
            .memberships
            .iter_mut()
            .rev()
            .find(|held| held.person == who)
        else {
            return;
        };
        held.to = Some(day);
        let id = self.ids.next();
        let moved = Membership {
            id,
            institution: elsewhere,
            from: day,
            to: None,
            ..held.clone()
        };
        self.facts.memberships.push(moved);
    }

    pub(crate) fn terms<'g>(&self, group: &'g Group, units: usize) -> Terms<'g> {
        Terms {
            calendar: self.setting.calendar,
            going: group.going,
            invited_at: group.invited_at,
            delivered: &group.delivered_at,
            quiet_since: group.quiet_since,
            units,
        }
    }
}

/// One in [`RARE`], the first always.
fn rare<T>(all: &[T]) -> impl Iterator<Item = &T> {
    all.iter().step_by(RARE)
}
