//! `/programme/follow-up`: how many of a programme's colleagues did what they promised.

use axum::extract::Query;
use axum::response::Response;
use leptos::prelude::*;
use services::follow_up::in_programme;
use services::sight::Sight;

use super::Asked;
use crate::components::breadcrumb::Breadcrumb;
use crate::components::follow_up_counts::FollowUpCounts;
use crate::error::Failure;
use crate::visit::Visit;

/// The page.
///
/// # Errors
/// [`Failure::NotFound`] when the programme is none of the asker's business.
pub async fn get(visit: Visit, Query(asked): Query<Asked>) -> Result<Response, Failure> {
    let id = asked.programme(&visit)?;
    let (rounds, sight) = in_programme(visit.services(), &visit.actor(), id).await?;
    let words = visit.words;
    let title = words.say("follow-up-programme");
    Ok(visit.page(&title.clone(), || {
        let above = vec![(format!("/programme?id={id}"), words.say("place-programme"))];
        let observing = (sight == Sight::Figures)
            .then(|| view! { <p class="definition-note">{words.say("figures-only")}</p> });
        view! {
            <main id="main" class="page" tabindex="-1">
                <Breadcrumb words above here=title.clone()/>
                <header class="page-title">
                    <h1>{title}</h1>
                    <p class="lead">{words.say("follow-up-programme-lead")}</p>
                    {observing}
                </header>
                <FollowUpCounts words rounds withheld=sight == Sight::Figures/>
            </main>
        }
    }))
}
