//! How an institution stands: on target or not, and whether anybody there has begun.

use domain::cascade::small_cells::Cell;
use domain::cascade::target::TargetStatus;
use leptos::prelude::*;
use services::programme::Figures;

use crate::components::status_word::{StatusWord, Tone};
use crate::i18n::Words;

/// The status word of an institution, and a second one when its trainers are silent.
#[component]
pub fn StandingWord(
    /// The language.
    words: Words,
    /// The institution's numbers.
    figures: Figures,
) -> impl IntoView {
    let (tone, icon) = look(&figures);
    let silent = figures.silent.then(|| {
        view! { " " <StatusWord tone=Tone::Failed icon="silent" word=words.say("status-silent")/> }
    });
    view! { <StatusWord tone icon word=words.status(figures.status)/> {silent} }
}

fn look(figures: &Figures) -> (Tone, &'static str) {
    match figures.status {
        Some(TargetStatus::OnTarget { .. }) => (Tone::Done, "done"),
        Some(TargetStatus::AboveRange { .. }) => (Tone::Done, "above"),
        Some(TargetStatus::ToGo { .. }) if figures.enrolled == Cell::Shown(0) => {
            (Tone::Quiet, "none")
        }
        Some(TargetStatus::ToGo { .. }) if figures.behind => (Tone::Progress, "behind"),
        Some(TargetStatus::ToGo { .. }) => (Tone::Progress, "progress"),
        Some(TargetStatus::NoTarget { .. }) | None => (Tone::Quiet, "none"),
    }
}
