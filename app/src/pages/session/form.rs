//! The fields of a session's plan, for a new one and for one that changes.

use domain::ids::{PersonId, UnitId};
use domain::session::{Meeting, written};
use leptos::prelude::*;
use services::course::Edition;
use services::sessions::Session;
use services::sessions::{Offer, Plan};

use crate::components::field::{SelectField, TextAreaField, TextField, problem_sentence};
use crate::components::people_choice::PeopleChoice;
use crate::flash::Flash;
use crate::i18n::Words;

/// A session as its form shows it.
pub(super) fn plan_of(session: &Session, units: Vec<UnitId>) -> Plan {
    let time = |time: Option<_>| time.map(written).unwrap_or_default();
    let hours = f64::from(session.minutes) / 60.0;
    Plan {
        day: session.on_day.to_string(),
        starts: time(session.times.map(|times| times.starts())),
        ends: time(session.times.map(|times| times.ends())),
        meeting: session.meeting.code().to_owned(),
        place: session.place.clone(),
        link: session.link.clone(),
        // Hours that follow from the times follow them when these change.
        hours: match session.minutes {
            0 => String::new(),
            minutes
                if session
                    .times
                    .is_some_and(|times| times.minutes() == minutes) =>
            {
                String::new()
            }
            _ => format!("{}", (hours * 100.0).round() / 100.0),
        },
        seats: session
            .seats
            .map(|seats| seats.to_string())
            .unwrap_or_default(),
        agenda: session.agenda.clone(),
        work_package: session.work_package.clone(),
        deliverable: session.deliverable.clone(),
        units,
        trainers: session.trainers.clone(),
        tell: true,
    }
}

/// The fields, with what was typed before it was refused, or else what `plan` says.
pub(super) fn fields(
    words: Words,
    flash: &Flash,
    offer: &Offer,
    plan: &Plan,
) -> impl IntoView + use<> {
    let cohort = &offer.cohort;
    let owed = offer.course.required(cohort.owing(cohort.track.as_ref()));
    let text = |name: &'static str, value: &str, kind: &'static str, required: bool| {
        let label = words.say(&format!("session-{name}"));
        view! { <TextField words flash=flash.clone() name label kind value=value.to_owned() required/> }
    };
    let meetings = Meeting::ALL
        .iter()
        .map(|one| {
            (
                one.code().to_owned(),
                words.say(&format!("meeting-{}", one.code())),
            )
        })
        .collect();
    let trainers: Vec<PersonId> = ids(&flash.value("trainer", &joined(&plan.trainers)));
    let problem = flash
        .problem("trainer")
        .map(|problem| problem_sentence(words, problem));
    view! {
        {text("day", &plan.day, "date", true)}
        <div class="field-row">
            {text("starts", &plan.starts, "time", false)}
            {text("ends", &plan.ends, "time", false)}
        </div>
        <SelectField words flash=flash.clone() name="meeting" label=words.say("session-meeting")
            options=meetings value=plan.meeting.clone()/>
        <TextField words flash=flash.clone() name="place" label=words.say("session-place")
            hint=words.say("session-room-hint") value=plan.place.clone() required=false/>
        <TextField words flash=flash.clone() name="link" label=words.say("session-link") kind="url"
            hint=words.say("session-link-hint") value=plan.link.clone() required=false/>
        <PeopleChoice legend=words.say("session-trainers") people=offer.trainers.clone() chosen=trainers problem/>
        {units(words, flash, &offer.course, &owed, &plan.units)}
        <TextAreaField words flash=flash.clone() name="agenda" label=words.say("session-agenda") rows=5
            hint=words.say("session-agenda-hint") value=plan.agenda.clone()/>
        {for_the_funder(words, flash, plan)}
    }
}

/// What only reports ask for; folded away, unless something in it needs mending.
fn for_the_funder(words: Words, flash: &Flash, plan: &Plan) -> impl IntoView + use<> {
    const FIELDS: [&str; 4] = ["hours", "seats", "work_package", "deliverable"];
    let open = FIELDS.iter().any(|field| flash.problem(field).is_some());
    let field = |name: &'static str, value: &str| {
        let label = words.say(&format!("session-{name}"));
        let hint = words.say(&format!("session-{name}-hint"));
        view! { <TextField words flash=flash.clone() name label hint value=value.to_owned() required=false/> }
    };
    view! {
        <details class="more" open=open>
            <summary>{words.say("session-for-the-funder")}</summary>
            <div class="field-row">
                {field("hours", &plan.hours)}
                {field("seats", &plan.seats)}
            </div>
            <div class="field-row">
                {field("work_package", &plan.work_package)}
                {field("deliverable", &plan.deliverable)}
            </div>
        </details>
    }
}

/// The course's units, folded up module by module.
fn units(
    words: Words,
    flash: &Flash,
    course: &Edition,
    owed: &[UnitId],
    planned: &[UnitId],
) -> impl IntoView + use<> {
    let chosen: Vec<UnitId> = ids(&flash.value("unit", &joined(planned)));
    let modules = &course.contents(words.0).modules;
    let groups = modules
        .iter()
        .enumerate()
        .map(|(index, module)| {
            let (mut any, mut in_track) = (false, false);
            let choices = course
                .units()
                .iter()
                .filter(|place| place.module == index)
                .map(|place| {
                    let checked = chosen.contains(&place.id);
                    any |= checked;
                    in_track |= owed.contains(&place.id);
                    let title = course.at(*place, words.0).1.title.clone();
                    view! {
                        <label class="choice">
                            <input type="checkbox" name="unit" value=place.id.to_string() checked=checked/>
                            <span>{title}</span>
                        </label>
                    }
                })
                .collect_view();
            let outside = (!in_track).then(|| {
                view! { " " <span class="quiet-text">{words.say("track-outside-cohort")}</span> }
            });
            view! {
                <details class="more" open=any>
                    <summary>{module.title.clone()}{outside}</summary>
                    {choices}
                </details>
            }
        })
        .collect_view();
    (!modules.is_empty()).then(|| {
        view! {
            <fieldset class="group" id="unit">
                <legend>{words.say("session-units")}</legend>
                <p class="hint">{words.say("session-units-hint")}</p>
                {groups}
            </fieldset>
        }
    })
}

fn ids<T: std::str::FromStr>(text: &str) -> Vec<T> {
    text.split(' ').filter_map(|id| id.parse().ok()).collect()
}

/// Ids as one field's value, as a refused form keeps them.
#[must_use]
pub fn joined<T: ToString>(ids: &[T]) -> String {
    ids.iter().map(T::to_string).collect::<Vec<_>>().join(" ")
}
