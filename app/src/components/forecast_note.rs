//! The forecast in words, with everything it assumes.

use chrono::NaiveDate;
use domain::cascade::forecast::{
    ALONE_FROM, Assumptions, DRAWS, Forecast, Outlook, Rate, SHOWN_FROM,
};
use domain::cascade::funnel::Stage;
use domain::cascade::passage::LAPSED_AFTER_DAYS;
use leptos::prelude::*;
use services::programme::Prospect;

use crate::i18n::Words;

/// What can be said about the end: the range and what it rests on, or why there is none.
#[component]
pub fn ForecastNote(
    /// The language.
    words: Words,
    /// What can be said.
    prospect: Prospect,
    /// The end date.
    #[prop(optional_no_strip)]
    end: Option<NaiveDate>,
    /// Whether the counts it rests on are shown: they may be small (rule 11).
    counts: bool,
) -> impl IntoView {
    let assumed = match (prospect, prospect.forecast()) {
        (Prospect::Ahead { outlook, .. }, Some(Forecast::Range { assumptions, .. })) if counts => {
            Some(disclosure(words, &outlook, &assumptions))
        }
        _ => None,
    };
    view! {
        <div class="forecast-note">
            <p>{sentence(words, prospect, end)}</p>
            {assumed}
        </div>
    }
}

/// "Forecast for 14 November 2026: 24 to 31 colleagues finished."
#[must_use]
pub fn sentence(words: Words, prospect: Prospect, end: Option<NaiveDate>) -> String {
    let date = end.map(|day| words.day(day)).unwrap_or_default();
    match prospect.forecast() {
        None => words.say(&format!("forecast-{}", prospect.code())),
        Some(Forecast::TooEarly { observed }) => words.say_with(
            "forecast-too_early",
            [("observed", observed.into()), ("from", SHOWN_FROM.into())],
        ),
        Some(Forecast::Range {
            low,
            expected,
            high,
            ..
        }) if low == high => words.say_with(
            "forecast-certain",
            [("date", date.into()), ("expected", whole(expected).into())],
        ),
        Some(Forecast::Range {
            low,
            expected,
            high,
            ..
        }) => words.say_with(
            "forecast-range",
            [
                ("date", date.into()),
                ("low", low.into()),
                ("high", high.into()),
                ("expected", whole(expected).into()),
            ],
        ),
    }
}

fn whole(number: f64) -> i64 {
    number.round() as i64
}

fn disclosure(words: Words, outlook: &Outlook, assumed: &Assumptions) -> impl IntoView + use<> {
    let rows = Stage::ALL
        .iter()
        .zip(outlook.open)
        .zip(assumed.stages)
        // Whoever has passed counts already.
        .filter(|((stage, _), _)| **stage < Stage::Passed)
        .map(|((stage, open), rate)| {
            let stage = words.say(&format!("funnel-{}", stage.code()));
            row(words, stage, open, rate)
        })
        .collect_view();
    let seats = row(
        words,
        words.say("forecast-free-seats"),
        outlook.planned_seats,
        assumed.seat(),
    );
    let about = words.say_with(
        "forecast-about",
        [
            ("draws", DRAWS.into()),
            ("observed", assumed.observed.into()),
            ("alone", ALONE_FROM.into()),
            ("days", LAPSED_AFTER_DAYS.into()),
        ],
    );
    let seats_rule = words.say_with(
        "forecast-seats",
        [
            ("show", words.percent(assumed.show.chance).into()),
            ("expected", assumed.show.observed.into()),
            (
                "completion",
                words.percent(assumed.completion.chance).into(),
            ),
            ("came", assumed.completion.observed.into()),
        ],
    );
    view! {
        <details class="definition-note">
            <summary>{words.say("forecast-assumes")}</summary>
            <p>{about}</p>
            <div class="table-scroll" role="region" aria-label=words.say("forecast-assumes") tabindex="0">
                <table class="data-table">
                    <thead>
                        <tr>
                            <th scope="col">{words.say("column-stage")}</th>
                            <th scope="col" class="number">{words.say("column-on-the-way")}</th>
                            <th scope="col" class="number">{words.say("column-chance")}</th>
                            <th scope="col" class="number">{words.say("column-observed")}</th>
                        </tr>
                    </thead>
                    <tbody>{rows}{seats}</tbody>
                </table>
            </div>
            <p>{seats_rule}</p>
        </details>
    }
}

fn row(words: Words, stage: String, open: u32, rate: Rate) -> impl IntoView {
    let chance = words.percent(rate.chance);
    let leaning = rate.leans_on_prior().then(|| {
        let prior = words.percent(rate.prior);
        let said = words.say_with("forecast-leans", [("prior", prior.into())]);
        view! { <span class="under">{said}</span> }
    });
    view! {
        <tr>
            <th scope="row">{stage}</th>
            <td class="number">{open}</td>
            <td class="number">{chance}{leaning}</td>
            <td class="number">{rate.observed}</td>
        </tr>
    }
}
