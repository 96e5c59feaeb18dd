//! Step 3: the session.

use domain::ids::PersonId;
use leptos::prelude::*;
use services::cohorts::Mode;
use services::enrolment::{Desk, Prepared};

use crate::components::field::{TextField, problem_sentence};
use crate::components::people_choice::PeopleChoice;
use crate::flash::Flash;
use crate::visit::Visit;

/// The step. Everything in it may stay empty.
pub(super) fn step(visit: &Visit, desk: &Desk, prepared: &Prepared) -> impl IntoView + use<> {
    let words = visit.words;
    let plan = &prepared.plan;
    let flash = Flash {
        problems: prepared.problems.clone(),
        ..Flash::default()
    };
    let me = visit.person().ok();
    let chosen: Vec<PersonId> = if plan.trainers.is_empty() {
        me.into_iter().collect()
    } else {
        plan.trainers.clone()
    };
    let problem = flash
        .problem("trainer")
        .map(|problem| problem_sentence(words, problem));
    let what = match desk.cohort.mode {
        Mode::Sessions => words.say("enrol-session-what"),
        Mode::SelfPaced => words.say("enrol-session-self-paced"),
    };
    view! {
        <section class="enrol-step" id="session" aria-labelledby="session-title">
            <h2 id="session-title">{words.say("enrol-step-session")}</h2>
            <p>{what}</p>
            <div class="form">
                <div class="field-row">
                    <TextField words flash=flash.clone() name="day" label=words.say("session-day") kind="date"
                        hint=words.say("enrol-no-date-yet") value=plan.day.clone() required=false/>
                    <TextField words flash=flash.clone() name="place" label=words.say("session-place")
                        hint=words.say("session-place-hint") value=plan.place.clone() required=false/>
                </div>
                <PeopleChoice legend=words.say("trainers") people=desk.trainers.clone() chosen problem/>
            </div>
        </section>
    }
}
