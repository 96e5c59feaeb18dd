//! Some of a few people: the trainers of a cohort or session.

use domain::ids::PersonId;
use leptos::prelude::*;

use crate::components::icon::Icon;

/// A box to tick for each person; the field is called `trainer`.
#[component]
pub fn PeopleChoice(
    /// What they are chosen for.
    #[prop(into)]
    legend: String,
    /// Who can be chosen.
    people: Vec<(PersonId, String)>,
    /// Who is.
    chosen: Vec<PersonId>,
    /// What is wrong with the choice.
    problem: Option<String>,
) -> impl IntoView {
    let choices = people
        .into_iter()
        .map(|(person, name)| {
            let checked = chosen.contains(&person);
            view! {
                <label class="choice">
                    <input type="checkbox" name="trainer" value=person.to_string() checked=checked/>
                    <span><bdi>{name}</bdi></span>
                </label>
            }
        })
        .collect_view();
    let described = problem.is_some().then_some("trainer-problem");
    view! {
        <fieldset class="group" id="trainer" aria-describedby=described>
            <legend>{legend}</legend>
            {choices}
            {problem.map(|problem| view! {
                <p class="field-error" id="trainer-problem"><Icon name="warning"/><span>{problem}</span></p>
            })}
        </fieldset>
    }
}
