//! Answering a question.

use axum::Form;
use axum::extract::Path;
use axum::response::Response;
use domain::clock::Timestamp;
use leptos::prelude::*;
use services::learning::AnswerGiven;

use super::{Fields, Sent, all, one};
use crate::error::Failure;
use crate::markup::IntoMarkup;
use crate::pages::unit::pieces;
use crate::visit::Visit;

/// Saves an answer. Feedback comes back when it is asked for: an island also saves while
/// somebody is still choosing.
///
/// # Errors
/// When nobody is signed in, there is no such question, or the database fails.
pub async fn post(
    visit: Visit,
    Path(unit): Path<String>,
    Form(fields): Form<Fields>,
) -> Result<Response, Failure> {
    let sent = Sent::open(visit, &unit, fields).await?;
    let question = one(&sent.fields, "question").to_owned();
    let field = format!("q-{question}");
    let given = AnswerGiven {
        question: question.clone(),
        save_key: one(&sent.fields, "save_key").to_owned(),
        values: all(&sent.fields, &field).map(str::to_owned).collect(),
        known: one(&sent.fields, "known").parse().ok().map(Timestamp),
        check: !one(&sent.fields, "check").is_empty(),
    };
    let (services, actor, language) = (
        sent.visit.services(),
        sent.visit.actor(),
        sent.visit.words.0,
    );
    let saved =
        match services::learning::save_answer(services, &actor, language, sent.unit(), given).await
        {
            Ok(saved) => saved,
            Err(error) => return sent.refused(&field, error).await,
        };
    let replaced = saved.replaced.is_some();
    if sent.by_island() && one(&sent.fields, "check").is_empty() {
        let words = sent.visit.words;
        let (at, now) = (saved.saved.at, sent.visit.now());
        let draw = || pieces::answer_time(words, now, &question, at, replaced);
        return Ok(sent.visit.pieces(axum::http::StatusCode::OK, draw));
    }
    sent.saved(&field, |sheet| {
        view! { {pieces::answer(sheet, &question, replaced)} {pieces::progress(sheet)} }
            .into_markup()
    })
    .await
}
