//! The outline of a unit: a stepped line of its five parts, filled as the learner goes.

use domain::course::Part;
use domain::progress::{State, UnitProgress, minutes_left, part_state};
use leptos::prelude::*;

use super::Sheet;
use crate::components::icon::Icon;
use crate::markup::{IntoMarkup, Markup};

/// The outline beside the text.
pub(super) fn outline(sheet: &Sheet<'_>) -> impl IntoView + use<> {
    let words = sheet.words;
    let edition = &sheet.view.edition;
    let (module, _) = edition.at(sheet.view.place, words.0);
    let number = words.say_with(
        "module-number",
        [("module", (sheet.view.place.module + 1).into())],
    );
    let above = format!("/courses/{}/{}", edition.slug, module.slug);
    view! {
        <nav class="outline" aria-label=words.say("parts-of-unit")>
            <div class="outline-inner">
                <p class="outline-title"><a href=above>{number}</a></p>
                <ol class="steps" id="outline-steps">{steps(sheet)}</ol>
            </div>
        </nav>
    }
}

/// The five steps.
pub(super) fn steps(sheet: &Sheet<'_>) -> Markup {
    let now_at = current(sheet);
    Part::ALL
        .iter()
        .map(|part| {
            let done = state(sheet, *part) == Some(State::Complete);
            let current = now_at == Some(*part);
            let class = if done {
                "done"
            } else if current {
                "current"
            } else {
                ""
            };
            let name = sheet.words.say(&format!("part-{}", part.code()));
            view! {
                <li class=class>
                    <a href=format!("#{}", part.code()) aria-current=current.then_some("step")>
                        {name}
                        <span class="under">{under(sheet, *part, done)}</span>
                    </a>
                </li>
            }
        })
        .collect_view()
        .into_markup()
}

/// The line under a step: done, or how long it takes.
fn under(sheet: &Sheet<'_>, part: Part, done: bool) -> impl IntoView + use<> {
    let words = sheet.words;
    let said = match part {
        _ if done => Some(words.say(&format!("part-done-{}", part.code()))),
        Part::Extra => Some(words.say("part-optional")),
        _ => part_minutes(sheet, part).map(|n| words.say_with("minutes-short", [("n", n.into())])),
    };
    view! { {done.then(|| view! { <Icon name="done"/> })} {said} }
}

/// How far the learner is in a part; nothing for a visitor.
fn state(sheet: &Sheet<'_>, part: Part) -> Option<State> {
    Some(part_state(sheet.shape, &sheet.record()?.progress, part))
}

/// The first part that is still to do.
fn current(sheet: &Sheet<'_>) -> Option<Part> {
    let to_do = |part: &&Part| {
        part.is_required() && state(sheet, **part).is_some_and(|s| s != State::Complete)
    };
    Part::ALL.iter().find(to_do).copied()
}

/// What a part takes: the minutes that would be saved if it were done.
pub(super) fn part_minutes(sheet: &Sheet<'_>, part: Part) -> Option<u64> {
    let shape = sheet.shape;
    let mut without = UnitProgress::default();
    match part {
        Part::Content => {
            without.blocks_seen = shape.blocks.iter().map(|block| block.id.clone()).collect()
        }
        Part::Activity => return Some(u64::from(shape.activity_minutes)),
        Part::Thinking => without.answered = shape.questions.iter().cloned().collect(),
        Part::Scope | Part::Extra => return None,
    }
    let all = minutes_left(shape, &UnitProgress::default());
    Some(all.saturating_sub(minutes_left(shape, &without)).max(1))
}

/// On phones: the bar below the part that is being read, to the one before and the one after; the
/// outline opens from it.
pub(super) fn bar(sheet: &Sheet<'_>, part: Part) -> impl IntoView + use<> {
    let words = sheet.words;
    let index = Part::ALL
        .iter()
        .position(|other| *other == part)
        .unwrap_or_default();
    let name = |part: Part| words.say(&format!("part-{}", part.code()));
    let way = |to: Option<&Part>, icon: &'static str, key: &str| match to {
        Some(to) => {
            let label = words.say_with(
                if key == "back" {
                    "to-part-before"
                } else {
                    "to-part-after"
                },
                [("part", name(*to).into())],
            );
            view! { <a href=format!("#{}", to.code()) aria-label=label><Icon name=icon/></a> }
                .into_markup()
        }
        None => view! { <span><Icon name=icon/></span> }.into_markup(),
    };
    let before = index.checked_sub(1).and_then(|index| Part::ALL.get(index));
    let after = Part::ALL.get(index + 1);
    let here = words.say_with(
        "part-of",
        [
            ("part", name(part).into()),
            ("n", (index + 1).into()),
            ("all", Part::ALL.len().into()),
        ],
    );
    let said = here.clone();
    view! {
        <nav class="part-bar" aria-label=here>
            {way(before, "back", "back")}
            <details>
                <summary>{said}</summary>
                <ol class="steps">{steps(sheet)}</ol>
            </details>
            {way(after, "forward", "forward")}
        </nav>
    }
}
