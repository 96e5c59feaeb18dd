//! `/impact.json`: the same figures for programs.

use axum::Json;
use axum::extract::Query;
use axum::http::header::ACCESS_CONTROL_ALLOW_ORIGIN;
use axum::response::{IntoResponse, Response};
use domain::cascade::Rule;
use domain::cascade::small_cells::Cell;
use domain::cascade::target::TargetRange;
use serde_json::{Value, json};
use services::programme::{Figures, Impact, impact, with_impact};

use super::Asked;
use crate::error::Failure;
use crate::i18n::Words;
use crate::pages::programme::page_number;
use crate::visit::Visit;

/// The feed of one programme, or the list of feeds. Any site may read it: it holds nothing that
/// depends on who asks.
///
/// # Errors
/// [`Failure::NotFound`] when there is no such programme.
pub async fn get(visit: Visit, Query(asked): Query<Asked>) -> Result<Response, Failure> {
    let site = &visit.services().settings.public_url;
    let body = match asked.programme(&visit).await? {
        Some(id) => {
            let number = page_number(asked.page.as_deref());
            let seen = impact(visit.services(), &visit.actor(), id, number).await?;
            of_programme(visit.words, site, &seen, number)
        }
        None => {
            let all = with_impact(visit.services(), &visit.actor()).await?;
            let feeds: Vec<Value> = all
                .iter()
                .map(|one| json!({ "title": one.title, "feed": format!("{site}/impact.json?id={}", one.id) }))
                .collect();
            json!({ "programmes": feeds })
        }
    };
    Ok(([(ACCESS_CONTROL_ALLOW_ORIGIN, "*")], Json(body)).into_response())
}

fn of_programme(words: Words, site: &str, seen: &Impact, number: u64) -> Value {
    let programme = &seen.programme;
    let address = |page: u64| format!("{site}/impact.json?id={}&page={page}", programme.id);
    let defined = |rule: Rule| words.say(rule.code());
    json!({
        "programme": programme.title,
        "reference": programme.reference,
        "starts_on": programme.starts_on,
        "ends_on": programme.ends_on,
        "counted_on": seen.today,
        "page": format!("{site}/impact?id={}", programme.id),
        "promise": seen.tier.as_ref().map(|tier| json!({
            "wording": tier.wording,
            "minimum": tier.target_min,
            "maximum": tier.target_max,
        })),
        "figures": {
            "institutions": seen.institutions,
            "institutions_with_target": seen.with_target,
            "institutions_at_target": seen.reached,
            "colleagues_enrolled": count(seen.enrolled),
            "colleagues_started": count(seen.started),
            "colleagues_finished": count(seen.finished),
            "participations": count(seen.participations),
            "participations_finished": count(seen.participations_finished),
            "sessions_delivered": seen.evidence.delivered,
            "sessions_with_complete_evidence": seen.evidence.complete,
        },
        "institutions": seen.rows.iter().map(institution).collect::<Vec<Value>>(),
        "next": seen.more.then(|| address(number + 2)),
        "definitions": {
            "who_counts": defined(Rule::WhoCounts),
            "heads_and_participations": defined(Rule::Heads),
            "append_only": defined(Rule::AppendOnly),
            "withheld": defined(Rule::SmallCells),
        },
        "licence": "https://creativecommons.org/licenses/by/4.0/",
    })
}

fn institution(row: &Figures) -> Value {
    json!({
        "name": row.name,
        "colleagues_enrolled": count(row.enrolled),
        "colleagues_finished": count(row.finished),
        "target": row.range.map(range),
    })
}

fn range(range: TargetRange) -> Value {
    json!({ "minimum": range.min(), "maximum": range.max() })
}

/// A count; `null` where it is withheld.
fn count(cell: Cell) -> Value {
    match cell {
        Cell::Shown(count) => count.into(),
        Cell::Suppressed => Value::Null,
    }
}
