//! `/cohorts/{id}/sessions/{id}/evidence`: what shows that a session took place.

mod files;
pub mod remove;

pub(crate) use files::size;

use axum::response::Response;
use domain::cascade::Rule;
use domain::cascade::evidence::{EvidenceKind, Piece};
use domain::ids::{CohortId, EvidenceId, SessionId};
use leptos::prelude::*;
use services::evidence::EvidencePage;

use crate::address::At;
use crate::components::breadcrumb::Breadcrumb;
use crate::components::definition_note::DefinitionNote;
use crate::components::field::{Labelled, SelectField, problem_sentence};
use crate::components::notice::FlashNotice;
use crate::components::pack_table::PackTable;
use crate::components::status_word::{StatusWord, Tone};
use crate::download;
use crate::error::Failure;
use crate::flash::Flash;
use crate::i18n::Words;
use crate::markup::IntoMarkup;
use crate::visit::Visit;

/// The page.
///
/// # Errors
/// [`Failure::NotFound`] when the session is none of the asker's business.
pub async fn get(
    visit: Visit,
    At((cohort, session)): At<(CohortId, SessionId)>,
) -> Result<Response, Failure> {
    let words = visit.words;
    let page = services::evidence::page(visit.services(), &visit.actor(), cohort, session).await?;
    let day = words.day(page.session.on_day);
    let title = words.say_with("evidence-title", [("day", day.clone().into())]);
    let flash = visit.flash.clone();
    Ok(visit.page(&title, || {
        let above = vec![
            ("/cohorts".to_owned(), words.say("cohorts-title")),
            (format!("/cohorts/{cohort}"), page.cohort.title.clone()),
            (format!("/cohorts/{cohort}/sessions/{session}"), day),
        ];
        let attach = if page.due {
            form(words, &page, &flash).into_markup()
        } else {
            view! { <p class="quiet-text">{words.say("evidence-not-yet")}</p> }.into_markup()
        };
        view! {
            <main id="main" class="page" tabindex="-1">
                <Breadcrumb words above here=title.clone()/>
                <header class="page-title">
                    <p class="over"><bdi>{page.cohort.title.clone()}</bdi></p>
                    <h1>{title.clone()}</h1>
                    <p class="lead">{words.say("evidence-lead")}</p>
                </header>
                <FlashNotice words flash=flash.clone()/>
                {needed(words, &page)}
                {files::section(words, &page)}
                {attach}
                {pack(words, &page, &flash)}
            </main>
        }
    }))
}

/// The address of a session's evidence.
pub(super) fn address(cohort: CohortId, session: SessionId) -> String {
    format!("/cohorts/{cohort}/sessions/{session}/evidence")
}

/// What the session needs, and whether it is there.
fn needed(words: Words, page: &EvidencePage) -> impl IntoView + use<> {
    let pieces = page
        .pieces
        .iter()
        .map(|(piece, there)| {
            let name = words.say(&format!("evidence-piece-{}", piece.code()));
            let (status, what) = if *there {
                let word = words.say("evidence-there");
                (
                    view! { <StatusWord tone=Tone::Done icon="done" word/> },
                    None,
                )
            } else {
                let word = words.say("evidence-missing");
                let what = words.say(&format!("evidence-missing-{}", piece.code()));
                (
                    view! { <StatusWord tone=Tone::Progress icon="warning" word/> },
                    Some(view! { <p class="quiet-text">{what}</p> }),
                )
            };
            view! { <dt>{name}</dt> <dd>{status}{what}</dd> }
        })
        .collect_view();
    let lacks_attendance = page.pieces.contains(&(Piece::Attendance, false));
    let register = (page.due && lacks_attendance).then(|| {
        let href = format!("/cohorts/{}/sessions/{}/register", page.cohort.id, page.session.id);
        view! { <div class="actions"><a class="button" href=href>{words.say("evidence-register")}</a></div> }
    });
    view! {
        <section class="section">
            <h2>{words.say("evidence-needed")}</h2>
            <dl class="facts">{pieces}</dl>
            {register}
            <DefinitionNote words rules=vec![Rule::Evidence]/>
        </section>
    }
}

fn form(words: Words, page: &EvidencePage, flash: &Flash) -> impl IntoView + use<> {
    let problem = flash
        .problem("file")
        .map(|problem| problem_sentence(words, problem));
    let described = if problem.is_some() {
        "file-hint file-problem"
    } else {
        "file-hint"
    };
    let invalid = problem.is_some().then_some("true");
    let options = EvidenceKind::ALL
        .iter()
        .map(|kind| {
            let code = kind.code();
            (code.to_owned(), words.say(&format!("evidence-kind-{code}")))
        })
        .collect();
    let action = address(page.cohort.id, page.session.id);
    view! {
        <section class="section">
            <h2>{words.say("evidence-attach")}</h2>
            <form class="form" method="post" action=action enctype="multipart/form-data">
                <SelectField words flash=flash.clone() name="kind" label=words.say("evidence-kind") options value="register"/>
                <Labelled name="file" label=words.say("evidence-file") hint=Some(words.say("evidence-file-hint")) problem>
                    <input id="file" name="file" type="file" required accept=".pdf,.jpg,.jpeg,.png"
                        aria-describedby=described aria-invalid=invalid/>
                </Labelled>
                <div class="actions"><button class="button primary">{words.say("evidence-attach-do")}</button></div>
            </form>
        </section>
    }
}

/// The session's packs, and the button that makes one.
fn pack(words: Words, page: &EvidencePage, flash: &Flash) -> Option<impl IntoView + use<>> {
    page.session.delivered_at?;
    let address = address(page.cohort.id, page.session.id);
    let action = format!(
        "/cohorts/{}/sessions/{}/packs",
        page.cohort.id, page.session.id
    );
    let problem = flash.problem("pack").map(|problem| {
        view! { <p class="field-error" id="pack">{problem_sentence(words, problem)}</p> }
    });
    let table = (!page.packs.is_empty()).then(|| {
        view! { <PackTable words packs=page.packs.clone() may_make=true here=address/> }
    });
    Some(view! {
        <section class="section" id="packs">
            <h2>{words.say("packs-session-title")}</h2>
            <p>{words.say("packs-session-what")}</p>
            {problem}
            <form class="form" method="post" action=action>
                <div class="actions"><button class="button">{words.say("packs-session-make")}</button></div>
            </form>
            {table}
        </section>
    })
}

/// `/cohorts/{id}/sessions/{id}/evidence/{id}`: a file, as it was attached.
///
/// # Errors
/// [`Failure::NotFound`] when there is no such file, or it is none of the asker's business.
pub async fn fetch(
    visit: Visit,
    At((cohort, session, file)): At<(CohortId, SessionId, EvidenceId)>,
) -> Result<Response, Failure> {
    let (file, pieces) =
        services::evidence::fetch(visit.services(), &visit.actor(), (cohort, session), file)
            .await?;
    let (stem, ending) = file.name.rsplit_once('.').unwrap_or((&file.name, "bin"));
    Ok(download::kept(
        stem,
        ending,
        &file.media_type,
        file.bytes,
        pieces,
    ))
}
