//! Telling the story of one group of institutions: who works there, who trained whom, and how far
//! everybody came.

use domain::clock::Timestamp;
use domain::ids::PersonId;
use domain::people::Role;
use store::bulk::Facts;
use store::over_time::NewExtension;

use crate::dice::{Dice, Ids};
use crate::house::House;
use crate::names::Tongue;
use crate::people::Sketch;
use crate::setting::{BEGAN, EXTENDED, GROUP, Setting, WAS_TO_END_IN};

/// Tells facts, one group of institutions at a time.
pub(crate) struct Teller<'a> {
    pub(crate) setting: &'a Setting,
    pub(crate) dice: Dice,
    pub(crate) ids: Ids,
    pub(crate) facts: &'a mut Facts,
    /// How many texts were handed in so far; what was told may be taken away meanwhile.
    pub(crate) texts: usize,
}

/// Tells the story of a group. Whenever `keep` is called, what was told so far refers to nothing
/// that is still to come, and `keep` may take it away.
pub(crate) fn tell(
    setting: &Setting,
    group: usize,
    facts: &mut Facts,
    mut keep: impl FnMut(&mut Facts),
) {
    let (dice, ids) = (setting.dice_of(group), setting.ids_of(group));
    let mut teller = Teller {
        setting,
        dice,
        ids,
        facts,
        texts: 0,
    };
    if group == 0 {
        teller.office();
        teller.extend();
    }
    let end = setting.size.institutions().min((group + 1) * GROUP);
    let mut houses: Vec<House> = (group * GROUP..end)
        .map(|index| teller.found(index))
        .collect();
    teller.train_trainers(group, &houses);
    for place in 0..houses.len() {
        let neighbour = (place + houses.len() - 1) % houses.len();
        let moves_to = (neighbour != place).then(|| houses[neighbour].id);
        teller.train_colleagues(&mut houses[place], moves_to);
        keep(teller.facts);
    }
}

impl Teller<'_> {
    /// Those who run the programme, and those who train its trainers.
    fn office(&mut self) {
        let programme = self.setting.programme.id;
        let coordinator = self.setting.coordinator;
        let (since, came_in) = (self.in_the_beginning(0), self.in_the_beginning(1));
        let hire = |teller: &mut Self, id: PersonId, tongue, address: String, role| {
            let who = Sketch::with(id, tongue, address, &mut teller.dice);
            teller.know(&who, since, Some(came_in));
            teller.grant(id, role, (id != coordinator).then_some(coordinator), since);
        };
        let demo = |name: &str| format!("{name}@demo.example");
        let role = Role::Coordinator(programme);
        hire(
            self,
            coordinator,
            Tongue::Albanian,
            demo("coordinator"),
            role,
        );
        let role = Role::Observer(programme);
        hire(
            self,
            self.setting.observer,
            Tongue::Partner,
            demo("observer"),
            role,
        );
        for (number, partner) in self.setting.partners.iter().enumerate() {
            let address = if number == 0 {
                demo("partner")
            } else {
                format!("partner{}@partners.example", number + 1)
            };
            hire(
                self,
                *partner,
                Tongue::Partner,
                address,
                Role::PartnerTrainer(programme),
            );
        }
    }

    /// The programme was to end earlier.
    fn extend(&mut self) {
        let calendar = self.setting.calendar;
        let extension = NewExtension {
            id: self.ids.next(),
            from: Some(calendar.day(-WAS_TO_END_IN)),
            to: self.setting.programme.ends_on,
            reason: "Two institutions joined late; the agency agreed to six more months."
                .to_owned(),
            by: Some(self.setting.coordinator),
            at: calendar.moment(EXTENDED, &mut self.dice),
        };
        let programme = self.setting.programme.id;
        self.facts.extensions.push((programme, extension));
    }

    /// A moment in the first days of the programme.
    pub(crate) fn in_the_beginning(&mut self, days: i64) -> Timestamp {
        self.setting
            .calendar
            .moment(BEGAN - 2 - 3 * days, &mut self.dice)
    }
}
