//! What people answered 30 and 90 days after finishing; and a letter that came back.

use domain::cascade::follow_up::{Answer, Barrier, Round};
use domain::clock::{DAY, Timestamp};
use domain::ids::MessageId;
use domain::language::Language;
use store::bulk::FollowedUp;
use store::follow_up::Answered;
use store::message::{NewMessage, SeenBy};
use store::participation::Participation;

use crate::cohorts::Group;
use crate::dice::Dice;
use crate::people::Sketch;
use crate::teller::Teller;

/// Beyond the streams of the groups and the plots, so that what was told before is told the same.
const STREAMS: u64 = 1 << 41;
/// How many of those asked answer, in per cent.
const ANSWERED: u32 = 68;

/// What people promise: one sentence, with a date and a witness.
pub(crate) const COMMITMENTS: [&str; 5] = [
    "By the end of next month I will rewrite the e-mail that first-year students get in October, in \
     two languages and without abbreviations; the colleague at the next desk will see it.",
    "By 15 May I will use one case from a neighbouring country in my course on bridges, for all \
     four groups; my assistant will see the task sheet.",
    "By the beginning of term I will mix the lab groups by town of origin; the head of the lab will \
     see the list.",
    "Within 60 days I will log recurring problems of students without names and send the vice-dean \
     one page; she will see it.",
    "By 1 June every search session in the library will use two languages; the second librarian will \
     see the slides.",
];

const EVIDENCE: [&str; 4] = [
    "The new e-mail went out on Monday. Eleven students wrote back in place of the usual forty.",
    "The task sheet is in the shared folder, and the witness has read it.",
    "Two of four groups are mixed; the others follow with the next timetable.",
    "One page, sent and answered: the form is being changed.",
];

impl Teller<'_> {
    /// Tells what somebody answered in each round that was due; answers whether they apply it.
    pub(crate) fn follow_up(&mut self, of: &Participation) -> bool {
        let mut applied = false;
        let Some(finished_at) = of.finished_at.filter(|_| of.withdrawn.is_none()) else {
            return applied;
        };
        let now = self.setting.calendar.now;
        let (_, own) = of.id.0.as_u64_pair();
        let mut dice = Dice::of(self.setting.size.seed, STREAMS + own % STREAMS);
        for round in Round::ALL {
            let due = round.due(finished_at);
            if now.since(due) < DAY || !dice.chance(ANSWERED) {
                continue;
            }
            let latest = now.minus(DAY / 2).min(due.plus(20 * DAY));
            let at = Timestamp(dice.between(due.0, latest.0));
            let id = self.ids.next();
            let answered = answered(&mut dice, at);
            applied |= round.means_applied(answered.answer);
            self.facts.follow_ups.push(FollowedUp {
                id,
                participation: of.id,
                person: of.person,
                round: *round,
                answered,
            });
        }
        applied
    }

    /// A reminder that the mail server of an institution did not take.
    pub(crate) fn letter_came_back(&mut self, group: &Group, who: &Sketch) {
        let at = self.setting.calendar.now.minus(2 * DAY);
        let id = MessageId(self.ids.next());
        let values = [
            ("name", who.name.as_str()),
            ("cohort", group.cohort.title.as_str()),
        ];
        let letter = NewMessage {
            id,
            dedupe_key: format!("quiet:{id}"),
            kind: "quiet".to_owned(),
            recipient: who.address.clone(),
            language: Language::default(),
            values: values
                .map(|(name, value)| (name.to_owned(), value.to_owned()))
                .into(),
            invitation: None,
            session: None,
            person: Some(who.id),
            good_until: None,
            seen_by: SeenBy {
                author: Some(group.trainers[0]),
                institution: Some(group.cohort.institution),
                programme: Some(group.cohort.programme),
            },
        };
        let reason = "550 5.1.1 no such mailbox here".to_owned();
        self.facts.given_up.push((letter, reason, at));
    }
}

fn answered(dice: &mut Dice, at: Timestamp) -> Answered {
    let answer = match dice.below(100) {
        0..55 => Answer::Yes,
        55..82 => Answer::Partly,
        _ => Answer::No,
    };
    let barrier = (answer != Answer::Yes).then(|| match dice.below(100) {
        0..50 => Barrier::Time,
        50..68 => Barrier::RulesOfOthers,
        68..82 => Barrier::NoSupport,
        82..93 => Barrier::Students,
        _ => Barrier::Other,
    });
    let evidence = match answer {
        Answer::No => String::new(),
        Answer::Yes | Answer::Partly => (*dice.pick(&EVIDENCE)).to_owned(),
    };
    let barrier_text = match barrier {
        Some(Barrier::Other) => "The room was closed for repairs until summer.",
        _ => "",
    };
    Answered {
        answer,
        evidence,
        barrier,
        barrier_text: barrier_text.to_owned(),
        at,
    }
}
