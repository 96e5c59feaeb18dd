//! The roster: progress and last activity on every row, and what can be done about each.

use domain::cascade::Rule;
use domain::cascade::help::Stage;
use domain::clock::Timestamp;
use leptos::prelude::*;
use services::cohorts::{CohortPage, Invited, LetterState, PER_PAGE, RosterLine};

use super::stage_word;
use crate::components::pagination::Pagination;
use crate::components::person_name::PersonName;
use crate::components::status_word::{StatusWord, Tone};
use crate::components::table_foot::TableFoot;
use crate::i18n::Words;
use crate::markup::IntoMarkup;
use crate::pages::courses::{other_language, tracks};
use crate::visit::Visit;

/// The roster's section of the cohort's page.
pub(super) fn section(
    visit: &Visit,
    page: &CohortPage,
    stage: Option<Stage>,
) -> impl IntoView + use<> {
    let words = visit.words;
    let id = page.cohort.id;
    let path = format!("/cohorts/{id}");
    let rows = page
        .roster
        .iter()
        .map(|line| row(visit, page, line))
        .collect_view();
    let shown = u64::try_from(page.roster.len()).unwrap_or_default();
    let more = page.page * PER_PAGE < page.total;
    let address = match stage {
        Some(stage) => format!("{path}?stage={}&", stage.code()),
        None => format!("{path}?"),
    };
    view! {
        <section class="section">
            <h2>{words.say("roster-title")}</h2>
            {filter(words, &path, stage)}
            <div class="table-scroll" role="region" aria-labelledby="roster" tabindex="0">
                <table class="data-table rows">
                    <caption id="roster">
                        {words.say_with("roster-count", [("count", page.total.into())])}
                    </caption>
                    <thead>
                        <tr>
                            <th scope="col" aria-sort="ascending">{words.say("name")}</th>
                            <th scope="col">{words.say("roster-progress")}</th>
                            <th scope="col">{words.say("roster-stage")}</th>
                            <th scope="col">{words.say("column-activity")}</th>
                            <th scope="col">{words.say("roster-invitation")}</th>
                            <th scope="col"><span class="visually-hidden">{words.say("actions")}</span></th>
                        </tr>
                    </thead>
                    <tbody>{rows}</tbody>
                </table>
            </div>
            <Pagination words page={page.page - 1} size=PER_PAGE shown more of={Some(page.total)} address/>
            <TableFoot words rules=vec![Rule::WhoCounts] files=Some((path, String::new()))/>
        </section>
    }
}

fn filter(words: Words, path: &str, chosen: Option<Stage>) -> impl IntoView + use<> {
    let stages = Stage::ALL
        .iter()
        .map(|stage| {
            let selected = chosen == Some(*stage);
            view! { <option value=stage.code() selected=selected>{stage_word(words, *stage)}</option> }
        })
        .collect_view();
    view! {
        <form class="filters" method="get" action=path.to_owned()>
            <div class="field">
                <label for="stage">{words.say("roster-show")}</label>
                <select id="stage" name="stage">
                    <option value="">{words.say("roster-everybody")}</option>
                    {stages}
                </select>
            </div>
            <button class="button">{words.say("show")}</button>
        </form>
    }
}

fn row(visit: &Visit, page: &CohortPage, roster: &RosterLine) -> impl IntoView + use<> {
    let words = visit.words;
    let line = &roster.line;
    let last = match line.last_activity {
        Some(at) => words.ago(at, visit.now()),
        None => words.say("nothing-yet"),
    };
    let reason = line.withdrawn.as_ref().map(|(_, reason)| {
        view! { <span class="under"><bdi>{reason.clone()}</bdi></span> }
    });
    view! {
        <tr>
            <th scope="row">
                <PersonName person=line.person name=line.name.clone() open=roster.open/>
                <span class="under">{roster.address.clone()}</span>
            </th>
            <td data-label=words.say("roster-progress")>
                <div>{progress(words, line.units_done, roster.units)}{track(words, page, roster)}</div>
            </td>
            <td data-label=words.say("roster-stage")><div>{stage(words, roster.stage)}{reason}</div></td>
            <td data-label=words.say("column-activity")>{last}</td>
            <td data-label=words.say("roster-invitation")>{invitation(words, roster.invited.as_ref(), visit.now())}</td>
            <td>{actions(words, page, roster)}</td>
        </tr>
    }
}

fn progress(words: Words, done: u32, units: usize) -> impl IntoView + use<> {
    let done = usize::try_from(done).unwrap_or(units).min(units);
    let width = (done * 100).checked_div(units).unwrap_or(0);
    view! {
        <div>
            <svg class="row-progress" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
                <rect class="ground" width="100" height="10"></rect>
                <rect class="bar" width=width height="10"></rect>
            </svg>
            {words.say_with("units-done", [("done", done.into()), ("units", units.into())])}
        </div>
    }
}

/// The track that somebody follows, with the way to another; nothing where the course has none.
fn track(words: Words, page: &CohortPage, roster: &RosterLine) -> Option<impl IntoView + use<>> {
    page.course.syllabus().choices().next()?;
    let line = &roster.line;
    let course = page.course.contents(words.0);
    let title = tracks::title(words, course, line.track.as_ref());
    let lang = line
        .track
        .is_some()
        .then(|| other_language(words, course.language));
    let (id, participation) = (page.cohort.id, line.participation);
    let change = (line.finished_at.is_none() && line.withdrawn.is_none()).then(|| {
        let name = words.say_with("track-change-of", [("name", line.name.clone().into())]);
        let href = format!("/cohorts/{id}/participations/{participation}/track");
        view! { " " <a href=href aria-label=name>{words.say("track-change")}</a> }
    });
    Some(view! { <span class="under"><span lang=lang.flatten()>{title}</span>{change}</span> })
}

fn stage(words: Words, stage: Stage) -> impl IntoView + use<> {
    let (tone, icon) = match stage {
        Stage::Invited => (Tone::Quiet, "none"),
        Stage::UnderWay => (Tone::Progress, "progress"),
        Stage::NeedsHelp => (Tone::Failed, "warning"),
        Stage::Finished => (Tone::Done, "done"),
        Stage::Withdrawn => (Tone::Quiet, "withdrawn"),
    };
    view! { <StatusWord tone icon word=stage_word(words, stage)/> }
}

/// Where an invitation stands, as the code of a sentence `invited-{code}`, and since when.
pub(super) fn invitation_state(
    invited: Option<&Invited>,
    now: Timestamp,
) -> (&'static str, Option<Timestamp>) {
    let Some(invited) = invited else {
        return ("none", None);
    };
    if let Some(at) = invited.used_at {
        return ("accepted", Some(at));
    }
    if let Some(at) = invited.revoked_at {
        return ("revoked", Some(at));
    }
    if now >= invited.expires_at {
        return ("expired", Some(invited.expires_at));
    }
    match invited.message {
        Some((LetterState::Sent, at)) => ("sent", Some(at)),
        Some((LetterState::Waiting, _)) => ("waiting", None),
        Some((LetterState::Failed, _)) => ("failed", None),
        _ if invited.has_code => ("slip", None),
        _ => ("not-sent", None),
    }
}

/// The sentence of an invitation's state.
pub(super) fn invitation_words(words: Words, invited: Option<&Invited>, now: Timestamp) -> String {
    let (code, since) = invitation_state(invited, now);
    let day = since.map(|at| words.day_of(at)).unwrap_or_default();
    words.say_with(&format!("invited-{code}"), [("day", day.into())])
}

fn invitation(words: Words, invited: Option<&Invited>, now: Timestamp) -> String {
    invitation_words(words, invited, now)
}

fn actions(words: Words, page: &CohortPage, roster: &RosterLine) -> impl IntoView + use<> {
    let id = page.cohort.id;
    let line = &roster.line;
    let named = |key: &str| {
        let name = line.name.clone();
        view! { {words.say(key)}<span class="visually-hidden">" "{name}</span> }
    };
    let participation = format!("/cohorts/{id}/participations/{}", line.participation);
    if line.withdrawn.is_some() {
        return view! {
            <div class="row-actions">
                <form method="post" action=format!("{participation}/bring-back")>
                    <button class="button small">{named("roster-bring-back")}</button>
                </form>
            </div>
        }
        .into_markup();
    }
    let open = roster
        .invited
        .as_ref()
        .filter(|one| one.used_at.is_none() && one.revoked_at.is_none());
    let letters = open.map(|one| {
        let again = if one.message.is_some() {
            "roster-resend"
        } else {
            "roster-send"
        };
        let post = |verb: &str| format!("/outbox/invitations/{}/{verb}", one.invitation);
        view! {
            <form method="post" action=post("resend")>
                <input type="hidden" name="back" value=format!("/cohorts/{id}")/>
                <button class="button small">{named(again)}</button>
            </form>
            <form method="post" action=post("revoke")>
                <input type="hidden" name="back" value=format!("/cohorts/{id}")/>
                <button class="button small">{named("roster-revoke")}</button>
            </form>
        }
    });
    let remind = (letters.is_none() && roster.stage == Stage::NeedsHelp).then(|| {
        view! {
            <form method="post" action=format!("{participation}/remind")>
                <button class="button small">{named("remind")}</button>
            </form>
        }
    });
    view! {
        <div class="row-actions">
            {letters}
            {remind}
            <a class="button small" href=format!("{participation}/withdraw")>{named("roster-withdraw")}</a>
        </div>
    }
    .into_markup()
}
