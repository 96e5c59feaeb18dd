//! Colleagues by units: an icon, a colour and a hidden word in every cell.

use domain::cascade::Rule;
use domain::language::Language;
use leptos::prelude::*;
use services::course::{Edition, UnitPlace};
use services::institution::{InstitutionPage, Line, Matrix, PAGE, People, UnitState};

use crate::components::icon::Icon;
use crate::components::pagination::Pagination;
use crate::components::person_name::PersonName;
use crate::components::status_word::{StatusWord, Tone};
use crate::components::table_foot::TableFoot;
use crate::i18n::Words;
use crate::markup::IntoMarkup;

/// The matrix of the chosen course; nothing before the first cohort.
pub(super) fn section(
    words: Words,
    seen: &InstitutionPage,
    people: &People,
) -> Option<impl IntoView + use<>> {
    let matrix = people.matrix.as_ref()?;
    let (id, programme) = (seen.institution.id, seen.programme.id);
    let version = matrix.edition.version;
    let about = words.say_with(
        "matrix-about",
        [(
            "course",
            matrix.edition.contents(words.0).title.as_str().into(),
        )],
    );
    let body = if matrix.lines.is_empty() {
        view! { <p class="quiet-text">{words.say("matrix-empty")}</p> }.into_markup()
    } else {
        view! { {table(words, matrix, about)} {legend(words, matrix)} }.into_markup()
    };
    let address = format!("/institutions/{id}?programme={programme}&course={version}&");
    let shown = matrix.lines.len() as u64;
    let files = Some((
        format!("/institutions/{id}/matrix"),
        format!("?programme={programme}&course={version}"),
    ));
    Some(view! {
        <section class="section">
            <h2 id="colleagues">{words.say("matrix-title")}</h2>
            {courses(words, seen, matrix)}
            {body}
            <Pagination
                words
                page=matrix.page
                size=PAGE
                shown
                more=matrix.page * PAGE + shown < matrix.count
                of=Some(matrix.count)
                address
            />
            <TableFoot words rules=vec![Rule::WhoCounts] files/>
        </section>
    })
}

/// The way to the matrices of the institution's other courses.
fn courses(words: Words, seen: &InstitutionPage, matrix: &Matrix) -> Option<impl IntoView + use<>> {
    if matrix.others.is_empty() {
        return None;
    }
    let (id, programme) = (seen.institution.id, seen.programme.id);
    let option = |edition: &Edition, chosen: bool| {
        let name = words.say_with(
            "course-version",
            [
                ("course", edition.contents(words.0).title.clone().into()),
                ("number", edition.number.into()),
            ],
        );
        view! { <option value=edition.version.to_string() selected=chosen>{name}</option> }
    };
    let chosen = option(&matrix.edition, true);
    let others = matrix
        .others
        .iter()
        .map(|edition| option(edition, false))
        .collect_view();
    Some(view! {
        <form class="filters no-print" method="get" action=format!("/institutions/{id}")>
            <input type="hidden" name="programme" value=programme.to_string()/>
            <div class="field">
                <label for="course">{words.say("matrix-course")}</label>
                <select id="course" name="course">{chosen}{others}</select>
            </div>
            <button class="button">{words.say("show-do")}</button>
        </form>
    })
}

fn table(words: Words, matrix: &Matrix, about: String) -> impl IntoView + use<> {
    let headings = matrix
        .units
        .iter()
        .map(|place| {
            let title = unit_title(&matrix.edition, *place, words.0);
            view! { <th scope="col"><abbr title=title>{unit_number(*place)}</abbr></th> }
        })
        .collect_view();
    let lines = matrix
        .lines
        .iter()
        .map(|one| line(words, one))
        .collect_view();
    view! {
        <div class="table-scroll" role="region" aria-labelledby="matrix-about" tabindex="0">
            <table class="matrix">
                <caption id="matrix-about">{about}</caption>
                <thead><tr><td></td>{headings}</tr></thead>
                <tbody>{lines}</tbody>
            </table>
        </div>
    }
}

fn line(words: Words, line: &Line) -> impl IntoView + use<> {
    let cells = line
        .states
        .iter()
        .zip(&line.owed)
        .map(|(state, owed)| {
            let (class, icon, word) = look(*state, *owed);
            view! {
                <td class=class>
                    <Icon name=icon/>
                    <span class="visually-hidden">{words.say(word)}</span>
                </td>
            }
        })
        .collect_view();
    let withdrawn = line.colleague.withdrawn.then(|| {
        view! { " " <StatusWord tone=Tone::Quiet icon="withdrawn" word=words.say("state-withdrawn")/> }
    });
    view! {
        <tr>
            <th scope="row">
                <PersonName person=line.colleague.person name=line.colleague.name.clone() open=line.open/>
                {withdrawn}
            </th>
            {cells}
        </tr>
    }
}

/// What was done is shown wherever it was done; what is not owed and was not opened stands back.
fn look(state: Option<UnitState>, owed: bool) -> (&'static str, &'static str, &'static str) {
    match state {
        Some(UnitState::Completed(_)) => ("done", "done", "state-done"),
        Some(UnitState::Opened) => ("progress", "progress", "state-progress"),
        None if owed => ("none", "none", "state-none"),
        None => ("outside", "outside", "track-outside-state"),
    }
}

fn legend(words: Words, matrix: &Matrix) -> impl IntoView + use<> {
    let outside = matrix
        .lines
        .iter()
        .any(|line| line.owed.contains(&false))
        .then(|| {
            let word = words.say("track-outside-state");
            view! { <li><StatusWord tone=Tone::Quiet icon="outside" word/></li> }
        });
    view! {
        <ul class="legend">
            <li><StatusWord tone=Tone::Done icon="done" word=words.say("state-done")/></li>
            <li><StatusWord tone=Tone::Progress icon="progress" word=words.say("state-progress")/></li>
            <li><StatusWord tone=Tone::Quiet icon="none" word=words.say("state-none")/></li>
            {outside}
        </ul>
    }
}

/// "2.1": the module's place and the unit's place in it.
pub(in crate::pages) fn unit_number(place: UnitPlace) -> String {
    format!("{}.{}", place.module + 1, place.unit + 1)
}

/// A unit's title.
pub(in crate::pages) fn unit_title(
    edition: &Edition,
    place: UnitPlace,
    language: Language,
) -> String {
    edition.at(place, language).1.title.clone()
}
