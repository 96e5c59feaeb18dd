//! Inventing people.

use std::collections::HashSet;

use chrono::NaiveDate;
use domain::clock::Timestamp;
use domain::ids::{GrantId, InstitutionId, PersonId};
use domain::language::Language;
use domain::people::{Gender, Role, StaffCategory};
use store::bulk::{Granted, Known};
use store::membership::Membership;

use crate::dice::Dice;
use crate::names::{Tongue, local_part};
use crate::teller::Teller;

/// Somebody who has a name and an address, and nothing else yet.
#[derive(Clone, Debug)]
pub(crate) struct Sketch {
    /// Who it is.
    pub id: PersonId,
    /// Their name.
    pub name: String,
    /// Their address.
    pub address: String,
    /// What their name was taken from.
    tongue: Tongue,
}

impl Sketch {
    /// Somebody with this identifier, a name of this tongue and this address.
    pub(crate) fn with(id: PersonId, tongue: Tongue, address: String, dice: &mut Dice) -> Self {
        Self {
            id,
            name: tongue.name(dice),
            address,
            tongue,
        }
    }
}

impl Sketch {
    /// The gender they state, or none: of twelve who were asked, two say nothing, and of a hundred
    /// and twenty one answers "other". It follows from who they are and throws no dice, so that
    /// everything else about them stays as it was.
    fn stated(&self) -> Option<Gender> {
        let chance = self.id.0.as_u128() % 120;
        match chance {
            0 => Some(Gender::Other),
            1..=20 => None,
            _ => self.tongue.gender_of(&self.name),
        }
    }
}

/// Who is known at a domain already: two people of one institution never share an address, and a
/// name only where all others are taken.
#[derive(Debug, Default)]
pub(crate) struct Directory(HashSet<String>);

impl Directory {
    /// How often another name is tried before the address gets a number.
    const TRIES: usize = 12;

    fn invent(&mut self, tongue: Tongue, dice: &mut Dice) -> (String, String) {
        let mut name = tongue.name(dice);
        let mut local = local_part(&name);
        for _ in 0..Self::TRIES {
            if !self.0.contains(&local) {
                break;
            }
            name = tongue.name(dice);
            local = local_part(&name);
        }
        let mut address = local.clone();
        let mut number = 2;
        while !self.0.insert(address.clone()) {
            address = format!("{local}{number}");
            number += 1;
        }
        (name, address)
    }
}

impl Teller<'_> {
    /// Invents somebody who works at a place.
    pub(crate) fn invent(
        &mut self,
        directory: &mut Directory,
        country: &str,
        domain: &str,
    ) -> Sketch {
        let tongue = Tongue::of(country, &mut self.dice);
        let (name, local) = directory.invent(tongue, &mut self.dice);
        let id = PersonId(self.ids.next());
        Sketch {
            id,
            name,
            address: format!("{local}@{domain}"),
            tongue,
        }
    }

    /// Makes somebody known, who came in at a moment or has not come in yet.
    pub(crate) fn know(&mut self, who: &Sketch, since: Timestamp, came_in: Option<Timestamp>) {
        let own = match who.tongue {
            Tongue::Albanian => Language::Albanian,
            Tongue::Bosnian | Tongue::Serbian => Language::Bosnian,
            Tongue::Partner => Language::English,
        };
        // The demonstration's accounts follow the browser of whoever tries them.
        let chose = came_in.is_some() && !who.address.ends_with("@demo.example");
        let password_hash = came_in.map(|_| self.setting.password_hash.clone());
        self.facts.people.push(Known {
            id: who.id,
            name: who.name.clone(),
            language: (chose && self.dice.chance(70)).then_some(own),
            gender: came_in.and_then(|_| who.stated()),
            password_hash,
            address: who.address.clone(),
            confirmed_at: came_in,
            since,
        });
    }

    /// Makes somebody a member of an institution.
    pub(crate) fn settle(
        &mut self,
        person: PersonId,
        institution: InstitutionId,
        category: StaffCategory,
        from: NaiveDate,
    ) {
        let id = self.ids.next();
        let category = Some(category);
        self.facts.memberships.push(Membership {
            id,
            person,
            institution,
            category,
            from,
            to: None,
        });
    }

    /// Gives somebody a role.
    pub(crate) fn grant(
        &mut self,
        person: PersonId,
        role: Role,
        by: Option<PersonId>,
        at: Timestamp,
    ) {
        let id = GrantId(self.ids.next());
        self.facts.grants.push(Granted {
            id,
            person,
            role,
            by,
            at,
        });
    }

    /// A staff category as often as there are such people: half of them administer.
    pub(crate) fn category(&mut self) -> StaffCategory {
        match self.dice.below(100) {
            0..50 => StaffCategory::Administrative,
            50..84 => StaffCategory::Academic,
            84..92 => StaffCategory::Technical,
            92..97 => StaffCategory::Manager,
            _ => StaffCategory::External,
        }
    }
}
