//! The head of an institution's page: its numbers against its range.

use domain::cascade::Rule;
use domain::cascade::small_cells::Cell;
use domain::cascade::target::BarScale;
use domain::clock::Timestamp;
use leptos::prelude::*;
use services::institution::InstitutionPage;

use crate::components::breadcrumb::Breadcrumb;
use crate::components::bullet_bar::{BulletBar, BulletScale};
use crate::components::definition_note::DefinitionNote;
use crate::components::forecast_note::ForecastNote;
use crate::components::standing_word::StandingWord;
use crate::i18n::Words;
use crate::pages::programme::{bar, described, forecast, numbers, trainers};
use crate::pages::{activity, cascade};

/// The name, the status and the numbers.
pub(super) fn header(
    words: Words,
    seen: &InstitutionPage,
    now: Timestamp,
) -> impl IntoView + use<> {
    let (institution, figures) = (&seen.institution, &seen.figures);
    let kind = words.say(&format!("kind-{}", institution.kind.code()));
    let place = [institution.place.clone(), institution.country.clone()]
        .into_iter()
        .filter(|part| !part.is_empty())
        .collect::<Vec<_>>()
        .join(", ");
    let over = if place.is_empty() {
        kind
    } else {
        format!("{kind} · {place}")
    };
    let whisker = forecast(figures);
    let scale = BarScale::holding(numbers(figures, whisker));
    let (count, coming) = bar(figures).unzip();
    let above = above(seen);
    let prospect = figures.prospect.map(|prospect| {
        view! { <ForecastNote words prospect end=seen.programme.ends_on counts=true/> }
    });
    let breadcrumb = (!above.is_empty())
        .then(|| view! { <Breadcrumb words above here=institution.name.clone()/> });
    view! {
        {breadcrumb}
        <header class="page-title">
            <p class="over">{over}</p>
            <h1>{institution.name.clone()}</h1>
            <p class="lead">{sentence(words, seen)}</p>
            <p><StandingWord words figures=figures.clone()/></p>
            {prospect}
            {actions(words, seen)}
        </header>
        <div class="stack">
            <BulletScale scale/>
            <BulletBar id="standing" title=institution.name.clone() describe=described(words, figures, whisker)
                scale range=figures.range count coming=coming.unwrap_or(0) forecast=whisker/>
            {numbers_of(words, seen, now)}
        </div>
    }
}

/// The programme's page, for those who see it.
fn above(seen: &InstitutionPage) -> Vec<(String, String)> {
    if seen.sees_programme {
        vec![(
            format!("/programme?id={}", seen.programme.id),
            seen.programme.title.clone(),
        )]
    } else {
        Vec::new()
    }
}

/// "11 of 20–30 colleagues have finished; 1.3 each week are needed until 14 November 2026."
fn sentence(words: Words, seen: &InstitutionPage) -> String {
    use domain::cascade::pace::RequiredPace;
    let figures = &seen.figures;
    let Cell::Shown(count) = figures.finished else {
        return words.say("institution-sentence-withheld");
    };
    let of = words.figure_of(figures.finished, figures.range);
    let finished = words.say_with(
        "institution-sentence",
        [("of", of.into()), ("count", count.into())],
    );
    let date = seen
        .programme
        .ends_on
        .map(|day| words.day(day))
        .unwrap_or_default();
    let need = match figures.pace {
        Some(RequiredPace::PerWeek {
            missing, days_left, ..
        }) => words.say_with(
            "institution-need",
            [
                (
                    "colleagues",
                    words
                        .say_with("colleagues-more", [("missing", missing.into())])
                        .into(),
                ),
                ("time", words.time_left(days_left).into()),
                ("date", date.into()),
                ("pace", words.pace(figures.pace).into()),
            ],
        ),
        Some(RequiredPace::EndPassed { missing, .. }) => words.say_with(
            "institution-missed",
            [("missing", missing.into()), ("date", date.into())],
        ),
        _ => return finished,
    };
    format!("{finished} {need}")
}

fn actions(words: Words, seen: &InstitutionPage) -> Option<impl IntoView + use<>> {
    let people = seen.people.as_ref()?;
    let id = seen.institution.id;
    let change = people.may_change.then(|| {
        view! { <a class="button" href=format!("/institutions/{id}/edit")>{words.say("institution-change")}</a> }
    });
    Some(view! {
        <div class="actions no-print">
            <a class="button primary" href=format!("/institutions/{id}/people/new?role=trainer")>
                {words.say("invite-trainer")}
            </a>
            <a class="button" href=format!("/institutions/{id}/people/new?role=lead")>{words.say("invite-lead")}</a>
            {change}
            <a class="button" href=cascade::address(seen.programme.id, id)>{words.say("lineage-title")}</a>
            <a class="button" href=activity::address(seen.programme.id, Some(id))>{words.say("activity-title")}</a>
            <a class="button" href=format!("/institutions/{id}/adaptations?programme={}", seen.programme.id)>
                {words.say("adaptations-of-institution")}
            </a>
        </div>
    })
}

fn numbers_of(words: Words, seen: &InstitutionPage, now: Timestamp) -> impl IntoView + use<> {
    let figures = &seen.figures;
    let activity = figures
        .last_activity
        .map_or_else(|| words.say("activity-none"), |at| words.ago(at, now));
    let detail = seen.people.is_some().then(|| {
        view! {
            <div><dt>{words.say("figure-under-way")}</dt><dd>{words.figure(figures.under_way)}</dd></div>
            <div><dt>{words.say("figure-withdrawn")}</dt><dd>{words.figure(figures.withdrawn)}</dd></div>
        }
    });
    let mut rules = vec![
        Rule::WhoCounts,
        Rule::Heads,
        Rule::TargetStatus,
        Rule::RequiredPace,
        Rule::Forecast,
        Rule::TrainerActivation,
    ];
    let observing = seen.people.is_none().then(|| {
        rules.push(Rule::SmallCells);
        view! { <p class="definition-note">{words.say("figures-only")}</p> }
    });
    view! {
        <dl class="figures">
            <div><dt>{words.say("figure-finished")}</dt><dd>{words.figure(figures.finished)}</dd></div>
            <div><dt>{words.say("figure-enrolled")}</dt><dd>{words.figure(figures.enrolled)}</dd></div>
            {detail}
            <div><dt>{words.say("figure-participations")}</dt><dd>{words.figure(figures.participations)}</dd></div>
            <div><dt>{words.say("figure-trainers-active")}</dt><dd>{trainers(words, figures)}</dd></div>
        </dl>
        <p class="quiet-text">{words.say_with("last-activity", [("when", activity.into())])}</p>
        {observing}
        <DefinitionNote words rules/>
    }
}
