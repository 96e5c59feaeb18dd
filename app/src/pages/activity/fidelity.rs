//! What each generation knows, against the generation that trained it.

use domain::cascade::Rule;
use domain::cascade::fidelity::{Fidelity, SHOWN_FROM};
use leptos::prelude::*;
use services::activity::{Generation, PEOPLE_OF_A_GENERATION, Place};
use services::sight::Sight;

use super::foot;
use crate::i18n::Words;
use crate::markup::IntoMarkup;

/// The table of generations, with what the numbers are and are not.
pub(super) fn section(
    words: Words,
    place: &Place,
    generations: &[Generation],
) -> impl IntoView + use<> {
    let about = words.say_with(
        "fidelity-about",
        [("people", PEOPLE_OF_A_GENERATION.into())],
    );
    let body = if generations.is_empty() {
        view! { <p>{words.say("fidelity-none")}</p> }.into_markup()
    } else {
        view! {
            {table(words, place.sight, generations)}
            {foot(words, place, "fidelity", vec![Rule::Fidelity, Rule::Generation])}
        }
        .into_markup()
    };
    view! {
        <section class="section">
            <h2>{words.say("fidelity-title")}</h2>
            <p class="definition-note">{about}</p>
            {body}
        </section>
    }
}

/// Why nothing is said of a generation. So few people are not counted before those who see figures
/// only (rule 11).
fn hidden(words: Words, sight: Sight, people: usize) -> String {
    let from = ("from", SHOWN_FROM.into());
    if sight == Sight::Figures && people < SHOWN_FROM {
        return words.say_with("fidelity-withheld", [from]);
    }
    words.say_with("fidelity-hidden", [("people", people.into()), from])
}

fn table(words: Words, sight: Sight, generations: &[Generation]) -> impl IntoView + use<> {
    let rows = generations
        .iter()
        .map(|one| {
            let name = words.say_with("generation", [("number", one.number.into())]);
            let cells = match one.fidelity {
                Fidelity::Hidden { people } => {
                    let said = hidden(words, sight, people);
                    view! { <td colspan="4">{said}</td> }.into_markup()
                }
                Fidelity::Known {
                    people,
                    trainers,
                    items,
                    ratio,
                    low,
                    high,
                    ..
                } => {
                    let interval = format!("{}–{}", words.two_places(low), words.two_places(high));
                    let of = words.say_with(
                        "fidelity-people",
                        [("people", people.into()), ("trainers", trainers.into())],
                    );
                    view! {
                        <td class="number" data-label=words.say("column-fidelity")>{words.two_places(ratio)}</td>
                        <td class="number" data-label=words.say("column-interval")>{interval}</td>
                        <td data-label=words.say("column-people")>{of}</td>
                        <td class="number" data-label=words.say("column-items")>{items}</td>
                    }
                    .into_markup()
                }
            };
            view! { <tr><th scope="row">{name}</th>{cells}</tr> }
        })
        .collect_view();
    view! {
        <table class="data-table rows">
            <thead>
                <tr>
                    <th scope="col">{words.say("column-generation")}</th>
                    <th scope="col" class="number">{words.say("column-fidelity")}</th>
                    <th scope="col" class="number">{words.say("column-interval")}</th>
                    <th scope="col">{words.say("column-people")}</th>
                    <th scope="col" class="number">{words.say("column-items")}</th>
                </tr>
            </thead>
            <tbody>{rows}</tbody>
        </table>
    }
}

#[cfg(test)]
mod tests {
    use domain::language::Language;

    use super::*;

    #[test]
    fn a_few_people_are_counted_only_before_those_who_see_everything() {
        for language in Language::ALL {
            let said = |sight, people| hidden(Words(language), sight, people);
            assert!(said(Sight::Everything, 3).contains('3'));
            assert!(!said(Sight::Figures, 3).contains('3'));
            assert!(said(Sight::Figures, 8).contains('8'));
        }
    }
}
