//! What became of a follow-up round: one sentence, and what stood in the way.

use domain::cascade::Rule;
use domain::cascade::follow_up::Counts;
use domain::cascade::small_cells::{Cell, parts_of_a_total};
use leptos::prelude::*;
use services::follow_up::Rounds;

use crate::components::definition_note::DefinitionNote;
use crate::i18n::Words;

/// Both rounds, each as "asked 18, answered 12: 7 yes, 3 partly, 2 no", with the barriers that may
/// be told.
#[component]
pub fn FollowUpCounts(
    /// The language.
    words: Words,
    /// What became of the rounds.
    rounds: Rounds,
    /// Whether small counts are withheld from the reader (rule 11).
    #[prop(default = false)]
    withheld: bool,
) -> impl IntoView {
    let rows = rounds
        .into_iter()
        .map(|(round, counts)| {
            let title = words.say(&format!("follow-up-round-{}", round.code()));
            view! {
                <dt>{title}</dt>
                <dd>{sentence(words, &counts, withheld)}{barriers(words, &counts)}</dd>
            }
        })
        .collect_view();
    view! {
        <dl class="facts">{rows}</dl>
        <DefinitionNote words rules=vec![Rule::FollowUp, Rule::SmallCells]/>
    }
}

fn sentence(words: Words, counts: &Counts, withheld: bool) -> String {
    let answers = [counts.yes, counts.partly, counts.no];
    let (all, each) = if withheld {
        (Cell::alone(counts.answered()), parts_of_a_total(&answers))
    } else {
        (
            Cell::Shown(counts.answered()),
            answers.map(Cell::Shown).into(),
        )
    };
    let figure = |place: usize| -> String {
        let cell = each.get(place).copied().unwrap_or(Cell::Suppressed);
        words.figure(cell)
    };
    let given = [
        ("answered", words.figure(all).into()),
        ("yes", figure(0).into()),
        ("partly", figure(1).into()),
        ("no", figure(2).into()),
    ];
    match counts.asked {
        Some(0) => words.say("follow-up-nobody-asked"),
        Some(asked) => {
            let answered = words.say_with("follow-up-answered", given);
            let values = [("asked", asked.into()), ("answered", answered.into())];
            words.say_with("follow-up-asked", values)
        }
        None => words.say_with("follow-up-answered", given),
    }
}

/// What stood in the way, where enough people named it.
fn barriers(words: Words, counts: &Counts) -> Option<impl IntoView + use<>> {
    let named: Vec<String> = counts
        .shown_barriers()
        .into_iter()
        .map(|(barrier, people)| {
            let word = words.say(&format!("barrier-{}", barrier.code()));
            format!("{word}: {}", words.figure(Cell::Shown(people)))
        })
        .collect();
    (!named.is_empty()).then(|| view! { <span class="under">{named.join(" · ")}</span> })
}
