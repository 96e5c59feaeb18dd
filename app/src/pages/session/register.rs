//! `/cohorts/{id}/sessions/{id}/register`: who was there.

use axum::response::Response;
use domain::ids::{CohortId, SessionId};
use domain::session::attendance::Source;
use leptos::prelude::*;
use services::sessions::{Line, Register};

use super::words::when;
use crate::address::At;
use crate::components::breadcrumb::Breadcrumb;
use crate::components::empty_state::EmptyState;
use crate::components::field::{SelectField, TextField};
use crate::components::notice::FlashNotice;
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
    let register =
        services::sessions::register(visit.services(), &visit.actor(), cohort, session, words.0)
            .await?;
    let title = words.say_with(
        "register-title",
        [("day", words.day(register.session.on_day).into())],
    );
    let flash = visit.flash.clone();
    Ok(visit.page(&title, || {
        let back = format!("/cohorts/{cohort}");
        let above = vec![
            ("/cohorts".to_owned(), words.say("cohorts-title")),
            (back.clone(), register.cohort.title.clone()),
            (format!("{back}/sessions/{session}"), words.day(register.session.on_day)),
        ];
        let body = if register.people.is_empty() {
            let action = (format!("{back}/enrol"), words.say("cohort-enrol"));
            view! { <EmptyState title=words.say("cohort-empty") what=words.say("cohort-empty-what") action/> }
                .into_markup()
        } else if register.session.cancelled.is_some() {
            view! { <p>{words.say("problem-session_cancelled")}</p> }.into_markup()
        } else if register.due {
            form(words, &flash, &register).into_markup()
        } else {
            view! { <p>{words.say("register-not-yet")}</p> }.into_markup()
        };
        view! {
            <main id="main" class="page narrow" tabindex="-1">
                <Breadcrumb words above here=title.clone()/>
                <header class="page-title">
                    <p class="over">{when(words, &register.session)}</p>
                    <h1>{title.clone()}</h1>
                    <p class="lead">{words.say("register-lead")}</p>
                </header>
                <FlashNotice words flash=flash.clone()/>
                {body}
            </main>
        }
    }))
}

fn form(words: Words, flash: &Flash, register: &Register) -> impl IntoView + use<> {
    let typed = Typed::of(flash);
    let people = register
        .people
        .iter()
        .map(|line| person(line, &typed))
        .collect_view();
    // A register that was taken back corrects nothing when it is kept anew.
    let recorded = register.session.delivered_at.is_some()
        && register.people.iter().any(|line| line.present.is_some());
    let reason = recorded.then(|| {
        view! {
            <TextField words flash=flash.clone() name="reason" label=words.say("register-reason")
                hint=words.say("register-reason-hint") required=false/>
        }
    });
    let sources = Source::OF_TRAINERS
        .iter()
        .map(|one| {
            (
                one.code().to_owned(),
                words.say(&format!("source-{}", one.code())),
            )
        })
        .collect();
    let action = format!(
        "/cohorts/{}/sessions/{}/register",
        register.cohort.id, register.session.id
    );
    view! {
        <form class="form" method="post" action=action>
            <fieldset class="group" id="present">
                <legend>{words.say("register-present")}</legend>
                {people}
            </fieldset>
            <SelectField words flash=flash.clone() name="source" label=words.say("register-source")
                options=sources value=Source::TrainerList.code()/>
            {reason}
            <div class="actions"><button class="button primary">{words.say("register-record")}</button></div>
        </form>
    }
}

/// What a refused form had changed.
struct Typed {
    ticked: String,
    unticked: String,
}

impl Typed {
    fn of(flash: &Flash) -> Self {
        Self {
            ticked: flash.value("ticked", ""),
            unticked: flash.value("unticked", ""),
        }
    }

    /// Whether a person's box is ticked: as the form had it, or else as recorded.
    fn ticks(&self, id: &str, line: &Line) -> bool {
        let among = |ids: &str| ids.split(' ').any(|one| one == id);
        !among(&self.unticked) && (among(&self.ticked) || line.present == Some(true))
    }
}

/// A person's line.
fn person(line: &Line, typed: &Typed) -> impl IntoView + use<> {
    let id = line.person.to_string();
    let checked = typed.ticks(&id, line);
    // A line that is left as it was says nothing: somebody may check in while this page is open.
    let was = line.present.map(|present| {
        let name = if present { "was-present" } else { "was-absent" };
        view! { <input type="hidden" name=name value=id.clone()/> }
    });
    view! {
        <label class="choice">
            <input type="hidden" name="person" value=id.clone()/>
            {was}
            <input type="checkbox" name="present" value=id checked=checked/>
            <span><bdi>{line.name.clone()}</bdi></span>
        </label>
    }
}
