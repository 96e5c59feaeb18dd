//! People in cohorts: their participation with all that follows from what they did.

use domain::cascade::funnel::Stage;
use domain::cascade::lineage::Edge;
use domain::clock::{MINUTE, Timestamp};
use domain::course::Slug;
use domain::ids::{EnrolmentRowId, InvitationId, ParticipationId, PersonId};
use domain::session::attendance::Source;
use services::hash_token;
use store::bulk::{Attended, EnrolledLine, Happened, Invited};
use store::participation::Participation;

use crate::cohorts::{Group, expires};
use crate::people::Sketch;
use crate::plot::Going;
use crate::teller::Teller;
use crate::way::Way;

/// How a person comes into a cohort.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Entry<'a> {
    /// Who.
    pub who: &'a Sketch,
    /// Their way.
    pub way: &'a Way,
    /// The track that they follow.
    pub track: Option<&'a Slug>,
    /// Whether they count as a colleague.
    pub counts: bool,
}

impl Teller<'_> {
    /// Lets somebody take part in a cohort.
    pub(crate) fn take_part(&mut self, group: &mut Group, entry: Entry<'_>) {
        let id = ParticipationId(self.ids.next());
        let Entry {
            who,
            way,
            track,
            counts,
        } = entry;
        let delivered = group.delivered_at.clone();
        let owed = self.setting.lessons.owed(group.cohort.owing(track)).len();
        let finished_at = owed
            .checked_sub(1)
            .and_then(|last| way.done.get(last))
            .copied();
        let now = self.setting.calendar.now;
        let mut participation = Participation {
            id,
            cohort: group.cohort.id,
            person: who.id,
            programme: group.cohort.programme,
            institution: group.cohort.institution,
            counts,
            invited_at: group.invited_at,
            started_at: way.started(&delivered),
            finished_at,
            withdrawn: way.withdrawn.map(|(at, reason)| (at, reason.to_owned())),
            last_activity: way.last(&delivered),
            stage: way.stage(&delivered, finished_at.is_some()),
            lapsed_at: finished_at
                .is_none()
                .then(|| way.lapsed_at(group.invited_at, &delivered, now))
                .flatten(),
            units_done: u32::try_from(way.done.len().min(owed)).unwrap_or(u32::MAX),
            track: track.cloned(),
        };
        self.history(&participation, group.trainers[0]);
        if group.in_full && self.follow_up(&participation) {
            participation.stage = Stage::Applied;
        }
        self.facts.participations.push(participation);
        self.register(group, who.id, way);
        self.lineage(group, who.id, way, finished_at);
        self.invite(group, who.id, way);
        let line = EnrolledLine {
            id: EnrolmentRowId(self.ids.next()),
            line: 0,
            name: who.name.clone(),
            address: who.address.clone(),
            outcome: "enrolled",
            reason: "",
            person: Some(who.id),
            participation: Some(id),
        };
        self.line(group, line);
    }

    fn history(&mut self, of: &Participation, trainer: PersonId) {
        let mut remember = |kind, at, actor, detail: &str| {
            let id = self.ids.next();
            let (participation, detail) = (of.id, detail.to_owned());
            let event = Happened {
                id,
                participation,
                kind,
                at,
                actor: Some(actor),
                detail,
            };
            self.facts.events.push(event);
        };
        remember("invited", of.invited_at, trainer, "");
        if let Some(at) = of.finished_at {
            remember("finished", at, of.person, "");
        }
        if let Some((at, reason)) = &of.withdrawn {
            remember("withdrawn", *at, trainer, reason);
        }
    }

    /// Writes a person into the registers of the sessions they could have been at.
    fn register(&mut self, group: &Group, person: PersonId, way: &Way) {
        for (session, present) in group.delivered.iter().zip(&way.present) {
            if way.withdrawn.is_some_and(|(at, _)| at <= session.at) {
                continue;
            }
            let id = self.ids.next();
            self.facts.attendance.push(Attended {
                id,
                session: session.id,
                person,
                present: *present,
                source: Source::TrainerList,
                reason: "",
                recorded_by: session.trainers[0],
                at: session.at,
            });
        }
    }

    /// Rule 1: trained by whoever delivered a session one attended; self-paced, by the cohort's
    /// trainers on completion.
    fn lineage(
        &mut self,
        group: &Group,
        trainee: PersonId,
        way: &Way,
        finished_at: Option<Timestamp>,
    ) {
        let cohort = group.cohort.id;
        let mut known: Vec<PersonId> = Vec::new();
        let mut edge = |trainer: PersonId, session, at| {
            if trainer != trainee && !known.contains(&trainer) {
                known.push(trainer);
                let edge = Edge {
                    trainee,
                    trainer,
                    cohort,
                    session,
                    at,
                };
                self.facts.edges.push((group.cohort.programme, edge));
            }
        };
        for (session, _) in group
            .delivered
            .iter()
            .zip(&way.present)
            .filter(|(_, present)| **present)
        {
            for trainer in session
                .trainers
                .iter()
                .filter(|_| !session.trainers.contains(&trainee))
            {
                edge(*trainer, Some(session.id), session.at);
            }
        }
        if let Some(at) = finished_at.filter(|_| group.going == Going::SelfPaced) {
            group
                .trainers
                .iter()
                .for_each(|trainer| edge(*trainer, None, at));
        }
    }

    /// Invites by mail, or by a slip for those who have no mail at work.
    fn invite(&mut self, group: &Group, person: PersonId, way: &Way) {
        let used_at = way
            .started(&group.delivered_at)
            .map(|at| at.minus(2 * MINUTE));
        let hash = Some(hash_token(&self.ids.secret()));
        let (token_hash, code_hash) = if self.dice.chance(70) {
            (hash, None)
        } else {
            (None, hash)
        };
        let at = group.invited_at;
        // An open invitation to a cohort that goes on was sent again lately.
        let goes_on = group.going != Going::Past && way.withdrawn.is_none();
        let sent = if goes_on && used_at.is_none() {
            at.max(self.setting.calendar.now.minus(expires(at).since(at) / 2))
        } else {
            at
        };
        let revoked_at = way
            .withdrawn
            .map(|(at, _)| at)
            .filter(|_| used_at.is_none());
        let id = InvitationId(self.ids.next());
        self.facts.invitations.push(Invited {
            id,
            cohort: group.cohort.id,
            person,
            token_hash,
            code_hash,
            by: group.trainers[0],
            at,
            expires_at: used_at.map_or(expires(sent), |used| expires(at).max(used.plus(MINUTE))),
            used_at: used_at.map(|used| used.max(at.plus(MINUTE))),
            revoked_at,
        });
    }
}
