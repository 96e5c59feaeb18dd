//! Step 1: paste or drop.

use domain::ids::CohortId;
use leptos::prelude::*;
use services::enrolment::Prepared;

use crate::components::field::{Labelled, problem_sentence};
use crate::components::text_area::TextArea;
use crate::flash::Flash;
use crate::i18n::Words;
use crate::markup::IntoMarkup;

/// Names in the three scripts people have, in the layouts people have.
const EXAMPLE: &str = "Arta Hoxha <arta.hoxha@university.example>\n\
    \"Begić, Emir\" <emir.begic@university.example>; lejla@university.example\n\
    Ђорђе Петровић\tdjordje.petrovic@university.example";

/// The step; once there is a list it is folded away, with "Start again" beside it.
pub(super) fn step(
    words: Words,
    cohort: CohortId,
    prepared: Option<&Prepared>,
    flash: &Flash,
    roster: String,
) -> impl IntoView + use<> {
    let form = form(words, cohort, prepared.is_some(), flash, roster);
    let body = match prepared {
        None => form.into_markup(),
        Some(prepared) => {
            let open = !flash.problems.is_empty() && flash.problem("confirm").is_none();
            let read = words.say_with("enrol-rows-read", [("count", prepared.rows.len().into())]);
            view! {
                <p>{read}</p>
                <details open=open>
                    <summary>{words.say("enrol-paste-other")}</summary>
                    {form}
                </details>
                <form method="post" action=format!("/cohorts/{cohort}/enrol/start-again")>
                    <button class="button quiet">{words.say("enrol-start-again")}</button>
                </form>
            }
            .into_markup()
        }
    };
    view! {
        <section class="enrol-step" id="paste" aria-labelledby="paste-title">
            <h2 id="paste-title">{words.say("enrol-step-paste")}</h2>
            {body}
        </section>
    }
}

fn form(
    words: Words,
    cohort: CohortId,
    replaces: bool,
    flash: &Flash,
    roster: String,
) -> impl IntoView + use<> {
    let problem = |field: &str| {
        flash
            .problem(field)
            .map(|problem| problem_sentence(words, problem))
    };
    let (in_text, in_file) = (problem("roster"), problem("file"));
    let described = if in_text.is_some() {
        "roster-hint roster-problem"
    } else {
        "roster-hint"
    };
    let invalid = in_text.is_some();
    let file_described = if in_file.is_some() {
        "file-hint file-problem"
    } else {
        "file-hint"
    };
    let file_invalid = in_file.is_some().then_some("true");
    let button = if replaces {
        "enrol-check-instead"
    } else {
        "enrol-check-list"
    };
    let class = if replaces { "button" } else { "button primary" };
    let example = (!replaces).then(|| {
        view! { <p class="hint">{words.say("enrol-example")}</p> <pre class="paste-example" translate="no">{EXAMPLE}</pre> }
    });
    let warning = replaces.then(|| view! { <p class="hint">{words.say("enrol-replaces")}</p> });
    view! {
        <form class="form" method="post" action=format!("/cohorts/{cohort}/enrol") enctype="multipart/form-data">
            <div class="paste-field">
                <Labelled name="roster" label=words.say("enrol-roster") hint=Some(words.say("enrol-roster-hint")) problem=in_text>
                    <TextArea name="roster" value=roster rows=12 described_by=described invalid/>
                </Labelled>
            </div>
            {example}
            <Labelled name="file" label=words.say("enrol-file") hint=Some(words.say("enrol-file-hint")) problem=in_file>
                <input id="file" name="file" type="file" accept=".csv,.txt,.tsv,.xlsx,.xls,.ods"
                    aria-describedby=file_described aria-invalid=file_invalid/>
            </Labelled>
            {warning}
            <div class="actions"><button class=class>{words.say(button)}</button></div>
        </form>
    }
}
