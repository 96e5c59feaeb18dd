//! The programme over time: how many finished, until when, and how the end date moved. A drawing
//! made on the server, and the same as a table.

use std::collections::BTreeMap;

use chrono::{Datelike, NaiveDate};
use domain::cascade::target::BarScale;
use leptos::prelude::*;
use services::programme::{Extension, Overview};

use crate::i18n::Words;

/// The drawing's own width.
const WIDTH: i64 = 800;
/// The height of what is drawn, above the dates.
const HEIGHT: i64 = 180;
/// Room above it, for what stands over a mark.
const HEAD: i64 = 22;

/// The drawing with its table, and the decisions that moved the end.
pub(super) fn section(words: Words, seen: &Overview) -> Option<impl IntoView + use<>> {
    if seen.over_time.weeks.is_empty() && seen.over_time.extensions.is_empty() {
        return None;
    }
    Some(view! {
        <section class="section">
            <h2 id="over-time">{words.say("over-time-title")}</h2>
            {drawing(words, seen)}
            {twin(words, seen)}
            {extensions(words, &seen.over_time.extensions)}
        </section>
    })
}

/// How many had finished by the end of each month in which anybody did.
fn months(seen: &Overview) -> Vec<(NaiveDate, u32)> {
    let mut sum = 0;
    let mut months: BTreeMap<(i32, u32), (NaiveDate, u32)> = BTreeMap::new();
    for (begins, finished) in &seen.over_time.weeks {
        sum += finished;
        let last = (begins.date() + chrono::Days::new(6)).min(seen.today);
        months.insert((last.year(), last.month()), (last, sum));
    }
    months.into_values().collect()
}

/// Where days and counts lie.
struct Frame {
    first: NaiveDate,
    days: i64,
    scale: BarScale,
}

impl Frame {
    fn of(seen: &Overview) -> Self {
        let first = seen.programme.starts_on;
        let ends = seen.programme.ends_on.into_iter();
        let moved = seen.over_time.extensions.iter();
        let ends = ends.chain(moved.flat_map(|one| [one.from, one.to]).flatten());
        let last = ends.chain([seen.today]).max().unwrap_or(seen.today);
        let high = seen.prospect.range().map_or(0, |(_, high)| high);
        Self {
            first,
            days: (last - first).num_days().max(1),
            scale: BarScale::holding([high, seen.totals.heads_finished]),
        }
    }

    fn x(&self, day: NaiveDate) -> i64 {
        ((day - self.first).num_days() * WIDTH / self.days).clamp(0, WIDTH)
    }

    fn y(&self, count: u32) -> i64 {
        HEAD + HEIGHT - i64::from(self.scale.permille(count)) * HEIGHT / 1_000
    }
}

fn drawing(words: Words, seen: &Overview) -> impl IntoView + use<> {
    let frame = Frame::of(seen);
    let (left, right) = (0, WIDTH);
    let bottom = HEAD + HEIGHT;
    // Steps: nobody finishes between two weeks.
    let mut line = format!("M{left} {bottom}");
    let mut sum = 0;
    for (begins, finished) in &seen.over_time.weeks {
        sum += finished;
        line.push_str(&format!(" H{} V{}", frame.x(begins.date()), frame.y(sum)));
    }
    let today = frame.x(seen.today);
    line.push_str(&format!(" H{today}"));
    let describe = words.say_with(
        "over-time-described",
        [
            ("count", seen.totals.heads_finished.into()),
            ("date", words.day(seen.today).into()),
        ],
    );
    let top = seen.totals.heads_finished.max(1);
    let level = frame.y(top);
    view! {
        <svg class="over-time" viewBox=format!("-44 0 {} {}", WIDTH + 56, HEAD + HEIGHT + 28) role="img"
            aria-labelledby="over-time-name over-time-what">
            <title id="over-time-name">{words.say("over-time-title")}</title>
            <desc id="over-time-what">{describe}</desc>
            <path class="ground" d=format!("M{left} {HEAD}V{bottom}H{right}")></path>
            <text class="axis" x="-8" y=bottom text-anchor="end">"0"</text>
            <text class="axis" x="-8" y=level + 4 text-anchor="end">{seen.totals.heads_finished}</text>
            {marks(words, seen, &frame)}
            {fan(seen, &frame)}
            <path class="line" d=line></path>
            <text class="axis" x=left y=bottom + 20>{words.day(frame.first)}</text>
        </svg>
    }
}

/// The end date, and the ends that were set before it.
fn marks(words: Words, seen: &Overview, frame: &Frame) -> impl IntoView + use<> {
    let bottom = HEAD + HEIGHT;
    let earlier = seen
        .over_time
        .extensions
        .iter()
        .filter_map(|one| one.from)
        .filter(|day| Some(*day) != seen.programme.ends_on)
        .map(|day| {
            let x = frame.x(day);
            let said = words.say_with("over-time-earlier-end", [("date", words.day(day).into())]);
            view! {
                <path class="earlier" d=format!("M{x} {HEAD}V{bottom}")></path>
                <text class="axis" x=x - 6 y="14" text-anchor="end">{said}</text>
            }
        })
        .collect_view();
    let end = seen.programme.ends_on.map(|day| {
        let x = frame.x(day);
        view! {
            <path class="end" d=format!("M{x} {HEAD}V{bottom}")></path>
            <text class="axis" x=x y=bottom + 20 text-anchor="end">{words.day(day)}</text>
        }
    });
    view! { {earlier} {end} }
}

/// From where the count is to where it will probably be.
fn fan(seen: &Overview, frame: &Frame) -> Option<impl IntoView + use<>> {
    let (low, high) = seen.prospect.range()?;
    let (from, to) = (frame.x(seen.today), frame.x(seen.programme.ends_on?));
    let (count, low, high) = (
        frame.y(seen.totals.heads_finished),
        frame.y(low),
        frame.y(high),
    );
    Some(view! {
        <path class="fan" d=format!("M{from} {count}L{to} {high}V{low}Z")></path>
        <path class="whisker" d=format!("M{to} {high}V{low}M{} {high}h10M{} {low}h10", to - 5, to - 5)></path>
    })
}

fn twin(words: Words, seen: &Overview) -> impl IntoView + use<> {
    let rows = months(seen)
        .into_iter()
        .map(|(until, sum)| {
            view! { <tr><th scope="row">{words.day(until)}</th><td class="number">{sum}</td></tr> }
        })
        .collect_view();
    view! {
        <details class="definition-note">
            <summary>{words.say("as-table")}</summary>
            <table class="data-table">
                <thead>
                    <tr>
                        <th scope="col">{words.say("column-until")}</th>
                        <th scope="col" class="number">{words.say("column-finished")}</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </details>
    }
}

/// Every decision that moved the end.
fn extensions(words: Words, moved: &[Extension]) -> Option<impl IntoView + use<>> {
    if moved.is_empty() {
        return None;
    }
    let items = moved
        .iter()
        .map(|one| {
            let day = |day: Option<NaiveDate>| {
                day.map_or_else(|| words.say("no-end-date"), |day| words.day(day))
            };
            let said = words.say_with(
                "end-moved",
                [
                    ("from", day(one.from).into()),
                    ("to", day(one.to).into()),
                    ("date", words.day_of(one.at).into()),
                ],
            );
            let by = one
                .by
                .as_ref()
                .map(|name| words.say_with("end-moved-by", [("name", name.as_str().into())]));
            let under = [by, Some(one.reason.clone())];
            let under: Vec<String> = under
                .into_iter()
                .flatten()
                .filter(|text| !text.is_empty())
                .collect();
            view! { <li>{said} <span class="under">{under.join(" · ")}</span></li> }
        })
        .collect_view();
    Some(view! {
        <h3>{words.say("end-moved-title")}</h3>
        <ul class="attention">{items}</ul>
    })
}
