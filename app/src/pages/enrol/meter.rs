//! "11 → 23 of 20–30", always in sight.

use domain::cascade::Rule;
use domain::cascade::target::{BarScale, TargetStatus};
use leptos::prelude::*;
use services::enrolment::Desk;

use crate::components::bullet_bar::BulletBar;
use crate::components::definition_note::DefinitionNote;
use crate::components::status_word::{StatusWord, Tone};
use crate::i18n::Words;

/// Where the institution stands, and where this list takes it.
pub(super) fn meter(words: Words, desk: &Desk) -> Option<impl IntoView + use<>> {
    let meter = desk.meter;
    let range = meter.range?;
    let (before, after) = (meter.before.to_string(), meter.after.to_string());
    let values = [
        ("before", before.into()),
        ("after", after.into()),
        ("range", words.range(range).into()),
    ];
    let (tone, icon, word) = match TargetStatus::of(meter.after, Some(range)) {
        TargetStatus::ToGo { missing } => (
            Tone::Progress,
            "behind",
            words.say_with("status-to-go", [("missing", missing.into())]),
        ),
        TargetStatus::OnTarget { .. } => (Tone::Done, "done", words.say("meter-reached")),
        TargetStatus::AboveRange { .. } | TargetStatus::NoTarget { .. } => {
            (Tone::Done, "above", words.say("meter-above"))
        }
    };
    let scale = BarScale::holding([meter.after, range.max()]);
    let describe = format!(
        "{}: {word}",
        words.say_with("meter-sentence", values.clone())
    );
    let coming = meter.after.saturating_sub(meter.before);
    let title = desk.institution.clone();
    Some(view! {
        <div class="target-meter">
            <p>
                <strong>{words.say_with("meter-figures", values)}</strong>
                <StatusWord tone icon word/>
            </p>
            <BulletBar id="meter" title describe scale range=Some(range) count=Some(meter.before) coming/>
        </div>
        <DefinitionNote words rules=vec![Rule::Heads, Rule::WhoCounts]/>
    })
}
