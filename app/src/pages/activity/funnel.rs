//! The funnel: how many participations reached each stage, drawn on the server, with its table.

use domain::cascade::Rule;
use domain::cascade::funnel::Stage;
use domain::cascade::small_cells::Cell;
use leptos::prelude::*;
use services::activity::Activity;
use services::sight::Sight;

use super::foot;
use crate::i18n::Words;

/// The drawing's own width, for the widest bar.
const WIDTH: u64 = 600;
/// From the top of a bar to the next.
const ROW: usize = 34;

/// The drawing, the table with every definition, and the table as a file.
pub(super) fn section(words: Words, seen: &Activity) -> impl IntoView + use<> {
    let mut rules = vec![Rule::Funnel, Rule::Outcome];
    if seen.place.sight == Sight::Figures {
        rules.push(Rule::SmallCells);
    }
    view! {
        <section class="section">
            <h2 id="funnel">{words.say("funnel-title")}</h2>
            <p class="definition-note">{words.say("funnel-about")}</p>
            {drawing(words, seen)}
            {table(words, seen)}
            {foot(words, &seen.place, "funnel", rules)}
        </section>
    }
}

fn drawing(words: Words, seen: &Activity) -> impl IntoView + use<> {
    let widest = match seen.funnel[0] {
        Cell::Shown(count) => u64::from(count.max(1)),
        Cell::Suppressed => 1,
    };
    let bars = Stage::ALL
        .iter()
        .zip(seen.funnel)
        .enumerate()
        .map(|(place, (stage, cell))| {
            let y = place * ROW;
            let width = match cell {
                Cell::Shown(count) => u64::from(count) * WIDTH / widest,
                Cell::Suppressed => 0,
            };
            let said = format!("{}: {}", stage_word(words, *stage), words.figure(cell));
            view! {
                <rect class="bar" x="0" y=y width=width height="14"></rect>
                <text x="0" y=y + 28>{said}</text>
            }
        })
        .collect_view();
    let height = Stage::ALL.len() * ROW;
    view! {
        <svg class="funnel" viewBox=format!("0 0 {WIDTH} {height}") role="img"
            aria-labelledby="funnel-name funnel-what">
            <title id="funnel-name">{words.say("funnel-title")}</title>
            <desc id="funnel-what">{words.say("funnel-described")}</desc>
            {bars}
        </svg>
    }
}

fn stage_word(words: Words, stage: Stage) -> String {
    words.say(&format!("funnel-{}", stage.code()))
}

fn table(words: Words, seen: &Activity) -> impl IntoView + use<> {
    let whole = seen.funnel[0];
    let rows = Stage::ALL
        .iter()
        .zip(seen.funnel)
        .map(|(stage, cell)| {
            let lost = seen.lost.map(|lost| {
                let count = lost.get(*stage as usize).copied().unwrap_or_default();
                view! { <td class="number" data-label=words.say("column-lost")>{count}</td> }
            });
            view! {
                <tr>
                    <th scope="row">
                        {stage_word(words, *stage)}
                        <span class="under">{words.say(&format!("funnel-{}-is", stage.code()))}</span>
                    </th>
                    <td class="number" data-label=words.say("column-reached-stage")>{words.figure(cell)}</td>
                    <td class="number" data-label=words.say("column-of-invited")>{share(words, cell, whole)}</td>
                    {lost}
                </tr>
            }
        })
        .collect_view();
    let lost = seen
        .lost
        .map(|_| view! { <th scope="col" class="number">{words.say("column-lost")}</th> });
    view! {
        <table class="data-table rows" aria-labelledby="funnel">
            <thead>
                <tr>
                    <th scope="col">{words.say("column-stage")}</th>
                    <th scope="col" class="number">{words.say("column-reached-stage")}</th>
                    <th scope="col" class="number">{words.say("column-of-invited")}</th>
                    {lost}
                </tr>
            </thead>
            <tbody>{rows}</tbody>
        </table>
    }
}

/// The share of those invited; nothing where it would tell a withheld count.
pub(super) fn share(words: Words, cell: Cell, whole: Cell) -> String {
    match (cell, whole) {
        (Cell::Shown(count), Cell::Shown(whole)) if whole > 0 => {
            words.percent(f64::from(count) / f64::from(whole))
        }
        (Cell::Shown(_), Cell::Shown(_)) => String::new(),
        _ => words.figure(Cell::Suppressed),
    }
}
