//! An institution of the story with its trainers and its lead.

use domain::clock::Timestamp;
use domain::ids::{InstitutionId, PersonId};
use domain::people::{Role, StaffCategory};
use store::bulk::Joined;
use store::programme::{Institution, Tier};

use crate::people::{Directory, Sketch};
use crate::places::{Place, TUZLA};
use crate::plot::Plot;
use crate::setting::TRAINERS;
use crate::teller::Teller;

/// When trainers qualified, in days ago: long ago, or lately where there is no cohort yet.
pub(crate) const QUALIFIED: i64 = 540;
pub(crate) const QUALIFIED_LATELY: i64 = 16;

/// An institution with the people who train there.
pub(crate) struct House {
    pub(crate) index: usize,
    pub(crate) id: InstitutionId,
    pub(crate) place: Place,
    pub(crate) plot: Plot,
    pub(crate) trainers: Vec<Sketch>,
    pub(crate) qualified: Timestamp,
    pub(crate) directory: Directory,
    /// Whether one of its colleagues has the learner's account.
    pub(crate) has_demo_learner: bool,
}

impl House {
    /// Those of its trainers who have cohorts.
    pub(crate) fn active_trainers(&self) -> Vec<PersonId> {
        let active = self.plot.active_trainers();
        self.trainers
            .iter()
            .take(active)
            .map(|trainer| trainer.id)
            .collect()
    }
}

impl Teller<'_> {
    /// Founds an institution: its people come in, a lead and trainers are appointed.
    pub(crate) fn found(&mut self, index: usize) -> House {
        let place = Place::number(index);
        let plot = Plot::of(index, self.setting.size.seed);
        let since = self.in_the_beginning(2);
        let late = plot == Plot::NoCohort;
        let ago = if late { QUALIFIED_LATELY } else { QUALIFIED };
        let mut house = House {
            index,
            id: InstitutionId(self.ids.next()),
            place,
            plot,
            trainers: Vec::new(),
            qualified: self.setting.calendar.moment(ago, &mut self.dice),
            directory: Directory::default(),
            has_demo_learner: false,
        };
        self.join(&house, since);
        self.appoint_lead(&mut house, since);
        for number in 0..TRAINERS {
            self.appoint_trainer(&mut house, number);
        }
        house
    }

    fn join(&mut self, house: &House, at: Timestamp) {
        let general = &self.setting.tier;
        // One of the first six promised less, and one nothing: each has a tier of its own for it.
        let own = match house.index {
            3 => Some((general.target_min / 2, general.target_max / 2)),
            5 => Some((0, 0)),
            _ => None,
        };
        if let Some((target_min, target_max)) = own {
            let tier = Tier {
                id: self.ids.next(),
                institution: Some(house.id),
                wording: general.wording.clone(),
                target_min,
                target_max,
            };
            self.facts.tiers.push((self.setting.programme.id, tier));
        }
        let range = own.unwrap_or((general.target_min, general.target_max));
        let institution = Institution {
            id: house.id,
            name: house.place.name.clone(),
            kind: house.place.kind,
            place: house.place.town.to_owned(),
            country: house.place.country.to_owned(),
            revision: 0,
        };
        let programme = self.setting.programme.id;
        self.facts.institutions.push(Joined {
            institution,
            programme,
            range: Some(range).filter(|range| range.1 > 0),
            at,
        });
    }

    fn appoint_lead(&mut self, house: &mut House, since: Timestamp) {
        let mut lead = self.invent(
            &mut house.directory,
            house.place.country,
            &house.place.domain,
        );
        if house.index == 0 {
            lead.address = "lead@demo.example".to_owned();
        }
        let came_in = self.in_the_beginning(4);
        self.know(&lead, since, Some(came_in));
        self.settle(lead.id, house.id, StaffCategory::Manager, since.date());
        self.grant(
            lead.id,
            Role::Lead(house.id),
            Some(self.setting.coordinator),
            since,
        );
    }

    fn appoint_trainer(&mut self, house: &mut House, number: usize) {
        let mut trainer = self.invent(
            &mut house.directory,
            house.place.country,
            &house.place.domain,
        );
        match (house.index, number) {
            (0, 0) => trainer.address = "trainer@demo.example".to_owned(),
            (TUZLA, 0) => trainer.address = "trainer.tuzla@demo.example".to_owned(),
            _ => {}
        }
        house.trainers.push(trainer);
    }
}
