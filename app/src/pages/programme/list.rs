//! Several programmes: one row each.

use leptos::prelude::*;
use services::programme::Listed;

use crate::i18n::Words;

pub(super) fn page(words: Words, listed: Vec<Listed>) -> impl IntoView {
    let rows = listed
        .into_iter()
        .map(|one| {
            let programme = one.programme;
            let ends = programme
                .ends_on
                .map_or_else(|| words.say("no-end-date"), |day| words.day(day));
            let reached = words.say_with(
                "reached-of",
                [
                    ("reached", one.totals.reached.into()),
                    ("institutions", one.totals.with_target.into()),
                ],
            );
            view! {
                <tr>
                    <th scope="row"><a href=format!("/programme?id={}", programme.id)>{programme.title}</a></th>
                    <td data-label=words.say("column-reached")>{reached}</td>
                    <td class="number" data-label=words.say("column-finished")>{one.totals.heads_finished}</td>
                    <td data-label=words.say("column-ends")>{ends}</td>
                </tr>
            }
        })
        .collect_view();
    view! {
        <main id="main" class="page" tabindex="-1">
            <header class="page-title"><h1>{words.say("programmes-title")}</h1></header>
            <table class="data-table rows">
                <thead>
                    <tr>
                        <th scope="col">{words.say("column-programme")}</th>
                        <th scope="col">{words.say("column-reached")}</th>
                        <th scope="col" class="number">{words.say("column-finished")}</th>
                        <th scope="col">{words.say("column-ends")}</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </main>
    }
}
