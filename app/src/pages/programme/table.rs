//! The table of institutions, on one common scale.

use domain::cascade::Rule;
use domain::cascade::small_cells::Cell;
use domain::cascade::target::BarScale;
use domain::clock::Timestamp;
use domain::ids::ProgrammeId;
use leptos::prelude::*;
use services::programme::{Figures, Overview, PAGE, Show};
use services::sight::Sight;

use crate::components::bullet_bar::{BulletBar, BulletScale};
use crate::components::definition_note::DefinitionNote;
use crate::components::empty_state::EmptyState;
use crate::components::pagination::Pagination;
use crate::components::standing_word::StandingWord;
use crate::components::table_foot::TableFoot;
use crate::i18n::Words;
use crate::markup::IntoMarkup;

/// The programme's counts, with how they are counted.
pub(super) fn totals(words: Words, seen: &Overview) -> impl IntoView + use<> {
    let totals = seen.totals;
    let trainers = (seen.sight == Sight::Everything).then(|| {
        view! {
            <div>
                <dt>{words.say("figure-trainers-active")}</dt>
                <dd>{format!("{}/{}", totals.trainers_active, totals.trainers)}</dd>
            </div>
        }
    });
    let rules = vec![
        Rule::WhoCounts,
        Rule::Heads,
        Rule::AppendOnly,
        Rule::TrainerActivation,
    ];
    view! {
        <dl class="figures">
            <div><dt>{words.say("figure-finished")}</dt><dd>{totals.heads_finished}</dd></div>
            <div><dt>{words.say("figure-enrolled")}</dt><dd>{totals.heads}</dd></div>
            <div><dt>{words.say("figure-participations")}</dt><dd>{totals.participations}</dd></div>
            {trainers}
        </dl>
        <DefinitionNote words rules/>
    }
}

/// The table with its filter, its ways on and its files.
pub(super) fn section(
    words: Words,
    seen: &Overview,
    now: Timestamp,
    show: Show,
    page: u64,
) -> impl IntoView + use<> {
    let id = seen.programme.id;
    let title = words.say("institutions-title");
    if seen.totals.institutions == 0 {
        let what = words.say("institutions-empty");
        let title = words.say("institutions-empty-title");
        return view! { <section class="section"><EmptyState title what/></section> }.into_markup();
    }
    let mut rules = vec![
        Rule::TargetStatus,
        Rule::RequiredPace,
        Rule::BehindPace,
        Rule::Forecast,
        Rule::TrainerActivation,
    ];
    if seen.sight == Sight::Figures {
        rules.push(Rule::SmallCells);
    }
    let nothing = seen
        .rows
        .is_empty()
        .then(|| view! { <p class="quiet-text">{words.say("institutions-none-so")}</p> });
    let table = (!seen.rows.is_empty()).then(|| table(words, seen, now));
    let address = match code(show) {
        "" => format!("/programme?id={id}&"),
        code => format!("/programme?id={id}&show={code}&"),
    };
    let of = (show == Show::All).then(|| u64::from(seen.totals.institutions));
    let shown = seen.rows.len() as u64;
    let files = Some(("/programme".to_owned(), format!("?id={id}")));
    view! {
        <section class="section">
            <h2 id="institutions">{title}</h2>
            {filter(words, id.to_string(), show)}
            {nothing}
            {table}
            <Pagination words page size=PAGE shown more=seen.more of address/>
            <TableFoot words rules files/>
        </section>
    }
    .into_markup()
}

fn code(show: Show) -> &'static str {
    match show {
        Show::All => "",
        Show::BelowMinimum => "below",
        Show::Silent => "silent",
    }
}

fn filter(words: Words, id: String, show: Show) -> impl IntoView {
    let options = [
        (Show::All, "show-all"),
        (Show::BelowMinimum, "show-below"),
        (Show::Silent, "show-silent"),
    ]
    .into_iter()
    .map(|(one, key)| {
        view! { <option value=code(one) selected=one == show>{words.say(key)}</option> }
    })
    .collect_view();
    view! {
        <form class="filters no-print" method="get" action="/programme">
            <input type="hidden" name="id" value=id/>
            <div class="field">
                <label for="show">{words.say("show")}</label>
                <select id="show" name="show">{options}</select>
            </div>
            <button class="button">{words.say("show-do")}</button>
        </form>
    }
}

fn table(words: Words, seen: &Overview, now: Timestamp) -> impl IntoView + use<> {
    // Each forecast is drawn once, for the scale and for its bar.
    let forecasts: Vec<Option<(u32, u32)>> = seen.rows.iter().map(forecast).collect();
    let rows = || seen.rows.iter().zip(&forecasts);
    let scale = BarScale::holding(rows().flat_map(|(row, forecast)| numbers(row, *forecast)));
    let rows = rows()
        .enumerate()
        .map(|(n, (figures, forecast))| {
            row(
                words,
                figures,
                *forecast,
                scale,
                (n, seen.programme.id),
                now,
            )
        })
        .collect_view();
    let wording = seen
        .tier
        .as_ref()
        .map(|tier| tier.wording.clone())
        .filter(|wording| !wording.is_empty())
        .unwrap_or_else(|| words.say("tier-usual-wording"));
    view! {
        <p class="definition-note">
            {words.say_with("institutions-about", [("wording", wording.into())])}
        </p>
        <div class="table-scroll" role="region" aria-labelledby="institutions" tabindex="0">
            <table class="data-table rows" aria-labelledby="institutions">
                <thead>
                    <tr>
                        <th scope="col">{words.say("column-institution")}</th>
                        <th scope="col" class="wide">
                            <span class="visually-hidden">{words.say("column-bar")}</span>
                            <BulletScale scale/>
                        </th>
                        <th scope="col" class="number">{words.say("column-finished")}</th>
                        <th scope="col">{words.say("column-status")}</th>
                        <th scope="col" class="number">{words.say("column-enrolled")}</th>
                        <th scope="col" class="number">{words.say("column-participations")}</th>
                        <th scope="col" class="number">{words.say("column-trainers")}</th>
                        <th scope="col">{words.say("column-activity")}</th>
                        <th scope="col" class="number">{words.say("column-pace")}</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
}

/// How many each week are needed; without a target, that there is none.
pub(in crate::pages) fn pace(words: Words, figures: &Figures) -> String {
    if figures.range.is_none() {
        return words.say("status-no-target");
    }
    words.pace(figures.pace)
}

/// Where an institution will probably be at the end, where that is seen and can be said.
pub(in crate::pages) fn forecast(figures: &Figures) -> Option<(u32, u32)> {
    figures.prospect.and_then(|prospect| prospect.range())
}

/// The numbers that a row's bar shows.
pub(in crate::pages) fn numbers(figures: &Figures, forecast: Option<(u32, u32)>) -> [u32; 3] {
    let max = figures.range.map_or(0, |range| range.max());
    [
        bar(figures).map_or(0, |(count, coming)| count + coming),
        max,
        forecast.map_or(0, |(_, high)| high),
    ]
}

/// Where the bar ends, and how much further the colleagues under way would take it.
pub(in crate::pages) fn bar(figures: &Figures) -> Option<(u32, u32)> {
    let Cell::Shown(count) = figures.finished else {
        return None;
    };
    let coming = match figures.under_way {
        Cell::Shown(coming) => coming,
        Cell::Suppressed => 0,
    };
    Some((count, coming))
}

/// The bar's numbers in words.
pub(in crate::pages) fn described(
    words: Words,
    figures: &Figures,
    forecast: Option<(u32, u32)>,
) -> String {
    let of = words.figure_of(figures.finished, figures.range);
    let said = match figures.under_way {
        Cell::Shown(coming) => words.say_with(
            "bar-described",
            [("of", of.into()), ("coming", coming.into())],
        ),
        Cell::Suppressed => words.say_with("bar-described-figures", [("of", of.into())]),
    };
    match forecast {
        Some((low, high)) => words.say_with(
            "bar-described-forecast",
            [
                ("said", said.into()),
                ("low", low.into()),
                ("high", high.into()),
            ],
        ),
        None => said,
    }
}

/// "3/5", when both numbers may be shown.
pub(in crate::pages) fn trainers(words: Words, figures: &Figures) -> String {
    match (figures.trainers_active, figures.trainers) {
        (Cell::Shown(active), Cell::Shown(all)) => format!("{active}/{all}"),
        _ => words.figure(Cell::Suppressed),
    }
}

fn row(
    words: Words,
    figures: &Figures,
    forecast: Option<(u32, u32)>,
    scale: BarScale,
    (n, programme): (usize, ProgrammeId),
    now: Timestamp,
) -> impl IntoView + use<> {
    let (count, coming) = bar(figures).unzip();
    let activity = figures
        .last_activity
        .map_or_else(|| words.say("activity-none"), |at| words.ago(at, now));
    let link = format!(
        "/institutions/{}?programme={programme}",
        figures.institution
    );
    view! {
        <tr>
            <th scope="row"><a href=link>{figures.name.clone()}</a></th>
            <td class="wide">
                <BulletBar
                    id=format!("bar-{n}")
                    title=figures.name.clone()
                    describe=described(words, figures, forecast)
                    scale
                    range=figures.range
                    count
                    coming=coming.unwrap_or(0)
                    forecast
                />
            </td>
            <td class="number" data-label=words.say("column-finished")>{words.figure_of(figures.finished, figures.range)}</td>
            <td data-label=words.say("column-status")><div><StandingWord words figures=figures.clone()/></div></td>
            <td class="number" data-label=words.say("column-enrolled")>{words.figure(figures.enrolled)}</td>
            <td class="number" data-label=words.say("column-participations")>{words.figure(figures.participations)}</td>
            <td class="number" data-label=words.say("column-trainers")>{trainers(words, figures)}</td>
            <td data-label=words.say("column-activity")>{activity}</td>
            <td class="number" data-label=words.say("column-pace")>{pace(words, figures)}</td>
        </tr>
    }
}
