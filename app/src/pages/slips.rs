//! `/cohorts/{id}/slips`: codes on paper, for colleagues without mail.

use axum::response::Response;
use documents::qr::qr;
use domain::ids::CohortId;
use leptos::prelude::*;
use services::invitations::{Joining, Slip, joining};

use crate::address::At;
use crate::components::icon::Icon;
use crate::components::notice::FlashNotice;
use crate::error::Failure;
use crate::i18n::Words;
use crate::visit::Visit;

/// Who would get a slip, and the button that makes them.
///
/// # Errors
/// When the cohort is none of the asker's business.
pub async fn get(visit: Visit, At(cohort): At<CohortId>) -> Result<Response, Failure> {
    let joining = joining(visit.services(), &visit.actor(), cohort).await?;
    let (words, flash) = (visit.words, visit.flash.clone());
    let title = words.say("slips-title");
    let (here, back) = (
        format!("/cohorts/{cohort}/slips"),
        format!("/cohorts/{cohort}"),
    );
    Ok(visit.page(&title.clone(), || {
        let waiting = joining.waiting;
        let replaced = (joining.have_codes > 0).then(|| {
            let sentence = words.say_with("slips-replaced", [("count", joining.have_codes.into())]);
            view! { <div class="notice warning"><Icon name="warning"/><div><p>{sentence}</p></div></div> }
        });
        let make = (waiting > 0).then(|| {
            view! {
                <p>{words.say("slips-what")}</p>
                {replaced}
                <form class="form" method="post" action=here>
                    <button class="button primary">
                        {words.say_with("slips-make", [("count", waiting.into())])}
                    </button>
                </form>
            }
        });
        let nobody = (waiting == 0).then(|| {
            view! {
                <div class="actions">
                    <a class="button primary" href=format!("{back}/enrol")>{words.say("cohort-enrol")}</a>
                    <a class="button" href=back.clone()>{words.say("result-to-cohort")}</a>
                </div>
            }
        });
        view! {
            <main id="main" class="page text" tabindex="-1">
                <header class="page-title">
                    <p class="over">{joining.institution.clone()}", "<a href=back>{joining.title.clone()}</a></p>
                    <h1>{title}</h1>
                    <p class="lead">{words.say_with("slips-waiting", [("count", waiting.into())])}</p>
                    {nobody}
                </header>
                <FlashNotice words flash/>
                {make}
            </main>
        }
    }))
}

/// The slips, ready to print. They are shown once: only hashes of the codes are kept.
pub(crate) fn made(
    visit: &Visit,
    cohort: CohortId,
    joining: &Joining,
    slips: Vec<Slip>,
) -> Response {
    let words = visit.words;
    let title = words.say("slips-title");
    let site = visit.services().settings.public_url.clone();
    let back = format!("/cohorts/{cohort}");
    let count = slips.len();
    let institution = joining.institution.clone();
    let cohort_title = joining.title.clone();
    visit.page(&title.clone(), || {
        let slips = slips
            .into_iter()
            .map(|slip| view! { <li class="slip">{one(words, &site, &institution, slip)}</li> })
            .collect_view();
        view! {
            <main id="main" class="page" tabindex="-1">
                <header class="page-title no-print">
                    <p class="over">{institution.clone()}", "<a href=back>{cohort_title}</a></p>
                    <h1>{title}</h1>
                    <p class="lead">{words.say_with("slips-made", [("count", count.into())])}</p>
                </header>
                <ul class="slips">{slips}</ul>
            </main>
        }
    })
}

fn one(words: Words, site: &str, institution: &str, slip: Slip) -> impl IntoView + use<> {
    let short = site
        .trim_start_matches("https://")
        .trim_start_matches("http://");
    let how = words.say_with("slip-how", [("place", format!("{short}/join").into())]);
    let qr = qr(&format!("{site}/join/{}", slip.code)).unwrap_or_default();
    view! {
        <p class="slip-name"><bdi>{slip.name}</bdi></p>
        <p>{institution.to_owned()}</p>
        <p class="slip-code">{slip.code}</p>
        <small>{how}</small>
        <div class="qr" inner_html=qr></div>
    }
}
